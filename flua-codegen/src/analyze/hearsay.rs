//! What numbers probably are, by what is heard of their names.
//!
//! ```lua
//! function Account:deposit(v) self.balance = self.balance + v end
//! …
//! local account = { balance = 0 }
//! account:deposit(10)
//! ```
//! Nothing in `deposit` says whether `balance` and `v` are integers or floats. But the program calls something of this name with 10, and stores 0 in a field
//! of the other name; so they are integers, as a reader would guess. What goes where is followed through variables, arithmetic, fields, arguments and
//! results, fields and functions being told apart by their names alone. Where anything unknown goes in, such as an element of a list or what a host passes,
//! nothing is guessed. Only speed hangs on it.

use flua_ast::{Id, IndexVec};
use rustc_hash::FxHashMap;

use super::heat::simple_name;
use super::kinds::Kind;
use super::library;
use crate::ir::visit::{for_each_destination, for_each_instruction};
use crate::ir::{
    BinaryOp, Function, FunctionId, Instruction, LibraryFunction, LocalId, Open, Operand, Program, Results, SiteId, UnaryOp,
    UpvalueId, UpvalueSource, Values,
};

/// What a number probably is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Guess {
    /// An integer.
    Int,
    /// A float.
    Float,
}

/// What is guessed of a program's variables and fields.
#[derive(Debug)]
pub struct Hearsay {
    heard: Vec<Heard>,
    /// The node of each function's first local.
    first: IndexVec<FunctionId, usize>,
    fields: FxHashMap<Box<[u8]>, usize>,
}

impl Hearsay {
    /// Nothing is guessed.
    pub fn none() -> Self {
        Self { heard: Vec::new(), first: IndexVec::new(), fields: FxHashMap::default() }
    }

    /// What a local of a function probably holds.
    pub fn of_local(&self, function: FunctionId, local: LocalId) -> Option<Guess> {
        self.heard.get(self.first.get(function)? + local.index())?.guess()
    }

    /// What fields of a name probably hold.
    pub fn of_field(&self, name: &[u8]) -> Option<Guess> {
        self.heard[*self.fields.get(name)?].guess()
    }
}

/// What went into a variable, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Heard(u8);

impl Heard {
    const INT: Self = Self(1);
    const FLOAT: Self = Self(2);
    const UNKNOWN: Self = Self(4);

    fn guess(self) -> Option<Guess> {
        if self.0 & Self::FLOAT.0 != 0 {
            // A sum of floats begins with 0 often enough.
            Some(Guess::Float)
        } else {
            (self == Self::INT).then_some(Guess::Int)
        }
    }
}

/// Listens to a whole program.
pub fn listen(program: &Program) -> Hearsay {
    let mut first = IndexVec::new();
    let mut count = 0;
    for function in &program.functions {
        first.push(count);
        count += function.locals.len();
    }
    let mut listener = Listener {
        program,
        first,
        heard: vec![Heard::default(); count],
        flows: Vec::new(),
        names: FxHashMap::default(),
        varargs: FxHashMap::default(),
    };
    for (id, function) in program.functions.iter_enumerated() {
        if let Some(name) = simple_name(function) {
            let results = listener.node();
            listener.names.entry(name).or_default().results = Some(results);
        }
        if function.is_vararg {
            let node = listener.node();
            listener.varargs.insert(id, node);
        }
    }
    for (id, function) in program.functions.iter_enumerated() {
        for_each_instruction(&function.body, &mut |instruction| listener.instruction(id, function, instruction));
    }
    for (id, function) in program.functions.iter_enumerated() {
        listener.parameters(id, function);
    }
    let Listener { first, mut heard, flows, names, .. } = listener;
    spread(&mut heard, &flows);
    let fields = names.iter().filter_map(|(name, nodes)| Some((Box::from(*name), nodes.field?))).collect();
    Hearsay { heard, first, fields }
}

/// The nodes of a name.
#[derive(Default)]
struct Nodes {
    /// What fields of it hold.
    field: Option<usize>,
    /// What functions of it are called with.
    arguments: Vec<usize>,
    /// From which argument on anything may be passed.
    open_from: Option<usize>,
    /// What functions of it return first; none when there are none.
    results: Option<usize>,
    is_called: bool,
}

struct Listener<'p> {
    program: &'p Program,
    first: IndexVec<FunctionId, usize>,
    heard: Vec<Heard>,
    /// From where to where values go.
    flows: Vec<(usize, usize)>,
    names: FxHashMap<&'p [u8], Nodes>,
    /// What is passed to a function beyond its parameters, where it takes that.
    varargs: FxHashMap<FunctionId, usize>,
}

impl<'p> Listener<'p> {
    fn node(&mut self) -> usize {
        self.heard.push(Heard::default());
        self.heard.len() - 1
    }

    fn local(&self, function: FunctionId, local: LocalId) -> usize {
        self.first[function] + local.index()
    }

