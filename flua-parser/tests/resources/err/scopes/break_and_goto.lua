do break end goto x
