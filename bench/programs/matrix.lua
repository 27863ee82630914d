-- A matrix library with operators: products, transposes, determinants and inverses.
bench_n = 24

local Matrix = {}
Matrix.__index = Matrix

function Matrix.new(rows, columns, fill)
  local self = setmetatable({ rows = rows, columns = columns }, Matrix)
  for i = 1, rows do
    self[i] = {}
    for j = 1, columns do
      self[i][j] = type(fill) == "function" and fill(i, j) or fill or 0.0
    end
  end
  return self
end

function Matrix.identity(n)
  return Matrix.new(n, n, function(i, j) return i == j and 1.0 or 0.0 end)
end

function Matrix.__mul(a, b)
  if type(b) == "number" then
    return a:map(function(x) return x * b end)
  end
  if a.columns ~= b.rows then
    error("the shapes do not fit")
  end
  local result = Matrix.new(a.rows, b.columns)
  for i = 1, a.rows do
    for j = 1, b.columns do
      local sum = 0.0
      for k = 1, a.columns do
        sum = sum + a[i][k] * b[k][j]
      end
      result[i][j] = sum
    end
  end
  return result
end

function Matrix.__add(a, b)
  return Matrix.new(a.rows, a.columns, function(i, j) return a[i][j] + b[i][j] end)
end

function Matrix.__sub(a, b)
  return Matrix.new(a.rows, a.columns, function(i, j) return a[i][j] - b[i][j] end)
end

function Matrix:map(f)
  return Matrix.new(self.rows, self.columns, function(i, j) return f(self[i][j]) end)
end

function Matrix:transpose()
  return Matrix.new(self.columns, self.rows, function(i, j) return self[j][i] end)
end

function Matrix:copy()
  return self:map(function(x) return x end)
end

function Matrix:determinant()
  local m, n, result = self:copy(), self.rows, 1.0
  for i = 1, n do
    local pivot = i
    for j = i + 1, n do
      if math.abs(m[j][i]) > math.abs(m[pivot][i]) then
        pivot = j
      end
    end
    if m[pivot][i] == 0 then
      return 0.0
    end
    if pivot ~= i then
      m[i], m[pivot] = m[pivot], m[i]
      result = -result
    end
    result = result * m[i][i]
    for j = i + 1, n do
      local factor = m[j][i] / m[i][i]
      for k = i, n do
        m[j][k] = m[j][k] - factor * m[i][k]
      end
    end
  end
  return result
end

function Matrix:inverse()
  local m, n = self:copy(), self.rows
  local inverse = Matrix.identity(n)
  for i = 1, n do
    local pivot = i
    for j = i + 1, n do
      if math.abs(m[j][i]) > math.abs(m[pivot][i]) then
        pivot = j
      end
    end
    m[i], m[pivot] = m[pivot], m[i]
    inverse[i], inverse[pivot] = inverse[pivot], inverse[i]
    local scale = 1 / m[i][i]
    for k = 1, n do
      m[i][k] = m[i][k] * scale
      inverse[i][k] = inverse[i][k] * scale
    end
    for j = 1, n do
      if j ~= i then
        local factor = m[j][i]
        for k = 1, n do
          m[j][k] = m[j][k] - factor * m[i][k]
          inverse[j][k] = inverse[j][k] - factor * inverse[i][k]
        end
      end
    end
  end
  return inverse
end

function Matrix:trace()
  local sum = 0.0
  for i = 1, self.rows do
    sum = sum + self[i][i]
  end
  return sum
end

function run_iter(n)
  local total = 0
  for round = 1, n do
    local a = Matrix.new(36, 36, function(i, j) return ((i * 7 + j * 13 + round) % 17) / 17 + (i == j and 4 or 0) end)
    local b = a:transpose() * a + Matrix.identity(36) * 2
    local c = (b * b:inverse() - Matrix.identity(36)):map(math.abs)
    total = total + math.floor(b:trace() * 1000) + math.floor(math.log(b:determinant()) * 1000)
    if c:trace() < 1e-6 then
      total = total + 1
    end
  end
  return total
end
