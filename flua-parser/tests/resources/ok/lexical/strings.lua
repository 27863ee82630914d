local a = "\a\b\f\n\r\t\v\\\"\'"
local b = '\x41\065\65\0\u{48}\u{7FFFFFFF}\u{20AC}'
local c = "one \z
           line"
local d = "two\
lines", "raw ÿþ bytes", 'it is "quoted"'
return a, b, c, d
