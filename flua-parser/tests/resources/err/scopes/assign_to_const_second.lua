local a, x <const> = f()
a, x = 1, 2
