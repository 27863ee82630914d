#!/usr/bin/env lua
print("sub", ...)
return q, 2
