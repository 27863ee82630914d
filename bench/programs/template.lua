-- A template engine: templates are parsed into nodes once a page, and rendered with nested scopes, loops, conditions and filters.
bench_n = 500

local filters = {
  upper = string.upper,
  lower = string.lower,
  trim = function(s) return (s:gsub("^%s+", ""):gsub("%s+$", "")) end,
  escape = function(s)
    return (s:gsub("[&<>]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;" }))
  end,
  money = function(v) return string.format("%.2f", v) end,
}

local function split(s, separator)
  local parts = {}
  for part in s:gmatch("[^" .. separator .. "]+") do
    parts[#parts + 1] = part
  end
  return parts
end

local function parse_expression(text)
  local pieces = split(text, "|")
  local path = split(filters.trim(pieces[1]), ".")
  local used = {}
  for i = 2, #pieces do
    used[#used + 1] = filters[filters.trim(pieces[i])]
  end
  return { kind = "expression", path = path, filters = used }
end

local function parse(source)
  local root = { kind = "block" }
  local stack = { root }
  local pos = 1
  while true do
    local start, stop, kind, body = source:find("{([{%%])%s*(.-)%s*[}%%]}", pos)
    local current = stack[#stack]
    current[#current + 1] = source:sub(pos, (start or 0) - 1)
    if not start then
      break
    end
    if kind == "{" then
      current[#current + 1] = parse_expression(body)
    else
      local name, list = body:match("^for (%w+) in ([%w%.]+)$")
      local condition = body:match("^if ([%w%.]+)$")
      if name then
        local node = { kind = "for", name = name, list = split(list, "."), body = { kind = "block" } }
        current[#current + 1] = node
        stack[#stack + 1] = node.body
      elseif condition then
        local node = { kind = "if", path = split(condition, "."), body = { kind = "block" } }
        current[#current + 1] = node
        stack[#stack + 1] = node.body
      elseif body == "end" then
        stack[#stack] = nil
      else
        error("unknown tag " .. body)
      end
    end
    pos = stop + 1
  end
  return root
end

local function lookup(scope, path)
  local value = scope[path[1]]
  for i = 2, #path do
    if value == nil then
      return nil
    end
    value = value[path[i]]
  end
  return value
end

local render

local renderers = {
  expression = function(node, scope, out)
    local value = lookup(scope, node.path)
    for _, filter in ipairs(node.filters) do
      value = filter(value)
    end
    out[#out + 1] = tostring(value)
  end,
  ["if"] = function(node, scope, out)
    if lookup(scope, node.path) then
      render(node.body, scope, out)
    end
  end,
  ["for"] = function(node, scope, out)
    for index, item in ipairs(lookup(scope, node.list) or {}) do
      local inner = setmetatable({ [node.name] = item, index = index }, { __index = scope })
      render(node.body, inner, out)
    end
  end,
}

function render(block, scope, out)
  for _, node in ipairs(block) do
    if type(node) == "string" then
      out[#out + 1] = node
    else
      renderers[node.kind](node, scope, out)
    end
  end
end

local page = [[
<html><head><title>{{ shop.name | upper }}</title></head>
<body>
<h1>{{ shop.name | escape }}</h1>
{% if customer %}<p>Welcome back, {{ customer.name | trim | escape }}!</p>{% end %}
<table>
{% for item in items %}
  <tr class="row{{ index }}"><td>{{ item.name | escape }}</td><td>{{ item.price | money }}</td>
  <td>{% if item.sale %}<b>{{ item.sale.text | upper }}</b>{% end %}</td>
  <td>{% for tag in item.tags %}<i>{{ tag }}</i> {% end %}</td></tr>
{% end %}
</table>
<p>{{ items.count }} items, {{ total | money }} in all, shown by {{ shop.owner.name | lower }}</p>
</body></html>
]]

local function make_data(round)
  local items, total = {}, 0
  for i = 1, 20 do
    local price = (i * 37 + round) % 1000 / 4
    total = total + price
    items[i] = {
      name = "Item <" .. i .. "> & more",
      price = price,
      sale = i % 4 == 0 and { text = "minus " .. i .. " percent" } or nil,
      tags = { "new", "tag" .. i % 7, i % 2 == 0 and "even" or "odd" },
    }
  end
  items.count = #items
  return {
    shop = { name = "Tools & Toys", owner = { name = "Ada LOVELACE" } },
    customer = round % 2 == 0 and { name = "  Grace <Hopper>  " } or nil,
    items = items,
    total = total,
  }
end

function run_iter(n)
  local length, sum = 0, 0
  for round = 1, n do
    local out = {}
    render(parse(page), make_data(round), out)
    local text = table.concat(out)
    length = length + #text
    sum = (sum * 31 + text:byte(#text - round % 500) + text:byte(1 + round * 17 % #text)) % 1000003
  end
  return length * 1000 + sum % 1000
end
