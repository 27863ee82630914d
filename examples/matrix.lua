-- Matrices with operators: products, powers, elimination, determinants, and a rotation drawn in text.
-- Run it with: flua run examples/matrix.lua

local Matrix = {}
Matrix.__index = Matrix

function Matrix.new(rows)
  for i = 2, #rows do assert(#rows[i] == #rows[1], "all rows must have the same length") end
  return setmetatable(rows, Matrix)
end

-- Makes a matrix from a function of row and column.
function Matrix.from(height, width, f)
  local rows = {}
  for i = 1, height do
    local row = {}
    for j = 1, width do row[j] = f(i, j) end
    rows[i] = row
  end
  return Matrix.new(rows)
end

function Matrix.identity(n) return Matrix.from(n, n, function(i, j) return i == j and 1 or 0 end) end

function Matrix:size() return #self, #self[1] end

function Matrix:map(f) return Matrix.from(#self, #self[1], function(i, j) return f(self[i][j], i, j) end) end

function Matrix:transpose() return Matrix.from(#self[1], #self, function(i, j) return self[j][i] end) end

function Matrix.__add(a, b) return a:map(function(x, i, j) return x + b[i][j] end) end

function Matrix.__sub(a, b) return a:map(function(x, i, j) return x - b[i][j] end) end

function Matrix.__unm(a) return a:map(function(x) return -x end) end

function Matrix.__mul(a, b)
  if type(a) == "number" then return b:map(function(x) return a * x end) end
  if type(b) == "number" then return b * a end
  if #a[1] ~= #b then error(("cannot multiply %dx%d by %dx%d"):format(#a, #a[1], #b, #b[1]), 2) end
  return Matrix.from(#a, #b[1], function(i, j)
    local sum = 0
    for k = 1, #b do sum = sum + a[i][k] * b[k][j] end
    return sum
  end)
end

function Matrix.__pow(a, n)
  local result = Matrix.identity(#a)
  while n > 0 do
    if n & 1 == 1 then result = result * a end
    a, n = a * a, n >> 1
  end
  return result
end

function Matrix.__eq(a, b)
  if #a ~= #b or #a[1] ~= #b[1] then return false end
  for i, row in ipairs(a) do
    for j, x in ipairs(row) do
      if math.abs(x - b[i][j]) > 1e-9 then return false end
    end
  end
  return true
end

function Matrix:__tostring()
  local lines = {}
  for i, row in ipairs(self) do
    local cells = {}
    -- Adding 0 makes a negative zero a plain one.
    for j, x in ipairs(row) do cells[j] = ("%8s"):format(("%.4g"):format(x + 0.0)) end
    lines[i] = table.concat(cells)
  end
  return table.concat(lines, "\n")
end

-- Gauss-Jordan elimination with pivoting: the reduced matrix and the determinant of its square part.
function Matrix:reduce()
  local m, determinant = self:map(function(x) return x end), 1
  for column = 1, #m do
    local pivot = column
    for row = column + 1, #m do
      if math.abs(m[row][column]) > math.abs(m[pivot][column]) then pivot = row end
    end
    if m[pivot][column] == 0 then return nil, 0 end
    if pivot ~= column then
      m[pivot], m[column] = m[column], m[pivot]
      determinant = -determinant
    end
    local scale = m[column][column]
    determinant = determinant * scale
    for j = 1, #m[1] do m[column][j] = m[column][j] / scale end
    for row = 1, #m do
      local factor = m[row][column]
      if row ~= column and factor ~= 0 then
        for j = 1, #m[1] do m[row][j] = m[row][j] - factor * m[column][j] end
      end
    end
  end
  return m, determinant
end

function Matrix:determinant() return (select(2, self:reduce())) end

function Matrix:inverse()
  local n = #self
  local wide = Matrix.from(n, 2 * n, function(i, j) return j <= n and self[i][j] or (j - n == i and 1 or 0) end)
  local reduced = wide:reduce()
  if not reduced then return nil, "the matrix is singular" end
  return Matrix.from(n, n, function(i, j) return reduced[i][j + n] end)
end

---------------------------------------------------------------- an example

local a = Matrix.new { { 2, 1, -1 }, { -3, -1, 2 }, { -2, 1, 2 } }
print("a =") print(a)
print("a * a =") print(a * a)
print("inverse =") print(a:inverse())
print("determinant", ("%.6g"):format(a:determinant()), "a * inverse is identity", a * a:inverse() == Matrix.identity(3))
print("solution of a x = (8, -11, -3):")
print(a:inverse() * Matrix.new { { 8 }, { -11 }, { -3 } })
print("fibonacci 80:", (Matrix.new { { 1, 1 }, { 1, 0 } } ^ 80)[1][2])
print(Matrix.new({ { 1, 2 }, { 2, 4 } }):inverse())
print(select(2, pcall(function() return a * Matrix.identity(2) end)))

-- The corners of a square, turned by 30 degrees, on a canvas of letters.
local angle = math.rad(30)
local turn = Matrix.new { { math.cos(angle), -math.sin(angle) }, { math.sin(angle), math.cos(angle) } }
local canvas = {}
for y = 1, 11 do canvas[y] = {} for x = 1, 23 do canvas[y][x] = "." end end
local corners = { { -4, -4 }, { 4, -4 }, { 4, 4 }, { -4, 4 } }
for i, corner in ipairs(corners) do
  local next_corner = corners[i % 4 + 1]
  for t = 0, 40 do
    local x = corner[1] + (next_corner[1] - corner[1]) * t / 40
    local y = corner[2] + (next_corner[2] - corner[2]) * t / 40
    local p = turn * Matrix.new { { x }, { y } }
    local row, column = math.floor(6 - p[2][1] * 0.9 + 0.5), math.floor(12 + p[1][1] * 1.8 + 0.5)
    if canvas[row] and canvas[row][column] then canvas[row][column] = "#" end
  end
end
for _, row in ipairs(canvas) do print(table.concat(row)) end
