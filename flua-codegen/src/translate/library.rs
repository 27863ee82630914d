//! Calls of functions of the library that are known when compiling.
//!
//! ```text
//! if ((t1 = MathFloor(L, x)).IsAbrupt) { point = 3; goto Unwind; }
//! ```
//! The common case is done in place; any other calls the function itself, which the state knows. Nothing is looked up, and nothing that such a
//! function does can be suspended, unless it may run metamethods.

use super::body::Body;
use crate::analyze::{Kind, calls_back, counts_varargs};
use crate::csharp::runtime::{self, Member};
use crate::csharp::{BinaryOperator, Expression, make};
use crate::ir::{LibraryFunction, Open, Operand, Results, SiteId, Values};

/// A call as an expression.
struct Inline {
    value: Expression,
    failure: Failure,
}

/// How a call tells that it raised an error.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Failure {
    /// It raises none.
    Never,
    /// It gives no value but the mark of an abrupt return.
    Abrupt,
    /// It gives null, and otherwise a string.
    Null,
}

impl Body<'_, '_> {
    /// Prints a call of a function of the library for its first result or none; false when it is to be printed as any other.
    pub fn library_call(&mut self, function: LibraryFunction, arguments: &Values, results: &Results, site: SiteId) -> bool {
        let place = match results {
            Results::None => None,
            Results::One(to) => self.facts.variables.of(*to).map(|_| (self.place(*to), self.facts.kinds[*to])),
            Results::Many(_) | Results::Open(_) | Results::Array(_) => return false,
        };
        if calls_back(function, arguments, &|operand| self.kind(operand)) {
            return false;
        }
        let wants_text = !matches!(place, Some((_, kind)) if kind != Kind::String);
        let Some(call) = self.inline(function, arguments, wants_text) else { return false };
        match call.failure {
            Failure::Never => {
                self.out.extend(place.map(|(place, _)| make::assign(place, call.value)));
                return true;
            }
            Failure::Null => {
                self.text_or_error(place.map(|(place, _)| place), call.value, site);
                return true;
            }
            Failure::Abrupt => {}
        }
        let Some((place, kind)) = place else {
            let pass_on = self.pass_on(site);
            self.out.push(make::when(make::member(call.value, runtime::IS_ABRUPT.name), pass_on));
            return true;
        };
        let result = if kind == Kind::Value { place.clone() } else { self.scratch_value() };
        let pass_on = self.pass_on(site);
        let assigned = make::assignment(result.clone(), call.value);
        self.out.push(make::when(make::member(assigned, runtime::IS_ABRUPT.name), pass_on));
        if kind != Kind::Value {
            let value = self.unboxed(kind, result);
            self.out.push(make::assign(place, value));
        }
        true
    }

    /// The call of a function that may run metamethods as an expression, where its first result is wanted or none.
    pub fn suspendable_call(&mut self, callee: &Operand, arguments: &Values) -> Option<Expression> {
        match callee {
            Operand::Library(function) => self.inline(*function, arguments, false).map(|call| call.value),
            _ => self.selection(callee, arguments),
        }
    }

    /// A call of what is probably a function of the library, by its name: if it is, the common case is done in place.
    pub fn probable_call(&mut self, callee: &Operand, arguments: &Values, site: SiteId) -> Option<Expression> {
        if !self.is_hot() || arguments.open.is_some() || self.kind(callee) != Kind::Value || self.unit.program.world.is_debugged {
            return None;
        }
        let name = self.function.sites[site].operands.first()?.as_ref()?;
        let function = LibraryFunction::probable(&name.name)?;
        let helper = checked(function, arguments.fixed.len())?;
        let is_meant = make::binary(
            make::member(self.value(callee), runtime::VALUE_OBJECT.name),
            BinaryOperator::Equals,
            make::member(make::state(), member(function).name),
        );
        let mut list = vec![make::state()];
        list.extend(arguments.fixed.iter().map(|operand| self.operand(operand)));
        let short = make::call(helper, list);
        let call = self.invocation(callee, arguments, runtime::HOOKED);
        Some(Expression::Conditional(Box::new(is_meant), Box::new(short), Box::new(call)))
    }

