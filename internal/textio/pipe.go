package textio

import (
	"errors"
	"io"
)

// PipeWriter writes to a reader that may have seen enough, as head has after ten lines. That is no failure: the program
// is to stop early and say that all went well.
type PipeWriter struct {
	w      io.Writer
	broken bool
}

// NewPipeWriter wraps w, as a rule os.Stdout. For standard output the system kills the process at the first write to a
// closed pipe, unless KeepPipeSignal was called.
func NewPipeWriter(w io.Writer) *PipeWriter { return &PipeWriter{w: w} }

// Write writes to the wrapped writer, and nothing more once its reader is gone. The error then is one that IsBrokenPipe
// knows, so that whoever writes in a loop stops.
func (p *PipeWriter) Write(b []byte) (int, error) {
	if p.broken {
		return 0, io.ErrClosedPipe
	}
	n, err := p.w.Write(b)
	p.broken = IsBrokenPipe(err)
	return n, err
}

// Broken tells whether the reader went away.
func (p *PipeWriter) Broken() bool { return p.broken }

// IsBrokenPipe tells whether an error says that the reader of a pipe went away.
func IsBrokenPipe(err error) bool {
	return errors.Is(err, io.ErrClosedPipe) || isSystemBrokenPipe(err)
}
