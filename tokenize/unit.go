package tokenize

// Unit is a way of cutting text into what is counted: words, morphemes, syllables.
type Unit struct {
	// Name is what --unit calls it.
	Name string
	// Tagged says that its terms have parts of speech, so that they can be chosen by tag.
	Tagged bool
	// Spaced says that its terms are written with spaces between them, so that an n-gram is: 인공 지능 of words, 인공 of
	// syllables.
	Spaced bool
	// Default are the tags that are counted where none are asked for.
	Default TagSet
	// Holds are the tags that its terms can have: those that may be asked for in place of Default. Bound nouns, pronouns and
	// hashtags are words; particles and endings are morphemes only.
	Holds TagSet
	// draw appends the terms of the extractor's text to its output.
	draw func(x *Extractor)
}

// Units are all units of counting, from the most used to the smallest.
var Units = [...]*Unit{
	&UnitWord,
	&UnitNoun,
	&UnitMorpheme,
	&UnitEojeol,
	&UnitSyllable,
	&UnitGrapheme,
	&UnitJamo,
}

// UnitNamed finds a unit by its name: word, noun, morpheme, eojeol, syllable, grapheme, jamo.
func UnitNamed(name string) (u *Unit, ok bool) {
	for _, u := range Units {
		if u.Name == name {
			return u, true
		}
	}
	return nil, false
}

// Term is one countable piece of a text at its place: the word 걷다 that 걸어서 holds.
type Term struct {
	// Text is the term as it is counted and printed: 걷다, gpt-4, 걷/VV. Two terms are the same if and only if their
	// Texts are. It stays valid for ever.
	Text string
	// Start and End are byte offsets into the analysed text, [Start,End), of what the term is made of: 걸 and not
	// 걸어서. Terms that share a syllable share its range.
	Start, End int
	// First and Last are the tokens that the term is made of, tokens[First:Last]; both 0 for units below the morpheme.
	First, Last int
	// Position counts the terms of the text from 0, those that are not counted among them: a stop word, a bound noun
	// or a determiner leaves a hole, so that its neighbours do not become each other's. Particles, endings, affixes
	// and punctuation are no words and leave no hole in the units word and noun; in units below the eojeol a space
	// leaves one.
	Position int
	// Sentence and Eojeol count from 0 within the analysed text, as in Token.
	Sentence, Eojeol int
	// Tag is the part of speech; None for units that have none.
	Tag Tag
}

// TermOptions say what is counted. The zero value counts content words.
type TermOptions struct {
	// Unit is the unit of counting; nil means UnitWord.
	Unit *Unit
	// Tags are the parts of speech that are counted; 0 means the unit's own choice. Units that are not Tagged ignore it. With tags
	// that the unit does not hold (see Unit.Holds) particles and endings are terms too, as they stand: what a search must be able
	// to find and a count should not hold.
	Tags TagSet
	// Tagset is how the unit morpheme writes tags.
	Tagset Tagset
	// Stem names the language by whose rules words in Latin script are stemmed, one of StemLanguages: models and model
	// are one word. Empty means that they are not. Only the units word and noun do this.
	Stem string
}

// Extractor draws the terms of one unit from analysed texts, one text at a time, and reuses its memory, which is bounded by the
// longest text. Each goroutine needs its own.
type Extractor struct {
	unit *Unit
	tags TagSet
	set  Tagset
	stem func(word string) string

	text   string
	tokens []Token
	out    []Term

	position int // of the next term
	buf      []byte
	interned map[string]string // spelling -> the one string that stands for it, for terms that are put together
	stems    map[string]string // word -> its stem, because stemming is slow and words recur
}

// NewExtractor gives an extractor. The only error is a language that no stemmer knows.
func NewExtractor(o TermOptions) (*Extractor, error) {
	x := &Extractor{unit: o.Unit, tags: o.Tags, set: o.Tagset}
	if x.unit == nil {
		x.unit = &UnitWord
	}
	if x.tags == 0 {
		x.tags = x.unit.Default
	}
	if o.Stem != "" {
		stem, err := stemmer(o.Stem)
		if err != nil {
			return nil, err
		}
		x.stem = stem
	}
	return x, nil
}

// Terms gives the terms of a text in order. The tokens are the text's analysis; Worker.Tokens or AppendTagged made
// them. The slice is valid until the next call; the strings in it for ever, but where a term stands in the text as it
// is counted they keep the text alive.
func (x *Extractor) Terms(text string, tokens []Token) []Term {
	x.text, x.tokens, x.out, x.position = text, tokens, x.out[:0], 0
	x.unit.draw(x)
	x.text, x.tokens = "", nil
	return x.out
}

// Positions gives the number of positions in the text that Terms drew from last: terms behind it have Term.Position from this
// on. It is more than the terms take up where the last of them are not counted.
func (x *Extractor) Positions() int { return x.position }

// intern gives the string for what is in x.buf, allocating only for a spelling that it has not seen.
func (x *Extractor) intern() string {
	if s, ok := x.interned[string(x.buf)]; ok {
		return s
	}
	s := string(x.buf)
	remember(&x.interned, s, s)
	return s
}

// mostRemembered bounds what an extractor remembers of words: what is frequent is soon remembered again.
const mostRemembered = 1 << 17

// remember notes something of a word, and forgets all others where they are too many.
func remember(m *map[string]string, word, of string) {
	if *m == nil || len(*m) >= mostRemembered {
		*m = make(map[string]string)
	}
	(*m)[word] = of
}
