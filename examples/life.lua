-- Conway's game of life: known patterns, how they move and when they repeat.
-- Run it with: flua run examples/life.lua

local Life = {}
Life.__index = Life

-- Reads a pattern drawn with `#` for living cells onto a torus.
function Life.new(width, height, picture, x, y)
  local life = setmetatable({ width = width, height = height, cells = {} }, Life)
  for i = 0, width * height - 1 do life.cells[i] = 0 end
  local row = y or 0
  for line in picture:gmatch("[^\n]+") do
    for column = 1, #line do
      if line:byte(column) == 35 then life.cells[row * width + (x or 0) + column - 1] = 1 end
    end
    row = row + 1
  end
  return life
end

function Life:step()
  local width, height, cells, new = self.width, self.height, self.cells, {}
  for y = 0, height - 1 do
    local above, here, below = (y - 1) % height * width, y * width, (y + 1) % height * width
    for x = 0, width - 1 do
      local left, right = (x - 1) % width, (x + 1) % width
      local neighbours = cells[above + left] + cells[above + x] + cells[above + right]
        + cells[here + left] + cells[here + right]
        + cells[below + left] + cells[below + x] + cells[below + right]
      new[here + x] = (neighbours == 3 or neighbours == 2 and cells[here + x] == 1) and 1 or 0
    end
  end
  self.cells = new
  return self
end

function Life:population()
  local count = 0
  for i = 0, self.width * self.height - 1 do count = count + self.cells[i] end
  return count
end

-- A text that is equal for equal boards.
function Life:key() return table.concat(self.cells, "", 0, self.width * self.height - 1) end

function Life:__tostring()
  local lines = {}
  for y = 0, self.height - 1 do
    local line = {}
    for x = 0, self.width - 1 do line[#line + 1] = self.cells[y * self.width + x] == 1 and "#" or "." end
    lines[#lines + 1] = table.concat(line)
  end
  return table.concat(lines, "\n")
end

-- Runs until a board comes again: after how many steps, and with what period.
local function cycle(life, limit)
  local seen = {}
  for step = 0, limit do
    local key = life:key()
    if seen[key] then return seen[key], step - seen[key] end
    seen[key] = step
    life:step()
  end
  return nil, limit
end

local patterns = {
  { "block", "##\n##" },
  { "blinker", "###" },
  { "toad", ".###\n###." },
  { "beacon", "##..\n##..\n..##\n..##" },
  { "pulsar", "..###...###..\n.............\n#....#.#....#\n#....#.#....#\n#....#.#....#\n..###...###..\n.............\n..###...###..\n#....#.#....#\n#....#.#....#\n#....#.#....#\n.............\n..###...###.." },
  { "pentadecathlon", "..#....#..\n##.####.##\n..#....#.." },
  { "glider", ".#.\n..#\n###" },
}

for _, pattern in ipairs(patterns) do
  local start, period = cycle(Life.new(17, 17, pattern[2], 2, 2), 100)
  print(("%-15s %s"):format(pattern[1], start and ("repeats with period %d"):format(period) or "does not repeat soon"))
end

local glider = Life.new(10, 6, ".#.\n..#\n###")
print(glider)
for _ = 1, 8 do glider:step() end
print("after 8 steps:")
print(glider)

local methuselah = Life.new(40, 30, ".##\n##.\n.#.", 18, 13)
local history = {}
for step = 0, 200 do
  if step % 25 == 0 then history[#history + 1] = step .. ":" .. methuselah:population() end
  methuselah:step()
end
print("r-pentomino " .. table.concat(history, " "))
