//! Which kinds a function's parameters probably have, as far as its own body says.
//!
//! Numbers that are added, multiplied, compared or assigned are put into one class. A float constant among them makes floats of them, an index, the bound
//! of a loop, a bitwise operator or an integer constant integers.

use flua_ast::{Id, IndexVec};

use super::super::kinds::Kind;
use super::super::suspension::summary;
use crate::ir::known_function;
use crate::ir::visit::for_each_instruction;
use crate::ir::{
    BinaryOp, CompareOp, Condition, Function, FunctionId, Instruction, LibraryFunction, LocalId, Operand, Program, Results,
    Storage,
};
use crate::unions::Unions;

/// Larger functions have no further versions.
const MOST_OPERATIONS: usize = 300;

/// The versions that the bodies of functions suggest.
pub fn seeds(program: &Program) -> IndexVec<FunctionId, Vec<Vec<Kind>>> {
    program.functions.iter().map(suggestions).collect()
}

/// The parameters that may gain by being numbers: they are no cells, and something is done with them, here or by a known function that they are
/// passed to.
pub fn useful(program: &Program) -> IndexVec<FunctionId, Vec<bool>> {
    let mut useful: IndexVec<FunctionId, Vec<bool>> = IndexVec::new();
    let mut passed: Vec<Passed> = Vec::new();
    for (id, function) in program.functions.iter_enumerated() {
        let count = function.parameters.len();
        let is_large = count == 0 || summary(function).operations > MOST_OPERATIONS;
        useful.push(if is_large { vec![false; count] } else { used(program, id, &mut passed) });
    }
    loop {
        let mut changed = false;
        for &Passed { caller, parameter, callee, argument } in &passed {
            if useful[callee].get(argument) == Some(&true) && !useful[caller][parameter] {
                useful[caller][parameter] = true;
                changed = true;
            }
        }
        if !changed {
            return useful;
        }
    }
}

/// A parameter is passed on to a known function.
struct Passed {
    caller: FunctionId,
    parameter: usize,
    callee: FunctionId,
    argument: usize,
}

/// The parameters that a function does something with. Those that it passes on are noted.
fn used(program: &Program, id: FunctionId, passed: &mut Vec<Passed>) -> Vec<bool> {
    let function = &program.functions[id];
    let mut used: IndexVec<LocalId, bool> = IndexVec::filled(false, function.locals.len());
    let mut note = |operand: &Operand| {
        if let Operand::Local(local) = operand {
            used[*local] = true;
        }
    };
    let is_value = |parameter: LocalId| function.locals[parameter].storage == Storage::Value;
    for_each_instruction(&function.body, &mut |instruction| match instruction {
        Instruction::Unary { operand, .. } => note(operand),
        Instruction::Call { callee: Operand::Library(called), .. } if called.is_general() => {}
        Instruction::Call { callee: Operand::Library(_), arguments: values, .. } | Instruction::Return { values } => {
            values.fixed.iter().for_each(&mut note);
        }
        Instruction::Call { callee, arguments, .. } | Instruction::TailCall { callee, arguments, .. } => {
            let Some(callee) = known_function(program, function, callee) else { return };
            for (argument, value) in arguments.fixed.iter().enumerate() {
                let parameter = function.parameters.iter().position(|&own| *value == Operand::Local(own) && is_value(own));
                passed.extend(parameter.map(|parameter| Passed { caller: id, parameter, callee, argument }));
            }
        }
        Instruction::Declare { value, .. } | Instruction::Set { value, .. } => note(value),
        _ => computed(instruction, &mut note),
    });
    function.parameters.iter().map(|&parameter| used[parameter] && is_value(parameter)).collect()
}

/// Shows what arithmetic, comparisons and loops read.
fn computed(instruction: &Instruction, note: &mut dyn FnMut(&Operand)) {
    match instruction {
        Instruction::Binary { left, right, .. }
        | Instruction::Compare { left, right, .. }
        | Instruction::If { condition: Condition::Compare { left, right, .. }, .. } => {
            note(left);
            note(right);
        }
        Instruction::NumericFor { start, limit, step, .. } => [start, limit, step].into_iter().for_each(note),
        _ => {}
    }
}

/// The versions that the body of a function suggests.
fn suggestions(function: &Function) -> Vec<Vec<Kind>> {
    if function.parameters.is_empty() || summary(function).operations > MOST_OPERATIONS {
        return Vec::new();
    }
    let mut counted: IndexVec<LocalId, bool> = IndexVec::filled(false, function.locals.len());
    for_each_instruction(&function.body, &mut |instruction| {
        let mut note = |operand: &Operand| {
            if let Operand::Local(local) = operand {
                counted[*local] = true;
            }
        };
        match instruction {
            Instruction::Compare { op: CompareOp::Eq, .. }
            | Instruction::If { condition: Condition::Compare { op: CompareOp::Eq, .. }, .. } => {}
            _ => computed(instruction, &mut note),
        }
    });
    let is_candidate = |&parameter: &LocalId| counted[parameter] && function.locals[parameter].storage == Storage::Value;
    if !function.parameters.iter().any(is_candidate) {
        return Vec::new();
    }
    let kinds = |kind_of: &dyn Fn(LocalId) -> Kind| -> Vec<Kind> {
        let kind = |parameter: &LocalId| if is_candidate(parameter) { kind_of(*parameter) } else { Kind::Value };
        function.parameters.iter().map(kind).collect()
    };
    let evidence = Evidence::of(function);
    let is_float = |parameter: LocalId| evidence.speaks_for_float(parameter);
    let integers = kinds(&|_| Kind::Int);
    if function.parameters.iter().any(|parameter| is_candidate(parameter) && is_float(*parameter)) {
        let floats = kinds(&|parameter| if evidence.speaks_for_integer(parameter) { Kind::Int } else { Kind::Float });
        return if evidence.is_certain { vec![floats] } else { vec![floats, integers] };
    }
    vec![integers]
}

