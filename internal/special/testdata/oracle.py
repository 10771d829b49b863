"""Tails of distributions to 40 digits and more, by mpmath alone: the oracle that testdata scripts of this module share.

Distributions whose closed form mpmath finds hard at arguments of 10^9 are integrated or summed from their densities.
"""
from scipy import special
from mpmath import mp, mpf, log, exp, sqrt, erfc, gammainc, loggamma, quad, log1p, findroot, inf

mp.dps = 50


def normal_upper_quantile(p):
    """z with P(Z > z) = p."""
    p = mpf(p)
    return findroot(lambda t: log(erfc(t / sqrt(mpf(2))) / 2) - log(p), sqrt(-2 * log(min(p, mpf("0.9")))))


# Integrals of the density, scaled by its greatest value on the range, over pieces of its width.
def ln_gamma_tail(a, x, upper):
    a, x = mpf(a), mpf(x)
    if a < 500 and x < 3000:
        v = gammainc(a, x, inf) if upper else gammainc(a, 0, x)
        return log(v) - loggamma(a)
    f = lambda t: (a - 1) * log(t) - t - loggamma(a)
    sd = sqrt(a)
    mode = a - 1
    if upper:
        top = max(x, mode)
        g = f(top)
        width = min(sd, 1 / abs(1 - (a - 1) / top)) if top > mode else sd
        ends = [x] + [top + k * width for k in (1, 2, 4, 8, 14, 20, 30, 45, 70, 110) if top + k * width > x]
    else:
        top = min(x, mode)
        g = f(top)
        width = min(sd, 1 / abs((a - 1) / top - 1)) if top < mode else sd
        ends = [top - k * width for k in (110, 70, 45, 30, 20, 14, 8, 4, 2, 1)]
        ends = [max(e, mpf(0)) for e in ends if e < x] + ([top, x] if x > top else [x])
        ends = sorted(set(ends))
    return g + log(quad(lambda t: exp(f(t) - g), ends))


def ln_gamma_tails(a, x):
    if x < a:
        low = ln_gamma_tail(a, x, False)
        return low, log1p(-exp(low))
    up = ln_gamma_tail(a, x, True)
    return log1p(-exp(up)), up


def ln_beta_tail(a, b, x, y):
    """ln I_x(a, b) for x below or near the mean; the smaller of x and y is exact."""
    a, b = mpf(a), mpf(b)
    if x <= y:
        x = mpf(x)
    else:
        x = 1 - mpf(y)
    # In t = ln(x/(1−x)) the density is e^{f}, f = a·ln x + b·ln(1−x) − ln B.
    lnb = loggamma(a) + loggamma(b) - loggamma(a + b)

    def f(t):
        e = log1p(exp(-t)) if t > 0 else log1p(exp(t)) - t
        return -a * e - b * (e + t) - lnb

    t = log(x) - log1p(-x)
    mode = log(a / b)
    sd = sqrt(1 / a + 1 / b)
    top = min(t, mode)
    g = f(top)
    slope = a * (1 - 1 / (1 + exp(-top))) - b / (1 + exp(-top))
    width = min(sd, 1 / slope) if slope > 0 else sd
    ends = [top - k * width for k in (120, 90, 60, 40, 27, 18, 12, 8, 5, 3, 2, 1)]
    ends += [top, t] if t > top else [t]
    return g + log(quad(lambda s: exp(f(s) - g), ends))


def tails(a, b, x, y):
    mean = mpf(a) / (mpf(a) + mpf(b))
    xx = mpf(x) if x <= y else 1 - mpf(y)
    if xx <= mean:
        low = ln_beta_tail(a, b, x, y)
        return low, log1p(-exp(low))
    up = ln_beta_tail(b, a, y, x)
    return log1p(-exp(up)), up


def with_digits(digits):
    def wrap(f):
        def g(*args):
            with mp.workdps(digits):
                return f(*args)
        return g
    return wrap


