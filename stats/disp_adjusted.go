package stats

import "math"

// The adjusted frequencies answer: how frequent would the word be if its clumps were counted for less? A word that is evenly
// spread keeps its frequency, one that a single passage repeats has nearly that of a word seen once.

// dispARF is the average reduced frequency: cut the corpus, closed to a ring, into f stretches of equal length, wherever
// one likes to begin; how many of them hold the word on average? It needs no division into parts.
var dispARF = &Measure[Spread]{
	Name: "arf", Symbol: "ARF", English: "average reduced frequency", Korean: "평균 축소 빈도",
	Question: "How frequent is the word if occurrences close to each other count for less?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "1 for a word that occurs once. NaN for one that does not occur, and where positions are not given.",
	Sources: []string{"Savický & Hlaváčová 2002"},
	Variants: []Variant[Spread]{
		{Name: "standard", Formula: "Σ min(dᵢ, N/f)/(N/f)", LaTeX: `\frac{1}{v}\sum\min(d_i,v),\;v=N/f`,
			Peers: []string{"sketchengine", "wordless"},
			Value: onDistances(func(d []float64, n float64) float64 {
				sum := 0.0
				for _, x := range d {
					sum += math.Min(x*float64(len(d)), n)
				}
				return sum / n
			})},
	},
	Example: spreadExample, Result: 11.7,
}

// dispALD is the average logarithmic distance between occurrences, and (variant alf) the frequency that a word spread evenly
// at that distance would have.
var dispALD = &Measure[Spread]{
	Name: "ald", Symbol: "ALD", English: "average logarithmic distance", Korean: "평균 로그 거리",
	Question: "How far is it, from any place in the corpus, between one occurrence and the next, as a logarithm?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "log₁₀ N for a word that occurs once. NaN for one that does not occur, and where positions are not given.",
	Sources: []string{"Savický & Hlaváčová 2002"},
	Variants: []Variant[Spread]{
		{Name: "distance", Formula: "Σ dᵢ·log₁₀ dᵢ/N", LaTeX: `\frac1N\sum d_i\log_{10}d_i`, Peers: []string{"wordless"},
			Value: onDistances(ald)},
		{Name: "alf", Formula: "N·10^−ALD", LaTeX: `N\cdot10^{-ALD}`, Peers: []string{"sketchengine", "wordless"},
			Value: onDistances(func(d []float64, n float64) float64 { return n * math.Pow(10, -ald(d, n)) })},
	},
	Example: spreadExample, Result: 0.585065474712,
}

func ald(d []float64, n float64) float64 {
	sum := 0.0
	for _, x := range d {
		sum += x * math.Log10(x)
	}
	return sum / n
}

// dispAWT is the average waiting time: from any place of the corpus, how many tokens on is the next occurrence? And (variant
// awf) the frequency that a word spread evenly with that waiting time would have.
var dispAWT = &Measure[Spread]{
	Name: "awt", Symbol: "AWT", English: "average waiting time", Korean: "평균 대기 시간",
	Question: "How many tokens does one read, on average, until the word comes?",
	Role:     Effect, Sign: Undirected, Lo: 1, Hi: inf,
	Zero:    "(N+1)/2 for a word that occurs once. NaN for one that does not occur, and where positions are not given.",
	Sources: []string{"Savický & Hlaváčová 2002"},
	Variants: []Variant[Spread]{
		{Name: "tokens", Formula: "½·(1 + Σdᵢ²/N)",
			LaTeX: `\tfrac12\left(1+\frac1N\sum d_i^2\right)`, Peers: []string{"wordless"},
			Value: onDistances(func(d []float64, n float64) float64 { return (1 + squares(d)/n) / 2 })},
		{Name: "awf", Formula: "N²/Σdᵢ²", LaTeX: `\frac{N^2}{\sum d_i^2}`, Peers: []string{"wordless"},
			Value: onDistances(func(d []float64, n float64) float64 { return n * (n / squares(d)) })},
	},
	Example: spreadExample, Result: 2.66,
}

func squares(d []float64) (sum float64) {
	for _, x := range d {
		sum += x * x
	}
	return sum
}

// onDistances makes a value of the cyclic distances between occurrences, and of the corpus's size, a value of the spread.
func onDistances(f func(d []float64, n float64) float64) func(Spread, *Options) float64 {
	return func(s Spread, _ *Options) float64 {
		s.check()
		n := s.Parts.total
		k := len(s.Positions)
		if k == 0 || n == 0 {
			return nan
		}
		d := make([]float64, k)
		for i := 1; i < k; i++ {
			if s.Positions[i] <= s.Positions[i-1] {
				panic("stats: positions that don't rise")
			}
			d[i] = float64(s.Positions[i] - s.Positions[i-1])
		}
		if s.Positions[k-1] >= n {
			panic("stats: a position beyond the end of the corpus")
		}
		d[0] = float64(s.Positions[0] + n - s.Positions[k-1])
		return f(d, float64(n))
	}
}

// dispU is Juilland's usage coefficient: the frequency times its dispersion.
var dispU = &Measure[Spread]{
	Name: "u", Symbol: "U", English: "Juilland's U", Korean: "주이양의 U",
	Question: "How frequent is the word, reduced by how unevenly it is spread?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "NaN for a word that does not occur, and where there is one part only.",
	Sources: []string{"Juilland & Chang-Rodríguez 1964"},
	Variants: []Variant[Spread]{
		{Name: "frequencies", Formula: "D·f", LaTeX: `D\cdot f`,
			Value: onSpread(func(s Spread) float64 { return juillandD(s, frequenciesOf) * float64(s.Frequency()) })},
		{Name: "counts", Formula: "D(counts)·f", LaTeX: `D_{v}\cdot f`, Peers: []string{"wordless"},
			Value: onSpread(func(s Spread) float64 { return juillandD(s, countsOf) * float64(s.Frequency()) })},
	},
	Example: spreadExample, Result: 11.7772568018,
	Doubts: doubtSpread,
}

