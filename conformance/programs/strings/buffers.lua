-- Building strings: many pieces, very long strings, bytes of every value, comparison of long strings.
--[==[ expects
3893	1,2,3,4,5,6,7,8,9,10	,999,1000,
2000	bcdefghijklmnopqrstuvwxyzabcde	mnopqrstuvwxyzabcdefghijklmnopq
344074910
256	0	255	1	256	256
255	0	true
300000	cabcab	true	true	true
by long key	200000	100000
3893:1000  8893:2000  13893:3000  18893:4000  23893:5000  
1392	500499498	987654321
601	301	true
true	true	304
true
]==]
local parts = {}
for i = 1, 1000 do parts[i] = i .. "," end
local s = table.concat(parts)
print(#s, s:sub(1, 20), s:sub(-10))
local r = ""
for i = 1, 2000 do r = r .. string.char(i % 26 + 97) end
print(#r, r:sub(1, 30), r:sub(1000, 1030))
local sum = 0
for i = 1, #r do sum = (sum * 31 + r:byte(i)) % 1000000007 end
print(sum)
local all = {}
for i = 0, 255 do all[#all + 1] = string.char(i) end
all = table.concat(all)
print(#all, all:byte(1), all:byte(256), all:find("\0", 1, true), all:find("\255", 1, true))
local rev = all:reverse()
print(rev:byte(1), rev:byte(256), rev:reverse() == all)
local big = ("abc"):rep(100000)
print(#big, big:sub(150000, 150005), big == ("abc"):rep(50000) .. ("abc"):rep(50000), big < big .. "a", big .. "b" > big .. "a")
local t = {}
t[big] = "by long key"
print(t[("abc"):rep(99999) .. "abc"], #(big:gsub("b", "")), select(2, big:gsub("abc", "")))
local rope = ""
for i = 1, 5000 do rope = rope .. i .. " " if i % 1000 == 0 then io.write(#rope, ":", rope:sub(-5), " ") end end print()
local left = ""
for i = 1, 500 do left = i .. left end
print(#left, left:sub(1, 9), left:sub(-9))
local both = "|"
for i = 1, 300 do both = "<" .. both .. ">" end
print(#both, both:find("|"), both:match("^<+|>+$") == both)
print(("x"):rep(10) == "xxxxxxxxxx", ("a" .. "b"):rep(2) == "abab", #(("y"):rep(300) .. 1 .. 2.5))
local function hexdump(str) local out = {} for i = 1, #str, 8 do local chunk = str:sub(i, i + 7) out[#out + 1] = ("%04x  %-24s %s"):format(i - 1, chunk:gsub(".", function(c) return ("%02x "):format(c:byte()) end), (chunk:gsub("%c", "."))) end return table.concat(out, "\n") end
print((pcall(hexdump, "Hello, World!\n\0x")))
