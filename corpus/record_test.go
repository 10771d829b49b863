package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kstat/tokenize"
)

// tokens makes the options under which text is tokens already.
func tokens(threads, n int) CountOptions {
	return CountOptions{
		Analysis: Analysis{
			NewAnalyst: func() Analyst { return &tokenize.TaggedReader{Untagged: true} },
			Terms:      tokenize.TermOptions{Unit: &tokenize.UnitToken},
		},
		Threads: threads, N: n, Glue: " ", ByEmptyLine: true,
	}
}

// A Record is the same for any chunks, the distances over terms that are not counted among it.
func TestRecordOfAnyChunks(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		files := writeTokens(t, dir, drawTokens(t))
		count := tokens(rapid.IntRange(1, 3).Draw(t, "threads"), rapid.IntRange(1, 3).Draw(t, "n"))
		stop := rapid.SliceOf(rapid.SampledFrom([]string{"가", "나", "다", "라", "ab", "ㄱ"})).Draw(t, "stop")
		count.Stop = func(term string) bool { return slices.Contains(stop, term) }
		count.Terms.Unit = rapid.SampledFrom([]*tokenize.Unit{
			&tokenize.UnitToken, &tokenize.UnitMorpheme, &tokenize.UnitEojeol, &tokenize.UnitSyllable, &tokenize.UnitGrapheme, &tokenize.UnitJamo,
		}).Draw(t, "unit")
		read := func(size int) *Record {
			src, err := NewSource(files, Options{ChunkSize: size})
			if err != nil {
				t.Fatal(err)
			}
			r, err := RecordTerms(src, count)
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		whole, parts := read(0), read(rapid.IntRange(25, 80).Draw(t, "chunk")) // no line is cut
		if !slices.Equal(parts.Terms, whole.Terms) || !slices.Equal(parts.Running, whole.Running) {
			t.Fatalf("terms %v, want %v", parts.Running, whole.Running)
		}
		if !slices.Equal(parts.steps, whole.steps) {
			t.Fatalf("distances %v, want %v", parts.steps, whole.steps)
		}
		if !slices.Equal(parts.paragraphs, whole.paragraphs) || !slices.Equal(parts.ByDocument().Ends, whole.ByDocument().Ends) {
			t.Fatal("other ends")
		}
	})
}

// drawTokens draws documents of paragraphs of sentences of tokens.
func drawTokens(t *rapid.T) [][][][]string {
	token := rapid.SampledFrom([]string{"가", "나", "다", "라", "ab"})
	sentence := rapid.SliceOfN(token, 1, 6)
	paragraph := rapid.SliceOfN(sentence, 1, 4)
	return rapid.SliceOfN(rapid.SliceOfN(paragraph, 0, 4), 1, 4).Draw(t, "documents")
}

// writeTokens writes documents into files, a sentence a line, an empty line between paragraphs.
func writeTokens(t interface{ Fatal(...any) }, dir string, documents [][][][]string) (files []string) {
	for i, d := range documents {
		var b strings.Builder
		for j, p := range d {
			if j > 0 {
				b.WriteByte('\n')
			}
			for _, s := range p {
				b.WriteString(strings.Join(s, " ") + "\n")
			}
		}
		name := filepath.Join(dir, fmt.Sprintf("%d.txt", i))
		if err := os.WriteFile(name, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	return files
}

// A Record holds the terms of all documents in order, and the ends of documents and paragraphs, whatever the chunks and
// the threads.
func TestRecordIsTheText(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		documents := drawTokens(t)
		files := writeTokens(t, dir, documents)
		src, err := NewSource(files, Options{ChunkSize: rapid.SampledFrom([]int{32, 64, 0}).Draw(t, "chunk")}) // no line is cut
		if err != nil {
			t.Fatal(err)
		}
		n := rapid.IntRange(1, 3).Draw(t, "n")
		r, err := RecordTerms(src, tokens(rapid.IntRange(1, 3).Draw(t, "threads"), n))
		if err != nil {
			t.Fatal(err)
		}
		var running []string
		var ends, paragraphs []int
		docs := map[string]uint32{}
		for _, d := range documents {
			seen := map[string]bool{}
			for _, p := range d {
				before := len(running)
				for _, s := range p {
					for i := range len(s) - n + 1 {
						gram := strings.Join(s[i:i+n], " ")
						running = append(running, gram)
						if !seen[gram] {
							docs[gram]++
						}
						seen[gram] = true
					}
				}
				if len(running) > before {
					paragraphs = append(paragraphs, len(running))
				}
			}
			ends = append(ends, len(running))
		}
		var got []string
		for _, id := range r.Running {
			got = append(got, r.Terms[id].Term)
		}
		if !slices.Equal(got, running) {
			t.Fatalf("got %v, want %v", got, running)
		}
		if d := r.ByDocument(); !slices.Equal(d.Ends, ends) {
			t.Fatalf("documents end at %v, want %v", d.Ends, ends)
		}
		if n == 1 { // a paragraph without an n-gram may part two others or not: that is not seen
			if d := r.ByParagraph(); !slices.Equal(d.Ends, paragraphs) {
				t.Fatalf("paragraphs end at %v, want %v", d.Ends, paragraphs)
			}
		}
		if !slices.IsSortedFunc(r.Terms, ByFrequency) {
			t.Fatalf("terms are out of order: %v", r.Terms)
		}
		for i, c := range r.Terms {
			if docs[c.Term] != c.Docs {
				t.Fatalf("%s is in %d documents, want %d", c.Term, c.Docs, docs[c.Term])
			}
			if at, ok := r.Find(c.Term); !ok || at != i {
				t.Fatalf("%s found at %d, %t", c.Term, at, ok)
			}
		}
		if int(r.Documents) != len(documents) {
			t.Fatalf("%d documents, want %d", r.Documents, len(documents))
		}
		checkParts(t, r)
		checkRenamed(t, r)
	})
}

