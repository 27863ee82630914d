def f(x) return x end
