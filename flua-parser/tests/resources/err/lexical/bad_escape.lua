x = "tab\there \q"
