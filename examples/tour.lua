-- A guided tour of Lua 5.4, as it runs when compiled to C#.
-- Run it with: flua run examples/tour.lua

local function chapter(title)
  print()
  print(("== %s %s"):format(title, ("="):rep(60 - #title)))
end

local function show(label, ...)
  local parts = table.pack(...)
  for i = 1, parts.n do parts[i] = tostring(parts[i]) end
  print(("  %-34s %s"):format(label, table.concat(parts, "  ")))
end

print("A tour of Lua 5.4")

chapter "Numbers"
show("7 // 2, -7 // 2, 7 % -3", 7 // 2, -7 // 2, 7 % -3)
show("7 / 2, 2 ^ 10, 10 / 2", 7 / 2, 2 ^ 10, 10 / 2)
show("math.maxinteger + 1 wraps", math.maxinteger + 1 == math.mininteger)
show("1 == 1.0, but they print as", 1, 1.0)
show("2^53 + 1 as integer and float", 2 ^ 53 | 0 + 1, 2 ^ 53 + 1)
show("0xFF & ~0x0F, 1 << 10, 3 ~ 5", 0xFF & ~0x0F, 1 << 10, 3 ~ 5)

chapter "Strings are bytes"
local greeting = "Hello, wörld"
show("#greeting, utf8.len(greeting)", #greeting, utf8.len(greeting))
show("upper, reverse, rep", ("lua"):upper(), ("lua"):reverse(), ("lua"):rep(3, "-"))
show("find and match", ("key = value"):find("="), ("key = value"):match("(%w+)%s*=%s*(%w+)"))
show("gsub with a function", (("1 2 3"):gsub("%d", function(d) return d * d end)))
show("format", ("%5.2f|%-6s|%04x|%q"):format(math.pi, "left", 255, 'a "quote"'))

chapter "Tables"
local fruits = { "apple", "pear", "plum", color = "mixed", [10] = "far away" }
table.insert(fruits, 2, "fig")
show("a list and a record in one", table.concat(fruits, " "), fruits.color, fruits[10])
table.sort(fruits, function(a, b) return #a > #b or #a == #b and a < b end)
show("sorted by length", table.concat(fruits, " "))
show("unpack and select", select("#", table.unpack(fruits)), (select(2, table.unpack(fruits))))

chapter "Functions and closures"
local function counter(start, step)
  return function()
    start = start + (step or 1)
    return start
  end
end
local tick, tock = counter(0), counter(100, -10)
show("two counters of one function", tick(), tick(), tock(), tick(), tock())
local function sum(first, ...)
  if not first then return 0 end
  return first + sum(...)
end
show("varargs", sum(), sum(1, 2, 3), sum(table.unpack { 10, 20, 30, 40 }))
local function loop(n) if n == 0 then return "a million tail calls later" end return loop(n - 1) end
show("proper tail calls", loop(1000000))

chapter "Control"
local primes = {}
for n = 2, 50 do
  for _, p in ipairs(primes) do
    if n % p == 0 then goto composite end
  end
  primes[#primes + 1] = n
  ::composite::
end
show("goto continue: primes", table.concat(primes, " "))
local steps, n = 0, 27
repeat
  n = n % 2 == 0 and n // 2 or 3 * n + 1
  steps = steps + 1
until n == 1
show("repeat: Collatz steps of 27", steps)

chapter "Metatables"
local Vector = {}
Vector.__index = Vector
function Vector.new(x, y) return setmetatable({ x = x, y = y }, Vector) end
function Vector.__add(a, b) return Vector.new(a.x + b.x, a.y + b.y) end
function Vector.__mul(a, b)
  if type(a) == "number" then return Vector.new(a * b.x, a * b.y) end
  return a.x * b.x + a.y * b.y
end
function Vector.__eq(a, b) return a.x == b.x and a.y == b.y end
function Vector:__tostring() return ("(%g, %g)"):format(self.x, self.y) end
function Vector:length() return (self * self) ^ 0.5 end
local v, w = Vector.new(3, 4), Vector.new(1, -1)
show("operators", v + w, 2 * v, v * w, v + w == Vector.new(4, 3))
show("methods", v:length())
local squares = setmetatable({}, { __index = function(t, k) t[k] = k * k return t[k] end })
show("values made on demand", squares[12], rawget(squares, 12), rawget(squares, 13))

chapter "Errors"
show("pcall", pcall(function() local t; return t.field end))
show("an object as error", (select(2, pcall(error, { code = 42 }))).code)
show("a message handler", xpcall(function() error("broken", 0) end, function(m) return "<" .. m .. ">" end))
local function depth(level) return 1 + depth(level + 1) end
local ok, message = pcall(depth, 1)
show("a stack overflow is caught", ok, message:match("stack overflow"))

chapter "Coroutines"
local function walk(tree)
  if tree then
    walk(tree.left)
    coroutine.yield(tree.key)
    walk(tree.right)
  end
end
local function insert(tree, key)
  if not tree then return { key = key } end
  local side = key < tree.key and "left" or "right"
  tree[side] = insert(tree[side], key)
  return tree
end
local tree
for word in ("the quick brown fox jumps over a lazy dog"):gmatch("%a+") do tree = insert(tree, word) end
local words = {}
for word in coroutine.wrap(function() walk(tree) end) do words[#words + 1] = word end
show("an iterator from recursion", table.concat(words, " "))
local echo = coroutine.create(function(first)
  local received = first
  while received do received = coroutine.yield(received:upper() .. "!") end
  return "bye"
end)
show("values both ways", select(2, coroutine.resume(echo, "hi")), select(2, coroutine.resume(echo, "there")),
  select(2, coroutine.resume(echo)), coroutine.status(echo))

chapter "Variables that close"
do
  local function resource(name)
    return setmetatable({}, { __close = function() show("closed", name) end })
  end
  local outer <close> = resource "the outer one, last"
  local inner <close> = resource "the inner one, first"
  local limit <const> = 3
  show("still open, limit is constant", limit)
end

print()
print("That was the tour.")
