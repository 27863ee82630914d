-- Line numbers count CR, LF, CRLF and LFCR as one break each: positions of errors show it.
--[==[ expects
14
3	false
1
false
function
]==]
local function line()
  local _, message = pcall(error, "here", 3)
  return message
end
local function where()
  local _, message = pcall(function() error("x") end)
  return message:match(":(%d+):")
end
print(where())
local s = "a\
b"
print(#s, where() == "7")
local text = [[
one
two]]
print(select(2, text:gsub("\n", "\n")))
print(tonumber(where()) > 15)
print(type(line))
