-- `break` leaves the innermost loop; loops nest in all kinds.
--[==[ expects
11 21 22 31 32 33
4
2
2
2 3 5 7 11 13 17 19 23 29 31 37
]==]
local out = {}
for i = 1, 3 do
  local j = 0
  while true do
    j = j + 1
    if j > i then break end
    repeat
      out[#out + 1] = i .. j
      if j == 2 then break end
    until true
  end
  if i == 3 then break end
end
print(table.concat(out, " "))
local i = 10
while i > 0 do
  i = i - 3
  if i == 4 then break end
end
print(i)
repeat local stop = true; if stop then break end until false
for _ = 1, 3 do break end
for _, v in ipairs { 1, 2, 3 } do if v == 2 then i = v break end end
print(i)
local function find(list, wanted)
  for index, v in ipairs(list) do
    if v == wanted then return index end
  end
end
print(find({ "a", "b", "c" }, "b"), find({}, 1))
local primes = {}
for n = 2, 40 do
  local prime = true
  for _, p in ipairs(primes) do
    if p * p > n then break end
    if n % p == 0 then prime = false break end
  end
  if prime then primes[#primes + 1] = n end
end
print(table.concat(primes, " "))
while false do print "never" end
repeat until true
for _ = 1, 0 do print "never" end
