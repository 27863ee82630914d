-- A yield inside each metamethod: the operation goes on with the result when the coroutine is resumed.
--[==[ expects
arith	add sub mul div mod pow idiv unm	true 100 200 300 400 500 600 700 800
bits	band bor bxor shl shr bnot	true 100 200 300 400 500 600
concat	concat concat concat concat	true 100 200 300 p400
concat chain	concat concat	true 1200
len	len len len	true 100 500
compare	eq eq lt le lt le	true true false true true true true
conditions	lt	true less
while	eq eq eq eq	true 3
not	eq lt	true false f
index	index index index index	true 100 200 700
newindex	newindex newindex newindex newindex	true nil
call	call call call	true 100 200 300
method	call call	true 100 200
tail call	call	true 100
close	close close close	true closed
close return	close	true 1 2 3
close break	close close	true after
close goto	close close close	true 3
close error	close	true false e
in arguments	add index call index index	true 300 2
in constructor	index index index add call	true 2 100 200 500
for iterator	call call call call call	true 1500
upvalue	index index index index	true 1000
]==]
local function y(name) return function(...) return coroutine.yield(name, ...) end end
local mt = { __tostring = function() return "object" end }
for _, e in ipairs { "add", "sub", "mul", "div", "mod", "pow", "idiv", "unm", "band", "bor", "bxor", "shl", "shr", "bnot",
  "concat", "len", "eq", "lt", "le", "index", "newindex", "call", "close" } do
  mt["__" .. e] = function(...) return coroutine.yield(e) end
end
local function new() return setmetatable({}, mt) end
local function run(name, f)
  local co = coroutine.create(f)
  local seen = {}
  local values = table.pack(coroutine.resume(co))
  local n = 0
  while coroutine.status(co) == "suspended" do
    seen[#seen + 1] = tostring(values[2])
    n = n + 1
    values = table.pack(coroutine.resume(co, n * 100))
  end
  for i = 1, values.n do values[i] = tostring(values[i]) end
  print(name, table.concat(seen, " "), table.concat(values, " ", 1, values.n))
end
local a, b = new(), new()
run("arith", function() return a + 1, 1 - a, a * b, a / 2, a % 3, 2 ^ a, a // b, -a end)
run("bits", function() return a & 1, 2 | a, a ~ b, a << 1, 1 >> a, ~a end)
run("concat", function() return a .. "x", "x" .. a, a .. b, "p" .. "q" .. a end)
run("concat chain", function() return 1 .. a .. 2 .. b end)
run("len", function() return #a, #a + #b end)
run("compare", function() return a == b, a ~= b, a < b, a <= b, a > 1, 1 >= a end)
run("conditions", function() if a < b then return "less" else return "not less" end end)
run("while", function() local n = 0; while a == b and n < 3 do n = n + 1 end return n end)
run("not", function() return not (a == b), not (a < 1) and "t" or "f" end)
run("index", function() return a.x, a[1], a.b + a.c end)
run("newindex", function() a.x = 1; a[2] = 3; a.y, a.z = 4, 5; return rawget(a, "x") end)
run("call", function() return a(), (a(1)), a(1, 2, 3) end)
run("method", function() local o = setmetatable({ m = a }, {}); return o:m(), o.m(5) end)
run("tail call", function() return a(1) end)
run("close", function() do local c <close> = new() end do local d <close> = a; local e <close> = b end return "closed" end)
run("close return", function() local c <close> = new(); return 1, 2, 3 end)
run("close break", function() for i = 1, 2 do local c <close> = new(); if i == 2 then break end end return "after" end)
run("close goto", function() local i = 0; ::top:: do local c <close> = new(); i = i + 1; if i < 3 then goto top end end return i end)
run("close error", function() return pcall(function() local c <close> = new(); error("e", 0) end) end)
run("in arguments", function() return math.max(a + 1, a.x, (a(1))), select("#", a.x, a.y) end)
run("in constructor", function() local t = { a.x, k = a.y, [a.z] = a + 1, a() }; return #t, t[1], t.k, t[2] end)
run("for iterator", function() local s = 0; for v in a do s = s + v; if s > 1000 then break end end return s end)
run("upvalue", function() local u = a; local f = function() return u.x + u.y end; return f() + f() end)
