//! Assignments. Lua §3.3.3.
//!
//! ```lua
//! i, t[i] = i + 1, 20
//! ```
//! becomes
//! ```text
//! t1 = i
//! t2 = add i, 1
//! t[t1] = 20
//! i = t2
//! ```
//! As in the reference, tables and keys of the targets are evaluated from left to right, then the values, and then they are stored from right to left.

use flua_ast::{Expr, ExprKind};

use super::builder::{Lowering, Value, variable_operand};
use super::expressions::is_multiple;
use super::lines::{last_line, list_line};
use super::statements::name_of_target;
use crate::ir::{Instruction, LocalId, Operand, UpvalueId};
use crate::resolve::{Use, Variable};

/// A target whose table and key are evaluated.
pub enum Target {
    /// A local of the function.
    Local(LocalId),
    /// A variable of a function around it.
    Upvalue(UpvalueId),
    /// A field.
    Field {
        /// The table.
        object: Value,
        /// The key.
        key: Operand,
    },
}

impl Lowering<'_, '_> {
    /// `targets = values`
    pub fn assignment(&mut self, targets: &[Expr], values: &[Expr]) {
        let end_line = values.last().map_or(0, |last| last_line(self.source, last.span));
        match (targets, values) {
            ([target], [value]) => {
                let target_name = target;
                let target = self.target_before(target, &values.iter());
                self.assign_value(&target, target_name, value, end_line);
            }
            // The results of one call, or of `...`, go straight to the targets.
            (_, [value]) if is_multiple(value) && self.are_distinct_locals(targets) => {
                let locals: Vec<LocalId> = targets.iter().filter_map(|target| self.local_named(target)).collect();
                self.adjust(values, &locals, end_line);
            }
            _ => self.multiple_assignment(targets, values, end_line),
        }
    }

    fn multiple_assignment(&mut self, targets: &[Expr], values: &[Expr], end_line: u32) {
        let assigned: Vec<LocalId> = targets.iter().filter_map(|target| self.local_named(target)).collect();
        let upvalues: Vec<UpvalueId> = targets.iter().filter_map(|target| self.upvalue_named(target)).collect();
        let is_assigned = |operand: &Operand| match operand {
            Operand::Local(local) => assigned.contains(local),
            Operand::Upvalue(upvalue) => upvalues.contains(upvalue),
            _ => false,
        };
        let mut lowered = Vec::with_capacity(targets.len());
        for (index, expr) in targets.iter().enumerate() {
            let mut target = self.target_before(expr, &targets[index + 1..].iter().chain(values));
            if let Target::Field { object, key } = &mut target {
                // What this statement assigns is used as it was before.
                if is_assigned(&object.operand) {
                    *object = self.copy(object);
                }
                if is_assigned(key) {
                    *key = self.copy(&key.clone().into()).operand;
                }
            }
            lowered.push(target);
        }
        let stored = self.values_to_store(values, targets, &is_assigned, end_line);
        for (target, value) in lowered.iter().zip(stored).rev() {
            self.store(target, value, end_line);
        }
    }

    /// Evaluates as many values as there are targets. All but the last are kept where the stores cannot change them.
    fn values_to_store(
        &mut self,
        values: &[Expr],
        targets: &[Expr],
        is_assigned: &dyn Fn(&Operand) -> bool,
        end_line: u32,
    ) -> Vec<Operand> {
        let mut stored = Vec::with_capacity(targets.len());
        for (index, value) in values.iter().enumerate() {
            let line = list_line(self.source, values, index, end_line);
            let is_last = index + 1 == values.len();
            if index >= targets.len() {
                self.discard(value, line);
            } else if is_last && index + 1 < targets.len() && is_multiple(value) {
                let wanted: Vec<LocalId> = (index..targets.len()).map(|_| self.temporary()).collect();
                self.expand(value, &wanted);
                stored.extend(wanted.into_iter().map(Operand::Local));
            } else {
                let value = self.stored_value(value, line, &targets[index]);
                let is_stored_first = is_last && index + 1 == targets.len();
                let may_change = is_assigned(&value.operand) || self.is_volatile(&value.operand);
                stored.push(if may_change && !is_stored_first { self.copy(&value).operand } else { value.operand });
            }
        }
        stored.resize(targets.len(), Operand::Nil);
        stored
    }

