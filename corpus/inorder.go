package corpus

import (
	"fmt"
	"iter"
	"runtime/debug"
	"sync"
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
	threads = threadsOf(threads)
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
