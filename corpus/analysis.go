package corpus

import "kstat/tokenize"

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
	stop      func(string) bool
	faults    []*tokenize.TaggedError
	piece     Piece
	doc       *Document // whose lines are worked on one by one
}

// Piece is an analysed chunk. What it holds is valid until the Reader's next Read, its strings and Cleaned for ever.
type Piece struct {
	Chunk *Chunk
	Cleaned
	Tokens []tokenize.Token // with offsets into Cleaned.Text
	Faults []TaggedFault    // tokens of a tagged text that cannot be read
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
	r := &Reader{analyst: a.NewAnalyst(), cleaner: &Cleaner{}, extractor: x, stop: a.Stop}
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
	r.piece = Piece{Chunk: c, Cleaned: r.cleaner.Clean(c.Text)}
	c.Doc.NoteCleaning(r.piece.Counts)
	r.piece.Tokens = r.analyst.Tokens(r.piece.Text)
	r.piece.Faults = r.takeFaults(c, 0)
	return &r.piece
}

// Line cleans and analyses a line of a document on its own. What it gives is valid until the Reader's next work.
func (r *Reader) Line(line string) (Cleaned, []tokenize.Token) {
	cleaned := r.clean(line)
	return cleaned, r.analyst.Tokens(cleaned.Text)
}

// Begin reads a chunk before its lines are worked on one by one: the words that it repeats help to analyse them.
func (r *Reader) Begin(c *Chunk) {
	r.doc = c.Doc
	if w, ok := r.analyst.(*tokenize.Worker); ok {
		w.Observe(c.Text)
	}
}

// AppendLine cleans and analyses a line of a document on its own and appends its morphemes as they are printed, form/TAG
// with a space between them.
func (r *Reader) AppendLine(dst []byte, line string, set tokenize.Tagset) []byte {
	text := r.clean(line).Text
	if w, ok := r.analyst.(*tokenize.Worker); ok {
		return w.AppendLine(dst, text, set)
	}
	return tokenize.AppendTokens(dst, r.analyst.Tokens(text), set)
}

// clean cleans a line of the document whose chunk began last.
func (r *Reader) clean(line string) Cleaned {
	cleaned := r.cleaner.Clean(line)
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
	terms := r.extractor.Terms(r.piece.Text, r.piece.Tokens)
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
func (p *Piece) Sizes() (sentences, eojeols int) {
	if len(p.Tokens) == 0 {
		return 0, 0
	}
	last := &p.Tokens[len(p.Tokens)-1]
	return last.Sentence + 1, last.Eojeol + 1
}
