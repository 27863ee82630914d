//! Operands: what an expression is before it has a register.

use super::constants::Constant;
use super::scopes::Symbol;

/// Where the value of an expression is, or what it is; the reference's `expkind`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Kind {
    /// No expression: the last of an empty list.
    Void,
    /// `nil`
    Nil,
    /// `true`
    True,
    /// `false`
    False,
    /// A constant of the function, by its index.
    Listed(usize),
    /// A float.
    Float(f64),
    /// An integer.
    Integer(i64),
    /// A literal string.
    String(Symbol),
    /// A value in a register.
    Register(u32),
    /// A local variable: its index among all variables, and its register.
    Local { variable: usize, register: u32 },
    /// An upvalue, by its index in the function.
    Upvalue(usize),
    /// A compile-time constant.
    Constant { variable: usize, value: Constant },
    /// A table and a key, both in registers.
    Indexed { table: u32, key: u32 },
    /// An upvalue, by its index, and a constant string.
    IndexedUpvalue(usize),
    /// A table in a register and a small integer or constant string.
    IndexedByConstant { table: u32 },
    /// A comparison, which jumps.
    Jump,
    /// The result of an instruction, which may go to any register. After `not`, a condition needs no register.
    Relocatable { is_not: bool },
    /// The results of a call, from a register on.
    Call { base: u32 },
    /// `...`
    Vararg,
}

/// An expression being read; the reference's `expdesc`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Operand {
    pub kind: Kind,
    /// Whether there are jumps out of it that are taken when it is true.
    pub jumps_if_true: bool,
    /// Whether there are jumps out of it that are taken when it is false.
    pub jumps_if_false: bool,
}

impl Operand {
    pub const fn new(kind: Kind) -> Self {
        Self { kind, jumps_if_true: false, jumps_if_false: false }
    }

    /// Whether its value depends on jumps (`and`, `or`).
    pub const fn has_jumps(&self) -> bool {
        self.jumps_if_true || self.jumps_if_false
    }

    /// Whether it may have any number of values.
    pub const fn is_multiple(&self) -> bool {
        matches!(self.kind, Kind::Call { .. } | Kind::Vararg)
    }

    /// The operand, cut from many values to one.
    #[must_use]
    pub const fn with_one_result(self) -> Self {
        let kind = match self.kind {
            Kind::Call { base } => Kind::Register(base),
            Kind::Vararg => Kind::Relocatable { is_not: false },
            kind => kind,
        };
        Self { kind, ..self }
    }

    /// Whether it can be assigned to, as far as the syntax goes.
    pub const fn is_variable(&self) -> bool {
        matches!(self.kind, Kind::Local { .. } | Kind::Upvalue(_) | Kind::Constant { .. }) || self.is_indexed()
    }

    /// Whether it is an element of a table.
    pub const fn is_indexed(&self) -> bool {
        matches!(self.kind, Kind::Indexed { .. } | Kind::IndexedUpvalue(_) | Kind::IndexedByConstant { .. })
    }

    /// Lets an element of a table use a copy in another register of the variable that is its table or its key. Tells whether
    /// it does.
    pub fn replace_register(&mut self, variable: &Self, copy: u32) -> bool {
        let before = self.kind;
        match (&mut self.kind, variable.kind) {
            (Kind::IndexedUpvalue(table), Kind::Upvalue(index)) if *table == index => {
                self.kind = Kind::IndexedByConstant { table: copy };
            }
            (Kind::Indexed { table, key }, Kind::Local { register, .. }) => {
                if *table == register {
                    *table = copy;
                }
                if *key == register {
                    *key = copy;
                }
            }
            (Kind::IndexedByConstant { table }, Kind::Local { register, .. }) if *table == register => *table = copy,
            _ => {}
        }
        self.kind != before
    }

    /// Whether it is a number known when compiling.
    pub const fn is_numeral(&self) -> bool {
        !self.has_jumps() && matches!(self.kind, Kind::Integer(_) | Kind::Float(_))
    }

    /// Its value, if it is a constant that a `<const>` variable can stand for.
    pub fn constant(&self) -> Option<Constant> {
        if self.has_jumps() {
            return None;
        }
        match self.kind {
            Kind::Nil => Some(Constant::Nil),
            Kind::True => Some(Constant::Bool(true)),
            Kind::False => Some(Constant::Bool(false)),
            Kind::Integer(value) => Some(Constant::Integer(value)),
            Kind::Float(value) => Some(Constant::Float(value.to_bits())),
            Kind::String(symbol) => Some(Constant::String(symbol)),
            Kind::Constant { value, .. } => Some(value),
            _ => None,
        }
    }
}

impl From<Constant> for Kind {
    fn from(constant: Constant) -> Self {
        match constant {
            Constant::Nil => Self::Nil,
            Constant::Bool(true) => Self::True,
            Constant::Bool(false) => Self::False,
            Constant::Integer(value) => Self::Integer(value),
            Constant::Float(bits) => Self::Float(f64::from_bits(bits)),
            Constant::String(symbol) => Self::String(symbol),
        }
    }
}
