//! One sealed class a Lua function.

use std::fmt::Write;

use flua_ast::Id;

use super::body::Body;
use super::locals;
use super::parts::Split;
use super::unit::{Unit, source_constant, string};
use crate::analyze::versions::leaves::Leaf;
use crate::analyze::{FunctionFacts, Kind};
use crate::csharp::{
    ClassDeclaration, ClassSink, Expression, FieldDeclaration, Literal, MemberDeclaration, MethodBody, MethodDeclaration,
    Parameter, PropertyDeclaration, Statement, SwitchSection, Text, make, runtime, runtime::Member,
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
    let attribute = (facts.compiled_once && !facts.is_cold).then(compiled_once);
    let mut choices = Vec::new();
    let mut special = Vec::new();
    for (index, version) in facts.versions.iter().enumerate() {
        let (own, body) = Body::translate(unit, id, &version.facts);
        let name = version_name(facts, index + 1);
        choices.push(hand_over(&parameters, &version.parameters, name, version.facts.leaf.as_ref()));
        special.push(version_method(unit, &version.facts, name, own, body, facts.compiled_once));
    }

    if let Some(first) = &facts.first {
        let (own, body) = Body::translate(unit, id, first);
        let kinds = vec![Kind::Value; function.parameters.len()];
        choices.push(hand_over(&parameters, &kinds, first_name(first), None));
        special.push(version_method(unit, first, first_name(first), own, body, facts.compiled_once));
    }

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
    for (global, name) in &unit.globals[id] {
        members.push(MemberDeclaration::Field(FieldDeclaration {
            modifiers: "private",
            ty: unit.classes[*global].clone(),
            name: name.clone(),
            value: None,
        }));
    }
    if program.world.names_upvalues && !function.upvalues.is_empty() {
        members.extend(upvalues(&unit.fields[id]));
    }
    if let Some(leaf) = &facts.leaf {
        let kinds = vec![Kind::Value; function.parameters.len()];
        choices.push(hand_over(&parameters, &kinds, version_name(facts, 0), Some(leaf)));
        special.push(version_method(unit, facts, version_name(facts, 0), parameters.clone(), body, facts.compiled_once));
        signature.methods(&mut members, General { parameters, body: None, resumable: false, choices, attribute });
    } else {
        let resumable = !facts.live.is_empty();
        signature.methods(&mut members, General { parameters, body: Some(body), resumable, choices, attribute });
    }
    members.extend(special);
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

/// The method in which the general version of a function is.
pub fn general_method(unit: &Unit<'_>, id: FunctionId) -> &'static str {
    let facts = &unit.facts.functions[id];
    if facts.leaf.is_some() {
        version_name(facts, 0)
    } else if let Some(first) = &facts.first {
        first_name(first)
    } else if !facts.live.is_empty() {
        RESUMABLE
    } else if !facts.versions.is_empty() {
        GENERAL
    } else {
        Signature::of(&unit.program.functions[id]).direct()
    }
}

/// The method of a version that takes numbers; 0 is that of a general version which is a leaf.
pub fn version_name(facts: &FunctionFacts, version: usize) -> &'static str {
    let Some(index) = version.checked_sub(1) else { return "Plain" };
    let is_float = |index: usize| facts.versions[index].parameters.iter().all(|&kind| kind != Kind::Int);
    match (is_float(index), (0..index).any(|before| is_float(before) == is_float(index))) {
        (true, false) => "Floats",
        (true, true) => "Floats2",
        (false, false) => "Numeric",
        (false, true) => "Numeric2",
    }
}

/// The method of the version for any arguments in which activations begin.
fn first_name(first: &FunctionFacts) -> &'static str {
    let has_arrays = first.kinds.iter().any(|kind| kind.is_private());
    if has_arrays { "Unboxed" } else { "Structured" }
}

/// The method of a version that is not the body of the entry point.
fn version_method(
    unit: &Unit<'_>,
    facts: &FunctionFacts,
    name: &'static str,
    parameters: Vec<Parameter>,
    body: Vec<Statement>,
    is_compiled_once: bool,
) -> MemberDeclaration {
    let attribute = match &facts.leaf {
        Some(leaf) if leaf.is_inlined => Some(method_attribute(runtime::INLINED)),
        _ => is_compiled_once.then(compiled_once),
    };
    let MemberDeclaration::Method(mut method) = function_method("internal", name, parameters, body, attribute) else {
        unreachable!("a method is made");
    };
    if let Some(leaf) = &facts.leaf {
        let types: Vec<Text> = leaf.results.iter().map(|&kind| type_of(unit, kind)).collect();
        method.ty = match types.as_slice() {
            [only] => only.clone(),
            several => Text::from(format!("({})", several.iter().map(Text::as_str).collect::<Vec<_>>().join(", "))),
        };
        if leaf.is_static {
            method.modifiers = "internal static";
        }
    }
    method.into()
}

/// A version to which the entry point may hand over.
struct Choice {
    /// Of what kinds the arguments must be: `n.IsInt`; none for any.
    condition: Option<Expression>,
    /// `Numeric(L, n.n)`
    call: Expression,
    /// How many results a leaf gives; none for what returns as a function does.
    leaf_results: Option<usize>,
}

