package corpus

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"kstat/tokenize"
)

// slowCounts is Counter, Merge and Counts written as one would say it: documents are lists of terms, all in memory.
func slowCounts(documents [][]tokenize.Term) []Count {
	freq := map[string]uint64{}
	docs := map[string]uint32{}
	tags := map[string]map[tokenize.Tag]int{}
	for _, d := range documents {
		seen := map[string]bool{}
		for _, t := range d {
			freq[t.Text]++
			if !seen[t.Text] {
				docs[t.Text]++
			}
			seen[t.Text] = true
			if tags[t.Text] == nil {
				tags[t.Text] = map[tokenize.Tag]int{}
			}
			tags[t.Text][t.Tag]++
		}
	}
	var counts []Count
	for text, n := range freq {
		best := tokenize.Tag(255)
		for tag, m := range tags[text] {
			if b := tags[text][best]; m > b || m == b && tag < best {
				best = tag
			}
		}
		counts = append(counts, Count{text, n, docs[text], best})
	}
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Freq, a.Freq), cmp.Compare(a.Term, b.Term))
	})
	return counts
}

// Whatever the parts in which documents are counted, and in whatever order the parts are merged, the result is that of
// the whole.
func TestCounterMergesToTheWhole(t *testing.T) {
	term := rapid.Custom(func(t *rapid.T) tokenize.Term {
		return tokenize.Term{
			Text: rapid.SampledFrom([]string{"가", "나", "다", "라", "마", "ab", ""}).Draw(t, "text"),
			Tag:  rapid.SampledFrom([]tokenize.Tag{tokenize.NNG, tokenize.NNP, tokenize.VV}).Draw(t, "tag"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		documents := rapid.SliceOfN(rapid.SliceOfN(term, 0, 12), 0, 6).Draw(t, "documents")
		var parts []*Counter // each holds some documents, or a piece of one
		for _, d := range documents {
			var pieces []*Counter
			for rest := d; ; {
				n := rapid.IntRange(0, len(rest)).Draw(t, "piece")
				if len(pieces) == 3 {
					n = len(rest)
				}
				c := &Counter{}
				c.Add(rest[:n])
				pieces = append(pieces, c)
				if rest = rest[n:]; len(rest) == 0 {
					break
				}
			}
			whole := &Counter{}
			for _, i := range rapid.Permutation(indices(len(pieces))).Draw(t, "pieces") {
				whole.Merge(pieces[i])
			}
			whole.EndDocument()
			if len(parts) > 0 && rapid.Bool().Draw(t, "same thread") {
				parts[len(parts)-1].Merge(whole)
			} else {
				parts = append(parts, whole)
			}
		}
		all := &Counter{}
		for _, i := range rapid.Permutation(indices(len(parts))).Draw(t, "parts") {
			all.Merge(parts[i])
		}
		if got, want := all.Counts(1, 0), slowCounts(documents); !slices.Equal(got, want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
		if all.Documents != uint64(len(documents)) {
			t.Fatalf("%d documents, want %d", all.Documents, len(documents))
		}
		if n := uint64(len(slices.Concat(documents...))); all.Tokens != n {
			t.Fatalf("%d tokens, want %d", all.Tokens, n)
		}
	})
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func TestCounts(t *testing.T) {
	c := &Counter{}
	for _, w := range strings.Fields("나 가 다 가 나 라 가") {
		c.Add([]tokenize.Term{{Text: w}})
	}
	c.EndDocument()
	check := func(min uint64, top int, want string) {
		t.Helper()
		var got []string
		for _, n := range c.Counts(min, top) {
			got = append(got, fmt.Sprint(n.Term, n.Freq))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("min %d, top %d: %s, want %s", min, top, s, want)
		}
	}
	check(1, 0, "가3 나2 다1 라1")
	check(2, 0, "가3 나2")
	check(1, 3, "가3 나2 다1")
	check(9, 0, "")
	check(0, 9, "가3 나2 다1 라1")
}

// The vocabulary is a map from spellings to numbers in the order of their coming.
func TestVocabularyIsAMap(t *testing.T) {
	var v vocabulary
	want := map[string]uint32{}
	for i := range 30_000 {
		word := fmt.Sprint("낱말", i*i%20_011)
		switch n := i * i % 20_011 % 100; { // on both sides of what stands with the counts, and of a block
		case n < 30:
			word += strings.Repeat("x", n)
		case n < 32:
			word += strings.Repeat("길", textBlock/3-4+i%4)
		}
		id, ok := want[word]
		if !ok {
			id = uint32(len(want))
			want[word] = id
		}
		got := v.id(word)
		if i%2 == 1 {
			got = v.idOf([]byte(word))
		}
		if got != id {
			t.Fatalf("%s is %d, want %d", word, got, id)
		}
	}
	for word, id := range want {
		if got := string(v.spelling(id)); got != word {
			t.Fatalf("%d is %s, want %s", id, got, word)
		}
	}
	if v.size() != len(want) {
		t.Errorf("size %d, want %d", v.size(), len(want))
	}
}

// slowNGrams is NGrams as one would say it.
func slowNGrams(terms []tokenize.Term, n int) (grams []string) {
	for i := 0; n > 0 && i+n <= len(terms); i++ {
		gram := terms[i : i+n]
		whole := true
		var texts []string
		for j := range gram {
			whole = whole && gram[j].Position == gram[0].Position+j && gram[j].Sentence == gram[0].Sentence
			texts = append(texts, gram[j].Text)
		}
		if whole {
			grams = append(grams, strings.Join(texts, " "))
		}
	}
	return grams
}

func TestNGrams(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var terms []tokenize.Term
		position, sentence := 0, 0
		for range rapid.IntRange(0, 12).Draw(t, "terms") {
			terms = append(terms, tokenize.Term{Text: rapid.SampledFrom([]string{"가", "나", "다"}).Draw(t, "text"), Position: position, Sentence: sentence})
			position += rapid.IntRange(1, 2).Draw(t, "step")
			sentence += rapid.IntRange(0, 1).Draw(t, "next sentence")
		}
		n := rapid.IntRange(-1, 5).Draw(t, "n")
		var got []string
		for gram := range NGrams(terms, n) {
			var texts []string
			for _, term := range gram {
				texts = append(texts, term.Text)
			}
			got = append(got, strings.Join(texts, " "))
		}
		if want := slowNGrams(terms, n); !slices.Equal(got, want) {
			t.Fatalf("%d-grams of %v: %v, want %v", n, terms, got, want)
		}
	})
}

func BenchmarkCounterAdd(b *testing.B) {
	var terms []tokenize.Term
	for i := range 100_000 { // a hundred thousand running words of some 15,000
		terms = append(terms, tokenize.Term{Text: fmt.Sprint("낱말", i%1000*(i%17)), Tag: tokenize.NNG})
	}
	b.ReportAllocs()
	for b.Loop() {
		(&Counter{}).Add(terms)
	}
	b.ReportMetric(float64(len(terms))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mterms/s")
}

// The order of terms is that of comparing them one by one, also where many begin with the same letters, have a zero byte, or
// lie around the surrogates and beyond U+FFFF; and the same for any number of threads, and of Counters that share them out.
func TestRanked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := make(counters, 1<<rapid.IntRange(0, 3).Draw(t, "counters"))
		for k := range all {
			all[k] = &Counter{}
		}
		word := rapid.StringMatching("(영화|사람|model|누구든지)?[가-힣a\x00é\ud7ff\ue000\uffff\U00010000\U0010ffff]{0,4}(을|를|은)?")
		words := rapid.SliceOfNDistinct(word, 0, 300, rapid.ID).Draw(t, "terms")
		for i := range rapid.SampledFrom([]int{0, 0, 0, 5000}).Draw(t, "alike") { // more than are sorted by comparing them
			words = append(words, fmt.Sprint("누구든지 ", i))
		}
		for _, w := range words {
			c := all[rapid.IntRange(0, len(all)-1).Draw(t, "counter")]
			c.add(c.words.id(w), tokenize.None, rapid.SampledFrom([]uint64{1, 1, 1, 2, 255, 256, 1 << 40}).Draw(t, "times"))
		}
		min := rapid.Uint64Range(0, 3).Draw(t, "least")
		freq := func(id uint32) uint64 {
			c, number := all.of(id)
			return c.words.terms.at(number).freq
		}
		var want []uint32
		for k, c := range all {
			for number := range c.words.size() {
				if id := uint32(number*len(all) + k); freq(id) >= min {
					want = append(want, id)
				}
			}
		}
		slices.SortFunc(want, func(a, b uint32) int {
			return cmp.Or(cmp.Compare(freq(b), freq(a)), bytes.Compare(all.spelling(a), all.spelling(b)))
		})
		for threads := range 4 {
			if got := all.ranked(min, 0, threads); !slices.Equal(got, want) {
				t.Fatalf("%d threads: %v, want %v", threads, got, want)
			}
		}
	})
}

