-- Operands are evaluated left to right, and before the operator acts.
--[==[ expects
a b c
a b c
a b c
a b
a b
a b
x k y z
f 1 2 3
object argument
object index value
first i second j p q
2	20	nil
101	100	101
21	7
]==]
local log = {}
local function v(name, value) log[#log + 1] = name; return value end
local function show() print(table.concat(log, " ")); log = {} end
local _ = v("a", 1) + v("b", 2) * v("c", 3); show()
_ = v("a", "x") .. v("b", "y") .. v("c", "z"); show()
_ = v("a", 2) ^ v("b", 3) ^ v("c", 2); show()
_ = v("a", 1) < v("b", 2); show()
_ = v("a", 1) > v("b", 2); show()
_ = v("a", 1) >= v("b", 2); show()
_ = { v("x", 1), [v("k", "key")] = v("y", 2), v("z", 3) }; show()
v("f", function() end)(v("1", 1), v("2", 2), v("3", 3)); show()
local t = { m = function() end }
v("object", t):m(v("argument", 1)); show()
v("object", t)[v("index", "f")] = v("value", 1); show()
v("first", t)[v("i", 1)], v("second", t)[v("j", 2)] = v("p", 1), v("q", 2); show()
local i = 1
local arr = {}
i, arr[i] = i + 1, 20
print(i, arr[1], arr[2])
local function change() i = 100 return 1 end
print(i + change(), i, change() + i)
local s = 5
local function set(n) s = n return n end
print(s + set(7) + s, s)
