-- Closures as objects, iterators, partial application, composition, memoization.
--[==[ expects
120
false	insufficient funds: 120 < 1000
false	closures_as_objects.lua:25: insufficient funds: 120 < 1000
8	1	2
a-b-3	9
xyz
23416728348467685	81
]==]
local function account(balance)
  local self = {}
  function self.deposit(v) balance = balance + v; return self end
  function self.withdraw(v)
    if v > balance then error("insufficient funds: " .. balance .. " < " .. v, 2) end
    balance = balance - v
    return self
  end
  function self.balance() return balance end
  return self
end
local acc = account(100)
print(acc.deposit(50).withdraw(30).balance())
print(pcall(acc.withdraw, 1000))
print(pcall(function() acc.withdraw(1000) end))
local function compose(...)
  local fs = { ... }
  return function(...)
    local results = table.pack(...)
    for i = #fs, 1, -1 do results = table.pack(fs[i](table.unpack(results, 1, results.n))) end
    return table.unpack(results, 1, results.n)
  end
end
local function add(n) return function(x) return x + n end end
print(compose(add(1), math.abs, add(-10))(3), compose()(1, 2))
local function partial(f, ...)
  local bound = table.pack(...)
  return function(...)
    local args = table.move({ ... }, 1, select("#", ...), bound.n + 1, { table.unpack(bound, 1, bound.n) })
    return f(table.unpack(args, 1, bound.n + select("#", ...)))
  end
end
print(partial(string.format, "%s-%s-%d", "a")("b", 3), partial(math.max, 5)(3, 9))
local function curry(f, n)
  n = n or 2
  if n < 2 then return f end
  local function helper(args, count)
    return function(x)
      local new = { table.unpack(args) }
      new[count + 1] = x
      if count + 1 == n then return f(table.unpack(new)) end
      return helper(new, count + 1)
    end
  end
  return helper({}, 0)
end
print(curry(function(a, b, c) return a .. b .. c end, 3)("x")("y")("z"))
local calls = 0
local function memoize(f)
  local cache = {}
  return function(n)
    local v = cache[n]
    if v == nil then v = f(n); cache[n] = v end
    return v
  end
end
local fib
fib = memoize(function(n) calls = calls + 1; return n < 2 and n or fib(n - 1) + fib(n - 2) end)
print(fib(80), calls)
