-- A Lisp: reader, evaluator with closures and tail calls, macros, printing.
--[==[ expects
fact
2432902008176640000
loop
200010000
map
(1 4 9 16)
counter
1
2
shown (a "b" (c . d)) done
compose
120
24
(1 . 2)
()
(1 (2 3) () #t "s")
fib
(1 5 55 610)
(undefined)	unbound variable undefined
(1 2)	interpreter.lua:34: attempt to index a number value (field 'car')
((lambda (x) x))	too few arguments
(set! nope 1)	unbound variable nope
(car 5)	interpreter.lua:35: attempt to index a number value (local 'p')
false	unfinished list
false	unexpected )
]==]
local Symbol = setmetatable({}, { __index = function(t, name) local s = setmetatable({ name = name }, { __tostring = function(x) return x.name end }) rawset(t, name, s) return s end })
local NIL = setmetatable({}, { __tostring = function() return "()" end }) local function cons(a, d) return { car = a, cdr = d } end local function list(...) local r = NIL for i = select("#", ...), 1, -1 do r = cons((select(i, ...)), r) end return r end
local function read(s) local pos = 1 local function skip() while true do local e = s:match("^%s+()", pos) or s:match("^;[^\n]*()", pos) if not e then return end pos = e end end local read_expr local function read_list() local items = {} while true do skip() if pos > #s then error("unfinished list", 0) end if s:sub(pos, pos) == ")" then pos = pos + 1 return list(table.unpack(items)) end items[#items + 1] = read_expr() end end function read_expr() skip() local c = s:sub(pos, pos) if c == "(" then pos = pos + 1 return read_list() elseif c == "'" then pos = pos + 1 return list(Symbol.quote, read_expr()) elseif c == '"' then local str, e = s:match('^"([^"]*)"()', pos) pos = e return str elseif c == ")" then error("unexpected )", 0) end local atom, e = s:match("^([^%s()']+)()", pos) pos = e if atom == "#t" then return true elseif atom == "#f" then return false end return tonumber(atom) or Symbol[atom] end local out = {} while true do skip() if pos > #s then return out end out[#out + 1] = read_expr() end end
local function show(v) if type(v) == "table" and v.cdr then local parts = {} while v ~= NIL and type(v) == "table" and v.cdr do parts[#parts + 1] = show(v.car) v = v.cdr end if v ~= NIL then parts[#parts + 1] = ". " .. show(v) end return "(" .. table.concat(parts, " ") .. ")" elseif type(v) == "boolean" then return v and "#t" or "#f" elseif type(v) == "string" then return '"' .. v .. '"' elseif type(v) == "function" or type(v) == "table" and v.params then return "#procedure" end return tostring(v) end
local function env(parent, vars) return setmetatable(vars or {}, { __index = parent }) end local eval local special = {} special.quote = function(x) return x.cdr.car end special["if"] = function(x, e) if eval(x.cdr.car, e) ~= false then return nil, x.cdr.cdr.car, e elseif x.cdr.cdr.cdr ~= NIL then return nil, x.cdr.cdr.cdr.car, e end return NIL end special.lambda = function(x, e) return { params = x.cdr.car, body = x.cdr.cdr, env = e } end special.define = function(x, e) local t = x.cdr.car if t.cdr then e[t.car] = { params = t.cdr, body = x.cdr.cdr, env = e } return t.car end e[t] = eval(x.cdr.cdr.car, e) return t end special.let = function(x, e) local new = env(e) local b = x.cdr.car while b ~= NIL do new[b.car.car] = eval(b.car.cdr.car, e) b = b.cdr end local body = x.cdr.cdr while body.cdr ~= NIL do eval(body.car, new) body = body.cdr end return nil, body.car, new end special["set!"] = function(x, e) local s, v = x.cdr.car, eval(x.cdr.cdr.car, e) local where = e while where and rawget(where, s) == nil do where = getmetatable(where).__index end if not where then error("unbound variable " .. s.name, 0) end where[s] = v return v end special.begin = function(x, e) local b = x.cdr while b.cdr ~= NIL do eval(b.car, e) b = b.cdr end return nil, b.car, e end
function eval(x, e) while true do if type(x) ~= "table" or x == NIL then return x end if x.name then local v = e[x] if v == nil then error("unbound variable " .. x.name, 0) end return v end local sp = x.car.name and special[x.car.name] if sp then local v, nx, ne = sp(x, e) if nx == nil then return v end x, e = nx, ne else local f, args, n = eval(x.car, e), {}, 0 local a = x.cdr while a ~= NIL do n = n + 1 args[n] = eval(a.car, e) a = a.cdr end if type(f) == "function" then return f(table.unpack(args, 1, n)) elseif type(f) ~= "table" or not f.params then error("not a procedure: " .. show(f), 0) end local new, p, i = env(f.env), f.params, 1 while p ~= NIL do if args[i] == nil then error("too few arguments", 0) end new[p.car] = args[i] p, i = p.cdr, i + 1 end local body = f.body while body.cdr ~= NIL do eval(body.car, new) body = body.cdr end x, e = body.car, new end end end
local function fold(f, unit) return function(...) local n = select("#", ...) if n == 0 then return unit end local acc = ... for i = 2, n do acc = f(acc, (select(i, ...))) end return acc end end local global = env(nil) for k, v in pairs { ["+"] = fold(function(a, b) return a + b end, 0), ["*"] = fold(function(a, b) return a * b end, 1), ["-"] = function(a, b) if b == nil then return -a end return a - b end, ["<"] = function(a, b) return a < b end, ["="] = function(a, b) return a == b end, car = function(p) return p.car end, cdr = function(p) return p.cdr end, cons = cons, list = list, ["null?"] = function(v) return v == NIL end, display = function(v) io.write(type(v) == "string" and v or show(v), " ") return NIL end, ["eq?"] = rawequal, mod = function(a, b) return a % b end } do global[Symbol[k]] = v end
local program = [[ (define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 20) (define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 20000 0) (define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l))))) (map (lambda (x) (* x x)) '(1 2 3 4)) (define counter (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (counter) (counter) (begin (display "shown") (display '(a "b" (c . d))) 'done) ; comment
(define (compose f g) (lambda (x) (f (g x)))) ((compose fact (lambda (x) (+ x 1))) 4) (let ((x 2) (y 3)) (define z 4) (* x y z)) (cons 1 2) (if #f 1) (list 1 (list 2 3) '() #t "s") (define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (map fib '(1 5 10 15)) ]]
for _, x in ipairs(read(program)) do print(show(eval(x, global))) end for _, bad in ipairs { "(undefined)", "(1 2)", "((lambda (x) x))", "(set! nope 1)", "(car 5)" } do print(bad, (select(2, pcall(function() return show(eval(read(bad)[1], global)) end)))) end print(pcall(read, "(1 2")) print(pcall(read, ")"))
