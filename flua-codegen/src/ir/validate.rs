//! The rules at the head of [`crate::ir`], checked. A program that breaks one is a mistake of the compiler, never of its user.

use std::collections::{HashMap, HashSet};

use flua_ast::{Id, IndexVec};

use super::visit::{for_each_block, for_each_destination, for_each_operand, site};
use super::{
    Block, Function, FunctionId, Instruction, LabelId, LocalId, Open, Operand, Program, Results, SiteId, Storage, TableTemplate,
    UpvalueSource, Values,
};

/// Checks that a program keeps the rules of the IR.
///
/// # Errors
/// A sentence about the first rule that is broken, with the function.
pub fn validate(program: &Program) -> Result<(), String> {
    let mut closures = HashSet::new();
    for (id, function) in program.functions.iter_enumerated() {
        check_function(program, id, function, &mut closures)
            .map_err(|error| format!("function {} ({}): {error}", id.index(), function.heading))?;
    }
    for chunk in &program.chunks {
        let main = &program.functions[chunk.main];
        let is_environment = |source: &UpvalueSource| *source == UpvalueSource::Environment;
        ensure(main.is_vararg && main.upvalues.len() == 1, || "a chunk is vararg and has one upvalue".to_owned())?;
        ensure(main.upvalues.iter().all(|upvalue| is_environment(&upvalue.source)), || {
            "a chunk's upvalue is its environment".to_owned()
        })?;
    }
    Ok(())
}

fn ensure(holds: bool, sentence: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(sentence()) }
}

fn check_function(
    program: &Program,
    id: FunctionId,
    function: &Function,
    closures: &mut HashSet<FunctionId>,
) -> Result<(), String> {
    if let Some(parent) = function.parent {
        ensure(parent < id, || "it stands before its parent".to_owned())?;
    }
    for local in &function.locals {
        ensure(local.name.is_some() || !local.is_captured, || "a temporary is captured".to_owned())?;
        ensure(local.is_captured || local.storage == Storage::Value, || "a local that is not captured is a cell".to_owned())?;
    }
    for upvalue in &function.upvalues {
        let storage = match (upvalue.source, function.parent) {
            (UpvalueSource::Environment, None) => continue,
            (UpvalueSource::ParentLocal(local), Some(parent)) => {
                let local = &program.functions[parent].locals[local];
                ensure(local.is_captured, || format!("upvalue {} captures a local that is not captured", upvalue.name))?;
                local.storage
            }
            (UpvalueSource::ParentUpvalue(outer), Some(parent)) => program.functions[parent].upvalues[outer].storage,
            _ => return Err(format!("upvalue {} comes from nowhere", upvalue.name)),
        };
        ensure(storage == upvalue.storage, || format!("upvalue {} is stored in another way than its variable", upvalue.name))?;
    }
    for &parameter in &function.parameters {
        ensure(!is_cell(function, parameter), || "a parameter is a cell".to_owned())?;
    }
    let mut checker = Checker {
        program,
        id,
        function,
        closures,
        labels: HashMap::new(),
        placed: HashSet::new(),
        visible: Vec::new(),
        sites: HashSet::new(),
        declared: IndexVec::filled(Scope::Unborn, function.locals.len()),
        arrays: HashSet::new(),
        tables: HashSet::new(),
        controls: Vec::new(),
        loops: Vec::new(),
    };
    let depth = checker.block(&function.body, Some(0))?;
    ensure(depth.is_none_or(|depth| depth == 0), || "it ends with variables that wait to be closed".to_owned())
}

fn is_cell(function: &Function, local: LocalId) -> bool {
    function.locals[local].storage == Storage::Cell
}

/// Where a local that is declared stands in its life.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// It has not been declared. Locals that are no cells may do without.
    Unborn,
    /// It is in scope.
    Alive,
    /// The block that declares it is over.
    Dead,
}

/// A loop around the place.
struct OpenLoop {
    /// How many variables waited to be closed before it.
    depth: usize,
    /// Whether a `break` leaves it.
    is_left: bool,
}

