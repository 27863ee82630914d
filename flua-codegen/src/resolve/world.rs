//! What a program names as a whole, gathered while its expressions are walked.

use std::sync::Arc;

use flua_ast::Span;

use super::Resolver;
use super::dynamic_code::DynamicUse;
use super::loads::Place;

/// What is known of a value while a chain of accesses is walked from its first name on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Known {
    /// The table of the globals.
    Globals,
    /// The global of this name.
    Global(Arc<[u8]>),
    /// One of the functions that load code, in the local variable that holds it.
    Loader(Place),
    /// Nothing.
    Nothing,
}

impl Resolver<'_> {
    /// A text occurs in the program: as a constant, a field or a name.
    pub fn note_text(&mut self, text: &[u8]) {
        match text {
            b"coroutine" => self.world.names_coroutine = true,
            b"debug" => self.world.names_debug = true,
            b"getupvalue" | b"setupvalue" | b"upvalueid" | b"upvaluejoin" => self.world.names_upvalues = true,
            b"package" => self.world.names_package = true,
            b"__gc" | b"__mode" => self.world.sees_collection = true,
            _ => {}
        }
    }

    /// A global is read.
    pub fn read_global(&mut self, name: &[u8], span: Span) -> Known {
        self.note_text(name);
        if name == b"_G" {
            return Known::Globals;
        }
        if let Ok(text) = std::str::from_utf8(name)
            && !self.world.globals_read.contains(text)
        {
            self.world.globals_read.insert(text.into());
        }
        self.dynamic_uses.extend(DynamicUse::of_global(name, span));
        Known::Global(name.into())
    }

    /// A global is assigned.
    pub fn assign_global(&mut self, name: &[u8]) {
        self.note_text(name);
        if name == b"_G" {
            self.world.uses_environment_as_value = true;
        }
        if let Ok(text) = std::str::from_utf8(name)
            && !self.world.globals_assigned.contains(text)
        {
            self.world.globals_assigned.insert(text.into());
        }
    }

    /// A field with a constant name is read of a value.
    pub fn read_field(&mut self, known: &Known, field: &[u8], span: Span) -> Known {
        self.note_text(field);
        match known {
            Known::Globals => self.read_global(field, span),
            Known::Global(global) => {
                self.dynamic_uses.extend(DynamicUse::of_field(global, field, span));
                if **global == *b"debug" && field == b"sethook" {
                    self.hooks.push(span);
                }
                self.finish(known);
                Known::Nothing
            }
            Known::Loader(place) => {
                self.escape(*place);
                Known::Nothing
            }
            Known::Nothing => Known::Nothing,
        }
    }

    /// A value is used in a way that tells no more about it.
    pub fn finish(&mut self, known: &Known) {
        match known {
            Known::Globals => self.world.uses_environment_as_value = true,
            Known::Global(name) if **name == *b"require" => self.world.computes_require = true,
            Known::Loader(place) => self.escape(*place),
            Known::Global(_) | Known::Nothing => {}
        }
    }
}
