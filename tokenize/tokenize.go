// Package tokenize splits Korean text into sentences, eojeols and morphemes.
//
// An eojeol (어절) is what stands between two spaces: 학교에서는. A morpheme is the smallest piece with a meaning or a
// grammatical role: 학교/NNG 에서/JKB 는/JX. Counting eojeols would make 학교, 학교에서 and 학교는 three words;
// counting morphemes' dictionary forms makes them one.
//
// Most callers want Tokenizer.Analyze. Those who read much text take a Worker, which reuses its memory; those who want to
// know what else a sentence could mean, and how sure the analysis is, Tokenizer.NBest. Places are byte offsets; Runes
// turns them into character offsets. Extractor makes words of morphemes: 지루하다 of 지루/XR 하/XSA.
package tokenize

import (
	"slices"
	"sync"

	"kstat/tokenize/internal/model"
)

// Source tells where an analysis comes from.
type Source uint8

const (
	Lexicon Source = iota // the embedded model knows the morpheme
	User                  // an entry of the user's dictionary
	Unknown               // guessed from its letters and neighbours
)

var sourceNames = [...]string{"lexicon", "user", "unknown"}

// String gives the name as printed: lexicon, user, unknown.
func (s Source) String() string { return sourceNames[s] }

// Token is one morpheme of a text.
type Token struct {
	// Form is the morpheme as a dictionary of morphemes writes it: 걷 in 걸어서; an ending that is only a coda is
	// a conjoining jamo: ᆫ in 간. The string stays valid for ever.
	Form string
	// Lemma is the dictionary form: 걷다 of the predicate 걷, and Form itself of everything else.
	Lemma string
	// Start and End are byte offsets into the analysed text, [Start,End). Morphemes that share a syllable share
	// its range: both 하 and 었 of 했 have 했's.
	Start, End int
	// Eojeol and Sentence count from 0 within the analysed text.
	Eojeol, Sentence int
	Tag              Tag
	Source           Source
	// Irregular says of a predicate that its stem changes where that of others does not: 걷 of 걸어서, not 걷 of 걷어서.
	Irregular bool
}

// Model names the embedded model, for the record of an analysis: the version of its format and its SHA-256 as hexadecimal
// digits. Two programs with the same model cut a text the same way as long as their code does.
func Model() (format int, sha256 string) { return model.Version, model.EmbeddedSHA256() }

// Tokenizer analyses Korean text. It is immutable and safe for concurrent use. New and Load make one; the zero value is of no use.
type Tokenizer struct {
	r       *resources
	workers sync.Pool
}

// New gives the tokenizer with the embedded model.
func New() *Tokenizer { return newTokenizer(model.Embedded()) }

// Load gives a tokenizer with another model than the embedded one: what make model has written. It fails on a file of
// another kind or version, on one that is damaged, and on one that is made so that reading it would fail later.
func Load(data []byte) (*Tokenizer, error) {
	f, err := model.Open(string(data))
	if err != nil {
		return nil, err
	}
	if err := f.Check(); err != nil {
		return nil, err
	}
	if err := verify(f); err != nil {
		return nil, err
	}
	return newTokenizer(f), nil
}

func newTokenizer(f *model.File) *Tokenizer {
	t := &Tokenizer{r: newResources(f)}
	t.workers.New = func() any { return t.NewWorker() }
	return t
}

// Analyze gives the morphemes of a text, in order; the slice is the caller's. A line end ends a sentence.
func (t *Tokenizer) Analyze(text string) []Token {
	w := t.workers.Get().(*Worker)
	defer t.workers.Put(w)
	return slices.Clone(w.Tokens(text))
}

// NewWorker gives the scratch memory that one goroutine needs to analyse text after text.
func (t *Tokenizer) NewWorker() *Worker { return newWorker(t.r) }
