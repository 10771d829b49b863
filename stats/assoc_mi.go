package stats

import (
	"math"

	"kstat/internal/special"
)

// logRatioOE gives ln(O11/E11): −Inf at O11 = 0, NaN where E11 is 0 or undefined. Near 1 the ratio's distance from 1 is
// taken exactly, so that a pair just off independence keeps its digits.
func logRatioOE(p Pair) float64 {
	r1, c1, _ := p.Table()
	if r1 == 0 || c1 == 0 {
		return nan
	}
	if u := p.excess(); math.Abs(u) < 0.5 {
		return math.Log1p(u)
	}
	return math.Log(float64(p.O11) / p.Expected())
}

// assocPMI is pointwise mutual information: the logarithm of how many times more often the words meet than chance
// explains. 3 means 2³ = 8 times. It favours rare pairs: two hapaxes side by side get the highest value there is.
// KoNLP means the natural logarithm by PMI, UCS the decimal one; WordSmith's MI3 is neither this nor mi3.
var assocPMI = &Measure[Pair]{
	Name: "pmi", Symbol: "MI", English: "pointwise mutual information", Korean: "점별 상호정보량",
	Question: "How many times as often as by chance do the words meet, as a power of two?",
	Role:     Effect, Sign: Signed, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "−Inf at O₁₁ = 0. NaN where f₁ or f₂ is 0.",
	Sources: []string{"Church & Hanks 1990"},
	Variants: []Variant[Pair]{
		pmiBase("log2", "log₂(O₁₁/E₁₁)", `\log_2\frac{O_{11}}{E_{11}}`, math.Ln2,
			"khcoder", "wordsmith", "sketchengine", "cqpweb", "antconc", "nltk"),
		pmiBase("log10", "log₁₀(O₁₁/E₁₁)", `\log_{10}\frac{O_{11}}{E_{11}}`, math.Ln10, "ucs"),
		pmiBase("ln", "ln(O₁₁/E₁₁)", `\ln\frac{O_{11}}{E_{11}}`, 1, "konlp", "quanteda"),
	},
	Example: pairExample, Result: 4.64385618977,
	Doubts: doubtRare,
}

func pmiBase(name, formula, latex string, unit float64, peers ...string) Variant[Pair] {
	return Variant[Pair]{Name: name, Formula: formula, LaTeX: latex, Peers: peers,
		Value: func(p Pair, _ *Options) float64 { return logRatioOE(p) / unit }}
}

// assocNPMI is PMI over its greatest possible value for this count, which takes off some of its love of rare pairs.
var assocNPMI = &Measure[Pair]{
	Name: "npmi", Symbol: "NPMI", English: "normalised pointwise mutual information", Korean: "정규화 점별 상호정보량",
	Question: "Where between never (−1), by chance (0) and always together (1) do the words stand?",
	Role:     Effect, Sign: Signed, Lo: -1, Hi: 1, Symmetric: true,
	Zero:    "−1 at O₁₁ = 0. NaN where f₁ or f₂ is 0, where O₁₁ = N, or where the counts make no 2×2 table.",
	Sources: []string{"Bouma 2009"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "log₂(O₁₁/E₁₁)/−log₂(O₁₁/N)",
			LaTeX: `\log_2\frac{O_{11}}{E_{11}}\Big/-\log_2\frac{O_{11}}{N}`,
			Peers: []string{"wordless"},
			Value: onTable(npmi)},
	},
	Example: pairExample, Result: 0.517953147470,
	Doubts: func(p Pair, o *Options) []Warning {
		if w := doubtTable(p); w != nil {
			return w
		}
		return doubtRare(p, o)
	},
}

func npmi(p Pair) float64 {
	l := logRatioOE(p)
	if math.IsInf(l, -1) {
		return -1
	}
	_, _, n := p.Table()
	share := float64(p.O11) / float64(n)
	if share > 0.5 {
		return l / -math.Log1p(-(float64(n)-float64(p.O11))/float64(n))
	}
	return l / -math.Log(share)
}

// assocMI2 and assocMI3 raise the observed count in PMI to a power, against its love of rare pairs (Daille's MI^k).
var (
	assocMI2 = miPower(2, "mi2", "MI²", "상호정보량²", 8.96578428466)
	assocMI3 = miPower(3, "mi3", "MI³", "상호정보량³", 13.2877123795)
)

