"""Writes association.tsv and keyness.tsv: random 2×2 tables and what every measure gives on them.

    python3 make_cells.py [association|keyness]      (mpmath 1.4.1, SciPy 1.17.1 for starting points, ten minutes)

Each measure is computed from its definition in 50 digits, with no thought for cancellation; probabilities by
internal/special/testdata/oracle.py. A column is called measure:variant, followed by #lnp for the natural logarithm of its
p, by #lo and #hi for the ends of its interval. Fields are "nan", "inf", "-inf" where the definition has no value.
"""
import os
import random
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "../../internal/special/testdata"))
from mpmath import mp, mpf, log, exp, sqrt, erfc, inf, nan, isnan  # noqa: E402

from oracle import beta_logit, gamma_log_quantile, hyper, ln_gamma_tails, normal_upper_quantile  # noqa: E402

mp.dps = 50
half = mpf(1) / 2
ALPHA = mpf("0.05")
Z = normal_upper_quantile(ALPHA / 2)


def ln(x):
    return -inf if x == 0 else log(mpf(x))


def xlnx(o, e):
    return mpf(0) if o == 0 else o * log(mpf(o) / e)


def lnchi2(x):
    """ln P(χ²₁ > |x|)"""
    x = abs(x)
    if x < 200:
        return log(erfc(sqrt(x / 2)))
    return ln_gamma_tails(half, x / 2)[1]


def div(x, y):
    x, y = mpf(x), mpf(y)
    if y == 0:
        return nan if x == 0 else (inf if x > 0 else -inf)
    return x / y


def cells(a, b, c, d):
    """The statistics that both families share."""
    n = a + b + c + d
    r1, r2, c1, c2 = a + b, c + d, a + c, b + d
    det = mpf(a) * d - mpf(b) * c
    q = mpf(r1) * r2 * c1 * c2
    e = [mpf(r1) * c1 / n, mpf(r1) * c2 / n, mpf(r2) * c1 / n, mpf(r2) * c2 / n]
    return dict(n=n, det=det, g2=2 * sum(xlnx(o, x) for o, x in zip((a, b, c, d), e)), chi2=n * det**2 / q,
                yates=n * (abs(det) - mpf(n) / 2) ** 2 / q, clipped=n * max(mpf(0), abs(det) - mpf(n) / 2) ** 2 / q,
                phi2=det**2 / q, odds=div(mpf(a) * d, mpf(b) * c), sign=-1 if det < 0 else 1)