// recordOf is the record of files whose words stand between spaces.
func recordOf(t rapid.TB, files []string, o Options) *Record {
	t.Helper()
	src, err := NewSource(files, o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := RecordTerms(src, tokens(1, 1))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Records of parts merge to the record of the whole; in another order to one with the same terms, documents and pairs.
func TestRecordsMergeToTheWhole(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		documents := drawTokens(t)
		files := writeTokens(t, dir, documents)
		read := func(files ...string) *Record { return recordOf(t, files, Options{}) }
		shown := func(r *Record, inOrder bool) string {
			var b strings.Builder
			fmt.Fprintln(&b, r.Totals, r.Terms)
			for _, o := range []PairOptions{{Window: 2}, {Window: 3, Within: WithinDocument, Ordered: true}, {Within: WithinParagraph}} {
				p, err := r.Pairs(o)
				if err != nil {
					t.Fatal(err)
				}
				fmt.Fprintln(&b, p)
			}
			postings := r.Postings(r.ByDocument())
			for term := range r.Terms {
				part, count := postings.Of(term)
				var held []string
				for i, p := range part {
					held = append(held, fmt.Sprint(r.Sources[p].Name, r.Sources[p].Tokens, count[i]))
				}
				slices.Sort(held)
				fmt.Fprintln(&b, held)
			}
			if inOrder {
				fmt.Fprintln(&b, r.Running, r.ByDocument(), r.ByParagraph(), r.steps)
			}
			return b.String()
		}
		whole := read(files...)
		var parts []*Record
		for rest := files; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "part")
			parts = append(parts, read(rest[:n]...))
			rest = rest[n:]
		}
		if got, want := shown(MergeRecords(parts...), true), shown(whole, true); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
		mixed := rapid.Permutation(parts).Draw(t, "order")
		if got, want := shown(MergeRecords(mixed...), false), shown(whole, false); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// checkRenamed holds a record whose terms ab and 가 are one against a search of the whole text.
func checkRenamed(t *rapid.T, r *Record) {
	name := func(c Count) string { return strings.ReplaceAll(c.Term, "ab", "가") }
	n := r.Renamed(name)
	if !slices.IsSortedFunc(n.Terms, ByFrequency) || len(n.Running) != len(r.Running) {
		t.Fatalf("%v of %v", n.Terms, r.Terms)
	}
	freq := map[string]uint64{}
	for i, id := range r.Running {
		want := name(r.Terms[id])
		freq[want]++
		if got := n.Terms[n.Running[i]].Term; got != want {
			t.Fatalf("%s at %d, want %s", got, i, want)
		}
	}
	for _, c := range n.Terms {
		if freq[c.Term] != c.Freq {
			t.Fatalf("%s stands %d times, want %d", c.Term, c.Freq, freq[c.Term])
		}
	}
	if len(freq) != len(n.Terms) {
		t.Fatalf("%d terms, want %d", len(n.Terms), len(freq))
	}
}

// checkParts compares postings and positions with a search of the whole text for each term.
func checkParts(t *rapid.T, r *Record) {
	positions := r.Positions()
	for _, d := range []Division{r.ByDocument(), r.ByParagraph(), r.IntoParts(1), r.IntoParts(3), r.IntoParts(50)} {
		p := r.Postings(d)
		if n := len(d.Ends); n > 0 && d.Ends[n-1] != len(r.Running) {
			t.Fatalf("parts end at %d of %d", d.Ends[n-1], len(r.Running))
		}
		for term := range r.Terms {
			var part []int
			var count, at []uint64
			from := 0
			for i, end := range d.Ends {
				n := uint64(0)
				for j := from; j < end; j++ {
					if r.Running[j] == uint32(term) {
						n++
						at = append(at, uint64(j))
					}
				}
				if n > 0 {
					part, count = append(part, i), append(count, n)
				}
				from = end
			}
			gotPart, gotCount := p.Of(term)
			if !slices.Equal(gotPart, part) || !slices.Equal(gotCount, count) {
				t.Fatalf("term %d: %v %v, want %v %v", term, gotPart, gotCount, part, count)
			}
			if got := positions.Of(term); !slices.Equal(got, at) {
				t.Fatalf("term %d at %v, want %v", term, got, at)
			}
		}
	}
	least, most := ^uint64(0), uint64(0)
	for _, n := range r.IntoParts(3).Sizes() {
		least, most = min(least, n), max(most, n)
	}
	if most > least+1 {
		t.Fatalf("equal parts of %d to %d", least, most)
	}
}
