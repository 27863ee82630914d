function f() end
function f(a, b, ...) return a, b, ... end
function t.f(a) return a; end
function t.a.b.c:m(x) return self, x end
local function fact(n) return n <= 1 and 1 or n * fact(n - 1) end
local g = function(...) local a, b = ... return select("#", ...) end
local h = function(_) return function() return function() return _, g end end end
return f(function() end, function(...) return ... end)
