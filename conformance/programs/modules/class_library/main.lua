-- A small class library in a module of its own, used by other modules; errors carry their file's name.
--[==[ expects
Rex says woof	true	true	false
Dog(Rex)	Dog
false	./animals.lua:7: attempt to index a nil value (field 'missing')
nil
mixed M says woof	Mixed(M)
]==]
package.path = "./?.lua;" .. package.path
local class = require "class" local animals = require "animals" local d = animals.Dog("Rex") print(d:speak(), d:is_a(animals.Animal), d:is_a(animals.Dog), animals.Animal("x"):is_a(animals.Dog)) print(tostring(d), d.__name)
print(pcall(d.fail, d)) print(select(2, pcall(function() return animals.Cat end)) ) local Mixed = class("Mixed", animals.Dog) function Mixed:speak() return "mixed " .. Mixed.super.speak(self) end print(Mixed("M"):speak(), tostring(Mixed("M")))
