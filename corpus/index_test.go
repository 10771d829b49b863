package corpus

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"kstat/tokenize"
	"pgregory.net/rapid"
)

// indexed gives the index of a text whose eojeols are its terms, read in chunks of a size.
func indexed(t interface {
	Helper()
	Fatal(...any)
}, text string, size, threads int) *Index {
	t.Helper()
	src, err := NewSource(nil, Options{Stdin: strings.NewReader(text), ChunkSize: size})
	if err != nil {
		t.Fatal(err)
	}
	x, err := IndexTerms(IndexOptions{CountOptions: CountOptions{
		Analysis: Analysis{NewAnalyst: newAnalyst, NewCleaner: NewCleaner, Terms: tokenize.TermOptions{Unit: &tokenize.UnitToken}},
		Threads:  threads,
	}}, src)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// drawText draws at most 12 lines of less than 200 bytes: lines of words of a tiny language, with what cleaning takes out among them.
func drawText(t *rapid.T) string {
	word := rapid.SampledFrom([]string{"가", "나", "다", "가나", "나\u200b", "ㅋㅋㅋㅋ", "가", "라"})
	line := rapid.Map(rapid.SliceOfN(word, 0, 8), func(w []string) string { return strings.Join(w, " ") })
	return strings.Join(rapid.SliceOfN(line, 0, 12).Draw(t, "lines"), rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end"))
}

// What an index counts is what is there to be counted by eye, and every occurrence leads to a passage in which the mark
// holds the term.
func TestIndexLeadsBackToTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		x := indexed(t, text, rapid.IntRange(200, 400).Draw(t, "chunk"), rapid.IntRange(1, 3).Draw(t, "threads"))
		if len(x.Sources) != 1 || x.Sources[0].Bytes != len(text) {
			t.Fatalf("%+v", x.Sources)
		}
		lines := strings.Split(NewCleaner().Clean(text).Text, "\n")
		ids, counts := x.Ranking(1, 0)
		slow := map[string]int{}
		for _, l := range lines {
			for _, w := range strings.Fields(l) {
				slow[w]++
			}
		}
		if len(counts) != len(slow) {
			t.Fatalf("%d types, want %d", len(counts), len(slow))
		}
		all := x.Lines(ids, 0)
		positions := make([][]uint32, len(ids))
		x.EachPositions(ids, func(i int, at []uint32) { positions[i] = slices.Clone(at) })
		for i, c := range counts {
			if int(c.Freq) != slow[c.Term] || len(all[i]) != slow[c.Term] || len(positions[i]) != slow[c.Term] {
				t.Fatalf("%s: %d, %d lines, want %d", c.Term, c.Freq, len(all[i]), slow[c.Term])
			}
			for k, o := range all[i] {
				p := x.Passage(o.Passage)
				from, _ := x.PassageTerms(o.Passage)
				m := p.Marks[o.First-from]
				if got := NewCleaner().Clean(p.Text[m[0]:m[1]]).Text; got != c.Term {
					t.Fatalf("%q is marked in %q, want %q", got, p.Text, c.Term)
				}
				if want := lines[p.Line-1]; NewCleaner().Clean(p.Text).Text != strings.Join(strings.Fields(want), " ") {
					t.Fatalf("line %d is %q, want %q", p.Line, p.Text, want)
				}
				if positions[i][k] != uint32(o.First) {
					t.Fatalf("position %d, want %d", positions[i][k], o.First)
				}
			}
		}
	})
}

