-- The arguments of the script: `arg`, `...`, and their count.
-- args: one two three 4
--[==[ expects
4	arguments.lua	one	4	nil
one	two	three	4
4	two
1=one 2=two 3=three 4=4 
one	two	table	true	4
4	4	integer
]==]
print(#arg, arg[0], arg[1], arg[4], arg[5]) print(...) print(select("#", ...), (select(2, ...))) for i, a in ipairs(arg) do io.write(i, "=", a, " ") end print()
local a, b = ... print(a, b, type(arg), arg == _G.arg, #{ ... }) local function f(...) return select("#", ...) end print(f(...), f(table.unpack(arg)), math.type(arg[4] + 0))
