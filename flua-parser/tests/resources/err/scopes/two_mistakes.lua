local x <const> = 1
break
x = 2
