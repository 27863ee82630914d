-- `os.remove`, `os.rename` and their errors; `os.getenv`, `os.setlocale`, `os.tmpname`.
--[==[ expects
nil	BASE/d1: Directory not empty	39
true	nil	nil
true	nil	nil
nil	BASE/d1/: No such file or directory	2
nil	BASE/f1/x: Not a directory	20
true	nil	nil
nil	: No such file or directory	2
nil	Is a directory	21
nil	Not a directory	20
nil	No such file or directory	2
nil	No such file or directory	2
true	nil	nil
true	nil	nil
nil	Not a directory	20
nil	No such file or directory	2
true	nil	nil
true	nil	nil
true	nil	nil
true	nil	nil
C	C	nil	C	false	bad argument #2 to 'os.setlocale' (invalid option 'bad')
float	integer	true
false	bad argument #1 to 'os.exit' (number expected, got string)
false	bad argument #1 to 'os.exit' (number has no integer representation)
]==]
local base = os.tmpname()
os.remove(base)
assert(os.execute("mkdir " .. base .. " && cd " .. base .. " && mkdir -p d1/d2 d3 && touch f1 && ln -s nowhere l1"))
local function show(ok, message, code)
  print(ok, message and message:gsub(base, "BASE"), code)
end
local function at(name) return base .. "/" .. name end
show(os.remove(at "d1"))
show(os.remove(at "d1/d2"))
show(os.remove(at "d1"))
show(os.remove(at "d1/"))
show(os.remove(at "f1/x"))
show(os.remove(at "l1"))
show(os.remove(""))
show(os.rename(at "f1", at "d3"))
show(os.rename(at "d3", at "f1"))
show(os.rename(at "none", at "x"))
show(os.rename(at "f1", at "none/x"))
show(os.rename(at "f1", at "f2"))
show(os.rename(at "d3", at "d4"))
show(os.rename(at "f2/x", at "y"))
show(os.rename("", at "x"))
show(os.remove(at "d4"))
show(os.remove(at "f2"))
show(os.remove(base))
print(os.getenv("HOME") ~= nil, os.getenv("NO_SUCH_VARIABLE"), os.getenv(""))
print(os.setlocale(), os.setlocale("C"), os.setlocale("xx"), os.setlocale(nil, "numeric"), pcall(os.setlocale, "C", "bad"))
print(math.type(os.clock()), math.type(os.time()), base:match("^/tmp/lua_%w%w%w%w%w%w$") ~= nil)
print(pcall(os.exit, "x"))
print(pcall(os.exit, 1.5))
