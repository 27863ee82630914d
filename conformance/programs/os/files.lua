-- os.remove, os.rename, os.tmpname and the values they return when they fail.
--[==[ expects
string	true
true
true	content
true
3	nil	No such file or directory	2
3	nil	No such file or directory	2
false	bad argument #1 to 'os.remove' (string expected, got no value)
false	bad argument #2 to 'os.rename' (string expected, got no value)
nil	/nonexistent/x: No such file or directory	2
]==]
local name = os.tmpname() print(type(name), io.open(name) ~= nil) local other = name .. ".moved"
io.open(name, "w"):write("content"):close() print(os.rename(name, other)) print(io.open(name)== nil, io.open(other):read("a")) print(os.remove(other)) 
local r = table.pack(os.remove(other)) print(r.n, r[1], (r[2]:gsub("^.*: ", "")), r[3]) r = table.pack(os.rename(name, other)) print(r.n, r[1], (r[2]:gsub("^.*: ", "")), r[3])
print(pcall(os.remove)) print(pcall(os.rename, "x")) print(os.remove("/nonexistent/x"))
