local class = require "class"
local Animal = class "Animal"
function Animal:init(name) self.name = name end
function Animal:speak() return self.name .. " makes a sound" end
local Dog = class("Dog", Animal)
function Dog:speak() return self.name .. " says woof" end
function Dog:fail() return self.missing.field end
return { Animal = Animal, Dog = Dog }
