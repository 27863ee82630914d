-- Templates, string builders, CSV, INI and query strings.
--[==[ expects
<ul>
  <li id=1>one</li>
  <li id=2>two</li>
  <li id=3>3</li>
</ul>
69	/ul>
!
Hello ANN, 3 items: a, "b\"c" (3)
false	unknown filter nofilter
3:[a][b][c]
2:[x, y][z]
2:[he said "hi"][2]
3:[][][]
1:[single]
false	unfinished quote
1	example.org	8081	true	false	0.5
name->Ann B; city->München; empty->; q->a&b
1,234,567	-999	1,000	-9,223,372,036,854,775,808
4C 75 61 20 35 2E 34 
aGVsbG8=	YWI=	YWJj	
]==]
local Builder = {} Builder.__index = Builder function Builder.new() return setmetatable({ parts = {}, n = 0, depth = 0 }, Builder) end function Builder:__call(...) for i = 1, select("#", ...) do self.n = self.n + 1 self.parts[self.n] = tostring((select(i, ...))) end return self end function Builder:line(...) return self((" "):rep(self.depth * 2))(...)("\n") end function Builder:indent(f) self.depth = self.depth + 1 f(self) self.depth = self.depth - 1 return self end function Builder:__tostring() return table.concat(self.parts, "", 1, self.n) end function Builder:__len() return #tostring(self) end function Builder.__concat(a, b) return tostring(a) .. tostring(b) end
local b = Builder.new() b:line("<ul>"):indent(function(x) for i, item in ipairs { "one", "two", 3 } do x:line("<li id=", i, ">", item, "</li>") end end):line("</ul>") io.write(tostring(b)) print(#b, (b .. "!"):sub(-6))
local function template(s) local parts, pos = {}, 1 while true do local a, e, name, filter = s:find("{{%s*([%w_.]+)%s*|?%s*(%w*)%s*}}", pos) if not a then parts[#parts + 1] = s:sub(pos) break end parts[#parts + 1] = s:sub(pos, a - 1) parts[#parts + 1] = { name, filter } pos = e + 1 end local filters = { upper = string.upper, len = function(v) return #v end, q = function(v) return ("%q"):format(v) end } return function(data) local out = {} for i, p in ipairs(parts) do if type(p) == "string" then out[i] = p else local v = data for key in p[1]:gmatch("[^.]+") do v = type(v) == "table" and v[tonumber(key) or key] or nil end if p[2] ~= "" then v = (filters[p[2]] or error("unknown filter " .. p[2], 0))(v) end out[i] = tostring(v == nil and "" or v) end end return table.concat(out) end end
local t = template "Hello {{ user.name | upper }}, {{count}} items: {{items.1}}, {{items.2|q}}{{missing.x}} ({{user.name|len}})" print(t { user = { name = "Ann" }, count = 3, items = { "a", 'b"c' } }) print(pcall(template "{{x|nofilter}}", { x = 1 }))
local function csv_line(line) local out, pos = {}, 1 while true do local c = line:sub(pos, pos) if c == '"' then local txt = "" repeat local s, e, part, q = line:find('^"(.-)"("?)', pos) if not s then error("unfinished quote", 0) end txt = txt .. part .. q pos = e + (q == '"' and 0 or 1) until q ~= '"' out[#out + 1] = txt pos = pos + 1 else local s, e, part = line:find("^([^,]*)", pos) out[#out + 1] = part pos = e + 2 end if pos > #line + 1 then return out end end end for _, l in ipairs { "a,b,c", '"x, y",z', '"he said ""hi""",2', ",,", "single" } do local f = csv_line(l) io.write(#f, ":") for _, v in ipairs(f) do io.write("[", v, "]") end print() end print(pcall(csv_line, '"open'))
local function ini(s) local data, section = {}, "" for line in s:gmatch("[^\r\n]+") do local name = line:match("^%s*%[(.-)%]%s*$") if name then section = name data[section] = data[section] or {} else local k, v = line:match("^%s*([%w_]+)%s*=%s*(.-)%s*$") if k then data[section] = data[section] or {} data[section][k] = tonumber(v) or (v == "true" or v ~= "false" and v) end end end return data end local cfg = ini "top = 1\n[server]\nhost = example.org\nport = 8080\n; comment\n[flags]\ndebug = true\nquiet=false\r\nratio = 0.5" print(cfg[""].top, cfg.server.host, cfg.server.port + 1, cfg.flags.debug, cfg.flags.quiet, cfg.flags.ratio)
local function query(s) local out = {} for k, v in s:gmatch("([^&=?]+)=([^&]*)") do k, v = k:gsub("+", " "), v:gsub("+", " "):gsub("%%(%x%x)", function(h) return string.char(tonumber(h, 16)) end) out[#out + 1] = k .. "->" .. v end return table.concat(out, "; ") end print(query "?name=Ann+B&city=M%C3%BCnchen&empty=&q=a%26b") local function commas(n) local s = ("%d"):format(n) local r repeat s, r = s:gsub("^(-?%d+)(%d%d%d)", "%1,%2") until r == 0 return s end print(commas(1234567), commas(-999), commas(1000), commas(math.mininteger)) local function hex(s) return (s:gsub(".", function(c) return ("%02X "):format(c:byte()) end)) end print(hex "Lua 5.4") local function base64(s) local a, out = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", {} for i = 1, #s, 3 do local x, y, z = s:byte(i, i + 2) local n = (x << 16) + ((y or 0) << 8) + (z or 0) for shift = 18, 0, -6 do local d = n >> shift & 63 out[#out + 1] = (shift == 6 and not y or shift == 0 and not z) and "=" or a:sub(d + 1, d + 1) end end return table.concat(out) end print(base64 "hello", base64 "ab", base64 "abc", base64 "")
