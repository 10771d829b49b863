package page

import (
	"cmp"
	"math"
	"slices"

	"kstat/report/chart"
)

// pairMap is the map of the strongest pairs: words that stand in the same sentences are joined by a line.
type pairMap struct {
	Width  float64            `json:"width"`
	Height float64            `json:"height"`
	Narrow bool               `json:"narrow"`
	Nodes  []chart.PlacedWord `json:"nodes"` // X, Y is the middle of the word
	Edges  []mapEdge          `json:"edges"`
}

// mapEdge joins two nodes, by their index; Pair is its index in Report.Pairs.
type mapEdge struct {
	A    int `json:"a"`
	B    int `json:"b"`
	Pair int `json:"p"`
}

// pairMaps draws the maps for wide and for narrow screens.
func pairMaps(words []Word, pairs []Pair) []pairMap {
	all := []pairMap{}
	for _, m := range []pairMap{{Width: 960, Height: 620}, {Width: 340, Height: 520, Narrow: true}} {
		m.choose(words, pairs)
		if len(m.Edges) >= 3 {
			m.layOut(words)
			all = append(all, m)
		}
	}
	return all
}

// choose takes the strongest pairs, as long as there is room for their words.
func (m *pairMap) choose(words []Word, pairs []Pair) {
	most, smallest, largest := 55, 13.0, 34.0
	if m.Narrow {
		most, smallest, largest = 22, 12, 22
	}
	node := map[int]int{}
	top := uint64(1)
	for i, p := range pairs {
		fresh := 0
		for _, w := range []int{p.A, p.B} {
			if _, ok := node[w]; !ok {
				fresh++
			}
		}
		if len(m.Nodes)+fresh > most || len([]rune(words[p.A].Term)) > chart.MaxCloudWord || len([]rune(words[p.B].Term)) > chart.MaxCloudWord {
			continue
		}
		for _, w := range []int{p.A, p.B} {
			if _, ok := node[w]; !ok {
				node[w] = len(m.Nodes)
				m.Nodes = append(m.Nodes, chart.PlacedWord{Word: w})
				top = max(top, words[w].Freq)
			}
		}
		m.Edges = append(m.Edges, mapEdge{node[p.A], node[p.B], i})
	}
	for i := range m.Nodes {
		n := &m.Nodes[i]
		n.Size = math.Round(10*(smallest+(largest-smallest)*math.Sqrt(float64(words[n.Word].Freq)/float64(top)))) / 10
	}
}

// layOut places the nodes: neighbours attract, all repel each other (Fruchterman and Reingold 1991), and a pull to the middle
// keeps what is not connected in the picture. Nodes begin on a spiral in the order of their pairs, and there is no chance
// in it: the same pairs give the same map. In the end words that lie on each other are pushed apart.
func (m *pairMap) layOut(words []Word) {
	n := len(m.Nodes)
	x, y := make([]float64, n), make([]float64, n)
	for i := range n {
		angle, radius := float64(i)*2.399963, math.Sqrt((float64(i)+0.5)/float64(n))/2
		x[i], y[i] = radius*math.Cos(angle), radius*math.Sin(angle)
	}
	const rounds = 400
	ideal := 0.9 / math.Sqrt(float64(n))
	dx, dy := make([]float64, n), make([]float64, n)
	for round := range rounds {
		for i := range n {
			dx[i], dy[i] = -x[i]*0.9, -y[i]*0.9
			for j := range n {
				if i == j {
					continue
				}
				vx, vy := x[i]-x[j], y[i]-y[j]
				d2 := math.Max(vx*vx+vy*vy, 1e-6)
				dx[i] += vx / d2 * ideal * ideal
				dy[i] += vy / d2 * ideal * ideal
			}
		}
		for _, e := range m.Edges {
			vx, vy := x[e.A]-x[e.B], y[e.A]-y[e.B]
			d := math.Hypot(vx, vy)
			dx[e.A] -= vx * d / ideal
			dy[e.A] -= vy * d / ideal
			dx[e.B] += vx * d / ideal
			dy[e.B] += vy * d / ideal
		}
		limit := 0.1 * (1 - float64(round)/rounds)
		for i := range n {
			if d := math.Hypot(dx[i], dy[i]); d > limit {
				dx[i], dy[i] = dx[i]/d*limit, dy[i]/d*limit
			}
			x[i] += dx[i]
			y[i] += dy[i]
		}
	}
	m.scale(x, m.Width)
	m.scale(y, m.Height)
	m.part(words, x, y)
	for i := range n {
		m.Nodes[i].X, m.Nodes[i].Y = chart.Round(x[i]), chart.Round(y[i])
	}
}

// scale spreads coordinates over a side of the picture.
func (m *pairMap) scale(v []float64, side float64) {
	lo, hi := slices.Min(v), slices.Max(v)
	for i := range v {
		v[i] = side*0.08 + (v[i]-lo)/math.Max(hi-lo, 1e-9)*side*0.84
	}
}

// part pushes apart words that lie on each other, along the side on which less is needed, and keeps all in the picture.
func (m *pairMap) part(words []Word, x, y []float64) {
	half := func(i int) (w, h float64) {
		w, h = chart.Room(words[m.Nodes[i].Word].Term)
		return w * m.Nodes[i].Size / 2, h * m.Nodes[i].Size / 2
	}
	order := make([]int, len(x)) // the largest stay where they are the longest
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(m.Nodes[b].Size, m.Nodes[a].Size) })
	for range 300 {
		moved := false
		for k, i := range order {
			for _, j := range order[:k] {
				wi, hi := half(i)
				wj, hj := half(j)
				overX, overY := wi+wj-math.Abs(x[i]-x[j]), hi+hj-math.Abs(y[i]-y[j])
				if overX <= 0 || overY <= 0 {
					continue
				}
				moved = true
				if overX < overY {
					s := math.Copysign(overX/2+0.1, x[i]-x[j])
					x[i] += s
					x[j] -= s
				} else {
					s := math.Copysign(overY/2+0.1, y[i]-y[j])
					y[i] += s
					y[j] -= s
				}
			}
		}
		for i := range x {
			w, h := half(i)
			x[i] = math.Min(math.Max(x[i], w), m.Width-w)
			y[i] = math.Min(math.Max(y[i], h), m.Height-h)
		}
		if !moved {
			return
		}
	}
}
