package cmd

import (
	"bufio"
	"io"
	"os"
	"strings"

	"kstat/report"
)

// toFile tells whether the output goes into a file, and not to stdout.
func (o *options) toFile() bool { return o.output != "" && o.output != "-" }

// tableFormat gives the format for a table: the one asked for, else that of the file's ending, else a table for a
// terminal and tsv for a pipe.
func (p *program) tableFormat(o *options) (*report.Format, error) {
	name := o.format
	switch {
	case name != "":
	case o.toFile():
		f, ok := report.FormatOf(o.output)
		if !ok {
			return nil, wrong(msgUnknownEnding, o.output).hinted(msgGiveFormat, strings.Join(formatNames(), ", "))
		}
		return f, nil
	case p.terminal:
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
	return writeFile(o.output, func(w io.Writer) error {
		b := bufio.NewWriterSize(w, 64<<10)
		if err := write(b); err != nil {
			return err
		}
		return b.Flush()
	})
}

// writeFile writes a file whole or not at all.
func writeFile(name string, write func(io.Writer) error) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() { // /dev/full, a named pipe
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return failure(err, msgCannotWrite, name, err)
		}
		defer f.Close()
		if err := write(f); err != nil {
			return failure(err, msgCannotWrite, name, err)
		}
		return f.Close()
	}
	f, err := os.CreateTemp(".", ".kstat-*")
	if err != nil {
		return failure(err, msgCannotWrite, name, err)
	}
	defer os.Remove(f.Name())
	if err := write(f); err != nil {
		f.Close()
		return failure(err, msgCannotWrite, name, err)
	}
	if err := f.Close(); err != nil {
		return failure(err, msgCannotWrite, name, err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return failure(err, msgCannotWrite, name, err)
	}
	return nil
}
