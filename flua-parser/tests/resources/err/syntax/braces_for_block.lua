if (x) { y() }
