package corpus

import "kstat/tokenize"

// Numbers are the sentences and eojeols of a document before a piece of it.
type Numbers struct{ Sentence, Eojeol int }

// MapPieces analyses all documents of a source with several threads and hands on the pieces in order, with the numbers
// of sentences and eojeols that lie before each in its document. A piece is the function's to keep. Its error ends the
// work and is given back.
func MapPieces(src *Source, a Analysis, threads int, notices Notices, deliver func(*Piece, Numbers) error) error {
	if _, err := a.NewReader(); err != nil {
		return err
	}
	newWorker := func(int) func(*Chunk) *Piece {
		reader, err := a.NewReader()
		if err != nil {
			panic(err) // it was nil above
		}
		return func(c *Chunk) *Piece {
			piece := *reader.Read(c)
			piece.Tokens = append([]tokenize.Token(nil), piece.Tokens...)
			return &piece
		}
	}
	var doc *Document
	var before Numbers
	return InOrder(src.Chunks(), threads, newWorker, func(piece *Piece, err error) error {
		if err != nil {
			if notices.Error != nil {
				notices.Error(err)
			}
			return nil
		}
		notices.tell(piece.Chunk, piece.Faults)
		if doc != piece.Chunk.Doc {
			doc, before = piece.Chunk.Doc, Numbers{}
		}
		err = deliver(piece, before)
		sentences, eojeols := piece.Sizes()
		before.Sentence += sentences
		before.Eojeol += eojeols
		return err
	})
}

// Place gives the range of the decoded document from which the range [start,end) of the piece's cleaned text was made.
func (p *Piece) Place(start, end int) (int, int) {
	start, end = p.Map.Decoded(start, end)
	return p.Chunk.Offset + start, p.Chunk.Offset + end
}

// Add adds the sizes of a piece, but not its tokens, which depend on the unit.
func (t *Totals) Add(p *Piece) {
	sentences, eojeols := p.Sizes()
	t.Sentences += uint64(sentences)
	t.Eojeols += uint64(eojeols)
	if p.Chunk.Last {
		t.Documents++
	}
}
