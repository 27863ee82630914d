//! Calls, tail calls, returns, and variables to be closed.
//!
//! ```text
//! if ((t1 = f.Callee.Call1(L, x)).IsAbrupt && (t1 = L.Land()).IsAbrupt) { point = 3; goto Unwind; }
//! ```

use flua_ast::IndexVec;

use super::body::Body;
use super::functions::{Signature, version_name};
use super::library::known_call;
use super::resume::Delivery;
use super::unit::string;
use crate::analyze::Kind;
use crate::analyze::versions::{leaves::Leaf, suitable};
use crate::csharp::runtime::{self, Member};
use crate::csharp::{BinaryOperator, Expression, Literal, Statement, make};
use crate::ir::visit::{for_each_destination, for_each_instruction};
use crate::ir::{Function, FunctionId, HookEvent, Instruction, LocalId, Open, Operand, Results, SiteId, Values};

impl<'a> Body<'a, '_> {
    /// `results = callee(arguments)`
    pub fn call(&mut self, callee: &Operand, arguments: &Values, results: &Results, site: SiteId) {
        if self.private_insert(callee, arguments, site) {
            return;
        }
        if let Operand::Library(function) = callee
            && self.library_call(*function, arguments, results, site)
        {
            return;
        }
        self.check_global(callee, |body| body.unwind(site));
        if self.leaf_results(callee, arguments, results) {
            return;
        }
        let short = match results {
            Results::None | Results::One(_) => {
                self.suspendable_call(callee, arguments).or_else(|| self.probable_call(callee, arguments, site))
            }
            Results::Many(_) | Results::Open(_) | Results::Array(_) => None,
        };
        let call = short.unwrap_or_else(|| self.invocation(callee, arguments, runtime::HOOKED));
        // What surely is of some kind comes boxed all the same.
        let unboxed = match results {
            Results::One(to) => Some(*to),
            Results::Many(to) => Some(to[0]),
            Results::None | Results::Open(_) | Results::Array(_) => None,
        };
        let unboxed = unboxed.filter(|to| self.facts.kinds[*to] != Kind::Value);
        let first = match results {
            Results::None => None,
            _ if unboxed.is_some() => Some(self.scratch_value()),
            Results::One(to) | Results::Open(to) => Some(self.place(*to)),
            Results::Many(to) => Some(self.place(to[0])),
            Results::Array(_) => Some(self.scratch_value()),
        };
        let land = make::on_state(runtime::LAND, Vec::new());
        let (call, land) = match &first {
            None => (call, land),
            Some(place) => (make::assignment(place.clone(), call), make::assignment(place.clone(), land)),
        };
        let mut condition = make::member(call, runtime::IS_ABRUPT.name);
        if may_leave_tail_call(callee) {
            condition = make::and(condition, make::member(land, runtime::IS_ABRUPT.name));
        }
        let pass_on = self.pass_on(site);
        self.out.push(make::when(condition, pass_on));
        self.resume_here(site, first.clone().map_or(Delivery::Drop, Delivery::Value));
        if let (Some(to), Some(first)) = (unboxed, &first) {
            let value = self.unboxed(self.facts.kinds[to], first.clone());
            let place = self.place(to);
            self.out.push(make::assign(place, value));
        }
        match results {
            Results::None | Results::One(_) | Results::Open(_) => {}
            Results::Many(to) => {
                for (index, &local) in to.iter().enumerate().skip(1) {
                    if self.facts.variables.of(local).is_some() {
                        let place = self.place(local);
                        let result = make::on_state(runtime::RESULT, vec![make::int(index)]);
                        let value = self.unboxed(self.facts.kinds[local], result);
                        self.out.push(make::assign(place, value));
                    }
                }
            }
            Results::Array(to) => {
                let place = self.place(*to);
                let first = first.expect("results that are put aside have a first");
                self.out.push(make::assign(place, make::on_state(runtime::TAKE_RESULTS, vec![first])));
            }
        }
    }

    /// The call itself: direct for a known function, else by the value's entry points.
    pub fn invocation(&mut self, callee: &Operand, arguments: &Values, how: Member) -> Expression {
        if let Some(function) = self.known_callee(callee)
            && let Some(call) = self.direct_call(callee, function, arguments)
        {
            return call;
        }
        let fixed: Vec<Expression> = arguments.fixed.iter().map(|operand| self.operand(operand)).collect();
        match &arguments.open {
            None if let Operand::Library(function) = callee => known_call(*function, fixed),
            None => {
                let target = match self.kind(callee) {
                    Kind::Function(_) | Kind::Table => self.operand(callee),
                    _ => {
                        let object = if self.is_found_method(callee) { runtime::METHOD } else { runtime::CALLEE };
                        let value = self.value(callee);
                        make::member(self.called(value, how), object.name)
                    }
                };
                let (member, mut list) = entry(CALLS, runtime::CALL_N, fixed);
                list.insert(0, make::state());
                make::call_on(target, member, list)
            }
            Some(Open::Results(first)) if self.is_hot() && fixed.len() < CALLS_OPEN.len() => {
                let callee = self.operand(callee);
                let member = CALLS_OPEN[fixed.len()];
                let mut list = vec![make::state(), self.called(callee, how)];
                list.extend(fixed);
                list.push(self.place(*first));
                make::call(member, list)
            }
            Some(open) => {
                let member = match open {
                    Open::Results(_) => runtime::CALL_OPEN,
                    Open::Varargs | Open::Array(_) => runtime::CALL_VARARGS,
                };
                let callee = self.operand(callee);
                let callee = self.called(callee, how);
                make::call(member, vec![make::state(), callee, make::values(fixed), self.many(open)])
            }
        }
    }

    /// Whether a callee is what a method call found: an object in any case, unless the search was suspended and something else delivered it.
    fn is_found_method(&self, callee: &Operand) -> bool {
        let Operand::Local(callee) = callee else { return false };
        if !self.facts.live.is_empty() || self.unit.program.world.is_debugged {
            return false;
        }
        self.methods.get_or_init(|| found_methods(self.function))[*callee]
    }

    /// A call of a known function: missing arguments become nil, surplus ones are dropped, varargs are a list. None when the list would have to be
    /// joined from single values and many.
    fn direct_call(&mut self, callee: &Operand, function: FunctionId, arguments: &Values) -> Option<Expression> {
        let target = self.operand(callee);
        let known = &self.unit.program.functions[function];
        let signature = Signature::of(known);
        let (parameters, is_vararg) = (known.parameters.len(), known.is_vararg);
        let fixed = &arguments.fixed;
        if is_vararg && arguments.open.is_some() {
            let passes_on = matches!(arguments.open, Some(Open::Varargs | Open::Array(_))) && fixed.len() <= parameters;
            if !passes_on {
                return None;
            }
        }
        let version = self.version(function, arguments);
        let facts = &self.unit.facts.functions[function];
        // A leaf gives what is no result of a call: its entry point does.
        let method = match version.checked_sub(1).map(|index| &facts.versions[index].facts) {
            Some(special) if special.leaf.is_none() => version_name(facts, version),
            _ => signature.direct(),
        };
        let mut list = vec![make::state()];
        for index in 0..parameters {
            list.push(match fixed.get(index) {
                Some(operand) => self.operand(operand),
                None => self.one_of_many(arguments.open.as_ref(), index - fixed.len()),
            });
        }
        if is_vararg {
            list.push(if let Some(open) = &arguments.open {
                let many = self.many(open);
                match parameters - fixed.len() {
                    0 => many,
                    from => make::invoke(make::name(runtime::VARARGS.name), vec![many, make::int(from)]),
                }
            } else {
                make::values(fixed.iter().skip(parameters).map(|operand| self.operand(operand)).collect())
            });
        }
        Some(make::invoke(make::member(target, method), list))
    }

    /// The version of a known function that a call goes to; 0 is the general one.
    fn version(&self, function: FunctionId, arguments: &Values) -> usize {
        let special = self.unit.facts.functions[function].versions.iter().map(|version| &*version.parameters);
        suitable(special, &|index| arguments.fixed.get(index).map_or(Kind::Value, |operand| self.kind(operand)))
    }

    /// The function that is called, where it is known.
    fn known_callee(&self, callee: &Operand) -> Option<FunctionId> {
        match self.kind(callee) {
            Kind::Function(function) | Kind::Global(function) => Some(function),
            _ => None,
        }
    }

    /// What was read from a global to which one function is assigned is nil before that: `if (fib == null) { LuaValue.Nil.Callee.Call0(L); … }`
    fn check_global(&mut self, callee: &Operand, leave: impl FnOnce(&mut Self) -> Statement) {
        if !matches!(self.kind(callee), Kind::Global(_)) {
            return;
        }
        let value = self.operand(callee);
        let nil = make::member(make::name("LuaValue"), runtime::NIL.name);
        let fails = make::call_on(make::member(nil, runtime::CALLEE.name), runtime::CALL0, vec![make::state()]);
        let leave = leave(self);
        let condition = make::binary(value, BinaryOperator::Equals, Expression::Literal(Literal::Null));
        self.out.push(Statement::If(condition, vec![Statement::Expression(fails), leave], Vec::new()));
    }

    /// A call of a leaf: `F_lerp.Floats(L, a, b, t)`.
    fn leaf_call(&mut self, callee: &Operand, arguments: &Values) -> Option<(&'a Leaf, Expression)> {
        let function = self.known_callee(callee)?;
        if matches!(arguments.open, Some(Open::Varargs | Open::Array(_))) {
            return None;
        }
        let version = self.version(function, arguments);
        let facts = self.unit.facts;
        let known = &facts.functions[function];
        let leaf = version.checked_sub(1).map_or(known, |index| &known.versions[index].facts).leaf.as_ref()?;
        let target = if leaf.is_static { make::name(self.unit.classes[function].clone()) } else { self.operand(callee) };
        let mut list = vec![make::state()];
        for index in 0..self.unit.program.functions[function].parameters.len() {
            list.push(match arguments.fixed.get(index) {
                Some(operand) => self.operand(operand),
                None => self.one_of_many(arguments.open.as_ref(), index - arguments.fixed.len()),
            });
        }
        Some((leaf, make::invoke(make::member(target, version_name(known, version)), list)))
    }

    /// Prints a call of a leaf, which gives its results as they are; false when it is to be printed as any other.
    fn leaf_results(&mut self, callee: &Operand, arguments: &Values, results: &Results) -> bool {
        let Some((leaf, call)) = self.leaf_call(callee, arguments) else { return false };
        let count = leaf.results.len();
        match results {
            Results::None => {}
            Results::One(to) => {
                let place = self.place(*to);
                let first = if count == 1 { call } else { make::member(call, "Item1") };
                self.out.push(make::assign(place, first));
            }
            Results::Open(to) if count == 1 => {
                let place = self.place(*to);
                self.out.push(make::assign(place, make::on_state(runtime::RETURN1, vec![call])));
            }
            Results::Many(to) => {
                let target = |index: usize| {
                    let local = to.get(index).filter(|&&local| self.facts.variables.of(local).is_some());
                    local.map_or_else(|| make::name("_"), |&local| self.place(local))
                };
                let targets = if count == 1 { target(0) } else { Expression::Tuple((0..count).map(target).collect()) };
                let nils: Vec<Expression> = (count..to.len()).map(target).collect();
                self.out.push(make::assign(targets, call));
                self.out.extend(nils.into_iter().map(|place| make::assign(place, make::default())));
            }
            Results::Open(_) | Results::Array(_) => return false,
        }
        true
    }

    /// One of the many values at the end of a list, counted from 0; nil when there are none.
    fn one_of_many(&self, open: Option<&Open>, index: usize) -> Expression {
        match open {
            None => make::default(),
            Some(Open::Results(first)) if index == 0 => self.place(*first),
            Some(Open::Results(_)) => make::on_state(runtime::RESULT, vec![make::int(index)]),
            Some(open @ (Open::Varargs | Open::Array(_))) => {
                make::invoke(make::name(runtime::ARGUMENT.name), vec![self.many(open), make::int(index)])
            }
        }
    }

    /// The many values at the end of a list; of results the first.
    pub fn many(&self, open: &Open) -> Expression {
        match open {
            Open::Results(local) | Open::Array(local) => self.place(*local),
            Open::Varargs => self.varargs(),
        }
    }

    /// `select("#", ...)` and `select(index, ...)` where one value is wanted, in case that it is the function of the library: they need no call.
    pub fn selection(&mut self, callee: &Operand, arguments: &Values) -> Option<Expression> {
        let ([selector], Some(Open::Varargs), Kind::Value) = (&*arguments.fixed, &arguments.open, self.kind(callee)) else {
            return None;
        };
        if self.unit.program.world.is_debugged {
            return None;
        }
        let is_index = match selector {
            Operand::String(text) if **text == *b"#" => false,
            Operand::Local(_) | Operand::Upvalue(_) | Operand::Integer(_) => true,
            Operand::Nil | Operand::Bool(_) | Operand::Float(_) | Operand::String(_) | Operand::Library(_) => return None,
        };
        let mut list = vec![make::state(), self.operand(callee)];
        if is_index {
            list.push(self.operand(selector));
        }
        list.push(self.varargs());
        Some(make::call(if is_index { runtime::SELECT_ONE } else { runtime::SELECT_COUNT }, list))
    }

    /// `return callee(arguments)` as a proper tail call. Of a call of a leaf nothing would be seen, whether it is one or not.
    pub fn tail_call(&mut self, callee: &Operand, arguments: &Values, site: SiteId) {
        if self.jumps_back(callee, arguments) {
            self.jump_to_start(&arguments.fixed);
            return;
        }
        let number = Expression::Literal(Literal::Int(super::resume::number(site)));
        self.check_global(callee, |body| {
            let nil = make::member(make::name("LuaValue"), runtime::NIL.name);
            body.abrupt(make::on_state(runtime::TAIL_UNWIND, vec![nil, Expression::This, number.clone()]))
        });
        if let Some((leaf, call)) = self.leaf_call(callee, arguments) {
            if self.facts.leaf.is_some() {
                self.out.push(Statement::Return(call));
                return;
            }
            if leaf.results.len() == 1 {
                self.note_done();
                self.out.push(Statement::Return(make::on_state(runtime::RETURN1, vec![call])));
                return;
            }
        }
        let fixed: Vec<Expression> = arguments.fixed.iter().map(|operand| self.operand(operand)).collect();
        let callee_value = self.operand(callee);
        let (member, mut list) = match &arguments.open {
            None => entry(TAILS, runtime::TAIL_N, fixed),
            Some(open) => {
                let member = match open {
                    Open::Results(_) => runtime::TAIL_OPEN,
                    Open::Varargs | Open::Array(_) => runtime::TAIL_VARARGS,
                };
                (member, vec![make::values(fixed), self.many(open)])
            }
        };
        list.insert(0, callee_value.clone());
        if may_leave_tail_call(callee) {
            let defer = make::on_state(member, list);
            let deferred = if self.start.is_none() { self.abrupt(defer) } else { Statement::Return(defer) };
            self.out.push(make::when(make::on_state(runtime::IS_TAIL_LOW, vec![callee_value.clone()]), deferred));
        }

        let result = self.scratch_value();
        let call = self.invocation(callee, arguments, runtime::HOOKED_TAIL);
        let unwind = make::on_state(runtime::TAIL_UNWIND, vec![callee_value.clone(), Expression::This, number.clone()]);
        let condition = make::member(make::assignment(result.clone(), call), runtime::IS_ABRUPT.name);
        let passed_on = self.abrupt(unwind);
        self.out.push(make::when(condition, passed_on));
        self.note_done();
        let returned = if self.unit.program.world.is_debugged {
            make::on_state(runtime::HOOK_TAIL_RETURN, vec![callee_value, result, Expression::This, number])
        } else {
            result
        };
        self.out.push(Statement::Return(returned));
    }

    /// A value that is called: where hooks are told of calls, by way of the state, which puts something of its own before library functions.
    fn called(&self, callee: Expression, how: Member) -> Expression {
        if self.unit.program.world.is_debugged { make::on_state(how, vec![callee]) } else { callee }
    }

    /// `return values`
    pub fn return_values(&mut self, values: &Values) {
        if self.facts.leaf.is_some() {
            let mut results: Vec<Expression> = values.fixed.iter().map(|value| self.operand(value)).collect();
            let value = if results.len() == 1 { results.remove(0) } else { Expression::Tuple(results) };
            self.out.push(Statement::Return(value));
            return;
        }
        let value = self.returned(values);
        self.note_done();
        self.out.push(Statement::Return(value));
    }

    /// Values as a function returns them: the first, with all in their places.
    fn returned(&mut self, values: &Values) -> Expression {
        let fixed: Vec<Expression> = values.fixed.iter().map(|operand| self.operand(operand)).collect();
        match &values.open {
            None => return_of(fixed),
            // All results of the call just made are where they must be.
            Some(Open::Results(first)) if fixed.is_empty() => self.place(*first),
            Some(open) => {
                let member = match open {
                    Open::Results(_) => runtime::RETURN_OPEN,
                    Open::Varargs | Open::Array(_) => runtime::RETURN_VARARGS,
                };
                make::on_state(member, vec![make::values(fixed), self.many(open)])
            }
        }
    }

    /// Variables go out of scope: up to here they keep what they hold alive. What lies in the object that parts share is alive anyway.
    pub fn keep(&mut self, locals: &[LocalId]) {
        for &local in locals {
            let kind = self.facts.kinds[local];
            let is_plain = matches!(kind, Kind::Int | Kind::Float | Kind::Bool);
            let Some(slot) = self.facts.variables.of(local) else { continue };
            if is_plain || self.is_shared(slot) {
                continue;
            }
            let variable = self.place(local);
            let object = if kind == Kind::Value { make::member(variable, runtime::VALUE_OBJECT.name) } else { variable };
            self.out.push(Statement::Expression(make::on_state(runtime::KEEP, vec![object])));
        }
    }

    /// The collector and finalizers may run here.
    pub fn safe_point(&mut self, site: SiteId) {
        let condition = make::member(make::on_state(runtime::SAFE_POINT, Vec::new()), runtime::IS_ABRUPT.name);
        let pass_on = self.pass_on(site);
        self.out.push(make::when(condition, pass_on));
        self.resume_here(site, Delivery::Drop);
    }

    /// `if (L.IsHooked && L.HookLine(3, 1).IsAbrupt) …`: a hook is told, if there is one.
    pub fn hook(&mut self, event: HookEvent, steps: u32, site: SiteId) {
        let steps = make::int(steps as usize);
        let told = match event {
            HookEvent::Call => make::on_state(runtime::HOOK_CALL, vec![Expression::This]),
            HookEvent::Line => {
                let line = usize::try_from(self.function.sites[site].line).expect("a line fits");
                make::on_state(runtime::HOOK_LINE, vec![make::int(line), steps])
            }
            HookEvent::Steps => make::on_state(runtime::HOOK_STEPS, vec![steps]),
        };
        let is_hooked = make::member(make::state(), runtime::IS_HOOKED.name);
        let condition = make::and(is_hooked, make::member(told, runtime::IS_ABRUPT.name));
        let pass_on = self.pass_on(site);
        self.out.push(make::when(condition, pass_on));
        self.resume_here(site, Delivery::Drop);
    }

    /// `t1 = L.Return2(a, b); if (L.IsHooked && (t1 = L.HookReturn(t1)).IsAbrupt) …`: values are about to be returned.
    pub fn hook_return(&mut self, to: LocalId, values: &Values, site: SiteId) {
        let first = self.returned(values);
        let place = self.place(to);
        self.out.push(make::assign(place.clone(), first));
        let told = make::assignment(place.clone(), make::on_state(runtime::HOOK_RETURN, vec![place.clone()]));
        let is_hooked = make::member(make::state(), runtime::IS_HOOKED.name);
        let condition = make::and(is_hooked, make::member(told, runtime::IS_ABRUPT.name));
        let pass_on = self.pass_on(site);
        self.out.push(make::when(condition, pass_on));
        self.resume_here(site, Delivery::Value(place));
    }

    /// A variable to be closed comes into scope.
    pub fn push_close(&mut self, value: &Operand, name: &str, unless_nil: bool, site: SiteId) {
        let argument = self.operand(value);
        let push = make::on_state(runtime::PUSH_CLOSE, vec![argument, string(name)]);
        let mut condition = make::member(push, runtime::IS_ABRUPT.name);
        if unless_nil {
            let is_nil = make::member(self.value(value), runtime::IS_NIL.name);
            condition = make::and(make::not(is_nil), condition);
        }
        let unwind = self.unwind(site);
        self.out.push(make::when(condition, unwind));
    }

    /// The last pending variable goes out of scope.
    pub fn close_top(&mut self, unless_nil: Option<LocalId>, site: SiteId) {
        let close = make::on_state(runtime::CLOSE_TOP, Vec::new());
        let mut condition = make::member(close, runtime::IS_ABRUPT.name);
        if let Some(local) = unless_nil {
            let is_nil = make::member(self.value(&Operand::Local(local)), runtime::IS_NIL.name);
            condition = make::and(make::not(is_nil), condition);
        }
        let pass_on = self.pass_on(site);
        self.out.push(make::when(condition, pass_on));
        self.resume_here(site, Delivery::Drop);
    }
}

