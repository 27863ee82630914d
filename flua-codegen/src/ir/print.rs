//! The IR as text: for `--emit=ir` and the snapshots. The text is stable, but nothing reads it back.
//!
//! Locals are `name.id`, temporaries `t.id`, upvalues `^name.id`; a place for errors is `@line` with the operands' names.

use std::fmt::Write;

use flua_ast::Id;

use super::{
    BinaryOp, Block, CompareOp, Condition, Function, FunctionId, HookEvent, Instruction, LabelId, LocalId, Open, Operand,
    OperandKind, Program, Results, SiteId, Storage, TableTemplate, UnaryOp, UpvalueSource, Values,
};

/// Prints a program.
pub fn print(program: &Program) -> String {
    let mut out = String::new();
    for (id, function) in program.functions.iter_enumerated() {
        if id.index() > 0 {
            out.push('\n');
        }
        Printer { program, function, out: &mut out, depth: 0 }.function(id);
    }
    out
}

struct Printer<'a> {
    program: &'a Program,
    function: &'a Function,
    out: &'a mut String,
    depth: usize,
}

impl Printer<'_> {
    fn function(&mut self, id: FunctionId) {
        let function = self.function;
        let name = function_name(self.program, id);
        let mut parameters: Vec<String> = function.parameters.iter().map(|&local| self.local(local)).collect();
        if function.is_vararg {
            parameters.push("...".to_owned());
        }
        let place = format!("{}:{}-{}", self.program.chunks[function.chunk].path, function.line, function.last_line);
        self.line(&format!("function {name}({}) -- {place}", parameters.join(", ")));
        self.depth += 1;
        for (id, upvalue) in function.upvalues.iter_enumerated() {
            let source = match upvalue.source {
                UpvalueSource::Environment => "the environment".to_owned(),
                UpvalueSource::ParentLocal(local) => match function.parent {
                    Some(parent) => format!("local {}", local_name(&self.program.functions[parent], local)),
                    None => "nothing".to_owned(),
                },
                UpvalueSource::ParentUpvalue(upvalue) => match function.parent {
                    Some(parent) => {
                        format!("upvalue ^{}.{}", self.program.functions[parent].upvalues[upvalue].name, upvalue.index())
                    }
                    None => "nothing".to_owned(),
                },
            };
            self.line(&format!("upvalue ^{}.{} = {}{source}", upvalue.name, id.index(), storage(upvalue.storage)));
        }
        for (id, local) in function.locals.iter_enumerated() {
            if local.storage == Storage::Cell {
                let name = self.local(id);
                self.line(&format!("cell {name}"));
            }
        }
        self.instructions(&function.body);
        self.depth -= 1;
        self.line("end");
    }

    fn line(&mut self, text: &str) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn instructions(&mut self, block: &Block) {
        for instruction in &block.instructions {
            self.instruction(instruction);
        }
    }

    fn block(&mut self, head: &str, block: &Block) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
        self.instructions(block);
        self.depth -= 1;
        self.line("}");
    }

    fn instruction(&mut self, instruction: &Instruction) {
        match instruction {
            Instruction::If { condition, then, otherwise } => {
                let condition = self.condition(condition);
                self.line(&format!("if {condition} {{"));
                self.depth += 1;
                self.instructions(then);
                self.depth -= 1;
                if !otherwise.instructions.is_empty() {
                    self.line("} else {");
                    self.depth += 1;
                    self.instructions(otherwise);
                    self.depth -= 1;
                }
                self.line("}");
            }
            Instruction::Do(block) => self.block("do", block),
            Instruction::Loop(block) => self.block("loop", block),
            Instruction::NumericFor { control, start, limit, step, body, site } => {
                let head = format!(
                    "for {} = {}, {}, {} {}",
                    self.local(*control),
                    self.operand(start),
                    self.operand(limit),
                    self.operand(step),
                    self.site(*site)
                );
                self.block(&head, body);
            }
            Instruction::GenericFor { iterator, state, control, results, body, site } => {
                let results: Vec<String> = results.iter().map(|&local| self.local(local)).collect();
                let head = format!(
                    "for {} in {}, {}, {} {}",
                    results.join(", "),
                    self.local(*iterator),
                    self.local(*state),
                    self.local(*control),
                    self.site(*site)
                );
                self.block(&head, body);
            }
            other => {
                let text = self.simple(other);
                self.line(&text);
            }
        }
    }

    /// An instruction that holds no blocks.
    fn simple(&self, instruction: &Instruction) -> String {
        match instruction {
            Instruction::Declare { local, value } => format!("local {} = {}", self.local(*local), self.operand(value)),
            Instruction::Set { to, value } => format!("{} = {}", self.local(*to), self.operand(value)),
            Instruction::SetUpvalue { to, value } => format!("{} = {}", self.upvalue(to.index()), self.operand(value)),
            Instruction::Not { to, value } => format!("{} = not {}", self.local(*to), self.operand(value)),
            Instruction::Unary { to, op, operand, site } => {
                let op = match op {
                    UnaryOp::Neg => "neg",
                    UnaryOp::BNot => "bnot",
                    UnaryOp::Len => "len",
                };
                format!("{} = {op} {} {}", self.local(*to), self.operand(operand), self.site(*site))
            }
            Instruction::Binary { to, op, left, right, site } => {
                let (left, right) = (self.operand(left), self.operand(right));
                format!("{} = {} {left}, {right} {}", self.local(*to), binary(*op), self.site(*site))
            }
            Instruction::Compare { to, op, left, right, negated, site } => {
                let not = if *negated { "not " } else { "" };
                let (left, right) = (self.operand(left), self.operand(right));
                format!("{} = {not}{} {left}, {right} {}", self.local(*to), compare(*op), self.site(*site))
            }
            Instruction::Concat { to, operands, site } => {
                let operands: Vec<String> = operands.iter().map(|operand| self.operand(operand)).collect();
                format!("{} = concat {} {}", self.local(*to), operands.join(", "), self.site(*site))
            }
            Instruction::Index { to, object, key, site } => {
                format!("{} = {}[{}] {}", self.local(*to), self.operand(object), self.operand(key), self.site(*site))
            }
            Instruction::Method { to, object, name, site } => {
                format!("{} = {}:{} {}", self.local(*to), self.operand(object), name.escape_ascii(), self.site(*site))
            }
            Instruction::SetIndex { object, key, value, site } => {
                format!("{}[{}] = {} {}", self.operand(object), self.operand(key), self.operand(value), self.site(*site))
            }
            Instruction::Call { callee, arguments, results, site } => {
                let call = format!("call {}({}) {}", self.operand(callee), self.values(arguments), self.site(*site));
                match results {
                    Results::None => call,
                    Results::One(local) => format!("{} = {call}", self.local(*local)),
                    Results::Many(locals) => {
                        let locals: Vec<String> = locals.iter().map(|&local| self.local(local)).collect();
                        format!("{} = {call}", locals.join(", "))
                    }
                    Results::Open(local) => format!("{}... = {call}", self.local(*local)),
                    Results::Array(local) => format!("{}[...] = {call}", self.local(*local)),
                }
            }
            Instruction::TailCall { callee, arguments, site } => {
                format!("return call {}({}) {}", self.operand(callee), self.values(arguments), self.site(*site))
            }
            Instruction::Return { values } => format!("return {}", self.values(values)).trim_end().to_owned(),
            Instruction::Closure { to, function } => {
                format!("{} = closure {}", self.local(*to), function_name(self.program, *function))
            }
            Instruction::NewTable { to, array, hash } => format!("{} = table {array}, {hash}", self.local(*to)),
            Instruction::NewRecord { to, template, values } => {
                let fields = self.record(template, values);
                format!("{} = table {}, {} with {fields}", self.local(*to), template.array, template.hash)
            }
            Instruction::TableField { table, key, value, site } => {
                format!("{}[{}] := {} {}", self.local(*table), self.operand(key), self.operand(value), self.site(*site))
            }
            Instruction::TableItems { table, start, values } => {
                format!("{}[{start}..] := {}", self.local(*table), self.values(values))
            }
            Instruction::TableData { table, start, data } => {
                format!("{}[{start}..] := data, {} fields", self.local(*table), data.fields)
            }
            Instruction::Vararg { to, index } => format!("{} = vararg {index}", self.local(*to)),
            Instruction::Break => "break".to_owned(),
            Instruction::Label(label) => format!("::{}::", self.label(*label)),
            Instruction::Goto(label) => format!("goto {}", self.label(*label)),
            Instruction::PushClose { value, name, unless_nil, site } => {
                let unless_nil = if *unless_nil { " unless nil" } else { "" };
                format!("push close {} '{name}'{unless_nil} {}", self.operand(value), self.site(*site))
            }
            Instruction::CloseTop { unless_nil, site } => match unless_nil {
                Some(local) => format!("close unless nil {} {}", self.local(*local), self.site(*site)),
                None => format!("close {}", self.site(*site)),
            },
            Instruction::Keep { locals } => {
                let names: Vec<String> = locals.iter().map(|&local| self.local(local)).collect();
                format!("keep {}", names.join(", "))
            }
            Instruction::Hook { event: HookEvent::Call, site, .. } => format!("hook call {}", self.site(*site)),
            Instruction::Hook { event: HookEvent::Line, steps, site } => format!("hook line, {steps} steps {}", self.site(*site)),
            Instruction::Hook { event: HookEvent::Steps, steps, site } => format!("hook {steps} steps {}", self.site(*site)),
            Instruction::HookReturn { to, values, site } => {
                format!("{}... = hook return {} {}", self.local(*to), self.values(values), self.site(*site))
            }
            Instruction::SafePoint { site } => format!("safe point {}", self.site(*site)),
            Instruction::If { .. }
            | Instruction::Do(_)
            | Instruction::Loop(_)
            | Instruction::NumericFor { .. }
            | Instruction::GenericFor { .. } => unreachable!("it holds blocks"),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::Truth(operand) => self.operand(operand),
            Condition::Compare { op, left, right, site } => {
                format!("{} {}, {} {}", compare(*op), self.operand(left), self.operand(right), self.site(*site))
            }
        }
    }

    fn record(&self, template: &TableTemplate, values: &[Operand]) -> String {
        let fields = template.names.iter().zip(values);
        let fields: Vec<String> =
            fields.map(|(name, value)| format!("{} = {}", name.escape_ascii(), self.operand(value))).collect();
        fields.join(", ")
    }

    fn values(&self, values: &Values) -> String {
        let mut parts: Vec<String> = values.fixed.iter().map(|operand| self.operand(operand)).collect();
        match values.open {
            Some(Open::Results(local)) => parts.push(format!("{}...", self.local(local))),
            Some(Open::Varargs) => parts.push("...".to_owned()),
            Some(Open::Array(local)) => parts.push(format!("{}[...]", self.local(local))),
            None => {}
        }
        parts.join(", ")
    }

    fn operand(&self, operand: &Operand) -> String {
        match operand {
            Operand::Local(local) => self.local(*local),
            Operand::Upvalue(upvalue) => self.upvalue(upvalue.index()),
            Operand::Nil => "nil".to_owned(),
            Operand::Bool(value) => value.to_string(),
            Operand::Integer(value) => value.to_string(),
            Operand::Float(value) => format!("{value:?}"),
            Operand::String(bytes) => format!("\"{}\"", bytes.escape_ascii()),
            Operand::Library(function) => function.name(),
        }
    }

    fn local(&self, local: LocalId) -> String {
        local_name(self.function, local)
    }

    fn upvalue(&self, index: usize) -> String {
        let upvalue = self.function.upvalues.iter().nth(index).expect("an operand's upvalue is the function's");
        format!("^{}.{index}", upvalue.name)
    }

    fn label(&self, label: LabelId) -> String {
        let name = self.function.labels[label].name.as_deref().unwrap_or("l");
        format!("{name}.{}", label.index())
    }

    fn site(&self, site: SiteId) -> String {
        let site = &self.function.sites[site];
        let mut out = format!("@{}", site.line);
        for (index, operand) in site.operands.iter().enumerate() {
            let Some(operand) = operand else { continue };
            let kind = match operand.kind {
                OperandKind::Local => "local",
                OperandKind::Upvalue => "upvalue",
                OperandKind::Global => "global",
                OperandKind::Field => "field",
                OperandKind::Method => "method",
                OperandKind::Constant => "constant",
                OperandKind::ForIterator => "iterator",
            };
            write!(out, " {}:{kind} '{}'", index + 1, operand.name.escape_ascii()).expect("a string takes all that is written");
        }
        out
    }
}

