-- A stack that is looked at from inside a function that the library called shows the callers beyond.
--[==[ expects
sort
stack traceback:
	callers_beyond_the_library.lua:163: in function <callers_beyond_the_library.lua:163>
	[C]: in function 'table.sort'
	callers_beyond_the_library.lua:156: in upvalue 'sorted'
	callers_beyond_the_library.lua:163: in local 'outer'
	callers_beyond_the_library.lua:166: in main chunk
	[C]: in ?
29	976
2	703	856	nil
2
2	1	703	856	nil
2	14	703	856	nil
2	27	703	856	nil
2	40	703	856	nil
3	550	856	nil
5
3	1	550	856	nil
3	14	550	856	nil
3	27	550	856	nil
3	40	550	856	nil
4	397	856	nil
10
4	1	397	856	nil
4	14	397	856	nil
4	27	397	856	nil
4	40	397	856	nil
5	244	856	nil
13
5	1	244	856	nil
5	14	244	856	nil
5	27	244	856	nil
5	40	244	856	nil
10	91	947	nil
37
10	1	91	947	nil
10	14	91	947	nil
10	27	91	947	nil
10	40	91	947	nil
100	21	1005	nil
765
100	1	21	1005	nil
100	14	21	1005	nil
100	27	21	1005	nil
100	40	21	1005	nil
250	1	1005	nil
2321
250	1	1	1005	nil
250	14	1	1005	nil
250	27	1	1005	nil
250	40	1	1005	nil
false	callers_beyond_the_library.lua:181: five
2 3 9 1 5 8
false	invalid order function for sorting
gsub
stack traceback:
	callers_beyond_the_library.lua:186: in function <callers_beyond_the_library.lua:186>
	[C]: in function 'string.gsub'
	callers_beyond_the_library.lua:186: in local 'f'
	callers_beyond_the_library.lua:187: in main chunk
	[C]: in ?
A17.B17.C17
xbac	1
-a-b-c-	4
aBc	3
abc	3
badcef	2
false	invalid replacement value (a table)
false	callers_beyond_the_library.lua:194: in gsub
callers_beyond_the_library.lua:195: in gsub
stack traceback:
	callers_beyond_the_library.lua:195: in function <callers_beyond_the_library.lua:195>
	[C]: in function 'error'
	callers_beyond_the_library.lua:195: in function <callers_beyond_the_library.lua:195>
	[C]: in function 'string.gsub'
	[C]: in function 'xpcall'
	callers_beyond_the_library.lua:195: in main chunk
	[C]: in ?
false	handled
tail
stack traceback:
	callers_beyond_the_library.lua:196: in function <callers_beyond_the_library.lua:196>
	[C]: in function 'string.gsub'
	callers_beyond_the_library.lua:196: in local 'g'
	callers_beyond_the_library.lua:197: in main chunk
	[C]: in ?
x	1
<callers_beyond_the_library.lua:205 text>	<callers_beyond_the_library.lua:205 text>
1	<callers_beyond_the_library.lua:207 nil>	2	<callers_beyond_the_library.lua:207 nil>	3
<callers_beyond_the_library.lua:208 nil>
true	1
false	'__tostring' must return a string
ain print
stack traceback:
	callers_beyond_the_library.lua:211: in function <callers_beyond_the_library.lua:211>
	[C]: in function 'print'
	[C]: in function 'pcall'
	callers_beyond_the_library.lua:211: in main chunk
	[C]: in ?
false	E
a|    7|b|        cc|%|ddd.
line 215
false	bad argument #2 to 'string.format' (string contains zeros)
false	bad argument #3 to 'string.format' (number expected, got string)
false	bad argument #3 to 'string.format' (no value)
false	'__tostring' must return a string
true	12 1.5
loading
stack traceback:
	callers_beyond_the_library.lua:225: in function <callers_beyond_the_library.lua:225>
	[C]: in function 'require'
	callers_beyond_the_library.lua:226: in local 'load_it'
	callers_beyond_the_library.lua:227: in main chunk
	[C]: in ?
mod	:preload:
mod	:preload:
true	true
false
false	attempt to yield across a C-call boundary
true
false
false	attempt to yield across a C-call boundary
true
in a coroutine
stack traceback:
	callers_beyond_the_library.lua:237: in function <callers_beyond_the_library.lua:237>
	[C]: in function 'table.sort'
	callers_beyond_the_library.lua:237: in function <callers_beyond_the_library.lua:232>
first
yielded	7
deep
stack traceback:
	callers_beyond_the_library.lua:247: in function <callers_beyond_the_library.lua:247>
	[C]: in function 'error'
	[C]: in function 'xpcall'
	callers_beyond_the_library.lua:247: in function <callers_beyond_the_library.lua:246>
	[C]: in function 'table.sort'
	callers_beyond_the_library.lua:246: in function <callers_beyond_the_library.lua:244>
	[C]: in function 'string.gsub'
	callers_beyond_the_library.lua:244: in local 'f'
	callers_beyond_the_library.lua:254: in main chunk
	[C]: in ?
false	deep
123
false	callers_beyond_the_library.lua:257: level 3
false	callers_beyond_the_library.lua:257: level 3
end
stack overflow
]==]
local function show(t) print((t:gsub("0x%x+", "0x"))) end
local function sorted(n, cmp)
  local t = {}
  for i = 1, n do t[i] = (i * 7919) % 1009 end
  local r = table.sort(t, cmp)
  for i = 2, n do assert(not cmp(t[i], t[i - 1]), i) end
  return t[1], t[n], r
