//! W3: intermediate care after hospital. One day is one second of NeXosim's clock.

use crate::Outcome;
use crate::parts::{Dist, Source, Stats, mean, pct, secs, t};
use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::Output;
use nexosim::simulation::{Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus as Xo;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

const WU: f64 = 182.0;
const HZ: f64 = 1277.0;
fn ov(a: f64, b: f64) -> f64 {
    (b.min(HZ) - a.max(WU)).max(0.0)
}
#[derive(Serialize, Deserialize)]
struct Hospital {
    rng: Xo,
    p: [Output<u8>; 3],
}
#[Model]
impl Hospital {
    pub async fn join(&mut self, _: f64) {
        let u: f64 = self.rng.random();
        let i = if u < 0.60 {
            0
        } else if u < 0.85 {
            1
        } else {
            2
        };
        self.p[i].send(0).await;
    }
}
#[derive(Serialize, Deserialize)]
struct Place {
    i: usize,
    free: usize,
    dist: Dist,
    rng: Xo,
    q: VecDeque<(f64, u8)>,
    step_down: f64,
    to_p1: Output<u8>,
    granted: Output<()>,
    #[serde(skip)]
    st: Stats,
}
#[Model]
impl Place {
    /// from: 0 hospital, 1 step-down from P2
    pub async fn join(&mut self, from: u8, cx: &Context<Self>) {
        let now = t(cx);
        if self.free > 0 {
            self.free -= 1;
            self.start(now, from, now, cx).await;
        } else {
            self.q.push_back((now, from));
            self.st.lock().unwrap().wait_q[from as usize].push(0.0);
        }
    }
    async fn start(&mut self, since: f64, from: u8, now: f64, cx: &Context<Self>) {
        let los = self.dist.s(&mut self.rng);
        {
            let mut s = self.st.lock().unwrap();
            s.area[from as usize] += ov(since, now);
            s.area[2 + self.i] += ov(now, now + los);
            if from == 0 && now >= WU {
                s.d[self.i].push(now - since);
            }
        }
        cx.schedule_event(secs(los), schedulable!(Self::finish), ()).unwrap();
        if from == 1 {
            self.granted.send(()).await;
        }
    }
    #[nexosim(schedulable)]
    async fn finish(&mut self, _: (), cx: &Context<Self>) {
        if self.step_down > 0.0 && self.rng.random::<f64>() < self.step_down {
            self.to_p1.send(1).await;
        } else {
            self.release((), cx).await;
        }
    }
    pub async fn release(&mut self, _: (), cx: &Context<Self>) {
        let now = t(cx);
        if let Some((a, f)) = self.q.pop_front() {
            self.start(a, f, now, cx).await;
        } else {
            self.free += 1;
        }
    }
    /// at the horizon: count those still waiting
    #[nexosim(schedulable)]
    async fn close(&mut self) {
        let mut s = self.st.lock().unwrap();
        for &(a, f) in &self.q {
            s.area[f as usize] += ov(a, HZ);
        }
    }
    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        cx.schedule_event(secs(HZ), schedulable!(Self::close), ()).unwrap();
    }
}

pub(crate) fn run(seed: u64, _: u64) -> Outcome {
    let mut g = Xo::seed_from_u64(seed);
    let mut sub = || {
        let r = g.clone();
        g.jump();
        r
    };
    let st: Stats = Default::default();
    let (m0, mh, m1, m2, m3) =
        (Mailbox::new(), Mailbox::new(), Mailbox::new(), Mailbox::new(), Mailbox::new());
    let mut src = Source { mean: 1.0 / 14.0, rng: sub(), out: Output::default(), st: st.clone() };
    src.out.connect(Hospital::join, &mh);
    let mut hos = Hospital { rng: sub(), p: [Output::default(), Output::default(), Output::default()] };
    hos.p[0].connect(Place::join, &m1);
    hos.p[1].connect(Place::join, &m2);
    hos.p[2].connect(Place::join, &m3);
    let mut place = |i, free, dist, sd| Place {
        i,
        free,
        dist,
        rng: sub(),
        q: VecDeque::new(),
        step_down: sd,
        to_p1: Output::default(),
        granted: Output::default(),
        st: st.clone(),
    };
    let mut p1 = place(0, 175, Dist::ln(18.0, 12.0), 0.0);
    let mut p2 = place(1, 100, Dist::ln(26.0, 14.0), 0.20);
    let p3 = place(2, 73, Dist::ln(33.0, 20.0), 0.0);
    p2.to_p1.connect(Place::join, &m1);
    p1.granted.connect(Place::release, &m2);
    let mut sim = SimInit::with_num_threads(1)
        .add_model(src, m0, "src")
        .add_model(hos, mh, "hos")
        .add_model(p1, m1, "p1")
        .add_model(p2, m2, "p2")
        .add_model(p3, m3, "p3")
        .init(MonotonicTime::EPOCH)
        .unwrap();
    sim.step_until(MonotonicTime::EPOCH + secs(HZ)).unwrap();
    drop(sim);
    let s = st.lock().unwrap();
    let tt = HZ - WU;
    let mut all: Vec<f64> = s.d.iter().flatten().copied().collect();
    (
        vec![
            ("delayed", s.area[0] / tt),
            ("delay_p1", mean(&s.d[0])),
            ("delay_p2", mean(&s.d[1])),
            ("delay_p3", mean(&s.d[2])),
            ("delay_p95", pct(&mut all, 0.95)),
            ("blocked", s.area[1] / tt),
            ("occ_p1", s.area[2] / tt / 175.0),
            ("occ_p2", (s.area[3] + s.area[1]) / tt / 100.0),
            ("occ_p3", s.area[4] / tt / 73.0),
        ],
        s.n,
    )
}
