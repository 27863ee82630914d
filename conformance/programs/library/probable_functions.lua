-- Calls by names of the library, of functions that are the library's, and of others.
--[==[ expects
number	1.5	1.5	1.5	1.5	5	1
1 101 el lo104510HELLO
number	2.5	2.5	2.5	2.5	5	2
2 101 el lo104510HELLO
number	3.5	3.5	3.5	3.5	5	3
3 101 el lo104510HELLO
false	probable_functions.lua:72: bad argument #1 to 'floor' (number expected, got table)
false	attempt to compare table with number
false	probable_functions.lua:72: bad argument #1 to 'byte' (string expected, got table)
false	probable_functions.lua:73: bad argument #2 to 'sub' (number expected, got table)
false	probable_functions.lua:73: wrong number of arguments to 'insert'
false	probable_functions.lua:73: bad argument #1 to 'insert' (table expected, got number)
false	probable_functions.lua:74: attempt to call a nil value (method 'sub')
false	probable_functions.lua:74: bad argument #1 to 'sub' (number expected, got table)
false	probable_functions.lua:72: bad argument #1 to 'floor' (number expected, got boolean)
false	attempt to compare boolean with number
false	probable_functions.lua:72: bad argument #1 to 'byte' (string expected, got boolean)
false	probable_functions.lua:73: bad argument #2 to 'sub' (number expected, got boolean)
false	probable_functions.lua:73: bad argument #1 to 'insert' (table expected, got boolean)
false	probable_functions.lua:73: bad argument #1 to 'insert' (table expected, got number)
false	probable_functions.lua:74: attempt to index a boolean value (local 'x')
false	probable_functions.lua:74: bad argument #1 to 'sub' (number expected, got boolean)
false	probable_functions.lua:72: bad argument #1 to 'floor' (number expected, got string)
false	attempt to compare string with number
false	probable_functions.lua:72: bad argument #2 to 'byte' (number expected, got table)
false	probable_functions.lua:73: bad argument #2 to 'sub' (number expected, got string)
false	probable_functions.lua:73: bad argument #1 to 'insert' (table expected, got string)
false	probable_functions.lua:73: bad argument #1 to 'insert' (table expected, got number)
true	x
false	probable_functions.lua:74: bad argument #1 to 'sub' (number expected, got string)
value
1
2
mine	ab	insertedminemine	3
object12	1
st	6
object12	2
ag	5
object12	3
false	probable_functions.lua:105: attempt to index a number value (upvalue 'number')
false	probable_functions.lua:106: attempt to index a nil value (local 'n')
3
longer than 3
1
2
false	probable_functions.lua:115: attempt to call a nil value (field 'floor')
a	3	97
new sub	3	97
false	probable_functions.lua:123: attempt to call a nil value (method 'byte')
new sub	7	8
sub	len	byte
false	probable_functions.lua:123: attempt to index a string value (local 's')
]==]
local _ = _G -- nothing is known of the library
local byte, sub, floor, insert, type, tostring = string.byte, string.sub, math.floor, table.insert, type, tostring
local function all(s, x, t)
  insert(t, floor(x))
  table.insert(t, byte(s, 2))
  t[#t + 1] = sub(s, 2, 3)
  t[#t + 1] = s:sub(-2) .. s:byte(1) .. s:len() .. #s:rep(2) .. s:upper()
  return type(x), tostring(x), math.max(x, 1), assert(x), tonumber(x), string.len(s), rawget(t, 1)
end
for i = 1, 3 do
  local t = {}
  print(all("hello", i + 0.5, t))
  print(table.concat(t, " "))
end
for _, bad in ipairs({{}, true, "x"}) do
  for _, f in ipairs({
    function(x) return floor(x) + 1 end, function(x) return math.max(x, 1) + 0 end, function(x) local r = byte(x, {}) return r end,
    function(x) local r = sub("abc", x, 1) return r end, function(x) insert(x, 1, 2, 3) end, function(x) insert(1, x) end,
    function(x) local r = x:sub(1, 2) return r end, function(x) local r = ("x"):sub(x, x) return r end,
  }) do
    local ok, message = pcall(f, bad)
    print(ok, (tostring(message):gsub("0x%x+", "")))
  end
end

-- other functions of these names
do
  local floor = function(x) return "mine", x end
  local byte = setmetatable({}, {__call = function(self, a, b) return a .. b end})
  local insert = function(t, v) coroutine.yield(v) t[#t + 1] = v return "inserted" end
  local function f(t)
    local a = floor(1.5)
    local b = byte("a", "b")
    local c = insert(t, "value")
    for i = 1, 2 do insert(t, i) c = c .. floor(i) end
    return a, b, c, #t
  end
  local co = coroutine.wrap(f)
  print(co({})) print(co()) print(co()) print(co())
end
local object = {text = "object"}
function object:sub(i, j) return self.text .. i .. (j or "") end
function object:len() return coroutine.yield("len") end
local inherited = setmetatable({}, {__index = object})
local co = coroutine.wrap(function()
  for _, o in ipairs({object, "string", inherited, "again", object}) do print(o:sub(1, 2), o:len()) end
end)
co() co(1) co(2) co(3)
local number = 5
print(pcall(function() return number:sub(1, 1) end))
print(pcall(function() local n return n:byte(1) end))

-- variables that change while the program runs
local len = string.len
local function measure(s) return len(s) end
print(measure("abc"))
len = function(s) return "longer than " .. #s end
print(measure("abc"))
local library = {floor = math.floor}
local function use(x) return (library.floor(x)) end
print(use(1.5))
library.floor = math.ceil
print(use(1.5))
library.floor = nil
print(pcall(use, 1.5))

-- methods of strings that are changed
local function methods(s) local r = s:sub(1, 1) return r, (s:len()), (s:byte()) end
print(methods("abc"))
string.sub = function(s, i) return "new sub" end
print(methods("abc"))
string.byte = nil
print(pcall(methods, "abc"))
getmetatable("").__index = {sub = string.sub, len = function() return 7 end, byte = function() return 8 end}
print(methods("abc"))
getmetatable("").__index = function(s, name) return function() return name end end
print(methods("abc"))
getmetatable("").__index = nil
print(pcall(methods, "abc"))
