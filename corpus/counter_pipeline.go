package corpus

import (
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"sync"

	"kstat/tokenize"
)

// PanicError is a fault of the program itself in the work on a chunk, caught so that the rest of the program can end
// in good order.
type PanicError struct {
	Value any
	Stack []byte // where it happened, for those who mend it
}

func (e *PanicError) Error() string { return fmt.Sprintf("internal error: %v", e.Value) }

// InOrder works on all chunks with several threads and hands on what comes out in the order of the chunks, so that the
// number of threads cannot be seen in the result. A thread count below 1 means one for each processor.
//
// newWorker is called once for each thread, with its number; what it returns is called for one chunk at a time. deliver
// is called by the goroutine that called InOrder, for each chunk, and for each error of the source with the zero R. Its
// error, or a *PanicError, ends the work.
func InOrder[R any](chunks iter.Seq2[*Chunk, error], threads int, newWorker func(thread int) func(*Chunk) R, deliver func(R, error) error) error {
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	if threads == 1 {
		return inOrderAlone(chunks, newWorker, deliver)
	}
	type result struct {
		value R
		err   error // of the source
		fault error // ends the work
	}
	type job struct {
		chunk *Chunk
		done  chan result
	}
	var (
		jobs  = make(chan job)
		order = make(chan chan result, 2*threads) // bounds how far the reading runs ahead
		stop  = make(chan struct{})
		wait  sync.WaitGroup
	)
	wait.Go(func() {
		defer close(order)
		defer close(jobs)
		err := guarded(func() {
			for chunk, err := range chunks {
				done := make(chan result, 1)
				select {
				case order <- done:
				case <-stop:
					return
				}
				if err != nil {
					done <- result{err: err}
					continue
				}
				select {
				case jobs <- job{chunk, done}:
				case <-stop:
					return
				}
			}
		})
		if err != nil {
			done := make(chan result, 1)
			done <- result{fault: err}
			select {
			case order <- done:
			case <-stop:
			}
		}
	})
	for thread := range threads {
		wait.Go(func() {
			var work func(*Chunk) R
			for j := range jobs {
				var r result
				r.fault = guarded(func() {
					if work == nil { // not before there is work: a short text needs one worker only
						work = newWorker(thread)
					}
					r.value = work(j.chunk)
				})
				j.done <- r
			}
		})
	}
	var err error
	for done := range order {
		r := <-done
		if err = r.fault; err == nil {
			err = deliver(r.value, r.err)
		}
		if err != nil {
			break
		}
	}
	close(stop)
	wait.Wait()
	return err
}

// inOrderAlone is InOrder without a second goroutine: the way of a short text.
func inOrderAlone[R any](chunks iter.Seq2[*Chunk, error], newWorker func(int) func(*Chunk) R, deliver func(R, error) error) error {
	var err error
	fault := guarded(func() {
		var work func(*Chunk) R
		for chunk, e := range chunks {
			var r R
			if e == nil {
				if work == nil {
					work = newWorker(0)
				}
				r = work(chunk)
			}
			if err = deliver(r, e); err != nil {
				return
			}
		}
	})
	if fault != nil {
		return fault
	}
	return err
}

// guarded runs f and gives its panic as an error.
func guarded(f func()) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{v, debug.Stack()}
		}
	}()
	f()
	return nil
}

// Analyst makes tokens of text: a tokenize.Worker, or a reader of text that is cut already. The slice is valid until the
// next call.
type Analyst interface {
	Tokens(text string) []tokenize.Token
}

// CountOptions say what is counted and how.
type CountOptions struct {
	// Threads is how many work at the same time; below 1 means one for each processor. It does not change the result.
	Threads int
	// NewAnalyst makes the analyst of one thread.
	NewAnalyst func() Analyst
	// NewCleaner makes the cleaner of one thread; nil means one that does only what is necessary.
	NewCleaner func() *Cleaner
	// Terms says what is counted.
	Terms tokenize.TermOptions
	// Stop tells which terms are left out; they leave a hole. Nil leaves out none. It must be safe for concurrent use.
	Stop func(term string) bool
	// N above 1 counts N-grams instead of terms, joined by Glue.
	N    int
	Glue string
	// Error is told of each input that could not be used, Warn of each doubt about one that was, in the order of the
	// inputs. Nil hears nothing.
	Error func(error)
	Warn  func(Warning)
}

// CountTerms counts the terms of all documents of a source. The only errors are a language that no stemmer knows and a
// *PanicError; inputs that cannot be used are told to CountOptions.Error, and the rest is counted.
func CountTerms(src *Source, o CountOptions) (*Counter, error) {
	if _, err := tokenize.NewExtractor(o.Terms); err != nil {
		return nil, err
	}
	var (
		threads sync.Mutex
		totals  []*Counter                   // of each thread: whole documents
		parts   = map[*Document][]*Counter{} // of documents in several chunks: what each thread counted of them
	)
	newWorker := func(int) func(*Chunk) *Chunk {
		total := &Counter{}
		threads.Lock()
		totals = append(totals, total)
		threads.Unlock()
		count := newChunkCounter(o)
		var doc *Document // in several chunks, and
		var part *Counter // what this thread counted of it
		return func(c *Chunk) *Chunk {
			if c.Offset == 0 && c.Last {
				count(total, c)
				total.EndDocument()
				return c
			}
			if doc != c.Doc {
				doc, part = c.Doc, &Counter{}
				threads.Lock()
				parts[doc] = append(parts[doc], part)
				threads.Unlock()
			}
			count(part, c)
			return c
		}
	}
	all := &Counter{}
	err := InOrder(src.Chunks(), o.Threads, newWorker, func(c *Chunk, err error) error {
		if err != nil {
			if o.Error != nil {
				o.Error(err)
			}
			return nil
		}
		if o.Warn != nil {
			for _, w := range c.Warnings {
				o.Warn(w)
			}
		}
		if c.Last && c.Offset > 0 { // so all its chunks have been counted
			threads.Lock()
			counted := parts[c.Doc]
			delete(parts, c.Doc)
			threads.Unlock()
			document := &Counter{}
			for _, p := range counted {
				document.Merge(p)
			}
			document.EndDocument()
			all.Merge(document)
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

// newChunkCounter gives the function by which one thread counts chunks.
func newChunkCounter(o CountOptions) func(*Counter, *Chunk) {
	extractor, err := tokenize.NewExtractor(o.Terms)
	if err != nil {
		panic(err) // CountTerms has looked
	}
	analyst := o.NewAnalyst()
	cleaner := &Cleaner{}
	if o.NewCleaner != nil {
		cleaner = o.NewCleaner()
	}
	return func(c *Counter, chunk *Chunk) {
		text := cleaner.Clean(chunk.Text).Text
		tokens := analyst.Tokens(text)
		if len(tokens) == 0 {
			return
		}
		last := &tokens[len(tokens)-1]
		c.Sentences += uint64(last.Sentence) + 1
		c.Eojeols += uint64(last.Eojeol) + 1
		terms := extractor.Terms(text, tokens)
		if o.Stop != nil {
			kept := terms[:0]
			for _, t := range terms {
				if !o.Stop(t.Text) {
					kept = append(kept, t)
				}
			}
			terms = kept
		}
		if o.N > 1 {
			c.AddNGrams(terms, o.N, o.Glue)
		} else {
			c.Add(terms)
		}
	}
}
