"""The table of `kstat compare --measures all --freq-list A B`, by pandas and SciPy as one would write it for speed:
whole columns at once, no loop over words.

    python3 peer_keyness.py A.tsv B.tsv OUT.tsv [default]
"""
import csv, sys, time
import numpy as np, pandas as pd
from scipy import special, stats

t0 = time.time()
read = lambda f: pd.read_csv(f, sep='\t', quoting=csv.QUOTE_NONE, keep_default_na=False, dtype={'term': str, 'freq': np.int64}).set_index('term')['freq']
a, b = read(sys.argv[1]), read(sys.argv[2])
t = pd.DataFrame({'freq_a': a, 'freq_b': b}).fillna(0).astype(np.int64)
t1 = time.time()
a, b = t.freq_a.to_numpy(float), t.freq_b.to_numpy(float)
c, d = a.sum(), b.sum()
n, alpha = c + d, 0.05
m = len(t)
e1, e2 = c * (a + b) / n, d * (a + b) / n
p1, p2 = a / c, b / d
h1, h2 = np.where(a == 0, .5, a) / c, np.where(b == 0, .5, b) / d   # zero rule
sign = np.where(p1 < p2, -1., 1.)
with np.errstate(all='ignore'):
    x = special.xlogy(a, a / e1) + special.xlogy(b, b / e2)
    rest = special.xlogy(c - a, (c - a) / (c - e1)) + special.xlogy(d - b, (d - b) / (d - e2))
    det = a * (d - b) - b * (c - a)
    margins = c * d * (a + b) * (n - a - b)
    g2 = 2 * (x + rest)
    t['per_million_a'], t['per_million_b'] = 1e6 * p1, 1e6 * p2
    t['key_in'] = np.where(p1 > p2, 'a', 'b')
    t['g2'] = sign * g2
    t['g2_2term'] = sign * 2 * x
    t['chi2'] = sign * n * det**2 / margins
    t['chi2_yates'] = sign * n * (abs(det) - n / 2)**2 / margins
    # Two-sided Fisher has no form for whole columns in SciPy; twice the smaller tail stands for it, which is less work.
    h = stats.hypergeom(n, a + b, c)
    t['fisher'] = np.minimum(1, 2 * np.minimum(h.sf(a - 1), h.cdf(a)))
    t['p'] = stats.chi2.sf(g2, 1)
    t['log10_p'] = np.log10(2) + stats.norm.logsf(np.sqrt(np.maximum(g2, 0))) / np.log(10)
    t['p_adj'] = stats.false_discovery_control(t.p, method='bh')
    z = stats.norm.isf(alpha / 2)
    t['log_ratio'] = np.log2(h1 / h2)
    lo, hi = special.betaincinv(a, b + 1, alpha / 2), special.betaincinv(a + 1, b, 1 - alpha / 2)
    lo, hi = np.where(a == 0, 0, lo), np.where(b == 0, 1, hi)
    rr_lo, rr_hi = (d / c) * lo / (1 - lo), (d / c) * hi / (1 - hi)
    t['log_ratio_lo'], t['log_ratio_hi'] = np.log2(rr_lo), np.log2(rr_hi)
    tau_lo, tau_hi = special.betaincinv(a, b + 1, alpha / m / 2), special.betaincinv(a + 1, b, 1 - alpha / m / 2)
    tau_lo, tau_hi = np.where(a == 0, 0, tau_lo), np.where(b == 0, 1, tau_hi)
    t['lrc'] = np.where(p1 >= p2, np.maximum(0, np.log2((d / c) * tau_lo / (1 - tau_lo))), np.minimum(0, np.log2((d / c) * tau_hi / (1 - tau_hi))))
    zm = stats.norm.isf(alpha / m / 2)
    lrr, se = np.log(h1 / h2), np.sqrt(1 / (c * h1) + 1 / (d * h2) - 1 / c - 1 / d)
    t['clr'] = np.where(lrr >= 0, np.maximum(0, lrr - zm * se), np.minimum(0, lrr + zm * se)) / np.log(2)
    t['pct_diff'] = 100 * (p1 - p2) / p2
    t['pct_diff_lo'], t['pct_diff_hi'] = 100 * (rr_lo - 1), 100 * (rr_hi - 1)
    t['relative_risk'], t['relative_risk_lo'], t['relative_risk_hi'] = p1 / p2, rr_lo, rr_hi
    t['odds_ratio'] = a * (d - b) / (b * (c - a))
    half = np.exp(z * np.sqrt(1 / a + 1 / b + 1 / (c - a) + 1 / (d - b)))
    t['odds_ratio_lo'], t['odds_ratio_hi'] = t.odds_ratio / half, t.odds_ratio * half
    t['simple_maths'] = (1e6 * p1 + 1) / (1e6 * p2 + 1)
    t['diff_coef'] = (p1 - p2) / (p1 + p2)
    t['diff_coef_lo'], t['diff_coef_hi'] = (rr_lo - 1) / (rr_lo + 1), (rr_hi - 1) / (rr_hi + 1)
    t['bic'] = g2 - np.log(n)
    t['ell'] = g2 / (n * np.log(np.minimum(e1, e2)))
    w = 500 * (a + b) / n
    u, v = a + w, b + w
    t['log_odds_prior'] = (np.log(u / (c + 500 - u)) - np.log(v / (d + 500 - v))) / np.sqrt(1 / u + 1 / v)
if len(sys.argv) > 4:
    t = t[['freq_a', 'freq_b', 'per_million_a', 'per_million_b', 'key_in', 'lrc', 'log_ratio', 'log_ratio_lo', 'log_ratio_hi', 'g2', 'p_adj']]
t2 = time.time()
t = t.iloc[np.lexsort((t.index.to_numpy(), -t.g2, -t.lrc.abs()))]
t3 = time.time()
t.to_csv(sys.argv[3], sep='\t', quoting=csv.QUOTE_NONE, escapechar='\\')
t4 = time.time()
print(f'{len(t)} words: read and join {t1-t0:.1f} s, measures {t2-t1:.1f} s, sort {t3-t2:.1f} s, write {t4-t3:.1f} s', file=sys.stderr)
