package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"kstat/tokenize"
)

// repeat is how often the small data says the same: the copula that vanishes (노래다) must be seen a hundred times.
const repeat = 120

// smallData writes a folder of data in which every line of testdata/small.tsv stands repeat times, and gives its lines.
// The sentences were made for this test.
func smallData(t *testing.T, repeat int) (dir string, lines []string) {
	t.Helper()
	data, err := os.ReadFile("testdata/small.tsv")
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "train"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"silver-modern.tsv":     strings.Repeat(string(data), repeat),
		"silver-nsmc.tsv":       "",
		"silver-krdict.tsv":     "길을 걸어 갔다.\t길/NNG+을/JKO 걷/VV-I+어/EC 가/VX+었/EP+다/EF+./SF\tyes\n",
		"krdict.examples.tsv":   "걷다\t동사\t1\t문장\t길을 걸어 갔다.\n",
		"kaist.tsv":             "# 하늘을 나는 새가 있다.\n하늘을\t하늘/NNG 을/JKO\n나는\t날/VV 는/ETM\n새가\t새/NNG 가/JKS\n있다.\t있/VA 다/EF ./SF\n\n",
		"komoran.dic.word":      "백기완\tNNP:14\n새집\tNNG:7\n먼지\tNNG:2\n노래\tNNG:9\tNNP:1\n달리\tVV:80\n",
		"teacher-arguments.tsv": "걷/VV\t걸/VV\t길\t을\t5.6\n걷/VV\t걸/VV\t전화\t을\t-9.1\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, "train", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, strings.Split(strings.TrimSpace(string(data)), "\n")
}

var learned = struct {
	once  sync.Once
	ch    *chooser
	lines []string
	err   error
}{}

// learnedSmall gives what is learned of the small data, once for all tests that ask for it, and the lines of it.
func learnedSmall(t *testing.T) (*chooser, []string) {
	t.Helper()
	learned.once.Do(func() {
		var dir string
		dir, learned.lines = smallData(t, repeat)
		learned.ch, learned.err = learn(smallOptions(dir))
	})
	if learned.err != nil {
		t.Fatal(learned.err)
	}
	return learned.ch, learned.lines
}

func smallOptions(dir string) options {
	return options{data: dir, every: 1, types: 1000, alpha: .3, l1: 1}
}

// Two runs learn the same model to the byte, whatever the number of threads, and it reads what it was learned from.
func TestLearning(t *testing.T) {
	dir, lines := smallData(t, repeat)
	var models [2][]byte
	for i := range models {
		before := runtime.GOMAXPROCS(i + 1)
		ch, err := learn(smallOptions(dir))
		runtime.GOMAXPROCS(before)
		if err != nil {
			t.Fatal(err)
		}
		models[i] = ch.model(1000)
	}
	if !bytes.Equal(models[0], models[1]) {
		t.Error("two runs learn different models")
	}
	tk, err := tokenize.Load(models[0])
	if err != nil {
		t.Fatal(err)
	}
	w := tk.NewWorker()
	for _, line := range lines {
		text, label, _ := strings.Cut(line, "\t")
		var want []string
		for _, item := range strings.Fields(label) {
			want = append(want, splitMorphemes(item)...)
		}
		got := string(w.AppendLine(nil, text, tokenize.Kiwi))
		if got = strings.ReplaceAll(got, "-R", ""); got != strings.Join(want, " ") {
			t.Errorf("%s\n got %s\nwant %s", text, got, strings.Join(want, " "))
		}
	}
}

func learnAndAnalyse(t *testing.T, dir, corrections, text string) string {
	t.Helper()
	o := smallOptions(dir)
	o.corrections = filepath.Join(dir, "corrections.txt")
	if err := os.WriteFile(o.corrections, []byte(corrections), 0o644); err != nil {
		t.Fatal(err)
	}
	ch, err := learn(o)
	if err != nil {
		t.Fatal(err)
	}
	tk, err := tokenize.Load(ch.model(1000))
	if err != nil {
		t.Fatal(err)
	}
	return string(tk.NewWorker().AppendLine(nil, text, tokenize.Sejong))
}

// Each kind of correction does what it is for.
func TestCorrections(t *testing.T) {
	dir, _ := smallData(t, repeat)
	text := "킹받는 노래를 불러 보았다. 위로 온 할께요 5%가"
	const corrected = `# words that the labels lack
킹받다	VV
할께요	하/VV+ᆯ께요/EF
위로	위/NNG+로/JKB	위로/NNG
*	보/VX	보/VV
집에 온 사람	집/NNG+에/JKB 오/VV+ᆫ/ETM 사람/NNG
%가	가/JKS
`
	if got, want := learnAndAnalyse(t, dir, corrected, text), "킹받/VV 는/ETM 노래/NNG 를/JKO 부르/VV 어/EC 보/VV 었/EP 다/EF ./SF 위로/NNG 오/VV ᆫ/ETM 하/VV ᆯ께요/EF 5/SN %/SW 가/JKS"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// The list of the Sejong corpus adds nouns that the text lacks, and only those that it has thrice and that no others make up.
func TestSejong(t *testing.T) {
	ch, _ := learnedSmall(t)
	known := func(form string, tag tokenize.Tag) bool {
		id, ok := ch.c.vocab.ids[morph{form, tag, false}]
		return ok && ch.f.x.itemOf[id] >= 0
	}
	if !known("백기완", tokenize.NNP) || known("먼지", tokenize.NNG) || known("달리", tokenize.VV) || known("노래", tokenize.NNP) {
		t.Error("the lexicon takes other nouns of the list than it should")
	}
}

// A line that cannot be used is named with its reason, and nothing is learned.
func TestFaultyCorrections(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.txt")
	for line, want := range map[string]string{
		"킹받다":                      "two columns",
		"\tVV":                     "two columns",
		"킹받다\tXX":                  "no tag is called XX",
		"킹받\tVV":                   "does not end in 다",
		"모델\tNNG-I":                "only predicates",
		"AI\tNNG":                  "not Hangul",
		"\"가\t가/JKS":               "not Hangul",
		"됬어.\t되/VV+었/EP+어/EF+./SF": "marks and digits",
		"됬어\t되/VV+/EP":             "no morpheme",
		"됬어\t되/VV 었/EP":            "no morpheme",
		"*\t보/VV":                  "what 보/VV is to be instead of",
		"집에 갔다\t집/NNG+에/JKB+가/VV+었다/EF": "2 eojeols, but an analysis of 1",
	} {
		if err := os.WriteFile(path, []byte("# 앞\n\n"+line+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := readCorrections(path); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "c.txt:3:") {
			t.Errorf("%q: %v", line, err)
		}
	}
}
