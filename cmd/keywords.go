package cmd

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"kstat/corpus"
	"kstat/corpus/sejong"
	"kstat/report"
	"kstat/stats"
	"kstat/tokenize"
)

var keywordsCommand = command{
	name: "keywords", args: msgArgsFiles, short: msgKeywordsShort, long: msgKeywordsLong, example: msgKeywordsExample,
	flags: []flagGroup{
		{msgGroupCompare, []*flag{&flagMethod, &flagKeywordRef, &flagKeywordList, &flagKeyMeasures, &flagCorrect, &flagAlpha, &flagMaxP, &flagSortBy, &flagK, &flagRankWindow}},
		termFlags, inputFlags, figureGroup(keywordsFigure, &flagTop, &flagExamples), otherFlags,
	},
	most: anyNumber, run: runKeywords,
	appendix: func(p *program) { p.writeMeasures(msgMeasures, keyMeasureRows()) },
}

// sejongName is the built-in reference list where it stands among the names of files.
const sejongName = "Sejong"

// The ways to find keywords.
const (
	methodLRC      = "lrc"
	methodTextRank = "textrank"
	methodTfIdf    = "tfidf"
)

func methodNames() []string { return []string{methodLRC, methodTextRank, methodTfIdf} }

func runKeywords(p *program, o *options, args []string) error {
	t := &report.Table{Command: "keywords", Title: messages[msgKeywordsTitle]}
	switch o.method {
	case methodTextRank:
		return p.textRank(o, args, t)
	case methodTfIdf:
		return p.tfIdf(o, args, t)
	}
	return p.keyAgainst(o, args, t)
}

// refuseKeyness refuses the flags that only the comparison with a reference heeds.
func refuseKeyness(o *options) error {
	if flag := firstGiven(given{"--ref-list", len(o.refList) > 0}, given{"--measures", o.measures != ""}, given{"--sort", o.sort != ""},
		given{"--max-p", o.maxP != ""}, given{"--kwic", o.kwic > 0}, given{"--correct", o.correct != ""}, given{"--alpha", o.alpha != flagAlpha.def},
		given{"--k", o.smoothK > 0}); flag != "" {
		return wrong(msgNotWithMethod, flag, o.method)
	}
	return nil
}

