//! The body of one function: its variables, its head, and the dispatch over instructions.

use std::cell::OnceCell;
use std::rc::Rc;

use flua_ast::IndexVec;
use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::functions::{VARARGS, parameter, type_of};
use super::naming::Namer;
use super::resume::Resumption;
use super::self_tail::SelfTail;
use super::unit::Unit;
use crate::analyze::{FunctionFacts, Kind, SlotId, top_level};
use crate::csharp::{Expression, Parameter, Statement, Text, VariableDeclarator, make, runtime};
use crate::ir::{Block, Function, FunctionId, Instruction, LabelId, LocalId};

/// The translation of one function's body.
pub struct Body<'a, 'u> {
    /// What all functions share.
    pub unit: &'u mut Unit<'a>,
    /// The function.
    pub id: FunctionId,
    /// The function.
    pub function: &'a Function,
    /// Its facts.
    pub facts: &'a FunctionFacts,
    /// The part of a large function that is translated.
    pub part: Option<usize>,
    /// The names of its C# variables.
    pub names: Rc<IndexVec<SlotId, Text>>,
    /// The names of its labels.
    pub labels: FxHashMap<LabelId, Text>,
    /// The statements printed so far.
    pub out: Vec<Statement>,
    /// The resume points so far.
    pub resumption: Resumption,
    /// How the loops around are left, innermost last.
    pub exits: Vec<Exit>,
    /// How many loops are around.
    pub loop_depth: usize,
    /// How many labels of ours were made.
    pub label_count: usize,
    /// Scratch variables in use: `r`, a value; `test`, a boolean.
    pub scratch: Scratch,
    /// Where a tail call of the function itself jumps to, if there is any.
    pub start: Option<SelfTail>,
    /// How often each local is read in the whole function, once a stretch asks.
    pub reads: Rc<OnceCell<IndexVec<LocalId, usize>>>,
    /// Which locals probably hold integers, once a stretch asks.
    pub integers: Rc<OnceCell<IndexVec<LocalId, bool>>>,
    /// Which locals hold nothing but what method calls found, once a call asks.
    pub methods: Rc<OnceCell<IndexVec<LocalId, bool>>>,
    /// The C# variables that hold floats while a loop runs.
    pub accumulators: FxHashMap<LocalId, Text>,
    /// Those of them that may begin with an integer.
    pub sums: FxHashSet<LocalId>,
    /// Those of them that are boxed at the moment.
    pub boxed: FxHashSet<LocalId>,
    /// Which instructions hold a resume point, by their address.
    suspends: FxHashMap<usize, bool>,
}

/// What the methods of one function share: it is found once, since a large function has many.
#[derive(Clone)]
pub struct Common<'a> {
    /// The names of the C# variables.
    pub names: Rc<IndexVec<SlotId, Text>>,
    /// The names that are taken.
    taken: Rc<Namer>,
    /// The instructions of the top level, if the function is split.
    top_level: Rc<[&'a Instruction]>,
    /// How often each local is read, once a stretch asks.
    reads: Rc<OnceCell<IndexVec<LocalId, usize>>>,
    /// Which probably hold integers, once a stretch asks.
    integers: Rc<OnceCell<IndexVec<LocalId, bool>>>,
    /// Which hold nothing but what method calls found, once a call asks.
    methods: Rc<OnceCell<IndexVec<LocalId, bool>>>,
}

impl<'a> Common<'a> {
    /// That of a function.
    pub fn of(unit: &Unit<'a>, id: FunctionId, facts: &FunctionFacts) -> Self {
        let (names, taken) = slot_names(unit, id, facts);
        let top_level = if facts.parts.is_some() { top_level(&unit.program.functions[id].body) } else { Vec::new() };
        Self {
            names: names.into(),
            taken: taken.into(),
            top_level: top_level.into(),
            reads: Rc::default(),
            integers: Rc::default(),
            methods: Rc::default(),
        }
    }
}

/// The scratch variables of a method.
#[derive(Default)]
pub struct Scratch {
    value: Option<Text>,
    test: Option<Text>,
    range: Option<Text>,
    any_loop: Option<Text>,
    point: Option<Text>,
    pub namer: Option<Namer>,
}

impl Scratch {
    /// The names of the scratch value and the scratch test, if they are in use.
    pub fn names(&self) -> (Option<&Text>, Option<&Text>) {
        (self.value.as_ref(), self.test.as_ref())
    }
}

/// How a loop is left.
#[derive(Clone)]
pub enum Exit {
    /// By `break`: the loop is a C# loop.
    Break,
    /// By a jump to the label behind the loop, which is made when it is first needed.
    Label(Text),
}

