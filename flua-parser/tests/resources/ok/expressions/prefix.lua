local t = {}
t.a.b["c"][1].d = f
t.x:y(1, 2).z[3]:w{}:v"s" [[t]] {1}
f()()()
(f or g)(1)
local s = ("x"):rep(3), #t[1], f{...}, f"s", f[[s]];
(t).x = (f())
t[f()], t.y = f(), (...)
