// The ceiling: the three workloads of WORKLOADS.md as one hand-written, hard-coded loop. It is no simulator:
// there is no graph, no calendar, no weekly outcome, and nothing allocates inside a loop.
//
// build: cc -O3 -march=native -ffast-math -fno-finite-math-only limit.c -o limit -lm
// run:   ./limit w1|w2|w3 REPS SEED [N for w1]
//
// Draws: xoshiro256++ under 256-layer ziggurats for the exponential and the normal. W1 and W2 keep 16 event
// slots whose minimum is found without a branch; W3 keeps a 4-ary implicit heap of 64-bit keys, the bits of
// the time with the two bits of the event's type in the lowest places.
#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef __AVX512F__
#include <immintrin.h>
#endif
#define INL static inline __attribute__((always_inline))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
typedef uint64_t u64;

// ---------- random numbers ----------
typedef struct {
  u64 s0, s1, s2, s3;
} Rng;
INL u64 rotl(u64 x, int k) { return (x << k) | (x >> (64 - k)); }
INL u64 nxt(Rng *r) {
  u64 res = rotl(r->s0 + r->s3, 23) + r->s0, t = r->s1 << 17;
  r->s2 ^= r->s0;
  r->s3 ^= r->s1;
  r->s1 ^= r->s2;
  r->s0 ^= r->s3;
  r->s2 ^= t;
  r->s3 = rotl(r->s3, 45);
  return res;
}
static u64 sm(u64 *x) {
  u64 z = (*x += 0x9e3779b97f4a7c15ull);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}
static Rng seeded(u64 seed, u64 rep) {
  u64 x = seed * 0x9E3779B97F4A7C15ull ^ (rep + 1) * 0xD1B54A32D192ED03ull;
  Rng r;
  r.s0 = sm(&x);
  r.s1 = sm(&x);
  r.s2 = sm(&x);
  r.s3 = sm(&x);
  return r;
}
INL double uni(Rng *r) { return (double)(nxt(r) >> 11) * 0x1p-53; }
static double EX[257], EF[257], NX[257], NF[257];
static const double ER = 7.69711747013104972, EV = 0.0039496598225815571993, NR = 3.6541528853610088,
                    NV = 0.00492867323399;
static void zig_init(void) {
  EX[0] = EV / exp(-ER);
  EX[1] = ER;
  for (int i = 2; i < 256; i++)
    EX[i] = -log(EV / EX[i - 1] + exp(-EX[i - 1]));
  EX[256] = 0;
  for (int i = 0; i < 257; i++)
    EF[i] = exp(-EX[i]);
  NX[0] = NV / exp(-.5 * NR * NR);
  NX[1] = NR;
  for (int i = 2; i < 256; i++)
    NX[i] = sqrt(-2 * log(NV / NX[i - 1] + exp(-.5 * NX[i - 1] * NX[i - 1])));
  NX[256] = 0;
  for (int i = 0; i < 257; i++)
    NF[i] = exp(-.5 * NX[i] * NX[i]);
}
static __attribute__((noinline)) double exp_slow(Rng *r, int i, double x) {
  for (;;) {
    if (i == 0)
      return ER - log(1.0 - uni(r));
    if (EF[i] + uni(r) * (EF[i + 1] - EF[i]) < exp(-x))
      return x;
    u64 b = nxt(r);
    i = b & 255;
    x = (double)(b >> 11) * 0x1p-53 * EX[i];
    if (x < EX[i + 1])
      return x;
  }
}
INL double rexp1(Rng *r) {
  u64 b = nxt(r);
  int i = b & 255;
  double x = (double)(b >> 11) * 0x1p-53 * EX[i];
  if (LIKELY(x < EX[i + 1]))
    return x;
  return exp_slow(r, i, x);
}
static __attribute__((noinline)) double nrm_slow(Rng *r, int i, double x, int neg) {
  for (;;) {
    if (i == 0) {
      double a, b;
      do {
        a = -log(1.0 - uni(r)) / NR;
        b = -log(1.0 - uni(r));
      } while (b + b < a * a);
      return neg ? -(NR + a) : NR + a;
    }
    if (NF[i] + uni(r) * (NF[i + 1] - NF[i]) < exp(-.5 * x * x))
      return neg ? -x : x;
    u64 b = nxt(r);
    i = b & 255;
    neg = (b >> 8) & 1;
    x = (double)(b >> 11) * 0x1p-53 * NX[i];
    if (x < NX[i + 1])
      return neg ? -x : x;
  }
}
INL double rnorm1(Rng *r) {
  u64 b = nxt(r);
  int i = b & 255;
  int neg = (b >> 8) & 1;
  double x = (double)(b >> 11) * 0x1p-53 * NX[i];
  if (LIKELY(x < NX[i + 1]))
    return neg ? -x : x;
  return nrm_slow(r, i, x, neg);
}
typedef struct {
  double mu, sg;
} LN;
static LN lnp(double m, double s) {
  double v = log(1 + s * s / (m * m));
  return (LN){log(m) - .5 * v, sqrt(v)};
}
INL double rln(Rng *r, LN p) { return exp(p.mu + p.sg * rnorm1(r)); }

