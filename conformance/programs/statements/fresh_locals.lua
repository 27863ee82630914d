-- Each iteration has locals of its own: closures of different iterations do not share them.
--[==[ expects
2	3	3	4	5
a1	a2	b1	c1	a3
one	two	nil
1	2	11	21
101	102	201	301
2	2
1	2
]==]
local fs = {}
for i = 1, 3 do fs[i] = function() i = i + 1; return i end end
print(fs[1](), fs[1](), fs[2](), fs[3](), fs[3]())
fs = {}
for _, name in ipairs { "a", "b", "c" } do
  local count = 0
  fs[#fs + 1] = function() count = count + 1; return name .. count end
end
print(fs[1](), fs[1](), fs[2](), fs[3](), fs[1]())
fs = {}
local n = 0
while n < 3 do
  n = n + 1
  local x
  fs[n] = { set = function(v) x = v end, get = function() return x end }
end
fs[1].set("one") fs[2].set("two")
print(fs[1].get(), fs[2].get(), fs[3].get())
fs = {}
n = 0
repeat
  local y = n
  fs[#fs + 1] = function() y = y + 1; return y end
  n = n + 10
until y >= 20
print(fs[1](), fs[1](), fs[2](), fs[3]())
fs = {}
do
  local i = 1
  ::top::
  local z = i * 100
  fs[i] = function() z = z + 1; return z end
  i = i + 1
  if i <= 3 then goto top end
end
print(fs[1](), fs[1](), fs[2](), fs[3]())
local shared = 0
local inc, get = function() shared = shared + 1 end, function() return shared end
inc() inc()
print(get(), shared)
for i = 1, 2 do local a <const> = i; fs[i] = function() return a end end
print(fs[1](), fs[2]())
