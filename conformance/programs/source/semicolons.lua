-- Empty statements, statements on one line, calls that begin with parentheses after a semicolon.
--[==[ expects
1	2
parenthesised call
immediately called
3	4
one
1 2 3 
stringlongtable
]==]
;;; local a = 1; local b = 2;
;print(a, b);
do ; end
local f = function(x) return x end
;(print)("parenthesised call");
(function() print("immediately called") end)()
local t = { 1, 2; 3, x = 4; }
print(#t, t.x)
if a == 1 then print "one" else print "other" end
for i = 1, 3 do io.write(i, " ") end print()
local s = f"string" .. f[[long]] .. f{ "table" }[1]
print(s)
return
