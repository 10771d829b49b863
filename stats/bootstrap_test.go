package stats

import (
	"math"
	"slices"
	"testing"

	"kstat/internal/special"
)

// The binomial draws have the distribution they should: χ² over the values, at small and large n.
func TestBinomialDraws(t *testing.T) {
	r := newRandom(7)
	for _, c := range []struct {
		n uint64
		p float64
	}{{10, 0.3}, {5, 0.9}, {1000, 0.004}, {1_000_000_000_000, 5e-12}, {100000, 0.5}} {
		const draws = 20000
		sum, squares := 0.0, 0.0
		count := map[uint64]float64{}
		for range draws {
			x := r.binomial(c.n, c.p)
			count[x]++
			sum += float64(x)
			squares += float64(x) * float64(x)
		}
		mean, variance := float64(c.n)*c.p, float64(c.n)*c.p*(1-c.p)
		if got := sum / draws; math.Abs(got-mean) > 5*math.Sqrt(variance/draws) {
			t.Errorf("n = %d, p = %v: mean %v, want %v", c.n, c.p, got, mean)
		}
		if got := squares/draws - (sum/draws)*(sum/draws); math.Abs(got/variance-1) > 0.06 {
			t.Errorf("n = %d, p = %v: variance %v, want %v", c.n, c.p, got, variance)
		}
		if c.n == 10 { // against the probabilities themselves
			chi := 0.0
			for k := uint64(0); k <= 10; k++ {
				e := draws * math.Pow(0.3, float64(k)) * math.Pow(0.7, float64(10-k)) * divisions(10, float64(k))
				chi += (count[k] - e) * (count[k] - e) / e
			}
			if chi > 35 { // the 0.01 % point of χ² with 10 degrees of freedom
				t.Errorf("χ² of the draws: %v", chi)
			}
		}
	}
	for range 100 {
		if r.binomial(9, 0) != 0 || r.binomial(9, 1) != 9 || r.binomial(0, 0.5) != 0 {
			t.Fatal("certain draws are not certain")
		}
		if x := r.below(6); x > 5 {
			t.Fatalf("below(6) = %d", x)
		}
	}
}

// Draws of any size have the distribution function that they should (Kolmogorov and Smirnov's test), on both sides of the
// standard deviation from which they are made in another way; and the largest take no longer than others, or this test would
// take minutes.
func TestBinomialDistribution(t *testing.T) {
	r := newRandom(11)
	for _, c := range []struct {
		n uint64
		p float64
	}{{3_990_000, 0.5}, {4_010_000, 0.5}, {1_000_000_000, 0.0011}, {1_000_000_000, 0.9989}, {1_000_000_000_000, 0.2},
		{1_000_000_000_000, 0.5}, {10_000_000_000_000, 0.7}, {10_000_000_000_000, 1e-6}} {
		const draws = 20000
		values := make([]uint64, draws)
		for i := range values {
			values[i] = r.binomial(c.n, c.p)
		}
		slices.Sort(values)
		most := 0.0
		for i := 0; i < draws; i += 10 { // every tenth, which moves the distance by ten draws at most, as ties do
			f := math.Exp(special.BinomialLogLower(values[i], c.n, c.p, 1-c.p))
			most = max(most, math.Abs(f-float64(i)/draws))
		}
		if limit := 2.2 / math.Sqrt(draws); !(most < limit) { // the 0.01 % point
			t.Errorf("n = %d, p = %v: the distribution function is off by %v, more than %v", c.n, c.p, most, limit)
		}
	}
}

// What makes draws by rejection exact: the curve is nowhere below the density, and what surely is under it is.
func TestHat(t *testing.T) {
	for _, c := range []struct {
		n uint64
		p float64
	}{{4_010_000, 0.5}, {10_000_000, 0.2}, {1_000_000_000, 0.0011}, {1_000_000_000_000, 0.5}, {10_000_000_000_000, 1e-6}} {
		h, q := newHat(c.n, c.p, 1-c.p), 1-c.p
		top := special.BinomialLogDensity(uint64((float64(c.n)+1)*c.p), c.n, c.p, q)
		for i := range 100_000 {
			u := (float64(i)+0.5)/100_000 - 0.5
			k, height := h.at(u)
			if k < 0 || k > float64(c.n) {
				continue
			}
			density := math.Exp(special.BinomialLogDensity(uint64(k), c.n, c.p, q) - top)
			if density > height*(1+1e-9) {
				t.Fatalf("n = %d, p = %v: the curve is below the density at u = %v", c.n, c.p, u)
			}
			if v := density/height + 1e-9; h.surely(u, v) {
				t.Fatalf("n = %d, p = %v: %v of the curve is not surely under the density at u = %v", c.n, c.p, v, u)
			}
		}
	}
}

