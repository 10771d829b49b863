package stats

import "math"

// The measures of this file compare O11 with the two words' own frequencies and don't look at the size of the corpus:
// they ask how exclusive the pair is, not how surprising. So they can be compared between corpora of different size, and
// say nothing about chance: two very frequent words have a fair value without any attraction.

// assocDice is the share of the two words' occurrences that are occurrences together (twice counted, as both words take
// part).
var assocDice = &Measure[Pair]{
	Name: "dice", Symbol: "Dice", English: "Dice coefficient", Korean: "다이스 계수",
	Question: "What share of the words' occurrences are occurrences together?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "0 at O₁₁ = 0. NaN where f₁ and f₂ are 0.",
	Sources: []string{"Dice 1945", "Smadja et al. 1996"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "2·O₁₁/(f₁+f₂)", LaTeX: `\frac{2O_{11}}{f_1+f_2}`,
			Peers: []string{"ucs", "khcoder", "nltk", "wordsmith", "cqpweb", "antconc"},
			Value: onMargins(func(o, f1, f2, _ float64) float64 { return 2 * o / (f1 + f2) })},
	},
	Example: pairExample, Result: 0.222222222222,
}

// assocLogDice is Dice on a logarithmic scale with a readable maximum: 14 means that the words occur only together, and
// one less means half as often. Values of pairs of words seldom fall below 0. (At least one program gives log₂ Dice
// without the 14 under this name, and 14 for pairs that never occur.)
var assocLogDice = &Measure[Pair]{
	Name: "logdice", Symbol: "logDice", English: "logDice", Korean: "로그다이스",
	Question: "How exclusive is the pair, on a scale whose top is 14 and whose steps are factors of two?",
	Role:     Effect, Sign: Shifted, Lo: -inf, Hi: 14, Symmetric: true,
	Zero:    "−Inf at O₁₁ = 0. NaN where f₁ and f₂ are 0.",
	Sources: []string{"Rychlý 2008"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "14 + log₂(2·O₁₁/(f₁+f₂))", LaTeX: `14+\log_2\frac{2O_{11}}{f_1+f_2}`,
			Peers: []string{"sketchengine"},
			Value: onMargins(func(o, f1, f2, _ float64) float64 { return 14 + math.Log2(2*o/(f1+f2)) })},
	},
	Example: pairExample, Result: 11.8300749986,
}

// assocJaccard is the share of the places where either word occurs that hold both: KH Coder's weight of an edge.
var assocJaccard = &Measure[Pair]{
	Name: "jaccard", Symbol: "Jaccard", English: "Jaccard coefficient", Korean: "자카드 계수",
	Question: "Where one of the words occurs, how often does the other one too?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "0 at O₁₁ = 0. NaN where f₁ and f₂ are 0.",
	Sources: []string{"Jaccard 1901"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "O₁₁/(f₁+f₂−O₁₁)", LaTeX: `\frac{O_{11}}{f_1+f_2-O_{11}}`,
			Peers: []string{"khcoder", "nltk", "wordless", "ucs"},
			Value: onMargins(func(o, f1, f2, _ float64) float64 { return o / (f1 + f2 - o) })},
	},
	Example: pairExample, Result: 0.125,
}

// assocSimpson is the overlap coefficient: the share of the rarer word's occurrences that are with the other one. A rare
// word that always goes with a common one (괄목 with 상대) has 1.
var assocSimpson = &Measure[Pair]{
	Name: "simpson", Symbol: "Simpson", English: "overlap coefficient", Korean: "심슨 계수",
	Question: "What share of the rarer word's occurrences are with the other word?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "0 at O₁₁ = 0. NaN where f₁ or f₂ is 0.",
	Sources: []string{"Simpson 1943"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "O₁₁/min(f₁, f₂)", LaTeX: `\frac{O_{11}}{\min(f_1,f_2)}`,
			Peers: []string{"khcoder"},
			Value: onMargins(func(o, f1, f2, _ float64) float64 { return o / math.Min(f1, f2) })},
	},
	Example: pairExample, Result: 0.25,
}

// assocCosine is the cosine between the words as vectors over the places where they may occur (Ochiai), which is also
// the geometric mean of the two conditional probabilities (UCS: gmean).
var assocCosine = &Measure[Pair]{
	Name: "cosine", Symbol: "cos", English: "cosine (Ochiai coefficient)", Korean: "코사인 계수",
	Question: "What is the geometric mean of the shares that the pair has in each word's occurrences?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "0 at O₁₁ = 0. NaN where f₁ or f₂ is 0.",
	Sources: []string{"Ochiai 1957"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "O₁₁/√(f₁·f₂)", LaTeX: `\frac{O_{11}}{\sqrt{f_1f_2}}`,
			Peers: []string{"ucs", "khcoder", "netminer"},
			Value: onMargins(func(o, f1, f2, _ float64) float64 { return o / math.Sqrt(f1*f2) })},
	},
	Example: pairExample, Result: 0.223606797750,
}

// assocMinSensitivity is the smaller of the two conditional probabilities: high only where each word needs the other.
var assocMinSensitivity = &Measure[Pair]{
	Name: "min_sensitivity", Symbol: "MS", English: "minimum sensitivity", Korean: "최소 민감도",
	Question: "What share do the pair's occurrences have in those of the word that needs it less?",
	Role:     Effect, Sign: Shifted, Lo: 0, Hi: 1, Symmetric: true,
	Zero:    "0 at O₁₁ = 0. NaN where f₁ and f₂ are 0.",
	Sources: []string{"Pedersen & Bruce 1996"},
	Variants: []Variant[Pair]{
		{Name: "standard", Formula: "min(O₁₁/f₁, O₁₁/f₂)", LaTeX: `\min\left(\frac{O_{11}}{f_1},\frac{O_{11}}{f_2}\right)`,
			Peers: []string{"ucs", "wordless", "sketchengine"},
			Value: onMargins(func(o, f1, f2, _ float64) float64 { return o / math.Max(f1, f2) })},
	},
	Example: pairExample, Result: 0.2,
}

// assocMutualExpectation is the count weighted by how exclusive the pair is, for a pair of words (Dias's normalised
// expectation is Dice there).
var assocMutualExpectation = &Measure[Pair]{
	Name: "mutual_expectation", Symbol: "ME", English: "mutual expectation", Korean: "상호 기대도",
	Question: "How frequent and how cohesive is the pair?",
	Role:     Score, Sign: Shifted, Lo: 0, Hi: inf, Symmetric: true,
	Zero:    "0 at O₁₁ = 0. NaN where f₁ and f₂ are 0.",
	Sources: []string{"Dias et al. 1999"},
	Variants: []Variant[Pair]{
		{Name: "counts", Formula: "O₁₁·2·O₁₁/(f₁+f₂)", LaTeX: `O_{11}\,\frac{2O_{11}}{f_1+f_2}`,
			Peers: []string{"wordless"},
			Value: onMargins(func(o, f1, f2, _ float64) float64 { return o * (2 * o / (f1 + f2)) })},
	},
	Example: pairExample, Result: 4.44444444444,
}
