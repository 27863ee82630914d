//! The calls that load a text or a file which is known when compiling, for
//! [`DynamicCode::Static`](crate::DynamicCode::Static).
//!
//! ```lua
//! local prefix = "return "
//! local f = load(prefix .. "x", "=config", "t", {})
//! ```
//! loads the text `return x` by the name `=config`. A text is known when it is made of literals, `..`, and local variables that are never
//! assigned again and hold such texts. The functions are known by their names as globals, and through locals that hold them
//! (`local load = load`, `local load = loadstring or load`). What such a call means is decided when it runs: the function that is called may be another by then, and
//! environment and mode are whatever they are. So nothing is assumed here; a chunk is offered to a call that may ask for it.

use flua_ast::{BinaryOp, Expr, ExprKind, Span};
use rustc_hash::FxHashMap;

use super::dynamic_code::DynamicUse;
use super::world::Known;
use super::{Resolver, Use, Variable};
use crate::ir::{FunctionId, LocalId, Operand, UpvalueSource};

/// A variable of the chunk: its function and its place there.
pub type Place = (FunctionId, LocalId);

/// What `load` was in Lua 5.1.
const OLD_LOAD: &[u8] = b"loadstring";

/// The most bytes of a text that is put together from constants.
const MAX_TEXT: usize = 16 << 20;
/// The most pieces that are looked at for it.
const MAX_PIECES: usize = 10_000;

/// Something that is loaded and is known when compiling.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConstantLoad {
    /// A text.
    Text {
        /// The text.
        text: Vec<u8>,
        /// Its chunk name: the one that the call gives, or the text itself.
        name: Vec<u8>,
    },
    /// A file.
    File {
        /// The path, as the program gives it.
        path: Vec<u8>,
        /// Where it stands.
        span: Span,
    },
}

/// A piece of a text that may be known.
#[derive(Clone, Debug)]
enum Piece {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What the variable holds from its declaration on.
    Variable(Place),
}

/// A text that may be known: its pieces in order.
type Pieces = Vec<Piece>;

/// A call of a function that loads code.
#[derive(Debug)]
struct Call {
    is_file: bool,
    /// Where the function is read, or the local that holds it.
    callee: Callee,
    what: Option<Pieces>,
    span: Span,
    name: ChunkName,
}

/// By what a call calls.
#[derive(Clone, Copy, Debug)]
enum Callee {
    Global(Span),
    Local(Place),
}

/// The second argument of `load`.
#[derive(Debug)]
enum ChunkName {
    /// None, or nil: the text is its own name.
    Text,
    Given(Pieces),
    Unknown,
}

/// A local that holds one of the functions: `local load = load`.
#[derive(Debug)]
struct Alias {
    global: std::sync::Arc<[u8]>,
    /// Where the function is read.
    span: Span,
    /// Whether it is used for anything but calls that are known.
    escapes: bool,
}

/// What is gathered on a chunk's loads while it is walked.
#[derive(Default, Debug)]
pub struct Loads {
    calls: Vec<Call>,
    aliases: FxHashMap<Place, Alias>,
    texts: FxHashMap<Place, Pieces>,
}

/// The functions that can be given something known.
fn is_loader(name: &[u8]) -> bool {
    matches!(name, b"load" | b"loadfile" | b"dofile")
}

