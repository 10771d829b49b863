package cmd

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"kstat/corpus"
	"kstat/internal/nearest"
	"kstat/internal/textio"
	"kstat/manifest"
	"kstat/report"
)

// usageError says that the command line is wrong, and what to do.
type usageError struct {
	text msg
	args []any
	hint msg // 0 for none
	with []any
}

func (e *usageError) Error() string { return "wrong usage" }

// wrong makes a usageError without a hint.
func wrong(text msg, args ...any) *usageError { return &usageError{text: text, args: args} }

// given is a flag and whether it was given.
type given struct {
	flag string
	is   bool
}

// firstGiven gives the first flag that was given, with its dashes; "" where none was: for flags that mean nothing here and
// are refused, lest they be ignored without a word.
func firstGiven(flags ...given) string {
	for _, f := range flags {
		if f.is {
			return f.flag
		}
	}
	return ""
}

// hinted adds what to do.
func (e *usageError) hinted(hint msg, args ...any) *usageError {
	e.hint, e.with = hint, args
	return e
}

// suggest adds the name that was probably meant as a hint, if there is one.
func (e *usageError) suggest(name string, names []string, hint msg) *usageError {
	if n, ok := meant(name, names); ok {
		return e.hinted(hint, n)
	}
	return e
}

// isOurs tells whether an error has a text of its own, whatever it interrupted.
func isOurs(err error) bool {
	var (
		usage    *usageError
		internal *corpus.PanicError
	)
	return errors.As(err, &usage) || errors.As(err, &internal)
}

// complain prints an error, and below it what to do.
func (p *program) complain(err error) {
	var (
		usage    *usageError
		file     *writeError
		input    *corpus.InputError
		internal *corpus.PanicError
		empty    *emptySide
		lacked   *lackedSide
		read     *readError
		record   *recordError
	)
	switch {
	case p.complainNoSuchWord(err), p.complainManifest(err):
	case errors.As(err, &record):
		p.say(p.text(record.text, record.args...))
	case errors.As(err, &read):
		p.say(read.name + ": " + p.reason(read.err))
	case errors.As(err, &empty):
		p.say(p.text(msgNothingToCompare, empty.name))
		p.say(p.text(msgNothingToCompareHint))
	case errors.As(err, &lacked):
		p.say(p.text(msgAllLacked, lacked.name))
		p.say(p.text(msgGiveRef))
	case errors.As(err, &usage):
		p.say(p.text(usage.text, usage.args...))
		if usage.hint != 0 {
			p.say(p.text(usage.hint, usage.with...))
		}
	case errors.As(err, &file):
		reason := p.reason(file.err)
		if errors.Is(err, fs.ErrNotExist) { // the file need not exist
			reason = p.text(msgNoFolder)
		}
		p.say(p.text(msgCannotWrite, file.name, reason))
	case errors.As(err, &input):
		reason, hint := p.notice(input.Kind)
		if input.Kind == corpus.ReadFailed {
			reason = strings.ReplaceAll(reason, "{error}", p.reason(input.Err))
		}
		p.say(input.Path + ": " + input.Args.Fill(reason))
		if hint = input.Args.Fill(hint); hint != "" {
			p.say("  " + hint)
		}
	case errors.As(err, &internal):
		p.say(p.text(msgInternal, internal.Value))
		p.say(p.text(msgInternalHint))
	default:
		p.say(p.reason(err))
	}
}

// inputFailed reports an input that could not be used; the rest is done all the same.
func (p *program) inputFailed(err error) {
	if p.interrupted() {
		return // that is no fault of the input
	}
	p.failed = true
	p.complain(err)
}

// warn reports a doubt about an input.
func (p *program) warn(w corpus.Warning) {
	if p.interrupted() {
		return
	}
	why, _ := noticeTexts(w.Kind)
	p.rec.warn(manifest.Warning{Kind: string(w.Kind), Path: manifest.Text(w.Path), Text: manifest.Text(w.Args.Fill(why[report.English]))})
	reason, hint := p.notice(w.Kind)
	p.say(p.text(msgWarning, w.Path+": "+w.Args.Fill(reason)))
	if hint = w.Args.Fill(hint); hint != "" {
		p.say("  " + hint)
	}
}

// systemErrors are the common errors of the operating system and of what reads files, each with its text.
var systemErrors = [...]struct {
	err  error
	text msg
}{
	{textio.ErrDirectory, msgIsDirectory},
	{fs.ErrNotExist, msgNotExist},
	{fs.ErrPermission, msgPermission},
	{syscall.ENOSPC, msgDiskFull},
	{syscall.EISDIR, msgIsDirectory},
	{syscall.ENOTDIR, msgNotDirectory},
	{syscall.EROFS, msgReadOnly},
	{syscall.EFBIG, msgTooLarge},
	{syscall.EIO, msgDeviceFault},
	{io.ErrUnexpectedEOF, msgCutOff},
}

// reason gives an error of the operating system, without the file that it speaks of, in the reader's language where it
// is a common one.
func (p *program) reason(err error) string {
	for _, known := range systemErrors {
		if errors.Is(err, known.err) {
			return p.text(known.text)
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// meant gives the name that a user probably meant: the only one that begins with what was typed, or the nearest.
func meant(name string, names []string) (string, bool) {
	begins := ""
	for _, n := range names {
		switch {
		case strings.EqualFold(n, name):
			return n, true
		case len(name) < 2 || !strings.HasPrefix(n, name):
		case begins != "":
			return nearest.Name(name, names)
		default:
			begins = n
		}
	}
	if begins != "" {
		return begins, true
	}
	return nearest.Name(name, names)
}
