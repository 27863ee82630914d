-- The rules of a shop. The host sets the global `currency` and calls the functions of the table that this chunk returns.

local shop = {}

local stock = { apple = 3, pear = 1 }
local prices = { apple = 0.5, pear = 0.75 }

-- Gives the number of pieces and what they cost together.
function shop.order(name, count)
  local have = stock[name]
  if not have then
    error { code = "unknown", name = name }
  end
  assert(count <= have, "not enough in stock")
  stock[name] = have - count
  return count, count * prices[name]
end

function shop.describe(name)
  return ("%s: %d left, %.2f %s each"):format(name, stock[name], prices[name], currency)
end

-- Calls back into the host for each thing there is, in order.
function shop.each(visit)
  local names = {}
  for name in pairs(stock) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do visit(name, stock[name]) end
end

return shop
