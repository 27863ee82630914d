//! Functions of the standard library, as constants of the IR.
//!
//! In a closed world the names of the library mean the library, unless the program changes them: `simplify::library` finds that out. What such a
//! function does is then known when compiling. Lua §6.

macro_rules! functions {
    ($($id:ident = $library:literal $name:literal;)*) => {
        /// A function of the standard library.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[allow(missing_docs, reason = "the names are the manual's")]
        pub enum LibraryFunction { $($id,)* }

        const ALL: &[(LibraryFunction, &str, &str)] = &[$((LibraryFunction::$id, $library, $name),)*];
    };
}

functions! {
    Assert = "" "assert";
    Error = "" "error";
    GetMetatable = "" "getmetatable";
    Ipairs = "" "ipairs";
    Next = "" "next";
    Pairs = "" "pairs";
    Pcall = "" "pcall";
    Print = "" "print";
    RawEqual = "" "rawequal";
    RawGet = "" "rawget";
    RawLen = "" "rawlen";
    RawSet = "" "rawset";
    Select = "" "select";
    SetMetatable = "" "setmetatable";
    ToNumber = "" "tonumber";
    ToString = "" "tostring";
    Type = "" "type";
    Xpcall = "" "xpcall";
    CoroutineCreate = "coroutine" "create";
    CoroutineResume = "coroutine" "resume";
    CoroutineStatus = "coroutine" "status";
    CoroutineWrap = "coroutine" "wrap";
    CoroutineYield = "coroutine" "yield";
    IoWrite = "io" "write";
    MathAbs = "math" "abs";
    MathAcos = "math" "acos";
    MathAsin = "math" "asin";
    MathAtan = "math" "atan";
    MathCeil = "math" "ceil";
    MathCos = "math" "cos";
    MathDeg = "math" "deg";
    MathExp = "math" "exp";
    MathFloor = "math" "floor";
    MathFmod = "math" "fmod";
    MathLog = "math" "log";
    MathMax = "math" "max";
    MathMin = "math" "min";
    MathModf = "math" "modf";
    MathRad = "math" "rad";
    MathRandom = "math" "random";
    MathSin = "math" "sin";
    MathSqrt = "math" "sqrt";
    MathTan = "math" "tan";
    MathToInteger = "math" "tointeger";
    OsClock = "os" "clock";
    OsTime = "os" "time";
    StringByte = "string" "byte";
    StringChar = "string" "char";
    StringFind = "string" "find";
    StringFormat = "string" "format";
    StringGmatch = "string" "gmatch";
    StringGsub = "string" "gsub";
    StringLen = "string" "len";
    StringLower = "string" "lower";
    StringMatch = "string" "match";
    StringRep = "string" "rep";
    StringReverse = "string" "reverse";
    StringSub = "string" "sub";
    StringUpper = "string" "upper";
    TableConcat = "table" "concat";
    TableInsert = "table" "insert";
    TableRemove = "table" "remove";
    TableSort = "table" "sort";
    TableUnpack = "table" "unpack";
}

impl LibraryFunction {
    /// The function of a name in a library; the basic functions are in the library without a name.
    pub fn of(library: &str, name: &[u8]) -> Option<Self> {
        let mut all = ALL.iter();
        all.find(|(_, in_library, of_name)| *in_library == library && of_name.as_bytes() == name).map(|(function, ..)| *function)
    }

    /// The function that a program probably means by the last part of a name: `floor`.
    pub fn probable(name: &[u8]) -> Option<Self> {
        ALL.iter().find(|(_, _, of_name)| of_name.as_bytes() == name).map(|(function, ..)| *function)
    }

    /// Whether strings have a method of a name.
    pub fn is_string_method(name: &[u8]) -> bool {
        Self::of("string", name).is_some() || matches!(name, b"gsub" | b"gmatch")
    }

    /// The full name: `math.floor`.
    pub fn name(self) -> String {
        let mut all = ALL.iter();
        let found = all.find(|(function, ..)| *function == self);
        found.map_or_else(String::new, |(_, library, name)| match *library {
            "" => (*name).to_owned(),
            library => format!("{library}.{name}"),
        })
    }

    /// Whether it may run Lua code: metamethods of its arguments.
    pub fn calls_back(self) -> bool {
        self.is_general()
            || matches!(
                self,
                Self::ToString
                    | Self::StringFormat
                    | Self::TableConcat
                    | Self::TableInsert
                    | Self::TableRemove
                    | Self::TableUnpack
            )
    }

    /// Whether it runs whatever it is given, or suspends what calls it: a call is as that of any function, but that the function is not looked up.
    pub fn is_general(self) -> bool {
        matches!(
            self,
            Self::Error
                | Self::Pairs
                | Self::Pcall
                | Self::Print
                | Self::Xpcall
                | Self::CoroutineResume
                | Self::CoroutineYield
                | Self::IoWrite
                | Self::StringGsub
                | Self::TableSort
        )
    }

    /// Whether it gives exactly one result whenever it returns.
    pub fn gives_one(self) -> bool {
        !self.is_general()
            && !matches!(
                self,
                Self::Assert
                    | Self::Ipairs
                    | Self::Next
                    | Self::Select
                    | Self::MathModf
                    | Self::StringByte
                    | Self::StringFind
                    | Self::StringMatch
                    | Self::TableInsert
                    | Self::TableRemove
                    | Self::TableUnpack
            )
    }
}