    fn field(&mut self, name: &'p [u8]) -> usize {
        if let Some(node) = self.names.entry(name).or_default().field {
            return node;
        }
        let node = self.node();
        self.names.entry(name).or_default().field = Some(node);
        node
    }

    fn hear(&mut self, node: usize, what: Heard) {
        self.heard[node].0 |= what.0;
    }

    fn flow(&mut self, function: FunctionId, value: &Operand, to: usize) {
        match value {
            Operand::Local(local) => self.flows.push((self.local(function, *local), to)),
            Operand::Integer(_) => self.hear(to, Heard::INT),
            Operand::Float(_) => self.hear(to, Heard::FLOAT),
            Operand::Upvalue(upvalue) => self.flow_from(self.captured(function, *upvalue), to),
            // No numbers.
            Operand::Nil | Operand::Bool(_) | Operand::String(_) | Operand::Library(_) => {}
        }
    }

    /// What comes from a node, or from where nothing is known of.
    fn flow_from(&mut self, from: Option<usize>, to: usize) {
        match from {
            Some(from) => self.flows.push((from, to)),
            None => self.hear(to, Heard::UNKNOWN),
        }
    }

    /// The variable that an upvalue is.
    fn captured(&self, function: FunctionId, upvalue: UpvalueId) -> Option<usize> {
        let parent = self.program.functions[function].parent?;
        match self.program.functions[function].upvalues[upvalue].source {
            UpvalueSource::Environment => None,
            UpvalueSource::ParentLocal(local) => Some(self.local(parent, local)),
            UpvalueSource::ParentUpvalue(upvalue) => self.captured(parent, upvalue),
        }
    }

    fn instruction(&mut self, id: FunctionId, function: &'p Function, instruction: &'p Instruction) {
        match instruction {
            Instruction::Declare { local: to, value } | Instruction::Set { to, value } => {
                let to = self.local(id, *to);
                self.flow(id, value, to);
            }
            Instruction::SetUpvalue { to, value } => {
                if let Some(to) = self.captured(id, *to) {
                    self.flow(id, value, to);
                }
            }
            Instruction::Unary { to, op, operand, .. } => {
                let to = self.local(id, *to);
                match op {
                    UnaryOp::Neg => self.flow(id, operand, to),
                    UnaryOp::BNot | UnaryOp::Len => self.hear(to, Heard::INT),
                }
            }
            Instruction::Binary { to, op, left, right, .. } => {
                let to = self.local(id, *to);
                match op {
                    BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Mod | BinaryOp::IDiv => {
                        self.flow(id, left, to);
                        self.flow(id, right, to);
                    }
                    BinaryOp::Div | BinaryOp::Pow => self.hear(to, Heard::FLOAT),
                    BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor | BinaryOp::Shl | BinaryOp::Shr => self.hear(to, Heard::INT),
                }
            }
            Instruction::Index { to, key: Operand::String(name), .. } => {
                let from = self.field(name);
                self.flows.push((from, self.local(id, *to)));
            }
            Instruction::SetIndex { key: Operand::String(name), value, .. }
            | Instruction::TableField { key: Operand::String(name), value, .. } => {
                let to = self.field(name);
                self.flow(id, value, to);
            }
            Instruction::NewRecord { template, values, .. } => {
                for (name, value) in template.names.iter().zip(values) {
                    let to = self.field(name);
                    self.flow(id, value, to);
                }
            }
            Instruction::NumericFor { control, start, step, .. } => {
                let to = self.local(id, *control);
                self.flow(id, start, to);
                self.flow(id, step, to);
            }
            Instruction::Call { callee, arguments, results, site } => self.call(id, function, callee, arguments, results, *site),
            Instruction::TailCall { callee, arguments, site } => {
                self.call(id, function, callee, arguments, &Results::None, *site);
                if let Some(to) = self.returned(function) {
                    self.flow_from(self.called(function, *site), to);
                }
            }
            Instruction::Return { values } => {
                if let Some(to) = self.returned(function) {
                    match values.fixed.first() {
                        Some(value) => self.flow(id, value, to),
                        None if values.open.is_some() => self.hear(to, Heard::UNKNOWN),
                        None => {}
                    }
                }
            }
            Instruction::Vararg { to, .. } => {
                let to = self.local(id, *to);
                self.flows.push((self.varargs[&id], to));
            }
            // Neither gives numbers.
            Instruction::Not { .. }
            | Instruction::Compare { .. }
            | Instruction::Concat { .. }
            | Instruction::Method { .. }
            | Instruction::Closure { .. }
            | Instruction::NewTable { .. } => {}
            _ => for_each_destination(instruction, &mut |local| {
                let to = self.local(id, local);
                self.hear(to, Heard::UNKNOWN);
            }),
        }
    }

