# a mark before the comment
return 1