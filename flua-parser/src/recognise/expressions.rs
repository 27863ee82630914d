//! Expressions, by precedence climbing. Lua §3.4.

use flua_ast::{BinaryOp, UnaryOp};

use super::operands::{Kind, Operand};
use super::{Recogniser, Step};
use crate::error::Problem;
use crate::lexer::numeral::{self, Number};
use crate::lexer::{escape, long_bracket};
use crate::token::Token;

/// How tightly a unary operator binds.
const UNARY_PRIORITY: u8 = 12;

impl Recogniser<'_> {
    pub(super) fn expression(&mut self) -> Step<Operand> {
        Ok(self.subexpression(0)?.0)
    }

    /// `expression {, expression}`: how many there are, and the last of them.
    pub(super) fn expression_list(&mut self) -> Step<(u32, Operand)> {
        let mut count = 1;
        let mut operand = self.expression()?;
        while self.test_next(Token::Comma)? {
            self.put_in_next_register(&mut operand)?;
            operand = self.expression()?;
            count += 1;
        }
        Ok((count, operand))
    }

    /// An operand and the binary operators behind it that bind tighter than `limit`; and the first that doesn't.
    fn subexpression(&mut self, limit: u8) -> Step<(Operand, Option<BinaryOp>)> {
        self.enter_level()?;
        let mut operand = match unary_operator(self.token()) {
            Some(op) => {
                self.advance()?;
                let (mut operand, _) = self.subexpression(UNARY_PRIORITY)?;
                self.prefix(op, &mut operand)?;
                operand
            }
            None => self.simple_expression()?,
        };
        let mut next = binary_operator(self.token());
        while let Some(op) = next
            && let (left, right) = priority(op)
            && left > limit
        {
            self.advance()?;
            self.infix(op, &mut operand)?;
            let (second, behind) = self.subexpression(right)?;
            self.postfix(op, &mut operand, second)?;
            next = behind;
        }
        self.leave_level();
        Ok((operand, next))
    }

    fn simple_expression(&mut self) -> Step<Operand> {
        let kind = match self.token() {
            Token::Numeral => match numeral::parse(self.cursor.text()) {
                Some(Number::Integer(value)) => Kind::Integer(value),
                Some(Number::Float(value)) => Kind::Float(value),
                None => Kind::Nil,
            },
            Token::String | Token::LongString => self.string_constant(),
            Token::Nil => Kind::Nil,
            Token::True => Kind::True,
            Token::False => Kind::False,
            Token::Ellipsis => {
                if !self.function().is_vararg {
                    return self.mistake(Problem::VarargOutsideVarargFunction);
                }
                Kind::Vararg
            }
            Token::OpenBrace => return self.table_constructor(),
            Token::Function => {
                let opener = self.opener();
                self.advance()?;
                return self.function_body(false, opener.span, self.cursor.line_at());
            }
            _ => return self.suffixed_expression(),
        };
        self.advance()?;
        Ok(Operand::new(kind))
    }

    /// The current token as a constant.
    fn string_constant(&mut self) -> Kind {
        let text = self.cursor.text();
        let bytes = match self.token() {
            Token::LongString => long_bracket::contents(text),
            _ => escape::read(text).unwrap_or_default(),
        };
        Kind::String(self.symbols.of(bytes))
    }

    /// `name` or `(expression)`
    fn primary_expression(&mut self) -> Step<Operand> {
        match self.token() {
            Token::OpenParen => {
                let opener = self.opener();
                self.advance()?;
                let mut operand = self.expression()?;
                self.check_match(Token::CloseParen, opener)?;
                self.discharge_variable(&mut operand);
                Ok(operand)
            }
            Token::Name => self.single_variable(),
            _ => self.mistake(Problem::UnexpectedSymbol { in_statement: false }),
        }
    }

    /// A primary expression and all that is indexed and called behind it.
    pub(super) fn suffixed_expression(&mut self) -> Step<Operand> {
        let mut operand = self.primary_expression()?;
        loop {
            match self.token() {
                Token::Dot => self.field_selector(&mut operand)?,
                Token::OpenBracket => {
                    self.put_in_any_register_or_upvalue(&mut operand)?;
                    let mut key = self.bracketed_index()?;
                    self.indexed(&mut operand, &mut key)?;
                }
                Token::Colon => {
                    self.advance()?;
                    let (name, _) = self.check_name()?;
                    self.self_call(&mut operand, Operand::new(Kind::String(name)))?;
                    self.arguments(&mut operand)?;
                }
                Token::OpenParen | Token::String | Token::LongString | Token::OpenBrace => {
                    self.put_in_next_register(&mut operand)?;
                    self.arguments(&mut operand)?;
                }
                _ => return Ok(operand),
            }
        }
    }

    /// `.name` or `:name`
    pub(super) fn field_selector(&mut self, operand: &mut Operand) -> Step {
        self.put_in_any_register_or_upvalue(operand)?;
        self.advance()?;
        let (name, _) = self.check_name()?;
        let mut key = Operand::new(Kind::String(name));
        self.indexed(operand, &mut key)
    }

    /// `[expression]`
    pub(super) fn bracketed_index(&mut self) -> Step<Operand> {
        self.advance()?;
        let mut key = self.expression()?;
        self.make_value(&mut key)?;
        self.check_next(Token::CloseBracket)?;
        Ok(key)
    }

    /// The arguments of a call; the function is in a register, and so is an object behind it.
    fn arguments(&mut self, function: &mut Operand) -> Step {
        let mut last = match self.token() {
            Token::OpenParen => {
                let opener = self.opener();
                self.advance()?;
                let last = self.parenthesized_arguments()?;
                self.check_match(Token::CloseParen, opener)?;
                last
            }
            Token::OpenBrace => self.table_constructor()?,
            Token::String | Token::LongString => {
                let kind = self.string_constant();
                self.advance()?;
                Operand::new(kind)
            }
            _ => return self.mistake(Problem::ArgumentsExpected),
        };
        if !last.is_multiple() && last.kind != Kind::Void {
            self.put_in_next_register(&mut last)?;
        }
        if let Kind::Register(base) = function.kind {
            *function = Operand::new(Kind::Call { base });
            self.function().free_register = base + 1;
        }
        Ok(())
    }

    fn parenthesized_arguments(&mut self) -> Step<Operand> {
        if self.token() == Token::CloseParen {
            return Ok(Operand::new(Kind::Void));
        }
        let (_, last) = self.expression_list()?;
        if last.is_multiple() {
            self.set_results(&last)?;
        }
        Ok(last)
    }
}