impl<'a, 'u> Body<'a, 'u> {
    /// Gives the parameters of the method, the state first, and its statements.
    pub fn translate(unit: &'u mut Unit<'a>, id: FunctionId, facts: &'a FunctionFacts) -> (Vec<Parameter>, Vec<Statement>) {
        let common = Common::of(unit, id, facts);
        let mut body = Self::new(unit, id, facts, None, &common);
        body.block(&body.function.body);
        body.fall_off();
        let parameters = body.parameters();
        (parameters, body.finish())
    }

    /// Gives the statements of one part of a large function.
    pub fn translate_part(
        unit: &'u mut Unit<'a>,
        id: FunctionId,
        facts: &'a FunctionFacts,
        part: usize,
        common: &Common<'a>,
    ) -> Vec<Statement> {
        let parts = facts.parts.as_ref().expect("only a function that is split has parts");
        let mut body = Self::new(unit, id, facts, Some(part), common);
        for instruction in &common.top_level[parts.ranges[part].clone()] {
            body.instruction(instruction);
        }
        if part + 1 == parts.ranges.len() {
            body.fall_off();
        } else if !body.out.last().is_some_and(leaves) {
            body.out.push(Statement::Return(make::default()));
        }
        body.finish()
    }

    /// The end of a function returns nothing.
    fn fall_off(&mut self) {
        if self.out.last().is_some_and(leaves) {
            return;
        }
        if self.facts.leaf.is_some() {
            // Control does not come here, but C# need not see that.
            self.out.push(Statement::Return(make::default()));
        } else {
            self.return_values(&crate::ir::Values::default());
        }
    }

    fn new(unit: &'u mut Unit<'a>, id: FunctionId, facts: &'a FunctionFacts, part: Option<usize>, common: &Common<'a>) -> Self {
        let function = &unit.program.functions[id];
        let mut body = Self {
            unit,
            id,
            function,
            facts,
            part,
            names: common.names.clone(),
            labels: FxHashMap::default(),
            out: Vec::new(),
            resumption: Resumption::default(),
            exits: Vec::new(),
            loop_depth: 0,
            label_count: 0,
            scratch: Scratch { namer: Some(Namer::inside(common.taken.clone())), ..Scratch::default() },
            start: None,
            reads: common.reads.clone(),
            integers: common.integers.clone(),
            methods: common.methods.clone(),
            accumulators: FxHashMap::default(),
            sums: FxHashSet::default(),
            boxed: FxHashSet::default(),
            suspends: FxHashMap::default(),
        };
        body.find_start();
        body
    }

    /// The parameters of the method, the state first.
    pub fn parameters(&self) -> Vec<Parameter> {
        let mut parameters = vec![parameter("LuaState", "L")];
        for &local in &self.function.parameters {
            let ty = type_of(self.unit, self.facts.kinds[local]);
            let slot = self.facts.variables.of(local).expect("a parameter occurs");
            parameters.push(Parameter { ty, name: self.names[slot].clone() });
        }
        if self.function.is_vararg {
            parameters.push(parameter(VARARGS, "varargs"));
        }
        parameters
    }

    /// Puts the head in front of the statements: variables, resume switch, stack check.
    fn finish(mut self) -> Vec<Statement> {
        self.gather_returns();
        let before = self.exits();
        self.shared_saves();
        let check = self.stack_check();
        self.abrupt_ends();
        let mut all = self.declarations();
        all.extend(before);
        if self.is_resumable() {
            all.push(self.resume_switch());
        }
        if let Some(start) = &self.start {
            all.push(Statement::Labeled(start.label.clone()));
        }
        all.extend(check);
        self.out.splice(0..0, all);
        self.out
    }

    /// `if (L.IsStackLow()) …`: what a function that calls does first.
    fn stack_check(&mut self) -> Option<Statement> {
        if !self.facts.makes_calls || self.part.is_some() {
            return None;
        }
        let overflow = make::on_state(runtime::STACK_OVERFLOW, Vec::new());
        let leave =
            if self.ends_abruptly() && self.start.is_none() { self.abrupt(overflow) } else { Statement::Return(overflow) };
        Some(make::when(make::on_state(runtime::IS_STACK_LOW, Vec::new()), leave))
    }

