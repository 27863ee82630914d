-- Matrices with operators, determinants, inverses and Gaussian elimination.
--[==[ expects
[2 1][4 3]	[3 4][1 2]	[1 3][4 4]	[2 4][6 8]	[2 4][6 8]	[-1 -2][-3 -4]	[37 54][81 118]	[1 3][2 4]	2
-2 1	[-2 1][1.5 -0.5]	true	nil	singular
12586269025	2880067194370816120
3.749295e-12	true
]==]
local Matrix = {} Matrix.__index = Matrix
function Matrix.new(rows) return setmetatable(rows, Matrix) end
function Matrix.identity(n) local m = {} for i = 1, n do m[i] = {} for j = 1, n do m[i][j] = i == j and 1 or 0 end end return Matrix.new(m) end
function Matrix.__mul(a, b) if type(a) == "number" then a, b = b, a end local r = {} for i = 1, #a do r[i] = {} if type(b) == "number" then for j = 1, #a[i] do r[i][j] = a[i][j] * b end else for j = 1, #b[1] do local s = 0 for k = 1, #b do s = s + a[i][k] * b[k][j] end r[i][j] = s end end end return Matrix.new(r) end
function Matrix.__add(a, b) local r = {} for i = 1, #a do r[i] = {} for j = 1, #a[i] do r[i][j] = a[i][j] + b[i][j] end end return Matrix.new(r) end
function Matrix.__pow(a, n) local r = Matrix.identity(#a) while n > 0 do if n % 2 == 1 then r = r * a end a = a * a n = n // 2 end return r end
function Matrix.__eq(a, b) for i = 1, #a do for j = 1, #a[i] do if math.abs(a[i][j] - b[i][j]) > 1e-9 then return false end end end return true end
function Matrix.__tostring(m) local rows = {} for i, r in ipairs(m) do local c = {} for j, v in ipairs(r) do c[j] = ("%g"):format(v) end rows[i] = "[" .. table.concat(c, " ") .. "]" end return table.concat(rows, "") end
function Matrix.__unm(m) return m * -1 end function Matrix.__len(m) return rawlen(m) end
function Matrix:transpose() local r = {} for j = 1, #self[1] do r[j] = {} for i = 1, #self do r[j][i] = self[i][j] end end return Matrix.new(r) end
function Matrix:eliminate() local m, det = {}, 1 for i, r in ipairs(self) do m[i] = { table.unpack(r) } end local n = #m for c = 1, n do local p = c for i = c + 1, n do if math.abs(m[i][c]) > math.abs(m[p][c]) then p = i end end if m[p][c] == 0 then return nil, 0 end if p ~= c then m[p], m[c] = m[c], m[p] det = -det end det = det * m[c][c] local d = m[c][c] for j = 1, #m[c] do m[c][j] = m[c][j] / d end for i = 1, n do if i ~= c and m[i][c] ~= 0 then local f = m[i][c] for j = c, #m[i] do m[i][j] = m[i][j] - f * m[c][j] end end end end return Matrix.new(m), det end
function Matrix:det() return (select(2, self:eliminate())) end
function Matrix:inverse() local n, aug = #self, {} for i = 1, n do aug[i] = { table.unpack(self[i]) } for j = 1, n do aug[i][n + j] = i == j and 1 or 0 end end local e = Matrix.eliminate(aug) if not e then return nil, "singular" end local r = {} for i = 1, n do r[i] = { table.unpack(e[i], n + 1) } end return Matrix.new(r) end
local a, b = Matrix.new { { 1, 2 }, { 3, 4 } }, Matrix.new { { 0, 1 }, { 1, 0 } } print(a * b, b * a, a + b, a * 2, 2 * a, -a, a ^ 3, a:transpose(), #a)
print(("%g %g"):format(a:det(), Matrix.identity(3):det()), a:inverse(), a * a:inverse() == Matrix.identity(2), Matrix.new { { 1, 2 }, { 2, 4 } }:inverse())
local fib = Matrix.new { { 1, 1 }, { 1, 0 } } print((fib ^ 50)[1][2], (fib ^ 90)[1][2])
local h = {} for i = 1, 5 do h[i] = {} for j = 1, 5 do h[i][j] = 1 / (i + j - 1) end end h = Matrix.new(h) print(("%.6e"):format(h:det()), h * h:inverse() == Matrix.identity(5))