    /// A call as an expression. Where it goes to a variable for strings, or nowhere, it may give null for an error.
    fn inline(&mut self, function: LibraryFunction, arguments: &Values, wants_text: bool) -> Option<Inline> {
        if function == LibraryFunction::Select && counts_varargs(arguments) {
            let count = Expression::Cast("long".into(), Box::new(make::member(self.varargs(), "Length")));
            return Some(Inline { value: count, failure: Failure::Never });
        }
        if function == LibraryFunction::Select && arguments.open == Some(Open::Varargs) {
            let value = self.selection(&Operand::Library(function), arguments)?;
            return Some(Inline { value, failure: Failure::Abrupt });
        }
        if arguments.open.is_some() {
            return None;
        }
        let kinds: Vec<Kind> = arguments.fixed.iter().map(|operand| self.kind(operand)).collect();
        let mut list: Vec<Expression> = arguments.fixed.iter().map(|operand| self.operand(operand)).collect();
        if let (LibraryFunction::MathFloor | LibraryFunction::MathCeil, [Kind::Int]) = (function, &*kinds) {
            return Some(Inline { value: list.swap_remove(0), failure: Failure::Never });
        }
        if let (LibraryFunction::StringLen, [Kind::String]) = (function, &*kinds) {
            let value = make::member(list.swap_remove(0), runtime::LENGTH.name);
            return Some(Inline { value, failure: Failure::Never });
        }
        if let (LibraryFunction::Type, [kind]) = (function, &*kinds)
            && let Some(name) = type_name(*kind)
        {
            return Some(Inline { value: self.unit.constants.reference(name), failure: Failure::Never });
        }
        if let (LibraryFunction::RawEqual, [left, right]) = (function, &*arguments.fixed) {
            list = self.pair(left, right);
        }
        if let Some(member) = plain(function, &kinds) {
            // Slices are shared by the whole state.
            if function == LibraryFunction::StringSub {
                list.insert(0, make::state());
            }
            return Some(Inline { value: make::call(member, list), failure: Failure::Never });
        }
        list.insert(0, make::state());
        if let Some(member) = text(function, &kinds).filter(|_| wants_text) {
            return Some(Inline { value: make::call(member, list), failure: Failure::Null });
        }
        let value = match checked(function, kinds.len()) {
            Some(member) => make::call(member, list),
            None => known_call(function, list.split_off(1)),
        };
        Some(Inline { value, failure: Failure::Abrupt })
    }
}

/// A call of the function itself.
pub fn known_call(function: LibraryFunction, arguments: Vec<Expression>) -> Expression {
    let target = make::member(make::state(), member(function).name);
    let (entry, mut list) = super::calls::call_entry(arguments);
    list.insert(0, make::state());
    make::call_on(target, entry, list)
}

/// What does a call on arguments of certain kinds that cannot fail.
pub fn plain(function: LibraryFunction, kinds: &[Kind]) -> Option<Member> {
    let found = match (function, kinds) {
        (LibraryFunction::MathFloor, [Kind::Float]) => runtime::FLOOR_FLOAT,
        (LibraryFunction::MathCeil, [Kind::Float]) => runtime::CEIL_FLOAT,
        (LibraryFunction::MathAbs, [Kind::Int]) => runtime::ABS_INT,
        (LibraryFunction::MathAbs, [Kind::Float]) => runtime::ABS_FLOAT,
        (LibraryFunction::MathMax, [Kind::Int, Kind::Int]) => runtime::MAX_INT,
        (LibraryFunction::MathMin, [Kind::Int, Kind::Int]) => runtime::MIN_INT,
        (LibraryFunction::MathMax, [Kind::Float, Kind::Float]) => runtime::MAX_FLOAT,
        (LibraryFunction::MathMin, [Kind::Float, Kind::Float]) => runtime::MIN_FLOAT,
        (LibraryFunction::MathSqrt, [Kind::Int | Kind::Float]) => runtime::SQRT_FLOAT,
        (LibraryFunction::MathSin, [Kind::Int | Kind::Float]) => runtime::SIN_FLOAT,
        (LibraryFunction::MathCos, [Kind::Int | Kind::Float]) => runtime::COS_FLOAT,
        (LibraryFunction::MathExp, [Kind::Int | Kind::Float]) => runtime::EXP_FLOAT,
        (LibraryFunction::StringByte, [Kind::String]) => runtime::FIRST_BYTE_OF,
        (LibraryFunction::StringByte, [Kind::String, Kind::Int]) => runtime::BYTE_OF,
        (LibraryFunction::StringLower, [Kind::String]) => runtime::LOWER,
        (LibraryFunction::StringReverse, [Kind::String]) => runtime::REVERSE,
        (LibraryFunction::StringSub, [Kind::String, Kind::Int]) => runtime::SLICE_TAIL,
        (LibraryFunction::StringSub, [Kind::String, Kind::Int, Kind::Int]) => runtime::SLICE,
        (LibraryFunction::StringUpper, [Kind::String]) => runtime::UPPER,
        (LibraryFunction::ToString, [Kind::Int | Kind::Float | Kind::Bool]) => runtime::TEXT_OF,
        (LibraryFunction::Type, [_]) => runtime::TYPE_NAME,
        (LibraryFunction::RawEqual, [_, _]) => runtime::RAW_EQUALS,
        _ => return None,
    };
    Some(found)
}

