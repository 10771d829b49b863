package stats

// Options are the choices that some measures leave to the analyst. The zero value, and a nil pointer, mean the defaults
// named here.
type Options struct {
	// Alpha is the error level of intervals and of the filter in LRC; 0 means 0.05, a 95 % interval.
	Alpha float64
	// Comparisons is the number of words or pairs that were tested together (Bonferroni's m), by which LRC and CLR divide
	// Alpha; 0 means 1. Intervals are of one word or pair each and don't divide it.
	Comparisons uint64
	// SmoothK is the k of simple maths, in occurrences per million; 0 means 1. Larger values prefer commoner words.
	SmoothK float64
	// Prior is the total α₀ of the Dirichlet prior of log_odds_prior, in words, spread over the vocabulary as both
	// corpora together spread theirs; 0 means 500.
	Prior float64
	// Permutations is how many random divisions a permutation test looks at, and how many resamples a bootstrap draws;
	// 0 means 9,999.
	Permutations int
	// Seed starts the random numbers of permutation tests and bootstraps; the same seed gives the same result anywhere.
	Seed uint64
	// Window is the number of tokens of a segment of MSTTR and of the window of MATTR; 0 means 50.
	Window int
	// HDDSample is the number of tokens of HD-D's sample; 0 means 42.
	HDDSample uint64
	// MTLDThreshold is the type–token ratio at which MTLD closes a factor; 0 means 0.72.
	MTLDThreshold float64
	// TopWords is how many of the most frequent words of both corpora Spearman's ρ, Kilgarriff's χ² and the Deltas look
	// at; 0 means 500.
	TopWords int
	// Halves is how many times Homogeneity divides a corpus; 0 means 10.
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

func (o *Options) alpha() float64 {
	if o == nil || o.Alpha == 0 {
		return DefaultAlpha
	}
	return o.Alpha
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
	return o.SmoothK
}

func (o *Options) prior() float64 {
	if o == nil || o.Prior == 0 {
		return DefaultPrior
	}
	return o.Prior
}

func (o *Options) permutations() int {
	if o == nil || o.Permutations == 0 {
		return DefaultPermutations
	}
	return o.Permutations
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
	return o.Window
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
	return o.MTLDThreshold
}

func (o *Options) topWords() int {
	if o == nil || o.TopWords == 0 {
		return DefaultTopWords
	}
	return o.TopWords
}

func (o *Options) halves() int {
	if o == nil || o.Halves == 0 {
		return DefaultHalves
	}
	return o.Halves
}