// keyAgainst finds the words that are more frequent in the texts than in a reference.
func (p *program) keyAgainst(o *options, args []string, t *report.Table) error {
	if o.window > 0 {
		return wrong(msgNotWithMethod, "--window", o.method)
	}
	c := &comparison{o: o, onlyA: true}
	if err := c.settings(); err != nil {
		return err
	}
	names := keyMeasureNames()
	names = names[:len(names)-len(stats.DocumentTests.Rows)]
	as, err := askedFor(o.measures, names, names, compareDefault, nil)
	if err != nil {
		return err
	}
	fig, err := p.drawnFigure(o, keywordsFigure)
	if err != nil {
		return err
	}
	var format *report.Format
	if fig == nil {
		if format, err = p.tableFormat(o); err != nil {
			return err
		}
	}
	count, err := p.countOptions(o, &t.Notes)
	if err != nil {
		return err
	}
	builtIn := len(o.ref) == 0 && len(o.refList) == 0
	stop := count.Stop
	var shown tokenize.TagSet
	var lacked atomic.Uint64
	if builtIn {
		asked := count.Terms.Tags
		if count.Terms, shown, err = likeSejong(o, count.Terms); err != nil {
			return err
		}
		count.Stop = byName(count.Stop)
		leaveOut(&count, sejongLacks(asked), &lacked)
	}
	if len(args) == 0 {
		args = []string{"-"}
	}
	if err := secondReading(o, args); err != nil {
		return err
	}
	if c.side[0], err = p.readSide(o, sideInput{args, false, roleText}, count); err != nil {
		return err
	}
	leftOut := lacked.Load() // --kwic reads once more
	switch {
	case builtIn && c.side[0].record.Tokens == 0 && leftOut > 0:
		return &lackedSide{c.side[0].name}
	case builtIn:
		if shown != sejong.Tags {
			c.shown = namesOf(c.side[0].record, shown)
		}
		c.side[0].rename(sejong.Name)
		c.side[1].name = sejongName
		if c.side[1].record, err = sejong.Record(); err == nil {
			c.side[1].record = c.side[1].record.Without(stop)
		}
	case len(o.ref) > 0 && len(o.refList) > 0:
		return wrong(msgExclusive, "--ref", "--ref-list")
	case len(o.ref) > 0:
		c.side[1], err = p.readSide(o, sideInput{o.ref, false, roleRef}, count)
	default:
		c.side[1], err = p.readSide(o, sideInput{o.refList, true, roleList}, count)
	}
	if err != nil {
		return err
	}
	if err := c.check(); err != nil {
		return err
	}
	c.compare()
	c.settle(p, as, false)
	if builtIn {
		p.rec.settle(&flagKeywordRef, c.side[1].name)
	}
	order, err := c.sorting(as)
	if err != nil {
		return err
	}
	if fig != nil {
		return c.draw(p, fig, order, args)
	}
	d := newDoubts(t)
	full := forPrograms(format)
	figures := []figure{c.keywordFigure(count.Terms.Tagset, d)}
	measures, err := c.measureFigures(d, as, full)
	if err != nil {
		return err
	}
	figures = append(figures, measures...)
	if o.kwic > 0 {
		find := ofGrams(count)
		if builtIn {
			find = func([]string) corpusFinder { return findRenamed(sejong.Name) }
		}
		f, err := p.examples(o, args, count, find, order, func(row int) string { return c.join.Terms[c.rows[row]] })
		if err != nil {
			return err
		}
		figures = append(figures, f)
	}
	for _, f := range figures {
		t.Columns = append(t.Columns, f.columns...)
	}
	t.Rows = rows(figures, order, o.threads)
	t.Summary = append(recordSummary(c.side[0].record),
		report.Field{Key: "ref", Label: messages[msgRef], Value: report.Str(c.side[1].name)},
		report.Field{Key: "tokens_ref", Label: messages[msgTokensRef], Value: report.Int(c.side[1].record.Tokens)},
		report.Field{Key: "types_ref", Label: messages[msgTypesRef], Value: report.Int(len(c.side[1].record.Terms))},
		report.Field{Key: "family", Label: messages[msgFamily], Value: report.Int(c.family)},
		report.Field{Key: "correction", Label: messages[msgCorrection], Value: report.Str(c.correct.Name), Words: correctionWords(c.correct)},
		report.Field{Key: "alpha", Label: messages[msgAlpha], Value: report.Float(c.alpha), Decimals: 3})
	t.Summary = append(t.Summary, variantFields(variantsOf(&stats.Keynesses, as))...)
	if builtIn {
		t.Summary = append(t.Summary, report.Field{Key: "left_out", Label: messages[msgLeftOut], Value: report.Int(leftOut)})
		d.note("reference", msgRefSejong)
		if leftOut > 0 {
			d.note("left_out", msgRefLacks, grouped(strconv.FormatUint(leftOut, 10)))
		}
	}
	return p.writeTable(o, format, t)
}

// findRenamed is ofGrams for terms under other names.
func findRenamed(name func(corpus.Count) string) corpusFinder {
	return func(terms []tokenize.Term, hit func(string, int, int)) {
		for i := range terms {
			hit(name(corpus.Count{Term: terms[i].Text, Tag: terms[i].Tag}), i, i)
		}
	}
}

// likeSejong makes the terms those of the built-in reference list: morphemes of the parts of speech that it has. It counts all of
// these, so that the frequencies of text and list are out of the same, and gives the tags of those that are asked for.
func likeSejong(o *options, terms tokenize.TermOptions) (like tokenize.TermOptions, shown tokenize.TagSet, err error) {
	shown = sejong.Tags
	switch {
	case o.pretokenized:
		return terms, 0, wrong(msgNoTags, "keywords", "--pretokenized").hinted(msgGiveRef)
	case terms.Unit == &tokenize.UnitNoun:
		shown = tokenize.NounTags & sejong.Tags
	case terms.Unit != &tokenize.UnitWord && terms.Unit != &tokenize.UnitMorpheme:
		return terms, 0, wrong(msgRefUnit, terms.Unit.Name).hinted(msgGiveRef)
	}
	if terms.Tags != 0 {
		if shown &= terms.Tags; shown == 0 {
			return terms, 0, wrong(msgRefTags, o.pos).hinted(msgGiveRef)
		}
	}
	return tokenize.TermOptions{Unit: &tokenize.UnitMorpheme, Tags: sejong.Tags, Tagset: tokenize.Sejong}, shown, nil
}

// namesOf gives the dictionary forms of the terms of a text that have one of the tags.
func namesOf(r *corpus.Record, tags tokenize.TagSet) map[string]bool {
	names := make(map[string]bool)
	for _, c := range r.Terms {
		if tags.Has(c.Tag) {
			names[sejong.Name(c)] = true
		}
	}
	return names
}

// byName makes a function that tells stop words, nil for none, tell morphemes by their dictionary forms too: 하/VV by 하다.
func byName(stop func(string) bool) func(string) bool {
	if stop == nil {
		return nil
	}
	return func(term string) bool {
		tag, _ := tokenize.ParseTag(term[strings.LastIndexByte(term, '/')+1:])
		return stop(term) || stop(sejong.Name(corpus.Count{Term: term, Tag: tag}))
	}
}

