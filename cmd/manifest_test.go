package cmd

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kstat/internal/golden"
	"kstat/manifest"
	"kstat/methods"
)

// sampleTexts are what the sample runs read. The second file of few is CP949.
var sampleTexts = map[string]string{
	"a.txt":        "모델을 고칠 수 있다. 고치자!!!!! 모델을 고치는 사람이 많다.\n열린 모델은 누구나 고칠 수 있다.\n",
	"b.txt":        "새들이 남쪽으로 떠났다. 새들은 봄에 돌아온다.\n사람이 새를 본다.\n",
	"tagged_a.txt": "모델/NNG+을/JKO 고치/VV+ㄹ/ETM 수/NNB 있/VA+다/EF ./SF\n",
	"tagged_b.txt": "새/NNG+를/JKO 보/VV+ㄴ다/EF ./SF\n",
	"stop.txt":     "사람\n",
	"a.tsv":        "가\t100\n나\t9900\n",
	"b.tsv":        "가\t50\n나\t19940\n라\t10\n",
	"many/1.txt":   "모델을 고친다.\n",
	"many/2.txt":   "모델을 본다. 모델을 고친다.\n",
	"few/1.txt":    "새를 본다.\n",
	"few/2.txt":    "\xbb\xf5\xb5\xe9\xc0\xcc \xb6\xb0\xb3\xb5\xb4\xd9.\n", // 새들이 떠났다.
}

// sampleRuns are runs of every command, with defaults and without, whose records package methods is tried on.
var sampleRuns = map[string]string{
	"freq":                   "freq a.txt",
	"freq_all":               "freq --unit noun --stopwords stop.txt --stopwords ko --stem english --min-freq 2 --ngram 2 --no-clean a.txt missing.txt",
	"freq_spread":            "freq --measures dp,juilland_d --parts 2 --pos NNG,NNP a.txt",
	"ngrams":                 "ngrams a.txt",
	"ngrams_lambda":          "ngrams --measures all a.txt",
	"collocates_all":         "collocates --measures all 모델 many",
	"ngrams_frames":          "ngrams -n 3 --frames --skip 1 a.txt b.txt",
	"kwic":                   "kwic 모델 a.txt",
	"compare":                "compare --format json a.txt b.txt",
	"compare_folders":        "compare --format html --measures log_odds_prior,permutation_p,simple_maths,p --correct holm --max-p 0.5 --seed 3 --sort p many few",
	"compare_lists":          "compare --freq-list --as antconc a.tsv b.tsv",
	"compare_page":           "compare -o compare.html a.txt b.txt",
	"keywords":               "keywords a.txt",
	"keywords_ref":           "keywords --ref b.txt --correct none a.txt",
	"keywords_textrank":      "keywords --method textrank a.txt",
	"keywords_tfidf":         "keywords --method tfidf --ref b.txt a.txt",
	"collocations":           "collocations a.txt",
	"collocations_within":    "collocations --within paragraph --pretokenized a.txt",
	"collocations_bootstrap": "collocations --as ucs --bootstrap 100 --seed 7 --ordered --top 5 a.txt",
	"collocates":             "collocates 모델 a.txt",
	"dispersion":             "dispersion 모델 a.txt b.txt",
	"diversity":              "diversity a.txt",
	"diversity_list":         "diversity --freq-list a.tsv",
	"tokenize":               "tokenize a.txt",
	"sentences":              "sentences a.txt",
	"clean":                  "clean a.txt",
	"report":                 "report -o report.html a.txt b.txt",
	"report_ref":             "report -o report.html --ref tagged_b.txt --unit morpheme --pretagged tagged_a.txt",
}

