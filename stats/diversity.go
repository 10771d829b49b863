package stats

import (
	"math"

	"kstat/internal/special"
)

// Diversities are the measures of how varied a text's vocabulary is: the choices of diversity.
//
// Letters in the formulas: N tokens, V types, Vᵢ types that occur i times, fᵥ the frequency of type v, S₂ = Σ i²·Vᵢ = Σ fᵥ².
//
// All of them but MATTR, MTLD and HD-D change with the length of the text, some strongly: a longer text has a lower TTR.
// Compare texts of the same length, or take those three.
var Diversities = Family[*Sequence]{Name: "diversity", Rows: []*Measure[*Sequence]{
	divTTR, divRootTTR, divCTTR, divHerdanC, divSomersS, divDugastU, divMaasA2,
	divMSTTR, divMSTTRSD, divMATTR, divMATTRSD, divMTLD, divHDD, divVocdD,
	divYuleK, divYuleI, divSimpsonD, divHerdanVm, divHonoreR, divBrunetW, divEntropy, divHapaxRatio, divLexicalDensity,
	divZipfMandelbrot, divHeaps,
}}

// sequenceExample is the text i² mod 97 for i = 0…499, a text of 49 types.
var sequenceExample = func() *Sequence {
	ids := make([]uint32, 500)
	for i := range ids {
		ids[i] = uint32(i * i % 97)
	}
	return NewSequence(ids).WithContent(300)
}()

// onCounts makes a value of N and V a value of the sequence.
func onCounts(f func(n, v float64) float64) func(*Sequence, *Options) float64 {
	return func(s *Sequence, _ *Options) float64 { return f(float64(s.n), float64(s.V())) }
}

func lengthDependent(name, symbol, english, korean, question string, sign Sign, lo, hi float64, zero string, sources []string,
	result float64, variants ...Variant[*Sequence]) *Measure[*Sequence] {
	return &Measure[*Sequence]{Name: name, Symbol: symbol, English: english, Korean: korean, Question: question,
		Role: Effect, Sign: sign, Lo: lo, Hi: hi, Zero: zero, Sources: sources, Variants: variants,
		Example: sequenceExample, Result: result,
		Doubts: doubtShort(func(*Options) uint64 { return 100 })}
}

