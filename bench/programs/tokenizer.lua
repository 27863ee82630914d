-- A tokenizer for a small language, by patterns at a position, and a count of what it found.
bench_n = 40

local keywords = {}
for word in ("let fn if else while return true false nil and or not"):gmatch("%a+") do
  keywords[word] = true
end

local function tokenize(source)
  local tokens = {}
  local pos, line = 1, 1
  local length = #source

  local function add(kind, text)
    tokens[#tokens + 1] = { kind = kind, text = text, line = line }
    pos = pos + #text
  end

  while pos <= length do
    local c = source:sub(pos, pos)
    if c == "\n" then
      line = line + 1
      pos = pos + 1
    elseif c:match("%s") then
      pos = source:find("[^ \t\r]", pos) or length + 1
    elseif c:match("[%a_]") then
      local word = source:match("^[%w_]+", pos)
      add(keywords[word] and "keyword" or "name", word)
    elseif c:match("%d") then
      add("number", source:match("^%d+%.?%d*", pos))
    elseif c == '"' then
      local stop = source:find('"', pos + 1, true)
      if not stop then
        error("unfinished string in line " .. line)
      end
      add("string", source:sub(pos, stop))
    elseif source:sub(pos, pos + 1) == "//" then
      pos = source:find("\n", pos, true) or length + 1
    else
      local two = source:sub(pos, pos + 1)
      if two == "==" or two == "!=" or two == "<=" or two == ">=" or two == "->" then
        add("operator", two)
      elseif c:match("[%+%-%*/%%=<>%(%){},;%.%[%]]") then
        add("operator", c)
      else
        error("unexpected " .. c .. " in line " .. line)
      end
    end
  end
  return tokens
end

local source
do
  local lines = {}
  for i = 1, 60 do
    lines[#lines + 1] = string.format("// function number %d", i)
    lines[#lines + 1] = string.format("fn compute_%d(alpha, beta_%d) -> number {", i, i % 5)
    lines[#lines + 1] = string.format("  let total = alpha * %d.%d + beta_%d / 2;", i, i % 10, i % 5)
    lines[#lines + 1] = "  while total >= 100 and not false {"
    lines[#lines + 1] = string.format('    print("value %d", items[total %% 7], "end");', i)
    lines[#lines + 1] = "    total = total - 1; if total == 50 { return nil; } else { total = total - 2; }"
    lines[#lines + 1] = "  }"
    lines[#lines + 1] = "  return total;"
    lines[#lines + 1] = "}"
  end
  source = table.concat(lines, "\n")
end

function run_iter(n)
  local sum = 0
  for _ = 1, n do
    local counts, longest = {}, 0
    for _, token in ipairs(tokenize(source)) do
      counts[token.kind] = (counts[token.kind] or 0) + 1
      longest = math.max(longest, #token.text)
      sum = sum + token.line
    end
    sum = sum + counts.name * 3 + counts.keyword * 5 + counts.number * 7 + counts.string * 11 + counts.operator * 13 + longest
  end
  return sum
end
