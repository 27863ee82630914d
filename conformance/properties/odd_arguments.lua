-- Every function of the library with every odd combination of arguments; the seed shifts which three are tried together.
-- cases: 4
local support = require "support"

-- What would end the program, wait, write anywhere, or give something else each time. Some have programs of their own.
local left_out = {
  collectgarbage = true, dofile = true, load = true, loadfile = true, loadstring = true, print = true, warn = true, require = true,
  ["string.dump"] = true, error = true, ["os.exit"] = true, ["os.execute"] = true, ["os.tmpname"] = true, ["os.clock"] = true,
  ["os.getenv"] = true, ["io.popen"] = true, ["io.tmpfile"] = true, ["io.output"] = true, ["io.write"] = true, ["io.open"] = true,
  ["math.random"] = true, ["package.loadlib"] = true, ["io.lines"] = true,
}

local makers = {
  function() return nil end,
  function() return true end,
  function() return 1 end,
  function() return "x" end,
  function() return {} end,
  function() return function(...) return ... end end,
  function() return 0 end,
  function() return -1 end,
  function() return 1.5 end,
  function() return "2" end,
  function() return { 10, 20, 30 } end,
  function() return "%a+" end,
  function() return false end,
  function() return 3 end,
  function() return 2.0 end,
  function() return "" end,
  function() return "0x1p1" end,
  function() return math.maxinteger end,
  function() return math.mininteger end,
  function() return math.huge end,
  function() return 0 / 0 end,
  function() return coroutine.create(function(...) return ... end) end,
  function() return io.stdout end,
  function() return "[" end,
  function() return "hello world" end,
  function() return setmetatable({}, { __name = "Named", __index = function(_, k) return k end, __len = function() return 2 end }) end,
  function() return setmetatable({}, { __metatable = "locked", __tostring = function() return "shown" end }) end,
  function() return "i4" end,
  function() return "%" end,
  function() return 1e100 end,
}

-- These would go on nearly for ever with a large range.
local small_only = { ["table.move"] = true, ["table.concat"] = true, ["string.rep"] = true, ["table.unpack"] = true }
local large = { [18] = true, [19] = true, [20] = true, [30] = true }

local names, functions = {}, {}
local function collect(prefix, library)
  for name, value in pairs(library) do
    if type(value) == "function" and type(name) == "string" and not left_out[prefix .. name] then
      names[#names + 1] = prefix .. name
      functions[prefix .. name] = value
    end
  end
end
collect("", _G)
for _, name in ipairs { "coroutine", "io", "math", "os", "package", "string", "table", "utf8" } do
  collect(name .. ".", _G[name])
end
for _, name in ipairs { "read", "seek", "setvbuf", "lines", "write" } do
  names[#names + 1] = "file:" .. name
  functions["file:" .. name] = io.stderr[name]
end
table.sort(names)

local function try(name, ...)
  local arguments = {}
  for i = 1, select("#", ...) do
    local which = select(i, ...)
    if large[which] and small_only[name] then
      return
    end
    arguments[i] = makers[which]()
  end
  -- These would tell the time, write into what is compared, or ask for the locale of the environment.
  local first, second = arguments[1], arguments[2]
  if name == "os.time" and first == nil or name == "os.date" and second == nil or name == "math.randomseed" and first == nil
    or name == "file:write" and first == io.stdout or name == "file:seek" and first == io.stdout
    or name == "os.setlocale" and first == "" then
    return
  end
  support.case(name, functions[name], table.unpack(arguments, 1, select("#", ...)))
end

for _, name in ipairs(names) do
  -- The cases of one function do not depend on which others there are.
  support.seed(string.unpack("<i8", name .. ("\0"):rep(8)) + (tonumber(arg[1]) or 1))
  try(name)
  for i = 1, #makers do
    try(name, i)
    for j = 1, #makers do
      try(name, i, j)
    end
  end
  for _ = 1, support.cases do
    try(name, support.range(1, #makers), support.range(1, #makers), support.range(1, #makers))
    try(name, support.range(1, #makers), support.range(1, #makers), support.range(1, #makers), support.range(1, #makers))
    try(name, support.range(3, 12), support.range(3, 12), support.range(3, 12), support.range(3, 12), support.range(3, 12))
  end
end
