//! The parts of a large function: a method each, and a dispatcher that runs them in order.
//!
//! ```text
//! while (true)
//! {
//!     switch (locals.part) { case 0: r = Part1(L, locals, frame); break; … }
//!     if (r.IsAbrupt || locals.done) return r;
//!     locals.part += 1;
//!     frame = null;
//! }
//! ```
//! A part that is suspended saves itself in a frame of the function, with the shared object first; when it is resumed the object says which part
//! goes on.

use super::body::{Body, Common};
use super::functions::{VARARGS, method, parameter, type_of};
use super::unit::Unit;
use crate::analyze::{FunctionFacts, Parts};
use crate::csharp::runtime;
use crate::csharp::{
    BinaryOperator, ClassDeclaration, Expression, FieldDeclaration, Initializer, Literal, MemberDeclaration, MethodBody,
    Parameter, Statement, SwitchSection, Text, VariableDeclarator, make,
};
use crate::ir::FunctionId;

/// A function in parts.
pub struct Split {
    /// The parameters of the dispatcher, the state first.
    pub parameters: Vec<Parameter>,
    /// The statements of the dispatcher.
    pub dispatcher: Vec<Statement>,
    /// The methods of the parts.
    pub methods: Vec<MemberDeclaration>,
    /// The class of the shared object.
    pub locals: ClassDeclaration,
}

/// Translates a large function.
pub fn translate<'a>(unit: &mut Unit<'a>, id: FunctionId, facts: &'a FunctionFacts, parts: &Parts) -> Split {
    let function = &unit.program.functions[id];
    let common = Common::of(unit, id, facts);
    let names = &common.names;
    let class = Text::from(format!("{}_locals", unit.classes[id]));
    let is_resumable = !facts.live.is_empty();

    let mut fields = vec![field("int", "part"), field("bool", "done")];
    let mut initializers = Vec::new();
    let mut parameters = vec![parameter("LuaState", "L")];
    for &local in &function.parameters {
        let slot = facts.variables.of(local).expect("a parameter occurs");
        parameters.push(Parameter { ty: "LuaValue".into(), name: names[slot].clone() });
        initializers.push(Initializer { name: names[slot].clone(), value: make::name(names[slot].clone()) });
    }
    if function.is_vararg {
        parameters.push(parameter(VARARGS, "varargs"));
        fields.push(field("LuaValue[]", "varargs"));
        initializers.push(Initializer {
            name: "varargs".into(),
            value: make::invoke(make::member(make::name("varargs"), "ToArray"), Vec::new()),
        });
    }
    for (slot, variable) in facts.variables.slots.iter_enumerated() {
        if parts.shared.contains(&slot) {
            fields.push(field(type_of(unit, variable.kind), names[slot].clone()));
        }
    }

    let mut methods = Vec::new();
    for part in 0..parts.ranges.len() {
        let body = Body::translate_part(unit, id, facts, part, &common);
        let mut parameters = vec![parameter("LuaState", "L"), Parameter { ty: class.clone(), name: "locals".into() }];
        if is_resumable {
            parameters.push(parameter("Frame", "frame"));
        }
        methods.push(method("private", part_name(part), parameters, MethodBody::Block(body)));
    }
    let dispatcher = dispatcher(&class, initializers, parts.ranges.len(), is_resumable);
    let locals = ClassDeclaration {
        summary: vec![format!("The variables that the parts of {} share.", unit.classes[id])],
        modifiers: "file sealed",
        name: class,
        base: None,
        members: fields,
    };
    Split { parameters, dispatcher, methods, locals }
}

fn dispatcher(class: &Text, initializers: Vec<Initializer>, count: usize, is_resumable: bool) -> Vec<Statement> {
    let locals = || make::name("locals");
    let variable = |ty: Text, name: &'static str| {
        Statement::LocalDeclaration(ty, vec![VariableDeclarator { name: name.into(), value: make::default() }])
    };
    let mut statements = vec![variable(class.clone(), "locals"), variable("LuaValue".into(), "r")];
    let create = make::assign(locals(), Expression::ObjectCreation(class.clone(), Vec::new(), initializers));
    if is_resumable {
        let saved = Expression::ElementAccess(
            Box::new(make::member(make::name("frame"), runtime::FRAME_VALUES.name)),
            Box::new(make::int(0)),
        );
        let restore = make::assign(locals(), super::resume::cast_object(class, saved));
        let is_resumed = make::binary(make::name("frame"), BinaryOperator::NotEquals, Expression::Literal(Literal::Null));
        statements.push(Statement::If(is_resumed, vec![restore], vec![create]));
    } else {
        statements.push(create);
    }
    let overflow = Statement::Return(make::on_state(runtime::STACK_OVERFLOW, Vec::new()));
    statements.push(make::when(make::on_state(runtime::IS_STACK_LOW, Vec::new()), overflow));

    let sections = (0..count).map(|part| {
        let mut arguments = vec![make::state(), locals()];
        if is_resumable {
            arguments.push(make::name("frame"));
        }
        let run = make::assign(make::name("r"), make::invoke(make::name(part_name(part)), arguments));
        let label = i32::try_from(part).expect("a function has few parts");
        SwitchSection { labels: vec![label], statements: vec![run, Statement::Break] }
    });
    let part = || make::member(locals(), "part");
    let finished = make::binary(
        make::member(make::name("r"), runtime::IS_ABRUPT.name),
        BinaryOperator::LogicalOr,
        make::member(locals(), "done"),
    );
    let mut round = vec![
        Statement::Switch(part(), sections.collect()),
        make::when(finished, Statement::Return(make::name("r"))),
        Statement::Expression(Expression::AddAssignment(Box::new(part()), Box::new(make::int(1)))),
    ];
    if is_resumable {
        round.push(make::assign(make::name("frame"), Expression::Literal(Literal::Null)));
    }
    statements.push(Statement::Forever(round));
    statements
}

/// The methods count from 1.
fn part_name(part: usize) -> Text {
    Text::from(format!("Part{}", part + 1))
}

fn field(ty: impl Into<Text>, name: impl Into<Text>) -> MemberDeclaration {
    MemberDeclaration::Field(FieldDeclaration { modifiers: "internal", ty: ty.into(), name: name.into(), value: None })
}

impl Body<'_, '_> {
    /// In a part of a large function a return says that the function is done.
    pub fn note_done(&mut self) {
        if self.part.is_some() {
            self.out.push(make::assign(make::member(make::name("locals"), "done"), make::boolean(true)));
        }
    }
}
