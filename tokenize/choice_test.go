package tokenize

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
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

func (w *Worker) chooseSlowly(i int, e *entry) int {
	ctx := &w.ctx
	ctx.Set(w.views[:i], w.viewAt(i+1), w.viewAt(i+2), w.pieces[i].Spaced)
	governs := w.govern(e, w.views[:i], w.viewAt(i+1))
	cands := e.cands()
	near := make([]int32, len(cands))
	best := 0
	for k := range cands {
		near[k] = w.weights.Sum(ctx.Near(nil, &cands[k].parts, e.same)) - int32(cands[k].cost)
		if governs {
			near[k] += w.suits[k]
		}
		if near[k] > near[best] {
			best = k
		}
	}
	sure := true
	for k := range cands {
		sure = sure && (k == best || near[best]-near[k] >= sureLead)
	}
	if sure {
		return best
	}
	chosen, top := 0, int32(-1<<30)
	for k := range cands {
		if near[best]-near[k] > reach {
			continue
		}
		if score := near[k] + w.weights.Sum(ctx.Far(nil, &cands[k].parts, e.same)); score > top {
			chosen, top = k, score
		}
	}
	return chosen
}
