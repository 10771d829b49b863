package corpus

// Rule is one thing that cleaning does.
type Rule struct {
	Name   string // as the log prints it: zero-width
	Does   string // an English sentence for help and log
	Always bool   // done even when the user wants no cleaning
}

// Rules gives the cleaning rules in the order in which they work.
func Rules() []Rule { return nil }

// Cleaner makes decoded text into the text that the analyses see. The zero value does what is necessary (NFC, line ends) and
// nothing more; NewCleaner gives one that cleans. It is not safe for concurrent use, but cheap: one a goroutine.
type Cleaner struct {
	// Log asks for Cleaned.Changes. Counts come in any case.
	Log bool
	all bool
}

// NewCleaner gives a Cleaner with every rule.
func NewCleaner() *Cleaner { return &Cleaner{all: true} }

// Cleaned is a cleaned text and the way back.
type Cleaned struct {
	Text    string
	Map     Map
	Counts  Counts
	Changes []Change // in the order of the rules within a line; only if Cleaner.Log
}

// Change is one thing that a rule did.
type Change struct {
	Rule       string
	Start, End int    // byte offsets into the text given to Clean, [Start,End)
	Line       int    // in that text, from 1
	Old, New   string // what stood there, what stands there now
}

// Counts tells how often each rule did something, in the order of Rules.
type Counts []int

// Clean cleans a text. Where nothing is to be done, the text comes back as it is, without a copy.
func (c *Cleaner) Clean(text string) Cleaned { return Cleaned{Text: text} }

// Map leads from offsets of the cleaned text to offsets of the decoded text and back. The zero value changes nothing.
type Map struct{}

// Decoded gives the range of the decoded text from which the range [start,end) of the cleaned text was made. What was
// dropped just before or just after the range is not in it.
func (m Map) Decoded(start, end int) (int, int) { return start, end }

// Cleaned gives the range of the cleaned text that was made from the range [start,end) of the decoded text.
func (m Map) Cleaned(start, end int) (int, int) { return start, end }
