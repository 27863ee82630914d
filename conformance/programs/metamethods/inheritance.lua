-- Metamethods are looked up raw in the metatable: classes inherit methods, not metamethods, unless copied.
--[==[ expects
Base:b	hello b	hello d (derived)
table: PTR
Base:d
rex says grr	fido says woof	fido fetches stick	PUP SAYS WOOF	pup fetches ball
true	true	<fido>&<rex>	<rex>&s	3	pup	true
nil	true	true
]==]
local Base = {}
Base.__index = Base
Base.__tostring = function(self) return "Base:" .. self.name end
function Base.new(name) return setmetatable({ name = name }, Base) end
function Base:hello() return "hello " .. self.name end
local Derived = setmetatable({}, { __index = Base })
Derived.__index = Derived
function Derived.new(name) return setmetatable(Base.new(name), Derived) end
function Derived:hello() return Base.hello(self) .. " (derived)" end
local b, d = Base.new("b"), Derived.new("d")
print(b, b:hello(), d:hello())
print((tostring(d):gsub("0x%x+", "PTR")))
Derived.__tostring = Base.__tostring
print(d)
local function class(parent)
  local c = {}
  if parent then for k, v in pairs(parent) do if k:sub(1, 2) == "__" then c[k] = v end end end
  c.__index = c
  c.super = parent
  return setmetatable(c, {
    __index = parent,
    __call = function(cls, ...) local o = setmetatable({}, cls); if cls.init then cls.init(o, ...) end return o end,
  })
end
local Animal = class()
function Animal:init(name, sound) self.name, self.sound = name, sound end
function Animal:speak() return self.name .. " says " .. self.sound end
Animal.__eq = function(a, b) return a.name == b.name end
Animal.__lt = function(a, b) return a.name < b.name end
Animal.__concat = function(a, b) return tostring(a) .. "&" .. tostring(b) end
Animal.__tostring = function(a) return "<" .. a.name .. ">" end
Animal.__len = function(a) return #a.name end
Animal.__unm = function(a) return a.name:reverse() end
local Dog = class(Animal)
function Dog:init(name) Dog.super.init(self, name, "woof") end
function Dog:fetch(what) return self.name .. " fetches " .. what end
local Puppy = class(Dog)
function Puppy:speak() return Dog.speak(self):upper() end
local rex, fido, pup = Animal("rex", "grr"), Dog("fido"), Puppy("pup")
print(rex:speak(), fido:speak(), fido:fetch("stick"), pup:speak(), pup:fetch("ball"))
print(rex == Dog("rex"), fido < rex, fido .. rex, rex .. "s", #pup, -pup, pup > fido)
print(rawget(Puppy, "fetch"), Puppy.fetch == Dog.fetch, getmetatable(pup) == Puppy)
