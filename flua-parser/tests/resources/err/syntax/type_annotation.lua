local x: number = 1
