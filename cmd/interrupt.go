package cmd

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// errInterrupted ends the work after Ctrl-C.
var errInterrupted = errors.New("interrupted")

// statusInterrupted is the status by which shells tell that a signal ended a program: 128 and its number.
const statusInterrupted = 128 + 2

// interrupt turns Ctrl-C into errors of reading and writing while a file is written, so that the work ends by the same
// way as after any other failure and nothing half-written stays. At any other time Ctrl-C ends the process as usual.
type interrupt struct {
	signals chan os.Signal
	stop    chan struct{} // closed after Ctrl-C
	done    chan struct{} // closed when the file is written
}

func newInterrupt() *interrupt {
	i := &interrupt{make(chan os.Signal, 1), make(chan struct{}), make(chan struct{})}
	signal.Notify(i.signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case <-i.signals:
			signal.Stop(i.signals) // a second one need not wait
			close(i.stop)
		case <-i.done:
		}
	}()
	return i
}

// end lets signals do again what they do.
func (i *interrupt) end() {
	signal.Stop(i.signals)
	close(i.done)
}

// reader gives a reader that fails after Ctrl-C, even while it waits for input.
func (i *interrupt) reader(r io.Reader) io.Reader { return &interruptedReader{i: i, r: r} }

type interruptedReader struct {
	i   *interrupt
	r   io.Reader
	buf []byte
}

func (r *interruptedReader) Read(b []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	// The waiting goroutine reads into a buffer of its own: it may still be writing there when we have gone.
	if cap(r.buf) < len(b) {
		r.buf = make([]byte, len(b))
	}
	buf, got := r.buf[:len(b)], make(chan result, 1)
	go func() {
		n, err := r.r.Read(buf)
		got <- result{n, err}
	}()
	select {
	case g := <-got:
		return copy(b, buf[:g.n]), g.err
	case <-r.i.stop:
		r.buf = nil
		return 0, errInterrupted
	}
}

// writer gives a writer that fails after Ctrl-C.
func (i *interrupt) writer(w io.Writer) io.Writer { return interruptedWriter{i, w} }

type interruptedWriter struct {
	i *interrupt
	w io.Writer
}

func (w interruptedWriter) Write(b []byte) (int, error) {
	select {
	case <-w.i.stop:
		return 0, errInterrupted
	default:
		return w.w.Write(b)
	}
}

// stopped tells whether Ctrl-C was pressed.
func (i *interrupt) stopped() bool {
	select {
	case <-i.stop:
		return true
	default:
		return false
	}
}
