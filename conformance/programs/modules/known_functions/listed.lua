return { a = function() return "a" end, b = function() return "b" end }