// ---------- helpers ----------
typedef struct {
  double n, m, s;
} Acc;
static void add(Acc *a, double x) {
  a->n++;
  double d = x - a->m;
  a->m += d / a->n;
  a->s += d * (x - a->m);
}
// 16 event slots.  With AVX-512 they live in two vector registers (a memory array would fail store forwarding
// on every update).
#ifdef __AVX512F__
typedef struct {
  __m512d a, b;
} Slots;
INL Slots s_init(void) {
  Slots s;
  s.a = s.b = _mm512_set1_pd(INFINITY);
  return s;
}
INL void s_set(Slots *s, int k, double v) {
  unsigned m = 1u << k;
  __m512d x = _mm512_set1_pd(v);
  s->a = _mm512_mask_mov_pd(s->a, m & 255, x);
  s->b = _mm512_mask_mov_pd(s->b, m >> 8, x);
}
INL int s_min(const Slots *s, double *mn) {
  __m512d m = _mm512_min_pd(s->a, s->b);
  m = _mm512_min_pd(m, _mm512_shuffle_f64x2(m, m, 0x4E));
  m = _mm512_min_pd(m, _mm512_shuffle_f64x2(m, m, 0xB1));
  m = _mm512_min_pd(m, _mm512_permute_pd(m, 0x55));
  unsigned k =
      _mm512_cmp_pd_mask(s->a, m, _CMP_EQ_OQ) | ((unsigned)_mm512_cmp_pd_mask(s->b, m, _CMP_EQ_OQ) << 8);
  *mn = _mm512_cvtsd_f64(m);
  return __builtin_ctz(k);
}
#else
typedef struct {
  double d[16];
} Slots;
INL Slots s_init(void) {
  Slots s;
  for (int i = 0; i < 16; i++)
    s.d[i] = INFINITY;
  return s;
}
INL void s_set(Slots *s, int k, double v) { s->d[k] = v; }
INL int s_min(const Slots *s, double *mn) {
  int k = 0;
  double m = s->d[0];
  for (int i = 1; i < 16; i++) {
    int c = s->d[i] < m;
    k = c ? i : k;
    m = c ? s->d[i] : m;
  }
  *mn = m;
  return k;
}
#endif
static double qsel(double *a, int n, int k) { // k-th smallest, in place
  int l = 0, r = n - 1;
  while (l < r) {
    double p = a[(l + r) / 2];
    int i = l, j = r;
    while (i <= j) {
      while (a[i] < p)
        i++;
      while (p < a[j])
        j--;
      if (i <= j) {
        double t = a[i];
        a[i] = a[j];
        a[j] = t;
        i++;
        j--;
      }
    }
    if (k <= j)
      r = j;
    else if (k >= i)
      l = i;
    else
      break;
  }
  return a[k];
}
static double pct(double *a, int n, double q) { // type 7
  if (n == 0)
    return 0;
  double h = (n - 1) * q;
  int k = (int)h;
  double lo = qsel(a, n, k);
  if (k + 1 >= n)
    return lo;
  double hi = a[k + 1];
  for (int i = k + 2; i < n; i++)
    hi = a[i] < hi ? a[i] : hi;
  return lo + (h - k) * (hi - lo);
}
#define QM (1 << 17)
static double q1[QM], q2[QM], q3[QM], q4[QM], d3[QM], d4[QM], wa[QM], wb[QM];
static unsigned char tg[QM];
static double patients = 0, events = 0;

