//! The operators of Lua 5.4. Lua §3.4.

/// An operator between two operands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOp {
    /// `or`
    Or,
    /// `and`
    And,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `~=`
    Ne,
    /// `==`
    Eq,
    /// `|`
    BOr,
    /// `~`
    BXor,
    /// `&`
    BAnd,
    /// `<<`
    Shl,
    /// `>>`
    Shr,
    /// `..`
    Concat,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `//`
    IDiv,
    /// `%`
    Mod,
    /// `^`
    Pow,
}

impl BinaryOp {
    /// The operator as Lua writes it.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Or => "or",
            Self::And => "and",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
            Self::Ne => "~=",
            Self::Eq => "==",
            Self::BOr => "|",
            Self::BXor => "~",
            Self::BAnd => "&",
            Self::Shl => "<<",
            Self::Shr => ">>",
            Self::Concat => "..",
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::Div => "/",
            Self::IDiv => "//",
            Self::Mod => "%",
            Self::Pow => "^",
        }
    }
}

/// An operator before one operand.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    /// `not`
    Not,
    /// `#`
    Len,
    /// `-`
    Neg,
    /// `~`
    BNot,
}

impl UnaryOp {
    /// The operator as Lua writes it.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Not => "not",
            Self::Len => "#",
            Self::Neg => "-",
            Self::BNot => "~",
        }
    }
}