impl Resolver<'_> {
    /// The variable that a name or an upvalue leads to.
    fn place(&self, variable: &Variable) -> Option<Place> {
        let mut depth = self.scopes.open.len() - 1;
        let mut upvalue = match *variable {
            Variable::Constant(_) => return None,
            Variable::Local(local) => return Some((self.scopes.open[depth].id, local)),
            Variable::Upvalue(upvalue) => upvalue,
        };
        loop {
            match self.scopes.functions[self.scopes.open[depth].id].upvalues[upvalue].source {
                UpvalueSource::Environment => return None,
                UpvalueSource::ParentLocal(local) => return Some((self.scopes.open[depth - 1].id, local)),
                UpvalueSource::ParentUpvalue(outer) => {
                    upvalue = outer;
                    depth -= 1;
                }
            }
        }
    }

    /// A variable is read: it may be a local that holds one of the functions.
    pub fn read_variable(&self, variable: &Variable) -> Known {
        if self.loads.aliases.is_empty() {
            return Known::Nothing;
        }
        match self.place(variable) {
            Some(place) if self.loads.aliases.contains_key(&place) => Known::Loader(place),
            _ => Known::Nothing,
        }
    }

    /// A local is declared with a value of which something is known.
    pub fn declare_value(&mut self, local: LocalId, value: &Expr, known: &Known) {
        if !self.compiles_constants {
            return;
        }
        let place = (self.scopes.current().id, local);
        if let Known::Global(name) = known
            && is_loader(name)
        {
            let alias = Alias { global: name.clone(), span: inside(value).span, escapes: false };
            self.loads.aliases.insert(place, alias);
        } else if let Some(pieces) = self.pieces(value) {
            self.loads.texts.insert(place, pieces);
        }
    }

    /// `loadstring or load`: programs for several versions of Lua say so, and mean `load`, since 5.4 has no `loadstring`.
    pub fn either_loader(&mut self, left: &Known, right: &Known) -> Option<Known> {
        let (Known::Global(left), Known::Global(right)) = (left, right) else { return None };
        let is_pair = matches!((&**left, &**right), (OLD_LOAD, b"load") | (b"load", OLD_LOAD));
        if !self.compiles_constants || !is_pair {
            return None;
        }
        let last = self
            .dynamic_uses
            .iter()
            .rposition(|used| matches!(used, DynamicUse::Loader { name, .. } if name.as_bytes() == OLD_LOAD))?;
        self.dynamic_uses.remove(last);
        Some(Known::Global((*b"load").into()))
    }

    /// The local that holds one of the functions is used in another way.
    pub fn escape(&mut self, place: Place) {
        if let Some(alias) = self.loads.aliases.get_mut(&place) {
            alias.escapes = true;
        }
    }

    /// A call: is it one of the functions, or `pcall` of one? Its arguments are resolved already. False when the callee is used in a way
    /// that tells no more about it.
    pub fn note_load(&mut self, known: &Known, callee: &Expr, arguments: &[Expr], first: &Known) -> bool {
        if !self.compiles_constants {
            return false;
        }
        if let Known::Global(name) = known
            && &**name == b"pcall"
            && let Some((function, rest)) = arguments.split_first()
        {
            if !self.note_call(first, function, rest)
                && let Known::Loader(place) = first
            {
                self.escape(*place);
            }
            return false;
        }
        self.note_call(known, callee, arguments)
    }

    fn note_call(&mut self, known: &Known, callee: &Expr, arguments: &[Expr]) -> bool {
        let (global, callee) = match known {
            Known::Global(name) => (name.clone(), Callee::Global(inside(callee).span)),
            Known::Loader(place) => (self.loads.aliases[place].global.clone(), Callee::Local(*place)),
            Known::Globals | Known::Nothing => return false,
        };
        if !is_loader(&global) {
            return false;
        }
        let what = arguments.first().and_then(|argument| self.pieces(argument));
        let is_file = &*global != b"load";
        let name = match arguments.get(1) {
            None if is_many(arguments.last()) => ChunkName::Unknown,
            None | Some(Expr { kind: ExprKind::Nil, .. }) => ChunkName::Text,
            Some(argument) => self.pieces(argument).map_or(ChunkName::Unknown, ChunkName::Given),
        };
        let span = arguments.first().map_or(Span::default(), |argument| argument.span);
        self.loads.calls.push(Call { is_file, callee, what, span, name });
        true
    }

    /// The pieces of a text that may be known.
    fn pieces(&self, expr: &Expr) -> Option<Pieces> {
        match &expr.kind {
            ExprKind::String(bytes) => Some(vec![Piece::Bytes(bytes.to_vec())]),
            ExprKind::Integer(value) => Some(vec![Piece::Bytes(value.to_string().into_bytes())]),
            ExprKind::Paren(inner) => self.pieces(inner),
            ExprKind::BinaryOp { left, op: BinaryOp::Concat, right, .. } => {
                let mut pieces = self.pieces(left)?;
                pieces.extend(self.pieces(right)?);
                Some(pieces)
            }
            ExprKind::Var(name) => {
                let found = self.uses.entries.iter().rev().find(|entry| entry.0 == name.span.start);
                match found.map(|entry| &entry.1)? {
                    Use::Variable(Variable::Constant(Operand::String(bytes))) => Some(vec![Piece::Bytes(bytes.to_vec())]),
                    Use::Variable(Variable::Constant(Operand::Integer(value))) => {
                        Some(vec![Piece::Bytes(value.to_string().into_bytes())])
                    }
                    Use::Variable(Variable::Constant(_)) | Use::Global(_) => None,
                    Use::Variable(variable) => Some(vec![Piece::Variable(self.place(variable)?)]),
                }
            }
            _ => None,
        }
    }

    /// Decides, now that all assignments are known, what is loaded and known; the uses of dynamic code that are only that are taken
    /// off the list.
    pub fn finish_loads(&mut self) -> Vec<ConstantLoad> {
        let loads = std::mem::take(&mut self.loads);
        let is_assigned = |place: Place| self.scopes.functions[place.0].is_assigned[place.1];
        let mut found = Vec::new();
        let mut fine: Vec<Span> = Vec::new();
        let mut aliases = loads.aliases;
        for call in loads.calls {
            let text = |pieces: &Pieces| {
                let mut text = Vec::new();
                let mut budget = MAX_PIECES;
                join(pieces, &loads.texts, &is_assigned, &mut text, &mut budget).then_some(text)
            };
            let constant = call.what.as_ref().and_then(text).and_then(|what| {
                if call.is_file {
                    return Some(ConstantLoad::File { path: what, span: call.span });
                }
                match &call.name {
                    ChunkName::Text => Some(ConstantLoad::Text { name: what.clone(), text: what }),
                    ChunkName::Given(pieces) => Some(ConstantLoad::Text { name: text(pieces)?, text: what }),
                    ChunkName::Unknown => None,
                }
            });
            match (&constant, call.callee) {
                (Some(_), Callee::Global(span)) => fine.push(span),
                (None, Callee::Local(place)) => {
                    if let Some(alias) = aliases.get_mut(&place) {
                        alias.escapes = true;
                    }
                }
                (Some(_), Callee::Local(_)) | (None, Callee::Global(_)) => {}
            }
            found.extend(constant);
        }
        for (place, alias) in aliases {
            if !alias.escapes && !is_assigned(place) {
                fine.push(alias.span);
            }
        }
        self.dynamic_uses.retain(|used| match used {
            DynamicUse::Loader { span, .. } => !fine.contains(span),
            DynamicUse::Dump { .. } => true,
        });
        found
    }
}

