//! The file: the script's class with its public face, its functions and its constants.

use std::rc::Rc;
use std::sync::Arc;

use flua_ast::IndexVec;
use rustc_hash::{FxHashMap, FxHashSet};

use super::ahead::{self, HotMethod};
use super::functions;
use super::naming::{Namer, is_identifier};
use crate::analyze::Facts;
use crate::csharp::{
    BinaryOperator, ClassDeclaration, ClassSink, CompilationUnit, Expression, FieldDeclaration, Initializer, Literal,
    MemberDeclaration, MethodBody, MethodDeclaration, Parameter, PropertyDeclaration, Text, make, runtime,
};
use crate::ir::{Chunk, Function, FunctionId, LoadKey, Origin, Program, Storage, TableData, TableTemplate};
use crate::options::Options;

/// What the translation of all functions shares.
pub struct Unit<'a> {
    /// The program.
    pub program: &'a Program,
    /// Its facts.
    pub facts: &'a Facts,
    /// The class of each function.
    pub classes: IndexVec<FunctionId, Text>,
    /// The names of upvalue fields, by function and upvalue.
    pub fields: IndexVec<FunctionId, Vec<Text>>,
    /// The fields that keep what a function read from globals to which one function is assigned.
    pub globals: IndexVec<FunctionId, Vec<(FunctionId, Text)>>,
    /// The string constants.
    pub constants: Constants,
}

/// The name of a chunk as the reference marks it: `@` before a file's name, `=` before any other.
fn chunk_name(path: &str) -> String {
    let mark = if matches!(path, "stdin" | "(command line)") { '=' } else { '@' };
    format!("{mark}{path}")
}

/// The name of a chunk that is loaded when the program runs is as the program gave it.
fn source_of(chunk: &Chunk) -> String {
    match &chunk.origin {
        Origin::Loaded(LoadKey::Text { name, .. }) => name.to_string(),
        Origin::Loaded(LoadKey::File { path }) => format!("@{path}"),
        Origin::Main | Origin::Module(_) => chunk_name(&chunk.path),
    }
}

/// The field of `K` that holds the name of a chunk.
fn source_name(chunk: usize) -> Text {
    if chunk == 0 { "Source".into() } else { Text::from(format!("Source{}", chunk + 1)) }
}

/// The property of `K` that holds the constants of a constructor.
fn data_name(number: usize) -> Text {
    Text::from(format!("Data{number}"))
}

/// The field of `K` that holds what the tables of a constructor have in common.
fn template_name(number: usize) -> Text {
    Text::from(format!("Template{number}"))
}

fn missed_name(number: usize) -> Text {
    Text::from(format!("Missed{number}"))
}

fn group_name(number: usize) -> Text {
    Text::from(format!("Group{number}"))
}

/// The most texts in one class of constants.
const CONSTANTS_PER_CLASS: usize = 1000;

/// `K.Source`: the name of a chunk.
pub fn source_constant(chunk: usize) -> Expression {
    make::member(make::name("K"), source_name(chunk))
}

/// The string constants of the file: fields of the class `K`.
#[derive(Default)]
pub struct Constants {
    names: FxHashMap<Rc<[u8]>, (Text, Text)>,
    order: Vec<(Text, Rc<[u8]>)>,
    data: Vec<Arc<TableData>>,
    templates: FxHashMap<Arc<TableTemplate>, usize>,
    template_values: Vec<Expression>,
    groups: FxHashMap<Vec<Arc<[u8]>>, usize>,
    group_values: Vec<Expression>,
    namer: Option<Namer>,
    method_calls: usize,
    loops: usize,
}

impl Constants {
    /// `K.name` for a string.
    pub fn reference(&mut self, bytes: &[u8]) -> Expression {
        let (class, name) = if let Some(known) = self.names.get(bytes) {
            known.clone()
        } else {
            let namer = self.namer.get_or_insert_with(Namer::new);
            let name = match std::str::from_utf8(bytes) {
                Ok(text) if is_identifier(bytes) => namer.take(text),
                _ => namer.take_numbered("text"),
            };
            let bytes: Rc<[u8]> = bytes.into();
            let class = constants_class(self.order.len() / CONSTANTS_PER_CLASS);
            self.names.insert(bytes.clone(), (class.clone(), name.clone()));
            self.order.push((name.clone(), bytes));
            (class, name)
        };
        make::member(Expression::IdentifierName(class), name)
    }

