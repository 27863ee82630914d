-- Building text in the ways programs do: appending in a loop, buffers, formatted lines, columns, wrapping and a report.
bench_n = 400

local words = {}
for word in ("the quick brown fox jumps over a lazy dog while seven wizards quietly mix potions"):gmatch("%a+") do
  words[#words + 1] = word
end

local function sentence(seed, length)
  local text = ""
  for i = 1, length do
    local word = words[(seed + i * i) % #words + 1]
    if i == 1 then
      word = word:sub(1, 1):upper() .. word:sub(2)
    end
    text = text .. (i > 1 and " " or "") .. word
  end
  return text .. "."
end

local function wrap(text, width)
  local lines, line = {}, ""
  for word in text:gmatch("%S+") do
    if #line + #word + 1 > width then
      lines[#lines + 1] = line
      line = word
    elseif line == "" then
      line = word
    else
      line = line .. " " .. word
    end
  end
  lines[#lines + 1] = line
  return lines
end

local function pad(text, width)
  return text .. (" "):rep(width - #text)
end

local function csv_line(...)
  local cells = { ... }
  for i, cell in ipairs(cells) do
    cell = tostring(cell)
    if cell:find('[,"]') then
      cell = '"' .. cell:gsub('"', '""') .. '"'
    end
    cells[i] = cell
  end
  return table.concat(cells, ",")
end

local function report(round)
  local out = {}
  local function put(...)
    for i = 1, select("#", ...) do
      out[#out + 1] = (select(i, ...))
    end
  end
  put("Report ", tostring(round), "\n", ("="):rep(40), "\n")
  for i = 1, 20 do
    local text = sentence(round * 7 + i, 14)
    for number, line in ipairs(wrap(text, 32)) do
      put(pad(line, 34), "| ", string.format("%3d.%02d  %6.2f%%", i, number, (i * number * 37 % 1000) / 10), "\n")
    end
    put(csv_line(i, text, 'say "' .. i .. '"', string.format("%.2f", i / 4), i % 2 == 0), "\n")
  end
  local hex = ""
  for i = 1, 100 do
    hex = hex .. string.format("%02x", (i * round) % 256)
  end
  put(hex, "\n", hex:reverse():upper(), "\n")
  return table.concat(out)
end

function run_iter(n)
  local length, sum = 0, 0
  for round = 1, n do
    local text = report(round)
    length = length + #text
    for line in text:gmatch("[^\n]+") do
      sum = (sum * 33 + #line + line:byte(1) + line:byte(-1)) % 9999991
    end
  end
  return length * 1000 + sum % 1000
end
