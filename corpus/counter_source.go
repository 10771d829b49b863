package corpus

import (
	"sync"

	"kstat/tokenize"
)

// CountOptions say what is counted and how.
type CountOptions struct {
	Analysis
	// Threads is how many work at the same time; below 1 means one for each processor. It does not change the result.
	Threads int
	// N above 1 counts N-grams instead of terms, joined by Glue.
	N    int
	Glue string
	// Least, if it is above 0, counts n-grams of all lengths from that to N; Skip counts those too that leave out so many
	// words (see SkipGrams). Only CountTerms does this.
	Least, Skip int
	// ByEmptyLine says that a paragraph ends at an empty line, as in text that is cut into tokens, a sentence a line;
	// without it each line is a paragraph.
	ByEmptyLine bool
	// Notices hear of inputs.
	Notices
}

// Notices hear, in the order of the inputs, what is to be said about them. Each may be nil.
type Notices struct {
	Error func(error)       // an input could not be used: an *InputError
	Warn  func(Warning)     // it was, but not quite as it is
	Fault func(TaggedFault) // it is tagged, and a token cannot be read
}

// tell passes on what there is to say about a chunk.
func (n *Notices) tell(c *Chunk, faults []TaggedFault) {
	if n.Fault != nil {
		for _, f := range faults {
			n.Fault(f)
		}
	}
	if n.Warn != nil {
		for _, w := range c.Warnings {
			n.Warn(w)
		}
	}
}

// CountTerms counts the terms of all documents of a source. The only errors are a language that no stemmer knows and a
// *PanicError; inputs that cannot be used are told to Notices.Error, and the rest is counted.
func CountTerms(src *Source, o CountOptions) (*Counter, error) {
	if _, err := o.NewReader(); err != nil {
		return nil, err
	}
	// What a thread counts of whole documents it keeps. Of a document in several chunks, each thread that gets one of
	// them counts into a part of its own; with the last chunk the parts become the document.
	var (
		lock   sync.Mutex
		totals []*Counter
		parts  = map[*Document][]*Counter{}
	)
	type counted struct {
		chunk  *Chunk
		faults []TaggedFault
	}
	newWorker := func(int) func(*Chunk) counted {
		reader, err := o.NewReader()
		if err != nil {
			panic(err) // it was nil above
		}
		total := &Counter{}
		lock.Lock()
		totals = append(totals, total)
		lock.Unlock()
		var doc *Document // in several chunks, and
		var part *Counter // what this thread counts of it
		return func(c *Chunk) counted {
			if c.Offset == 0 && c.Last {
				faults := o.count(total, reader, c)
				total.EndDocument()
				return counted{c, faults}
			}
			if doc != c.Doc {
				doc, part = c.Doc, &Counter{}
				lock.Lock()
				parts[doc] = append(parts[doc], part)
				lock.Unlock()
			}
			return counted{c, o.count(part, reader, c)}
		}
	}
	all := &Counter{}
	err := InOrder(src.Chunks(), o.Threads, newWorker, func(r counted, err error) error {
		if err != nil {
			if o.Error != nil {
				o.Error(err)
			}
			return nil
		}
		o.tell(r.chunk, r.faults)
		if r.chunk.Last && r.chunk.Offset > 0 { // the chunks before it are counted, because they come in order
			lock.Lock()
			document := parts[r.chunk.Doc]
			delete(parts, r.chunk.Doc)
			lock.Unlock()
			whole := &Counter{}
			for _, p := range document {
				whole.Merge(p)
			}
			whole.EndDocument()
			all.Merge(whole)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, t := range totals {
		all.Merge(t)
	}
	return all, nil
}

// count counts a chunk.
func (o *CountOptions) count(c *Counter, r *Reader, chunk *Chunk) []TaggedFault {
	piece := r.ReadTerms(chunk, func(_ string, terms []tokenize.Term) {
		if o.N < 2 {
			c.Add(terms)
			return
		}
		least := o.Least
		if least < 1 {
			least = o.N
		}
		c.AddGrams(terms, least, o.N, o.Skip, o.Glue)
	})
	sentences, eojeols := piece.Sizes()
	c.Sentences += uint64(sentences)
	c.Eojeols += uint64(eojeols)
	return piece.Faults
}
