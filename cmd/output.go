package cmd

import (
	"errors"
	"io"
	"path/filepath"
	"strings"

	"kstat/internal/textio"
	"kstat/report"
)

// toFile tells whether the output goes into a file, and not to stdout.
func (o *options) toFile() bool { return o.output != "" && o.output != "-" }

// tableFormat gives the format for a table: the one asked for, else that of the file's ending, else a table for a
// terminal and tsv for all else.
func (p *program) tableFormat(o *options) (*report.Format, error) {
	name := o.format
	switch {
	case name != "":
	case o.toFile() && filepath.Ext(o.output) != "":
		f, ok := report.FormatOf(o.output)
		if !ok {
			return nil, wrong(msgUnknownEnding, o.output).hinted(msgGiveFormat, strings.Join(formatNames(), ", "))
		}
		return f, nil
	case p.terminal && !o.toFile():
		name = "table"
	default:
		name = "tsv"
	}
	f, _ := report.FormatNamed(name) // flag.check has looked at the name
	if f.Binary && p.terminal && !o.toFile() {
		return nil, wrong(msgBinary, f.Name).hinted(msgGiveOutput, f.Endings[0])
	}
	return f, nil
}

// writeTable prints a table to where the options say.
func (p *program) writeTable(o *options, f *report.Format, t *report.Table) error {
	opt := report.Options{Lang: p.lang}
	if !o.toFile() {
		opt.Color = p.color
		opt.Width = p.width
	}
	return p.write(o, func(w io.Writer) error { return f.Write(w, t, opt) })
}

// write hands stdout, or the file that the options name, to a function. A file appears whole, when the function is
// done without an error, or not at all: an old one is kept until then.
func (p *program) write(o *options, write func(io.Writer) error) error {
	if !o.toFile() {
		return write(p.out)
	}
	i := newInterrupt()
	defer i.end()
	p.interrupt = i
	p.stdin.Reader = i.reader(p.stdin.Reader) // of which the sources have a pointer
	err := textio.WriteFile(o.output, func(w io.Writer) error {
		err := write(i.writer(w))
		if err == nil && i.stopped() { // when only reading noticed
			err = errInterrupted
		}
		return err
	})
	if err == nil || errors.Is(err, errInterrupted) || isOurs(err) {
		return err
	}
	return &writeError{o.output, err}
}

// writeError says that a file was not written.
type writeError struct {
	name string
	err  error
}

func (e *writeError) Error() string { return e.name + ": " + e.err.Error() }
func (e *writeError) Unwrap() error { return e.err }

// interrupted tells whether Ctrl-C ended the work.
func (p *program) interrupted() bool { return p.interrupt != nil && p.interrupt.stopped() }
