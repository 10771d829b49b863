package tokenize

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"kstat/tokenize/internal/choose"
)

// enumerate gives every analysis of a text of one line, the slow and obvious way: all combinations of all readings, each
// scored with everything that stands to its left, best first.
func enumerate(w *Worker, text string) []Analysis {
	w.Observe(text)
	w.line(text)
	l := w.lane(text)
	right := slices.Clone(l.views) // as the pieces most often are
	var out []Analysis
	index := map[string]int{}
	var walk func(left []choose.View, chosen []uint8, sum float64)
	walk = func(left []choose.View, chosen []uint8, sum float64) {
		i := len(left)
		if i == len(w.entries) {
			copy(w.chosen, chosen)
			w.out = w.out[:0]
			w.emit(text, 0, 0)
			tokens := slices.Clone(w.out)
			numberSentences(tokens, text, 0)
			key := shown(tokens)
			if k, ok := index[key]; ok {
				out[k].LogProb = max(out[k].LogProb, sum)
				return
			}
			index[key] = len(out)
			out = append(out, Analysis{tokens, sum})
			return
		}
		e := w.entries[i]
		if e == nil || e.n < 2 {
			walk(append(left, right[i]), append(chosen, 0), sum)
			return
		}
		for k, p := range w.logProbs(nil, l, i, slices.Clone(left)) {
			walk(append(left, viewOf(e, k, w.pieces[i].Begins)), append(chosen, uint8(k)), sum+p)
		}
	}
	walk(nil, nil, 0)
	slices.SortStableFunc(out, func(a, b Analysis) int { return cmp.Compare(b.LogProb, a.LogProb) })
	return out
}

// shown is what tells analyses apart: not whether 이르 is irregular in one way or the other.
func shown(tokens []Token) string {
	var b strings.Builder
	for _, t := range tokens {
		fmt.Fprintln(&b, t.Form, t.Tag, t.Start, t.End)
	}
	return b.String()
}

var ambiguous = []string{
	"나는 새를 보았다.",
	"위로 올라가는 배가 있다.",
	"감기는 눈을 감기는 어렵다.",
	"걸어 온 길",
	"이 이는 이를 이었다",
	"가는 실을 가는 사람",
	"굽고",
	"강의 이름은 강의",
	"안녕하세요? ㅋㅋ 나는 가",
	"개가 개를 개고 개었다.",
	"갤러그는 갤러그",
	"",
	" \t",
	"ㅋㅋ",
}

// The n best are the first n of all, in order, with the same probabilities; all of them together have no more than the
// whole probability.
func TestNBestIsExact(t *testing.T) {
	w := New().NewWorker()
	for _, text := range ambiguous {
		all := enumerate(w, text)
		for _, n := range []int{1, 2, 7, len(all), len(all) + 5} {
			got := w.NBest(text, n)
			if len(got) != min(n, len(all)) {
				t.Fatalf("%q: %d of %d analyses where %d were asked for", text, len(got), len(all), n)
			}
			sum := 0.0
			for i, a := range got {
				if math.Abs(a.LogProb-all[i].LogProb) > 1e-9 {
					t.Errorf("%q: number %d of %d has %f, not %f", text, i, n, a.LogProb, all[i].LogProb)
				}
				k := slices.IndexFunc(all, func(b Analysis) bool { return shown(a.Tokens) == shown(b.Tokens) })
				if k < 0 || math.Abs(all[k].LogProb-a.LogProb) > 1e-9 {
					t.Errorf("%q: number %d is none of the analyses, or has another's probability: %s", text, i, line(a.Tokens))
				}
				cover(t, text, a.Tokens)
				sum += math.Exp(a.LogProb)
			}
			if sum > 1+1e-9 {
				t.Errorf("%q: probabilities add up to %f", text, sum)
			}
		}
	}
}

// Lines are read apart: the best of two are the best products of the analyses of each.
func TestNBestOfLines(t *testing.T) {
	w := New().NewWorker()
	one, two := "나는 새를 보았다.", "위로 올라가는 배가 있다."
	a, b := w.NBest(one, 1000), w.NBest(two, 1000)
	var want []float64
	for _, x := range a {
		for _, y := range b {
			want = append(want, x.LogProb+y.LogProb)
		}
	}
	slices.SortFunc(want, func(x, y float64) int { return cmp.Compare(y, x) })
	text := one + "\n\n" + two
	for i, got := range w.NBest(text, 40) {
		if math.Abs(got.LogProb-want[i]) > 1e-9 {
			t.Errorf("number %d has %f, not %f", i, got.LogProb, want[i])
		}
		cover(t, text, got.Tokens)
		if last := got.Tokens[len(got.Tokens)-1]; last.Sentence != 1 {
			t.Errorf("number %d ends in sentence %d", i, last.Sentence)
		}
	}
}

func TestNBestAtTheEdge(t *testing.T) {
	tk := New()
	for _, n := range []int{0, -1} {
		if got := tk.NBest("나는 간다.", n); got != nil {
			t.Errorf("%d best: %v", n, got)
		}
	}
	if got := tk.NBest("", 5); len(got) != 1 || got[0].LogProb != 0 || len(got[0].Tokens) != 0 {
		t.Errorf("of nothing: %v", got)
	}
	// what never ends
	for _, s := range []string{strings.Repeat("나는 ", 2_000), strings.Repeat("가", 50_000), strings.Repeat("ㅋ", 100_000), strings.Repeat("이\n", 200)} {
		for _, a := range tk.NBest(s, 3) {
			cover(t, s, a.Tokens)
		}
	}
}

func FuzzNBest(f *testing.F) {
	w := New().NewWorker()
	for _, s := range ambiguous {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := w.NBest(text, 4)
		for i, a := range got {
			cover(t, text, a.Tokens)
			if a.LogProb > 0 || i > 0 && a.LogProb > got[i-1].LogProb {
				t.Fatalf("%q: number %d has %f", text, i, a.LogProb)
			}
		}
	})
}

func TestNBestFromManyGoroutines(t *testing.T) {
	tk := New()
	text := "나는 하늘을 나는 새를 보았다."
	want := fmt.Sprint(tk.NBest(text, 5))
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() {
			if got := fmt.Sprint(tk.NBest(text, 5)); got != want {
				t.Errorf("got %s", got)
			}
		})
	}
	wg.Wait()
}

func BenchmarkNBest(b *testing.B) {
	text := "AI 모델을 중국은 열고 미국은 닫아 걸고 있다. 왜 여는 것이 좋은지 조목조목 잘 설명해 준다."
	w := New().NewWorker()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		w.NBest(text, 5)
	}
}
