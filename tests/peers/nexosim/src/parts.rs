//! What the workloads share: the statistics, a source of arrivals, a first-come station.

use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::Output;
use nexosim::time::MonotonicTime;
use rand::Rng;
use rand_distr::{Exp1, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus as Xo;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

pub(crate) type Stats = Arc<Mutex<St>>;
#[derive(Default)]
pub(crate) struct St {
    pub(crate) done: u64,
    pub(crate) n: u64,
    pub(crate) sum: f64,
    pub(crate) target: u64,
    pub(crate) tri: (f64, f64),
    pub(crate) tgt: Vec<f64>,
    pub(crate) ind: Vec<f64>,
    pub(crate) urg: (f64, f64),
    pub(crate) rou: (f64, f64),
    pub(crate) ren: u64,
    pub(crate) uni: u64,
    pub(crate) q: [u64; 3],
    pub(crate) area: [f64; 5],
    pub(crate) d: [Vec<f64>; 3],
    pub(crate) wait_q: [Vec<f64>; 2],
}

pub(crate) fn secs(x: f64) -> Duration {
    Duration::from_nanos(((x * 1e9) as u64).max(1))
}
pub(crate) fn t<M: Model>(cx: &Context<M>) -> f64 {
    cx.time().duration_since(MonotonicTime::EPOCH).as_secs_f64()
}

#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) enum Dist {
    Exp(f64),
    Ln(f64, f64),
}
impl Dist {
    pub(crate) fn ln(m: f64, s: f64) -> Dist {
        let v = (1.0 + s * s / (m * m)).ln();
        Dist::Ln(m.ln() - v / 2.0, v.sqrt())
    }
    pub(crate) fn s(&self, g: &mut Xo) -> f64 {
        match *self {
            Dist::Exp(m) => m * g.sample::<f64, _>(Exp1),
            Dist::Ln(mu, sg) => (mu + sg * g.sample::<f64, _>(StandardNormal)).exp(),
        }
    }
}

// ---------------- Poisson source ----------------
#[derive(Serialize, Deserialize)]
pub(crate) struct Source {
    pub(crate) mean: f64,
    pub(crate) rng: Xo,
    pub(crate) out: Output<f64>,
    #[serde(skip)]
    pub(crate) st: Stats,
}
#[Model]
impl Source {
    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        let d = secs(self.mean * self.rng.sample::<f64, _>(Exp1));
        cx.schedule_event(d, schedulable!(Self::fire), ()).unwrap();
    }
    #[nexosim(schedulable)]
    async fn fire(&mut self, _: (), cx: &Context<Self>) {
        let now = t(cx);
        self.st.lock().unwrap().n += 1;
        self.out.send(now).await;
        let d = secs(self.mean * self.rng.sample::<f64, _>(Exp1));
        cx.schedule_event(d, schedulable!(Self::fire), ()).unwrap();
    }
}

// ---------------- FIFO multi-server station; `kind` says which statistic it feeds; sends on completion ----------------
#[derive(Serialize, Deserialize)]
pub(crate) struct Station {
    pub(crate) kind: u8,
    pub(crate) free: usize,
    pub(crate) dist: Dist,
    pub(crate) rng: Xo,
    pub(crate) q: VecDeque<f64>,
    pub(crate) out: Output<f64>,
    #[serde(skip)]
    pub(crate) st: Stats,
}
#[Model]
impl Station {
    pub(crate) async fn join(&mut self, _: f64, cx: &Context<Self>) {
        let now = t(cx);
        if self.free > 0 {
            self.free -= 1;
            self.start(0.0, cx);
        } else {
            self.q.push_back(now);
            if self.kind == 2 {
                self.st.lock().unwrap().q[0] = self.q.len() as u64;
            }
        }
    }
    fn start(&mut self, wait: f64, cx: &Context<Self>) {
        let s = secs(self.dist.s(&mut self.rng));
        cx.schedule_event(s, schedulable!(Self::finish), wait).unwrap();
    }
    #[nexosim(schedulable)]
    async fn finish(&mut self, wait: f64, cx: &Context<Self>) {
        let now = t(cx);
        {
            let mut s = self.st.lock().unwrap();
            match self.kind {
                0 => {
                    s.done += 1;
                    if s.done > 10_000 && s.done <= s.target {
                        s.sum += wait;
                    }
                }
                1 => {
                    s.tri.0 += wait;
                    s.tri.1 += 1.0;
                }
                _ => s.tgt.push(wait),
            }
        }
        if let Some(a) = self.q.pop_front() {
            self.start(now - a, cx);
        } else {
            self.free += 1;
        }
        if self.kind == 2 {
            self.st.lock().unwrap().q[0] = self.q.len() as u64;
        }
        self.out.send(now).await;
    }
}

pub(crate) fn pct(v: &mut [f64], q: f64) -> f64 {
    let h = (v.len() - 1) as f64 * q;
    let k = h as usize;
    let (_, lo, r) = v.select_nth_unstable_by(k, f64::total_cmp);
    let lo = *lo;
    let hi = r.iter().copied().fold(f64::INFINITY, f64::min);
    if r.is_empty() { lo } else { lo + (h - k as f64) * (hi - lo) }
}
pub(crate) fn mean(v: &[f64]) -> f64 {
    v.iter().sum::<f64>() / v.len() as f64
}
