//! Every member of the runtime that printed code may use, one row each.
//!
//! A test of the runtime reads these rows and looks the members up in the assembly, so that the two languages cannot drift apart.
//! A row is `NAME = Owner.Member/parameters;` and `/x` stands for a field or property.

/// A member of the runtime.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Member {
    /// The type that declares it.
    pub owner: &'static str,
    /// Its name.
    pub name: &'static str,
}

macro_rules! members {
    ($($(#[$doc:meta])* $id:ident = $owner:ident.$name:ident / $arity:tt;)*) => {
        $($(#[$doc])* pub const $id: Member = Member { owner: stringify!($owner), name: stringify!($name) };)*

        /// All rows.
        pub const MEMBERS: &[Member] = &[$($id,)*];
    };
}

members! {
    // Complete operations.
    ADD = LuaOperations.Add/3;
    SUB = LuaOperations.Sub/3;
    MUL = LuaOperations.Mul/3;
    DIV = LuaOperations.Div/3;
    MOD = LuaOperations.Mod/3;
    IDIV = LuaOperations.IDiv/3;
    POW = LuaOperations.Pow/3;
    BAND = LuaOperations.BAnd/3;
    BOR = LuaOperations.BOr/3;
    BXOR = LuaOperations.BXor/3;
    SHL = LuaOperations.Shl/3;
    SHR = LuaOperations.Shr/3;
    NEG = LuaOperations.Neg/2;
    BNOT = LuaOperations.BNot/2;
    LEN = LuaOperations.Len/2;
    CONCAT = LuaOperations.Concat/3;
    CONCAT_N = LuaOperations.ConcatN/2;
    EQ = LuaOperations.Eq/3;
    LT = LuaOperations.Lt/3;
    LE = LuaOperations.Le/3;
    GET_FIELD = LuaOperations.GetField/3;
    GET_INT = LuaOperations.GetInt/3;
    GET_INDEX = LuaOperations.GetIndex/3;
    GET_METHOD = LuaOperations.GetMethod/3;
    FIND_METHOD = LuaOperations.FindMethod/4;
    FIND_METHOD_IN_PLACE = LuaOperations.FindMethodInPlace/4;
    FIND_STRING_METHOD = LuaOperations.FindStringMethod/4;
    SET_FIELD = LuaOperations.SetField/4;
    SET_INT = LuaOperations.SetInt/4;
    SET_INDEX = LuaOperations.SetIndex/4;
    /// Of two values and more.
    VALUES = LuaOperations.Values/2;
    CALL_OPEN = LuaOperations.CallOpen/4;
    CALL_OPEN1 = LuaOperations.CallOpen1/3;
    CALL_OPEN2 = LuaOperations.CallOpen2/4;
    CALL_OPEN3 = LuaOperations.CallOpen3/5;
    CALL_VARARGS = LuaOperations.CallVarargs/4;
    SELECT_COUNT = LuaOperations.SelectCount/3;
    SELECT_ONE = LuaOperations.SelectOne/4;
    ITERATE = LuaOperations.Iterate/5;
    TRY_ITERATE = LuaOperations.TryIterate/4;
    START_ITERATE = LuaOperations.StartIterate/4;
    ITERATE_HOOKED = LuaOperations.IterateHooked/5;
    RESERVE_ITEMS = LuaOperations.ReserveItems/3;
    FOR_INT = LuaOperations.ForInt/4;
    FOR_ANY = LuaOperations.ForAny/4;
    TRY_FOR_NEXT = LuaOperations.TryForNext/4;
    GOES_ON = LuaOperations.GoesOn/3;

    // Fast paths.
    TRY_ADD = LuaOperations.TryAdd/3;
    TRY_SUB = LuaOperations.TrySub/3;
    TRY_MUL = LuaOperations.TryMul/3;
    TRY_DIV = LuaOperations.TryDiv/3;
    TRY_MOD = LuaOperations.TryMod/3;
    TRY_IDIV = LuaOperations.TryIDiv/3;
    TRY_POW = LuaOperations.TryPow/3;
    TRY_BAND = LuaOperations.TryBAnd/3;
    TRY_BOR = LuaOperations.TryBOr/3;
    TRY_BXOR = LuaOperations.TryBXor/3;
    TRY_SHL = LuaOperations.TryShl/3;
    TRY_SHR = LuaOperations.TryShr/3;
    TRY_NEG = LuaOperations.TryNeg/2;
    TRY_BNOT = LuaOperations.TryBNot/2;
    TRY_LEN = LuaOperations.TryLen/2;
    TRY_EQ = LuaOperations.TryEq/3;
    TRY_LT = LuaOperations.TryLt/3;
    TRY_LE = LuaOperations.TryLe/3;
    RAW_EQUALS = LuaOperations.RawEquals/2;
    TRY_GET_FIELD = LuaOperations.TryGetField/3;
    TRY_GET_INT = LuaOperations.TryGetInt/3;
    TRY_GET_INDEX = LuaOperations.TryGetIndex/3;
    TRY_SET_FIELD = LuaOperations.TrySetField/3;
    TRY_SET_INT = LuaOperations.TrySetInt/3;
    TRY_SET_INDEX = LuaOperations.TrySetIndex/3;

    // What stretches look at: the slots of tables.
    FIELDS_OF = Fields.Of/1;
    FIELDS_SET = Fields.Set/2;
    SLOTS_OF = Slots.Of/3;
    SLOTS_OF_ANOTHER = Slots.OfAnother/3;
    ELEMENTS_OF = Elements.Of/1;
    ELEMENTS_SET = Elements.Set/2;
    ELEMENTS_TRY_GET = Elements.TryGet/2;

    // Exact arithmetic on unboxed numbers.
    MOD_INT = LuaOperations.ModInt/2;
    IDIV_INT = LuaOperations.IDivInt/2;
    MOD_FLOAT = LuaOperations.ModFloat/2;
    IDIV_FLOAT = LuaOperations.IDivFloat/2;
    POW_FLOAT = LuaOperations.PowFloat/2;
    SHIFT_LEFT = LuaOperations.ShiftLeft/2;
    SHIFT_RIGHT = LuaOperations.ShiftRight/2;

    // Tables.
    /// Of one item to three.
    TABLE_OF = LuaOperations.TableOf/1;
    TABLE_FROM = LuaOperations.TableFrom/1;
    TABLE_SET_FIELD = LuaTable.SetField/2;
    TABLE_SET_INT = LuaTable.SetInt/2;
    TABLE_SET = LuaTable.Set/3;
    TABLE_SET_ITEMS = LuaTable.SetItems/2;
    TABLE_SET_DATA = LuaTable.SetData/2;
    TABLE_APPEND_OPEN = LuaTable.AppendOpen/4;
    TABLE_APPEND_VARARGS = LuaTable.AppendVarargs/3;

    // Strings that surely are strings. The first four give null after an error.
    JOIN = LuaOperations.Join/3;
    JOIN_N = LuaOperations.JoinN/2;
    REPEAT = LuaOperations.Repeat/3;
    CHARACTER = LuaOperations.Character/2;
    SLICE_ANY = LuaOperations.SliceAny/4;
    SLICE_TAIL = LuaOperations.Slice/3;
    SLICE = LuaOperations.Slice/4;
    FIRST_BYTE_OF = LuaOperations.ByteOf/1;
    BYTE_OF = LuaOperations.ByteOf/2;
    LOWER = LuaOperations.Lower/1;
    UPPER = LuaOperations.Upper/1;
    REVERSE = LuaOperations.Reverse/1;
    TEXT_OF = LuaOperations.TextOf/1;

    // Calls.
    CALL0 = LuaObject.Call0/1;
    CALL1 = LuaObject.Call1/2;
    CALL2 = LuaObject.Call2/3;
    CALL3 = LuaObject.Call3/4;
    CALL_N = LuaObject.CallN/2;
    MOST_MISSES = LuaOperations.MostMisses/x;
    MOST_LEFT = LuaOperations.MostLeft/x;
    KEPT = Kept.Numbers/x;
    OPTIMIZED = LuaOperations.Optimized/x;
    INLINED = LuaOperations.Inlined/x;
    INFO = LuaFunction.Info/x;
    RESUME = LuaFunction.Resume/2;
    ARGUMENT = LuaFunction.Argument/2;
    VARARGS = LuaFunction.Varargs/2;
    CALLEE = LuaValue.Callee/x;
    METHOD = LuaValue.Method/x;

    // The state.
    RETURN0 = LuaState.Return0/0;
    RETURN1 = LuaState.Return1/1;
    RETURN2 = LuaState.Return2/2;
    RETURN3 = LuaState.Return3/3;
    RETURN_N = LuaState.ReturnN/1;
    RETURN_OPEN = LuaState.ReturnOpen/2;
    RETURN_VARARGS = LuaState.ReturnVarargs/2;
    RESULT = LuaState.Result/1;
    TAKE_RESULTS = LuaState.TakeResults/1;
    RESUME_VALUE = LuaState.ResumeValue/x;
    GLOBALS = LuaState.Globals/x;
    LAND = LuaState.Land/0;
    UNWIND = LuaState.Unwind/2;
    TAIL_UNWIND = LuaState.TailUnwind/3;
    TAIL_CALLED = LuaState.TailCalled/2;
    SAVE0 = LuaState.Save/3;
    SAVE1 = LuaState.Save1/4;
    SAVE2 = LuaState.Save2/5;
    SAVE3 = LuaState.Save3/6;
    SAVE4 = LuaState.Save4/7;
    SAVE5 = LuaState.Save5/8;
    SAVE6 = LuaState.Save6/9;
    SAVE_N = LuaState.SaveN/4;
    LEAVE = LuaState.Leave/4;
    TAIL0 = LuaState.Tail0/1;
    TAIL1 = LuaState.Tail1/2;
    TAIL2 = LuaState.Tail2/3;
    TAIL3 = LuaState.Tail3/4;
    TAIL_N = LuaState.TailN/2;
    TAIL_OPEN = LuaState.TailOpen/3;
    TAIL_VARARGS = LuaState.TailVarargs/3;
    IS_STACK_LOW = LuaState.IsStackLow/0;
    IS_TAIL_LOW = LuaState.IsTailLow/1;
    STACK_OVERFLOW = LuaState.StackOverflow/0;
    KEEP = LuaState.Keep/1;
    SAFE_POINT = LuaState.SafePoint/0;
    IS_HOOKED = LuaState.IsHooked/x;
    HOOK_CALL = LuaState.HookCall/1;
    HOOK_LINE = LuaState.HookLine/2;
    HOOK_STEPS = LuaState.HookSteps/1;
    HOOK_RETURN = LuaState.HookReturn/1;
    HOOK_TAIL_RETURN = LuaState.HookTailReturn/4;
    HOOKED = LuaState.Hooked/1;
    HOOKED_TAIL = LuaState.HookedTail/1;
    LOAD_DEBUGGED = LuaState.LoadDebugged/0;
    PUSH_CLOSE = LuaState.PushClose/2;
    CLOSE_TOP = LuaState.CloseTop/0;
    REQUIRE_RUNTIME = LuaState.RequireRuntime/1;
    RESERVE_METHOD_SITES = LuaState.ReserveMethodSites/1;
    LOAD_STRUCTURED = LuaState.LoadStructured/0;
    ADD_MODULE = LuaState.AddModule/3;
    ADD_TEXT = LuaState.AddText/3;
    ADD_FILE = LuaState.AddFile/2;
    REFUSE_TEXT = LuaState.RefuseText/3;
    REFUSE_FILE = LuaState.RefuseFile/2;

    // Functions of the library, on unboxed numbers and with the common case in place.
    FLOOR_FLOAT = LuaOperations.FloorFloat/1;
    CEIL_FLOAT = LuaOperations.CeilFloat/1;
    ABS_INT = LuaOperations.AbsInt/1;
    ABS_FLOAT = LuaOperations.AbsFloat/1;
    MAX_INT = LuaOperations.MaxInt/2;
    MIN_INT = LuaOperations.MinInt/2;
    MAX_FLOAT = LuaOperations.MaxFloat/2;
    MIN_FLOAT = LuaOperations.MinFloat/2;
    SQRT_FLOAT = LuaOperations.SqrtFloat/1;
    SIN_FLOAT = LuaOperations.SinFloat/1;
    COS_FLOAT = LuaOperations.CosFloat/1;
    EXP_FLOAT = LuaOperations.ExpFloat/1;
    TYPE_NAME = LuaOperations.TypeName/1;
    ASSERT_ONE = LuaOperations.Assert/2;
    ASSERT_TWO = LuaOperations.Assert/3;
    RAW_GET = LuaOperations.RawGet/3;
    TO_NUMBER = LuaOperations.ToNumber/2;
    MATH_ABS = LuaOperations.MathAbs/2;
    MATH_CEIL = LuaOperations.MathCeil/2;
    TRY_FLOOR = LuaOperations.TryFloor/2;
    TRY_CEIL = LuaOperations.TryCeil/2;
    MATH_FLOOR = LuaOperations.MathFloor/2;
    MATH_MAX = LuaOperations.MathMax/3;
    MATH_MIN = LuaOperations.MathMin/3;
    MATH_SQRT = LuaOperations.MathSqrt/2;
    STRING_FIRST_BYTE = LuaOperations.StringByte/2;
    STRING_BYTE = LuaOperations.StringByte/3;
    STRING_CHAR = LuaOperations.StringChar/2;
    STRING_LEN = LuaOperations.StringLen/2;
    STRING_TAIL = LuaOperations.StringSub/3;
    STRING_SUB = LuaOperations.StringSub/4;
    TABLE_INSERT = LuaOperations.TableInsert/3;
    TO_TEXT = LuaOperations.ToText/2;
    LIBRARY_ASSERT = LuaState.AssertFunction/x;
    LIBRARY_ERROR = LuaState.ErrorFunction/x;
    LIBRARY_GET_METATABLE = LuaState.GetMetatableFunction/x;
    LIBRARY_IPAIRS = LuaState.IpairsFunction/x;
    LIBRARY_NEXT = LuaState.NextFunction/x;
    LIBRARY_PAIRS = LuaState.PairsFunction/x;
    LIBRARY_PCALL = LuaState.PcallFunction/x;
    LIBRARY_PRINT = LuaState.PrintFunction/x;
    LIBRARY_RAW_EQUAL = LuaState.RawEqualFunction/x;
    LIBRARY_RAW_GET = LuaState.RawGetFunction/x;
    LIBRARY_RAW_LEN = LuaState.RawLenFunction/x;
    LIBRARY_RAW_SET = LuaState.RawSetFunction/x;
    LIBRARY_SELECT = LuaState.SelectFunction/x;
    LIBRARY_SET_METATABLE = LuaState.SetMetatableFunction/x;
    LIBRARY_TO_NUMBER = LuaState.ToNumberFunction/x;
    LIBRARY_TO_STRING = LuaState.ToStringFunction/x;
    LIBRARY_TYPE = LuaState.TypeFunction/x;
    LIBRARY_XPCALL = LuaState.XpcallFunction/x;
    LIBRARY_COROUTINE_CREATE = LuaState.CoroutineCreateFunction/x;
    LIBRARY_COROUTINE_RESUME = LuaState.CoroutineResumeFunction/x;
    LIBRARY_COROUTINE_STATUS = LuaState.CoroutineStatusFunction/x;
    LIBRARY_COROUTINE_WRAP = LuaState.CoroutineWrapFunction/x;
    LIBRARY_COROUTINE_YIELD = LuaState.CoroutineYieldFunction/x;
    LIBRARY_IO_WRITE = LuaState.IoWriteFunction/x;
    LIBRARY_MATH_ABS = LuaState.MathAbsFunction/x;
    LIBRARY_MATH_ACOS = LuaState.MathAcosFunction/x;
    LIBRARY_MATH_ASIN = LuaState.MathAsinFunction/x;
    LIBRARY_MATH_ATAN = LuaState.MathAtanFunction/x;
    LIBRARY_MATH_CEIL = LuaState.MathCeilFunction/x;
    LIBRARY_MATH_COS = LuaState.MathCosFunction/x;
    LIBRARY_MATH_DEG = LuaState.MathDegFunction/x;
    LIBRARY_MATH_EXP = LuaState.MathExpFunction/x;
    LIBRARY_MATH_FLOOR = LuaState.MathFloorFunction/x;
    LIBRARY_MATH_FMOD = LuaState.MathFmodFunction/x;
    LIBRARY_MATH_LOG = LuaState.MathLogFunction/x;
    LIBRARY_MATH_MAX = LuaState.MathMaxFunction/x;
    LIBRARY_MATH_MIN = LuaState.MathMinFunction/x;
    LIBRARY_MATH_MODF = LuaState.MathModfFunction/x;
    LIBRARY_MATH_RAD = LuaState.MathRadFunction/x;
    LIBRARY_MATH_RANDOM = LuaState.MathRandomFunction/x;
    LIBRARY_MATH_SIN = LuaState.MathSinFunction/x;
    LIBRARY_MATH_SQRT = LuaState.MathSqrtFunction/x;
    LIBRARY_MATH_TAN = LuaState.MathTanFunction/x;
    LIBRARY_MATH_TO_INTEGER = LuaState.MathToIntegerFunction/x;
    LIBRARY_OS_CLOCK = LuaState.OsClockFunction/x;
    LIBRARY_OS_TIME = LuaState.OsTimeFunction/x;
    LIBRARY_STRING_BYTE = LuaState.StringByteFunction/x;
    LIBRARY_STRING_CHAR = LuaState.StringCharFunction/x;
    LIBRARY_STRING_FIND = LuaState.StringFindFunction/x;
    LIBRARY_STRING_FORMAT = LuaState.StringFormatFunction/x;
    LIBRARY_STRING_GMATCH = LuaState.StringGmatchFunction/x;
    LIBRARY_STRING_GSUB = LuaState.StringGsubFunction/x;
    LIBRARY_STRING_LEN = LuaState.StringLenFunction/x;
    LIBRARY_STRING_LOWER = LuaState.StringLowerFunction/x;
    LIBRARY_STRING_MATCH = LuaState.StringMatchFunction/x;
    LIBRARY_STRING_REP = LuaState.StringRepFunction/x;
    LIBRARY_STRING_REVERSE = LuaState.StringReverseFunction/x;
    LIBRARY_STRING_SUB = LuaState.StringSubFunction/x;
    LIBRARY_STRING_UPPER = LuaState.StringUpperFunction/x;
    LIBRARY_TABLE_CONCAT = LuaState.TableConcatFunction/x;
    LIBRARY_TABLE_INSERT = LuaState.TableInsertFunction/x;
    LIBRARY_TABLE_REMOVE = LuaState.TableRemoveFunction/x;
    LIBRARY_TABLE_SORT = LuaState.TableSortFunction/x;
    LIBRARY_TABLE_UNPACK = LuaState.TableUnpackFunction/x;

    // Values, strings, frames.
    IS_ABRUPT = LuaValue.IsAbrupt/x;
    IS_TRUE = LuaValue.IsTrue/x;
    IS_NIL = LuaValue.IsNil/x;
    NIL = LuaValue.Nil/x;
    ABRUPT = LuaValue.Abrupt/x;
    IS_INT = LuaValue.IsInt/x;
    IS_FLOAT = LuaValue.IsFloat/x;
    VALUE_OBJECT = LuaValue.o/x;
    VALUE_INT = LuaValue.n/x;
    VALUE_FLOAT = LuaValue.D/x;
    VALUE_STRING = LuaValue.S/x;
    RAW = LuaValue.Raw/1;
    RAW_COPY = LuaValue.RawCopy/1;
    LENGTH = LuaString.Length/x;
    COMPARE_BYTES = LuaString.CompareBytes/1;
    CONSTANT = LuaString.Constant/1;
    CONSTANT_BYTES = LuaString.ConstantBytes/1;
    CELL_VALUE = Cell.Value/x;
    CELL_SET = Cell.Set/1;
    UPVALUE_COUNT = LuaFunction.UpvalueCount/x;
    UPVALUE = LuaFunction.Upvalue/1;
    FRAME_STATE = Frame.State/x;
    FRAME_VALUES = Frame.Values/x;
    RANGE_OUTCOME = ForRange.Outcome/x;
    RANGE_LAST = ForRange.Last/x;
    LOOP_OUTCOME = ForLoop.Outcome/x;
    LOOP_INDEX = ForLoop.Index/x;
    LOOP_LAST = ForLoop.Last/x;
    LOOP_STEP = ForLoop.Step/x;
    RUN = LuaProgram.Run/4;

    // Private arrays.
    PRIVATE_TRY_GET = PrivateArray.TryGet/2;
    PRIVATE_TRY_SET = PrivateArray.TrySet/2;
    PRIVATE_TRY_REPLACE = PrivateItems.TryReplace/2;
    PRIVATE_SET = PrivateArray.Set/2;
    PRIVATE_GET = PrivateArray.Get/1;
    PRIVATE_SET_ANY = PrivateArray.Set/3;
    PRIVATE_IS_TABLE = PrivateArray.IsTable/x;
    PRIVATE_REMOVE = PrivateArray.Remove/1;
    PRIVATE_LENGTH = PrivateArray.Length/x;
    PRIVATE_ITEMS = PrivateArray.Items/x;
    PRIVATE_COUNT = PrivateArray.Count/x;
    PRIVATE_RESERVE = PrivateArray.Reserve/2;
    PRIVATE_TO_TABLE = PrivateArray.ToTable/1;
}

/// The version of the runtime that printed code asks for.
pub const RUNTIME_VERSION: &str = env!("CARGO_PKG_VERSION");
