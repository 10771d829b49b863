package stats

import (
	"math/rand/v2"
	"testing"
)

// vocabulary makes 690,930 words of two corpora of 1.7 and 3.3 million tokens, most of them hapaxes, as texts have them.
func vocabulary() []Contrast {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]Contrast, 690_930)
	for i := range out {
		rate := 3e5 / (float64(i) + 2.7)
		draw := func(mean float64) uint64 {
			if r.Float64() < mean-float64(uint64(mean)) {
				mean++
			}
			return uint64(mean)
		}
		out[i] = Contrast{A: draw(rate * 0.34), B: draw(rate * 0.66), C: 1_700_000, D: 3_300_000}
		if out[i].A+out[i].B == 0 {
			out[i].B = 1
		}
	}
	return out
}

// The whole table of compare: every keyness measure and the adjusted p of 690,930 words.
func BenchmarkCompareTable(b *testing.B) {
	words := vocabulary()
	o := &Options{Comparisons: uint64(len(words))}
	b.ResetTimer()
	for b.Loop() {
		var d Distinct[Contrast]
		for _, k := range words {
			d.Add(k)
		}
		inputs, index := d.Inputs, d.Index
		for _, m := range Keynesses.Rows {
			values := make([]float64, len(inputs))
			for i, k := range inputs {
				values[i] = m.Value(k, o)
			}
			column := make([]float64, len(words))
			for i, k := range index {
				column[i] = values[k]
			}
		}
		p := make([]Prob, len(words))
		for i, k := range index {
			p[i] = keyG2.Variants[0].P(inputs[k], o)
		}
		Corrections[0].Adjust(p, 0)
	}
}

func benchmarkRows[In any](b *testing.B, f *Family[In], in In) {
	for _, m := range f.Rows {
		b.Run(m.Name, func(b *testing.B) {
			for b.Loop() {
				m.Value(in, nil)
			}
		})
	}
}

func BenchmarkAssociation(b *testing.B) {
	benchmarkRows(b, &Associations, Pair{O11: 300, F1: 5000, F2: 4000, N: 10_000_000})
}

func BenchmarkKeyness(b *testing.B) {
	benchmarkRows(b, &Keynesses, Contrast{A: 500, B: 300, C: 10_000_000, D: 20_000_000})
}

func BenchmarkDiversity(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	benchmarkRows(b, &Diversities, NewSequence(words(r, 100_000, 30_000)))
}
