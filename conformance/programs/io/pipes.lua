-- Commands that are read from and written to, how they ended, and what is seen in which order.
--[==[ expects
file	one
two

nil	exit	3
nil	signal	9
false	bad argument #2 to 'io.popen' (invalid mode)
false	bad argument #2 to 'io.popen' (invalid mode)
false	bad argument #1 to 'io.popen' (string expected, got no value)
<a><b><c>
nil	Illegal seek	29
nil	Bad file descriptor	9
true	exit	0
false	attempt to use a closed file

nil	exit	127
nil	exit	5
nil	signal	15
true
true	exit	0
true	exit	0
nil	exit	127
printed
from a command
closed by the block
file (closed)	closed file
true	1	bc	3
true
written at exit
]==]
local pipe = io.popen("echo one; echo two; exit 3")
print(io.type(pipe), pipe:read("l"))
print(pipe:read("a"))
print(pipe:close())
pipe = io.popen("kill -9 $$")
print(pipe:close())
print(pcall(io.popen, "x", "rw"))
print(pcall(io.popen, "x", "r+"))
print(pcall(io.popen))
for line in io.popen("printf 'a\\nb\\nc'"):lines() do io.write("<", line, ">") end
print()
pipe = io.popen("true")
print(pipe:seek("cur"))
print(pipe:write("x"))
print(pipe:close())
print(pcall(pipe.read, pipe))
pipe = io.popen("no_such_command 2>/dev/null")
print(pipe:read("a"))
print(pipe:close())
print(os.execute("exit 5"))
print(os.execute("kill -15 $$"))
print(os.execute())
print(os.execute("true"))
print(os.execute(""))
print(os.execute("no_such_command 2>/dev/null"))
-- What was printed comes before what a command writes.
print("printed")
os.execute("echo from a command")
do
  local closed <close> = io.popen("cat", "w")
  closed:write("closed by the block\n")
end
print(tostring(pipe), io.type(pipe))
local temporary = io.tmpfile()
print(temporary:write("abc") == temporary, temporary:seek("set", 1), temporary:read("a"), temporary:seek("end"))
print(temporary:close())
-- Closed at exit, which waits for nobody: the command still gets it all.
pipe = io.popen("cat", "w")
pipe:write("written at exit\n")
pipe:close()
