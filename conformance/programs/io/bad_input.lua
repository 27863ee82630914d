-- What cannot be opened, read, written or closed gives the system's error, and no operation loses what could be written.
--[==[ expects
nil	/no/such/file: No such file or directory	2
file (address)
nil
nil
nil
nil
true
nil	/tmp: Is a directory	21
nil	/tmp/flua-no-such-directory/y: No such file or directory	2
false	cannot open file '/no/such' (No such file or directory)
false	bad_input.lua:128: Is a directory
true	function: address	nil	nil	file (address)
false	bad argument #2 to 'io.open' (invalid mode)
false	attempt to use a closed file
false	attempt to use a closed file
false	attempt to use a closed file
false	attempt to use a closed file
false	attempt to use a closed file
file (closed)
closed file
false	attempt to use a closed file
false	attempt to use a closed file
nil	Bad file descriptor	9
nil	Bad file descriptor	9
true
false	bad argument #2 to '?' (string expected, got table)
false	bad argument #2 to '?' (string expected, got nil)
nil	Invalid argument	22
7
false	bad argument #2 to '?' (invalid option 'bad')
false	bad argument #3 to '?' (number has no integer representation)
true	true	true
false	bad argument #2 to '?' (invalid option 'bad')
true
nil	Bad file descriptor	9
abc12.5

nil
nil
nil
false	bad argument #2 to '?' (invalid format)
true	
nil	file
true
nil	No space left on device	28
true
nil	No space left on device	28
nil	No space left on device	28
true
false	bad argument #2 to 'io.popen' (invalid mode)

nil	exit	3
nil	signal	9
nil
nil	exit	127
nil	Illegal seek	29
true
nil	Bad file descriptor	9
true	exit	0
nil	Broken pipe	32
true
true	exit	0
nil	Illegal seek	29
a	b	nil
true	exit	0
true	nil	cannot close standard file
nil	/no/such: No such file or directory	2
nil	No such file or directory	2
nil	exit	2
nil	signal	15
false	cannot open file '/no/dir/x' (No such file or directory)
false	cannot open file '/no/such' (No such file or directory)
nil
abc12.5
true
false	default input file is closed
false	attempt to use a closed file
false	attempt to use a closed file
a	b	c	1	2	.	5
false	file is already closed
false	file is already closed
0
ab
abc12.5Z
Qbc12.5Z
13
Qbc12.5Z00000!
16.0
nil
-5
nil
nil
nil
nil
nil
nil
nil
nan 0x 12abc 99999999999999999999 .5 5. 1e+ 

5000000
302
last
nil
5000000	302
4	nil
true
true
true	nil	Bad file descriptor	9
]==]
local function p(...)
  local texts = table.pack(...)
  for i = 1, texts.n do texts[i] = tostring(texts[i]):gsub("0x%x+", "address") end
  print(table.concat(texts, "\t"))
