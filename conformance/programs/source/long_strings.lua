-- Long brackets of every level, the first line break dropped, line breaks of every kind read as one.
--[==[ expects
first line is dropped	21
]] inside ]=] too
4
a\nb	4
after a long comment
after level two
not inside a comment
xyz
1	 [not nested] 
1	2
]==]
local a = [[
first line is dropped]]
print(a, #a)
local b = [==[
]] inside ]=] too
]==]
io.write(b)
print(#[[

two]])
local c = [=[a\nb]=]
print(c, #c)
--[[ a comment
over lines ]] print("after a long comment")
--[==[ another ]] still
comment ]==] print("after level two")
---[[ only a line comment
print("not inside a comment")
--]]
print([[x]] .. [=[y]=] .. [==[z]==])
print(#[[ ]], [[ [not nested] ]])
local t = { [ [[key]] ] = 1, [ [=[other]=] ] = 2 }
print(t.key, t["other"])
