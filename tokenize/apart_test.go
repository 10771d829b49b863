package tokenize

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kstat/tokenize/internal/segment"
)

// Where spaces are left out, the words are those of the text with its spaces, and still one eojeol.
func TestLeftOutSpaces(t *testing.T) {
	w := New().NewWorker()
	for _, text := range []string{
		"그 책을 읽은 사람은 많다.",
		"아이들이 공원에서 공을 찼다.",
		"그 노래를 듣고 울었다.",
		"우리는 내일 학교에서 시험을 본다.",
		"비가 와서 밖에 나가지 않았다.",
	} {
		want := line(w.Tokens(text))
		tokens := w.Tokens(strings.ReplaceAll(text, " ", ""))
		if got := line(tokens); got != want {
			t.Errorf("%s without its spaces\n got %s\nwant %s", text, got, want)
		}
		if last := tokens[len(tokens)-1]; last.Eojeol != 0 {
			t.Errorf("%s without its spaces is %d eojeols", text, last.Eojeol+1)
		}
	}
}

// However a text is taken apart, its pieces are those that segment finds, cut further, each with an entry of its own letters;
// guessed names just those that the table lacks, in order.
func TestTakeApart(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	w := New().NewWorker()
	w.known.limit, w.guessed.limit = 500, 100 // so that entries grow old
	apart := 0
	for range 20 {
		var b strings.Builder
		for _, c := range goldenText(t) {
			if c != ' ' || r.IntN(3) == 0 {
				b.WriteRune(c)
			}
		}
		text := b.String()
		w.Observe(text)
		o := &w.observed
		var guessed []int32
		next := int32(0)
		for _, l := range o.lines {
			if l.first != next {
				t.Fatalf("a line begins with piece %d, the one before ends with %d", l.first, next)
			}
			next = l.last
			line := text[l.start:l.end]
			k := l.first
			for _, want := range segment.Append(nil, line) {
				for at := want.Start; at < want.End; k++ {
					p, e := o.pieces[k], o.entries[k]
					if p.Start != at || p.End > want.End || p.Kind != want.Kind || p.Spaced != (want.Spaced && at == want.Start) {
						t.Fatalf("%s: piece %+v within %+v", line, p, want)
					}
					if at > want.Start {
						apart++
						if !p.Begins {
							t.Fatalf("%s: no word begins with %s", line, line[p.Start:p.End])
						}
					}
					if p.Kind == segment.Hangul {
						if e.surface() != line[p.Start:p.End] {
							t.Fatalf("%s: %s has the entry of %s", line, line[p.Start:p.End], e.surface())
						}
						for i := range e.cands() {
							if m := e.cands()[i].morph(); m[0].start != 0 || m[len(m)-1].end != e.size {
								t.Fatalf("%s: an analysis of %s covers bytes %d to %d", line, e.surface(), m[0].start, m[len(m)-1].end)
							}
						}
						if e.guessed && w.own.entry(e) == nil {
							guessed = append(guessed, k)
						}
					}
					at = p.End
				}
			}
			if k != l.last {
				t.Fatalf("%s: pieces to %d, of which %d are of its text", line, l.last, k)
			}
		}
		theirs := slices.DeleteFunc(slices.Clone(o.guessed), func(k int32) bool { return w.own.entry(o.entries[k]) != nil })
		if int(next) != len(o.pieces) || !slices.Equal(guessed, theirs) {
			t.Fatalf("%d of %d pieces are in lines; guessed are %v, said to be %v", next, len(o.pieces), guessed, theirs)
		}
	}
	if apart == 0 {
		t.Error("nothing was taken apart")
	}
}
