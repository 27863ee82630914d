-- A* over a grid with walls and a binary heap.
bench_n = 15

local Heap = {}
Heap.__index = Heap

function Heap.new(less)
  return setmetatable({ items = {}, size = 0, less = less }, Heap)
end

function Heap:push(item)
  local items, less = self.items, self.less
  local i = self.size + 1
  self.size = i
  items[i] = item
  while i > 1 do
    local parent = math.floor(i / 2)
    if not less(items[i], items[parent]) then
      break
    end
    items[i], items[parent] = items[parent], items[i]
    i = parent
  end
end

function Heap:pop()
  local items, less, size = self.items, self.less, self.size
  local top = items[1]
  items[1] = items[size]
  items[size] = nil
  size = size - 1
  self.size = size
  local i = 1
  while true do
    local child = i * 2
    if child > size then
      break
    end
    if child < size and less(items[child + 1], items[child]) then
      child = child + 1
    end
    if not less(items[child], items[i]) then
      break
    end
    items[i], items[child] = items[child], items[i]
    i = child
  end
  return top
end

local Grid = {}
Grid.__index = Grid

function Grid.new(width, height, seed)
  local self = setmetatable({ width = width, height = height, rows = {} }, Grid)
  for y = 1, height do
    local row = {}
    for x = 1, width do
      seed = (seed * 1103 + 12345) % 65536
      row[x] = { x = x, y = y, wall = seed % 100 < 28, cost = 1 + seed % 3 }
    end
    self.rows[y] = row
  end
  self.rows[1][1].wall = false
  self.rows[height][width].wall = false
  return self
end

local directions = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } }

function Grid:neighbours(node)
  local result = {}
  for _, d in ipairs(directions) do
    local row = self.rows[node.y + d[2]]
    local other = row and row[node.x + d[1]]
    if other and not other.wall then
      result[#result + 1] = other
    end
  end
  return result
end

local function distance(a, b)
  return math.abs(a.x - b.x) + math.abs(a.y - b.y)
end

local function find_path(grid, start, goal)
  local open = Heap.new(function(a, b) return a.f < b.f end)
  local best, came_from, closed = { [start] = 0 }, {}, {}
  local visited = 0
  open:push({ node = start, f = distance(start, goal) })
  while open.size > 0 do
    local node = open:pop().node
    if node == goal then
      local path = {}
      while node do
        table.insert(path, node)
        node = came_from[node]
      end
      return path, best[goal], visited
    end
    if not closed[node] then
      closed[node] = true
      visited = visited + 1
      for _, other in ipairs(grid:neighbours(node)) do
        local g = best[node] + other.cost
        if not closed[other] and (not best[other] or g < best[other]) then
          best[other] = g
          came_from[other] = node
          open:push({ node = other, f = g + distance(other, goal) })
        end
      end
    end
  end
  return nil, 0, visited
end

function run_iter(n)
  local sum = 0
  for seed = 1, n do
    local grid = Grid.new(70, 70, seed * 77)
    local path, cost, visited = find_path(grid, grid.rows[1][1], grid.rows[70][70])
    sum = sum + cost * 1000 + visited + (path and #path or 0)
  end
  return sum
end
