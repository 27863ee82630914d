x = 1 until y
