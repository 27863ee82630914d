//! Loops.
//!
//! An integer loop counts to an exact last index, so that its step cannot overflow:
//!
//! ```text
//! if ((range = ForInt(L, 1, n, 1)).Outcome < 0) { point = 2; goto Unwind; }
//! if (range.Outcome > 0)
//! {
//!     i = 1; n1 = range.Last;
//!     while (true) { …; if (i == n1) break; i += 1; }
//! }
//! ```
//!
//! A generic loop steps within the array part of a table in place, whether `pairs` or `ipairs` goes through it, from the first step on; any other step
//! is a call:
//!
//! ```text
//! cursor = StartIterate(L, f, state, control);
//! while (true)
//! {
//!     if (!TryIterate(state, ref cursor, out k, out v))
//!     {
//!         if ((control = Iterate(L, f, state, control, ref cursor)).IsAbrupt) { point = 3; goto Unwind; }
//!         if (control.IsNil) break;
//!         k = control; v = L.Result(1);
//!     }
//!     …
//! }
//! ```

use super::body::{Body, Exit, leaves};
use super::fast_loops::{Index, reserved};
use super::resume::Delivery;
use crate::analyze::Kind;
use crate::analyze::versions::leaves::loop_cannot_fail;
use crate::csharp::runtime;
use crate::csharp::{BinaryOperator, Expression, Literal, Statement, make};
use crate::ir::{Block, Instruction, LocalId, Operand, SiteId};

impl Body<'_, '_> {
    /// `while (true) …`
    pub fn loop_statement(&mut self, instruction: &Instruction, block: &Block) {
        if self.is_flat(instruction) {
            let (head, end) = (self.new_label("Loop"), self.new_label("Done"));
            let outer = std::mem::take(&mut self.out);
            self.loop_body(Exit::Label(end.clone()), block);
            let body = std::mem::replace(&mut self.out, outer);
            self.flat_loop(block, None, [head, end], body);
        } else {
            let carried = self.begin_accumulators(block, &[]);
            let outer = std::mem::take(&mut self.out);
            self.loop_body(Exit::Break, block);
            let body = std::mem::replace(&mut self.out, outer);
            self.forever(block, &carried, None, body);
        }
    }

    /// `while (true) …`, with the floats that the loop carries.
    fn forever(&mut self, block: &Block, carried: &[LocalId], index: Option<&Index>, body: Vec<Statement>) {
        let mut body = self.loop_statements(block, carried, index, body);
        let (mut statements, mut behind) = self.end_accumulators(carried);
        statements.append(&mut body);
        statements.append(&mut behind);
        if carried.is_empty() {
            self.out.append(&mut statements);
        } else {
            self.out.push(Statement::Block(statements));
        }
    }

    fn loop_body(&mut self, exit: Exit, body: &Block) {
        self.exits.push(exit);
        self.loop_depth += 1;
        self.block(body);
        self.loop_depth -= 1;
        self.exits.pop();
    }

    /// `for control = start, limit, step do … end`
    pub fn numeric_for(
        &mut self,
        instruction: &Instruction,
        control: LocalId,
        bounds: [&Operand; 3],
        body: &Block,
        site: SiteId,
    ) {
        let integer = self.facts.kinds[control] == Kind::Int;
        let (outcome, mut entry) =
            if integer { self.enter_int(control, bounds, site) } else { self.enter_any(control, bounds, site) };
        if integer {
            let last = self.slot(self.facts.variables.loops[&control].last);
            entry.append(&mut self.reserve_items(control, [bounds[0], bounds[2]], &last, body));
        }
        let appended = entry.iter().filter_map(reserved).cloned().collect();
        let index = index(self.place(control), false).map(|index| Index { appended, ..index });
        if self.is_flat(instruction) {
            let (head, end) = (self.new_label("Loop"), self.new_label("Done"));
            self.out.push(make::when(outcome_is(outcome, BinaryOperator::Equals), Statement::Goto(end.clone())));
            self.out.append(&mut entry);
            let outer = std::mem::take(&mut self.out);
            self.loop_body(Exit::Label(end.clone()), body);
            if !self.out.last().is_some_and(leaves) {
                self.step(control, bounds[2], Statement::Goto(end.clone()));
            }
            let printed = std::mem::replace(&mut self.out, outer);
            self.flat_loop(body, index.as_ref(), [head, end], printed);
        } else {
            let carried = self.begin_accumulators(body, &[control]);
            let outer = std::mem::take(&mut self.out);
            self.loop_body(Exit::Break, body);
            if !self.out.last().is_some_and(leaves) {
                self.step(control, bounds[2], Statement::Break);
            }
            let printed = std::mem::replace(&mut self.out, outer);
            let mut printed = self.loop_statements(body, &carried, index.as_ref(), printed);
            let (mut before, mut behind) = self.end_accumulators(&carried);
            entry.append(&mut before);
            entry.append(&mut printed);
            entry.append(&mut behind);
            self.out.push(Statement::If(outcome_is(outcome, BinaryOperator::GreaterThan), entry, Vec::new()));
        }
    }

