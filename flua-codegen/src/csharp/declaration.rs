//! Declarations.

use super::{Expression, Statement, Text};

/// A file, without its classes.
#[derive(Clone, PartialEq, Debug)]
pub struct CompilationUnit {
    /// Comment lines at the head.
    pub header: Vec<String>,
    /// Directives and using lines, as they are.
    pub usings: Vec<String>,
    /// The namespace.
    pub namespace: String,
}

/// A class.
#[derive(Clone, PartialEq, Debug)]
pub struct ClassDeclaration {
    /// A documentation comment: its lines; none for none.
    pub summary: Vec<String>,
    /// `public static`, `private sealed`, …
    pub modifiers: &'static str,
    /// Its name.
    pub name: Text,
    /// Its base class.
    pub base: Option<Text>,
    /// What it holds.
    pub members: Vec<MemberDeclaration>,
}

/// A member of a class.
#[derive(Clone, PartialEq, Debug)]
pub enum MemberDeclaration {
    /// A field.
    Field(FieldDeclaration),
    /// A property with only a getter.
    Property(PropertyDeclaration),
    /// A method.
    Method(MethodDeclaration),
}

impl From<MethodDeclaration> for MemberDeclaration {
    fn from(method: MethodDeclaration) -> Self {
        Self::Method(method)
    }
}

/// `modifiers type name = value;`
#[derive(Clone, PartialEq, Debug)]
pub struct FieldDeclaration {
    /// Its modifiers.
    pub modifiers: &'static str,
    /// Its type.
    pub ty: Text,
    /// Its name.
    pub name: Text,
    /// Its first value.
    pub value: Option<Expression>,
}

/// `modifiers type name => value;`
#[derive(Clone, PartialEq, Debug)]
pub struct PropertyDeclaration {
    /// Its modifiers.
    pub modifiers: &'static str,
    /// Its type.
    pub ty: Text,
    /// Its name.
    pub name: Text,
    /// Its value.
    pub value: Expression,
}

/// A method.
#[derive(Clone, PartialEq, Debug)]
pub struct MethodDeclaration {
    /// A documentation comment: its lines; none for none.
    pub summary: Vec<String>,
    /// Its attribute, without the brackets.
    pub attribute: Option<Expression>,
    /// Its modifiers.
    pub modifiers: &'static str,
    /// The type of its result.
    pub ty: Text,
    /// Its name.
    pub name: Text,
    /// Its parameters.
    pub parameters: Vec<Parameter>,
    /// Its body.
    pub body: MethodBody,
}

/// A parameter of a method.
#[derive(Clone, PartialEq, Debug)]
pub struct Parameter {
    /// Its type.
    pub ty: Text,
    /// Its name.
    pub name: Text,
}

/// The body of a method.
#[derive(Clone, PartialEq, Debug)]
pub enum MethodBody {
    /// `=> value;`
    Expression(Expression),
    /// `{ … }`
    Block(Vec<Statement>),
}