// sejongLacks gives, of the tags that are asked for, 0 for those of content words, the ones of which the built-in reference list
// has no counts: of words in Latin letters and of hanja. How often the corpus has OpenAI or 國民 is not known, which is not never.
// A word in hanja is not taken for the one that is read like it, as 國民 for 국민: which of them a writer chose is what a key word
// may be about, and the readings of hanja are not always one.
func sejongLacks(asked tokenize.TagSet) tokenize.TagSet {
	if asked == 0 {
		asked = tokenize.ContentTags
	}
	return asked & tokenize.ContentTags &^ sejong.Tags
}

// leaveOut leaves out what has one of the tags from what is counted, which are morphemes with their tags, and counts it apart.
func leaveOut(count *corpus.CountOptions, tags tokenize.TagSet, n *atomic.Uint64) {
	if tags == 0 {
		return
	}
	stop := count.Stop
	count.Terms.Tags |= tags
	count.Stop = func(term string) bool {
		if stop != nil && stop(term) {
			return true
		}
		tag, ok := tokenize.ParseTag(term[strings.LastIndexByte(term, '/')+1:])
		if !ok || !tags.Has(tag) {
			return false
		}
		n.Add(1)
		return true
	}
}

// lackedSide says that a text has no word of which the built-in reference list has counts.
type lackedSide struct{ name string }

func (e *lackedSide) Error() string { return e.name }

// keywordFigure gives the columns of what was counted.
func (c *comparison) keywordFigure(set tokenize.Tagset, d *doubts) figure {
	columns := []report.Column{
		{Key: "term", Heading: messages[msgColTerm], About: messages[msgAboutTerm], Strong: true},
		{Key: "tag", Heading: messages[msgColTag], About: messages[msgAboutTag]},
		{Key: "freq", Heading: messages[msgColFreq], About: messages[msgAboutFreq], Kind: report.Count},
		{Key: "freq_ref", Heading: messages[msgColFreqRef], About: messages[msgAboutFreqRef], Kind: report.Count},
		{Key: "per_million", Heading: messages[msgColPerMillion], About: messages[msgAboutPerMillion], Kind: report.Number, Decimals: 1},
		{Key: "per_million_ref", Heading: messages[msgColPerMillionRef], About: messages[msgAboutPerMillion], Kind: report.Number, Decimals: 1},
		{Key: "doc_freq", Heading: messages[msgColDocFreq], About: messages[msgAboutDocFreq], Kind: report.Count},
	}
	return figure{columns, func(dst []report.Cell, row int) []report.Cell {
		k := c.of(row)
		count := c.side[0].record.Terms[c.join.In[0][c.rows[row]]]
		dst = append(dst, report.Str(count.Term))
		if count.Tag == tokenize.None {
			dst = append(dst, report.Cell{})
		} else {
			dst = append(dst, report.Str(tagOf(set, &count)))
		}
		return append(dst, report.Int(k.A), report.Int(k.B), report.Float(float64(k.A)*1e6/float64(k.C)),
			report.Float(float64(k.B)*1e6/float64(k.D)), report.Int(count.Docs))
	}, c.noteOneDocument(d)}
}

// scored is the list of the words of a record by a score.
func (p *program) scored(o *options, args []string, fig *drawn, format *report.Format, t *report.Table, r *corpus.Record, set tokenize.Tagset, column report.Column, score []float64,
	more []report.Field) error {
	var order []int
	for i, c := range r.Terms {
		if c.Freq >= uint64(o.minFreq) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(score[b], score[a]) })
	if o.top > 0 && len(order) > o.top {
		order = order[:o.top]
	}
	if fig != nil {
		counts, scores := make([]corpus.Count, len(order)), make([]float64, len(order))
		for i, term := range order {
			counts[i], scores[i] = r.Terms[term], score[term]
		}
		return p.drawScores(o, fig, p.figureTitle(msgFigureKeys, args), column.Heading.In(p.lang), counts, scores)
	}
	t.Columns = []report.Column{
		{Key: "rank", Heading: messages[msgColRank], About: messages[msgAboutRank], Kind: report.Count},
		{Key: "term", Heading: messages[msgColTerm], About: messages[msgAboutTerm], Strong: true},
		{Key: "tag", Heading: messages[msgColTag], About: messages[msgAboutTag]},
		{Key: "freq", Heading: messages[msgColFreq], About: messages[msgAboutFreq], Kind: report.Count},
		{Key: "doc_freq", Heading: messages[msgColDocFreq], About: messages[msgAboutDocFreq], Kind: report.Count},
		column,
	}
	t.Rows = func(yield func([]report.Cell) bool) {
		for rank, i := range order {
			c := &r.Terms[i]
			tag := report.Cell{}
			if c.Tag != tokenize.None {
				tag = report.Str(tagOf(set, c))
			}
			if !yield([]report.Cell{report.Int(rank + 1), report.Str(c.Term), tag, report.Int(c.Freq), report.Int(c.Docs), report.Float(score[i])}) {
				return
			}
		}
	}
	t.Summary = append(recordSummary(r), more...)
	return p.writeTable(o, format, t)
}

