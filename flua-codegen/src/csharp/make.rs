//! Short ways to build the tree.

use super::runtime::Member;
use super::{BinaryOperator, Expression, Initializer, Literal, ObjectCreation, Statement, Text, VariableDeclarator};

/// The longest list that the runtime makes of single values.
const MOST_VALUES: usize = 8;

/// `name`
pub fn name(text: impl Into<Text>) -> Expression {
    Expression::IdentifierName(text.into())
}

/// `target.member`
pub fn member(target: Expression, member: impl Into<Text>) -> Expression {
    Expression::MemberAccess(Box::new(target), member.into())
}

/// `target(arguments)`
pub fn invoke(target: Expression, arguments: Vec<Expression>) -> Expression {
    Expression::Invocation(Box::new(target), arguments)
}

/// A call of a static member that is imported, or of a constructor.
pub fn call(member: Member, arguments: Vec<Expression>) -> Expression {
    invoke(name(member.name), arguments)
}

/// `target.member(arguments)`
pub fn call_on(target: Expression, member: Member, arguments: Vec<Expression>) -> Expression {
    invoke(self::member(target, member.name), arguments)
}

/// Values as one argument: `[]`, `[a]`, `Values(a, b)`, more than [`MOST_VALUES`] in brackets again.
pub fn values(list: Vec<Expression>) -> Expression {
    if (2..=MOST_VALUES).contains(&list.len()) { call(super::runtime::VALUES, list) } else { Expression::Collection(list) }
}

/// `out place`
pub fn out(place: Expression) -> Expression {
    Expression::Out(Box::new(place))
}

/// `ref place`
pub fn reference(place: Expression) -> Expression {
    Expression::Ref(Box::new(place))
}

/// `new Type(arguments)`
pub fn create(ty: impl Into<Text>, arguments: Vec<Expression>) -> Expression {
    Expression::ObjectCreation(Box::new(ObjectCreation { ty: ty.into(), arguments, initializers: Vec::new() }))
}

/// `new Type { initializers }`
pub fn create_with(ty: Text, initializers: Vec<Initializer>) -> Expression {
    Expression::ObjectCreation(Box::new(ObjectCreation { ty, arguments: Vec::new(), initializers }))
}

/// The state, `L`.
pub fn state() -> Expression {
    name("L")
}

/// `L.member(arguments)`
pub fn on_state(member: Member, arguments: Vec<Expression>) -> Expression {
    call_on(state(), member, arguments)
}

/// `left op right`
pub fn binary(left: Expression, operator: BinaryOperator, right: Expression) -> Expression {
    Expression::Binary(operator, Box::new([left, right]))
}

/// `left && right`
pub fn and(left: Expression, right: Expression) -> Expression {
    binary(left, BinaryOperator::LogicalAnd, right)
}

/// `!operand`, without double negation.
pub fn not(operand: Expression) -> Expression {
    match operand {
        Expression::LogicalNot(inner) => *inner,
        Expression::Literal(Literal::Bool(value)) => boolean(!value),
        other => Expression::LogicalNot(Box::new(other)),
    }
}

/// `left = right` as an expression.
pub fn assignment(left: Expression, right: Expression) -> Expression {
    Expression::Assignment(Box::new([left, right]))
}

/// `place += value;`
pub fn add_to(place: Expression, value: Expression) -> Statement {
    Statement::Expression(Expression::AddAssignment(Box::new([place, value])))
}

/// `target[index]`
pub fn element(target: Expression, index: Expression) -> Expression {
    Expression::ElementAccess(Box::new([target, index]))
}

/// `left = right;`
pub fn assign(left: Expression, right: Expression) -> Statement {
    Statement::Expression(assignment(left, right))
}

/// `default`
pub fn default() -> Expression {
    Expression::Literal(Literal::Default)
}

/// `true` or `false`
pub fn boolean(value: bool) -> Expression {
    Expression::Literal(Literal::Bool(value))
}

/// An `int`.
pub fn int(value: usize) -> Expression {
    Expression::Literal(Literal::Int(i32::try_from(value).expect("printed counts fit an int")))
}

/// A `long`.
pub fn long(value: i64) -> Expression {
    Expression::Literal(Literal::Long(value))
}

/// `type name = value;`
pub fn declare(ty: impl Into<Text>, name: impl Into<Text>, value: Expression) -> Statement {
    Statement::LocalDeclaration(ty.into(), vec![VariableDeclarator { name: name.into(), value }])
}

/// `if (condition) then`
pub fn when(condition: Expression, then: Statement) -> Statement {
    Statement::If(condition, vec![then], Vec::new())
}
