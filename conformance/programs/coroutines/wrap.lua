-- wrap: iterators, errors that pass through with position, dead wraps.
--[==[ expects
1 2 3 4 5 
3	1	2	3
0
1	a
false	wrap.lua:21: inside
false	cannot resume dead coroutine
table
done
false	cannot resume dead coroutine
1 2 3 4 5 6 7 
231 321 312 132 213 123 6
11 21 22 31 32 33 
2 3 5 7 11 13 17 19 23 29 31 37 
]==]
local function range(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end
for i in range(5) do io.write(i, " ") end print()
local gen = coroutine.wrap(function(...) local args = { ... } while true do args = { coroutine.yield(#args, table.unpack(args)) } end end)
print(gen(1, 2, 3)) print(gen()) print(gen("a"))
local w = coroutine.wrap(function() error("inside") end)
print(pcall(w)) print(pcall(w))
local e = coroutine.wrap(function() error({}) end)
print(type(select(2, pcall(e))))
local d = coroutine.wrap(function() return "done" end)
print(d()) print(pcall(d))
local function tree(t) if t then tree(t.left) coroutine.yield(t.value) tree(t.right) end end
local function node(v, l, r) return { value = v, left = l, right = r } end
local root = node(4, node(2, node(1), node(3)), node(6, node(5), node(7)))
for v in coroutine.wrap(function() tree(root) end) do io.write(v, " ") end print()
local function permgen(a, n)
  n = n or #a
  if n <= 1 then coroutine.yield(a) else
    for i = 1, n do
      a[n], a[i] = a[i], a[n]
      permgen(a, n - 1)
      a[n], a[i] = a[i], a[n]
    end
  end
end
local count = 0
for p in coroutine.wrap(function() permgen { 1, 2, 3 } end) do count = count + 1 io.write(table.concat(p), " ") end print(count)
local nested = coroutine.wrap(function()
  for i in range(3) do for j in range(i) do coroutine.yield(i * 10 + j) end end
end)
for v in nested do io.write(v, " ") end print()
local function filter(p, g) return coroutine.wrap(function() for v in g do if p(v) then coroutine.yield(v) end end end) end
local function from(n) return coroutine.wrap(function() while true do coroutine.yield(n); n = n + 1 end end) end
local function sieve(g) return coroutine.wrap(function() while true do local p = g(); coroutine.yield(p); g = filter(function(x) return x % p ~= 0 end, g) end end) end
local primes = sieve(from(2))
for _ = 1, 12 do io.write(primes(), " ") end print()
