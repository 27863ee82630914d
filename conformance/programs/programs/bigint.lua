-- Big integers: addition, multiplication, division by small numbers, powers, factorials.
--[==[ expects
265252859812191058636308480000000
93326215443944152681699238856266700490715968264381621468592963895217599993229915608941463976156518286253697920827223758251185210916864000000000000000000000000
1606938044258990275541962092341162602522202993782792835301376
-121932631137021795226185032733622923332237463801111263526900
999999999999999999999999999999	-99999999999999999999	0	0
30414092988814727121909518312698140655490656980525913136	318608048	true	true	true	true	7!
222232244629420445529739893461909967206666939096499764990979600
1404
]==]
local Big = {} Big.__index = Big
local BASE, DIGITS = 10 ^ 7 // 1 | 0, 7
local function new(v) if getmetatable(v) == Big then return v end local t, s = {}, tostring(v) local negative = s:sub(1, 1) == "-" if negative then s = s:sub(2) end for i = #s, 1, -DIGITS do t[#t + 1] = math.tointeger(tonumber(s:sub(math.max(1, i - DIGITS + 1), i))) end return setmetatable({ d = t, neg = negative and not (#t == 1 and t[1] == 0) }, Big) end
local function trim(d) while #d > 1 and d[#d] == 0 do d[#d] = nil end return d end
local function cmp(a, b) if #a ~= #b then return #a < #b and -1 or 1 end for i = #a, 1, -1 do if a[i] ~= b[i] then return a[i] < b[i] and -1 or 1 end end return 0 end
local function add(a, b) local r, carry = {}, 0 for i = 1, math.max(#a, #b) do local s = (a[i] or 0) + (b[i] or 0) + carry r[i], carry = s % BASE, s // BASE end if carry > 0 then r[#r + 1] = carry end return r end
local function sub(a, b) local r, borrow = {}, 0 for i = 1, #a do local s = a[i] - (b[i] or 0) - borrow borrow = s < 0 and 1 or 0 r[i] = s % BASE end return trim(r) end
local function make(d, neg) return setmetatable({ d = d, neg = neg and not (#d == 1 and d[1] == 0) }, Big) end
function Big.__add(a, b) a, b = new(a), new(b) if a.neg == b.neg then return make(add(a.d, b.d), a.neg) end local c = cmp(a.d, b.d) if c == 0 then return new(0) elseif c > 0 then return make(sub(a.d, b.d), a.neg) end return make(sub(b.d, a.d), b.neg) end
function Big.__unm(a) return make(a.d, not a.neg) end function Big.__sub(a, b) return new(a) + -new(b) end
function Big.__mul(a, b) a, b = new(a), new(b) local r = {} for i = 1, #a.d + #b.d do r[i] = 0 end for i, x in ipairs(a.d) do local carry = 0 for j, y in ipairs(b.d) do local s = r[i + j - 1] + x * y + carry r[i + j - 1], carry = s % BASE, s // BASE end r[i + #b.d] = r[i + #b.d] + carry end return make(trim(r), a.neg ~= b.neg) end
local function divmod(a, n) local r, rem = {}, 0 for i = #a.d, 1, -1 do local cur = rem * BASE + a.d[i] r[i], rem = cur // n, cur % n end return make(trim(r), a.neg), rem end
function Big.__idiv(a, n) return (divmod(new(a), n)) end function Big.__mod(a, n) return (select(2, divmod(new(a), n))) end
function Big.__pow(a, n) local r = new(1) a = new(a) while n > 0 do if n % 2 == 1 then r = r * a end n = n // 2 if n > 0 then a = a * a end end return r end
function Big.__eq(a, b) return a.neg == b.neg and cmp(a.d, b.d) == 0 end function Big.__lt(a, b) a, b = new(a), new(b) if a.neg ~= b.neg then return a.neg end local c = cmp(a.d, b.d) return a.neg and c > 0 or not a.neg and c < 0 end function Big.__le(a, b) return not (new(b) < new(a)) end
function Big.__tostring(a) local parts = { (a.neg and "-" or "") .. a.d[#a.d] } for i = #a.d - 1, 1, -1 do parts[#parts + 1] = ("%07d"):format(a.d[i]) end return table.concat(parts) end function Big.__concat(a, b) return tostring(a) .. tostring(b) end
local function fact(n) local r = new(1) for i = 2, n do r = r * i end return r end
print(fact(30)) print(fact(100)) print(new(2) ^ 200) print(new("123456789012345678901234567890") * new("-987654321098765432109876543210")) print(new(10) ^ 30 - 1, new(1) - new(10) ^ 20, new(5) - 5, -new(0))
print(fact(50) // 1000000007, fact(50) % 1000000007, fact(20) == new(2432902008176640000), new(3) < new(10), new(-3) < 2, new("99999999999") <= new("99999999999"), new(7) .. "!")
local a, b = new(0), new(1) for _ = 1, 300 do a, b = b, a + b end print(a) local digits = 0 for c in tostring(fact(200)):gmatch("%d") do digits = digits + c end print(digits)
