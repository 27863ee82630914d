-- An interpreter and a compiler to closures for brainfuck.
--[==[ expects
Hello World!
906906
echo!	17
false	unmatched [ at 1
false	unmatched ] at 1
Hello World!
false	unmatched [
0 1 4 9 16 25 36 49 64 81 100 121 144 169 196 225 256 289 324 361 400 441 484 529 576 625 676 729 784 841 900 961 1024 1089 1156 1225 1296 1369 1444 1521 1600 1681 1764 1849 1936 2025 2116 2209 2304 2401 2500 2601 2704 2809 2916 3025 3136 3249 3364 3481 3600 3721 3844 3969 4096 4225 4356 4489 4624 4761 4900 5041 5184 5329 5476 5625 5776 5929 6084 6241 6400 6561 6724 6889 7056 7225 7396 7569 7744 7921 8100 8281 8464 8649 8836 9025 9216 9409 9604 9801 10000 
true
]==]
local hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
local function interpret(code, input) local jump, stack = {}, {} for i = 1, #code do local c = code:sub(i, i) if c == "[" then stack[#stack + 1] = i elseif c == "]" then local j = table.remove(stack) or error("unmatched ] at " .. i, 0) jump[i], jump[j] = j, i end end if #stack > 0 then error("unmatched [ at " .. stack[#stack], 0) end local tape, p, ip, out, steps, inp = setmetatable({}, { __index = function() return 0 end }), 0, 1, {}, 0, 1 while ip <= #code do local c = code:byte(ip) steps = steps + 1 if c == 43 then tape[p] = (tape[p] + 1) & 255 elseif c == 45 then tape[p] = (tape[p] - 1) & 255 elseif c == 62 then p = p + 1 elseif c == 60 then p = p - 1 elseif c == 46 then out[#out + 1] = string.char(tape[p]) elseif c == 44 then tape[p] = input and input:byte(inp) or 0 inp = inp + 1 elseif c == 91 then if tape[p] == 0 then ip = jump[ip] end elseif c == 93 then if tape[p] ~= 0 then ip = jump[ip] end end ip = ip + 1 end return table.concat(out), steps end
io.write(interpret(hello)) print(select(2, interpret(hello))) print(interpret(",[.,]", "echo!")) print(pcall(interpret, "[[]")) print(pcall(interpret, "]"))
local function compile(code) local pos = 1 local function block(nested) local ops = {} while pos <= #code do local c = code:sub(pos, pos) pos = pos + 1 if c == "[" then local body = block(true) ops[#ops + 1] = function(m) while m[m.p] ~= 0 do for i = 1, #body do body[i](m) end end end elseif c == "]" then if not nested then error("unmatched ]", 0) end return ops elseif c:match("[%+%-]") then local n, e = 0, pos - 1 while code:sub(e, e):match("[%+%-]") do n = n + (code:sub(e, e) == "+" and 1 or -1) e = e + 1 end pos = e ops[#ops + 1] = function(m) m[m.p] = m[m.p] + n & 255 end elseif c:match("[<>]") then local n, e = 0, pos - 1 while code:sub(e, e):match("[<>]") do n = n + (code:sub(e, e) == ">" and 1 or -1) e = e + 1 end pos = e ops[#ops + 1] = function(m) m.p = m.p + n end elseif c == "." then ops[#ops + 1] = function(m) m.out[#m.out + 1] = string.char(m[m.p]) end end end if nested then error("unmatched [", 0) end return ops end local ops = block(false) return function() local m = setmetatable({ p = 0, out = {} }, { __index = function() return 0 end }) for i = 1, #ops do ops[i](m) end return table.concat(m.out) end end
io.write(compile(hello)()) print(pcall(compile, "[")) local squares = "++++[>+++++<-]>[<+++++>-]+<+[>[>+>+<<-]++>>[<<+>>-]>>>[-]++>[-]+>>>+[[-]++++++>>>]<<<[[<++++++++<++>>-]+<.<[>----<-]<]<<[>>>>>[>>>[-]+++++++++<[>-<-]+++++++++>[-[<->-]+[<<<]]<[>+<-]>]<<-]<<-]" print((compile(squares)():gsub("\n", " "))) print(compile(hello)() == interpret(hello))
