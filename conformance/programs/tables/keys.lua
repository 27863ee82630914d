-- Keys of every kind; floats with integer values are the integer; nan and nil raise.
--[==[ expects
int	int	float	string	true	false	int
two	3	integer
big	big	big
zero	zero	zero
inf	-inf	1e300	nil
max	min	min
nil	nil	false	keys.lua:32: table index is nil
false	keys.lua:32: table index is NaN
false	table index is NaN
function	thread	table	builtin	file	nil
empty	zero byte	embedded	nil
joined	joined	joined
3000	1	1000	500	nil
-5	0	5
long string
]==]
local t = {}
t[1], t[1.5], t["1"], t[true], t[false] = "int", "float", "string", "true", "false"
print(t[1], t[1.0], t[1.5], t["1"], t[true], t[false], t[2 ^ 0])
t[2.0] = "two"
print(t[2], next({ [3.0] = 1 }), math.type(next({ [3.0] = 1 })))
t[2 ^ 53] = "big"
print(t[2 ^ 53], t[9007199254740992], t[2 ^ 53 | 0])
t[-0.0] = "zero"
print(t[0], t[0.0], t[-0.0])
t[math.huge], t[-math.huge], t[1e300] = "inf", "-inf", "1e300"
print(t[math.huge], t[-math.huge], t[1e300], t[2 ^ 63])
t[math.maxinteger], t[math.mininteger] = "max", "min"
print(t[math.maxinteger], t[math.mininteger], t[-2 ^ 63])
print(t[nil], t[0 / 0], pcall(function() t[nil] = 1 end)) print(pcall(function() t[0 / 0] = 1 end))
print(pcall(rawset, t, 0 / 0, 1))
local f, co, k = function() end, coroutine.create(print), {}
t[f], t[co], t[k], t[print], t[io.stdout] = "function", "thread", "table", "builtin", "file"
print(t[f], t[co], t[k], t[print], t[io.stdout], t[{}])
t[""] = "empty"; t["\0"] = "zero byte"; t["a\0b"] = "embedded"
print(t[""], t["\0"], t["a\0b"], t["a\0c"])
t["a" .. "b"] = "joined"
print(t.ab, t["ab"], t[("b"):reverse() .. "" == "b" and "ab"])
local big, n = {}, 0
for i = 1, 1000 do big[i * 7919] = i; big["k" .. i] = i; big[i + 0.5] = i end
for _ in pairs(big) do n = n + 1 end
print(n, big[7919], big["k1000"], big[500.5], big[1001 * 7919])
for i = -5, 5 do big[i] = i end
print(big[-5], big[0], big[5])
local long = ("x"):rep(100)
t[long] = "long string"
print(t[("x"):rep(50) .. ("x"):rep(50)])