// The measures of types and tokens alone. Each is TTR bent so that it should depend less on the length of the text; none
// reaches that aim. Dugast's and Somers's need a base of logarithm, which changes their value (see the variants).
var (
	divTTR = lengthDependent("ttr", "TTR", "type–token ratio", "타입–토큰 비율 (TTR)",
		"What share of the tokens are new types?", Varied, 0, 1, "NaN for an empty text.", []string{"Johnson 1944"}, 0.098,
		Variant[*Sequence]{Name: "standard", Formula: "V/N",
			LaTeX: `\frac VN`, Peers: []string{"quanteda", "wordless", "wordsmith"},
			Value: onCounts(func(n, v float64) float64 { return v / n })})

	divRootTTR = lengthDependent("root_ttr", "RTTR", "root type–token ratio (Guiraud's R)", "기로의 R",
		"How many types are there for the root of the number of tokens?", Varied, 0, inf, "NaN for an empty text.", []string{"Guiraud 1954"},
		2.19134661793,
		Variant[*Sequence]{Name: "standard", Formula: "V/√N",
			LaTeX: `\frac{V}{\sqrt N}`, Peers: []string{"quanteda", "wordless"},
			Value: onCounts(func(n, v float64) float64 { return v / math.Sqrt(n) })})

	divCTTR = lengthDependent("cttr", "CTTR", "corrected type–token ratio", "수정 TTR",
		"How many types are there for the root of twice the number of tokens?", Varied, 0, inf, "NaN for an empty text.",
		[]string{"Carroll 1964"}, 1.54951605349,
		Variant[*Sequence]{Name: "standard", Formula: "V/√(2N)",
			LaTeX: `\frac{V}{\sqrt{2N}}`, Peers: []string{"quanteda", "wordless"},
			Value: onCounts(func(n, v float64) float64 { return v / math.Sqrt(2*n) })})

	divHerdanC = lengthDependent("herdan_c", "C", "Herdan's C (bilogarithmic TTR)", "허단의 C",
		"How large is the logarithm of the vocabulary beside that of the text?", Varied, 0, 1,
		"NaN for texts of no or one token.", []string{"Herdan 1960"}, 0.626237445141,
		Variant[*Sequence]{Name: "standard", Formula: "ln V/ln N",
			LaTeX: `\frac{\ln V}{\ln N}`, Peers: []string{"quanteda", "wordless"},
			Value: onCounts(func(n, v float64) float64 { return math.Log(v) / math.Log(n) })})

	divSomersS = lengthDependent("somers_s", "S", "Somers's S", "소머스의 S",
		"How large is the logarithm of the logarithm of the vocabulary beside that of the text?", Varied, -inf, inf,
		"−Inf for texts of one type and more than e tokens. NaN where ln N is below 0 or 1.", []string{"Somers 1966"}, 0.743814663323,
		Variant[*Sequence]{Name: "ln", Formula: "ln ln V/ln ln N",
			LaTeX: `\frac{\ln\ln V}{\ln\ln N}`, Peers: []string{"wordless"},
			Value: onCounts(func(n, v float64) float64 { return math.Log(math.Log(v)) / math.Log(math.Log(n)) })},
		Variant[*Sequence]{Name: "log10", Formula: "log₁₀ log₁₀ V/log₁₀ log₁₀ N",
			LaTeX: `\frac{\log_{10}\log_{10}V}{\log_{10}\log_{10}N}`,
			Peers: []string{"quanteda"},
			Value: onCounts(func(n, v float64) float64 { return math.Log10(math.Log10(v)) / math.Log10(math.Log10(n)) })})

	divDugastU = lengthDependent("dugast_u", "U", "Dugast's U", "뒤가스트의 U",
		"How much longer is the text than its vocabulary, on a logarithmic scale turned round?", Varied, 0, inf,
		"+Inf where all words are different. NaN for texts of no or one token.", []string{"Dugast 1978"}, 16.627155443,
		Variant[*Sequence]{Name: "ln", Formula: "ln²N/(ln N − ln V)",
			LaTeX: `\frac{\ln^2N}{\ln N-\ln V}`, Peers: []string{"wordless"},
			Value: onCounts(func(n, v float64) float64 { return dugast(n, v, 1) })},
		Variant[*Sequence]{Name: "log10", Formula: "log₁₀²N/(log₁₀ N − log₁₀ V)",
			LaTeX: `\frac{\log_{10}^2N}{\log_{10}N-\log_{10}V}`,
			Peers: []string{"quanteda"},
			Value: onCounts(func(n, v float64) float64 { return dugast(n, v, math.Ln10) })})

	divMaasA2 = lengthDependent("maas_a2", "a²", "Maas's a²", "마스의 a²",
		"How much longer is the text than its vocabulary, on a logarithmic scale? Lower is more varied.", Repetitive, 0, inf,
		"0 where all words are different. NaN for texts of no or one token.", []string{"Maas 1972"}, 0.0601425784119,
		Variant[*Sequence]{Name: "ln", Formula: "(ln N − ln V)/ln²N",
			LaTeX: `\frac{\ln N-\ln V}{\ln^2N}`, Peers: []string{"wordless"},
			Value: onCounts(func(n, v float64) float64 { return 1 / dugast(n, v, 1) })},
		Variant[*Sequence]{Name: "log10", Formula: "(log₁₀ N − log₁₀ V)/log₁₀²N",
			LaTeX: `\frac{\log_{10}N-\log_{10}V}{\log_{10}^2N}`,
			Peers: []string{"quanteda"},
			Value: onCounts(func(n, v float64) float64 { return 1 / dugast(n, v, math.Ln10) })})
)

