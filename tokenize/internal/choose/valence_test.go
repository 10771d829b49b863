package choose

import (
	"math"
	"testing"

	"kstat/tokenize/internal/model"
)

// What an analysis counts falls e times with every shareTemper nats that it costs, and never to nothing.
func TestShare(t *testing.T) {
	for cost := int32(0); cost < 40*model.WeightScale; cost++ {
		want := math.Exp(-float64(cost) / model.WeightScale / shareTemper)
		if got := Share(float64(cost) / model.WeightScale); math.Abs(got-want) > 1e-12 {
			t.Fatalf("%d/%d nats count %g in place of %g", cost, model.WeightScale, got, want)
		}
		if got := ShareOf(cost); got < 1 || math.Abs(float64(got)/(1<<16)-want) > 2./(1<<16) {
			t.Fatalf("%d/%d nats count %d/2¹⁶ in place of %g", cost, model.WeightScale, got, want)
		}
	}
	if ShareOf(-5) != ShareOf(0) {
		t.Error("less than nothing counts otherwise than nothing")
	}
}
