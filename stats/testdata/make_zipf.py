"""Writes zipf.tsv: ranked frequencies of texts, and what SciPy finds when it fits the Zipf–Mandelbrot law to them.

    python3 stats/testdata/make_zipf.py      (from the top of the repository; SciPy 1.17.1, NumPy 2)

The likelihood is written as it is defined, with r+b. For each ln(1+b) the best a is where brentq finds the slope 0; b is what
minimize_scalar finds best between −1+e^−12 and 1000·V, from the best point of a grid. "beyond_exponential" and "first_apart" say
that this is the greatest or the least b that it may take. The frequencies are written as frequency*types.
"""
import glob
import os
import subprocess
from itertools import groupby

import numpy as np
from scipy.optimize import brentq, minimize_scalar
from scipy.special import logsumexp


def ridge(f, t):
    r = np.arange(1, len(f) + 1)
    x = np.log(r + np.expm1(t)) - t
    mean = (f * x).sum() / f.sum()

    def slope(ln_a):
        w = np.exp(-np.exp(ln_a) * x)
        return (w * x).sum() / w.sum() - mean

    a = np.exp(brentq(slope, -20, 15 + max(t, 0), xtol=1e-15, rtol=1e-14))
    return a, -a * mean - logsumexp(-a * x)


def fit(f):
    grid = np.linspace(-12, np.log1p(1000 * len(f)), 60)
    best = int(np.argmax([ridge(f, t)[1] for t in grid]))
    if best == len(grid) - 1:
        return "beyond_exponential", np.nan, np.nan, np.nan
    if best == 0:
        return "first_apart", np.nan, np.nan, np.nan
    t = minimize_scalar(lambda t: -ridge(f, t)[1], bounds=grid[[best - 1, best + 1]], method="bounded", options=dict(xatol=1e-10)).x
    a, b = ridge(f, t)[0], np.expm1(t)
    law = (np.arange(1, len(f) + 1) + b) ** -a
    return "", a, b, np.abs(np.cumsum(f / f.sum() - law / law.sum())).max()


def texts():
    for unit in ("word", "eojeol", "morpheme", "syllable", "jamo"):
        for path in sorted(glob.glob("testdata/essays/*.txt")):
            out = subprocess.run(["go", "run", "./cmd/kstat", "freq", "--unit", unit, "--format", "tsv", path], capture_output=True, text=True, check=True)
            head, *rows = [line.split("\t") for line in out.stdout.splitlines()]
            yield f"{unit} of {os.path.basename(path)}", [int(row[head.index("freq")]) for row in rows]
    yield "a b c d e f a b c", [2, 2, 2, 1, 1, 1]
    yield "halves", [2 ** k for k in range(12)]
    yield "steeper than halves", [4, 12, 32, 80, 95, 100]
    yield "one above level ones", [1000] + [10] * 50
    yield "one above nearly level ones", [1000] + [12] * 5 + [10] * 50


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "zipf.tsv"), "w") as out:
    print("text", "frequencies", "doubt", "a", "b", "ks", sep="\t", file=out)
    for name, f in texts():
        f = sorted(f, reverse=True)
        listed = ",".join(f"{x}*{len(list(g))}" for x, g in groupby(f))
        print(name, listed, *(v if isinstance(v, str) else repr(float(v)) for v in fit(np.array(f, float))), sep="\t", file=out)
