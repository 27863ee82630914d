//! Constants of long constructors, as data.
//!
//! ```lua
//! {1, "x", n = {true}, 1, … }
//! ```
//! becomes
//! ```text
//! t1 = table 100, 1
//! t1[1..] := data 101 fields `1;"1:x="1:n{1,0;T}$0; …`
//! ```
//! A statement for each field of a table of ten thousand records is more than the C# compiler and the JIT like; a text that the runtime
//! reads when the constructor runs costs nothing in either. `docs/runtime.md` has the format, `docs/decisions/0011-constructors-as-data.md`
//! the reasons. A *run* is what stands between fields that are no constants; a run of fewer fields than [`least`](Lowering::least_data)
//! is printed field by field. Items and fields whose keys might be the same are left alone, since the order of their stores counts.

use std::fmt::Write;
use std::sync::Arc;

use flua_ast::{Expr, ExprKind, TableField, UnaryOp};
use rustc_hash::FxHashMap;

use super::builder::Lowering;
use super::expressions::is_multiple;
use crate::ir::{Operand, TableData};
use crate::resolve::{Use, Variable};

/// The fewest fields of a run that is data in code that runs once.
const LEAST_ONCE: usize = 100;

/// The fewest in code that may run often: there the stores of a shorter constructor, once they are optimised, are quicker than reading.
const LEAST_OFTEN: usize = 500;

/// The runs of a constructor.
pub struct Runs {
    /// How many fields the run has that begins at each field, 0 where none does; empty when there is none at all.
    lengths: Vec<usize>,
}

impl Runs {
    /// How many fields are to be stored as data from an index on; 0 when the field there is to be stored by itself.
    pub fn length_at(&self, index: usize) -> usize {
        self.lengths.get(index).copied().unwrap_or_default()
    }
}

/// What keys an item or a field can have, as far as the order of stores goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// No field has the key of an item.
    Free,
    /// A field may have the key of an item.
    Counts,
}

impl Lowering<'_, '_> {
    /// Finds the runs of a constructor that are stored as data.
    pub fn runs(&self, fields: &[TableField]) -> Runs {
        let least = self.least_data();
        let mut runs = Runs { lengths: Vec::new() };
        // A constructor of few fields is data as part of a larger one, or if it holds a large one.
        if fields.is_empty() || self.order(fields) == Order::Counts {
            return runs;
        }
        let (mut start, mut held) = (0, 0);
        for index in 0..=fields.len() {
            let weight = fields.get(index).and_then(|field| self.field_weight(field));
            if let Some(weight) = weight {
                held += weight;
                continue;
            }
            if held >= least {
                runs.lengths.resize(fields.len(), 0);
                runs.lengths[start] = index - start;
            }
            (start, held) = (index + 1, 0);
        }
        runs
    }

    fn least_data(&self) -> usize {
        let runs_once = self.names.parent.is_none() && self.loops.is_empty();
        if runs_once { LEAST_ONCE } else { LEAST_OFTEN }
    }

    /// The data of some constant fields.
    pub fn data(&self, fields: &[TableField]) -> Arc<TableData> {
        let mut writer = Writer { lowering: self, text: String::new(), strings: FxHashMap::default(), count: 0 };
        writer.fields(fields);
        let count = fields.iter().filter_map(|field| self.field_weight(field)).sum();
        Arc::new(TableData { text: writer.text, fields: count })
    }

    /// Whether the fields of a constructor may be stored in another order than the reference's, which gathers items.
    fn order(&self, fields: &[TableField]) -> Order {
        let mut items = fields.iter().filter(|field| matches!(field, TableField::Item(_))).count();
        if matches!(fields.last(), Some(TableField::Item(value)) if is_multiple(value)) {
            items = usize::MAX;
        }
        let is_apart = |field: &TableField| {
            let TableField::Keyed(key, _) = field else { return true };
            match self.constant(key) {
                Some(Constant::Integer(key)) => usize::try_from(key).is_err() || key < 1 || key.unsigned_abs() > items as u64,
                Some(Constant::Float(key)) => key.fract() != 0.0,
                Some(_) => true,
                None => false,
            }
        };
        if items == 0 || fields.iter().all(is_apart) { Order::Free } else { Order::Counts }
    }

    /// How much a constant field holds; none for one that is not constant, or whose key is refused.
    fn field_weight(&self, field: &TableField) -> Option<usize> {
        match field {
            TableField::Item(value) | TableField::Named(_, value) => self.weight(value),
            TableField::Keyed(key, value) => match self.constant(key)? {
                Constant::Nil => None,
                Constant::Float(key) if key.is_nan() => None,
                _ => self.weight(value),
            },
        }
    }

    fn weight(&self, expr: &Expr) -> Option<usize> {
        if let ExprKind::Paren(inner) = &expr.kind {
            return self.weight(inner);
        }
        if let ExprKind::TableConstructor(fields) = &expr.kind {
            let held = fields.iter().try_fold(1, |sum, field| self.field_weight(field).map(|weight| sum + weight))?;
            return (self.order(fields) == Order::Free).then_some(held);
        }
        self.constant(expr).map(|_| 1)
    }

