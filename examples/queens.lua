-- The n-queens problem: all solutions by backtracking, the first one drawn.
-- Run it with: flua run examples/queens.lua [size]

local size = tonumber(arg and arg[1]) or 8

-- Calls `found` with every placement: columns[row] is the column of the queen in that row.
local function solve(n, found)
  local columns = {}
  local column_taken, rising, falling = {}, {}, {}

  local function place(row)
    if row > n then
      found(columns)
      return
    end
    for column = 1, n do
      local up, down = row + column, row - column + n
      if not (column_taken[column] or rising[up] or falling[down]) then
        columns[row] = column
        column_taken[column], rising[up], falling[down] = true, true, true
        place(row + 1)
        column_taken[column], rising[up], falling[down] = false, false, false
      end
    end
  end

  place(1)
end

local function draw(columns)
  local border = "+" .. ("---+"):rep(#columns)
  print(border)
  for _, queen in ipairs(columns) do
    local cells = {}
    for column = 1, #columns do cells[column] = column == queen and " Q |" or "   |" end
    print("|" .. table.concat(cells))
    print(border)
  end
end

-- A solution and its mirror images and rotations count as one fundamental solution.
local function canonical(columns)
  local n = #columns
  local variants = {}
  local current = { table.unpack(columns) }
  for _ = 1, 2 do
    for _ = 1, 4 do
      local rotated = {}
      for row, column in ipairs(current) do rotated[column] = n + 1 - row end
      current = rotated
      variants[#variants + 1] = table.concat(current, ",")
    end
    local mirrored = {}
    for row, column in ipairs(current) do mirrored[row] = n + 1 - column end
    current = mirrored
  end
  table.sort(variants)
  return variants[1]
end

local count, fundamental, seen = 0, 0, {}
solve(size, function(columns)
  count = count + 1
  if count == 1 then draw(columns) end
  local key = canonical(columns)
  if not seen[key] then
    seen[key] = true
    fundamental = fundamental + 1
  end
end)
print(("%d queens: %d solutions, %d of them fundamental"):format(size, count, fundamental))

for n = 1, 7 do
  local solutions = 0
  solve(n, function() solutions = solutions + 1 end)
  io.write(n, ":", solutions, n < 7 and " " or "\n")
end
