//! One sealed class a Lua function.

use std::fmt::Write;

use flua_ast::Id;

use super::body::Body;
use super::locals;
use super::parts::Split;
use super::unit::{Unit, source_constant, string};
use crate::analyze::Kind;
use crate::csharp::{
    ClassDeclaration, ClassSink, Expression, FieldDeclaration, Literal, MemberDeclaration, MethodBody, MethodDeclaration,
    Parameter, PropertyDeclaration, Statement, SwitchSection, Text, make, runtime,
};
use crate::ir::{Function, FunctionId, OperandKind, OperandName, UpvalueId, UpvalueSource};

/// The type of the varargs: they stay where the caller put them.
pub const VARARGS: &str = "ReadOnlySpan<LuaValue>";

/// The most parameters for which the runtime has an entry point of its own.
pub const MAX_FIXED: usize = 3;

/// Translates a function to its class; the parts of a large function share the variables of a second one, and are translated one by one.
pub fn translate(unit: &mut Unit<'_>, id: FunctionId, sink: &mut dyn ClassSink) {
    let program = unit.program;
    let function = &program.functions[id];
    let facts = &unit.facts.functions[id];
    let signature = Signature::of(function);
    let split = facts.parts.as_ref().map(|found| Split::of(unit, id, facts, found));
    let (parameters, body) = match &split {
        Some(split) => (split.parameters(), split.dispatcher()),
        None => Body::translate(unit, id, facts),
    };
    let attribute = facts.compiled_once.then(compiled_once);
    let numeric = facts.numeric.as_ref().map(|version| {
        let (own, body) = Body::translate(unit, id, &version.facts);
        (hand_over(&parameters, &version.parameters), function_method("internal", NUMERIC, own, body, attribute.clone()))
    });

    let mut members = vec![info(unit, id)];
    members.push(MemberDeclaration::Property(PropertyDeclaration {
        modifiers: "public override",
        ty: "FunctionInfo".into(),
        name: runtime::INFO.name.into(),
        value: make::name("info"),
    }));
    for (upvalue, _) in function.upvalues.iter_enumerated() {
        if !is_self(unit, id, upvalue) {
            members.push(MemberDeclaration::Field(FieldDeclaration {
                modifiers: "internal",
                ty: type_of(unit, facts.upvalues[upvalue]),
                name: unit.fields[id][upvalue.index()].clone(),
                value: None,
            }));
        }
    }
    if program.world.names_upvalues && !function.upvalues.is_empty() {
        members.extend(upvalues(&unit.fields[id]));
    }
    let (hand_over, numeric) = numeric.unzip();
    signature.methods(&mut members, General { parameters, body, resumable: !facts.live.is_empty(), hand_over, attribute });
    members.extend(numeric);
    let chunk = &program.chunks[function.chunk];
    let place = if function.line == 0 { chunk.path.to_string() } else { format!("{}:{}", chunk.path, function.line) };
    let summary = if function.line == 0 { format!("{place}: the main chunk") } else { format!("{place}: {}", function.heading) };
    sink.begin(&ClassDeclaration {
        summary: vec![summary],
        modifiers: "file sealed",
        name: unit.classes[id].clone(),
        base: Some(signature.base().into()),
        members,
    });
    if let Some(split) = split {
        split.methods(unit, sink);
        sink.end();
        sink.class(&split.locals(unit));
    } else {
        sink.end();
    }
}

/// The method of a function's version for numbers.
pub const NUMERIC: &str = "Numeric";

/// When the entry point hands over to the numeric version, and how: `n.IsInt` and `Numeric(L, n.n)`. An activation that is resumed is in the general
/// version already.
fn hand_over(parameters: &[Parameter], kinds: &[Kind]) -> (Expression, Expression) {
    let mut guards = Vec::new();
    let mut arguments = vec![make::state()];
    for (parameter, &kind) in parameters[1..].iter().zip(kinds) {
        let name = make::name(parameter.name.clone());
        if kind == Kind::Int {
            guards.push(make::member(name.clone(), runtime::IS_INT.name));
            arguments.push(make::member(name, runtime::VALUE_INT.name));
        } else {
            arguments.push(name);
        }
    }
    // Varargs are handed over as they are.
    arguments.extend(parameters[1..].iter().skip(kinds.len()).map(|parameter| make::name(parameter.name.clone())));
    let condition = guards.into_iter().reduce(make::and).expect("a numeric version assumes something");
    (condition, make::invoke(make::name(NUMERIC), arguments))
}

/// `[MethodImpl(Optimized)]`.
fn compiled_once() -> Expression {
    make::invoke(make::name("MethodImpl"), vec![make::name(runtime::OPTIMIZED.name)])
}