// N-grams and pairs are those of an obvious count over lines.
func TestIndexNGramsAndPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		x := indexed(t, text, 0, 1)
		ids, counts := x.Ranking(1, 3) // some terms are not among them, and part the others
		index := map[string]int{}
		for i, c := range counts {
			index[c.Term] = i
		}
		n := rapid.IntRange(2, 3).Draw(t, "n")
		grams, pairs, alone := map[string]int{}, map[string]int{}, make([]int, len(ids))
		for l := range strings.Lines(NewCleaner().Clean(text).Text) {
			words := strings.Fields(l)
			for i := range words {
				if i+n <= len(words) && !slices.ContainsFunc(words[i:i+n], func(w string) bool { _, ok := index[w]; return !ok }) {
					grams[strings.Join(words[i:i+n], " ")]++
				}
			}
			bag := map[string]bool{}
			for _, w := range words {
				bag[w] = true
			}
			for a := range bag {
				i, ok := index[a]
				if !ok {
					continue
				}
				alone[i]++
				for b := range bag {
					if j, ok := index[b]; ok && i < j {
						pairs[a+" "+b]++
					}
				}
			}
		}
		spell := func(terms ...int) string {
			var s []string
			for _, i := range terms {
				s = append(s, counts[i].Term)
			}
			return strings.Join(s, " ")
		}
		got := map[string]int{}
		for _, g := range x.NGrams(n, ids, 1, 0, 0) {
			got[spell(g.Terms...)] = g.Freq
			if len(g.Lines) != g.Freq {
				t.Fatalf("%d lines, want %d", len(g.Lines), g.Freq)
			}
		}
		if !maps.Equal(got, grams) {
			t.Fatalf("n-grams %v, want %v", got, grams)
		}
		clear(got)
		found, single := x.Pairs(ids, 1)
		x.AddLines(found, ids, 2)
		for _, p := range found {
			got[spell(p.A, p.B)] = p.Together
			if len(p.Lines) != min(2, p.Together) {
				t.Fatalf("%d lines of %d", len(p.Lines), p.Together)
			}
			for _, l := range p.Lines {
				if x.Running()[l.A] != ids[p.A] || x.Running()[l.B] != ids[p.B] {
					t.Fatalf("%+v does not hold the pair", l)
				}
			}
		}
		if !maps.Equal(got, pairs) || !slices.Equal(single, alone) {
			t.Fatalf("pairs %v, want %v; alone %v, want %v", got, pairs, single, alone)
		}
	})
}

// The first changes of each rule are kept, with the line that each stands on.
func TestIndexKeepsChanges(t *testing.T) {
	text := strings.Repeat("가\u200b나 ㅋㅋㅋㅋㅋ\n", 30)
	x := indexed(t, text, 40, 2)
	for _, rule := range []string{"zero-width", "repeat"} {
		changes := x.Changes[rule]
		if len(changes) != MostChanges {
			t.Errorf("%s: %d changes", rule, len(changes))
		}
		for i, c := range changes {
			if c.Line != i+1 || c.Source != 0 {
				t.Errorf("%s: %+v, want line %d", rule, c, i+1)
			}
		}
	}
	if c := x.Changes["repeat"][0]; c.Old != "ㅋㅋㅋ" || c.New != "" {
		t.Errorf("%+v", c)
	}
}

func TestSample(t *testing.T) {
	for n := range 30 {
		for limit := range 35 {
			want := slices.Collect(Sample(n, limit))
			if limit == 0 || limit > n {
				if !slices.Equal(want, indices(n)) {
					t.Errorf("%d of %d: %v", limit, n, want)
				}
			} else if len(want) != limit || !slices.IsSorted(want) || len(slices.Compact(slices.Clone(want))) != limit {
				t.Errorf("%d of %d: %v", limit, n, want)
			}
			s := sampler{n: n, limit: limit}
			var got []int
			for i := range n {
				if s.take() {
					got = append(got, i)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%d of %d: %v one by one, %v at once", limit, n, got, want)
			}
		}
	}
}

// A sentence without end is shown in passages of bounded length, and a word without end without its middle.
func TestPassagesAreBounded(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("가나다 ", 20000),
		strings.Repeat("ㅋ", 100000),
		"앞 " + strings.Repeat("아자차카", 5000) + " 뒤",
	} {
		x := indexed(t, text, 0, 1)
		for i := range x.Passages() {
			if p := x.Passage(i); len(p.Text) > 5*maxPassage {
				t.Errorf("a passage of %d bytes", len(p.Text))
			}
		}
	}
}

