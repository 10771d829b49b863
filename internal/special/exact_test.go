package special

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// near reports whether got is want to a relative 1e-13.
func near(got, want float64) bool {
	return got == want || math.Abs(got-want) <= 1e-13*math.Abs(want)
}

// tables calls f with every 2×2 table of at most n observations.
func tables(n uint64, f func(Cells)) {
	for a := uint64(0); a <= n; a++ {
		for b := uint64(0); a+b <= n; b++ {
			for c := uint64(0); a+b+c <= n; c++ {
				for d := uint64(0); a+b+c+d <= n; d++ {
					f(Cells{a, b, c, d})
				}
			}
		}
	}
}

// The hypergeometric distribution agrees with rational arithmetic on every table of up to 12 observations: density, both
// tails and the two-sided p, with ties decided exactly.
func TestHypergeometricSmallWorld(t *testing.T) {
	tables(12, func(c Cells) {
		if c.A+c.B+c.C+c.D == 0 {
			return
		}
		h := NewHypergeometric(c)
		lo, hi := h.Support()
		p := func(k uint64) *big.Rat {
			binom := func(n, k uint64) *big.Int { return new(big.Int).Binomial(int64(n), int64(k)) }
			num := new(big.Int).Mul(binom(h.row1, k), binom(h.row2, h.col1-k))
			return new(big.Rat).SetFrac(num, binom(h.row1+h.row2, h.col1))
		}
		lower, upper, two := new(big.Rat), new(big.Rat), new(big.Rat)
		for k := lo; k <= hi; k++ {
			if k <= c.A {
				lower.Add(lower, p(k))
			}
			if k >= c.A {
				upper.Add(upper, p(k))
			}
			if p(k).Cmp(p(c.A)) <= 0 {
				two.Add(two, p(k))
			}
		}
		check := func(what string, got float64, want *big.Rat) {
			t.Helper()
			if w, _ := want.Float64(); !near(math.Exp(got), w) {
				t.Errorf("%s of %v: e^%.17g, want %v", what, c, got, want)
			}
		}
		check("density", h.LogDensity(c.A), p(c.A))
		check("lower tail", h.LogLower(c.A), lower)
		check("upper tail", h.LogUpper(c.A), upper)
		check("two-sided p", h.LogTwoSided(c.A), two)
	})
}

// The binomial density agrees with rational arithmetic up to n = 20, and far out with the difference of its tails.
func TestBinomialDensity(t *testing.T) {
	for n := uint64(1); n <= 20; n++ {
		for k := uint64(0); k <= n; k++ {
			c, _ := new(big.Float).SetInt(new(big.Int).Binomial(int64(n), int64(k))).Float64()
			want := c * math.Pow(0.25, float64(k)) * math.Pow(0.75, float64(n-k))
			if got := math.Exp(BinomialLogDensity(k, n, 0.25, 0.75)); !near(got, want) {
				t.Errorf("density of %d of %d: %v, want %v", k, n, got, want)
			}
		}
	}
	n, p := uint64(1e12), 0x1p-38
	for k := uint64(1); k < 20; k++ {
		upper := math.Exp(BinomialLogUpper(k, n, p, 1-p)) - math.Exp(BinomialLogUpper(k+1, n, p, 1-p))
		if got := math.Exp(BinomialLogDensity(k, n, p, 1-p)); math.Abs(got-upper) > 1e-13 {
			t.Errorf("density of %d of 10^12: %v, want %v", k, got, upper)
		}
	}
	if BinomialLogDensity(0, 5, 0, 1) != 0 || BinomialLogDensity(5, 5, 1, 0) != 0 || !math.IsInf(BinomialLogDensity(1, 5, 0, 1), -1) ||
		!math.IsInf(BinomialLogDensity(6, 5, 0.5, 0.5), -1) || !math.IsNaN(BinomialLogDensity(1, 5, 2, -1)) {
		t.Error("densities at the ends")
	}
}

