-- Random operations on files: modes, formats, positions, buffers, default files, and what goes wrong with them.
-- cases: 500
local support = require "support"

local names = { "one.txt", "two.txt", "three.txt", "missing/file.txt" }
local modes = { "r", "w", "a", "r+", "w+", "a+", "rb", "wb", "ab", "r+b", "w+b", "a+b" }
local texts = {
  "", "a", "line\n", "two\nlines\n", "\n", "\n\n", "no end", "12 34", " 0x1F -7.5e1 ", "1e+", "0x", "nan", "--1", "\0\r\n\xff", "   \n\t 99", ".5.5", "1,000",
  ("9"):rep(150), ("7"):rep(250), ("long "):rep(2000), ("line of a file\n"):rep(3000), "-", "+0x.8p1z", "3e", "5e-1 ", 12, 1.5, 2^53, -0.0, math.mininteger,
}
local formats = { "l", "L", "n", "a", "*l", "*a", "*n", 0, 1, 2, 5, 100, 5000, 40000, "lines", "number", 3.0 }
local odd_formats = { "x", "", "*", true, 1.5, -1, "5" }

local function random_formats()
  return support.many(0, 3, function()
    return support.chance(97) and support.pick(formats) or support.pick(odd_formats)
  end)
end

local function report(name, ...)
  print(name, support.list(...))
end

-- What is left of the errors of calls: position and all.
local function protected(name, f, ...)
  report(name, pcall(f, ...))
end

local function read(file)
  protected("read", file.read, file, table.unpack(random_formats()))
end

local function write(file)
  local values = support.many(0, 3, function() return support.pick(texts) end)
  local ok, result, message, code = pcall(file.write, file, table.unpack(values))
  report("write", ok, result == file or result, message, code)
end

local function seek(file)
  local whence = support.pick { "set", "cur", "end" }
  local offset = support.pick { 0, 0, 1, 3, -1, -5, 100, 10000, -10000 }
  -- A gap in a file would make it large.
  if whence == "end" and offset > 100 then offset = 0 end
  protected("seek " .. whence .. " " .. offset, file.seek, file, whence, offset)
end

local function lines(file)
  local form = random_formats()
  local ok, message = pcall(function()
    local count = 0
    for a, b in file:lines(table.unpack(form)) do
      report("line", a, b)
      count = count + 1
      if count == 5 then break end
    end
  end)
  report("lines", ok, message)
end

local function buffer(file)
  protected("setvbuf", file.setvbuf, file, support.pick { "no", "full", "line" }, support.pick { nil, 16, 1024, 100000 })
end

-- One file opened, worked on and closed. Between reading and writing there is a change of the position, as C demands.
local function work()
  local name, mode = support.pick(names), support.pick(modes)
  local file, message, code = io.open(name, mode)
  report("open " .. name .. " " .. mode, io.type(file), message, code)
  if not file then return end
  if support.chance(30) then buffer(file) end
  local last
  for _ = 1, support.range(1, 8) do
    local way = support.below(10)
    local reading = way < 4
    local writing = way >= 4 and way < 7
    if (reading and last == "write") or (writing and last == "read") then
      file:seek("cur", 0)
    end
    if way < 3 then
      read(file)
    elseif way == 3 then
      lines(file)
    elseif writing then
      write(file)
    elseif way < 9 then
      seek(file)
    else
      report("flush", file:flush() == file or file:flush())
    end
    last = reading and "read" or writing and "write" or nil
  end
  report("position", file:seek())
  report("close", file:close())
  if support.chance(10) then
    protected("closed", support.pick { file.read, file.write, file.seek, file.close, file.flush, file.lines, file.setvbuf }, file)
  end
end

-- The default files.
local function defaults()
  local name = support.pick(names)
  local ok, message = pcall(io.output, name)
  report("output " .. name, ok, not ok and message or nil)
  if ok then
    report("io.write", io.write(support.pick(texts), support.pick(texts)) == io.output())
    report("io.close", io.close())
    protected("io.write", io.write, "more")
  end
  io.output(io.stdout)
  ok, message = pcall(io.input, name)
  report("input " .. name, ok, not ok and message or nil)
  if ok then
    protected("io.read", io.read, table.unpack(random_formats()))
    report("io.close", io.close(io.input()))
    protected("io.read", io.read)
    protected("io.lines", io.lines)
  end
  io.input(io.stdin)
end

-- All of a file by `io.lines`.
local function whole()
  local name = support.pick(names)
  local form = random_formats()
  local ok, message = pcall(function()
    local count = 0
    for a, b in io.lines(name, table.unpack(form)) do
      count = count + 1
      if count < 4 then report("line", a, b) end
      if count > 20000 then break end
    end
    report("count", count)
  end)
  report("io.lines " .. name, ok, message)
end

for _ = 1, support.cases do
  local way = support.below(10)
  if way < 7 then
    work()
  elseif way < 8 then
    defaults()
  elseif way < 9 then
    whole()
  elseif support.chance(50) then
    report("remove", os.remove(support.pick(names)))
  else
    report("rename", os.rename(support.pick(names), support.pick(names)))
  end
end
for _, name in ipairs(names) do
  local file = io.open(name)
  report(name, file and file:read("a"))
  if file then file:close() end
  os.remove(name)
end
