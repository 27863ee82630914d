//! Pieces of Lua that go where programs rarely go: numbers at their edges, metamethods of every event, the library with arguments that do not
//! fit, closing, coroutines in places that cannot yield. [`super::holes`] says what stands for what in them.

use super::Writer;

/// What makes a piece of each kind. `got` prints what a protected call gives.
const PIECES: &[&[&str]] =
    &[NUMBERS, COERCIONS, EVENTS, YIELDING, CHAINS, NAMES, STRINGS, TABLES, LIBRARY, CLOSURES, CLOSING, COROUTINES];

const NUMBERS: &[&str] = &[
    "local $a, $b = @N, @N got(function() return $a // $b, $a % $b end) got(function() return $a / $b, $a - $b, $a * $b end)",
    "got(function() return @N // @N end) got(function() return @N % @N end) got(function() return @N + @N, @N * @N, -@N end)",
    "local $a, $b = @N, @N out($a < $b, $a <= $b, $a == $b, $a > $b, $a >= $b, $a ~= $b, @N < @N, @N <= @N, @N == @N)",
    "local $a, $b = @N, @I got(function() return $a << $b, $a >> $b end) got(function() return @I << @I, @I >> @I, @I >> $b, ~$a end)",
    "local $a = @N got(function() return $a & @I, @N | $a, $a ~ @I end)",
    "local $n = 0 got(function() for i = @N, @N, @N do $n = $n + 1 out(i, math.type(i)) if $n == 4 then break end end end)",
    "local $n = 0 got(function() for i = @I, @I, @I do $n = $n + 1 out(i) i = i // 2 out(i) if $n == 4 then break end end end)",
    "local $n, $m = 0, @N got(function() for i = $m, @I do $n = $n + 1 out(i) if $n == 4 then break end end end)",
    "got(math.tointeger, @N) got(math.floor, @N) got(math.ceil, @N) got(math.abs, @N) got(math.ult, @I, @N)",
    "got(math.fmod, @N, @N) got(math.modf, @N) got(math.max, @N, @N, @N) got(math.min, @N, @N)",
    "local $t = {} got(function() $t[@N] = 1 $t[@N] = 2 end) out($t, $t[@N], $t[@N], next($t) == nil)",
    "local $a <const>, $b <const> = @I, @N got(function() return $a + $b, $a - 1, $b * 2, $b // 1 end) out($a == $b, -$a)",
    "local $s, $x = 0, @N for i = 1, 3 do $s = $s + $x $x = $x * @N out($s, $x) end",
    "local function $f(a, b) local n = 0 while a ~= b and n < 5 do a, b = b, a - b n = n + 1 end return a, b, n end out($f(@I, @I)) out($f(@N, @N)) got($f, @e, 1)",
];

const COERCIONS: &[&str] = &[
    "got(function() return @t + @N end) got(function() return @t // @t end) got(function() return -@t end)",
    "got(function() return @t | @t end) got(function() return ~@t end) got(function() return @t << @I end)",
    "got(function() return @t < @t, @t <= @s, @t == @N end) got(function() return @t .. @N .. @t end) got(function() return @N < @t end)",
    "out(tonumber(@t), tonumber(@N), math.type(tonumber(@t))) got(tonumber, @t, 16) got(tonumber, @t, 36) got(tonumber, @t, @I) got(tonumber, @e, @j)",
    "got(function() for i = @t, @N do break end end) got(string.rep, @t, @t) got(function() return #@t + @t end)",
    "got(string.char, @N) got(utf8.char, @I) got(math.random, @t, @j, 3) got(string.rep, 'x', -1)",
    "local $t = { [@N] = 1 } $t[@t] = 2 out($t[@t], $t[@N], $t)",
];

