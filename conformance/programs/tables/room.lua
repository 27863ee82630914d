-- Fields that follow a constructor, for which there is room ahead.
--[==[ expects
balance=5 deep=1 kind=account log={} owner=a! #0
balance=0 deep=1 kind=account log={} more=true options=1 owner=b! #0
10	nil	1	0
nil	3	2	x=3 y=2 #0
4	4
4	4
4	4	1=1 2=2 4=4 a=1 b=2 c=3 #4
9	9	1=1 2=2 3=3 4=4 6=6 7=7 8=8 9=9 a=1 b=2 c=3 #9
1	1	1=1 3=3 a=1 b=1 n=3 #1
4	4	1=1 2=2 4=4 a=1 b=1 n=4 #4
0	0	3=3 4=4 a=1 b=1 n=4 #0
4	0	0
1=3 y=2 #1 1=1 2=2 x=1 z=3 #2
200
module	true	3
]==]
local function show(t)
  local list = {}
  for k, v in pairs(t) do list[#list + 1] = tostring(k) .. "=" .. (type(v) == "table" and "{}" or tostring(v)) end
  table.sort(list)
  return table.concat(list, " ") .. " #" .. #t
end

local Account = {}
Account.__index = Account
Account.limit = 10
function Account.new(owner, options)
  local self = setmetatable({ kind = "account" }, Account)
  self.owner = owner
  self.balance = 0
  if options then self.options = #options; self.more = true end
  self.log, self.owner = {}, owner .. "!"
  do self.deep = 1 end
  return self
end
function Account:deposit(n) self.balance = self.balance + n; self.log[#self.log + 1] = n; return self end
local a, b = Account.new("a"):deposit(5), Account.new("b", { 1 })
print(show(a)); print(show(b)); print(a.limit, rawget(a, "limit"), #a.log, #b.log)

-- The metamethods decide, with room or without.
local stored = {}
local function guarded()
  local proxy = setmetatable({}, { __newindex = function(_, k, v) stored[k] = v end, __index = stored })
  proxy.x = 1
  proxy.y = 2
  proxy.x = 3
  return proxy
end
local proxy = guarded()
print(next(proxy), proxy.x, proxy.y, show(stored))

-- Elements with holes, before, between and after the fields: the length is the reference's.
local function holes(n)
  local t = {}
  t[1] = 1; t[2] = 2; t[4] = 4
  local first = #t
  t.n = n
  return first, #t
end
print(holes(4))
local function between(n)
  local t = {}
  t.n = n
  t[1] = 1; t[2] = 2; t[4] = 4
  local first = #t
  t.m = n; t.o = n
  return first, #t
end
print(between(4))
local function called(f)
  local t = {}
  t.a = 1
  f(t)
  local first = #t
  t.b, t.c = 2, 3
  return first, #t, show(t)
end
print(called(function(t) t[1] = 1; t[2] = 2; t[4] = 4 end))
print(called(function(t) for i = 1, 9 do t[i] = i ~= 5 and i or nil end end))
local function captured(...)
  local t = {}
  local function add(...) for i = 1, select("#", ...) do t[i] = (select(i, ...)) end end
  t.a = 1
  add(...)
  local first = #t
  t.b, t.n = 1, select("#", ...)
  return first, #t, show(t)
end
print(captured(1, nil, 3)); print(captured(1, 2, nil, 4)); print(captured(nil, nil, 3, 4))
local function branch(c)
  local t = {}
  if c then t[1], t[2], t[4] = 1, 2, 4 end
  local first = #t
  t.x, t.y, t.z = 1, 2, 3
  return first, #t
end
print(branch(true), branch(false))

-- A variable that gets another table, a loop that makes many, and fields that are cleared.
local function again()
  local t = { 1, 2 }
  t.x = 1
  local u = t
  t = { 3 }
  t.y, u.z = 2, 3
  return show(t) .. " " .. show(u)
end
print(again())
local count = 0
for i = 1, 100 do
  local node = { id = i }
  node.left, node.right = nil, i
  node.value = i
  node.id = nil
  for _ in pairs(node) do count = count + 1 end
end
print(count)

-- A module of many functions.
local M = {}
for i = 1, 3 do M[i] = i end
function M.f() return M.g() end
function M.g() return M.name end
M.name = "module"
M.self = M
print(M.f(), M.self.self == M, #M)
