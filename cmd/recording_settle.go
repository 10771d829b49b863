package cmd

import (
	"cmp"
	"strconv"

	"kstat/stats"
)

// familyKeywords and familyCorrection are the families, in the record of a run, of measures that no table of package stats has.
const (
	familyKeywords   = "keywords"
	familyCorrection = "correction"
)

// settle notes what a comparison came to.
func (c *comparison) settle(p *program, as []asked, similarity bool) {
	if !p.rec.on() {
		return
	}
	p.rec.settleMeasures(&flagKeyMeasures, as)
	p.rec.settle(&flagCorrect, c.correct.Name)
	p.rec.settle(&flagSortBy, c.sortedBy(as))
	p.rec.settle(&flagK, number(cmp.Or(c.options.SmoothK, 1)))
	if limit, err := c.maxP(); err == nil && limit > 0 {
		p.rec.settle(&flagMaxP, number(limit))
	}
	if c.onPage {
		return // the page has measures of its own
	}
	if similarity && (c.side[0].full > 1 || c.side[1].full > 1) {
		recordMeasures(p.rec, &stats.Dispersions, []asked{{name: "dp"}})
	}
	recordMeasures(p.rec, &stats.Keynesses, as)
	for _, a := range as {
		switch a.name {
		case "log_odds_prior":
			p.rec.constant("prior", stats.DefaultPrior)
		case "permutation_p":
			if c.o.bootstrap == 0 {
				p.rec.constant("permutations", stats.DefaultPermutations)
			}
		}
	}
	if similarity && c.documents() {
		recordMeasures(p.rec, &stats.DocumentTests, as)
	}
	p.rec.correction(c.correct)
	if similarity {
		c.settleSimilarity(p)
	}
}

// settleSimilarity notes how alike the corpora were found to be.
func (c *comparison) settleSimilarity(p *program) {
	recordMeasures(p.rec, &stats.Similarities, all(&stats.Similarities))
	p.rec.constant("similarity_top_words", stats.DefaultTopWords)
	if c.side[0].full > 1 || c.side[1].full > 1 {
		p.rec.constant("homogeneity_halves", stats.DefaultHalves)
	}
}

// settle notes what an analysis of pairs came to.
func (a *associations) settle(p *program) {
	if !p.rec.on() {
		return
	}
	p.rec.settle(&flagWindow, strconv.Itoa(a.window))
	p.rec.settle(&flagWithin, string(a.within))
	p.rec.settle(&flagExpected, a.margins.String())
	p.rec.settle(&flagCorrect, a.correct.Name)
	p.rec.settle(&flagPairSort, cmp.Or(a.o.sort, a.as[0].name))
	p.rec.settleMeasures(&flagPairMeasures, a.as)
	recordMeasures(p.rec, &stats.Associations, a.as)
	recordMeasures(p.rec, &stats.Placed, a.as)
	recordMeasures(p.rec, &stats.DocumentTests, a.as)
	p.rec.correction(a.correct)
}

// settleDispersions notes how the spread of words was measured.
func (p *program) settleDispersions(o *options, as []asked) {
	p.rec.settleMeasures(&flagDispersionMeasures, as)
	p.rec.settle(&flagParts, cmp.Or(o.parts, partsDocument))
	recordMeasures(p.rec, &stats.Dispersions, as)
}

// correction notes the correction for many tests.
func (r *recording) correction(c *stats.Correction) { r.measure(familyCorrection, c.Name, c.Formula) }

// recordPage notes what a page shows and puts the record on it.
func (p *program) recordPage(b *pageBuilder, o *options) error {
	x := b.x
	for name, n := range map[string]uint64{
		"documents": x.Documents, "sentences": x.Sentences, "eojeols": x.Eojeols, "tokens": x.Tokens, "types": uint64(x.Types()), "rows": uint64(len(b.r.Words)),
	} {
		p.rec.count(name, n)
	}
	if b.parts != nil {
		p.rec.count("parts", uint64(b.parts.N()))
	}
	p.rec.constant("pair_words", pairWords)
	p.rec.constant("pair_min_freq", pairMinFreq)
	p.rec.constant("ngram_min_freq", gramMinFreq)
	p.rec.constant("ngram_longest", longestGram)
	p.rec.settle(&flagKwicLimit, strconv.Itoa(b.limit()))
	p.rec.settle(&flagReportTop, strconv.Itoa(b.o.top))
	recordMeasures(p.rec, &stats.Associations, []asked{{name: "g2"}, {name: "logdice"}, {name: "npmi"}})
	if len(b.r.Sides) == 0 && len(b.r.Keys) > 0 {
		p.rec.constant("alpha", stats.DefaultAlpha)
	}
	if len(b.r.Sides) > 0 || len(b.r.Keys) > 0 {
		recordMeasures(p.rec, &stats.Keynesses, []asked{{name: "log_ratio"}, {name: "lrc"}, {name: "g2"}})
	}
	if len(b.r.Sides) > 0 {
		p.rec.correction(correctionOf(o, o.preset()))
	}
	if len(b.r.Words) > 0 && b.r.Words[0].DP == b.r.Words[0].DP { // no NaN
		recordMeasures(p.rec, &stats.Dispersions, []asked{{name: "dp"}})
	}
	var diversities []asked
	for _, name := range diversityShown {
		diversities = append(diversities, asked{name: name})
	}
	recordMeasures(p.rec, &stats.Diversities, diversities)
	var err error
	b.r.Record, err = p.rec.page(p)
	return err
}

// all asks for every measure of a family.
func all[In any](f *stats.Family[In]) (as []asked) {
	for _, name := range f.Names() {
		as = append(as, asked{name: name})
	}
	return as
}

// number writes a number as a user would type it.
func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
