-- A program that puts another function in the place of load gets that one called.
-- dynamic-code: static
--[==[ expects
1
mine	return 2	name
mine	return 3
4
false	replaced.lua:17: attempt to call a nil value (global 'load')
]==]
local load_ = load
print(load_("return 1")())
_G.load = function(text, ...) return "mine", text, ... end
print(load("return 2", "name"))
print(_G.load("return 3"))
print(load_("return 4")())
_G.load = nil
print(pcall(function() return load("return 5") end))