    /// `K.Methods + n`: the number of the next method call that remembers what it found.
    pub fn method_call(&mut self) -> Expression {
        let number = self.method_calls;
        self.method_calls += 1;
        if number == 0 { methods() } else { make::binary(methods(), BinaryOperator::Add, make::int(number)) }
    }

    /// `K.Missed1`: how often the usual way of the next loop was left in its first round.
    pub fn missed(&self) -> Expression {
        make::member(make::name("K"), missed_name(self.loops + 1))
    }

    /// The loop has a usual way.
    pub fn keep_missed(&mut self) {
        self.loops += 1;
    }

    /// `K.data1` for the constants of a long constructor.
    pub fn data(&mut self, data: &Arc<TableData>) -> Expression {
        self.data.push(data.clone());
        make::member(make::name("K"), data_name(self.data.len()))
    }

    /// `K.Template1` for constructors with the same names and sizes.
    pub fn template(&mut self, template: &Arc<TableTemplate>) -> Expression {
        let index = if let Some(&known) = self.templates.get(template) {
            known
        } else {
            let mut arguments = vec![make::int(template.array as usize), make::int(template.hash as usize)];
            arguments.extend(template.names.iter().map(|name| self.reference(name)));
            self.template_values.push(make::create("TableTemplate", arguments));
            self.templates.insert(template.clone(), self.templates.len());
            self.templates.len() - 1
        };
        make::member(Expression::IdentifierName(constants_class(index / CONSTANTS_PER_CLASS)), template_name(index + 1))
    }

    /// `K.Group1` for stretches that look at the same fields of an object.
    pub fn group(&mut self, names: &[Arc<[u8]>]) -> Expression {
        let index = if let Some(&known) = self.groups.get(names) {
            known
        } else {
            let arguments = names.iter().map(|name| self.reference(name)).collect();
            self.group_values.push(make::create("FieldGroup", arguments));
            self.groups.insert(names.to_vec(), self.groups.len());
            self.groups.len() - 1
        };
        make::member(Expression::IdentifierName(constants_class(index / CONSTANTS_PER_CLASS)), group_name(index + 1))
    }

    /// The classes of the constants: the first has all that is no text.
    fn classes(self, program: &Program) -> Vec<ClassDeclaration> {
        let sources = program.chunks.iter().enumerate().map(|(index, chunk)| {
            MemberDeclaration::Field(FieldDeclaration {
                modifiers: "internal const",
                ty: "string".into(),
                name: source_name(index),
                value: Some(string(&source_of(chunk))),
            })
        });
        let data = self.data.into_iter().enumerate().map(|(index, data)| {
            MemberDeclaration::Property(PropertyDeclaration {
                modifiers: "internal static",
                ty: "ReadOnlySpan<byte>".into(),
                name: data_name(index + 1),
                value: Expression::Literal(Literal::Bytes(data.text.as_bytes().into())),
            })
        });
        let methods = (self.method_calls > 0).then(|| {
            let reserve = make::member(make::name("LuaState"), runtime::RESERVE_METHOD_SITES.name);
            MemberDeclaration::Field(FieldDeclaration {
                modifiers: "internal static readonly",
                ty: "int".into(),
                name: "Methods".into(),
                value: Some(make::invoke(reserve, vec![make::int(self.method_calls)])),
            })
        });
        let missed = (1..=self.loops).map(|number| {
            MemberDeclaration::Field(FieldDeclaration {
                modifiers: "internal static",
                ty: "int".into(),
                name: missed_name(number),
                value: None,
            })
        });
        let mut rest = self.order.into_iter();
        let texts = rest.by_ref().take(CONSTANTS_PER_CLASS).map(|(name, bytes)| text_field(name, constant(bytes)));
        // Behind the texts, for it is in the order of the fields that their values are made.
        let mut templates = fields("TableTemplate", template_name, self.template_values);
        let mut groups = fields("FieldGroup", group_name, self.group_values);
        let own_templates: Vec<_> = templates.by_ref().take(CONSTANTS_PER_CLASS).collect();
        let own_groups: Vec<_> = groups.by_ref().take(CONSTANTS_PER_CLASS).collect();
        let first =
            sources.chain(methods).chain(missed).chain(texts).chain(own_templates).chain(own_groups).chain(data).collect();
        let mut classes = vec![Self::class(0, first)];
        loop {
            let texts: Vec<_> = rest.by_ref().take(CONSTANTS_PER_CLASS).collect();
            let mut members = if texts.is_empty() { Vec::new() } else { joined(texts) };
            members.extend(templates.by_ref().take(CONSTANTS_PER_CLASS));
            members.extend(groups.by_ref().take(CONSTANTS_PER_CLASS));
            if members.is_empty() {
                return classes;
            }
            classes.push(Self::class(classes.len(), members));
        }
    }

