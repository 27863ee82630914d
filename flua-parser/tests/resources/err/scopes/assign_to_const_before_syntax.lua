local f <const> = 1
f = = 2