/// What does a call that gives a string, or null after an error.
fn text(function: LibraryFunction, kinds: &[Kind]) -> Option<Member> {
    match (function, kinds) {
        (LibraryFunction::StringChar, [_]) => Some(runtime::CHARACTER),
        (LibraryFunction::StringRep, [Kind::String, Kind::Int]) => Some(runtime::REPEAT),
        (LibraryFunction::StringSub, [_, _, _]) => Some(runtime::SLICE_ANY),
        _ => None,
    }
}

/// What `type` gives for a kind.
fn type_name(kind: Kind) -> Option<&'static [u8]> {
    match kind {
        Kind::Int | Kind::Float => Some(b"number"),
        Kind::Bool => Some(b"boolean"),
        Kind::String => Some(b"string"),
        Kind::Table | Kind::Private(_) => Some(b"table"),
        Kind::Function(_) => Some(b"function"),
        Kind::Value | Kind::Nothing | Kind::Global(_) | Kind::Cell | Kind::Array | Kind::Cursor => None,
    }
}

/// What does the common case of a call in place.
fn checked(function: LibraryFunction, arguments: usize) -> Option<Member> {
    match (function, arguments) {
        (LibraryFunction::Assert, 1) => Some(runtime::ASSERT_ONE),
        (LibraryFunction::Assert, 2) => Some(runtime::ASSERT_TWO),
        (LibraryFunction::RawGet, 2) => Some(runtime::RAW_GET),
        (LibraryFunction::ToNumber, 1) => Some(runtime::TO_NUMBER),
        (LibraryFunction::MathAbs, 1) => Some(runtime::MATH_ABS),
        (LibraryFunction::MathCeil, 1) => Some(runtime::MATH_CEIL),
        (LibraryFunction::MathFloor, 1) => Some(runtime::MATH_FLOOR),
        (LibraryFunction::MathMax, 2) => Some(runtime::MATH_MAX),
        (LibraryFunction::MathMin, 2) => Some(runtime::MATH_MIN),
        (LibraryFunction::MathSqrt, 1) => Some(runtime::MATH_SQRT),
        (LibraryFunction::StringByte, 1) => Some(runtime::STRING_FIRST_BYTE),
        (LibraryFunction::StringByte, 2) => Some(runtime::STRING_BYTE),
        (LibraryFunction::StringChar, 1) => Some(runtime::STRING_CHAR),
        (LibraryFunction::StringLen, 1) => Some(runtime::STRING_LEN),
        (LibraryFunction::StringSub, 2) => Some(runtime::STRING_TAIL),
        (LibraryFunction::StringSub, 3) => Some(runtime::STRING_SUB),
        (LibraryFunction::TableInsert, 2) => Some(runtime::TABLE_INSERT),
        (LibraryFunction::ToString, 1) => Some(runtime::TO_TEXT),
        _ => None,
    }
}