    /// The variables, one declaration a type.
    fn declarations(&self) -> Vec<Statement> {
        let parameters = self.function.parameters.len();
        let mut by_type: IndexMap<Text, Vec<VariableDeclarator>, FxBuildHasher> = IndexMap::default();
        let mut declare = |ty: Text, name: Text| {
            by_type.entry(ty).or_default().push(VariableDeclarator { name, value: make::default() });
        };
        let mut declare_slot = |slot: SlotId| {
            let kind = self.facts.variables.slots[slot].kind;
            declare(type_of(self.unit, kind), self.names[slot].clone());
        };
        match (&self.facts.parts, self.part) {
            (Some(parts), Some(part)) => parts.own[part].iter().copied().for_each(&mut declare_slot),
            _ => self.facts.variables.slots.ids().skip(parameters).for_each(&mut declare_slot),
        }
        let scratch = [
            ("LuaValue", &self.scratch.value),
            ("bool", &self.scratch.test),
            ("ForRange", &self.scratch.range),
            ("ForLoop", &self.scratch.any_loop),
            ("int", &self.scratch.point),
            ("bool", &self.start.as_ref().map(|start| start.mark.clone())),
        ];
        for (ty, name) in scratch {
            if let Some(name) = name {
                declare(ty.into(), name.clone());
            }
        }
        by_type.into_iter().map(|(ty, variables)| Statement::LocalDeclaration(ty, variables)).collect()
    }

    /// Whether the method has a resume switch.
    pub fn is_resumable(&self) -> bool {
        !self.facts.live.is_empty()
    }

    /// Whether fast paths are printed here.
    pub fn is_hot(&self) -> bool {
        self.unit.facts.optimizes && !self.facts.is_cold && (self.loop_depth > 0 || self.facts.hot_everywhere)
    }

    /// The C# variable of a slot: a field of the shared object when it is in use across the parts of a large function.
    pub fn slot(&self, slot: SlotId) -> Expression {
        let name = self.names[slot].clone();
        if self.is_shared(slot) { make::member(make::name("locals"), name) } else { make::name(name) }
    }

    /// Whether a variable lives in the object that the parts of a large function share.
    pub fn is_shared(&self, slot: SlotId) -> bool {
        self.part.is_some() && self.facts.parts.as_ref().is_some_and(|parts| parts.shared.contains(&slot))
    }

    /// The C# variable of a local.
    pub fn local(&self, local: LocalId) -> Expression {
        self.slot(self.facts.variables.of(local).expect("a local that is translated occurs"))
    }

    /// The varargs.
    pub fn varargs(&self) -> Expression {
        if self.part.is_some() { make::member(make::name("locals"), "varargs") } else { make::name("varargs") }
    }

    /// A label of ours.
    pub fn new_label(&mut self, base: &str) -> Text {
        self.label_count += 1;
        Text::from(format!("{base}{}", self.label_count))
    }

    /// The scratch variable for a value.
    pub fn scratch_value(&mut self) -> Expression {
        let Scratch { value, namer, .. } = &mut self.scratch;
        make::name(value.get_or_insert_with(|| namer.as_mut().expect("it lives as long as the body").take("r")).clone())
    }

    /// The scratch variable for a boolean.
    pub fn scratch_test(&mut self) -> Expression {
        let Scratch { test, namer, .. } = &mut self.scratch;
        make::name(test.get_or_insert_with(|| namer.as_mut().expect("it lives as long as the body").take("test")).clone())
    }

    /// The scratch variable for the range of an integer loop.
    pub fn scratch_range(&mut self) -> Expression {
        let Scratch { range, namer, .. } = &mut self.scratch;
        make::name(range.get_or_insert_with(|| namer.as_mut().expect("it lives as long as the body").take("range")).clone())
    }

    /// The scratch variable for the start of a loop over any numbers.
    pub fn scratch_loop(&mut self) -> Expression {
        let Scratch { any_loop, namer, .. } = &mut self.scratch;
        make::name(any_loop.get_or_insert_with(|| namer.as_mut().expect("it lives as long as the body").take("loop")).clone())
    }

    /// The variable that says which point jumped to a shared save.
    pub fn scratch_point(&mut self) -> Expression {
        let Scratch { point, namer, .. } = &mut self.scratch;
        make::name(point.get_or_insert_with(|| namer.as_mut().expect("it lives as long as the body").take("point")).clone())
    }

