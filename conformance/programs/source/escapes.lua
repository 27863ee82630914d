-- Every escape of a quoted string, checked by its bytes.
--[==[ expects
7 8 12 10 13 9 11 92 34 39
65 127 255 0 65 65 255
106 111 105 110 101 100 32 32 32 104 101 114 101
65 223 191 226 130 172 244 143 191 191 253 191 191 191 191 191
108 105 110 101 10 98 114 101 97 107
hello world
2	2	0 49
aaa	1	1
]==]
local function bytes(s)
  return table.concat({ s:byte(1, -1) }, " ")
end
print(bytes("\a\b\f\n\r\t\v\\\"\'"))
print(bytes('\x41\x7f\xff\0\65\065\255'))
print(bytes("\z
             joined   \z   here"))
print(bytes("\u{41}\u{7FF}\u{20AC}\u{10FFFF}\u{7FFFFFFF}"))
print(bytes("line\
break"))
print("\104\101\108\108\111\x20\u{77}orld")
print(#"\0001", #"\x001", bytes("\0001"))
print(("a"):rep(3), #'"', #"'")
