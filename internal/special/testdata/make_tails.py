"""Writes tails.tsv: function, arguments, value, for the tests of package special.

    python3 make_tails.py > tails.tsv        (mpmath 1.4.1, some two minutes)

Values are computed with 40 to 60 digits and printed with 20. Arguments are float64 numbers, printed so that they read
back exactly; mpmath takes them exactly too. Nothing is taken from a float64 library. Distributions whose closed form
mpmath finds hard at arguments of 10^9 are integrated or summed from their densities.
"""
import sys
from mpmath import mp, mpf, log, exp, sqrt, erfc, betainc, loggamma, quad, log1p, pi

from oracle import beta_logit, gamma_log_quantile, hyper, ln_gamma_tails, normal_upper_quantile, tails

out = []


def row(name, args, value):
    out.append("%s\t%s\t%s" % (name, " ".join(repr(a) for a in args), mp.nstr(value, 20, strip_zeros=False)))


# Functions free of cancellation.
for u in [-1.0, -0.999999, -0.75, -0.5, -0.4999, -0.1, -1e-3, -1e-8, -1e-15, 1e-300, 1e-20, 1e-9, 1e-4, 0.03, 0.3, 0.4999, 0.5,
          0.75, 1.0, 10.0, 1e6, 1e12]:
    x = mpf(u)
    mp.dps = 400
    row("Deviance", [u], (1 + x) * log(1 + x) - x if u > -1 else mpf(1))
    mp.dps = 50
for x in [1e-300, 1e-5, 0.1, 0.4999, 0.5, 0.75, 1.0, 1.5, 2.0, 5.0, 7.5, 15.0, 15.999, 16.0, 16.5, 100.0, 12345.0, 1e6, 5e9, 1e12]:
    v = mpf(x)
    row("StirlingError", [x], loggamma(v + 1) - (v + mpf(1) / 2) * log(v) + v - log(2 * pi) / 2)
for a, b in [(0.5, 0.5), (0.5, 1e6), (1.0, 1.0), (3.0, 1e10), (1e10, 1e10), (1e-3, 2.0), (123.5, 0.5), (5e9, 7.0)]:
    row("LogBeta", [a, b], loggamma(mpf(a)) + loggamma(mpf(b)) - loggamma(mpf(a) + mpf(b)))

# Normal.
for z in [-40.0, -9.0, -3.0, -1.0, -1e-10, 0.0, 1e-10, 0.5, 1.0, 1.959963984540054, 3.0, 5.0, 5.0001, 8.0, 9.0, 20.0, 37.0,
          38.5, 100.0, 1e4, 1e6]:
    q = erfc(mpf(z) / sqrt(mpf(2))) / 2
    row("NormalLogSurvival", [z], log(q) if z >= 0 else log1p(-erfc(-mpf(z) / sqrt(mpf(2))) / 2))
    if q > mpf("1e-300"):
        row("NormalSurvival", [z], q)
for p in [0.5, 0.975, 0.3, 0.05, 0.025, 1e-3, 1e-6, 1e-9, 2.5e-12, 1e-30, 1e-100, 1e-300]:
    row("NormalUpperQuantile", [p], normal_upper_quantile(p))


for df in [1.0, 2.0, 3.0, 5.0, 30.0, 99.0, 499.0, 5000.0]:
    for x in [1e-12, 1e-3, 0.1, 1.0, 3.841458820694124, df / 2, df, df + 1, 1.5 * df, 2 * df + 10, 100.0, 1400.0, 1e4, 1e6]:
        row("ChiSquaredLogSurvival", [x, df], ln_gamma_tails(df / 2, x / 2)[1])
for k, m in [(1, 1e-9), (1, 0.8), (20, 0.8), (7, 9.584), (5, 500.0), (500, 5.0), (10**6, 1e6), (10**6, 1.002e6), (5 * 10**9, 5e9),
             (5000200000, 5e9), (5002000000, 5e9), (4999000000, 5e9), (10**12, 1e12), (10**12, 1.0000100e12)]:
    low, up = ln_gamma_tails(k, m)
    row("PoissonLogUpper", [k, m], low)
    row("PoissonLogLower", [k - 1, m], up)


shapes = [(0.5, 0.5), (0.5, 5.0), (5.0, 0.5), (1.0, 1.0), (2.0, 3.0), (20.0, 61.0), (1.0, 1e9), (100.0, 51.0), (0.5, 1e6), (1e6, 0.5),
          (1e6, 2e3), (1e6, 1e6), (5e9, 3.0), (5e9, 5e9), (2e9, 3e9), (1e12, 1e12)]
for a, b in shapes:
    sd = float(sqrt(1 / mpf(a) + 1 / mpf(b)))
    for k in [-35.0, -6.0, -1.0, -0.01, 0.0, 0.5, 3.0, 20.0]:
        if abs(k) * sd > 60:
            continue
        t = float(log(mpf(a) / mpf(b))) + k * sd
        x, y = float(1 / (1 + exp(-mpf(t)))), float(1 / (1 + exp(mpf(t))))
        low, up = tails(a, b, x, y)
        row("LogBetaLower", [a, b, x, y], low)
        row("LogBetaUpper", [a, b, x, y], up)