// ---------- W1 ----------
static double w1(Rng *rg, long N) {
  Rng g = *rg;
  Slots ev = s_init();
  double w[16] = {0};
  const double ia = 1.0 / 9.0;
  double na = rexp1(&g) * ia, sum = 0;
  int fr[16], nf = 0;
  for (int i = 9; i >= 0; i--)
    fr[nf++] = i;
  uint32_t h = 0, t = 0;
  long done = 0;
  const long WU = 10000;
  double m = INFINITY;
  int k = 0;
  for (;;) {
    if (na < m) {
      if (nf) {
        k = fr[--nf];
        w[k] = 0;
        s_set(&ev, k, na + rexp1(&g));
        na += rexp1(&g) * ia;
        k = s_min(&ev, &m);
      } else {
        q1[t++ & (QM - 1)] = na;
        na += rexp1(&g) * ia;
      }
    } else {
      if (++done > WU)
        sum += w[k];
      if (UNLIKELY(done == N))
        break;
      if (h != t) {
        w[k] = m - q1[h++ & (QM - 1)];
        s_set(&ev, k, m + rexp1(&g));
      } else {
        s_set(&ev, k, INFINITY);
        fr[nf++] = k;
      }
      k = s_min(&ev, &m);
    }
  }
  *rg = g;
  patients += N;
  events += 2.0 * N;
  return sum / (N - WU);
}

// ---------- W2 ----------
enum { W2N = 14 };
static const char *w2n[W2N] = {"tri_wait", "tgt_wait", "tgt_p95",  "ind_wait",  "ind_p95",
                               "ind_max",  "urg_wait", "rou_wait", "tgt_q_end", "ind_q_end",
                               "reneged",  "uni_done", "ind_done", "tgt_done"};
