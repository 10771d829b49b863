package corpus

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// listed reads a frequency list, and gives terms and faults as one line each.
func listed(t interface {
	Helper()
	Fatal(...any)
	Errorf(string, ...any)
}, text string, o Options) (terms, faults string) {
	t.Helper()
	o.Stdin, o.Plain = strings.NewReader(text), true
	src, err := NewSource([]string{"-"}, o)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	r, err := ReadFrequencies(src, Notices{}, func(e *FrequencyError) {
		fmt.Fprintf(&b, "%d %s %s;", e.Line, e.Fault, e.Text)
		if e.First > 0 {
			fmt.Fprintf(&b, "first in %d;", e.First)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	var sum uint64
	for _, c := range r.Terms {
		terms += fmt.Sprintf("%s %d;", c.Term, c.Freq)
		sum += c.Freq
	}
	if sum != r.Tokens {
		if r.Tokens < sum {
			t.Errorf("%d tokens, want %d", r.Tokens, sum)
		}
		terms += fmt.Sprintf("of %d;", r.Tokens)
	}
	if !slices.IsSortedFunc(r.Terms, ByFrequency) {
		t.Errorf("%v is out of order", r.Terms)
	}
	return terms, b.String()
}

func TestReadFrequencies(t *testing.T) {
	for _, c := range []struct{ text, terms, faults string }{
		{"", "", ""},
		{"나\t1\n가\t2\n", "가 2;나 1;", ""},
		{"나\t1\r\n가\t2", "가 2;나 1;", ""},
		{"# by hand\n\n나\t0\n", "", ""},
		{"term\tfreq\n가\t1\n", "가 1;", ""},
		{"낱말\t빈도\n가\t1\n", "가 1;", ""},
		{"rank\tterm\ttag\tfreq\n1\t가\tNNG\t7\n", "가 7;", ""},
		{"freq\tterm\n7\t가\n", "가 7;", ""},
		{"가\t1000000000000\n", "가 1000000000000;", ""},
		{"인공 지능\t3\n", "인공 지능 3;", ""},
		{"\u1100\u1161\t3\n", "가 3;", ""}, // NFC
		{"# tokens: 100\n가\t1\n", "가 1;of 100;", ""},
		{"가\t1\n#Tokens:1\n", "가 1;", ""},
		{"가\t7\n# tokens: 5\n", "가 7;", "2 size-too-small 5;"},
		{"# tokens: many\n가\t7\n", "가 7;", "1 size-not-a-number many;"},
		{"#\t9\n#해시태그\t4\n", "# 9;#해시태그 4;", ""},
		{"가\t9\n# 해시\t4\n#\t2\n# 끝\n", "가 9;# 해시 4;# 2;", ""},
		{"term\tfreq\n# 해시\t4\n", "# 해시 4;", ""},
		{"rank\tterm\tfreq\n# 5\t가\t9\n#\t나\n", "가 9;", ""},
		{"# of words\t90\n#word\tfreq\n가\t9\n", "가 9;", ""},
		{"#가\t-1\n#나\t2.5\n", "", "1 negative -1;2 fractional 2.5;"},
		{"# made of tokens: see above\n가\t7\n", "가 7;", ""},
		{"가\t-1\n나\t2\n", "나 2;", "1 negative -1;"},
		{"가\t1.5\n", "", "1 fractional 1.5;"},
		{"가\t1e3\n", "", "1 fractional 1e3;"},
		{"가\tviele\n", "", "1 not-a-number viele;"},
		{"가\tNaN\n", "", "1 not-a-number NaN;"},
		{"가\t1,234\n", "", "1 not-a-number 1,234;"},
		{"가\t\n", "", "1 not-a-number ;"},
		{"가\t1000000000001\n나\t99999999999999999999\n", "", "1 too-large 1000000000001;2 too-large 99999999999999999999;"},
		{"가\n", "", "1 no-frequency 가;"},
		{"\t3\n", "", "1 no-term \t3;"},
		{"가\t1\n나\t1\n가\t2\n", "가 1;나 1;", "3 listed-twice 가;first in 1;"},
		{"word\tcount\trange\n가\t1\t2\n", "", "1 no-frequency-columns word\tcount\trange;"},
	} {
		for _, o := range []Options{{Whole: true}, {ChunkSize: 8}, {ChunkSize: 16}} {
			terms, faults := listed(t, c.text, o)
			if terms != c.terms || faults != c.faults {
				t.Errorf("%q in chunks of %d: got %q, %q, want %q, %q", c.text, o.ChunkSize, terms, faults, c.terms, c.faults)
			}
		}
	}
}

// Faults are told in the order of the lines, though rows get their numbers some at a time.
func TestFaultsOfListsInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b, terms, faults strings.Builder
		first := map[string]int{}
		for i := range rapid.IntRange(0, 300).Draw(t, "lines") {
			word := rapid.StringOfN(rapid.SampledFrom([]rune("가나다라")), 1, 5, -1).Draw(t, "word")
			switch line, known := first[word]; {
			case rapid.IntRange(0, 9).Draw(t, "kind") == 0:
				fmt.Fprintf(&b, "%s\n", word)
				fmt.Fprintf(&faults, "%d no-frequency %s;", i+1, word)
			case known:
				fmt.Fprintf(&b, "%s\t5\n", word)
				fmt.Fprintf(&faults, "%d listed-twice %s;first in %d;", i+1, word, line)
			default:
				fmt.Fprintf(&b, "%s\t1\n", word)
				first[word] = i + 1
			}
		}
		for _, word := range slices.Sorted(maps.Keys(first)) {
			fmt.Fprintf(&terms, "%s 1;", word)
		}
		gotTerms, gotFaults := listed(t, b.String(), Options{ChunkSize: rapid.IntRange(16, 2000).Draw(t, "chunk")})
		if gotTerms != terms.String() || gotFaults != faults.String() {
			t.Fatalf("%q: got %q, %q, want %q, %q", b.String(), gotTerms, gotFaults, terms.String(), faults.String())
		}
	})
}