    fn stored_value(&mut self, value: &Expr, line: u32, target: &Expr) -> Value {
        if let ExprKind::FunctionDef(definition) = &value.kind {
            let to = self.temporary();
            self.closure(definition, false, name_of_target(target), to);
            return Operand::Local(to).into();
        }
        self.value(value, line)
    }

    /// `target = value` alone.
    fn assign_value(&mut self, target: &Target, target_expr: &Expr, value: &Expr, line: u32) {
        match target {
            Target::Local(local) if !self.is_cell(*local) => {
                if let ExprKind::FunctionDef(definition) = &value.kind {
                    return self.closure(definition, false, name_of_target(target_expr), *local);
                }
                self.evaluate_into(value, line, *local);
            }
            _ => {
                let value = self.stored_value(value, line, target_expr);
                self.store(target, value.operand, line);
            }
        }
    }

    /// Evaluates the table and the key of a target, before the expressions given.
    fn target_before<'e>(&mut self, target: &Expr, later: &(impl Iterator<Item = &'e Expr> + Clone)) -> Target {
        match &target.kind {
            ExprKind::Var(name) => match self.shared.chunk_names.find(name) {
                Use::Variable(Variable::Local(local)) => Target::Local(*local),
                Use::Variable(Variable::Upvalue(upvalue)) => Target::Upvalue(*upvalue),
                Use::Variable(Variable::Constant(_)) => unreachable!("a constant is not assigned to"),
                Use::Global(environment) => {
                    let object = variable_operand(environment).into();
                    Target::Field { object, key: Operand::String(name.text.as_bytes().into()) }
                }
            },
            ExprKind::TableAccess { table, key, .. } => {
                let object = self.value_at_end(table);
                let key = self.value_at_end(key);
                self.field_target(object, key, later)
            }
            _ => unreachable!("the parser lets nothing else be assigned to"),
        }
    }

    /// A field as a target. Locals are read when it is stored; upvalues are too, as tables of constant names, and before otherwise.
    fn field_target<'e>(&mut self, object: Value, key: Value, later: &(impl Iterator<Item = &'e Expr> + Clone)) -> Target {
        let has_constant_name = matches!(key.operand, Operand::String(_));
        let reads_early = |this: &Self, operand: &Operand| {
            this.is_volatile_upvalue(operand) && later.clone().any(|expr| this.may_run_code(expr))
        };
        let object = if !has_constant_name && reads_early(self, &object.operand) { self.copy(&object) } else { object };
        let key = if reads_early(self, &key.operand) { self.copy(&key) } else { key };
        Target::Field { object, key: key.operand }
    }

    /// Stores a value.
    pub fn store(&mut self, target: &Target, value: Operand, line: u32) {
        match target {
            Target::Local(local) => self.set(*local, value),
            Target::Upvalue(upvalue) => self.emit(Instruction::SetUpvalue { to: *upvalue, value }),
            Target::Field { object, key } => {
                let site = self.site_of(line, object);
                self.emit(Instruction::SetIndex { object: object.operand.clone(), key: key.clone(), value, site });
            }
        }
    }

    /// Whether all targets are different locals that are no cells.
    fn are_distinct_locals(&self, targets: &[Expr]) -> bool {
        let mut locals: Vec<LocalId> = Vec::with_capacity(targets.len());
        targets.iter().all(|target| match self.local_named(target) {
            Some(local) if !self.is_cell(local) && !locals.contains(&local) => {
                locals.push(local);
                true
            }
            _ => false,
        })
    }

    fn upvalue_named(&self, expr: &Expr) -> Option<UpvalueId> {
        let ExprKind::Var(name) = &expr.kind else { return None };
        match self.shared.chunk_names.find(name) {
            Use::Variable(Variable::Upvalue(upvalue)) => Some(*upvalue),
            Use::Variable(Variable::Local(_) | Variable::Constant(_)) | Use::Global(_) => None,
        }
    }
}
