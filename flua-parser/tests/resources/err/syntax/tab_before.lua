	local x =		= 1
