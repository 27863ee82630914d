repeat
 x()
end
