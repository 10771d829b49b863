package tokenize

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kstat/tokenize/internal/choose"
)

// The choice, which asks for the weights of all analyses together, is the one that goes through them one by one.
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
		for line := range strings.Lines(string(data)) {
			w.line(strings.TrimSpace(line))
			for i, e := range w.entries {
				if e == nil || e.n < 2 {
					continue
				}
				compared++
				if got, want := w.choose(i, e), w.chooseSlowly(i, e); got != want {
					t.Errorf("%s: %s: analysis %d, one by one %d", line, e.surface(), got, want)
				}
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d choices compared", compared)
	}
}

// besideSlowly scores an analysis against the first by what stands beside them, as the first of those that keep the same company.
func (w *Worker) besideSlowly(cands []candidate, k int) int32 {
	group := w.group(cands[:k+1])
	pair := w.r.beside.Pair(cands[group].parts.First, cands[0].parts.First)
	if group == 0 || pair == 0 {
		return 0
	}
	var n choose.Neighbours
	n.Set(&w.r.beside, &w.ctx)
	return w.r.beside.Score(pair, &n)
}

func (w *Worker) chooseSlowly(i int, e *entry) int {
	ctx := &w.ctx
	ctx.Set(w.views[:i], w.viewAt(i+1), w.viewAt(i+2), w.pieces[i].Begins)
	governs := w.govern(e, w.views[:i], w.viewAt(i+1))
	cands := e.cands()
	usual := slices.Clone(w.views) // as all pieces most often are
	for j, e := range w.entries {
		if e != nil {
			usual[j] = viewOf(e, 0, w.pieces[j].Begins)
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
			scores[k] += w.suits[k]
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
	best := 0
	for number, stage := range []struct {
		features    func([]uint32, *choose.Parts, choose.Same) []uint32
		lead, reach int32
	}{{ctx.Quick, at.quickLead, at.quickReach}, {ctx.Near, at.nearLead, at.nearReach}, {ctx.Far, -1, 0}} {
		for k := range cands {
			if scores[k] > gone && number == 1 {
				scores[k] += w.besideSlowly(cands, k)
			}
			if scores[k] > gone {
				scores[k] += w.weights.Sum(stage.features(nil, &cands[k].parts, e.same))
			}
		}
		best = 0
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
	return best
}
