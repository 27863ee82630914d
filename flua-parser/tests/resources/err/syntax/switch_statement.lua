switch x
