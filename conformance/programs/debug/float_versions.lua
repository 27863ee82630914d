-- What debug sees of functions of numbers.
--[==[ expects
5.5
here
stack traceback:
	float_versions.lua:34: in upvalue 'traced'
	float_versions.lua:37: in local 'both'
	float_versions.lua:38: in main chunk
4.0
here
stack traceback:
	float_versions.lua:34: in upvalue 'traced'
	float_versions.lua:37: in local 'both'
	float_versions.lua:39: in main chunk
4.0
here
stack traceback:
	float_versions.lua:34: in local 'traced'
	float_versions.lua:40: in main chunk
1.5
here
stack traceback:
	float_versions.lua:34: in function <float_versions.lua:32>
	(...tail calls...)
	float_versions.lua:42: in main chunk
1	false	0	31	31
name	false	0.75
name	false	0.5
]==]
local function where() return (debug.traceback("here", 2):gsub("%s*%[C%]: in %?", "")) end
local function plain(x) return x * 2.0 end
local function traced(x, y)
  local z = plain(x) + y
  local text = where()
  return z, text
end
local function both(x, y) local a, b = traced(x, y) return a, b end
local a, text = both(1.5, 2.5) print(a) print(text)
a, text = both(1, 2) print(a) print(text)
a, text = traced("1", 2) print(a) print(text)
local function tail(x) return traced(x, x) end
a, text = tail(0.5) print(a) print(text)
local info = debug.getinfo(plain, "uS")
print(info.nparams, info.isvararg, info.nups, info.linedefined, info.lastlinedefined)
local function name() return debug.getinfo(1, "n").name, debug.getinfo(2, "f").func end
local function named(x) local n, f = name() return n, f == traced, x * 0.5 end
print(named(1.5)) print(named(1))
