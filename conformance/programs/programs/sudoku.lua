-- A sudoku solver by constraint bits and backtracking; eight queens; a knight's tour.
--[==[ expects
534678912
672195348
198342567
859761423
426853791
713924856
961537284
287419635
345286179
51
812753649943682175675491283154237896369845721287169534521974368438526917796318452
false	contradiction at cell 2
123456789456789123789123456217394568894615372635872914361247895572938641948561237	64
2	2 4 1 3
4	2 4 6 1 3 5
92	1 5 8 6 3 7 2 4
36
 1 20  9 36  3 22
10 27  2 21 30 35
19  8 31 28 23  4
26 11 24 15 34 29
 7 18 13 32  5 16
12 25  6 17 14 33
]==]
local function solve(text) local cells, rows, cols, boxes, empty = {}, {}, {}, {}, {} for i = 1, 9 do rows[i], cols[i], boxes[i] = 0, 0, 0 end local function place(i, d, sign) local r, c = (i - 1) // 9 + 1, (i - 1) % 9 + 1 local b = (r - 1) // 3 * 3 + (c - 1) // 3 + 1 local bit = 1 << d if sign > 0 then if (rows[r] | cols[c] | boxes[b]) & bit ~= 0 then return false end rows[r], cols[c], boxes[b] = rows[r] | bit, cols[c] | bit, boxes[b] | bit cells[i] = d else rows[r], cols[c], boxes[b] = rows[r] & ~bit, cols[c] & ~bit, boxes[b] & ~bit cells[i] = 0 end return true end local i = 0 for ch in text:gmatch("[%d%.]") do i = i + 1 cells[i] = 0 local d = tonumber(ch) or 0 if d > 0 then if not place(i, d, 1) then error("contradiction at cell " .. i, 0) end else empty[#empty + 1] = i end end local steps = 0 local function search(n) if n > #empty then return true end local best, best_mask, count = nil, nil, 10 for k = n, #empty do local idx = empty[k] local r, c = (idx - 1) // 9 + 1, (idx - 1) % 9 + 1 local mask = ~(rows[r] | cols[c] | boxes[(r - 1) // 3 * 3 + (c - 1) // 3 + 1]) & 0x3fe local m, bits = mask, 0 while m ~= 0 do m = m & m - 1 bits = bits + 1 end if bits < count then best, best_mask, count = k, mask, bits end end if count == 0 then return false end empty[n], empty[best] = empty[best], empty[n] for d = 1, 9 do if best_mask & (1 << d) ~= 0 then steps = steps + 1 place(empty[n], d, 1) if search(n + 1) then return true end place(empty[n], d, -1) end end empty[n], empty[best] = empty[best], empty[n] return false end if not search(1) then return nil, "no solution" end return table.concat(cells), steps end
local s, steps = solve "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79" for i = 1, 81, 9 do print(s:sub(i, i + 8)) end print(steps) print((solve "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..")) print(pcall(solve, "55" .. ("."):rep(79))) print(solve("123456789" .. "456789123" .. "78912345." .. ".......6." .. ("."):rep(45)))
local function queens(n) local cols, d1, d2, place, count, first = {}, {}, {}, {}, 0, nil local function put(r) if r > n then count = count + 1 first = first or table.concat(place, " ") return end for c = 1, n do if not cols[c] and not d1[r + c] and not d2[r - c] then cols[c], d1[r + c], d2[r - c], place[r] = true, true, true, c put(r + 1) cols[c], d1[r + c], d2[r - c] = nil, nil, nil end end end put(1) return count, first end print(queens(4)) print(queens(6)) print(queens(8))
local function knight(n) local board, moves = {}, { { 1, 2 }, { 2, 1 }, { 2, -1 }, { 1, -2 }, { -1, -2 }, { -2, -1 }, { -2, 1 }, { -1, 2 } } for x = 1, n do board[x] = {} end local function degree(x, y) local d = 0 for _, m in ipairs(moves) do local a, b = x + m[1], y + m[2] if board[a] and b >= 1 and b <= n and not board[a][b] then d = d + 1 end end return d end local x, y = 1, 1 for step = 1, n * n do board[x][y] = step local bx, by, bd for _, m in ipairs(moves) do local a, b = x + m[1], y + m[2] if board[a] and b >= 1 and b <= n and not board[a][b] then local d = degree(a, b) if not bd or d < bd then bx, by, bd = a, b, d end end end if not bx then return step, board end x, y = bx, by end end local steps, board = knight(6) print(steps) for i = 1, 6 do local r = {} for j = 1, 6 do r[j] = ("%2d"):format(board[i][j] or 0) end print(table.concat(r, " ")) end