    /// The range of an integer loop: gives its outcome and what is done on entry.
    fn enter_int(&mut self, control: LocalId, [start, limit, step]: [&Operand; 3], site: SiteId) -> (Expression, Vec<Statement>) {
        let slots = self.facts.variables.loops[&control];
        let range = self.scratch_range();
        let arguments = vec![make::state(), self.operand(start), self.operand(limit), self.operand(step)];
        let prepare = make::assignment(range.clone(), make::call(runtime::FOR_INT, arguments));
        if loop_cannot_fail(self.facts.kinds[control], self.kind(limit), step) {
            self.out.push(Statement::Expression(prepare));
        } else {
            let unwind = self.unwind(site);
            self.out.push(make::when(
                make::binary(make::member(prepare, runtime::RANGE_OUTCOME.name), BinaryOperator::LessThan, zero()),
                unwind,
            ));
        }
        let mut entry = Vec::new();
        let place = self.place(control);
        let start = self.operand(start);
        entry.push(make::assign(place, start));
        entry.push(make::assign(self.slot(slots.last), make::member(range.clone(), runtime::RANGE_LAST.name)));
        if let Some(slot) = slots.step {
            let step = self.operand(step);
            entry.push(make::assign(self.slot(slot), step));
        }
        (make::member(range, runtime::RANGE_OUTCOME.name), entry)
    }

    /// The start of a loop over any numbers.
    fn enter_any(&mut self, control: LocalId, [start, limit, step]: [&Operand; 3], site: SiteId) -> (Expression, Vec<Statement>) {
        let slots = self.facts.variables.loops[&control];
        let any = self.scratch_loop();
        let arguments = vec![make::state(), self.operand(start), self.operand(limit), self.operand(step)];
        let prepare = make::assignment(any.clone(), make::call(runtime::FOR_ANY, arguments));
        let unwind = self.unwind(site);
        self.out.push(make::when(
            make::binary(make::member(prepare, runtime::LOOP_OUTCOME.name), BinaryOperator::LessThan, zero()),
            unwind,
        ));
        let kind = self.facts.kinds[control];
        let part = |member: runtime::Member| self.unboxed(kind, make::member(any.clone(), member.name));
        let mut entry = vec![make::assign(self.place(control), part(runtime::LOOP_INDEX))];
        entry.push(make::assign(self.slot(slots.last), part(runtime::LOOP_LAST)));
        if let Some(slot) = slots.step {
            entry.push(make::assign(self.slot(slot), part(runtime::LOOP_STEP)));
        }
        (make::member(any, runtime::LOOP_OUTCOME.name), entry)
    }

    /// Leaves the loop behind the last round, else steps.
    fn step(&mut self, control: LocalId, step: &Operand, leave: Statement) {
        let slots = self.facts.variables.loops[&control];
        let place = self.place(control);
        let last = self.slot(slots.last);
        let slot = slots.step.map(|slot| self.slot(slot));
        if self.facts.kinds[control] == Kind::Int {
            self.out.push(make::when(make::binary(place.clone(), BinaryOperator::Equals, last), leave));
            let step = slot.unwrap_or_else(|| self.operand(step));
            self.out.push(make::add_to(place, step));
        } else if self.facts.kinds[control] == Kind::Float {
            let by = slot.expect("a loop over floats keeps its step");
            self.out.push(make::add_to(place.clone(), by.clone()));
            let goes_on = match step {
                Operand::Integer(1..) => make::binary(place, BinaryOperator::LessThanOrEqual, last),
                Operand::Float(step) if *step > 0.0 => make::binary(place, BinaryOperator::LessThanOrEqual, last),
                Operand::Integer(_) | Operand::Float(_) => make::binary(last, BinaryOperator::LessThanOrEqual, place),
                _ => make::call(runtime::GOES_ON, vec![place, last, by]),
            };
            self.out.push(make::when(make::not(goes_on), leave));
        } else {
            let step = slot.expect("a loop over any numbers keeps its step");
            let next = make::call(runtime::TRY_FOR_NEXT, vec![place.clone(), last, step, make::out(place)]);
            self.out.push(make::when(make::not(next), leave));
        }
    }