// rankWindow is the distance up to which words are neighbours where none is given.
const rankWindow = 2

// textRank finds keywords without a reference.
func (p *program) textRank(o *options, args []string, t *report.Table) error {
	if len(o.ref) > 0 {
		return wrong(msgNotWithMethod, "--ref", o.method)
	}
	if err := refuseKeyness(o); err != nil {
		return err
	}
	if o.window > corpus.MaxWindow {
		return wrong(msgWindowTooLarge, o.window, corpus.MaxWindow)
	}
	fig, err := p.drawnFigure(o, keywordsFigure)
	if err != nil {
		return err
	}
	var format *report.Format
	if fig == nil {
		if format, err = p.tableFormat(o); err != nil {
			return err
		}
	}
	r, count, err := p.record(o, args, t)
	if err != nil {
		return err
	}
	window := cmp.Or(o.window, rankWindow)
	p.rec.settle(&flagRankWindow, strconv.Itoa(window))
	p.rec.measure(familyKeywords, methodTextRank, "S(i) = (1−d) + d·Σ_j S(j)/k_j, d = 0.85")
	pairs, err := r.Pairs(corpus.PairOptions{Window: window, Threads: o.threads})
	if err != nil {
		return err
	}
	edges := make([]stats.Edge, len(pairs.Pairs))
	for i, x := range pairs.Pairs {
		edges[i] = stats.Edge{A: int(x.A), B: int(x.B), Weight: 1}
	}
	return p.scored(o, args, fig, format, t, r, count.Terms.Tagset,
		report.Column{Key: "textrank", Heading: messages[msgColTextRank], About: messages[msgAboutTextRank], Kind: report.Number, Decimals: 3},
		stats.TextRank(len(r.Terms), edges),
		[]report.Field{{Key: "window", Label: messages[msgWindow], Value: report.Int(window)}, {Key: "edges", Label: messages[msgEdges], Value: report.Int(len(edges))}})
}

// tfIdf weighs the words of the texts, taken together, by how few documents have them: the documents of --ref and the texts
// as one more, or without --ref the texts one by one.
func (p *program) tfIdf(o *options, args []string, t *report.Table) error {
	if o.window > 0 {
		return wrong(msgNotWithMethod, "--window", o.method)
	}
	if err := refuseKeyness(o); err != nil {
		return err
	}
	fig, err := p.drawnFigure(o, keywordsFigure)
	if err != nil {
		return err
	}
	var format *report.Format
	if fig == nil {
		if format, err = p.tableFormat(o); err != nil {
			return err
		}
	}
	r, count, err := p.record(o, args, t)
	if err != nil {
		return err
	}
	df := make([]uint64, len(r.Terms))
	n := r.Documents
	if len(o.ref) == 0 {
		for i, c := range r.Terms {
			df[i] = uint64(c.Docs)
		}
		if n < 2 {
			return wrong(msgTfIdfAlone).hinted(msgTfIdfHint)
		}
	} else {
		side, err := p.readSide(o, sideInput{o.ref, false, roleRef}, count)
		if err != nil {
			return err
		}
		n = side.record.Documents + 1
		docs := make(map[string]uint32, len(side.record.Terms))
		for _, c := range side.record.Terms {
			docs[c.Term] = c.Docs
		}
		for i, c := range r.Terms {
			df[i] = uint64(docs[c.Term]) + 1
		}
	}
	recordMeasures(p.rec, &stats.Dispersions, []asked{{name: "tf_idf"}})
	score := make([]float64, len(r.Terms))
	for i, c := range r.Terms {
		score[i] = stats.TfIdf(float64(c.Freq), float64(n), float64(df[i]))
	}
	return p.scored(o, args, fig, format, t, r, count.Terms.Tagset,
		report.Column{Key: "tf_idf", Heading: report.Text{"TF-IDF", "TF-IDF"}, About: messages[msgAboutTfIdf], Kind: report.Number, Decimals: 2},
		score, []report.Field{{Key: "documents_ref", Label: messages[msgDocumentsRef], Value: report.Int(n)},
			{Key: "variants", Label: messages[msgVariants], Value: report.Str("tf_idf:ln")}})
}
