-- `%p` tells long strings apart that were joined; equal constants of a chunk are one object, as are all equal short strings.
--[==[ expects
true	true	true
true	false
true	true
true	true
true	false
]==]
local function address(s) return string.format("%p", s) end

local fixed <const> = "01234567890123456789012345678901234567890123456789"
local other <const> = "01234567890123456789012345678901234567890123456789"
local variable = "01234567890123456789012345678901234567890123456789"
local function constant() return "01234567890123456789012345678901234567890123456789" end
print(address(fixed) == address(other), address(fixed) == address(variable), address(fixed) == address(constant()))

local joined = "0123456789" .. "0123456789012345678901234567890123456789"
print(joined == fixed, address(joined) == address(fixed))

local short = "01234567890123456789" .. "01234567890123456789"
print(short == "0123456789012345678901234567890123456789", address(short) == address("0123456789012345678901234567890123456789"))

local same = fixed .. ""
print(same == fixed, address(same) == address(fixed))

local again = "" .. "0123456789" .. "0123456789012345678901234567890123456789" .. ""
print(again == joined, address(again) == address(joined))
