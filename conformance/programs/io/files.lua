-- Files: open, write, read, seek, lines, append, close; errors with the system's text.
--[==[ expects
file	true	19	2	19
true	closed file	file (closed)
false	attempt to use a closed file
false	files.lua:37: attempt to use a closed file
<line one><2><3.5><last>
line one	2	3.5

last
	nil	nil
line		4
 |one;2|;3|.5;l|ast;
line one
2
3.5
last
appended
5
LINE one
28
0	1	255	13	10
nil	/nonexistent/file: No such file or directory	2
false	bad argument #2 to 'io.open' (invalid mode)
false	cannot open file '/nonexistent/file' (No such file or directory)
nil	/nonexistent/dir/x: No such file or directory	2
closed by the block
true	false
default output
false	attempt to use a closed file
true
3	2
closed file	nil	2
]==]
local name = os.tmpname()
local f = assert(io.open(name, "w"))
print(io.type(f), f:write("line one\n", 2, "\n", 3.5, "\nlast") == f, f:seek("cur"), f:seek("set", 2), f:seek("end")) print(f:close(), io.type(f), tostring(f)) print(pcall(f.write, f, "x")) print(pcall(function() return f:read() end))
for line in io.lines(name) do io.write("<", line, ">") end print()
f = io.open(name) print(f:read("l", "n", "n")) print(f:read("a")) print(f:read("a"), f:read("l"), f:read(1)) f:seek("set", 0) print(f:read(4), f:read(0), f:seek()) for a, b in f:lines(1, "l") do io.write(a, "|", tostring(b), ";") end print() f:close()
f = io.open(name, "a") f:write("\nappended") f:close() local n = 0 for l in io.lines(name, "L") do n = n + 1 io.write(l) end print() print(n)
f = io.open(name, "r+") f:write("LINE") f:seek("set", 0) print(f:read()) f:close() f = io.open(name, "rb") print(#f:read("a")) f:close()
f = io.open(name, "wb") f:write("\0\1\255\r\n") f:close() f = io.open(name, "rb") print(f:read("a"):byte(1, -1)) f:close()
print(io.open("/nonexistent/file", "r")) print(pcall(io.open, name, "z")) print(pcall(io.lines, "/nonexistent/file")) print(io.open("/nonexistent/dir/x", "w"))
do local g <close> = io.open(name, "w") g:write("closed by the block") end print(io.open(name):read("a")) local h = io.open(name) h:setvbuf("full", 1024) print(h:setvbuf("no"), h:flush() == h) h:close()
io.output(name) io.write("default output") io.close() io.output(io.stdout) io.input(name) print(io.read("a")) io.close(io.input()) io.input(io.stdin) print(pcall(h.lines, h)) print(os.remove(name)) print(select("#", os.remove(name)), (select(3, os.remove(name)))) print(io.type(h), (io.open(name)), (select(3, io.open(name))))
