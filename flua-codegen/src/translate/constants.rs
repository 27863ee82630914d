//! The constants of the file: fields of the class `K`.
//!
//! They are named in the order in which functions ask for them. Functions that are translated side by side cannot know what those before them asked
//! for: they name theirs by numbers, and names are put for the numbers when all is known ([`Named::settle`]).

use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::naming::{Namer, is_identifier};
use super::unit::{source_name, source_of, string};
use crate::csharp::{
    BinaryOperator, ClassDeclaration, Expression, FieldDeclaration, Literal, MemberDeclaration, PropertyDeclaration, Text, make,
    runtime,
};
use crate::ir::{Program, TableData, TableTemplate};

/// What stands around the number of a constant: control characters, which no printed text holds otherwise.
const BEFORE_NUMBER: char = '\u{1}';
const BEHIND_NUMBER: char = '\u{2}';

/// How functions name constants.
pub enum Constants {
    /// By their fields.
    Named(Named),
    /// By numbers for now.
    Numbered(Numbered),
}

impl Constants {
    /// `K.name` for a string.
    pub fn reference(&mut self, bytes: &[u8]) -> Expression {
        match self {
            Self::Named(named) => named.reference(bytes),
            Self::Numbered(numbered) => numbered.reference(bytes),
        }
    }

    /// `K.Methods + n`: the number of the next method call that remembers what it found.
    pub fn method_call(&mut self) -> Expression {
        match self {
            Self::Named(named) => named.method_call(),
            Self::Numbered(numbered) => numbered.add(Constant::MethodCall),
        }
    }

    /// `K.Data1` for the constants of a long constructor.
    pub fn data(&mut self, data: &Arc<TableData>) -> Expression {
        match self {
            Self::Named(named) => named.data(data),
            Self::Numbered(numbered) => numbered.add(Constant::Data(data.clone())),
        }
    }

    /// `K.Template1` for constructors with the same names and sizes.
    pub fn template(&mut self, template: &Arc<TableTemplate>) -> Expression {
        match self {
            Self::Named(named) => named.template(template),
            Self::Numbered(numbered) => numbered.shared(Constant::Template(template.clone())),
        }
    }

    /// `K.Group1` for stretches that look at the same fields of an object.
    pub fn group(&mut self, fields: &[Arc<[u8]>]) -> Expression {
        match self {
            Self::Named(named) => named.group(fields),
            Self::Numbered(numbered) => numbered.shared(Constant::Group(fields.to_vec())),
        }
    }

    /// `K.Missed1`: how often the usual way of the next loop was left in its first round.
    pub fn missed(&mut self) -> Expression {
        match self {
            Self::Named(named) => named.missed(),
            Self::Numbered(numbered) => numbered.add(Constant::Missed { is_kept: false }),
        }
    }

    /// The loop that asked for it last has a usual way.
    pub fn keep_missed(&mut self) {
        match self {
            Self::Named(named) => named.keep_missed(),
            Self::Numbered(numbered) => numbered.keep_missed(),
        }
    }
}

/// Something that a function asked for.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Constant {
    /// A string.
    Text(Arc<[u8]>),
    /// The number of a method call.
    MethodCall,
    /// The constants of a long constructor.
    Data(Arc<TableData>),
    /// What the tables of a constructor have in common.
    Template(Arc<TableTemplate>),
    /// The fields of a stretch.
    Group(Vec<Arc<[u8]>>),
    /// A count of a loop, if it turned out to have a usual way.
    Missed {
        /// Whether it did.
        is_kept: bool,
    },
}

/// Constants by numbers, in the order in which functions asked for them.
#[derive(Default)]
pub struct Numbered {
    order: Vec<Constant>,
    texts: FxHashMap<Arc<[u8]>, usize>,
    others: FxHashMap<Constant, usize>,
}

impl Numbered {
    fn reference(&mut self, bytes: &[u8]) -> Expression {
        if let Some(&known) = self.texts.get(bytes) {
            return Self::number(known);
        }
        let bytes: Arc<[u8]> = bytes.into();
        self.texts.insert(bytes.clone(), self.order.len());
        self.add(Constant::Text(bytes))
    }