// The bootstrap of counts as large as they may be is near the interval that has a formula.
func TestBootstrapOfLargeCounts(t *testing.T) {
	p := Pair{O11: 2e11, F1: 5e11, F2: 5e11, N: 1e12}
	v := &assocLogOdds.Variants[0]
	got, want := Bootstrap(v, p, nil), v.Interval(p, nil)
	if wide := want.Hi - want.Lo; math.Abs(got.Lo-want.Lo) > wide/20 || math.Abs(got.Hi-want.Hi) > wide/20 {
		t.Errorf("bootstrap %v, formula %v", got, want)
	}
}

// The bootstrap interval of the log odds ratio is near the one that has a formula, and depends on the seed alone.
func TestBootstrap(t *testing.T) {
	p := Pair{O11: 200, F1: 1000, F2: 800, N: 100000}
	v := &assocLogOdds.Variants[0]
	o := &Options{Permutations: 2000, Seed: 3}
	got, want := Bootstrap(v, p, o), v.Interval(p, o)
	if math.Abs(got.Lo-want.Lo) > 0.03 || math.Abs(got.Hi-want.Hi) > 0.03 {
		t.Errorf("bootstrap %v, formula %v", got, want)
	}
	if again := Bootstrap(v, p, o); again != got {
		t.Errorf("the same seed gave %v and %v", got, again)
	}
	if other := Bootstrap(v, p, &Options{Permutations: 2000, Seed: 4}); other == got {
		t.Error("another seed gave the same interval")
	}
	k := Contrast{A: 400, B: 300, C: 100000, D: 150000}
	lr := &keyLogRatio.Variants[0]
	got, want = BootstrapContrast(lr, k, o), lr.Interval(k, o)
	if math.Abs(got.Lo-want.Lo) > 0.03 || math.Abs(got.Hi-want.Hi) > 0.03 {
		t.Errorf("bootstrap %v, exact %v", got, want)
	}
	if i := Bootstrap(v, Pair{O11: 1, F1: 9, F2: 9, N: 10}, o); !math.IsNaN(i.Lo) {
		t.Errorf("an interval of impossible counts: %v", i)
	}
	if i := Bootstrap(v, Pair{}, o); !math.IsNaN(i.Lo) {
		t.Errorf("an interval of nothing: %v", i)
	}
	// R: quantile(c(1, 2, 3, 10), c(.025, .975)) = 1.075, 9.475
	i := percentiles([]float64{10, 2, 1, 3}, 0.05)
	same(t, "lower percentile", i.Lo, 1.075)
	same(t, "upper percentile", i.Hi, 9.475)
}

// LRC is the end nearest 0 of the exact interval, and for one comparison that of log_ratio.
func TestLRCIsAnEndOfTheInterval(t *testing.T) {
	for a := uint64(0); a <= 12; a++ {
		for b := uint64(0); b <= 12; b++ {
			if a+b == 0 {
				continue
			}
			k := Contrast{A: a, B: b, C: 1000, D: 1700}
			i := keyLogRatio.Variants[0].Interval(k, nil)
			want := 0.0
			if i.Lo > 0 {
				want = i.Lo
			} else if i.Hi < 0 {
				want = i.Hi
			}
			same(t, "LRC of "+k.String(), keyLRC.Value(k, nil), want)
		}
	}
}

// λ of two words is the discounted log odds ratio, and z its Wald statistic.
func TestLambda(t *testing.T) {
	p := Pair{O11: 20, F1: 100, F2: 80, N: 10000}
	c, _ := p.cells()
	g := Gram{c.D, c.B, c.C, c.A}
	same(t, "λ", gramLambda.Value(g, nil), assocLogOdds.Value(p, nil))
	same(t, "its interval", gramLambda.Variants[0].Interval(g, nil).Hi, assocLogOdds.Variants[0].Interval(p, nil).Hi)
	same(t, "p of z", gramLambdaZ.Variants[0].P(g, nil).Float(), assocLogOdds.Variants[0].P(p, nil).Float())
	// Three independent words: counts proportional to products, λ near 0.
	counts := make(Gram, 8)
	for m := range counts {
		n := 1e9
		for i, q := range []float64{0.1, 0.2, 0.3} {
			if m>>i&1 == 1 {
				n *= q
			} else {
				n *= 1 - q
			}
		}
		counts[m] = uint64(math.Round(n))
	}
	if l := gramLambda.Value(counts, nil); math.Abs(l) > 1e-6 {
		t.Errorf("λ of independent words: %v", l)
	}
}
