//! How a C# file finds the runtime.

use super::args::Runtime;
use super::dotnet::RUNTIME_TEXT;

/// `dotnet run file.cs` builds without optimisation, for the debugger's sake. This attribute says that no debugger will want to stop between two
/// instructions, which gives the optimiser back, and keeps to the quick way that calls the compiler alone; a `#:property` would leave it.
const OPTIMISE: &str = "[assembly: System.Diagnostics.Debuggable(System.Diagnostics.DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints)]\n\n";

/// Gives a printed file its runtime.
pub fn embed(csharp: String, runtime: Runtime) -> String {
    match runtime {
        Runtime::None => csharp,
        Runtime::Package => {
            let version = env!("CARGO_PKG_VERSION");
            format!("#:package FLuaRs.Runtime@{version}\n#:property PublishAot=false\n{}", with_attribute(&csharp))
        }
        Runtime::Embedded => {
            let mut text = with_attribute(&csharp);
            text.reserve(RUNTIME_TEXT.len() + 200);
            text.push_str("\n// From here on: FLua.Runtime, the same for every program.\n");
            text.push_str(RUNTIME_TEXT);
            text
        }
    }
}

/// Attributes of the assembly stand between the `using` lines and the first namespace.
fn with_attribute(csharp: &str) -> String {
    let at = if csharp.starts_with("namespace ") { 0 } else { csharp.find("\nnamespace ").map_or(0, |at| at + 1) };
    [&csharp[..at], OPTIMISE, &csharp[at..]].concat()
}
