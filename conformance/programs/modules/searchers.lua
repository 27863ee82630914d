-- `package`: searchers, preload, paths, and what `require` says when there is no module.
--[==[ expects
/
;
?
!
-

/usr/local/share/lua/5.4/?.lua;/usr/local/share/lua/5.4/?/init.lua;/usr/local/lib/lua/5.4/?.lua;/usr/local/lib/lua/5.4/?/init.lua;./?.lua;./?/init.lua	/usr/local/lib/lua/5.4/?.so;/usr/local/lib/lua/5.4/loadall.so;./?.so
false	module 'no.such.module' not found:
	no field package.preload['no.such.module']
	no file '/usr/local/share/lua/5.4/no/such/module.lua'
	no file '/usr/local/share/lua/5.4/no/such/module/init.lua'
	no file '/usr/local/lib/lua/5.4/no/such/module.lua'
	no file '/usr/local/lib/lua/5.4/no/such/module/init.lua'
	no file './no/such/module.lua'
	no file './no/such/module/init.lua'
	no file '/usr/local/lib/lua/5.4/no/such/module.so'
	no file '/usr/local/lib/lua/5.4/loadall.so'
	no file './no/such/module.so'
	no file '/usr/local/lib/lua/5.4/no.so'
	no file '/usr/local/lib/lua/5.4/loadall.so'
	no file './no.so'
nil	no file './a/b.lua'
	no file '/x/a/b/init.lua'
nil	no file './a+b.lua'
nil	no file ''
nil	no file 'x'
	no file ''
	no file 'x.x'
4	true	true
loading	pre1	:preload:
true	:preload:
true
set	:preload:
false	:preload:
false
false	in the loader
found	extra
extra
1
false	module 'not found' not found:
	no field package.preload['not found']
	
	not found but 'not found'
	no file '/usr/local/share/lua/5.4/not found.lua'
	no file '/usr/local/share/lua/5.4/not found/init.lua'
	no file '/usr/local/lib/lua/5.4/not found.lua'
	no file '/usr/local/lib/lua/5.4/not found/init.lua'
	no file './not found.lua'
	no file './not found/init.lua'
	no file '/usr/local/lib/lua/5.4/not found.so'
	no file '/usr/local/lib/lua/5.4/loadall.so'
	no file './not found.so'
false	module 'not found' not found:
	12
	no field package.preload['not found']
	
	not found but 'not found'
	no file '/usr/local/share/lua/5.4/not found.lua'
	no file '/usr/local/share/lua/5.4/not found/init.lua'
	no file '/usr/local/lib/lua/5.4/not found.lua'
	no file '/usr/local/lib/lua/5.4/not found/init.lua'
	no file './not found.lua'
	no file './not found/init.lua'
	no file '/usr/local/lib/lua/5.4/not found.so'
	no file '/usr/local/lib/lua/5.4/loadall.so'
	no file './not found.so'
an object
false	module 'not found' not found:
	12
	no field package.preload['not found']
	
	not found but 'not found'
	no file '12'
	no file '/usr/local/lib/lua/5.4/not found.so'
	no file '/usr/local/lib/lua/5.4/loadall.so'
	no file './not found.so'
false	'package.path' must be a string
false	'package.cpath' must be a string
false	'package.searchers' must be a table
]==]
print(package.config)
print(package.path, package.cpath)
print(pcall(require, "no.such.module"))
print(package.searchpath("a.b", "./?.lua;/x/?/init.lua"))
print(package.searchpath("a-b", "./?.lua", "-", "+"))
print(package.searchpath("x", ""))
print(package.searchpath("x", "?;;?.x"))
print(#package.searchers, package.loaded._G == _G, package.loaded.string == string)
package.preload.pre1 = function(...) print("loading", ...) return nil end
print(require "pre1")
print(require "pre1")
package.preload.pre2 = function() package.loaded.pre2 = "set" end
print(require "pre2")
package.preload.pre3 = function() return false end
print(require "pre3")
print(package.loaded.pre3)
package.preload.pre4 = function() error("in the loader", 0) end
print(pcall(require, "pre4"))
local function named(wanted)
  return function(name)
    if name == wanted then
      return function(...) print(...) return { name } end, "extra"
    end
    return "\n\tnot " .. wanted .. " but '" .. name .. "'"
  end
end
local name = "found"
table.insert(package.searchers, 2, named(name))
print(select(2, require(name)))
print(select("#", require(name)))
name = "not found"
print(pcall(require, name))
table.insert(package.searchers, 1, function() return nil end)
table.insert(package.searchers, 1, function() return 12 end)
table.insert(package.searchers, 1, function() return true end)
print(pcall(require, name))
table.insert(package.searchers, 1, function() error({ "an object" }) end)
print(select(2, pcall(require, name))[1])
table.remove(package.searchers, 1)
package.path = 12
print(pcall(require, name))
package.path = nil
print(pcall(require, name))
package.path, package.cpath = "", nil
print(pcall(require, name))
package.searchers = nil
print(pcall(require, name))