// dugast gives log²N/(log N − log V) with logarithms to the base e^unit. ln N − ln V is taken as one logarithm, which keeps
// its digits where nearly all words are different.
func dugast(n, v, unit float64) float64 {
	l := math.Log(n)
	return l * l / -math.Log1p(-(n-v)/n) / unit
}

// divYuleK is Yule's characteristic: 10⁴ times the probability that two tokens drawn (with replacement) are of the same type,
// less what a token shares with itself. Lower is more varied; it hardly depends on length.
var divYuleK = &Measure[*Sequence]{
	Name: "yule_k", Symbol: "K", English: "Yule's K", Korean: "율의 K",
	Question: "How often are two tokens drawn at random of the same type, in 1/10,000? Lower is more varied.",
	Role:     Effect, Sign: Repetitive, Lo: 0, Hi: 10000,
	Zero:    "0 where all words are different. NaN for an empty text.",
	Sources: []string{"Yule 1944"},
	Variants: []Variant[*Sequence]{
		{Name: "standard", Formula: "10⁴·(S₂−N)/N²",
			LaTeX: `10^4\,\frac{S_2-N}{N^2}`, Peers: []string{"quanteda", "wordless"},
			Value: func(s *Sequence, _ *Options) float64 {
				n := float64(s.n)
				return 1e4 * (s.sumPairs() / n / n)
			}},
	},
	Example: sequenceExample, Result: 185.2,
}

// sumPairs gives S2 − N = Σ f(f−1), the number of ordered pairs of tokens of the same type.
func (s *Sequence) sumPairs() (sum float64) {
	s.spectrum(func(f, types float64) { sum += types * f * (f - 1) })
	return sum
}

// divSimpsonD is the probability that two different tokens drawn at random are of the same type: Yule's K without
// replacement.
var divSimpsonD = &Measure[*Sequence]{
	Name: "simpson_d", Symbol: "D", English: "Simpson's D", Korean: "심슨의 D",
	Question: "With what probability are two tokens drawn at random of the same type? Lower is more varied.",
	Role:     Effect, Sign: Repetitive, Lo: 0, Hi: 1,
	Zero:    "0 where all words are different. NaN for texts of no or one token.",
	Sources: []string{"Simpson 1949"},
	Variants: []Variant[*Sequence]{
		{Name: "standard", Formula: "(S₂−N)/(N(N−1))",
			LaTeX: `\frac{S_2-N}{N(N-1)}`, Peers: []string{"quanteda", "wordless"},
			Value: func(s *Sequence, _ *Options) float64 {
				n := float64(s.n)
				return s.sumPairs() / (n * (n - 1))
			}},
	},
	Example: sequenceExample, Result: 0.0185571142285,
}

// divYuleI is a turned version of K, by quanteda's formula; Wordless has tokens where it has types.
var divYuleI = &Measure[*Sequence]{
	Name: "yule_i", Symbol: "I", English: "Yule's I", Korean: "율의 I",
	Question: "How large is the vocabulary beside the repetition in the text?",
	Role:     Effect, Sign: Varied, Lo: 0, Hi: inf,
	Zero:    "+Inf where all words are different. NaN for an empty text.",
	Sources: []string{"Yule 1944"},
	Variants: []Variant[*Sequence]{
		{Name: "types", Formula: "V²/(S₂−V)", LaTeX: `\frac{V^2}{S_2-V}`, Peers: []string{"quanteda"},
			Value: func(s *Sequence, _ *Options) float64 {
				v, rest := float64(s.V()), 0.0
				s.spectrum(func(f, types float64) { rest += types * (f - 1) * (f + 1) })
				return v * v / rest
			}},
		{Name: "tokens", Formula: "N²/(S₂−N)", LaTeX: `\frac{N^2}{S_2-N}`, Peers: []string{"wordless"},
			Value: func(s *Sequence, _ *Options) float64 {
				n := float64(s.n)
				return n * (n / s.sumPairs())
			}},
	},
	Example: sequenceExample, Result: 0.472544774651,
}

