package stats

import (
	"math"
	"testing"
)

// The worked examples of the rows are recomputed: what a page of documentation prints is what the code gives.
func TestExamples(t *testing.T) {
	exampleExam(t, &Associations)
	exampleExam(t, &Keynesses)
	exampleExam(t, &DocumentTests)
	exampleExam(t, &Dispersions)
	exampleExam(t, &Diversities)
	exampleExam(t, &Similarities)
}

func exampleExam[In any](t *testing.T, f *Family[In]) {
	for _, m := range f.Rows {
		if got := m.Value(m.Example, nil); math.Abs(got-m.Result) > 1e-11*math.Abs(m.Result) {
			t.Errorf("%s %s: %v gives %.12g, the row says %.12g", f.Name, m.Name, m.Example, got, m.Result)
		}
	}
}
