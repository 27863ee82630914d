-- Functions with more variables than keep their names: those of any names share C# variables, across loops, closures and yields.
--[==[ expects
at once	805
in rounds	400	805
kept	100	45200
in one method	104	104
]==]
local function many(start, give, keep)
  local sum = start
  do local v0 = sum + 0 sum = v0 % 1009 end
  for v1 = 1, 3 do sum = (sum + v1 * 1) % 1009 end
  do local v2 = give(sum) sum = (v2 + 2) % 1009 end
  do local v3 = 'a' .. 3 sum = (sum + #v3 + give(3)) % 1009 end
  do local v4 = 4 keep[#keep + 1] = function() v4 = v4 + 1 return v4 end end
  for v5, w5 in ipairs {5, 6, 7} do sum = (sum + v5 * w5 + give(v5)) % 1009 end
  do local v6, w6 = 6.5, sum local x6 = give(6) sum = (w6 + v6 * 2 + x6) // 1 % 1009 | 0 end
  repeat local v7 = give(sum) + 7 sum = v7 % 1009 until v7 > 0
  do local v8 <const> = give(8) local w8 = v8 if w8 % 2 == 0 then local x8 = w8 sum = (sum + x8) % 1009 end end
  do local v9 = sum + 9 sum = v9 % 1009 end
  for v10 = 1, 3 do sum = (sum + v10 * 10) % 1009 end
  do local v11 = give(sum) sum = (v11 + 11) % 1009 end
  do local v12 = 'a' .. 12 sum = (sum + #v12 + give(12)) % 1009 end
  do local v13 = 13 keep[#keep + 1] = function() v13 = v13 + 1 return v13 end end
  for v14, w14 in ipairs {5, 6, 7} do sum = (sum + v14 * w14 + give(v14)) % 1009 end
  do local v15, w15 = 15.5, sum local x15 = give(15) sum = (w15 + v15 * 2 + x15) // 1 % 1009 | 0 end
  repeat local v16 = give(sum) + 16 sum = v16 % 1009 until v16 > 0
  do local v17 <const> = give(17) local w17 = v17 if w17 % 2 == 0 then local x17 = w17 sum = (sum + x17) % 1009 end end
  do local v18 = sum + 18 sum = v18 % 1009 end
  for v19 = 1, 3 do sum = (sum + v19 * 19) % 1009 end
  do local v20 = give(sum) sum = (v20 + 20) % 1009 end
  do local v21 = 'a' .. 21 sum = (sum + #v21 + give(21)) % 1009 end
  do local v22 = 22 keep[#keep + 1] = function() v22 = v22 + 1 return v22 end end
  for v23, w23 in ipairs {5, 6, 7} do sum = (sum + v23 * w23 + give(v23)) % 1009 end
  do local v24, w24 = 24.5, sum local x24 = give(24) sum = (w24 + v24 * 2 + x24) // 1 % 1009 | 0 end
  repeat local v25 = give(sum) + 25 sum = v25 % 1009 until v25 > 0
  do local v26 <const> = give(26) local w26 = v26 if w26 % 2 == 0 then local x26 = w26 sum = (sum + x26) % 1009 end end
  do local v27 = sum + 27 sum = v27 % 1009 end
  for v28 = 1, 3 do sum = (sum + v28 * 28) % 1009 end
  do local v29 = give(sum) sum = (v29 + 29) % 1009 end
  do local v30 = 'a' .. 30 sum = (sum + #v30 + give(30)) % 1009 end
  do local v31 = 31 keep[#keep + 1] = function() v31 = v31 + 1 return v31 end end
  for v32, w32 in ipairs {5, 6, 7} do sum = (sum + v32 * w32 + give(v32)) % 1009 end
  do local v33, w33 = 33.5, sum local x33 = give(33) sum = (w33 + v33 * 2 + x33) // 1 % 1009 | 0 end
  repeat local v34 = give(sum) + 34 sum = v34 % 1009 until v34 > 0
  do local v35 <const> = give(35) local w35 = v35 if w35 % 2 == 0 then local x35 = w35 sum = (sum + x35) % 1009 end end
  do local v36 = sum + 36 sum = v36 % 1009 end
  for v37 = 1, 3 do sum = (sum + v37 * 37) % 1009 end
  do local v38 = give(sum) sum = (v38 + 38) % 1009 end
  do local v39 = 'a' .. 39 sum = (sum + #v39 + give(39)) % 1009 end
  do local v40 = 40 keep[#keep + 1] = function() v40 = v40 + 1 return v40 end end
  for v41, w41 in ipairs {5, 6, 7} do sum = (sum + v41 * w41 + give(v41)) % 1009 end
  do local v42, w42 = 42.5, sum local x42 = give(42) sum = (w42 + v42 * 2 + x42) // 1 % 1009 | 0 end
  repeat local v43 = give(sum) + 43 sum = v43 % 1009 until v43 > 0
  do local v44 <const> = give(44) local w44 = v44 if w44 % 2 == 0 then local x44 = w44 sum = (sum + x44) % 1009 end end
  do local v45 = sum + 45 sum = v45 % 1009 end
  for v46 = 1, 3 do sum = (sum + v46 * 46) % 1009 end
  do local v47 = give(sum) sum = (v47 + 47) % 1009 end
  do local v48 = 'a' .. 48 sum = (sum + #v48 + give(48)) % 1009 end
  do local v49 = 49 keep[#keep + 1] = function() v49 = v49 + 1 return v49 end end
  for v50, w50 in ipairs {5, 6, 7} do sum = (sum + v50 * w50 + give(v50)) % 1009 end
  do local v51, w51 = 51.5, sum local x51 = give(51) sum = (w51 + v51 * 2 + x51) // 1 % 1009 | 0 end
  repeat local v52 = give(sum) + 52 sum = v52 % 1009 until v52 > 0
  do local v53 <const> = give(53) local w53 = v53 if w53 % 2 == 0 then local x53 = w53 sum = (sum + x53) % 1009 end end
  do local v54 = sum + 54 sum = v54 % 1009 end
  for v55 = 1, 3 do sum = (sum + v55 * 55) % 1009 end
  do local v56 = give(sum) sum = (v56 + 56) % 1009 end
  do local v57 = 'a' .. 57 sum = (sum + #v57 + give(57)) % 1009 end
  do local v58 = 58 keep[#keep + 1] = function() v58 = v58 + 1 return v58 end end
  for v59, w59 in ipairs {5, 6, 7} do sum = (sum + v59 * w59 + give(v59)) % 1009 end
  do local v60, w60 = 60.5, sum local x60 = give(60) sum = (w60 + v60 * 2 + x60) // 1 % 1009 | 0 end
  repeat local v61 = give(sum) + 61 sum = v61 % 1009 until v61 > 0
  do local v62 <const> = give(62) local w62 = v62 if w62 % 2 == 0 then local x62 = w62 sum = (sum + x62) % 1009 end end
  do local v63 = sum + 63 sum = v63 % 1009 end
  for v64 = 1, 3 do sum = (sum + v64 * 64) % 1009 end
  do local v65 = give(sum) sum = (v65 + 65) % 1009 end
  do local v66 = 'a' .. 66 sum = (sum + #v66 + give(66)) % 1009 end
  do local v67 = 67 keep[#keep + 1] = function() v67 = v67 + 1 return v67 end end
  for v68, w68 in ipairs {5, 6, 7} do sum = (sum + v68 * w68 + give(v68)) % 1009 end
  do local v69, w69 = 69.5, sum local x69 = give(69) sum = (w69 + v69 * 2 + x69) // 1 % 1009 | 0 end
  repeat local v70 = give(sum) + 70 sum = v70 % 1009 until v70 > 0
  do local v71 <const> = give(71) local w71 = v71 if w71 % 2 == 0 then local x71 = w71 sum = (sum + x71) % 1009 end end
  do local v72 = sum + 72 sum = v72 % 1009 end
  for v73 = 1, 3 do sum = (sum + v73 * 73) % 1009 end
  do local v74 = give(sum) sum = (v74 + 74) % 1009 end
  do local v75 = 'a' .. 75 sum = (sum + #v75 + give(75)) % 1009 end
  do local v76 = 76 keep[#keep + 1] = function() v76 = v76 + 1 return v76 end end
  for v77, w77 in ipairs {5, 6, 7} do sum = (sum + v77 * w77 + give(v77)) % 1009 end
  do local v78, w78 = 78.5, sum local x78 = give(78) sum = (w78 + v78 * 2 + x78) // 1 % 1009 | 0 end
  repeat local v79 = give(sum) + 79 sum = v79 % 1009 until v79 > 0
  do local v80 <const> = give(80) local w80 = v80 if w80 % 2 == 0 then local x80 = w80 sum = (sum + x80) % 1009 end end
  do local v81 = sum + 81 sum = v81 % 1009 end
  for v82 = 1, 3 do sum = (sum + v82 * 82) % 1009 end
  do local v83 = give(sum) sum = (v83 + 83) % 1009 end
  do local v84 = 'a' .. 84 sum = (sum + #v84 + give(84)) % 1009 end
  do local v85 = 85 keep[#keep + 1] = function() v85 = v85 + 1 return v85 end end
  for v86, w86 in ipairs {5, 6, 7} do sum = (sum + v86 * w86 + give(v86)) % 1009 end
  do local v87, w87 = 87.5, sum local x87 = give(87) sum = (w87 + v87 * 2 + x87) // 1 % 1009 | 0 end
  repeat local v88 = give(sum) + 88 sum = v88 % 1009 until v88 > 0
  do local v89 <const> = give(89) local w89 = v89 if w89 % 2 == 0 then local x89 = w89 sum = (sum + x89) % 1009 end end
  do local v90 = sum + 90 sum = v90 % 1009 end
  for v91 = 1, 3 do sum = (sum + v91 * 91) % 1009 end
  do local v92 = give(sum) sum = (v92 + 92) % 1009 end
  do local v93 = 'a' .. 93 sum = (sum + #v93 + give(93)) % 1009 end
  do local v94 = 94 keep[#keep + 1] = function() v94 = v94 + 1 return v94 end end
  for v95, w95 in ipairs {5, 6, 7} do sum = (sum + v95 * w95 + give(v95)) % 1009 end
  do local v96, w96 = 96.5, sum local x96 = give(96) sum = (w96 + v96 * 2 + x96) // 1 % 1009 | 0 end
  repeat local v97 = give(sum) + 97 sum = v97 % 1009 until v97 > 0
  do local v98 <const> = give(98) local w98 = v98 if w98 % 2 == 0 then local x98 = w98 sum = (sum + x98) % 1009 end end
  do local v99 = sum + 99 sum = v99 % 1009 end
  for v100 = 1, 3 do sum = (sum + v100 * 100) % 1009 end
  do local v101 = give(sum) sum = (v101 + 101) % 1009 end
  do local v102 = 'a' .. 102 sum = (sum + #v102 + give(102)) % 1009 end
  do local v103 = 103 keep[#keep + 1] = function() v103 = v103 + 1 return v103 end end
  for v104, w104 in ipairs {5, 6, 7} do sum = (sum + v104 * w104 + give(v104)) % 1009 end
  do local v105, w105 = 105.5, sum local x105 = give(105) sum = (w105 + v105 * 2 + x105) // 1 % 1009 | 0 end
  repeat local v106 = give(sum) + 106 sum = v106 % 1009 until v106 > 0
  do local v107 <const> = give(107) local w107 = v107 if w107 % 2 == 0 then local x107 = w107 sum = (sum + x107) % 1009 end end
  do local v108 = sum + 108 sum = v108 % 1009 end
  for v109 = 1, 3 do sum = (sum + v109 * 109) % 1009 end
  do local v110 = give(sum) sum = (v110 + 110) % 1009 end
  do local v111 = 'a' .. 111 sum = (sum + #v111 + give(111)) % 1009 end
  do local v112 = 112 keep[#keep + 1] = function() v112 = v112 + 1 return v112 end end
  for v113, w113 in ipairs {5, 6, 7} do sum = (sum + v113 * w113 + give(v113)) % 1009 end
  do local v114, w114 = 114.5, sum local x114 = give(114) sum = (w114 + v114 * 2 + x114) // 1 % 1009 | 0 end
  repeat local v115 = give(sum) + 115 sum = v115 % 1009 until v115 > 0
  do local v116 <const> = give(116) local w116 = v116 if w116 % 2 == 0 then local x116 = w116 sum = (sum + x116) % 1009 end end
  do local v117 = sum + 117 sum = v117 % 1009 end
  for v118 = 1, 3 do sum = (sum + v118 * 118) % 1009 end
  do local v119 = give(sum) sum = (v119 + 119) % 1009 end
  do local v120 = 'a' .. 120 sum = (sum + #v120 + give(120)) % 1009 end
  do local v121 = 121 keep[#keep + 1] = function() v121 = v121 + 1 return v121 end end
  for v122, w122 in ipairs {5, 6, 7} do sum = (sum + v122 * w122 + give(v122)) % 1009 end
  do local v123, w123 = 123.5, sum local x123 = give(123) sum = (w123 + v123 * 2 + x123) // 1 % 1009 | 0 end
  repeat local v124 = give(sum) + 124 sum = v124 % 1009 until v124 > 0
  do local v125 <const> = give(125) local w125 = v125 if w125 % 2 == 0 then local x125 = w125 sum = (sum + x125) % 1009 end end
  do local v126 = sum + 126 sum = v126 % 1009 end
  for v127 = 1, 3 do sum = (sum + v127 * 127) % 1009 end
  do local v128 = give(sum) sum = (v128 + 128) % 1009 end
  do local v129 = 'a' .. 129 sum = (sum + #v129 + give(129)) % 1009 end
  do local v130 = 130 keep[#keep + 1] = function() v130 = v130 + 1 return v130 end end
  for v131, w131 in ipairs {5, 6, 7} do sum = (sum + v131 * w131 + give(v131)) % 1009 end
  do local v132, w132 = 132.5, sum local x132 = give(132) sum = (w132 + v132 * 2 + x132) // 1 % 1009 | 0 end
  repeat local v133 = give(sum) + 133 sum = v133 % 1009 until v133 > 0
  do local v134 <const> = give(134) local w134 = v134 if w134 % 2 == 0 then local x134 = w134 sum = (sum + x134) % 1009 end end
  do local v135 = sum + 135 sum = v135 % 1009 end
  for v136 = 1, 3 do sum = (sum + v136 * 136) % 1009 end
  do local v137 = give(sum) sum = (v137 + 137) % 1009 end
  do local v138 = 'a' .. 138 sum = (sum + #v138 + give(138)) % 1009 end
  do local v139 = 139 keep[#keep + 1] = function() v139 = v139 + 1 return v139 end end
  for v140, w140 in ipairs {5, 6, 7} do sum = (sum + v140 * w140 + give(v140)) % 1009 end
  do local v141, w141 = 141.5, sum local x141 = give(141) sum = (w141 + v141 * 2 + x141) // 1 % 1009 | 0 end
  repeat local v142 = give(sum) + 142 sum = v142 % 1009 until v142 > 0
  do local v143 <const> = give(143) local w143 = v143 if w143 % 2 == 0 then local x143 = w143 sum = (sum + x143) % 1009 end end
  do local v144 = sum + 144 sum = v144 % 1009 end
  for v145 = 1, 3 do sum = (sum + v145 * 145) % 1009 end
  do local v146 = give(sum) sum = (v146 + 146) % 1009 end
  do local v147 = 'a' .. 147 sum = (sum + #v147 + give(147)) % 1009 end
  do local v148 = 148 keep[#keep + 1] = function() v148 = v148 + 1 return v148 end end
  for v149, w149 in ipairs {5, 6, 7} do sum = (sum + v149 * w149 + give(v149)) % 1009 end
  do local v150, w150 = 150.5, sum local x150 = give(150) sum = (w150 + v150 * 2 + x150) // 1 % 1009 | 0 end
  repeat local v151 = give(sum) + 151 sum = v151 % 1009 until v151 > 0
  do local v152 <const> = give(152) local w152 = v152 if w152 % 2 == 0 then local x152 = w152 sum = (sum + x152) % 1009 end end
  do local v153 = sum + 153 sum = v153 % 1009 end
  for v154 = 1, 3 do sum = (sum + v154 * 154) % 1009 end
  do local v155 = give(sum) sum = (v155 + 155) % 1009 end
  do local v156 = 'a' .. 156 sum = (sum + #v156 + give(156)) % 1009 end
  do local v157 = 157 keep[#keep + 1] = function() v157 = v157 + 1 return v157 end end
  for v158, w158 in ipairs {5, 6, 7} do sum = (sum + v158 * w158 + give(v158)) % 1009 end
  do local v159, w159 = 159.5, sum local x159 = give(159) sum = (w159 + v159 * 2 + x159) // 1 % 1009 | 0 end
  repeat local v160 = give(sum) + 160 sum = v160 % 1009 until v160 > 0
  do local v161 <const> = give(161) local w161 = v161 if w161 % 2 == 0 then local x161 = w161 sum = (sum + x161) % 1009 end end
  do local v162 = sum + 162 sum = v162 % 1009 end
  for v163 = 1, 3 do sum = (sum + v163 * 163) % 1009 end
  do local v164 = give(sum) sum = (v164 + 164) % 1009 end
  do local v165 = 'a' .. 165 sum = (sum + #v165 + give(165)) % 1009 end
  do local v166 = 166 keep[#keep + 1] = function() v166 = v166 + 1 return v166 end end
  for v167, w167 in ipairs {5, 6, 7} do sum = (sum + v167 * w167 + give(v167)) % 1009 end
  do local v168, w168 = 168.5, sum local x168 = give(168) sum = (w168 + v168 * 2 + x168) // 1 % 1009 | 0 end
  repeat local v169 = give(sum) + 169 sum = v169 % 1009 until v169 > 0
  do local v170 <const> = give(170) local w170 = v170 if w170 % 2 == 0 then local x170 = w170 sum = (sum + x170) % 1009 end end
  do local v171 = sum + 171 sum = v171 % 1009 end
  for v172 = 1, 3 do sum = (sum + v172 * 172) % 1009 end
  do local v173 = give(sum) sum = (v173 + 173) % 1009 end
  do local v174 = 'a' .. 174 sum = (sum + #v174 + give(174)) % 1009 end
  do local v175 = 175 keep[#keep + 1] = function() v175 = v175 + 1 return v175 end end
  for v176, w176 in ipairs {5, 6, 7} do sum = (sum + v176 * w176 + give(v176)) % 1009 end
  do local v177, w177 = 177.5, sum local x177 = give(177) sum = (w177 + v177 * 2 + x177) // 1 % 1009 | 0 end
  repeat local v178 = give(sum) + 178 sum = v178 % 1009 until v178 > 0
  do local v179 <const> = give(179) local w179 = v179 if w179 % 2 == 0 then local x179 = w179 sum = (sum + x179) % 1009 end end
  do local v180 = sum + 180 sum = v180 % 1009 end
  for v181 = 1, 3 do sum = (sum + v181 * 181) % 1009 end
  do local v182 = give(sum) sum = (v182 + 182) % 1009 end
  do local v183 = 'a' .. 183 sum = (sum + #v183 + give(183)) % 1009 end
  do local v184 = 184 keep[#keep + 1] = function() v184 = v184 + 1 return v184 end end
  for v185, w185 in ipairs {5, 6, 7} do sum = (sum + v185 * w185 + give(v185)) % 1009 end
  do local v186, w186 = 186.5, sum local x186 = give(186) sum = (w186 + v186 * 2 + x186) // 1 % 1009 | 0 end
  repeat local v187 = give(sum) + 187 sum = v187 % 1009 until v187 > 0
  do local v188 <const> = give(188) local w188 = v188 if w188 % 2 == 0 then local x188 = w188 sum = (sum + x188) % 1009 end end
  do local v189 = sum + 189 sum = v189 % 1009 end
  for v190 = 1, 3 do sum = (sum + v190 * 190) % 1009 end
  do local v191 = give(sum) sum = (v191 + 191) % 1009 end
  do local v192 = 'a' .. 192 sum = (sum + #v192 + give(192)) % 1009 end
  do local v193 = 193 keep[#keep + 1] = function() v193 = v193 + 1 return v193 end end
  for v194, w194 in ipairs {5, 6, 7} do sum = (sum + v194 * w194 + give(v194)) % 1009 end
  do local v195, w195 = 195.5, sum local x195 = give(195) sum = (w195 + v195 * 2 + x195) // 1 % 1009 | 0 end
  repeat local v196 = give(sum) + 196 sum = v196 % 1009 until v196 > 0
  do local v197 <const> = give(197) local w197 = v197 if w197 % 2 == 0 then local x197 = w197 sum = (sum + x197) % 1009 end end
  do local v198 = sum + 198 sum = v198 % 1009 end
  for v199 = 1, 3 do sum = (sum + v199 * 199) % 1009 end
  do local v200 = give(sum) sum = (v200 + 200) % 1009 end
  do local v201 = 'a' .. 201 sum = (sum + #v201 + give(201)) % 1009 end
  do local v202 = 202 keep[#keep + 1] = function() v202 = v202 + 1 return v202 end end
  for v203, w203 in ipairs {5, 6, 7} do sum = (sum + v203 * w203 + give(v203)) % 1009 end
  do local v204, w204 = 204.5, sum local x204 = give(204) sum = (w204 + v204 * 2 + x204) // 1 % 1009 | 0 end
  repeat local v205 = give(sum) + 205 sum = v205 % 1009 until v205 > 0
  do local v206 <const> = give(206) local w206 = v206 if w206 % 2 == 0 then local x206 = w206 sum = (sum + x206) % 1009 end end
  do local v207 = sum + 207 sum = v207 % 1009 end
  for v208 = 1, 3 do sum = (sum + v208 * 208) % 1009 end
  do local v209 = give(sum) sum = (v209 + 209) % 1009 end
  do local v210 = 'a' .. 210 sum = (sum + #v210 + give(210)) % 1009 end
  do local v211 = 211 keep[#keep + 1] = function() v211 = v211 + 1 return v211 end end
  for v212, w212 in ipairs {5, 6, 7} do sum = (sum + v212 * w212 + give(v212)) % 1009 end
  do local v213, w213 = 213.5, sum local x213 = give(213) sum = (w213 + v213 * 2 + x213) // 1 % 1009 | 0 end
  repeat local v214 = give(sum) + 214 sum = v214 % 1009 until v214 > 0
  do local v215 <const> = give(215) local w215 = v215 if w215 % 2 == 0 then local x215 = w215 sum = (sum + x215) % 1009 end end
  do local v216 = sum + 216 sum = v216 % 1009 end
  for v217 = 1, 3 do sum = (sum + v217 * 217) % 1009 end
  do local v218 = give(sum) sum = (v218 + 218) % 1009 end
  do local v219 = 'a' .. 219 sum = (sum + #v219 + give(219)) % 1009 end
  do local v220 = 220 keep[#keep + 1] = function() v220 = v220 + 1 return v220 end end
  for v221, w221 in ipairs {5, 6, 7} do sum = (sum + v221 * w221 + give(v221)) % 1009 end
  do local v222, w222 = 222.5, sum local x222 = give(222) sum = (w222 + v222 * 2 + x222) // 1 % 1009 | 0 end
  repeat local v223 = give(sum) + 223 sum = v223 % 1009 until v223 > 0
  do local v224 <const> = give(224) local w224 = v224 if w224 % 2 == 0 then local x224 = w224 sum = (sum + x224) % 1009 end end
  do local v225 = sum + 225 sum = v225 % 1009 end
  for v226 = 1, 3 do sum = (sum + v226 * 226) % 1009 end
  do local v227 = give(sum) sum = (v227 + 227) % 1009 end
  do local v228 = 'a' .. 228 sum = (sum + #v228 + give(228)) % 1009 end
  do local v229 = 229 keep[#keep + 1] = function() v229 = v229 + 1 return v229 end end
  for v230, w230 in ipairs {5, 6, 7} do sum = (sum + v230 * w230 + give(v230)) % 1009 end
  do local v231, w231 = 231.5, sum local x231 = give(231) sum = (w231 + v231 * 2 + x231) // 1 % 1009 | 0 end
  repeat local v232 = give(sum) + 232 sum = v232 % 1009 until v232 > 0
  do local v233 <const> = give(233) local w233 = v233 if w233 % 2 == 0 then local x233 = w233 sum = (sum + x233) % 1009 end end
  do local v234 = sum + 234 sum = v234 % 1009 end
  for v235 = 1, 3 do sum = (sum + v235 * 235) % 1009 end
  do local v236 = give(sum) sum = (v236 + 236) % 1009 end
  do local v237 = 'a' .. 237 sum = (sum + #v237 + give(237)) % 1009 end
  do local v238 = 238 keep[#keep + 1] = function() v238 = v238 + 1 return v238 end end
  for v239, w239 in ipairs {5, 6, 7} do sum = (sum + v239 * w239 + give(v239)) % 1009 end
  do local v240, w240 = 240.5, sum local x240 = give(240) sum = (w240 + v240 * 2 + x240) // 1 % 1009 | 0 end
  repeat local v241 = give(sum) + 241 sum = v241 % 1009 until v241 > 0
  do local v242 <const> = give(242) local w242 = v242 if w242 % 2 == 0 then local x242 = w242 sum = (sum + x242) % 1009 end end
  do local v243 = sum + 243 sum = v243 % 1009 end
  for v244 = 1, 3 do sum = (sum + v244 * 244) % 1009 end
  do local v245 = give(sum) sum = (v245 + 245) % 1009 end
  do local v246 = 'a' .. 246 sum = (sum + #v246 + give(246)) % 1009 end
  do local v247 = 247 keep[#keep + 1] = function() v247 = v247 + 1 return v247 end end
  for v248, w248 in ipairs {5, 6, 7} do sum = (sum + v248 * w248 + give(v248)) % 1009 end
  do local v249, w249 = 249.5, sum local x249 = give(249) sum = (w249 + v249 * 2 + x249) // 1 % 1009 | 0 end
  repeat local v250 = give(sum) + 250 sum = v250 % 1009 until v250 > 0
  do local v251 <const> = give(251) local w251 = v251 if w251 % 2 == 0 then local x251 = w251 sum = (sum + x251) % 1009 end end
  do local v252 = sum + 252 sum = v252 % 1009 end
  for v253 = 1, 3 do sum = (sum + v253 * 253) % 1009 end
  do local v254 = give(sum) sum = (v254 + 254) % 1009 end
  do local v255 = 'a' .. 255 sum = (sum + #v255 + give(255)) % 1009 end
  do local v256 = 256 keep[#keep + 1] = function() v256 = v256 + 1 return v256 end end
  for v257, w257 in ipairs {5, 6, 7} do sum = (sum + v257 * w257 + give(v257)) % 1009 end
  do local v258, w258 = 258.5, sum local x258 = give(258) sum = (w258 + v258 * 2 + x258) // 1 % 1009 | 0 end
  repeat local v259 = give(sum) + 259 sum = v259 % 1009 until v259 > 0
  do local v260 <const> = give(260) local w260 = v260 if w260 % 2 == 0 then local x260 = w260 sum = (sum + x260) % 1009 end end
  do local v261 = sum + 261 sum = v261 % 1009 end
  for v262 = 1, 3 do sum = (sum + v262 * 262) % 1009 end
  do local v263 = give(sum) sum = (v263 + 263) % 1009 end
  do local v264 = 'a' .. 264 sum = (sum + #v264 + give(264)) % 1009 end
  do local v265 = 265 keep[#keep + 1] = function() v265 = v265 + 1 return v265 end end
  for v266, w266 in ipairs {5, 6, 7} do sum = (sum + v266 * w266 + give(v266)) % 1009 end
  do local v267, w267 = 267.5, sum local x267 = give(267) sum = (w267 + v267 * 2 + x267) // 1 % 1009 | 0 end
  repeat local v268 = give(sum) + 268 sum = v268 % 1009 until v268 > 0
  do local v269 <const> = give(269) local w269 = v269 if w269 % 2 == 0 then local x269 = w269 sum = (sum + x269) % 1009 end end
  do local v270 = sum + 270 sum = v270 % 1009 end
  for v271 = 1, 3 do sum = (sum + v271 * 271) % 1009 end
  do local v272 = give(sum) sum = (v272 + 272) % 1009 end
  do local v273 = 'a' .. 273 sum = (sum + #v273 + give(273)) % 1009 end
  do local v274 = 274 keep[#keep + 1] = function() v274 = v274 + 1 return v274 end end
  for v275, w275 in ipairs {5, 6, 7} do sum = (sum + v275 * w275 + give(v275)) % 1009 end
  do local v276, w276 = 276.5, sum local x276 = give(276) sum = (w276 + v276 * 2 + x276) // 1 % 1009 | 0 end
  repeat local v277 = give(sum) + 277 sum = v277 % 1009 until v277 > 0
  do local v278 <const> = give(278) local w278 = v278 if w278 % 2 == 0 then local x278 = w278 sum = (sum + x278) % 1009 end end
  do local v279 = sum + 279 sum = v279 % 1009 end
  for v280 = 1, 3 do sum = (sum + v280 * 280) % 1009 end
  do local v281 = give(sum) sum = (v281 + 281) % 1009 end
  do local v282 = 'a' .. 282 sum = (sum + #v282 + give(282)) % 1009 end
  do local v283 = 283 keep[#keep + 1] = function() v283 = v283 + 1 return v283 end end
  for v284, w284 in ipairs {5, 6, 7} do sum = (sum + v284 * w284 + give(v284)) % 1009 end
  do local v285, w285 = 285.5, sum local x285 = give(285) sum = (w285 + v285 * 2 + x285) // 1 % 1009 | 0 end
  repeat local v286 = give(sum) + 286 sum = v286 % 1009 until v286 > 0
  do local v287 <const> = give(287) local w287 = v287 if w287 % 2 == 0 then local x287 = w287 sum = (sum + x287) % 1009 end end
  do local v288 = sum + 288 sum = v288 % 1009 end
  for v289 = 1, 3 do sum = (sum + v289 * 289) % 1009 end
  do local v290 = give(sum) sum = (v290 + 290) % 1009 end
  do local v291 = 'a' .. 291 sum = (sum + #v291 + give(291)) % 1009 end
  do local v292 = 292 keep[#keep + 1] = function() v292 = v292 + 1 return v292 end end
  for v293, w293 in ipairs {5, 6, 7} do sum = (sum + v293 * w293 + give(v293)) % 1009 end
  do local v294, w294 = 294.5, sum local x294 = give(294) sum = (w294 + v294 * 2 + x294) // 1 % 1009 | 0 end
  repeat local v295 = give(sum) + 295 sum = v295 % 1009 until v295 > 0
  do local v296 <const> = give(296) local w296 = v296 if w296 % 2 == 0 then local x296 = w296 sum = (sum + x296) % 1009 end end
  do local v297 = sum + 297 sum = v297 % 1009 end
  for v298 = 1, 3 do sum = (sum + v298 * 298) % 1009 end
  do local v299 = give(sum) sum = (v299 + 299) % 1009 end
  do local v300 = 'a' .. 300 sum = (sum + #v300 + give(300)) % 1009 end
  do local v301 = 301 keep[#keep + 1] = function() v301 = v301 + 1 return v301 end end
  for v302, w302 in ipairs {5, 6, 7} do sum = (sum + v302 * w302 + give(v302)) % 1009 end
  do local v303, w303 = 303.5, sum local x303 = give(303) sum = (w303 + v303 * 2 + x303) // 1 % 1009 | 0 end
  repeat local v304 = give(sum) + 304 sum = v304 % 1009 until v304 > 0
  do local v305 <const> = give(305) local w305 = v305 if w305 % 2 == 0 then local x305 = w305 sum = (sum + x305) % 1009 end end
  do local v306 = sum + 306 sum = v306 % 1009 end
  for v307 = 1, 3 do sum = (sum + v307 * 307) % 1009 end
  do local v308 = give(sum) sum = (v308 + 308) % 1009 end
  do local v309 = 'a' .. 309 sum = (sum + #v309 + give(309)) % 1009 end
  do local v310 = 310 keep[#keep + 1] = function() v310 = v310 + 1 return v310 end end
  for v311, w311 in ipairs {5, 6, 7} do sum = (sum + v311 * w311 + give(v311)) % 1009 end
  do local v312, w312 = 312.5, sum local x312 = give(312) sum = (w312 + v312 * 2 + x312) // 1 % 1009 | 0 end
  repeat local v313 = give(sum) + 313 sum = v313 % 1009 until v313 > 0
  do local v314 <const> = give(314) local w314 = v314 if w314 % 2 == 0 then local x314 = w314 sum = (sum + x314) % 1009 end end
  do local v315 = sum + 315 sum = v315 % 1009 end
  for v316 = 1, 3 do sum = (sum + v316 * 316) % 1009 end
  do local v317 = give(sum) sum = (v317 + 317) % 1009 end
  do local v318 = 'a' .. 318 sum = (sum + #v318 + give(318)) % 1009 end
  do local v319 = 319 keep[#keep + 1] = function() v319 = v319 + 1 return v319 end end
  for v320, w320 in ipairs {5, 6, 7} do sum = (sum + v320 * w320 + give(v320)) % 1009 end
  do local v321, w321 = 321.5, sum local x321 = give(321) sum = (w321 + v321 * 2 + x321) // 1 % 1009 | 0 end
  repeat local v322 = give(sum) + 322 sum = v322 % 1009 until v322 > 0
  do local v323 <const> = give(323) local w323 = v323 if w323 % 2 == 0 then local x323 = w323 sum = (sum + x323) % 1009 end end
  do local v324 = sum + 324 sum = v324 % 1009 end
  for v325 = 1, 3 do sum = (sum + v325 * 325) % 1009 end
  do local v326 = give(sum) sum = (v326 + 326) % 1009 end
  do local v327 = 'a' .. 327 sum = (sum + #v327 + give(327)) % 1009 end
  do local v328 = 328 keep[#keep + 1] = function() v328 = v328 + 1 return v328 end end
  for v329, w329 in ipairs {5, 6, 7} do sum = (sum + v329 * w329 + give(v329)) % 1009 end
  do local v330, w330 = 330.5, sum local x330 = give(330) sum = (w330 + v330 * 2 + x330) // 1 % 1009 | 0 end
  repeat local v331 = give(sum) + 331 sum = v331 % 1009 until v331 > 0
  do local v332 <const> = give(332) local w332 = v332 if w332 % 2 == 0 then local x332 = w332 sum = (sum + x332) % 1009 end end
  do local v333 = sum + 333 sum = v333 % 1009 end
  for v334 = 1, 3 do sum = (sum + v334 * 334) % 1009 end
  do local v335 = give(sum) sum = (v335 + 335) % 1009 end
  do local v336 = 'a' .. 336 sum = (sum + #v336 + give(336)) % 1009 end
  do local v337 = 337 keep[#keep + 1] = function() v337 = v337 + 1 return v337 end end
  for v338, w338 in ipairs {5, 6, 7} do sum = (sum + v338 * w338 + give(v338)) % 1009 end
  do local v339, w339 = 339.5, sum local x339 = give(339) sum = (w339 + v339 * 2 + x339) // 1 % 1009 | 0 end
  repeat local v340 = give(sum) + 340 sum = v340 % 1009 until v340 > 0
  do local v341 <const> = give(341) local w341 = v341 if w341 % 2 == 0 then local x341 = w341 sum = (sum + x341) % 1009 end end
  do local v342 = sum + 342 sum = v342 % 1009 end
  for v343 = 1, 3 do sum = (sum + v343 * 343) % 1009 end
  do local v344 = give(sum) sum = (v344 + 344) % 1009 end
  do local v345 = 'a' .. 345 sum = (sum + #v345 + give(345)) % 1009 end
  do local v346 = 346 keep[#keep + 1] = function() v346 = v346 + 1 return v346 end end
  for v347, w347 in ipairs {5, 6, 7} do sum = (sum + v347 * w347 + give(v347)) % 1009 end
  do local v348, w348 = 348.5, sum local x348 = give(348) sum = (w348 + v348 * 2 + x348) // 1 % 1009 | 0 end
  repeat local v349 = give(sum) + 349 sum = v349 % 1009 until v349 > 0
  do local v350 <const> = give(350) local w350 = v350 if w350 % 2 == 0 then local x350 = w350 sum = (sum + x350) % 1009 end end
  do local v351 = sum + 351 sum = v351 % 1009 end
  for v352 = 1, 3 do sum = (sum + v352 * 352) % 1009 end
  do local v353 = give(sum) sum = (v353 + 353) % 1009 end
  do local v354 = 'a' .. 354 sum = (sum + #v354 + give(354)) % 1009 end
  do local v355 = 355 keep[#keep + 1] = function() v355 = v355 + 1 return v355 end end
  for v356, w356 in ipairs {5, 6, 7} do sum = (sum + v356 * w356 + give(v356)) % 1009 end
  do local v357, w357 = 357.5, sum local x357 = give(357) sum = (w357 + v357 * 2 + x357) // 1 % 1009 | 0 end
  repeat local v358 = give(sum) + 358 sum = v358 % 1009 until v358 > 0
  do local v359 <const> = give(359) local w359 = v359 if w359 % 2 == 0 then local x359 = w359 sum = (sum + x359) % 1009 end end
  do local v360 = sum + 360 sum = v360 % 1009 end
  for v361 = 1, 3 do sum = (sum + v361 * 361) % 1009 end
  do local v362 = give(sum) sum = (v362 + 362) % 1009 end
  do local v363 = 'a' .. 363 sum = (sum + #v363 + give(363)) % 1009 end
  do local v364 = 364 keep[#keep + 1] = function() v364 = v364 + 1 return v364 end end
  for v365, w365 in ipairs {5, 6, 7} do sum = (sum + v365 * w365 + give(v365)) % 1009 end
  do local v366, w366 = 366.5, sum local x366 = give(366) sum = (w366 + v366 * 2 + x366) // 1 % 1009 | 0 end
  repeat local v367 = give(sum) + 367 sum = v367 % 1009 until v367 > 0
  do local v368 <const> = give(368) local w368 = v368 if w368 % 2 == 0 then local x368 = w368 sum = (sum + x368) % 1009 end end
  do local v369 = sum + 369 sum = v369 % 1009 end
  for v370 = 1, 3 do sum = (sum + v370 * 370) % 1009 end
  do local v371 = give(sum) sum = (v371 + 371) % 1009 end
  do local v372 = 'a' .. 372 sum = (sum + #v372 + give(372)) % 1009 end
  do local v373 = 373 keep[#keep + 1] = function() v373 = v373 + 1 return v373 end end
  for v374, w374 in ipairs {5, 6, 7} do sum = (sum + v374 * w374 + give(v374)) % 1009 end
  do local v375, w375 = 375.5, sum local x375 = give(375) sum = (w375 + v375 * 2 + x375) // 1 % 1009 | 0 end
  repeat local v376 = give(sum) + 376 sum = v376 % 1009 until v376 > 0
  do local v377 <const> = give(377) local w377 = v377 if w377 % 2 == 0 then local x377 = w377 sum = (sum + x377) % 1009 end end
  do local v378 = sum + 378 sum = v378 % 1009 end
  for v379 = 1, 3 do sum = (sum + v379 * 379) % 1009 end
  do local v380 = give(sum) sum = (v380 + 380) % 1009 end
  do local v381 = 'a' .. 381 sum = (sum + #v381 + give(381)) % 1009 end
  do local v382 = 382 keep[#keep + 1] = function() v382 = v382 + 1 return v382 end end
  for v383, w383 in ipairs {5, 6, 7} do sum = (sum + v383 * w383 + give(v383)) % 1009 end
  do local v384, w384 = 384.5, sum local x384 = give(384) sum = (w384 + v384 * 2 + x384) // 1 % 1009 | 0 end
  repeat local v385 = give(sum) + 385 sum = v385 % 1009 until v385 > 0
  do local v386 <const> = give(386) local w386 = v386 if w386 % 2 == 0 then local x386 = w386 sum = (sum + x386) % 1009 end end
  do local v387 = sum + 387 sum = v387 % 1009 end
  for v388 = 1, 3 do sum = (sum + v388 * 388) % 1009 end
  do local v389 = give(sum) sum = (v389 + 389) % 1009 end
  do local v390 = 'a' .. 390 sum = (sum + #v390 + give(390)) % 1009 end
  do local v391 = 391 keep[#keep + 1] = function() v391 = v391 + 1 return v391 end end
  for v392, w392 in ipairs {5, 6, 7} do sum = (sum + v392 * w392 + give(v392)) % 1009 end
  do local v393, w393 = 393.5, sum local x393 = give(393) sum = (w393 + v393 * 2 + x393) // 1 % 1009 | 0 end
  repeat local v394 = give(sum) + 394 sum = v394 % 1009 until v394 > 0
  do local v395 <const> = give(395) local w395 = v395 if w395 % 2 == 0 then local x395 = w395 sum = (sum + x395) % 1009 end end
  do local v396 = sum + 396 sum = v396 % 1009 end
  for v397 = 1, 3 do sum = (sum + v397 * 397) % 1009 end
  do local v398 = give(sum) sum = (v398 + 398) % 1009 end
  do local v399 = 'a' .. 399 sum = (sum + #v399 + give(399)) % 1009 end
  do local v400 = 400 keep[#keep + 1] = function() v400 = v400 + 1 return v400 end end
  for v401, w401 in ipairs {5, 6, 7} do sum = (sum + v401 * w401 + give(v401)) % 1009 end
  do local v402, w402 = 402.5, sum local x402 = give(402) sum = (w402 + v402 * 2 + x402) // 1 % 1009 | 0 end
  repeat local v403 = give(sum) + 403 sum = v403 % 1009 until v403 > 0
  do local v404 <const> = give(404) local w404 = v404 if w404 % 2 == 0 then local x404 = w404 sum = (sum + x404) % 1009 end end
  do local v405 = sum + 405 sum = v405 % 1009 end
  for v406 = 1, 3 do sum = (sum + v406 * 406) % 1009 end
  do local v407 = give(sum) sum = (v407 + 407) % 1009 end
  do local v408 = 'a' .. 408 sum = (sum + #v408 + give(408)) % 1009 end
  do local v409 = 409 keep[#keep + 1] = function() v409 = v409 + 1 return v409 end end
  for v410, w410 in ipairs {5, 6, 7} do sum = (sum + v410 * w410 + give(v410)) % 1009 end
  do local v411, w411 = 411.5, sum local x411 = give(411) sum = (w411 + v411 * 2 + x411) // 1 % 1009 | 0 end
  repeat local v412 = give(sum) + 412 sum = v412 % 1009 until v412 > 0
  do local v413 <const> = give(413) local w413 = v413 if w413 % 2 == 0 then local x413 = w413 sum = (sum + x413) % 1009 end end
  do local v414 = sum + 414 sum = v414 % 1009 end
  for v415 = 1, 3 do sum = (sum + v415 * 415) % 1009 end
  do local v416 = give(sum) sum = (v416 + 416) % 1009 end
  do local v417 = 'a' .. 417 sum = (sum + #v417 + give(417)) % 1009 end
  do local v418 = 418 keep[#keep + 1] = function() v418 = v418 + 1 return v418 end end
  for v419, w419 in ipairs {5, 6, 7} do sum = (sum + v419 * w419 + give(v419)) % 1009 end
  do local v420, w420 = 420.5, sum local x420 = give(420) sum = (w420 + v420 * 2 + x420) // 1 % 1009 | 0 end
  repeat local v421 = give(sum) + 421 sum = v421 % 1009 until v421 > 0
  do local v422 <const> = give(422) local w422 = v422 if w422 % 2 == 0 then local x422 = w422 sum = (sum + x422) % 1009 end end
  do local v423 = sum + 423 sum = v423 % 1009 end
  for v424 = 1, 3 do sum = (sum + v424 * 424) % 1009 end
  do local v425 = give(sum) sum = (v425 + 425) % 1009 end
  do local v426 = 'a' .. 426 sum = (sum + #v426 + give(426)) % 1009 end
  do local v427 = 427 keep[#keep + 1] = function() v427 = v427 + 1 return v427 end end
  for v428, w428 in ipairs {5, 6, 7} do sum = (sum + v428 * w428 + give(v428)) % 1009 end
  do local v429, w429 = 429.5, sum local x429 = give(429) sum = (w429 + v429 * 2 + x429) // 1 % 1009 | 0 end
  repeat local v430 = give(sum) + 430 sum = v430 % 1009 until v430 > 0
  do local v431 <const> = give(431) local w431 = v431 if w431 % 2 == 0 then local x431 = w431 sum = (sum + x431) % 1009 end end
  do local v432 = sum + 432 sum = v432 % 1009 end
  for v433 = 1, 3 do sum = (sum + v433 * 433) % 1009 end
  do local v434 = give(sum) sum = (v434 + 434) % 1009 end
  do local v435 = 'a' .. 435 sum = (sum + #v435 + give(435)) % 1009 end
  do local v436 = 436 keep[#keep + 1] = function() v436 = v436 + 1 return v436 end end
  for v437, w437 in ipairs {5, 6, 7} do sum = (sum + v437 * w437 + give(v437)) % 1009 end
  do local v438, w438 = 438.5, sum local x438 = give(438) sum = (w438 + v438 * 2 + x438) // 1 % 1009 | 0 end
  repeat local v439 = give(sum) + 439 sum = v439 % 1009 until v439 > 0
  do local v440 <const> = give(440) local w440 = v440 if w440 % 2 == 0 then local x440 = w440 sum = (sum + x440) % 1009 end end
  do local v441 = sum + 441 sum = v441 % 1009 end
  for v442 = 1, 3 do sum = (sum + v442 * 442) % 1009 end
  do local v443 = give(sum) sum = (v443 + 443) % 1009 end
  do local v444 = 'a' .. 444 sum = (sum + #v444 + give(444)) % 1009 end
  do local v445 = 445 keep[#keep + 1] = function() v445 = v445 + 1 return v445 end end
  for v446, w446 in ipairs {5, 6, 7} do sum = (sum + v446 * w446 + give(v446)) % 1009 end
  do local v447, w447 = 447.5, sum local x447 = give(447) sum = (w447 + v447 * 2 + x447) // 1 % 1009 | 0 end
  repeat local v448 = give(sum) + 448 sum = v448 % 1009 until v448 > 0
  do local v449 <const> = give(449) local w449 = v449 if w449 % 2 == 0 then local x449 = w449 sum = (sum + x449) % 1009 end end
  return sum
end
local function one_method(sum, give)
  do local a0 = give(sum) local b0 = 0 sum = (a0 + b0) % 1009 end
  do local a1 = give(sum) local b1 = 1 sum = (a1 + b1) % 1009 end
  do local a2 = give(sum) local b2 = 2 sum = (a2 + b2) % 1009 end
  do local a3 = give(sum) local b3 = 3 sum = (a3 + b3) % 1009 end
  do local a4 = give(sum) local b4 = 4 sum = (a4 + b4) % 1009 end
  do local a5 = give(sum) local b5 = 5 sum = (a5 + b5) % 1009 end
  do local a6 = give(sum) local b6 = 6 sum = (a6 + b6) % 1009 end
  do local a7 = give(sum) local b7 = 7 sum = (a7 + b7) % 1009 end
  do local a8 = give(sum) local b8 = 8 sum = (a8 + b8) % 1009 end
  do local a9 = give(sum) local b9 = 9 sum = (a9 + b9) % 1009 end
  do local a10 = give(sum) local b10 = 10 sum = (a10 + b10) % 1009 end
  do local a11 = give(sum) local b11 = 11 sum = (a11 + b11) % 1009 end
  do local a12 = give(sum) local b12 = 12 sum = (a12 + b12) % 1009 end
  do local a13 = give(sum) local b13 = 13 sum = (a13 + b13) % 1009 end
  do local a14 = give(sum) local b14 = 14 sum = (a14 + b14) % 1009 end
  do local a15 = give(sum) local b15 = 15 sum = (a15 + b15) % 1009 end
  do local a16 = give(sum) local b16 = 16 sum = (a16 + b16) % 1009 end
  do local a17 = give(sum) local b17 = 17 sum = (a17 + b17) % 1009 end
  do local a18 = give(sum) local b18 = 18 sum = (a18 + b18) % 1009 end
  do local a19 = give(sum) local b19 = 19 sum = (a19 + b19) % 1009 end
  do local a20 = give(sum) local b20 = 20 sum = (a20 + b20) % 1009 end
  do local a21 = give(sum) local b21 = 21 sum = (a21 + b21) % 1009 end
  do local a22 = give(sum) local b22 = 22 sum = (a22 + b22) % 1009 end
  do local a23 = give(sum) local b23 = 23 sum = (a23 + b23) % 1009 end
  do local a24 = give(sum) local b24 = 24 sum = (a24 + b24) % 1009 end
  do local a25 = give(sum) local b25 = 25 sum = (a25 + b25) % 1009 end
  do local a26 = give(sum) local b26 = 26 sum = (a26 + b26) % 1009 end
  do local a27 = give(sum) local b27 = 27 sum = (a27 + b27) % 1009 end
  do local a28 = give(sum) local b28 = 28 sum = (a28 + b28) % 1009 end
  do local a29 = give(sum) local b29 = 29 sum = (a29 + b29) % 1009 end
  do local a30 = give(sum) local b30 = 30 sum = (a30 + b30) % 1009 end
  do local a31 = give(sum) local b31 = 31 sum = (a31 + b31) % 1009 end
  do local a32 = give(sum) local b32 = 32 sum = (a32 + b32) % 1009 end
  do local a33 = give(sum) local b33 = 33 sum = (a33 + b33) % 1009 end
  do local a34 = give(sum) local b34 = 34 sum = (a34 + b34) % 1009 end
  do local a35 = give(sum) local b35 = 35 sum = (a35 + b35) % 1009 end
  do local a36 = give(sum) local b36 = 36 sum = (a36 + b36) % 1009 end
  do local a37 = give(sum) local b37 = 37 sum = (a37 + b37) % 1009 end
  do local a38 = give(sum) local b38 = 38 sum = (a38 + b38) % 1009 end
  do local a39 = give(sum) local b39 = 39 sum = (a39 + b39) % 1009 end
  do local a40 = give(sum) local b40 = 40 sum = (a40 + b40) % 1009 end
  do local a41 = give(sum) local b41 = 41 sum = (a41 + b41) % 1009 end
  do local a42 = give(sum) local b42 = 42 sum = (a42 + b42) % 1009 end
  do local a43 = give(sum) local b43 = 43 sum = (a43 + b43) % 1009 end
  do local a44 = give(sum) local b44 = 44 sum = (a44 + b44) % 1009 end
  do local a45 = give(sum) local b45 = 45 sum = (a45 + b45) % 1009 end
  do local a46 = give(sum) local b46 = 46 sum = (a46 + b46) % 1009 end
  do local a47 = give(sum) local b47 = 47 sum = (a47 + b47) % 1009 end
  do local a48 = give(sum) local b48 = 48 sum = (a48 + b48) % 1009 end
  do local a49 = give(sum) local b49 = 49 sum = (a49 + b49) % 1009 end
  do local a50 = give(sum) local b50 = 50 sum = (a50 + b50) % 1009 end
  do local a51 = give(sum) local b51 = 51 sum = (a51 + b51) % 1009 end
  do local a52 = give(sum) local b52 = 52 sum = (a52 + b52) % 1009 end
  do local a53 = give(sum) local b53 = 53 sum = (a53 + b53) % 1009 end
  do local a54 = give(sum) local b54 = 54 sum = (a54 + b54) % 1009 end
  do local a55 = give(sum) local b55 = 55 sum = (a55 + b55) % 1009 end
  do local a56 = give(sum) local b56 = 56 sum = (a56 + b56) % 1009 end
  do local a57 = give(sum) local b57 = 57 sum = (a57 + b57) % 1009 end
  do local a58 = give(sum) local b58 = 58 sum = (a58 + b58) % 1009 end
  do local a59 = give(sum) local b59 = 59 sum = (a59 + b59) % 1009 end
  do local a60 = give(sum) local b60 = 60 sum = (a60 + b60) % 1009 end
  do local a61 = give(sum) local b61 = 61 sum = (a61 + b61) % 1009 end
  do local a62 = give(sum) local b62 = 62 sum = (a62 + b62) % 1009 end
  do local a63 = give(sum) local b63 = 63 sum = (a63 + b63) % 1009 end
  do local a64 = give(sum) local b64 = 64 sum = (a64 + b64) % 1009 end
  do local a65 = give(sum) local b65 = 65 sum = (a65 + b65) % 1009 end
  do local a66 = give(sum) local b66 = 66 sum = (a66 + b66) % 1009 end
  do local a67 = give(sum) local b67 = 67 sum = (a67 + b67) % 1009 end
  do local a68 = give(sum) local b68 = 68 sum = (a68 + b68) % 1009 end
  do local a69 = give(sum) local b69 = 69 sum = (a69 + b69) % 1009 end
  do local a70 = give(sum) local b70 = 70 sum = (a70 + b70) % 1009 end
  do local a71 = give(sum) local b71 = 71 sum = (a71 + b71) % 1009 end
  do local a72 = give(sum) local b72 = 72 sum = (a72 + b72) % 1009 end
  do local a73 = give(sum) local b73 = 73 sum = (a73 + b73) % 1009 end
  do local a74 = give(sum) local b74 = 74 sum = (a74 + b74) % 1009 end
  do local a75 = give(sum) local b75 = 75 sum = (a75 + b75) % 1009 end
  do local a76 = give(sum) local b76 = 76 sum = (a76 + b76) % 1009 end
  do local a77 = give(sum) local b77 = 77 sum = (a77 + b77) % 1009 end
  do local a78 = give(sum) local b78 = 78 sum = (a78 + b78) % 1009 end
  do local a79 = give(sum) local b79 = 79 sum = (a79 + b79) % 1009 end
  do local a80 = give(sum) local b80 = 80 sum = (a80 + b80) % 1009 end
  do local a81 = give(sum) local b81 = 81 sum = (a81 + b81) % 1009 end
  do local a82 = give(sum) local b82 = 82 sum = (a82 + b82) % 1009 end
  do local a83 = give(sum) local b83 = 83 sum = (a83 + b83) % 1009 end
  do local a84 = give(sum) local b84 = 84 sum = (a84 + b84) % 1009 end
  do local a85 = give(sum) local b85 = 85 sum = (a85 + b85) % 1009 end
  do local a86 = give(sum) local b86 = 86 sum = (a86 + b86) % 1009 end
  do local a87 = give(sum) local b87 = 87 sum = (a87 + b87) % 1009 end
  do local a88 = give(sum) local b88 = 88 sum = (a88 + b88) % 1009 end
  do local a89 = give(sum) local b89 = 89 sum = (a89 + b89) % 1009 end
  do local a90 = give(sum) local b90 = 90 sum = (a90 + b90) % 1009 end
  do local a91 = give(sum) local b91 = 91 sum = (a91 + b91) % 1009 end
  do local a92 = give(sum) local b92 = 92 sum = (a92 + b92) % 1009 end
  do local a93 = give(sum) local b93 = 93 sum = (a93 + b93) % 1009 end
  do local a94 = give(sum) local b94 = 94 sum = (a94 + b94) % 1009 end
  do local a95 = give(sum) local b95 = 95 sum = (a95 + b95) % 1009 end
  do local a96 = give(sum) local b96 = 96 sum = (a96 + b96) % 1009 end
  do local a97 = give(sum) local b97 = 97 sum = (a97 + b97) % 1009 end
  do local a98 = give(sum) local b98 = 98 sum = (a98 + b98) % 1009 end
  do local a99 = give(sum) local b99 = 99 sum = (a99 + b99) % 1009 end
  do local a100 = give(sum) local b100 = 100 sum = (a100 + b100) % 1009 end
  do local a101 = give(sum) local b101 = 101 sum = (a101 + b101) % 1009 end
  do local a102 = give(sum) local b102 = 102 sum = (a102 + b102) % 1009 end
  do local a103 = give(sum) local b103 = 103 sum = (a103 + b103) % 1009 end
  do local a104 = give(sum) local b104 = 104 sum = (a104 + b104) % 1009 end
  do local a105 = give(sum) local b105 = 105 sum = (a105 + b105) % 1009 end
  do local a106 = give(sum) local b106 = 106 sum = (a106 + b106) % 1009 end
  do local a107 = give(sum) local b107 = 107 sum = (a107 + b107) % 1009 end
  do local a108 = give(sum) local b108 = 108 sum = (a108 + b108) % 1009 end
  do local a109 = give(sum) local b109 = 109 sum = (a109 + b109) % 1009 end
  do local a110 = give(sum) local b110 = 110 sum = (a110 + b110) % 1009 end
  do local a111 = give(sum) local b111 = 111 sum = (a111 + b111) % 1009 end
  do local a112 = give(sum) local b112 = 112 sum = (a112 + b112) % 1009 end
  do local a113 = give(sum) local b113 = 113 sum = (a113 + b113) % 1009 end
  do local a114 = give(sum) local b114 = 114 sum = (a114 + b114) % 1009 end
  do local a115 = give(sum) local b115 = 115 sum = (a115 + b115) % 1009 end
  do local a116 = give(sum) local b116 = 116 sum = (a116 + b116) % 1009 end
  do local a117 = give(sum) local b117 = 117 sum = (a117 + b117) % 1009 end
  do local a118 = give(sum) local b118 = 118 sum = (a118 + b118) % 1009 end
  do local a119 = give(sum) local b119 = 119 sum = (a119 + b119) % 1009 end
  do local a120 = give(sum) local b120 = 120 sum = (a120 + b120) % 1009 end
  do local a121 = give(sum) local b121 = 121 sum = (a121 + b121) % 1009 end
  do local a122 = give(sum) local b122 = 122 sum = (a122 + b122) % 1009 end
  do local a123 = give(sum) local b123 = 123 sum = (a123 + b123) % 1009 end
  do local a124 = give(sum) local b124 = 124 sum = (a124 + b124) % 1009 end
  do local a125 = give(sum) local b125 = 125 sum = (a125 + b125) % 1009 end
  do local a126 = give(sum) local b126 = 126 sum = (a126 + b126) % 1009 end
  do local a127 = give(sum) local b127 = 127 sum = (a127 + b127) % 1009 end
  do local a128 = give(sum) local b128 = 128 sum = (a128 + b128) % 1009 end
  do local a129 = give(sum) local b129 = 129 sum = (a129 + b129) % 1009 end
  do local a130 = give(sum) local b130 = 130 sum = (a130 + b130) % 1009 end
  do local a131 = give(sum) local b131 = 131 sum = (a131 + b131) % 1009 end
  do local a132 = give(sum) local b132 = 132 sum = (a132 + b132) % 1009 end
  do local a133 = give(sum) local b133 = 133 sum = (a133 + b133) % 1009 end
  do local a134 = give(sum) local b134 = 134 sum = (a134 + b134) % 1009 end
  do local a135 = give(sum) local b135 = 135 sum = (a135 + b135) % 1009 end
  do local a136 = give(sum) local b136 = 136 sum = (a136 + b136) % 1009 end
  do local a137 = give(sum) local b137 = 137 sum = (a137 + b137) % 1009 end
  do local a138 = give(sum) local b138 = 138 sum = (a138 + b138) % 1009 end
  do local a139 = give(sum) local b139 = 139 sum = (a139 + b139) % 1009 end
  do local a140 = give(sum) local b140 = 140 sum = (a140 + b140) % 1009 end
  do local a141 = give(sum) local b141 = 141 sum = (a141 + b141) % 1009 end
  do local a142 = give(sum) local b142 = 142 sum = (a142 + b142) % 1009 end
  do local a143 = give(sum) local b143 = 143 sum = (a143 + b143) % 1009 end
  do local a144 = give(sum) local b144 = 144 sum = (a144 + b144) % 1009 end
  do local a145 = give(sum) local b145 = 145 sum = (a145 + b145) % 1009 end
  do local a146 = give(sum) local b146 = 146 sum = (a146 + b146) % 1009 end
  do local a147 = give(sum) local b147 = 147 sum = (a147 + b147) % 1009 end
  do local a148 = give(sum) local b148 = 148 sum = (a148 + b148) % 1009 end
  do local a149 = give(sum) local b149 = 149 sum = (a149 + b149) % 1009 end
  do local a150 = give(sum) local b150 = 150 sum = (a150 + b150) % 1009 end
  do local a151 = give(sum) local b151 = 151 sum = (a151 + b151) % 1009 end
  do local a152 = give(sum) local b152 = 152 sum = (a152 + b152) % 1009 end
  do local a153 = give(sum) local b153 = 153 sum = (a153 + b153) % 1009 end
  do local a154 = give(sum) local b154 = 154 sum = (a154 + b154) % 1009 end
  do local a155 = give(sum) local b155 = 155 sum = (a155 + b155) % 1009 end
  do local a156 = give(sum) local b156 = 156 sum = (a156 + b156) % 1009 end
  do local a157 = give(sum) local b157 = 157 sum = (a157 + b157) % 1009 end
  do local a158 = give(sum) local b158 = 158 sum = (a158 + b158) % 1009 end
  do local a159 = give(sum) local b159 = 159 sum = (a159 + b159) % 1009 end
  do local a160 = give(sum) local b160 = 160 sum = (a160 + b160) % 1009 end
  do local a161 = give(sum) local b161 = 161 sum = (a161 + b161) % 1009 end
  do local a162 = give(sum) local b162 = 162 sum = (a162 + b162) % 1009 end
  do local a163 = give(sum) local b163 = 163 sum = (a163 + b163) % 1009 end
  do local a164 = give(sum) local b164 = 164 sum = (a164 + b164) % 1009 end
  do local a165 = give(sum) local b165 = 165 sum = (a165 + b165) % 1009 end
  do local a166 = give(sum) local b166 = 166 sum = (a166 + b166) % 1009 end
  do local a167 = give(sum) local b167 = 167 sum = (a167 + b167) % 1009 end
  do local a168 = give(sum) local b168 = 168 sum = (a168 + b168) % 1009 end
  do local a169 = give(sum) local b169 = 169 sum = (a169 + b169) % 1009 end
  do local a170 = give(sum) local b170 = 170 sum = (a170 + b170) % 1009 end
  do local a171 = give(sum) local b171 = 171 sum = (a171 + b171) % 1009 end
  do local a172 = give(sum) local b172 = 172 sum = (a172 + b172) % 1009 end
  do local a173 = give(sum) local b173 = 173 sum = (a173 + b173) % 1009 end
  do local a174 = give(sum) local b174 = 174 sum = (a174 + b174) % 1009 end
  do local a175 = give(sum) local b175 = 175 sum = (a175 + b175) % 1009 end
  do local a176 = give(sum) local b176 = 176 sum = (a176 + b176) % 1009 end
  do local a177 = give(sum) local b177 = 177 sum = (a177 + b177) % 1009 end
  do local a178 = give(sum) local b178 = 178 sum = (a178 + b178) % 1009 end
  do local a179 = give(sum) local b179 = 179 sum = (a179 + b179) % 1009 end
  do local a180 = give(sum) local b180 = 180 sum = (a180 + b180) % 1009 end
  do local a181 = give(sum) local b181 = 181 sum = (a181 + b181) % 1009 end
  do local a182 = give(sum) local b182 = 182 sum = (a182 + b182) % 1009 end
  do local a183 = give(sum) local b183 = 183 sum = (a183 + b183) % 1009 end
  do local a184 = give(sum) local b184 = 184 sum = (a184 + b184) % 1009 end
  do local a185 = give(sum) local b185 = 185 sum = (a185 + b185) % 1009 end
  do local a186 = give(sum) local b186 = 186 sum = (a186 + b186) % 1009 end
  do local a187 = give(sum) local b187 = 187 sum = (a187 + b187) % 1009 end
  do local a188 = give(sum) local b188 = 188 sum = (a188 + b188) % 1009 end
  do local a189 = give(sum) local b189 = 189 sum = (a189 + b189) % 1009 end
  do local a190 = give(sum) local b190 = 190 sum = (a190 + b190) % 1009 end
  do local a191 = give(sum) local b191 = 191 sum = (a191 + b191) % 1009 end
  do local a192 = give(sum) local b192 = 192 sum = (a192 + b192) % 1009 end
  do local a193 = give(sum) local b193 = 193 sum = (a193 + b193) % 1009 end
  do local a194 = give(sum) local b194 = 194 sum = (a194 + b194) % 1009 end
  do local a195 = give(sum) local b195 = 195 sum = (a195 + b195) % 1009 end
  do local a196 = give(sum) local b196 = 196 sum = (a196 + b196) % 1009 end
  do local a197 = give(sum) local b197 = 197 sum = (a197 + b197) % 1009 end
  do local a198 = give(sum) local b198 = 198 sum = (a198 + b198) % 1009 end
  do local a199 = give(sum) local b199 = 199 sum = (a199 + b199) % 1009 end
  do local a200 = give(sum) local b200 = 200 sum = (a200 + b200) % 1009 end
  do local a201 = give(sum) local b201 = 201 sum = (a201 + b201) % 1009 end
  do local a202 = give(sum) local b202 = 202 sum = (a202 + b202) % 1009 end
  do local a203 = give(sum) local b203 = 203 sum = (a203 + b203) % 1009 end
  do local a204 = give(sum) local b204 = 204 sum = (a204 + b204) % 1009 end
  do local a205 = give(sum) local b205 = 205 sum = (a205 + b205) % 1009 end
  do local a206 = give(sum) local b206 = 206 sum = (a206 + b206) % 1009 end
  do local a207 = give(sum) local b207 = 207 sum = (a207 + b207) % 1009 end
  do local a208 = give(sum) local b208 = 208 sum = (a208 + b208) % 1009 end
  do local a209 = give(sum) local b209 = 209 sum = (a209 + b209) % 1009 end
  do local a210 = give(sum) local b210 = 210 sum = (a210 + b210) % 1009 end
  do local a211 = give(sum) local b211 = 211 sum = (a211 + b211) % 1009 end
  do local a212 = give(sum) local b212 = 212 sum = (a212 + b212) % 1009 end
  do local a213 = give(sum) local b213 = 213 sum = (a213 + b213) % 1009 end
  do local a214 = give(sum) local b214 = 214 sum = (a214 + b214) % 1009 end
  do local a215 = give(sum) local b215 = 215 sum = (a215 + b215) % 1009 end
  do local a216 = give(sum) local b216 = 216 sum = (a216 + b216) % 1009 end
  do local a217 = give(sum) local b217 = 217 sum = (a217 + b217) % 1009 end
  do local a218 = give(sum) local b218 = 218 sum = (a218 + b218) % 1009 end
  do local a219 = give(sum) local b219 = 219 sum = (a219 + b219) % 1009 end
  do local a220 = give(sum) local b220 = 220 sum = (a220 + b220) % 1009 end
  do local a221 = give(sum) local b221 = 221 sum = (a221 + b221) % 1009 end
  do local a222 = give(sum) local b222 = 222 sum = (a222 + b222) % 1009 end
  do local a223 = give(sum) local b223 = 223 sum = (a223 + b223) % 1009 end
  do local a224 = give(sum) local b224 = 224 sum = (a224 + b224) % 1009 end
  do local a225 = give(sum) local b225 = 225 sum = (a225 + b225) % 1009 end
  do local a226 = give(sum) local b226 = 226 sum = (a226 + b226) % 1009 end
  do local a227 = give(sum) local b227 = 227 sum = (a227 + b227) % 1009 end
  do local a228 = give(sum) local b228 = 228 sum = (a228 + b228) % 1009 end
  do local a229 = give(sum) local b229 = 229 sum = (a229 + b229) % 1009 end
  return sum
end
local keep = {}
local function same(x) return x end
print('at once', many(1, same, keep))

local task = coroutine.wrap(function() return 'done', many(1, function(x) return coroutine.yield(x) end, keep) end)
local what, value = task()
local rounds = 0
while what ~= 'done' do
  rounds = rounds + 1
  what, value = task(what)
end
print('in rounds', rounds, value)

local sum = 0
for round = 1, 2 do
  for i = 1, #keep do sum = sum + keep[i]() end
end
print('kept', #keep, sum)

task = coroutine.wrap(function() return 'done', one_method(3, function(x) return coroutine.yield(x) end) end)
what, value = task()
while what ~= 'done' do what, value = task(what) end
print('in one method', value, one_method(3, same))
