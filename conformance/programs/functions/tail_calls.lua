-- Ten million proper tail calls in constant stack: through locals, upvalues, methods, `__call`, mutual recursion.
--[==[ expects
local
true	true
true
called
1	2	3
1
open
500000500000
100000
through pcall
42	1
local
nil	nil	nil
]==]
local function loop(n) if n == 0 then return "local" end return loop(n - 1) end
print(loop(10000000))
local even, odd
function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(1000000), odd(1000001))
local object = {}
function object:step(n) if n == 0 then return self == object end return self:step(n - 1) end
print(object:step(1000000))
local callable = setmetatable({}, { __call = function(self, n) if n == 0 then return "called" end return self(n - 1) end })
print(callable(1000000))
function global_loop(n, ...) if n == 0 then return ... end return global_loop(n - 1, ...) end
print(global_loop(300000, 1, 2, 3))
print(global_loop(3000000, 1))
function values(n) return n, "open" end
function open_loop(n, text) if n == 0 then return text end return open_loop(values(n - 1)) end
print(open_loop(3000000))
local function accumulate(n, sum) if n == 0 then return sum end return accumulate(n - 1, sum + n) end
print(accumulate(1000000, 0))
local function cps(n, k) if n == 0 then return k(0) end return cps(n - 1, function(v) return k(v + 1) end) end
print(cps(100000, function(v) return v end))
local function with_pcall(n) if n == 0 then return "through pcall" end return select(2, pcall(with_pcall, 0)) end
print(with_pcall(5))
local function builtin(x) return tostring(x) end
print(builtin(42), (function(...) return select("#", ...) end)(builtin(1)))
local co = coroutine.wrap(function(n) return loop(n) end)
print(co(1000000))
local function varied(n, a, b, c)
  if n == 0 then return a, b, c end
  if n % 3 == 0 then return varied(n - 1, b, c, a) elseif n % 3 == 1 then return varied(n - 1, a) end
  return varied(n - 1, a, n, b)
end
print(varied(100001, 1, 2, 3))