const EVENTS: &[&str] = &[
    "local $m, $o = every(@e, @M), @e got(function() return $m + $o, $o - $m, $m * 2, 2 / $m end)",
    "local $m, $o = every(@e, @M), @e got(function() return $m // 2, 2 % $m, $m ^ $o end) got(function() return $o % $m, $m - 1, 1 + $m end)",
    "local $m, $o = every(@e, @M), @e got(function() return $m & 1, 1 | $m, $m ~ $o end) got(function() return ~$m, $m << 2, 3 >> $m end)",
    "local $m = every(@e, @M) got(function() return $m .. 'x' .. $m end) got(function() return 1 .. $m end) got(function() return @s .. $m .. @e end)",
    "local $m, $o = every(@e, @M), @e got(function() return $m == every(1), $m ~= every(2) end) got(function() return $m < $o, $o <= $m, $m > 1, 1 >= $m end)",
    "local $m = every(@e, @M) got(function() return $m.a, $m[1], $m[@e] end) got(function() $m.x = @e $m[@N] = 2 end)",
    "local $m = every(@e, @M) got(function() return $m(@e, @e), #$m, -$m end) got(function() return $m:method(@e) end) got($m, @e)",
    "local $m = every(@b, @M) got(function() if $m < 1 then out('less') elseif $m == every(0) then out('equal') else out('more') end while $m <= 1 do break end return $m and $m.a or $m.b end)",
    "local $m = every(@e, @M) got(function() for i = 1, $m do break end end) got(function() for k in $m do break end end) got(function() local t = { $m.a, x = $m.b, #$m, $m() } return #t end)",
    "local $m = every(@e, @M) got(function() local x <close> = $m error(@e, 0) end) got(function() local x <close> = $m return $m.a end)",
];

const YIELDING: &[&str] = &[
    "local $m = every(@e, 'yield') local $c = coroutine.wrap(function(...) local a = $m + @N out('a', a) local b = $m .. a out('b', b) return $m.x, #$m, ... end) for _ = 1, 6 do got($c, @e) end",
    "local $m = every(@b, 'yield') local $c = coroutine.wrap(function() local n = 0 while $m < n do n = n + 1 if n == 2 then break end end if $m == every(1) or $m <= 2 then out('then') end $m.f = n return n end) for _ = 1, 7 do got($c, @b) end",
    "local $c = coroutine.wrap(function() for k, v in pairs(setmetatable({}, { __pairs = function(t) coroutine.yield('pairs') return function(_, k) k = coroutine.yield(k) return k, @e end, t, 1 end })) do out(k, v) end end) for i = 1, 4 do got($c, i < 4 and i or nil) end",
    "local $c = coroutine.wrap(function() got(table.sort, { 3, 1, 2 }, function(a, b) coroutine.yield(a) return a < b end) got(string.gsub, 'abc', '.', coroutine.yield) got(tostring, setmetatable({}, { __tostring = coroutine.yield })) return select(coroutine.yield(1), @e, @e) end) for _ = 1, 4 do got($c, 1) end",
    "local $c = coroutine.wrap(function(...) local a, b = pcall(pcall, coroutine.yield, ...) out(a, b) return xpcall(coroutine.yield, function(e) return e end, @e) end) for _ = 1, 4 do got($c, @e, @e) end",
    "local $c = coroutine.wrap(function() local t = { coroutine.yield(1), coroutine.yield(2), x = coroutine.yield(3), coroutine.yield(4) } out(t) t[coroutine.yield(5)], t.y = coroutine.yield(6), coroutine.yield(7) return t end) for i = 1, 9 do got($c, i, @e) end",
    "local function $f(n, ...) if n == 0 then return coroutine.yield(...) end local a, b = $f(n - 1, ...) return b, a end local $c = coroutine.wrap($f) for i = 1, 3 do got($c, 3, @e, @e) end",
];