/// Which locals hold nothing but what method calls found.
fn found_methods(function: &Function) -> IndexVec<LocalId, bool> {
    let mut found = IndexVec::filled(false, function.locals.len());
    let mut others = found.clone();
    for_each_instruction(&function.body, &mut |instruction| match instruction {
        Instruction::Method { to, .. } => found[*to] = true,
        _ => for_each_destination(instruction, &mut |to| others[to] = true),
    });
    for (found, other) in found.iter_mut().zip(others.iter()) {
        *found &= !other;
    }
    found
}

/// Whether a call may leave a tail call to its caller: functions of the library run those of the functions that they call.
fn may_leave_tail_call(callee: &Operand) -> bool {
    !matches!(callee, Operand::Library(_))
}

const CALLS_OPEN: [Member; 3] = [runtime::CALL_OPEN1, runtime::CALL_OPEN2, runtime::CALL_OPEN3];
const CALLS: [Member; 4] = [runtime::CALL0, runtime::CALL1, runtime::CALL2, runtime::CALL3];
const TAILS: [Member; 4] = [runtime::TAIL0, runtime::TAIL1, runtime::TAIL2, runtime::TAIL3];
const RETURNS: [Member; 4] = [runtime::RETURN0, runtime::RETURN1, runtime::RETURN2, runtime::RETURN3];

/// The entry point for a number of arguments, and the arguments as it takes them.
pub fn call_entry(arguments: Vec<Expression>) -> (Member, Vec<Expression>) {
    entry(CALLS, runtime::CALL_N, arguments)
}

/// `L.Return2(a, b)`
pub fn return_of(values: Vec<Expression>) -> Expression {
    let (member, list) = entry(RETURNS, runtime::RETURN_N, values);
    make::on_state(member, list)
}

/// The member for a number of values, and its arguments: the values, or one list of them.
fn entry(members: [Member; 4], general: Member, values: Vec<Expression>) -> (Member, Vec<Expression>) {
    match members.get(values.len()) {
        Some(&member) => (member, values),
        None => (general, vec![make::values(values)]),
    }
}
