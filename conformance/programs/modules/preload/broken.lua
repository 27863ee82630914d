print("broken starts") error("cannot load " .. ...)
