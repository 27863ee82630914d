-- A module that requires itself by way of another runs a second time, and then its global functions are others.
--[==[ expects
1	2
1	2
b	3	4	5
6	7	8	3
9	10	11
]==]
require "a"
print(next_number(), next_number(), calls())
