package stats

import "math"

// Family is a table of measures of one kind, which all take the same input: a [Pair] for associations, a [Contrast] for
// keyness. Its order is the order in which a help page lists them.
type Family[In any] struct {
	// Name is the family's English name, as in a heading: "association".
	Name string
	Rows []*Measure[In]
}

// Find gives the measure called name; ok is false where there is none.
func (f *Family[In]) Find(name string) (m *Measure[In], ok bool) {
	for _, m := range f.Rows {
		if m.Name == name {
			return m, true
		}
	}
	return nil, false
}

// Names gives the names of all measures in the table's order.
func (f *Family[In]) Names() []string {
	names := make([]string, len(f.Rows))
	for i, m := range f.Rows {
		names[i] = m.Name
	}
	return names
}

// Role says what question a measure can answer.
type Role uint8

const (
	// Effect: how large is the difference or the attraction? Independent of how much text there is, but shaky where
	// there is little.
	Effect Role = iota
	// Significance: how surprising would this be if there were none? Grows with the amount of text.
	Significance
	// Probability: the same question, answered as a probability of the data under independence.
	Probability
	// Score: neither; a heuristic that mixes size and evidence so that the useful items come first.
	Score
)

var roleNames = [...]string{"effect", "significance", "probability", "score"}

// String gives the role's English name.
func (r Role) String() string { return roleNames[r] }

// Sign says which way a value points: what its sign means or, of what attracts nothing, what a larger value means.
type Sign uint8

const (
	// Unsigned: never negative, the direction has to be read elsewhere.
	Unsigned Sign = iota
	// Signed: positive for attraction (or for the target corpus), negative for repulsion (for the reference), 0 under
	// independence.
	Signed
	// Shifted: rises with attraction (or with the target's share), but its zero has no meaning (logDice, simple maths).
	Shifted
	// Even and Uneven: larger for what is spread more evenly, or less so.
	Even
	Uneven
	// Varied and Repetitive: larger for a text of more varied words, or of fewer.
	Varied
	Repetitive
	// Alike and Different: larger for corpora that are more alike, or less so.
	Alike
	Different
	// Undirected: points nowhere. The value is what the question asks for, and no more.
	Undirected
)

var signNames = [...]string{"unsigned", "signed", "shifted", "even", "uneven", "varied", "repetitive", "alike", "different", "undirected"}

// String gives the sign's English name.
func (s Sign) String() string { return signNames[s] }

// Scale says where values lie, on inputs whose margins are not empty (infinite where there is no bound), and which way they
// point.
type Scale struct {
	Sign   Sign
	Lo, Hi float64
}

// Measure is one row of a family's table: what the measure is, and the functions that compute it.
type Measure[In any] struct {
	// Name is what --measures takes and what the column is called: log_ratio.
	Name string
	// Symbol is a short heading: "G²".
	Symbol string
	// English and Korean are the measure's names in prose.
	English, Korean string
	// Question is the question that the measure answers, in one English sentence.
	Question string
	Role     Role
	// Sign, Lo and Hi are the scale of all variants that have none of their own.
	Sign   Sign
	Lo, Hi float64
	// Zero says what empty cells and degenerate margins give.
	Zero string
	// Symmetric says that exchanging the two words of a pair leaves the value as it is.
	Symmetric bool
	// Sources are the keys of the references, "Dunning 1993"; [Reference] gives the full text.
	Sources []string
	// Variants are the formulas in use under this name. The first is the one computed unless another is asked for.
	Variants []Variant[In]
	// Fields names the numbers of a measure that has several (the a and b of Zipf–Mandelbrot), which All computes in this
	// order; both are nil for a measure of one number. Value then is the first of them.
	Fields []string
	All    func(In, *Options) []float64
	// Example is a worked example and Result the value that its default variant has on it, to 12 digits.
	Example In
	Result  float64
	// Doubts gives reasons to distrust the value on this input; nil where none are known for the measure.
	Doubts func(In, *Options) []Warning
}

// Variant is one formula for a measure.
type Variant[In any] struct {
	// Name tells the variant from its siblings: "log10", "two_term".
	Name string
	// Formula is written in Unicode, LaTeX for a paper.
	Formula, LaTeX string
	// Peers are the programs that compute this formula under the measure's name.
	Peers []string
	// Directed says that exchanging the two words changes the value though the measure is symmetric.
	Directed bool
	// Scale is the variant's own where it differs from the measure's: a logarithm of what the others give as it is.
	Scale *Scale
	// Value computes it. A nil *Options means the defaults.
	Value func(In, *Options) float64
	// P gives the probability of a value at least as extreme under independence; nil where the measure is no test.
	P func(In, *Options) Prob
	// Interval gives the confidence interval at 1−α; nil where no sound one is known.
	Interval func(In, *Options) Interval
}

// Value computes the measure's default variant.
func (m *Measure[In]) Value(in In, o *Options) float64 { return m.Variants[0].Value(in, o) }

// Variant gives the variant called name, and the default one for the empty name; ok is false where there is none.
func (m *Measure[In]) Variant(name string) (v *Variant[In], ok bool) {
	for i := range m.Variants {
		if name == "" || m.Variants[i].Name == name {
			return &m.Variants[i], true
		}
	}
	return nil, false
}

// ScaleOf gives the scale of one of the measure's variants.
func (m *Measure[In]) ScaleOf(v *Variant[In]) Scale {
	if v.Scale != nil {
		return *v.Scale
	}
	return Scale{m.Sign, m.Lo, m.Hi}
}

// Interval is a confidence interval: all values between Lo and Hi are compatible with the data at the level asked for.
// Ends may be infinite. Both are NaN where there is none.
type Interval struct{ Lo, Hi float64 }

var (
	inf = math.Inf(1)
	nan = math.NaN()
)

var noInterval = Interval{nan, nan}

// transform gives the interval of f(x) from that of x, where f never falls.
func (i Interval) transform(f func(float64) float64) Interval { return Interval{f(i.Lo), f(i.Hi)} }
