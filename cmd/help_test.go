package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kstat/report"
)

// shown is a program as on a terminal of unknown width.
func shown(lang report.Lang, stdin string, args []string, stdout, stderr *bytes.Buffer) (*program, []string) {
	p := newProgram(func(string) string { return "" }, nil, strings.NewReader(stdin), stdout, stderr)
	p.lang, p.terminal = lang, true
	return p, args
}

// Every transcript in the help is what happens: "$ " begins a command line, and the lines below it are what it prints on a
// terminal. Where no lines are below, it must only work.
func TestHelpTranscripts(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"essay.txt":      "걸어서 학교에 갔다. 학교의 문제가 많았다. 학교에 갔다.\n",
		"novel.txt":      "그는 걸었다.\n",
		"comments.txt":   "너무 웃겨ㅋㅋㅋㅋㅋㅋ\n",
		"articles/1.txt": "한국의 문제는 학교의 문제다.\n",
		"general.tsv":    "term\tfreq\n학교\t20\n문제\t30\n가다\t50\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	for _, lang := range []report.Lang{report.English, report.Korean} {
		examples := []string{messages[msgRootExample].In(lang)}
		for _, c := range commandTable() {
			if c.example != noMessage {
				examples = append(examples, messages[c.example].In(lang))
			}
		}
		for _, example := range examples {
			for _, part := range strings.Split("\n"+example, "\n$ ")[1:] {
				line, want, _ := strings.Cut(part, "\n")
				stdin := ""
				if in, command, ok := strings.Cut(line, " | "); ok && strings.HasPrefix(in, "echo ") {
					stdin, line = words(in)[1]+"\n", command
				}
				args := words(line)
				if args[0] != "kstat" {
					t.Errorf("%s: not a command of kstat", line)
					continue
				}
				var stdout, stderr bytes.Buffer
				p, args := shown(lang, stdin, args[1:], &stdout, &stderr)
				if status := run(args, p); status != statusOK || stderr.Len() > 0 {
					t.Errorf("%s: status %d, %s", line, status, stderr.String())
				}
				if want = strings.TrimRight(want, "\n"); want != "" && plain(stdout.String()) != plain(want) {
					t.Errorf("%s\ngot\n%s\nwant\n%s", line, stdout.String(), want)
				}
			}
		}
	}
}

// plain takes off the white space at the ends of lines, which no transcript shows.
func plain(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// words splits a command line at spaces; what stands in single quotes is one word.
func words(line string) []string {
	var all []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			all = append(all, part)
		} else {
			all = append(all, strings.Fields(part)...)
		}
	}
	return all
}

// Each command's help shows each of its flags, in both languages.
func TestHelpShowsEveryFlag(t *testing.T) {
	for _, lang := range []report.Lang{report.English, report.Korean} {
		for _, c := range commandTable() {
			var stdout, stderr bytes.Buffer
			p, args := shown(lang, "", []string{"help", c.name}, &stdout, &stderr)
			if status := run(args, p); status != statusOK || stderr.Len() > 0 {
				t.Fatalf("help %s: status %d, %s", c.name, status, stderr.String())
			}
			help := stdout.String()
			for _, g := range c.flags {
				for _, f := range g.flags {
					if !strings.Contains(help, "--"+f.name) || !strings.Contains(strings.Join(strings.Fields(help), " "), strings.Join(strings.Fields(messages[f.usage].In(lang)), " ")) {
						t.Errorf("the help of %s does not show --%s", c.name, f.name)
					}
				}
			}
			stdout.Reset()
			p, args = shown(lang, "", []string{c.name, "--help"}, &stdout, &stderr)
			if run(args, p); stdout.String() != help {
				t.Errorf("kstat %s --help is not kstat help %s", c.name, c.name)
			}
		}
	}
}

// The table of flags holds no contradiction.
func TestFlags(t *testing.T) {
	for _, c := range commandTable() {
		names := map[string]bool{"help": true, "h": true}
		for _, g := range c.flags {
			for _, f := range g.flags {
				for _, name := range []string{f.name, f.short} {
					if name != "" && names[name] {
						t.Errorf("%s has two flags %s", c.name, name)
					}
					names[name] = true
				}
				targets := 0
				for _, is := range []bool{f.text != nil, f.list != nil, f.number != nil, f.yes != nil} {
					if is {
						targets++
					}
				}
				if targets != 1 || (f.yes == nil) == (f.value == "") {
					t.Errorf("--%s: %d places for its value, named %q", f.name, targets, f.value)
				}
				if f.choices != nil && f.def != "" && f.check(&options{}) != nil {
					t.Errorf("--%s: its default is no choice", f.name)
				}
				for _, later := range laterFlags {
					if f.name == later {
						t.Errorf("--%s is there and said to come later", f.name)
					}
				}
			}
		}
		for _, later := range laterCommands {
			if c.name == later {
				t.Errorf("%s is there and said to come later", c.name)
			}
		}
	}
}

func TestLocale(t *testing.T) {
	for _, c := range []struct {
		env  string
		want report.Lang
	}{
		{"LANG=ko_KR.UTF-8", report.Korean},
		{"LANG=ko", report.Korean},
		{"LANG=C.UTF-8", report.English},
		{"LC_ALL=en_US.UTF-8 LANG=ko_KR.UTF-8", report.English},
		{"LC_MESSAGES=ko_KR.UTF-8 LANG=en_US.UTF-8", report.Korean},
		{"LC_ALL=ko_KR.UTF-8 LC_MESSAGES=en_US.UTF-8", report.Korean},
		{"LC_ALL=kok_IN.UTF-8", report.English}, // Konkani
	} {
		env := map[string]string{}
		for pair := range strings.FieldsSeq(c.env) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		if got := locale(func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%s: %d", c.env, got)
		}
	}
	for args, want := range map[string]string{
		"freq --lang ko":    "ko",
		"--lang=en freq":    "en",
		"freq -- --lang ko": "",
		"freq --lang":       "",
		"freq --lang fr":    "",
	} {
		lang, ok := langOf(strings.Fields(args))
		got := ""
		if ok {
			got = []string{"en", "ko"}[lang]
		}
		if got != want {
			t.Errorf("%s: %q, want %q", args, got, want)
		}
	}
}

func TestMeant(t *testing.T) {
	names := []string{"freq", "ngrams", "kwic", "tokenize", "sentences", "clean", "completion"}
	for name, want := range map[string]string{
		"frq": "freq", "fr": "freq", "tok": "tokenize", "Freq": "freq", "sentence": "sentences", "c": "", "cl": "clean", "zzz": "", "": "", "빈도": "",
	} {
		if got, _ := meant(name, names); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// A fault of the program itself is said in a message and not as a trace.
func TestPanicBecomesAMessage(t *testing.T) {
	var stdout, stderr bytes.Buffer
	p, _ := shown(report.English, "", nil, &stdout, &stderr)
	p.stdin = nil // nobody does that
	if status := run([]string{"freq"}, p); status != statusFailed {
		t.Errorf("status %d", status)
	}
	if s := stderr.String(); !strings.HasPrefix(s, "kstat: a fault in kstat itself: ") || strings.Contains(s, "goroutine") {
		t.Errorf("%s", s)
	}
}
