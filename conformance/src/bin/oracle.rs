//! The reference implementation as a program: `oracle script.lua args…` does what `lua script.lua args…` does.
//!
//! It takes a script and arguments, gives what Lua 5.4 prints on both streams and the exit code of `lua`, and never
//! does anything of its own: `arg`, `...`, the message handler with its traceback and the closing of the state are
//! those of `lua.c`. As in `lua.c`, `-` is the standard input.
#![expect(unsafe_code, reason = "the state is driven through the C API, so that levels and tracebacks are those of lua.c")]

use std::{
    env,
    ffi::{CStr, CString, c_int},
    io::{self, Write},
    os::unix::ffi::OsStringExt,
    process::ExitCode,
    ptr,
};

use mlua::ffi;

fn main() -> ExitCode {
    let arguments: Option<Vec<CString>> = env::args_os().map(|argument| CString::new(argument.into_vec()).ok()).collect();
    match arguments {
        Some(arguments) if arguments.len() >= 2 => run(&arguments),
        _ => {
            report(b"usage: oracle script [args]");
            ExitCode::FAILURE
        }
    }
}

/// Runs the script named by the second argument in a fresh state and closes the state.
fn run(arguments: &[CString]) -> ExitCode {
    // SAFETY: the state is used by this thread alone, and `arguments` outlives the call that is given its address. What can raise runs under
    // `lua_pcall`, but for running out of memory, which ends the process.
    unsafe {
        let state = ffi::luaL_newstate();
        if state.is_null() {
            report(b"cannot create state: not enough memory");
            return ExitCode::FAILURE;
        }
        ffi::lua_pushcfunction(state, protected_main);
        ffi::lua_pushlightuserdata(state, ptr::from_ref(&arguments).cast_mut().cast());
        let called = ffi::lua_pcall(state, 1, 1, 0);
        if called != ffi::LUA_OK {
            report_top(state);
        }
        let succeeded = called == ffi::LUA_OK && ffi::lua_toboolean(state, -1) != 0;
        ffi::lua_close(state);
        if succeeded { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// The `pmain` of `lua.c`: the C function that calls the script, and the last level of its stack. It returns whether the script succeeded.
unsafe extern "C-unwind" fn protected_main(state: *mut ffi::lua_State) -> c_int {
    // SAFETY: called by `run` with the address of the arguments; every index below names a slot that the lines before it pushed.
    unsafe {
        let arguments: &[CString] = *ffi::lua_touserdata(state, 1).cast::<&[CString]>();
        ffi::luaL_openlibs(state);
        create_argument_table(state, arguments);
        ffi::lua_pushcfunction(state, message_handler);
        let script = if arguments[1].as_bytes() == b"-" { ptr::null() } else { arguments[1].as_ptr() };
        let mut status = ffi::luaL_loadfilex(state, script, ptr::null());
        if status == ffi::LUA_OK {
            let extra = &arguments[2..];
            ffi::luaL_checkstack(
                state,
                c_int::try_from(extra.len()).unwrap_or(c_int::MAX),
                c"too many arguments to script".as_ptr(),
            );
            for argument in extra {
                ffi::lua_pushstring(state, argument.as_ptr());
            }
            let handler = -2 - c_int::try_from(extra.len()).unwrap_or(c_int::MAX);
            status = ffi::lua_pcall(state, c_int::try_from(extra.len()).unwrap_or(0), 0, ffi::lua_gettop(state) + handler + 1);
        }
        if status != ffi::LUA_OK {
            report_top(state);
        }
        ffi::lua_pushboolean(state, c_int::from(status == ffi::LUA_OK));
        1
    }
}

/// Reports the error value on top of the stack.
///
/// # Safety
/// `state` is a live state that no other thread uses, with a value on its stack.
unsafe fn report_top(state: *mut ffi::lua_State) {
    unsafe {
        let mut length = 0;
        let text = ffi::lua_tolstring(state, -1, &raw mut length);
        if text.is_null() {
            report(b"(error message not a string)");
        } else {
            report(std::slice::from_raw_parts(text.cast::<u8>(), length));
        }
    }
}

/// Sets the global `arg`: the script at 0, its arguments from 1 on, the program at -1.
///
/// # Safety
/// `state` is a live state that no other thread uses.
unsafe fn create_argument_table(state: *mut ffi::lua_State, arguments: &[CString]) {
    unsafe {
        ffi::lua_createtable(state, 0, 0);
        for (index, argument) in (-1..).zip(arguments) {
            ffi::lua_pushstring(state, argument.as_ptr());
            ffi::lua_rawseti(state, -2, index);
        }
        ffi::lua_setglobal(state, c"arg".as_ptr());
    }
}

/// The message handler of `lua.c`: a traceback for strings, `__tostring` for objects that have it, a description for the rest.
unsafe extern "C-unwind" fn message_handler(state: *mut ffi::lua_State) -> c_int {
    // SAFETY: called by the reference with the error value as the only argument.
    unsafe {
        let mut message = ffi::lua_tostring(state, 1);
        if message.is_null() {
            if ffi::luaL_callmeta(state, 1, c"__tostring".as_ptr()) != 0 && ffi::lua_type(state, -1) == ffi::LUA_TSTRING {
                return 1;
            }
            let name = CStr::from_ptr(ffi::luaL_typename(state, 1)).to_bytes();
            let text = [b"(error object is a ", name, b" value)"].concat();
            message = ffi::lua_pushlstring(state, text.as_ptr().cast(), text.len());
        }
        ffi::luaL_traceback(state, state, message, 1);
        1
    }
}

/// Writes `lua: message` to the standard error, as `lua.c` does.
fn report(message: &[u8]) {
    let text = [b"lua: ", message, b"\n"].concat();
    // Nobody is left to tell when the standard error itself fails.
    let _ = io::stderr().write_all(&text);
}
