-- Loops over floats, whose index is one in C#.
--[==[ expects
1 2 3
0.5 1 1.5 2 2.5
3 2.5 2 1.5 1

1.5
false	float_for.lua:42: 'for' step is zero
false	float_for.lua:42: bad 'for' limit (number expected, got string)
false	float_for.lua:42: bad 'for' limit (number expected, got table)
false	float_for.lua:42: bad 'for' initial value (number expected, got string)
67.125	50.5625	22.4	22.5	0
true	67.125	28
false	float_for.lua:49: bad 'for' limit (number expected, got table)
false	float_for.lua:49: bad 'for' limit (number expected, got nil)
4	false	float_for.lua:58: 'for' step is zero
4	1.5	2.0	3.0
4	1.5	0.5	-1.5
5	1.5	2.5	5.5
1	1.5	nil	1.5
0	nil	nil	nil
false	float_for.lua:61: 'for' step is zero
1	1.5	nil	1.5
0	nil	nil	nil
true	2	1.5	2.5	2.5
2	1.5	2.5	2.5
1.5 2 2.5 3 3.5 4 
1.0	1.0
1.0	0.25
2.0	2.0
2.0	1.25
2.0	0.5
3.0	3.0
3.0	2.25
3.0	1.5
3.0	0.75
float	float
9223372036854775808 
]==]
local function span(a, b, c)
  local list = {}
  for x = a, b, c do list[#list + 1] = string.format("%g", x) end
  return table.concat(list, " ")
end
print(span(1.0, 3, 1)) print(span(0.5, 2.5, 0.5)) print(span(3, 1, -0.5)) print(span(1, 0, 0.1)) print(span(1.5, 1.5, 1))
print(pcall(span, 1.0, 3, 0)) print(pcall(span, 1.0, "x", 1)) print(pcall(span, 1.0, {}, 1)) print(pcall(span, "a", 3, 0.5))
local function known(n)
  local s, count = 0.0, 0
  for x = 0.0, n, 0.25 do s = s + x * x count = count + 1 end
  for x = n, 0.0, -0.5 do s = s - x count = count + 1 end
  for x = 0.5, n do s = s + x count = count + 1 end
  for x = 1, n, 0.5 do s = s + x count = count + 1 end
  for x = 10, 1, -2.5 do if x < 4 then break end s = s + x end
  return s, count
end
print(known(3), known(2.5), known(0.1), known(-1))
print(pcall(known, "3")) print(pcall(known, {})) print(pcall(known, nil))
print(select(2, known(1 / 0 * 0)), pcall(function() for x = 0.0, 1, 0.0 do end end))
local function stepped(step, limit)
  local t = {}
  for x = 1.5, limit, step do t[#t + 1] = x if #t > 4 then break end end
  return #t, t[1], t[2], t[#t]
end
print(stepped(0.5, 3)) print(stepped(-1, -2)) print(stepped(1, 1 / 0)) print(stepped(1 / 0, 5)) print(stepped(-1 / 0, 5)) print(pcall(stepped, 0, 1))
print(stepped(1, 0 / 0)) print(stepped(0 / 0, 3)) print(pcall(stepped, "1", 3)) print(stepped(1, 3))
for x = 1.0, 3 do local f = function() x = x + 0.5 return x end io.write(f(), " ", f(), " ") end print()
local co = coroutine.wrap(function(a) for x = a + 0.0, 3 do for y = x, 0, -0.75 do coroutine.yield(x, y) end end return "end" end)
for _ = 1, 9 do print(co(1)) end
print(math.type((function() for x = 1, 2, 1.0 do return x end end)()), math.type((function() for x = 1.0, 2 do return x end end)()))
for x = 0x7fffffffffffffff + 0.0, 1e19, 2^60 do io.write(string.format("%.0f ", x)) end print()
