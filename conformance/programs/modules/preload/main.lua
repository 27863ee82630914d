-- package.preload, package.loaded set by hand, a module that replaces itself, errors while loading.
--[==[ expects
preloading	virtual	:preload:
true	true
by hand
preloading	virtual	:preload:
true
broken starts
false	./broken.lua:1: cannot load broken
broken starts
false	./broken.lua:1: cannot load broken
42	5
true
false	preload failed
]==]
package.preload.virtual = function(name, extra) print("preloading", name, extra) return { virtual = true } end
print(require("virtual").virtual, require("virtual") == require("virtual")) package.loaded.made_up = "by hand" print(require "made_up") package.loaded.virtual = nil print(require("virtual").virtual)
print(pcall(require, "broken")) print(pcall(require, "broken")) local obj = require "object" print(obj:get(), obj.new(5):get()) package.loaded.object = nil print(require "object" ~= obj)
package.preload.failing = function() error("preload failed", 0) end print(pcall(require, "failing"))
