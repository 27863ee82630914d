while x do
  local function f()
    break
  end
end
