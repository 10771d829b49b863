package stats_test

import (
	"fmt"

	"kstat/stats"
)

// How strongly do 커피 and 마시다 attract each other? They stand together in 20 sentences of 10,000; 커피 is in 100, 마시다 in 80.
func Example() {
	pair := stats.Pair{O11: 20, F1: 100, F2: 80, N: 10000}
	for _, name := range []string{"g2", "pmi", "logdice"} {
		m, _ := stats.Associations.Find(name)
		fmt.Printf("%-7s %.3f   %s\n", name, m.Value(pair, nil), m.Variants[0].Formula)
	}
	// Output:
	// g2      99.459   2·Σᵢⱼ Oᵢⱼ·ln(Oᵢⱼ/Eᵢⱼ), negative where O₁₁ < E₁₁
	// pmi     4.644   log₂(O₁₁/E₁₁)
	// logdice 11.830   14 + log₂(2·O₁₁/(f₁+f₂))
}

// A word stands 100 times in 10,000 tokens here and 50 times in 20,000 there: an effect with its interval, the least effect
// that the evidence allows among 700,000 words, and a probability.
func ExampleContrast() {
	word := stats.Contrast{A: 100, B: 50, C: 10000, D: 20000}
	ratio, _ := stats.Keynesses.Find("log_ratio")
	lrc, _ := stats.Keynesses.Find("lrc")
	g2, _ := stats.Keynesses.Find("g2")
	fmt.Printf("log ratio %.2f\n", ratio.Value(word, nil))
	i := ratio.Variants[0].Interval(word, nil)
	fmt.Printf("95 %% interval %.2f to %.2f\n", i.Lo, i.Hi)
	fmt.Printf("LRC %.2f\n", lrc.Value(word, &stats.Options{Comparisons: 700000}))
	fmt.Println("p =", g2.Variants[0].P(word, nil))
	// Output:
	// log ratio 2.00
	// 95 % interval 1.50 to 2.52
	// LRC 0.68
	// p = 6.93295e-17
}

// A probability that no float64 holds is printed and sorted like any other.
func ExampleProb() {
	word := stats.Contrast{A: 2_000_000, B: 100_000, C: 1_000_000_000, D: 1_000_000_000}
	g2, _ := stats.Keynesses.Find("g2")
	p := g2.Variants[0].P(word, nil)
	fmt.Println(p, p.Float())
	// Output:
	// 8.20002e-457959 0
}

// Three words of ten were tested and found: what is left of their p when all ten are taken into account?
func ExampleCorrection_Adjust() {
	g2, _ := stats.Keynesses.Find("g2")
	var p []stats.Prob
	for _, a := range []uint64{40, 32, 30} {
		p = append(p, g2.Variants[0].P(stats.Contrast{A: a, B: 20, C: 1000, D: 1000}, nil))
	}
	bh, _ := stats.FindCorrection("bh")
	for i, q := range bh.Adjust(p, 10) {
		fmt.Printf("%.3f → %.3f\n", p[i].Float(), q.Float())
	}
	// Output:
	// 0.008 → 0.081
	// 0.090 → 0.452
	// 0.151 → 0.502
}

// A word's spread over the five parts of Gries's toy corpus.
func ExampleParts() {
	parts := stats.NewParts([]uint64{9, 10, 10, 10, 11})
	word := parts.Dense([]uint64{1, 2, 3, 4, 5})
	for _, name := range []string{"range", "dp", "dp_norm", "juilland_d"} {
		m, _ := stats.Dispersions.Find(name)
		fmt.Printf("%s %.4g\n", name, m.Value(word, nil))
	}
	// Output:
	// range 5
	// dp 0.18
	// dp_norm 0.2195
	// juilland_d 0.7852
}

// 나는 학교에 가고 너는 학교에서 오다 as eight morphemes of six types.
func ExampleSequence() {
	text := stats.NewSequence([]uint32{0, 1, 2, 3, 4, 1, 2, 5})
	ttr, _ := stats.Diversities.Find("ttr")
	mattr, _ := stats.Diversities.Find("mattr")
	fmt.Println(ttr.Value(text, nil), mattr.Value(text, &stats.Options{Window: 4}))
	fmt.Println(mattr.Value(text, nil), mattr.Doubts(text, nil)[0].Kind)
	// Output:
	// 0.75 1
	// NaN short_text
}

// MI means log₂ to KH Coder, log₁₀ to UCS.
func ExamplePreset() {
	pair := stats.Pair{O11: 20, F1: 100, F2: 80, N: 10000}
	mi, _ := stats.Associations.Find("pmi")
	for _, name := range []string{"khcoder", "ucs"} {
		preset, _ := stats.FindPreset(name)
		v, _ := mi.Variant(stats.VariantOf(preset.Associations, "pmi"))
		fmt.Printf("%s: %s = %.4f\n", preset.Program, v.Formula, v.Value(pair, nil))
	}
	// Output:
	// KH Coder 3: log₂(O₁₁/E₁₁) = 4.6439
	// UCS toolkit 0.6: log₁₀(O₁₁/E₁₁) = 1.3979
}