// The records that package methods is tried on are those of these runs, and have the options that the commands have today.
// What else is in them may be of an older analyser; -update makes them anew, and then the paragraphs are to be, too.
func TestSamplesOfRecords(t *testing.T) {
	target, err := filepath.Abs("../methods/testdata")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for name, text := range sampleTexts {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, line := range sampleRuns {
		var stdout, stderr bytes.Buffer
		args := append(strings.Fields(line), "--manifest", "run.json")
		p := newProgram(func(string) string { return "" }, args, strings.NewReader(""), &stdout, &stderr)
		if status := run(args, p); status == statusUsage {
			t.Fatalf("%s: %s", line, stderr.String())
		}
		now := readRecord(t, "run.json")
		again(t, line, now)
		now.Program = manifest.Program{Name: "kstat", Version: "1.0.0"}
		now.Model.SHA256 = strings.Repeat("0123456789abcdef", 4)
		*now.Run = manifest.Run{Started: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Seconds: 0.25, Threads: 2, OS: "linux", Arch: "amd64"}
		file := filepath.Join(target, name+".json")
		if golden.Updating() {
			b, err := now.Encode()
			if err != nil {
				t.Fatal(err)
			}
			golden.File(t, file, b)
		}
		then := readRecord(t, file)
		if a, b := names(then), names(now); !slices.Equal(a, b) {
			t.Errorf("%s has the options %v, the command %v: run with -update", name, a, b)
		}
	}
	files, err := filepath.Glob(filepath.Join(target, "*.json"))
	if err != nil || len(files) != len(sampleRuns) {
		t.Errorf("%d files for %d runs (%v)", len(files), len(sampleRuns), err)
	}
}

// again does the run in run.json again: it is the same, and it is not when a byte of an input is another.
func again(t *testing.T, line string, m *manifest.Manifest) {
	t.Helper()
	rerun := func() (int, string) {
		var stdout, stderr bytes.Buffer
		args := []string{"rerun", "run.json"}
		return run(args, newProgram(func(string) string { return "" }, args, strings.NewReader(""), &stdout, &stderr)), stdout.String() + stderr.String()
	}
	if status, out := rerun(); status != statusOK {
		t.Errorf("%s: again, status %d\n%s", line, status, out)
	}
	for _, in := range m.Inputs {
		text, err := os.ReadFile(string(in.Path))
		if err != nil {
			continue // it was not there then either
		}
		if err := os.WriteFile(string(in.Path), append(bytes.Clone(text), '\n'), 0o666); err != nil {
			t.Fatal(err)
		}
		if status, out := rerun(); status != statusFailed || !strings.Contains(out, "input\t"+string(in.Path)+"\tfalse\t") {
			t.Errorf("%s: %s has a byte more, status %d\n%s", line, in.Path, status, out)
		}
		if err := os.WriteFile(string(in.Path), text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func readRecord(t *testing.T, name string) *manifest.Manifest {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, _, _, err := manifest.Read(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return m
}

func names(m *manifest.Manifest) (all []string) {
	for _, o := range m.Options {
		all = append(all, o.Name)
	}
	return all
}

// Every command that keeps a record can be described, and no other; none has a flag by the name of another kind.
func TestCommandsWithRecords(t *testing.T) {
	var names []string
	for _, c := range commandTable() {
		if c.flagNamed(flagManifest.name) == nil {
			continue
		}
		names = append(names, c.name)
		for _, g := range c.flags {
			for _, f := range g.flags {
				if f.recorded() && strings.HasPrefix(f.name, "manifest") {
					t.Errorf("%s records --%s", c.name, f.name)
				}
			}
		}
	}
	slices.Sort(names)
	if !slices.Equal(names, methods.Commands()) {
		t.Errorf("records are kept by %v, and described of %v", names, methods.Commands())
	}
}

// Each fault of a record, and each thing in which two records can differ, has its text.
func TestTextsOfRecords(t *testing.T) {
	for _, f := range manifest.Faults() {
		if manifestFaults[f][0] == noMessage {
			t.Errorf("%s has no text", f)
		}
	}
	for _, w := range manifest.Whats() {
		if differenceNames[w] == noMessage {
			t.Errorf("%s has no text", w)
		}
	}
}

// A run on a terminal is done again as on that terminal: of the same width, in the same colours and language.
func TestRerunOfATerminal(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.txt", []byte("새가 남쪽으로 날아가는 새를 본다.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	do := func(args ...string) (string, int) {
		var stdout, stderr bytes.Buffer
		p := newProgram(func(string) string { return "" }, args, strings.NewReader(""), &stdout, &stderr)
		if args[0] != "rerun" {
			p.terminal, p.width, p.color = true, 40, true
		}
		status := run(args, p)
		return stdout.String() + stderr.String(), status
	}
	printed, _ := do("kwic", "--lang", "ko", "새", "a.txt", "--manifest", "run.json")
	if !strings.Contains(printed, "\x1b[") || !strings.Contains(printed, "용례") {
		t.Fatalf("%q", printed)
	}
	if out, status := do("rerun", "run.json", "-o", "again.txt"); status != statusOK {
		t.Error(out)
	}
	if again, err := os.ReadFile("again.txt"); err != nil || string(again) != printed {
		t.Errorf("%q, want %q (%v)", again, printed, err)
	}
}

// The record hashes what was written, whatever writes it.
func TestOutputHash(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.txt", []byte("새가 난다.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, f := range formatNames() {
		var stdout, stderr bytes.Buffer
		args := []string{"freq", "--format", f, "--manifest", "run.json", "a.txt"}
		if status := run(args, newProgram(func(string) string { return "" }, args, strings.NewReader(""), &stdout, &stderr)); status != statusOK {
			t.Fatal(stderr.String())
		}
		sum := sha256.Sum256(stdout.Bytes())
		if out := readRecord(t, "run.json").Outputs[0]; out.SHA256 != hex.EncodeToString(sum[:]) || out.Bytes != int64(stdout.Len()) || out.Format != f {
			t.Errorf("%s: %+v", f, out)
		}
	}
}
