package main

import (
	"bytes"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/model"
)

// besideFile writes a file of pairs and words and gives what a learner reads from it.
func besideFile(t *testing.T, lines ...string) (*chooser, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "beside.tsv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	small, _ := learnedSmall(t)
	ch := *small
	return &ch, ch.readBeside(path)
}

// What is read from the file tells a pair of readings apart by the words beside them: 길을 speaks for 걷다, 전화를 for 걸다, more so than the
// particle by itself; words that the lexicon lacks are passed over.
func TestReadBeside(t *testing.T) {
	ones, minus := hex.EncodeToString(bytes.Repeat([]byte{8}, choose.BesideDim)), hex.EncodeToString(bytes.Repeat([]byte{0xF8}, choose.BesideDim))
	ch, err := besideFile(t,
		"# a comment",
		"scale\t0.002",
		"pair\t걷/VV-I\t걸/VV\t걸었다\t걷/VV-I@0-1 었/EP@1-2 다/EF@2-3\t걸/VV@0-1 었/EP@1-2 다/EF@2-3\t3\t"+ones+"\t"+ones,
		"pair\t없는말/NNG\t걸/VV\t걸은\t걸/VV@0-1 은/ETM@1-2\t걸/VV@0-1 은/ETM@1-2\t3\t"+ones+"\t"+ones,
		"first\t길/NNG\t"+ones,
		"first\t전화/NNG\t"+minus,
		"last\t를/JKO\t"+minus,
		"after\t.\t"+ones,
		"tag\tVV\t"+minus,
		"alone\tNNG\t"+ones,
		"left\t걷/VV-I\t걸/VV\t길/NNG:16 없는말/NNG:3",
	)
	if err != nil {
		t.Fatal(err)
	}
	hash := func(word string) uint32 {
		h, ok := ch.hashOf(word)
		if !ok {
			t.Fatalf("%s is not known", word)
		}
		return h
	}
	f, err := model.Open(string(model.Build(map[model.Section][]byte{model.Beside: ch.beside})))
	if err != nil {
		t.Fatal(err)
	}
	beside := choose.NewBeside(f)
	pair := beside.Pair(hash("걷/VV-I"), hash("걸/VV"))
	if pair == 0 {
		t.Fatal("the pair is not known")
	}
	score := func(first, last, after string) float64 {
		l1, r1 := choose.View{First: hash(first), Last: hash(last)}, choose.View{First: hash(after), Head: 255}
		var ctx choose.Context
		ctx.Set([]choose.View{l1}, &r1, &choose.Boundary, true)
		var n choose.Neighbours
		n.Set(&beside, &ctx)
		return float64(beside.Score(pair, &n)) / model.WeightScale
	}
	const product, margin = 64 * choose.BesideDim * .002, .5 // a side counts up to 6 nats, and both less the margin
	for _, c := range []struct {
		first, last, after string
		want               float64
	}{
		{"길/NNG", "를/JKO", ".", product + 1 - margin},
		{"전화/NNG", "를/JKO", ".", -6 + product + margin},
		{"전화/NNG", "를/JKO", "", -6 + margin},
	} {
		if got := score(c.first, c.last, c.after); got < c.want-.1 || got > c.want+.1 {
			t.Errorf("%s %s | %s scores %.2f, not %.2f", c.first, c.last, c.after, got, c.want)
		}
	}
}

// A line that is of no kind is named.
func TestReadBesideRefuses(t *testing.T) {
	for _, line := range []string{"scale\tmuch", "pair\t걷/VV-I\t걸/VV", "first\t길/NNG\t00", "alone\tXYZ\t00", "left\t걷/VV-I\t걸/VV\t길/NNG:300", "word"} {
		v := strings.Repeat("00", choose.BesideDim)
		_, err := besideFile(t, "pair\t걷/VV-I\t걸/VV\t\t\t\t\t"+v+"\t"+v, line)
		if err == nil || !strings.Contains(err.Error(), "beside.tsv:2:") {
			t.Errorf("%q: %v", line, err)
		}
	}
}