    fn class(index: usize, members: Vec<MemberDeclaration>) -> ClassDeclaration {
        ClassDeclaration {
            summary: vec!["The constants.".to_owned()],
            modifiers: "file static",
            name: constants_class(index),
            base: None,
            members,
        }
    }
}

/// The field of `K` that holds the number of the first method call.
fn methods() -> Expression {
    make::member(make::name("K"), "Methods")
}

/// The class of the constants, `K`; a large program has `K2`, `K3` … as well, so that no initialiser gets too long.
fn constants_class(index: usize) -> Text {
    if index == 0 { "K".into() } else { Text::from(format!("K{}", index + 1)) }
}

/// `internal static readonly TableTemplate Template1 = value;` and so on.
fn fields(ty: &'static str, name: fn(usize) -> Text, values: Vec<Expression>) -> impl Iterator<Item = MemberDeclaration> {
    values.into_iter().enumerate().map(move |(index, value)| {
        MemberDeclaration::Field(FieldDeclaration {
            modifiers: "internal static readonly",
            ty: ty.into(),
            name: name(index + 1),
            value: Some(value),
        })
    })
}

/// `internal static readonly LuaString name = value;`
fn text_field(name: Text, value: Expression) -> MemberDeclaration {
    MemberDeclaration::Field(FieldDeclaration {
        modifiers: "internal static readonly",
        ty: "LuaString".into(),
        name,
        value: Some(value),
    })
}

/// The members of a class of constants behind the first one: their texts are pieces of one literal, since each literal is a field of one class of the
/// assembly, which .NET loads slowly when it has tens of thousands.
fn joined(texts: Vec<(Text, Rc<[u8]>)>) -> Vec<MemberDeclaration> {
    let mut all = String::new();
    let mut members = Vec::with_capacity(texts.len() + 1);
    for (name, bytes) in texts {
        let Ok(text) = std::str::from_utf8(&bytes) else {
            members.push(text_field(name, constant(bytes)));
            continue;
        };
        let slice = make::invoke(make::member(make::name("Source"), "Slice"), vec![make::int(all.len()), make::int(text.len())]);
        all.push_str(text);
        members.push(text_field(name, make::invoke(make::member(make::name("LuaString"), runtime::CONSTANT.name), vec![slice])));
    }
    members.push(MemberDeclaration::Property(PropertyDeclaration {
        modifiers: "internal static",
        ty: "ReadOnlySpan<byte>".into(),
        name: "Source".into(),
        value: Expression::Literal(Literal::Bytes(all.into_bytes().into())),
    }));
    members
}

/// `LuaString.Constant("text"u8)`; bytes that are no UTF-8 stand as the characters with their numbers.
fn constant(bytes: Rc<[u8]>) -> Expression {
    let (member, bytes) = match std::str::from_utf8(&bytes) {
        Ok(_) => (runtime::CONSTANT, bytes),
        Err(_) => (runtime::CONSTANT_BYTES, bytes.iter().copied().map(char::from).collect::<String>().into_bytes().into()),
    };
    make::invoke(make::member(make::name("LuaString"), member.name), vec![Expression::Literal(Literal::Bytes(bytes))])
}

/// Translates the head of the file.
pub fn head(program: &Program, options: &Options) -> CompilationUnit {
    let path = &program.chunks[0].path;
    let mut header = vec!["<auto-generated>".to_owned(), format!("Compiled from {path} by flua {}.", env!("CARGO_PKG_VERSION"))];
    header.extend(options.header.lines().map(str::to_owned));
    header.push("</auto-generated>".to_owned());
    CompilationUnit {
        header,
        usings: [
            "#nullable disable",
            "#pragma warning disable",
            "using System;",
            "using System.Runtime.CompilerServices;",
            "using FLua.Runtime;",
            "using static FLua.Runtime.LuaOperations;",
        ]
        .map(str::to_owned)
        .to_vec(),
        namespace: options.namespace.clone(),
    }
}

