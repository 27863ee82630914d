local x <const> = function() x = 1 end x = 2