func miPower(k float64, name, symbol, korean string, example float64) *Measure[Pair] {
	digit := name[2:]
	super := map[string]string{"2": "²", "3": "³"}[digit]
	value := func(p Pair, _ *Options) float64 { return (logRatioOE(p) + (k-1)*math.Log(float64(p.O11))) / math.Ln2 }
	m := &Measure[Pair]{
		Name: name, Symbol: symbol, English: "mutual information with O₁₁ to the power " + digit, Korean: korean,
		Question: "How strongly do the words attract each other, with common pairs preferred?",
		Role:     Score, Sign: Shifted, Lo: -inf, Hi: inf, Symmetric: true,
		Zero:    "−Inf at O₁₁ = 0. NaN where f₁ or f₂ is 0.",
		Sources: []string{"Daille 1994"},
		Variants: []Variant[Pair]{
			{Name: "log2", Formula: "log₂(O₁₁" + super + "/E₁₁)", LaTeX: `\log_2\frac{O_{11}^` + digit + `}{E_{11}}`,
				Peers: []string{"wordless", "khcoder", "sketchengine", "cqpweb"}, Value: value},
			{Name: "log10", Formula: "log₁₀(O₁₁" + super + "/E₁₁)", LaTeX: `\log_{10}\frac{O_{11}^` + digit + `}{E_{11}}`,
				Peers: []string{"ucs"},
				Value: func(p Pair, o *Options) float64 { return value(p, o) * (math.Ln2 / math.Ln10) }},
		},
		Example: pairExample, Result: example,
	}
	if k == 3 {
		m.Variants = append(m.Variants, Variant[Pair]{
			Name: "oakes", Formula: "log₂(O₁₁³·E/B), E = O₁₁+(N−f₁)+(N−f₂)+(N−f₁−f₂), B = (O₁₁+N−f₁)·(O₁₁+N−f₂)",
			LaTeX: `\log_2\frac{O_{11}^3\,E}{B},\;E=O_{11}+(N-f_1)+(N-f_2)+(N-f_1-f_2),\;B=(O_{11}+N-f_1)(O_{11}+N-f_2)`,
			Peers: []string{"wordsmith"},
			Value: onMargins(func(o, f1, f2, n float64) float64 {
				e := o + (n - f1) + (n - f2) + (n - f1 - f2)
				return 3*math.Log2(o) + math.Log2(e/(o+n-f1)/(o+n-f2))
			})})
	}
	return m
}

// assocLocalMI is the part that the pair itself contributes to the mutual information of all pairs: PMI times the count.
var assocLocalMI = &Measure[Pair]{
	Name: "local_mi", Symbol: "local MI", English: "local mutual information", Korean: "국소 상호정보량",
	Question: "How much of all attraction in the corpus, in bits times occurrences, is this pair's?",
	Role:     Score, Sign: Signed, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "0 at O₁₁ = 0 (0·log 0 = 0). NaN where f₁ or f₂ is 0.",
	Sources: []string{"Evert 2005"},
	Variants: []Variant[Pair]{
		localMI("log2", "O₁₁·log₂(O₁₁/E₁₁)", `O_{11}\log_2\frac{O_{11}}{E_{11}}`, math.Ln2),
		localMI("log10", "O₁₁·log₁₀(O₁₁/E₁₁)", `O_{11}\log_{10}\frac{O_{11}}{E_{11}}`, math.Ln10, "ucs"),
	},
	Example: pairExample, Result: 92.8771237955,
}

func localMI(name, formula, latex string, unit float64, peers ...string) Variant[Pair] {
	return Variant[Pair]{Name: name, Formula: formula, LaTeX: latex, Peers: peers,
		Value: func(p Pair, _ *Options) float64 {
			l := logRatioOE(p)
			if math.IsInf(l, -1) {
				return 0
			}
			return float64(p.O11) * l / unit
		}}
}

// assocMILogF is PMI times the logarithm of the count, Sketch Engine's salience before logDice.
var assocMILogF = &Measure[Pair]{
	Name: "mi_logf", Symbol: "MI·log f", English: "salience", Korean: "MI·log f",
	Question: "How strongly do the words attract each other, weighted by how often they were seen?",
	Role:     Score, Sign: Signed, Lo: -inf, Hi: inf, Symmetric: true,
	Zero:    "NaN at O₁₁ = 0 (−∞ times 0), and where f₁ or f₂ is 0.",
	Sources: []string{"Kilgarriff & Tugwell 2001"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "log₂(O₁₁/E₁₁)·ln(O₁₁+1)", LaTeX: `\log_2\frac{O_{11}}{E_{11}}\cdot\ln(O_{11}+1)`,
			Peers: []string{"sketchengine", "wordless"},
			Value: func(p Pair, _ *Options) float64 {
				return logRatioOE(p) / math.Ln2 * math.Log1p(float64(p.O11))
			}},
	},
	Example: pairExample, Result: 14.1383243673,
}

// assocMutualInformation is mutual information in the sense of information theory, over the whole table: how many bits
// knowing of one word tells about the other, at an average place. It is G²/(2N·ln 2).
var assocMutualInformation = &Measure[Pair]{
	Name: "mutual_information", Symbol: "I(w1;w2)", English: "mutual information of the 2×2 table", Korean: "상호정보량",
	Question: "How many bits does the presence of one word tell about the presence of the other?",
	Role:     Effect, Sign: Unsigned, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "An empty cell adds 0. NaN where a margin is empty, or where the counts make no 2×2 table.",
	Sources: []string{"Evert 2005"},
	Variants: []Variant[Pair]{
		{Name: "bits", Formula: "Σᵢⱼ (Oᵢⱼ/N)·log₂(Oᵢⱼ/Eᵢⱼ)", LaTeX: `\sum_{ij}\frac{O_{ij}}{N}\log_2\frac{O_{ij}}{E_{ij}}`,
			Peers: []string{"wordless"},
			Value: onCells[Pair](func(t special.Cells) float64 { return cellsG2(t) / (2 * total(t) * math.Ln2) })},
		{Name: "average", Formula: "Σᵢⱼ Oᵢⱼ·log₁₀(Oᵢⱼ/Eᵢⱼ)", LaTeX: `\sum_{ij}O_{ij}\log_{10}\frac{O_{ij}}{E_{ij}}`,
			Peers: []string{"ucs"},
			Scale: &Scale{Unsigned, 0, inf},
			Value: onCells[Pair](func(t special.Cells) float64 { return cellsG2(t) / (2 * math.Ln10) })},
	},
	Example: pairExample, Result: 0.00717444425027,
}
