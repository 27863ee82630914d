try f()
