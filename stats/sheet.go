package stats

import "fmt"

// Sheet is a row of any family without its functions: what a help page or a list of measures says of it.
type Sheet struct {
	Family, Name, Symbol, English, Korean, Question string
	Role                                            Role
	Zero                                            string
	Symmetric                                       bool
	Sources                                         []string // full references
	Variants                                        []Formula
	Fields                                          []string
	// Example is the input of the worked example in words, Result what the first variant gives on it.
	Example       string
	KoreanExample string // in Korean words; Example where it has only letters and numbers
	Result        float64
}

// Formula is a variant without its functions.
type Formula struct {
	Name, Formula, LaTeX string
	Korean               string   // the formula for Korean readers, see KoreanFormula
	Peers                []string // names of programs, as a reader knows them
	Test, Interval       bool     // whether it has a p, and a confidence interval
	Scale                         // of this variant
}

// Sheets gives all measures of all families, in the order of the tables: associations, keyness, tests over documents,
// n-grams, collocates, dispersion, diversity, similarity. A name can be in several families (g2, dice).
func Sheets() []Sheet {
	var out []Sheet
	out = append(out, sheets(&Associations)...)
	out = append(out, sheets(&Keynesses)...)
	out = append(out, sheets(&DocumentTests)...)
	out = append(out, sheets(&Grams)...)
	out = append(out, sheets(&Placed)...)
	out = append(out, sheets(&Dispersions)...)
	out = append(out, sheets(&Diversities)...)
	return append(out, sheets(&Similarities)...)
}

// koreanExample writes the input of a worked example for Korean readers.
func koreanExample(in any) string {
	if k, ok := in.(interface{ Korean() string }); ok {
		return k.Korean()
	}
	return fmt.Sprint(in)
}

func sheets[In any](f *Family[In]) []Sheet {
	var out []Sheet
	for _, m := range f.Rows {
		s := Sheet{Family: f.Name, Name: m.Name, Symbol: m.Symbol, English: m.English, Korean: m.Korean, Question: m.Question,
			Role: m.Role, Zero: m.Zero, Symmetric: m.Symmetric, Fields: m.Fields,
			Example: fmt.Sprint(m.Example), KoreanExample: koreanExample(m.Example), Result: m.Result}
		for _, key := range m.Sources {
			text, _ := Reference(key)
			s.Sources = append(s.Sources, text)
		}
		for i := range m.Variants {
			v := &m.Variants[i]
			formula := Formula{Name: v.Name, Formula: v.Formula, Korean: KoreanFormula(v.Formula),
				LaTeX: v.LaTeX, Test: v.P != nil, Interval: v.Interval != nil, Scale: m.ScaleOf(v)}
			for _, key := range v.Peers {
				name, _ := Peer(key)
				formula.Peers = append(formula.Peers, name)
			}
			s.Variants = append(s.Variants, formula)
		}
		out = append(out, s)
	}
	return out
}
