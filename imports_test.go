// Package kstat_test holds what is true of the module as a whole.
package kstat_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed says what the packages of the module may import beside the standard library: packages of their own subtree,
// and what begins with one of the names given. The longest pattern that a package begins with is its rule; a package
// without a rule is a fault, so that a new one gets its place here and in ARCHITECTURE.md.
//
// The seam that matters most is between corpus and stats: numbers cross it, never strings, tokens or files.
var allowed = map[string][]string{
	"kstat/hangul":         {"golang.org/x/text"},
	"kstat/internal":       {"golang.org/x/text", "gonum.org/v1/gonum"},
	"kstat/tokenize":       {"kstat/hangul", "github.com/rivo/uniseg", "github.com/kljensen/snowball", "github.com/FastFilter/xorfilter"},
	"kstat/tokenize/train": {"kstat/hangul", "kstat/tokenize"},
	"kstat/corpus":         {"kstat/hangul", "kstat/tokenize", "kstat/internal/textio", "kstat/internal/nearest", "golang.org/x", "github.com/rivo/uniseg"},
	"kstat/stats":          {"kstat/internal/special", "gonum.org/v1/gonum"},
	"kstat/manifest":       {},
	"kstat/methods":        {"kstat/hangul", "kstat/manifest", "kstat/stats"},
	"kstat/report/chart":   {"kstat/hangul", "kstat/report", "golang.org/x/image"},
	"kstat/report":         {"kstat/hangul", "github.com/rivo/uniseg", "github.com/xuri/excelize"},
	"kstat/cmd":            {"kstat/hangul", "kstat/internal", "kstat/tokenize", "kstat/corpus", "kstat/stats", "kstat/report", "kstat/manifest", "kstat/methods", "github.com/spf13", "github.com/rivo/uniseg", "github.com/vbauerster/mpb", "golang.org/x/term"},
	"kstat/cmd/kstat":      {"kstat/cmd"},
}

// private are packages that no other package but those named may import; tests may.
var private = map[string][]string{
	"kstat/cmd":             {"kstat/cmd/kstat"},
	"kstat/tokenize/train":  {},
	"kstat/internal/golden": {},
}

func TestImports(t *testing.T) {
	for _, p := range list(t, "./...") {
		if p.ImportPath == "kstat" {
			continue // these tests
		}
		rule, ok := ruleFor(p.ImportPath)
		if !ok {
			t.Errorf("%s has no rule", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			if standard(i) || under(i, rule) {
				continue
			}
			if !slices.ContainsFunc(allowed[rule], func(a string) bool { return under(i, a) }) {
				t.Errorf("%s imports %s", p.ImportPath, i)
			}
			for q, users := range private {
				if under(i, q) && !under(p.ImportPath, q) && !slices.Contains(users, p.ImportPath) {
					t.Errorf("%s imports %s, which is private", p.ImportPath, i)
				}
			}
		}
	}
}

// Every module that is linked into the program, on any system, is named with its licence in NOTICE.
func TestNotice(t *testing.T) {
	notice, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, p := range list(t, "-deps", "GOOS="+system, "./cmd/kstat") {
			if m := p.Module; m != nil && !m.Main && !bytes.Contains(notice, []byte(m.Path)) {
				t.Errorf("NOTICE does not name %s, which is linked on %s", m.Path, system)
			}
		}
	}
}

// pkg is what `go list -json` says of a package.
type pkg struct {
	ImportPath string
	Imports    []string
	Module     *struct {
		Path string
		Main bool
	}
}

// list runs go list. Arguments such as GOOS=windows are its environment.
func list(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Module")
	cmd.Env = os.Environ()
	for _, a := range args {
		if strings.Contains(a, "=") {
			cmd.Env = append(cmd.Env, a)
		} else {
			cmd.Args = append(cmd.Args, a)
		}
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, &stderr)
	}
	var pkgs []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
	if len(pkgs) == 0 {
		t.Fatal("no packages")
	}
	return pkgs
}

// ruleFor finds the rule of a package: the longest pattern that it stands under.
func ruleFor(path string) (rule string, ok bool) {
	for r := range allowed {
		if under(path, r) && len(r) > len(rule) {
			rule, ok = r, true
		}
	}
	return rule, ok
}

// under says whether a path is a pattern or lies below it.
func under(path, pattern string) bool {
	return path == pattern || strings.HasPrefix(path, pattern+"/")
}

// standard says whether a path is the standard library's, whose first element has no dot.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && first != "kstat"
}
