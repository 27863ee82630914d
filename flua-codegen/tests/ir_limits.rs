//! Programs of unusual size and shape: neither time nor stack may grow out of bounds.

use std::fmt::Write;
use std::time::{Duration, Instant};

use flua_ast::SourceFile;
use flua_codegen::ir::visit_blocks;
use flua_codegen::ir::{self, Instruction};
use flua_codegen::{DynamicCode, Options, Origin, Program, SourceChunk, lower, resolve, simplify};

/// Lowers and simplifies a text.
fn simplified(lua: &str) -> ir::Program {
    let source = SourceFile::new("test.lua", lua.as_bytes());
    let chunk = flua_parser::check(&source).unwrap_or_else(|error| panic!("{}: {}", error.line, error.message));
    let chunks = [SourceChunk { source: &source, chunk: &chunk, origin: Origin::Main }];
    let program = Program { chunks: &chunks, refused: &[] };
    let options = Options { dynamic_code: DynamicCode::Raise, ..Options::default() };
    let names = resolve::resolve(program, &options).unwrap_or_else(|errors| panic!("{errors:?}"));
    let lowered = lower::lower(program, &names);
    assert_eq!(ir::validate(&lowered), Ok(()));
    let simple = simplify::simplify(lowered);
    assert_eq!(ir::validate(&simple), Ok(()));
    simple
}

/// How deeply the blocks of a program are nested.
fn depth(program: &ir::Program) -> usize {
    fn of(block: &ir::Block) -> usize {
        let mut deepest = 0;
        for instruction in &block.instructions {
            visit_blocks(instruction, &mut |inner| deepest = deepest.max(of(inner)));
        }
        deepest + 1
    }
    program.functions.iter().map(|function| of(&function.body)).max().unwrap_or(0)
}

#[test]
fn chains_of_any_length_are_lowered_in_a_loop() {
    for link in [".x", "[1]", "()", ":m()", " + 1", " == x", " and x", " or x", "\"s\""] {
        let chain = format!("local y = x{}", link.repeat(20_000));
        assert!(depth(&simplified(&chain)) < 20, "{link}");
        let condition = format!("if x{} then y() else z() end", link.repeat(20_000));
        assert!(depth(&simplified(&condition)) < 20, "{link} as a condition");
    }
    let mixed = format!("while x{} do y() end", " and y or z".repeat(10_000));
    assert!(depth(&simplified(&mixed)) < 20, "a mixture of `and` and `or`");
}

#[test]
fn very_many_arms_are_not_nested() {
    let mut lua = "if x == 0 then y()\n".to_owned();
    for index in 0..10_000 {
        writeln!(lua, "elseif x == {index} then y({index})").expect("a string takes all that is written");
    }
    assert!(depth(&simplified(&format!("{lua} end"))) < 10);
    assert!(depth(&simplified(&format!("{lua} else z() end"))) < 10);
}

#[test]
fn large_tables_are_stored_by_fifties() {
    let items = "1, x, 'three', ".repeat(40_000);
    let program = simplified(&format!("return {{{items}}}"));
    let body = &program.functions.iter().next().expect("there is a chunk").body;
    let stores = body.instructions.iter().filter(|instruction| matches!(instruction, Instruction::TableItems { .. }));
    assert_eq!(stores.count(), 2_400);
    let mut fields = String::new();
    for index in 0..100_000 {
        write!(fields, "f{index} = {index}, ").expect("a string takes all that is written");
    }
    simplified(&format!("return {{{fields}}}"));
}

#[test]
fn what_the_parser_lets_be_nested_can_be_lowered() {
    let nested = |open: &str, inner: &str, close: &str, count: usize| open.repeat(count) + inner + &close.repeat(count);
    simplified(&format!("return {}", nested("(", "x", ")", 180)));
    simplified(&format!("return {}", nested("{", "x", "}", 180)));
    simplified(&format!("return {}", nested("not ", "x", "", 180)));
    simplified(&format!("return {}", nested("x .. ", "x", "", 180)));
    simplified(&format!("return {}", nested("x(", "x", ")", 180)));
    simplified(&format!("if {} then y() end", nested("x and (y or ", "x", ")", 45)));
    simplified(&nested("do ", "x()", " end", 180));
    simplified(&nested("while x do ", "x()", " end", 180));
    simplified(&nested("if x then ", "x()", " else y() end", 180));
    simplified(&nested("return function() ", "x()", " end", 45));
}

#[test]
fn time_grows_with_the_text() {
    let mut lua = String::new();
    for index in 0..2_000 {
        writeln!(
            lua,
            "function f{index}(a, b, ...)\n  local t = {{x = a, y = b, ...}}\n  for i = 1, #t do t[i] = t[i] + i * 2 end\n  \
             if a and b or t.x then return g(a.b.c, t:m(...)) end\n  return t, a .. b .. 'text'\nend"
        )
        .expect("a string takes all that is written");
    }
    let start = Instant::now();
    simplified(&lua);
    // 400 kB. A generous bound: it is to find what is quadratic, also when nothing is optimised.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
