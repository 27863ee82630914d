-- The standard files: positions that pipes have not, closing that is refused, defaults.
-- stdin: first line\nsecond 0x10 rest\nlast
--[==[ expects
nil	Illegal seek	29
nil	Illegal seek	29
first line
second	16	 rest
nil	Bad file descriptor	9
nil	Bad file descriptor	9
true	true
nil	cannot close standard file
nil	cannot close standard file
nil	cannot close standard file
nil	cannot close standard file
	last	nil	nil			nil
file	nil	false	bad argument #1 to 'io.type' (value expected)
true	true	true
false	bad argument #1 to 'io.input' (FILE* expected, got table)
false	bad argument #1 to 'io.output' (FILE* expected, got function)
written
true
false	default output file is closed
false	attempt to use a closed file
true
false	default input file is closed
false	attempt to use a closed file
true
]==]
print(io.stdin:seek("cur"))
print(io.stdout:seek("cur"))
print(io.read())
print(io.stdin:read(6, "n", "l"))
print(io.stdin:write("x"))
print(io.stdout:read(1))
print(io.stdout:setvbuf("full"), io.stderr:setvbuf("no"))
print(io.close())
print(io.stdin:close())
print(io.stderr:close())
print(io.close(io.stdout))
print(io.read(0), io.read("l"), io.read(0), io.read("l"), io.read("a"), io.read("a"), io.read("n"))
print(io.type(io.stdin), io.type(42), pcall(io.type))
print(io.input() == io.stdin, io.output() == io.stdout, io.output():write("") == io.stdout)
print(pcall(io.input, {}))
print(pcall(io.output, print))
io.output():write("written\n")
local name = os.tmpname()
io.output(name)
print(io.close())
print(pcall(io.write, "x"))
print(pcall(io.close))
io.output(io.stdout)
io.input(name)
print(io.close(io.input()))
print(pcall(io.read))
print(pcall(io.lines))
io.input(io.stdin)
print(tostring(io.stdout):match("^file %(0x%x+%)$") ~= nil)
os.remove(name)
