-- Proxies, default values, read-only tables, tracking, sets and vectors: the usual idioms.
--[==[ expects
3	30	get 1, get 2, set 3, get 3, set x, get x
1:10 2:20 3:30 
1	4	4	2	0
{1,2,3,4}	{2,3}	4	false	true	true	true
(4, 4.5)	(6, 8)	(2, 1)	5.0	(-3, -4)	5.0
]==]
local function track(t)
  local log = {}
  return setmetatable({}, {
    __index = function(_, k) log[#log + 1] = "get " .. tostring(k); return t[k] end,
    __newindex = function(_, k, v) log[#log + 1] = "set " .. tostring(k); t[k] = v end,
    __len = function() return #t end,
    __pairs = function() return next, t, nil end,
    __call = function() return table.concat(log, ", ") end,
  })
end
local p = track { 10, 20 }
p[3] = p[1] + p[2]
p.x = p[3]
print(#p, p.x, p())
for i, v in ipairs(p) do io.write(i, ":", v, " ") end print()
local defaults = setmetatable({}, { __index = function() return 0 end })
for c in ("mississippi"):gmatch(".") do defaults[c] = defaults[c] + 1 end
print(defaults.m, defaults.i, defaults.s, defaults.p, defaults.z)
local Set = {}
Set.__index = Set
function Set.new(list) local s = setmetatable({}, Set); for _, v in ipairs(list) do s[v] = true end return s end
Set.__add = function(a, b) local s = Set.new {}; for k in pairs(a) do s[k] = true end for k in pairs(b) do s[k] = true end return s end
Set.__mul = function(a, b) local s = Set.new {}; for k in pairs(a) do s[k] = b[k] end return s end
Set.__le = function(a, b) for k in pairs(a) do if not b[k] then return false end end return true end
Set.__lt = function(a, b) return a <= b and not (b <= a) end
Set.__eq = function(a, b) return a <= b and b <= a end
Set.__len = function(s) local n = 0; for _ in pairs(s) do n = n + 1 end return n end
Set.__tostring = function(s) local l = {}; for k in pairs(s) do l[#l + 1] = k end table.sort(l); return "{" .. table.concat(l, ",") .. "}" end
local s1, s2 = Set.new { 1, 2, 3 }, Set.new { 2, 3, 4 }
print(tostring(s1 + s2), tostring(s1 * s2), #(s1 + s2), s1 <= s2, s1 * s2 <= s1, s1 < s1 + s2, s1 == Set.new { 3, 2, 1 })
local Vector = {}
Vector.__index = function(v, k) return k == "x" and v[1] or k == "y" and v[2] or Vector[k] end
function Vector.new(x, y) return setmetatable({ x, y }, Vector) end
Vector.__add = function(a, b) return Vector.new(a.x + b.x, a.y + b.y) end
Vector.__mul = function(a, b) if type(a) == "number" then return Vector.new(a * b.x, a * b.y) elseif type(b) == "number" then return b * a end return a.x * b.x + a.y * b.y end
Vector.__unm = function(a) return -1 * a end
Vector.__tostring = function(a) return ("(%g, %g)"):format(a.x, a.y) end
function Vector:length() return math.sqrt(self * self) end
local v, w = Vector.new(3, 4), Vector.new(1, 0.5)
print(tostring(v + w), tostring(2 * v), tostring(w * 2), v * w, tostring(-v), v:length())