fn unary_operator(token: Token) -> Option<UnaryOp> {
    match token {
        Token::Not => Some(UnaryOp::Not),
        Token::Minus => Some(UnaryOp::Neg),
        Token::Tilde => Some(UnaryOp::BNot),
        Token::Hash => Some(UnaryOp::Len),
        _ => None,
    }
}

fn binary_operator(token: Token) -> Option<BinaryOp> {
    Some(match token {
        Token::Or => BinaryOp::Or,
        Token::And => BinaryOp::And,
        Token::Less => BinaryOp::Lt,
        Token::LessEqual => BinaryOp::Le,
        Token::Greater => BinaryOp::Gt,
        Token::GreaterEqual => BinaryOp::Ge,
        Token::NotEqual => BinaryOp::Ne,
        Token::Equal => BinaryOp::Eq,
        Token::Pipe => BinaryOp::BOr,
        Token::Tilde => BinaryOp::BXor,
        Token::Ampersand => BinaryOp::BAnd,
        Token::ShiftLeft => BinaryOp::Shl,
        Token::ShiftRight => BinaryOp::Shr,
        Token::DotDot => BinaryOp::Concat,
        Token::Plus => BinaryOp::Add,
        Token::Minus => BinaryOp::Sub,
        Token::Star => BinaryOp::Mul,
        Token::Slash => BinaryOp::Div,
        Token::DoubleSlash => BinaryOp::IDiv,
        Token::Percent => BinaryOp::Mod,
        Token::Caret => BinaryOp::Pow,
        _ => return None,
    })
}

/// How tightly an operator binds to its left and to its right. The right associative ones bind tighter to the left.
fn priority(op: BinaryOp) -> (u8, u8) {
    match op {
        BinaryOp::Or => (1, 1),
        BinaryOp::And => (2, 2),
        BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge | BinaryOp::Ne | BinaryOp::Eq => (3, 3),
        BinaryOp::BOr => (4, 4),
        BinaryOp::BXor => (5, 5),
        BinaryOp::BAnd => (6, 6),
        BinaryOp::Shl | BinaryOp::Shr => (7, 7),
        BinaryOp::Concat => (9, 8),
        BinaryOp::Add | BinaryOp::Sub => (10, 10),
        BinaryOp::Mul | BinaryOp::Div | BinaryOp::IDiv | BinaryOp::Mod => (11, 11),
        BinaryOp::Pow => (14, 13),
    }
}