/// When the entry point hands over to a version, and how: `n.IsInt` and `Numeric(L, n.n)`. An activation that is resumed is in the general version
/// already.
fn hand_over(parameters: &[Parameter], kinds: &[Kind], method: &'static str, leaf: Option<&Leaf>) -> Choice {
    let mut guards = Vec::new();
    let mut arguments = vec![make::state()];
    for (parameter, &kind) in parameters[1..].iter().zip(kinds) {
        let name = make::name(parameter.name.clone());
        let (guard, content) = match kind {
            Kind::Int => (runtime::IS_INT, runtime::VALUE_INT),
            Kind::Float => (runtime::IS_FLOAT, runtime::VALUE_FLOAT),
            _ => {
                arguments.push(name);
                continue;
            }
        };
        guards.push(make::member(name.clone(), guard.name));
        arguments.push(make::member(name, content.name));
    }
    // Varargs are handed over as they are.
    arguments.extend(parameters[1..].iter().skip(kinds.len()).map(|parameter| make::name(parameter.name.clone())));
    Choice {
        condition: guards.into_iter().reduce(make::and),
        call: make::invoke(make::name(method), arguments),
        leaf_results: leaf.map(|leaf| leaf.results.len()),
    }
}

/// What the entry point does: an expression where that suffices, statements where a leaf gives several results.
fn choose(choices: Vec<Choice>, parameters: &[Parameter]) -> MethodBody {
    let mut name = String::from("results");
    while parameters.iter().any(|parameter| parameter.name.as_str() == name) {
        name.push('_');
    }
    let name = Text::from(name);
    let is_simple = choices.iter().all(|choice| choice.leaf_results.is_none_or(|count| count == 1));
    let value = |choice: Choice| match choice.leaf_results {
        Some(1) => make::on_state(runtime::RETURN1, vec![choice.call]),
        _ => choice.call,
    };
    if is_simple {
        let whole = choices.into_iter().rev().fold(None, |otherwise: Option<Expression>, choice| {
            let condition = choice.condition.clone();
            let value = value(choice);
            Some(match (condition, otherwise) {
                (Some(condition), Some(otherwise)) => {
                    Expression::Conditional(Box::new(condition), Box::new(value), Box::new(otherwise))
                }
                _ => value,
            })
        });
        return MethodBody::Expression(whole.expect("there is a version for any arguments"));
    }
    let mut statements = Vec::new();
    for mut choice in choices {
        let condition = choice.condition.take();
        let mut then = Vec::new();
        match choice.leaf_results {
            Some(count) if count > 1 => {
                then.push(make::declare("var", name.clone(), choice.call));
                let item = |index: usize| make::member(make::name(name.clone()), Text::from(format!("Item{index}")));
                then.push(Statement::Return(super::calls::return_of((1..=count).map(item).collect())));
            }
            _ => then.push(Statement::Return(value(choice))),
        }
        match condition {
            Some(condition) => statements.push(Statement::If(condition, then, Vec::new())),
            // In a block of its own, since the versions before may have used the name.
            None if then.len() > 1 => statements.push(Statement::Block(then)),
            None => statements.append(&mut then),
        }
    }
    MethodBody::Block(statements)
}

/// `[MethodImpl(Optimized)]`.
fn compiled_once() -> Expression {
    method_attribute(runtime::OPTIMIZED)
}

fn method_attribute(option: Member) -> Expression {
    make::invoke(make::name("MethodImpl"), vec![make::name(option.name)])
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
        Kind::String => "LuaString".into(),
        Kind::Table => "LuaTable".into(),
        Kind::Function(id) | Kind::Global(id) => unit.classes[id].clone(),
        Kind::Cell => "Cell".into(),
        Kind::Array => "LuaValue[]".into(),
        Kind::Cursor => "int".into(),
        Kind::Private(element) => super::private_arrays::array_of(&type_of(unit, element.kind())),
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
        let General { parameters, body, resumable, mut choices, attribute } = general;
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
        let behind = if resumable { RESUMABLE } else { GENERAL };
        let body = match body {
            Some(body) if !resumable && choices.is_empty() => {
                members.push(function_method(entry, self.direct(), parameters, body, attribute));
                return;
            }
            None => {
                let choice = choose(choices, &parameters);
                members.push(method(entry, self.direct(), parameters, choice).into());
                return;
            }
            Some(body) => body,
        };
        let mut arguments = names;
        if resumable {
            arguments.push(make::name("null"));
        }
        let general = make::invoke(make::name(behind), arguments);
        choices.push(Choice { condition: None, call: general, leaf_results: None });
        let choice = choose(choices, &parameters);
        members.push(method(entry, self.direct(), parameters.clone(), choice).into());
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
                    MethodBody::Expression(make::invoke(make::name(RESUMABLE), restored)),
                )
                .into(),
            );
            all.push(parameter("Frame", "frame"));
        }
        members.push(function_method("internal", behind, all, body, attribute));
    }
}

/// The version of a function for all arguments.
struct General {
    parameters: Vec<Parameter>,
    /// None when it is a leaf, with a method of its own.
    body: Option<Vec<Statement>>,
    resumable: bool,
    /// The versions that the entry point tries before.
    choices: Vec<Choice>,
    attribute: Option<Expression>,
}

/// The method behind the entry points of a function that can be resumed.
pub const RESUMABLE: &str = "Body";
/// The method for all arguments, behind an entry point that chooses among versions.
const GENERAL: &str = "General";

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
