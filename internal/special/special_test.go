package special

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// functions gives each function under the name that testdata/tails.tsv has for it.
var functions = map[string]func(x []float64) float64{
	"Deviance":              func(x []float64) float64 { return Deviance(x[0]) },
	"StirlingError":         func(x []float64) float64 { return StirlingError(x[0]) },
	"LogBeta":               func(x []float64) float64 { return LogBeta(x[0], x[1]) },
	"NormalSurvival":        func(x []float64) float64 { return NormalSurvival(x[0]) },
	"NormalLogSurvival":     func(x []float64) float64 { return NormalLogSurvival(x[0]) },
	"NormalUpperQuantile":   func(x []float64) float64 { return NormalUpperQuantile(x[0]) },
	"ChiSquaredLogSurvival": func(x []float64) float64 { return ChiSquaredLogSurvival(x[0], x[1]) },
	"PoissonLogUpper":       func(x []float64) float64 { return PoissonLogUpper(uint64(x[0]), x[1]) },
	"PoissonLogLower":       func(x []float64) float64 { return PoissonLogLower(uint64(x[0]), x[1]) },
	"StudentTLogSurvival":   func(x []float64) float64 { return StudentTLogSurvival(x[0], x[1]) },
	"FLogSurvival":          func(x []float64) float64 { return FLogSurvival(x[0], x[1], x[2]) },
	"BetaLogit":             func(x []float64) float64 { return BetaLogit(x[0], x[1], x[2]) },
	"GammaLogQuantile":      func(x []float64) float64 { return GammaLogQuantile(x[0], x[1]) },
	"GammaUpperLogQuantile": func(x []float64) float64 { return GammaUpperLogQuantile(x[0], x[1]) },
	"LogBetaLower": func(x []float64) float64 {
		l, _ := LogBetaTails(x[0], x[1], x[2], x[3])
		return l
	},
	"LogBetaUpper": func(x []float64) float64 {
		_, u := LogBetaTails(x[0], x[1], x[2], x[3])
		return u
	},
	"BinomialLogUpper": func(x []float64) float64 { return BinomialLogUpper(uint64(x[0]), uint64(x[1]), x[2], x[3]) },
	"BinomialLogLower": func(x []float64) float64 { return BinomialLogLower(uint64(x[0]), uint64(x[1]), x[2], x[3]) },
	"HyperLogDensity": func(x []float64) float64 {
		return hyper(x).LogDensity(uint64(x[0]))
	},
	"HyperLogUpper":    func(x []float64) float64 { return hyper(x).LogUpper(uint64(x[0])) },
	"HyperLogLower":    func(x []float64) float64 { return hyper(x).LogLower(uint64(x[0])) },
	"HyperLogTwoSided": func(x []float64) float64 { return hyper(x).LogTwoSided(uint64(x[0])) },
}

func hyper(x []float64) Hypergeometric {
	return NewHypergeometric(Cells{uint64(x[0]), uint64(x[1]), uint64(x[2]), uint64(x[3])})
}

// floor is the absolute error that a function may have near its zero inside its domain (LogBeta(1, 1) = 0), where no
// probability is at stake.
var floor = map[string]float64{"LogBeta": 1e-15, "BetaLogit": 1e-15, "HyperLogDensity": 1e-15}

// Every function agrees with mpmath over a grid that reaches counts of 10^12 and probabilities far below float64's range.
// An error of 1e-12 in ln p is a relative error of 1e-12 in p; beyond ln p = −700, where no float64 holds p, 1e-12 of
// ln p is what is asked. Near p = 1 the logarithm is as small as the other tail and has to be right to 1e-12 of itself.
func TestAgainstMpmath(t *testing.T) {
	f, err := os.Open("testdata/tails.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := map[string]int{}
	s := bufio.NewScanner(f)
	for s.Scan() {
		field := strings.Split(s.Text(), "\t")
		var x []float64
		for _, a := range strings.Fields(field[1]) {
			v, err := strconv.ParseFloat(a, 64)
			if err != nil {
				t.Fatal(err)
			}
			x = append(x, v)
		}
		want, err := strconv.ParseFloat(field[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		seen[field[0]]++
		got := functions[field[0]](x)
		limit := 1e-12 * math.Abs(want)
		if strings.Contains(field[0], "Log") && math.Abs(want) < 700 {
			limit = 1e-12 * math.Min(1, math.Abs(want))
		}
		// The oracle itself has 50 digits.
		if !(math.Abs(got-want) <= math.Max(limit, 1e-45)) && math.Abs(got-want) > floor[field[0]] {
			t.Errorf("%s(%s) = %.17g, want %.17g (off by %.2g)", field[0], field[1], got, want, got-want)
		}
	}
	for name := range functions {
		if seen[name] == 0 {
			t.Errorf("no reference value for %s", name)
		}
	}
}