for p in [0.5, 0.025, 0.05, 1e-4, 1e-9, 3e-12]:
    for a, b in [(1.0, 1.0), (1.0, 5e9), (100.0, 51.0), (51.0, 101.0), (3.0, 1.0), (2.0, 700.0), (1e6, 1e3), (5e9, 4e9), (5e9, 2.0)]:
        row("BetaLogit", [p, a, b], beta_logit(p, a, b))
for p in [0.025, 1e-9]:
    for a in [1.0, 2.0, 51.0, 1e4, 5e9]:
        row("GammaLogQuantile", [p, a], gamma_log_quantile(p, a, False))
        row("GammaUpperLogQuantile", [p, a], gamma_log_quantile(p, a, True))

# Student's t and F through the beta function; the argument x of the beta function is exact here.
for df in [1.0, 2.0, 3.5, 10.0, 50.0, 1e3, 1e6]:
    for t in [-2.0, -1e-3, 0.0, 1e-6, 0.5, 1.0, 2.0, 6.0, 40.0, 1e3, 1e6, 1e200]:
        n, v = mpf(df), mpf(abs(t))
        if t == 0:
            row("StudentTLogSurvival", [t, df], log(mpf(1) / 2))
            continue
        y = v * v / (n + v * v)
        x = n / (n + v * v)
        if v * v > 1 and df < 2000:
            half = log(betainc(n / 2, mpf(1) / 2, 0, x, regularized=True)) if v < 1e100 else \
                n / 2 * log(x) - log(n / 2) - (loggamma(n / 2) + loggamma(mpf(1) / 2) - loggamma(n / 2 + mpf(1) / 2))
        else:
            dens = lambda s: exp(-(n + 1) / 2 * log1p(s * s / n) + loggamma((n + 1) / 2) - loggamma(n / 2)) / sqrt(n * pi)
            if v < 8:
                half = log(1 - 2 * quad(dens, [0, v / 4, v / 2, v]))
            else:
                d0 = log(dens(v))
                w = 1 / ((n + 1) * v / (n + v * v))
                half = d0 + log(2 * quad(lambda s: exp(log(dens(s)) - d0), [v + w * k for k in (0, 1, 2, 4, 8, 16, 32, 64, 128)]))
        p = half - log(mpf(2))
        row("StudentTLogSurvival", [t, df], log1p(-exp(p)) if t < 0 else p)
for d1, d2 in [(1.0, 10.0), (3.0, 20.0), (10.0, 2.0), (50.0, 50.0), (2.0, 4000.0)]:
    for f in [1e-6, 0.3, 1.0, 4.0, 50.0, 1e4, 1e8]:
        a, b, v = mpf(d1), mpf(d2), mpf(f)
        if v < 1:
            p = log1p(-betainc(a / 2, b / 2, 0, a * v / (a * v + b), regularized=True))
        else:
            p = log(betainc(b / 2, a / 2, 0, b / (a * v + b), regularized=True))
        row("FLogSurvival", [f, d1, d2], p)

# Binomial with a p that float64 holds exactly.
for n, p in [(10, 0.25), (1000, 0.125), (10**6, 0.5), (5 * 10**9, 2.0**-30), (5 * 10**9, 0.375)]:
    m = n * p
    sd = (m * (1 - p)) ** 0.5
    for c in [-30, -5, -1, 0, 1, 4, 25]:
        k = int(m + c * sd)
        if k < 1 or k >= n:
            continue
        low, up = tails(float(k), float(n - k + 1), p, 1 - p)
        row("BinomialLogUpper", [k, n, p, 1 - p], low)
        low, up = tails(float(k + 1), float(n - k), p, 1 - p)
        row("BinomialLogLower", [k, n, p, 1 - p], up)


for t in [(3, 1, 1, 3), (0, 5, 5, 0), (5, 0, 0, 5), (20, 80, 60, 9840), (100, 50, 9900, 19950), (2, 10, 15, 3), (0, 0, 7, 9),
          (0, 17, 30, 5000), (1, 15333, 1, 176663), (7, 15327, 113, 176551), (1000, 1000, 1000, 1000), (1200, 1000, 1000, 1200),
          (5000, 10**6, 10**4, 10**9), (1, 10**6, 10**4, 10**9), (150000, 10**6, 120000, 10**6), (12345, 5 * 10**9, 54321, 5 * 10**9),
          (3 * 10**6, 5 * 10**9, 10**6, 5 * 10**9), (10**4, 10**12, 2 * 10**4, 10**12), (10**6, 10**8, 10**6 + 3000, 10**8), (10**10, 10**10, 10**10 + 10**5, 10**10),
          (5 * 10**9 + 10**6, 5 * 10**9, 5 * 10**9, 5 * 10**9)]:
    for name, v in zip(["HyperLogDensity", "HyperLogUpper", "HyperLogLower", "HyperLogTwoSided"], hyper(*t)):
        row(name, list(t), v)

sys.stdout.write("\n".join(out) + "\n")
