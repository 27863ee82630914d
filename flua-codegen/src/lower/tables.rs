//! Table constructors. Lua §3.4.9.
//!
//! ```lua
//! {f(), x = 1, g()}
//! ```
//! becomes
//! ```text
//! t1 = table 1, 1
//! t2 = f; t3 = call t2()
//! t1["x"] := 1
//! t4 = g; t5... = call t4()
//! t1[1..] := t3, t5...
//! ```
//! As in the reference, fields are stored where they stand, and items when fifty have gathered or the constructor ends. Long runs of constants
//! are stored as data ([`super::data`]).

use std::sync::Arc;

use flua_ast::{Expr, ExprKind, Span, TableField};

use super::builder::{Lowering, Value};
use super::expressions::{is_call, is_multiple};
use super::lines::{last_line, next_line};
use crate::ir::{Instruction, LocalId, Open, Operand, Results, Values};

/// The items that the reference gathers before it stores them.
const ITEMS_PER_STORE: usize = 50;

/// A constructor that is being lowered.
struct Constructor {
    table: LocalId,
    /// The position of the first pending item.
    start: u32,
    /// The items that wait to be stored.
    pending: Vec<Operand>,
}

impl Lowering<'_, '_> {
    /// Evaluates a table constructor, and gives the temporary that holds the table.
    pub fn table(&mut self, fields: &[TableField], span: Span) -> Value {
        let table = self.temporary();
        let items = fields.iter().filter(|field| matches!(field, TableField::Item(_))).count();
        let ends_open = matches!(fields.last(), Some(TableField::Item(value)) if is_multiple(value));
        let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (array, hash) = (size(items - usize::from(ends_open)), size(fields.len() - items));
        self.emit(Instruction::NewTable { to: table, array, hash });

        let runs = self.runs(fields);
        let mut constructor = Constructor { table, start: 1, pending: Vec::new() };
        let mut next = 0;
        while let Some(field) = fields.get(next) {
            let index = next;
            let run = runs.length_at(index);
            if run > 0 {
                self.store_data(&mut constructor, &fields[index..index + run]);
                next += run;
                continue;
            }
            next += 1;
            if constructor.pending.len() == ITEMS_PER_STORE {
                self.store_items(&mut constructor, None);
            }
            match field {
                TableField::Item(value) if index + 1 == fields.len() => {
                    self.looked_ahead = leading_name(value);
                    self.last_item(&mut constructor, value, last_line(self.source, span));
                }
                TableField::Item(value) => {
                    self.looked_ahead = leading_name(value);
                    let line = next_line(self.source, value.span.end);
                    let value = self.value(value, line);
                    let later = fields[index + 1..].iter().take(ITEMS_PER_STORE).flat_map(field_exprs);
                    constructor.pending.push(self.keep(value, later).operand);
                }
                TableField::Named(name, value) => {
                    let key = Operand::String(name.text.as_bytes().into());
                    let name = Some(name.text.clone());
                    self.store_field(table, key, value, name);
                }
                TableField::Keyed(key, value) => {
                    let key_value = self.value_at_end(key);
                    let is_changed = self.is_volatile_upvalue(&key_value.operand) && self.may_run_code(value);
                    let key = if is_changed { self.copy(&key_value) } else { key_value };
                    self.store_field(table, key.operand, value, None);
                }
            }
        }
        self.store_items(&mut constructor, None);
        Operand::Local(table).into()
    }

    /// The item at the end of a constructor, which may be many values.
    fn last_item(&mut self, constructor: &mut Constructor, value: &Expr, line: u32) {
        if is_call(value) {
            let first = self.temporary();
            self.call(value, Results::Open(first));
            self.store_items(constructor, Some(Open::Results(first)));
        } else if is_multiple(value) {
            self.store_items(constructor, Some(Open::Varargs));
        } else {
            let value = self.value(value, line);
            constructor.pending.push(value.operand);
        }
    }

    fn store_field(&mut self, table: LocalId, key: Operand, value: &Expr, name: Option<Arc<str>>) {
        let line = last_line(self.source, value.span);
        let value = match (&value.kind, name) {
            (ExprKind::FunctionDef(definition), Some(name)) => {
                let to = self.temporary();
                self.closure(definition, false, Some(name), to);
                Operand::Local(to)
            }
            _ => self.value(value, line).operand,
        };
        let site = self.site(line);
        self.emit(Instruction::TableField { table, key, value, site });
    }

    /// Stores constants, all at once.
    fn store_data(&mut self, constructor: &mut Constructor, fields: &[TableField]) {
        self.store_items(constructor, None);
        let data = self.data(fields);
        self.emit(Instruction::TableData { table: constructor.table, start: constructor.start, data });
        let items = fields.iter().filter(|field| matches!(field, TableField::Item(_))).count();
        constructor.start = constructor.start.saturating_add(u32::try_from(items).unwrap_or(u32::MAX));
    }

    fn store_items(&mut self, constructor: &mut Constructor, open: Option<Open>) {
        let fixed = std::mem::take(&mut constructor.pending);
        if fixed.is_empty() && open.is_none() {
            return;
        }
        let (table, start) = (constructor.table, constructor.start);
        constructor.start += u32::try_from(fixed.len()).expect("items are stored by fifties");
        self.emit(Instruction::TableItems { table, start, values: Values { fixed, open } });
    }
}

/// The offset of the name that an item begins with. To tell items from fields the reference reads the token behind such a name at once, and what it does
/// with the name then has that token's line.
fn leading_name(item: &Expr) -> Option<u32> {
    let mut first = item;
    while let Some(child) = first.left_spine() {
        first = child;
    }
    matches!(first.kind, ExprKind::Var(_)).then_some(first.span.start)
}

/// The expressions of a field.
fn field_exprs(field: &TableField) -> impl Iterator<Item = &Expr> {
    let (first, second) = match field {
        TableField::Item(value) | TableField::Named(_, value) => (value, None),
        TableField::Keyed(key, value) => (key, Some(value)),
    };
    std::iter::once(first).chain(second)
}