// The log-likelihood agrees with its definition in 200-bit arithmetic, where it is small and where it is large.
func TestLogLikelihoodExact(t *testing.T) {
	check := func(c Cells) {
		t.Helper()
		if got, want := c.LogLikelihood(), slowLogLikelihood(c); !near(got, want) {
			t.Errorf("%v: %.17g, want %.17g", c, got, want)
		}
	}
	tables(7, check)
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		max := math.Pow(10, 1+11*r.Float64())
		n := func() uint64 { return uint64(max * math.Pow(r.Float64(), 3)) }
		check(Cells{n(), n(), n(), n()})
	}
	// Almost independent: nothing of the sum of O·ln(O/E) survives in float64.
	check(Cells{1e6, 1e12, 1e6 + 1, 1e12})
	check(Cells{123456789, 987654321, 123456789 * 1000, 987654321*1000 + 1})
	check(Cells{1e12 - 1, 1e12, 1e12, 1e12})
}

// slowLogLikelihood is Σ O·ln(O/E) with logarithms from a series in big.Float.
func slowLogLikelihood(c Cells) float64 {
	const prec = 400
	n := new(big.Int).SetUint64(c.A + c.B + c.C + c.D)
	sum := new(big.Float).SetPrec(prec)
	add := func(o, row, col uint64) {
		if o == 0 {
			return
		}
		// O/E = O·N/(row·col)
		num := new(big.Float).SetPrec(prec).SetInt(new(big.Int).Mul(new(big.Int).SetUint64(o), n))
		den := new(big.Float).SetPrec(prec).SetInt(new(big.Int).Mul(new(big.Int).SetUint64(row), new(big.Int).SetUint64(col)))
		l := bigLog(num.Quo(num, den))
		sum.Add(sum, l.Mul(l, new(big.Float).SetUint64(o)))
	}
	add(c.A, c.A+c.B, c.A+c.C)
	add(c.B, c.A+c.B, c.B+c.D)
	add(c.C, c.C+c.D, c.A+c.C)
	add(c.D, c.C+c.D, c.B+c.D)
	f, _ := sum.Float64()
	if math.Abs(f) < 1e-100 { // what is left of 0 at 400 bits
		return 0
	}
	return f
}

// bigLog gives ln x as k·ln 2 + 2·atanh((m−1)/(m+1)), x = m·2^k.
func bigLog(x *big.Float) *big.Float {
	m := new(big.Float)
	k := x.MantExp(m) // m in [½, 1)
	l := atanhTwice(m)
	ln2 := atanhTwice(new(big.Float).SetPrec(x.Prec()).SetFloat64(0.5))
	return l.Sub(l, ln2.Mul(ln2, new(big.Float).SetInt64(int64(k))))
}

func atanhTwice(m *big.Float) *big.Float {
	prec := m.Prec()
	one := new(big.Float).SetPrec(prec).SetInt64(1)
	v := new(big.Float).SetPrec(prec).Quo(new(big.Float).Sub(m, one), new(big.Float).Add(m, one))
	v2 := new(big.Float).SetPrec(prec).Mul(v, v)
	sum, term := new(big.Float).SetPrec(prec), new(big.Float).SetPrec(prec).Set(v)
	for j := int64(1); j < int64(prec); j += 2 {
		sum.Add(sum, new(big.Float).SetPrec(prec).Quo(term, new(big.Float).SetInt64(j)))
		term.Mul(term, v2)
	}
	return sum.Mul(sum, new(big.Float).SetInt64(2))
}

// The difference of two 128-bit products is rounded once, as big.Int's is.
func TestProductDifference(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	check := func(x, y, z, w uint64) {
		t.Helper()
		mul := func(a, b uint64) *big.Int {
			return new(big.Int).Mul(new(big.Int).SetUint64(a), new(big.Int).SetUint64(b))
		}
		want, _ := new(big.Float).SetInt(mul(x, y).Sub(mul(x, y), mul(z, w))).Float64()
		if got := ProductDifference(x, y, z, w); got != want {
			t.Errorf("%d·%d − %d·%d = %v, want %v", x, y, z, w, got, want)
		}
	}
	for range 20000 {
		check(r.Uint64()>>r.IntN(60), r.Uint64()>>r.IntN(60), r.Uint64()>>r.IntN(60), r.Uint64()>>r.IntN(60))
	}
	// Ties to even, just above them, and cancellation of all but the last bit.
	check(1<<32, 1<<32, 1<<10, 1)
	check(1<<63, 2, 0, 0)
	check(1<<53+1, 1<<20, 0, 0)
	check(1<<53+1, 1<<20, 1, 1)
	check(1e12, 1e12, 1e12+1, 1e12-1)
	check(math.MaxUint64, math.MaxUint64, math.MaxUint64, math.MaxUint64-1)
}

