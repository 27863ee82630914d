a = 1
a, b = b, a
t.x, t[1], t.y.z = f()
local i, t2 = 1, {}
i, t2[i] = i + 1, 20
t2, t2.x = nil, 1
_ENV.x = _ENV
