//! Tail calls of a function by itself: a jump to its head.
//!
//! ```lua
//! local function gcd(a, b) if b == 0 then return a end return gcd(b, a % b) end
//! ```
//! becomes
//! ```text
//! Start1:
//!     if (L.IsStackLow()) return L.StackOverflow();
//!     if (RawEquals(b, 0)) return L.Return1(a);
//!     if (!TryMod(a, b, out t1) && (t1 = Mod(L, a, b)).IsAbrupt) { L.Unwind(this, 2); goto Abrupt; }
//!     again = true;
//!     a = b;
//!     b = t1;
//!     goto Start1;
//! Abrupt:
//!     return L.TailCalled(again, LuaValue.Abrupt);
//! ```
//! The activation stays where it is, which is what a proper tail call looks like to the program. `again` keeps what a traceback says of it. Locals of
//! the body begin anew, since every declaration writes its variable, and those that closures share are new cells. A version for
//! numbers jumps only when the arguments are what it assumes.
//! Where a parameter is read after it would be assigned, all are assigned at once: `(a, b) = (b, a);`.

use super::body::Body;
use crate::analyze::Kind;
use crate::csharp::runtime;
use crate::csharp::{Expression, Statement, Text, make};
use crate::ir::visit::for_each_instruction;
use crate::ir::{Instruction, Operand, Values};

/// The head of a function that calls itself in tail position.
pub struct SelfTail {
    /// The label.
    pub label: Text,
    /// The variable that says whether it was jumped to.
    pub mark: Text,
}

impl Body<'_, '_> {
    /// Makes the label if anything jumps to it.
    pub fn find_start(&mut self) {
        if !self.may_jump_back() {
            return;
        }
        let mut found = false;
        for_each_instruction(&self.function.body, &mut |instruction| {
            if let Instruction::TailCall { callee, arguments, .. } = instruction {
                found = found || self.jumps_back(callee, arguments);
            }
        });
        if found {
            let label = self.new_label("Start");
            let mark = self.scratch.namer.as_mut().expect("it lives as long as the body").take("again");
            self.start = Some(SelfTail { label, mark });
        }
    }

    /// Whether a tail call may be a jump in this function.
    fn may_jump_back(&self) -> bool {
        !self.function.is_vararg
            && self.facts.parts.is_none()
            && !self.unit.program.world.is_debugged
            && self.unit.facts.optimizes
    }

    /// Whether a tail call is a jump: the callee is this very function, and its arguments are as many single values as are known.
    pub fn jumps_back(&self, callee: &Operand, arguments: &Values) -> bool {
        let Operand::Upvalue(upvalue) = callee else { return false };
        if !self.may_jump_back() || self.upvalue(*upvalue) != Expression::This || arguments.open.is_some() {
            return false;
        }
        self.function.parameters.iter().enumerate().all(|(index, &parameter)| {
            let kind = self.facts.kinds[parameter];
            kind == Kind::Value || arguments.fixed.get(index).is_some_and(|operand| self.kind(operand) == kind)
        })
    }

    /// Gives the parameters their new values and jumps to the head.
    pub fn jump_to_start(&mut self, arguments: &[Operand]) {
        let start = self.start.as_ref().expect("it was found before");
        let (label, mark) = (start.label.clone(), start.mark.clone());
        self.out.push(make::assign(make::name(mark), make::boolean(true)));
        let mut targets = Vec::new();
        let mut values = Vec::new();
        for (index, &parameter) in self.function.parameters.iter().enumerate() {
            let target = self.local(parameter);
            let value = arguments.get(index).map_or_else(make::default, |operand| self.operand(operand));
            if target != value {
                targets.push(target);
                values.push(value);
            }
        }
        let reads_written = (1..values.len()).any(|later| targets[..later].contains(&values[later]));
        if reads_written {
            let assignment = make::assignment(Expression::Tuple(targets), Expression::Tuple(values));
            self.out.push(Statement::Expression(assignment));
        } else {
            self.out.extend(targets.into_iter().zip(values).map(|(target, value)| make::assign(target, value)));
        }
        self.out.push(Statement::Goto(label));
    }

    /// What an abrupt return of this activation gives: in a function that jumps to its head, with a note of that for tracebacks.
    pub fn marked(&self, abrupt: Expression) -> Expression {
        match &self.start {
            Some(start) => make::on_state(runtime::TAIL_CALLED, vec![make::name(start.mark.clone()), abrupt]),
            None => abrupt,
        }
    }
}