    /// The name by which a call calls.
    fn name(function: &'p Function, site: SiteId) -> Option<&'p [u8]> {
        function.sites[site].operands.first()?.as_ref().map(|callee| &*callee.name)
    }

    /// What functions of a function's name return first.
    fn returned(&self, function: &'p Function) -> Option<usize> {
        self.names[simple_name(function)?].results
    }

    /// What a call by this name gives first, where functions of that name are known.
    fn called(&self, function: &'p Function, site: SiteId) -> Option<usize> {
        self.names.get(Self::name(function, site)?)?.results
    }

    fn call(
        &mut self,
        id: FunctionId,
        function: &'p Function,
        callee: &Operand,
        arguments: &Values,
        results: &Results,
        site: SiteId,
    ) {
        let mut to = Vec::new();
        match results {
            Results::None => {}
            Results::One(local) | Results::Open(local) | Results::Array(local) => to.push(self.local(id, *local)),
            Results::Many(locals) => to.extend(locals.iter().map(|&local| self.local(id, local))),
        }
        if let Operand::Library(callee) = callee {
            self.library(id, *callee, arguments, &to);
            return;
        }
        let result = self.called(function, site);
        for (index, &to) in to.iter().enumerate() {
            self.flow_from(result.filter(|_| index == 0), to);
        }
        let Some(name) = result.and_then(|_| Self::name(function, site)) else { return };
        while self.names[name].arguments.len() < arguments.fixed.len() {
            let node = self.node();
            self.names.entry(name).or_default().arguments.push(node);
        }
        for (index, value) in arguments.fixed.iter().enumerate() {
            self.flow(id, value, self.names[name].arguments[index]);
        }
        let nodes = self.names.entry(name).or_default();
        nodes.is_called = true;
        if arguments.open.is_some() {
            nodes.open_from = Some(nodes.open_from.unwrap_or(usize::MAX).min(arguments.fixed.len()));
        }
    }

    fn library(&mut self, id: FunctionId, callee: LibraryFunction, arguments: &Values, results: &[usize]) {
        let Some((&first, others)) = results.split_first() else { return };
        for &other in others {
            self.hear(other, Heard::UNKNOWN);
        }
        match callee {
            LibraryFunction::MathFloor | LibraryFunction::MathCeil | LibraryFunction::StringByte => self.hear(first, Heard::INT),
            LibraryFunction::MathAbs | LibraryFunction::MathMax | LibraryFunction::MathMin if arguments.open.is_none() => {
                for argument in &arguments.fixed {
                    self.flow(id, argument, first);
                }
            }
            LibraryFunction::Select
                if arguments.open == Some(Open::Varargs)
                    && matches!(&*arguments.fixed, [index] if !matches!(index, Operand::String(_))) =>
            {
                self.flows.push((self.varargs[&id], first));
            }
            _ => match library::of_kinds(callee, &[]) {
                Kind::Int => self.hear(first, Heard::INT),
                Kind::Float => self.hear(first, Heard::FLOAT),
                Kind::Value => self.hear(first, Heard::UNKNOWN),
                _ => {}
            },
        }
    }

    /// A function gets what is passed to the functions of its name; if nobody calls it by its name, who knows.
    fn parameters(&mut self, id: FunctionId, function: &'p Function) {
        let nodes = simple_name(function).map(|name| &self.names[name]).filter(|nodes| nodes.is_called);
        for (index, &parameter) in function.parameters.iter().enumerate() {
            let to = self.first[id] + parameter.index();
            match nodes {
                Some(nodes) if nodes.open_from.is_none_or(|open| index < open) => {
                    if let Some(&from) = nodes.arguments.get(index) {
                        self.flows.push((from, to));
                    }
                }
                _ => self.heard[to].0 |= Heard::UNKNOWN.0,
            }
        }
        if let Some(&to) = self.varargs.get(&id) {
            match nodes {
                Some(nodes) if nodes.open_from.is_none() => {
                    let further = nodes.arguments.iter().skip(function.parameters.len());
                    self.flows.extend(further.map(|&from| (from, to)));
                }
                _ => self.heard[to].0 |= Heard::UNKNOWN.0,
            }
        }
    }
}

/// Follows the flows until nothing changes.
fn spread(heard: &mut [Heard], flows: &[(usize, usize)]) {
    // The targets of each node, one after the other.
    let mut starts = vec![0; heard.len() + 1];
    for &(from, _) in flows {
        starts[from + 1] += 1;
    }
    for index in 1..starts.len() {
        starts[index] += starts[index - 1];
    }
    let mut next = starts.clone();
    let mut targets = vec![0; flows.len()];
    for &(from, to) in flows {
        targets[next[from]] = to;
        next[from] += 1;
    }
    let mut pending: Vec<usize> = (0..heard.len()).filter(|&node| heard[node] != Heard::default()).collect();
    while let Some(node) = pending.pop() {
        for &to in &targets[starts[node]..starts[node + 1]] {
            let more = heard[to].0 | heard[node].0;
            if more != heard[to].0 {
                heard[to] = Heard(more);
                pending.push(to);
            }
        }
    }
}
