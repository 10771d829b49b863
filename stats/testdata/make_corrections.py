"""Writes corrections.tsv: probabilities and what statsmodels makes of them as a family.

    python3 make_corrections.py > corrections.tsv       (statsmodels 0.15.0)
"""
import random
from statsmodels.stats.multitest import multipletests

rng = random.Random(7)
methods = [("bh", "fdr_bh"), ("by", "fdr_by"), ("holm", "holm"), ("bonferroni", "bonferroni"), ("sidak", "sidak")]
print("\t".join(["p"] + [name for name, _ in methods]))
for n in (1, 2, 5, 40, 250):
    p = [rng.random() ** rng.choice([1, 1, 8, 60]) for _ in range(n)]
    if n >= 5:
        p[1] = p[3]  # ties
        p[0] = 1.0
    fields = [p] + [multipletests(p, method=m)[1] for _, m in methods]
    print("\t".join(",".join("%.17g" % x for x in f) for f in fields))
