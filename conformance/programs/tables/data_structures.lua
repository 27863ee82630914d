-- Linked lists, queues, sets, trees and graphs made of tables.
--[==[ expects
1->2->3->4->5
5->4->3->2->1
z	a	b	false	data_structures.lua:25: deque is empty
20 30 40 50 60 70 80 3
a b d f	b d f
a c e b d f
false	cycle at a
3	z	true	true	true
true	false	false
]==]
local list
for i = 5, 1, -1 do list = { value = i, next = list } end
local function reverse(l) local r while l do l, l.next, r = l.next, r, l end return r end
local function tostr(l) local out = {} while l do out[#out + 1] = l.value; l = l.next end return table.concat(out, "->") end
print(tostr(list)) list = reverse(list) print(tostr(list))
local Deque = {} Deque.__index = Deque
function Deque.new() return setmetatable({ first = 0, last = -1 }, Deque) end
function Deque:push_left(v) self.first = self.first - 1; self[self.first] = v end
function Deque:push_right(v) self.last = self.last + 1; self[self.last] = v end
function Deque:pop_left() if self.first > self.last then error("deque is empty", 2) end local v = self[self.first] self[self.first] = nil; self.first = self.first + 1 return v end
local d = Deque.new()
d:push_right("a") d:push_right("b") d:push_left("z")
print(d:pop_left(), d:pop_left(), d:pop_left(), pcall(function() d:pop_left() end))
local Tree = {} Tree.__index = Tree
function Tree.insert(node, k) if not node then return setmetatable({ k = k }, Tree) end if k < node.k then node.l = Tree.insert(node.l, k) elseif k > node.k then node.r = Tree.insert(node.r, k) end return node end
function Tree:walk(f) if self.l then self.l:walk(f) end f(self.k) if self.r then self.r:walk(f) end end
function Tree:depth() return 1 + math.max(self.l and self.l:depth() or 0, self.r and self.r:depth() or 0) end
local root
for _, k in ipairs { 50, 30, 70, 20, 40, 60, 80, 30 } do root = Tree.insert(root, k) end
root:walk(function(k) io.write(k, " ") end) print(root:depth())
local graph = { a = { "b", "c" }, b = { "d" }, c = { "d", "e" }, d = { "f" }, e = { "f" }, f = {} }
local function bfs(from, to) local queue, seen = { { from } }, { [from] = true } while #queue > 0 do local path = table.remove(queue, 1) local node = path[#path] if node == to then return table.concat(path, " ") end for _, n in ipairs(graph[node]) do if not seen[n] then seen[n] = true; local p = { table.unpack(path) } p[#p + 1] = n; queue[#queue + 1] = p end end end end
print(bfs("a", "f"), bfs("b", "f"), bfs("f", "a"))
local function topological(g) local order, state = {}, {} local names = {} for k in pairs(g) do names[#names + 1] = k end table.sort(names)
  local function visit(n) if state[n] == 2 then return elseif state[n] == 1 then error("cycle at " .. n, 0) end state[n] = 1 for _, m in ipairs(g[n]) do visit(m) end state[n] = 2 table.insert(order, 1, n) end
  for _, n in ipairs(names) do visit(n) end return table.concat(order, " ") end
print(topological(graph)) graph.f[1] = "a" print(pcall(topological, graph))
local function deep_copy(o, seen) seen = seen or {} if type(o) ~= "table" then return o elseif seen[o] then return seen[o] end local c = {} seen[o] = c for k, v in pairs(o) do c[deep_copy(k, seen)] = deep_copy(v, seen) end return setmetatable(c, getmetatable(o)) end
local original = { 1, { 2, 3 }, x = { y = "z" } } original.self = original
local copy = deep_copy(original)
print(copy[2][2], copy.x.y, copy.self == copy, copy ~= original, copy[2] ~= original[2])
local function equal(a, b) if type(a) ~= "table" or type(b) ~= "table" then return a == b end for k, v in pairs(a) do if not equal(v, b[k]) then return false end end for k in pairs(b) do if a[k] == nil then return false end end return true end
print(equal({ 1, { 2, x = 3 } }, { 1, { 2, x = 3 } }), equal({ 1 }, { 1, 2 }), equal({ x = 1 }, { x = 2 }))