// The two tails are each other's rest, and rise and fall with their argument.
func TestTailsMirror(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		a, b := math.Pow(10, -0.3+7*r.Float64()), math.Pow(10, -0.3+7*r.Float64())
		tt := math.Log(a/b) + 8*(r.Float64()-0.5)*math.Sqrt(1/a+1/b)
		x, y := 1/(1+math.Exp(-tt)), 1/(1+math.Exp(tt))
		l, u := LogBetaTails(a, b, x, y)
		if sum := math.Exp(l) + math.Exp(u); !near(sum, 1) {
			t.Errorf("I_%v(%v, %v): tails add to %v", x, a, b, sum)
		}
		if l2, u2 := LogBetaTails(b, a, y, x); l2 != u || u2 != l {
			t.Errorf("I_%v(%v, %v) is not mirrored", x, a, b)
		}
		if back := BetaLogit(math.Exp(l), a, b); l > -700 && l < -1e-3 && math.Abs(back-tt) > 1e-12*math.Max(1, math.Abs(tt)) {
			t.Errorf("BetaLogit(e^%v, %v, %v) = %v, want %v", l, a, b, back, tt)
		}
		g := a * math.Exp(3*(r.Float64()-0.5)/math.Sqrt(a))
		p, q := LogGammaTails(a, g)
		if sum := math.Exp(p) + math.Exp(q); !near(sum, 1) {
			t.Errorf("P, Q(%v, %v) add to %v", a, g, sum)
		}
	}
}

// Arguments outside the domain give NaN, its ends the limits.
func TestDomain(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	check := func(what string, got, want float64) {
		t.Helper()
		if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("%s = %v, want %v", what, got, want)
		}
	}
	check("Deviance(0)", Deviance(0), 0)
	check("Deviance(NaN)", Deviance(nan), nan)
	check("Deviance(-2)", Deviance(-2), nan)
	check("StirlingError(0)", StirlingError(0), inf)
	check("StirlingError(-1)", StirlingError(-1), nan)
	check("χ²(0)", ChiSquaredLogSurvival(0, 1), 0)
	check("χ²(-1)", ChiSquaredLogSurvival(-1, 1), 0)
	check("χ²(Inf)", ChiSquaredLogSurvival(inf, 1), -inf)
	check("χ²(NaN)", ChiSquaredLogSurvival(nan, 1), nan)
	check("χ² with 0 df", ChiSquaredLogSurvival(1, 0), nan)
	check("z(Inf)", NormalLogSurvival(inf), -inf)
	check("z(-Inf)", NormalLogSurvival(-inf), 0)
	check("z(NaN)", NormalLogSurvival(nan), nan)
	check("quantile(0)", NormalUpperQuantile(0), inf)
	check("quantile(1)", NormalUpperQuantile(1), -inf)
	check("quantile(2)", NormalUpperQuantile(2), nan)
	check("t(Inf)", StudentTLogSurvival(inf, 3), -inf)
	check("t(-Inf)", StudentTLogSurvival(-inf, 3), 0)
	check("t with 0 df", StudentTLogSurvival(1, 0), nan)
	check("F(-1)", FLogSurvival(-1, 2, 3), 0)
	check("F(Inf)", FLogSurvival(inf, 2, 3), -inf)
	check("BetaLogit(0)", BetaLogit(0, 1, 2), -inf)
	check("BetaLogit(1)", BetaLogit(1, 1, 2), inf)
	check("BetaLogit(NaN)", BetaLogit(nan, 1, 2), nan)
	check("BetaLogit(b = 0)", BetaLogit(0.5, 1, 0), nan)
	check("GammaLogQuantile(0)", GammaLogQuantile(0, 1), -inf)
	check("GammaUpperLogQuantile(1-2^-53)", GammaUpperLogQuantile(1-0x1p-53, 1), -53*math.Ln2)
	check("GammaLogQuantile(1-2^-53)", GammaLogQuantile(1-0x1p-53, 1), math.Log(53*math.Ln2))
	check("GammaUpperLogQuantile(0)", GammaUpperLogQuantile(0, 1), inf)
	check("binomial k = 0", BinomialLogUpper(0, 5, 0.5, 0.5), 0)
	check("binomial k > n", BinomialLogUpper(6, 5, 0.5, 0.5), -inf)
	check("binomial k ≥ n, lower", BinomialLogLower(5, 5, 0.5, 0.5), 0)
	check("binomial p = 2", BinomialLogLower(1, 5, 2, -1), nan)
	check("Poisson k = 0", PoissonLogUpper(0, 3), 0)
	check("Poisson mean 0", PoissonLogUpper(1, 0), -inf)
	check("Poisson mean < 0", PoissonLogUpper(0, -1), nan)
	check("hypergeometric below its support", NewHypergeometric(Cells{5, 0, 3, 1}).LogDensity(3), -inf)
	check("hypergeometric above its support", NewHypergeometric(Cells{5, 0, 3, 1}).LogUpper(6), -inf)
	check("Log1mExp(-Inf)", Log1mExp(-inf), 0)
	check("Log1mExp(0)", Log1mExp(0), -inf)
	check("LogAddExp(-Inf, -Inf)", LogAddExp(-inf, -inf), -inf)
	check("LogAddExp(-Inf, 1)", LogAddExp(-inf, 1), 1)
}

