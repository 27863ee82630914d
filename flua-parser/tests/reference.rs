//! The reference is asked: is a text Lua, and if not, what is the first mistake and its line?

mod common;

use std::collections::HashMap;

use common::{Opinion, Oracle, Random, mutant, our_opinion_like};

/// Our opinions beside the reference's.
struct Comparison {
    oracle: Oracle,
    count: usize,
    verdicts: HashMap<String, usize>,
    differences: Vec<String>,
}

impl Comparison {
    fn new() -> Self {
        Self { oracle: Oracle::new(), count: 0, verdicts: HashMap::new(), differences: Vec::new() }
    }

    fn check(&mut self, text: impl AsRef<[u8]>) {
        let _ = self.opinion(text);
    }

    /// Compares, and gives the reference's opinion.
    fn opinion(&mut self, text: impl AsRef<[u8]>) -> Opinion {
        let text = text.as_ref();
        let reference = self.oracle.opinion(text);
        let ours = our_opinion_like(text, &reference);
        if ours != reference {
            self.differences.push(format!("{}\n  reference: {reference:?}\n  ours:      {ours:?}", shown(text)));
        }
        self.count += 1;
        let verdict = match &reference {
            Ok(()) => "no mistake".to_owned(),
            Err((_, message)) => message.split(" near ").next().unwrap_or_default().to_owned(),
        };
        *self.verdicts.entry(verdict).or_default() += 1;
        reference
    }

    /// Fails with the first differences, if there are any.
    fn assert_equal(self) -> Self {
        let shown = self.differences.iter().take(10).cloned().collect::<Vec<_>>().join("\n\n");
        assert!(self.differences.is_empty(), "{} of {} texts differ:\n\n{shown}", self.differences.len(), self.count);
        eprintln!("{} texts compared with the reference, {} kinds of verdicts", self.count, self.verdicts.len());
        self
    }

    fn count_of(&self, verdict: &str) -> usize {
        self.verdicts.iter().filter(|(words, _)| words.contains(verdict)).map(|(_, count)| count).sum()
    }
}

fn shown(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    if text.len() < 3000 { text.into_owned() } else { format!("{} …", text.chars().take(1000).collect::<String>()) }
}

/// How many mutants are made of a text: `FLUA_MUTANTS` times as many as usual.
#[expect(clippy::disallowed_methods, reason = "a test may be asked for more")]
fn mutants_of_each(usual: usize) -> usize {
    let factor = std::env::var("FLUA_MUTANTS").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1);
    usual * factor
}

#[test]
fn fixtures_and_their_mutants_meet_the_same_verdict() {
    let mut comparison = Comparison::new();
    let mut random = Random::new(3);
    for (path, text) in common::fixtures("ok") {
        assert_eq!(comparison.opinion(&text), Ok(()), "{path}");
        for _ in 0..mutants_of_each(200) {
            comparison.check(mutant(&text, &mut random));
        }
    }
    for (path, text) in common::fixtures("err") {
        assert!(comparison.opinion(&text).is_err(), "{path}");
        for _ in 0..mutants_of_each(30) {
            comparison.check(mutant(&text, &mut random));
        }
    }
    let comparison = comparison.assert_equal();
    assert!(comparison.count_of("no mistake") > 100);
    assert!(comparison.verdicts.len() > 40, "{:?}", comparison.verdicts.keys());
}

#[test]
fn the_programs_of_the_corpus_and_their_mutants_meet_the_same_verdict() {
    let mut comparison = Comparison::new();
    let mut random = Random::new(6);
    for (path, text) in common::corpus() {
        let opinion = comparison.opinion(&text);
        assert!(opinion.is_ok() || path.rsplit('.').next() == Some("txt"), "{path}: {opinion:?}");
        for _ in 0..mutants_of_each(75) {
            comparison.check(mutant(&text, &mut random));
        }
    }
    let comparison = comparison.assert_equal();
    assert!(comparison.count >= 7500, "{} texts", comparison.count);
}

#[test]
fn the_suite_and_its_mutants_meet_the_same_verdict() {
    let Some(files) = common::suite() else { return };
    let mut comparison = Comparison::new();
    let mut random = Random::new(4);
    for (path, text) in &files {
        assert_eq!(comparison.opinion(text), Ok(()), "{path}");
        for _ in 0..mutants_of_each(25) {
            comparison.check(mutant(text, &mut random));
        }
    }
    comparison.assert_equal();
}

