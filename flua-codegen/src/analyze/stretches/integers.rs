//! Which locals probably hold integers: those to which a whole part, a length or the result of a bitwise operator is assigned somewhere, and nothing that
//! is a float.
//!
//! `carry = math.floor(value / BASE)` says of `carry` what neither `carry = 0` nor `value + carry` says: sums of floats begin with 0 too.

use flua_ast::IndexVec;

use crate::analyze::{Kind, library};
use crate::ir::visit::{for_each_destination, for_each_instruction};
use crate::ir::{BinaryOp, Function, Instruction, LibraryFunction, LocalId, Operand, Results, UnaryOp};

/// What the assignments to a local say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Nothing,
    Integer,
    Other,
}

/// Says of each local whether it probably holds integers.
pub fn integers(function: &Function) -> IndexVec<LocalId, bool> {
    let mut signs = IndexVec::filled(Sign::Nothing, function.locals.len());
    // Copies are seen behind what they copy, or in the second round.
    for _ in 0..2 {
        for_each_instruction(&function.body, &mut |instruction| {
            let sign = sign(instruction, &signs);
            for_each_destination(instruction, &mut |local| {
                if sign != Sign::Nothing && signs[local] != Sign::Other {
                    signs[local] = sign;
                }
            });
        });
    }
    signs.iter().map(|&sign| sign == Sign::Integer).collect()
}

/// What an assignment says. Integer constants say nothing, nor does arithmetic, which has the type of its operands.
fn sign(instruction: &Instruction, signs: &IndexVec<LocalId, Sign>) -> Sign {
    match instruction {
        Instruction::Declare { value, .. } | Instruction::Set { value, .. } => match value {
            Operand::Local(local) => signs[*local],
            Operand::Integer(_) | Operand::Nil | Operand::Upvalue(_) => Sign::Nothing,
            Operand::Float(_) | Operand::Bool(_) | Operand::String(_) | Operand::Library(_) => Sign::Other,
        },
        Instruction::Unary { op: UnaryOp::Len | UnaryOp::BNot, .. } => Sign::Integer,
        Instruction::Binary { op, .. } => match op {
            BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor | BinaryOp::Shl | BinaryOp::Shr => Sign::Integer,
            BinaryOp::Div | BinaryOp::Pow => Sign::Other,
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Mod | BinaryOp::IDiv => Sign::Nothing,
        },
        Instruction::Call { callee: Operand::Library(function), results: Results::One(_), .. } => match function {
            LibraryFunction::MathFloor | LibraryFunction::MathCeil | LibraryFunction::StringByte => Sign::Integer,
            _ => match library::of_kinds(*function, &[]) {
                Kind::Int => Sign::Integer,
                Kind::Float => Sign::Other,
                _ => Sign::Nothing,
            },
        },
        _ => Sign::Nothing,
    }
}
