package stats

import "math"

// Options are the choices that some measures leave to the analyst. The zero value, and a nil pointer, mean the defaults
// named here. A field outside the range given for it is misuse: whatever uses the field panics, rather than give a number
// that looks like any other (an Alpha of 5, meant for 5 %, has an interval too).
type Options struct {
	// Alpha is the error level of intervals and of the filter in LRC, between 0 and 1 and neither; 0 means 0.05, a 95 %
	// interval.
	Alpha float64
	// Comparisons is the number of words or pairs that were tested together (Bonferroni's m), by which LRC and CLR divide
	// Alpha: any number; 0 means 1. Intervals are of one word or pair each and don't divide it.
	Comparisons uint64
	// SmoothK is the k of simple maths, in occurrences per million: finite and above 0; 0 means 1. Larger values prefer
	// commoner words.
	SmoothK float64
	// Prior is the total α₀ of the Dirichlet prior of log_odds_prior, in words, spread over the vocabulary as both
	// corpora together spread theirs: finite and above 0; 0 means 500.
	Prior float64
	// Permutations is how many random divisions a permutation test looks at, and how many resamples a bootstrap draws: 1 or
	// more; 0 means 9,999.
	Permutations int
	// Seed starts the random numbers of permutation tests and bootstraps; the same seed gives the same result anywhere. Any
	// number is one, 0 too.
	Seed uint64
	// Window is the number of tokens of a segment of MSTTR and of the window of MATTR: 1 or more; 0 means 50.
	Window int
	// HDDSample is the number of tokens of HD-D's sample: any number; 0 means 42.
	HDDSample uint64
	// MTLDThreshold is the type–token ratio at which MTLD closes a factor, between 0 and 1 and neither; 0 means 0.72.
	MTLDThreshold float64
	// TopWords is how many of the most frequent words of both corpora Spearman's ρ, Kilgarriff's χ² and the Deltas look
	// at: 1 or more, and all of them where there are fewer; 0 means 500.
	TopWords int
	// Halves is how many times Homogeneity divides a corpus: 1 or more; 0 means 10.
	Halves int
}

// What the zero values of Options mean.
const (
	DefaultAlpha        = 0.05
	DefaultPrior        = 500
	DefaultPermutations = 9999
	DefaultWindow       = 50
	DefaultTopWords     = 500
	DefaultHalves       = 10
)

// The ranges of options. The accessors below are the only way to a field, so that no use of one escapes its range.

func share(field string, x float64) float64 {
	if !(x > 0 && x < 1) {
		refuseOption(field, "is not between 0 and 1")
	}
	return x
}

func positive(field string, x float64) float64 {
	if !(x > 0 && x <= math.MaxFloat64) {
		refuseOption(field, "is not finite and above 0")
	}
	return x
}

func atLeastOne(field string, n int) int {
	if n < 1 {
		refuseOption(field, "is below 0")
	}
	return n
}

func refuseOption(field, fault string) { panic("stats: Options." + field + " " + fault) }

func (o *Options) alpha() float64 {
	if o == nil || o.Alpha == 0 {
		return DefaultAlpha
	}
	return share("Alpha", o.Alpha)
}

// alphaPerTest is Bonferroni's α/m.
func (o *Options) alphaPerTest() float64 {
	if o == nil || o.Comparisons == 0 {
		return o.alpha()
	}
	return o.alpha() / float64(o.Comparisons)
}

func (o *Options) smoothK() float64 {
	if o == nil || o.SmoothK == 0 {
		return 1
	}
	return positive("SmoothK", o.SmoothK)
}

func (o *Options) prior() float64 {
	if o == nil || o.Prior == 0 {
		return DefaultPrior
	}
	return positive("Prior", o.Prior)
}

func (o *Options) permutations() int {
	if o == nil || o.Permutations == 0 {
		return DefaultPermutations
	}
	return atLeastOne("Permutations", o.Permutations)
}

func (o *Options) seed() uint64 {
	if o == nil {
		return 0
	}
	return o.Seed
}

func (o *Options) window() int {
	if o == nil || o.Window == 0 {
		return DefaultWindow
	}
	return atLeastOne("Window", o.Window)
}

func (o *Options) hddSample() uint64 {
	if o == nil || o.HDDSample == 0 {
		return 42
	}
	return o.HDDSample
}

func (o *Options) mtldThreshold() float64 {
	if o == nil || o.MTLDThreshold == 0 {
		return 0.72
	}
	return share("MTLDThreshold", o.MTLDThreshold)
}

func (o *Options) topWords() int {
	if o == nil || o.TopWords == 0 {
		return DefaultTopWords
	}
	return atLeastOne("TopWords", o.TopWords)
}

func (o *Options) halves() int {
	if o == nil || o.Halves == 0 {
		return DefaultHalves
	}
	return atLeastOne("Halves", o.Halves)
}
