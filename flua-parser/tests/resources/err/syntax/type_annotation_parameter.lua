local function f(a: string) end
