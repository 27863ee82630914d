//! The recogniser: finds the first mistake of a text as the reference finds it.
//!
//! It has the shape of the reference's single-pass compiler, a recursive descent that resolves names, labels and registers
//! while it reads, for only so do the first of several mistakes and its line come out the same: what an expression is when
//! it is read, when the next token is fetched, in which order a block's end looks at its labels. It makes no tree and no
//! code; of the code generator it keeps what decides over errors: how many registers are in use, which constants there are.
//!
//! Recursion is bounded by the reference's own limit of 200 levels.

mod constants;
mod cursor;
mod expressions;
mod functions;
mod operands;
mod operators;
mod registers;
mod scopes;
mod statements;
mod tables;

use flua_ast::{SourceFile, Span};

use self::constants::Constants;
pub use self::cursor::Cursor;
use self::scopes::{Function, Goto, Label, Symbol, Symbols, Variable};
use crate::error::{Mistake, Problem};
use crate::token::Token;

/// What every step of the recogniser gives: the first mistake ends it.
type Step<T = ()> = Result<T, Box<Mistake>>;

/// The level at which the reference refuses to nest deeper, and the level that a script starts at.
const LEVEL_LIMIT: u32 = 200;
const FIRST_LEVEL: u32 = 1;

/// The first mistake of a text, if the reference finds one.
pub fn first_mistake(source: &SourceFile) -> Option<Mistake> {
    Recogniser::new(source.bytes()).chunk().err().map(|mistake| *mistake)
}

/// The state of the recogniser: what the reference's `LexState`, `FuncState` and `Dyndata` hold.
struct Recogniser<'s> {
    cursor: Cursor<'s>,
    symbols: Symbols<'s>,
    constants: Constants,
    level: u32,
    /// The functions being read, the main chunk first.
    functions: Vec<Function>,
    /// The local variables in scope of all those functions, and the declared ones whose scope has not begun.
    variables: Vec<Variable>,
    /// The labels in scope of all those functions.
    labels: Vec<Label>,
    /// The jumps forward whose label is still to come.
    gotos: Vec<Goto>,
    env: Symbol,
    break_label: Symbol,
}

impl<'s> Recogniser<'s> {
    fn new(source: &'s [u8]) -> Self {
        let mut symbols = Symbols::default();
        let env = symbols.of(b"_ENV");
        let break_label = symbols.of(b"break");
        Self {
            cursor: Cursor::new(source),
            symbols,
            constants: Constants::default(),
            level: FIRST_LEVEL,
            functions: Vec::new(),
            variables: Vec::new(),
            labels: Vec::new(),
            gotos: Vec::new(),
            env,
            break_label,
        }
    }

    /// Reads the whole text.
    fn chunk(mut self) -> Step {
        self.open_main_function();
        self.advance()?;
        if self.cursor.is_binary_chunk() {
            return self.semantic_mistake(Problem::BinaryChunk, self.cursor.span());
        }
        self.statement_list()?;
        self.check(Token::EndOfFile)?;
        self.close_function()
    }

    fn token(&self) -> Token {
        self.cursor.token
    }

    /// Reads the next token.
    fn advance(&mut self) -> Step {
        self.cursor.advance()
    }

    /// A mistake at the token read last, which the message shows.
    fn mistake<T>(&self, problem: Problem) -> Step<T> {
        Err(Box::new(self.cursor.mistake(problem)))
    }

    /// A mistake of meaning, at some place: the message shows no token.
    fn semantic_mistake<T>(&self, problem: Problem, span: Span) -> Step<T> {
        Err(Box::new(Mistake { problem, near: None, line_at: self.cursor.line_at(), span }))
    }

    /// Checks that the token is that one.
    fn check(&self, token: Token) -> Step {
        if self.token() == token { Ok(()) } else { self.mistake(Problem::Expected { token }) }
    }

    /// Skips the token if it is that one.
    fn test_next(&mut self, token: Token) -> Step<bool> {
        let found = self.token() == token;
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    /// Checks that the token is that one, and skips it.
    fn check_next(&mut self, token: Token) -> Step {
        self.check(token)?;
        self.advance()
    }

    /// Checks that the token is the one that closes `opener`, and skips it.
    fn check_match(&mut self, token: Token, opener: Opener) -> Step {
        if self.test_next(token)? {
            return Ok(());
        }
        self.mistake(Problem::Unclosed { expected: token, opener: opener.token, span: opener.span, line_at: opener.line_at })
    }

    /// Checks that the token is a name, skips it and gives it.
    fn check_name(&mut self) -> Step<(Symbol, Span)> {
        self.check(Token::Name)?;
        let span = self.cursor.span();
        let name = self.symbols.of(self.cursor.text());
        self.advance()?;
        Ok((name, span))
    }

    /// The current token as one that has to be closed.
    fn opener(&self) -> Opener {
        Opener { token: self.token(), span: self.cursor.span(), line_at: self.cursor.line_at() }
    }

    fn enter_level(&mut self) -> Step {
        self.level += 1;
        if self.level < LEVEL_LIMIT {
            return Ok(());
        }
        self.semantic_mistake(Problem::TooDeep, self.cursor.span())
    }

    fn leave_level(&mut self) {
        self.level -= 1;
    }
}

/// A token that has to be closed, such as `(` or `while`.
#[derive(Clone, Copy)]
struct Opener {
    token: Token,
    span: Span,
    /// A place on the line that the reference remembers for it.
    line_at: u32,
}