end
do
  local once
  local function outer(x)
    local a, b = sorted(20, function(a, b) if not once then once = true show(debug.traceback("sort")) end return a < b end)
    return a, b
  end
  print(outer(1))
end
-- Each comparison looks, so that the sort goes on by itself from wherever it is.
for _, n in ipairs { 2, 3, 4, 5, 10, 100, 250 } do
  local looks = 0
  print(n, sorted(n, function(a, b) looks = looks + #debug.traceback() // 1000000 + 1 return a < b end))
  print(looks)
  for k = 1, 40, 13 do
    local i = 0
    print(n, k, sorted(n, function(a, b) i = i + 1 if i == k then assert(debug.getinfo(2, "n")) end return a < b end))
  end
end
do -- errors on the way
  local t = { 5, 3, 8, 1, 9, 2 }
  local n = 0
  print(pcall(table.sort, t, function(a, b) n = n + 1 debug.traceback() if n == 5 then error("five") end return a < b end))
  print(table.concat(t, " "))
  print(pcall(table.sort, { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, function(a, b) debug.traceback() return true end))
end
do -- gsub
  local function f(s) return (s:gsub("%w", function(c) if c == "b" then show(debug.traceback("gsub")) end return c:upper() .. #debug.traceback("", 50) end)) end
  print(f("a.b.c"))
  print(("abc"):gsub("^(.)(.)", function(a, b) return debug.traceback("x", 50):sub(1, 1) .. b .. a end))
  print(("abc"):gsub("", function() debug.traceback() return "-" end))
  print(("abc"):gsub(".", function(c) debug.traceback() return c == "b" and "B" or nil end))
  print(("abc"):gsub(".", function(c) debug.traceback() end))
  print(("abcdef"):gsub("%w%w", function(c) debug.traceback() return c:reverse() end, 2))
  print(pcall(string.gsub, "abc", ".", function(c) debug.traceback() return {} end))
  print(pcall(string.gsub, "abc", ".", function(c) debug.traceback() error("in gsub") end))
  print(xpcall(string.gsub, function(m) show(debug.traceback(m)) return "handled" end, "abc", ".", function(c) debug.traceback() error("in gsub") end))
  local function g(s) return s:gsub(".", function(c) show(debug.traceback("tail")) return c end) end
  print(g("x"))
end
do -- tostring and print
  local meta = { __tostring = function(self)
    local i = debug.getinfo(3, "Sln")
    return "<" .. tostring(i and i.short_src) .. ":" .. tostring(i and i.currentline) .. " " .. tostring(i and i.name) .. ">"
  end }
  local o = setmetatable({}, meta)
  local function text() local t = tostring(o) return t end
  print(text(), text())
  print(1, o, 2, o, 3)
  print(o)
  print(pcall(tostring, setmetatable({}, { __tostring = function() debug.traceback() return 1 end })))
  print(pcall(tostring, setmetatable({}, { __tostring = function() debug.traceback() return {} end })))
  print(pcall(print, "a", setmetatable({}, { __tostring = function() show(debug.traceback("in print")) error("E", 0) end })))
end
do -- format
  local function object(t) return setmetatable({}, { __tostring = function() local i = debug.getinfo(3, "l") debug.traceback() return t or "line " .. i.currentline end }) end
  local function text(f, ...) local s = f:format(...) return s end
  print(text("%s|%5d|%s|%10s|%%|%.3s.", object("a"), 7, object("b"), object("cc"), object("dddd")))
  print(text("%s", object()))
  print(pcall(string.format, "%5s", object("a\0b")))
  print(pcall(string.format, "%s %d", object("x"), "y"))
  print(pcall(string.format, "%s %d", object("x")))
  print(pcall(string.format, "%s", object({})))
  print(pcall(string.format, "%s %s", object(12), object(1.5)))
end
do -- require
  package.preload.mod = function(...) show(debug.traceback("loading")) print(...) return { name = ... } end
  local function load_it() local m, where = require "mod" return m.name, where end
  print(load_it())
  package.preload.mod2 = function() debug.traceback() end
  print(require "mod2", package.loaded.mod2)
end
do -- no yield across, before and after
  local co = coroutine.wrap(function()
    print(pcall(string.gsub, "a", ".", function() debug.traceback() print(coroutine.isyieldable()) coroutine.yield(1) end))
    print(coroutine.isyieldable())
    print(pcall(table.sort, { 1, 2 }, function() debug.traceback() print(coroutine.isyieldable()) coroutine.yield(1) end))
    print(coroutine.isyieldable())
    table.sort({ 1, 2 }, function() show(debug.traceback("in a coroutine")) end)
    return "yielded", coroutine.yield("first")
  end)
  print(co()) print(co(7))
end
do -- nested
  local function f()
    local r = ("x"):gsub("x", function()
      local t = { 3, 1, 2 }
      table.sort(t, function(a, b)
        if a == 1 then print(xpcall(error, function(m) show(debug.traceback(m)) return m end, "deep")) end
        return a < b
      end)
      return table.concat(t)
    end)
    return r
  end
  print(f())
end
do -- levels of errors beyond
  local function f() return (("x"):gsub("x", function() debug.traceback() error("level 3", 3) end)) end
  print(pcall(function() local x = f() return x end))
  print(pcall(function() local x = f() return x end))
end
do -- deep recursion
  local function f(n) return (("x"):gsub("x", function() if n > 0 then debug.traceback() return (f(n - 1)) end return "end" end)) end
  print(f(150))
  print((select(2, pcall(f, 250)):gsub("^.-(%w+ overflow).*$", "%1")))
end
