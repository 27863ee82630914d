print("nothing returned")
