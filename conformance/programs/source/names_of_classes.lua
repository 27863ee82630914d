-- Variables with the names of the classes that printed code uses: private arrays, loops without calls, versions.
--[==[ expects
25	1	2	3	4	5	1	2	3	4
637.5	27.5
8	9
]==]
local function f(n, Kept, PrivateArray, PrivateItems, Unboxed, Structured)
  local Numbers, Leave, Missed1, MostMisses, MostLeft, Method = 0, {}, 1, 2, 3, 4
  for i = 1, n do Leave[i] = true end
  for i = 2, n do
    if Leave[i] then for j = i + i, n, i do Leave[j] = false end Numbers = Numbers + 1 end
  end
  return Numbers, Kept, PrivateArray, PrivateItems, Unboxed, Structured, Missed1, MostMisses, MostLeft, Method
end
print(f(100, 1, 2, 3, 4, 5))
local function Unboxed(n) local Kept = {} for i = 1, n do Kept[i] = i * 0.5 end local s = 0 for Structured = 1, n do s = s + Kept[Structured] end return s end
print(Unboxed(50), Unboxed(10.0))
local Kept = { Method = function(self, PrivateItems) return PrivateItems end }
function Kept:Callee(Land) for i = 1, 3 do Land = self:Method(Land) + i end return Land end
print(Kept:Callee(2), Kept.Callee(Kept, 3))