/// `static readonly FunctionInfo info = new(…)`: what messages and tracebacks need.
fn info(unit: &Unit<'_>, id: FunctionId) -> MemberDeclaration {
    let function = &unit.program.functions[id];
    let parameters = i32::try_from(function.parameters.len()).expect("a function has at most 200 parameters");
    let parameters = if function.is_vararg { !parameters } else { parameters };
    let upvalues: Vec<&str> = function.upvalues.iter().map(|upvalue| &*upvalue.name).collect();
    let int = |value: u32| Expression::Literal(Literal::Int(i32::try_from(value).unwrap_or(i32::MAX)));
    let mut arguments = vec![
        source_constant(function.chunk),
        int(function.line),
        int(function.last_line),
        Expression::Literal(Literal::Int(parameters)),
        function.name.as_deref().map_or(Expression::Literal(Literal::Null), string),
        string(&sites(function)),
    ];
    let is_debugged = unit.program.world.is_debugged;
    if !upvalues.is_empty() || is_debugged {
        arguments.push(string(&upvalues.join(",")));
    }
    if is_debugged {
        arguments.push(string(&locals::places(function, &unit.facts.functions[id])));
    }
    MemberDeclaration::Field(FieldDeclaration {
        modifiers: "static readonly",
        ty: "FunctionInfo".into(),
        name: "info".into(),
        value: Some(make::invoke(make::name("new"), arguments)),
    })
}

/// What `debug` needs for upvalues, all of which are cells: their number, and the field of each. A field may have the name of the parameter.
fn upvalues(fields: &[Text]) -> [MemberDeclaration; 2] {
    let number = |index: usize| i32::try_from(index).expect("a function has at most 255 upvalues");
    let field = |name: &Text| Statement::Return(Expression::Ref(Box::new(make::member(Expression::This, name.clone()))));
    let sections = fields.iter().enumerate().skip(1);
    let sections = sections.map(|(index, name)| SwitchSection { labels: vec![number(index)], statements: vec![field(name)] });
    let mut body = vec![Statement::Switch(make::name("index"), sections.collect()), field(&fields[0])];
    if fields.len() == 1 {
        body.remove(0);
    }
    [
        MemberDeclaration::Property(PropertyDeclaration {
            modifiers: "public override",
            ty: "int".into(),
            name: runtime::UPVALUE_COUNT.name.into(),
            value: Expression::Literal(Literal::Int(number(fields.len()))),
        }),
        MemberDeclaration::Method(MethodDeclaration {
            summary: Vec::new(),
            attribute: None,
            modifiers: "public override",
            ty: "ref Cell".into(),
            name: runtime::UPVALUE.name.into(),
            parameters: vec![Parameter { ty: "int".into(), name: "index".into() }],
            body: MethodBody::Block(body),
        }),
    ]
}

/// The sites of a function as the runtime's `FunctionInfo` reads them.
fn sites(function: &Function) -> String {
    let mut text = String::new();
    for site in &function.sites {
        if !text.is_empty() {
            text.push(';');
        }
        write!(text, "{}", site.line).expect("writing to a string does not fail");
        for operand in &site.operands {
            operand_name(&mut text, operand.as_ref());
        }
    }
    text
}

fn operand_name(text: &mut String, operand: Option<&OperandName>) {
    text.push(',');
    let Some(operand) = operand else {
        text.push('-');
        return;
    };
    text.push(match operand.kind {
        OperandKind::Local => 'l',
        OperandKind::Upvalue => 'u',
        OperandKind::Global => 'g',
        OperandKind::Field => 'f',
        OperandKind::Method => 'm',
        OperandKind::Constant => 'c',
        OperandKind::ForIterator => 'i',
    });
    for &byte in operand.name.iter() {
        if byte.is_ascii_graphic() && !b";,%".contains(&byte) {
            text.push(char::from(byte));
        } else {
            write!(text, "%{byte:02X}").expect("writing to a string does not fail");
        }
    }
}

/// Whether an upvalue of a function is the function itself: a `local function` that names itself.
pub fn is_self(unit: &Unit<'_>, id: FunctionId, upvalue: UpvalueId) -> bool {
    let function = &unit.program.functions[id];
    match (function.upvalues[upvalue].source, function.parent) {
        (UpvalueSource::ParentLocal(local), Some(parent)) => unit.program.functions[parent].locals[local].function == Some(id),
        _ => false,
    }
}

/// The C# type of a kind of variable.
pub fn type_of(unit: &Unit<'_>, kind: Kind) -> Text {
    match kind {
        Kind::Value | Kind::Nothing => "LuaValue".into(),
        Kind::Int => "long".into(),
        Kind::Float => "double".into(),
        Kind::Bool => "bool".into(),
        Kind::Table => "LuaTable".into(),
        Kind::Function(id) => unit.classes[id].clone(),
        Kind::Cell => "Cell".into(),
        Kind::Array => "LuaValue[]".into(),
        Kind::Cursor => "int".into(),
    }
}

