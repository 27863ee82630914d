-- Lists come into being when their items are there: what comes between their making and their items must not show.
--[==[ expects
1: 1 nil nil nil nil nil	0: nil nil nil nil nil nil	1: 2 nil nil nil nil nil
2: a b nil nil nil nil	2: nil 1 nil nil nil nil	1: 1 nil nil nil nil nil
3: 1 2 3 nil nil nil	3: nil nil 3 nil nil nil	3: 1 nil 3 nil nil nil
4: 1 2 3 4 nil nil	4: 1 nil 3 4 nil nil
9: 1 2 3 4 5 6
0: nil nil nil nil nil nil	0: nil nil nil nil nil nil	1: 0 nil nil nil nil nil	1: 0 nil nil nil nil nil	2: 0 1 nil nil nil nil
0: nil nil nil nil nil nil	1: 1 nil nil nil nil nil	1: 0 nil nil nil nil nil	2: 0 1 nil nil nil nil	3: 0 1 2 nil nil nil
0: nil nil nil nil nil nil	1: 1 nil nil nil nil nil	1: 0 nil nil nil nil nil	2: 0 1 nil nil nil nil	3: 0 1 2 nil nil nil
4: 0 1 2 3 nil nil	3: 0 nil 2 nil nil nil	3: nil nil 3 nil nil nil	1: 1 nil nil nil nil nil
0: nil nil nil nil nil nil	1: 1 nil nil nil nil nil	3: 1 2 3 nil nil nil	2: nil 2 nil nil nil nil
1: x nil nil nil nil nil	2: x 1 nil nil nil nil	3: x nil 2 nil nil nil	2: x y nil nil nil nil	4: x y 1 2 nil nil
3	1	nil	3	n	0
2: 1 2 nil nil nil nil	5
3: 1 2 three nil nil nil	three
3: 1 2 3 nil nil nil
3: 1 2 kept nil nil nil
old	old	old	old	1
2	1	1	2
4: 1 1 2 2 nil nil	3: 2 3 3 nil nil nil
4: 1 2 2 3 nil nil
false	in an item
first	second	3: 1 2 v nil nil nil
2: 1 2 nil nil nil nil	2: 2 4 nil nil nil nil	2: 3 6 nil nil nil nil	true
4	nil	4
4: 1 2 3 4 nil nil
2: 1 two nil nil nil nil
2	3	2	10	1	2	3	4	5	6	7	8	9	10
1 a 2.51b2c3d4e5
]==]
local function none() end
local function one(x) return x end
local function many(...) return ... end
local function show(t)
  local texts = {}
  for i = 1, select("#", table.unpack(t, 1, 6)) do texts[i] = tostring(t[i]) end
  return #t .. ": " .. table.concat(texts, " ")
end

-- One, two, three, four and more items; nils among them and at the end.
print(show { 1 }, show { nil }, show { one(2) })
print(show { one("a"), one("b") }, show { nil, one(1) }, show { one(1), nil })
print(show { one(1), one(2), one(3) }, show { nil, nil, one(3) }, show { one(1), nil, one(3) })
print(show { one(1), one(2), one(3), one(4) }, show { one(1), nil, one(3), one(4) })
print(show { one(1), one(2), one(3), one(4), one(5), one(6), one(7), one(8), one(9) })

-- Many values at the end: none, one, several, nils; unknown functions and known ones.
for _, f in ipairs { none, one, many } do
  print(show { f() }, show { f(1) }, show { one(0), f() }, show { one(0), f(1) }, show { one(0), one(1), f(2) })
end
print(show { one(0), many(1, 2, 3) }, show { one(0), many(nil, 2) }, show { many(nil, nil, 3) }, show { (many(1, 2)), many() })
local function pack(...) return { ... } end
local function after(...) return { "x", ... } end
local function both(...) return { "x", "y", ... } end
print(show(pack()), show(pack(1)), show(pack(1, 2, 3)), show(pack(nil, 2)))
print(show(after()), show(after(1)), show(after(nil, 2)), show(both()), show(both(1, 2)))
local p = table.pack(many(1, nil, 3))
print(p.n, p[1], p[2], p[3], next(table.pack()))

-- Fields beside items, in any order, and keys that items replace.
local t = { one(1), n = 5, one(2) }
print(show(t), t.n)
t = { [1] = "lost", one(1), [2] = "kept?", one(2), [3] = "three" }
print(show(t), t[3])
t = { [2] = "lost", one(1), many(2, 3) }
print(show(t))
t = { [1] = "lost", [3] = "kept", many(1, 2) }
print(show(t))

-- Lists in lists, and items that use the variable to which the list goes.
local list = { "old" }
list = { one(list[1]), { one(list[1]), { one(list[1]) } }, many(list[1], #list) }
print(list[1], list[2][1], list[2][2][1], list[3], list[4])
local a, b = 1, 2
a, b = { b, a }, { a, b }
print(a[1], a[2], b[1], b[2])
local n = 0
local function count() n = n + 1; return n end
print(show { count(), n, count(), n }, show { n, count(), n })

-- Values change between the items.
local x = 1
local function change() x = x + 1; return x end
print(show { x, change(), x, change() })

-- The list is not there yet when an item fails or yields, and each round makes a new one.
print(pcall(function() return { one(1), error("in an item", 0) } end))
local co = coroutine.wrap(function(...)
  local made = { coroutine.yield("first"), coroutine.yield("second"), ... }
  return show(made)
end)
print(co("v"), co(1), co(2))
local lists = {}
for i = 1, 3 do lists[i] = { one(i), one(i * 2) } end
print(show(lists[1]), show(lists[2]), show(lists[3]), lists[1] ~= lists[2])

-- Borders: the array is as large as the items are many, so a gap behind it is one.
t = { one(1), one(2) }
t[4] = 4
print(#t, t[3], t[4])
t = { one(1), many(2) }
t[#t + 1] = 3
t[#t + 1] = 4
print(show(t))
t = { one(1), none() }
t[2] = "two"
print(show(t))

-- Metamethods do not see items, and what is called with many arguments gets them all.
local callable = setmetatable({}, { __call = function(self, ...) return select("#", ...), ... end })
print(callable(1, 2), callable(1, 2, 3), callable(nil, nil), callable(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
print(("%d %s %s"):format(1, "a", 2.5) .. 1 .. "b" .. 2 .. "c" .. 3 .. "d" .. 4 .. "e" .. 5)
