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
//! results, fields and functions being told apart by their names alone. What tables hold under other keys is followed too: all tables that may be in one
//! variable are taken for one ([`Containers`]). Where anything unknown goes in, such as what a host passes, nothing is guessed. Only speed hangs on it.

use flua_ast::{Id, IndexVec};
use rustc_hash::{FxHashMap, FxHashSet};

use super::heat::simple_name;
use super::kinds::Kind;
use super::library;
use crate::ir::visit::{for_each_destination, for_each_instruction};
use crate::ir::{
    BinaryOp, Function, FunctionId, Instruction, LibraryFunction, LocalId, Open, Operand, Program, Results, SiteId, TableData,
    UnaryOp, UpvalueId, UpvalueSource, Values,
};
use crate::unions::Unions;

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
        containers: Containers { unions: Unions::alone(count), elements: FxHashMap::default() },
        reads: Vec::new(),
        stores: Vec::new(),
        walks: FxHashMap::default(),
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
    listener.settle_elements();
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
    containers: Containers,
    /// The elements that are read, and where they go.
    reads: Vec<(usize, usize)>,
    /// The elements that are stored.
    stores: Vec<usize>,
    /// The iterators that walk through tables; whether as lists, from 1 on.
    walks: FxHashMap<usize, bool>,
}

/// Which nodes may hold the same tables, and what the elements of those are: Steensgaard, *Points-to Analysis in Almost Linear Time*, 1996.
struct Containers {
    /// The nodes that hold the same.
    unions: Unions<usize>,
    /// The node for the elements of what a root holds.
    elements: FxHashMap<usize, usize>,
}

impl Containers {
    /// Two nodes hold the same tables. Gives the nodes for their elements where each had its own: they hold the same now.
    fn join(&mut self, a: usize, b: usize) -> Option<(usize, usize)> {
        let (a, b) = (self.unions.root(a), self.unions.root(b));
        if a == b {
            return None;
        }
        self.unions.put_under(a, b);
        let moved = self.elements.remove(&a)?;
        self.elements.insert(b, moved).map(|elements| (moved, elements))
    }
}

