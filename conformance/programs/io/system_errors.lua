-- What the system refuses: the texts and numbers of its errors, of files, directories and devices.
--[==[ expects
file
nil | No space left on device | 28
nil | No space left on device | 28
true
nil | No space left on device | 28
true
nil | No space left on device | 28
nil | Is a directory | 21
nil | Is a directory | 21
nil | Is a directory | 21
0
false | Is a directory
true
nil | /: Is a directory | 21
nil | /: Is a directory | 21
nil | : No such file or directory | 2
nil | no file: No such file or directory | 2
nil | no folder/file: No such file or directory | 2
nil | /etc/passwd/file: Not a directory | 20
nil | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: File name too long | 36
file
false | cannot open file 'no file' (No such file or directory)
false | cannot open file 'no file' (No such file or directory)
false | cannot open file 'no folder/file' (No such file or directory)
false | system_errors.lua:98: cannot open file 'no file' (No such file or directory)
nil | Bad file descriptor | 9
nil | Bad file descriptor | 9
false | bad argument #2 to '?' (invalid format)
false | bad argument #3 to '?' (invalid format)
true | nil | Bad file descriptor | 9
false | not enough memory
true | 12 | nil
true | abc | nil
true | nil
nil | Bad file descriptor | 9
file
file
false | bad argument #2 to '?' (string expected, got table)
nil | Invalid argument | 22
false | bad argument #3 to '?' (number expected, got string)
false | bad argument #2 to '?' (string expected, got no value)
false | bad argument #2 to '?' (invalid option 'some')
true
false | attempt to use a closed file
false | attempt to use a closed file
false | bad argument #252 to 'io.lines' (too many arguments)
true | function | nil | nil | file
a | 10 | 11
ab | 11 | 12
a+ | 0 | 13
]==]
local function show(...)
  local values = table.pack(...)
  for i = 1, values.n do
    values[i] = io.type(values[i]) or type(values[i]) == "function" and "function" or tostring(values[i])
  end
  print(table.concat(values, " | "))
end
-- A device without room: the error comes when the buffer is written.
local full = io.open("/dev/full", "w")
show(full:write("x"))
show(full:flush())
show(full:write(("x"):rep(100000)))
show(full:close())
full = io.open("/dev/full", "w")
full:setvbuf("no")
show(full:write("y"))
show(full:close())
full = io.open("/dev/full", "w")
full:write("z")
show(full:close())
do
  local closed <close> = io.open("/dev/full", "w")
  closed:write("nobody hears of it")
end
-- A directory can be opened for reading, and not read.
local directory = io.open("/")
show(directory:read(1))
show(directory:read("a"))
show(directory:read("n"))
show(directory:seek("cur"))
show(pcall(directory:lines()))
show(directory:close())
show(io.open("/", "w"))
show(io.open("/", "r+"))
-- Names.
show(io.open(""))
show(io.open("no file"))
show(io.open("no folder/file", "w"))
show(io.open("/etc/passwd/file"))
show(io.open(("x"):rep(300)))
show(io.open("/etc/passwd\0ignored"))
show(pcall(io.lines, "no file"))
show(pcall(io.input, "no file"))
show(pcall(io.output, "no folder/file"))
show(pcall(function() for _ in io.lines("no file") do end end))
-- Formats are looked at one by one, as far as reading gets.
local name = os.tmpname()
local file = io.open(name, "w")
show(file:read())
show(file:read(0))
show(pcall(file.read, file, "x"))
show(pcall(file.read, file, "a", "x"))
show(pcall(file.read, file, "n", "x"))
show(pcall(file.read, file, -1))
file:write("12 abc")
file:close()
file = io.open(name)
show(pcall(file.read, file, "n", "n", "x"))
show(pcall(file.read, file, "l", "l", "x"))
show(pcall(file.read, file, 0, "x"))
show(file:write("x"))
show(file:write(""))
show(file:write())
show(pcall(file.write, file, {}))
show(file:seek("set", -1))
show(pcall(file.seek, file, "set", "x"))
show(pcall(file.setvbuf, file))
show(pcall(file.setvbuf, file, "some"))
show(file:close())
show(pcall(file.close, file))
show(pcall(io.close, file))
show(pcall(io.lines, name, table.unpack({}, 1, 251)))
show(pcall(io.lines, name, "x"))
os.remove(name)
-- A file for appending starts at its end.
file = io.open(name, "w")
file:write("0123456789")
file:close()
for _, mode in ipairs { "a", "ab", "a+" } do
  file = io.open(name, mode)
  local before = file:seek()
  file:write("x")
  show(mode, before, file:seek())
  file:close()
end
os.remove(name)
