"""Writes dispersion.tsv: words spread over the parts of a corpus, and every measure of dispersion.

    python3 make_dispersion.py               (mpmath 1.4.1)

Each measure is computed from its definition over all parts, in 40 digits; parts and counts are separated by commas. The
first two rows are the worked examples of the literature: Gries (2008, 2020), and Lyne's ALLEMAND as the README of the R
package tlda prints it, D = 0.6038797, D2 = 0.6521444, S = 0.4763652, 1 − DP = 0.5009295.
"""
import os
import random
from mpmath import mp, mpf, log, sqrt, exp, nan

mp.dps = 40
here = os.path.dirname(os.path.abspath(__file__))


def measures(v, sizes, positions):
    keep = [i for i, s in enumerate(sizes) if s > 0]
    v, sizes = [v[i] for i in keep], [mpf(sizes[i]) for i in keep]
    n, f, N = len(v), sum(v), sum(sizes)
    s = [x / N for x in sizes]
    q = [mpf(x) / f for x in v]
    p = [x / y for x, y in zip(v, sizes)]
    r = {}
    mean = lambda a: sum(a) / mpf(len(a))
    sd = lambda a: sqrt(sum((x - mean(a)) ** 2 for x in a) / len(a))
    xlogx = lambda a: -sum(x * log(x, 2) for x in a if x)
    df = sum(1 for x in v if x)
    r["range:parts"], r["range:share"] = mpf(df), mpf(df) / n
    r["vc:counts"], r["vc:frequencies"] = sd(v) / mean(v), sd(p) / mean(p)
    D = lambda a: 1 - sd(a) / mean(a) / sqrt(mpf(n) - 1) if n > 1 else nan
    D2 = lambda a: xlogx([x / mpf(sum(a)) for x in a]) / log(mpf(n), 2) if n > 1 else nan
    r["juilland_d:frequencies"], r["juilland_d:counts"] = D(p), D(v)
    r["carroll_d2:frequencies"], r["carroll_d2:counts"] = D2(p), D2(v)
    roots = sum(sqrt(mpf(x)) for x in v)
    S = sum(sqrt(x * y) for x, y in zip(v, s)) ** 2
    r["rosengren_s:sized"], r["rosengren_s:equal"] = S / f, roots ** 2 / n / f
    r["zhang_dc:equal"] = (roots / n) ** 2 / (mpf(f) / n)
    r["lyne_d3:equal"] = 1 - sum((x - mpf(f) / n) ** 2 / (mpf(f) / n) for x in v) / (4 * f)
    r["lyne_d3:sized"] = 1 - sum((x - f * y) ** 2 / (f * y) for x, y in zip(v, s)) / (4 * f)
    dp = sum(abs(x - y) for x, y in zip(q, s)) / 2
    r["dp:standard"], r["dp:evenness"] = dp, 1 - dp
    r["dp_norm:standard"] = dp / (1 - min(s)) if n > 1 else nan
    r["dp_norm:equal"] = dp / (1 - mpf(1) / n) if n > 1 else nan
    pairs = [abs(p[i] - p[j]) for i in range(n) for j in range(i)]
    r["d_a:standard"] = 1 - mean(pairs) / (2 * mean(p)) if n > 1 else nan
    kl = sum(x * log(x / y, 2) for x, y in zip(q, s) if x)
    r["d_kl:bits"], r["d_kl:exp"], r["d_kl:exp2"], r["d_kl:odds"] = kl, exp(-kl), mpf(2) ** -kl, 1 / (1 + kl)
    d = [positions[0] + N - positions[-1]] + [mpf(b - a) for a, b in zip(positions, positions[1:])]
    g = N / f
    r["arf:standard"] = sum(min(x, g) for x in d) / g
    ald = sum(x * log(x, 10) for x in d) / N
    r["ald:distance"], r["ald:alf"] = ald, N * mpf(10) ** -ald
    r["awt:tokens"], r["awt:awf"] = (1 + sum(x * x for x in d) / N) / 2, N ** 2 / sum(x * x for x in d)
    r["u:frequencies"], r["u:counts"] = D(p) * f, D(v) * f
    um = lambda x: f * x + (1 - x) * f / n
    r["um:frequencies"], r["um:counts"] = um(D2(p)), um(D2(v))
    r["kf:equal"], r["kf:sized"] = roots ** 2 / n, S
    r["fm:standard"] = mpf(f) * df / n
    r["tf_idf:ln"], r["tf_idf:log10"] = f * log(mpf(n) / df), f * log(mpf(n) / df, 10)
    r["tf_idf:log_tf"] = (1 + log(mpf(f))) * log(mpf(n) / df)
    r["tf_idf:smooth"] = f * (log(mpf(1 + n) / (1 + df)) + 1)
    return r


def words():
    rng = random.Random(20240604)

    def place(v, sizes):
        out, start = [], 0
        for k, size in zip(v, sizes):
            out += sorted(start + x for x in rng.sample(range(size), k))
            start += size
        return out

    gries = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]
    yield gries + ([3, 10, 17, 19, 23, 28, 30, 31, 35, 38, 39, 42, 44, 47, 49],)
    lyne = [2, 0, 1, 1, 3, 0, 3, 0, 0, 0], [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930]
    yield lyne + (place(*lyne),)
    yield [1], [17], [16]
    yield [0, 4, 0], [5, 4, 0], [5, 6, 7, 8]
    yield [5, 5, 5, 5], [100, 100, 100, 100], place([5] * 4, [100] * 4)
    yield [5, 10, 20], [50, 100, 200], place([5, 10, 20], [50, 100, 200])
    for _ in range(55):
        n = rng.choice([2, 3, 5, 16, 16, 40])
        sizes = [max(0, int(rng.lognormvariate(rng.choice([4, 8]), rng.choice([0, 0.5, 1.5])))) for _ in range(n)]
        rate = [10 ** rng.uniform(-3.5, -0.5) * (rng.random() < rng.choice([0.2, 0.7, 1])) for _ in range(n)]
        v = [min(s, int(s * r + rng.random())) if r else 0 for s, r in zip(sizes, rate)]
        if sum(v) == 0 or sum(v) > 3000:
            continue
        yield v, sizes, place(v, sizes)


with open(os.path.join(here, "dispersion.tsv"), "w") as f:
    head = None
    for v, sizes, positions in words():
        r = measures(v, sizes, positions)
        if head is None:
            head = list(r)
            f.write("\t".join(["counts", "sizes", "positions"] + head) + "\n")
        cols = [",".join(map(str, x)) for x in (v, sizes, positions)]
        f.write("\t".join(cols + ["nan" if mp.isnan(r[h]) else mp.nstr(r[h], 18, min_fixed=1, max_fixed=0) for h in head]) + "\n")
