package cmd

import (
	"cmp"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/report/page"
	"kstat/stats"
)

// wantsPage tells whether a comparison is to be written as a page with the lines behind its numbers: into a file that is
// one by its ending, and of texts that can be read a second time. Lists have no lines, and --format html asks for a table.
func (o *options) wantsPage(sides ...sideInput) bool {
	if !o.pageEnding() {
		return false
	}
	for _, s := range sides {
		if s.list || slices.Contains(s.files, "-") {
			return false
		}
	}
	return true
}

// pageEnding tells whether the output goes into a file that is a page by its ending, and by that alone.
func (o *options) pageEnding() bool {
	ending := strings.ToLower(filepath.Ext(o.output))
	return o.toFile() && o.format == "" && (ending == ".html" || ending == ".htm")
}

// formatPage is the format of a page in the record of a run; html, without more, is a table.
const formatPage = "page"

// comparePage writes a comparison as a page. The texts are read again for it, and what there is to say about them has
// been said.
func (p *program) comparePage(o *options, c *comparison, files []string, count corpus.CountOptions, notes []report.Note) error {
	src, err := p.sourceAgain(o, files)
	if err != nil {
		return err
	}
	count.Notices = corpus.Notices{}
	return p.write(o, formatPage, func(w io.Writer) error {
		x, err := corpus.IndexTerms(src, count)
		if err != nil {
			return err
		}
		shown := *o
		if shown.top == 0 {
			shown.top = mostCompared
		}
		b := p.newPage("compare", &shown, x, notes)
		if last := len(c.side[0].record.Sources) - 1; last >= 0 && last < len(x.Sources) {
			b.split = x.Sources[last].First + x.Sources[last].Tokens
		}
		b.documents()
		b.words()
		b.sides(c)
		b.ngrams()
		b.pairs()
		b.passages()
		b.method()
		if err := p.recordPage(b, o); err != nil {
			return err
		}
		return page.Write(w, b.r)
	})
}

// mostCompared is the number of words on the page of a comparison where nobody asks for another.
const mostCompared = 1000

// sides puts on the page what sets the sides apart.
func (b *pageBuilder) sides(c *comparison) {
	x, r := b.x, b.r
	r.Title = filepath.Base(c.side[0].name) + " : " + filepath.Base(c.side[1].name)
	for i, running := range [][]uint32{x.Running()[:b.split], x.Running()[b.split:]} {
		record := c.side[i].record
		s := stats.NewSequence(running)
		r.Sides = append(r.Sides, page.Side{
			Name: filepath.ToSlash(c.side[i].name), Diversity: diversity(s),
			Sizes: []page.Size{
				{Label: messages[msgDocuments], Value: record.Documents},
				{Label: messages[msgSentences], Value: record.Sentences},
				{Label: messages[msgEojeols], Value: record.Eojeols},
				{Label: messages[msgReportTokens], Value: record.Tokens},
				{Label: messages[msgReportTypes], Value: s.V()},
				{Label: messages[msgReportHapaxes], Value: s.Hapaxes()},
			},
		})
	}
	for _, f := range c.similarity().Fields {
		if v, ok := f.Value.Number(); ok {
			r.Similarity = append(r.Similarity, page.Measure{Name: f.Label, Value: page.Number(v), Decimals: f.Decimals})
		}
	}
	lrc, _ := stats.Keynesses.Find("lrc")
	g2, _ := stats.Keynesses.Find("g2")
	ratio, _ := stats.Keynesses.Find("log_ratio")
	listed := make(map[string]int, len(b.counts))
	for i := range b.counts {
		listed[b.counts[i].Term] = i
	}
	var sides [2][]page.Key
	for row, word := range c.rows {
		i, ok := listed[c.join.Terms[word]]
		k := c.contrast[row]
		in := k.KeyIn()
		if !ok || in == 0 {
			continue
		}
		key := page.Key{
			Word: i, Freq: k.A, RefFreq: k.B,
			PerText: page.Number(float64(k.A) * 1e6 / float64(k.C)), PerRef: page.Number(float64(k.B) * 1e6 / float64(k.D)),
			LogRatio: page.Number(ratio.Value(k, &c.options)), LRC: page.Number(lrc.Value(k, &c.options)), G2: page.Number(g2.Value(k, &c.options)),
			Lo: page.Number(math.NaN()), Hi: page.Number(math.NaN()), AdjustedP: page.Number(c.adj[c.input[row]].Log10()), OneDocument: c.byOneDocument(row),
		}
		if f := ratio.Variants[0].Interval; f != nil {
			within := f(k, &c.options)
			key.Lo, key.Hi = page.Number(within.Lo), page.Number(within.Hi)
		}
		side := 0
		if in < 0 {
			side = 1
		}
		sides[side] = append(sides[side], key)
	}
	size := func(n page.Number) float64 { return math.Abs(float64(n)) }
	for _, keys := range sides {
		slices.SortStableFunc(keys, func(x, y page.Key) int {
			return cmp.Or(cmp.Compare(size(y.LRC), size(x.LRC)), cmp.Compare(size(y.G2), size(x.G2)))
		})
		r.Keys = append(r.Keys, keys[:min(len(keys), mostKeys)]...)
	}
	for _, m := range []*stats.Measure[stats.Contrast]{ratio, lrc, g2} {
		r.Formulas = append(r.Formulas, formula(m))
	}
	for _, name := range diversityShown {
		m, _ := stats.Diversities.Find(name)
		r.Formulas = append(r.Formulas, formula(m))
	}
}