// Whatever a list holds, no term stands twice, and every line that says something is used or complained about.
func FuzzReadFrequencies(f *testing.F) {
	for _, s := range []string{"가\t1\n", "가\t-1\n나\t2.5", "term\tfreq\n가\t1", "가\t1\n가\t1", "\t\t\n", "#\n\n \n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsRune(s, 0) {
			return // taken for another format
		}
		listed(t, s, Options{Whole: true})
	})
}

func TestJoinTerms(t *testing.T) {
	j := JoinTerms(
		[]Count{{Term: "가", Freq: 5}, {Term: "나", Freq: 2}},
		[]Count{{Term: "다", Freq: 4}, {Term: "나", Freq: 2}, {Term: "라", Freq: 1}},
		nil)
	if got, want := fmt.Sprint(j.Terms, j.In), "[가 나 다 라] [[0 1 -1 -1] [-1 1 0 2] [-1 -1 -1 -1]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// The joint vocabulary is the same whether the words of the lists have numbers or not, and whether one is another list renamed or
// without some words.
func TestJoinRecords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) *Record {
			var b strings.Builder
			seen := map[string]bool{}
			for range rapid.IntRange(0, 60).Draw(t, name) {
				term := rapid.StringOfN(rapid.SampledFrom([]rune("가나다")), 1, 3, -1).Draw(t, "term")
				if !seen[term] {
					fmt.Fprintf(&b, "%s\t%d\n", term, rapid.IntRange(0, 3).Draw(t, "freq"))
				}
				seen[term] = true
			}
			src, err := NewSource([]string{"-"}, Options{Stdin: strings.NewReader(b.String()), Plain: true})
			if err != nil {
				t.Fatal(err)
			}
			r, err := ReadFrequencies(src, Notices{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		a, b := draw("a"), draw("b")
		if rapid.Bool().Draw(t, "renamed") {
			a = a.Renamed(func(c Count) string { return strings.ReplaceAll(c.Term, "다", "가") })
		}
		if rapid.Bool().Draw(t, "without") {
			a = a.Without(func(term string) bool { return strings.HasPrefix(term, "나") })
			sum := uint64(0)
			for _, c := range a.Terms {
				if sum += c.Freq; strings.HasPrefix(c.Term, "나") {
					t.Fatalf("%s is left", c.Term)
				}
			}
			if sum != a.Tokens {
				t.Fatalf("%d tokens are left, of which the terms are %d", a.Tokens, sum)
			}
		}
		want := JoinTerms(a.Terms, b.Terms)
		text := &Record{Terms: a.Terms} // as of a text
		for _, got := range []*Join{JoinRecords(a, b), JoinRecords(text, b), JoinRecords(&Record{Terms: a.Terms}, &Record{Terms: b.Terms})} {
			if !slices.Equal(got.Terms, want.Terms) || !slices.Equal(got.In[0], want.In[0]) || !slices.Equal(got.In[1], want.In[1]) {
				t.Fatalf("%v and %v: %v, want %v", a.Terms, b.Terms, got, want)
			}
		}
	})
}