    fn shared(&mut self, constant: Constant) -> Expression {
        if let Some(&known) = self.others.get(&constant) {
            return Self::number(known);
        }
        self.others.insert(constant.clone(), self.order.len());
        self.add(constant)
    }

    fn add(&mut self, constant: Constant) -> Expression {
        self.order.push(constant);
        Self::number(self.order.len() - 1)
    }

    fn keep_missed(&mut self) {
        let last = self.order.iter_mut().rev().find(|constant| matches!(constant, Constant::Missed { .. }));
        *last.expect("a loop asked before") = Constant::Missed { is_kept: true };
    }

    fn number(index: usize) -> Expression {
        make::member(make::name("K"), Text::from(format!("{BEFORE_NUMBER}{index}{BEHIND_NUMBER}")))
    }

    /// What was asked for.
    pub fn into_order(self) -> Vec<Constant> {
        self.order
    }
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

/// Constants by the names of their fields, which are given in the order in which functions ask for them.
#[derive(Default)]
pub struct Named {
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

impl Named {
    /// `K.name` for a string.
    fn reference(&mut self, bytes: &[u8]) -> Expression {
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
    fn method_call(&mut self) -> Expression {
        let number = self.method_calls;
        self.method_calls += 1;
        if number == 0 { methods() } else { make::binary(methods(), BinaryOperator::Add, make::int(number)) }
    }

    /// `K.Missed1`: how often the usual way of the next loop was left in its first round.
    fn missed(&self) -> Expression {
        make::member(make::name("K"), missed_name(self.loops + 1))
    }

    /// The loop has a usual way.
    fn keep_missed(&mut self) {
        self.loops += 1;
    }

    /// `K.data1` for the constants of a long constructor.
    fn data(&mut self, data: &Arc<TableData>) -> Expression {
        self.data.push(data.clone());
        make::member(make::name("K"), data_name(self.data.len()))
    }

    /// `K.Template1` for constructors with the same names and sizes.
    fn template(&mut self, template: &Arc<TableTemplate>) -> Expression {
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
    fn group(&mut self, names: &[Arc<[u8]>]) -> Expression {
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

    /// Names what functions asked for by numbers, and shows the pieces of their text with the names.
    pub fn settle(&mut self, text: &str, order: &[Constant], show: &mut dyn FnMut(&str)) {
        let names: Vec<String> = order.iter().map(|constant| self.name(constant)).collect();
        let mut rest = text;
        while let Some((before, numbered)) = rest.split_once(BEFORE_NUMBER) {
            let (number, behind) = numbered.split_once(BEHIND_NUMBER).expect("a number has an end");
            let index: usize = number.parse().expect("a number stands there");
            show(before.strip_suffix("K.").expect("a number stands for a member"));
            show(&names[index]);
            rest = behind;
        }
        show(rest);
    }

    fn name(&mut self, constant: &Constant) -> String {
        match constant {
            Constant::Text(bytes) => printed(&self.reference(bytes)),
            Constant::MethodCall => printed(&self.method_call()),
            Constant::Data(data) => printed(&self.data(data)),
            Constant::Template(template) => printed(&self.template(template)),
            Constant::Group(names) => printed(&self.group(names)),
            Constant::Missed { is_kept: false } => String::new(),
            Constant::Missed { is_kept: true } => {
                let missed = self.missed();
                self.keep_missed();
                printed(&missed)
            }
        }
    }

    /// The classes of the constants: the first has all that is no text.
    pub fn classes(self, program: &Program) -> Vec<ClassDeclaration> {
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

/// `K.name` or `K.Methods + 2`, as it is printed.
fn printed(expression: &Expression) -> String {
    match expression {
        Expression::IdentifierName(name) => name.as_str().to_owned(),
        Expression::MemberAccess(owner, member) => format!("{}.{}", printed(owner), member.as_str()),
        Expression::Binary(BinaryOperator::Add, operands) => format!("{} + {}", printed(&operands[0]), printed(&operands[1])),
        Expression::Literal(Literal::Int(number)) => number.to_string(),
        _ => unreachable!("constants have no other names"),
    }
}
