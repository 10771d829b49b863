package choose

import (
	"math"
	"math/rand/v2"
	"testing"

	"kstat/tokenize/internal/model"
)

// What an analysis scores is the mean, over its words, of the sum of their products with all words in reach.
func TestCompany(t *testing.T) {
	const nouns, predicates, scale = 7, 5, .01
	r := rand.New(rand.NewPCG(3, 4))
	perUnit := int32(math.Round(scale * (1 << 20)))
	section := []byte{byte(perUnit), byte(perUnit >> 8), byte(perUnit >> 16), byte(perUnit >> 24)}
	for range (nouns + predicates) * CompanyDim {
		section = append(section, byte(r.Uint32()))
	}
	f, err := model.Open(string(model.Build(map[model.Section][]byte{model.Company: section})))
	if err != nil {
		t.Fatal(err)
	}
	c := NewCompany(f, nouns)
	vector := func(row int32) (v [CompanyDim]float64) {
		for i := range v {
			v[i] = float64(section[companyHead+int(row)*CompanyDim+i]) - 128
		}
		return v
	}
	rows := func(noun, first, predicate int32) (rows []int32) {
		if noun > 0 {
			rows = append(rows, noun-1)
		}
		if first > 0 && first != noun {
			rows = append(rows, first-1)
		}
		if predicate > 0 {
			rows = append(rows, nouns+predicate-1)
		}
		return rows
	}
	for range 300 {
		views := make([]View, 1+r.IntN(400))
		for i := range views {
			views[i] = View{Noun: r.Int32N(nouns + 1), FirstNoun: r.Int32N(nouns + 1), Predicate: r.Int32N(predicates + 1)}
		}
		p := Parts{Noun: r.Int32N(nouns + 1), FirstNoun: r.Int32N(nouns + 1), Predicate: r.Int32N(predicates + 1)}
		at := r.IntN(len(views))
		want, n := 0.0, 0.0
		for _, own := range rows(p.Noun, p.FirstNoun, p.Predicate) {
			n++
			for i := range views {
				if i == at || i < at-CompanyLeft || i > at+CompanyRight {
					continue
				}
				for _, other := range rows(views[i].Noun, views[i].FirstNoun, views[i].Predicate) {
					a, b := vector(own), vector(other)
					for k := range a {
						want += a[k] * b[k] * scale * model.WeightScale
					}
				}
			}
		}
		want /= max(n, 1)
		var a Around
		a.Set(c.Sums(nil, views), at)
		if got := float64(c.Score(&a, &p)); math.Abs(got-want) > 1+math.Abs(want)*1e-4 {
			t.Fatalf("%v among %v scores %.1f, not %.1f", p, views, got, want)
		}
	}
}