/// Translates a program, and gives each class when it is complete.
pub fn translate(program: &Program, facts: &Facts, options: &Options, sink: &mut dyn ClassSink) {
    let fields = field_names(program);
    let globals = global_names(program, &fields);
    let mut unit = Unit { program, facts, classes: class_names(program), fields, globals, constants: Constants::default() };
    // A host starts as it likes.
    let hot = if options.program { ahead::hot_methods(&unit) } else { Vec::new() };
    sink.class(&ClassDeclaration {
        summary: vec![format!("The Lua program {}.", program.chunks[0].path)],
        modifiers: "public static",
        name: options.class.clone().into(),
        base: None,
        members: face(&mut unit, options, &hot),
    });
    for id in program.functions.ids() {
        functions::translate(&mut unit, id, sink);
    }
    let constants = std::mem::take(&mut unit.constants).classes(program);
    for class in &constants {
        sink.class(class);
    }
    if !hot.is_empty() {
        sink.class(&ahead::class(&unit, &hot, &constants));
    }
}

/// The members that hosts see: `Load`, and `Main` when it is a program.
fn face(unit: &mut Unit<'_>, options: &Options, hot: &[HotMethod]) -> Vec<MemberDeclaration> {
    let mut statements = vec![crate::csharp::Statement::Expression(make::on_state(
        runtime::REQUIRE_RUNTIME,
        vec![string(runtime::RUNTIME_VERSION)],
    ))];
    if unit.facts.cannot_suspend {
        statements.push(crate::csharp::Statement::Expression(make::on_state(runtime::LOAD_STRUCTURED, Vec::new())));
    }
    if unit.facts.optimizes {
        // The JIT knows the constants when it compiles a function that is compiled once.
        statements.push(ahead::initialize("K".into()));
    }
    if unit.program.world.is_debugged {
        statements.push(crate::csharp::Statement::Expression(make::on_state(runtime::LOAD_DEBUGGED, Vec::new())));
    }
    let globals = || make::member(make::state(), runtime::GLOBALS.name);
    for (index, chunk) in unit.program.chunks.iter().enumerate().skip(1) {
        let invocation = match &chunk.origin {
            Origin::Main => unreachable!("only the first chunk is the main one"),
            Origin::Module(name) => {
                let load = Expression::Lambda("L".into(), Box::new(main_function(unit, chunk.main, &globals)));
                make::on_state(runtime::ADD_MODULE, vec![string(name), string(&chunk.path), load])
            }
            Origin::Loaded(key) => {
                let environment = || make::name("environment");
                let load = Expression::Lambda("environment".into(), Box::new(main_function(unit, chunk.main, &environment)));
                match key {
                    LoadKey::Text { text, .. } => {
                        let text = unit.constants.reference(text);
                        make::on_state(runtime::ADD_TEXT, vec![text, source_constant(index), load])
                    }
                    LoadKey::File { path } => make::on_state(runtime::ADD_FILE, vec![string(path), load]),
                }
            }
        };
        statements.push(crate::csharp::Statement::Expression(invocation));
    }
    for (key, message) in &unit.program.refused {
        let invocation = match key {
            LoadKey::Text { text, name } => {
                let text = unit.constants.reference(text);
                make::on_state(runtime::REFUSE_TEXT, vec![text, string(name), string(message)])
            }
            LoadKey::File { path } => make::on_state(runtime::REFUSE_FILE, vec![string(path), string(message)]),
        };
        statements.push(crate::csharp::Statement::Expression(invocation));
    }
    statements.push(crate::csharp::Statement::Return(main_function(unit, unit.program.chunks[0].main, &globals)));
    let mut members = vec![MemberDeclaration::Method(MethodDeclaration {
        summary: vec!["Gives the main function, to be called in the state that it was loaded for.".to_owned()],
        attribute: None,
        modifiers: "public static",
        ty: "LuaFunction".into(),
        name: "Load".into(),
        parameters: vec![Parameter { ty: "LuaState".into(), name: "L".into() }],
        body: MethodBody::Block(statements),
    })];
    if options.program {
        let mut arguments = vec![make::name("args"), string(&unit.program.chunks[0].path), make::name("Load")];
        arguments.extend(ahead::references(hot));
        members.push(MemberDeclaration::Method(MethodDeclaration {
            summary: vec!["Runs the program.".to_owned()],
            attribute: None,
            modifiers: "public static",
            ty: "int".into(),
            name: "Main".into(),
            parameters: vec![Parameter { ty: "string[]".into(), name: "args".into() }],
            body: MethodBody::Expression(make::invoke(make::member(make::name("LuaProgram"), runtime::RUN.name), arguments)),
        }));
    }
    members
}

