//! Private arrays: tables that only one activation of one function sees, and that seem to hold elements of one kind, without a gap.
//!
//! ```lua
//! local f = {}
//! for i = 2, n do f[i] = true end
//! for i = 2, n do if f[i] then for j = i * i, n, i do f[j] = false end end end
//! ```
//! That nobody else sees such a table follows from the text: it is made by a constructor, and its variables are only indexed, measured, appended to,
//! assigned to one another, and returned at the end. So it has no metatable, and nothing that is not in sight changes it. That its elements are of one kind
//! seems so from the kinds of what is stored. But an element may be missing, and reading it gives nil then. So a function with such tables gets one more
//! version in which an element that is read is taken for one of the kind. Where it is missing, would leave a gap or is of another kind, the activation leaves
//! that version and goes on in the one for any values, behind the operation, as if it had been suspended there. See docs/decisions/0029.

use flua_ast::IndexVec;

use super::kinds::{self, Element, Kind, Surroundings};
use super::results::Results;
use super::suspension::walk_with_depth;
use super::versions::{Versions, suitable};
use crate::ir::visit::{for_each_destination, for_each_instruction, for_each_operand, site};
use crate::ir::{
    BinaryOp, CompareOp, Condition, Function, FunctionId, Instruction, LibraryFunction, LocalId, Operand, Results as Wanted,
    SiteId, Storage, UnaryOp, UpvalueId, Values,
};

/// The variables of a function that hold private tables, in classes: variables of one class may hold the same table.
#[derive(Clone)]
pub struct Candidates {
    /// The class of a local, if it has one.
    class_of: IndexVec<LocalId, Option<usize>>,
    /// Whether the tables of each class pay.
    pays: Vec<bool>,
}

impl Candidates {
    /// Finds them; none when there is nothing to gain.
    pub fn of(function: &Function) -> Option<Self> {
        let mut makes_tables = false;
        let mut indexes = false;
        walk_with_depth(&function.body, 0, &mut |instruction, depth| match instruction {
            Instruction::NewTable { .. } => makes_tables = true,
            Instruction::Index { .. } | Instruction::SetIndex { .. } => indexes |= depth > 0,
            _ => {}
        });
        if !makes_tables || !indexes {
            return None;
        }
        let mut uses = Uses::of(function);
        for_each_instruction(&function.body, &mut |instruction| uses.instruction(instruction));
        let mut candidates = uses.classes()?;
        candidates.judge(function, &uses.returned);
        candidates.pays.contains(&true).then_some(candidates)
    }

    /// Finds out which tables pay: those that are looked into in loops, unless an element is expected to be missing. One that is returned becomes a table then,
    /// which costs as much as to fill it, so a nested loop must work on it.
    fn judge(&mut self, function: &Function, returned: &IndexVec<LocalId, bool>) {
        let (tested, behind) = (tested(function), behind_lengths(function));
        let mut deepest = vec![0; self.pays.len()];
        let mut may_be_false = vec![false; self.pays.len()];
        let mut stores_true = vec![false; self.pays.len()];
        let mut fills = vec![false; self.pays.len()];
        let mut misses = vec![false; self.pays.len()];
        let counts = counts(function);
        walk_with_depth(&function.body, 0, &mut |instruction, depth| {
            let Some((table, key)) = access(instruction) else { return };
            let Some(class) = self.class_of[table] else { return };
            let appends = match key {
                Some(Operand::Local(key)) => behind[*key],
                Some(_) => false,
                None => true,
            };
            // What is only appended is done once.
            deepest[class] = deepest[class].max(if appends { depth.min(1) } else { depth });
            match instruction {
                Instruction::Index { to, .. } => misses[class] |= tested[*to],
                Instruction::SetIndex { value: Operand::Bool(true), key, .. } => {
                    stores_true[class] = true;
                    fills[class] |= matches!(key, Operand::Local(key) if counts.contains(key));
                }
                _ => may_be_false[class] = true,
            }
        });
        let mut is_returned = vec![false; self.pays.len()];
        for (local, class) in self.class_of.iter_enumerated() {
            if let Some(class) = class {
                is_returned[*class] |= returned[local];
            }
        }
        for class in 0..self.pays.len() {
            let least = if is_returned[class] { 2 } else { 1 };
            // A set of what was seen has no elements but true ones, in any order; and who asks whether a number is there expects that it may not be.
            let is_set = stores_true[class] && !may_be_false[class] && !fills[class];
            let holds_booleans = stores_true[class];
            self.pays[class] = deepest[class] >= least && !is_set && (holds_booleans || !misses[class]);
        }
    }
}