    /// `for results in iterator, state, control do … end`
    pub fn generic_for(
        &mut self,
        instruction: &Instruction,
        [iterator, state, control]: [LocalId; 3],
        results: &[LocalId],
        body: &Block,
        site: SiteId,
    ) {
        let cursor = self.slot(self.facts.variables.cursors[&control]);
        let start = if self.steps_in_array(results) {
            let values = [iterator, state, control].map(|local| self.operand(&Operand::Local(local)));
            make::call(runtime::START_ITERATE, std::iter::once(make::state()).chain(values).collect())
        } else {
            make::int(0)
        };
        self.out.push(make::assign(cursor.clone(), start));
        let index = index(cursor.clone(), true);
        if self.is_flat(instruction) {
            let (head, end) = (self.new_label("Loop"), self.new_label("Done"));
            let outer = std::mem::take(&mut self.out);
            self.loop_depth += 1;
            let next = self.step_in_array(state, &cursor, results).map(|step| {
                let next = self.new_label("Next");
                self.out.push(make::when(step, Statement::Goto(next.clone())));
                next
            });
            self.advance([iterator, state, control], cursor, results, site, Statement::Goto(end.clone()));
            self.out.extend(next.map(Statement::Labeled));
            self.loop_depth -= 1;
            self.loop_body(Exit::Label(end.clone()), body);
            let printed = std::mem::replace(&mut self.out, outer);
            self.flat_loop(body, index.as_ref(), [head, end], printed);
        } else {
            let carried = self.begin_accumulators(body, results);
            let outer = std::mem::take(&mut self.out);
            self.loop_depth += 1;
            let step = self.step_in_array(state, &cursor, results);
            self.advance([iterator, state, control], cursor, results, site, Statement::Break);
            if let Some(step) = step {
                let other = std::mem::take(&mut self.out);
                self.out.push(Statement::If(make::not(step), other, Vec::new()));
            }
            self.loop_depth -= 1;
            self.loop_body(Exit::Break, body);
            let printed = std::mem::replace(&mut self.out, outer);
            self.forever(body, &carried, index.as_ref(), printed);
        }
    }

    /// Whether steps within the array part of a table are done in place.
    fn steps_in_array(&self, results: &[LocalId]) -> bool {
        let is_plain = |&local: &LocalId| {
            let slot = self.facts.variables.of(local);
            slot.is_none_or(|slot| !self.is_shared(slot) && self.facts.variables.slots[slot].kind == Kind::Value)
        };
        results.len() <= 2 && !self.unit.program.world.is_debugged && self.is_hot() && results.iter().all(is_plain)
    }

    /// `TryIterate(state, ref cursor, out key, out value)`: a step within the array part of a table, which gives at most two values. The cursor
    /// tells the control variable.
    fn step_in_array(&mut self, state: LocalId, cursor: &Expression, results: &[LocalId]) -> Option<Expression> {
        if !self.steps_in_array(results) {
            return None;
        }
        let state = self.operand(&Operand::Local(state));
        let place = |index: usize| {
            let known = results.get(index).filter(|&&local| self.facts.variables.of(local).is_some());
            make::out(known.map_or_else(|| make::name("_"), |&local| self.place(local)))
        };
        Some(make::call(runtime::TRY_ITERATE, vec![state, make::reference(cursor.clone()), place(0), place(1)]))
    }

    /// One step of a generic `for`.
    fn advance(
        &mut self,
        [iterator, state, control]: [LocalId; 3],
        cursor: Expression,
        results: &[LocalId],
        site: SiteId,
        leave: Statement,
    ) {
        let [f, s, c] = [iterator, state, control].map(|local| self.operand(&Operand::Local(local)));
        let iterate = if self.unit.program.world.is_debugged { runtime::ITERATE_HOOKED } else { runtime::ITERATE };
        let call = make::call(iterate, vec![make::state(), f, s, c.clone(), make::reference(cursor)]);
        let next = make::assignment(c.clone(), call);
        let pass_on = self.pass_on(site);
        self.out.push(make::when(make::member(next, runtime::IS_ABRUPT.name), pass_on));
        self.resume_here(site, Delivery::Value(c.clone()));
        self.out.push(make::when(make::member(c.clone(), runtime::IS_NIL.name), leave));
        for (index, &local) in results.iter().enumerate() {
            if self.facts.variables.of(local).is_none() {
                continue;
            }
            let place = self.place(local);
            let value = if index == 0 { c.clone() } else { make::on_state(runtime::RESULT, vec![make::int(index)]) };
            self.out.push(make::assign(place, value));
        }
    }
}

/// What a loop counts its rounds by, if it is a variable of the method.
fn index(place: Expression, is_cursor: bool) -> Option<Index> {
    if let Expression::IdentifierName(name) = place { Some(Index { name, is_cursor, appended: Vec::new() }) } else { None }
}

fn zero() -> Expression {
    Expression::Literal(Literal::Int(0))
}

/// A comparison of a loop's outcome with zero.
fn outcome_is(outcome: Expression, operator: BinaryOperator) -> Expression {
    make::binary(outcome, operator, zero())
}
