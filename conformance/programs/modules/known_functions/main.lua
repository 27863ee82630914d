-- Functions of modules that nobody changes are known where the modules are required; of the others they are looked up.
--[==[ expects
12	4	4
f	g of f
changed f	g of changed f
a b	a	b
other a
first
1	2	3	true
false	main.lua:33: attempt to call a nil value (field 'missing')
false	./geometry.lua:2: attempt to perform arithmetic on a nil value (local 'h')
]==]
local geometry = require "geometry"
local changed = require "changed"
local listed = require("listed")
local either = require "either"
local counter = require "counter"

print(geometry.area(3, 4), geometry.double(geometry.area(1, 2)), require("geometry").area(2, 2))
print(changed.f(), changed.g())
require "changer"
print(changed.f(), changed.g())

local names = {}
for name in pairs(listed) do names[#names + 1] = name end
table.sort(names)
print(table.concat(names, " "), listed.a(), listed.b())
listed[names[1]] = function() return "other a" end
print(listed.a())

print(either.f())
print(counter.next(), counter.next(), require("counter").next(), require "counter" == counter)
print(pcall(function() return geometry.missing(1) end))
print(pcall(geometry.area, 1))
