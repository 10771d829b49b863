package stats

import "math"

// Edge joins two nodes of a graph, by their numbers. The order of the two does not matter.
type Edge struct {
	A, B   int
	Weight float64 // above 0
}

// checkEdges panics on edges of nodes that are not there.
func checkEdges(nodes int, edges []Edge) {
	if nodes < 0 {
		panic("stats: a negative number of nodes")
	}
	for _, e := range edges {
		if min(e.A, e.B) < 0 || max(e.A, e.B) >= nodes {
			panic("stats: an edge of a node beyond the last")
		}
	}
}

// TextRank ranks the words of a text by how central they are in the graph of words that stand near each other, without any
// reference corpus: a word is important if important words stand near it.
//
//	S(i) = (1−d) + d·Σ_j S(j)·w_ij/Σ_k w_jk
//
// with d = 0.85, over the neighbours j of i, iterated from 1 until no score moves by more than 1e-10. Mihalcea and Tarau
// (2004) give every edge the weight 1 for keywords. A word without neighbours has 1−d. The scores of a component of n nodes add
// up to n. The number of nodes is that of the result; an edge of a node with itself is left out. It panics if an edge has a
// node below 0 or beyond the last.
func TextRank(nodes int, edges []Edge) []float64 {
	checkEdges(nodes, edges)
	const d, enough, most = 0.85, 1e-10, 1000
	type neighbour struct {
		node   int
		weight float64
	}
	around := make([][]neighbour, nodes)
	out := make([]float64, nodes)
	for _, e := range edges {
		if e.A == e.B || !(e.Weight > 0) {
			continue
		}
		around[e.A] = append(around[e.A], neighbour{e.B, e.Weight})
		around[e.B] = append(around[e.B], neighbour{e.A, e.Weight})
		out[e.A] += e.Weight
		out[e.B] += e.Weight
	}
	s, next := make([]float64, nodes), make([]float64, nodes)
	for i := range s {
		s[i] = 1
	}
	for range most {
		change := 0.0
		for i, ns := range around {
			sum := 0.0
			for _, n := range ns {
				sum += s[n.node] * n.weight / out[n.node]
			}
			next[i] = 1 - d + d*sum
			change = math.Max(change, math.Abs(next[i]-s[i]))
		}
		s, next = next, s
		if change < enough {
			break
		}
	}
	return s
}
