//! The load table: the texts that a file of the suite loads when it runs, compiled ahead with it.
//!
//! The reference runs the unedited file with functions in the place of `load`, `loadfile` and `dofile` that write every text down, with its
//! chunk name. Then the file is compiled with these texts as further chunks, and its `load` finds them; `loadfile` and `dofile` read
//! the file and look its text up. This is a harness: it shows how the language would do in the hands of a program whose texts were known.

use std::{fs, io, path::Path};

/// What both runs share: random numbers, and the names of temporary files, which become chunk names.
const COMMON: &str = "math.randomseed(42) do local n = 0 os.tmpname = function() n = n + 1 local name = arg[0] .. '.tmp' .. n \
                      assert(io.open(name, 'w')):close() return name end end ";

/// For the run in the reference, which stops to read a text at its first mistake: the rest is read then, since `load` compares whole texts. It writes texts and chunk names down.
pub fn collecting(record: &str) -> String {
    format!(
        "{COMMON}do local pcall, out, load0, type, pack, unpack, concat, spack, iopen = pcall, assert(io.open({record:?}, 'wb')), load, type, table.pack, table.unpack, table.concat, string.pack, io.open \
         local function note(text, name, message) if #text < 1000000 then out:write(spack('<s4s4s4', text, name, message)) out:flush() end end \
         load = function(chunk, name, ...) \
         if type(chunk) == 'string' or type(chunk) == 'number' then \
         local results = pack(load0(chunk, name, ...)) \
         note(chunk .. '', type(name) == 'string' and name or chunk .. '', results[1] == nil and results[2] or '') return unpack(results, 1, results.n) end \
         if type(chunk) ~= 'function' then return load0(chunk, name, ...) end \
         local pieces, reader = {{}}, chunk \
         local results = pack(load0(function() local piece = reader() if type(piece) == 'string' then pieces[#pieces + 1] = piece end return piece end, name, ...)) \
         for _ = 1, results[1] and 0 or 10000 do \
         local ok, piece = pcall(reader) if not ok or type(piece) ~= 'string' or piece == '' then break end pieces[#pieces + 1] = piece end \
         note(concat(pieces), type(name) == 'string' and name or '=(load)', results[1] and '' or '\\0') return unpack(results, 1, results.n) end \
         {FILES} end "
    )
}

/// For the compiled run: `loadfile` and `dofile` by way of `load`.
pub fn running() -> String {
    format!("{COMMON}do local iopen, type = io.open, type {FILES} end ")
}

/// `loadfile` and `dofile` over `load`: what the reference skips at the head of a file is skipped here.
const FILES: &str = "local load0 = load \
    loadfile = function(path, ...) local f, message = iopen(path, 'rb') if not f then return nil, 'cannot open ' .. message end \
    local text = f:read('a') f:close() if text:sub(1, 3) == '\\xEF\\xBB\\xBF' then text = text:sub(4) end \
    if text:sub(1, 1) == '#' then text = text:match('\\n.*') or '' if text:sub(1, 2) == '\\n\\27' then text = text:sub(2) end end \
    return load0(text, '@' .. path, ...) end \
    local loadfile0 = loadfile \
    dofile = function(path) local f, message = loadfile0(path) if not f then error(message, 0) end return f() end ";

/// A text that was loaded.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Load {
    /// The text.
    pub text: Vec<u8>,
    /// Its chunk name.
    pub name: String,
    /// What the reference said of it, empty when nothing; `None` when a reader gave it, which may have failed itself.
    pub message: Option<String>,
}

/// Reads what was written down: each text with its chunk name, once. Precompiled code is left out.
pub fn read(record: &Path) -> io::Result<Vec<Load>> {
    let bytes = fs::read(record)?;
    let mut rest = bytes.as_slice();
    let mut found = Vec::new();
    let mut seen = std::collections::HashSet::new();
    while let Some(text) = item(&mut rest)
        && let Some(name) = item(&mut rest)
        && let Some(message) = item(&mut rest)
    {
        let name = String::from_utf8_lossy(name).into_owned();
        if text.first() != Some(&0x1b) && seen.insert((text.to_vec(), name.clone())) {
            let message = (message != b"\0").then(|| String::from_utf8_lossy(message).into_owned());
            found.push(Load { text: text.to_vec(), name, message });
        }
    }
    Ok(found)
}

/// The next string with its length before it.
fn item<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let (item, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = after;
    Some(item)
}
