-- A package with `init.lua`, submodules, and locals that stay private to each file.
--[==[ expects
true	9	1.0 7
nil	2
0	3
false	unknown shape 'blob'
]==]
package.path = "./?.lua;./?/init.lua;" .. package.path
local geometry = require "geometry" print(geometry.area { kind = "circle", r = 1 } > 3.14, geometry.area { kind = "square", a = 3 }, geometry.version) print(secret, require("geometry.shapes").count) local x = require "geometry.shapes" x.register("line", function() return 0 end) print(geometry.area { kind = "line" }, x.count)
print(pcall(geometry.area, { kind = "blob" }))