/// An expression without the parentheses around it; of `loadstring or load`, the second.
fn inside(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Paren(inner) => inside(inner),
        ExprKind::BinaryOp { left, op: BinaryOp::Or, right, .. } => {
            let is_old = matches!(&right.kind, ExprKind::Var(name) if name.text.as_bytes() == OLD_LOAD);
            inside(if is_old { left } else { right })
        }
        _ => expr,
    }
}

/// Whether an expression at the end of a list may give more than one value.
fn is_many(expr: Option<&Expr>) -> bool {
    matches!(expr.map(|expr| &expr.kind), Some(ExprKind::Vararg | ExprKind::FunctionCall { .. } | ExprKind::MethodCall { .. }))
}

/// Joins pieces, if all of them are known.
fn join(
    pieces: &Pieces,
    texts: &FxHashMap<Place, Pieces>,
    is_assigned: &dyn Fn(Place) -> bool,
    text: &mut Vec<u8>,
    budget: &mut usize,
) -> bool {
    pieces.iter().all(|piece| {
        if *budget == 0 || text.len() > MAX_TEXT {
            return false;
        }
        *budget -= 1;
        match piece {
            Piece::Bytes(bytes) => {
                text.extend_from_slice(bytes);
                true
            }
            Piece::Variable(place) if is_assigned(*place) => false,
            Piece::Variable(place) => texts.get(place).is_some_and(|pieces| join(pieces, texts, is_assigned, text, budget)),
        }
    })
}