impl<'p> Listener<'p> {
    fn node(&mut self) -> usize {
        self.heard.push(Heard::default());
        self.containers.unions.add()
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

    /// A value goes to a node as it is.
    fn flow(&mut self, function: FunctionId, value: &Operand, to: usize) {
        self.mix(function, value, to);
        if let Some(from) = self.node_of(function, value) {
            self.join(from, to);
        }
    }

    /// A number goes into what is computed for a node.
    fn mix(&mut self, function: FunctionId, value: &Operand, to: usize) {
        match value {
            Operand::Local(_) | Operand::Upvalue(_) => match self.node_of(function, value) {
                Some(from) => self.flows.push((from, to)),
                None => self.hear(to, Heard::UNKNOWN),
            },
            Operand::Integer(_) => self.hear(to, Heard::INT),
            // What is greater than all others stands before integers as well as before floats.
            Operand::Float(number) if number.is_infinite() => {}
            Operand::Float(_) => self.hear(to, Heard::FLOAT),
            // No numbers.
            Operand::Nil | Operand::Bool(_) | Operand::String(_) | Operand::Library(_) => {}
        }
    }

    /// What comes from a node, or from where nothing is known of.
    fn flow_from(&mut self, from: Option<usize>, to: usize) {
        match from {
            Some(from) => self.pass(from, to),
            None => self.hear(to, Heard::UNKNOWN),
        }
    }

    /// What is in one node goes to another as it is.
    fn pass(&mut self, from: usize, to: usize) {
        self.flows.push((from, to));
        self.join(from, to);
    }

    fn join(&mut self, a: usize, b: usize) {
        let mut pair = Some((a, b));
        while let Some((a, b)) = pair {
            pair = self.containers.join(a, b);
            if let Some((a, b)) = pair {
                self.flows.extend([(a, b), (b, a)]);
            }
        }
    }

    fn node_of(&self, function: FunctionId, value: &Operand) -> Option<usize> {
        match value {
            Operand::Local(local) => Some(self.local(function, *local)),
            Operand::Upvalue(upvalue) => self.captured(function, *upvalue),
            _ => None,
        }
    }

    /// The node for the elements of a table.
    fn elements(&mut self, container: usize) -> usize {
        let root = self.containers.unions.root(container);
        if let Some(&elements) = self.containers.elements.get(&root) {
            return elements;
        }
        let elements = self.node();
        self.containers.elements.insert(root, elements);
        elements
    }

    /// `table[…] = value`
    fn store(&mut self, function: FunctionId, table: &Operand, value: &Operand) {
        if let Some(table) = self.node_of(function, table) {
            let elements = self.elements(table);
            self.stores.push(elements);
            self.flow(function, value, elements);
        }
    }

    /// `to = table[…]`
    fn read(&mut self, function: FunctionId, table: &Operand, to: usize) {
        match self.node_of(function, table) {
            Some(table) => {
                let elements = self.elements(table);
                self.reads.push((elements, to));
                self.pass(elements, to);
            }
            None => self.hear(to, Heard::UNKNOWN),
        }
    }

    /// Of elements that nobody stores nothing is known.
    fn settle_elements(&mut self) {
        let stores = std::mem::take(&mut self.stores);
        let known: FxHashSet<usize> = stores.into_iter().map(|elements| self.containers.unions.root(elements)).collect();
        for (elements, to) in std::mem::take(&mut self.reads) {
            if !known.contains(&self.containers.unions.root(elements)) {
                self.hear(to, Heard::UNKNOWN);
            }
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
                    UnaryOp::Neg => self.mix(id, operand, to),
                    UnaryOp::BNot | UnaryOp::Len => self.hear(to, Heard::INT),
                }
            }
            Instruction::Binary { to, op, left, right, .. } => {
                let to = self.local(id, *to);
                match op {
                    BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Mod | BinaryOp::IDiv => {
                        self.mix(id, left, to);
                        self.mix(id, right, to);
                    }
                    BinaryOp::Div | BinaryOp::Pow => self.hear(to, Heard::FLOAT),
                    BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor | BinaryOp::Shl | BinaryOp::Shr => self.hear(to, Heard::INT),
                }
            }
            Instruction::Index { to, key: Operand::String(name), .. } => {
                let from = self.field(name);
                self.pass(from, self.local(id, *to));
            }
            Instruction::Index { to, object, .. } => self.read(id, object, self.local(id, *to)),
            Instruction::SetIndex { key: Operand::String(name), value, .. }
            | Instruction::TableField { key: Operand::String(name), value, .. } => {
                let to = self.field(name);
                self.flow(id, value, to);
            }
            Instruction::SetIndex { object, value, .. } => self.store(id, object, value),
            Instruction::TableField { table, value, .. } => self.store(id, &Operand::Local(*table), value),
            Instruction::TableItems { table, values, .. } => self.items(id, *table, values),
            Instruction::TableData { table, data, .. } => self.data(id, *table, data),
            Instruction::NewRecord { template, values, .. } => {
                for (name, value) in template.names.iter().zip(values) {
                    let to = self.field(name);
                    self.flow(id, value, to);
                }
            }
            Instruction::NumericFor { control, start, step, .. } => {
                let to = self.local(id, *control);
                self.mix(id, start, to);
                self.mix(id, step, to);
            }
            Instruction::GenericFor { iterator, state, results, .. } => self.walk(id, *iterator, *state, results),
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
                self.pass(self.varargs[&id], to);
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

    /// The items of a constructor.
    fn items(&mut self, id: FunctionId, table: LocalId, values: &Values) {
        let container = self.local(id, table);
        let table = Operand::Local(table);
        for value in &values.fixed {
            self.store(id, &table, value);
        }
        match values.open {
            Some(Open::Results(local) | Open::Array(local)) => self.store(id, &table, &Operand::Local(local)),
            Some(Open::Varargs) => {
                let elements = self.elements(container);
                self.stores.push(elements);
                self.pass(self.varargs[&id], elements);
            }
            None => {}
        }
    }

    /// Constants of a constructor: what the first of them is, the others probably are.
    fn data(&mut self, id: FunctionId, table: LocalId, data: &TableData) {
        let elements = self.elements(self.local(id, table));
        self.stores.push(elements);
        match data.text.as_bytes().first() {
            Some(b'0'..=b'9' | b'-') => self.hear(elements, Heard::INT),
            Some(b'd' | b'x') => self.hear(elements, Heard::FLOAT),
            // Inner tables, and fields.
            Some(b'{' | b'=') => self.hear(elements, Heard::UNKNOWN),
            _ => {}
        }
    }

    /// The variables of a generic `for`.
    fn walk(&mut self, id: FunctionId, iterator: LocalId, state: LocalId, results: &[LocalId]) {
        let is_list = self.walks.get(&self.local(id, iterator)).copied();
        for (index, &result) in results.iter().enumerate() {
            let to = self.local(id, result);
            match (index, is_list) {
                (0, Some(true)) => self.hear(to, Heard::INT),
                (1, Some(_)) => self.read(id, &Operand::Local(state), to),
                _ => self.hear(to, Heard::UNKNOWN),
            }
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
        match (callee, arguments.fixed.as_slice(), results) {
            (LibraryFunction::TableInsert, [table, value] | [table, _, value], _) => self.store(id, table, value),
            (LibraryFunction::Ipairs | LibraryFunction::Pairs, [table, ..], &[iterator, state, ..]) => {
                self.walks.insert(iterator, callee == LibraryFunction::Ipairs);
                self.flow(id, table, state);
            }
            (LibraryFunction::TableUnpack, [table, ..], _) => {
                for &result in results {
                    self.read(id, table, result);
                }
                return;
            }
            _ => {}
        }
        let Some((&first, others)) = results.split_first() else { return };
        for &other in others {
            self.hear(other, Heard::UNKNOWN);
        }
        match callee {
            LibraryFunction::MathFloor | LibraryFunction::MathCeil | LibraryFunction::StringByte => self.hear(first, Heard::INT),
            LibraryFunction::MathAbs | LibraryFunction::MathMax | LibraryFunction::MathMin if arguments.open.is_none() => {
                for argument in &arguments.fixed {
                    self.mix(id, argument, first);
                }
            }
            LibraryFunction::SetMetatable if let Some(table) = arguments.fixed.first() => self.flow(id, table, first),
            LibraryFunction::TableRemove if let Some(table) = arguments.fixed.first() => self.read(id, table, first),
            LibraryFunction::Select
                if arguments.open == Some(Open::Varargs)
                    && matches!(&*arguments.fixed, [index] if !matches!(index, Operand::String(_))) =>
            {
                self.pass(self.varargs[&id], first);
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
        let mut passed = Vec::new();
        let nodes = simple_name(function).map(|name| &self.names[name]).filter(|nodes| nodes.is_called);
        for (index, &parameter) in function.parameters.iter().enumerate() {
            let to = self.first[id] + parameter.index();
            match nodes {
                Some(nodes) if nodes.open_from.is_none_or(|open| index < open) => {
                    if let Some(&from) = nodes.arguments.get(index) {
                        passed.push((from, to));
                    }
                }
                _ => self.heard[to].0 |= Heard::UNKNOWN.0,
            }
        }
        if let Some(&to) = self.varargs.get(&id) {
            match nodes {
                Some(nodes) if nodes.open_from.is_none() => {
                    let further = nodes.arguments.iter().skip(function.parameters.len());
                    passed.extend(further.map(|&from| (from, to)));
                }
                _ => self.heard[to].0 |= Heard::UNKNOWN.0,
            }
        }
        for (from, to) in passed {
            self.pass(from, to);
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
