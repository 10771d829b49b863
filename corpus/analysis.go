package corpus

import (
	"strings"

	"kstat/tokenize"
)

// Analyst makes tokens of text: a tokenize.Worker, or a tokenize.TaggedReader where the text is cut already. The slice
// is valid until the next call.
type Analyst interface {
	Tokens(text string) []tokenize.Token
}

// Analysis says how the chunks of documents become terms.
type Analysis struct {
	// NewAnalyst makes the analyst of one thread.
	NewAnalyst func() Analyst
	// NewCleaner makes the cleaner of one thread; nil means one that does only what is necessary.
	NewCleaner func() *Cleaner
	// Terms says what is counted.
	Terms tokenize.TermOptions
	// Stop tells which terms are left out; they leave a hole. Nil leaves out none. It must be safe for concurrent use.
	Stop func(term string) bool
}

// Reader analyses chunk after chunk for one thread and reuses its memory.
type Reader struct {
	analyst   Analyst
	cleaner   *Cleaner
	extractor *tokenize.Extractor
	unit      *tokenize.Unit // that the extractor draws
	stop      func(string) bool
	faults    []*tokenize.TaggedError
	piece     Piece
	doc       *Document // whose lines are worked on one by one
	cleaned   bool      // so are its lines
}

// Piece is an analysed chunk. What it holds is valid until the Reader's next Read, its strings and Cleaned for ever.
type Piece struct {
	Chunk *Chunk
	Cleaned
	Tokens []tokenize.Token // with offsets into Cleaned.Text
	Faults []TaggedFault    // tokens of a tagged text that cannot be read

	sentences, eojeols int
}

// TaggedFault is a token of a tagged document that cannot be read.
type TaggedFault struct {
	Doc  *Document
	Line int // in the document, from 1
	Err  *tokenize.TaggedError
}

// NewReader gives a reader. The only error is a language that no stemmer knows.
func (a *Analysis) NewReader() (*Reader, error) {
	x, err := tokenize.NewExtractor(a.Terms)
	if err != nil {
		return nil, err
	}
	r := &Reader{analyst: a.NewAnalyst(), cleaner: &Cleaner{}, extractor: x, unit: a.Terms.Unit, stop: a.Stop}
	if a.NewCleaner != nil {
		r.cleaner = a.NewCleaner()
	}
	if t, ok := r.analyst.(*tokenize.TaggedReader); ok {
		t.Report = func(e *tokenize.TaggedError) { r.faults = append(r.faults, e) }
	}
	return r, nil
}

// Read analyses a chunk.
func (r *Reader) Read(c *Chunk) *Piece {
	p := r.begin(c)
	p.Tokens = r.analyst.Tokens(p.Text)
	p.Faults = r.takeFaults(c, 0)
	if n := len(p.Tokens); n > 0 {
		p.sentences, p.eojeols = p.Tokens[n-1].Sentence+1, p.Tokens[n-1].Eojeol+1
	}
	return p
}

// begin makes a piece of a chunk, without its tokens.
func (r *Reader) begin(c *Chunk) *Piece {
	r.piece = Piece{Chunk: c, Cleaned: r.cleaner.Clean(c.Text)}
	c.Doc.NoteCleaning(r.piece.Counts)
	return &r.piece
}

// ReadTerms analyses a chunk for who wants nothing but its terms: it hands them on, without those that are left out, in blocks of
// whole sentences, each valid until the next, with the text that their offsets lead to. The piece may have no Tokens: where they
// are given already and counted as they stand, none are made.
func (r *Reader) ReadTerms(c *Chunk, each func(text string, block []tokenize.Term)) *Piece {
	if t, ok := r.analyst.(*tokenize.TaggedReader); !ok || !t.Untagged || r.unit != &tokenize.UnitToken {
		p := r.Read(c)
		each(p.Text, r.Terms())
		return p
	}
	p := r.begin(c)
	r.extractor.Pretokenized(p.Text, func(block []tokenize.Term) {
		last := &block[len(block)-1]
		p.sentences, p.eojeols = last.Sentence+1, last.Eojeol+1
		each(p.Text, r.kept(block))
	})
	return p
}

// Begin makes a chunk ready to be worked on line by line: the words that it repeats help to analyse them. It gives the text
// of the lines, which is cleaned at once where no line end but \n is in it; otherwise each line is cleaned on its own.
func (r *Reader) Begin(c *Chunk) (text string) {
	r.doc, r.cleaned = c.Doc, false
	text = c.Text
	if strings.IndexByte(text, '\r') < 0 {
		text = r.clean(text).Text
		r.cleaned = true
	}
	if w, ok := r.analyst.(*tokenize.Worker); ok {
		w.Observe(text)
	}
	return text
}

// Line cleans and analyses a line of what Begin gave last on its own; without Begin, of any text. The tokens are valid until
// the Reader's next work.
func (r *Reader) Line(line string) (text string, tokens []tokenize.Token) {
	text = r.clean(line).Text
	return text, r.analyst.Tokens(text)
}

// AppendLine appends the morphemes of a line as they are printed, form/TAG with a space between them. The line is as in Line.
func (r *Reader) AppendLine(dst []byte, line string, set tokenize.Tagset) []byte {
	text := r.clean(line).Text
	if w, ok := r.analyst.(*tokenize.Worker); ok {
		return w.AppendLine(dst, text, set)
	}
	return tokenize.AppendTokens(dst, r.analyst.Tokens(text), set)
}

// clean cleans a text, or a line of one, of the document whose chunk began last, if that is not done yet.
func (r *Reader) clean(text string) Cleaned {
	if r.cleaned {
		return Cleaned{Text: text}
	}
	cleaned := r.cleaner.Clean(text)
	if r.doc != nil {
		r.doc.NoteCleaning(cleaned.Counts)
	}
	return cleaned
}

// takeFaults gives the faults that Line found in the line so many lines below the beginning of a chunk.
func (r *Reader) takeFaults(c *Chunk, below int) (faults []TaggedFault) {
	for _, e := range r.faults {
		faults = append(faults, TaggedFault{c.Doc, c.Line + below + e.Line - 1, e})
	}
	r.faults = r.faults[:0]
	return faults
}

// Terms gives the terms of the piece that Read gave last, without those that are left out.
func (r *Reader) Terms() []tokenize.Term {
	return r.kept(r.extractor.Terms(r.piece.Text, r.piece.Tokens))
}

// kept gives those terms that are not left out.
func (r *Reader) kept(terms []tokenize.Term) []tokenize.Term {
	if r.stop == nil {
		return terms
	}
	kept := terms[:0]
	for _, t := range terms {
		if !r.stop(t.Text) {
			kept = append(kept, t)
		}
	}
	return kept
}

// Sizes gives the numbers of sentences and eojeols in the piece. A line that was cut because it is longer than a chunk
// counts a sentence, and maybe an eojeol, for each cut more than it has.
func (p *Piece) Sizes() (sentences, eojeols int) { return p.sentences, p.eojeols }