end
p(io.open("/no/such/file"))
p(io.open("/tmp"))
local d = io.open("/tmp")
p(d and d:read("a"))
p(d and d:read(1))
p(d and d:read("n"))
p(d and d:read(0))
p(d and d:close())
p(io.open("/tmp", "w"))
p(io.open("/tmp/flua-no-such-directory/y", "w"))
p(pcall(io.lines, "/no/such"))
p(pcall(function() for l in io.lines("/tmp") do p(l) end end))
p(pcall(io.lines, "/tmp", "x"))
p(pcall(io.open, "x", "rz"))
local f = io.open(os.tmpname(), "w")
f:close()
p(pcall(f.write, f, "x"))
p(pcall(f.read, f))
p(pcall(f.lines, f))
p(pcall(f.seek, f))
p(pcall(f.close, f))
p(tostring(f))
p(io.type(f))
p(pcall(f.setvbuf, f, "no"))
p(pcall(f.flush, f))
local name = os.tmpname()
local f = io.open(name, "w")
p(f:read())
p(f:read("n"))
p(f:write("abc", 1, 2.5)==f)
p(pcall(f.write, f, {}))
p(pcall(f.write, f, nil))
p(f:seek("set", -1))
p(f:seek("cur"))
p(pcall(f.seek, f, "bad"))
p(pcall(f.seek, f, "set", 1.5))
p(f:setvbuf("no"), f:setvbuf("full", 10), f:setvbuf("line"))
p(pcall(f.setvbuf, f, "bad"))
p(f:close())
local f = io.open(name)
p(f:write("x"))
p(f:read("a"))
p(f:read("a"))
p(f:read("l"))
p(f:read(0))
p(f:read("n", "l"))
p(pcall(f.read, f, "x"))
p(pcall(f.read, f, "*a"))
f:close()
p(io.type(1), io.type(io.stdout))
local full = io.open("/dev/full", "w")
p(full:write("x")==full)
p(full:flush())
p(full:close())
local full = io.open("/dev/full", "w") full:setvbuf("no")
p(full:write("x"))
local full = io.open("/dev/full", "w")
p(full:write(("x"):rep(100000)))
p(full:close())
p(pcall(io.popen, "exit 3", "z"))
local pp = io.popen("exit 3")
p(pp:read("a"))
p(pp:close())
local pp = io.popen("kill -9 $$")
p(pp:close())
local pp = io.popen("no_such_command_x 2>/dev/null")
p(pp:read("l"))
p(pp:close())
local pp = io.popen("cat > /dev/null", "w")
p(pp:seek())
p(pp:write("x")==pp)
p(pp:read())
p(pp:close())
local pp = io.popen("true", "w")
os.execute("sleep 0.1")
p(pp:write(("y"):rep(100000)))
p(pp:flush())
p(pp:close())
local pp = io.popen("echo a; echo b")
p(pp:seek("cur"))
p(pp:read("l", "l", "l"))
p(pp:close())
p(pcall(io.close))
p(os.remove("/no/such"))
p(os.rename("/no/such", "/no/other"))
p(os.execute("exit 2"))
p(os.execute("kill -15 $$"))
p(pcall(io.output, "/no/dir/x"))
p(pcall(io.input, "/no/such"))
io.input(name)
p(io.read("n"))
p(io.read("a"))
p(io.close(io.input()))
p(pcall(io.read))
p(pcall(io.lines))
p(pcall(io.close, io.input()))
local l = io.lines(name, 1)
p(l(), l(), l(), l(), l(), l(), l(), l())
p(pcall(l))
p(pcall(l))
local f=io.open(name, "a+")
p(f:seek("set"))
p(f:read(2))
f:seek("cur", 0)
f:write("Z")
f:seek("set")
p(f:read("a"))
f:close()
local f=io.open(name, "r+")
f:write("Q")
f:seek("set", 0)
p(f:read("a"))
p(f:seek("end", 5))
f:write("!")
f:close()
local f=io.open(name, "rb")
p((f:read("a"):gsub("%z", "0")))
f:close()
local f=io.open(name, "w")
f:write("0x1p4 1e -5 nan 0x 12abc 99999999999999999999 .5 5. 1e+ \n\n")
f:close()
local f=io.open(name) for i=1, 10 do p(f:read("n")) end p(f:read("L"))
f:close()
local f=io.open(name, "w")
f:write(("z"):rep(5000000), "\n", ("y"):rep(300), "\r\nlast")
f:close()
local f=io.open(name)
p(#f:read())
p(#f:read("L"))
p(f:read(10))
p(f:read(10))
f:close()
for a, b in io.lines(name, "l", "L") do p(#a, b and #b) end
p(pcall(function() for a in io.lines(name, "n") do p(a) end end))
local f <close> = io.open(name)
os.remove(name)

p(io.stderr:write("")==io.stderr)
p(pcall(io.stdout.read, io.stdout))
