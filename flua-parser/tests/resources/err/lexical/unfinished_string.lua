x = 1
print("abc)
