-- A program that names `debug` and `package` and takes nothing from them that leads to the libraries.
--[==[ expects
false	harmless_debug.lua:7: bad argument #1 to 'floor' (number expected, got table)	2	xxx
10	string
]==]
package.path = package.path .. ";?.other"
local function f(x) return math.floor(x) end
local ok, message = xpcall(function() return f({}) end, function(m) return (debug.traceback(m):match("^[^\n]*")) end)
print(ok, message, f(2.5), string.rep("x", 3))
print(debug.getinfo(1, "l").currentline, type(package.path))