const CHAINS: &[&str] = &[
    "local $a = setmetatable({ x = @e }, { __index = { y = @e } }) local $b = setmetatable({}, { __index = $a, __newindex = $a }) $b.z = @e $b.x = @e out($b.x, $b.y, $b.z, rawget($b, 'z'), $a.z, $a.x)",
    "local $a = {} setmetatable($a, { __index = $a }) got(function() return $a.x end) setmetatable($a, { __newindex = $a }) got(function() $a.x = 1 end)",
    "local $a = setmetatable({}, { __call = setmetatable({}, { __call = function(...) return select('#', ...), (select(-1, ...)) end }) }) got($a, @e, @e) got(function() return $a(@e) end) got(function() local b = setmetatable({}, { __call = @e }) return b(1) end)",
    "local $a = setmetatable({}, { __index = @e, __newindex = @e }) got(function() return $a.x end) got(function() $a.x = @e return rawget($a, 'x') end) got(function() return $a[@e] end)",
    "got(tostring, setmetatable({}, { __tostring = function() return @e end })) got(tostring, setmetatable({}, { __name = @s })) got(getmetatable, setmetatable({}, { __metatable = @e })) got(setmetatable, setmetatable({}, { __metatable = 1 }), {})",
    "local $a = setmetatable({}, { __index = function(_, k) return k * 2 end, __len = function() return @j end }) got(table.concat, $a, ',') got(table.unpack, $a) got(function() return #$a end) got(table.insert, $a, @e) got(next, $a) got(ipairs($a), $a, 3)",
    "local $log = {} local $p = setmetatable({}, { __index = function(_, k) return rawget($log, k) end, __newindex = function(_, k, v) out('set', k, v) rawset($log, k, v) end, __len = function() return #$log end }) got(table.insert, $p, 5) got(table.insert, $p, 1, 6) got(table.remove, $p, 1) got(table.sort, $p) out($log)",
    "local $c = { __eq = function(a, b) return rawget(a, 1) == rawget(b, 1) end } local $a, $b = setmetatable({ @e }, $c), setmetatable({ @e }, $c) out($a == $b, $a ~= $b, rawequal($a, $b), $a == 1, $a == {})",
    "local $base = { __lt = function(a, b) return a.v < b.v end, __concat = function(a, b) return 'joined' end } local $a, $b = setmetatable({ v = @N }, $base), setmetatable({ v = @N }, $base) out($a < $b, $a > $b, $a .. $b, 1 .. $a, $a .. 'x') got(function() return $a <= $b end)",
];

const NAMES: &[&str] = &[
    "local $t = { a = {} } got(function() return $t.a.b.c end) got(function() return $t.x.y end) got(function() $t.a.b() end) got(function() $t:nope() end)",
    "local $t = { a = {} } got(function() return undefined_thing.x end) got(function() return #$t.q end) got(function() return $t.a .. 'x' end) got(function() return -$t end)",
    "local $t = {} got(function() return $t < 1 end) got(function() return $t + $t.zz end) got(function() return (1)() end) got(function() return ('x')() end) got(function() return $t.x.y.z end)",
    "got(function() local a <const> = nil return a.b end) got(function() local a = @e return a.b.c end) got(function() local a = @e a.b.c = 1 end) got(function() local a = @e a() end)",
    "got(function() return @e < @e end) got(function() return @e + @e end) got(function() return @e .. @e end) got(function() return @e & @e end)",
    "got(function() return (@e)(@e) end) got(function() return @e[@e] end) got(function() for i = @e, @e, @e do break end end) got(function() for k in @e do break end end)",
    "local $t = {} got(function() $t[@e] = 1 end) got(function() $t[@e][@e] = 1 end) got(function() $t[nil] = @e end) got(function() return $t[nil], $t[0/0] end) got(rawset, $t, nil, 1)",
    "local $s = @s got(function() return $s.x.y end) got(function() return $s:nope() end) got(function() return $s.len, $s:len() end) got(function() $s.x = 1 end) got(function() return ($s):rep(2, ','):upper() end)",
    "got(function() local function $f(a) return a.x end return $f(@e) end) got(function() local $g = function(a) return a.x + 1 end return 1 + $g({}) end) got(function() return string.rep() end) got(function() return ('x'):rep({}) end) got(function() return math.floor({}) end)",
    "got(function() error() end) got(function() error(nil) end) got(function() error(@e, 2) end) got(function() assert(@b, @e) end) got(function() assert() end) got(function() assert(nil) end) got(function() error(setmetatable({}, { __tostring = function() return 'e' end })) end)",
];

