if a then b() elseif c then d() elseif e then else g() end
if a then end
while a < b do if c then break end end
repeat local x = f() until x
for i = 1, 10 do print(i) end
for i = 10, 1, -1 do for j = i, i do break end end
for k, v in pairs(t) do t[k] = nil end
for k in next, t, nil, close do ; end
do end do local a do local b end end
;;; return
