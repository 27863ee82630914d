x = "\u{20AC"
