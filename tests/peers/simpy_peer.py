"""The three workloads of WORKLOADS.md in SimPy 4.1: python simpy_peer.py w1|w2|w3 REPS SEED [N for w1]"""

import random
import simpy
from common import C1, C2, C3, H2, H3, HR, IND, L1, L2, L3, LAM2, LAM3, TGT, W0, W1, main, ov, w2_out, w3_out


def w1(seed, N):
    rnd = random.Random(seed)
    env = simpy.Environment()
    srv = simpy.Resource(env, W1["c"])
    done = env.event()
    st = [0, 0.0]
    warm = W1["warm"]

    def patient():
        t = env.now
        with srv.request() as req:
            yield req
            w = env.now - t
            yield env.timeout(rnd.expovariate(1.0))
        st[0] += 1
        if st[0] > warm:
            st[1] += w
        if st[0] == N:
            done.succeed()

    def source():
        while True:
            yield env.timeout(rnd.expovariate(W1["lam"]))
            env.process(patient())

    env.process(source())
    env.run(until=done)
    return dict(wait=st[1] / (N - warm)), N


def w2(seed, _):
    rnd = random.Random(seed)
    env = simpy.Environment()
    triage, targeted, individual = (
        simpy.Resource(env, 2),
        simpy.Resource(env, 3),
        simpy.PriorityResource(env, 5),
    )
    tri, tgt, iu, ir = [], [], [], []
    cnt = dict(n=0, ren=0, uni=0)

    def indiv():
        urg = rnd.random() < 0.10
        t = env.now
        with individual.request(priority=0 if urg else 1) as req:
            yield req | env.timeout(rnd.expovariate(1 / 60))
            if not req.triggered:
                cnt["ren"] += 1
                return
            w = env.now - t
            yield env.timeout(rnd.lognormvariate(*IND) / HR)
        (iu if urg else ir).append(w)

    def patient():
        t = env.now
        with triage.request() as req:
            yield req
            w = env.now - t
            yield env.timeout(rnd.expovariate(HR / 0.5))
        tri.append(w)
        u = rnd.random()
        if u < 0.18:
            yield env.timeout(2)
            cnt["uni"] += 1
        elif u < 0.67:
            t = env.now
            with targeted.request() as req:
                yield req
                w = env.now - t
                yield env.timeout(rnd.lognormvariate(*TGT) / HR)
            tgt.append(w)
        else:
            yield from indiv()

    def source():
        for _ in range(300):
            env.process(indiv())
        while True:
            yield env.timeout(rnd.expovariate(LAM2))
            cnt["n"] += 1
            env.process(patient())

    env.process(source())
    env.run(until=H2)
    return (
        w2_out(tri, tgt, iu, ir, len(targeted.queue), len(individual.queue), cnt["ren"], cnt["uni"]),
        cnt["n"] + 300,
    )


def w3(seed, _):
    rnd = random.Random(seed)
    env = simpy.Environment()
    p1, p2, p3 = (simpy.Resource(env, c) for c in (C1, C2, C3))
    d1, d2, d3 = [], [], []
    a = [0.0] * 5
    n = [0]  # areas: delay, block, occ1..3

    def wait_place(res, log):
        t = env.now
        req = res.request()
        req.t0, req.kind = t, 0
        yield req
        a[0] += ov(t, env.now)
        if env.now >= W0:
            log.append(env.now - t)
        return req

    def stay(los, i):
        a[i] += ov(env.now, env.now + los)
        yield env.timeout(los)

    def patient():
        u = rnd.random()
        if u < 0.60:
            r = yield from wait_place(p1, d1)
            yield from stay(rnd.lognormvariate(*L1), 2)
            p1.release(r)
        elif u < 0.85:
            r = yield from wait_place(p2, d2)
            yield from stay(rnd.lognormvariate(*L2), 3)
            if rnd.random() < 0.20:
                t = env.now
                q = p1.request()
                q.t0, q.kind = t, 1
                yield q
                a[1] += ov(t, env.now)
                p2.release(r)
                yield from stay(rnd.lognormvariate(*L1), 2)
                p1.release(q)
            else:
                p2.release(r)
        else:
            r = yield from wait_place(p3, d3)
            yield from stay(rnd.lognormvariate(*L3), 4)
            p3.release(r)

    def source():
        while True:
            yield env.timeout(rnd.expovariate(LAM3))
            n[0] += 1
            env.process(patient())

    env.process(source())
    env.run(until=H3)
    for res in (p1, p2, p3):
        for q in res.queue:
            a[q.kind] += ov(q.t0, H3)
    return w3_out(d1, d2, d3, *a), n[0]


if __name__ == "__main__":
    main("simpy", dict(w1=w1, w2=w2, w3=w3))
