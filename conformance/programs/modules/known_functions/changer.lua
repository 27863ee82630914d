local changed = require "changed"
changed.f = function() return "changed f" end