def association(o, f1, f2, n):
    a, b, c, d = o, f1 - o, f2 - o, n - f1 - f2 + o
    t = cells(a, b, c, d)
    e = mpf(f1) * f2 / n
    s = t["sign"]
    l2, l10 = log(mpf(2)), log(mpf(10))
    pmi = ln(o / e)
    r = {}
    r["g2:signed"] = s * t["g2"]
    r["g2:unsigned"] = t["g2"]
    r["g2:signed#lnp"] = lnchi2(t["g2"])
    sll = 2 * (xlnx(o, e) - (o - e))
    r["simple_ll:signed"] = s * sll
    r["simple_ll:signed#lnp"] = lnchi2(sll)
    r["chi2:signed"] = s * t["chi2"]
    r["chi2:unsigned"] = t["chi2"]
    r["chi2:signed#lnp"] = lnchi2(t["chi2"])
    r["chi2_yates:signed"] = s * t["yates"]
    r["chi2_yates:clipped"] = s * t["clipped"]
    density, upper, lower, two = hyper(a, b, c, d)
    r["fisher:right#lnp"], r["fisher:left#lnp"], r["fisher:two_sided#lnp"] = upper, lower, two
    r["poisson:right#lnp"] = ln_gamma_tails(o, e)[0] if o else mpf(0)
    r["pmi:log2"], r["pmi:log10"], r["pmi:ln"] = pmi / l2, pmi / l10, pmi
    r["npmi:standard"] = mpf(-1) if o == 0 else div(pmi, -log(mpf(o) / n))
    for k in (2, 3):
        r["mi%d:log2" % k] = ln(mpf(o) ** k / e) / l2
        r["mi%d:log10" % k] = ln(mpf(o) ** k / e) / l10
    ee, bb = o + (n - f1) + (n - f2) + (n - f1 - f2), mpf(o + n - f1) * (o + n - f2)
    r["mi3:oakes"] = ln(mpf(o) ** 3 * ee / bb) / l2 if ee > 0 else nan
    r["local_mi:log2"] = xlnx(o, e) / l2
    r["local_mi:log10"] = xlnx(o, e) / l10
    r["mi_logf:standard"] = nan if o == 0 else pmi / l2 * log(mpf(o) + 1)
    r["mutual_information:bits"] = t["g2"] / 2 / n / l2
    r["mutual_information:average"] = t["g2"] / 2 / l10
    r["poisson_stirling:ln"] = xlnx(o, e) - o
    r["poisson_stirling:log10"] = (xlnx(o, e) - o) / l10
    r["poisson_stirling:log2"] = (xlnx(o, e) - o) / l2
    r["t:standard"] = div(o - e, sqrt(mpf(o)))
    r["t:binomial"] = div(o - e, sqrt(o * (1 - mpf(o) / n)))
    r["z:standard"] = (o - e) / sqrt(e)
    r["z:standard#lnp"] = lnchi2((o - e) ** 2 / e)
    r["z:corrected"] = (o - e - s * half) / sqrt(e)
    r["z:binomial"] = (o - e) / sqrt(e * (1 - e / n))
    if n > f1 and n - f1 > f2:
        p = mpf(f2) / (n - f1)
        r["z:berry_rogghe"] = (o - p * f1) / sqrt(p * f1 * (1 - p))
    else:
        r["z:berry_rogghe"] = None
    r["dice:standard"] = mpf(2) * o / (f1 + f2)
    r["logdice:standard"] = 14 + ln(mpf(2) * o / (f1 + f2)) / l2
    r["jaccard:standard"] = mpf(o) / (f1 + f2 - o)
    r["simpson:standard"] = mpf(o) / min(f1, f2)
    r["cosine:standard"] = o / sqrt(mpf(f1) * f2)
    r["min_sensitivity:standard"] = min(mpf(o) / f1, mpf(o) / f2)
    r["mutual_expectation:counts"] = mpf(o) * 2 * o / (f1 + f2)
    r["delta_p:standard"] = mpf(a) / (a + b) - mpf(c) / (c + d)
    r["delta_p_reverse:standard"] = mpf(a) / (a + c) - mpf(b) / (b + d)
    r["liddell:standard"] = t["det"] / (mpf(a + c) * (b + d))
    r["phi2:standard"] = t["phi2"]
    r["lift:standard"] = (mpf(o) / f1) / (mpf(f2) / n)
    r["differential:standard"] = mpf(o) / f1 - mpf(f2) / n
    lo = log((a + half) * (d + half) / ((b + half) * (c + half)))
    se = sqrt(1 / (a + half) + 1 / (b + half) + 1 / (c + half) + 1 / (d + half))
    for name, unit in (("ln", 1), ("log10", l10), ("log2", l2)):
        r["log_odds:" + name] = lo / unit
    r["log_odds:ln#lnp"] = lnchi2((lo / se) ** 2)
    r["log_odds:ln#lo"], r["log_odds:ln#hi"] = lo - Z * se, lo + Z * se
    r["odds_ratio:standard"] = t["odds"]
    r["odds_ratio:log10"] = nan if isnan(t["odds"]) else inf if t["odds"] == inf else ln(t["odds"]) / l10
    if min(a, b, c, d) > 0:
        se = sqrt(mpf(1) / a + mpf(1) / b + mpf(1) / c + mpf(1) / d)
        r["odds_ratio:standard#lo"], r["odds_ratio:standard#hi"] = t["odds"] * exp(-Z * se), t["odds"] * exp(Z * se)
    else:
        r["odds_ratio:standard#lo"] = r["odds_ratio:standard#hi"] = nan
    # The window against the rest.
    l2 = log(mpf(2))
    odds = lambda: log(mpf(n - f1) / f1)
    p1, p2 = mpf(o) / f1, mpf(c) / (n - f1)
    r["log_ratio:infinite"] = inf if c == 0 else ln(p1 / p2) / l2
    r["log_ratio:half_if_zero"] = log((mpf(o) if o else half) / f1 / ((mpf(c) if c else half) / (n - f1))) / l2
    lo = odds() + beta_logit(ALPHA / 2, o, c + 1) if o else -inf
    hi = odds() - beta_logit(ALPHA / 2, c, o + 1) if c else inf
    r["log_ratio:half_if_zero#lo"], r["log_ratio:half_if_zero#hi"] = lo / l2, hi / l2
    r["lrc:exact"] = max(mpf(0), lo / l2) if p1 >= p2 else min(mpf(0), hi / l2)
    return r


