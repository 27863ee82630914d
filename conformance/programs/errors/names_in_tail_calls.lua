-- What a tail call calls is named in the message, however long the chain of tail calls before it is.
--[==[ expects
field 'missing'	20000
method 'missing'	20000
done	20000
]==]
local function chain(n, object, how)
  if n > 0 then
    return chain(n - 1, object, how)
  elseif how == "field" then
    return object.missing(1)
  elseif how == "method" then
    return object:missing()
  end
  return object(n)
end

local function count(how, object)
  local counts, order = {}, {}
  for n = 1, 20000 do
    local _, message = pcall(chain, n % 2000, object, how)
    local name = tostring(message):match("%l+ '%w+'") or tostring(message)
    if not counts[name] then
      counts[name], order[#order + 1] = 0, name
    end
    counts[name] = counts[name] + 1
  end
  for _, name in ipairs(order) do
    print(name, counts[name])
  end
end

count("field", {})
count("method", {})
count("call", setmetatable({}, {__call = function() return "done" end}))
