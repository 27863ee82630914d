-- The table of a library that goes elsewhere can be changed there.
--[==[ expects
1	3
other floor
other len	other len
other concat
nil
]==]
local function change(library, name, f) library[name] = f end
print(math.floor(1.5), string.len("abc"))
change(math, "floor", function() return "other floor" end)
print(math.floor(1.5))
local strings = {string}
strings[1].len = function() return "other len" end
print(string.len("abc"), ("abc"):len())
local tables
tables = table
local function set() tables.concat = function() return "other concat" end end
set()
print(table.concat({1, 2}))
for name in pairs(math) do if name == "ceil" then math[name] = nil end end
print(math.ceil)
