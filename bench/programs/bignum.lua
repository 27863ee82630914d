-- Numbers of any size in base 10^7: factorials, powers, Fibonacci numbers and division, with operators.
bench_n = 30

local BASE, DIGITS = 10000000, 7

local Big = {}
Big.__index = Big

local function new(limbs)
  local n = #limbs
  while n > 1 and limbs[n] == 0 do
    limbs[n] = nil
    n = n - 1
  end
  return setmetatable(limbs, Big)
end

local function big(value)
  if getmetatable(value) == Big then
    return value
  end
  local limbs = {}
  repeat
    limbs[#limbs + 1] = value % BASE
    value = math.floor(value / BASE)
  until value == 0
  return new(limbs)
end

function Big.__add(a, b)
  a, b = big(a), big(b)
  local result, carry = {}, 0
  for i = 1, math.max(#a, #b) do
    local sum = (a[i] or 0) + (b[i] or 0) + carry
    if sum >= BASE then
      result[i] = sum - BASE
      carry = 1
    else
      result[i] = sum
      carry = 0
    end
  end
  if carry > 0 then
    result[#result + 1] = carry
  end
  return new(result)
end

function Big.__mul(a, b)
  a, b = big(a), big(b)
  local result = {}
  for i = 1, #a + #b do
    result[i] = 0
  end
  for i = 1, #a do
    local carry = 0
    for j = 1, #b do
      local value = result[i + j - 1] + a[i] * b[j] + carry
      carry = math.floor(value / BASE)
      result[i + j - 1] = value - carry * BASE
    end
    result[i + #b] = result[i + #b] + carry
  end
  return new(result)
end

function Big:divmod(divisor)
  local result, rest = {}, 0
  for i = #self, 1, -1 do
    local value = rest * BASE + self[i]
    result[i] = math.floor(value / divisor)
    rest = value % divisor
  end
  return new(result), rest
end

function Big.__pow(a, n)
  local result = big(1)
  while n > 0 do
    if n % 2 == 1 then
      result = result * a
    end
    a = a * a
    n = math.floor(n / 2)
  end
  return result
end

function Big.__eq(a, b)
  if #a ~= #b then
    return false
  end
  for i = 1, #a do
    if a[i] ~= b[i] then
      return false
    end
  end
  return true
end

function Big.__tostring(a)
  local parts = { string.format("%d", a[#a]) }
  for i = #a - 1, 1, -1 do
    parts[#parts + 1] = string.format("%0" .. DIGITS .. "d", a[i])
  end
  return table.concat(parts)
end

local function factorial(n)
  local result = big(1)
  for i = 2, n do
    result = result * i
  end
  return result
end

local function fibonacci(n)
  local a, b = big(0), big(1)
  for _ = 1, n do
    a, b = b, a + b
  end
  return a
end

local function digit_sum(text)
  local sum = 0
  for digit in text:gmatch("%d") do
    sum = sum + tonumber(digit)
  end
  return sum
end

function run_iter(n)
  local sum = 0
  for round = 1, n do
    local f = factorial(300 + round)
    local p = big(7) ^ (600 + round)
    local g = fibonacci(1500)
    local quotient, rest = f:divmod(9973)
    if quotient * 9973 + rest == f then
      sum = sum + 1
    end
    sum = sum + digit_sum(tostring(f)) + digit_sum(tostring(p)) + digit_sum(tostring(g)) + #tostring(p * f) + rest
  end
  return sum
end
