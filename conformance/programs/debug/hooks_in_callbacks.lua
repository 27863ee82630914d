-- What hooks see of the stack and of lines in functions that the library calls back.
-- debug: yes
--[==[ expects
sort	true 123	call:C/4 call:60/5 call:C/6 call:48/7 call:48/7 call:C/6 call:C/4
gsub	true ab	call:C/4 call:65/5 call:C/6 call:51/7 call:51/7 call:C/4
tostring	true o	call:C/4 call:69/5 call:C/6 call:55/7 call:C/4
format	true o-o	call:C/4 call:73/5 call:C/6 call:55/7 call:55/7 call:C/4
upper	true AB	call:C/4 call:77/5 call:C/6 call:C/7 call:C/7 call:C/4
error	false x	call:C/4 call:81/5 call:C/6 call:81/7 call:C/8 call:C/4
ult	true 123	call:C/4 call:85/5 call:C/6 call:C/7 call:C/7 call:C/6 call:C/4
sort	true 123	return:C/4 return:48/7 return:48/7 return:C/6 return:C/6 return:62/5 return:C/4
gsub	true ab	return:C/4 return:52/7 return:52/7 return:C/6 return:66/5 return:C/4
tostring	true o	return:C/4 return:56/7 return:C/6 return:70/5 return:C/4
format	true o-o	return:C/4 return:56/7 return:56/7 return:C/6 return:74/5 return:C/4
upper	true AB	return:C/4 return:C/7 return:C/7 return:C/6 return:78/5 return:C/4
error	false x	return:C/4 return:C/4
ult	true 123	return:C/4 return:C/7 return:C/7 return:C/6 return:C/6 return:87/5 return:C/4
sort	true 123	line:42/3 line:60/5 line:61/5 line:48/7 line:48/7 line:62/5 line:43/3
gsub	true ab	line:42/3 line:65/5 line:51/7 line:52/7 line:51/7 line:52/7 line:66/5 line:43/3
tostring	true o	line:42/3 line:69/5 line:55/7 line:56/7 line:70/5 line:43/3
format	true o-o	line:42/3 line:73/5 line:55/7 line:56/7 line:55/7 line:56/7 line:74/5 line:43/3
upper	true AB	line:42/3 line:77/5 line:78/5 line:43/3
error	false x	line:42/3 line:81/5 line:81/7 line:43/3
ult	true 123	line:42/3 line:85/5 line:86/5 line:87/5 line:43/3
sort	true 123	return:C/4 line:42/3 call:C/4 call:60/5 line:60/5 line:61/5 call:C/6 call:48/7 line:48/7 return:48/7 call:48/7 line:48/7 return:48/7 return:C/6 line:62/5 call:C/6 return:C/6 return:62/5 return:C/4 line:43/3 call:C/4
gsub	true ab	return:C/4 line:42/3 call:C/4 call:65/5 line:65/5 call:C/6 call:51/7 line:51/7 line:52/7 return:52/7 call:51/7 line:51/7 line:52/7 return:52/7 return:C/6 line:66/5 return:66/5 return:C/4 line:43/3 call:C/4
tostring	true o	return:C/4 line:42/3 call:C/4 call:69/5 line:69/5 call:C/6 call:55/7 line:55/7 line:56/7 return:56/7 return:C/6 line:70/5 return:70/5 return:C/4 line:43/3 call:C/4
format	true o-o	return:C/4 line:42/3 call:C/4 call:73/5 line:73/5 call:C/6 call:55/7 line:55/7 line:56/7 return:56/7 call:55/7 line:55/7 line:56/7 return:56/7 return:C/6 line:74/5 return:74/5 return:C/4 line:43/3 call:C/4
upper	true AB	return:C/4 line:42/3 call:C/4 call:77/5 line:77/5 call:C/6 call:C/7 return:C/7 call:C/7 return:C/7 return:C/6 line:78/5 return:78/5 return:C/4 line:43/3 call:C/4
error	false x	return:C/4 line:42/3 call:C/4 call:81/5 line:81/5 call:C/6 call:81/7 line:81/7 call:C/8 return:C/4 line:43/3 call:C/4
ult	true 123	return:C/4 line:42/3 call:C/4 call:85/5 line:85/5 line:86/5 call:C/6 call:C/7 return:C/7 call:C/7 return:C/7 return:C/6 line:87/5 call:C/6 return:C/6 return:87/5 return:C/4 line:43/3 call:C/4
empty	true	call:C/4 call:91/5 call:93/6 call:95/6 call:99/6 call:C/4
]==]
local lines
local function watch(what, mask, f)
  lines = {}
  debug.sethook(function(event, line)
    local info = debug.getinfo(2, "Sl")
    local n = 0 while debug.getinfo(n + 2, "f") do n = n + 1 end
    lines[#lines + 1] = event .. ":" .. tostring(info.what == "C" and "C" or info.currentline) .. "/" .. n
  end, mask)
  local r = { pcall(f) }
  debug.sethook()
  for i = 1, #r do r[i] = tostring(r[i]) end
  print(what, table.concat(r, " "), table.concat(lines, " "))
end
local function cmp(a, b)
  return a < b
end
local function rep(c)
  local x = c
  return x
end
local o = setmetatable({}, { __tostring = function()
  local x = "o"
  return x
end })
for _, mask in ipairs { "c", "r", "l", "crl" } do
  watch("sort", mask, function()
    local t = { 3, 1, 2 }
    table.sort(t, cmp)
    return table.concat(t)
  end)
  watch("gsub", mask, function()
    local s = ("ab"):gsub(".", rep)
    return s
  end)
  watch("tostring", mask, function()
    local s = tostring(o)
    return s
  end)
  watch("format", mask, function()
    local s = ("%s-%s"):format(o, o)
    return s
  end)
  watch("upper", mask, function()
    local s = ("ab"):gsub(".", string.upper)
    return s
  end)
  watch("error", mask, function()
    local s = ("ab"):gsub(".", function() error("x", 0) end)
    return s
  end)
  watch("ult", mask, function()
    local t = { 3, 1, 2 }
    table.sort(t, math.ult)
    return table.concat(t)
  end)
end
watch("empty", "c", function()
  local n = 1
  local function f()
  end
  local function g(...)
    return ...
  end
  f() g()
  local function h() ; ; ::a::
    return 1
  end
  h()
end)
