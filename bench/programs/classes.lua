-- A class hierarchy with a small class library: constructors that call super, overridden methods, properties, tostring, polymorphic lists.
bench_n = 500

local function class(name, parent)
  local c = { name = name, parent = parent }
  c.__index = c
  c.__tostring = function(self) return self:describe() end
  setmetatable(c, {
    __index = parent,
    __call = function(cls, ...)
      local object = setmetatable({}, cls)
      object:init(...)
      return object
    end,
  })
  return c
end

local function is_a(object, cls)
  local c = getmetatable(object)
  while c do
    if c == cls then
      return true
    end
    c = c.parent
  end
  return false
end

local Shape = class("Shape")

function Shape:init(x, y)
  self.x, self.y = x, y
  self.visible = true
end

function Shape:area() return 0 end
function Shape:scale(_) end

function Shape:move(dx, dy)
  self.x = self.x + dx
  self.y = self.y + dy
  return self
end

function Shape:describe()
  return string.format("%s at %d,%d with area %d", getmetatable(self).name, self.x, self.y, math.floor(self:area()))
end

local Rectangle = class("Rectangle", Shape)

function Rectangle:init(x, y, width, height)
  Shape.init(self, x, y)
  self.width, self.height = width, height
end

function Rectangle:area() return self.width * self.height end

function Rectangle:scale(factor)
  self.width = self.width * factor
  self.height = self.height * factor
end

local Square = class("Square", Rectangle)

function Square:init(x, y, size)
  Rectangle.init(self, x, y, size, size)
end

local Circle = class("Circle", Shape)

function Circle:init(x, y, radius)
  Shape.init(self, x, y)
  self.radius = radius
end

function Circle:area() return 3 * self.radius * self.radius end
function Circle:scale(factor) self.radius = self.radius * factor end

local Group = class("Group", Shape)

function Group:init(x, y)
  Shape.init(self, x, y)
  self.children = {}
end

function Group:add(child)
  self.children[#self.children + 1] = child
  return self
end

function Group:area()
  local sum = 0
  for _, child in ipairs(self.children) do
    sum = sum + child:area()
  end
  return sum
end

function Group:move(dx, dy)
  Shape.move(self, dx, dy)
  for _, child in ipairs(self.children) do
    child:move(dx, dy)
  end
  return self
end

function Group:scale(factor)
  for _, child in ipairs(self.children) do
    child:scale(factor)
  end
end

local function make_scene(round)
  local scene = Group(0, 0)
  for i = 1, 12 do
    local group = Group(i, i)
    group:add(Rectangle(i, round % 9, 3, 4)):add(Square(i * 2, 5, 2)):add(Circle(1, i, 3 + i % 4))
    if i % 3 == 0 then
      group:add(Group(0, 0):add(Square(1, 1, i)))
    end
    scene:add(group)
  end
  return scene
end

function run_iter(n)
  local sum = 0
  for round = 1, n do
    local scene = make_scene(round)
    for step = 1, 20 do
      scene:move(step % 3, 1)
      if step % 10 == 0 then
        scene:scale(step == 10 and 2 or 0.5)
      end
      sum = sum + scene:area()
    end
    for _, group in ipairs(scene.children) do
      for _, shape in ipairs(group.children) do
        if is_a(shape, Rectangle) then
          sum = sum + shape.x + #tostring(shape)
        elseif is_a(shape, Shape) and shape.visible then
          sum = sum + shape.y
        end
      end
    end
  end
  return sum
end
