//! What the book of lowerings shows is C#: the compiler of the SDK accepts every block, in the open and in the closed world.
//!
//! The book itself (`flua-codegen/tests/lowering.rs`) checks that its C# blocks are what is printed; here the whole file of each Lua block is compiled.

use std::{fs, io, path::Path};

use flua::DynamicCode;
use flua_conformance::{
    batch::{Batch, Unit},
    build_folder, workspace,
};

#[test]
fn every_block_of_the_book_compiles() {
    let folder = workspace().join("flua-codegen/tests/lowering");
    let units = units(&folder).expect("the book can be read");
    assert!(units.len() >= 10, "the book is not complete: {} blocks", units.len());
    let batch = Batch::build(&build_folder().join("book"), &units).expect("the C# compiler runs");
    let refused: Vec<String> = batch.failures.iter().map(|(block, failure)| format!("{block}: {failure}")).collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// Every Lua block of every page, twice: as the words behind its fence say, and for the other world.
fn units(folder: &Path) -> io::Result<Vec<Unit>> {
    let mut pages: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    pages.sort();
    let mut units = Vec::new();
    for page in pages {
        let name = page.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        for (number, lua) in blocks(&fs::read_to_string(&page)?).into_iter().enumerate() {
            for (world, closed_world) in [("open", false), ("closed", true)] {
                units.push(Unit {
                    identifier: format!("{name}_{}_{world}", number + 1),
                    script: "page.lua".to_owned(),
                    source: lua.clone().into_bytes(),
                    folder: folder.to_owned(),
                    closed_world,
                    // Where a block loads nothing this changes nothing.
                    dynamic_code: DynamicCode::Static,
                    optimize: true,
                    debug: false,
                    texts: Vec::new(),
                });
            }
        }
    }
    Ok(units)
}

/// The Lua blocks of a page.
fn blocks(page: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("```lua") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(block.join("\n") + "\n");
        }
    }
    blocks
}
