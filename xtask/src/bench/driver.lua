do
  local ITERATIONS = 10
  local clock, format = os.clock, string.format
  local function text(v)
    if type(v) == "number" then return format("%.14g", v) end
    return (tostring(v):gsub("%s", "_"))
  end
  local times, checksum = {}, nil
  for i = 1, ITERATIONS do
    local start = clock()
    local result = run_iter(bench_n)
    times[i] = format("%.6f", clock() - start)
    if i > 1 and text(result) ~= checksum then checksum = "changes" else checksum = text(result) end
  end
  print("@bench " .. checksum .. " " .. table.concat(times, " "))
end
