-- Accounts with invariants, transactions that roll back, and reports.
--[==[ expects
150	1050.0	1
true	moved
30	1170.0
false	insufficient funds in Ann: 230.00 < 10000.00	30	1170.0	+50 -120	+50.0 +120
false	invalid amount: -5
false	bank.lua:33: invalid amount: 0
false	bank.lua:33: limit exceeded
true	true	nil
Ann        30.00  +50,-120
Bob      1170.00  +50.0,+120
]==]
local Account = {} Account.__index = Account
local Insufficient = { __tostring = function(e) return ("insufficient funds in %s: %.2f < %.2f"):format(e.account, e.balance, e.amount) end }
function Account.new(owner, balance) return setmetatable({ owner = owner, balance = balance or 0, log = {} }, Account) end
function Account:deposit(v) if v <= 0 then error("invalid amount: " .. v, 2) end self.balance = self.balance + v self.log[#self.log + 1] = "+" .. v end
function Account:withdraw(v) if v > self.balance then error(setmetatable({ account = self.owner, balance = self.balance, amount = v }, Insufficient)) end self.balance = self.balance - v self.log[#self.log + 1] = "-" .. v end
local Savings = setmetatable({}, { __index = Account }) Savings.__index = Savings
function Savings.new(owner, balance, rate) local o = Account.new(owner, balance) o.rate = rate return setmetatable(o, Savings) end
function Savings:interest() self:deposit(self.balance * self.rate) end
function Savings:withdraw(v) if v > 500 then error("limit exceeded", 2) end return Account.withdraw(self, v) end
local function transaction(accounts, f)
  local saved = {} for i, a in ipairs(accounts) do saved[i] = { a.balance, #a.log } end
  local ok, e = pcall(f, table.unpack(accounts))
  if not ok then for i, a in ipairs(accounts) do a.balance = saved[i][1] for j = #a.log, saved[i][2] + 1, -1 do a.log[j] = nil end end end
  return ok, e
end
local ann, bob = Account.new("Ann", 100), Savings.new("Bob", 1000, 0.05)
ann:deposit(50) bob:interest() print(ann.balance, bob.balance, #bob.log)
print(transaction({ ann, bob }, function(a, b) a:withdraw(120) b:deposit(120) return "moved" end)) print(ann.balance, bob.balance)
local ok, e = transaction({ ann, bob }, function(a, b) b:withdraw(200) a:deposit(200) a:withdraw(10000) end) print(ok, tostring(e), ann.balance, bob.balance, table.concat(ann.log, " "), table.concat(bob.log, " "))
print(pcall(ann.deposit, ann, -5)) print(pcall(function() ann:deposit(0) end)) print(pcall(function() bob:withdraw(501) end)) print(getmetatable(bob) == Savings, bob.interest == Savings.interest, ann.interest)
for _, a in ipairs { ann, bob } do print(("%-5s %10.2f  %s"):format(a.owner, a.balance, table.concat(a.log, ","))) end
