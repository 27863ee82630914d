-- One call meets objects of many classes, more than it remembers, while methods change.
--[==[ expects
first	base C2 C3 C4 base C6 base C8 C9 C10 base C12 base C14 C15 C16 base C18 base C20
again	base C2 C3 C4 base C6 base C8 C9 C10 base C12 base C14 C15 C16 base C18 base C20
replaced	base new new C4 base C6 base C8 C9 C10 base C12 base C14 C15 C16 base C18 base C20
added	base new new C4 added C5 C6 base C8 C9 C10 base C12 base C14 C15 C16 base C18 base C20
removed	base base base C4 added C5 C6 base C8 C9 C10 base C12 base C14 C15 C16 base C18 base C20
base	other base other base other base C4 added C5 C6 other base C8 C9 C10 other base C12 other base C14 C15 C16 other base C18 other base C20
parent	other base other base other base C4 added C5 C6 stepchild C8 C9 C10 other base C12 other base C14 C15 C16 other base C18 other base C20
own	other base other base other base C4 added C5 C6 stepchild C8 own C10 other base C12 other base C14 C15 C16 other base C18 other base C20
class	C4 other base other base C4 added C5 C6 stepchild C8 own C10 other base C12 other base C14 C15 C16 other base C18 other base C20
4 7 -1 0 4 7 -1 0 4 7 -1 0 
1	true	called
2	true	made run
3	false	many_classes.lua:85: attempt to call a nil value (method 'run')
1	true	called
2	true	made run
3	false	many_classes.lua:85: attempt to call a nil value (method 'run')
]==]
local function class(name, parent)
  local c = setmetatable({ name = name }, parent and { __index = parent })
  c.__index = c
  return c
end

local Base = class("Base")
function Base:id() return "base" end
function Base:twice() return self:id() .. self:id() end

local objects = {}
for i = 1, 20 do
  local parent = i % 3 == 0 and objects[i - 1] and getmetatable(objects[i - 1]) or Base
  local c = class("C" .. i, parent)
  if i % 2 == 0 then
    function c:id() return self.name end
  end
  objects[i] = setmetatable({}, c)
end

local function all(mark)
  local found = {}
  for _, o in ipairs(objects) do
    found[#found + 1] = o:id()
  end
  print(mark, table.concat(found, " "))
end

all("first")
all("again")

-- A method that is replaced, added, taken away; a new parent; a field of the object itself.
getmetatable(objects[2]).id = function() return "new" end
all("replaced")
getmetatable(objects[5]).id = function(self) return "added " .. self.name end
all("added")
getmetatable(objects[2]).id = nil
all("removed")
function Base:id() return "other base" end
all("base")
setmetatable(getmetatable(objects[7]), { __index = { id = function() return "stepchild" end } })
all("parent")
objects[9].id = function() return "own" end
all("own")
setmetatable(objects[1], getmetatable(objects[4]))
all("class")

-- Strings and tables at one call.
local mixed = { "text", objects[1], setmetatable({}, { __index = { len = function() return -1 end } }), "" }
objects[1].len = function() return 7 end
for round = 1, 3 do
  for _, o in ipairs(mixed) do
    io.write(o:len(), " ")
  end
end
print()

-- What is no function, and what is missing.
local odd = {
  setmetatable({}, { __index = { run = setmetatable({}, { __call = function() return "called" end }) } }),
  setmetatable({}, { __index = function(_, key) return function() return "made " .. key end end }),
  setmetatable({}, { __index = {} }),
}
for round = 1, 2 do
  for i, o in ipairs(odd) do
    print(i, pcall(function() return o:run() end))
  end
end
