//! Operands and conditions as C# expressions.

use flua_ast::Id;

use super::body::Body;
use super::functions::is_self;
use super::library;
use crate::analyze::Kind;
use crate::csharp::{BinaryOperator, Expression, Literal, make, runtime};
use crate::ir::{LocalId, Operand, UpvalueId};

impl Body<'_, '_> {
    /// What an operand surely holds; the content of a cell is any value.
    pub fn kind(&self, operand: &Operand) -> Kind {
        let kind = match operand {
            Operand::Local(local) => self.facts.kinds[*local],
            Operand::Upvalue(upvalue) => self.facts.upvalues[*upvalue],
            Operand::Integer(_) => Kind::Int,
            Operand::Float(_) => Kind::Float,
            Operand::Bool(_) => Kind::Bool,
            Operand::String(_) => Kind::String,
            Operand::Nil | Operand::Library(_) => Kind::Value,
        };
        if kind == Kind::Cell { Kind::Value } else { kind }
    }

    /// An operand where the surroundings convert it to a `LuaValue`, or to its own kind.
    pub fn operand(&mut self, operand: &Operand) -> Expression {
        match operand {
            Operand::Local(local) if self.facts.kinds[*local].is_private() => self.escaping(*local),
            Operand::Local(local) => {
                let name = self.local(*local);
                if self.facts.kinds[*local] == Kind::Cell { make::member(name, runtime::CELL_VALUE.name) } else { name }
            }
            Operand::Upvalue(upvalue) => {
                let field = self.upvalue(*upvalue);
                if self.facts.upvalues[*upvalue] == Kind::Cell { make::member(field, runtime::CELL_VALUE.name) } else { field }
            }
            Operand::Nil => make::default(),
            Operand::Bool(value) => make::boolean(*value),
            Operand::Integer(value) => make::long(*value),
            Operand::Float(value) => Expression::Literal(Literal::Double(*value)),
            Operand::String(bytes) => self.unit.constants.reference(bytes),
            Operand::Library(function) => make::member(make::state(), library::member(*function).name),
        }
    }

    /// An operand as a `LuaValue` also where nothing converts it, such as before a member access.
    pub fn value(&mut self, operand: &Operand) -> Expression {
        let is_value = match operand {
            Operand::Local(_) | Operand::Upvalue(_) => self.kind(operand) == Kind::Value,
            Operand::Nil
            | Operand::Bool(_)
            | Operand::Integer(_)
            | Operand::Float(_)
            | Operand::String(_)
            | Operand::Library(_) => false,
        };
        let expression = self.operand(operand);
        if is_value { expression } else { Expression::Cast("LuaValue".into(), Box::new(expression)) }
    }

    /// The field of an upvalue; the function itself for one that is the function.
    pub fn upvalue(&self, upvalue: UpvalueId) -> Expression {
        if is_self(self.unit, self.id, upvalue) {
            Expression::This
        } else {
            make::name(self.unit.fields[self.id][upvalue.index()].clone())
        }
    }

    /// The variable of a local that is no cell.
    pub fn place(&self, local: LocalId) -> Expression {
        self.local(local)
    }

    /// Whether an operand is true, as a `bool`.
    pub fn truth(&mut self, operand: &Operand) -> Expression {
        match operand {
            Operand::Nil => make::boolean(false),
            Operand::Bool(value) => make::boolean(*value),
            Operand::Integer(_) | Operand::Float(_) | Operand::String(_) | Operand::Library(_) => make::boolean(true),
            Operand::Local(_) | Operand::Upvalue(_) => match self.kind(operand) {
                Kind::Bool => self.operand(operand),
                Kind::Int | Kind::Float | Kind::String | Kind::Table | Kind::Function(_) | Kind::Private(_) => {
                    make::boolean(true)
                }
                Kind::Global(_) => {
                    make::binary(self.operand(operand), BinaryOperator::NotEquals, Expression::Literal(Literal::Null))
                }
                Kind::Value | Kind::Nothing | Kind::Cell | Kind::Array | Kind::Cursor => {
                    make::member(self.operand(operand), runtime::IS_TRUE.name)
                }
            },
        }
    }

    /// Whether an instruction's destination is one of its operands too, so that its slow path must still find the operand.
    pub fn aliases(&self, to: LocalId, operands: &[&Operand]) -> bool {
        let slot = self.facts.variables.of(to);
        operands.iter().any(|operand| match operand {
            Operand::Local(local) => self.facts.variables.of(*local) == slot,
            _ => false,
        })
    }
}
