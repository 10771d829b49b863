package corpus

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// slowPairs counts pairs as one would say it: all pairs of places, and a look at whether they are near enough. Terms in
// stop take a place and are not counted.
func slowPairs(documents [][][][]string, o PairOptions, stop string, smaller func([2]string) bool) (pairs map[[2]string]uint64, freq map[string]uint64, n uint64) {
	type place struct {
		term                          string
		doc, paragraph, sentence, pos int
	}
	var places []place
	pos := 0
	for d, doc := range documents {
		for p, par := range doc {
			for s, sentence := range par {
				for _, term := range sentence {
					if term != stop {
						places = append(places, place{term, d, d*1000 + p, (d*1000+p)*1000 + s, pos})
					}
					pos++
				}
			}
		}
	}
	scope := func(p place) int {
		switch o.Within {
		case WithinDocument:
			return p.doc
		case WithinParagraph:
			return p.paragraph
		}
		return p.sentence
	}
	pairs, freq = map[[2]string]uint64{}, map[string]uint64{}
	if o.Window == 0 {
		scopes := map[int]map[string]bool{}
		for _, p := range places {
			if scopes[scope(p)] == nil {
				scopes[scope(p)] = map[string]bool{}
			}
			scopes[scope(p)][p.term] = true
		}
		for _, terms := range scopes {
			n++
			for a := range terms {
				freq[a]++
				for b := range terms {
					if a != b {
						pairs[[2]string{a, b}]++
					}
				}
			}
		}
		return pairs, freq, n
	}
	for i, p := range places {
		freq[p.term]++
		n++
		for _, q := range places[i+1:] {
			if scope(p) != scope(q) || q.pos-p.pos > o.Window {
				continue
			}
			switch {
			case o.Ordered:
				pairs[[2]string{p.term, q.term}]++
			case p.term != q.term:
				pairs[[2]string{p.term, q.term}]++
			}
		}
	}
	if !o.Ordered { // one pair, under the more frequent order
		for p, n := range pairs {
			q := [2]string{p[1], p[0]}
			if m := pairs[q]; n > m || n == m && smaller(p) {
				pairs[p] += m
				delete(pairs, q)
			}
		}
	}
	return pairs, freq, n
}

// The pairs are those of the slow twin, for any chunks and threads.
func TestPairsOfARecord(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		documents := drawTokens(t)
		stop := rapid.SampledFrom([]string{"", "다"}).Draw(t, "stop")
		src, err := NewSource(writeTokens(t, dir, documents), Options{})
		if err != nil {
			t.Fatal(err)
		}
		c := tokens(rapid.IntRange(1, 3).Draw(t, "threads"), 1)
		c.Stop = func(term string) bool { return term == stop }
		r, err := RecordTerms(src, c)
		if err != nil {
			t.Fatal(err)
		}
		o := PairOptions{
			Within:  rapid.SampledFrom([]Scope{"", WithinSentence, WithinParagraph, WithinDocument}).Draw(t, "within"),
			Window:  rapid.SampledFrom([]int{0, 1, 2, 5, 100}).Draw(t, "window"),
			Ordered: rapid.Bool().Draw(t, "ordered"),
			Min:     rapid.SampledFrom([]uint64{0, 1, 2, 5}).Draw(t, "min"),
			Most:    rapid.SampledFrom([]int{0, 0, 1, 3, 10}).Draw(t, "most"),
			Threads: rapid.IntRange(1, 3).Draw(t, "threads of pairs"),
		}
		got, err := r.Pairs(o)
		if err != nil {
			t.Fatal(err)
		}
		smaller := func(p [2]string) bool {
			a, _ := r.Find(p[0])
			b, _ := r.Find(p[1])
			return a < b
		}
		pairs, freq, n := slowPairs(documents, o, stop, smaller)
		if got.N != n {
			t.Fatalf("N is %d, want %d", got.N, n)
		}
		for i, f := range got.Freq {
			if f != freq[r.Terms[i].Term] {
				t.Fatalf("%s stands %d times, want %d", r.Terms[i].Term, f, freq[r.Terms[i].Term])
			}
		}
		least := max(1, o.Min) // the least limit that keeps no more than Most
		for o.Most > 0 {
			kept := 0
			for p, n := range pairs {
				if n >= least && (o.Window > 0 || smaller(p)) {
					kept++
				}
			}
			if kept <= o.Most {
				break
			}
			least++
		}
		if got.Min != least {
			t.Fatalf("%+v: kept are pairs seen %d times, want %d", o, got.Min, least)
		}
		var have, want []string
		for _, p := range got.Pairs {
			have = append(have, fmt.Sprint(r.Terms[p.A].Term, " ", r.Terms[p.B].Term, " ", p.N))
		}
		for a := range r.Terms {
			for b := range r.Terms {
				if n := pairs[[2]string{r.Terms[a].Term, r.Terms[b].Term}]; n >= least && (a < b || o.Window > 0) {
					want = append(want, fmt.Sprint(r.Terms[a].Term, " ", r.Terms[b].Term, " ", n))
				}
			}
		}
		if !slices.Equal(have, want) {
			t.Fatalf("%+v\ngot  %v\nwant %v", o, have, want)
		}
		if o.Min <= 1 && o.Most == 0 && int(got.Types) != len(want) {
			t.Fatalf("%d types, want %d", got.Types, len(want))
		}
		at := rapid.IntRange(0, max(0, len(r.Terms)-1)).Draw(t, "node")
		if o.Window > 0 && len(r.Terms) > 0 {
			checkCollocates(t, r, o, uint32(at), documents, stop)
		}
	})
}

