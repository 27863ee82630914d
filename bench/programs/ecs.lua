-- The update loop of a game: entities with components, systems over those that have all a system asks for.
bench_n = 500

local World = {}
World.__index = World

function World.new()
  return setmetatable({ entities = {}, systems = {}, next_id = 1, removed = {}, events = 0 }, World)
end

function World:spawn(components)
  components.id = self.next_id
  self.next_id = self.next_id + 1
  self.entities[#self.entities + 1] = components
  return components
end

function World:kill(entity)
  self.removed[entity.id] = true
end

function World:system(name, requirements, update)
  self.systems[#self.systems + 1] = { name = name, requirements = requirements, update = update }
end

local function matches(entity, requirements)
  for _, name in ipairs(requirements) do
    if entity[name] == nil then
      return false
    end
  end
  return true
end

function World:update(dt)
  for _, system in ipairs(self.systems) do
    for _, entity in ipairs(self.entities) do
      if matches(entity, system.requirements) then
        system.update(self, entity, dt)
      end
    end
  end
  if next(self.removed) then
    local alive = {}
    for _, entity in ipairs(self.entities) do
      if not self.removed[entity.id] then
        alive[#alive + 1] = entity
      end
    end
    self.entities = alive
    self.removed = {}
  end
end

local function make_world()
  local world = World.new()
  local seed = 42
  local function random(limit)
    seed = (seed * 16807) % 2147483647
    return seed % limit
  end

  world:system("gravity", { "velocity", "mass" }, function(_, e, dt)
    e.velocity.y = e.velocity.y - 9.81 * dt
  end)
  world:system("movement", { "position", "velocity" }, function(_, e, dt)
    local p, v = e.position, e.velocity
    p.x = p.x + v.x * dt
    p.y = p.y + v.y * dt
  end)
  world:system("bounds", { "position", "velocity" }, function(_, e)
    local p, v = e.position, e.velocity
    if p.x < 0 or p.x > 100 then
      v.x = -v.x
      p.x = math.max(0, math.min(100, p.x))
    end
    if p.y < 0 then
      p.y = -p.y
      v.y = -v.y * 0.9
    end
  end)
  world:system("health", { "health" }, function(w, e, dt)
    local health = e.health
    health.current = math.min(health.max, health.current + health.regeneration * dt)
    if e.position.y < 1 then
      health.current = health.current - 1
      w.events = w.events + 1
    end
    if health.current <= 0 then
      w:kill(e)
    end
  end)
  world:system("lifetime", { "lifetime" }, function(w, e, dt)
    e.lifetime = e.lifetime - dt
    if e.lifetime <= 0 then
      w:kill(e)
      w:spawn({
        position = { x = random(100), y = 10 + random(40) },
        velocity = { x = random(20) - 10, y = 0 },
        mass = 1,
        lifetime = 0.5 + random(100) / 50,
      })
    end
  end)

  for i = 1, 300 do
    local e = { position = { x = random(100), y = 20 + random(30) } }
    if i % 4 ~= 0 then
      e.velocity = { x = random(20) - 10, y = random(10) - 5 }
    end
    if i % 3 == 0 then
      e.mass = 1 + random(5)
    end
    if i % 2 == 0 then
      e.health = { current = 20 + random(80), max = 100, regeneration = 0.5 }
    end
    if i % 5 == 0 then
      e.lifetime = 0.5 + random(100) / 50
    end
    world:spawn(e)
  end
  return world
end

function run_iter(n)
  local world = make_world()
  for _ = 1, n do
    world:update(1 / 60)
  end
  local sum = 0
  for _, e in ipairs(world.entities) do
    sum = sum + math.floor(e.position.x * 100) + math.floor(e.position.y * 100)
  end
  return sum + world.events + world.next_id
end
