-- package.searchpath finds what can be opened for reading: folders too, and no link that leads nowhere. Metatables count in package.preload.
--[==[ expects
nil	true
/tmp
nil	no file '/nonexistent/'
made	:preload:	:preload:
]==]
local link = os.tmpname()
os.remove(link)
os.execute("ln -s /nonexistent/file " .. link)
local file, message = package.searchpath("x", link)
print(file, message == "no file '" .. link .. "'")
os.remove(link)
print(package.searchpath("tmp", "/nonexistent/?;/?"))
print(package.searchpath("", "/nonexistent/?"))
setmetatable(package.preload, { __index = function(_, name) return function(...) return { name = name, ... } end end })
print(require("made").name, require("made")[2], select(2, require("another")))
