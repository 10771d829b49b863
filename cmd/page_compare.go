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

// pageEnding tells whether a comparison is to be written as a page with the lines behind its numbers: into a file that is
// one by its ending. --format html asks for a table.
func (o *options) pageEnding() bool {
	ending := strings.ToLower(filepath.Ext(o.output))
	return o.toFile() && o.format == "" && (ending == ".html" || ending == ".htm")
}

// formatPage is the format of a page in the record of a run; html, without more, is a table.
const formatPage = "page"

// comparePage compares two corpora and writes that as a page. Both are read once, into one index, from which the counts of each
// are taken.
func (p *program) comparePage(o *options, c *comparison, as []asked, in [2]sideInput, count corpus.CountOptions, notes *[]report.Note) error {
	var src [2]*corpus.Source
	var err error
	for i := range src {
		if src[i], err = p.source(o, in[i].role, in[i].files); err != nil {
			return err
		}
	}
	c.onPage = true
	return p.write(o, formatPage, func(w io.Writer) error {
		read := func() int64 { return src[0].BytesRead() + src[1].BytesRead() }
		end := p.progressOf(read, slices.Concat(in[0].files, in[1].files), false)
		defer end()
		x, err := corpus.IndexTerms(corpus.IndexOptions{CountOptions: count}, src[0], src[1])
		end()
		if err != nil {
			return err
		}
		for i := range c.side {
			c.side[i] = side{name: strings.Join(in[i].files, " "), record: x.Record(i)}
			c.side[i].countDocuments()
		}
		if err := c.check(); err != nil {
			return err
		}
		c.compare()
		c.settle(p, as, true)
		shown := *o
		if shown.top == 0 {
			shown.top = mostCompared
		}
		b := p.newPage(&shown, x, *notes)
		if last := x.Ends[0] - 1; last >= 0 {
			b.split = x.Sources[last].First + x.Sources[last].Tokens
		}
		b.documents()
		b.words()
		b.sides(c)
		b.ngrams()
		b.pairs()
		b.passages()
		b.listed()
		b.method()
		p.rec.summary(c.summary())
		c.settleSimilarity(p)
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
	names := [2]string{filepath.Base(c.side[0].name), filepath.Base(c.side[1].name)}
	if names[0] == names[1] {
		names = [2]string{filepath.ToSlash(c.side[0].name), filepath.ToSlash(c.side[1].name)}
	}
	for i, running := range [][]uint32{x.Running()[:b.split], x.Running()[b.split:]} {
		record := c.side[i].record
		s := stats.NewSequence(running)
		r.Sides = append(r.Sides, page.Side{
			Name: names[i], Diversity: diversity(s), Documents: len(record.Sources),
			Sizes: sizes(record.Totals, s),
		})
	}
	b.similarity(c)
	b.keysOfSides(c)
	for _, name := range diversityShown {
		m, _ := stats.Diversities.Find(name)
		r.Formulas = append(r.Formulas, formula(m))
	}
}

// similarity says how alike the sides are, and how alike each is to itself.
func (b *pageBuilder) similarity(c *comparison) {
	halves := report.Text{"", ""}
	for _, f := range c.similarity().Fields {
		v, ok := f.Value.Number()
		if !ok {
			continue
		}
		m, ok := stats.Similarities.Find(f.Key)
		if ok {
			b.r.Similarity = append(b.r.Similarity, measureOnPage(m, v, f.Decimals))
			b.r.Formulas = append(b.r.Formulas, formula(m))
			continue
		}
		halves = messages[msgPageHomogeneity]
		b.r.Similarity = append(b.r.Similarity, page.Measure{Name: f.Label, Value: page.Number(v), Decimals: f.Decimals, Question: halves})
	}
	if b.r.SimilarityRemark = halves; halves == (report.Text{}) {
		b.r.SimilarityRemark = messages[msgPageNoHomogeneity]
	}
}

// keysOfSides chooses the words of each side.
func (b *pageBuilder) keysOfSides(c *comparison) {
	measures := keyMeasures()
	type candidate struct {
		row     int
		lrc, g2 float64
	}
	var sides [2][]candidate
	values := make([][2]float64, len(c.words.Inputs))
	for i, k := range c.words.Inputs {
		values[i] = [2]float64{math.Abs(measures.lrc.Value(k, &c.options)), math.Abs(measures.g2.Value(k, &c.options))}
	}
	rowOf := make(map[string]int, len(b.counts))
	for i := range b.counts {
		rowOf[b.counts[i].Term] = -1
	}
	for row := range c.rows {
		if term := c.join.Terms[c.rows[row]]; rowOf[term] < 0 {
			rowOf[term] = row
		}
		v := values[c.words.Index[row]]
		switch k := c.of(row); k.KeyIn() {
		case 1:
			sides[0] = append(sides[0], candidate{row, v[0], v[1]})
		case -1:
			sides[1] = append(sides[1], candidate{row, v[0], v[1]})
		}
	}
	for _, all := range sides {
		slices.SortStableFunc(all, func(x, y candidate) int { return cmp.Or(cmp.Compare(y.lrc, x.lrc), cmp.Compare(y.g2, x.g2)) })
		all = all[:min(len(all), mostKeys)]
		ids := make([]uint32, len(all))
		for i, k := range all {
			ids[i], _ = b.x.Find(c.join.Terms[c.rows[k.row]]) // both sides are in the index
		}
		words, of := b.described(b.x, ids, b.x.Counts(ids)), b.wordsOf(b.x, ids)
		for i, k := range all {
			key := measures.key(c.of(k.row), &c.options)
			key.AdjustedP = page.Number(c.adj[c.words.Index[k.row]].Log10())
			if document, ok := c.carrier(k.row); ok {
				if key.Carrier = 1 + document; c.of(k.row).KeyIn() < 0 {
					key.Carrier += b.x.Ends[0]
				}
			}
			b.fillKey(&key, &words[i], of[i])
			b.r.Keys = append(b.r.Keys, key)
		}
	}
	for _, w := range b.counts {
		k := stats.Contrast{C: c.side[0].record.Tokens, D: c.side[1].record.Tokens}
		if row, ok := rowOf[w.Term]; ok {
			k = c.of(row)
		}
		b.r.Faced = append(b.r.Faced, measures.faced(w.Term, k, &c.options))
	}
	b.r.Formulas = append(b.r.Formulas, measures.formulas()...)
}
