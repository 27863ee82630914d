-- string.pack, unpack, packsize: sizes, endianness, alignment, strings, errors.
--[==[ expects
ff	ff	0201	0102	feffffff	0000000000000001	0000000000000080
0000c03f	c002000000000000	9a9999999999b93f	686900	03616263	0300616263	6162630000	010000000000000078
fbffff	00000000000000000000000000000001	02000000000000000000000000000000	00000000000100	00	0100000002000000	01000000000000000000000000000040	010000000002
-1	255	513	258	-5	16777211	4
hi	abc	abc	1e+300	0.10000000149012	5
1	2	8	1	1	2	9
1	2	4	16	7	10	8	8	8	8	0	4	4
false	bad argument #1 to 'string.packsize' (variable-length format)
false	bad argument #1 to 'string.packsize' (variable-length format)
false	integral size (17) out of limits [1,16]
false	invalid format option 'y'
false	missing size for format option 'c'
false	bad argument #2 to 'string.pack' (integer overflow)
false	bad argument #2 to 'string.pack' (unsigned overflow)
false	bad argument #2 to 'string.pack' (unsigned overflow)
false	bad argument #2 to 'string.pack' (string contains zeros)
false	bad argument #2 to 'string.pack' (string longer than given size)
false	bad argument #2 to 'string.pack' (string length does not fit in given size)
false	bad argument #2 to 'string.unpack' (data string too short)
false	bad argument #2 to 'string.unpack' (unfinished string for format 'z')
false	bad argument #2 to 'string.unpack' (data string too short)
false	bad argument #3 to 'string.unpack' (initial position out of string)
false	16-byte integer does not fit into Lua Integer
false	bad argument #2 to 'string.pack' (number expected, got string)
false	bad argument #1 to 'string.pack' (format asks for alignment not power of 2)
false	bad argument #1 to 'string.pack' (invalid next option for option 'X')
false	bad argument #1 to 'string.pack' (invalid next option for option 'X')
false	integral size (0) out of limits [1,16]
false	bad argument #2 to 'string.pack' (number expected, got nil)
true	1684234849	5
-1	1	-2	three	four	16
]==]
local pack, unpack, size = string.pack, string.unpack, string.packsize
local function hex(s) return (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end)) end
print(hex(pack("b", -1)), hex(pack("B", 255)), hex(pack("<h", 258)), hex(pack(">h", 258)), hex(pack("<i4", -2)), hex(pack(">I8", 1)), hex(pack("<j", math.mininteger)))
print(hex(pack("<f", 1.5)), hex(pack(">d", -2.25)), hex(pack("<n", 0.1)), hex(pack("z", "hi")), hex(pack("s1", "abc")), hex(pack("<s2", "abc")), hex(pack("c5", "abc")), hex(pack("<s", "x")))
print(hex(pack("<i3", -5)), hex(pack(">i16", 1)), hex(pack("<I16", 2)), hex(pack("<i7", 2 ^ 40 | 0)), hex(pack("x")), hex(pack("<!4 b i4", 1, 2)), hex(pack("<!8 b Xd d", 1, 2)), hex(pack(">!2 b i4", 1, 2)))
print(unpack("b", "\xff"), unpack("B", "\xff"), unpack("<h", "\1\2"), unpack(">h", "\1\2"), unpack("<i3", "\xfb\xff\xff"), unpack("<I3", "\xfb\xff\xff"))
print(unpack("z", "hi\0rest"), unpack("s1", "\3abcdef"), unpack("c3", "abcdef"), unpack("<d", pack("<d", 1e300)), unpack("<f", pack("<f", 0.1)))
print(unpack("<i4 i4", pack("<i4 i4", 1, 2)), unpack("<i4", pack("<i4 i4", 1, 2), 5), unpack("<i4", pack("<i4i4", 7, 8), -4), unpack("", "x"), unpack("<!4 b i4", pack("<!4 b i4", 1, 2)))
print(size("b"), size("h"), size("i4"), size("<!8 b d"), size("i7"), size("c10"), size("!4 i8"), size("n"), size("j"), size("T"), size(""), size("<!4 b Xi4"), size("!4 i4"))
print(pcall(size, "s")) print(pcall(size, "z")) print(pcall(size, "i17")) print(pcall(size, "y")) print(pcall(size, "c")) print(pcall(pack, "i1", 200)) print(pcall(pack, "B", 256)) print(pcall(pack, "B", -1)) print(pcall(pack, "z", "a\0b")) print(pcall(pack, "c2", "abc")) print(pcall(pack, "s1", ("x"):rep(300)))
print(pcall(unpack, "i4", "abc")) print(pcall(unpack, "z", "abc")) print(pcall(unpack, "s1", "\5ab")) print(pcall(unpack, "i4", "abcd", 6)) print(pcall(unpack, "<i16", ("\xff"):rep(8) .. ("\1"):rep(8))) print(pcall(pack, "i", "x")) print(pcall(pack, "!3 i4", 1)) print(pcall(pack, "Xz")) print(pcall(pack, "X")) print(pcall(pack, "i0", 1)) print(pcall(pack, "d")) print(pcall(unpack, "i4", "abcd", -6))
for _, n in ipairs { 0, 1, -1, 127, -128, 32767, 2 ^ 31 - 1 | 0, math.maxinteger, math.mininteger } do assert(unpack("<j", pack("<j", n)) == n and unpack(">i8", pack(">i8", n)) == n) end
for i = 1, 16 do local v = i < 8 and (1 << (i * 8 - 1)) - 1 or math.maxinteger assert(unpack("<i" .. i, pack("<i" .. i, v)) == v) assert(unpack(">I" .. i, pack(">I" .. i, v)) == v) end
print(unpack("<I8", ("\xff"):rep(8)), unpack("<B h z s2", pack("<B h z s2", 1, -2, "three", "four")))
