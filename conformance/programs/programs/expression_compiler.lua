-- A tokenizer, a precedence climbing parser, a constant folder, a stack machine and its compiler.
--[==[ expects
1 + 2 * 3	(1 + (2 * 3))	7	1	7
(1 + 2) * 3	((1 + 2) * 3)	9	1	9
2 ^ 3 ^ 2	(2 ^ (3 ^ 2))	512.0	1	512.0
-2 ^ 2	(-(2 ^ 2))	-4.0	1	-4.0
10 - 4 - 3	((10 - 4) - 3)	3	1	3
x * y + 1	((x * y) + 1)	((x * y) + 1)	5	14.5
max(x, y, 2 * 5) / 4	(max(x, y, (2 * 5)) / 4)	(max(x, y, 10) / 4)	6	2.5
sqrt(x * x + 16)	sqrt(((x * x) + 16))	sqrt(((x * x) + 16))	6	5.0
1 < 2	(1 < 2)	1	1	1
x == 3	(x == 3)	(x == 3)	3	1
f()	f()	f()	1	0
f(1, 2, f(3))	f(1, 2, f(3))	f(1, 2, f(3))	5	3
7 % 4 * 2	((7 % 4) * 2)	6	1	6
--x	(-(-x))	(-(-x))	3	3
pi > 3	(pi > 3)	(pi > 3)	3	1
2 * (3 + 4) * x	((2 * (3 + 4)) * x)	(14 * x)	3	42
1 +	false	unexpected 'eof'
(1	false	expected ')', got 'eof'
1 2	false	expected 'eof', got 'num'
$	false	unexpected '$' at 1
f(1,	false	unexpected 'eof'
unknown + 1	false	undefined variable unknown
nofunc(1)	false	undefined function nofunc
)	false	unexpected ')'
]==]
local function tokenize(s) local tokens, i = {}, 1 while true do i = s:match("^%s*()", i) if i > #s then break end local n, e = s:match("^(%d+%.?%d*)()", i) if n then tokens[#tokens + 1] = { t = "num", v = math.tointeger(tonumber(n)) or tonumber(n) } i = e else local id id, e = s:match("^([%a_][%w_]*)()", i) if id then tokens[#tokens + 1] = { t = "id", v = id } i = e else local op = s:match("^[<>=!]=", i) or s:match("^[%+%-%*/%^%(%),<>=%%]", i) if not op then error(("unexpected '%s' at %d"):format(s:sub(i, i), i), 0) end tokens[#tokens + 1] = { t = op } i = i + #op end end end tokens[#tokens + 1] = { t = "eof" } return tokens end
local binary = { ["<"] = { 1, 2 }, [">"] = { 1, 2 }, ["=="] = { 1, 2 }, ["<="] = { 1, 2 }, ["+"] = { 3, 4 }, ["-"] = { 3, 4 }, ["*"] = { 5, 6 }, ["/"] = { 5, 6 }, ["%"] = { 5, 6 }, ["^"] = { 10, 9 } }
local function parse(s) local tokens, pos = tokenize(s), 1 local expr local function peek() return tokens[pos].t end local function take(t) local tok = tokens[pos] if t and tok.t ~= t then error(("expected '%s', got '%s'"):format(t, tok.t), 0) end pos = pos + 1 return tok end local function primary() local tok = take() if tok.t == "num" then return { k = "num", v = tok.v } elseif tok.t == "id" then if peek() == "(" then take() local args = {} if peek() ~= ")" then repeat args[#args + 1] = expr(0) until peek() ~= "," or not take() end take ")" return { k = "call", f = tok.v, args = args } end return { k = "var", name = tok.v } elseif tok.t == "(" then local e = expr(0) take ")" return e elseif tok.t == "-" then return { k = "neg", expr(8) } end error(("unexpected '%s'"):format(tok.t), 0) end function expr(min) local left = primary() while true do local op = binary[peek()] if not op or op[1] < min then return left end local o = take().t left = { k = "bin", op = o, left, expr(op[2]) } end end local e = expr(0) take "eof" return e end
local ops = { ["+"] = function(a, b) return a + b end, ["-"] = function(a, b) return a - b end, ["*"] = function(a, b) return a * b end, ["/"] = function(a, b) return a / b end, ["%"] = function(a, b) return a % b end, ["^"] = function(a, b) return a ^ b end, ["<"] = function(a, b) return a < b and 1 or 0 end, [">"] = function(a, b) return a > b and 1 or 0 end, ["=="] = function(a, b) return a == b and 1 or 0 end, ["<="] = function(a, b) return a <= b and 1 or 0 end }
local function fold(e) for i = 1, #e do e[i] = fold(e[i]) end if e.args then for i, a in ipairs(e.args) do e.args[i] = fold(a) end end if e.k == "bin" and e[1].k == "num" and e[2].k == "num" then return { k = "num", v = ops[e.op](e[1].v, e[2].v) } elseif e.k == "neg" and e[1].k == "num" then return { k = "num", v = -e[1].v } end return e end
local function show(e) if e.k == "num" then return tostring(e.v) elseif e.k == "var" then return e.name elseif e.k == "neg" then return "(-" .. show(e[1]) .. ")" elseif e.k == "call" then local a = {} for i, x in ipairs(e.args) do a[i] = show(x) end return e.f .. "(" .. table.concat(a, ", ") .. ")" end return "(" .. show(e[1]) .. " " .. e.op .. " " .. show(e[2]) .. ")" end
local emit = setmetatable({ num = function(e, code) code[#code + 1] = { "push", e.v } end, var = function(e, code) code[#code + 1] = { "load", e.name } end }, { __index = function(_, k) return function(e, code, gen) for i = 1, #e do gen(e[i], code) end if e.args then for _, a in ipairs(e.args) do gen(a, code) end end code[#code + 1] = k == "bin" and { "op", e.op } or k == "neg" and { "neg" } or { "call", e.f, #e.args } end end }) local function gen(e, code) emit[e.k](e, code, gen) return code end
local function run(code, env) local stack = {} local function pop() local v = stack[#stack] stack[#stack] = nil return v end for _, ins in ipairs(code) do local op, a, b = ins[1], ins[2], ins[3] if op == "push" then stack[#stack + 1] = a elseif op == "load" then stack[#stack + 1] = env[a] or error("undefined variable " .. a, 0) elseif op == "op" then local y, x = pop(), pop() stack[#stack + 1] = ops[a](x, y) elseif op == "neg" then local v = pop() stack[#stack + 1] = -v elseif op == "call" then local args = {} for i = b, 1, -1 do args[i] = pop() end local f = env[a] or error("undefined function " .. a, 0) stack[#stack + 1] = f(table.unpack(args, 1, b)) end end return pop() end
local env = setmetatable({ x = 3, y = 4.5, max = math.max, sqrt = math.sqrt, f = function(...) return select("#", ...) end }, { __index = { pi = math.pi } })
for _, s in ipairs { "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 - 4 - 3", "x * y + 1", "max(x, y, 2 * 5) / 4", "sqrt(x * x + 16)", "1 < 2", "x == 3", "f()", "f(1, 2, f(3))", "7 % 4 * 2", "--x", "pi > 3", "2 * (3 + 4) * x" } do local ast = parse(s) local folded = fold(parse(s)) local code = gen(folded, {}) print(s, show(ast), show(folded), #code, run(code, env)) end
for _, s in ipairs { "1 +", "(1", "1 2", "$", "f(1,", "unknown + 1", "nofunc(1)", ")" } do print(s, pcall(function() return run(gen(parse(s), {}), env) end)) end
