//! Private arrays: tables that only one activation of one function sees, and that seem to hold elements of one kind, without a gap.
//!
//! ```lua
//! local f = {}
//! for i = 2, n do f[i] = true end
//! for i = 2, n do if f[i] then for j = i * i, n, i do f[j] = false end end end
//! ```
//! That nobody else sees such a table follows from the text: it is made by a constructor, and its variables are only indexed, measured and assigned to
//! one another. So it has no metatable, and nothing that is not in sight changes it. That its elements are of one kind, too, follows from the kinds
//! of what is stored. But an element may be missing, and reading it gives nil then. So a function with such tables gets one more version in which an
//! element that is read is taken for one of the kind. Where it is missing, or would leave a gap, the activation leaves that version and
//! goes on in the one for any values, behind the operation, as if it had been suspended there. See docs/decisions/0029.

use flua_ast::IndexVec;

use super::kinds::{self, Element, Kind, Surroundings};
use super::results::Results;
use super::suspension::walk_with_depth;
use super::versions::{Versions, suitable};
use crate::ir::visit::{for_each_destination, for_each_instruction, for_each_operand};
use crate::ir::{Function, FunctionId, Instruction, LocalId, Operand, SiteId, Storage, UnaryOp, UpvalueId};

/// The variables of a function that hold private tables, in classes: variables of one class may hold the same table.
#[derive(Clone)]
pub struct Candidates {
    /// The class of a local, if it has one.
    class_of: IndexVec<LocalId, Option<usize>>,
    classes: usize,
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
        uses.classes()
    }

    /// The class of the table that is indexed.
    fn class(&self, object: &Operand) -> Option<usize> {
        match object {
            Operand::Local(local) => self.class_of[*local],
            _ => None,
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
}

impl Uses {
    fn of(function: &Function) -> Self {
        let count = function.locals.len();
        let mut escapes: IndexVec<LocalId, bool> =
            function.locals.iter().map(|local| local.is_captured || local.storage == Storage::Cell).collect();
        for &parameter in &function.parameters {
            escapes[parameter] = true;
        }
        Self { parents: function.locals.ids().collect(), makes: IndexVec::filled(false, count), escapes }
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
            Instruction::Declare { local: to, value: Operand::Local(from) } | Instruction::Set { to, value: Operand::Local(from) } => {
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
            _ => {
                for_each_operand(instruction, &mut |operand| self.escape(operand));
                for_each_destination(instruction, &mut |to| self.escapes[to] = true);
            }
        }
    }

    fn classes(mut self) -> Option<Candidates> {
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
        (classes > 0).then_some(Candidates { class_of, classes })
    }
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
        let mut around =
            Around { found, candidates: &candidates, elements: vec![Kind::Nothing; candidates.classes] };
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
            for class in candidates.class_of.iter_mut() {
                *class = class.filter(|&class| suits[class]);
            }
            if !candidates.class_of.iter().any(|class| class.is_some()) {
                return None;
            }
            continue;
        }
        let mut sites = Vec::new();
        let mut pays = false;
        walk_with_depth(&function.body, 0, &mut |instruction, depth| match instruction {
            Instruction::Index { object, site, .. } | Instruction::SetIndex { object, site, .. } => {
                if candidates.class(object).is_some() {
                    sites.push(*site);
                    pays |= depth > 0;
                }
            }
            _ => {}
        });
        for (local, class) in candidates.class_of.iter_enumerated() {
            if let Some(class) = class {
                let element = elements[*class].expect("a class that suits has elements");
                kinds[local] = Kind::Private(element);
            }
        }
        return pays.then_some(Speculation { kinds, sites });
    }
}

/// Which classes have elements of one kind, at integer indices. Those that are no more are fine.
fn suitable_classes(
    function: &Function,
    candidates: &Candidates,
    kinds: &IndexVec<LocalId, Kind>,
    upvalues: &IndexVec<UpvalueId, Kind>,
    elements: &[Option<Element>],
) -> Vec<bool> {
    let mut suits = vec![true; candidates.classes];
    for class in candidates.class_of.iter().flatten() {
        suits[*class] = elements[*class].is_some();
    }
    for_each_instruction(&function.body, &mut |instruction| {
        if let Instruction::Index { object, key, .. } | Instruction::SetIndex { object, key, .. } = instruction
            && let Some(class) = candidates.class(object)
        {
            suits[class] &= kinds::content(kinds::operand(key, kinds, upvalues)) == Kind::Int;
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

    fn element(&self, table: LocalId) -> Option<Kind> {
        self.candidates.class_of[table].map(|class| self.elements[class])
    }

    fn stores(&mut self, table: LocalId, value: Kind) -> bool {
        let Some(class) = self.candidates.class_of[table] else { return false };
        let before = self.elements[class];
        self.elements[class] = before.join(value);
        self.elements[class] != before
    }
}

/// Whether the length of a private array is asked for, of any that a variable may hold.
pub fn measures(function: &Function, kinds: &IndexVec<LocalId, Kind>) -> bool {
    let mut measures = false;
    for_each_instruction(&function.body, &mut |instruction| {
        if let Instruction::Unary { op: UnaryOp::Len, operand: Operand::Local(local), .. } = instruction {
            measures |= matches!(kinds[*local], Kind::Private(_));
        }
    });
    measures
}