const STRINGS: &[&str] = &[
    "got(string.find, @s, @p, @j) got(string.find, @s, @s, @j, true) got(string.match, @s, @p, @j)",
    "got(string.gsub, @s, @p, @r) got(string.gsub, @s, @p, @r, @j) got(string.gsub, @s, '^' .. @p, @r)",
    "for a, b in string.gmatch(@s, @p) do out(a, b) end got(function() for a in string.gmatch(@s, @p, @j) do out(a) end end)",
    "got(string.format, @w, @N) got(string.format, @w, @t) got(string.format, @w, @s) got(string.format, @w)",
    "got(string.format, @w .. @w, @N, @s) got(string.format, '%5.1f|%-8d|%+.3e', @N, @I, @N) got(string.format, '%q', @N) got(string.format, '%', 1)",
    "got(string.rep, @s, @j, @s) got(string.byte, @s, @j, @j) got(string.sub, @s, @j, @j) got(string.char, @j, @I)",
    "got(string.pack, @k, @N) got(string.pack, @k .. @k, @I, @N) got(string.unpack, @k, @s, @j) got(string.packsize, @k)",
    "got(utf8.codepoint, @s, @j, @j) got(utf8.offset, @s, @j, @j) got(utf8.len, @s, @j, @j) got(function() for p, c in utf8.codes(@s) do out(p, c) end end)",
    "out(@s < @s, @s <= @s, @s == @s, #@s, @s .. @s == @s, tostring(@N), tostring(-@N), @N .. '')",
    "local $s = '' for i = 1, 4 do $s = $s .. @s .. i end out($s, #$s) for w in $s:gmatch('%w+') do out(w) end",
];

const TABLES: &[&str] = &[
    "got(table.concat, { 1, @e, 'x' }, @s, @j, @j) got(table.concat, { 1, 2.5, 'x' }, @t) got(table.concat, @l, 1, @j)",
    "got(table.unpack, @l, @j, @j) got(table.unpack, {}, 1, 1e8) got(table.unpack, @l, math.maxinteger, math.mininteger) got(table.unpack, {}, math.mininteger, math.maxinteger)",
    "got(table.move, copied(@l), @j, @j, @j) got(table.move, copied(@l), 1, 3, 2) got(table.move, @l, @j, @j, 1, {}) got(table.move, {}, math.maxinteger, math.maxinteger + 1, 1) got(table.move, {}, 1, @j, 2, @e)",
    "local $l = { 1, 2, 3 } got(table.insert, $l, @j, @e or 0) got(table.insert, $l) got(table.insert, $l, 1, 2, 3) got(table.remove, $l, @j) got(table.remove, { 1, 2 }, @j) got(table.remove, {}, @j)",
    "local $l = { 3, 1, 2, 5, 4 } got(table.sort, $l, function(a, b) return a > b end) out($l) got(table.sort, { 1, 'x' }) got(table.sort, { 3, 2, 1 }, function(a, b) error(@e, 0) end) got(table.sort, { 3, {}, 1 }) got(table.sort, @l, @e)",
    "local $t = { a = 1, b = 2, c = 3, 4, 5, 6 } local $n = 0 for k, v in pairs($t) do $n = $n + 1 $t[k] = nil end out($n, next($t))",
    "local $t = { a = 1, b = 2, 3, 4 } for k, v in next, $t do $t[k] = v + 1 end out($t) for k in pairs($t) do if k == 'a' or k == 1 then $t[k] = nil end end out($t)",
    "local $t = {} for i = 1, 20 do $t[i] = i end for i = 1, 20, 3 do $t[#$t] = nil end out(#$t) for i = 1, 5 do $t[#$t + 1] = i end out(#$t, $t[#$t])",
    "local $t = { n = 0, [1] = 'a', [2] = 'b', 'c' } out($t[1], $t[2], #$t) $t[1.0] = 'd' $t[2^53] = 'big' out($t[1], $t[1 << 53], $t[2.0])",
    "local $t = table.pack(@e, nil, @e) out($t.n, select('#', table.unpack($t, 1, $t.n))) local a, b, c = table.unpack($t, 2, 4) out(a, b, c)",
    "local $t = setmetatable({}, { __index = function(t, k) local v = k .. '!' rawset(t, k, v) return v end }) out($t.a, $t.b, $t[1], rawget($t, 'a'), rawlen($t)) for k, v in pairs({ 1, 2, 3 }) do $t[k] = v end out($t[1], $t[2])",
];