/// Repeats a text, with the number of each repetition for `#`.
fn repeat(text: &str, count: usize) -> String {
    (0..count).map(|n| text.replace('#', &n.to_string())).collect()
}

/// Each shape has a hole that is repeated. The limit must be found at the same count.
#[test]
fn limits_are_the_references() {
    let shapes: &[(&str, &str, &str, &str, &str)] = &[
        ("x = ", "(", "1", ")", ""),
        ("x = ", "{", "1", "}", ""),
        ("x = ", "f(", "1", ")", ""),
        ("x = ", "f{", "1", "}", ""),
        ("x = ", "f{a=", "1", "}", ""),
        ("x = ", "f{[1]=", "1", "}", ""),
        ("x = ", "a[", "1", "]", ""),
        ("x = ", "-", "1", "", ""),
        ("x = ", "not ", "1", "", ""),
        ("x = ", "a .. ", "1", "", ""),
        ("x = ", "a ^ ", "1", "", ""),
        ("x = ", "a + ", "1", "", ""),
        ("x = ", "function() return ", "1", " end", ""),
        ("x = ", "{f = function() ", "", " end}", ""),
        ("", "do ", "", " end", ""),
        ("", "while x do ", "", " end", ""),
        ("", "repeat ", "", " until x", ""),
        ("", "if x then ", "", " end", ""),
        ("", "if x then else ", "", " end", ""),
        ("", "for i = 1, 2 do ", "", " end", ""),
        ("", "for k in f do ", "", " end", ""),
        ("", "function f() ", "", " end", ""),
        ("", "local function f() ", "", " end", ""),
        ("", "a(function() ", "", " end)", ""),
        ("", "a.b, ", "c", "", " = 1"),
        ("", "a, ", "b", "", " = 1"),
        ("local a a", ", a", " = 1", ", 1", ""),
        ("", "::l#:: ", "", "", ""),
        ("", "; ", "", "", ""),
        ("local a", ", a#", " = 1", "", ""),
        ("", "local a# = 1 ", "", "", ""),
        ("", "local a# <const> = 1 ", "", "", ""),
        ("", "local a# <const> = f ", "", "", ""),
        ("", "local a# <close> = nil ", "", "", ""),
        ("local function f(a", ", a#", ") end", "", ""),
        ("function a:f(a", ", a#", ") end", "", ""),
        ("local f = function(a", ", a#", ", ...) end", "", ""),
        ("for a", ", a#", " in f do end", "", ""),
        ("f(a", ", a#", ")", "", ""),
        ("a:f(a", ", a#", ")", "", ""),
        ("return a", ", a#", "", "", ""),
        ("a = {a", ", a#", "}", "", ""),
        ("local a <const> = {a", ", a#", "}", "", ""),
        ("goto l ", "goto l# ", "", "", ""),
        ("", "break ", "", "", ""),
    ];
    let mut comparison = Comparison::new();
    let counts = || (1..3).chain(46..53).chain(97..102).chain(190..203).chain(248..258);
    for (before, opener, inside, closer, after) in shapes {
        for count in counts() {
            let text = format!("{before}{}{inside}{}{after}", repeat(opener, count), closer.repeat(count));
            comparison.check(&text);
            comparison.check(format!("local function g()\n{text}\nend"));
            comparison.check(format!("{text} @"));
        }
    }
    let comparison = comparison.assert_equal();
    assert!(comparison.count_of("C stack overflow") > 100);
    assert!(comparison.count_of("too many local variables") > 100);
    assert!(comparison.count_of("too many registers") > 100);
}

#[test]
fn upvalues_are_counted_as_the_reference_does() {
    let mut comparison = Comparison::new();
    for count in [199, 250, 254, 255, 256, 300] {
        for uses_global in [false, true] {
            let first = count.min(190);
            let globals = if uses_global { "global = 1" } else { "" };
            let text = format!(
                "{}\nlocal function f()\n{}\nlocal function g()\n{globals} {} {}\nend end",
                repeat("local a# ", first),
                repeat("local b# <const> = {} ", count - first),
                repeat("a# = 1\n", first),
                repeat("f(b#)\n", count - first),
            );
            comparison.check(&text);
            comparison.check(text.replace("{}", "1"));
        }
    }
    for count in [90, 110, 120] {
        // The variables of the outer loop are declared, for the grammar, only when the loop is complete.
        comparison.check(format!(
            "for x{} in f do local function g() local y{}\nreturn function() return {{x{}, y{}}} end end end",
            repeat(", x#", 160),
            repeat(", y#", count),
            repeat(", x#", 160),
            repeat(", y#", count),
        ));
    }
    let comparison = comparison.assert_equal();
    assert!(comparison.count_of("too many upvalues") > 3);
}

