-- What the host calls, and what calls the host.
function nothing() end

function echo(x)
  return x
end

function call_nothing(f, n)
  for _ = 1, n do
    f()
  end
end

function call_echo(f, n)
  local sum = 0
  for i = 1, n do
    sum = sum + f(i)
  end
  return sum
end
