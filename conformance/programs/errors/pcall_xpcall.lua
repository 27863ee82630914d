-- pcall and xpcall: results, handlers that see the error before unwinding, errors in handlers, nesting.
--[==[ expects
true	3	1	nil	3
true	false	x
false	bad argument #1 to 'pcall' (value expected)
false	bad argument #2 to 'xpcall' (function expected, got no value)
false	bad argument #2 to 'xpcall' (function expected, got no value)
true	7
false	handled boom
false	nil
false	attempt to index a nil value (local 'x')
false	1 pcall_xpcall.lua:33: deep
false	first second third
1
false	3
false	nil
true	false	inner
true	went on
false	index error
false	h:index error
true	loop done
true:1 false:20 true:3 false:40 true:5
finally 1	2
finally caught E
]==]
print(pcall(function(...) return select("#", ...), ... end, 1, nil, 3))
print(pcall(pcall, error, "x")) print(pcall(pcall)) print(pcall(xpcall)) print(pcall(xpcall, print))
print(xpcall(function(a, b) return a + b end, print, 3, 4))
print(xpcall(function() error("boom", 0) end, function(m) return "handled " .. m, "second" end))
print(xpcall(error, function(m) return m end, nil))
print(xpcall(function() local x = nil; return x.y end, function(m) return (m:gsub("^.-:%d+: ", "")) end))
local depth = 0
local function f(n) if n == 0 then error("deep") end depth = n; f(n - 1) end
print(xpcall(f, function(m) return depth .. " " .. m end, 5))
print(pcall(function()
  local ok, e = pcall(error, "first")
  local ok2, e2 = pcall(error, e .. " second")
  error(e2 .. " third", 0)
end))
print(select("#", xpcall(function() return end, print)))
print(xpcall(function() error { 1, 2, 3 } end, function(t) return #t end))
print(xpcall(function() error(nil) end, function(v) return type(v) end))
print(xpcall(function() return pcall(error, "inner", 0) end, function() return "not called" end))
print(xpcall(function() xpcall(error, function(m) error("handler fails", 0) end, "x"); return "went on" end, print))
local t = setmetatable({}, { __index = function() error("index error", 0) end })
print(pcall(function() return t.x end))
print(xpcall(function() return t.x end, function(m) return "h:" .. m end))
print(pcall(function() for i = 1, 3 do pcall(error, i) end return "loop done" end))
local results = {}
for i = 1, 5 do
  local ok, v = pcall(function() if i % 2 == 0 then error(i * 10, 0) end return i end)
  results[#results + 1] = tostring(ok) .. ":" .. tostring(v)
end
print(table.concat(results, " "))
local function try(f, catch, finally)
  local r = table.pack(pcall(f))
  if not r[1] then r = table.pack(true, catch(r[2])) end
  if finally then finally() end
  return table.unpack(r, 2, r.n)
end
print(try(function() return 1, 2 end, print, function() io.write("finally ") end))
print(try(function() error("E", 0) end, function(e) return "caught " .. e end, function() io.write("finally ") end))
