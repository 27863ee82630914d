-- Who looks at the stack inside a function that the library calls sees the library function.
--[==[ expects
sort		library_callbacks.lua:23: in function <library_callbacks.lua:23>		[C]: in function 'table.sort'
sort in place		library_callbacks.lua:24: in function <library_callbacks.lua:24>		[C]: in function 'table.sort'
gsub		library_callbacks.lua:25: in function <library_callbacks.lua:25>		[C]: in function 'string.gsub'
gsub 2		library_callbacks.lua:26: in function <library_callbacks.lua:26>		[C]: in function 'string.gsub'
tostring		library_callbacks.lua:27: in function <library_callbacks.lua:27>		[C]: in function 'tostring'
text
format		library_callbacks.lua:28: in function <library_callbacks.lua:28>		[C]: in function 'string.format'
text
print		library_callbacks.lua:29: in function <library_callbacks.lua:29>		[C]: in function 'print'
text
require		library_callbacks.lua:30: in function <library_callbacks.lua:30>		[C]: in function 'require'
coroutine		library_callbacks.lua:32: in function <library_callbacks.lua:32>	nil
pcall		[C]: in function 'pcall'		library_callbacks.lua:32: in function <library_callbacks.lua:32>
nested		library_callbacks.lua:33: in function <library_callbacks.lua:33>		[C]: in function 'table.sort'
after		library_callbacks.lua:33: in function <library_callbacks.lua:33>		[C]: in function 'string.gsub'
after an error		library_callbacks.lua:34: in function <library_callbacks.lua:34>		[C]: in function 'string.gsub'
outside		library_callbacks.lua:35: in main chunk		[C]: in ?
]==]
local function lines(text) local t = {} for l in text:gmatch("[^\n]+") do t[#t+1] = l end return t end
local function look(where) local t = lines(debug.traceback(where)) print(t[1], t[4], t[5]) end
table.sort({2, 1}, function(a, b) look("sort") return a < b end)
table.sort(setmetatable({2, 1, nil, 3}, {__len = function() return 2 end}), function(a, b) look("sort in place") return a < b end)
string.gsub("a", "a", function() look("gsub") end)
string.gsub("ab", "(a)(b)", function() look("gsub 2") end)
print(tostring(setmetatable({}, {__tostring = function() look("tostring") return "text" end})))
print(string.format("%s", setmetatable({}, {__tostring = function() look("format") return "text" end})))
print(setmetatable({}, {__tostring = function() look("print") return "text" end}))
package.preload.m = function() look("require") return 1 end
require "m"
string.gsub("a", "a", function() coroutine.wrap(function() look("coroutine") end)() pcall(look, "pcall") end)
string.gsub("a", "a", function() table.sort({1, 2}, function(a, b) look("nested") return a < b end) look("after") end)
string.gsub("a", "a", function() pcall(table.sort, {1, 2}, function() error("x") end) look("after an error") end)
look("outside")