def keyness(a, b, c, d):
    t = cells(a, b, c - a, d - b)
    n = mpf(c) + d
    e1, e2 = c * mpf(a + b) / n, d * mpf(a + b) / n
    p1, p2 = mpf(a) / c, mpf(b) / d
    l2 = log(mpf(2))
    r = {}
    r["g2:four_term"] = t["g2"]
    r["g2:signed"] = t["sign"] * t["g2"]
    r["g2:four_term#lnp"] = r["p:g2#lnp"] = lnchi2(t["g2"])
    two = 2 * (xlnx(a, e1) + xlnx(b, e2))
    r["g2_2term:two_term"] = two
    r["g2_2term:two_term#lnp"] = r["p:g2_2term#lnp"] = lnchi2(two)
    r["chi2:unsigned"] = t["chi2"]
    r["chi2:signed"] = t["sign"] * t["chi2"]
    r["chi2:unsigned#lnp"] = r["p:chi2#lnp"] = lnchi2(t["chi2"])
    r["chi2_yates:unclipped"] = t["yates"]
    r["chi2_yates:clipped"] = t["clipped"]
    r["p:chi2_yates#lnp"] = lnchi2(t["clipped"])
    _, upper, lower, both = hyper(a, b, c - a, d - b)
    r["fisher:two_sided#lnp"], r["fisher:right#lnp"], r["fisher:left#lnp"] = both, upper, lower
    lr = ln(div(p1, p2)) if b else inf
    r["log_ratio:infinite"] = lr / l2
    r["log_ratio:half_if_zero"] = log((mpf(a) if a else half) / c / ((mpf(b) if b else half) / d)) / l2
    r["log_ratio:half_everywhere"] = log((a + half) / c / ((b + half) / d)) / l2

    def bounds(alpha):
        lo = log(mpf(d) / c) + beta_logit(alpha / 2, a, b + 1) if a else -inf
        hi = log(mpf(d) / c) - beta_logit(alpha / 2, b, a + 1) if b else inf
        return lo, hi

    lo, hi = bounds(ALPHA)
    r["log_ratio:half_if_zero#lo"], r["log_ratio:half_if_zero#hi"] = lo / l2, hi / l2
    r["relative_risk:standard"] = div(p1, p2)
    r["relative_risk:standard#lo"] = exp(lo) if a else mpf(0)
    r["relative_risk:standard#hi"] = exp(hi) if b else inf
    r["pct_diff:standard"] = 100 * div(p1 - p2, p2)
    r["pct_diff:standard#lo"] = 100 * (r["relative_risk:standard#lo"] - 1)
    r["pct_diff:standard#hi"] = 100 * (r["relative_risk:standard#hi"] - 1)
    r["diff_coef:standard"] = (p1 - p2) / (p1 + p2)
    r["diff_coef:standard#lo"] = (r["relative_risk:standard#lo"] - 1) / (r["relative_risk:standard#lo"] + 1)
    r["diff_coef:standard#hi"] = (r["relative_risk:standard#hi"] - 1) / (r["relative_risk:standard#hi"] + 1) if b else mpf(1)
    # One comparison, and a family of 700,000 (α/m = 7e-8).
    for name, m in (("lrc:exact", 1), ("lrc:exact@700000", 700000)):
        l, h = bounds(ALPHA / m)
        r[name] = max(mpf(0), l / l2) if p1 >= p2 else min(mpf(0), h / l2)
    r["lrc:positive"] = (log(mpf(d) / c) + beta_logit(ALPHA, a, b + 1)) / l2 if a else -inf
    aa, bb = (mpf(a) if a else half), (mpf(b) if b else half)
    x, w = log(aa * d / (bb * c)), Z * sqrt(1 / aa + 1 / bb - mpf(1) / c - mpf(1) / d)
    r["clr:normal"] = (max(mpf(0), x - w) if x >= 0 else min(mpf(0), x + w)) / l2
    r["odds_ratio:standard"] = t["odds"]
    for name, k in (("simple_maths:per_million", 1), ("simple_maths:per_million@k100", 100)):
        v = (10**6 * p1 + k) / (10**6 * p2 + k)
        r[name] = v
        if k == 1:
            lim = lambda x, up: (exp(gamma_log_quantile(ALPHA / 2, x + 1 if up else x, up)) if up or x else mpf(0))
            lg = lambda x, tokens: log(10**6 * mpf(x) / tokens + k)
            down = sqrt((lg(a, c) - lg(lim(a, False), c)) ** 2 + (lg(lim(b, True), d) - lg(b, d)) ** 2)
            up = sqrt((lg(lim(a, True), c) - lg(a, c)) ** 2 + (lg(b, d) - lg(lim(b, False), d)) ** 2)
            r[name + "#lo"], r[name + "#hi"] = v * exp(-down), v * exp(up)
    r["bic:four_term"] = t["g2"] - log(n)
    r["bic:two_term"] = two - log(n)
    r["ell:four_term"] = div(t["g2"], n * log(min(e1, e2)))
    for name, a0 in (("", 500), ("@prior10000", 10000)):
        aw = a0 * mpf(a + b) / n
        delta = log((a + aw) / (c + a0 - a - aw)) - log((b + aw) / (d + a0 - b - aw))
        se = sqrt(1 / (a + aw) + 1 / (b + aw))
        r["log_odds_prior:z" + name] = delta / se
        r["log_odds_prior:delta" + name] = delta
        if not name:
            r["log_odds_prior:z#lnp"] = lnchi2((delta / se) ** 2)
            r["log_odds_prior:delta#lo"], r["log_odds_prior:delta#hi"] = delta - Z * se, delta + Z * se
    return r


