-- Comparisons and arithmetic of every kind of value with nil, constants and variables that hold numbers only.
--[==[ expects
1
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
false:mixed_operands.lua:658: attempt to perform 'n%0'
false:mixed_operands.lua:658: attempt to divide by zero
true:false
true:false
true:2,0,0,2,2,1,0,2.5,0.5,0.5
true:false,false,true,true,true,false,true,true,true,false,true,false
true:false,true,true,false,false,true,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:3
2.5
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
true:-nan
true:inf
true:false
true:false
true:3.5,1.5,-1.5,5.0,5.0,0.5,1.0,4.0,-1.0,1.25
true:false,true,false,true,false,true,false,false,false,true,false,false
true:false,true,true,false,false,true,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:7.5
-0.0
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
true:-nan
true:-nan
true:false
true:false
true:1.0,-1.0,1.0,-0.0,-0.0,-0.0,-0.0,1.5,1.5,-0.0
true:true,false,true,false,true,false,true,false,false,true,false,false
true:false,true,true,false,false,true,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:0.0
-nan
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
true:-nan
true:-nan
true:false
true:false
true:-nan,-nan,-nan,-nan,-nan,-nan,-nan,-nan,-nan,-nan
true:false,false,false,false,false,false,false,false,false,true,false,false
true:false,false,false,false,false,false,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:-nan
9.007199254741e+15
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
true:-nan
true:inf
true:false
true:false
true:9.007199254741e+15,9.007199254741e+15,-9.007199254741e+15,1.8014398509482e+16,1.8014398509482e+16,0.0,4.5035996273705e+15,9.007199254741e+15,-9.007199254741e+15,4.5035996273705e+15
true:false,true,false,true,false,true,false,false,false,true,false,false
true:false,true,true,false,false,true,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:2.7021597764223e+16
9007199254740993
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
false:mixed_operands.lua:658: attempt to perform 'n%0'
false:mixed_operands.lua:658: attempt to divide by zero
true:false
true:false
true:9007199254740994,9007199254740992,-9007199254740992,18014398509481986,18014398509481986,1,4503599627370496,9.007199254741e+15,-9.007199254741e+15,4.5035996273705e+15
true:false,true,false,true,false,true,false,false,false,true,false,false
true:true,false,true,false,false,true,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:27021597764222979
9.2233720368548e+18
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
true:-nan
true:inf
true:false
true:false
true:9.2233720368548e+18,9.2233720368548e+18,-9.2233720368548e+18,1.844674407371e+19,1.844674407371e+19,0.0,4.6116860184274e+18,9.2233720368548e+18,-9.2233720368548e+18,4.6116860184274e+18
true:false,true,false,true,false,true,false,false,false,true,false,false
true:false,false,false,true,false,false,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:2.7670116110564e+19
-9.2233720368548e+18
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
true:-nan
true:-inf
true:false
true:false
true:-9.2233720368548e+18,-9.2233720368548e+18,9.2233720368548e+18,-1.844674407371e+19,-1.844674407371e+19,-0.0,-4.6116860184274e+18,-9.2233720368548e+18,9.2233720368548e+18,-4.6116860184274e+18
true:true,false,true,false,true,false,true,false,false,true,false,false
true:false,true,true,false,false,true,true
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:-2.7670116110564e+19
9223372036854775807
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
false:mixed_operands.lua:658: attempt to perform 'n%0'
false:mixed_operands.lua:658: attempt to divide by zero
true:false
true:false
true:-9223372036854775808,9223372036854775806,-9223372036854775806,-2,-2,1,4611686018427387903,9.2233720368548e+18,-9.2233720368548e+18,4.6116860184274e+18
true:false,true,false,true,false,true,false,false,false,true,false,false
true:false,false,false,true,true,false,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:9223372036854775805
-9223372036854775808
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
false:mixed_operands.lua:658: attempt to perform 'n%0'
false:mixed_operands.lua:658: attempt to divide by zero
true:false
true:false
true:-9223372036854775807,9223372036854775807,-9223372036854775807,0,0,0,-4611686018427387904,-9.2233720368548e+18,9.2233720368548e+18,-4.6116860184274e+18
true:true,false,true,false,true,false,true,false,false,true,false,false
true:false,true,true,false,false,true,true
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:-9223372036854775808
a
true
false
false
false
false
true
false
true
true
false
true
true
false:mixed_operands.lua:656: attempt to add a 'string' with a 'nil'
false:mixed_operands.lua:656: attempt to add a 'nil' with a 'string'
false:mixed_operands.lua:656: attempt to compare string with nil
false:mixed_operands.lua:656: attempt to compare nil with string
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
false:mixed_operands.lua:658: attempt to mod a 'string' with a 'number'
false:mixed_operands.lua:658: attempt to idiv a 'string' with a 'number'
true:false
true:false
false:mixed_operands.lua:659: attempt to add a 'string' with a 'number'
false:mixed_operands.lua:660: attempt to compare string with number
false:mixed_operands.lua:661: attempt to compare string with number
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
false:mixed_operands.lua:663: attempt to add a 'number' with a 'string'
7
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to add a 'string' with a 'nil'
false:mixed_operands.lua:656: attempt to add a 'nil' with a 'string'
false:mixed_operands.lua:656: attempt to compare string with nil
false:mixed_operands.lua:656: attempt to compare nil with string
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
false:attempt to perform 'n%0'
false:attempt to divide by zero
true:false
true:false
true:8,6,-6,14,14,1,3,8.5,-5.5,3.5
false:mixed_operands.lua:660: attempt to compare string with number
false:mixed_operands.lua:661: attempt to compare string with number
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:21
true
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a boolean value (upvalue 'x')
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare boolean with nil
false:mixed_operands.lua:656: attempt to compare nil with boolean
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
false:mixed_operands.lua:658: attempt to perform arithmetic on a boolean value (upvalue 'x')
false:mixed_operands.lua:658: attempt to perform arithmetic on a boolean value (upvalue 'x')
true:false
true:false
false:mixed_operands.lua:659: attempt to perform arithmetic on a boolean value (upvalue 'x')
false:mixed_operands.lua:660: attempt to compare boolean with number
false:mixed_operands.lua:661: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
false:mixed_operands.lua:663: attempt to perform arithmetic on a boolean value (upvalue 'x')
table
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a table value (upvalue 'x')
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare table with nil
false:mixed_operands.lua:656: attempt to compare nil with table
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
false:mixed_operands.lua:658: attempt to perform arithmetic on a table value (upvalue 'x')
false:mixed_operands.lua:658: attempt to perform arithmetic on a table value (upvalue 'x')
true:false
true:false
false:mixed_operands.lua:659: attempt to perform arithmetic on a table value (upvalue 'x')
false:mixed_operands.lua:660: attempt to compare table with number
false:mixed_operands.lua:661: attempt to compare table with number
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
false:mixed_operands.lua:663: attempt to perform arithmetic on a table value (upvalue 'x')
table
true
false
false
false
false
true
false
false
false
false
true
true
true:add
true:add
true:true
true:true
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
true:0
false:mixed_operands.lua:658: attempt to perform arithmetic on a table value (upvalue 'x')
true:false
true:false
false:mixed_operands.lua:659: attempt to perform arithmetic on a table value (upvalue 'x')
true:true,true,false,false,true,true,false,false,false,true,false,false
true:false,true,false,true,false,true,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:add
inf
true
false
false
false
false
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare number with nil
false:mixed_operands.lua:656: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
true:-nan
true:inf
true:false
true:false
true:inf,inf,-inf,inf,inf,-nan,inf,inf,-inf,inf
true:false,true,false,true,false,true,false,false,false,true,false,false
true:false,false,false,true,false,false,false
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
true:inf
true
false
false
true
true
true
false
false
false
false
true
true
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value (upvalue 'x')
false:mixed_operands.lua:656: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:656: attempt to compare two nil values
false:mixed_operands.lua:656: attempt to compare two nil values
false:mixed_operands.lua:657: attempt to compare nil with number
false:mixed_operands.lua:657: attempt to compare number with nil
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:657: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value
false:mixed_operands.lua:658: attempt to compare two nil values
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value (upvalue 'x')
false:mixed_operands.lua:658: attempt to perform arithmetic on a nil value (upvalue 'x')
true:true
true:true
false:mixed_operands.lua:659: attempt to perform arithmetic on a nil value (upvalue 'x')
false:mixed_operands.lua:660: attempt to compare nil with number
false:mixed_operands.lua:661: attempt to compare nil with number
false:mixed_operands.lua:662: attempt to perform arithmetic on a boolean value
false:mixed_operands.lua:662: attempt to compare boolean with number
false:mixed_operands.lua:662: attempt to compare string with number
false:mixed_operands.lua:662: attempt to compare number with string
true:11,11,7.5
false:mixed_operands.lua:663: attempt to perform arithmetic on a nil value (upvalue 'x')
]==]
local function f(x, n)
  local i, d = 3, 2.5
  for k = 1, 2 do i = i + k d = d * 2 end
  local r = {}
  r[#r+1] = i < d; r[#r+1] = d <= i; r[#r+1] = i == d; r[#r+1] = rawequal(x, nil); r[#r+1] = rawequal(nil, x); r[#r+1]=rawequal(nil,nil)
  r[#r+1] = rawequal(x, 3); r[#r+1] = rawequal(x, "a"); r[#r+1] = rawequal("a", x); r[#r+1] = rawequal(i, d); r[#r+1]=rawequal(i,6); r[#r+1]=rawequal(6.0,i)
  for _, g in ipairs{
    function() return x + nil end, function() return nil + x end, function() return x < nil end, function() return nil < x end,
    function() return nil <= 1 end, function() return 1 <= nil end, function() return 1 + nil end, function() return nil + 1 end, function() return 1.5 * nil end, function() return nil % 2 end,
    function() return nil - nil end, function() return nil < nil end, function() return x % 0 end, function() return x // 0 end, function() return x == nil end, function() return nil == x end,
    function() return x + 1, x - 1, 1 - x, x * 2, 2 * x, x % 2, x // 2, x + 1.5, 1.5 - x, x * 0.5 end,
    function() return x < 1, 1 < x, x <= 1, 1 <= x, x < 1.5, 1.5 < x, x <= 1.5, x == 1, 1 == x, x ~= 1, x == 1.0, x == "a" end,
    function() return x == 9007199254740993, x < 9007199254740993, x <= 9007199254740993, 9007199254740993 < x, x == 9223372036854775807, x < 9223372036854775807, x <= -9223372036854775807-1 end,
    function() return true + 1 end, function() return true < 1 end, function() return "a" < 1 end, function() return 1 < "a" end, function() return "10" + 1, 1 + "10", "3" * 2.5 end,
    function() local s = 0 for q = 1, 3 do s = s + x end return s end,
  } do r[#r+1] = table.concat({tostring((pcall(g)))}, "") .. ":" .. (function(ok, ...) local t = {...} for k = 1, select("#", ...) do t[k] = tostring(t[k]) end return table.concat(t, ",") end)(pcall(g)) end
  for k = 1, #r do r[k] = tostring(r[k]) end
  return table.concat(r, "\n")
end
for _, x in ipairs{1, 2.5, -0.0, 0/0, 2^53, 9007199254740993, 2^63, -2^63, math.maxinteger, math.mininteger, "a", "7", true, {}, setmetatable({}, {__add=function(a,b) return "add" end, __lt=function() return true end, __le=function() return false end, __eq=function() return true end, __mod=function(a,b) return b end}), 1/0} do
  print(type(x) == "table" and "table" or x) print((f(x):gsub("0x%x+","ADDR")))
end
print((f(nil)))
