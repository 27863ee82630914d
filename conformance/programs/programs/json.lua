-- A JSON reader and writer: recursion, patterns, escapes, errors with positions.
--[==[ expects
Widget	3	b
"c"	é€	35.0	true	false	null	3
{"bad":false,"empty":[],"name":"Widget","nested":[[1,[2,[3]]],[]],"none":null,"ok":true,"size":{"h":25.0,"w":10},"tags":["a","b\n\"c\"","é€"]}
{
  "bad": false,
  "empty": [],
  "name": "Widget",
  "nested": [
    [
      1,
      [
        2,
        [
          3
        ]
      ]
    ],
    []
  ],
  "none": null,
  "ok": true,
  "size": {
    "h": 25.0,
    "w": 10
  },
  "tags": [
    "a",
    "b\n\"c\"",
    "é€"
  ]
}
true
false	unexpected end at line 1, position 1
false	expected a key at line 1, position 2
false	expected ',' or ']' at line 1, position 6
false	expected ':' at line 1, position 6
false	unexpected '}' at line 1, position 7
false	unfinished string at line 1, position 1
false	bad escape '\x' at line 1, position 2
false	expected ',' or ']' at line 1, position 4
false	unexpected 't' at line 1, position 1
false	trailing text at line 1, position 3
false	expected a key at line 1, position 2
false	unexpected '?' at line 4, position 7
false	bad unicode escape at line 1, position 2
]==]
local json = {}
local escapes = { ['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }
local reverse = {}
for k, v in pairs(escapes) do if k ~= "/" then reverse[v] = "\\" .. k end end
json.null = setmetatable({}, { __tostring = function() return "null" end })
local function fail(s, i, what)
  local line = select(2, s:sub(1, i):gsub("\n", "")) + 1
  error(("%s at line %d, position %d"):format(what, line, i), 0)
end
local function skip(s, i) return s:match("^%s*()", i) end
local parse_value
local function parse_string(s, i)
  local out = {}
  local j = i + 1
  while true do
    local plain, stop = s:match('^([^"\\]*)()', j)
    out[#out + 1] = plain
    local c = s:sub(stop, stop)
    if c == '"' then return table.concat(out), stop + 1 end
    if c == "" then fail(s, i, "unfinished string") end
    local e = s:sub(stop + 1, stop + 1)
    if e == "u" then
      local hex = s:match("^%x%x%x%x", stop + 2) or fail(s, stop, "bad unicode escape")
      out[#out + 1] = utf8.char(tonumber(hex, 16))
      j = stop + 6
    else
      out[#out + 1] = escapes[e] or fail(s, stop, "bad escape '\\" .. e .. "'")
      j = stop + 2
    end
  end
end
local function parse_list(s, i, close, item)
  i = skip(s, i + 1)
  if s:sub(i, i) == close then return i + 1 end
  while true do
    i = skip(s, item(i))
    local c = s:sub(i, i)
    if c == close then return i + 1 end
    if c ~= "," then fail(s, i, "expected ',' or '" .. close .. "'") end
    i = skip(s, i + 1)
  end
end
function parse_value(s, i)
  i = skip(s, i)
  local c = s:sub(i, i)
  if c == "{" then
    local t = {}
    return t, parse_list(s, i, "}", function(p)
      if s:sub(p, p) ~= '"' then fail(s, p, "expected a key") end
      local k, after = parse_string(s, p)
      after = skip(s, after)
      if s:sub(after, after) ~= ":" then fail(s, after, "expected ':'") end
      local v
      v, after = parse_value(s, after + 1)
      t[k] = v
      return after
    end)
  elseif c == "[" then
    local t, n = {}, 0
    return t, parse_list(s, i, "]", function(p) n = n + 1; t[n], p = parse_value(s, p); return p end)
  elseif c == '"' then return parse_string(s, i) end
  local number, after = s:match("^(-?%d+%.?%d*[eE]?[+-]?%d*)()", i)
  if number then return tonumber(number) or fail(s, i, "bad number"), after end
  for word, value in pairs { ["true"] = true, ["false"] = false, null = json.null } do
    if s:sub(i, i + #word - 1) == word then return value, i + #word end
  end
  fail(s, i, c == "" and "unexpected end" or "unexpected '" .. c .. "'")
end
function json.decode(s)
  local v, i = parse_value(s, 1)
  i = skip(s, i)
  if i <= #s then fail(s, i, "trailing text") end
  return v
end
function json.encode(v, indent, level)
  local t = type(v)
  if v == json.null then return "null" end
  if t == "string" then return '"' .. v:gsub('[%c"\\]', function(c) return reverse[c] or ("\\u%04x"):format(c:byte()) end) .. '"' end
  if t ~= "table" then return tostring(v) end
  level = (level or 0) + 1
  local sep, pad, close = ",", "", ""
  if indent then pad = "\n" .. indent:rep(level); close = "\n" .. indent:rep(level - 1) end
  local parts = {}
  if #v > 0 or next(v) == nil then
    for i, item in ipairs(v) do parts[i] = pad .. json.encode(item, indent, level) end
    return #parts == 0 and "[]" or "[" .. table.concat(parts, sep) .. close .. "]"
  end
  local keys = {}
  for k in pairs(v) do keys[#keys + 1] = k end
  table.sort(keys)
  for i, k in ipairs(keys) do parts[i] = pad .. json.encode(k) .. (indent and ": " or ":") .. json.encode(v[k], indent, level) end
  return "{" .. table.concat(parts, sep) .. close .. "}"
end
local text = [=[ {"name": "Widget", "tags": ["a", "b\n\"c\"", "\u00e9\u20ac"], "size": {"w": 10, "h": 2.5e1},
  "ok": true, "bad": false, "none": null, "empty": [], "nested": [[1, [2, [3]]], {}]} ]=]
local doc = json.decode(text)
print(doc.name, #doc.tags, doc.tags[2], doc.tags[3], doc.size.w + doc.size.h, doc.ok, doc.bad, tostring(doc.none), doc.nested[1][2][2][1])
print(json.encode(doc)) print(json.encode(doc, "  "))
print(json.encode(json.decode(json.encode(doc))) == json.encode(doc))
for _, bad in ipairs { "", "{", "[1, 2", '{"a" 1}', '{"a": }', '"abc', '"\\x"', "[1 2]", "tru", "1 2", "{1: 2}", '\n\n[1,\n?]', '"\\u12"' } do print(pcall(json.decode, bad)) end
