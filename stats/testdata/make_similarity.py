"""Writes similarity.tsv: pairs of frequency lists and how alike they are.

    python3 make_similarity.py > similarity.tsv         (SciPy 1.17.1, NumPy)

Divergence, rank correlation and correlation are SciPy's (scipy.spatial.distance.jensenshannon, scipy.stats.spearmanr and
pearsonr), the rest from the definitions in 40 digits. Kilgarriff's χ² looks at the 500 most frequent words of both lists
together, ties by index. Mean and SD are those of six documents that were drawn with the lists.
"""
import random
from mpmath import mp, mpf, sqrt, log
from scipy.spatial.distance import jensenshannon
from scipy.stats import pearsonr, spearmanr

mp.dps = 40


def measures(a, b, mean, sd):
    na, nb = mpf(sum(a)), mpf(sum(b))
    p, q = [x / na for x in a], [x / nb for x in b]
    top = sorted((i for i in range(len(a)) if a[i] + b[i]), key=lambda i: (-(a[i] + b[i]), i))[:500]
    r = {}
    cos = lambda x, y: sum(s * t for s, t in zip(x, y)) / sqrt(sum(s * s for s in x) * sum(t * t for t in y))
    r["cosine:standard"] = cos(p, q)
    kl = lambda x, m: sum(s * log(s / t) for s, t in zip(x, m) if s)
    m = [(s + t) / 2 for s, t in zip(p, q)]
    js = (kl(p, m) + kl(q, m)) / 2
    r["jsd:bits"], r["jsd:nats"], r["jsd:distance"] = js / log(mpf(2)), js, sqrt(js / log(mpf(2)))
    assert abs(jensenshannon([float(x) for x in p], [float(x) for x in q], base=2) - r["jsd:distance"]) < 1e-7
    r["spearman:midranks"] = mpf(float(spearmanr([a[i] for i in top], [b[i] for i in top]).statistic))

    def ranks(v):
        s = sorted(v)
        return [mpf(2 * s.index(x) + s.count(x) + 1) / 2 for x in v]

    n = len(top)
    d2 = sum((x - y) ** 2 for x, y in zip(ranks([a[i] for i in top]), ranks([b[i] for i in top])))
    r["spearman:differences"] = 1 - 6 * d2 / (mpf(n) * (mpf(n) ** 2 - 1))
    chi = mpf(0)
    for i in top:
        ea, eb = na * (a[i] + b[i]) / (na + nb), nb * (a[i] + b[i]) / (na + nb)
        chi += (a[i] - ea) ** 2 / ea + (b[i] - eb) ** 2 / eb
    r["kilgarriff_chi2:chi2"], r["kilgarriff_chi2:cbdf"] = chi, chi / (n - 1)
    use = [i for i in top if sd[i] > 0]
    za = [(p[i] - mpf(mean[i])) / mpf(sd[i]) for i in use]
    zb = [(q[i] - mpf(mean[i])) / mpf(sd[i]) for i in use]
    r["burrows_delta:standard"] = sum(abs(x - y) for x, y in zip(za, zb)) / len(use)
    r["cosine_delta:standard"] = 1 - cos(za, zb)
    here = [i for i in range(len(a)) if a[i] + b[i]]
    r["correlation:standard"] = mpf(float(pearsonr([float(p[i]) for i in here], [float(q[i]) for i in here]).statistic))
    va, vb = {i for i in here if a[i]}, {i for i in here if b[i]}
    r["jaccard:standard"] = mpf(len(va & vb)) / len(va | vb)
    r["dice:standard"] = mpf(2) * len(va & vb) / (len(va) + len(vb))
    r["hamann:standard"] = mpf(2 * len(va & vb) - len(va | vb)) / len(va | vb)
    return r


def lists():
    rng = random.Random(20240606)
    yield [20, 15, 10, 6, 5, 4, 0], [25, 11, 12, 9, 3, 0, 10], [0.35, 0.2, 0.17, 0.12, 0.06, 0.03, 0.07], \
        [0.04, 0.06, 0.02, 0.05, 0.03, 0.03, 0.07]
    for size, tokens in [(3, 20), (10, 100), (40, 500), (40, 10**6), (300, 3000), (700, 20000)]:
        for noise in (0.1, 0.6, 1.5):
            base = [1 / (r + 1.5) for r in range(size)]
            docs = []
            for _ in range(6):
                w = [x * rng.lognormvariate(0, noise) for x in base]
                docs.append([int(tokens / 6 * x / sum(w) + rng.random()) for x in w])
            a, b = [sum(x) for x in zip(*docs[:3])], [sum(x) for x in zip(*docs[3:])]
            f = [[x / sum(d) for x in d] for d in docs]
            mean = [sum(x) / 6 for x in zip(*f)]
            sd = [(sum((y - m) ** 2 for y in x) / 5) ** 0.5 for x, m in zip(zip(*f), mean)]
            yield a, b, mean, sd


head = None
for a, b, mean, sd in lists():
    r = measures(a, b, mean, sd)
    if head is None:
        head = list(r)
        print("\t".join(["A", "B", "mean", "sd"] + head))
    cols = [",".join(map(repr, x)) for x in (a, b, mean, sd)]
    print("\t".join(cols + [mp.nstr(r[h], 18, min_fixed=1, max_fixed=0) for h in head]))