struct Checker<'a> {
    program: &'a Program,
    id: FunctionId,
    function: &'a Function,
    /// The functions of which a closure has been made.
    closures: &'a mut HashSet<FunctionId>,
    /// How many variables wait to be closed at each label that was jumped to or passed.
    labels: HashMap<LabelId, usize>,
    placed: HashSet<LabelId>,
    /// The labels of the blocks around, innermost last.
    visible: Vec<HashSet<LabelId>>,
    sites: HashSet<SiteId>,
    declared: IndexVec<LocalId, Scope>,
    /// The locals that hold results put aside.
    arrays: HashSet<LocalId>,
    tables: HashSet<LocalId>,
    /// The control variables of the numeric loops around.
    controls: Vec<LocalId>,
    loops: Vec<OpenLoop>,
}

/// How many variables wait to be closed at a place; none where control cannot come.
type Depth = Option<usize>;

impl Checker<'_> {
    fn block(&mut self, block: &Block, entry: Depth) -> Result<Depth, String> {
        let labels = block.instructions.iter().filter_map(|instruction| match instruction {
            Instruction::Label(label) => Some(*label),
            _ => None,
        });
        self.visible.push(labels.collect());
        let mut depth = entry;
        let mut declared = Vec::new();
        let mut open: Option<LocalId> = None;
        for instruction in &block.instructions {
            if open.is_some() && matches!(instruction, Instruction::Keep { .. }) {
                self.operands(instruction)?;
                continue;
            }
            self.open_results(instruction, open)?;
            open = match instruction {
                Instruction::Call { results: Results::Open(local), .. } | Instruction::HookReturn { to: local, .. } => {
                    Some(*local)
                }
                _ => None,
            };
            self.operands(instruction)?;
            if let Instruction::Declare { local, .. } = instruction {
                ensure(self.declared[*local] == Scope::Unborn, || format!("local {} is declared twice", local.index()))?;
                self.declared[*local] = Scope::Alive;
                declared.push(*local);
            }
            self.destinations(instruction)?;
            self.shape(instruction)?;
            depth = self.flow(instruction, depth)?;
        }
        ensure(open.is_none(), || "the open results of a call are not taken".to_owned())?;
        for local in declared {
            self.declared[local] = Scope::Dead;
        }
        self.visible.pop();
        Ok(depth)
    }

    /// Open results are taken by the next instruction that is no `keep`, and only by it.
    fn open_results(&self, instruction: &Instruction, before: Option<LocalId>) -> Result<(), String> {
        let values = values(instruction);
        let taken = match values.and_then(|values| values.open.as_ref()) {
            Some(Open::Results(local)) => Some(*local),
            Some(Open::Array(local)) => {
                ensure(self.arrays.contains(local), || "an array is used that no call has filled".to_owned())?;
                None
            }
            Some(Open::Varargs) => {
                ensure(self.function.is_vararg, || "varargs are used in a function that has none".to_owned())?;
                None
            }
            None => None,
        };
        ensure(taken == before, || "open results are not taken by the instruction behind their call".to_owned())
    }

    fn operands(&self, instruction: &Instruction) -> Result<(), String> {
        let mut result = Ok(());
        for_each_operand(instruction, &mut |operand| {
            let checked = match operand {
                Operand::Local(local) if local.index() >= self.function.locals.len() => Err("a local does not exist".to_owned()),
                Operand::Local(local) if self.declared[*local] == Scope::Dead => {
                    Err(format!("local {} is used behind its block", local.index()))
                }
                Operand::Local(local) if is_cell(self.function, *local) && self.declared[*local] != Scope::Alive => {
                    Err(format!("cell {} is used before it is declared", local.index()))
                }
                Operand::Upvalue(upvalue) if upvalue.index() >= self.function.upvalues.len() => {
                    Err("an upvalue does not exist".to_owned())
                }
                _ => Ok(()),
            };
            if result.is_ok() {
                result = checked;
            }
        });
        result
    }

    fn destinations(&self, instruction: &Instruction) -> Result<(), String> {
        let may_be_cell = matches!(instruction, Instruction::Declare { .. } | Instruction::Set { .. });
        let mut result = Ok(());
        for_each_destination(instruction, &mut |local| {
            if is_cell(self.function, local) && !may_be_cell {
                result = Err(format!("cell {} is written by another instruction than `Declare` or `Set`", local.index()));
            }
            if is_cell(self.function, local) && self.declared[local] != Scope::Alive {
                result = Err(format!("cell {} is written outside its scope", local.index()));
            }
            if self.declared[local] == Scope::Dead {
                result = Err(format!("local {} is written behind its block", local.index()));
            }
            if self.controls.contains(&local) {
                result = Err("the control variable of a numeric `for` is written".to_owned());
            }
        });
        result
    }

    /// What an instruction must be like, whatever stands around it.
    fn shape(&mut self, instruction: &Instruction) -> Result<(), String> {
        if let Some(site) = site(instruction) {
            ensure(site.index() < self.function.sites.len(), || "a site does not exist".to_owned())?;
            ensure(self.sites.insert(site), || format!("site {} is used twice", site.index()))?;
        }
        let is_temporary = |local: LocalId| self.function.locals[local].name.is_none();
        match instruction {
            Instruction::SetUpvalue { to, .. } => {
                let storage = self.function.upvalues[*to].storage;
                ensure(storage == Storage::Cell, || "an upvalue is assigned that is no cell".to_owned())
            }
            Instruction::Concat { operands, .. } => ensure(operands.len() >= 2, || "`..` has two operands or more".to_owned()),
            Instruction::Call { results, .. } => {
                if let Results::Array(local) = results {
                    self.arrays.insert(*local);
                }
                ensure(!matches!(results, Results::Many(locals) if locals.len() < 2), || {
                    "many results are two or more".to_owned()
                })
            }
            Instruction::Closure { function, .. } => {
                let parent = self.program.functions[*function].parent;
                ensure(parent == Some(self.id), || "a closure is made of another function's child".to_owned())?;
                ensure(self.closures.insert(*function), || "closures of a function are made at two places".to_owned())?;
                self.captures(*function)
            }
            Instruction::NewTable { to, .. } => {
                self.tables.insert(*to);
                ensure(is_temporary(*to), || "a table is made in a variable".to_owned())
            }
            Instruction::NewRecord { to, template, values } => {
                self.tables.insert(*to);
                ensure(is_temporary(*to), || "a table is made in a variable".to_owned())?;
                let sizes = TableTemplate::FEWEST..=TableTemplate::MOST;
                ensure(sizes.contains(&template.names.len()), || "a template has too few names or too many".to_owned())?;
                ensure(template.names.len() == values.len(), || "a template has a name for each value".to_owned())
            }
            Instruction::TableField { table, .. }
            | Instruction::TableItems { table, .. }
            | Instruction::TableData { table, .. } => {
                ensure(self.tables.contains(table), || "a field is put into what is no new table".to_owned())
            }
            Instruction::Vararg { .. } => {
                ensure(self.function.is_vararg, || "varargs are used in a function that has none".to_owned())
            }
            Instruction::GenericFor { iterator, state, control, results, .. } => {
                let own = [iterator, state, control];
                ensure(own.iter().all(|local| is_temporary(**local)), || "a loop's own values are in variables".to_owned())?;
                ensure(!results.is_empty(), || "a generic `for` has a variable".to_owned())
            }
            Instruction::Goto(label) => {
                let is_visible = self.visible.iter().any(|labels| labels.contains(label));
                ensure(is_visible, || format!("label {} is not visible", label.index()))
            }
            Instruction::Label(label) => ensure(self.placed.insert(*label), || format!("label {} stands twice", label.index())),
            _ => Ok(()),
        }
    }

    /// The cells that a closure captures exist when it is made.
    fn captures(&self, function: FunctionId) -> Result<(), String> {
        for upvalue in &self.program.functions[function].upvalues {
            if let UpvalueSource::ParentLocal(local) = upvalue.source
                && upvalue.storage == Storage::Cell
            {
                let is_alive = self.declared[local] == Scope::Alive;
                ensure(is_alive, || format!("cell {} is captured outside its scope", upvalue.name))?;
            }
        }
        Ok(())
    }

    /// Where control goes, and how many variables wait to be closed there.
    fn flow(&mut self, instruction: &Instruction, depth: Depth) -> Result<Depth, String> {
        match instruction {
            Instruction::PushClose { .. } => Ok(depth.map(|depth| depth + 1)),
            Instruction::CloseTop { .. } => match depth {
                Some(0) => Err("more is closed than was opened".to_owned()),
                depth => Ok(depth.map(|depth| depth - 1)),
            },
            Instruction::Return { .. } | Instruction::TailCall { .. } => {
                ensure(depth.is_none_or(|depth| depth == 0), || "it returns before everything is closed".to_owned())?;
                Ok(None)
            }
            Instruction::Break => {
                let Some(open) = self.loops.last_mut() else { return Err("`break` stands in no loop".to_owned()) };
                open.is_left = true;
                let is_closed = depth.is_none_or(|depth| depth == open.depth);
                ensure(is_closed, || "`break` leaves a loop before everything in it is closed".to_owned())?;
                Ok(None)
            }
            Instruction::Goto(label) => {
                self.meet(*label, depth)?;
                Ok(None)
            }
            Instruction::Label(label) => {
                self.meet(*label, depth)?;
                Ok(self.labels.get(label).copied())
            }
            Instruction::If { then, otherwise, .. } => {
                let then = self.block(then, depth)?;
                let otherwise = self.block(otherwise, depth)?;
                let agree = then.is_none() || otherwise.is_none() || then == otherwise;
                ensure(agree, || "the branches of an `if` close different things".to_owned())?;
                Ok(then.or(otherwise))
            }
            Instruction::Do(block) => self.block(block, depth),
            Instruction::Loop(body) => {
                let is_left = self.body(body, depth)?;
                Ok(if is_left { depth } else { None })
            }
            Instruction::NumericFor { control, body, .. } => {
                ensure(!is_cell(self.function, *control), || "the control variable of a loop is a cell".to_owned())?;
                self.controls.push(*control);
                self.body(body, depth)?;
                self.controls.pop();
                Ok(depth)
            }
            Instruction::GenericFor { body, .. } => {
                self.body(body, depth)?;
                Ok(depth)
            }
            other => {
                for_each_block(other, &mut |_| unreachable!("all instructions that hold blocks are listed"));
                Ok(depth)
            }
        }
    }

    /// The body of a loop; says whether a `break` leaves it.
    fn body(&mut self, body: &Block, depth: Depth) -> Result<bool, String> {
        self.loops.push(OpenLoop { depth: depth.unwrap_or(0), is_left: false });
        let end = self.block(body, depth)?;
        let open = self.loops.pop().expect("the loop was put there");
        let agree = depth.is_none() || end.is_none() || end == depth;
        ensure(agree, || "a round of a loop does not close what it opens".to_owned())?;
        Ok(open.is_left)
    }

    /// Control comes to a label: always with the same number of variables that wait to be closed.
    fn meet(&mut self, label: LabelId, depth: Depth) -> Result<(), String> {
        let Some(depth) = depth else { return Ok(()) };
        let known = *self.labels.entry(label).or_insert(depth);
        ensure(known == depth, || format!("label {} is reached with different things to be closed", label.index()))
    }
}

/// The list of values of an instruction.
fn values(instruction: &Instruction) -> Option<&Values> {
    match instruction {
        Instruction::Call { arguments: values, .. }
        | Instruction::TailCall { arguments: values, .. }
        | Instruction::Return { values }
        | Instruction::HookReturn { values, .. }
        | Instruction::TableItems { values, .. } => Some(values),
        _ => None,
    }
}
