//! What comparing large documents costs: CPU time and memory of the whole command, reading
//! included, against the aims; and how both grow when the documents are twice as large.
//!
//! ```text
//! cargo run --release --package contract-check --example speed
//! cargo run --release --package contract-check --example speed -- write FOLDER
//! ```
//! The second form only writes the documents, to be compared by hand. CPU time and memory are read
//! from `/proc`; where there is none, the time is that of the clock and the memory is not known.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is what it is for")]

#[path = "../benches/large/mod.rs"]
mod large;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io, process};

const RUNS: usize = 5;

/// One comparison.
struct Case {
    name: &'static str,
    /// How many types, or whatever it counts, the documents have.
    size: usize,
    document: fn(usize, bool) -> String,
    /// Whether the documents differ.
    changed: bool,
    /// The CPU seconds and the megabytes that it may take at this size.
    aim: Option<(f64, Option<f64>)>,
}

const OPENAPI: Option<(f64, Option<f64>)> = Some((0.1, Some(100.0)));
const TYPES: Option<(f64, Option<f64>)> = Some((0.3, None));

const CASES: [Case; 10] = [
    case("openapi", 1_000, large::openapi, true, OPENAPI),
    case("openapi-unchanged", 1_000, large::openapi, false, OPENAPI),
    case("contract", 10_000, contract, true, TYPES),
    case("contract-unchanged", 10_000, contract, false, TYPES),
    case("flattened", 400, flattened, true, None),
    case("schema", 10_000, schema, true, TYPES),
    case("schema-unchanged", 10_000, schema, false, TYPES),
    case("untagged-union", 200, large::union, true, None),
    case("enumeration", 1_000, large::values, true, None),
    case("inheritance", 60, large::inheritance, true, None),
];

const fn case(
    name: &'static str,
    size: usize,
    document: fn(usize, bool) -> String,
    changed: bool,
    aim: Option<(f64, Option<f64>)>,
) -> Case {
    Case { name, size, document, changed, aim }
}

fn contract(types: usize, changed: bool) -> String {
    large::contract(types, if changed { 4 } else { 0 })
}

fn flattened(types: usize, changed: bool) -> String {
    large::flattened(types, if changed { 4 } else { 0 })
}

fn schema(types: usize, changed: bool) -> String {
    large::schema(types, if changed { 4 } else { 0 })
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => {
            let folder = env::temp_dir().join(format!("contract-check-speed-{}", process::id()));
            fs::create_dir_all(&folder)?;
            let measured = summary(&folder);
            fs::remove_dir_all(&folder)?;
            measured
        }
        ["write", folder] => {
            fs::create_dir_all(folder)?;
            CASES.iter().try_for_each(|case| write(case, 1, Path::new(folder)).map(drop))
        }
        ["run", old, new] => run(old, new),
        _ => {
            eprintln!("there are no such arguments; the head of the file tells them");
            process::exit(2);
        }
    }
}

fn summary(folder: &Path) -> io::Result<()> {
    if cfg!(debug_assertions) {
        println!("This is a build without optimisations: the aims are for `--release`.");
    }
    println!("{:<20}{:>8}{:>9}{:>9}{:>9}   twice as large", "", "size", "CPU s", "aim", "MB");
    for case in &CASES {
        let (once, twice) = (measure(case, 1, folder)?, measure(case, 2, folder)?);
        let seconds = once.time.as_secs_f64();
        let megabytes = once.megabytes.map_or_else(|| "?".to_owned(), |it| format!("{it:.0}"));
        let aim = case.aim.map_or_else(String::new, |(aim, _)| format!("{aim:.2}"));
        let missed = case.aim.is_some_and(|(aim, memory)| {
            let too_large = memory.zip(once.megabytes).is_some_and(|(aim, it)| it > aim);
            seconds > aim || too_large
        });
        println!(
            "{:<20}{:>8}{seconds:>9.3}{aim:>9}{megabytes:>9}   {:.2} times the time{}",
            case.name,
            case.size,
            twice.time.as_secs_f64() / seconds,
            if missed { "   MISSED" } else { "" },
        );
    }
    Ok(())
}

fn write(case: &Case, times: usize, folder: &Path) -> io::Result<[PathBuf; 2]> {
    let files = ["old", "new"].map(|side| folder.join(format!("{}-{side}.json", case.name)));
    for (file, changed) in files.iter().zip([false, case.changed]) {
        fs::write(file, (case.document)(case.size * times, changed))?;
    }
    Ok(files)
}

/// What one run took.
struct Cost {
    time: Duration,
    megabytes: Option<f64>,
}

/// The least that the command takes: what is above it is the machine's other work.
fn measure(case: &Case, times: usize, folder: &Path) -> io::Result<Cost> {
    let [old, new] = write(case, times, folder)?;
    let mut best: Option<Cost> = None;
    for _ in 0..RUNS {
        let output = Command::new(env::current_exe()?)
            .arg("run")
            .args([&old, &new])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let cost = said.lines().last().and_then(|line| {
            let (nanoseconds, kilobytes) = line.split_once(' ')?;
            let time = Duration::from_nanos(nanoseconds.parse().ok()?);
            let megabytes = kilobytes.parse().ok().map(|it: f64| it / 1024.0);
            Some(Cost { time, megabytes })
        });
        let cost = cost.ok_or_else(|| io::Error::other(format!("{} failed: {said}", case.name)))?;
        if best.as_ref().is_none_or(|best| cost.time < best.time) {
            best = Some(cost);
        }
    }
    best.ok_or_else(|| io::Error::other("nothing was run"))
}

/// The command itself, in a process of its own; what it took goes to standard error.
fn run(old: &str, new: &str) -> io::Result<()> {
    let start = Instant::now();
    let arguments = ["cargo-contract-check", "compare", old, new];
    let code = contract_check::run(arguments.map(Into::into).to_vec());
    if [contract_check::exit::USAGE, contract_check::exit::FAILED].contains(&code) {
        return Err(io::Error::other(format!("the command ended with {code}")));
    }
    let clock = start.elapsed().as_nanos().to_string();
    // The first number: nanoseconds on a processor, with those that the start took.
    let statistics = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let time = statistics.split(' ').next().filter(|it| !it.is_empty()).unwrap_or(&clock);
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|it| it.split_whitespace().next()).unwrap_or("?");
    eprintln!("{time} {peak}");
    Ok(())
}
