-- A `__tostring` that strings get is what `tostring`, `print` and `%s` ask.
--[==[ expects
a	a	b|    c
<<a>>	<a>	<<b>|  <c>>
5	<12>	<<12>>
a	a
true	1
false
--- no newline at the end
--- exit code 1
tostring_of_strings.lua:24: '__tostring' must return a string
]==]
local mt = getmetatable("")
print(tostring("a"), "a", string.format("%s|%5s", "b", "c"))
mt.__tostring = function(s) return "<" .. s .. ">" end
print(tostring("a"), "a", string.format("%s|%5s", "b", "c"))
print(#tostring("abc"), tostring(12), tostring("12"))
mt.__name = "my string"
mt.__tostring = nil
print(tostring("a"), "a")
mt.__tostring = function(s) return 1 end
print(pcall(tostring, "x"))
mt.__tostring = function(s) return {} end
print(pcall(tostring, "x"))
mt.__tostring = nil
