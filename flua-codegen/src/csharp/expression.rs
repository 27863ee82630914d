//! Expressions.

use std::fmt;
use std::rc::Rc;

/// A piece of C# text that is copied often: a name of ours, or one shared by its uses.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Text {
    /// A name that the compiler knows.
    Static(&'static str),
    /// A name made for this program.
    Shared(Rc<str>),
}

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self::Static(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Shared(text.into())
    }
}

/// An expression. It is kept small, since large programs have millions: what is rare and large stands in a box.
#[derive(Clone, PartialEq, Debug)]
pub enum Expression {
    /// `name`
    IdentifierName(Text),
    /// `this`
    This,
    /// A literal.
    Literal(Literal),
    /// `target.name`
    MemberAccess(Box<Expression>, Text),
    /// `target(arguments)`
    Invocation(Box<Expression>, Vec<Expression>),
    /// `target[index]`
    ElementAccess(Box<[Expression; 2]>),
    /// `left op right`
    Binary(BinaryOperator, Box<[Expression; 2]>),
    /// `!operand`
    LogicalNot(Box<Expression>),
    /// `-operand`
    UnaryMinus(Box<Expression>),
    /// `~operand`
    BitwiseNot(Box<Expression>),
    /// `condition ? then : otherwise`
    Conditional(Box<Expression>, Box<Expression>, Box<Expression>),
    /// `left = right`
    Assignment(Box<[Expression; 2]>),
    /// `left += right`
    AddAssignment(Box<[Expression; 2]>),
    /// `(type)operand`
    Cast(Text, Box<Expression>),
    /// `new Type(arguments) { initializers }`
    ObjectCreation(Box<ObjectCreation>),
    /// `[elements]`
    Collection(Vec<Expression>),
    /// `(elements)`: several at once, as the target or the source of an assignment.
    Tuple(Vec<Expression>),
    /// `parameter => body`, static
    Lambda(Text, Box<Expression>),
    /// `ref place`: as an argument, or to be returned.
    Ref(Box<Expression>),
    /// `out place`, as an argument.
    Out(Box<Expression>),
}

/// The making of an object.
#[derive(Clone, PartialEq, Debug)]
pub struct ObjectCreation {
    /// The class.
    pub ty: Text,
    /// The arguments of the constructor.
    pub arguments: Vec<Expression>,
    /// The fields that are set.
    pub initializers: Vec<Initializer>,
}

/// `name = value` in an object creation.
#[derive(Clone, PartialEq, Debug)]
pub struct Initializer {
    /// The field.
    pub name: Text,
    /// Its value.
    pub value: Expression,
}

/// A literal.
#[derive(Clone, PartialEq, Debug)]
pub enum Literal {
    /// `default`
    Default,
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// An `int`.
    Int(i32),
    /// A `long`, printed without suffix where an `int` literal converts by itself.
    Long(i64),
    /// A `double`.
    Double(f64),
    /// A `string` of text that is ours or a path.
    String(String),
    /// The bytes of a `ReadOnlySpan<byte>`: `"text"u8`, or a list of numbers where that does not fit.
    Bytes(Rc<[u8]>),
}

/// Operators between two operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are Roslyn's without `Expression`")]
pub enum BinaryOperator {
    Add,
    Subtract,
    Multiply,
    Divide,
    BitwiseAnd,
    BitwiseOr,
    ExclusiveOr,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    As,
    Equals,
    NotEquals,
    LogicalAnd,
    LogicalOr,
}

impl BinaryOperator {
    /// The operator as C# writes it.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::BitwiseAnd => "&",
            Self::BitwiseOr => "|",
            Self::ExclusiveOr => "^",
            Self::LessThan => "<",
            Self::LessThanOrEqual => "<=",
            Self::GreaterThan => ">",
            Self::As => "as",
            Self::Equals => "==",
            Self::NotEquals => "!=",
            Self::LogicalAnd => "&&",
            Self::LogicalOr => "||",
        }
    }
}
