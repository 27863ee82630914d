local t = {
  f = function(a,
 b)
 return a
}
