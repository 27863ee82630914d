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
    SET_FIELD = LuaOperations.SetField/4;
    SET_INT = LuaOperations.SetInt/4;
    SET_INDEX = LuaOperations.SetIndex/4;
    CALL_OPEN = LuaOperations.CallOpen/4;
    CALL_VARARGS = LuaOperations.CallVarargs/4;
    SELECT_COUNT = LuaOperations.SelectCount/3;
    SELECT_ONE = LuaOperations.SelectOne/4;
    ITERATE = LuaOperations.Iterate/5;
    ITERATE_HOOKED = LuaOperations.IterateHooked/5;
    FOR_INT = LuaOperations.ForInt/4;
    FOR_ANY = LuaOperations.ForAny/4;
    TRY_FOR_NEXT = LuaOperations.TryForNext/4;

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
    PEEK_FIELD = LuaOperations.PeekField/2;
    PEEK_INT = LuaOperations.PeekInt/2;
    PEEK_INDEX = LuaOperations.PeekIndex/2;
    TRY_SET_FIELD = LuaOperations.TrySetField/3;
    TRY_SET_INT = LuaOperations.TrySetInt/3;
    TRY_SET_INDEX = LuaOperations.TrySetIndex/3;

    // What stretches look at: the slots of tables.
    FIELDS_OF = Fields.Of/1;
    FIELDS_SET = Fields.Set/2;
    ELEMENTS_OF = Elements.Of/1;
    ELEMENTS_SET = Elements.Set/2;

    // Exact arithmetic on unboxed numbers.
    MOD_INT = LuaOperations.ModInt/2;
    IDIV_INT = LuaOperations.IDivInt/2;
    MOD_FLOAT = LuaOperations.ModFloat/2;
    IDIV_FLOAT = LuaOperations.IDivFloat/2;
    POW_FLOAT = LuaOperations.PowFloat/2;
    SHIFT_LEFT = LuaOperations.ShiftLeft/2;
    SHIFT_RIGHT = LuaOperations.ShiftRight/2;

    // Tables.
    TABLE_SET_STRING = LuaTable.SetString/2;
    TABLE_SET_INT = LuaTable.SetInt/2;
    TABLE_SET = LuaTable.Set/3;
    TABLE_SET_ITEMS = LuaTable.SetItems/2;
    TABLE_SET_DATA = LuaTable.SetData/2;
    TABLE_APPEND_OPEN = LuaTable.AppendOpen/3;
    TABLE_APPEND_VARARGS = LuaTable.AppendVarargs/2;

    // Calls.
    CALL0 = LuaObject.Call0/1;
    CALL1 = LuaObject.Call1/2;
    CALL2 = LuaObject.Call2/3;
    CALL3 = LuaObject.Call3/4;
    CALL_N = LuaObject.CallN/2;
    INFO = LuaFunction.Info/x;
    RESUME = LuaFunction.Resume/2;
    ARGUMENT = LuaFunction.Argument/2;
    VARARGS = LuaFunction.Varargs/2;
    CALLEE = LuaValue.Callee/x;

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

    // Values, strings, frames.
    IS_ABRUPT = LuaValue.IsAbrupt/x;
    IS_TRUE = LuaValue.IsTrue/x;
    IS_NIL = LuaValue.IsNil/x;
    IS_INT = LuaValue.IsInt/x;
    IS_FLOAT = LuaValue.IsFloat/x;
    VALUE_OBJECT = LuaValue.o/x;
    VALUE_INT = LuaValue.n/x;
    VALUE_FLOAT = LuaValue.D/x;
    RAW = LuaValue.Raw/1;
    RAW_COPY = LuaValue.RawCopy/1;
    CONSTANT = LuaString.Constant/1;
    CONSTANT_BYTES = LuaString.ConstantBytes/1;
    CELL_VALUE = Cell.Value/x;
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
    RUN = LuaProgram.Run/3;
}

/// The version of the runtime that printed code asks for.
pub const RUNTIME_VERSION: &str = env!("CARGO_PKG_VERSION");
