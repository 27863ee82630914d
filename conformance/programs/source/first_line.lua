#!/usr/bin/env lua
-- A first line that starts with `#` is skipped, and the lines after it keep their numbers.
--[==[ expects
message
first_line.lua:8: in line five
]==]
print((select(2, pcall(error, "message", 1))))
local ok, message = pcall(function() error("in line five") end)
print(message)