// checkCollocates holds the collocates of a term against the pairs with it: left and right together are the pairs without
// order, right alone those that begin with the node.
func checkCollocates(t *rapid.T, r *Record, o PairOptions, node uint32, documents [][][][]string, stop string) {
	c, err := r.Collocates(o, node)
	if err != nil {
		t.Fatal(err)
	}
	o.Ordered = true
	pairs, _, _ := slowPairs(documents, o, stop, nil)
	name := r.Terms[node].Term
	seen := map[string]bool{}
	for _, x := range c.Terms {
		other := r.Terms[x.Term].Term
		seen[other] = true
		left, right := uint64(0), uint64(0)
		for d := 1; d <= o.Window; d++ {
			left, right = left+x.At[o.Window-d], right+x.At[o.Window+d-1]
		}
		if left != x.Left || right != x.Right {
			t.Fatalf("%s: %v does not add up to %d and %d", other, x.At, x.Left, x.Right)
		}
		if left != pairs[[2]string{other, name}] || right != pairs[[2]string{name, other}] {
			t.Fatalf("%s around %s: %d left, %d right, want %d, %d", other, name, left, right,
				pairs[[2]string{other, name}], pairs[[2]string{name, other}])
		}
	}
	for p := range pairs {
		if p[0] == name && !seen[p[1]] || p[1] == name && !seen[p[0]] {
			t.Fatalf("%s lacks a collocate: %v", name, p)
		}
	}
}

// Where there are too many pairs, the error comes before the work.
func TestTooManyPairs(t *testing.T) {
	var words strings.Builder
	for i := range 300_000 {
		fmt.Fprintf(&words, "%d ", i)
	}
	src, err := NewSource([]string{"-"}, Options{Stdin: strings.NewReader(words.String())})
	if err != nil {
		t.Fatal(err)
	}
	r, err := RecordTerms(src, tokens(1, 1))
	if err != nil {
		t.Fatal(err)
	}
	var many *PairsError
	if _, err := r.Pairs(PairOptions{Within: WithinDocument}); !errors.As(err, &many) || many.Fault != TooManyPairs {
		t.Errorf("no error of too many pairs: %v", err)
	}
	if p, err := r.Pairs(PairOptions{Within: WithinDocument, Min: 2}); err != nil || p.RareTerms != 300_000 {
		t.Errorf("%v, %+v", err, p)
	}
}

// unpaired asks a record for pairs in every way, and tells which ways did not give the fault, nor a panic.
func unpaired(r *Record, o PairOptions, want PairsFault) (other []string) {
	for name, ask := range map[string]func() error{
		"Pairs":        func() error { _, err := r.Pairs(o); return err },
		"PairsOf":      func() error { _, err := r.PairsOf(o, 0); return err },
		"Collocates":   func() error { _, err := r.Collocates(o, 0); return err },
		"Surroundings": func() error { _, err := r.Surroundings(o, 0); return err },
	} {
		var fault *PairsError
		if err := ask(); !errors.As(err, &fault) || fault.Fault != want {
			other = append(other, fmt.Sprint(name, ": ", err))
		}
	}
	return other
}

