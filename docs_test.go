package kstat_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kstat/cmd"
	"kstat/internal/golden"
)

// TestMain lets the test binary stand in for the program: with this variable set it is kstat.
func TestMain(m *testing.M) {
	if os.Getenv("KSTAT_TEST_PROGRAM") != "" {
		os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// Every transcript in the documentation is what the program prints. A transcript is a block marked console; a line in
// it that begins with $ is a command for the shell, and what follows is its output. Run with -update to write the
// outputs anew. Pages whose name ends in .ko.md are run under a Korean locale, the others in English.
func TestTranscripts(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell to run transcripts with")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(self, filepath.Join(bin, "kstat")); err != nil {
		t.Skip(err)
	}
	run := func(t *testing.T, line, locale string) []byte {
		c := exec.Command(sh, "-c", asOnTerminal(line))
		c.Env = append(os.Environ(), "KSTAT_TEST_PROGRAM=1", "LC_ALL="+locale, "LANGUAGE=", "NO_COLOR=1",
			"PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
		out, err := c.CombinedOutput()
		if err != nil && len(out) == 0 {
			t.Errorf("%s: %v", line, err)
		}
		return out
	}
	for _, page := range pages(t) {
		t.Run(page, func(t *testing.T) {
			locale := "C"
			if strings.HasSuffix(page, ".ko.md") {
				locale = "ko_KR.UTF-8"
			}
			text, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			var fresh bytes.Buffer
			transcripts, inside, skip := 0, false, false
			for line := range strings.Lines(string(text)) {
				switch command, ok := strings.CutPrefix(line, "$ "); {
				case strings.HasPrefix(line, "```"):
					inside, skip = line == "```console\n", false
				case inside && ok:
					transcripts++
					fresh.WriteString(line)
					fresh.Write(run(t, strings.TrimSuffix(command, "\n"), locale))
					skip = true
					continue
				}
				if !skip {
					fresh.WriteString(line)
				}
			}
			if transcripts == 0 {
				t.Error("no transcript")
			}
			golden.File(t, page, fresh.Bytes())
		})
	}
}

// asOnTerminal asks for the table that the command would print on a terminal, where the line does not say otherwise.
func asOnTerminal(line string) string {
	if tabular.MatchString(line) && !redirected.MatchString(line) {
		return line + " --format table"
	}
	return line
}

var (
	tabular    = regexp.MustCompile(`\bkstat (freq|ngrams|kwic|compare|collocations|collocates|keywords|dispersion|diversity|clean --log)\b`)
	redirected = regexp.MustCompile(` (-f|--format|-o|--output)\b|kstat.*[|>]`)
)

// pages are the pages of documentation that show the program at work.
func pages(t *testing.T) []string {
	docs, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	return append(docs, "README.md", "README.ko.md")
}

// The Go example of the READMEs is the one that is compiled and run: Example in example_test.go.
func TestReadmeExample(t *testing.T) {
	source, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range []string{"README.md", "README.ko.md"} {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		_, block, ok := strings.Cut(string(text), "```go\n")
		block, _, closed := strings.Cut(block, "```")
		if !ok || !closed {
			t.Errorf("%s has no Go example", page)
		}
		for line := range strings.Lines(block) {
			if !strings.Contains(string(source), strings.TrimSpace(line)) {
				t.Errorf("%s: %q does not stand in example_test.go", page, line)
			}
		}
	}
}

// Every file that a page links to is there.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)
	more, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages(t), more...) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), string(m[1]))); err != nil {
				t.Errorf("%s: %v", page, err)
			}
		}
	}
}
