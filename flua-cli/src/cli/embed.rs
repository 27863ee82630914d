//! How a C# file finds the runtime.

use super::args::Runtime;
use super::dotnet::RUNTIME_TEXT;

/// What `dotnet run file.cs` reads first. Without `PublishAot=false` it asks for the packages of `NativeAOT` the first time on a machine, and cannot
/// run without a network; without `Optimize` it builds for a debugger, and the optimiser is off. The last two are the settings of `flua run`.
const DIRECTIVES: &str = "#:property PublishAot=false\n#:property Optimize=true\n\
    #:property ConcurrentGarbageCollection=false\n#:property InvariantGlobalization=true\n";

/// Gives a printed file its runtime.
pub fn embed(csharp: String, runtime: Runtime) -> String {
    match runtime {
        Runtime::None => csharp,
        Runtime::Package => {
            let version = env!("CARGO_PKG_VERSION");
            format!("#:package FLuaRs.Runtime@{version}\n{DIRECTIVES}{csharp}")
        }
        Runtime::Embedded => {
            [DIRECTIVES, &csharp, "\n// From here on: FLua.Runtime, the same for every program.\n", RUNTIME_TEXT].concat()
        }
    }
}