// The base of a word is the morpheme that it is made of: each is counted wherever it stands, and leads to the words.
func TestIndexBases(t *testing.T) {
	text := "사용/NNG 하/XSV 다/EF ./SF 사용/NNG 자/XSN 는/JX 걷/VV 다/EF\n많/VA 이/XSM 걷/VV 었/EP 다/EF 10/SN+만/NR 많이/MAG\n"
	src, err := NewSource(nil, Options{Stdin: strings.NewReader(text)})
	if err != nil {
		t.Fatal(err)
	}
	x, err := IndexTerms(IndexOptions{
		CountOptions: CountOptions{Analysis: Analysis{NewAnalyst: func() Analyst { return &tokenize.TaggedReader{} }}},
		Bases:        tokenize.Tags(tokenize.NNG, tokenize.VV, tokenize.VA, tokenize.NR, tokenize.MAG),
	}, src)
	if err != nil {
		t.Fatal(err)
	}
	b := x.Bases()
	ids, counts := b.Ranking(1, 0)
	lines := b.Lines(ids, 0)
	got := map[string]string{}
	for i, c := range counts {
		words := []string{}
		for _, l := range lines[i] {
			words = append(words, x.Counts(x.Running()[l.First : l.First+1])[0].Term)
		}
		got[c.Term] = strings.Join(words, " ")
		if int(c.Freq) != max(1, len(words)) {
			t.Errorf("%s: %d times, %d words", c.Term, c.Freq, len(words))
		}
	}
	want := map[string]string{"사용": "사용하다 사용자", "걷다": "걷다 걷다", "많다": "많이", "많이": "많이", "만": ""}
	if !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if b.Tokens != 7 || x.Bases().Tokens != 7 {
		t.Errorf("%d bases", b.Tokens)
	}
}

// What an index says of one of its sources is what a record says that has read it alone.
func TestIndexRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := []string{drawText(t), drawText(t)}
		o := CountOptions{Analysis: Analysis{NewAnalyst: newAnalyst, NewCleaner: NewCleaner, Terms: tokenize.TermOptions{Unit: &tokenize.UnitToken}}}
		source := func(text string) *Source {
			src, err := NewSource(nil, Options{Stdin: strings.NewReader(text)})
			if err != nil {
				t.Fatal(err)
			}
			return src
		}
		x, err := IndexTerms(IndexOptions{CountOptions: o}, source(texts[0]), source(texts[1]))
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range texts {
			want, err := RecordTerms(source(text), o)
			if err != nil {
				t.Fatal(err)
			}
			got := x.Record(i)
			if got.Totals != want.Totals || !slices.Equal(got.Terms, want.Terms) || !slices.Equal(got.Running, want.Running) ||
				len(got.Sources) != len(want.Sources) || got.Sources[0].End != want.Sources[0].End || got.Sources[0].Tokens != want.Sources[0].Tokens {
				t.Fatalf("%+v, want %+v", got, want)
			}
		}
	})
}

// What is kept packed comes out as what went in.
func TestIndexUnpacks(t *testing.T) {
	var b strings.Builder
	var want []string
	for i := 0; b.Len() < unpackedBytes*3/2; i++ {
		line := strings.Repeat("가나", i%50+1) + " 다"
		b.WriteString(line + "\n")
		want = append(want, line)
	}
	x := indexed(t, b.String(), 0, 2)
	if x.Passages() != len(want) || x.pieces[len(x.pieces)-1].packed == nil || x.pieces[0].packed != nil {
		t.Fatalf("%d passages, want %d", x.Passages(), len(want))
	}
	ids := indices(x.Passages())
	slices.Reverse(ids)
	x.EachPassage(ids, func(i int, p Passage) {
		if w := want[ids[i]]; p.Text != w || p.Line != ids[i]+1 || p.Text[p.Marks[1][0]:p.Marks[1][1]] != "다" {
			t.Fatalf("passage %d is %+v, want %q", ids[i], p, w)
		}
	})
}