const LIBRARY: &[&str] = &[
    "got(next, @l, 'absent') got(next, { 1 }, 1) got(next, {}) got(rawlen, @e) got(rawequal, @e, @e) got(rawequal, 1) got(rawget, @e, @e)",
    "got(select, @e, @e, @e) got(select, @j, 1, 2, 3) got(select, '#') got(ipairs) got(type) got(tostring) got(pairs, @e)",
    "got(setmetatable, {}, @e) got(setmetatable, @e, nil) got(getmetatable, @e) got(rawset, copied(@e), @e, @e)",
    "got(assert, @e, @e, @e) got(error, @e, 1) got(pcall, @e, @e) got(pcall) got(xpcall, @e, 1) got(xpcall, error, function(e) return e, 2 end, @e)",
    "got(xpcall, function() return @e + 1 end, function(e) return e .. '!' end) got(xpcall, function() error({}) end, function(e) return e.x.y end) got(xpcall, function() error('x', 0) end, function(e) error('y', 0) end)",
    "got(math.random, 3, 1) got(math.random, @I, @I, @I) out(math.type(@e), math.ult(@I, @I)) got(math.ult, 1.5, 2) got(math.type)",
    "got(os.time, { year = 2020, month = @j, day = @I & 63, hour = 12 }) got(os.date, '!%Y-%m-%d %H:%M:%S', @I & 0xffffffff) got(os.date, '!%c', 0) got(os.date, '%Ez')",
    "got(collectgarbage, 'no such option') got(os.getenv, 'no such name') got(os.rename) got(io.open, '/no/such/file') got(io.open, 'x', @s) got(io.lines, '/no/such/file') got(require, 'no.such.module' and @j)",
];

/// Only some programs change the library, since that makes the compiler careful about all of it.
const CHANGES: &[&str] = &[
    "local $old = math.floor math.floor = function(x) return 'mine', x end out(math.floor(@N)) math.floor = $old out(math.floor(@N))",
    "local $m = string local $old = $m.rep $m['rep'] = function(...) return ... end out(('x'):rep(3), string.rep('y', 2)) rawset(string, 'rep', $old) out(('x'):rep(3))",
    "local $old = tostring tostring = function(v) return 'mine' end out(tostring(@N)) tostring = $old out(tostring(@N))",
    "local $old = select local function $f() return select('#', @e, @e) end out($f()) select = function(...) return 'mine', ... end out($f()) select = $old out($f())",
    "local $old = table.unpack table.unpack = nil got(function() return table.unpack({ 1, 2 }) end) table.unpack = $old out(table.unpack({ 1, 2 }))",
    "setmetatable(_G, { __index = function(_, k) return k == 'magic' and 'found' or nil end }) out(magic, undefined_name) setmetatable(_G, nil) out(magic)",
    "local $old = math math = setmetatable({}, { __index = function(_, k) return function(...) return k, ... end end }) out(math.max(@N, 1), math.pi) math = $old out(math.max(1, 2))",
];