/// `new F_main { _ENV = environment }`. A chunk has one upvalue, `_ENV`: a cell when the chunk assigns it.
fn main_function(unit: &Unit<'_>, function: FunctionId, environment: &dyn Fn() -> Expression) -> Expression {
    let initializers = unit.program.functions[function].upvalues.iter().zip(&unit.fields[function]).map(|(upvalue, name)| {
        let value = match upvalue.storage {
            Storage::Value => environment(),
            Storage::Cell => make::create("Cell", vec![environment()]),
        };
        Initializer { name: name.clone(), value }
    });
    make::create_with(unit.classes[function].clone(), initializers.collect())
}

/// A `string` literal.
pub fn string(text: &str) -> Expression {
    Expression::Literal(Literal::String(text.to_owned()))
}

/// Classes are named after their functions: `F_fib`, `F_Account_deposit`, `F_line12`, `F_main`, `F_module_a_b`.
fn class_names(program: &Program) -> IndexVec<FunctionId, Text> {
    let mut taken = FxHashSet::<Rc<str>>::default();
    // The number to try next behind each name: a minified program has thousands of functions on one line.
    let mut next = FxHashMap::<Rc<str>, usize>::default();
    let mut names = IndexVec::new();
    for function in &program.functions {
        let base: Rc<str> = format!("F_{}", super::naming::identifier(&base_name(program, function))).into();
        let mut name = base.clone();
        if taken.contains(&name) {
            let number = next.entry(base.clone()).or_insert(2);
            while taken.contains(&name) {
                name = format!("{base}_{number}").into();
                *number += 1;
            }
        }
        taken.insert(name.clone());
        names.push(Text::Shared(name));
    }
    names
}

fn base_name(program: &Program, function: &Function) -> String {
    match (&function.name, function.parent) {
        (Some(name), _) => name.to_string(),
        (None, Some(_)) => format!("line{}", function.line),
        (None, None) => match &program.chunks[function.chunk].origin {
            Origin::Main => "main".to_owned(),
            Origin::Module(module) => format!("module_{module}"),
            Origin::Loaded(LoadKey::Text { .. }) => "text".to_owned(),
            Origin::Loaded(LoadKey::File { path }) => format!("file_{path}"),
        },
    }
}

/// The fields for globals have their names.
fn global_names(program: &Program, fields: &IndexVec<FunctionId, Vec<Text>>) -> IndexVec<FunctionId, Vec<(FunctionId, Text)>> {
    let mut names = IndexVec::new();
    for (id, function) in program.functions.iter_enumerated() {
        let mut found: Vec<(FunctionId, Text)> = Vec::new();
        let mut taken: Option<Namer> = None;
        for global in function.locals.iter().filter_map(|local| local.global) {
            if found.iter().all(|(known, _)| *known != global) {
                let taken = taken.get_or_insert_with(|| {
                    let mut taken = Namer::new();
                    for field in &fields[id] {
                        taken.take(field.as_str());
                    }
                    taken
                });
                found.push((global, taken.take(program.functions[global].name.as_deref().unwrap_or("global"))));
            }
        }
        names.push(found);
    }
    names
}

/// The fields of upvalues have the names of the variables.
fn field_names(program: &Program) -> IndexVec<FunctionId, Vec<Text>> {
    let mut names = IndexVec::new();
    for function in &program.functions {
        let mut taken = Namer::new();
        names.push(function.upvalues.iter().map(|upvalue| taken.take(&upvalue.name)).collect());
    }
    names
}
