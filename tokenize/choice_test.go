package tokenize

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kstat/tokenize/internal/choose"
)

// The choice, which works on many lines at the same time and asks for the weights of all analyses together, is the one that goes from line
// to line, from piece to piece and through the analyses one by one.
func TestChoice(t *testing.T) {
	essays, err := filepath.Glob("../testdata/essays/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	w := New().NewWorker()
	compared := 0
	for _, path := range append(essays, "testdata/golden.txt") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		w.Observe(string(data))
		for i := range w.observed.lines {
			l := &w.observed.lines[i]
			w.analyse(&w.observed, i)
			want := w.chooseSlowly(w.observed.text[l.start:l.end])
			for i, e := range w.entries {
				if e == nil || e.n < 2 {
					continue
				}
				compared++
				if w.chosen[i] != want[i] {
					t.Errorf("%s: %s: analysis %d, one by one %d", w.observed.text[l.start:l.end], e.surface(), w.chosen[i], want[i])
				}
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d choices compared", compared)
	}
}

// A line is analysed alike by itself and among as many lines as there may be, long and short.
func TestLanes(t *testing.T) {
	data, err := os.ReadFile("testdata/golden.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.Repeat(string(data), 2), "\n")
	lines = append(lines, strings.Repeat("가는 말이 고와야 오는 말이 곱다. ", keptPieces/4), "", "그", strings.Repeat("나는 새를 보았다. ", 30))
	for from, n := 0, 1; from < len(lines); from, n = from+n, n+7 {
		some := lines[from:min(from+n, len(lines))]
		together, alone := New().NewWorker(), New().NewWorker()
		together.Observe(strings.Join(some, "\n"))
		for i, line := range some {
			if i >= len(together.observed.lines) {
				break // an empty one at the end
			}
			together.analyse(&together.observed, i)
			alone.line(line)
			if string(together.chosen) != string(alone.chosen) {
				t.Errorf("%s: %v among %d lines, %v alone", line, together.chosen, len(some), alone.chosen)
			}
		}
	}
}

// chooseSlowly gives the analyses that are chosen of the pieces of the line that is set.
func (w *Worker) chooseSlowly(line string) []uint8 {
	l := w.lane(line)
	l.chosen = make([]uint8, len(l.pieces))
	var doubts []int
	choose := func(i int) (inDoubt bool) {
		best, inDoubt := w.chooseOneSlowly(l, i)
		l.chosen[i] = uint8(best)
		l.views[i] = viewOf(l.entries[i], best, l.pieces[i].Begins)
		return inDoubt
	}
	for i, e := range l.entries {
		if e != nil && e.n > 1 && choose(i) {
			doubts = append(doubts, i)
		}
	}
	slices.Reverse(doubts)
	for _, i := range doubts {
		for _, k := range l.chosen[min(i+1, len(l.chosen)):min(i+3, len(l.chosen))] {
			if k > 0 {
				choose(i)
				break
			}
		}
	}
	return l.chosen
}

// besideSlowly scores an analysis against the first by what stands beside them, as the first of those that keep the same company.
func (w *Worker) besideSlowly(l *lane, k int) int32 {
	cands := l.entry.cands()
	group := w.group(cands[:k+1])
	pair := w.r.beside.Pair(cands[group].parts.First, cands[0].parts.First)
	if group == 0 || pair == 0 {
		return 0
	}
	var n choose.Neighbours
	n.Set(&w.r.beside, &l.ctx)
	return w.r.beside.Score(pair, &n)
}

// chooseOneSlowly chooses the analysis of a piece, and tells whether all of its features had to be asked.
func (w *Worker) chooseOneSlowly(l *lane, i int) (best int, all bool) {
	l.take(i)
	ctx, e := &l.ctx, l.entry
	governs := l.govern()
	cands := e.cands()
	usual := slices.Clone(l.views) // as all pieces most often are
	for j, e := range l.entries {
		if e != nil {
			usual[j] = viewOf(e, 0, l.pieces[j].Begins)
		}
	}
	var around choose.Around
	around.Set(w.r.company.Sums(nil, usual), i)
	differ := false
	scores, company := make([]int32, len(cands)), make([]int32, len(cands))
	for k := range cands {
		scores[k] = -int32(cands[k].cost)
		group := int(w.group(cands[:k+1]))
		company[k] = w.r.company.Score(&around, &cands[group].parts)
		differ = differ || group > 0
	}
	for k := range cands {
		if differ {
			if !e.guessed {
				scores[k] = scores[k] * believed / 32
			}
			scores[k] += company[k] * 160 / (160 + max(company[k], -company[k]))
		}
		if governs {
			scores[k] += l.suits[k]
		}
	}
	at := usualStops
	for j := range cands {
		for k := range j {
			if cands[j].parts.Twin(&cands[k].parts) {
				at = twinStops
			}
		}
	}
	const gone = -1 << 30
	for number, stage := range []struct {
		features    func([]uint32, *choose.Parts, choose.Same) []uint32
		lead, reach int32
	}{{ctx.Quick, at[quick].lead, at[quick].reach}, {ctx.Near, at[near].lead, at[near].reach}, {ctx.Far, -1, 0}} {
		for k := range cands {
			if scores[k] > gone && number == 1 {
				scores[k] += w.besideSlowly(l, k)
			}
			if scores[k] > gone {
				scores[k] += w.choice.weights.Sum(stage.features(nil, &cands[k].parts, e.same))
			}
		}
		best, all = 0, number == 2
		for k := range cands {
			if scores[k] > scores[best] {
				best = k
			}
		}
		sure := true
		for k := range cands {
			sure = sure && (k == best || scores[best]-scores[k] >= stage.lead)
		}
		if sure {
			break
		}
		for k := range cands {
			if scores[k] < scores[best]-stage.reach {
				scores[k] = gone
			}
		}
	}
	return best, all
}
