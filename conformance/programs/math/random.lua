-- math.random: seeded sequences are those of xoshiro256**, projected as the reference does; ranges and errors.
--[==[ expects
-1276290044721465627	8333941968102511665	76	86	0
0.00960068655068 0.96389739813422
true
3 8 4 10 6 4 6 2 4 2 10 2 2 2 8 3 8 9 3 5
275394 -4891536436855184888 757150 8975770733222381031 197426 8026835276506229831 872875 5652487792412549739 578954 -4146270764294184119 349242 -4093868681520103576 
5146306769106196288	-2064542071139762985	3	765051637946	2
false	bad argument #1 to 'math.random' (number has no integer representation)
false	bad argument #1 to 'math.random' (interval is empty)
false	bad argument #1 to 'math.random' (interval is empty)
false	wrong number of arguments
false	bad argument #1 to 'math.random' (number expected, got string)
false	bad argument #1 to 'math.randomseed' (number expected, got string)
false	bad argument #1 to 'math.randomseed' (number has no integer representation)
8 2 9 7 5 3 1 4 6 10
2
2	number
]==]
math.randomseed(42)
print(math.random(0), math.random(0), math.random(1, 100), math.random(100), math.random(-5, 5))
print(("%.14f %.14f"):format(math.random(), math.random()))
math.randomseed(42)
local first = math.random(1000000)
math.randomseed(42)
print(first == math.random(1000000))
math.randomseed(123, 456)
local out = {}
for i = 1, 20 do out[i] = math.random(10) end
print(table.concat(out, " "))
for _, seed in ipairs { 0, 1, -1, 2 ^ 53, 3.0, math.maxinteger } do math.randomseed(seed) io.write(math.random(1, 1000000), " ", math.random(math.mininteger, math.maxinteger), " ") end print()
math.randomseed(7)
print(math.random(math.maxinteger), math.random(math.mininteger, -1), math.random(3, 3), math.random(1, 2 ^ 40 | 0), math.random(1.0, 6.0))
print(pcall(math.random, 0.5)) print(pcall(math.random, 2, 1)) print(pcall(math.random, -1)) print(pcall(math.random, 1, 2, 3)) print(pcall(math.random, "x")) print(pcall(math.randomseed, "x")) print(pcall(math.randomseed, 1.5))
local counts = {}
for _ = 1, 6000 do local d = math.random(6) counts[d] = (counts[d] or 0) + 1 end
for i = 1, 6 do assert(counts[i] > 800 and counts[i] < 1200) end
for _ = 1, 1000 do local f = math.random() assert(f >= 0 and f < 1) end
local list = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }
math.randomseed(2024)
for i = #list, 2, -1 do local j = math.random(i) list[i], list[j] = list[j], list[i] end
print(table.concat(list, " "))
math.randomseed(2.5 // 1) print(math.random(1, 10))
print(select("#", math.randomseed(5)), type((math.randomseed())))
