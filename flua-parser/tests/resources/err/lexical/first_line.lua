#!lua  with  returns
x = = 1