-- A binary heap, heap sort, Dijkstra's shortest paths, Huffman codes.
--[==[ expects
1 2 3 5 7 8 9	nil
A=0 B=7 C=9 D=20 E=20 F=11 
A->C->F->E
 :11110 a:0 b:1101 c:11111 d:1000 k:1001 l:1010 m:1011 r:1110 z:1100 39
true	2147387986
]==]
local Heap = {} Heap.__index = Heap
function Heap.new(less) return setmetatable({ n = 0, less = less or function(a, b) return a < b end }, Heap) end
function Heap:push(v) self.n = self.n + 1 local i = self.n self[i] = v while i > 1 do local p = i // 2 if not self.less(self[i], self[p]) then break end self[i], self[p] = self[p], self[i] i = p end end
function Heap:pop() if self.n == 0 then return nil end local top = self[1] self[1], self[self.n] = self[self.n], nil self.n = self.n - 1 local i = 1 while true do local l, r, m = 2 * i, 2 * i + 1, i if l <= self.n and self.less(self[l], self[m]) then m = l end if r <= self.n and self.less(self[r], self[m]) then m = r end if m == i then break end self[i], self[m] = self[m], self[i] i = m end return top end
local h = Heap.new() for _, v in ipairs { 5, 3, 8, 1, 9, 2, 7 } do h:push(v) end local out = {} for v in h.pop, h do out[#out + 1] = v end print(table.concat(out, " "), h:pop())
local graph = { A = { B = 7, C = 9, F = 14 }, B = { A = 7, C = 10, D = 15 }, C = { A = 9, B = 10, D = 11, F = 2 }, D = { B = 15, C = 11, E = 6 }, E = { D = 6, F = 9 }, F = { A = 14, C = 2, E = 9 } }
local function dijkstra(g, from) local dist, prev, q = { [from] = 0 }, {}, Heap.new(function(a, b) if a[1] ~= b[1] then return a[1] < b[1] end return a[2] < b[2] end) q:push { 0, from } while true do local item = q:pop() if not item then break end local d, u = item[1], item[2] if d <= dist[u] then for v, w in pairs(g[u]) do local nd = d + w if not dist[v] or nd < dist[v] then dist[v], prev[v] = nd, u q:push { nd, v } end end end end return dist, prev end
local dist, prev = dijkstra(graph, "A") for _, n in ipairs { "A", "B", "C", "D", "E", "F" } do io.write(n, "=", dist[n], " ") end print() local path, n = {}, "E" while n do table.insert(path, 1, n) n = prev[n] end print(table.concat(path, "->"))
local function huffman(text) local freq, order = {}, {} for c in text:gmatch(".") do if not freq[c] then order[#order + 1] = c end freq[c] = (freq[c] or 0) + 1 end table.sort(order) local serial, q = 0, Heap.new(function(a, b) if a.w ~= b.w then return a.w < b.w end return a.s < b.s end) local function add(node) serial = serial + 1 node.s = serial q:push(node) end for _, c in ipairs(order) do add { w = freq[c], c = c } end while q.n > 1 do local a, b = q:pop(), q:pop() add { w = a.w + b.w, a, b } end local codes = {} local function walk(node, code) if node.c then codes[node.c] = code ~= "" and code or "0" else walk(node[1], code .. "0") walk(node[2], code .. "1") end end walk(q:pop(), "") return codes, order end
local codes, order = huffman("abracadabra alakazam") local bits = 0 for _, c in ipairs(order) do io.write(c, ":", codes[c], " ") bits = bits + #codes[c] end print(bits)
local big = Heap.new() local x = 1 for _ = 1, 5000 do x = x * 1103515245 + 12345 & 0x7fffffff big:push(x) end local last, ok = -1, true while big.n > 0 do local v = big:pop() ok = ok and v >= last last = v end print(ok, last)
