-- require: a module runs once, its value is kept, and it gets its name.
--[==[ expects
loading a	a	./a.lua
a	1
true	2
true	nil
loading sub.b	sub.b
value of b	true
table	true	true
nothing returned
true	true
false	false
1	nil
a global function of module a
3
false	module 'not.there' not found:
]==]
local a = require "a" print(a.name, a.count()) local again = require("a") print(again == a, again.count()) print(package.loaded.a == a, package.loaded["sub.b"])
local b = require "sub.b" print(b.value, b.parent == a) print(type(require "string"), require "string" == string, package.loaded._G == _G) print(require("nothing_returned"), package.loaded.nothing_returned) print(require "returns_false", package.loaded.returns_false)
print(select("#", require "a"), type((select(2, require "sub.b")))) global_from_module() print(a.count())
local ok, e = pcall(require, "not.there") print(ok, (e:match("^[^\n]+")))
