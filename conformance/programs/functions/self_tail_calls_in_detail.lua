-- Functions that call themselves in tail position: captured parameters, varargs, <close>, kinds that change.
--[==[ expects
1234
101	
201	
102	1
202	1
103	12
203	12
104	123
204	123
105	1234
205	1234
5	1	1	2	3	4	5
5	1	1	2	3	nil	nil
0	nil
2	a	b
4	3	2	1	done
c0 c1 c2 c3 end
true	1	2	3	4
nil
false	self_tail_calls_in_detail.lua:59: deep
10001
2
true	true
500500	1000
1234567	
nil	nil	nil
extra evaluated
ok
2.0	3.5	3
3919393905972539529	53.5	22
]==]
local fs = {}
local function loop(i, n, acc)
  fs[#fs + 1] = function() i = i + 100 return i, acc end
  if i >= n then return acc end
  return loop(i + 1, n, acc .. i)
end
print(loop(1, 5, ""))
for _, f in ipairs(fs) do print(f()) print(f()) end
local function va(n, ...)
  local a, b = ...
  local t = {...}
  local f = function() return a, b, #t end
  if n == 0 then return select("#", ...), f(), ... end
  return va(n - 1, n, ...)
end
print(va(5)) print(va(3, nil, nil)) print(va(0))
local function swap(a, b, n) if n == 0 then return a, b end return swap(b, a, n - 1) end
print(swap(1, 2, 3), swap("a", "b", 4))
local function gen(n) if n > 0 then coroutine.yield(n) return gen(n - 1) end return "done" end
local co = coroutine.wrap(gen) print(co(4), co(), co(), co(), co())
local function close(n) local x <close> = setmetatable({}, {__close = function() io.write("c", n, " ") end}) if n == 0 then return "end" end return close(n - 1) end
print(close(3))
local obj = {} function obj:walk(n, ...) if n == 0 then return self == obj, ... end return self:walk(n - 1, n, ...) end
print(obj:walk(4))
function obj.f(a, b) if a == nil then return b end return obj.f(b, nil) end print(obj.f(1, 2))
local function deep(n) if n == 0 then error("deep") end return deep(n - 1) end
print(pcall(deep, 1000))
local function d2(n) if n == 0 then return debug and 1 or 0 end local r = d2(n - 1) return r + 1 end print(d2(10000))
-- default args
local function opt(a, b, c) b = b or a; c = c or function() return a + b end if a > 3 then return c() end return opt(a + 1, nil, c) end
print(opt(1))
-- mutually recursive
local even, odd
function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(100000), odd(7))
local function acc(s, n, t) if n == 0 then return s, #t end t[#t + 1] = n return acc(s + n, n - 1, t) end print(acc(0, 1000, {}))
local function str(n, s) s = s or "" if n <= 0 then return s end return str(n // 10, (n % 10) .. s) end print(str(1234567), str(0))
local function missing(a, b, c) if a then return missing(b, c) end return a, b, c end print(missing(1, 2, 3))
local function extra(a) if a then return extra(nil, print("extra evaluated")) end return "ok" end print(extra(1))
local function flt(x, n) if n == 0 then return x end return flt(x / 2, n - 1) end print(flt(8, 2), flt(7, 1), flt(3, 0))
local function int(x, n) if n == 0 then return x end return int(x * 3 + 1, n - 1) end print(int(1, 60), int(1.5, 3), int("2", 2))
