//! What the resolution of names refuses, and what it finds out about a program.

use flua_ast::{Diagnostic, SourceFile};
use flua_codegen::ir::WorldFacts;
use flua_codegen::{DynamicCode, Options, Origin, Program, SourceChunk, resolve};
use pretty_assertions::assert_eq;

fn resolved(lua: &str, dynamic_code: DynamicCode) -> Result<WorldFacts, Vec<Diagnostic>> {
    let source = SourceFile::new("test.lua", lua.as_bytes());
    let chunk = flua_parser::parse(&source).unwrap_or_else(|error| panic!("{lua}: {}", error.message));
    let chunks = [SourceChunk { source: &source, chunk: &chunk, origin: Origin::Main }];
    let options = Options { dynamic_code, ..Options::default() };
    resolve::resolve(Program { chunks: &chunks, refused: &[] }, &options).map(|names| names.world)
}

/// The errors of a text, as `line: message`.
fn errors(lua: &str) -> Vec<String> {
    match resolved(lua, DynamicCode::Reject) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.into_iter().map(|error| format!("{}: {} [{}]", error.line, error.message, error.code)).collect(),
    }
}

fn world(lua: &str) -> WorldFacts {
    resolved(lua, DynamicCode::Raise).unwrap_or_else(|errors| panic!("{lua}: {errors:?}"))
}

fn assert_error(lua: &str, error: &str) {
    assert_eq!(errors(lua), [error], "{lua}");
}

#[test]
fn constants_are_not_assigned() {
    assert_error("local x <const> = 5\nx = 6", "2: attempt to assign to const variable 'x' [L0201]");
    assert_error("local x <close> = nil\nx = 6", "2: attempt to assign to const variable 'x' [L0201]");
    assert_error("local x <const> = f()\nfunction g() x = 6 end", "2: attempt to assign to const variable 'x' [L0201]");
    assert_error(
        "local x <const> = f()\nfunction g() return function() x = 6 end end",
        "2: attempt to assign to const variable 'x' [L0201]",
    );
    assert_error("local x <const> = 1\nfunction x() end", "2: attempt to assign to const variable 'x' [L0201]");
    assert_error("local a <close>, b <close> = 1, 2", "1: multiple to-be-closed variables in local list [L0203]");
    assert_eq!(errors("local x <const> = 5; do local x = x; x = x + 1 end"), [""; 0]);
}

#[test]
fn jumps_find_their_labels() {
    assert_error("goto l", "1: no visible label 'l' for <goto> at line 1 [L0206]");
    assert_error("do ::l:: end goto l", "1: no visible label 'l' for <goto> at line 1 [L0206]");
    assert_error("::l:: local function f() goto l end", "1: no visible label 'l' for <goto> at line 1 [L0206]");
    assert_error("goto l\nlocal x\n::l:: print(x)", "1: <goto l> at line 1 jumps into the scope of local 'x' [L0204]");
    assert_error("repeat\ngoto l\nlocal x\n::l:: until x", "2: <goto l> at line 2 jumps into the scope of local 'x' [L0204]");
    assert_error("::l:: do\n::l:: end", "2: label 'l' already defined on line 1 [L0205]");
    assert_error("break", "1: break outside loop at line 1 [L0207]");
    assert_error("while x do local function f() break end end", "1: break outside loop at line 1 [L0207]");
    for right in [
        "goto l; local x; ::l::",
        "goto l; local x; ::l:: ; ::m:: ;",
        "do goto l; local x; ::l:: end",
        "while x do goto continue; local y; ::continue:: end",
        "::l:: local x; goto l",
        "do ::l:: end ::l::",
        "do goto l end; do ::m:: end ::l:: print(1)",
        "::l:: local function f() ::l:: goto l end",
        "repeat ::l:: if x then goto l end until y",
    ] {
        assert_eq!(errors(right), [""; 0], "{right}");
    }
}

#[test]
fn functions_have_limits() {
    let locals = |count: usize| {
        let lines: Vec<String> = (0..count).map(|index| format!("local x{index}\n")).collect();
        lines.concat()
    };
    assert_eq!(errors(&locals(200)), [""; 0]);
    assert_error(&locals(201), "201: too many local variables (limit is 200) in main function [L0208]");
    let upvalues = |count: usize| {
        let mut lua = String::new();
        for function in 0..2 {
            let lines: Vec<String> = (0..150).map(|index| format!("local x{function}_{index}\n")).collect();
            lua += &lines.concat();
            lua += "local function f()\n";
        }
        let names: Vec<String> = (0..count).map(|index| format!("x{}_{}", index / 150, index % 150)).collect();
        lua + "local function g() return " + &names.join(" or ") + " end end end"
    };
    assert_eq!(errors(&upvalues(255)), [""; 0]);
    assert_error(&upvalues(256), "303: too many upvalues (limit is 255) in function at line 302 [L0209]");
    assert_error("function f() return ... end", "1: cannot use '...' outside a vararg function near '...' [L0110]");
}

#[test]
fn each_use_of_dynamic_code_is_refused() {
    let codes = |lua: &str| -> Vec<&'static str> {
        resolved(lua, DynamicCode::Reject).err().unwrap_or_default().iter().map(|error| error.code).collect()
    };
    assert_eq!(codes("load('x') dofile('y')\nreturn loadfile, loadstring"), ["L0301"; 4]);
    assert_eq!(codes("if load then print(_G.load, _ENV.load, _G['load']) end"), ["L0301"; 4]);
    assert_eq!(codes("string.dump(f) local d = _G.string.dump"), ["L0302"; 2]);
    assert_eq!(codes("local load = f; load('x'); x.load(); x:load(); local string = {}; string.dump()"), [""; 0]);
    assert_eq!(codes("function f(load) return function() return load() end end"), [""; 0]);
    assert_eq!(codes("x.dump() x.string.dump() string.rep() load = nil local t = {load = 1}"), [""; 0]);
    assert_eq!(codes("local _ENV = {load = print}; load()"), [""; 0]);
    assert!(resolved("load('x') string.dump(f)", DynamicCode::Raise).is_ok());
}

#[test]
fn a_closed_world_needs_no_one_to_reach_coroutines() {
    for closed in [
        "print(1) local x = _G.y; _G.z = x",
        "local json = require 'json' local m = require('a.b', 1)",
        "local s = 'a coroutine' -- coroutine",
        "_ENV.x = _G._G.y",
    ] {
        assert!(world(closed).cannot_suspend(), "{closed}");
    }
    for open in [
        "coroutine.yield()",
        "local c = _G.coroutine",
        "local name = 'coroutine'",
        "x.coroutine = 1",
        "x:coroutine()",
        "local t = {coroutine = 1}",
        "debug.traceback()",
        "package.path = ''",
        "for k, v in pairs(_G) do print(k) end",
        "local g = _G",
        "local e = _ENV",
        "_ENV = {}",
        "local _ENV = _ENV",
        "print(_G[name])",
        "_G[name] = 1",
        "print(_G._G)",
        "require(name)",
        "require('x' .. y)",
        "local r = require",
        "pcall(require, 'x')",
        "require.x = 1",
    ] {
        assert!(!world(open).cannot_suspend(), "{open}");
    }
}

#[test]
fn the_world_knows_the_globals() {
    let facts = world("print(x) y = _G.z _ENV.w = 1 function f() end function m.g() end");
    let names = |set: &std::collections::BTreeSet<std::sync::Arc<str>>| set.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&facts.globals_read), ["m", "print", "x", "z"]);
    assert_eq!(names(&facts.globals_assigned), ["f", "w", "y"]);
}
