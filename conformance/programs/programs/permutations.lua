-- Permutations, combinations, power sets and Cartesian products by coroutines and recursion.
--[==[ expects
6	bca cba cab acb bac abc
abc acb bac bca cab cba
5040
12 13 14 23 24 34 
210
a1x a1y a2x a2y a3x a3y b1x b1y b2x b2y b3x b3y 
1123 1132 1213 1231 12
0{} 1{x} 2{y} 3{x,y} 4{z} 5{x,z} 6{y,z} 7{x,y,z} 
5 4+1 3+2 3+1+1 2+2+1 2+1+1+1 1+1+1+1+1 
292	73682
15
]==]
local function permutations(t) local function gen(n) if n == 0 then coroutine.yield(t) else for i = 1, n do t[i], t[n] = t[n], t[i] gen(n - 1) t[i], t[n] = t[n], t[i] end end end return coroutine.wrap(function() gen(#t) end) end
local all = {} for p in permutations { "a", "b", "c" } do all[#all + 1] = table.concat(p) end print(#all, table.concat(all, " ")) table.sort(all) print(table.concat(all, " ")) local n = 0 for _ in permutations { 1, 2, 3, 4, 5, 6, 7 } do n = n + 1 end print(n)
local function combinations(t, k) return coroutine.wrap(function() local c = {} local function gen(start, left) if left == 0 then coroutine.yield(table.unpack(c)) return end for i = start, #t - left + 1 do c[#c + 1] = t[i] gen(i + 1, left - 1) c[#c] = nil end end gen(1, k) end) end for a, b in combinations({ 1, 2, 3, 4 }, 2) do io.write(a, b, " ") end print() local c = 0 for _ in combinations({ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 4) do c = c + 1 end print(c)
local function product(...) local lists = { ... } return coroutine.wrap(function() local function gen(i, acc) if i > #lists then coroutine.yield(acc) return end for _, v in ipairs(lists[i]) do gen(i + 1, acc .. v) end end gen(1, "") end) end for s in product({ "a", "b" }, { 1, 2, 3 }, { "x", "y" }) do io.write(s, " ") end print()
local function next_permutation(a) local i = #a - 1 while i > 0 and a[i] >= a[i + 1] do i = i - 1 end if i == 0 then return false end local j = #a while a[j] <= a[i] do j = j - 1 end a[i], a[j] = a[j], a[i] local l, r = i + 1, #a while l < r do a[l], a[r] = a[r], a[l] l, r = l + 1, r - 1 end return true end local a = { 1, 1, 2, 3 } local seen = 0 repeat seen = seen + 1 if seen <= 4 then io.write(table.concat(a), " ") end until not next_permutation(a) print(seen)
local function subsets(t) return coroutine.wrap(function() for mask = 0, (1 << #t) - 1 do local s = {} for i = 1, #t do if mask & (1 << i - 1) ~= 0 then s[#s + 1] = t[i] end end coroutine.yield(s, mask) end end) end for s, mask in subsets { "x", "y", "z" } do io.write(mask, "{", table.concat(s, ","), "} ") end print()
local function partitions(n, max) return coroutine.wrap(function() local p = {} local function gen(left, m) if left == 0 then coroutine.yield(p) return end for v = math.min(left, m), 1, -1 do p[#p + 1] = v gen(left - v, v) p[#p] = nil end end gen(n, max or n) end) end for p in partitions(5) do io.write(table.concat(p, "+"), " ") end print()
local function change(amount, coins) local ways = { [0] = 1 } for _, coin in ipairs(coins) do for v = coin, amount do ways[v] = (ways[v] or 0) + (ways[v - coin] or 0) end end return ways[amount] end print(change(100, { 1, 5, 10, 25, 50 }), change(200, { 1, 2, 5, 10, 20, 50, 100, 200 })) local function knapsack(items, cap) local best = {} for w = 0, cap do best[w] = 0 end for _, it in ipairs(items) do for w = cap, it[1], -1 do best[w] = math.max(best[w], best[w - it[1]] + it[2]) end end return best[cap] end print(knapsack({ { 12, 4 }, { 2, 2 }, { 1, 1 }, { 4, 10 }, { 1, 2 } }, 15))
