-- Variables that hold one kind of value after another: each such web of a variable is compiled as a variable of its own.
--[==[ expects
4	integer
text3	4
3
1.5	float
false
nil
called
2.5	integer
text1.5	4
1.5
0.75	float
true
nil
called
true	true
2	1	1.0	7	integer	float
3	nil	3.0	seven	integer	float
4	nil	3.0	seven	integer	float
nil
after	after
round 3
8
carried	odd
round 5
8
carried	2
round 7
8
odd	7	7
nil	nil	nil
nil
1
two
2
nil
3.5
11
22
line 2
3	1
1	1
item 1	2
2	two
item 2	4
3	3.5
item 3	4
1.5
1.5
2.5
2.5
1	table
2	number
string3	3
1	table
2	number
number2	2
nil0	0
number
string
fell through	2.5
table
11	11	11
nil
one
2.5
done 3	3.5
1	nil
round 1	2
round 2	4
7	6
1	nil
1	nil
1.5	nil
2	nil
end	2.5
1
changed
changed
1
changed
changed
2	got a	2	b	2	2!	3	3!	3!	1
false	variables_that_change.lua:364: attempt to add a 'string' with a 'number'
false	variables_that_change.lua:370: attempt to index a nil value (local 'value')
false	variables_that_change.lua:376: attempt to call a boolean value (local 'value')
one	1
3	2
2	3
float	2.5
5	3.5
3.5	5
called
called
called
true
inside
closing	false
inside
true	3
closing	true
false	failed
1	two	true
4	true
2	0.5	nil
2.5
2	1!	x
4	3!	xx
]==]

