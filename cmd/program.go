package cmd

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"

	"kstat/report"
)

// program is one run of kstat: where it reads and writes, and for whom.
type program struct {
	stdin  *input
	out    *bufio.Writer // stdout
	outIs  fs.FileInfo   // what stdout is, if it is a file on a disk; else nil
	stderr *messageWriter

	lang     report.Lang
	terminal bool // stdout is one
	width    int  // of the terminal, 0 if unknown
	color    bool

	commands []*command
	langFlag options // where cobra puts --lang, which every command has

	interrupt *interrupt // while a file is written

	rec *recording // of the run; nil where nobody wants its record
	// root is where relative paths of inputs lead from, "" for the current folder; divert, if it is not nil, gives where an
	// output goes instead of into the file that is named. Both are for doing a recorded run again.
	root   string
	divert func(path string) io.Writer

	failed bool // an input could not be used: the rest is done, and the exit status is 1
}

// input is stdin. What it reads from may be changed while others hold it.
type input struct{ io.Reader }

// Stat tells what stdin is, if it is a file.
func (i *input) Stat() (fs.FileInfo, error) {
	if f, ok := i.Reader.(interface{ Stat() (fs.FileInfo, error) }); ok {
		return f.Stat()
	}
	return nil, fs.ErrInvalid
}

// newProgram looks at the environment, the only place that does.
func newProgram(getenv func(string) string, args []string, stdin io.Reader, stdout, stderr io.Writer) *program {
	p := &program{stdin: &input{stdin}, out: bufio.NewWriterSize(stdout, 64<<10), stderr: &messageWriter{Writer: stderr, terminal: isTerminal(stderr)}, lang: locale(getenv)}
	if l, ok := langOf(args); ok {
		p.lang = l
	}
	if f, ok := stdout.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			p.outIs = info
		}
	}
	if p.terminal = isTerminal(stdout); p.terminal {
		f := stdout.(*os.File)
		p.color = getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
		if w, _, err := term.GetSize(int(f.Fd())); err == nil {
			p.width = w
		}
		if w, err := strconv.Atoi(getenv("COLUMNS")); err == nil && w > 0 {
			p.width = w
		}
	}
	return p
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// locale gives the language of the locale, by the order that POSIX gives its variables.
func locale(getenv func(string) string) report.Lang {
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if lang, _, _ := strings.Cut(strings.ReplaceAll(v, ".", "_"), "_"); lang == "ko" {
				return report.Korean
			}
			return report.English
		}
	}
	return systemLang()
}

// langOf looks for --lang before the flags are parsed, because even the message about a flag that is wrong must be in
// the language that was asked for.
func langOf(args []string) (report.Lang, bool) {
	for i, a := range args {
		value, ok := strings.CutPrefix(a, "--lang=")
		switch {
		case a == "--":
			return 0, false
		case a == "--lang" && i+1 < len(args):
			value = args[i+1]
		case !ok:
			continue
		}
		switch value {
		case "ko":
			return report.Korean, true
		case "en":
			return report.English, true
		}
	}
	return 0, false
}

// text gives a message in the reader's language.
func (p *program) text(m msg, args ...any) string {
	s := messages[m].In(p.lang)
	if len(args) > 0 {
		return fmt.Sprintf(s, args...)
	}
	return s
}

// say prints a line on stderr.
func (p *program) say(line string) { fmt.Fprintf(p.stderr, "kstat: %s\n", line) }
