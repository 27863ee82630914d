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

mod candidates;
mod worth;

use flua_ast::IndexVec;

use super::kinds::{self, Element, Kind, Surroundings};
use super::results::Results;
use super::versions::{Versions, suitable};
use crate::ir::visit::{for_each_instruction, site};
use crate::ir::{Function, FunctionId, Instruction, LocalId, Operand, SiteId, UnaryOp, UpvalueId};

use candidates::access;
pub use candidates::{Candidates, insertion};

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
        let mut around = Around { found, candidates: &candidates, elements: vec![Kind::Nothing; candidates.worth.len()] };
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
    let mut suits = vec![true; candidates.worth.len()];
    for &class in candidates.class_of.iter().flatten() {
        suits[class] = elements[class].is_some_and(|elements| candidates.worth[class].pays(elements));
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
        measures |= table.is_some_and(|table| kinds[table].is_private());
    });
    measures
}
