//! `pathloom-bench w1|w2|w3 REPLICATIONS SEED [--threads T]`: one workload, timed; prints one JSON line in the form of
//! the other engines' programs in `tests/peers`. Reading and checking the document is not timed; compiling the plan,
//! every replication and all outcomes are.

use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use pathloom_simulation::{Band, RunSettings, run};
use pathloom_tests::workload;
use serde_json::{Map, Value, json};

fn main() -> ExitCode {
    match bench(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn bench(args: &[String]) -> Result<Value, String> {
    let usage = "usage: pathloom-bench w1|w2|w3 REPLICATIONS SEED [--threads T]";
    let [name, replications, seed, rest @ ..] = args else { return Err(usage.to_owned()) };
    let threads = match rest {
        [] => "1",
        [flag, threads] if flag == "--threads" => threads,
        _ => return Err(usage.to_owned()),
    };
    let number = |text: &str| text.parse::<u64>().map_err(|_| format!("{text} is not a number; {usage}"));
    let settings = RunSettings {
        replications: 0..number(replications)? as u32,
        seed: number(seed)?,
        threads: number(threads)? as usize,
        most_memory_mb: 8_192,
        ..RunSettings::default()
    };
    let project = workload::document(name).ok_or(usage)?.map_err(|error| error.to_string())?;
    let scenario = workload::first_scenario(&project).ok_or("the workload has no option")?;

    let started = Instant::now();
    let outcomes =
        run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {}).map_err(|error| error.to_string())?;
    let wall = started.elapsed().as_secs_f64();

    let people = workload::people(&outcomes);
    let mut outputs = Map::new();
    for (name, values) in workload::outputs(name, &outcomes) {
        let band = Band::of(values);
        let sd = if band.sd.is_nan() { 0.0 } else { band.sd };
        outputs.insert(name.to_owned(), json!({"mean": band.mean, "sd": sd, "n": band.measured}));
    }
    Ok(json!({
        "peer": "pathloom", "workload": name, "reps": settings.replications.end, "seed": settings.seed,
        "patients": people, "events": people * workload::events_per_person(name), "wall_s": wall, "cpu_s": null,
        "outputs": outputs,
    }))
}