@with_digits(34)
def beta_logit(p, a, b):
    """ln(x/(1−x)) for the x with I_x(a, b) = p, by Newton on ln I(t), whose slope is x^a·y^b/B/I."""
    x = float(special.betaincinv(float(a), float(b), float(p)))
    p, a, b = mpf(p), mpf(a), mpf(b)
    # SciPy gives a starting point, no more.
    t = log(mpf(x) / (1 - mpf(x))) if 1e-300 < x < 1 - 1e-9 else log(a / b) - sqrt(1 / a + 1 / b) * sqrt(-2 * log(p))
    lnb = loggamma(a) + loggamma(b) - loggamma(a + b)
    for _ in range(100):
        x, y = 1 / (1 + exp(-t)), 1 / (1 + exp(t))
        low = ln_beta_tail(a, b, x, y)
        step = (low - log(p)) / exp(a * log(x) + b * log(y) - lnb - low)
        t -= step
        if abs(step) < mpf(10) ** -22:
            return t
    raise ArithmeticError("beta_logit(%s, %s, %s)" % (p, a, b))


@with_digits(34)
def gamma_log_quantile(p, a, upper):
    """ln x for the x with P(a, x) = p, or with Q(a, x) = p."""
    x = float((special.gammainccinv if upper else special.gammaincinv)(float(a), float(p)))
    a = mpf(a)
    t = log(mpf(x)) if x > 0 else log(a * (1 + (6 if upper else -6) * min(1 / sqrt(a), mpf("0.16"))))
    for _ in range(200):
        x = exp(t)
        v = ln_gamma_tail(a, x, upper)
        slope = exp(a * t - x - loggamma(a) - v) * (-1 if upper else 1)
        step = max(min((v - log(mpf(p))) / slope, mpf(1)), mpf(-1))
        t -= step
        if abs(step) < mpf(10) ** -22:
            return t
    raise ArithmeticError("gamma_log_quantile(%s, %s)" % (p, a))


def hyper(a, b, c, d):
    """ln of the density, of both tails and of the two-sided p (R's rule) of a 2×2 table, summed in 40 digits."""
    mp.dps = 60
    r1, r2, c1, n = a + b, c + d, a + c, a + b + c + d
    lf = lambda v: loggamma(mpf(v + 1))
    const = lf(r1) + lf(r2) + lf(c1) + lf(b + d) - lf(n)
    lnp = lambda k: const - lf(k) - lf(r1 - k) - lf(c1 - k) - lf(r2 - c1 + k)
    lo, hi = max(0, c1 - r2), min(r1, c1)
    mp.dps = 40

    def up(k):
        s = t = mpf(1)
        j = k
        while j < hi:
            t = t * ((r1 - j) * (c1 - j)) / ((j + 1) * (r2 - c1 + j + 1))
            s += t
            j += 1
            if t < s * mpf(10) ** -32:
                break
        return s

    def down(k):
        s = t = mpf(1)
        j = k
        while j > lo:
            t = t * (j * (r2 - c1 + j)) / ((r1 - j + 1) * (c1 - j + 1))
            s += t
            j -= 1
            if t < s * mpf(10) ** -32:
                break
        return s

    d0 = lnp(a)
    mode = (r1 + 1) * (c1 + 1) // (n + 2)
    if a > mode:
        upper = d0 + log(up(a))
        lower = log1p(-exp(lnp(a + 1) + log(up(a + 1)))) if a < hi else mpf(0)
    else:
        lower = d0 + log(down(a))
        upper = log1p(-exp(lnp(a - 1) + log(down(a - 1)))) if a > lo else mpf(0)
    # two-sided, R's rule
    limit = d0 + log1p(mpf("1e-7"))
    total = mpf(0)
    if lnp(mode) <= limit:
        two = mpf(0)
    else:
        def first(lo_, hi_):  # least k in (lo_, hi_] with lnp(k) <= limit
            while hi_ - lo_ > 1:
                m_ = (lo_ + hi_) // 2
                if lnp(m_) <= limit:
                    hi_ = m_
                else:
                    lo_ = m_
            return hi_

        def last(lo_, hi_):
            while hi_ - lo_ > 1:
                m_ = (lo_ + hi_) // 2
                if lnp(m_) <= limit:
                    lo_ = m_
                else:
                    hi_ = m_
            return lo_
        total = mpf(0)
        if lnp(hi) <= limit:
            k = first(mode, hi)
            total += exp(lnp(k) - d0) * up(k)
        if lnp(lo) <= limit:
            k = last(lo, mode)
            total += exp(lnp(k) - d0) * down(k)
        two = d0 + log(total)
    mp.dps = 50
    return d0, upper, lower, two
