//! Table constructors. Lua §3.4.9.

use super::operands::{Kind, Operand};
use super::{Recogniser, Step};
use crate::token::Token;

/// The items that wait in registers before they are stored together.
const FIELDS_PER_FLUSH: u32 = 50;

/// A table constructor being read.
struct Constructor {
    /// The table.
    table: Operand,
    /// The last item, not yet in a register.
    item: Operand,
    /// The number of items that wait, with the last.
    pending: u32,
}

impl Recogniser<'_> {
    /// `{ [field {sep field} [sep]] }`
    pub(super) fn table_constructor(&mut self) -> Step<Operand> {
        let opener = self.opener();
        let register = self.function().free_register;
        let table = Operand::new(Kind::Register(register));
        let mut constructor = Constructor { table, item: Operand::new(Kind::Void), pending: 0 };
        self.reserve(1)?;
        self.check_next(Token::OpenBrace)?;
        while self.token() != Token::CloseBrace {
            self.close_item(&mut constructor, register)?;
            self.field(&mut constructor)?;
            if !(self.test_next(Token::Comma)? || self.test_next(Token::Semicolon)?) {
                break;
            }
        }
        self.check_match(Token::CloseBrace, opener)?;
        self.last_item(&mut constructor, register)?;
        Ok(table)
    }

    /// Puts the last item into its register, as another field follows.
    fn close_item(&mut self, constructor: &mut Constructor, register: u32) -> Step {
        if constructor.item.kind == Kind::Void {
            return Ok(());
        }
        self.put_in_next_register(&mut constructor.item)?;
        constructor.item.kind = Kind::Void;
        if constructor.pending == FIELDS_PER_FLUSH {
            constructor.pending = 0;
            self.function().free_register = register + 1;
        }
        Ok(())
    }

    fn last_item(&mut self, constructor: &mut Constructor, register: u32) -> Step {
        if constructor.pending == 0 {
            return Ok(());
        }
        if constructor.item.is_multiple() {
            self.set_results(&constructor.item)?;
        } else if constructor.item.kind != Kind::Void {
            self.put_in_next_register(&mut constructor.item)?;
        }
        self.function().free_register = register + 1;
        Ok(())
    }

    fn field(&mut self, constructor: &mut Constructor) -> Step {
        let is_named = match self.token() {
            Token::Name => self.cursor.look_ahead()? == Token::Assign,
            Token::OpenBracket => true,
            _ => false,
        };
        if is_named {
            return self.keyed_field(constructor.table);
        }
        constructor.item = self.expression()?;
        constructor.pending += 1;
        Ok(())
    }

    /// `name = expression` or `[expression] = expression`
    fn keyed_field(&mut self, mut table: Operand) -> Step {
        let register = self.function().free_register;
        let mut key = match self.token() {
            Token::Name => Operand::new(Kind::String(self.check_name()?.0)),
            _ => self.bracketed_index()?,
        };
        self.check_next(Token::Assign)?;
        self.indexed(&mut table, &mut key)?;
        let mut value = self.expression()?;
        self.store(&table, &mut value)?;
        self.function().free_register = register;
        Ok(())
    }
}