static LN lt, li;
static void w2(Rng *rg, double *o) {
  Rng g = *rg;
  const double H = 260, HR = 37.5, IA = 1 / 36.5;
  // slots: 0 arrival, 1-2 triage, 3-5 targeted, 6-10 individual
  Slots ev = s_init();
  int ft[2] = {2, 1}, nt = 2, fg[3] = {5, 4, 3}, ng = 3, fi[5] = {10, 9, 8, 7, 6}, ni = 5;
  int h1 = 0, t1 = 0, h2 = 0, t2 = 0, hu = 0, tu = 0, hr = 0,
      tr = 0; // triage, targeted, urgent (q3/d3), routine (q4/d4)
  double stri = 0, stgt = 0, surg = 0, srou = 0, mx = 0;
  long ntri = 0, nrou = 0, nurg = 0, uni_done = 0, ren = 0, arr = 0, e = 0;
  int nw = 0, nv = 0;
  s_set(&ev, 0, rexp1(&g) * IA);
#define START_IND(now, j, urg)                                                                               \
  do {                                                                                                       \
    double s_ = (now) + rln(&g, li) / HR;                                                                    \
    s_set(&ev, k, s_);                                                                                       \
    if (s_ <= H) {                                                                                           \
      double w_ = (now) - (j);                                                                               \
      wb[nv++] = w_;                                                                                         \
      if (w_ > mx)                                                                                           \
        mx = w_;                                                                                             \
      if (urg) {                                                                                             \
        surg += w_;                                                                                          \
        nurg++;                                                                                              \
      } else {                                                                                               \
        srou += w_;                                                                                          \
        nrou++;                                                                                              \
      }                                                                                                      \
    }                                                                                                        \
  } while (0)
#define JOIN_IND(now)                                                                                        \
  do {                                                                                                       \
    int u_ = uni(&g) < 0.10;                                                                                 \
    if (ni) {                                                                                                \
      k = fi[--ni];                                                                                          \
      START_IND(now, now, u_);                                                                               \
    } else {                                                                                                 \
      double dl_ = (now) + 60 * rexp1(&g);                                                                   \
      if (u_) {                                                                                              \
        q3[tu] = (now);                                                                                      \
        d3[tu++] = dl_;                                                                                      \
      } else {                                                                                               \
        q4[tr] = (now);                                                                                      \
        d4[tr++] = dl_;                                                                                      \
      }                                                                                                      \
    }                                                                                                        \
  } while (0)
  int k;
  for (int i = 0; i < 300; i++)
    JOIN_IND(0.0);
  for (;;) {
    double now;
    int s = s_min(&ev, &now);
    if (UNLIKELY(now > H))
      break;
    e++;
    k = s;
    if (s == 0) {
      s_set(&ev, 0, now + rexp1(&g) * IA);
      arr++;
      if (nt) {
        k = ft[--nt];
        double f = now + rexp1(&g) * (0.5 / HR);
        s_set(&ev, k, f);
        ntri += f <= H;
      } else
        q1[t1++] = now;
    } else if (s < 3) {
      if (h1 != t1) {
        double f = now + rexp1(&g) * (0.5 / HR);
        s_set(&ev, s, f);
        if (f <= H) {
          stri += now - q1[h1];
          ntri++;
        }
        h1++;
      } else {
        s_set(&ev, s, INFINITY);
        ft[nt++] = s;
      }
      double u = uni(&g);
      if (u < 0.49) {
        if (ng) {
          k = fg[--ng];
          double f = now + rln(&g, lt) / HR;
          s_set(&ev, k, f);
          if (f <= H)
            wa[nw++] = 0;
        } else
          q2[t2++] = now;
      } else if (u < 0.82)
        JOIN_IND(now);
      else
        uni_done += now + 2 <= H;
    } else if (s < 6) {
      if (h2 != t2) {
        double f = now + rln(&g, lt) / HR;
        s_set(&ev, s, f);
        if (f <= H) {
          double w = now - q2[h2];
          wa[nw++] = w;
          stgt += w;
        }
        h2++;
      } else {
        s_set(&ev, s, INFINITY);
        fg[ng++] = s;
      }
    } else {
      while (hu != tu && d3[hu] < now) {
        hu++;
        ren++;
      }
      if (hu != tu) {
        START_IND(now, q3[hu], 1);
        hu++;
      } else {
        while (hr != tr && d4[hr] < now) {
          hr++;
          ren++;
        }
        if (hr != tr) {
          START_IND(now, q4[hr], 0);
          hr++;
        } else {
          s_set(&ev, s, INFINITY);
          fi[ni++] = s;
        }
      }
    }
  }
  long qe = 0;
  for (int i = hu; i < tu; i++)
    if (d3[i] <= H)
      ren++;
    else
      qe++;
  for (int i = hr; i < tr; i++)
    if (d4[i] <= H)
      ren++;
    else
      qe++;
  o[0] = stri / ntri;
  o[1] = stgt / nw;
  o[3] = (surg + srou) / nv;
  o[5] = mx;
  o[6] = surg / nurg;
  o[7] = srou / nrou;
  o[8] = t2 - h2;
  o[9] = qe;
  o[10] = ren;
  o[11] = uni_done;
  o[12] = nv;
  o[13] = nw;
  o[2] = pct(wa, nw, .95);
  o[4] = pct(wb, nv, .95);
  patients += arr + 300;
  events += e + uni_done + ren;
  *rg = g;
}

// ---------- W3 ----------
enum { W3N = 9 };
static const char *w3n[W3N] = {"delayed", "delay_p1", "delay_p2", "delay_p3", "delay_p95",
                               "blocked", "occ_p1",   "occ_p2",   "occ_p3"};
