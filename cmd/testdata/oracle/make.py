"""Writes the inputs in this folder and, beside each, what kstat must print of them: NAME.want, a TSV of some rows in 17 digits.

    python3 make.py            (mpmath 1.4.1, NumPy 2.4, SciPy 1.17.1)

Nothing here is taken from kstat: counts are counted again by loops, measures are their definitions in 40 digits, tests over
documents are SciPy's. A field is "nan" or "inf" where the definition has no value.
"""
import os
import random
import statistics
from collections import Counter
from mpmath import mp, mpf, log, sqrt, nan, inf, erfc, findroot, binomial
from scipy import stats

mp.dps = 40
ln2, ln10 = log(mpf(2)), log(mpf(10))
xlog = lambda x, y: mpf(0) if x == 0 else x * log(mpf(x) / y)


def show(x):
    if isinstance(x, str):
        return x
    if x is None:
        return ""
    if x == inf or x == -inf:
        return "Inf" if x > 0 else "-Inf"
    return "NaN" if x != x else mp.nstr(mpf(x), 17)


def write(name, columns, rows):
    rows = rows[::max(1, len(rows) // 40)]  # enough for a test; all of them agreed when this was made
    with open(name + ".want", "w") as f:
        f.write("\t".join(columns) + "\n")
        for r in rows:
            f.write("\t".join(show(r[c]) for c in columns) + "\n")


def log10_chi2_tail(x):
    """log10 of the upper tail of chi-squared with one degree of freedom."""
    z = sqrt(mpf(x))
    with mp.workdps(60):
        return log(erfc(z / sqrt(mpf(2)))) / ln10


def cells(a, b, c, d):
    """G2, chi2 and Yates's of a 2x2 table."""
    n = mpf(a + b + c + d)
    r, s, u, v = mpf(a + b), mpf(c + d), mpf(a + c), mpf(b + d)
    g2 = 2 * (xlog(a, r * u / n) + xlog(b, r * v / n) + xlog(c, s * u / n) + xlog(d, s * v / n))
    det = mpf(a) * d - mpf(b) * c
    return g2, n * det**2 / (r * s * u * v), n * (abs(det) - n / 2) ** 2 / (r * s * u * v), det


def beta_quantile(a, b, p):
    """x with I_x(a, b) = p: SciPy's, good to some 14 digits."""
    return mpf(float(stats.beta.ppf(float(p), float(a), float(b))))


# 1. Frequency lists with counts up to 5*10^9, and p far below 1e-308.
def frequency_lists():
    rng = random.Random(11)
    A, B = {}, {}
    for i, (a, b) in enumerate([(5 * 10**9, 4 * 10**9), (4_999_999_999, 5 * 10**9), (10**6, 10**3), (10**6, 10**6 + 1), (3000, 0), (0, 3000),
                                (1, 0), (0, 1), (2, 1), (1, 2), (123_456_789, 987_654_321), (50, 40), (700, 690), (7, 70)]):
        A["큰%02d" % i], B["큰%02d" % i] = a, b
    for i in range(20):
        a, b = int(10 ** rng.uniform(0, 6)), int(10 ** rng.uniform(0, 6))
        A["말%02d" % i], B["말%02d" % i] = a, b
    for name, side in (("lists_a.tsv", A), ("lists_b.tsv", B)):
        with open(name, "w") as f:
            f.write("term\tfreq\n" + "".join("%s\t%d\n" % (w, n) for w, n in side.items() if n))
    c, d, m = sum(A.values()), sum(B.values()), len(A)
    z, zm = mpf(float(stats.norm.isf(0.025))), None
    norm_isf = lambda p: findroot(lambda t: erfc(t / sqrt(mpf(2))) / 2 - p, float(stats.norm.isf(float(p))))
    z, zm = norm_isf(mpf("0.025")), norm_isf(mpf("0.025") / m)
    rows = []
    for w in A:
        a, b = A[w], B[w]
        g2, chi2, yates, det = cells(a, b, c - a, d - b)
        e1, e2 = mpf(c) * (a + b) / (c + d), mpf(d) * (a + b) / (c + d)
        p1, p2 = mpf(a) / c, mpf(b) / d
        ha, hb = mpf(a) if a else mpf("0.5"), mpf(b) if b else mpf("0.5")
        r = {"term": w, "freq_a": a, "freq_b": b, "g2": g2, "chi2": chi2, "chi2_yates": yates}
        r["g2_2term"] = 2 * (xlog(a, e1) + xlog(b, e2))
        r["log10_p"] = log10_chi2_tail(g2)
        r["log_ratio"] = log((ha / c) / (hb / d)) / ln2
        r["pct_diff"] = 100 * (p1 - p2) / p2 if b else inf
        r["relative_risk"] = p1 / p2 if b else inf
        r["odds_ratio"] = mpf(a) * (d - b) / (mpf(b) * (c - a)) if b else inf
        r["simple_maths"] = (10**6 * p1 + 1) / (10**6 * p2 + 1)
        r["diff_coef"] = (p1 - p2) / (p1 + p2)
        r["bic"] = g2 - log(mpf(c + d))
        r["ell"] = g2 / ((c + d) * log(min(e1, e2)))
        lrr, se = log((ha / c) / (hb / d)), sqrt(1 / ha + 1 / hb - mpf(1) / c - mpf(1) / d)
        r["clr"] = (max(mpf(0), lrr - zm * se) if lrr >= 0 else min(mpf(0), lrr + zm * se)) / ln2
        wprior = mpf(500) * (a + b) / (c + d)
        u, v = a + wprior, b + wprior
        r["log_odds_prior"] = (log(u / (c + 500 - u)) - log(v / (d + 500 - v))) / sqrt(1 / u + 1 / v)
        level = mpf("0.025") / m
        if p1 >= p2:  # the exact bound; 1-t is the other quantile where t is near 1
            t, rest = beta_quantile(a, b + 1, level), mpf(float(stats.beta.isf(float(level), b + 1, a)))
            r["lrc"] = max(mpf(0), log(mpf(d) / c * t / rest) / ln2)
        else:
            t, rest = mpf(float(stats.beta.isf(float(level), a + 1, b))), beta_quantile(b, a + 1, level)
            r["lrc"] = min(mpf(0), log(mpf(d) / c * t / rest) / ln2)
        rows.append(r)
    order = sorted(range(m), key=lambda i: rows[i]["log10_p"], reverse=True)
    least = mpf(0)
    for k, i in enumerate(order):  # Benjamini and Hochberg, from the largest p
        least = min(least, rows[i]["log10_p"] + log(mpf(m) / (m - k)) / ln10)
        rows[i]["log10_p_adj"] = least
    write("lists", list(rows[0]), rows)


# 2. 230 words in 16 documents of different lengths: dispersion, and tests over 9 documents against 7.
def documents():
    rng = random.Random(12)
    words = ["낱말%03d" % i for i in range(230)]
    weights = [1 / (i + 3) for i in range(230)]
    docs = []
    for k in range(16):
        n = rng.randrange(120, 400)
        own = [w * (3 if (i + k) % 7 == 0 else 1) for i, w in enumerate(weights)]
        docs.append(rng.choices(words, own, k=n))
        with open("%s/%02d.txt" % ("a" if k < 9 else "b", k), "w") as f:
            for i in range(0, n, 11):
                f.write(" ".join(docs[k][i:i + 11]) + "\n")
    sizes = [len(d) for d in docs]
    counts = [Counter(d) for d in docs]
    N, n = sum(sizes), 16
    flat = [w for d in docs for w in d]
    rows = []
    for w in words:
        v = [c[w] for c in counts]
        f = sum(v)
        if f == 0:
            continue
        s = [mpf(x) / N for x in sizes]
        p = [mpf(x) / y for x, y in zip(v, sizes)]
        q = [mpf(x) / f for x in v]
        mean = sum(p) / n
        sd = sqrt(sum((x - mean) ** 2 for x in p) / n)
        r = {"term": w, "freq": f, "doc_freq": sum(x > 0 for x in v)}
        r["range"] = r["doc_freq"]
        r["juilland_d"] = 1 - sd / mean / sqrt(mpf(n - 1))
        r["carroll_d2"] = -sum(xlog(x / sum(p), 1) for x in p) / log(mpf(n))
        r["rosengren_s"] = sum(sqrt(x * y) for x, y in zip(v, s)) ** 2 / f
        r["dp"] = sum(abs(x - y) for x, y in zip(q, s)) / 2
        r["dp_norm"] = r["dp"] / (1 - min(s))
        r["d_a"] = 1 - sum(abs(p[i] - p[j]) for i in range(n) for j in range(i)) / (n * (n - 1) // 2) / (2 * mean)
        r["d_kl"] = sum(xlog(x, y) for x, y in zip(q, s)) / ln2
        e = mpf(f) / n
        r["lyne_d3"] = 1 - sum((x - e) ** 2 / e for x in v) / (4 * f)
        r["zhang_dc"] = (sum(sqrt(mpf(x)) for x in v) / n) ** 2 / e
        at = [i for i, t in enumerate(flat) if t == w]
        gaps = [(at[(i + 1) % f] - at[i]) % N or N for i in range(f)]
        step = mpf(N) / f
        r["arf"] = sum(min(mpf(g), step) for g in gaps) / step
        r["ald"] = sum(g * log(mpf(g)) / ln10 for g in gaps) / N
        r["awt"] = (1 + mpf(sum(g * g for g in gaps)) / N) / 2
        r["tf_idf"] = f * log(mpf(n) / r["doc_freq"])
        rows.append(r)
    write("dispersion", list(rows[0]), rows)
    rows = []
    for w in words:
        x = [counts[k][w] * 1e6 / sizes[k] for k in range(9)]
        y = [counts[k][w] * 1e6 / sizes[k] for k in range(9, 16)]
        if not sum(x) + sum(y):
            continue
        r = {"term": w, "welch_t_p": mpf(float(stats.ttest_ind(x, y, equal_var=False).pvalue))}
        ties = len(set(x + y)) < 16
        r["mann_whitney_p"] = mpf(float(stats.mannwhitneyu(x, y, method="asymptotic" if ties else "exact").pvalue))
        pooled = sqrt((8 * mpf(statistics.variance(x)) + 6 * mpf(statistics.variance(y))) / 14)
        r["cohens_d"] = (mpf(statistics.mean(x)) - mpf(statistics.mean(y))) / pooled
        r["hedges_g"] = r["cohens_d"] * (1 - mpf(3) / (4 * 14 - 1))
        r["cliffs_delta"] = mpf(sum((s > t) - (s < t) for s in x for t in y)) / 63
        r["zeta"] = mpf(sum(s > 0 for s in x)) / 9 + mpf(sum(t == 0 for t in y)) / 7
        rows.append(r)
    write("samples", list(rows[0]), rows)


# 3. 40 topics in 2,800 tokens: pairs within windows, under the three ways to complete a table.
def pairs():
    rng = random.Random(13)
    topics = ["주제%02d" % i for i in range(40)]
    weights = [1 / (i + 2) for i in range(40)]
    sentences = []
    while sum(map(len, sentences)) < 2800:
        n = min(rng.randrange(3, 25), 2800 - sum(map(len, sentences)))
        start = rng.choices(range(40), weights)[0]
        sentences.append([topics[(start + rng.choice([0, 0, 0, 1, 2, 5, 9])) % 40] if rng.random() < 0.5 else rng.choices(topics, weights)[0] for _ in range(n)])
    with open("topics.txt", "w") as f:
        f.write("\n".join(" ".join(s) for s in sentences) + "\n")
    N = sum(map(len, sentences))
    freq = Counter(t for s in sentences for t in s)
    for name, window, ordered, margins in (("plain", 1, True, "plain"), ("span", 5, False, "span"), ("pairs", 10, False, "pairs")):
        seen = Counter()
        for s in sentences:
            for i, x in enumerate(s):
                for y in s[i + 1:i + 1 + window]:
                    if ordered:
                        seen[x, y] += 1
                    elif x != y:
                        seen[min(x, y), max(x, y)] += 1
        S = window * (1 if ordered else 2)
        rows = []
        for (x, y), o in sorted(seen.items()):
            f1, f2, n = freq[x], freq[y], N
            r1, c1, nn = {"plain": (f1, f2, n), "span": (f1 * S, f2, n), "pairs": (f1 * S, f2 * S, n * S)}[margins]
            r = {"key": x + " " + y, "o11": o, "n": N}
            e = mpf(r1) * c1 / nn
            r["e11"] = e
            if o > min(r1, c1) or r1 + c1 - o > nn:
                continue
            g2, chi2, yates, det = cells(o, r1 - o, c1 - o, nn - r1 - c1 + o)
            if margins != "span":
                sign = -1 if det < 0 else 1  # as the UCS toolkit, negative where the words avoid each other
                r["g2"], r["chi2"], r["chi2_yates"] = sign * g2, sign * chi2, sign * yates
                r["phi2"] = chi2 / nn
                r["log_odds"] = log((o + mpf("0.5")) * (nn - r1 - c1 + o + mpf("0.5")) / ((r1 - o + mpf("0.5")) * (c1 - o + mpf("0.5"))))
                # tables have the margins of the pair; what is of the words themselves has their frequencies
                r["dice"] = mpf(2 * o) / (r1 + c1)
                r["logdice"] = 14 + log(mpf(2 * o) / (r1 + c1)) / ln2
                r["jaccard"] = mpf(o) / (r1 + c1 - o)
                r["simpson"] = mpf(o) / min(r1, c1)
                r["cosine"] = o / sqrt(mpf(r1) * c1)
                r["min_sensitivity"] = min(mpf(o) / r1, mpf(o) / c1)
                r["mutual_expectation"] = o * mpf(2 * o) / (r1 + c1)
            r["simple_ll"] = (1 if o >= e else -1) * 2 * (xlog(o, e) - (o - e))
            r["pmi"] = log(o / e) / ln2
            r["npmi"] = log(o / e) / -log(mpf(o) / nn)
            r["mi2"] = log(mpf(o) ** 2 / e) / ln2
            r["mi3"] = log(mpf(o) ** 3 / e) / ln2
            r["local_mi"] = o * log(o / e) / ln2
            r["mi_logf"] = log(o / e) / ln2 * log(mpf(o + 1))
            r["t"] = (o - e) / sqrt(mpf(o))
            r["z"] = (o - e) / sqrt(e)
            r["poisson_stirling"] = o * (log(o / e) - 1)
            r["lift"] = o / e
            rows.append(r)
        write("pairs_" + name, list(rows[0]), rows)


# 4. Texts at the edge, and one of 2,800 tokens.
def texts():
    rng = random.Random(14)
    weights = [1 / (i + 2.7) ** 1.1 for i in range(900)]
    made = {
        "text_one.txt": ["하나"],
        "text_different.txt": ["다%02d" % i for i in range(60)],
        "text_same.txt": ["같다"] * 60,
        "text_short.txt": ["가", "나", "가", "다", "라", "나", "가"],
        "text_long.txt": ["말%03d" % i for i in rng.choices(range(900), weights, k=2800)],
    }
    rows = []
    for name, ids in made.items():
        with open(name, "w") as f:
            for i in range(0, len(ids), 17):
                f.write(" ".join(ids[i:i + 17]) + "\n")
        n, freq = len(ids), Counter(ids)
        v, s2, v1 = len(freq), sum(x * x for x in freq.values()), sum(x == 1 for x in freq.values())
        r = {"doc": name, "tokens": n, "types": v, "ttr": mpf(v) / n, "root_ttr": v / sqrt(mpf(n)), "cttr": v / sqrt(mpf(2 * n))}
        L = log(mpf(n))
        r["herdan_c"] = log(mpf(v)) / L if n > 1 else nan
        r["maas_a2"] = (L - log(mpf(v))) / L**2 if n > 1 else nan
        r["dugast_u"] = (L**2 / (L - log(mpf(v))) if v < n else inf) if n > 1 else nan
        seg = [mpf(len(set(ids[i:i + 50]))) / 50 for i in range(0, n - 49, 50)]
        r["msttr"] = sum(seg) / len(seg) if seg else nan
        win = [mpf(len(set(ids[i:i + 50]))) / 50 for i in range(n - 49)]
        r["mattr"] = sum(win) / len(win) if win else nan
        sd = lambda a: sqrt(sum((x - sum(a) / len(a)) ** 2 for x in a) / (len(a) - 1)) if len(a) > 1 else nan
        r["mattr_sd"] = sd(win)

        def factors(seq):
            f, types, k = mpf(0), set(), 0
            for t in seq:
                types.add(t)
                k += 1
                if mpf(len(types)) / k <= mpf("0.72"):
                    f, types, k = f + 1, set(), 0
            if k:
                f += (1 - mpf(len(types)) / k) / (1 - mpf("0.72"))
            return n / f if f else inf

        r["mtld"] = (factors(ids) + factors(ids[::-1])) / 2
        r["hdd"] = sum(1 - (binomial(n - x, 42) / binomial(n, 42) if n - x >= 42 else 0) for x in freq.values()) / 42 if n >= 42 else nan
        r["yule_k"] = mpf(10**4) * (s2 - n) / n**2
        r["simpson_d"] = mpf(s2 - n) / (n * (n - 1)) if n > 1 else nan
        r["honore_r"] = (100 * L / (1 - mpf(v1) / v) if v1 < v else inf) if n > 1 else nan
        r["brunet_w"] = mpf(n) ** (mpf(v) ** mpf("-0.172"))
        r["entropy"] = -sum(xlog(mpf(x) / n, 1) for x in freq.values()) / ln2
        r["hapax_ratio"] = mpf(v1) / v
        rows.append(r)
    write("texts", list(rows[0]), rows)


os.makedirs("a", exist_ok=True)
os.makedirs("b", exist_ok=True)
frequency_lists()
documents()
pairs()
texts()
