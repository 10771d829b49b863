package page

import "kstat/report/chart"

// cloud is a word cloud of a page: its words are given by their index in Report.Words.
type cloud struct {
	chart.Cloud
	Nouns  bool `json:"nouns"` // of nouns alone
	Narrow bool `json:"narrow"`
}

// The figures of a page are laid out for wide screens and for narrow ones, so that their letters can be read on a telephone.
var (
	cloudSizes = [2]chart.CloudSettings{
		{Width: 960, Height: 460, Most: 90, Smallest: 13, Largest: 84},
		{Width: 340, Height: 420, Most: 40, Smallest: 12, Largest: 52},
	}
	scatterSizes = [2]chart.ScatterSettings{
		{Width: 780, Height: 560, Left: 72, Margin: 64, Letters: 13, Most: 90},
		{Width: 360, Height: 420, Left: 56, Margin: 40, Letters: 13, Most: 40},
	}
)

// clouds lays out the clouds of a page: for wide and for narrow screens, of all words and of nouns.
func clouds(words []Word) []cloud {
	var all []cloud
	for _, nouns := range []bool{false, true} {
		var weighted []chart.Weighted
		var of []int
		for i := range words {
			if !nouns || words[i].Class == Noun {
				weighted = append(weighted, chart.Weighted{Text: words[i].Term, Weight: float64(words[i].Freq)})
				of = append(of, i)
			}
		}
		for narrow, s := range cloudSizes {
			c := cloud{Cloud: chart.LayCloud(weighted, s), Nouns: nouns, Narrow: narrow == 1}
			for i := range c.Words {
				c.Words[i].Word = of[c.Words[i].Word]
			}
			all = append(all, c)
		}
	}
	return all
}

// scatter is the plane of a comparison.
type scatter struct {
	chart.Scatter
	Narrow bool `json:"narrow"`
}

// scatters lays out the planes of a comparison.
func scatters(words []chart.Faced) []scatter {
	all := []scatter{}
	if len(words) == 0 {
		return all
	}
	for narrow, s := range scatterSizes {
		all = append(all, scatter{chart.LayScatter(words, s), narrow == 1})
	}
	return all
}