/// How the variables of a function are used.
struct Uses {
    /// Union-find: a variable of the class.
    parents: IndexVec<LocalId, LocalId>,
    /// Whether a variable gets a table that a constructor makes.
    makes: IndexVec<LocalId, bool>,
    /// Whether more is done with a variable than is allowed.
    escapes: IndexVec<LocalId, bool>,
    /// Whether a variable is returned.
    returned: IndexVec<LocalId, bool>,
}

impl Uses {
    fn of(function: &Function) -> Self {
        let count = function.locals.len();
        let mut escapes: IndexVec<LocalId, bool> =
            function.locals.iter().map(|local| local.is_captured || local.storage == Storage::Cell).collect();
        for &parameter in &function.parameters {
            escapes[parameter] = true;
        }
        Self {
            parents: function.locals.ids().collect(),
            makes: IndexVec::filled(false, count),
            escapes,
            returned: IndexVec::filled(false, count),
        }
    }

    fn root(&mut self, mut local: LocalId) -> LocalId {
        while self.parents[local] != local {
            let above = self.parents[self.parents[local]];
            self.parents[local] = above;
            local = above;
        }
        local
    }

    fn escape(&mut self, operand: &Operand) {
        if let Operand::Local(local) = operand {
            self.escapes[*local] = true;
        }
    }

    /// A table is looked into by a key.
    fn look(&mut self, object: &Operand, key: &Operand) {
        match key {
            Operand::Local(_) | Operand::Upvalue(_) | Operand::Integer(_) => self.escape(key),
            Operand::Nil | Operand::Bool(_) | Operand::Float(_) | Operand::String(_) | Operand::Library(_) => self.escape(object),
        }
    }

    fn instruction(&mut self, instruction: &Instruction) {
        match instruction {
            Instruction::Declare { local: to, value: Operand::Local(from) }
            | Instruction::Set { to, value: Operand::Local(from) } => {
                let (to, from) = (self.root(*to), self.root(*from));
                self.parents[to] = from;
            }
            Instruction::NewTable { to, .. } => self.makes[*to] = true,
            Instruction::TableItems { table, values, .. } => {
                values.fixed.iter().for_each(|value| self.escape(value));
                if values.open.is_some() {
                    self.escapes[*table] = true;
                }
            }
            Instruction::Index { to, object, key, .. } => {
                self.escapes[*to] = true;
                self.look(object, key);
            }
            Instruction::SetIndex { object, key, value, .. } => {
                self.look(object, key);
                self.escape(value);
            }
            Instruction::Unary { to, op: UnaryOp::Len, .. } => self.escapes[*to] = true,
            Instruction::Call { .. } if let Some((_, value)) = insertion(instruction) => self.escape(value),
            Instruction::Return { values } => self.give(values),
            // An activation that goes on with its own function is not seen to end.
            Instruction::TailCall { callee: callee @ Operand::Local(_), arguments, .. } => {
                self.escape(callee);
                self.give(arguments);
            }
            _ => {
                for_each_operand(instruction, &mut |operand| self.escape(operand));
                for_each_destination(instruction, &mut |to| self.escapes[to] = true);
            }
        }
    }

    /// The function ends with these values.
    fn give(&mut self, values: &Values) {
        for value in &values.fixed {
            if let Operand::Local(local) = value {
                self.returned[*local] = true;
            }
        }
    }

    fn classes(&mut self) -> Option<Candidates> {
        let locals: Vec<LocalId> = self.parents.ids().collect();
        let mut roots = IndexVec::filled((false, false), locals.len());
        for &local in &locals {
            let root = self.root(local);
            let (makes, escapes) = &mut roots[root];
            *makes |= self.makes[local];
            *escapes |= self.escapes[local];
        }
        let mut number_of: IndexVec<LocalId, Option<usize>> = IndexVec::filled(None, locals.len());
        let mut classes = 0;
        for &root in &locals {
            if roots[root] == (true, false) {
                number_of[root] = Some(classes);
                classes += 1;
            }
        }
        let class_of = locals.iter().map(|&local| number_of[self.root(local)]).collect();
        (classes > 0).then(|| Candidates { class_of, pays: vec![true; classes] })
    }
}

