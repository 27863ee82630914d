//! What functions of the library give.

use super::kinds::Kind;
use crate::ir::{LibraryFunction, Open, Operand, Values};

/// The kind of the first result of a call, if it returns.
pub fn result(function: LibraryFunction, arguments: &Values, kind: &dyn Fn(&Operand) -> Kind) -> Kind {
    if function == LibraryFunction::Select {
        return if counts_varargs(arguments) { Kind::Int } else { Kind::Value };
    }
    // Such a call is printed as that of any value.
    if arguments.open.is_some() {
        return Kind::Value;
    }
    let kinds: Vec<Kind> = arguments.fixed.iter().map(kind).collect();
    of_kinds(function, &kinds)
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
        (LibraryFunction::Type, [_]) | (LibraryFunction::RawEqual, [_, _]) => true,
        _ => false,
    }
}

/// Whether the arguments of `select` ask for the number of varargs.
pub fn counts_varargs(arguments: &Values) -> bool {
    matches!(&*arguments.fixed, [Operand::String(text)] if **text == *b"#") && arguments.open == Some(Open::Varargs)
}
