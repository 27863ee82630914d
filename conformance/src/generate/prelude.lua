-- What every generated program has: printing without addresses, a limit of steps, objects with metamethods.
local steps = 4000
local function tick()
  steps = steps - 1
  if steps < 0 then error("out of steps", 0) end
end
local show
-- The tables that have a metatable of this prelude. To ask for it would be a way to the methods of strings.
local made = {}
local function with(meta, v)
  v = setmetatable({ value = v }, meta)
  made[v] = true
  return v
end
local function order(a, b)
  local ta, tb = type(a), type(b)
  if ta ~= tb then return ta < tb end
  return a < b
end
function show(v, depth)
  local t = type(v)
  if t == "number" then
    if v ~= v then return "nan" end
    return tostring(v)
  elseif t == "string" then
    -- Addresses, and the place where the stack ends, are no one's promise.
    v = v:gsub(": 0[xX]%x%x%x%x%x%x+", ": 0xADDRESS"):gsub("^.*stack overflow.*$", "stack overflow")
    return #v > 200 and ("%q#%d"):format(v:sub(1, 60), #v) or ("%q"):format(v)
  elseif t == "table" then
    if (depth or 0) > 5 then return "<deep>" end
    if made[v] then return "<object " .. show(rawget(v, "value"), math.max(depth or 0, 2) + 1) .. ">" end
    if (depth or 0) >= 2 then return "{...}" end
    local keys = {}
    for k in next, v do
      local tk = type(k)
      if tk == "string" or tk == "number" then keys[#keys + 1] = k end
    end
    table.sort(keys, order)
    local parts = {}
    for i = 1, math.min(#keys, 12) do
      parts[i] = "[" .. show(keys[i]) .. "]=" .. show(v[keys[i]], (depth or 0) + 1)
    end
    return "{" .. table.concat(parts, ",") .. (#keys > 12 and ",+" .. #keys or "") .. "}"
  elseif t == "nil" or t == "boolean" then
    return tostring(v)
  end
  return "<" .. t .. ">"
end
local function out(...)
  tick()
  local parts = {}
  for i = 1, select("#", ...) do parts[i] = show((select(i, ...))) end
  print(table.concat(parts, " "))
end
-- The arguments, without nil among them.
local function dense(...)
  local list = table.pack(...)
  for i = 1, list.n do
    if list[i] == nil then list[i] = 0 end
  end
  return table.unpack(list, 1, list.n)
end
-- A list of its own, where holes may come in: a list with holes has more than one length.
local function copied(v)
  if type(v) ~= "table" or made[v] then return v end
  return table.move(v, 1, #v, 1, {})
end
-- What is kept and may grow from round to round, before it comes to the limits of memory.
local function small(v)
  if type(v) == "string" and #v > 10000 then return #v end
  return v
end
-- A text without addresses, which what is made of it would show in pieces.
local function plain(s) return (s:gsub(": 0x%x+", ": 0xADDRESS")) end
-- The length of a list without holes; a list with holes has more than one.
local function length(t)
  local n = 0
  for k in next, t do
    if math.type(k) == "integer" and k > 0 and k < 1 << 40 then n = n + 1 end
  end
  for i = 1, n do
    if rawget(t, i) == nil then return "holes" end
  end
  return rawlen(t)
end
local mt = {}
local function number_of(v)
  if type(v) == "table" then return rawget(v, "value") end
  return v
end
local function object(v) return with(mt, v) end
mt.__add = function(a, b) return object(number_of(a) + number_of(b)) end
mt.__sub = function(a, b) return object(number_of(a) - number_of(b)) end
mt.__mul = function(a, b) return number_of(a) * number_of(b) end
mt.__idiv = function(a, b) return coroutine.isyieldable() and coroutine.yield("idiv") or 7 end
mt.__unm = function(a) return object(-a.value) end
mt.__concat = function(a, b) return show(a) .. ".." .. show(b) end
mt.__len = function(a) return a.value end
mt.__eq = function(a, b) return a.value == b.value end
mt.__lt = function(a, b) return number_of(a) < number_of(b) end
mt.__le = function(a, b) return number_of(a) <= number_of(b) end
mt.__call = function(self, ...) tick() return self.value, ... end
mt.__index = function(self, k) tick() if k == "twice" then return self.value * 2 end return mt[k] end
mt.__newindex = function(self, k, v) tick() if k == "locked" then error("locked field", 2) end rawset(self, k, v) end
mt.__close = function(self, e) out("close", self.value, e) end
mt.__tostring = function(self) return "object:" .. plain(tostring(self.value)) end
function mt:method(a, ...) tick() return self.value, a, select("#", ...) end
function mt.plain(a, b) tick() return a, b end
local function noted(v) out("noted", v) return v end
local function try(name, f, ...) out(name, pcall(f, ...)) end
local function got(f, ...) out(pcall(f, ...)) end
-- A value whose metatable has every event; each says that it was called, and then returns the value, yields or raises.
local function every(value, mode)
  local meta = {}
  local function event(name, operands)
    meta["__" .. name] = function(...)
      out(name, select("#", ...) > operands and "more" or ..., (select(2, ...)))
      if mode == "yield" and coroutine.isyieldable() then return coroutine.yield(name, (select(2, ...))) end
      if mode == "error" then error(name, 2) end
      return value
    end
  end
  for name in ("add sub mul div mod pow idiv band bor bxor shl shr concat eq lt le index unm bnot len close"):gmatch("%a+") do
    event(name, 2)
  end
  event("newindex", 3)
  event("call", 10)
  return with(meta, value)
end