/// The member of the state that is the function.
pub fn member(function: LibraryFunction) -> Member {
    match function {
        LibraryFunction::Assert => runtime::LIBRARY_ASSERT,
        LibraryFunction::Error => runtime::LIBRARY_ERROR,
        LibraryFunction::GetMetatable => runtime::LIBRARY_GET_METATABLE,
        LibraryFunction::Ipairs => runtime::LIBRARY_IPAIRS,
        LibraryFunction::Next => runtime::LIBRARY_NEXT,
        LibraryFunction::Pairs => runtime::LIBRARY_PAIRS,
        LibraryFunction::Pcall => runtime::LIBRARY_PCALL,
        LibraryFunction::Print => runtime::LIBRARY_PRINT,
        LibraryFunction::RawEqual => runtime::LIBRARY_RAW_EQUAL,
        LibraryFunction::RawGet => runtime::LIBRARY_RAW_GET,
        LibraryFunction::RawLen => runtime::LIBRARY_RAW_LEN,
        LibraryFunction::RawSet => runtime::LIBRARY_RAW_SET,
        LibraryFunction::Select => runtime::LIBRARY_SELECT,
        LibraryFunction::SetMetatable => runtime::LIBRARY_SET_METATABLE,
        LibraryFunction::ToNumber => runtime::LIBRARY_TO_NUMBER,
        LibraryFunction::ToString => runtime::LIBRARY_TO_STRING,
        LibraryFunction::Type => runtime::LIBRARY_TYPE,
        LibraryFunction::Xpcall => runtime::LIBRARY_XPCALL,
        LibraryFunction::CoroutineCreate => runtime::LIBRARY_COROUTINE_CREATE,
        LibraryFunction::CoroutineResume => runtime::LIBRARY_COROUTINE_RESUME,
        LibraryFunction::CoroutineStatus => runtime::LIBRARY_COROUTINE_STATUS,
        LibraryFunction::CoroutineWrap => runtime::LIBRARY_COROUTINE_WRAP,
        LibraryFunction::CoroutineYield => runtime::LIBRARY_COROUTINE_YIELD,
        LibraryFunction::IoWrite => runtime::LIBRARY_IO_WRITE,
        LibraryFunction::MathAbs => runtime::LIBRARY_MATH_ABS,
        LibraryFunction::MathAcos => runtime::LIBRARY_MATH_ACOS,
        LibraryFunction::MathAsin => runtime::LIBRARY_MATH_ASIN,
        LibraryFunction::MathAtan => runtime::LIBRARY_MATH_ATAN,
        LibraryFunction::MathCeil => runtime::LIBRARY_MATH_CEIL,
        LibraryFunction::MathCos => runtime::LIBRARY_MATH_COS,
        LibraryFunction::MathDeg => runtime::LIBRARY_MATH_DEG,
        LibraryFunction::MathExp => runtime::LIBRARY_MATH_EXP,
        LibraryFunction::MathFloor => runtime::LIBRARY_MATH_FLOOR,
        LibraryFunction::MathFmod => runtime::LIBRARY_MATH_FMOD,
        LibraryFunction::MathLog => runtime::LIBRARY_MATH_LOG,
        LibraryFunction::MathMax => runtime::LIBRARY_MATH_MAX,
        LibraryFunction::MathMin => runtime::LIBRARY_MATH_MIN,
        LibraryFunction::MathModf => runtime::LIBRARY_MATH_MODF,
        LibraryFunction::MathRad => runtime::LIBRARY_MATH_RAD,
        LibraryFunction::MathRandom => runtime::LIBRARY_MATH_RANDOM,
        LibraryFunction::MathSin => runtime::LIBRARY_MATH_SIN,
        LibraryFunction::MathSqrt => runtime::LIBRARY_MATH_SQRT,
        LibraryFunction::MathTan => runtime::LIBRARY_MATH_TAN,
        LibraryFunction::MathToInteger => runtime::LIBRARY_MATH_TO_INTEGER,
        LibraryFunction::OsClock => runtime::LIBRARY_OS_CLOCK,
        LibraryFunction::OsTime => runtime::LIBRARY_OS_TIME,
        LibraryFunction::StringByte => runtime::LIBRARY_STRING_BYTE,
        LibraryFunction::StringChar => runtime::LIBRARY_STRING_CHAR,
        LibraryFunction::StringFind => runtime::LIBRARY_STRING_FIND,
        LibraryFunction::StringFormat => runtime::LIBRARY_STRING_FORMAT,
        LibraryFunction::StringGmatch => runtime::LIBRARY_STRING_GMATCH,
        LibraryFunction::StringGsub => runtime::LIBRARY_STRING_GSUB,
        LibraryFunction::StringLen => runtime::LIBRARY_STRING_LEN,
        LibraryFunction::StringLower => runtime::LIBRARY_STRING_LOWER,
        LibraryFunction::StringMatch => runtime::LIBRARY_STRING_MATCH,
        LibraryFunction::StringRep => runtime::LIBRARY_STRING_REP,
        LibraryFunction::StringReverse => runtime::LIBRARY_STRING_REVERSE,
        LibraryFunction::StringSub => runtime::LIBRARY_STRING_SUB,
        LibraryFunction::StringUpper => runtime::LIBRARY_STRING_UPPER,
        LibraryFunction::TableConcat => runtime::LIBRARY_TABLE_CONCAT,
        LibraryFunction::TableInsert => runtime::LIBRARY_TABLE_INSERT,
        LibraryFunction::TableRemove => runtime::LIBRARY_TABLE_REMOVE,
        LibraryFunction::TableSort => runtime::LIBRARY_TABLE_SORT,
        LibraryFunction::TableUnpack => runtime::LIBRARY_TABLE_UNPACK,
    }
}
