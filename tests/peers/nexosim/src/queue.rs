//! W1: the bare M/M/10 queue. One unit of time is one second of NeXosim's clock.

use crate::Outcome;
use crate::parts::{Dist, Source, Station, Stats};
use nexosim::ports::Output;
use nexosim::simulation::{Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus as Xo;
use std::collections::VecDeque;

pub(crate) fn run(seed: u64, n: u64) -> Outcome {
    let mut g = Xo::seed_from_u64(seed);
    let st: Stats = Default::default();
    st.lock().unwrap().target = n;
    let (ms, mq) = (Mailbox::new(), Mailbox::new());
    let mut src = Source { mean: 1.0 / 9.0, rng: g.clone(), out: Output::default(), st: st.clone() };
    g.jump();
    src.out.connect(Station::join, &mq);
    let stn = Station {
        kind: 0,
        free: 10,
        dist: Dist::Exp(1.0),
        rng: g,
        q: VecDeque::new(),
        out: Output::default(),
        st: st.clone(),
    };
    let mut sim = SimInit::with_num_threads(1)
        .add_model(src, ms, "source")
        .add_model(stn, mq, "station")
        .init(MonotonicTime::EPOCH)
        .unwrap();
    while st.lock().unwrap().done < n {
        sim.step().unwrap();
    }
    let s = st.lock().unwrap();
    (vec![("wait", s.sum / (n - 10_000) as f64)], n)
}
