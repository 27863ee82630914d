//! What the runtime has compiled on another processor while the program starts: the methods that probably run often.

use super::functions::{general_method, version_name};
use super::unit::Unit;
use crate::csharp::{ClassDeclaration, Expression, MemberDeclaration, MethodBody, MethodDeclaration, Statement, Text, make};
use crate::ir::FunctionId;

/// The class of the lists.
const HOT: &str = "Hot";

/// So many methods are in one list: the JIT loads their classes before it can run what makes the list.
const METHODS_PER_PART: usize = 16;

/// Of a program with more of them, most will not be called.
const MOST_METHODS: usize = 128;

/// A method of a function's class.
pub struct HotMethod {
    function: FunctionId,
    name: &'static str,
    is_static: bool,
}

/// `Hot.Part1`, `Hot.Part2` …: where the lists are made.
pub fn references(methods: &[HotMethod]) -> impl Iterator<Item = Expression> {
    (0..methods.len().div_ceil(METHODS_PER_PART)).map(|index| make::member(make::name(HOT), part_name(index)))
}

/// The methods that probably run often, in the order of the text, where what is called mostly stands before what calls it: so the program, which starts
/// at the other end, seldom waits for them. The main chunk is needed at once, and is left to it.
pub fn hot_methods(unit: &Unit<'_>) -> Vec<HotMethod> {
    let mut methods = Vec::new();
    for id in unit.program.functions.ids().filter(|&id| id != unit.program.chunks[0].main) {
        let facts = &unit.facts.functions[id];
        if !facts.compiled_once {
            continue;
        }
        // Where there are versions and an entry point chooses, nobody knows which.
        let general = facts.versions.is_empty().then(|| (facts, general_method(unit, id)));
        let called = facts.versions.iter().enumerate().filter(|(_, version)| version.is_called);
        let special = called.map(|(index, version)| (&version.facts, version_name(facts, index + 1)));
        for (version, method) in general.into_iter().chain(special) {
            let leaf = version.leaf.as_ref();
            if leaf.is_none_or(|leaf| !leaf.is_inlined) {
                methods.push(HotMethod { function: id, name: method, is_static: leaf.is_some_and(|leaf| leaf.is_static) });
            }
        }
        if methods.len() >= MOST_METHODS {
            break;
        }
    }
    methods
}

/// The class with the lists.
pub fn class(unit: &Unit<'_>, methods: &[HotMethod], constants: &[ClassDeclaration]) -> ClassDeclaration {
    let parts = methods.chunks(METHODS_PER_PART).enumerate().map(|(index, part)| {
        let delegates = part.iter().map(|method| make::member(owner(unit, method), method.name)).collect();
        let mut statements = Vec::new();
        if index == 0 {
            statements.extend(constants.iter().map(|class| initialize(class.name.clone())));
        }
        statements.push(Statement::Return(Expression::Collection(delegates)));
        MemberDeclaration::Method(MethodDeclaration {
            summary: Vec::new(),
            attribute: None,
            modifiers: "internal static",
            ty: "Delegate[]".into(),
            name: part_name(index),
            parameters: Vec::new(),
            body: MethodBody::Block(statements),
        })
    });
    ClassDeclaration {
        summary: vec!["The methods that probably run often, which are compiled while the program starts.".to_owned()],
        modifiers: "file static",
        name: HOT.into(),
        base: None,
        members: parts.collect(),
    }
}

/// `RuntimeHelpers.RunClassConstructor(typeof(K).TypeHandle)`: the JIT knows the constants of a class when it has been initialised.
pub fn initialize(class: Text) -> Statement {
    let handle = make::member(make::invoke(make::name("typeof"), vec![make::name(class)]), "TypeHandle");
    let run = make::member(make::name("RuntimeHelpers"), "RunClassConstructor");
    Statement::Expression(make::invoke(run, vec![handle]))
}

/// Whose method it is: a function made for this, unless the method is static.
fn owner(unit: &Unit<'_>, method: &HotMethod) -> Expression {
    let class = unit.classes[method.function].clone();
    if method.is_static { Expression::IdentifierName(class) } else { make::create(class, Vec::new()) }
}

fn part_name(index: usize) -> Text {
    Text::from(format!("Part{}", index + 1))
}