static LN l1, l2, l3;
static u64 heap_mem[2048] __attribute__((aligned(64)));
#define HP (heap_mem + 3) /* children of i: 4i+1..4i+4, so groups start at 32-byte boundaries */
static int hn;
INL u64 mk(double t, u64 ty) {
  u64 b;
  memcpy(&b, &t, 8);
  return (b & ~3ull) | ty;
}
INL double kt(u64 k) {
  double d;
  k &= ~3ull;
  memcpy(&d, &k, 8);
  return d;
}
INL void hpush(u64 k) {
  int i = hn++;
  while (i) {
    int p = (i - 1) >> 2;
    if (HP[p] <= k)
      break;
    HP[i] = HP[p];
    i = p;
  }
  HP[i] = k;
}
INL void hsift(u64 k) { // put k at the root hole; slots past hn hold ~0
  int i = 0, n = hn;
  for (;;) {
    int c = 4 * i + 1;
    if (c >= n)
      break;
    u64 a = HP[c], b = HP[c + 1], d = HP[c + 2], f = HP[c + 3];
    int x = b < a ? c + 1 : c;
    u64 xv = b < a ? b : a;
    int y = f < d ? c + 3 : c + 2;
    u64 yv = f < d ? f : d;
    int m = yv < xv ? y : x;
    u64 mv = yv < xv ? yv : xv;
    if (mv >= k)
      break;
    HP[i] = mv;
    i = m;
  }
  HP[i] = k;
}
INL void hpop(void) {
  u64 k = HP[--hn];
  HP[hn] = ~0ull;
  if (hn)
    hsift(k);
}
static const double Wm = 182, Hz = 1277;
INL double ov(double a, double b) {
  a = a > Wm ? a : Wm;
  b = b < Hz ? b : Hz;
  double d = b - a;
  return d > 0 ? d : 0;
}
static void w3(Rng *rg, double *o) {
  Rng g = *rg;
  hn = 0;
  for (int i = 0; i < 2048; i++)
    heap_mem[i] = ~0ull;
  const int C1 = 175, C2 = 100, C3 = 73;
  int n1 = 0, n2 = 0, n3 = 0, h1 = 0, t1 = 0, h2 = 0, t2 = 0, h3 = 0, t3 = 0, nw = 0;
  long arr = 0, e = 0;
  double ad = 0, ab = 0, a1 = 0, a2 = 0, a3 = 0, s1 = 0, s2 = 0, s3 = 0;
  long c1 = 0, c2 = 0, c3 = 0;
  const double IA = 1 / 14.0;
  double na = rexp1(&g) * IA;
  // start functions return the end key
#define BEG1(now)                                                                                            \
  ({                                                                                                         \
    double f_ = (now) + rln(&g, l1);                                                                         \
    a1 += ov(now, f_);                                                                                       \
    mk(f_, 0);                                                                                               \
  })
#define BEG2(now)                                                                                            \
  ({                                                                                                         \
    double f_ = (now) + rln(&g, l2);                                                                         \
    a2 += ov(now, f_);                                                                                       \
    mk(f_, 1);                                                                                               \
  })
#define BEG3(now)                                                                                            \
  ({                                                                                                         \
    double f_ = (now) + rln(&g, l3);                                                                         \
    a3 += ov(now, f_);                                                                                       \
    mk(f_, 2);                                                                                               \
  })
#define DEL(now, j, S, C)                                                                                    \
  do {                                                                                                       \
    double w_ = (now) - (j);                                                                                 \
    ad += ov(j, now);                                                                                        \
    if ((now) >= Wm) {                                                                                       \
      wa[nw++] = w_;                                                                                         \
      S += w_;                                                                                               \
      C++;                                                                                                   \
    }                                                                                                        \
  } while (0)
#define FREE2(now)                                                                                           \
  do {                                                                                                       \
    if (h2 != t2) {                                                                                          \
      DEL(now, q2[h2], s2, c2);                                                                              \
      h2++;                                                                                                  \
      hpush(BEG2(now));                                                                                      \
    } else                                                                                                   \
      n2--;                                                                                                  \
  } while (0)
  for (;;) {
    u64 top = HP[0];
    double m = kt(top); // ~0 decodes to NaN when empty: comparison false -> arrival
    if (!(m < na)) {
      double now = na;
      if (now > Hz)
        break;
      e++;
      arr++;
      na = now + rexp1(&g) * IA;
      double u = uni(&g);
      if (u < .60) {
        if (n1 < C1) {
          n1++;
          DEL(now, now, s1, c1);
          hpush(BEG1(now));
        } else {
          q1[t1] = now;
          tg[t1++] = 0;
        }
      } else if (u < .85) {
        if (n2 < C2) {
          n2++;
          DEL(now, now, s2, c2);
          hpush(BEG2(now));
        } else
          q2[t2++] = now;
      } else {
        if (n3 < C3) {
          n3++;
          DEL(now, now, s3, c3);
          hpush(BEG3(now));
        } else
          q3[t3++] = now;
      }
      continue;
    }
    if (m > Hz)
      break;
    e++;
    int ty = top & 3;
    if (ty == 0) {
      if (h1 != t1) {
        double j = q1[h1];
        int b = tg[h1++];
        hsift(BEG1(m));
        if (b) {
          ab += ov(j, m);
          FREE2(m);
        } else
          DEL(m, j, s1, c1);
      } else {
        n1--;
        hpop();
      }
    } else if (ty == 1) {
      if (uni(&g) < .20) {
        if (n1 < C1) {
          n1++;
          hsift(BEG1(m));
          FREE2(m);
        } else {
          q1[t1] = m;
          tg[t1++] = 1;
          hpop();
        }
      } else if (h2 != t2) {
        DEL(m, q2[h2], s2, c2);
        h2++;
        hsift(BEG2(m));
      } else {
        n2--;
        hpop();
      }
    } else {
      if (h3 != t3) {
        DEL(m, q3[h3], s3, c3);
        h3++;
        hsift(BEG3(m));
      } else {
        n3--;
        hpop();
      }
    }
  }
  for (int i = h1; i < t1; i++)
    if (tg[i])
      ab += ov(q1[i], Hz);
    else
      ad += ov(q1[i], Hz);
  for (int i = h2; i < t2; i++)
    ad += ov(q2[i], Hz);
  for (int i = h3; i < t3; i++)
    ad += ov(q3[i], Hz);
  const double T = Hz - Wm;
  o[0] = ad / T;
  o[1] = s1 / c1;
  o[2] = s2 / c2;
  o[3] = s3 / c3;
  o[5] = ab / T;
  o[6] = a1 / T / C1;
  o[7] = (a2 + ab) / T / C2;
  o[8] = a3 / T / C3;
  o[4] = pct(wa, nw, .95);
  patients += arr;
  events += e;
  *rg = g;
}

