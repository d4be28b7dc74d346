"""Parameters of WORKLOADS.md, statistics, JSON output."""

import json
import math
import sys
import time
import numpy as np

W1 = dict(lam=9.0, c=10, warm=10_000)
HR = 37.5
H2 = 260.0
LAM2 = 36.5
W0, H3, LAM3 = 182.0, 1277.0, 14.0


def ln(m, s):
    v = math.log(1 + s * s / (m * m))
    return math.log(m) - v / 2, math.sqrt(v)


TGT, IND = ln(6, 3), ln(14, 8)
L1, L2, L3 = ln(18, 12), ln(26, 14), ln(33, 20)
C1, C2, C3 = 175, 100, 73


def ov(a, b):
    """overlap of [a, b] with the W3 window"""
    d = (b if b < H3 else H3) - (a if a > W0 else W0)
    return d if d > 0 else 0.0


def w2_out(tri, tgt, ind_u, ind_r, tq, iq, ren, uni):
    ind = np.concatenate([ind_u, ind_r])
    return dict(
        tri_wait=np.mean(tri),
        tgt_wait=np.mean(tgt),
        tgt_p95=np.percentile(tgt, 95),
        ind_wait=ind.mean(),
        ind_p95=np.percentile(ind, 95),
        ind_max=ind.max(),
        urg_wait=np.mean(ind_u),
        rou_wait=np.mean(ind_r),
        tgt_q_end=tq,
        ind_q_end=iq,
        reneged=ren,
        uni_done=uni,
        ind_done=len(ind),
        tgt_done=len(tgt),
    )


def w3_out(d1, d2, d3, area_delay, area_block, a1, a2, a3):
    T = H3 - W0
    return dict(
        delayed=area_delay / T,
        delay_p1=np.mean(d1),
        delay_p2=np.mean(d2),
        delay_p3=np.mean(d3),
        delay_p95=np.percentile(np.concatenate([d1, d2, d3]), 95),
        blocked=area_block / T,
        occ_p1=a1 / T / C1,
        occ_p2=(a2 + area_block) / T / C2,
        occ_p3=a3 / T / C3,
    )


# canonical events per patient (measured once with limit.c; identical model, so identical for all peers)
EV = dict(w1=2.0, w2=2.935, w3=2.030)


def main(peer, fns):
    w, reps, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    N = int(sys.argv[4]) if len(sys.argv) > 4 else 200_000
    t0, p0 = time.perf_counter(), time.process_time()
    outs = []
    pats = 0
    for r in range(reps):
        o, p = fns[w](seed * 100_003 + r, N)
        outs.append(o)
        pats += p
    wall, cpu = time.perf_counter() - t0, time.process_time() - p0
    res = {
        k: dict(
            mean=float(np.mean([o[k] for o in outs])),
            sd=float(np.std([o[k] for o in outs], ddof=1)) if reps > 1 else 0.0,
            n=reps,
        )
        for k in outs[0]
    }
    print(
        json.dumps(
            dict(
                peer=peer,
                workload=w,
                reps=reps,
                seed=seed,
                patients=pats,
                events=pats * EV[w],
                wall_s=wall,
                cpu_s=cpu,
                outputs=res,
            )
        )
    )
