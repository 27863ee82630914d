-- Integer algorithms: primes, powers modulo, gcd, bits, Collatz, bases, digits of pi.
--[==[ expects
976371285	899862517	1
2 3 5 7 11 13 17 19 23 29 31 37 41 43 47 53 59
111	118	524
11111111	ff	21i3v9	0	99999
21	34359738368	42
314159265358979323846264338327950288419
1000000000	2147483648	0	3
229468090618043	872894651
a430d84680aabd0b	cbf29ce484222325
8748534153485358512	3040900993826735515	3453997556048239312
2432902008176640000	7034535277573963776	1.5511210043331e+25	9.3326215443944e+157
3.1414971639
]==]
local function powmod(b, e, m) local r = 1 b = b % m while e > 0 do if e & 1 == 1 then r = r * b % m end b = b * b % m e = e >> 1 end return r end
print(powmod(2, 100, 1000000007), powmod(3, 10 ^ 9 // 1 | 0, 998244353), powmod(7, 0, 13))
local function is_prime(n) if n < 2 then return false end for i = 2, math.floor(n ^ 0.5) do if n % i == 0 then return false end end return true end
local p = {} for n = 1, 60 do if is_prime(n) then p[#p + 1] = n end end print(table.concat(p, " "))
local function collatz(n) local steps = 0 while n ~= 1 do n = n % 2 == 0 and n // 2 or 3 * n + 1 steps = steps + 1 end return steps end
print(collatz(27), collatz(97), collatz(837799))
local function base(n, b) local digits, out = "0123456789abcdefghijklmnopqrstuvwxyz", "" repeat local d = n % b out = digits:sub(d + 1, d + 1) .. out n = n // b until n == 0 return out end
print(base(255, 2), base(255, 16), base(123456789, 36), base(0, 2), tonumber(base(99999, 7), 7))
local function gcd(a, b) while b ~= 0 do a, b = b, a % b end return a end
print(gcd(1071, 462), gcd(2 ^ 40 | 0, 2 ^ 35 | 0), 21 * 6 // gcd(21, 6))
local function spigot(n) local len = n * 10 // 3 + 1 local a = {} for i = 1, len do a[i] = 2 end local out, nines, predigit = {}, 0, 0
  for j = 1, n do local q = 0 for i = len, 1, -1 do local x = 10 * a[i] + q * i a[i] = x % (2 * i - 1) q = x // (2 * i - 1) end a[1] = q % 10 q = q // 10
    if q == 9 then nines = nines + 1 elseif q == 10 then out[#out + 1] = predigit + 1 for _ = 1, nines do out[#out + 1] = 0 end predigit, nines = 0, 0 else if j > 1 then out[#out + 1] = predigit end predigit = q for _ = 1, nines do out[#out + 1] = 9 end nines = 0 end end
  return table.concat(out) end
print(spigot(40))
local function isqrt(n) local x = n local y = (x + 1) // 2 while y < x do x = y y = (x + n // x) // 2 end return x end
print(isqrt(10 ^ 18 // 1 | 0), isqrt(2 ^ 62 - 1 | 0), isqrt(0), isqrt(15))
local h = 5381 for c in ("hash me"):gmatch(".") do h = (h << 5) + h + c:byte() end print(h, h & 0xffffffff)
local function fnv(s) local h = 0xcbf29ce484222325 for i = 1, #s do h = (h ~ s:byte(i)) * 0x100000001b3 end return ("%016x"):format(h) end print(fnv("hello"), fnv(""))
local x = 88172645463325252 local function xorshift() x = x ~ (x << 13) x = x ~ (x >> 7) x = x ~ (x << 17) return x end print(xorshift(), xorshift(), xorshift())
local function fact(n) return n <= 1 and 1 or n * fact(n - 1) end print(fact(20), fact(25), fact(25.0), fact(100.0))
print(string.format("%.10f", (function() local s = 0.0 for i = 1, 10000 do s = s + 1 / i ^ 2 end return math.sqrt(s * 6) end)()))