// No argument makes a tail loop for ever, leave [0, 1], or be NaN inside the domain.
func FuzzTails(f *testing.F) {
	f.Add(0.5, 0.5, 0.5, uint64(3), uint64(4))
	f.Add(1e-9, 1e12, 1e-300, uint64(1e12), uint64(5))
	f.Add(1e300, 1e-300, 1.0, uint64(0), uint64(0))
	f.Add(math.Inf(1), 2.0, 0.1, uint64(7), uint64(1<<40))
	f.Add(11.508746355685131, 44.5, 1-0x1p-53, uint64(7), uint64(25))
	f.Add(1.5, math.MaxFloat64, math.MaxFloat64, uint64(7), uint64(25))
	f.Fuzz(func(t *testing.T, a, b, x float64, m, n uint64) {
		// Steps grow with the root of the shapes: stay where a case ends within the fuzzer's patience.
		if a > 1e9 || b > 1e9 {
			a, b = math.Mod(a, 1e9), math.Mod(b, 1e9)
		}
		inRange := func(what string, l float64) {
			t.Helper()
			if !(l <= 0) {
				t.Errorf("%s(%v, %v, %v) has logarithm %v", what, a, b, x, l)
			}
		}
		l, u := LogBetaTails(a, b, x, 1-x)
		p, q := LogGammaTails(a, x)
		if a >= 0.5 && b >= 0.5 && x >= 0 && x <= 1 {
			inRange("lower beta", l)
			inRange("upper beta", u)
		}
		if a > 0 && x >= 0 {
			inRange("P", p)
			inRange("Q", q)
		}
		BetaLogit(x, a, b)
		GammaLogQuantile(x, a)
		GammaUpperLogQuantile(x, a)
		StudentTLogSurvival(x, a)
		FLogSurvival(x, a, b)
		h := NewHypergeometric(Cells{m % 1000, n % 1000, m % 77777, n % 99999})
		lo, hi := h.Support()
		k := lo + m%(hi-lo+1)
		inRange("hypergeometric upper", h.LogUpper(k))
		inRange("hypergeometric lower", h.LogLower(k))
		inRange("Fisher", h.LogTwoSided(k))
	})
}

func BenchmarkFisher(b *testing.B) {
	for name, c := range map[string]Cells{"hapax": {1, 0, 1e7, 1e7}, "f=1000": {700, 300, 1e7, 1e7}, "f=1e6": {5e5 + 900, 5e5, 1e8, 1e8}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				NewHypergeometric(c).LogTwoSided(c.A)
			}
		})
	}
}

func BenchmarkBetaLogit(b *testing.B) {
	for name, ab := range map[string][2]float64{"1,1": {1, 1}, "100,51": {100, 51}, "1e6,1e6": {1e6, 1e6}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				BetaLogit(1e-7, ab[0], ab[1])
			}
		})
	}
}

func BenchmarkLogLikelihood(b *testing.B) {
	c := Cells{123, 45, 1e7, 2e7}
	for b.Loop() {
		c.LogLikelihood()
	}
}
