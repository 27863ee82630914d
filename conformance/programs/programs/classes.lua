-- A class library with mixins, properties, static members and multiple levels.
--[==[ expects
Point#1	Rect[0,0 3x4]	Square[5,5 2x2]	class Rect	class Point
true	true	false	true	true
12	4	I am Square[5,5 2x2]	true	false	nil	true
Point#5	true	2	Square[0,0 2x2]
22	15,22	false	classes.lua:50: no property color
1	2	true
1	2	nil
]==]
local Object = {} Object.__index = Object Object.__name = "Object"
function Object:extend(name)
  local cls = setmetatable({}, { __index = self, __call = function(c, ...) return c.new(c, ...) end, __tostring = function() return "class " .. name end })
  for k, v in pairs(self) do if type(k) == "string" and k:find("^__") then cls[k] = v end end
  cls.__index, cls.__name, cls.super = cls, name, self
  return cls
end
function Object.new(cls, ...) local o = setmetatable({}, cls) o:init(...) return o end
function Object:init() end
function Object:implement(...) for _, m in ipairs { ... } do for k, v in pairs(m) do if self[k] == nil then self[k] = v end end end return self end
function Object:is(cls) local c = getmetatable(self) while c do if c == cls then return true end c = c.super end return false end
function Object:__tostring() return self.__name .. "#" .. (self.id or "?") end
local Point = Object:extend "Point"
local made = 0
function Point:init(x, y) made = made + 1 self.id, self.x, self.y = made, x or 0, y or 0 end
function Point.__add(a, b) return getmetatable(a)(a.x + b.x, a.y + b.y) end
function Point.__eq(a, b) return a.x == b.x and a.y == b.y end
function Point:translate(dx, dy) self.x, self.y = self.x + dx, self.y + dy return self end
local Rect = Point:extend "Rect"
function Rect:init(x, y, w, h) Rect.super.init(self, x, y) self.w, self.h = w or 0, h or 0 end
function Rect:area() return self.w * self.h end
function Rect:__tostring() return ("%s[%g,%g %gx%g]"):format(self.__name, self.x, self.y, self.w, self.h) end
local Square = Rect:extend "Square"
function Square:init(x, y, side) Square.super.init(self, x, y, side, side) end
local Printable = { describe = function(self) return "I am " .. tostring(self) end }
local Comparable = { less = function(self, other) return self:area() < other:area() end, area = function() error "not used" end }
Rect:implement(Printable, Comparable)
local p, r, s = Point(1, 2), Rect(0, 0, 3, 4), Square(5, 5, 2)
print(p, r, s, tostring(Rect), Point) print(p:is(Point), r:is(Point), p:is(Rect), s:is(Object), s:is(Rect))
print(r:area(), s:area(), s:describe(), s:less(r), r:less(s), rawget(Square, "describe"), Square.describe == Rect.describe)
print(tostring(p + Point(1, 1)), p + p == Point(2, 4), r:translate(1, 1):translate(1, 1).x, s:translate(-5, -5))
local props = {}
local Account = setmetatable({}, { __call = function(cls, balance)
  local private = { balance = balance, history = {} }
  return setmetatable({}, {
    __index = function(_, k) if k == "balance" then return private.balance elseif k == "history" then return table.concat(private.history, ",") end return cls[k] end,
    __newindex = function(_, k, v) if k == "balance" then private.history[#private.history + 1] = tostring(v) private.balance = v else error("no property " .. k, 2) end end })
end })
function Account:deposit(n) self.balance = self.balance + n return self end
local a = Account(10) a:deposit(5):deposit(7) print(a.balance, a.history, pcall(function() a.color = "red" end))
local Singleton = {} function Singleton.get() Singleton.instance = Singleton.instance or setmetatable({ n = 0 }, { __index = Singleton }) return Singleton.instance end function Singleton:inc() self.n = self.n + 1 return self.n end
print(Singleton.get():inc(), Singleton.get():inc(), Singleton.get() == Singleton.get())
local multi = setmetatable({}, { __index = function(t, k) for _, base in ipairs(rawget(t, "bases") or {}) do local v = base[k] if v ~= nil then return v end end end }) multi.bases = { { one = 1 }, { two = 2, one = "shadowed" } } print(multi.one, multi.two, multi.three)
