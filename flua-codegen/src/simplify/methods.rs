//! Methods of strings become functions of the library, where nothing can have changed them.
//!
//! ```lua
//! local line = "a" .. n
//! line = line:upper():sub(2)
//! ```
//! becomes
//! ```text
//! local line = concat "a", n
//! t1 = call string.upper(line)
//! line = call string.sub(t1, 2)
//! ```
//! What must be true for it:
//!
//! * *The object is a string*: the inference of kinds says so. It is optimistic, so that a variable to which a method of its own gives a string is
//!   one for strings, and looks at one function at a time, the functions around it first.
//! * *Strings have the method*: their metatable is the library's own, and its `__index` the table `string`, in which nobody assigns the name.
//!   [`library`](super::library) proves that as it does for `string.upper`. A method that is missing is not found here, and stays what it is.
//!
//! The site of the call stays too, so messages call the function a method, as before.

use flua_ast::IndexVec;
use rustc_hash::FxHashMap;

use super::library::StringMethods;
use super::{Counts, captured_local};
use crate::analyze::Kind;
use crate::analyze::kinds::{self, Surroundings};
use crate::analyze::results::Results;
use crate::ir::visit::{for_each_block_mut, for_each_instruction};
use crate::ir::{
    Block, Function, FunctionId, Instruction, LibraryFunction, LocalId, Operand, Program, Storage, UpvalueId, UpvalueSource,
};

/// What was asked for a method, by the local that holds it.
type Asked = FxHashMap<LocalId, (LibraryFunction, Operand)>;

/// Replaces the methods of what surely are strings.
pub fn resolve(program: &mut Program, methods: &StringMethods) {
    let mut asked: IndexVec<FunctionId, Asked> = program.functions.iter().map(|function| asked_by(function, methods)).collect();
    // What a function captures is inferred with the functions around it.
    let mut is_wanted: IndexVec<FunctionId, bool> = asked.iter().map(|asked| !asked.is_empty()).collect();
    let children: Vec<FunctionId> = program.functions.ids().filter(|&id| program.functions[id].parent.is_some()).collect();
    for &id in children.iter().rev().filter(|&&id| captures_locals(program, id)) {
        if let (true, Some(parent)) = (is_wanted[id], program.functions[id].parent) {
            is_wanted[parent] = true;
        }
    }
    let mut known: IndexVec<FunctionId, Inferred> = IndexVec::new();
    for id in program.functions.ids() {
        if !is_wanted[id] {
            known.push(Inferred::default());
            continue;
        }
        let inferred = Inferred::of(&program.functions[id], &known, &asked[id]);
        let found = &mut asked[id];
        found.retain(|_, (_, object)| kinds::operand(object, &inferred.locals, &inferred.upvalues) == Kind::String);
        if !found.is_empty() {
            replace(&mut program.functions[id].body, found);
        }
        known.push(inferred);
    }
}

/// The methods of strings that a function asks for by their names, each in a local of its own.
fn asked_by(function: &Function, methods: &StringMethods) -> Asked {
    let mut asked = Asked::default();
    for_each_instruction(&function.body, &mut |instruction| {
        if let Instruction::Method { to, object, name, .. } = instruction
            && let Some(method) = methods.find(name)
        {
            asked.insert(*to, (method, object.clone()));
        }
    });
    if !asked.is_empty() {
        let counts = Counts::of(function);
        asked.retain(|&local, _| counts.writes[local] == 1 && counts.reads[local] == 1 && function.locals[local].name.is_none());
    }
    asked
}

/// What the variables of a function surely hold.
#[derive(Default)]
struct Inferred {
    locals: IndexVec<LocalId, Kind>,
    upvalues: IndexVec<UpvalueId, Kind>,
}

impl Inferred {
    fn of(function: &Function, outer: &IndexVec<FunctionId, Self>, asked: &Asked) -> Self {
        let mut upvalues = IndexVec::new();
        for upvalue in &function.upvalues {
            let kind = match (upvalue.storage, upvalue.source, function.parent) {
                (Storage::Cell, ..) => Kind::Cell,
                (_, UpvalueSource::ParentUpvalue(upvalue), Some(parent)) => outer[parent].upvalue(upvalue),
                (_, source, Some(parent)) => captured_local(source).map_or(Kind::Value, |local| outer[parent].local(local)),
                (_, _, None) => Kind::Value,
            };
            upvalues.push(kind);
        }
        let mut locals = kinds::initial(function, &vec![Kind::Value; function.parameters.len()], false, true);
        while kinds::infer(function, &mut locals, &upvalues, &mut Alone { asked }).met_nothing {
            // When all is known, what nothing is known of may be anything.
            locals.iter_mut().filter(|kind| **kind == Kind::Nothing).for_each(|kind| *kind = Kind::Value);
        }
        Self { locals, upvalues }
    }

    fn local(&self, local: LocalId) -> Kind {
        settled(self.locals.get(local))
    }

    fn upvalue(&self, upvalue: UpvalueId) -> Kind {
        settled(self.upvalues.get(upvalue))
    }
}

/// What was not inferred may be anything.
fn settled(kind: Option<&Kind>) -> Kind {
    kind.copied().filter(|&kind| kind != Kind::Nothing).unwrap_or(Kind::Value)
}

/// Whether a function copies locals of the functions around it, and not their environment alone.
fn captures_locals(program: &Program, id: FunctionId) -> bool {
    let function = &program.functions[id];
    function.upvalues.iter().any(|upvalue| upvalue.storage == Storage::Value && *upvalue.name != *"_ENV")
}

/// A function of whose surroundings nothing is known.
struct Alone<'a> {
    asked: &'a Asked,
}

impl Surroundings for Alone<'_> {
    fn called(&mut self, _callee: FunctionId, _argument: &dyn Fn(usize) -> Kind) -> &Results {
        &Results::UNKNOWN
    }

    fn returns(&mut self, _results: &Results) {}

    fn method(&self, local: LocalId) -> Option<(LibraryFunction, &Operand)> {
        self.asked.get(&local).map(|(method, object)| (*method, object))
    }

    fn knows_strings(&self) -> bool {
        true
    }
}

/// Calls what was found.
fn replace(block: &mut Block, found: &Asked) {
    block.instructions.retain(|instruction| !matches!(instruction, Instruction::Method { to, .. } if found.contains_key(to)));
    for instruction in &mut block.instructions {
        if let Instruction::Call { callee, .. } | Instruction::TailCall { callee, .. } = instruction
            && let Operand::Local(local) = callee
            && let Some((method, _)) = found.get(local)
        {
            *callee = Operand::Library(*method);
        }
        for_each_block_mut(instruction, &mut |block| replace(block, found));
    }
}