const CLOSURES: &[&str] = &[
    "local $f = {} for i = 1, 2 do local a = i for j = i, 3 do local b = j $f[#$f + 1] = function(d) a = a + (d or 0) b = b + a i = i + 1 return function() b = b + 1 return a, b, i, j end end end end for k, f in ipairs($f) do out(f(k)()) out(f()()) end",
    "local $f, $i = {}, 0 while $i < 4 do $i = $i + 1 local x = $i * 2 if x == 4 then goto continue end $f[#$f + 1] = function() x = x + $i return x end ::continue:: end for _, f in ipairs($f) do out(f(), f()) end",
    "local $f = {} do local k = 0 ::top:: local v = k $f[#$f + 1] = function() v = v + 1 return v, k end k = k + 1 if k < 3 then goto top end end for _, f in ipairs($f) do out(f()) out(f()) end",
    "local $x = @e local function $outer(a) local b = a return function(c) $x = c or $x b = $x return function() return a, b, $x end end end local $g = $outer(@e) local $h = $g(@e) out($h()) out($g()()) out($h())",
    "local $f = {} for k, v in pairs({ 10, 20, 30 }) do $f[k] = function() v = v + 1 k = k + 1 return k, v end end for _, f in ipairs($f) do out(f()) out(f()) end",
    "local function $c(n) local i = 0 return function() i = i + 1 if i <= n then return i end end, function() return i end end local $next, $count = $c(3) for v in $next do out(v) if v == @i then break end end out($count())",
    "local $f repeat local a = @e $f = function() a = not a return a end until $f() or true out($f(), $f())",
    "local function $f() local out, string = out, { format = function() return 'shadow' end } out(string.format('%d', 1), ('%d'):format(1)) local select = function() return 'mine' end out(select(1, 2)) end $f()",
    "do local _ENV = setmetatable({ out = out }, { __index = _G }) local math = { max = function() return 'm' end } out(math.max(1, 2), select('#', 1, 2)) x = @e out(x) end out(x, _G['sel' .. 'ect']('#', @e, @e))",
    "local function $f(...) local a, b = ... local g = function(...) a = b return ..., a end b = g(...) return a, b, select('#', ...) end out($f()) out($f(@e)) out($f(@e, @e, @e))",
    "local $a, $b, $c = @e, @e $a, $b, $c = $c, $a, $b, noted(@e) out($a, $b, $c) $a, $b = $b out($a, $b) local $d, $e = (function() return @e, @e, @e end)() out($d, $e, ((function() return 1, 2 end)()))",
    "for i = 1, 3 do for j = 1, 3 do if j == 2 then goto next end if i == 2 then goto outer end out(i, j) ::next:: end ::outer:: end for i = 3, 1, -1 do local x <const> = i if x == 2 then goto skip end out(x) ::skip:: end",
];

