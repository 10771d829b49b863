package stats

// Kind is a reason to distrust a number.
type Kind uint8

const (
	// LowExpected: Count of the Of expected cell counts are below 5, the least being Value; the χ² approximation
	// behind G², χ² and their p is poor (Cochran's rule).
	LowExpected Kind = iota
	// Hapax: the word or pair was seen Count times only (once or twice) in all, and an effect computed from it says
	// next to nothing.
	Hapax
	// ZeroCell: a cell is 0, and the value is infinite or rests on a correction.
	ZeroCell
	// SignTurned: the ½ put in for a count of 0 is more than an even spread of the word's Count occurrences would put
	// there, and the log ratio Value has the wrong sign.
	SignTurned
	// NotATable: the margins are too large for the corpus (f1·S > N), or the count is larger than one of [PairCount]; what
	// needs all four cells has no value. Use the pair margins.
	NotATable
	// RaisedMargin: the pair's count is larger than a word's (Count > Of), as windows that overlap can make it, and the
	// margin was raised to it (see [Plain]). The pair margins need no such raising.
	RaisedMargin
	// OneDocument: all occurrences are in one document (of Of), so that the word is key because of it alone.
	OneDocument
	// FewDocuments: a test over documents had only Count of them on its smaller side.
	FewDocuments
	// ShortText: the text has Count tokens, fewer than the Of that the measure needs.
	ShortText
	// Ties: Count of Of values are tied, and the exact distribution was replaced by the normal one.
	Ties
	// UnequalParts: the parts have Count to Of tokens, and the measure takes them for equally large.
	UnequalParts
	// OverCorrected: the observed count differs from the expected one by Value, less than the ½ of Yates's correction,
	// so that the corrected χ² has risen above the plain one's.
	OverCorrected
	// NotConverged: a fit has no answer, or the search for it stopped before it settled.
	NotConverged
	// FewTypes: there are Count types, and the parameters of a law can hardly be told from fewer than Of.
	FewTypes
	// BeyondExponential: the ranked frequencies fall as fast as an exponential or faster, and no law of powers describes them.
	BeyondExponential
	// NearExponential: an exponential describes the ranked frequencies nearly as well (Value is the likelihood-ratio statistic),
	// so that the b of a law of powers has no upper bound.
	NearExponential
	// FirstApart: the most frequent type stands apart from a level rest, which no law of powers describes.
	FirstApart
)

var kindNames = [...]string{"low_expected", "hapax", "zero_cell", "sign_turned", "not_a_table", "raised_margin", "one_document", "few_documents",
	"short_text", "ties", "unequal_parts", "over_corrected", "not_converged",
	"few_types", "beyond_exponential", "near_exponential", "first_apart"}

// String gives the kind's name, as it stands in JSON.
func (k Kind) String() string { return kindNames[k] }

// Warning is a reason to distrust a number, with the figures that a sentence about it needs; which of them a kind fills
// is said there.
type Warning struct {
	Kind      Kind
	Count, Of uint64
	Value     float64
}