fn storage(storage: Storage) -> &'static str {
    match storage {
        Storage::Value => "",
        Storage::Cell => "the cell of ",
    }
}

fn function_name(program: &Program, id: FunctionId) -> String {
    let function = &program.functions[id];
    match (&function.name, function.parent) {
        (Some(name), _) => format!("{name}.{}", id.index()),
        (None, None) => format!("main.{}", id.index()),
        (None, Some(_)) => format!("anonymous.{}", id.index()),
    }
}

fn local_name(function: &Function, local: LocalId) -> String {
    let name = function.locals[local].name.as_deref().unwrap_or("t");
    format!("{name}.{}", local.index())
}

fn binary(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "add",
        BinaryOp::Sub => "sub",
        BinaryOp::Mul => "mul",
        BinaryOp::Div => "div",
        BinaryOp::Mod => "mod",
        BinaryOp::IDiv => "idiv",
        BinaryOp::Pow => "pow",
        BinaryOp::BAnd => "band",
        BinaryOp::BOr => "bor",
        BinaryOp::BXor => "bxor",
        BinaryOp::Shl => "shl",
        BinaryOp::Shr => "shr",
    }
}

fn compare(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => "eq",
        CompareOp::Lt => "lt",
        CompareOp::Le => "le",
    }
}