    /// The constant that an expression is, without operations but signs.
    fn constant<'e>(&'e self, expr: &'e Expr) -> Option<Constant<'e>> {
        match &expr.kind {
            ExprKind::Nil => Some(Constant::Nil),
            ExprKind::Bool(value) => Some(Constant::Bool(*value)),
            ExprKind::Integer(value) => Some(Constant::Integer(*value)),
            ExprKind::Number(value) => Some(Constant::Float(*value)),
            ExprKind::String(bytes) => Some(Constant::Text(bytes)),
            ExprKind::UnaryOp { op: UnaryOp::Neg, operand, .. } => match self.constant(operand)? {
                Constant::Integer(value) => Some(Constant::Integer(value.wrapping_neg())),
                Constant::Float(value) => Some(Constant::Float(-value)),
                Constant::Nil | Constant::Bool(_) | Constant::Text(_) => None,
            },
            ExprKind::Paren(inner) => self.constant(inner),
            ExprKind::Var(name) => match self.shared.chunk_names.find(name) {
                Use::Variable(Variable::Constant(value)) => Constant::of(value),
                Use::Variable(Variable::Local(_) | Variable::Upvalue(_)) | Use::Global(_) => None,
            },
            ExprKind::Vararg
            | ExprKind::TableAccess { .. }
            | ExprKind::FunctionCall { .. }
            | ExprKind::MethodCall { .. }
            | ExprKind::FunctionDef(_)
            | ExprKind::BinaryOp { .. }
            | ExprKind::UnaryOp { .. }
            | ExprKind::TableConstructor(_) => None,
        }
    }
}

/// A constant in the tree.
#[derive(Clone, Copy)]
enum Constant<'e> {
    Nil,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(&'e [u8]),
}

impl<'e> Constant<'e> {
    /// The value of a `<const>` variable.
    fn of(value: &'e Operand) -> Option<Self> {
        match value {
            Operand::Nil => Some(Self::Nil),
            Operand::Bool(value) => Some(Self::Bool(*value)),
            Operand::Integer(value) => Some(Self::Integer(*value)),
            Operand::Float(value) => Some(Self::Float(*value)),
            Operand::String(bytes) => Some(Self::Text(bytes)),
            Operand::Local(_) | Operand::Upvalue(_) | Operand::Library(_) => None,
        }
    }
}

/// Writes constants in the form that the runtime reads.
struct Writer<'a, 'b, 'c> {
    lowering: &'a Lowering<'b, 'c>,
    text: String,
    /// The numbers of the texts so far.
    strings: FxHashMap<&'a [u8], usize>,
    /// How many texts there are.
    count: usize,
}

impl<'a> Writer<'a, '_, '_> {
    fn fields(&mut self, fields: &'a [TableField]) {
        for field in fields {
            match field {
                TableField::Item(value) => self.value(value),
                TableField::Named(name, value) => {
                    self.text.push('=');
                    self.string(name.text.as_bytes());
                    self.value(value);
                }
                TableField::Keyed(key, value) => {
                    self.text.push('=');
                    self.value(key);
                    self.value(value);
                }
            }
        }
    }

    fn value(&mut self, expr: &'a Expr) {
        match &expr.kind {
            ExprKind::TableConstructor(fields) => {
                let items = fields.iter().filter(|field| matches!(field, TableField::Item(_))).count();
                self.push(format_args!("{{{items},{};", fields.len() - items));
                self.fields(fields);
                self.text.push('}');
            }
            ExprKind::Paren(inner) => self.value(inner),
            _ => match self.lowering.constant(expr) {
                Some(Constant::Bool(true)) => self.text.push('T'),
                Some(Constant::Bool(false)) => self.text.push('F'),
                Some(Constant::Integer(value)) => self.push(format_args!("{value};")),
                Some(Constant::Float(value)) => self.float(value),
                Some(Constant::Text(bytes)) => self.string(bytes),
                Some(Constant::Nil) | None => self.text.push('N'),
            },
        }
    }

    /// A float: the shortest text that reads back as the same number.
    fn float(&mut self, value: f64) {
        if value.is_nan() || value.is_infinite() {
            self.push(format_args!("x{:016X}", value.to_bits()));
        } else {
            self.push(format_args!("d{value:e};"));
        }
    }

    fn string(&mut self, bytes: &'a [u8]) {
        if let Some(known) = self.strings.get(bytes) {
            let known = *known;
            self.push(format_args!("${known};"));
        } else {
            self.strings.insert(bytes, self.count);
            self.new_string(bytes);
        }
    }

    fn new_string(&mut self, bytes: &[u8]) {
        self.count += 1;
        if let Ok(text) = std::str::from_utf8(bytes) {
            self.push(format_args!("\"{}:{text}", bytes.len()));
        } else {
            self.push(format_args!("'{}:", bytes.len()));
            self.text.extend(bytes.iter().copied().map(char::from));
        }
    }

    fn push(&mut self, text: std::fmt::Arguments<'_>) {
        self.text.write_fmt(text).expect("writing to a string does not fail");
    }
}