/// The table into which an instruction looks, and the key: none for one that is appended.
fn access(instruction: &Instruction) -> Option<(LocalId, Option<&Operand>)> {
    match instruction {
        Instruction::Index { object: Operand::Local(table), key, .. }
        | Instruction::SetIndex { object: Operand::Local(table), key, .. } => Some((*table, Some(key))),
        _ => insertion(instruction).map(|(table, _)| (table, None)),
    }
}

/// `table.insert(t, x)`: the table, and the value.
pub fn insertion(instruction: &Instruction) -> Option<(LocalId, &Operand)> {
    match instruction {
        Instruction::Call {
            callee: Operand::Library(LibraryFunction::TableInsert),
            arguments: Values { fixed, open: None },
            results: Wanted::None,
            ..
        } => match fixed.as_slice() {
            [Operand::Local(table), value] => Some((*table, value)),
            _ => None,
        },
        _ => None,
    }
}

/// The variables that count up by ones.
fn counts(function: &Function) -> Vec<LocalId> {
    let mut counts = Vec::new();
    for_each_instruction(&function.body, &mut |instruction| {
        if let Instruction::NumericFor { control, step: Operand::Integer(1), .. } = instruction {
            counts.push(*control);
        }
    });
    counts
}

/// The variables that hold one more than the length of something.
fn behind_lengths(function: &Function) -> IndexVec<LocalId, bool> {
    let mut lengths = IndexVec::filled(false, function.locals.len());
    let mut behind = lengths.clone();
    for_each_instruction(&function.body, &mut |instruction| match instruction {
        Instruction::Unary { to, op: UnaryOp::Len, .. } => lengths[*to] = true,
        Instruction::Binary { to, op: BinaryOp::Add, left: Operand::Local(length), right: Operand::Integer(1), .. } => {
            behind[*to] |= lengths[*length];
        }
        _ => {}
    });
    behind
}

/// The variables of which it is asked whether they hold anything.
fn tested(function: &Function) -> IndexVec<LocalId, bool> {
    let mut tested = IndexVec::filled(false, function.locals.len());
    let mut copies: Vec<(LocalId, LocalId)> = Vec::new();
    for_each_instruction(&function.body, &mut |instruction| match instruction {
        Instruction::If { condition: Condition::Truth(Operand::Local(local)), .. }
        | Instruction::Not { value: Operand::Local(local), .. } => tested[*local] = true,
        Instruction::Compare { op: CompareOp::Eq, left, right, .. }
        | Instruction::If { condition: Condition::Compare { op: CompareOp::Eq, left, right, .. }, .. } => match (left, right) {
            (Operand::Local(local), Operand::Nil) | (Operand::Nil, Operand::Local(local)) => tested[*local] = true,
            _ => {}
        },
        Instruction::Declare { local: to, value: Operand::Local(from) }
        | Instruction::Set { to, value: Operand::Local(from) } => {
            copies.push((*to, *from));
        }
        _ => {}
    });
    for (to, from) in copies.into_iter().rev() {
        tested[from] |= tested[to];
    }
    tested
}

/// A version of a function in which private arrays are taken to hold elements without gaps.
pub struct Speculation {
    /// What each local holds, as long as that is so.
    pub kinds: IndexVec<LocalId, Kind>,
    /// Where it may turn out not to be so.
    pub sites: Vec<SiteId>,
}

