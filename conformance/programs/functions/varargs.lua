-- `...` in every position: in the middle one value, at the end all; select, pack, unpack.
--[==[ expects
0	1	2	4
1	nil	nil	|
1	1	3	4
nil	nil	nil	0
1	nil	nil	0
1	2	nil	1
1	2	3	3
b	c	b	c
nil	0	1
false	bad argument #1 to 'select' (index out of range)
false	bad argument #1 to 'select' (index out of range)
false	bad argument #1 to 'select' (number expected, got no value)
false	bad argument #1 to 'select' (number expected, got string)
2	4	3
2	1	0
4	1	nil	3
2	2	nil	nil	nil
6	60	0
1	nil	nil
200	3
z
2	s
0	Hi	9
]==]
local function count(...) return select("#", ...) end
local function id(...) return ... end
print(count(), count(nil), count(nil, nil), count(1, nil, 3, nil))
print(id(1, 2, 3), id(), id(nil), "|")
print((id(1, 2, 3)), id(1, 2), id(3, 4))
local function pass(a, ...) local b, c = ...; return a, b, c, count(...) end
print(pass()) print(pass(1)) print(pass(1, 2)) print(pass(1, 2, 3, 4))
print(select(2, "a", "b", "c"), select(-1, "a", "b", "c"), select(-2, "a", "b", "c"))
print(select(4, 1, 2, 3), select("#"), select("#", nil))
print(pcall(select, 0, 1))
print(pcall(select, -5, 1))
print(pcall(select))
print(pcall(select, "x"))
local function tables(...)
  local t = { ..., "last" }
  local u = { "first", ... }
  local v = { n = select("#", ...), ... }
  return #t, #u, v.n
end
print(tables(1, 2, 3)) print(tables())
local p = table.pack(1, nil, 3, nil)
print(p.n, p[1], p[2], p[3])
print(table.unpack({ 1, 2, 3 }, 2), table.unpack({ 1, 2, 3 }, 2, 2), table.unpack({}, 1, 3))
local function sum(...) local s = 0; for _, v in ipairs { ... } do s = s + v end return s end
print(sum(1, 2, 3), sum(table.unpack({ 10, 20, 30 })), sum())
local function closure(...)
  local args = table.pack(...)
  return function() return table.unpack(args, 1, args.n) end
end
print(closure(1, nil, nil)())
print(count(table.unpack({}, 1, 200)), count(id(id(1, 2), id(3, 4))))
local function last(...) return (select(select("#", ...), ...)) end
print(last("x", "y", "z"))
local function shadow(...) local arg = { ... }; return #arg, arg[1] end
print(shadow("s", "t"))
print(#{ id(table.unpack({}, 1, 50)) }, string.char(id(72, 105)), math.max(id(3, 9, 2)))
