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
			return nil, wrong(msgUnknownEnding, o.output).hinted(msgGiveFormat, strings.Join(p.formatNames(), ", "))
		}
		p.rec.settle(&flagFormat, f.Name)
		return f, nil
	case p.terminal && !o.toFile():
		name = "table"
	default:
		name = "tsv"
	}
	p.rec.settle(&flagFormat, name)
	f, _ := report.FormatNamed(name) // flag.check has looked at the name
	if f.Binary && p.terminal && !o.toFile() {
		return nil, wrong(msgBinary, f.Name).hinted(msgGiveOutput, f.Endings[0])
	}
	return f, nil
}

// formatNames gives the formats that the command knows, pictures among them where it draws.
func (p *program) formatNames() []string {
	if p.rec != nil {
		if f := p.rec.command.flagNamed(flagFormat.name); f != nil && f.choices != nil {
			return f.choices()
		}
	}
	return formatNames()
}

// writeTable prints a table to where the options say.
func (p *program) writeTable(o *options, f *report.Format, t *report.Table) error {
	opt := report.Options{Lang: p.lang}
	if !o.toFile() {
		opt.Color = p.color
		opt.Width = p.width
	}
	if p.rec.on() && t.Rows != nil {
		rows := t.Rows
		t.Rows = func(yield func([]report.Cell) bool) {
			n := uint64(0)
			rows(func(row []report.Cell) bool {
				n++
				return yield(row)
			})
			p.rec.count("rows", n)
		}
	}
	if p.rec != nil { // what is passed on says how it was made
		t.Provenance = []string{"kstat " + Version, p.rec.commandLine()}
	}
	err := p.write(o, f.Name, func(w io.Writer) error { return f.Write(w, t, opt) })
	p.rec.summary(t.Summary)
	p.rec.notes(t.Notes)
	return err
}

// write hands stdout, or the file that the options name, to a function that writes an output of the run. A file appears whole, when the function is
// done without an error, or not at all: an old one is kept until then.
func (p *program) write(o *options, format string, write func(io.Writer) error) error {
	out, hashing := p.rec.output(p, o)
	err := p.writeFile(o, func(w io.Writer) error { return write(hashing(w)) })
	if err == nil {
		out.end(format)
	}
	return err
}

// writeFile is write for what is no output of the run, as its record.
func (p *program) writeFile(o *options, write func(io.Writer) error) error {
	switch {
	case !o.toFile():
		return write(p.out)
	case p.divert != nil:
		return write(p.divert(o.output))
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
