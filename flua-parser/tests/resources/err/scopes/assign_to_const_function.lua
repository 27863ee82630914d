local f <const> = 1
function f() end
