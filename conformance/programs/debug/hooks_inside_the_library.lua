-- Hooks are told of library functions that library functions call.
-- debug: yes
--[==[ expects
pcall	true	true
	return debug.sethook
	call pcall
	call f
	call pcall
	call string.rep
	return string.rep
	return pcall
	return f
	return pcall
	call debug.sethook
pcall fails	true	false
	return debug.sethook
	call pcall
	call f
	call pcall
	call string.rep
	return pcall
	return f
	return pcall
	call debug.sethook
xpcall	true	true
	return debug.sethook
	call pcall
	call f
	call xpcall
	call string.rep
	return string.rep
	return xpcall
	return f
	return pcall
	call debug.sethook
handler	true	false
	return debug.sethook
	call pcall
	call f
	call xpcall
	call error
	call tostring
	return tostring
	return xpcall
	return f
	return pcall
	call debug.sethook
sort	true	nil
	return debug.sethook
	call pcall
	call f
	call table.sort
	call math.ult
	return math.ult
	return table.sort
	return f
	return pcall
	call debug.sethook
sort proxy	true	nil
	return debug.sethook
	call pcall
	call f
	call setmetatable
	return setmetatable
	call table.sort
	call math.ult
	return math.ult
	return table.sort
	return f
	return pcall
	call debug.sethook
gsub	true	AB
	return debug.sethook
	call pcall
	call f
	call string.gsub
	call string.upper
	return string.upper
	call string.upper
	return string.upper
	return string.gsub
	return f
	return pcall
	call debug.sethook
gsub with captures	false	bad argument #2 to 'string.rep' (number expected, got string)
	return debug.sethook
	call pcall
	call f
	call string.gsub
	call string.rep
	return pcall
	call debug.sethook
tostring	true	table
	return debug.sethook
	call pcall
	call f
	call setmetatable
	return setmetatable
	call tostring
	call type
	return type
	return tostring
	return f
	return pcall
	call debug.sethook
format	true	table
	return debug.sethook
	call pcall
	call f
	call setmetatable
	return setmetatable
	call string.format
	call type
	return type
	return string.format
	return f
	return pcall
	call debug.sethook
wrap	true	2
	return debug.sethook
	call pcall
	call f
	call coroutine.wrap
	return coroutine.wrap
	call Lua
	return Lua
	return f
	return pcall
	call debug.sethook
select	true	true
	return debug.sethook
	call pcall
	call f
	call pcall
	call pcall
	call pcall
	call select
	return select
	return pcall
	return pcall
	return pcall
	return f
	return pcall
	call debug.sethook
for	true	nil
	return debug.sethook
	call pcall
	call f
	call string.gmatch
	return string.gmatch
	call Lua
	return Lua
	call Lua
	return Lua
	call Lua
	return Lua
	return f
	return pcall
	call debug.sethook
concat	true	
	return debug.sethook
	call pcall
	call f
	call setmetatable
	return setmetatable
	call table.concat
	call Lua
	return Lua
	return table.concat
	return f
	return pcall
	call debug.sethook
lua	true	true
	return debug.sethook
	call pcall
	call f
	call pcall
	call Lua
	return Lua
	return pcall
	return f
	return pcall
	call debug.sethook
]==]
local log
local function name_of(f)
  for _, t in ipairs { "string", "table", "math", "debug", "coroutine" } do
    for k, v in pairs(_G[t]) do if v == f then return t .. "." .. k end end
  end
  for k, v in pairs(_G) do if v == f then return k end end
  return "Lua"
end
local function watch(what, f, ...)
  log = {}
  debug.sethook(function(event)
    local info = debug.getinfo(2, "f")
    log[#log + 1] = event .. " " .. (info.func == f and "f" or name_of(info.func))
  end, "cr")
  local ok, e = pcall(f, ...)
  debug.sethook()
  print(what, ok, e)
  for _, line in ipairs(log) do print("", line) end
end
watch("pcall", function() return pcall(string.rep, "x", 3) end)
watch("pcall fails", function() return pcall(string.rep) end)
watch("xpcall", function() return xpcall(string.rep, tostring, "x", 3) end)
watch("handler", function() return xpcall(error, tostring, 3) end)
watch("sort", function() table.sort({ 1, 2 }, math.ult) end)
watch("sort proxy", function() table.sort(setmetatable({ 1, 2 }, { __index = function() end }), math.ult) end)
watch("gsub", function() return (string.gsub("ab", ".", string.upper)) end)
watch("gsub with captures", function() return (string.gsub("ab", "(.)(.)", string.rep)) end)
watch("tostring", function() return tostring(setmetatable({}, { __tostring = type })) end)
watch("format", function() return ("%s"):format(setmetatable({}, { __tostring = type })) end)
watch("wrap", function() return coroutine.wrap(math.abs)(-2) end)
watch("select", function() return pcall(pcall, pcall, select, "#", 1, 2) end)
watch("for", function() for a in string.gmatch("ab", ".") do end end)
watch("concat", function() return table.concat(setmetatable({}, { __index = rawget, __len = function() return 0 end })) end)
watch("lua", function() return pcall(function() return 1 end) end)
