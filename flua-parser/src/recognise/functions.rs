//! Functions and their parameters. Lua §3.4.11.

use flua_ast::Span;

use super::operands::{Kind, Operand};
use super::scopes::{Function, Upvalue};
use super::{Opener, Recogniser, Step};
use crate::error::Problem;
use crate::token::Token;

/// The functions that one function can hold.
const MAX_FUNCTIONS: usize = 131_071;

impl Recogniser<'_> {
    fn open_function(&mut self, line_at: Option<u32>) {
        self.functions.push(Function::new(self.variables.len(), self.labels.len(), line_at));
        self.enter_block(false);
    }

    pub(super) fn close_function(&mut self) -> Step {
        self.leave_block()?;
        self.functions.pop();
        Ok(())
    }

    /// Opens the main chunk, a vararg function with the upvalue `_ENV`.
    pub(super) fn open_main_function(&mut self) {
        self.open_function(None);
        let name = self.env;
        let function = self.function();
        function.is_vararg = true;
        function.upvalues.push(Upvalue { name, span: Span::default(), is_read_only: false });
    }

    /// `(parameters) block end`, of a function whose keyword stands at `keyword`; messages give the line of `line_at`.
    pub(super) fn function_body(&mut self, is_method: bool, keyword: Span, line_at: u32) -> Step<Operand> {
        let outer = self.function();
        outer.functions += 1;
        if outer.functions > MAX_FUNCTIONS {
            return self.semantic_mistake(Problem::OverCapacity { what: "functions", limit: MAX_FUNCTIONS }, keyword);
        }
        self.open_function(Some(line_at));
        self.check_next(Token::OpenParen)?;
        if is_method {
            let name = self.symbols.of(&b"self"[..]);
            self.declare(name, self.cursor.span())?;
            self.begin_scope(1)?;
        }
        self.parameters()?;
        self.check_next(Token::CloseParen)?;
        self.statement_list()?;
        self.check_match(Token::End, Opener { token: Token::Function, span: keyword, line_at })?;
        // The closure goes to the last register of the enclosing function, before this one is closed.
        let level = self.functions.len() - 2;
        let register = self.functions[level].free_register;
        if register + 1 >= super::registers::MAX_REGISTERS {
            return self.mistake(Problem::TooManyRegisters);
        }
        self.functions[level].free_register += 1;
        self.close_function()?;
        Ok(Operand::new(Kind::Register(register)))
    }

    fn parameters(&mut self) -> Step {
        let mut count = 0;
        if self.token() != Token::CloseParen {
            loop {
                match self.token() {
                    Token::Name => {
                        let (name, span) = self.check_name()?;
                        self.declare(name, span)?;
                        count += 1;
                    }
                    Token::Ellipsis => {
                        self.advance()?;
                        self.function().is_vararg = true;
                        break;
                    }
                    _ => return self.mistake(Problem::ParameterExpected),
                }
                if !self.test_next(Token::Comma)? {
                    break;
                }
            }
        }
        self.begin_scope(count)?;
        let active = u32::try_from(self.function().active).expect("a function has at most 200 variables");
        self.reserve(active)
    }
}
