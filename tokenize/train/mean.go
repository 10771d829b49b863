package main

// mean takes the mean of each weight over the steps of learning. Weights learned one example after the other lean towards the last of them; their
// means do not (averaged stochastic gradient descent: Polyak and Juditsky 1992).
type mean struct {
	steps uint32
	sums  []float64 // of a weight at each step, up to the one before since
	since []uint32
}

func newMean(n int) *mean { return &mean{sums: make([]float64, n), since: make([]uint32, n)} }

// until takes in what a weight was up to now, when it changes.
func (m *mean) until(i uint32, weight float32) {
	m.sums[i] += float64(weight) * float64(m.steps-m.since[i])
	m.since[i] = m.steps
}

// take gives the means.
func (m *mean) take(weight func(i uint32) float64) []float32 {
	out := make([]float32, len(m.sums))
	for i := range out {
		m.until(uint32(i), float32(weight(uint32(i))))
		out[i] = float32(m.sums[i] / float64(max(1, m.steps)))
	}
	return out
}
