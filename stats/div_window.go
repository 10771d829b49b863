package stats

import "math"

// The measures of this file read a text in order.

// windowTypes counts, for windows of w ≥ 1 tokens that begin at every step-th token, how many of them have 0, 1, … w types.
// It is nil where the text has no such window or no order.
func (s *Sequence) windowTypes(w, step int) []uint64 {
	if len(s.ids) < w {
		return nil
	}
	histogram := make([]uint64, w+1)
	inside := make([]uint32, s.V())
	types := 0
	for i, id := range s.ids {
		if inside[id]++; inside[id] == 1 {
			types++
		}
		if i >= w {
			if out := s.ids[i-w]; inside[out] == 1 {
				inside[out], types = 0, types-1
			} else {
				inside[out]--
			}
		}
		if start := i - w + 1; start >= 0 && start%step == 0 {
			histogram[types]++
		}
	}
	return histogram
}

// meanAndSD gives the mean and the standard deviation (with n−1) of TTR over the windows of a histogram.
func meanAndSD(histogram []uint64, w int) (mean, sd float64) {
	if histogram == nil {
		return nan, nan
	}
	count, sum := 0.0, 0.0
	for t, k := range histogram {
		count += float64(k)
		sum += float64(k) * float64(t)
	}
	mean = sum / count
	squares := 0.0
	for t, k := range histogram {
		squares += float64(k) * (float64(t) - mean) * (float64(t) - mean)
	}
	return mean / float64(w), math.Sqrt(squares/(count-1)) / float64(w)
}

func (s *Sequence) msttr(o *Options) (mean, sd float64) {
	w := o.window()
	return meanAndSD(s.windowTypes(w, w), w)
}

func (s *Sequence) mattr(o *Options) (mean, sd float64) {
	w := o.window()
	return meanAndSD(s.windowTypes(w, 1), w)
}

var doubtWindow = doubtShort(func(o *Options) uint64 { return uint64(o.window()) })

// divMSTTR is the mean TTR of the text cut into segments of Options.Window tokens; the rest at the end is left out. All
// segments being equally long, texts of any length compare.
var divMSTTR = &Measure[*Sequence]{
	Name: "msttr", Symbol: "MSTTR", English: "mean segmental type–token ratio", Korean: "구간 평균 TTR",
	Question: "What is the type–token ratio of a segment of fixed length, on average?",
	Role:     Effect, Sign: Varied, Lo: 0, Hi: 1,
	Zero:    "NaN for texts shorter than one segment, and where the order is unknown.",
	Sources: []string{"Johnson 1944"},
	Variants: []Variant[*Sequence]{
		{Name: "standard", Formula: "mean of types/w over the ⌊N/w⌋ segments of w tokens",
			LaTeX: `\frac{1}{\lfloor N/w\rfloor}\sum_{k}\frac{V_k}{w}`, Peers: []string{"quanteda", "wordless", "wordsmith"},
			Value: func(s *Sequence, o *Options) float64 { m, _ := s.msttr(o); return m }},
	},
	Example: sequenceExample, Result: 0.85,
	Doubts: doubtWindow,
}

// divMSTTRSD is the scatter of the segments' ratios around MSTTR.
var divMSTTRSD = &Measure[*Sequence]{
	Name: "msttr_sd", Symbol: "sd(MSTTR)", English: "standard deviation of segmental TTR", Korean: "구간 TTR 표준편차",
	Question: "How much do the segments of the text differ in their type–token ratio?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: 1,
	Zero:    "NaN for texts of fewer than two segments, and where the order is unknown.",
	Sources: []string{"Johnson 1944"},
	Variants: []Variant[*Sequence]{
		{Name: "standard", Formula: "sd (with n−1) of types/w over the segments",
			LaTeX: `\mathrm{sd}\left(\frac{V_k}{w}\right)`,
			Peers: []string{"wordsmith"},
			Value: func(s *Sequence, o *Options) float64 { _, d := s.msttr(o); return d }},
	},
	Example: sequenceExample, Result: 0.0900617072407,
	Doubts: doubtShort(func(o *Options) uint64 { return 2 * uint64(o.window()) }),
}

