//! Declarations and plain assignments, closures, varargs.

use super::body::Body;
use super::functions::is_self;
use crate::analyze::Kind;
use crate::csharp::{Expression, Initializer, Statement, make, runtime};
use crate::ir::{FunctionId, LocalId, Operand, UpvalueId, UpvalueSource};
use flua_ast::Id;

impl Body<'_, '_> {
    /// A named local begins its life: a cell is made afresh.
    pub fn declare(&mut self, local: LocalId, value: &Operand) {
        if self.facts.kinds[local] == Kind::Cell {
            let value = self.operand(value);
            let cell = make::create("Cell", vec![value]);
            let place = self.place(local);
            self.out.push(make::assign(place, cell));
        } else {
            self.set(local, value);
        }
    }

    /// `to = value`, into the cell when it is one.
    pub fn set(&mut self, to: LocalId, value: &Operand) {
        // A local that is written and never read has no variable.
        if self.facts.variables.of(to).is_none() {
            return;
        }
        if self.facts.kinds[to] == Kind::Cell {
            let cell = self.place(to);
            return self.set_cell(cell, value);
        }
        let (target, value) = match value {
            Operand::Local(from) if self.is_private(value) => (self.place(to), self.place(*from)),
            _ => (self.operand(&Operand::Local(to)), self.operand(value)),
        };
        if target != value {
            self.out.push(make::assign(target, value));
        }
    }

    /// An upvalue, always a cell, is assigned.
    pub fn set_upvalue(&mut self, to: UpvalueId, value: &Operand) {
        let cell = self.upvalue(to);
        self.set_cell(cell, value);
    }

    /// `cell.Value = value`, which costs a write barrier for a value that is not known: mostly it is of the kind of the one before, and
    /// then `cell.Set(value)` needs none.
    fn set_cell(&mut self, cell: Expression, value: &Operand) {
        let is_known = self.kind(value) != Kind::Value || matches!(value, Operand::Nil);
        let value = self.operand(value);
        self.out.push(if is_known || !self.is_hot() {
            make::assign(make::member(cell, runtime::CELL_VALUE.name), value)
        } else {
            Statement::Expression(make::call_on(cell, runtime::CELL_SET, vec![value]))
        });
    }

    /// `to = new F_name { … }`: copies what is captured by value, shares cells.
    pub fn closure(&mut self, to: LocalId, function: FunctionId) {
        let child = &self.unit.program.functions[function];
        let mut initializers = Vec::with_capacity(child.upvalues.len());
        for (id, upvalue) in child.upvalues.iter_enumerated() {
            if is_self(self.unit, function, id) {
                continue;
            }
            let value = match upvalue.source {
                UpvalueSource::ParentLocal(local) => self.place(local),
                UpvalueSource::ParentUpvalue(upvalue) => self.upvalue(upvalue),
                UpvalueSource::Environment => unreachable!("only a chunk gets its environment from outside"),
            };
            initializers.push(Initializer { name: self.unit.fields[function][id.index()].clone(), value });
        }
        let class = self.unit.classes[function].clone();
        let place = self.place(to);
        self.out.push(make::assign(place, make::create_with(class, initializers)));
    }

    /// `to = ` the vararg of an index.
    pub fn vararg(&mut self, to: LocalId, index: u32) {
        let index = make::int(index as usize);
        let value = make::invoke(make::name(runtime::ARGUMENT.name), vec![self.varargs(), index]);
        let place = self.place(to);
        self.out.push(make::assign(place, value));
    }
}