/// Infers the kinds of a function's locals when its private arrays are what they seem to be; none when none is.
pub fn speculate(
    function: &Function,
    candidates: &Candidates,
    parameters: &[Kind],
    upvalues: &IndexVec<UpvalueId, Kind>,
    found: &IndexVec<FunctionId, Versions>,
) -> Option<Speculation> {
    let mut candidates = candidates.clone();
    loop {
        let mut around = Around { found, candidates: &candidates, elements: vec![Kind::Nothing; candidates.pays.len()] };
        let mut kinds = kinds::initial(function, parameters, false, true);
        loop {
            let _ = kinds::infer(function, &mut kinds, upvalues, &mut around);
            let mut any = false;
            for kind in kinds.iter_mut().filter(|kind| **kind == Kind::Nothing) {
                *kind = Kind::Value;
                any = true;
            }
            if !any {
                break;
            }
        }
        let elements: Vec<Option<Element>> = around.elements.iter().map(|&kind| Element::of(kind)).collect();
        let suits = suitable_classes(function, &candidates, &kinds, upvalues, &elements);
        let is_stable = suits.iter().all(|&suits| suits);
        if !is_stable {
            for class in &mut candidates.class_of {
                *class = class.filter(|&class| suits[class]);
            }
            if !candidates.class_of.iter().any(Option::is_some) {
                return None;
            }
            continue;
        }
        let mut sites = Vec::new();
        for_each_instruction(&function.body, &mut |instruction| {
            if let Some((table, _)) = access(instruction)
                && candidates.class_of[table].is_some()
            {
                sites.extend(site(instruction));
            }
        });
        for (local, class) in candidates.class_of.iter_enumerated() {
            if let Some(class) = class {
                let element = elements[*class].expect("a class that suits has elements");
                kinds[local] = Kind::Private(element);
            }
        }
        return Some(Speculation { kinds, sites });
    }
}

/// Which classes have elements of one kind, at indices that may be integers. Those that are no more are fine.
fn suitable_classes(
    function: &Function,
    candidates: &Candidates,
    kinds: &IndexVec<LocalId, Kind>,
    upvalues: &IndexVec<UpvalueId, Kind>,
    elements: &[Option<Element>],
) -> Vec<bool> {
    let mut suits = vec![true; candidates.pays.len()];
    for class in candidates.class_of.iter().flatten() {
        suits[*class] = elements[*class].is_some() && candidates.pays[*class];
    }
    for_each_instruction(&function.body, &mut |instruction| {
        if let Some((table, Some(key))) = access(instruction)
            && let Some(class) = candidates.class_of[table]
        {
            suits[class] &= matches!(kinds::content(kinds::operand(key, kinds, upvalues)), Kind::Int | Kind::Value);
        }
    });
    suits
}

/// The functions around a speculation, of which all is known.
struct Around<'a> {
    found: &'a IndexVec<FunctionId, Versions>,
    candidates: &'a Candidates,
    /// What the elements of each class are.
    elements: Vec<Kind>,
}

impl Surroundings for Around<'_> {
    fn called(&mut self, callee: FunctionId, argument: &dyn Fn(usize) -> Kind) -> &Results {
        let all = &self.found[callee].all;
        if (0..all[0].parameters.len()).any(|index| argument(index) == Kind::Nothing) {
            return &Results::Nothing;
        }
        let index = suitable(all[1..].iter().map(|version| &*version.parameters), argument);
        &all[index].results
    }

    fn returns(&mut self, _results: &Results) {}

    fn knows_strings(&self) -> bool {
        true
    }

    fn element(&self, table: LocalId) -> Option<Kind> {
        self.candidates.class_of[table].map(|class| self.elements[class])
    }

    fn stores(&mut self, table: LocalId, value: Kind) -> bool {
        let Some(class) = self.candidates.class_of[table] else { return false };
        // What may be anything is looked at when it is stored.
        if value == Kind::Value {
            return false;
        }
        let before = self.elements[class];
        self.elements[class] = before.join(value);
        self.elements[class] != before
    }
}

/// Whether the length of a private array is asked for, of any that a variable may hold.
pub fn measures(function: &Function, kinds: &IndexVec<LocalId, Kind>) -> bool {
    let mut measures = false;
    for_each_instruction(&function.body, &mut |instruction| {
        let table = match instruction {
            Instruction::Unary { op: UnaryOp::Len, operand: Operand::Local(table), .. } => Some(*table),
            _ => insertion(instruction).map(|(table, _)| table),
        };
        measures |= table.is_some_and(|table| matches!(kinds[table], Kind::Private(_)));
    });
    measures
}
