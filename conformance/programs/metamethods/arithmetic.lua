-- Every arithmetic and bitwise metamethod, on both sides, with numbers, strings and tables.
--[==[ expects
add(x,y)	sub(x,y)	mul(x,y)	div(x,y)	mod(x,y)	pow(x,y)	idiv(x,y)
band(x,y)	bor(x,y)	bxor(x,y)	shl(x,y)	shr(x,y)	concat(x,y)
add(x,1)	add(1,x)	sub(x,1.5)	add("s",x)	mul(x,"s")	false
idiv(x,2)	idiv(2,x)	mod(2,x)	mod(x,2)	pow(2,x)	pow(x,2)	div(2,x)	div(x,2)
band(x,1)	band(1,x)	bor(x,1.5)	bor("a",x)	bxor(x,1)	bxor(1,x)	shl(x,1)	shl(1,x)	shr(x,1)	shr(1,x)
unm(x,true)	bnot(x,true)	concat(x,1)	concat(1,x)	concat("s",x)	concat(x,"s")
true	add(x,nil)
false	arithmetic.lua:22: attempt to concatenate a nil value
false	arithmetic.lua:35: attempt to perform arithmetic on a boolean value
1	nil	10
1	1
false	arithmetic.lua:39: attempt to perform arithmetic on a table value (upvalue 'z')
]==]
local function show(v)
  if type(v) == "table" then return v.name end
  return type(v) == "string" and '"' .. v .. '"' or tostring(v)
end
local mt = {}
for _, event in ipairs { "add", "sub", "mul", "div", "mod", "pow", "idiv", "band", "bor", "bxor", "shl", "shr", "concat" } do
  mt["__" .. event] = function(a, b) return event .. "(" .. show(a) .. "," .. show(b) .. ")" end
end
mt.__unm = function(a, b) return "unm(" .. show(a) .. "," .. tostring(rawequal(a, b)) .. ")" end
mt.__bnot = function(a, b) return "bnot(" .. show(a) .. "," .. tostring(rawequal(a, b)) .. ")" end
local x, y = setmetatable({ name = "x" }, mt), setmetatable({ name = "y" }, mt)
print(x + y, x - y, x * y, x / y, x % y, x ^ y, x // y)
print(x & y, x | y, x ~ y, x << y, x >> y, x .. y)
print(x + 1, 1 + x, x - 1.5, "s" + x, x * "s", nil == x)
print(x // 2, 2 // x, 2 % x, x % 2, 2 ^ x, x ^ 2, 2 / x, x / 2)
print(x & 1, 1 & x, x | 1.5, "a" | x, x ~ 1, 1 ~ x, x << 1, 1 << x, x >> 1, 1 >> x)
print(-x, ~x, x .. 1, 1 .. x, "s" .. x, x .. "s")
print(pcall(function() return x + nil end))
print(pcall(function() return {} + x end))
print(pcall(function() return true + 1 end))
local z = setmetatable({ name = "z" }, { __add = function() return 1, 2, 3 end, __unm = function() end })
print(z + 1, -z, (z + z) * 10)
print(select("#", z + 1), select("#", -z))
print(pcall(function() return z - 1 end))
