-- Recursive functions of many shapes: Ackermann, hanoi, permutations, mutual recursion, McCarthy's 91.
--[==[ expects
21	125
1023	1023
bca cba cab acb bac abc 
91	91	140
{} {1} {2} {1,2} {3} {1,3} {2,3} {1,2,3} 
12	1	9
1 2 3 4 5 6
3628800
]==]
local function ackermann(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ackermann(m - 1, 1) end
  return ackermann(m - 1, ackermann(m, n - 1))
end
print(ackermann(2, 9), ackermann(3, 4))
local moves = 0
local function hanoi(n, a, b, c)
  if n == 0 then return 0 end
  local count = hanoi(n - 1, a, c, b)
  moves = moves + 1
  return count + 1 + hanoi(n - 1, c, b, a)
end
print(hanoi(10, "A", "B", "C"), moves)
local function permutations(list, n, visit)
  n = n or #list
  if n <= 1 then visit(list) return end
  for i = 1, n do
    list[i], list[n] = list[n], list[i]
    permutations(list, n - 1, visit)
    list[i], list[n] = list[n], list[i]
  end
end
permutations({ "a", "b", "c" }, nil, function(p) io.write(table.concat(p), " ") end)
print()
local function mccarthy(n) if n > 100 then return n - 10 end return mccarthy(mccarthy(n + 11)) end
print(mccarthy(50), mccarthy(99), mccarthy(150))
local function power_set(list)
  if #list == 0 then return { {} } end
  local head, rest = list[1], power_set { table.unpack(list, 2) }
  local out = {}
  for _, s in ipairs(rest) do out[#out + 1] = s; out[#out + 1] = { head, table.unpack(s) } end
  return out
end
for _, s in ipairs(power_set { 1, 2, 3 }) do io.write("{", table.concat(s, ","), "} ") end
print()
local function gcd(a, b) if b == 0 then return a end return gcd(b, a % b) end
print(gcd(48, 36), gcd(17, 5), gcd(0, 9))
local function flatten(t, out)
  out = out or {}
  for _, v in ipairs(t) do if type(v) == "table" then flatten(v, out) else out[#out + 1] = v end end
  return out
end
print(table.concat(flatten { 1, { 2, { 3, { 4 } }, 5 }, { { { 6 } } } }, " "))
print((function(f, x) return f(f, x) end)(function(self, n) return n == 0 and 1 or n * self(self, n - 1) end, 10))
