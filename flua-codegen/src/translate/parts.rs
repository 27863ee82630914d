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
    BinaryOperator, ClassDeclaration, ClassSink, Expression, FieldDeclaration, Initializer, Literal, MemberDeclaration,
    MethodBody, Parameter, Statement, SwitchSection, Text, make,
};
use crate::ir::{Function, FunctionId};

/// A function in parts.
pub struct Split<'a> {
    id: FunctionId,
    function: &'a Function,
    facts: &'a FunctionFacts,
    parts: &'a Parts,
    common: Common<'a>,
    /// The class of the shared object.
    class: Text,
}

impl<'a> Split<'a> {
    /// A large function.
    pub fn of(unit: &Unit<'a>, id: FunctionId, facts: &'a FunctionFacts, parts: &'a Parts) -> Self {
        let common = Common::of(unit, id, facts);
        let class = Text::from(format!("{}_locals", unit.classes[id]));
        Self { id, function: &unit.program.functions[id], facts, parts, common, class }
    }

    /// The parameters of the dispatcher, the state first.
    pub fn parameters(&self) -> Vec<Parameter> {
        let mut parameters = vec![parameter("LuaState", "L")];
        parameters.extend(self.parameter_names().map(|name| Parameter { ty: "LuaValue".into(), name }));
        if self.function.is_vararg {
            parameters.push(parameter(VARARGS, "varargs"));
        }
        parameters
    }

    fn parameter_names(&self) -> impl Iterator<Item = Text> {
        self.function.parameters.iter().map(|&local| {
            let slot = self.facts.variables.of(local).expect("a parameter occurs");
            self.common.names[slot].clone()
        })
    }

    /// The statements of the dispatcher.
    pub fn dispatcher(&self) -> Vec<Statement> {
        let initializer = |name: Text| Initializer { name: name.clone(), value: make::name(name) };
        let mut initializers: Vec<Initializer> = self.parameter_names().map(initializer).collect();
        if self.function.is_vararg {
            initializers.push(Initializer {
                name: "varargs".into(),
                value: make::invoke(make::member(make::name("varargs"), "ToArray"), Vec::new()),
            });
        }
        dispatcher(&self.class, initializers, self.parts.ranges.len(), self.is_resumable())
    }

    /// Gives the methods of the parts, one by one.
    pub fn methods(&self, unit: &mut Unit<'a>, sink: &mut dyn ClassSink) {
        for part in 0..self.parts.ranges.len() {
            let body = Body::translate_part(unit, self.id, self.facts, part, &self.common);
            let mut parameters = vec![parameter("LuaState", "L"), Parameter { ty: self.class.clone(), name: "locals".into() }];
            if self.is_resumable() {
                parameters.push(parameter("Frame", "frame"));
            }
            sink.method(&method("private", part_name(part), parameters, MethodBody::Block(body)));
        }
    }

    /// The class of the shared object.
    pub fn locals(&self, unit: &Unit<'_>) -> ClassDeclaration {
        let mut fields = vec![field("int", "part"), field("bool", "done")];
        if self.function.is_vararg {
            fields.push(field("LuaValue[]", "varargs"));
        }
        for (slot, variable) in self.facts.variables.slots.iter_enumerated() {
            if self.parts.shared.contains(&slot) {
                fields.push(field(type_of(unit, variable.kind), self.common.names[slot].clone()));
            }
        }
        ClassDeclaration {
            summary: vec![format!("The variables that the parts of {} share.", unit.classes[self.id])],
            modifiers: "file sealed",
            name: self.class.clone(),
            base: None,
            members: fields,
        }
    }

    fn is_resumable(&self) -> bool {
        !self.facts.live.is_empty()
    }
}

fn dispatcher(class: &Text, initializers: Vec<Initializer>, count: usize, is_resumable: bool) -> Vec<Statement> {
    let locals = || make::name("locals");
    let variable = |ty: Text, name: &'static str| make::declare(ty, name, make::default());
    let mut statements = vec![variable(class.clone(), "locals"), variable("LuaValue".into(), "r")];
    let create = make::assign(locals(), make::create_with(class.clone(), initializers));
    if is_resumable {
        let saved = make::element(make::member(make::name("frame"), runtime::FRAME_VALUES.name), make::int(0));
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
        make::add_to(part(), make::int(1)),
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
