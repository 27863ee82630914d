//! Which tables only one activation of a function sees.

use flua_ast::IndexVec;

use super::worth::{self, Worth};
use crate::ir::visit::{for_each_destination, for_each_instruction, for_each_operand};
use crate::ir::{Function, Instruction, LibraryFunction, LocalId, Operand, Results as Wanted, Storage, UnaryOp, Values};
use crate::unions::Unions;

/// The variables of a function that hold private tables, in classes: variables of one class may hold the same table.
#[derive(Clone)]
pub struct Candidates {
    /// The class of a local, if it has one.
    pub class_of: IndexVec<LocalId, Option<usize>>,
    /// What speaks for the tables of each class, and against them.
    pub worth: Vec<Worth>,
}

impl Candidates {
    /// Finds them; none when there is nothing to gain.
    pub fn of(function: &Function) -> Option<Self> {
        if !worth::may_pay(function) {
            return None;
        }
        let mut uses = Uses::of(function);
        for_each_instruction(&function.body, &mut |instruction| uses.instruction(instruction));
        let (class_of, classes) = uses.classes()?;
        let worth = worth::judge(function, &class_of, classes, &uses.returned);
        worth.iter().any(Worth::may_pay).then_some(Self { class_of, worth })
    }
}

/// How the variables of a function are used.
struct Uses {
    /// The variables of one class.
    unions: Unions<LocalId>,
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
            unions: Unions::alone(count),
            makes: IndexVec::filled(false, count),
            escapes,
            returned: IndexVec::filled(false, count),
        }
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
                let (to, from) = (self.unions.root(*to), self.unions.root(*from));
                self.unions.put_under(to, from);
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

    /// The class of each variable that has one, and how many there are; none when there is none.
    fn classes(&mut self) -> Option<(IndexVec<LocalId, Option<usize>>, usize)> {
        let locals: Vec<LocalId> = self.unions.ids().collect();
        let mut roots = IndexVec::filled((false, false), locals.len());
        for &local in &locals {
            let root = self.unions.root(local);
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
        let class_of = locals.iter().map(|&local| number_of[self.unions.root(local)]).collect();
        (classes > 0).then_some((class_of, classes))
    }
}

/// The table into which an instruction looks, and the key: none for one that is appended.
pub fn access(instruction: &Instruction) -> Option<(LocalId, Option<&Operand>)> {
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