// What several threads count at the same time is what one counts alone, and a term has one number wherever it stands.
func TestSharedCounter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const threads = 3
		word := rapid.StringMatching("[가나다]{1,2}(은|를)?")
		alone, shared := &Counter{}, newSharedCounter()
		var texts [threads][]tokenize.Term
		for i := range texts {
			for _, w := range rapid.SliceOfN(word, 0, 200).Draw(t, "words") {
				tag := rapid.SampledFrom([]tokenize.Tag{tokenize.NNG, tokenize.NNP}).Draw(t, "tag")
				texts[i] = append(texts[i], tokenize.Term{Text: w, Tag: tag})
			}
			alone.addTerms(nil, texts[i])
			if len(texts[i]) > 2 {
				alone.addGram(texts[i][:2], " ")
			}
		}
		var ids [threads][]uint32
		var wait sync.WaitGroup
		for i := range texts {
			wait.Go(func() {
				s := &sharedThread{sharedCounter: shared}
				n := len(texts[i]) / 2
				ids[i] = s.addTerms(s.addTerms(nil, texts[i][:n]), texts[i][n:])
				if len(texts[i]) > 2 {
					s.addGram(texts[i][:2], " ")
				}
			})
		}
		wait.Wait()
		all := shared.all()
		order := all.ranked(1, 0, 1)
		got := all.countsOf(order, 1)
		if want := alone.Counts(1, 0); !slices.Equal(got, want) {
			t.Fatalf("together %v, alone %v", got, want)
		}
		n, bound := all.types()
		if n != len(got) {
			t.Fatalf("%d types, listed %d", n, len(got))
		}
		for i, text := range texts {
			for k, id := range ids[i] {
				if string(all.spelling(id)) != text[k].Text || id >= bound {
					t.Fatalf("%s has the number of %s: %d of %d", text[k].Text, all.spelling(id), id, bound)
				}
			}
		}
	})
}
