-- A message handler that fails is called again, inside itself, until there is no room: it hears of that, and gets a few calls more.
--[==[ expects
1	attempt to call a number value
197	failing_handlers.lua:472: C stack overflow
false	error in error handling	215
1	nil
197	failing_handlers.lua:472: C stack overflow
false	error in error handling	215
1	failing_handlers.lua:475: attempt to call a nil value (local 'x')
197	failing_handlers.lua:472: C stack overflow
false	error in error handling	215
1	failing_handlers.lua:476: bad argument #1 to 'rep' (string expected, got no value)
197	failing_handlers.lua:472: C stack overflow
false	error in error handling	215
1	failing_handlers.lua:477: deep
196	failing_handlers.lua:472: C stack overflow
false	error in error handling	214
1	nil
197	C stack overflow
false	error in error handling	215
1	nil
2	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
3	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
4	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
5	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
6	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
7	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
8	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
9	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
10	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
11	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
12	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
13	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
14	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
15	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
16	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
17	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
18	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
19	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
20	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
21	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
22	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
23	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
24	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
25	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
26	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
27	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
28	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
29	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
30	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
31	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
32	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
33	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
34	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
35	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
36	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
37	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
38	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
39	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
40	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
41	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
42	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
43	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
44	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
45	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
46	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
47	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
48	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
49	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
50	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
51	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
52	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
53	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
54	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
55	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
56	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
57	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
58	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
59	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
60	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
61	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
62	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
63	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
64	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
65	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
66	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
67	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
68	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
69	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
70	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
71	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
72	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
73	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
74	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
75	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
76	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
77	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
78	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
79	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
80	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
81	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
82	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
83	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
84	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
85	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
86	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
87	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
88	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
89	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
90	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
91	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
92	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
93	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
94	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
95	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
96	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
97	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
98	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
99	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
100	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
101	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
102	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
103	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
104	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
105	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
106	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
107	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
108	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
109	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
110	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
111	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
112	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
113	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
114	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
115	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
116	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
117	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
118	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
119	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
120	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
121	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
122	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
123	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
124	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
125	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
126	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
127	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
128	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
129	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
130	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
131	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
132	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
133	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
134	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
135	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
136	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
137	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
138	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
139	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
140	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
141	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
142	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
143	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
144	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
145	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
146	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
147	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
148	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
149	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
150	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
151	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
152	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
153	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
154	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
155	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
156	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
157	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
158	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
159	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
160	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
161	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
162	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
163	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
164	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
165	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
166	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
167	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
168	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
169	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
170	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
171	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
172	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
173	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
174	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
175	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
176	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
177	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
178	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
179	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
180	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
181	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
182	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
183	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
184	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
185	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
186	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
187	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
188	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
189	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
190	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
191	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
192	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
193	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
194	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
195	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
196	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
197	C stack overflow
198	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
199	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
200	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
201	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
202	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
203	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
204	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
205	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
206	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
207	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
208	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
209	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
210	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
211	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
212	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
213	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
214	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
215	failing_handlers.lua:479: bad argument #1 to 'rep' (string expected, got no value)
false	error in error handling	215
1	nil
2	nil
3	nil
4	nil
5	nil
6	nil
7	nil
8	nil
9	nil
10	nil
11	nil
12	nil
13	nil
14	nil
15	nil
16	nil
17	nil
18	nil
19	nil
20	nil
21	nil
22	nil
23	nil
24	nil
25	nil
26	nil
27	nil
28	nil
29	nil
30	nil
31	nil
32	nil
33	nil
34	nil
35	nil
36	nil
37	nil
38	nil
39	nil
40	nil
41	nil
42	nil
43	nil
44	nil
45	nil
46	nil
47	nil
48	nil
49	nil
50	nil
51	nil
52	nil
53	nil
54	nil
55	nil
56	nil
57	nil
58	nil
59	nil
60	nil
61	nil
62	nil
63	nil
64	nil
65	nil
66	nil
67	nil
68	nil
69	nil
70	nil
71	nil
72	nil
73	nil
74	nil
75	nil
76	nil
77	nil
78	nil
79	nil
80	nil
81	nil
82	nil
83	nil
84	nil
85	nil
86	nil
87	nil
88	nil
89	nil
90	nil
91	nil
92	nil
93	nil
94	nil
95	nil
96	nil
97	nil
98	nil
99	nil
100	nil
101	nil
102	nil
103	nil
104	nil
105	nil
106	nil
107	nil
108	nil
109	nil
110	nil
111	nil
112	nil
113	nil
114	nil
115	nil
116	nil
117	nil
118	nil
119	nil
120	nil
121	nil
122	nil
123	nil
124	nil
125	nil
126	nil
127	nil
128	nil
129	nil
130	nil
131	nil
132	nil
133	nil
134	nil
135	nil
136	nil
137	nil
138	nil
139	nil
140	nil
141	nil
142	nil
143	nil
144	nil
145	nil
146	nil
147	nil
148	nil
149	nil
150	nil
151	nil
152	nil
153	nil
154	nil
155	nil
156	nil
157	nil
158	nil
159	nil
160	nil
161	nil
162	nil
163	nil
164	nil
165	nil
166	nil
167	nil
168	nil
169	nil
170	nil
171	nil
172	nil
173	nil
174	nil
175	nil
176	nil
177	nil
178	nil
179	nil
180	nil
181	nil
182	nil
183	nil
184	nil
185	nil
186	nil
187	nil
188	nil
189	nil
190	nil
191	nil
192	nil
193	nil
194	nil
195	nil
196	nil
197	C stack overflow
198	C stack overflow
199	C stack overflow
200	C stack overflow
201	C stack overflow
202	C stack overflow
203	C stack overflow
204	C stack overflow
205	C stack overflow
206	C stack overflow
207	C stack overflow
208	C stack overflow
209	C stack overflow
210	C stack overflow
211	C stack overflow
212	C stack overflow
213	C stack overflow
214	C stack overflow
215	C stack overflow
false	error in error handling	215
1	nil
2	again
3	again
4	again
5	again
false	at last	5
false	C stack overflow
197
]==]
local calls
local function run(f, handler)
  calls = 0
  local ok, message = xpcall(f, function(e)
    calls = calls + 1
    if not tostring(e):find("attempt to index", 1, true) then print(calls, e) end
    return handler(e)
  end)
  print(ok, message, calls)
end
local function index(e) local x = nil; return x.y end
run(1, index)
run(error, index)
run(function() local x; x() end, index)
run(function() string.rep() end, index)
run(function() string.gsub("a", "a", function() error("deep") end) end, index)
run(error, function() table.sort({ 3, 1, 2 }, function(a, b) return a < b end) index() end)
run(error, function() string.rep() end)
run(error, function(e) error(e, 0) end)
run(error, function(e) if calls < 5 then error("again", 0) end return "at last" end)

-- A coroutine whose function there is no room to call has failed; one that cannot be closed in time says so.
local closes = 0
local function chain()
  local co = coroutine.create(function()
    local x <close> = setmetatable({}, { __close = function()
      closes = closes + 1
      local ok, message = coroutine.close(chain())
      if not ok then error(message, 0) end
    end })
    coroutine.yield()
  end)
  coroutine.resume(co)
  return co
end
print(coroutine.close(chain()))
print(closes)
