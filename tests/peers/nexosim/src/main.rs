//! The three workloads of `../WORKLOADS.md` in NeXosim 1.0: component models joined by ports, as its own examples
//! write them, on an executor with one thread. Its clock counts nanoseconds, so each workload says what its second is.
//!
//! `nexosim-peer w1|w2|w3 REPS SEED [N for w1]`

mod intermediate;
mod parts;
mod queue;
mod therapy;

use std::time::Instant;

/// The outputs of one replication by name, and how many patients it had.
type Outcome = (Vec<(&'static str, f64)>, u64);

fn main() {
    let a: Vec<String> = std::env::args().collect();
    let (reps, seed): (u64, u64) = (a[2].parse().unwrap(), a[3].parse().unwrap());
    let n = a.get(4).map_or(2_000_000, |x| x.parse().unwrap());
    let f = match a[1].as_str() {
        "w1" => queue::run,
        "w2" => therapy::run,
        _ => intermediate::run,
    };
    let ev = match a[1].as_str() {
        "w1" => 2.0,
        "w2" => 2.935,
        _ => 2.030,
    };
    let t0 = Instant::now();
    let mut acc: Vec<(&str, f64, f64)> = vec![];
    let mut p = 0;
    for r in 0..reps {
        let (o, k) = f(seed.wrapping_mul(0x9E3779B97F4A7C15) ^ (r + 1).wrapping_mul(0xD1B54A32D192ED03), n);
        p += k;
        for (i, (nm, x)) in o.into_iter().enumerate() {
            if r == 0 {
                acc.push((nm, 0.0, 0.0));
            }
            let e = &mut acc[i];
            let d = x - e.1;
            e.1 += d / (r + 1) as f64;
            e.2 += d * (x - e.1);
        }
    }
    let wall = t0.elapsed().as_secs_f64();
    let outs: Vec<String> = acc
        .iter()
        .map(|e| {
            format!(
                "\"{}\": {{\"mean\": {:.8e}, \"sd\": {:.8e}, \"n\": {}}}",
                e.0,
                e.1,
                if reps > 1 { (e.2 / (reps - 1) as f64).sqrt() } else { 0.0 },
                reps
            )
        })
        .collect();
    println!(
        "{{\"peer\": \"nexosim\", \"workload\": \"{}\", \"reps\": {}, \"seed\": {}, \"patients\": {}, \"events\": {}, \"wall_s\": {:.6}, \"cpu_s\": null, \"outputs\": {{{}}}}}",
        a[1],
        reps,
        seed,
        p,
        p as f64 * ev,
        wall,
        outs.join(", ")
    );
}
