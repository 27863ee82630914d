x = "one\
\z  
 two \ "