static double clk(int id) {
  struct timespec t;
  clock_gettime(id, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}
int main(int ac, char **av) {
  if (ac < 4)
    return fprintf(stderr, "limit w1|w2|w3 REPS SEED [N]\n"), 2;
  zig_init();
  lt = lnp(6, 3);
  li = lnp(14, 8);
  l1 = lnp(18, 12);
  l2 = lnp(26, 14);
  l3 = lnp(33, 20);
  long reps = atol(av[2]);
  u64 seed = strtoull(av[3], 0, 10);
  long N = ac > 4 ? atol(av[4]) : 2000000;
  const char *w = av[1];
  static Acc a[16];
  int no = 1;
  const char **nm;
  static const char *w1n[1] = {"wait"};
  nm = w1n;
  double t0 = clk(CLOCK_MONOTONIC), p0 = clk(CLOCK_PROCESS_CPUTIME_ID);
  for (long r = 0; r < reps; r++) {
    Rng g = seeded(seed, r);
    double o[16];
    if (!strcmp(w, "w1"))
      o[0] = w1(&g, N);
    else if (!strcmp(w, "w2")) {
      nm = w2n;
      no = W2N;
      w2(&g, o);
    } else {
      nm = w3n;
      no = W3N;
      w3(&g, o);
    }
    for (int i = 0; i < no; i++)
      add(&a[i], o[i]);
  }
  double wall = clk(CLOCK_MONOTONIC) - t0, cpu = clk(CLOCK_PROCESS_CPUTIME_ID) - p0;
  printf("{\"peer\": \"limit-c\", \"workload\": \"%s\", \"reps\": %ld, \"seed\": %llu, \"patients\": %.0f, "
         "\"events\": %.0f, \"wall_s\": %.6f, \"cpu_s\": %.6f, \"outputs\": {",
         w, reps, (unsigned long long)seed, patients, events, wall, cpu);
  for (int i = 0; i < no; i++)
    printf("%s\"%s\": {\"mean\": %.8g, \"sd\": %.8g, \"n\": %.0f}", i ? ", " : "", nm[i], a[i].m,
           a[i].n > 1 ? sqrt(a[i].s / (a[i].n - 1)) : 0, a[i].n);
  printf("}}\n");
  return 0;
}
