//! How the program is linked: so that it starts fast, where the system allows it.
#![expect(clippy::print_stdout, reason = "so a build script speaks")]

use std::env::{var, var_os};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What Rust links a program with on this system.
const LIBRARIES: [&str; 7] = ["gcc_s", "c", "m", "pthread", "dl", "rt", "util"];

fn main() {
    println!("cargo::rerun-if-changed=src/bin/onrecord/link.rs");
    let of = |name: &str| var(name).unwrap_or_default();
    if of("CARGO_CFG_TARGET_OS") != "linux" || of("CARGO_CFG_TARGET_ENV") != "gnu" {
        return;
    }
    // A program that is loaded at an address chosen by chance has tens of thousands of addresses in its tables to
    // correct at every start, which takes longer than most queries. Heap, stack and libraries still lie where chance
    // puts them.
    let mut arguments = vec!["-no-pie".to_owned()];
    // To find shared libraries and what is wanted of them takes as long again.
    if of("HOST") == of("TARGET")
        && let Some(folder) = var_os("OUT_DIR").and_then(|out| unshared(Path::new(&out)))
    {
        arguments.push("-static".to_owned());
        arguments.push(format!("-L{}", folder.display()));
    }
    for argument in arguments {
        println!("cargo::rustc-link-arg-bins={argument}");
    }
}

/// A folder in which every library that Rust asks for is the unshared one, if the system has them all and a program made
/// of them runs.
///
/// `target-feature=+crt-static` asks for the same, but cannot be said here, nor at all for one program alone.
fn unshared(out: &Path) -> Option<PathBuf> {
    let folder = out.join("unshared");
    fs::create_dir_all(&folder).ok()?;
    let unwinder = placed("libgcc_eh.a")?;
    for library in LIBRARIES {
        let own = match library {
            "gcc_s" => placed("libc.a"),
            _ => placed(&format!("lib{library}.a")),
        }?;
        let script = format!("GROUP({} {})", own.display(), unwinder.display());
        fs::write(folder.join(format!("lib{library}.a")), script).ok()?;
    }
    let (source, tried) = (out.join("tried.rs"), out.join("tried"));
    let logarithm =
        "fn main() { std::process::exit((std::env::args().count() as f64).ln() as i32) }";
    fs::write(&source, logarithm).ok()?;
    let mut build = Command::new(var_os("RUSTC")?);
    if let Ok(linker) = var("RUSTC_LINKER") {
        build.arg(format!("-Clinker={linker}"));
    }
    build
        .args(
            var("CARGO_ENCODED_RUSTFLAGS")
                .ok()?
                .split_terminator('\u{1f}'),
        )
        .args(["-C", "link-arg=-no-pie", "-C", "link-arg=-static", "-C"])
        .arg(format!("link-arg=-L{}", folder.display()))
        .arg("-o")
        .args([&tried, &source]);
    (succeeds(&mut build) && succeeds(&mut Command::new(tried))).then_some(folder)
}

/// Where the linker finds a file.
fn placed(file: &str) -> Option<PathBuf> {
    let linker = var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    let told = Command::new(linker)
        .arg(format!("-print-file-name={file}"))
        .output()
        .ok()?;
    let path = PathBuf::from(String::from_utf8(told.stdout).ok()?.trim_end());
    // It names the file alone where it finds none.
    path.is_absolute().then_some(path)
}

fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
