using System.ComponentModel;

namespace FLua.Runtime;

/// <content>The functions of the library that code calls without looking for them, where nothing can have changed their names.</content>
public sealed partial class LuaState
{
#pragma warning disable CA1051 // Generated code reads the fields directly.
    /// <summary><c>assert</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction AssertFunction = null!;

    /// <summary><c>error</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction ErrorFunction = null!;

    /// <summary><c>getmetatable</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction GetMetatableFunction = null!;

    /// <summary><c>ipairs</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction IpairsFunction = null!;

    /// <summary><c>next</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction NextFunction = null!;

    /// <summary><c>pairs</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaFunction PairsFunction = null!;

    /// <summary><c>pcall</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaFunction PcallFunction = null!;

    /// <summary><c>print</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction PrintFunction = null!;

    /// <summary><c>rawequal</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction RawEqualFunction = null!;

    /// <summary><c>rawget</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction RawGetFunction = null!;

    /// <summary><c>rawlen</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction RawLenFunction = null!;

    /// <summary><c>rawset</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction RawSetFunction = null!;

    /// <summary><c>select</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction SelectFunction = null!;

    /// <summary><c>setmetatable</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction SetMetatableFunction = null!;

    /// <summary><c>tonumber</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction ToNumberFunction = null!;

    /// <summary><c>tostring</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction ToStringFunction = null!;

    /// <summary><c>type</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction TypeFunction = null!;

    /// <summary><c>xpcall</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaFunction XpcallFunction = null!;

    /// <summary><c>coroutine.create</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction CoroutineCreateFunction = null!;

    /// <summary><c>coroutine.resume</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaFunction CoroutineResumeFunction = null!;

    /// <summary><c>coroutine.status</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction CoroutineStatusFunction = null!;

    /// <summary><c>coroutine.wrap</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction CoroutineWrapFunction = null!;

    /// <summary><c>coroutine.yield</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly LuaFunction CoroutineYieldFunction = new YieldFunction();

    /// <summary><c>io.write</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction IoWriteFunction = null!;

    /// <summary><c>math.abs</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathAbsFunction = null!;

    /// <summary><c>math.acos</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathAcosFunction = null!;

    /// <summary><c>math.asin</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathAsinFunction = null!;

    /// <summary><c>math.atan</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathAtanFunction = null!;

    /// <summary><c>math.ceil</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathCeilFunction = null!;

    /// <summary><c>math.cos</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathCosFunction = null!;

    /// <summary><c>math.deg</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathDegFunction = null!;

    /// <summary><c>math.exp</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathExpFunction = null!;

    /// <summary><c>math.floor</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathFloorFunction = null!;

    /// <summary><c>math.fmod</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathFmodFunction = null!;

    /// <summary><c>math.log</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathLogFunction = null!;

    /// <summary><c>math.max</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathMaxFunction = null!;

    /// <summary><c>math.min</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathMinFunction = null!;

    /// <summary><c>math.modf</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathModfFunction = null!;

    /// <summary><c>math.rad</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathRadFunction = null!;

    /// <summary><c>math.random</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathRandomFunction = null!;

    /// <summary><c>math.sin</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathSinFunction = null!;

    /// <summary><c>math.sqrt</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathSqrtFunction = null!;

    /// <summary><c>math.tan</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathTanFunction = null!;

    /// <summary><c>math.tointeger</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction MathToIntegerFunction = null!;

    /// <summary><c>os.clock</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction OsClockFunction = null!;

    /// <summary><c>os.time</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction OsTimeFunction = null!;

    /// <summary><c>string.byte</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringByteFunction = null!;

    /// <summary><c>string.char</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringCharFunction = null!;

    /// <summary><c>string.find</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringFindFunction = null!;

    /// <summary><c>string.format</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringFormatFunction = null!;

    /// <summary><c>string.gmatch</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringGmatchFunction = null!;

    /// <summary><c>string.gsub</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringGsubFunction = null!;

    /// <summary><c>string.len</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringLenFunction = null!;

    /// <summary><c>string.lower</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringLowerFunction = null!;

    /// <summary><c>string.match</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringMatchFunction = null!;

    /// <summary><c>string.rep</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringRepFunction = null!;

    /// <summary><c>string.reverse</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringReverseFunction = null!;

    /// <summary><c>string.sub</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringSubFunction = null!;

    /// <summary><c>string.upper</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction StringUpperFunction = null!;

    /// <summary><c>table.concat</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction TableConcatFunction = null!;

    /// <summary><c>table.insert</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction TableInsertFunction = null!;

    /// <summary><c>table.remove</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction TableRemoveFunction = null!;

    /// <summary><c>table.sort</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction TableSortFunction = null!;

    /// <summary><c>table.unpack</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LibraryFunction TableUnpackFunction = null!;
#pragma warning restore CA1051
}