const CLOSING: &[&str] = &[
    "got(function() local x <close> = @e return 1 end) got(function() local x <close> = nil local y <close> = false return 2 end)",
    "got(function() for k in next, { 1, 2 }, nil, object(1) do out(k) if @b then break end end for k in next, { 1 }, nil, object(2) do return k end end)",
    "got(function() for k in next, { 1, 2 }, nil, object(1) do error(@e, 0) end end) got(function() for k in next, {}, nil, @e do end end)",
    "local function $f() local v = 1 local c <close> = setmetatable({}, { __close = function() v = 2 out('v', v) end }) return v, v + 1 end out($f())",
    "local function $f(x) local a <close> = object(1) local b <close> = setmetatable({}, { __close = function(_, e) out('b', e) error(@e, 0) end }) local c <close> = setmetatable({}, { __close = function(_, e) out('c', e) error('c', 0) end }) if x then error(@e, 0) end return 1 end got($f) got($f, true)",
    "for i = 1, 3 do local c <close> = object(i) if i == 2 then goto continue end out('body', i) ::continue:: end",
    "local $n = 0 while true do $n = $n + 1 local c <close> = object($n) if $n == 2 then break end local d <close> = object(-$n) end repeat local e <close> = object(9) until e.value == 9",
    "local function $f(n) local c <close> = object(n) if n > 0 then return $f(n - 1) end return 'bottom' end out($f(3))",
    "local $c = coroutine.wrap(function() local a <close> = object(1) for i = 1, 2 do local b <close> = setmetatable({}, { __close = function(_, e) coroutine.yield('closing', i, e) end }) coroutine.yield('body', i) end return 'end' end) for _ = 1, 6 do got($c, @e) end",
    "local $c = coroutine.create(function() local a <close> = object(1) local b <close> = setmetatable({}, { __close = function(_, e) out('b', e) error(@e, 0) end }) coroutine.yield(1) end) coroutine.resume($c) got(coroutine.close, $c) got(coroutine.close, $c) out(coroutine.status($c))",
];

const COROUTINES: &[&str] = &[
    "local $c = coroutine.wrap(function(...) error(@e) end) got($c, @e) got($c) local $d = coroutine.wrap(function() return @e .. {} end) got($d)",
    "got(coroutine.resume, coroutine.running()) got(coroutine.close, coroutine.running()) got(coroutine.yield, 1) got(coroutine.status, @e) got(coroutine.wrap, @e) got(coroutine.create) got(coroutine.isyieldable, @e)",
    "local $c $c = coroutine.create(function() out(coroutine.status($c), coroutine.isyieldable(), select(2, coroutine.running())) got(coroutine.resume, $c) got(coroutine.close, $c) local d = coroutine.wrap(function() return coroutine.status($c), coroutine.resume($c) end) out(d()) end) got(coroutine.resume, $c)",
    "local function $gen(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end local function $filter(p, g) return coroutine.wrap(function() for x in g do if p(x) then coroutine.yield(x) end end end) end for x in $filter(function(x) return x % 2 == 1 end, $gen(7)) do out(x) end",
    "local $c = coroutine.create(function(...) local n = select('#', ...) while n < 6 do n = n + select('#', coroutine.yield(n, ...)) end return @e end) for _ = 1, 4 do out(coroutine.resume($c, @e, @e)) end",
    "local $c = coroutine.wrap(function() return pcall(function() local x <close> = object(1) coroutine.yield(1) error(@e) end) end) got($c) got($c) got($c)",
    "local function $walk(t) if type(t) == 'table' then for i = 1, #t do $walk(t[i]) end else coroutine.yield(t) end end for v in coroutine.wrap(function() $walk({ 1, { 2, { 3, 4 }, 5 }, { { 6 } } }) end) do out(v) end",
    "local $co = coroutine.create(function() local ok, e = pcall(function() coroutine.yield('in') error({ code = @e }) end) coroutine.yield(e.code) return xpcall(error, function(e) return 'h', e end, @e) end) for _ = 1, 4 do got(coroutine.resume, $co) end",
];

impl Writer {
    /// One of the pieces, in a block of its own.
    pub(super) fn piece(&mut self) {
        // What stands in functions of its own sees no `...` from outside, and may run where nothing can yield.
        let was = std::mem::replace(&mut self.is_vararg, false);
        let pieces = if self.changes_library && self.random.chance(10) { CHANGES } else { *self.random.pick(PIECES) };
        let mut piece = *self.random.pick(pieces);
        while self.keeps_strings && (piece.contains("getmetatable") || piece.contains("_G")) {
            let pieces = *self.random.pick(PIECES);
            piece = *self.random.pick(pieces);
        }
        let text = self.fill(piece);
        self.line(&format!("do {text} end"));
        self.is_vararg = was;
    }
}