/// The entry points of a function.
pub struct Signature {
    parameters: usize,
    is_vararg: bool,
}

impl Signature {
    /// Those of a function.
    pub fn of(function: &Function) -> Self {
        Self { parameters: function.parameters.len(), is_vararg: function.is_vararg }
    }

    /// Whether the runtime has an entry point for exactly these parameters.
    pub fn is_fixed(&self) -> bool {
        !self.is_vararg && self.parameters <= MAX_FIXED
    }

    /// The method that a known caller calls.
    pub fn direct(&self) -> &'static str {
        if self.is_fixed() { CALLS[self.parameters] } else { "Invoke" }
    }

    fn base(&self) -> &'static str {
        if self.is_fixed() { BASES[self.parameters] } else { "LuaFunctionN" }
    }

    /// The methods of the class: the entry point, and for a function that can suspend `Resume` and the body behind both. The entry point of a function
    /// with a numeric version only chooses, so that the version which nobody calls is not compiled.
    fn methods(&self, members: &mut Vec<MemberDeclaration>, general: General) {
        let General { parameters, body, resumable, hand_over, attribute } = general;
        let names: Vec<Expression> = parameters.iter().map(|parameter| make::name(parameter.name.clone())).collect();
        if !self.is_fixed() {
            let mut arguments = vec![make::state()];
            arguments.extend(
                (0..self.parameters)
                    .map(|index| make::invoke(make::name(runtime::ARGUMENT.name), vec![make::name("args"), make::int(index)])),
            );
            if self.is_vararg {
                arguments
                    .push(make::invoke(make::name(runtime::VARARGS.name), vec![make::name("args"), make::int(self.parameters)]));
            }
            members.push(
                method(
                    "public override",
                    "CallN",
                    vec![parameter("LuaState", "L"), parameter("ReadOnlySpan<LuaValue>", "args")],
                    MethodBody::Expression(make::invoke(make::name("Invoke"), arguments)),
                )
                .into(),
            );
        }
        let entry = if self.is_fixed() { "public override" } else { "internal" };
        if !resumable && hand_over.is_none() {
            members.push(function_method(entry, self.direct(), parameters, body, attribute));
            return;
        }
        let behind = if resumable { "Body" } else { "General" };
        let mut arguments = names;
        if resumable {
            arguments.push(make::name("null"));
        }
        let mut choice = make::invoke(make::name(behind), arguments);
        if let Some((condition, numeric)) = hand_over {
            choice = Expression::Conditional(Box::new(condition), Box::new(numeric), Box::new(choice));
        }
        members.push(method(entry, self.direct(), parameters.clone(), MethodBody::Expression(choice)).into());
        let mut all = parameters;
        if resumable {
            let mut restored = vec![make::state()];
            restored.extend((1..all.len()).map(|_| make::default()));
            restored.push(make::name("frame"));
            members.push(
                method(
                    "public override",
                    runtime::RESUME.name,
                    vec![parameter("LuaState", "L"), parameter("Frame", "frame")],
                    MethodBody::Expression(make::invoke(make::name("Body"), restored)),
                )
                .into(),
            );
            all.push(parameter("Frame", "frame"));
        }
        members.push(function_method("private", behind, all, body, attribute));
    }
}

/// The version of a function for all arguments.
struct General {
    parameters: Vec<Parameter>,
    body: Vec<Statement>,
    resumable: bool,
    /// When the numeric version is called, and the call.
    hand_over: Option<(Expression, Expression)>,
    attribute: Option<Expression>,
}

const CALLS: [&str; MAX_FIXED + 1] = ["Call0", "Call1", "Call2", "Call3"];
const BASES: [&str; MAX_FIXED + 1] = ["LuaFunction0", "LuaFunction1", "LuaFunction2", "LuaFunction3"];

/// A method that gives a value.
pub fn method(modifiers: &'static str, name: impl Into<Text>, parameters: Vec<Parameter>, body: MethodBody) -> MethodDeclaration {
    MethodDeclaration {
        summary: Vec::new(),
        attribute: None,
        modifiers,
        ty: "LuaValue".into(),
        name: name.into(),
        parameters,
        body,
    }
}

/// A method that is a version of a function.
fn function_method(
    modifiers: &'static str,
    name: &'static str,
    parameters: Vec<Parameter>,
    body: Vec<Statement>,
    attribute: Option<Expression>,
) -> MemberDeclaration {
    MethodDeclaration { attribute, ..method(modifiers, name, parameters, MethodBody::Block(body)) }.into()
}

/// A parameter of a method.
pub fn parameter(ty: &'static str, name: impl Into<Text>) -> Parameter {
    Parameter { ty: ty.into(), name: name.into() }
}
