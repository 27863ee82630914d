//! The registers of a function, as the reference gives them out.
//!
//! A function has 255 of them; local variables sit in the lower ones, and the parts of an expression above. Each method
//! does to the count what the reference's code generator does, and emits nothing.

use super::constants::Constant;
use super::operands::{Kind, Operand};
use super::{Recogniser, Step};
use crate::error::Problem;

/// The number of registers that a function can't reach.
pub(super) const MAX_REGISTERS: u32 = 255;
/// The last constant that can be the operand of an instruction.
const MAX_OPERAND_CONSTANT: usize = 255;
/// The integers that an instruction can load: 17 bits with a sign.
const LOADABLE: std::ops::RangeInclusive<i64> = -65_535..=65_536;

impl Recogniser<'_> {
    /// Checks that there are `count` free registers.
    pub(super) fn check_registers(&mut self, count: u32) -> Step {
        if self.function().free_register + count >= MAX_REGISTERS {
            return self.mistake(Problem::TooManyRegisters);
        }
        Ok(())
    }

    /// Takes `count` registers.
    pub(super) fn reserve(&mut self, count: u32) -> Step {
        self.check_registers(count)?;
        self.function().free_register += count;
        Ok(())
    }

    fn free_register(&mut self, register: u32) {
        if register >= self.variables_in_registers() {
            let function = self.function();
            function.free_register = function.free_register.saturating_sub(1);
        }
    }

    /// Frees the register of an operand, unless it is a variable's.
    pub(super) fn free(&mut self, operand: &Operand) {
        if let Kind::Register(register) = operand.kind {
            self.free_register(register);
        }
    }

    pub(super) fn add_constant(&mut self, constant: Constant) -> usize {
        let function = self.functions.last_mut().expect("the main chunk is open");
        self.constants.add(&mut function.constants, constant)
    }

    /// Gives an operand of many values a known number of results.
    pub(super) fn set_results(&mut self, operand: &Operand) -> Step {
        match operand.kind {
            Kind::Vararg => self.reserve(1),
            _ => Ok(()),
        }
    }

    /// Makes of a variable a value.
    pub(super) fn discharge_variable(&mut self, operand: &mut Operand) {
        const RELOCATABLE: Kind = Kind::Relocatable { is_not: false };
        operand.kind = match operand.kind {
            Kind::Constant { value, .. } => value.into(),
            Kind::Local { register, .. } => Kind::Register(register),
            Kind::Upvalue(_) | Kind::IndexedUpvalue(_) => RELOCATABLE,
            Kind::IndexedByConstant { table } => {
                self.free_register(table);
                RELOCATABLE
            }
            Kind::Indexed { table, key } => {
                self.free_register(table.max(key));
                self.free_register(table.min(key));
                RELOCATABLE
            }
            _ => operand.with_one_result().kind,
        };
    }

    /// Puts a value in a register; a comparison stays what it is.
    fn discharge_to_register(&mut self, operand: &mut Operand, register: u32) {
        self.discharge_variable(operand);
        match operand.kind {
            Kind::Jump => return,
            Kind::String(symbol) => {
                self.add_constant(Constant::String(symbol));
            }
            Kind::Integer(value) if !LOADABLE.contains(&value) => {
                self.add_constant(Constant::Integer(value));
            }
            Kind::Float(value) if !is_loadable(value) => {
                self.add_constant(Constant::Float(value.to_bits()));
            }
            _ => {}
        }
        operand.kind = Kind::Register(register);
    }

    /// Puts a value in some register.
    pub(super) fn discharge_to_any_register(&mut self, operand: &mut Operand) -> Step {
        if !matches!(operand.kind, Kind::Register(_)) {
            self.reserve(1)?;
            let register = self.function().free_register - 1;
            self.discharge_to_register(operand, register);
        }
        Ok(())
    }

    /// Puts the final value, jumps and all, in a register.
    pub(super) fn put_in_register(&mut self, operand: &mut Operand, register: u32) {
        self.discharge_to_register(operand, register);
        *operand = Operand::new(Kind::Register(register));
    }

    /// Puts the final value in the next free register.
    pub(super) fn put_in_next_register(&mut self, operand: &mut Operand) -> Step {
        self.discharge_variable(operand);
        self.free(operand);
        self.reserve(1)?;
        let register = self.function().free_register - 1;
        self.put_in_register(operand, register);
        Ok(())
    }

    /// Puts the final value in some register.
    pub(super) fn put_in_any_register(&mut self, operand: &mut Operand) -> Step {
        self.discharge_variable(operand);
        if let Kind::Register(register) = operand.kind {
            if !operand.has_jumps() {
                return Ok(());
            }
            if register >= self.variables_in_registers() {
                self.put_in_register(operand, register);
                return Ok(());
            }
        }
        self.put_in_next_register(operand)
    }

    /// Puts the final value in some register, or leaves it in its upvalue.
    pub(super) fn put_in_any_register_or_upvalue(&mut self, operand: &mut Operand) -> Step {
        if matches!(operand.kind, Kind::Upvalue(_)) && !operand.has_jumps() {
            return Ok(());
        }
        self.put_in_any_register(operand)
    }

    /// Puts the final value in some register, or leaves it the constant that it is.
    pub(super) fn make_value(&mut self, operand: &mut Operand) -> Step {
        if operand.kind == Kind::Jump || operand.has_jumps() {
            return self.put_in_any_register(operand);
        }
        self.discharge_variable(operand);
        Ok(())
    }

    /// Makes of a constant an operand of an instruction, if its index is low enough.
    pub(super) fn list_constant(&mut self, operand: &mut Operand) -> bool {
        if operand.has_jumps() {
            return false;
        }
        let index = match (operand.kind, operand.constant()) {
            (Kind::Listed(index), _) => index,
            (Kind::Constant { .. }, _) | (_, None) => return false,
            (_, Some(constant)) => self.add_constant(constant),
        };
        if index <= MAX_OPERAND_CONSTANT {
            operand.kind = Kind::Listed(index);
            return true;
        }
        false
    }

    /// Makes of a value a constant operand, or puts it in a register.
    pub(super) fn put_in_register_or_constant(&mut self, operand: &mut Operand) -> Step<bool> {
        if self.list_constant(operand) {
            return Ok(true);
        }
        self.put_in_any_register(operand)?;
        Ok(false)
    }

    /// Stores a value in a variable.
    pub(super) fn store(&mut self, variable: &Operand, value: &mut Operand) -> Step {
        match variable.kind {
            Kind::Local { register, .. } => {
                self.free(value);
                self.put_in_register(value, register);
                return Ok(());
            }
            Kind::Upvalue(_) => self.put_in_any_register(value)?,
            _ => {
                self.put_in_register_or_constant(value)?;
            }
        }
        self.free(value);
        Ok(())
    }

    /// `object:key`: the method and the object in the next two registers.
    pub(super) fn self_call(&mut self, object: &mut Operand, mut key: Operand) -> Step {
        self.put_in_any_register(object)?;
        self.free(object);
        object.kind = Kind::Register(self.function().free_register);
        self.reserve(2)?;
        self.put_in_register_or_constant(&mut key)?;
        self.free(&key);
        Ok(())
    }

    /// `table[key]`, where the table is in a register or an upvalue.
    pub(super) fn indexed(&mut self, table: &mut Operand, key: &mut Operand) -> Step {
        if let Kind::String(symbol) = key.kind {
            key.kind = Kind::Listed(self.add_constant(Constant::String(symbol)));
        }
        let has_short_key = self.is_short_string(key);
        if matches!(table.kind, Kind::Upvalue(_)) && !has_short_key {
            self.put_in_any_register(table)?;
        }
        let register = match table.kind {
            Kind::Local { register, .. } | Kind::Register(register) => register,
            Kind::Upvalue(index) => {
                table.kind = Kind::IndexedUpvalue(index);
                return Ok(());
            }
            _ => return Ok(()),
        };
        let has_small_key = matches!(key.kind, Kind::Integer(0..=255)) && !key.has_jumps();
        if has_short_key || has_small_key {
            table.kind = Kind::IndexedByConstant { table: register };
            return Ok(());
        }
        self.put_in_any_register(key)?;
        if let Kind::Register(key) = key.kind {
            table.kind = Kind::Indexed { table: register, key };
        }
        Ok(())
    }

    fn is_short_string(&mut self, operand: &Operand) -> bool {
        let Kind::Listed(index @ 0..=MAX_OPERAND_CONSTANT) = operand.kind else { return false };
        if operand.has_jumps() {
            return false;
        }
        match self.function().constants[index] {
            Constant::String(symbol) => self.symbols.is_short(symbol),
            _ => false,
        }
    }
}

/// Whether an instruction can load that float: it is an integer in range.
#[expect(clippy::cast_possible_truncation, reason = "only taken when the float is an integer in range")]
pub(super) fn is_loadable(value: f64) -> bool {
    value.fract() == 0.0 && value.abs() <= 1e6 && LOADABLE.contains(&(value as i64))
}
