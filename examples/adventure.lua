-- A text adventure as a state machine: rooms, things, verbs. It reads commands, or plays a recorded game.
-- Run it with: flua run examples/adventure.lua [-i]

local game = { moves = 0, place = "hall", carried = {}, lit = false, over = false }

---------------------------------------------------------------- the world

local rooms = {
  hall = { title = "Hall", text = "A hall with a worn carpet.", exits = { north = "library", down = "cellar" }, things = { "lamp" } },
  library = { title = "Library", text = "Shelves up to the ceiling.", exits = { south = "hall" }, things = { "book", "key" } },
  cellar = { title = "Cellar", text = "Barrels, and a heavy door to the east.", exits = { up = "hall" }, things = {}, dark = true },
  vault = { title = "Vault", text = "Gold everywhere. You have won!", exits = {}, things = {}, final = true },
}

local things = {
  lamp = { text = "An oil lamp.", use = function()
    game.lit = not game.lit
    return game.lit and "The lamp is lit." or "The lamp goes out."
  end },
  book = { text = "It says: the lock needs light.", use = function() return "You read a page. Dry stuff." end },
  key = { text = "A rusty key.", use = function()
    if game.place ~= "cellar" then return "There is no lock here." end
    if not game.lit then return "You fumble in the dark." end
    rooms.cellar.exits.east = "vault"
    return "The door to the east swings open."
  end },
}

---------------------------------------------------------------- the rules

local function index_of(list, item)
  for i, candidate in ipairs(list) do
    if candidate == item then return i end
  end
end

local function sorted(keys)
  local list = {}
  for key in pairs(keys) do list[#list + 1] = key end
  table.sort(list)
  return list
end

local function describe()
  local room = rooms[game.place]
  if room.dark and not game.lit then return "It is pitch dark." end
  local text = { room.title .. ". " .. room.text }
  if #room.things > 0 then text[#text + 1] = "You see: " .. table.concat(room.things, ", ") .. "." end
  local exits = sorted(room.exits)
  if #exits > 0 then text[#text + 1] = "Exits: " .. table.concat(exits, ", ") .. "." end
  game.over = room.final
  return table.concat(text, " ")
end

local verbs = {}

function verbs.look() return describe() end

function verbs.go(direction)
  local target = rooms[game.place].exits[direction]
  if not target then return "You cannot go " .. (direction or "nowhere") .. "." end
  game.place = target
  return describe()
end

function verbs.take(name)
  local here = rooms[game.place].things
  local i = index_of(here, name)
  if not i then return "There is no " .. (name or "such thing") .. " here." end
  game.carried[#game.carried + 1] = table.remove(here, i)
  return "Taken."
end

function verbs.drop(name)
  local i = index_of(game.carried, name)
  if not i then return "You do not have that." end
  table.insert(rooms[game.place].things, table.remove(game.carried, i))
  return "Dropped."
end

function verbs.use(name)
  if not index_of(game.carried, name) then return "You do not have that." end
  return things[name].use()
end

function verbs.examine(name)
  local visible = index_of(game.carried, name) or index_of(rooms[game.place].things, name)
  return visible and things[name].text or "You see no such thing."
end

function verbs.inventory()
  return #game.carried == 0 and "You carry nothing." or "You carry: " .. table.concat(game.carried, ", ") .. "."
end

function verbs.quit()
  game.over = true
  return "Good bye."
end

-- Short forms: `n` for `go north`, `i` for `inventory`, and so on.
local short = { i = "inventory", l = "look", x = "examine" }
for letter, direction in pairs { n = "north", s = "south", e = "east", w = "west", u = "up", d = "down" } do
  short[letter] = "go " .. direction
  verbs[direction] = function() return verbs.go(direction) end
end

local function perform(command)
  command = command:lower():gsub("^%S+", short)
  local verb, noun = command:match("^(%a+)%s*(%a*)")
  local action = verb and rawget(verbs, verb)
  if not action then return "I do not understand." end
  game.moves = game.moves + 1
  return action(noun ~= "" and noun or nil)
end

---------------------------------------------------------------- playing

local record = [[
look; take lamp; x lamp; n; take key; examine book; take sword; s; d; use key; i; use lamp; look; use key;
sing; drop lamp; east]]

local interactive = arg and arg[1] == "-i"
local commands = interactive and io.lines() or record:gmatch("%s*([^;]+)")

print(describe())
for command in commands do
  if not interactive then print("> " .. command) end
  print(perform(command))
  if game.over then break end
end
print(("%d moves."):format(game.moves))
