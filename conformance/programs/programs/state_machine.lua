-- State machines: tables of transitions, closures, gotos, a lexer for numbers.
--[==[ expects
false	no transition 'push' from 'locked'
false	guard refused coin
true	unlocked
true
true	false	no transition 'push' from 'locked'
true	75	locked unlocked unlocked locked locked
nil	nil	nil	nil	2
nil	nil	nil	2
G	GYRGY	GYRGYRGYRGYRGYRGYRGY
3	1 2 3 open
1	2 1 open
1	open
stopped	1
credit 100; need 50 more; credit 200; here is your cola; sold out; no such product; unknown event kick; refund 50; 
]==]
local function machine(def) local m = { state = def.initial, history = { def.initial } } for _, t in ipairs(def.transitions) do local name = t.name local old = m[name] m[name] = function(self, ...) if self.state == t.from or t.from == "*" then if t.guard and not t.guard(...) then return false, "guard refused " .. name end if t.action then t.action(self, ...) end self.state = t.to self.history[#self.history + 1] = t.to return true end if old then return old(self, ...) end return false, ("no transition '%s' from '%s'"):format(name, self.state) end end return m end
local coins = 0 local turnstile = machine { initial = "locked", transitions = { { name = "coin", from = "locked", to = "unlocked", guard = function(v) return v >= 25 end, action = function(_, v) coins = coins + v end }, { name = "push", from = "unlocked", to = "locked" }, { name = "coin", from = "unlocked", to = "unlocked", action = function(_, v) coins = coins + v end }, { name = "reset", from = "*", to = "locked" } } }
print(turnstile:push()) print(turnstile:coin(10)) print(turnstile:coin(25), turnstile.state) print(turnstile:coin(50)) print(turnstile:push(), turnstile:push()) print(turnstile:reset(), coins, table.concat(turnstile.history, " "))
local states = {} function states.start(c) if c:match("%s") then return states.start elseif c:match("[+-]") then return states.sign, c elseif c:match("%d") then return states.int, c end return states.error end function states.sign(c) if c:match("%d") then return states.int, c end return states.error end function states.int(c) if c:match("%d") then return states.int, c elseif c == "." then return states.frac, c elseif c == "" then return states.done end return states.error end function states.frac(c) if c:match("%d") then return states.frac, c elseif c == "" then return states.done end return states.error end
local function lex(s) local state, out = states.start, {} for i = 1, #s + 1 do local keep state, keep = state(s:sub(i, i)) if keep then out[#out + 1] = keep end if state == states.error then return nil, i elseif state == states.done then return tonumber(table.concat(out)) end end return nil, "unfinished" end print(lex "42", lex "  -3.25", lex "+7.", lex "1x") print(lex "", lex "+", lex "--1")
local function traffic(n) local out, i = {}, 0 ::green:: out[#out + 1] = "G" i = i + 1 if i >= n then goto done end ::yellow:: out[#out + 1] = "Y" i = i + 1 if i >= n then goto done end do out[#out + 1] = "R" i = i + 1 if i < n then if i % 7 == 0 then goto yellow end goto green end end ::done:: return table.concat(out) end print(traffic(1), traffic(5), traffic(20))
local elevator = coroutine.wrap(function() local floor, log = 0, {} while true do local request = coroutine.yield(floor, table.concat(log, " ")) log = {} if request == "stop" then return "stopped", floor end while floor ~= request do floor = floor + (request > floor and 1 or -1) log[#log + 1] = tostring(floor) end log[#log + 1] = "open" end end) elevator() print(elevator(3)) print(elevator(1)) print(elevator(1)) print(elevator("stop"))
local vending = setmetatable({ credit = 0, stock = { cola = 1, chips = 2 }, prices = { cola = 150, chips = 100 } }, { __call = function(self, event, arg) local handler = self["on_" .. event] if not handler then return "unknown event " .. event end return handler(self, arg) end, __index = { on_coin = function(self, v) self.credit = self.credit + v return "credit " .. self.credit end, on_select = function(self, what) local price = self.prices[what] if not price then return "no such product" elseif self.stock[what] == 0 then return "sold out" elseif self.credit < price then return ("need %d more"):format(price - self.credit) end self.credit, self.stock[what] = self.credit - price, self.stock[what] - 1 return "here is your " .. what end, on_refund = function(self) local c = self.credit self.credit = 0 return "refund " .. c end } })
for _, step in ipairs { { "coin", 100 }, { "select", "cola" }, { "coin", 100 }, { "select", "cola" }, { "select", "cola" }, { "select", "gum" }, { "kick" }, { "refund" } } do io.write(vending(step[1], step[2]), "; ") end print()
