return function(name, parent)
  local cls = { __name = name, super = parent }
  cls.__index = cls
  cls.__tostring = function(o) return name .. "(" .. tostring(o.name) .. ")" end
  function cls.is_a(o, c) local k = getmetatable(o) while k do if k == c then return true end k = k.super end return false end
  return setmetatable(cls, { __index = parent, __call = function(c, ...) local o = setmetatable({}, c) if c.init then c.init(o, ...) end return o end })
end
