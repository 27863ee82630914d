-- Calls that operators and library functions make are counted: recursion through them ends in an error that can be caught.
--[==[ expects
index	false	c_stack_overflow.lua:43: C stack overflow	196
index and add	false	c_stack_overflow.lua:44: C stack overflow	196
newindex	false	c_stack_overflow.lua:45: C stack overflow	196
add	false	c_stack_overflow.lua:46: C stack overflow	196
concat	false	c_stack_overflow.lua:47: C stack overflow	196
eq	false	c_stack_overflow.lua:48: C stack overflow	196
lt	false	c_stack_overflow.lua:49: C stack overflow	196
le	false	c_stack_overflow.lua:50: C stack overflow	196
len	false	c_stack_overflow.lua:51: C stack overflow	196
unm	false	c_stack_overflow.lua:52: C stack overflow	196
bnot	false	c_stack_overflow.lua:53: C stack overflow	196
pairs	false	C stack overflow	196
close	false	c_stack_overflow.lua:55: C stack overflow	196
tostring	false	C stack overflow	196
format	false	C stack overflow	196
insert	false	C stack overflow	196
concat of a list	false	C stack overflow	196
sort by lt	false	C stack overflow	196
gsub with a table	false	C stack overflow	196
called
false	C stack overflow
197
false	C stack overflow
196
false	C stack overflow
197
false	C stack overflow
197
<C stack overflow>
false	c_stack_overflow.lua:91: C STACK overflow
]==]
local function try(name, meta, f)
  local levels = 0
  local function enter() levels = levels + 1 end
  for event, handler in pairs(meta) do
    meta[event] = function(...) enter() return handler(...) end
  end
  local ok, message = pcall(f, setmetatable({}, meta))
  print(name, ok, message, levels)
end
try("index", { __index = function(t, k) return t[k] end }, function(t) return t.x end)
try("index and add", { __index = function(t, k) return t[k] + 1 end }, function(t) return t.x end)
try("newindex", { __newindex = function(t, k, v) t[k] = v end }, function(t) t.x = 1 end)
try("add", { __add = function(a, b) return a + b end }, function(t) return t + 1 end)
try("concat", { __concat = function(a, b) local joined = a .. b return joined end }, function(t) return t .. 1 end)
try("eq", { __eq = function(a, b) return a == b end }, function(t) return t == setmetatable({}, getmetatable(t)) end)
try("lt", { __lt = function(a, b) return a < b end }, function(t) return t < 1 end)
try("le", { __le = function(a, b) return a <= b end }, function(t) return t <= 1 end)
try("len", { __len = function(t) return #t end }, function(t) return #t end)
try("unm", { __unm = function(t) return -t end }, function(t) return -t end)
try("bnot", { __bnot = function(t) return ~t end }, function(t) return ~t end)
try("pairs", { __pairs = function(t) return pairs(t) end }, function(t) return pairs(t) end)
try("close", { __close = function(t) do local inner <close> = t end end }, function(t) local outer <close> = t end)
try("tostring", { __tostring = function(t) return tostring(t) end }, tostring)
try("format", { __tostring = function(t) return string.format("%s", t) end }, tostring)
try("insert", { __newindex = function(t, _, v) table.insert(t, v) end }, function(t) table.insert(t, 1) end)
try("concat of a list", { __index = function(t) return table.concat(t, ",", 1, 2) end }, function(t) return t[1] end)
try("sort by lt", { __lt = function(t) table.sort({ t, t, t }) return true end }, function(t) table.sort({ t, t, t }) end)
try("gsub with a table", { __index = function(t) return (string.gsub("a", "a", t)) end }, function(t) return t.a end)

-- Calls have no limit like that.
local callable = setmetatable({}, { __call = function(self, n) if n == 0 then return "called" end local r = self(n - 1) return r end })
print(callable(1000))

local levels = 0
local function count(f) levels = 0 print(pcall(f)) print(levels) end
local function substitute() levels = levels + 1 return (string.gsub("a", ".", substitute)) end
count(substitute)
local function compare(a, b) levels = levels + 1 table.sort({ 3, 2, 1 }, compare) return a < b end
count(function() table.sort({ 3, 2, 1 }, compare) end)

local function protect()
  levels = levels + 1
  local ok, message = pcall(protect)
  if not ok then error(message, 0) end
  return ok
end
count(protect)
local function resume()
  levels = levels + 1
  local ok, message = coroutine.resume(coroutine.create(resume))
  if not ok then error(message, 0) end
end
count(resume)

-- A handler has some calls more than what it handles.
local function handled() return xpcall(handled, function(message) return "<" .. tostring(message) .. ">" end) end
print((select(-1, handled())))
print(xpcall(function() return setmetatable({}, { __add = function(a, b) return a + b end }) + 1 end, function(message)
  return (string.gsub(message, "C stack", string.upper))
end))
