-- Counts lines, words and characters, and lists the most frequent words, of a file or of the standard input.
-- Run it with: flua run examples/word_count.lua [file]
-- stdin: The quick brown fox jumps over the lazy dog.\nThe dog sleeps; the fox doesn't.\n\nNaïve café: 3 words, or more?\n

local LIMIT = 8

local counts = { lines = 0, words = 0, bytes = 0, characters = 0, longest = "" }
local frequency, order = {}, {}

local function count(line)
  counts.lines = counts.lines + 1
  counts.bytes = counts.bytes + #line
  counts.characters = counts.characters + (utf8.len(line) or #line)
  -- A word is made of letters, digits, apostrophes and bytes of other alphabets.
  for word in line:gmatch("[%w'\x80-\xff]+") do
    counts.words = counts.words + 1
    word = word:lower()
    if not frequency[word] then
      frequency[word] = 0
      order[#order + 1] = word
    end
    frequency[word] = frequency[word] + 1
    if #word > #counts.longest then counts.longest = word end
  end
end

local source = arg and arg[1]
if source then
  local file, message = io.open(source)
  if not file then
    io.stderr:write("word_count: ", message, "\n")
    os.exit(1)
  end
  for line in file:lines("L") do count(line) end
  file:close()
else
  for line in io.lines(nil, "L") do count(line) end
end

-- Most frequent first; words of equal frequency in the order of the alphabet.
table.sort(order, function(a, b)
  if frequency[a] ~= frequency[b] then return frequency[a] > frequency[b] end
  return a < b
end)

print(("%d lines, %d words, %d bytes, %d characters"):format(counts.lines, counts.words, counts.bytes, counts.characters))
print("longest word: " .. counts.longest)
local most = frequency[order[1]] or 1
for i = 1, math.min(LIMIT, #order) do
  local word = order[i]
  print(("%3d  %-10s %s"):format(frequency[word], word, ("#"):rep(frequency[word] * 20 // most)))
end
