local x = 1
(f)(x)
local y = g
(h)()
x = 2
(f)(y)
x = "s"
("t"):rep(2)
do local a = {} (b).c = 1 end
repeat local z = 1 until z
(f)()
