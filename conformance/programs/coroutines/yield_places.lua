-- A yield from everywhere: arguments, constructors, conditions, loops, returns, method calls, concatenations.
--[==[ expects
arguments:	a b c d	->	true 20 3
constructor:	a b c d e	->	true 3 1 5 2 50
condition:	a b	->	true yes
while:	0 1 2 3	->	true 3
repeat:	0 1 3	->	true 6
numeric for:	start limit step 1 2 3 4	->	true 1,2,3,4,
generic for:	next body next body next	->	true 14
concat:	a b c	->	true x1y23
arithmetic:	a b c	->	true -2.0
compare:	a b c d	->	true true true false
index:	a b	->	true deep
assignment:	k1 k2 v1 v2	->	true 3 4
method:	arg m m	->	true 2 3
results:	a b c	->	true 1 2 3 30
tail:	tail	->	true 1 10
deep:	bottom	->	true 51
varargs:	7	->	true 2 8 7 8
upvalues:	0 1 3	->	true 6
goto:	0 1 3	->	true 6
and or:	a b c	->	true 2 3
nested pcall:	in inner	->	true true true 3
error after:	x	->	true false e
local function:	1 3	->	true 13
and closure:	1 2 3	->	true 1 2 3
]==]
local yield = coroutine.yield
local function run(name, f, ...)
  local co = coroutine.create(f)
  local trace, value = {}, 0
  local r = table.pack(coroutine.resume(co, ...))
  while coroutine.status(co) == "suspended" do
    trace[#trace + 1] = tostring(r[2])
    value = value + 1
    r = table.pack(coroutine.resume(co, value, value * 10))
  end
  for i = 1, r.n do r[i] = tostring(r[i]) end
  print(name .. ":", table.concat(trace, " "), "->", table.concat(r, " ", 1, r.n))
end
run("arguments", function() return math.max(yield "a", yield "b"), select("#", yield "c", yield "d") end)
run("constructor", function() local t = { yield "a", k = yield "b", [yield "c"] = yield "d", yield "e" } return #t, t[1], t[2], t.k, t[3] end)
run("condition", function() if yield "a" == 1 and yield "b" == 2 or yield "c" then return "yes" elseif yield "d" then return "no" end end)
run("while", function() local n = 0 while yield(n) < 4 do n = n + 1 end return n end)
run("repeat", function() local s = 0 repeat local v = yield(s) s = s + v until v >= 3 return s end)
run("numeric for", function() local s = "" for i = yield "start", yield "limit" + 2, yield "step" - 2 do s = s .. i .. "," yield(i) end return s end)
run("generic for", function() local s = 0 for i in function() local v = yield "next" if v < 4 then return v end end do s = s + i * (yield "body") end return s end)
run("concat", function() return "x" .. (yield "a") .. "y" .. (yield "b") .. (yield "c") end)
run("arithmetic", function() local a = 5 return a + (yield "a") * (yield "b") - (yield "c") ^ 2 end)
run("compare", function() return (yield "a") < (yield "b"), (yield "c") == 3, not (yield "d") end)
run("index", function() local t = { { "deep" } } return t[yield "a"][(yield "b") - 1] end)
run("assignment", function() local t = {} t[yield "k1"], t[yield "k2"] = yield "v1", yield "v2" return t[1], t[2] end)
run("method", function() local o = { m = function(self, ...) return yield("m"), ... end } return o:m(yield "arg"), (o:m(1)) end)
run("results", function() return yield "a", (yield "b"), yield "c" end)
run("tail", function() return yield "tail" end)
run("deep", function() local function d(n) if n == 0 then return yield "bottom" end local r = d(n - 1) return r + 1 end return d(50) end)
run("varargs", function(...) local a, b = ... yield(a) return select("#", ...), b, ... end, 7, 8)
run("upvalues", function() local n = 0 local function inc() n = n + (yield(n)) end inc() inc() inc() return n end)
run("goto", function() local n = 0 ::top:: n = n + (yield(n)) if n < 6 then goto top end return n end)
run("and or", function() return (yield "a") and nil or (yield "b"), false or (yield "c") end)
run("nested pcall", function() return pcall(function() local v = yield "in" return pcall(function() return yield "inner" + v end) end) end)
run("error after", function() return pcall(function() yield "x" error("e", 0) end) end)
run("local function", function() local function f(a, b) local c = yield(a) return a + b + c end return f(1, 2) + f(3, 4) end)
run("and closure", function() local fs = {} for i = 1, 3 do yield(i) fs[i] = function() return i end end return fs[1](), fs[2](), fs[3]() end)
