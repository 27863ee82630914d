-- Nesting near the reference's limits: parentheses, functions, tables, blocks and long operator chains.
--[==[ expects
1
deep	40
41
inside
32
abcdefghijklmnopqrst
1	true	5
4.0	3
]==]
local x = (((((((((((((((((((((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))))))))))))))))))))
print(x)
local t = {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"deep"}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}
local depth = 0
while type(t) == "table" do t = t[1]; depth = depth + 1 end
print(t, depth)
local f = function() return function() return function() return function() return function()
  return function() return function() return function() return x + depth end end end end end end end end
print(f()()()()()()()())
do do do do do do do do do do do do do do do do
  local y = x
  if y then if y then if y then if y then if y then if y then print("inside") end end end end end end
end end end end end end end end end end end end end end end end
print(1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1)
print("a" .. "b" .. "c" .. "d" .. "e" .. "f" .. "g" .. "h" .. "i" .. "j" .. "k" .. "l" .. "m" .. "n" .. "o" .. "p" .. "q" .. "r" .. "s" .. "t")
print(- - - - - - - - - - - - - - - - - -1, not not not not not nil, ~ ~ ~ ~5)
print(2 ^ 2 ^ 2 ^ 0 ^ 1, (nil or false or nil or false or nil or 5) and 1 and 2 and 3)