/// An expression that looks random; `depth` bounds its nesting.
fn random_expression(random: &mut Random, depth: usize) -> String {
    const ATOMS: &[&str] = &[
        "a0",
        "a1",
        "c",
        "g",
        "1",
        "2.5",
        "300",
        "-7",
        "'s'",
        "nil",
        "true",
        "false",
        "...",
        "1e300",
        "0x7fffffffffffffff",
        "k",
        "up",
        "2^53",
    ];
    const OPERATORS: &[&str] =
        &["+", "-", "*", "/", "//", "%", "^", "..", "&", "|", "~", "<<", ">>", "==", "~=", "<", "<=", ">", ">=", "and", "or"];
    if depth == 0 {
        return ATOMS[random.below(ATOMS.len())].into();
    }
    let inner = |random: &mut Random| {
        let depth = random.below(depth);
        random_expression(random, depth)
    };
    match random.below(13) {
        0..4 => format!("{} {} {}", inner(random), OPERATORS[random.below(OPERATORS.len())], inner(random)),
        4 => format!("{}{}", ["-", "not ", "#", "~"][random.below(4)], inner(random)).replace("--", "- -"),
        5 => format!("({})", inner(random)),
        6 => format!("up.x[{}]", inner(random)),
        7 => format!("g({}, {})", inner(random), inner(random)),
        8 => format!("({}):m({})", inner(random), inner(random)),
        9 => format!("{{{}, {}; x = {}, [{}] = {}}}", inner(random), inner(random), inner(random), inner(random), inner(random)),
        10 => format!("a1[{}].x", inner(random)),
        11 => format!("function(...) return {}, {} end", inner(random), inner(random)),
        _ => format!("k[{}]", inner(random)),
    }
}

/// Programs whose expressions just fit the registers, or just don't.
#[test]
fn registers_are_counted_as_the_reference_does() {
    let mut comparison = Comparison::new();
    let mut random = Random::new(5);
    for round in 0..mutants_of_each(400) {
        let locals = 150 + random.below(51);
        let constants = random.below(200 - locals.min(199));
        let arguments = (255 - locals).saturating_sub(random.below(12));
        let names = repeat("local a# ", locals - 2);
        let others = repeat("local c# <const> = # ", constants.min(200 - locals)) + "local c <const> = 3 local k = c ";
        let many_constants = if round % 3 == 0 { format!("g = {{{}}}\n", repeat("x# = 'y#', ", 200)) } else { String::new() };
        let items = (0..arguments).map(|_| random_expression(&mut random, 0)).collect::<Vec<_>>().join(", ");
        let depth = 1 + round % 5;
        let last = random_expression(&mut random, depth);
        let statement = match random.below(10) {
            0 => format!("g({items}, {last})"),
            1 => format!("local z = g({items}, {last})"),
            2 => format!("return {items}, {last}"),
            3 => format!("k, a0, k[a0], up.x = {items}, {last}"),
            4 => format!("for i = {last}, g({items}), {last} do end"),
            5 => format!("for i, j in {last}, g({items}), {last} do end"),
            6 => format!("if g({items}, {last}) then end"),
            7 => format!("g.h:m({items}, {last})"),
            8 => format!("k = {{g({items}, {last}), {items}}}"),
            _ => format!("repeat local q = g({items}, {last}) until g({items}, {last})"),
        };
        comparison.check(format!("local up\nlocal function f(...)\n{many_constants}{names}{others}\n{statement}\nend"));
    }
    let comparison = comparison.assert_equal();
    assert!(comparison.count_of("too many registers") > 20, "{:?}", comparison.verdicts);
    assert!(comparison.count_of("no mistake") > 20, "{:?}", comparison.verdicts);
}

/// The suite itself compiles thousands of texts, many of them wrong: they are asked for, too.
#[test]
fn texts_that_the_suite_compiles_meet_the_same_verdict() {
    let Some(files) = common::suite() else { return };
    let texts = common::texts_compiled_by(&files);
    assert!(texts.len() > 500, "the suite has compiled {} texts", texts.len());
    let mut comparison = Comparison::new();
    for text in texts {
        comparison.check(text);
    }
    let comparison = comparison.assert_equal();
    assert!(comparison.verdicts.len() > 20, "{:?}", comparison.verdicts.keys());
}