def text(v):
    if v is None:
        return ""
    if isnan(v):
        return "nan"
    return mp.nstr(v, 18, min_fixed=1, max_fixed=0) if abs(v) != inf else ("inf" if v > 0 else "-inf")


def write(name, names, tables, measures):
    with open(os.path.join(here, name), "w") as f:
        head = None
        for t in tables:
            r = measures(*t)
            if head is None:
                head = list(r)
                f.write("\t".join(names + head) + "\n")
            f.write("\t".join([str(x) for x in t] + [text(r[h]) for h in head]) + "\n")
            f.flush()


def size(rng, lo, hi):
    return int(10 ** rng.uniform(lo, hi))


def pairs():
    """(O11, f1, f2, N) whose four cells are not negative and whose margins are not empty."""
    rng = random.Random(20240601)
    out = [(20, 100, 80, 10000), (1, 15334, 2, 191998), (0, 100, 80, 10000), (80, 100, 80, 10000), (1, 1, 1, 10**6), (5, 5, 5, 10),
           (10, 100, 100, 1000), (100, 1000, 1000, 10000), (0, 5, 5, 10), (2 * 10**6, 5 * 10**9, 10**7, 10**12),
           (10**6, 10**6, 10**6, 10**12), (50100, 5 * 10**9, 10**5, 10**10), (50000, 5 * 10**9, 10**5, 10**10),
           (50001, 5 * 10**9, 10**5, 10**10)]
    while len(out) < 90:  # small tables, many of them with an empty cell
        n = rng.randint(4, 60)
        f1, f2 = rng.randint(1, n - 1), rng.randint(1, n - 1)
        o = rng.randint(max(0, f1 + f2 - n), min(f1, f2))
        out.append((o, f1, f2, n))
    while len(out) < 230:  # corpora from a thousand words to a million million
        n = size(rng, 3, 12)
        f1, f2 = min(n - 1, 1 + size(rng, 0, 6)), min(n - 1, 1 + size(rng, 0, 6))
        e = f1 * f2 / n
        o = int(e * 10 ** rng.uniform(-0.5, 2.5) + rng.choice([0, 1, 3]))
        o = min(max(o, f1 + f2 - n, 0), f1, f2)
        out.append((o, f1, f2, n))
    return out


def contrasts():
    rng = random.Random(20240602)
    out = [(100, 50, 10000, 20000), (0, 50, 10000, 20000), (50, 0, 10000, 20000), (1, 0, 10**6, 10**7), (10, 20, 1000, 2000),
           (1000, 2001, 10**6, 2 * 10**6), (5 * 10**6, 4 * 10**6, 10**10, 10**10), (10**5, 2 * 10**3, 5 * 10**9, 5 * 10**9),
           (10**5 + 1, 10**5, 10**12, 10**12), (7, 7, 10**12, 10**12), (300000, 0, 10**9, 10**9)]
    while len(out) < 80:
        c, d = rng.randint(3, 60), rng.randint(3, 60)
        a, b = rng.randint(0, c), rng.randint(0, d)
        if a + b in (0, c + d):
            continue
        out.append((a, b, c, d))
    while len(out) < 230:
        c, d = size(rng, 3, 11), size(rng, 3, 11)
        p = 10 ** rng.uniform(-8, -1.5)
        ratio = 10 ** rng.uniform(-1.5, 1.5)
        a, b = min(c, int(p * c + rng.random())), min(d, int(p * ratio * d + rng.random()))
        if a + b == 0 or a > 10**8 or b > 10**8:
            continue
        out.append((a, b, c, d))
    return out


if "keyness" not in sys.argv:
    write("association.tsv", ["O11", "F1", "F2", "N"], pairs(), association)
if "association" not in sys.argv:
    write("keyness.tsv", ["A", "B", "C", "D"], contrasts(), keyness)