-- One kind after another.
local function row(n)
  local x = 1
  print(x + n, math.type(x))
  x = "text"
  print(x .. n, #x)
  x = { v = n }
  print(x.v)
  x = x.v / 2
  print(x, math.type(x))
  x = x > 1
  print(not x)
  x = nil
  print(x)
  x = print
  x("called")
  return x == print
end
print(row(3), row(1.5))

-- Declared without a value, assigned in branches.
local function branches(c)
  local n
  if c == 1 then n = 1 elseif c == 2 then n = 2 else n = 3 end
  local m
  if c == 1 then m = 1 end
  local f
  if c == 1 then f = 0.5 else f = 1.5 end
  local mixed
  if c == 1 then mixed = 7 else mixed = "seven" end
  return n + 1, m, f * 2, mixed, math.type(n), math.type(f)
end
print(branches(1))
print(branches(2))
print(branches(3))

-- The value of the declaration is read on one way only.
local function sometimes(c)
  local n
  if c then n = 4 end
  if not c then print(n) end
  n = "after"
  return n
end
print(sometimes(true), sometimes(false))

-- Carried round by a loop, and assigned anew before it is read.
local function rounds(limit)
  local carried, fresh, text
  for i = 1, limit do
    if carried then print("carried", carried) end
    carried = i % 2 == 0 and i or "odd"
    fresh = i * 2
    fresh = fresh + 1
    text = "round " .. fresh
    print(text)
    text = #text
    print(text + 1)
  end
  return carried, fresh, text
end
print(rounds(3))
print(rounds(0))

-- A declaration in a loop begins anew in each round.
local function anew(limit)
  for i = 1, limit do
    local x
    if i == 2 then x = "two" end
    print(x)
    x = i
    if i > 2 then x = x + 0.5 end
    print(x)
  end
end
anew(3)

-- `while` and `repeat`, whose condition sees the locals of the body.
local function conditions()
  local line = 0
  while line < 2 do
    local n
    if line == 0 then n = 10 else n = 20 end
    line = line + 1
    print(n + line)
  end
  line = "line " .. line
  print(line)
  local count = 0
  repeat
    local done = count
    count = count + 1
    done = done >= 2
  until done
  count = tostring(count)
  return count, #count
end
print(conditions())

-- Loop variables that the body assigns.
local function loop_variables(list)
  for i, v in ipairs(list) do
    print(i, v)
    i = "item " .. i
    v = #tostring(v)
    print(i, v + 1)
  end
  for i = 1, 2 do
    i = i + 0.5
    print(i)
    i = { i }
    print(i[1])
  end
end
loop_variables({ 1, "two", 3.5 })

-- `break` and `goto continue` come with different values.
local function ways_out(list)
  local found, at = nil, 0
  for i, v in ipairs(list) do
    at = i
    if v == "stop" then
      found = "stopped"
      break
    end
    if v == "skip" then
      found = 1
      goto continue
    end
    found = { v }
    ::continue::
    print(i, type(found))
  end
  local kind = type(found)
  found = kind .. at
  return found, at
end
print(ways_out({ "a", "skip", "stop", "b" }))
print(ways_out({ "a", "skip" }))
print(ways_out({}))

-- Forward jumps out of blocks meet with different values.
local function forward(c)
  local x = 1
  do
    if c == 1 then goto out end
    x = "x"
    if c == 2 then goto out end
    x = 2.5
  end
  print("fell through", x)
  x = { x }
  ::out::
  print(type(x))
  x = 10
  return x + 1
end
print(forward(1), forward(2), forward(3))

-- Jumps back are loops.
local function back(limit)
  local n, x = 0, nil
  ::again::
  n = n + 1
  print(x)
  x = n == 1 and "one" or n + 0.5
  if n < limit then goto again end
  n = "done " .. n
  return n, x
end
print(back(3))

-- A jump back carries another kind than the first way to the label.
local function back_changed(limit)
  local n, x, y = 0, 1, nil
  ::again::
  n = n + 1
  print(x, y)
  x = "round " .. n
  y = n * 2
  if n < limit then goto again end
  x = #x
  return x, y
end
print(back_changed(3))

local function back_suspended(limit)
  local n, x = 0, 1
  ::again::
  coroutine.yield(x)
  n = n + 1
  x = { n }
  coroutine.yield(x[1])
  x = x[1] + 0.5
  if n < limit then goto again end
  return "end", x
end
for value, last in coroutine.wrap(function() return back_suspended(2) end) do
  print(value, last)
  if value == "end" then break end
end

-- What comes first when the program runs stands last in its text.
local function order(f)
  local x
  goto second
  ::first::
  f()
  print(x)
  x = "changed"
  print(x)
  goto third
  ::second::
  x = 1
  f()
  goto first
  ::third::
  return x
end
print(order(function() end))
local co = coroutine.wrap(function() return order(coroutine.yield) end)
co()
co()
print(co())

-- Suspended between its kinds.
local function suspended(n)
  local x = n + 1
  local a = coroutine.yield(x)
  x = "got " .. a
  local b = coroutine.yield(x)
  x = { b, x }
  local c = coroutine.yield(#x)
  local y
  if c then y = 1 else y = 2 end
  coroutine.yield(x[1])
  for i = 1, 2 do
    x = i + y
    coroutine.yield(x)
    x = x .. "!"
    coroutine.yield(x)
  end
  return x, y
end
co = coroutine.wrap(suspended)
print(co(1), co("a"), co("b"), co(true), co(), co(), co(), co(), co())

-- Messages call a variable by its name, whichever of its webs is meant.
print(pcall(function(n)
  local value = 1
  value = value + n
  value = "text"
  return value + n
end, 1))
print(pcall(function(n)
  local value
  if n then value = {} end
  value = value.field
  return value.field
end, 1))
print(pcall(function(n)
  local value = n
  n = 2
  value = n < 3
  return value()
end, 1))

-- Several at once, swapped.
local function swapped(a, b)
  a, b = b, a
  print(a, b)
  a, b = #a, b + 1
  print(a, b)
  a, b = { b }, { a }
  return a[1], b[1]
end
print(swapped(1, "one"))
print(swapped(2.5, "float"))

-- Nobody reads some of them.
local function unread(f)
  local x = 1
  x = "unread"
  x = f()
  local y = f()
  y = 2
  local z = { f() }
  z = f
  return z
end
print(unread(function() print("called") return 5 end) ~= nil)

-- To be closed between, and assigned while an error ends the scope.
local function closing(fails)
  local state = 1
  do
    local guard <close> = setmetatable({}, { __close = function(_, e) print("closing", e ~= nil) end })
    state = "inside"
    if fails then error("failed", 0) end
    print(state)
    state = { state }
  end
  print(state[1])
  state = 2
  return state + 1
end
print(pcall(closing, false))
print(pcall(closing, true))

-- Vararg results and calls of several results.
local function several(...)
  local a, b, c = ...
  print(a, b, c)
  a, b = select("#", ...), c
  print(a + 1, b)
  a, b, c = math.modf(2.5)
  print(a, b, c)
  c = a + b
  return c
end
print(several(1, "two", {} ~= nil))

-- Functions one after another.
local function chosen(n)
  local f = function(a) return a + 1 end
  local first = f(n)
  f = function(a) return a .. "!" end
  local second = f(n)
  if n > 2 then f = string.rep else f = tostring end
  return first, second, f("x", 2)
end
print(chosen(1))
print(chosen(3))
