-- Wrapping, justifying, centring and columns of text.
--[==[ expects
|Lua    is    a    powerful,   efficient,|
|lightweight,     embeddable    scripting|
|language.    It    supports   procedural|
|programming,             object-oriented|
|programming,   functional   programming,|
|data-driven    programming,   and   data|
|description.                            |
|Lua is a powerful, efficient, |
|   lightweight, embeddable    |
|    scripting language. It    |
|     supports procedural      |
| programming, object-oriented |
|   programming, functional    |
|   programming, data-driven   |
|    programming, and data     |
|         description.         |
name       | qty | price
-----------+-----+------
apple      |   3 |  1.25
kiwi       |  12 |   0.5
watermelon |   1 |    10
The Quick Brown Fox's Tail
Khoor, Zruog!	Hello, World!
true	false
aaabbbccd
4w3b2w1x
3	3	0
MCMXCIV	MMXXIV	MMMCMXCIX	IV
]==]
local text = [[Lua is a powerful, efficient, lightweight, embeddable scripting language. It supports procedural programming,
object-oriented programming, functional programming, data-driven programming, and data description.]]
local function wrap(s, width) local lines, line = {}, "" for word in s:gmatch("%S+") do if #line > 0 and #line + 1 + #word > width then lines[#lines + 1] = line line = word else line = #line > 0 and line .. " " .. word or word end end if #line > 0 then lines[#lines + 1] = line end return lines end
local function justify(line, width) local words = {} for w in line:gmatch("%S+") do words[#words + 1] = w end if #words < 2 then return line end local chars = 0 for _, w in ipairs(words) do chars = chars + #w end local gaps, spaces = #words - 1, width - chars local out = {} for i, w in ipairs(words) do out[#out + 1] = w if i <= gaps then out[#out + 1] = (" "):rep(spaces // gaps + (i <= spaces % gaps and 1 or 0)) end end return table.concat(out) end
local lines = wrap(text, 40) for i, l in ipairs(lines) do print("|" .. (i < #lines and justify(l, 40) or l .. (" "):rep(40 - #l)) .. "|") end
for _, l in ipairs(wrap(text, 30)) do local pad = 30 - #l print("|" .. (" "):rep(pad // 2) .. l .. (" "):rep(pad - pad // 2) .. "|") end
local rows = { { "name", "qty", "price" }, { "apple", 3, 1.25 }, { "kiwi", 12, 0.5 }, { "watermelon", 1, 10 } } local widths = {} for _, r in ipairs(rows) do for i, c in ipairs(r) do widths[i] = math.max(widths[i] or 0, #tostring(c)) end end
for n, r in ipairs(rows) do local cells = {} for i, c in ipairs(r) do cells[i] = type(c) == "number" and ("%" .. widths[i] .. "s"):format(c) or ("%-" .. widths[i] .. "s"):format(c) end print(table.concat(cells, " | ")) if n == 1 then local dashes = {} for i, w in ipairs(widths) do dashes[i] = ("-"):rep(w) end print(table.concat(dashes, "-+-")) end end
local function title(s) return (s:gsub("(%a)([%w']*)", function(a, b) return a:upper() .. b:lower() end)) end print(title "the QUICK brown fox's tail") local function caesar(s, k) return (s:gsub("%a", function(c) local base = c:match("%l") and 97 or 65 return string.char((c:byte() - base + k) % 26 + base) end)) end print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
local function is_palindrome(s) s = s:lower():gsub("[^%a]", "") return s == s:reverse() end print(is_palindrome "A man, a plan, a canal: Panama", is_palindrome "not one") local function rle(s) return (s:gsub("(.)%1*", function(c) return c end)) end print(rle "aaabbbccd") local function compress(s) local out, i = {}, 1 while i <= #s do local j = i while s:sub(j + 1, j + 1) == s:sub(i, i) and j < #s do j = j + 1 end out[#out + 1] = (j - i + 1) .. s:sub(i, i) i = j + 1 end return table.concat(out) end print(compress "wwwwbbbwwx")
local function levenshtein(a, b) local prev = {} for j = 0, #b do prev[j] = j end for i = 1, #a do local cur = { [0] = i } for j = 1, #b do cur[j] = math.min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + (a:byte(i) == b:byte(j) and 0 or 1)) end prev = cur end return prev[#b] end print(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("same", "same"))
local roman = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } } local function to_roman(n) local s = "" for _, p in ipairs(roman) do while n >= p[1] do s, n = s .. p[2], n - p[1] end end return s end print(to_roman(1994), to_roman(2024), to_roman(3999), to_roman(4))
