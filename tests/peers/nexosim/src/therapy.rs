//! W2: tiered children's therapy. One working hour is one second of NeXosim's clock.

use crate::Outcome;
use crate::parts::{Dist, Source, Station, Stats, mean, pct, secs, t};
use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::Output;
use nexosim::simulation::{EventKey, Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use rand::{Rng, SeedableRng};
use rand_distr::Exp1;
use rand_xoshiro::Xoshiro256PlusPlus as Xo;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

#[derive(Serialize, Deserialize)]
struct Router {
    rng: Xo,
    uni: Output<f64>,
    tgt: Output<f64>,
    ind: Output<f64>,
}
#[Model]
impl Router {
    pub async fn join(&mut self, x: f64) {
        let u: f64 = self.rng.random();
        if u < 0.18 {
            self.uni.send(x).await
        } else if u < 0.67 {
            self.tgt.send(x).await
        } else {
            self.ind.send(x).await
        }
    }
}
#[derive(Serialize, Deserialize)]
struct Delay {
    d: f64,
    #[serde(skip)]
    st: Stats,
}
#[Model]
impl Delay {
    pub async fn join(&mut self, _: f64, cx: &Context<Self>) {
        cx.schedule_event(secs(self.d), schedulable!(Self::fin), ()).unwrap();
    }
    #[nexosim(schedulable)]
    async fn fin(&mut self) {
        self.st.lock().unwrap().uni += 1;
    }
}
#[derive(Serialize, Deserialize)]
struct Individual {
    free: usize,
    dist: Dist,
    rng: Xo,
    q: [VecDeque<(u64, f64, EventKey)>; 2],
    id: u64,
    backlog: usize,
    patience: f64,
    #[serde(skip)]
    st: Stats,
}
#[Model]
impl Individual {
    #[nexosim(init)]
    async fn init(&mut self, cx: &Context<Self>) {
        for _ in 0..self.backlog {
            self.add(cx);
        }
    }
    pub async fn join(&mut self, _: f64, cx: &Context<Self>) {
        self.add(cx);
    }
    fn add(&mut self, cx: &Context<Self>) {
        let urgent = self.rng.random::<f64>() < 0.10;
        let c = if urgent { 0 } else { 1 };
        if self.free > 0 {
            self.free -= 1;
            self.start(c, 0.0, cx);
            return;
        }
        let p = secs(self.patience * self.rng.sample::<f64, _>(Exp1));
        self.id += 1;
        let k = cx.schedule_keyed_event(p, schedulable!(Self::renege), (c as u64, self.id)).unwrap();
        self.q[c].push_back((self.id, t(cx), k));
        self.st.lock().unwrap().q[1] = (self.q[0].len() + self.q[1].len()) as u64;
    }
    fn start(&mut self, c: usize, w: f64, cx: &Context<Self>) {
        let s = secs(self.dist.s(&mut self.rng));
        cx.schedule_event(s, schedulable!(Self::finish), (c as u64, w)).unwrap();
    }
    #[nexosim(schedulable)]
    async fn renege(&mut self, who: (u64, u64)) {
        let q = &mut self.q[who.0 as usize];
        let i = q.binary_search_by_key(&who.1, |e| e.0).unwrap();
        q.remove(i);
        let mut s = self.st.lock().unwrap();
        s.ren += 1;
        s.q[1] = (self.q[0].len() + self.q[1].len()) as u64;
    }
    #[nexosim(schedulable)]
    async fn finish(&mut self, x: (u64, f64), cx: &Context<Self>) {
        let now = t(cx);
        {
            let mut s = self.st.lock().unwrap();
            s.ind.push(x.1);
            let a = if x.0 == 0 { &mut s.urg } else { &mut s.rou };
            a.0 += x.1;
            a.1 += 1.0;
        }
        let n = if let Some(e) = self.q[0].pop_front() {
            Some((0, e))
        } else {
            self.q[1].pop_front().map(|e| (1, e))
        };
        match n {
            Some((c, (_, a, k))) => {
                k.cancel();
                self.start(c, now - a, cx);
            }
            None => self.free += 1,
        }
        self.st.lock().unwrap().q[1] = (self.q[0].len() + self.q[1].len()) as u64;
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
    let (m0, m1, m2, m3, m4, m5) =
        (Mailbox::new(), Mailbox::new(), Mailbox::new(), Mailbox::new(), Mailbox::new(), Mailbox::new());
    let mut src = Source { mean: 37.5 / 36.5, rng: sub(), out: Output::default(), st: st.clone() };
    src.out.connect(Station::join, &m1);
    let mut tri = Station {
        kind: 1,
        free: 2,
        dist: Dist::Exp(0.5),
        rng: sub(),
        q: VecDeque::new(),
        out: Output::default(),
        st: st.clone(),
    };
    tri.out.connect(Router::join, &m2);
    let mut rt =
        Router { rng: sub(), uni: Output::default(), tgt: Output::default(), ind: Output::default() };
    rt.uni.connect(Delay::join, &m3);
    rt.tgt.connect(Station::join, &m4);
    rt.ind.connect(Individual::join, &m5);
    let dl = Delay { d: 75.0, st: st.clone() };
    let tg = Station {
        kind: 2,
        free: 3,
        dist: Dist::ln(6.0, 3.0),
        rng: sub(),
        q: VecDeque::new(),
        out: Output::default(),
        st: st.clone(),
    };
    let ind = Individual {
        free: 5,
        dist: Dist::ln(14.0, 8.0),
        rng: sub(),
        q: [VecDeque::new(), VecDeque::new()],
        id: 0,
        backlog: 300,
        patience: 60.0 * 37.5,
        st: st.clone(),
    };
    let mut sim = SimInit::with_num_threads(1)
        .add_model(src, m0, "src")
        .add_model(tri, m1, "tri")
        .add_model(rt, m2, "rt")
        .add_model(dl, m3, "dl")
        .add_model(tg, m4, "tg")
        .add_model(ind, m5, "ind")
        .init(MonotonicTime::EPOCH)
        .unwrap();
    sim.step_until(MonotonicTime::EPOCH + secs(260.0 * 37.5)).unwrap();
    drop(sim);
    let mut s = st.lock().unwrap();
    let h = 37.5;
    let n = s.n + 300;
    let (qt, qi) = (s.q[0] as f64, s.q[1] as f64);
    let mx = s.ind.iter().copied().fold(0.0, f64::max);
    let (tm, im) = (mean(&s.tgt), mean(&s.ind));
    let (nt, ni) = (s.tgt.len() as f64, s.ind.len() as f64);
    let (tp, ip) = (pct(&mut s.tgt, 0.95), pct(&mut s.ind, 0.95));
    (
        vec![
            ("tri_wait", s.tri.0 / s.tri.1 / h),
            ("tgt_wait", tm / h),
            ("tgt_p95", tp / h),
            ("ind_wait", im / h),
            ("ind_p95", ip / h),
            ("ind_max", mx / h),
            ("urg_wait", s.urg.0 / s.urg.1 / h),
            ("rou_wait", s.rou.0 / s.rou.1 / h),
            ("tgt_q_end", qt),
            ("ind_q_end", qi),
            ("reneged", s.ren as f64),
            ("uni_done", s.uni as f64),
            ("ind_done", ni),
            ("tgt_done", nt),
        ],
        n,
    )
}
