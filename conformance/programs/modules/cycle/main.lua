-- Modules that require each other, through package.loaded and late access.
--[==[ expects
first is not finished:	nil
first knows second
second	true
first knows second
]==]
package.path = "./?.lua;" .. package.path
local first = require "first" print(first.describe()) print(require("second").name, require "second".other() == first) print(package.loaded.first.describe())
