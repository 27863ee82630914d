-- A long chain of elseif arms.
--[==[ expects
1	one
10	ten
20	twenty
25	twenty-five
30	many
-7	minus seven
0	many
nan	nan
3.0	three
]==]
function name(n)
  if n == 1 then return "one" elseif n == 2 then return "two" elseif n == 3 then return "three"
  elseif n == 4 then return "four" elseif n == 5 then return "five" elseif n == 6 then return "six"
  elseif n == 7 then return "seven" elseif n == 8 then return "eight" elseif n == 9 then return "nine"
  elseif n == 10 then return "ten" elseif n == 11 then return "eleven" elseif n == 12 then return "twelve"
  elseif n == 13 then return "thirteen" elseif n == 14 then return "fourteen" elseif n == 15 then return "fifteen"
  elseif n == 16 then return "sixteen" elseif n == 17 then return "seventeen" elseif n == 18 then return "eighteen"
  elseif n == 19 then return "nineteen" elseif n == 20 then return "twenty"
  elseif n < 0 then return "minus " .. name(-n)
  elseif n ~= n then return "nan"
  elseif n > 20 and n < 30 then return "twenty-" .. name(n - 20)
  else return "many" end
end
for _, n in ipairs { 1, 10, 20, 25, 30, -7, 0, 0 / 0, 3.0 } do print(n == n and n or "nan", name(n)) end
