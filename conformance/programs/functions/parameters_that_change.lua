-- Parameters that the body assigns: what a function was called with is one variable, and what it makes of that is another.
--[==[ expects
1.75	1.5	3.75
10	55	3
1010	1010	
n1	n1.5	nx	2
3	2
2.5	2
6	6	6
5	integer
6.5	float
two	1
1	2
2	1.5
1594323	result
7.59375	result
false	3.0
true	-1.5
false	parameters_that_change.lua:115: attempt to perform arithmetic on a table value (local 'x')
false	parameters_that_change.lua:116: attempt to perform arithmetic on a table value (local 'y')
deposited 7	7
deposited 5	5.5
true	4
false	3
]==]

local function half(n)
  n = n / 2
  n = n + 0.25
  return n
end
print(half(3), half(2.5), half("7"))

local function default(n)
  n = n or 10
  local sum = 0
  for i = 1, n do sum = sum + i end
  return sum
end
print(default(4), default(), default(2.0))

local function floored(n)
  n = math.floor(n)
  local text = ""
  while n > 0 do
    text = n % 2 .. text
    n = n // 2
  end
  return text
end
print(floored(10), floored(10.75), floored(0))

local function named(n)
  n = "n" .. n
  return n, #n
end
print(named(1), named(1.5), named("x"))

local function boxed(n, m)
  n = { n }
  n[2] = m
  m = #n
  n = n[1] + m
  return n, m
end
print(boxed(1, 2))
print(boxed(0.5, "m"))

-- Overwritten before it is read.
local function ignored(n)
  n = 5
  return n + 1
end
print(ignored(), ignored("text"), ignored(2.5))

-- Called again in tail position, the arguments made of other webs.
local function count(n, steps)
  if n <= 0 then return steps, math.type(steps) end
  steps = (steps or 0) + 1
  local was = n
  n = was - 1
  steps = steps * 1
  return count(n, steps)
end
print(count(5))
print(count(5.5, 0.5))

local function swap(a, b, n)
  if n == 0 then return a, b end
  local x = a
  a = b
  b = x
  a, n = a, n - 1
  return swap(a, b, n)
end
print(swap(1, "two", 3))
print(swap(1, 2, 4))
print(swap(1.5, 2, 1))

-- What is called with numbers of one kind is not disturbed by what it makes of them.
local function power(base, n)
  local result = 1
  while n > 0 do
    if n % 2 == 1 then result = result * base end
    base = base * base
    n = n // 2
  end
  n = "result"
  return result, n
end
print(power(3, 13))
print(power(1.5, 5))

local function scale(x, y)
  x = x + 0.5
  y = y * x
  x = x > y
  return x, y
end
print(scale(1, 2))
print(scale(0.25, -2))
print(pcall(scale, {}, 1))
print(pcall(scale, 1, {}))

-- Methods and varargs.
local Account = {}
Account.__index = Account
function Account:deposit(amount, ...)
  amount = amount + select("#", ...)
  self.balance = (self.balance or 0) + amount
  amount = "deposited " .. amount
  self = self.balance
  return amount, self
end
print(setmetatable({}, Account):deposit(5, 1, 1))
print(setmetatable({ balance = 0.5 }, Account):deposit(5))

-- Too few arguments.
local function missing(a, b)
  a = a == nil
  b = b or "none"
  b = #b
  return a, b
end
print(missing())
print(missing(1, "two"))
