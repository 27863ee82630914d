-- Variables that hold nothing but strings, and activations that are suspended while they do.
--[==[ expects
own1	s1
own2	s6
own3	s12
own1a;own22;own3nil;	S1123	s20	first
concat	string	table
index	key1
newindex	key1	text
lt
len
joined	found	true	length	textkey1	8	key1
400
800
1600
3200
6400
xx	true	120
one?
two?
three?
ONE=1
one=1two=2	5	true	ONE=1end
false	attempt to yield across a C-call boundary
true	a1
]==]
local function worker(first)
  local s = "s" .. 1
  local t = s:upper()
  local total = ""
  for i = 1, 3 do
    local own = "own" .. i
    local got = coroutine.yield(own, s)
    total = total .. own .. tostring(got) .. ";"
    t = t .. i
    s = s:sub(1, 1) .. #total
  end
  return total, t, s, first
end
local c = coroutine.wrap(worker)
print(c("first"))
print(c("a"))
print(c(2))
print(c(nil))

-- In what a library function calls.
local yielding = setmetatable({}, {
  __concat = function(a, b) return coroutine.yield("concat", type(a), type(b)) end,
  __index = function(_, key) return coroutine.yield("index", key) end,
  __len = function() return coroutine.yield("len") end,
  __lt = function() return coroutine.yield("lt") end,
  __newindex = function(_, key, value) coroutine.yield("newindex", key, value) end,
})
local function operations()
  local key = "key" .. 1
  local text = "text"
  local joined = text .. yielding
  local found = yielding[key]
  yielding[key] = text
  local less = text < yielding
  local length = #yielding
  text = text .. key
  return joined, found, less, length, text, #text, key
end
local d = coroutine.wrap(operations)
print(d())
print(d("joined"))
print(d("found"))
print(d())
print(d(1))
print(d("length"))

-- A rope stays what it is across a yield.
local e = coroutine.wrap(function()
  local rope = ("x"):rep(200)
  for i = 1, 5 do
    rope = rope .. rope
    coroutine.yield(#rope)
  end
  return rope:sub(-2), rope == ("x"):rep(#rope), rope:byte(1)
end)
for _ = 1, 6 do print(e()) end

-- Results of functions that yield, in closures and in protected calls.
local function asks(question)
  local answer = coroutine.yield(question .. "?")
  return question .. "=" .. tostring(answer)
end
local f = coroutine.wrap(function()
  local a = asks("one")
  local b, ok = asks("two"), pcall(asks, "three")
  local upper = a:upper()
  local inner = function() return upper .. coroutine.yield(upper) end
  return a .. b, #a, ok, inner()
end)
print(f())
print(f(1))
print(f(2))
print(f(3))
print(f("end"))
print(pcall(coroutine.wrap(function() local s = "a" .. 1 local r = s:gsub(".", coroutine.yield) return r end)))
print(pcall(coroutine.wrap(function()
  local s = "a" .. 1
  coroutine.yield(s)
  return s:rep({})
end)))