    /// Translates a block.
    pub fn block(&mut self, block: &Block) {
        let mut rest = block.instructions.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            if let Some(stretch) = self.stretch(rest) {
                let (now, later) = rest.split_at(stretch.length);
                self.attempt(&stretch, now);
                rest = later;
            } else if self.whole_list(rest) {
                rest = &rest[2..];
            } else {
                self.instruction(first);
                rest = behind;
            }
        }
    }

    /// Translates a block into statements of its own.
    pub fn nested(&mut self, block: &Block) -> Vec<Statement> {
        let outer = std::mem::take(&mut self.out);
        self.block(block);
        std::mem::replace(&mut self.out, outer)
    }

    pub fn instruction(&mut self, instruction: &Instruction) {
        match instruction {
            Instruction::Declare { local, value } => self.declare(*local, value),
            Instruction::Set { to, value } => self.set(*to, value),
            Instruction::SetUpvalue { to, value } => self.set_upvalue(*to, value),
            Instruction::Not { to, value } => self.not(*to, value),
            Instruction::Unary { to, op, operand, site } => self.unary(*to, *op, operand, *site),
            Instruction::Binary { to, op, left, right, site } => self.binary(*to, *op, left, right, *site),
            Instruction::Compare { to, op, left, right, negated, site } => self.compare(*to, *op, left, right, *negated, *site),
            Instruction::Concat { to, operands, site } => self.concat(*to, operands, *site),
            Instruction::Index { to, object, key, site } => self.index(*to, object, key, *site),
            Instruction::Method { to, object, name, site } => self.method(*to, object, name, *site),
            Instruction::SetIndex { object, key, value, site } => self.set_index(object, key, value, *site),
            Instruction::Call { callee, arguments, results, site } => self.call(callee, arguments, results, *site),
            Instruction::TailCall { callee, arguments, site } => self.tail_call(callee, arguments, *site),
            Instruction::Return { values } => self.return_values(values),
            Instruction::Closure { to, function } => self.closure(*to, *function),
            Instruction::NewTable { to, array, hash } => self.new_table(*to, *array, *hash),
            Instruction::NewRecord { to, template, values } => self.new_record(*to, template, values),
            Instruction::TableField { table, key, value, site } => self.table_field(*table, key, value, *site),
            Instruction::TableItems { table, start, values } => self.table_items(*table, *start, values),
            Instruction::TableData { table, start, data } => self.table_data(*table, *start, data),
            Instruction::Vararg { to, index } => self.vararg(*to, *index),
            Instruction::If { condition, then, otherwise } => self.if_statement(instruction, condition, then, otherwise),
            Instruction::Do(block) => self.block(block),
            Instruction::Loop(body) => self.loop_statement(instruction, body),
            Instruction::Break => self.break_statement(),
            Instruction::NumericFor { control, start, limit, step, body, site } => {
                self.numeric_for(instruction, *control, [start, limit, step], body, *site);
            }
            Instruction::GenericFor { iterator, state, control, results, body, site } => {
                self.generic_for(instruction, [*iterator, *state, *control], results, body, *site);
            }
            Instruction::Label(label) => self.label(*label),
            Instruction::Goto(label) => self.goto(*label),
            Instruction::PushClose { value, name, unless_nil, site } => self.push_close(value, name, *unless_nil, *site),
            Instruction::CloseTop { unless_nil, site } => self.close_top(*unless_nil, *site),
            Instruction::Keep { locals } => self.keep(locals),
            Instruction::SafePoint { site } => self.safe_point(*site),
            Instruction::Hook { event, steps, site } => self.hook(*event, *steps, *site),
            Instruction::HookReturn { to, values, site } => self.hook_return(*to, values, *site),
        }
    }

    /// Whether an instruction's blocks hold a resume point, so that they are printed flat.
    pub fn is_flat(&mut self, instruction: &Instruction) -> bool {
        self.is_resumable() && self.blocks_suspend(instruction)
    }

    /// Whether there is a resume point in an instruction's blocks. Remembered, since every level of nesting asks.
    fn blocks_suspend(&mut self, instruction: &Instruction) -> bool {
        let key = std::ptr::from_ref(instruction).addr();
        if let Some(&known) = self.suspends.get(&key) {
            return known;
        }
        let mut suspends = matches!(instruction, Instruction::GenericFor { .. });
        crate::ir::visit::for_each_block(instruction, &mut |block| {
            for inner in &block.instructions {
                suspends = suspends
                    || super::resume::site_of(inner).is_some_and(|site| self.facts.live.at(site).is_some())
                    || self.blocks_suspend(inner);
            }
        });
        self.suspends.insert(key, suspends);
        suspends
    }
}

/// Whether control never goes on behind a statement.
pub fn leaves(statement: &Statement) -> bool {
    matches!(statement, Statement::Return(_) | Statement::Goto(_) | Statement::NotedJump(..) | Statement::Break)
}

/// Names the C# variables of a function; every part of a large one finds the same names.
pub fn slot_names(unit: &Unit<'_>, id: FunctionId, facts: &FunctionFacts) -> (IndexVec<SlotId, Text>, Namer) {
    let mut taken = Namer::new();
    for field in unit.fields[id].iter().chain(unit.globals[id].iter().map(|(_, name)| name)) {
        // A field keeps its bare name: a local of the same name gets a number.
        taken.take(field.as_str());
    }
    let mut names = IndexVec::new();
    for slot in &facts.variables.slots {
        names.push(match &slot.name {
            Some(name) => taken.take(name),
            None => taken.take_numbered(match slot.kind {
                Kind::Int => "n",
                Kind::Float => "d",
                Kind::Bool => "b",
                Kind::String => "s",
                _ => "t",
            }),
        });
    }
    (names, taken)
}
