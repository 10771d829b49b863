"""Writes diversity.tsv: texts as the numbers of their types, and every measure of diversity.

    python3 make_diversity.py                (mpmath 1.4.1, SciPy 1.17.1 for starting points only)

Each measure is computed from its definition, in 40 digits, window by window where there are windows. Fields are "nan" and
"inf" where the definition has no value. The first row is the worked example, i² mod 97 for i = 0…499.
"""
import os
import random
from collections import Counter
from mpmath import mp, mpf, log, sqrt, exp, nan, inf, binomial, findroot, power
from scipy.optimize import minimize

mp.dps = 40
here = os.path.dirname(os.path.abspath(__file__))
W, SAMPLE, THRESHOLD = 50, 42, 0.72


def safe(f):
    try:
        v = f()
        return v if v.imag == 0 else nan
    except ZeroDivisionError:
        return inf
    except (ValueError, IndexError):
        return nan


def sd(a):
    m = sum(a) / len(a)
    return sqrt(sum((x - m) ** 2 for x in a) / (len(a) - 1)) if len(a) > 1 else nan


def mtld(ids):
    factors, seen, n = mpf(0), set(), 0
    for w in ids:
        seen.add(w)
        n += 1
        if len(seen) / n <= THRESHOLD:
            factors, seen, n = factors + 1, set(), 0
    if n:
        factors += (1 - mpf(len(seen)) / n) / (1 - mpf(THRESHOLD))
    return len(ids) / factors if factors else inf


