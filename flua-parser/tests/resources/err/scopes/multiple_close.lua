local a <close>, b <close> = f()
