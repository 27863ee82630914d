//! Statements. Lua §3.3.

use flua_ast::Span;

use super::operands::{Kind, Operand};
use super::scopes::{Access, Symbol};
use super::{Opener, Recogniser, Step};
use crate::error::Problem;
use crate::token::Token;

impl Recogniser<'_> {
    pub(super) fn statement_list(&mut self) -> Step {
        while !self.ends_block(true) {
            let is_return = self.token() == Token::Return;
            self.statement()?;
            if is_return {
                break;
            }
        }
        Ok(())
    }

    /// Whether the token ends a block. `until` does, but the block's variables stay in scope.
    fn ends_block(&self, with_until: bool) -> bool {
        match self.token() {
            Token::Else | Token::ElseIf | Token::End | Token::EndOfFile => true,
            Token::Until => with_until,
            _ => false,
        }
    }

    fn block(&mut self) -> Step {
        self.enter_block(false);
        self.statement_list()?;
        self.leave_block()
    }

    fn statement(&mut self) -> Step {
        let opener = self.opener();
        self.enter_level()?;
        match self.token() {
            Token::Semicolon => self.advance()?,
            Token::If => self.if_statement(opener)?,
            Token::While => self.while_statement(opener)?,
            Token::Do => {
                self.advance()?;
                self.block()?;
                self.check_match(Token::End, opener)?;
            }
            Token::For => self.for_statement(opener)?,
            Token::Repeat => self.repeat_statement(opener)?,
            Token::Function => self.function_statement(opener)?,
            Token::Local => {
                self.advance()?;
                let keyword = self.cursor.span();
                if self.test_next(Token::Function)? {
                    self.local_function(keyword)?;
                } else {
                    self.local_statement()?;
                }
            }
            Token::DoubleColon => {
                self.advance()?;
                let (name, span) = self.check_name()?;
                self.label_statement(name, span, opener.line_at)?;
            }
            Token::Return => {
                self.advance()?;
                self.return_statement()?;
            }
            Token::Break => {
                self.advance()?;
                self.new_goto(self.break_label, opener.span, opener.line_at)?;
            }
            Token::Goto => {
                self.advance()?;
                self.goto_statement()?;
            }
            _ => self.expression_statement()?,
        }
        self.function().free_register = self.variables_in_registers();
        self.leave_level();
        Ok(())
    }

    /// A condition, which jumps if it is false.
    fn condition(&mut self) -> Step {
        let mut operand = self.expression()?;
        if operand.kind == Kind::Nil {
            operand.kind = Kind::False;
        }
        self.go_if_true(&mut operand)
    }

    fn if_statement(&mut self, opener: Opener) -> Step {
        self.test_then_block()?;
        while self.token() == Token::ElseIf {
            self.test_then_block()?;
        }
        if self.test_next(Token::Else)? {
            self.block()?;
        }
        self.check_match(Token::End, opener)
    }

    /// `if condition then block`, or `elseif`.
    fn test_then_block(&mut self) -> Step {
        self.advance()?;
        let mut condition = self.expression()?;
        self.check_next(Token::Then)?;
        if self.token() == Token::Break {
            // `if x then break` jumps out directly.
            let (span, line_at) = (self.cursor.span(), self.cursor.line_at());
            self.go_if_false(&mut condition)?;
            self.advance()?;
            self.enter_block(false);
            self.new_goto(self.break_label, span, line_at)?;
            while self.test_next(Token::Semicolon)? {}
            if self.ends_block(false) {
                return self.leave_block();
            }
        } else {
            self.go_if_true(&mut condition)?;
            self.enter_block(false);
        }
        self.statement_list()?;
        self.leave_block()
    }

    fn while_statement(&mut self, opener: Opener) -> Step {
        self.advance()?;
        self.condition()?;
        self.enter_block(true);
        self.check_next(Token::Do)?;
        self.block()?;
        self.check_match(Token::End, opener)?;
        self.leave_block()
    }

    fn repeat_statement(&mut self, opener: Opener) -> Step {
        self.enter_block(true);
        self.enter_block(false);
        self.advance()?;
        self.statement_list()?;
        self.check_match(Token::Until, opener)?;
        self.condition()?;
        self.leave_block()?;
        self.leave_block()
    }

    fn for_statement(&mut self, opener: Opener) -> Step {
        self.enter_block(true);
        self.advance()?;
        let (name, span) = self.check_name()?;
        match self.token() {
            Token::Assign => self.numeric_for(name, span)?,
            Token::Comma | Token::In => self.generic_for(name, span)?,
            _ => return self.mistake(Problem::ForExpected),
        }
        self.check_match(Token::End, opener)?;
        self.leave_block()
    }

    fn numeric_for(&mut self, name: Symbol, span: Span) -> Step {
        for _ in 0..3 {
            self.declare_hidden()?;
        }
        self.declare(name, span)?;
        self.check_next(Token::Assign)?;
        self.expression_in_register()?;
        self.check_next(Token::Comma)?;
        self.expression_in_register()?;
        if self.test_next(Token::Comma)? {
            self.expression_in_register()?;
        } else {
            self.reserve(1)?;
        }
        self.begin_scope(3)?;
        self.for_body(1)
    }

    fn expression_in_register(&mut self) -> Step {
        let mut operand = self.expression()?;
        self.put_in_next_register(&mut operand)
    }

    fn generic_for(&mut self, name: Symbol, span: Span) -> Step {
        for _ in 0..4 {
            self.declare_hidden()?;
        }
        self.declare(name, span)?;
        let mut variables = 1;
        while self.test_next(Token::Comma)? {
            let (name, span) = self.check_name()?;
            self.declare(name, span)?;
            variables += 1;
        }
        self.check_next(Token::In)?;
        let (count, mut last) = self.expression_list()?;
        self.adjust(4, count, &mut last)?;
        self.begin_scope(4)?;
        self.check_registers(3)?;
        self.for_body(variables)
    }

    /// `do block end`, with that many variables of the loop.
    fn for_body(&mut self, variables: u32) -> Step {
        self.check_next(Token::Do)?;
        self.enter_block(false);
        self.begin_scope(variables as usize)?;
        self.reserve(variables)?;
        self.block()?;
        self.leave_block()
    }

    /// Makes the number of values that of the variables.
    fn adjust(&mut self, variables: u32, values: u32, last: &mut Operand) -> Step {
        let missing = variables.saturating_sub(values);
        if last.is_multiple() {
            self.set_results(last)?;
        } else if last.kind != Kind::Void {
            self.put_in_next_register(last)?;
        }
        if missing > 0 {
            return self.reserve(missing);
        }
        let function = self.function();
        function.free_register = function.free_register.saturating_sub(values - variables);
        Ok(())
    }

    fn function_statement(&mut self, opener: Opener) -> Step {
        self.advance()?;
        let target = self.cursor.span();
        let mut variable = self.single_variable()?;
        while self.token() == Token::Dot {
            self.field_selector(&mut variable)?;
        }
        let is_method = self.token() == Token::Colon;
        if is_method {
            self.field_selector(&mut variable)?;
        }
        let mut closure = self.function_body(is_method, opener.span, opener.line_at)?;
        self.check_read_only(&variable, target)?;
        self.store(&variable, &mut closure)
    }

    fn local_function(&mut self, keyword: Span) -> Step {
        let (name, span) = self.check_name()?;
        self.declare(name, span)?;
        self.begin_scope(1)?;
        self.function_body(false, keyword, self.cursor.line_at())?;
        Ok(())
    }

    fn local_statement(&mut self) -> Step {
        let mut variables = 0;
        let mut closing = None;
        let mut last;
        loop {
            let (name, span) = self.check_name()?;
            last = self.declare(name, span)?;
            let access = self.attribute()?;
            self.variable(last).access = access;
            if access == Access::ToBeClosed {
                if let Some(first) = closing {
                    return self.semantic_mistake(Problem::MultipleToBeClosed { first }, span);
                }
                closing = Some(span);
            }
            variables += 1;
            if !self.test_next(Token::Comma)? {
                break;
            }
        }
        let (values, mut value) =
            if self.test_next(Token::Assign)? { self.expression_list()? } else { (0, Operand::new(Kind::Void)) };
        if variables == values
            && self.variable(last).access == Access::Constant
            && let Some(constant) = value.constant()
        {
            self.variable(last).access = Access::CompileTime(constant);
            self.begin_scope(variables as usize - 1)?;
            self.begin_constant_scope();
            return Ok(());
        }
        self.adjust(variables, values, &mut value)?;
        self.begin_scope(variables as usize)
    }

    /// `[< name >]`
    fn attribute(&mut self) -> Step<Access> {
        if !self.test_next(Token::Less)? {
            return Ok(Access::Regular);
        }
        let text = self.cursor.text();
        let (_, span) = self.check_name()?;
        self.check_next(Token::Greater)?;
        match text {
            b"const" => Ok(Access::Constant),
            b"close" => Ok(Access::ToBeClosed),
            _ => {
                let name = String::from_utf8_lossy(text).into_owned();
                self.semantic_mistake(Problem::UnknownAttribute { name }, span)
            }
        }
    }

    fn label_statement(&mut self, name: Symbol, span: Span, line_at: u32) -> Step {
        self.check_next(Token::DoubleColon)?;
        while matches!(self.token(), Token::Semicolon | Token::DoubleColon) {
            self.statement()?;
        }
        if let Some(label) = self.find_label(name) {
            let (first, first_line_at) = (label.span, label.line_at);
            let name = self.symbols.text(name);
            return self.semantic_mistake(Problem::LabelDefinedTwice { name, first, first_line_at }, span);
        }
        let is_last = self.ends_block(false);
        self.create_label(name, span, line_at, is_last)
    }

    fn goto_statement(&mut self) -> Step {
        let line_at = self.cursor.line_at();
        let (name, span) = self.check_name()?;
        if self.find_label(name).is_some() {
            return Ok(());
        }
        self.new_goto(name, span, line_at)
    }

    fn return_statement(&mut self) -> Step {
        if !self.ends_block(true) && self.token() != Token::Semicolon {
            let (count, mut last) = self.expression_list()?;
            if last.is_multiple() {
                self.set_results(&last)?;
            } else if count == 1 {
                self.put_in_any_register(&mut last)?;
            } else {
                self.put_in_next_register(&mut last)?;
            }
        }
        self.test_next(Token::Semicolon)?;
        Ok(())
    }

    fn expression_statement(&mut self) -> Step {
        if !matches!(self.token(), Token::Name | Token::OpenParen) {
            return self.mistake(Problem::UnexpectedSymbol { in_statement: true });
        }
        let start = self.cursor.span();
        let operand = self.suffixed_expression()?;
        let is_target = matches!(self.token(), Token::Assign | Token::Comma);
        if is_target {
            return self.rest_of_assignment(&mut vec![operand], start);
        }
        if matches!(operand.kind, Kind::Call { .. }) { Ok(()) } else { self.no_statement(start, is_target) }
    }

    /// A mistake: what begins at `start` is no statement, or can't be assigned to.
    fn no_statement(&mut self, start: Span, is_target: bool) -> Step {
        let found_at = self.cursor.span().start;
        let mut mistake = self.cursor.mistake(Problem::NoStatement { found_at, is_target });
        mistake.span = start.to(self.cursor.previous_span());
        Err(Box::new(mistake))
    }

    /// The rest of an assignment, behind its last target so far, which begins at `start`.
    fn rest_of_assignment(&mut self, targets: &mut Vec<Operand>, start: Span) -> Step {
        let target = *targets.last().expect("an assignment has a target");
        if !target.is_variable() {
            return self.no_statement(start, true);
        }
        self.check_read_only(&target, start)?;
        if self.test_next(Token::Comma)? {
            let start = self.cursor.span();
            let next = self.suffixed_expression()?;
            if !next.is_indexed() {
                self.save_conflicting(targets, &next)?;
            }
            targets.push(next);
            self.enter_level()?;
            self.rest_of_assignment(targets, start)?;
            self.leave_level();
            targets.pop();
        } else {
            self.check_next(Token::Assign)?;
            let (values, mut last) = self.expression_list()?;
            let variables = u32::try_from(targets.len()).expect("there are at most 200 targets");
            if values == variables {
                return self.store(&target, &mut last.with_one_result());
            }
            self.adjust(variables, values, &mut last)?;
        }
        // A later target may have made this one use a copy.
        let target = *targets.last().expect("an assignment has a target");
        let mut value = Operand::new(Kind::Register(self.function().free_register.saturating_sub(1)));
        self.store(&target, &mut value)
    }

    /// Keeps a variable that is assigned to in a register of its own, if an earlier target uses it as its table or key.
    fn save_conflicting(&mut self, targets: &mut [Operand], variable: &Operand) -> Step {
        let extra = self.function().free_register;
        let mut has_conflict = false;
        for target in targets {
            has_conflict |= target.replace_register(variable, extra);
        }
        if has_conflict { self.reserve(1) } else { Ok(()) }
    }
}
