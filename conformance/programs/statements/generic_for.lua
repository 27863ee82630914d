-- The generic `for`: iterators, state, the control variable as a copy, and what is closed at the end.
--[==[ expects
1a 2b 3c 
1=0 2=1 3=4 4=9 
1 2 3 
1/100 2/200 3/300 
1 2 3 
1 closed	nil
closed	inside
false	inside
closed	nil
101
1	2	nil	nil
false	generic_for.lua:39: attempt to call a nil value (for iterator 'for iterator')
false	generic_for.lua:40: attempt to call a number value (for iterator 'for iterator')
false	generic_for.lua:41: attempt to call a table value (for iterator 'for iterator')
false	generic_for.lua:42: variable '(for state)' got a non-closable value
1	10
1=1 2=2 3=3 
the.quick.brown.fox.
]==]
for i, v in ipairs { "a", "b", "c" } do io.write(i, v, " ") end print()
local function range(n, i) if i < n then return i + 1, i * i end end
for i, square in range, 4, 0 do io.write(i, "=", square, " ") end print()
local function count(n)
  local i = 0
  return function() i = i + 1; if i <= n then return i end end
end
for i in count(3) do io.write(i, " ") end print()
for i in count(3) do local was = i; i = i * 100; io.write(was, "/", i, " ") end print()
local t = setmetatable({}, { __call = function(self, state, control) if control < 3 then return control + 1 end end })
for i in t, nil, 0 do io.write(i, " ") end print()
local closed = setmetatable({}, { __close = function(_, e) print("closed", e) end })
for i in range, 5, 0, closed do if i == 2 then break end io.write(i, " ") end
print(pcall(function() for i in range, 5, 0, closed do error("inside", 0) end end))
local function f() for i in range, 5, 0, closed do return i + 100 end end
print(f())
for a, b, c, d in (function(s, c) if not c then return 1, 2 end end) do print(a, b, c, d) end
print(pcall(function() for i in nil do end end))
print(pcall(function() for i in 5 do end end))
print(pcall(function() local t = {}; for i in t do end end))
print(pcall(function() for i in range, 1, 0, 5 do end end))
for k, v in next, { 10 } do print(k, v) end
for k, v in pairs({ 1, 2, 3 }) do io.write(k, "=", v, " ") end print()
for w in ("the quick brown fox"):gmatch("%a+") do io.write(w, ".") end print()
local stop = false
for v in function() stop = not stop; return stop and false or nil end do print(v) end
