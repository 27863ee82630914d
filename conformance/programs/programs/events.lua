-- An event system: listeners, priorities, once, wildcard, removal while emitting, errors isolated.
--[==[ expects
5
4
true	false
3
1
high(start,1,2) first(start,1,2) second(start,1,2) once(start,1,2) any(start,1,2) high(start) first(start) second(start) any(start) high(start) first(start) any(start) any(unknown)
4	2	handler failed	table
1
3	2
any(nested,3)	n3	any(nested,2)
2
5
4	1
]==]
local Emitter = {} Emitter.__index = Emitter
function Emitter.new() return setmetatable({ handlers = {}, serial = 0 }, Emitter) end
function Emitter:on(name, f, opts) opts = opts or {} self.serial = self.serial + 1 local list = self.handlers[name] or {} self.handlers[name] = list local h = { f = f, priority = opts.priority or 0, once = opts.once, serial = self.serial } list[#list + 1] = h table.sort(list, function(a, b) if a.priority ~= b.priority then return a.priority > b.priority end return a.serial < b.serial end) return function() for i, x in ipairs(list) do if x == h then table.remove(list, i) return true end end return false end end
function Emitter:once(name, f) return self:on(name, f, { once = true }) end
function Emitter:emit(name, ...) local errors, count = {}, 0 for _, key in ipairs { name, "*" } do local snapshot = { table.unpack(self.handlers[key] or {}) } for _, h in ipairs(snapshot) do if h.once then for i, x in ipairs(self.handlers[key]) do if x == h then table.remove(self.handlers[key], i) break end end end local ok, result = pcall(h.f, name, ...) count = count + 1 if not ok then errors[#errors + 1] = result elseif result == "stop" then return count, errors end end end return count, errors end
local e, log = Emitter.new(), {} local function logger(tag) return function(name, ...) log[#log + 1] = tag .. "(" .. name .. (select("#", ...) > 0 and "," .. table.concat({ ... }, ",") or "") .. ")" end end
e:on("start", logger "first") local remove = e:on("start", logger "second") e:on("start", logger "high", { priority = 10 }) e:once("start", logger "once") e:on("*", logger "any")
print((e:emit("start", 1, 2))) print((e:emit("start"))) print(remove(), remove()) print((e:emit("start"))) print((e:emit("unknown")) + 0) print(table.concat(log, " "))
e:on("fail", function() error("handler failed", 0) end) e:on("fail", function() error({}) end) e:on("fail", logger "after failures") local n, errors = e:emit("fail") print(n, #errors, errors[1], type(errors[2]))
e:on("stop", function() return "stop" end, { priority = 1 }) e:on("stop", function() error "never reached" end) print((e:emit("stop")))
local self_removing self_removing = e:on("self", function() self_removing() end) e:on("self", logger "still called") print((e:emit("self")), (e:emit("self"))) e:on("nested", function(_, n) if n > 0 then e:emit("nested", n - 1) end log[#log + 1] = "n" .. n end) e:emit("nested", 3) print(log[#log], log[#log - 1], log[#log - 2])
local Signal = setmetatable({}, { __call = function(cls) return setmetatable({}, cls) end }) Signal.__index = Signal Signal.__add = function(s, f) s[#s + 1] = f return s end Signal.__sub = function(s, f) for i = #s, 1, -1 do if s[i] == f then table.remove(s, i) end end return s end Signal.__call = function(s, ...) for _, f in ipairs(s) do f(...) end end Signal.__len = function(s) return rawlen(s) end
local sig, hits = Signal(), 0 local function hit(n) hits = hits + n end sig = sig + hit + hit + print sig("signal" and 2) sig = sig - hit sig(5) print(hits, #sig)
