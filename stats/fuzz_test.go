package stats

import (
	"encoding/binary"
	"math"
	"testing"
)

// No counts make a measure panic, loop for ever, leave its range where there is a table, or warn without a name.

func FuzzAssociation(f *testing.F) {
	f.Add(uint64(20), uint64(100), uint64(80), uint64(10000), uint64(1))
	f.Add(uint64(0), uint64(0), uint64(0), uint64(0), uint64(0))
	f.Add(uint64(2e6), uint64(5e9), uint64(1e7), uint64(1e12), uint64(10))
	f.Add(uint64(7), uint64(3), uint64(3), uint64(10), uint64(100))
	f.Fuzz(func(t *testing.T, o, f1, f2, n, span uint64) {
		const most = 1_000_000_000_001
		p := Pair{O11: o % most, F1: f1 % most, F2: f2 % most, N: n % most, Span: span % 101}
		// Fisher's test takes as many steps as the standard deviation: stay where a case ends within the fuzzer's patience.
		if p.F1 > 1e7 && p.F2 > 1e7 {
			p.F1 %= 1e7
		}
		for _, p.Margins = range []Margins{Plain, SpanCorrected, PairCount} {
			_, ok := p.cells()
			for _, m := range Associations.Rows {
				for i := range m.Variants {
					v := &m.Variants[i]
					x := v.Value(p, nil)
					if scale := m.ScaleOf(v); ok && (x < scale.Lo-1e-9 || x > scale.Hi+1e-9) {
						t.Errorf("%s:%s of %v = %v, outside %v…%v", m.Name, v.Name, p, x, scale.Lo, scale.Hi)
					}
					if v.P != nil {
						if q := v.P(p, nil); q > 0 {
							t.Errorf("%s of %v: p = e^%v", m.Name, p, float64(q))
						}
					}
					if v.Interval != nil {
						if c := v.Interval(p, nil); c.Lo > c.Hi {
							t.Errorf("%s of %v: interval %v", m.Name, p, c)
						}
					}
				}
				if m.Doubts != nil {
					for _, w := range m.Doubts(p, nil) {
						_ = w.Kind.String()
					}
				}
			}
		}
	})
}

func FuzzKeyness(f *testing.F) {
	f.Add(uint64(100), uint64(50), uint64(10000), uint64(20000))
	f.Add(uint64(0), uint64(0), uint64(0), uint64(0))
	f.Add(uint64(5e6), uint64(4e6), uint64(1e10), uint64(1e10))
	f.Add(uint64(5), uint64(1), uint64(3), uint64(0))
	f.Fuzz(func(t *testing.T, a, b, c, d uint64) {
		const most = 1_000_000_000_001
		k := Contrast{A: a % 100_000_000, B: b % 100_000_000, C: c % most, D: d % most}
		_, ok := k.cells()
		for _, m := range Keynesses.Rows {
			for i := range m.Variants {
				v := &m.Variants[i]
				x := v.Value(k, &Options{Comparisons: 1000})
				if scale := m.ScaleOf(v); ok && (x < scale.Lo-1e-9 || x > scale.Hi+1e-9) {
					t.Errorf("%s:%s of %v = %v, outside %v…%v", m.Name, v.Name, k, x, scale.Lo, scale.Hi)
				}
				if v.P != nil {
					if q := v.P(k, nil); q > 0 {
						t.Errorf("%s of %v: p = e^%v", m.Name, k, float64(q))
					}
				}
				if v.Interval != nil {
					if c := v.Interval(k, nil); c.Lo > c.Hi {
						t.Errorf("%s of %v: interval %v", m.Name, k, c)
					}
				}
			}
			if m.Doubts != nil {
				for _, w := range m.Doubts(k, nil) {
					_ = w.Kind.String()
				}
			}
		}
	})
}

func FuzzSpread(f *testing.F) {
	f.Add([]byte{9, 1, 10, 2, 10, 3, 10, 4, 11, 5})
	f.Add([]byte{0, 0})
	f.Add([]byte{1, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		var sizes, counts []uint64
		for ; len(data) >= 2; data = data[2:] {
			sizes = append(sizes, uint64(data[0]))
			counts = append(counts, min(uint64(data[1]), uint64(data[0])))
		}
		s := NewParts(sizes).Dense(counts)
		for _, m := range Dispersions.Rows {
			for i := range m.Variants {
				v := &m.Variants[i]
				x := v.Value(s, nil)
				if scale := m.ScaleOf(v); x < scale.Lo-1e-9 || x > scale.Hi+1e-9 {
					t.Errorf("%s:%s of %v = %v, outside %v…%v", m.Name, v.Name, s, x, scale.Lo, scale.Hi)
				}
			}
			if m.Doubts != nil {
				m.Doubts(s, nil)
			}
		}
	})
}

func FuzzSequence(f *testing.F) {
	f.Add([]byte("나는 학교에 가고 너는 학교에서 온다"), 4)
	f.Add([]byte{}, 0)
	f.Add([]byte("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), 50)
	f.Fuzz(func(t *testing.T, data []byte, window int) {
		ids := make([]uint32, len(data))
		for i, b := range data {
			ids[i] = uint32(b)
		}
		s := NewSequence(ids)
		o := &Options{Window: max(window, 0)}
		for _, m := range Diversities.Rows {
			for i := range m.Variants {
				v := &m.Variants[i]
				x := v.Value(s, o)
				if scale := m.ScaleOf(v); x < scale.Lo-1e-9 || x > scale.Hi+1e-9 {
					t.Errorf("%s:%s of %v = %v, outside %v…%v", m.Name, v.Name, ids, x, scale.Lo, scale.Hi)
				}
			}
			if m.All != nil {
				m.All(s, o)
			}
			if m.Doubts != nil {
				m.Doubts(s, o)
			}
		}
	})
}

func FuzzSamples(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9}, 4, uint64(2), uint64(3))
	f.Add([]byte{}, 0, uint64(0), uint64(0))
	f.Fuzz(func(t *testing.T, data []byte, cut int, zeroX, zeroY uint64) {
		data = data[:min(len(data), 60)]
		if cut < 0 || cut > len(data) {
			cut = len(data) / 2
		}
		s := Samples{ZeroX: zeroX % 1000, ZeroY: zeroY % 1000}
		for i, b := range data {
			// Frequencies of all magnitudes, and many ties.
			x := math.Float64frombits(binary.LittleEndian.Uint64([]byte{0, 0, 0, 0, 0, 0, b, 0x3f}))
			if i < cut {
				s.X = append(s.X, x)
			} else {
				s.Y = append(s.Y, x)
			}
		}
		for _, m := range DocumentTests.Rows {
			for i := range m.Variants {
				v := &m.Variants[i]
				x := v.Value(s, &Options{Permutations: 50})
				if i == 0 && (x < m.Lo-1e-9 || x > m.Hi+1e-9) {
					t.Errorf("%s of %v = %v, outside %v…%v", m.Name, s, x, m.Lo, m.Hi)
				}
				if v.Interval != nil {
					if c := v.Interval(s, nil); c.Lo > c.Hi {
						t.Errorf("%s of %v: interval %v", m.Name, s, c)
					}
				}
			}
			if m.Doubts != nil {
				m.Doubts(s, nil)
			}
		}
	})
}
