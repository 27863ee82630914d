-- Error objects: tables with fields and classes, rethrown, wrapped, compared, with `__tostring`.
--[==[ expects
true	42
false	ComputeError: cannot compute	ParseError: not a number: abc	true
ComputeError: cannot compute (seen)
attempt	1
attempt	2
succeeded after 3
1	nil	ParseError: not a number: x
nil	1	nil
false	1
false	2.5
false	true
false	s
b:inner c:outer a:outer
]==]
local Exception = {}
Exception.__index = Exception
Exception.__tostring = function(self) return self.class .. ": " .. self.message end
function Exception.new(class, message, cause) return setmetatable({ class = class, message = message, cause = cause }, Exception) end
function Exception:root() local e = self; while e.cause do e = e.cause end return e end
local function parse(s)
  local n = tonumber(s)
  if not n then error(Exception.new("ParseError", "not a number: " .. s)) end
  return n
end
local function compute(s)
  local ok, result = pcall(parse, s)
  if ok then return result * 2 end
  error(Exception.new("ComputeError", "cannot compute", result))
end
print(pcall(compute, "21"))
local ok, e = pcall(compute, "abc")
print(ok, tostring(e), tostring(e:root()), getmetatable(e) == Exception)
local function rethrow() local ok, e = pcall(compute, "z"); e.message = e.message .. " (seen)"; error(e, 2) end
print(tostring(select(2, pcall(rethrow))))
local retry = 0
local function flaky() retry = retry + 1; if retry < 3 then error({ retryable = true, attempt = retry }) end return "succeeded after " .. retry end
local result
repeat
  local ok, e = pcall(flaky)
  if ok then result = e elseif not e.retryable then error(e) else print("attempt", e.attempt) end
until result
print(result)
local function protect(f) return function(...) local r = table.pack(pcall(f, ...)); if r[1] then return table.unpack(r, 2, r.n) end return nil, type(r[2]) == "table" and tostring(r[2]) or r[2] end end
print(protect(parse)("1"), protect(parse)("x"))
print(protect(function() return nil, 1, nil end)())
for _, v in ipairs { 1, 2.5, true, "s" } do print(pcall(error, v)) end
local cleanup = {}
local function resource(name) return setmetatable({}, { __close = function(_, e) cleanup[#cleanup + 1] = name .. ":" .. (e and (type(e) == "table" and e.message or "error") or "ok") end }) end
pcall(function()
  local a <close> = resource "a"
  pcall(function() local b <close> = resource "b"; error({ message = "inner" }) end)
  local c <close> = resource "c"
  error({ message = "outer" })
end)
print(table.concat(cleanup, " "))