/// What is known of a class.
#[derive(Clone, Copy, Default)]
struct Signs {
    is_float: bool,
    is_integer: bool,
    meets_integer: bool,
}

/// The classes of a function's locals.
struct Evidence {
    unions: Unions<LocalId>,
    signs: IndexVec<LocalId, Signs>,
    /// Whether the floats are so by constants, and not only by what is done with them, which would do as well with integers.
    is_certain: bool,
}

impl Evidence {
    fn of(function: &Function) -> Self {
        let mut evidence = Self {
            unions: Unions::alone(function.locals.len()),
            signs: IndexVec::filled(Signs::default(), function.locals.len()),
            is_certain: false,
        };
        for_each_instruction(&function.body, &mut |instruction| evidence.look_at(instruction));
        evidence
    }

    fn speaks_for_float(&self, local: LocalId) -> bool {
        let signs = self.signs[self.unions.root(local)];
        signs.is_float && !signs.is_integer && !signs.meets_integer
    }

    fn speaks_for_integer(&self, local: LocalId) -> bool {
        let signs = self.signs[self.unions.root(local)];
        signs.is_integer || (signs.meets_integer && !signs.is_float)
    }

    fn look_at(&mut self, instruction: &Instruction) {
        match instruction {
            Instruction::Binary { to, op, left, right, .. } => match op {
                BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Mod | BinaryOp::IDiv => {
                    self.unite(left, right);
                    self.unite(&Operand::Local(*to), left);
                    self.unite(&Operand::Local(*to), right);
                }
                BinaryOp::Div | BinaryOp::Pow => {
                    self.float(left);
                    self.float(right);
                    self.float(&Operand::Local(*to));
                }
                BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor | BinaryOp::Shl | BinaryOp::Shr => {
                    self.integer(left);
                    self.integer(right);
                    self.integer(&Operand::Local(*to));
                }
            },
            Instruction::Unary { to, operand, .. } => self.unite(&Operand::Local(*to), operand),
            Instruction::Compare { left, right, .. }
            | Instruction::If { condition: Condition::Compare { left, right, .. }, .. } => self.unite(left, right),
            Instruction::Declare { local: to, value } | Instruction::Set { to, value } => {
                self.unite(&Operand::Local(*to), value);
            }
            Instruction::NumericFor { start, limit, step, control, .. } => {
                for bound in [start, limit, step, &Operand::Local(*control)] {
                    self.integer(bound);
                }
            }
            Instruction::Index { key, .. } | Instruction::SetIndex { key, .. } => self.integer(key),
            Instruction::Call { callee: Operand::Library(called), arguments, results: Results::One(to), .. } => {
                self.library(*called, &arguments.fixed, &Operand::Local(*to));
            }
            _ => {}
        }
    }

    fn library(&mut self, called: LibraryFunction, arguments: &[Operand], to: &Operand) {
        match called {
            LibraryFunction::MathSqrt
            | LibraryFunction::MathSin
            | LibraryFunction::MathCos
            | LibraryFunction::MathTan
            | LibraryFunction::MathExp
            | LibraryFunction::MathLog
            | LibraryFunction::MathAtan
            | LibraryFunction::MathFloor
            | LibraryFunction::MathCeil => {
                for argument in arguments {
                    self.float(argument);
                }
                match called {
                    LibraryFunction::MathFloor | LibraryFunction::MathCeil => self.integer(to),
                    _ => self.float(to),
                }
            }
            LibraryFunction::MathAbs | LibraryFunction::MathMax | LibraryFunction::MathMin => {
                for argument in arguments {
                    self.unite(to, argument);
                }
            }
            _ => {}
        }
    }

    fn float(&mut self, operand: &Operand) {
        if let Operand::Local(local) = operand {
            let root = self.unions.root(*local);
            self.signs[root].is_float = true;
        }
    }

    fn integer(&mut self, operand: &Operand) {
        if let Operand::Local(local) = operand {
            let root = self.unions.root(*local);
            self.signs[root].is_integer = true;
        }
    }

    fn unite(&mut self, a: &Operand, b: &Operand) {
        match (a, b) {
            (Operand::Local(a), Operand::Local(b)) => {
                let (a, b) = (self.unions.root(*a), self.unions.root(*b));
                // Towards the smaller, so that the same program always gives the same classes.
                let (root, other) = if a.index() < b.index() { (a, b) } else { (b, a) };
                if root != other {
                    self.unions.put_under(other, root);
                    let more = self.signs[other];
                    let signs = &mut self.signs[root];
                    signs.is_float |= more.is_float;
                    signs.is_integer |= more.is_integer;
                    signs.meets_integer |= more.meets_integer;
                }
            }
            (Operand::Local(local), constant) | (constant, Operand::Local(local)) => {
                let root = self.unions.root(*local);
                match constant {
                    Operand::Float(_) => {
                        self.signs[root].is_float = true;
                        self.is_certain = true;
                    }
                    Operand::Integer(_) => self.signs[root].meets_integer = true,
                    _ => {}
                }
            }
            _ => {}
        }
    }
}