// divHerdanVm is the coefficient of variation of the types' probabilities around 1/V, over √V.
var divHerdanVm = &Measure[*Sequence]{
	Name: "herdan_vm", Symbol: "Vm", English: "Herdan's Vm", Korean: "허단의 Vm",
	Question: "How unequal are the types' frequencies? Lower is more even.",
	Role:     Effect, Sign: Uneven, Lo: 0, Hi: 1,
	Zero:    "0 where all types are equally frequent. NaN for an empty text.",
	Sources: []string{"Herdan 1955"},
	Variants: []Variant[*Sequence]{
		{Name: "root", Formula: "√(S₂/N² − 1/V)", LaTeX: `\sqrt{\frac{S_2}{N^2}-\frac1V}`, Peers: []string{"quanteda"},
			Value: func(s *Sequence, _ *Options) float64 { return math.Sqrt(s.unevenness()) }},
		{Name: "square", Formula: "S₂/N² − 1/V", LaTeX: `\frac{S_2}{N^2}-\frac1V`, Peers: []string{"wordless"},
			Value: func(s *Sequence, _ *Options) float64 { return s.unevenness() }},
	},
	Example: sequenceExample, Result: 0.0105752888705,
}

// unevenness gives Σ (p − 1/V)² over the types, which has the value of S2/N² − 1/V and does not cancel.
func (s *Sequence) unevenness() float64 {
	if s.n == 0 {
		return nan
	}
	sum, n, v := 0.0, float64(s.n), float64(s.V())
	s.spectrum(func(f, types float64) {
		d := (f*v - n) / (n * v)
		sum += types * d * d
	})
	return sum
}

// divHonoreR rises with the share of hapaxes. (Wordless computes ln(N/(1 − V₁/V)), which is something else.)
var divHonoreR = &Measure[*Sequence]{
	Name: "honore_r", Symbol: "R", English: "Honoré's R", Korean: "오노레의 R",
	Question: "How large is the share of words used once, with the length of the text paid for?",
	Role:     Effect, Sign: Varied, Lo: 0, Hi: inf,
	Zero:    "+Inf where all words are different. NaN for an empty text.",
	Sources: []string{"Honoré 1979"},
	Variants: []Variant[*Sequence]{
		{Name: "standard", Formula: "100·ln N/(1 − V₁/V)", LaTeX: `100\,\frac{\ln N}{1-V_1/V}`, Peers: []string{"quanteda"},
			Value: func(s *Sequence, _ *Options) float64 {
				return 100 * math.Log(float64(s.n)) / (float64(s.V()-s.Hapaxes()) / float64(s.V()))
			}},
	},
	Example: sequenceExample, Result: 621.460809842,
}

// divBrunetW is N to a power that falls with the vocabulary: 10 is varied, 20 is not.
var divBrunetW = &Measure[*Sequence]{
	Name: "brunet_w", Symbol: "W", English: "Brunet's W", Korean: "브뤼네의 W",
	Question: "How varied is the text, on a scale that hardly depends on length? Lower is more varied.",
	Role:     Effect, Sign: Repetitive, Lo: 1, Hi: inf,
	Zero:    "NaN for an empty text.",
	Sources: []string{"Brunet 1978"},
	Variants: []Variant[*Sequence]{
		{Name: "0.172", Formula: "N^(V^−0.172)", LaTeX: `N^{V^{-0.172}}`, Peers: []string{"wordless"},
			Value: onCounts(func(n, v float64) float64 { return brunet(n, v, 0.172) })},
		{Name: "0.165", Formula: "N^(V^−0.165)", LaTeX: `N^{V^{-0.165}}`,
			Value: onCounts(func(n, v float64) float64 { return brunet(n, v, 0.165) })},
	},
	Example: sequenceExample, Result: 24.0948679217,
}

func brunet(n, v, a float64) float64 {
	if n == 0 {
		return nan
	}
	return math.Pow(n, math.Pow(v, -a))
}

