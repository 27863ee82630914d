-- utf8: invalid, overlong and surrogate sequences, strict and lax, and the iterator of codes called by hand.
--[==[ expects
true	true	97	233	8364	128512
true	1=97 2=233 4=8364 7=128512
true	1=97 2=233 4=8364 7=128512
true	true	128
true	1=128
true	1=128
true	false	invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
true	false	invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
true	false	invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
true	true	2047
true	1=2047
true	1=2047
true	false	invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
true	false	invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
true	true	2047	2048	1114111
true	1=2047 3=2048 6=1114111
true	1=2047 3=2048 6=1114111
true	false	invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
true	1=1114112
true	false	invalid UTF-8 code
false	invalid_sequences.lua:47: invalid UTF-8 code
true	1=55296
1	97
2	233
2	233
true	1	97
true	1	53
2	50
false	bad argument #1 to '?' (string expected, got no value)

2	233

]==]
for _, s in ipairs{"aé€😀", "\xC2\x80", "\xC1\x80", "\xC0\x80", "\xE0\x80\x80", "\xDF\xBF", "\xDF", "\xC2a", "\u{7FF}\u{800}\u{10FFFF}", "\xF4\x90\x80\x80", "\xED\xA0\x80"} do print(pcall(utf8.len, s), pcall(utf8.codepoint, s, 1, -1)) print(pcall(function() local t = {} for p, c in utf8.codes(s) do t[#t + 1] = p .. "=" .. c end return table.concat(t, " ") end)) print(pcall(function() local t = {} for p, c in utf8.codes(s, true) do t[#t + 1] = p .. "=" .. c end return table.concat(t, " ") end)) end
local f, s, z = utf8.codes("aé") print(f(s, 0)) print(f(s, 1)) print(f(s, "1")) print(pcall(f, s)) print(pcall(f, 5, 0)) print(f("12", 1)) print(pcall(f)) print(f(s, 3)) print(f(s, 1.0)) print(f(s, -1))
