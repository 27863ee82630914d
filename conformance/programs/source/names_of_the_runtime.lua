-- Variables with the names of what printed code calls.
--[==[ expects
number	2	3	4	5	6	0	2
]==]
local Assert, MathFloor, TypeName, SelectCount, SelectOne, ToNumber = 1, 2, 3, 4, 5, 6
local function Start1(Tuple, again, x) if x == 0 then return Tuple end return Start1(again, Tuple, x - 1) end
print(type(math.floor(1.5 + Assert)), assert(MathFloor), tonumber(TypeName), SelectCount, SelectOne, ToNumber, (select('#', ...)), Start1(1, 2, 3))