def measures(ids):
    n = mpf(len(ids))
    f = Counter(ids)
    v = mpf(len(f))
    s2 = sum(mpf(x) ** 2 for x in f.values())
    v1 = sum(1 for x in f.values() if x == 1)
    spectrum = Counter(f.values())
    ln, lg = log, lambda x: log(x) / log(mpf(10))
    growth = lambda k: sum(t * (1 - binomial(n - x, k) / binomial(n, k) if x + k <= n else mpf(1)) for x, t in spectrum.items())
    r = {}
    r["ttr:standard"] = v / n
    r["root_ttr:standard"] = v / sqrt(n)
    r["cttr:standard"] = v / sqrt(2 * n)
    r["herdan_c:standard"] = safe(lambda: ln(v) / ln(n)) if n > 1 else nan
    r["somers_s:ln"] = safe(lambda: ln(ln(v)) / ln(ln(n))) if v > 1 else None
    r["somers_s:log10"] = safe(lambda: lg(lg(v)) / lg(lg(n))) if v > 1 and lg(n) > 0 and lg(n) != 1 else None
    for name, l in (("ln", ln), ("log10", lg)):
        r["dugast_u:" + name] = (l(n) ** 2 / (l(n) - l(v)) if v < n else inf) if n > 1 else nan
        r["maas_a2:" + name] = (l(n) - l(v)) / l(n) ** 2 if n > 1 else nan
    parts = [ids[i:i + W] for i in range(0, len(ids) - W + 1, W)]
    moving = [ids[i:i + W] for i in range(0, len(ids) - W + 1)]
    for name, ws in (("msttr", parts), ("mattr", moving)):
        t = [mpf(len(set(w))) / W for w in ws]
        r[name + ":standard"] = sum(t) / len(t) if t else nan
        r[name + "_sd:standard"] = sd(t) if t else nan
    fw, bw = mtld(ids), mtld(ids[::-1])
    r["mtld:both_ways"], r["mtld:forwards"], r["mtld:backwards"] = (fw + bw) / 2, fw, bw
    r["hdd:ttr"] = growth(SAMPLE) / SAMPLE if n >= SAMPLE else nan
    r["hdd:types"] = growth(SAMPLE) if n >= SAMPLE else nan
    if n < 50:
        r["vocd_d:exact"] = nan
    elif v == n:
        r["vocd_d:exact"] = inf
    else:
        ttr = {k: growth(k) / k for k in range(35, 51)}
        model = lambda k, d: d / k * (sqrt(1 + 2 * k / d) - 1)
        slope = lambda d: mp.diff(lambda x: sum((ttr[k] - model(k, x)) ** 2 for k in ttr), d)
        d0 = minimize(lambda x: float(sum((ttr[k] - model(k, exp(mpf(x[0])))) ** 2 for k in ttr)), [2.0], method="Nelder-Mead",
                      options=dict(xatol=1e-8, fatol=1e-18)).x[0]
        r["vocd_d:exact"] = findroot(slope, exp(mpf(d0)))
    r["yule_k:standard"] = 10 ** 4 * (s2 - n) / n ** 2
    r["yule_i:types"] = safe(lambda: v ** 2 / (s2 - v))
    r["yule_i:tokens"] = safe(lambda: n ** 2 / (s2 - n))
    r["simpson_d:standard"] = (s2 - n) / (n * (n - 1)) if n > 1 else nan
    r["herdan_vm:root"], r["herdan_vm:square"] = sqrt(abs(s2 / n ** 2 - 1 / v)), s2 / n ** 2 - 1 / v
    r["honore_r:standard"] = safe(lambda: 100 * ln(n) / (1 - v1 / v)) if n > 1 else nan
    r["brunet_w:0.172"] = power(n, power(v, -mpf("0.172")))
    r["brunet_w:0.165"] = power(n, power(v, -mpf("0.165")))
    h = sum(x / n * log(n / x) for x in f.values())
    r["entropy:bits"], r["entropy:nats"] = h / log(mpf(2)), h
    r["hapax_ratio:types"], r["hapax_ratio:tokens"] = v1 / v, v1 / n
    r["lexical_density:standard"] = mpf(len(ids) * 3 // 5) / n
    # Zipf–Mandelbrot: the root of the gradient of the likelihood, and the distance of the cumulated shares.
    ranked = sorted(f.values(), reverse=True)
    if v < 3 or ranked[0] == ranked[-1]:
        zipf = [nan, nan, nan]
    else:
        like = lambda a, b: -a * sum(x * log(k + b) for k, x in enumerate(ranked, 1)) - n * log(sum((k + b) ** -a for k in range(1, len(ranked) + 1)))

        def gradient(a, b):
            w = [(k + b) ** -a for k in range(1, len(ranked) + 1)]
            z = sum(w)
            ga = sum(y * log(k + b) for k, y in enumerate(w, 1)) / z - sum(x * log(k + b) for k, x in enumerate(ranked, 1)) / n
            gb = sum(y / (k + b) for k, y in enumerate(w, 1)) / z - sum(x / (k + b) for k, x in enumerate(ranked, 1)) / n
            return ga, gb
        import math
        fl = lambda p: -(-p[0] * sum(x * math.log(k + math.expm1(p[1])) for k, x in enumerate(ranked, 1))
                         - float(n) * math.log(sum((k + math.expm1(p[1])) ** -p[0] for k in range(1, len(ranked) + 1))))
        start = minimize(fl, [1.0, 0.7], method="Nelder-Mead", options=dict(xatol=1e-9, fatol=1e-9, maxiter=5000)).x
        a, b = findroot(gradient, (mpf(start[0]), exp(mpf(start[1])) - 1), tol=1e-50)
        w = [(k + b) ** -a for k in range(1, len(ranked) + 1)]
        z, ks, cum = sum(w), mpf(0), mpf(0)
        for x, y in zip(ranked, w):
            cum += x / n - y / z
            ks = max(ks, abs(cum))
        zipf = [a, b, ks]
    for name, x in zip(("a", "b", "ks"), zipf):
        r["zipf_mandelbrot:likelihood#" + name] = x
    points = sorted({len(ids) * j // 100 for j in range(1, 101)} - {0})
    if len(points) < 2:
        heaps = [nan, nan]
    else:
        xs, ys = [log(mpf(k)) for k in points], [log(growth(k)) for k in points]
        mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
        beta = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)
        heaps = [exp(my - beta * mx), beta]
    for name, x in zip(("k", "beta"), heaps):
        r["heaps:averaged#" + name] = x
    return r


def texts():
    rng = random.Random(20240605)
    yield [i * i % 97 for i in range(500)]
    yield [0]
    yield [0, 1]
    yield [0, 0, 0, 0]
    yield list(range(60))            # all words different
    yield list(range(20))            # and shorter than any window
    yield [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4, 3, 3, 8, 3, 2, 7]
    yield [i % 50 for i in range(200)]
    zipf = [1 / (r + 2.7) ** 1.1 for r in range(1, 4000)]
    for n in (50, 51, 70, 99, 100, 700, 2800):
        yield rng.choices(range(len(zipf)), zipf, k=n)
    # bursts: a topic repeats its words
    text = []
    for _ in range(40):
        topic = rng.choices(range(len(zipf)), k=12)
        text += [rng.choice(topic) if rng.random() < 0.4 else rng.choices(range(len(zipf)), zipf)[0] for _ in range(40)]
    yield text


def show(x):
    if x is None:
        return ""
    if mp.isnan(x):
        return "nan"
    return "inf" if x == inf else mp.nstr(x, 18, min_fixed=1, max_fixed=0)


with open(os.path.join(here, "diversity.tsv"), "w") as f:
    head = None
    for ids in texts():
        r = measures(ids)
        if head is None:
            head = list(r)
            f.write("\t".join(["types"] + head) + "\n")
        f.write("\t".join([",".join(map(str, ids))] + [show(r[h]) for h in head]) + "\n")
