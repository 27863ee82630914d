while x do return; y() end
