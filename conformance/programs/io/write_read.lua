-- io.write, io.read in its formats, io.lines of the standard input.
-- stdin: first line\n42 0x10 1e2 word\n  -7.5 \nrest of\nthe input\n\nlast without newline
--[==[ expects
first line
42	16	100.0
nil
word
-7.5
true
rest	
 of
[the input] 
true	last without newline
true	nil	nil	nil	nil
a12.5
true	file	nil	file
chained writes
false	bad argument #1 to 'io.write' (string expected, got table)
false	bad argument #1 to 'io.write' (string expected, got nil)
false	bad argument #1 to 'io.read' (invalid format)
true	true	true
]==]
print(io.read()) print(io.read("n"), io.read("n"), io.read("n")) print(io.read("n")) print(io.read("l")) print(io.read("n")) print(io.read("L") == " \n") print(io.read(4), io.read(0)) print(io.read("l"))
for line in io.lines() do io.write("[", line, "] ") break end print()
print(io.read("L") == "\n", io.read("a")) print(io.read("a") == "", io.read("l"), io.read("n"), io.read(0), io.read("L"))
print(io.write("a", 1, 2.5, "\n") == io.stdout, io.type(io.stdout), io.type(5), io.type(io.stdin)) io.stdout:write("chained "):write("writes\n")
print(pcall(io.write, {})) print(pcall(io.write, nil)) print(pcall(io.read, "x")) print(tostring(io.stdout):match("^file %(0x") ~= nil, io.output() == io.stdout, io.input() == io.stdin)
