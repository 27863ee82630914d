print("loading sub.b", (...))
return { value = "value of b", parent = require "a" }
