-- Accounts with classes, inheritance, errors that are objects, and transactions that roll back.
-- Run it with: flua run examples/bank.lua

-- A class with an optional parent; calling it makes an object.
local function class(name, parent)
  local cls = setmetatable({ name = name }, {
    __index = parent,
    __call = function(cls, ...)
      local object = setmetatable({}, cls)
      object:init(...)
      return object
    end,
  })
  cls.__index = cls
  cls.__tostring = parent and parent.__tostring
  return cls
end

---------------------------------------------------------------- errors

local BankError = class "BankError"

function BankError:init(message, details)
  self.message = message
  for key, value in pairs(details or {}) do self[key] = value end
end

function BankError:__tostring() return "bank: " .. self.message end

---------------------------------------------------------------- accounts

local Account = class "Account"
local next_number = 1000

function Account:init(owner, balance)
  next_number = next_number + 1
  self.number, self.owner, self.balance, self.history = next_number, owner, balance or 0, {}
end

function Account:__tostring()
  return ("%s %d (%s): %.2f"):format(self.name, self.number, self.owner, self.balance)
end

function Account:record(kind, amount)
  self.history[#self.history + 1] = { kind = kind, amount = amount, balance = self.balance }
end

function Account:deposit(amount)
  if type(amount) ~= "number" then error("amount must be a number, not a " .. type(amount), 2) end
  if amount <= 0 then error(BankError("invalid amount", { amount = amount })) end
  self.balance = self.balance + amount
  self:record("deposit", amount)
end

function Account:available() return self.balance end

function Account:withdraw(amount)
  if amount > self:available() then
    error(BankError("insufficient funds", { account = self, missing = amount - self:available() }))
  end
  self.balance = self.balance - amount
  self:record("withdraw", amount)
end

local Checking = class("Checking", Account)

function Checking:init(owner, balance, overdraft)
  Account.init(self, owner, balance)
  self.overdraft = overdraft
end

function Checking:available() return self.balance + self.overdraft end

local Savings = class("Savings", Account)

function Savings:init(owner, balance, rate)
  Account.init(self, owner, balance)
  self.rate = rate
end

function Savings:add_interest() self:deposit(self.balance * self.rate) end

---------------------------------------------------------------- the bank

local Bank = class "Bank"

function Bank:init() self.accounts = {} end

function Bank:open(account)
  self.accounts[#self.accounts + 1] = account
  return account
end

-- Runs `action`; when it fails, every account is as it was before, and the error goes on.
function Bank:transaction(action)
  local saved = {}
  for i, account in ipairs(self.accounts) do saved[i] = { balance = account.balance, entries = #account.history } end
  local guard <close> = setmetatable({}, {
    __close = function(_, problem)
      if not problem then return end
      for i, account in ipairs(self.accounts) do
        account.balance = saved[i].balance
        for entry = #account.history, saved[i].entries + 1, -1 do account.history[entry] = nil end
      end
    end,
  })
  return action()
end

function Bank:transfer(from, to, amount)
  return self:transaction(function()
    to:deposit(amount)
    from:withdraw(amount)
    return amount
  end)
end

function Bank:total()
  local sum = 0
  for _, account in ipairs(self.accounts) do sum = sum + account.balance end
  return sum
end

---------------------------------------------------------------- an example

local bank = Bank()
local ann = bank:open(Checking("Ann", 100, 50))
local bob = bank:open(Savings("Bob", 1000, 0.05))

ann:deposit(25.5)
bob:add_interest()
print(ann)
print(bob)

print("transfer:", pcall(bank.transfer, bank, bob, ann, 200))
local ok, problem = pcall(bank.transfer, bank, ann, bob, 1000)
print("transfer:", ok, problem, "missing " .. problem.missing, problem.account == ann)
print("invalid:", select(2, pcall(ann.deposit, ann, -1)))
print("misuse:", select(2, pcall(function() ann:deposit("ten") end)))
print("overdraft:", pcall(ann.withdraw, ann, 370), ann.balance)

for _, account in ipairs(bank.accounts) do
  print(account)
  for i, entry in ipairs(account.history) do
    print(("  %d. %-8s %8.2f -> %8.2f"):format(i, entry.kind, entry.amount, entry.balance))
  end
end
print(("total: %.2f"):format(bank:total()))
