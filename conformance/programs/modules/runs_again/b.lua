local a = require "a"
print("b", a.id(), next_number(), calls())