// A frequency list has counts and no places: it has no pairs, positions, parts or documents, and says so instead of inventing any.
func TestListsHaveNoPlaces(t *testing.T) {
	src, err := NewSource([]string{"-"}, Options{Stdin: strings.NewReader("나라\t3\n말\t2\n"), Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	list, err := ReadFrequencies(src, Notices{}, func(e *FrequencyError) { t.Error(e) })
	if err != nil {
		t.Fatal(err)
	}
	renamed := list.Renamed(func(c Count) string { return c.Term + "!" })
	text := pairText(t, "나라 말 나라\n")
	for name, r := range map[string]*Record{"list": list, "renamed": renamed, "merged": MergeRecords(list, text)} {
		for _, o := range []PairOptions{{}, {Window: 1}, {Window: 5, Ordered: true, Within: WithinDocument}} {
			if other := unpaired(r, o, NoRunningText); other != nil {
				t.Errorf("%s, %+v: %v", name, o, other)
			}
		}
		positions, postings := r.Positions(), r.Postings(r.IntoParts(3))
		for i, c := range r.Terms {
			if at := positions.Of(i); len(at) > 0 {
				t.Errorf("%s: %s stands at %v", name, c.Term, at)
			}
			if part, count := postings.Of(i); len(part) > 0 {
				t.Errorf("%s: %s stands in the parts %v, %v times", name, c.Term, part, count)
			}
		}
		if d := r.ByDocument(); len(d.Ends)+len(r.ByParagraph().Ends)+len(r.Bags(make([]uint32, len(r.Terms)))) > 0 {
			t.Errorf("%s: it has documents or paragraphs", name)
		}
	}
}

// A record that an Index gives knows the order of its terms and not their distances; and there is no Index of n-grams.
func TestIndexRecordHasNoPairs(t *testing.T) {
	src, err := NewSource([]string{"-"}, Options{Stdin: strings.NewReader("나라 말 나라\n")})
	if err != nil {
		t.Fatal(err)
	}
	x, err := IndexTerms(IndexOptions{CountOptions: tokens(1, 0)}, src)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{-1, 2} {
		if _, err := IndexTerms(IndexOptions{CountOptions: tokens(1, n)}, src); !errors.Is(err, ErrIndexGrams) {
			t.Errorf("N %d: %v", n, err)
		}
	}
	if other := unpaired(x.Record(0), PairOptions{Window: 1}, NoRunningText); other != nil {
		t.Error(other)
	}
}

// Options out of their limits are refused; those at the limits, and texts without a term, are not.
func TestPairOptionsHaveLimits(t *testing.T) {
	text, none := pairText(t, "나라 말 나라\n"), pairText(t, "")
	for _, c := range []struct {
		PairOptions
		want PairsFault
	}{
		{PairOptions{Within: "bogus"}, UnknownScope},
		{PairOptions{Within: "bogus", Window: 1}, UnknownScope},
		{PairOptions{Window: -1}, WindowOutOfRange},
		{PairOptions{Window: MaxWindow + 1}, WindowOutOfRange},
		{PairOptions{Window: math.MaxInt}, WindowOutOfRange},
	} {
		if other := unpaired(text, c.PairOptions, c.want); other != nil {
			t.Errorf("%+v: %v", c.PairOptions, other)
		}
	}
	for _, r := range []*Record{text, none} {
		for _, o := range []PairOptions{{}, {Window: MaxWindow}, {Within: WithinParagraph, Window: 1}, {Most: -1}} {
			if _, err := r.Pairs(o); err != nil {
				t.Errorf("%+v: %v", o, err)
			}
		}
	}
}

// pairText is the record of a text whose words stand between spaces.
func pairText(t *testing.T, text string) *Record {
	t.Helper()
	return recordOf(t, []string{"-"}, Options{Stdin: strings.NewReader(text)})
}

// A pair may be seen more often than there is room for beside its first places: 가 나 가 나 … has each pair of neighbours as
// often as a half of its length tells, and 나 before 가 once less.
func TestPairsSeenVeryOften(t *testing.T) {
	const n = 2*roomFor + 10_000 // more than roomFor of each
	r := &Record{Running: make([]uint32, n), steps: make([]uint16, n), Terms: []Count{{Term: "가", Freq: n / 2}, {Term: "나", Freq: n / 2}}}
	for i := range n {
		r.Running[i], r.steps[i] = uint32(i%2), 1
	}
	r.Sources = []RecordedDocument{{End: n, Tokens: n}}
	for _, c := range []struct {
		ordered bool
		want    []PairCount
	}{
		{true, []PairCount{{0, 1, n / 2}, {1, 0, n/2 - 1}}},
		{false, []PairCount{{0, 1, n - 1}}},
	} {
		p, err := r.Pairs(PairOptions{Within: WithinDocument, Window: 1, Ordered: c.ordered})
		if err != nil || !slices.Equal(p.Pairs, c.want) {
			t.Errorf("ordered %v: %v, %v; want %v", c.ordered, p.Pairs, err, c.want)
		}
	}
}

// Counts beyond 32 bits add up, in both directions.
func TestNearbyHasRoom(t *testing.T) {
	seen := &nearby{count: make([]placeCount, 3)}
	for range 3 {
		seen.makeRoom()
		*seen.of(2) = placeCount{behind: roomFor * MaxWindow, before: 1}
	}
	seen.of(1).before++
	got := map[uint32][2]uint64{}
	seen.take(func(b uint32, behind, before uint64) { got[b] = [2]uint64{behind, before} })
	if want := (map[uint32][2]uint64{1: {0, 1}, 2: {3 * roomFor * MaxWindow, 3}}); !maps.Equal(got, want) {
		t.Errorf("%v; want %v", got, want)
	}
	seen.take(func(b uint32, behind, before uint64) { t.Errorf("%d is left: %d, %d", b, behind, before) })
}
