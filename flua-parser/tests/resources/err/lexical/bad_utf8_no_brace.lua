x = "\u20AC"
