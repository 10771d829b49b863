package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestMain makes the test's program an analyser that takes 묻다 for 물다 if the environment says so: what measure measures is
// another program.
func TestMain(m *testing.M) {
	if os.Getenv("KSTAT_TEST_ANALYSER") == "" {
		os.Exit(m.Run())
	}
	fmt.Print("나/NP 는/JX 길/NNG 을/JKO 물/VV 었/EP 다/EF ./SF\n")
	if os.Getenv("KSTAT_TEST_ANALYSER") == "two" {
		fmt.Print("개/NNG 가/JKS 물/VV 었/EP 다/EF\n")
	}
}

// The report on a program that is wrong about one word of one sentence.
func TestMeasure(t *testing.T) {
	dir := t.TempDir()
	silver := ""
	for i := 0; silver == ""; i++ {
		if text := fmt.Sprint("나는 길을 물었다. ", i); heldOut(text, usualHold) {
			silver = text + "\t나/NP+는/JX 길/NNG+을/JKO 묻/VV-I+었/EP+다/EF+./SF\tyes\n"
		}
	}
	block := "# 나는 길을 물었다.\n나는\t나/NP 는/JX\n길을\t길/NNG 을/JKO\n물었다.\t묻/VV 었/EP 다/EF ./SF\n\n"
	for name, text := range map[string]string{
		"dev/kaist.tsv": block, "dev/ksl.tsv": block, "dev/gsd-auto.tsv": block, "dev/disamb-krdict.tsv": "묻/VV\t나는 길을 물었다.\n",
		"train/silver-nsmc.tsv": strings.Replace(silver, "나/NP+는/JX 길/NNG+을/JKO", "나는_길을/NNP", 1), "train/silver-modern.tsv": "나는\t나/NP+는/JX\n" + silver, "train/silver-krdict.tsv": silver + strings.Replace(silver, "yes", "no", 1),
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("KSTAT_TEST_ANALYSER", "one")
	var out strings.Builder
	if err := measure(&out, dir, []string{self}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"silver-krdict lines 1 strictF1 0.8750 foldedF1 0.8750 apart 0.8750\n",
		"silver-nsmc lines 1 strictF1 0.4615 foldedF1 0.4615 apart 0.4286\n", // 3 of 8 and 5, or 6
		"\nVV         1  .0000  .0000  .0000       1  .0000  .0000  .0000       1  .0000  .0000  .0000\n",
		"\nJKO        1 1.0000 1.0000 1.0000 ",
		"\nall        8  .8750  .8750  .8750 ",
		"confusions of ksl: how often, what is right, what kstat has.\n    1  묻/VV → 물/VV\n",
		"most often missed, 1 of 1 in all: missed, of, what is right, what kstat has.\n    1   1  묻/VV → ",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, out.String())
		}
	}
	t.Setenv("KSTAT_TEST_ANALYSER", "two")
	if err := measure(&out, dir, []string{self}); err == nil || !strings.Contains(err.Error(), "prints 2 lines for 1") {
		t.Errorf("a line too many: %v", err)
	}
	if err := measure(&out, dir, []string{filepath.Join(dir, "none")}); err == nil {
		t.Error("a program that is not there is no error")
	}
}

// What manuals write differently is the same once folded, and what is different stays so.
func TestFold(t *testing.T) {
	for _, pair := range [][2]string{
		{"하/XSV", "하/XSA"}, {"였/EP", "었/EP"}, {"았/EP", "었/EP"}, {"여서/EC", "어서/EC"}, {"ㄴ/ETM", "ᆫ/ETM"}, {"은/ETM", "ᆫ/ETM"},
		{"은/JX", "ᆫ/JX"}, {"을/JKO", "를/JKO"}, {"으면/EC", "면/EC"}, {"거/NNB", "것/NNB"}, {"그거/NP", "그것/NP"}, {"있/VA", "있/VV"},
		{"과/JC", "과/JKB"}, {"걷/VV-I", "걷/VV"}, {"배__01/NNG", "배/NNG"}, {"미국/NNP", "미국/NNG"}, {"지루/XR", "지루/NNG"}, {"(/SSO", "(/SS"},
		{"./SF", "./SW"}, {"a@b.kr/W_EMAIL", "a@b.kr/SL"}, {"개/NNBC", "개/NNB"}, {"가/JKC", "가/JKS"},
	} {
		a, b := parseTagged(pair[0])[0], parseTagged(pair[1])[0]
		if fold(a) != fold(b) {
			t.Errorf("%s is %s, %s is %s", a, fold(a), b, fold(b))
		}
	}
	for _, pair := range [][2]string{
		{"걷/VV", "걸/VV"}, {"굳/VV", "굳/VA"}, {"로/JKB", "으로/JKB"}, {"의/JKG", "에/JKB"}, {"아/IC", "어/IC"}, {"크/VA", "있/VA"},
	} {
		a, b := parseTagged(pair[0])[0], parseTagged(pair[1])[0]
		if fold(a) == fold(b) {
			t.Errorf("%s and %s are %s", a, b, fold(a))
		}
	}
}

// A text worked out by hand: 나는 배를 물었다. with 물었다 taken for 묻다 and a mark too many.
func TestScore(t *testing.T) {
	gold := parseTagged("나/NP 는/JX 배/NNG 를/JKO 물/VV 었/EP 다/EF")
	found := parseTagged("나/NP 는/JX 배/NNG 를/JKO 묻/VV 었/EP 다/EF ./SF")
	s := compare([][]tagged{found}, [][]tagged{gold}, fold)
	if got := s.all(); got != (counts{6, 8, 7}) || got.f1() != 12.0/15 || got.precision() != 6.0/8 || got.recall() != 6.0/7 {
		t.Errorf("%v, F1 %f", got, got.f1())
	}
	if got := *s.tag("VV"); got != (counts{0, 1, 1}) || got.f1() != 0 {
		t.Errorf("VV: %v", got)
	}
	if want := map[confusion]int{{"물/VV", "묻/VV"}: 1, {"nothing", "./S"}: 1}; !reflect.DeepEqual(s.confused, want) {
		t.Errorf("%v", s.confused)
	}
	// nothing found, nothing to find
	if got := compare([][]tagged{nil}, [][]tagged{nil}, fold).all(); got != (counts{}) || got.f1() != 0 {
		t.Errorf("of nothing: %v", got)
	}
}
