-- Reading numbers and lines of every shape.
--[==[ expects
1	-2	3	4.5	0.5	5.0	1000.0	31	1.0	-16
nil	abc
1	abc
nil	
nil	
nil
7
nil
1e+20	9223372036854775807
nil
12.5	0.6
a	b		c	nil
2	2	1	c	nil
		nil
2	b
ab	cde	f	nil
nil		
	x	nil
*compat
6
100000	yyyyyyyyyy
v1k1 v2k2
false	bad argument #2 to '?' (invalid format)
false	bad argument #2 to '?' (invalid format)
false	bad argument #2 to '?' (invalid option 'nowhere')
56	6	89	10	nil	Invalid argument	22
]==]
local name = os.tmpname()
local function with(text, f) local h = io.open(name, "w") h:write(text) h:close() h = io.open(name) print(f(h)) h:close() end
with("1 -2 +3 4.5 .5 5. 1e3 0x1F 0x.8p1 -0x10", function(h) return h:read("n", "n", "n", "n", "n", "n", "n", "n", "n", "n") end)
with("abc", function(h) return h:read("n"), h:read("a") end) with("1abc", function(h) return h:read("n"), h:read("a") end) with("0x", function(h) return h:read("n"), h:read("a") end) with("1e+", function(h) return h:read("n"), h:read("a") end) with("- 1", function(h) return h:read("n") end) with("  \n\t 7", function(h) return h:read("n") end) with("", function(h) return h:read("n") end)
with("99999999999999999999 9223372036854775807", function(h) return h:read("n", "n") end) with("nan inf", function(h) return h:read("n") end) with("12.5.6", function(h) return h:read("n", "n") end)
with("a\nb\n\nc", function(h) return h:read("l", "l", "l", "l", "l") end) with("a\nb\n\nc", function(h) return #h:read("L"), #h:read("L"), #h:read("L"), h:read("L"), h:read("L") end) with("\n\n", function(h) return h:read("l"), h:read("l"), h:read("l") end) with("a\r\nb", function(h) return #h:read(), h:read() end)
with("abcdef", function(h) return h:read(2, 3, 1, 1) end) with("", function(h) return h:read(0), h:read("a"), h:read("a") end) with("x", function(h) return h:read(0), h:read(5), h:read(0) end) with("*compat", function(h) return h:read("*l") end) with("1\n2\n3\n", function(h) local s = 0 for n in h:lines("n") do s = s + n end return s end)
with(("x"):rep(100000) .. "\n" .. ("y"):rep(10), function(h) return #h:read(), h:read() end) with("k1=v1\nk2=v2\n", function(h) local t = {} for l in h:lines() do local k, v = l:match("(%w+)=(%w+)") t[#t + 1] = v .. k end return table.concat(t, " ") end)
with("data", function(h) print(pcall(h.read, h, "q")) print(pcall(h.read, h, "*x")) return pcall(h.seek, h, "nowhere") end) with("0123456789", function(h) h:seek("set", 5) local a = h:read(2) h:seek("cur", -1) local b = h:read(1) h:seek("end", -2) return a, b, h:read("a"), h:seek("cur"), h:seek("set", -1) end)
os.remove(name)