// divMATTR is the mean TTR of a window of Options.Window tokens that moves over the text token by token: MSTTR without the
// accident of where segments begin.
var divMATTR = &Measure[*Sequence]{
	Name: "mattr", Symbol: "MATTR", English: "moving-average type–token ratio", Korean: "이동 평균 TTR",
	Question: "What is the type–token ratio of a window of fixed length, on average over all its places?",
	Role:     Effect, Sign: Varied, Lo: 0, Hi: 1,
	Zero:    "NaN for texts shorter than the window, and where the order is unknown.",
	Sources: []string{"Covington & McFall 2010"},
	Variants: []Variant[*Sequence]{
		{Name: "standard", Formula: "mean of types/w over the N−w+1 windows of w tokens",
			LaTeX: `\frac{1}{N-w+1}\sum_{k}\frac{V_k}{w}`, Peers: []string{"quanteda", "wordless"},
			Value: func(s *Sequence, o *Options) float64 { m, _ := s.mattr(o); return m }},
	},
	Example: sequenceExample, Result: 0.750332594235,
	Doubts: doubtWindow,
}

// divMATTRSD is the scatter of the windows' ratios around MATTR. Neighbouring windows share nearly all of their tokens, so it
// is no standard error.
var divMATTRSD = &Measure[*Sequence]{
	Name: "mattr_sd", Symbol: "sd(MATTR)", English: "standard deviation of moving TTR", Korean: "이동 TTR 표준편차",
	Question: "How much do the places of the text differ in their type–token ratio?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: 1,
	Zero:    "NaN for texts of fewer than two windows, and where the order is unknown.",
	Sources: []string{"Covington & McFall 2010"},
	Variants: []Variant[*Sequence]{
		{Name: "standard", Formula: "sd (with n−1) of types/w over the windows",
			LaTeX: `\mathrm{sd}\left(\frac{V_k}{w}\right)`,
			Value: func(s *Sequence, o *Options) float64 { _, d := s.mattr(o); return d }},
	},
	Example: sequenceExample, Result: 0.140027379155,
	Doubts: doubtShort(func(o *Options) uint64 { return uint64(o.window()) + 1 }),
}

// divMTLD is the mean length of the stretches over which TTR stays above 0.72: the text is read until TTR has fallen to the
// threshold, which closes a factor; then counting begins anew. What is left at the end is a part of a factor, as far as TTR
// has fallen. The text is read forwards and backwards and the two values are averaged.
var divMTLD = &Measure[*Sequence]{
	Name: "mtld", Symbol: "MTLD", English: "measure of textual lexical diversity", Korean: "MTLD",
	Question: "For how many tokens, on average, does the text keep its type–token ratio above 0.72?",
	Role:     Effect, Sign: Varied, Lo: 1, Hi: inf,
	Zero:    "+Inf where all words are different. NaN for an empty text, and where the order is unknown.",
	Sources: []string{"McCarthy & Jarvis 2010"},
	Variants: []Variant[*Sequence]{
		{Name: "both_ways", Formula: "N/factors, mean of forwards and backwards; a factor closes at TTR ≤ 0.72, the rest counts (1−TTR)/0.28",
			LaTeX: `\frac12\left(\frac{N}{F_\rightarrow}+\frac{N}{F_\leftarrow}\right)`, Peers: []string{"wordless"},
			Value: func(s *Sequence, o *Options) float64 { return (s.mtld(o, false) + s.mtld(o, true)) / 2 }},
		{Name: "forwards", Formula: "N/factors, forwards", LaTeX: `\frac{N}{F_\rightarrow}`,
			Value: func(s *Sequence, o *Options) float64 { return s.mtld(o, false) }},
		{Name: "backwards", Formula: "N/factors, backwards", LaTeX: `\frac{N}{F_\leftarrow}`,
			Value: func(s *Sequence, o *Options) float64 { return s.mtld(o, true) }},
	},
	Example: sequenceExample, Result: 50,
	Doubts: doubtShort(func(*Options) uint64 { return 100 }),
}

func (s *Sequence) mtld(o *Options, backwards bool) float64 {
	if len(s.ids) == 0 {
		return nan
	}
	threshold := o.mtldThreshold()
	factors, tokens, types := 0.0, 0, 0
	// seen holds the number of the factor that last saw a type.
	seen := make([]int, s.V())
	factor := 1
	for i := range s.ids {
		id := s.ids[i]
		if backwards {
			id = s.ids[len(s.ids)-1-i]
		}
		if seen[id] != factor {
			seen[id] = factor
			types++
		}
		tokens++
		if float64(types)/float64(tokens) <= threshold {
			factors++
			factor++
			tokens, types = 0, 0
		}
	}
	if tokens > 0 {
		factors += (1 - float64(types)/float64(tokens)) / (1 - threshold)
	}
	return float64(len(s.ids)) / factors
}
