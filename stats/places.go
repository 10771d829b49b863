package stats

import "fmt"

// Places tells how often a collocate stands at each distance from its node: Left[0] times directly before it, Left[1] times
// with one word between.
type Places struct{ Left, Right []uint64 }

// String writes the counts as a worked example shows them.
func (p Places) String() string {
	return fmt.Sprintf("left %v, right %v, the nearest first", p.Left, p.Right)
}

// Korean writes the counts for Korean readers.
func (p Places) Korean() string {
	return fmt.Sprintf("왼쪽 %v, 오른쪽 %v, 가까운 자리부터", p.Left, p.Right)
}

// Placed are the measures of a collocate that take account of how near it stands: choices of collocates, beside those of
// pairs.
var Placed = Family[Places]{Name: "collocate", Rows: []*Measure[Places]{placedDist}}

// placedDist is KH Coder's score, by which it orders collocates unless told otherwise: each occurrence counts the less the
// farther off it is. KH Coder looks five words to each side; here the window is whatever was asked for.
var placedDist = &Measure[Places]{
	Name: "dist", Symbol: "Σ 1/d", English: "score by distance", Korean: "거리 가중 점수",
	Question: "How often and how near does the word stand?",
	Role:     Score, Sign: Undirected, Lo: 0, Hi: inf,
	Zero:    "0 where the word does not stand in the window.",
	Sources: []string{"Higuchi 2016"},
	Variants: []Variant[Places]{
		{Name: "standard", Formula: "Σ_d (left_d + right_d)/d", LaTeX: `\sum_d\frac{L_d+R_d}{d}`, Peers: []string{"khcoder"},
			Value: func(p Places, _ *Options) float64 {
				score := 0.0
				for _, side := range [2][]uint64{p.Left, p.Right} {
					for i, n := range side {
						score += float64(n) / float64(i+1)
					}
				}
				return score
			}},
	},
	Example: Places{Left: []uint64{3, 2, 0}, Right: []uint64{1, 0, 6}}, Result: 7,
}