// divEntropy is Shannon's entropy of the types' frequencies (the plug-in estimate, which is too low for short texts).
var divEntropy = &Measure[*Sequence]{
	Name: "entropy", Symbol: "H", English: "entropy", Korean: "엔트로피",
	Question: "How many bits does it take, on average, to say which word a token is?",
	Role:     Effect, Sign: Varied, Lo: 0, Hi: inf,
	Zero:    "0 for a text of one type. NaN for an empty text.",
	Sources: []string{"Shannon 1948"},
	Variants: []Variant[*Sequence]{
		{Name: "bits", Formula: "−Σ (fᵥ/N)·log₂(fᵥ/N)",
			LaTeX: `-\sum_v\frac{f_v}{N}\log_2\frac{f_v}{N}`, Peers: []string{"quanteda"},
			Value: func(s *Sequence, _ *Options) float64 { return s.entropy() / math.Ln2 }},
		{Name: "nats", Formula: "−Σ (fᵥ/N)·ln(fᵥ/N)", LaTeX: `-\sum_v\frac{f_v}{N}\ln\frac{f_v}{N}`,
			Value: func(s *Sequence, _ *Options) float64 { return s.entropy() }},
	},
	Example: sequenceExample, Result: 5.61034869159,
}

func (s *Sequence) entropy() float64 {
	if s.n == 0 {
		return nan
	}
	h, n := 0.0, float64(s.n)
	s.spectrum(func(f, types float64) { h += types * f / n * math.Log(n/f) })
	return h
}

// divHapaxRatio is the share of the types that occur once.
var divHapaxRatio = &Measure[*Sequence]{
	Name: "hapax_ratio", Symbol: "V₁/V", English: "share of hapaxes", Korean: "일회 출현어 비율",
	Question: "What share of the types occurs once only?",
	Role:     Effect, Sign: Varied, Lo: 0, Hi: 1,
	Zero:    "1 where all words are different. NaN for an empty text.",
	Sources: []string{"Baayen 2001"},
	Variants: []Variant[*Sequence]{
		{Name: "types", Formula: "V₁/V", LaTeX: `\frac{V_1}{V}`, Peers: []string{"wordless"},
			Value: func(s *Sequence, _ *Options) float64 { return float64(s.Hapaxes()) / float64(s.V()) }},
		{Name: "tokens", Formula: "V₁/N", LaTeX: `\frac{V_1}{N}`,
			Value: func(s *Sequence, _ *Options) float64 { return float64(s.Hapaxes()) / float64(s.n) }},
	},
	Example: NewSequence([]uint32{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9}), Result: 0.555555555556,
}

// divLexicalDensity is the share of content words (nouns, predicates, adverbs) among all tokens.
var divLexicalDensity = &Measure[*Sequence]{
	Name: "lexical_density", Symbol: "LD", English: "lexical density", Korean: "어휘 밀도",
	Question: "What share of the tokens are content words?",
	Role:     Effect, Sign: Undirected, Lo: 0, Hi: 1,
	Zero:    "NaN for an empty text, and where content words were not counted.",
	Sources: []string{"Ure 1971"},
	Variants: []Variant[*Sequence]{
		{Name: "standard", Formula: "content words/N", LaTeX: `\frac{N_{\text{content}}}{N}`,
			Value: func(s *Sequence, _ *Options) float64 {
				if s.content < 0 {
					return nan
				}
				return float64(s.content) / float64(s.n)
			}},
	},
	Example: sequenceExample, Result: 0.6,
}

// expectedTypes gives how many types a sample of n tokens, drawn without replacement, has on average:
//
//	E[V(n)] = Σ_v 1 − C(N−f_v, n)/C(N, n)
//
// The average over all orders of the text of the vocabulary of its first n tokens.
func (s *Sequence) expectedTypes(n uint64) (sum float64) {
	s.spectrum(func(f, types float64) {
		if uint64(f)+n > s.n {
			sum += types // no sample can avoid it
			return
		}
		// C(N−f, n)/C(N, n) is the probability of 0 in a hypergeometric distribution.
		h := special.NewHypergeometric(special.Cells{B: uint64(f), C: n, D: s.n - uint64(f) - n})
		sum += types * -math.Expm1(h.LogDensity(0))
	})
	return sum
}
