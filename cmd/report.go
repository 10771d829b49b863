package cmd

import (
	"io"
	"path/filepath"
	"strings"

	"kstat/corpus"
	"kstat/report"
	"kstat/report/page"
)

var reportCommand = command{
	name: "report", args: msgArgsFiles, short: msgReportShort, long: msgReportLong, example: msgReportExample,
	flags: []flagGroup{
		{msgGroupOutput, []*flag{&flagOutput, &flagReportTop, &flagKwicLimit, &flagNoText, reportFigure, &flagFont}},
		{msgGroupCompare, []*flag{&flagRef, &flagReportRefList}},
		reportUnitFlags, inputFlags, otherFlags,
	},
	most: anyNumber, run: runReport,
}

var (
	flagReportTop = flag{name: "top", short: "t", value: "N", usage: msgFlagReportTop, def: "1000",
		number: func(o *options) *int { return &o.top }}
	flagKwicLimit = flag{name: "kwic-limit", value: "N", usage: msgFlagKwicLimit, def: "0",
		number: func(o *options) *int { return &o.kwicLimit }}
	flagRef = flag{name: "ref", value: "FILE", usage: msgFlagRef, names: readsFile,
		list: func(o *options) *[]string { return &o.ref }}
	flagReportRefList = flag{name: "ref-list", value: "FILE", usage: msgFlagReportRefList, names: readsFile,
		list: func(o *options) *[]string { return &o.refList }}
	flagNoText = flag{name: "no-text", usage: msgFlagNoText,
		yes: func(o *options) *bool { return &o.noText }}

	reportUnitFlags = flagGroup{msgGroupUnit, []*flag{&flagUnit, &flagPos, &flagTagset, &flagStem, &flagStopwords, &flagMinFreq}}
)

func runReport(p *program, o *options, args []string) error {
	fig, err := p.drawnFigure(o, reportFigure)
	if err != nil {
		return err
	}
	if fig == nil {
		if err := p.pageOutput(o); err != nil {
			return err
		}
	}
	var notes []report.Note
	o.ngram = 1
	count, err := p.countOptions(o, &notes)
	if err != nil {
		return err
	}
	if len(o.ref) > 0 && len(o.refList) > 0 {
		return wrong(msgExclusive, "--ref", "--ref-list")
	}
	in := sideInput{append(o.ref, o.refList...), len(o.refList) > 0, roleRef}
	index := corpus.IndexOptions{CountOptions: count}
	if len(in.files) == 0 {
		if like, _, err := likeSejong(o, count.Terms); err == nil {
			index.Bases = like.Tags
		}
	}
	src, err := p.source(o, roleText, args)
	if err != nil {
		return err
	}
	if fig != nil {
		o.noText = true // a figure has no lines
		r, err := p.pageOf(o, in, index, src, args, &notes)
		if err != nil {
			return err
		}
		return p.drawReport(o, fig, r, args)
	}
	return p.write(o, formatPage, func(w io.Writer) error {
		r, err := p.pageOf(o, in, index, src, args, &notes)
		if err != nil {
			return err
		}
		return page.Write(w, r)
	})
}

// pageOf reads the texts and the reference, if there is one, and gathers what the report shows.
func (p *program) pageOf(o *options, in sideInput, index corpus.IndexOptions, src *corpus.Source, args []string, notes *[]report.Note) (*page.Report, error) {
	end := p.progress(src, args, false)
	defer end()
	x, err := corpus.IndexTerms(index, src)
	end()
	if err != nil {
		return nil, err
	}
	if len(in.files) == 0 {
		return p.page(o, x, nil, index.CountOptions, *notes)
	}
	s, err := p.readSide(o, in, index.CountOptions)
	if err != nil {
		return nil, err
	}
	if s.record.Tokens == 0 {
		return nil, &emptySide{s.name}
	}
	return p.page(o, x, &s, index.CountOptions, *notes)
}

// pageOutput refuses to write a page to a terminal, or to a file that nothing would open as one.
func (p *program) pageOutput(o *options) error {
	if !o.toFile() {
		if p.terminal {
			return wrong(msgBinary, "html").hinted(msgGiveOutput, ".html")
		}
		return nil
	}
	switch strings.ToLower(filepath.Ext(o.output)) {
	case ".html", ".htm", "":
		return nil
	}
	return wrong(msgPageEnding, o.output).hinted(msgGiveOutput, ".html")
}

// page gathers what the report shows. Without a reference it is held against the built-in one.
func (p *program) page(o *options, x *corpus.Index, ref *side, count corpus.CountOptions, notes []report.Note) (*page.Report, error) {
	b := p.newPage(o, x, notes)
	b.documents()
	b.words()
	if ref != nil {
		b.keysAgainst(ref)
	} else if err := p.keysAgainstSejong(b, count); err != nil {
		return nil, err
	}
	b.ngrams()
	b.pairs()
	b.passages()
	b.listed()
	b.vocabulary()
	b.method()
	return b.r, p.recordPage(b, o)
}
