//! What functions of the library give.

use super::kinds::Kind;
use super::results::Results;
use crate::ir::{LibraryFunction, Open, Operand, Values};

/// What a call gives, if it returns.
pub fn results(function: LibraryFunction, arguments: &Values, kind: &dyn Fn(&Operand) -> Kind) -> Results {
    if function == LibraryFunction::StringGsub {
        return Results::of([Kind::String, Kind::Int].into_iter(), true);
    }
    // Only where it gives anything is that what is known of it.
    match result(function, arguments, kind) {
        Kind::Value => Results::UNKNOWN,
        Kind::Nothing => Results::Nothing,
        first => Results::of(std::iter::once(first), function.gives_one()),
    }
}

/// The kind of the first result of a call, if it returns.
fn result(function: LibraryFunction, arguments: &Values, kind: &dyn Fn(&Operand) -> Kind) -> Kind {
    if function == LibraryFunction::Select {
        return if counts_varargs(arguments) { Kind::Int } else { Kind::Value };
    }
    if gives_string(function) {
        return Kind::String;
    }
    // Such a call is printed as that of any value.
    if arguments.open.is_some() {
        return Kind::Value;
    }
    let kinds: Vec<Kind> = arguments.fixed.iter().map(kind).collect();
    of_kinds(function, &kinds)
}

/// Whether the first result is a string whenever the function returns, whatever it is given. So it is of `tostring`, which refuses what else
/// `__tostring` gives (numbers become strings). Lua §6.1, §6.4, §6.6.
fn gives_string(function: LibraryFunction) -> bool {
    matches!(
        function,
        LibraryFunction::StringChar
            | LibraryFunction::StringFormat
            | LibraryFunction::StringGsub
            | LibraryFunction::StringLower
            | LibraryFunction::StringRep
            | LibraryFunction::StringReverse
            | LibraryFunction::StringSub
            | LibraryFunction::StringUpper
            | LibraryFunction::TableConcat
            | LibraryFunction::ToString
            | LibraryFunction::Type
    )
}

/// The kind of the first result for arguments of certain kinds, if the call returns.
pub fn of_kinds(function: LibraryFunction, arguments: &[Kind]) -> Kind {
    match function {
        LibraryFunction::MathAcos
        | LibraryFunction::MathAsin
        | LibraryFunction::MathAtan
        | LibraryFunction::MathCos
        | LibraryFunction::MathDeg
        | LibraryFunction::MathExp
        | LibraryFunction::MathLog
        | LibraryFunction::MathRad
        | LibraryFunction::MathSin
        | LibraryFunction::MathSqrt
        | LibraryFunction::MathTan => return Kind::Float,
        LibraryFunction::StringLen | LibraryFunction::RawLen => return Kind::Int,
        LibraryFunction::RawEqual => return Kind::Bool,
        _ => {}
    }
    if arguments.contains(&Kind::Nothing) {
        return Kind::Nothing;
    }
    match (function, arguments) {
        (LibraryFunction::MathAbs, [kind @ (Kind::Int | Kind::Float)])
        | (LibraryFunction::MathFloor | LibraryFunction::MathCeil, [kind @ Kind::Int]) => *kind,
        (LibraryFunction::MathMax | LibraryFunction::MathMin, [first, second]) if first == second && first.is_number() => *first,
        _ => Kind::Value,
    }
}

/// Whether a call on arguments of certain kinds is printed as an expression that raises no error.
pub fn cannot_fail(function: LibraryFunction, arguments: &[Kind]) -> bool {
    match (function, arguments) {
        (
            LibraryFunction::MathFloor
            | LibraryFunction::MathCeil
            | LibraryFunction::MathAbs
            | LibraryFunction::MathSqrt
            | LibraryFunction::MathSin
            | LibraryFunction::MathCos
            | LibraryFunction::MathExp,
            [kind],
        ) => kind.is_number(),
        (LibraryFunction::MathMax | LibraryFunction::MathMin, [left, right]) => left == right && left.is_number(),
        (
            LibraryFunction::StringByte
            | LibraryFunction::StringLen
            | LibraryFunction::StringLower
            | LibraryFunction::StringReverse
            | LibraryFunction::StringUpper,
            [Kind::String],
        )
        | (LibraryFunction::StringByte | LibraryFunction::StringSub, [Kind::String, Kind::Int])
        | (LibraryFunction::StringSub, [Kind::String, Kind::Int, Kind::Int])
        // Only `debug` could give numbers and booleans a `__tostring`.
        | (LibraryFunction::ToString, [Kind::Int | Kind::Float | Kind::Bool])
        | (LibraryFunction::Type, [_])
        | (LibraryFunction::RawEqual, [_, _]) => true,
        _ => false,
    }
}

/// Whether a call may run Lua code: with some arguments it does not.
pub fn calls_back(function: LibraryFunction, arguments: &Values, kind: &dyn Fn(&Operand) -> Kind) -> bool {
    function.calls_back()
        && (arguments.open.is_some() || !cannot_fail(function, &arguments.fixed.iter().map(kind).collect::<Vec<_>>()))
}

/// Whether the arguments of `select` ask for the number of varargs.
pub fn counts_varargs(arguments: &Values) -> bool {
    matches!(&*arguments.fixed, [Operand::String(text)] if **text == *b"#") && arguments.open == Some(Open::Varargs)
}
