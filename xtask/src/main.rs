//! One command for each job of a developer: `cargo xtask app`, `test`, `window`, `package`, `bindings`,
//! `examples`, `bench`.
//!
//! Each job is a file of its own. What they share, which is where the project is and how cargo is called, is in
//! `project.rs`; what a machine needs is in `setup.rs`.

mod app;
mod bench;
mod bindings;
mod examples;
mod package;
mod project;
mod setup;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask JOB [OPTIONS]

  app [OPTIONS]   Open the window with the example service; installs what the machine lacks.
                  Without a display, or with OPTIONS, simulate the example in the terminal:
                  OPTIONS are handed to `pathloom run`.
  test            Check everything: formatting, lints, tests, documentation, the real window.
                  Installs what the machine lacks. Stops at the first failure.
  window [FILE]   The tests of the real window alone.
  package         Make an installer: a .deb on Debian.
  bindings        Write the window's TypeScript types anew from the Rust ones.
  examples        Write the table of examples/README.md anew: published beside simulated.
  bench           Measure the engine beside a hand-written loop, NeXosim and SimPy, in turn.
    --rounds N      how many times round (5; with --quick 2)
    --quick         fewer rounds, shorter runs: a look, not a measurement
    --only W        w1, w2 or w3 alone; again for more
    --window        instead: how quick the real window of a release build is
    --skip PEER     leave out pathloom, loop, nexosim or simpy; again for more
  help            Show this.
";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let job = args.next();
    let rest: Vec<String> = args.collect();

    let done = match job.as_deref() {
        Some("app") => app::run(&rest),
        Some("test") => test::run(&rest),
        Some("window") => test::run_window(&rest),
        Some("package") => package::run(&rest),
        Some("bindings") => bindings::run(),
        Some("examples") => examples::run(),
        Some("bench") if rest.first().is_some_and(|first| first == "--window") => test::bench_window(),
        Some("bench") => bench::run(&rest),
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Some(unknown) => Err(anyhow::anyhow!("there is no job called `{unknown}`\n\n{HELP}")),
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
