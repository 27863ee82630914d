for i = 1, 3 do
  for j = 1, 3 do
    if i == j then goto continue end
    if i > j then goto done end
    ::continue::
  end
end
::done::
do
  goto skip
  local x = 1
  ::skip:: ::also::
  ;
end
do ::again:: if f() then goto again end end
do ::again:: end
repeat
  if a then goto cont end
  do local z end
  ::cont::
until true
while x do ::l1:: while y do goto l1 end end
