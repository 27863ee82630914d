//! Declarations and plain assignments, closures, varargs.

use super::body::Body;
use super::functions::is_self;
use crate::analyze::Kind;
use crate::csharp::{Initializer, make, runtime};
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
        let target = make::member(self.upvalue(to), runtime::CELL_VALUE.name);
        let value = self.operand(value);
        self.out.push(make::assign(target, value));
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