// dispUm is Carroll's adjusted frequency; a word of one part only keeps the n-th part of its frequency.
var dispUm = &Measure[Spread]{
	Name: "um", Symbol: "Um", English: "Carroll's Um", Korean: "캐럴의 Um",
	Question: "How frequent is the word, reduced by how unevenly it is spread?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "NaN for a word that does not occur, and where there is one part only.",
	Sources: []string{"Carroll 1970"},
	Variants: []Variant[Spread]{
		{Name: "frequencies", Formula: "f·D₂ + (1−D₂)·f/n", LaTeX: `fD_2+(1-D_2)\frac fn`,
			Value: onSpread(func(s Spread) float64 { return carrollUm(s, carrollD2(s, frequenciesOf)) })},
		{Name: "counts", Formula: "f·D₂(counts) + (1−D₂)·f/n",
			LaTeX: `fD_{2,v}+(1-D_{2,v})\frac fn`, Peers: []string{"wordless"},
			Value: onSpread(func(s Spread) float64 { return carrollUm(s, carrollD2(s, countsOf)) })},
	},
	Example: spreadExample, Result: 14.2550556396,
	Doubts: doubtSpread,
}

func carrollUm(s Spread, d2 float64) float64 {
	f := float64(s.Frequency())
	return f*d2 + (1-d2)*f/float64(s.Parts.n)
}

// dispKF is Rosengren's korrigierte Frequenz.
var dispKF = &Measure[Spread]{
	Name: "kf", Symbol: "KF", English: "Rosengren's adjusted frequency", Korean: "로센그렌의 KF",
	Question: "How frequent is the word, reduced by how unevenly it is spread?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "NaN for a word that does not occur.",
	Sources: []string{"Rosengren 1971"},
	Variants: []Variant[Spread]{
		{Name: "equal", Formula: "(Σ√vᵢ)²/n", LaTeX: `\frac{\left(\sum\sqrt{v_i}\right)^2}{n}`, Peers: []string{"wordless"},
			Value: onSpread(sumOfRoots)},
		{Name: "sized", Formula: "(Σ√(vᵢ·sᵢ))²", LaTeX: `\left(\sum\sqrt{v_is_i}\right)^2`, Value: onSpread(rosengrenS)},
	},
	Example: spreadExample, Result: 14.0526991166,
	Doubts: doubtUnequal,
}

// dispFM is the frequency times the share of the parts that have the word.
var dispFM = &Measure[Spread]{
	Name: "fm", Symbol: "FM", English: "Engwall's FM", Korean: "엥발의 FM",
	Question: "How frequent is the word, reduced by the parts that lack it?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "NaN for a word that does not occur.",
	Sources: []string{"Engwall 1974"},
	Variants: []Variant[Spread]{
		{Name: "standard", Formula: "f·#(vᵢ > 0)/n", LaTeX: `f\,\frac{\#(v_i>0)}{n}`, Peers: []string{"wordless"},
			Value: onSpread(func(s Spread) float64 {
				return float64(s.Frequency()) * float64(s.In()) / float64(s.Parts.n)
			})},
	},
	Example: spreadExample, Result: 15,
	Doubts: doubtSpread,
}

// dispTfIdf weighs a frequency by how few documents have the word. A word of all documents gets 0 (not in the smooth
// variant). There are dozens of formulas under this name; the variant is part of any result.
var dispTfIdf = &Measure[Spread]{
	Name: "tf_idf", Symbol: "tf-idf", English: "term frequency times inverse document frequency", Korean: "TF-IDF",
	Question: "How frequent is the word, weighted by how few documents have it?",
	Role:     Score, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "NaN for a word that does not occur.",
	Sources: []string{"Spärck Jones 1972"},
	Variants: []Variant[Spread]{
		tfIdf("ln", "f·ln(n/df)", `f\ln\frac{n}{df}`, []string{"orange"},
			TfIdf),
		tfIdf("log10", "f·log₁₀(n/df)", `f\log_{10}\frac{n}{df}`, []string{"quanteda"},
			func(f, n, df float64) float64 { return f * math.Log10(n/df) }),
		tfIdf("log_tf", "(1 + ln f)·ln(n/df)", `(1+\ln f)\ln\frac{n}{df}`, nil,
			func(f, n, df float64) float64 { return (1 + math.Log(f)) * math.Log(n/df) }),
		tfIdf("smooth", "f·(ln((1+n)/(1+df)) + 1)", `f\left(\ln\frac{1+n}{1+df}+1\right)`, []string{"scikit-learn"},
			func(f, n, df float64) float64 { return f * (math.Log((1+n)/(1+df)) + 1) }),
	},
	Example: Spread{Parts: spreadExample.Parts, Index: []int{1, 4}, Count: []uint64{2, 5}},
	Result:  6.41403512312,
}

// TfIdf is the first variant of tf_idf by the numbers alone, f·ln(n/df): for a word that stands f times in a text and in df of
// n documents, which need not be the text's own.
func TfIdf(f, n, df float64) float64 { return f * math.Log(n/df) }

func tfIdf(name, formula, latex string, peers []string, f func(f, n, df float64) float64) Variant[Spread] {
	return Variant[Spread]{Name: name, Formula: formula + ", df = #(vᵢ > 0)", LaTeX: latex, Peers: peers,
		Value: onSpread(func(s Spread) float64 {
			return f(float64(s.Frequency()), float64(s.Parts.n), float64(s.In()))
		})}
}
