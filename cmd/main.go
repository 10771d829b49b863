// Package cmd is the command line of kstat: one file a command, a table of commands, a table of flags, a table of
// texts, and Main.
//
// A command parses, calls and renders; what more there is to do belongs into a library. Flags as they were typed
// (options) become what they mean in one place each: terms, source, stop list, output.
//
// The rules for what is printed: results on stdout, everything else on stderr behind "kstat: ", in the reader's
// language; no capital and no full stop for a message of one clause; a second line says what to do. No text stands in
// the code: all of it is in messages.go, in Korean and English.
package cmd

import (
	"errors"
	"io"
	"os"

	"kstat/corpus"
	"kstat/internal/textio"
)

// Exit statuses, promised to scripts.
const (
	statusOK     = 0
	statusFailed = 1 // an input could not be used, or the output not be written
	statusUsage  = 2
)

// Main runs kstat with the arguments after the program's name and gives the exit status: 0 all well, 1 an input could
// not be used, 2 wrong usage. Locale, NO_COLOR and COLUMNS are read from the environment of the process.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	textio.KeepPipeSignal()
	// The garbage collector is left as it is: on 62 MB of reviews GOGC=400 takes the time of 100 and twice the memory.
	return run(args, newProgram(os.Getenv, args, stdin, stdout, stderr))
}

// run is Main in a known environment.
func run(args []string, p *program) (status int) {
	defer func() {
		if v := recover(); v != nil {
			p.complain(internalError(v))
			status = statusFailed
		}
	}()
	p.commands = commandTable()
	return p.execute(args)
}

// execute parses and does what the arguments ask for.
func (p *program) execute(args []string) (status int) {
	root := p.commandTree()
	root.SetArgs(args)
	err := root.Execute()
	if e := p.out.Flush(); err == nil {
		err = e
	}
	var wrong *usageError
	switch {
	case err == nil:
	case textio.IsBrokenPipe(err): // the reader has seen enough
	case errors.Is(err, errInterrupted):
		return statusInterrupted
	case errors.As(err, &wrong):
		p.complain(err)
		return statusUsage
	default:
		p.complain(err)
		return statusFailed
	}
	if p.failed {
		return statusFailed
	}
	return statusOK
}

// internalError is what a panic becomes: a message, never a trace.
func internalError(v any) error { return &corpus.PanicError{Value: v} }
