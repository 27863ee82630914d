//! Finds the .NET SDK, as the command line does: the same file, since the command line's inside is private.
#![allow(dead_code, unreachable_pub, reason = "the command line uses more of this file")]

#[path = "../../flua-cli/src/cli/dotnet/sdk.rs"]
mod found;

pub use found::Sdk;
