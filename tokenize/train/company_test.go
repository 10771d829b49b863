package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"kstat/tokenize/internal/choose"
	"kstat/tokenize/internal/model"
)

// Each sentence is judged with vectors that were not learned from it, and every sentence is learned from twice.
func TestWithout(t *testing.T) {
	for sentence := range 100 {
		if learnedFrom(without(sentence), sentence) {
			t.Errorf("sentence %d is judged by what was learned from it", sentence)
		}
		sets := 0
		for set := range numSets {
			if learnedFrom(set, sentence) {
				sets++
			}
		}
		if sets != 2 || !learnedFrom(0, sentence) {
			t.Errorf("sentence %d is in %d sets", sentence, sets)
		}
	}
}

// What the trainer reckons with is what the program reads.
func TestCompanyOfModel(t *testing.T) {
	ch, _ := learnedSmall(t)
	f, err := model.Open(string(model.Build(map[model.Section][]byte{model.Company: ch.company.section()})))
	if err != nil {
		t.Fatal(err)
	}
	read := choose.NewCompany(f, ch.company.nouns)
	r := rand.New(rand.NewPCG(5, 6))
	nouns, predicates := int32(ch.company.nouns), int32(len(ch.v.count))
	for range 200 {
		views := make([]choose.View, 1+r.IntN(20))
		for i := range views {
			views[i] = choose.View{Noun: r.Int32N(nouns + 1), FirstNoun: r.Int32N(nouns + 1), Predicate: r.Int32N(predicates + 1)}
		}
		p := choose.Parts{Noun: r.Int32N(nouns + 1), FirstNoun: r.Int32N(nouns + 1), Predicate: r.Int32N(predicates + 1)}
		i := r.IntN(len(views))
		var sum [choose.CompanyDim]float32
		ch.company.around(&sum, views, i)
		want := ch.company.score(&sum, &p) * model.WeightScale
		var around choose.Around
		around.Set(read.Sums(nil, views), i)
		// the program rounds what each of up to fourteen neighbours says: a tenth of a nat in all
		if got := float64(read.Score(&around, &p)); math.Abs(got-want) > 3+math.Abs(want)/10 {
			t.Fatalf("%v among %v: the program reads %.1f, the trainer %.1f", p, views, got, want)
		}
	}
}
