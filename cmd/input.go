package cmd

import (
	"errors"
	"slices"
	"strings"

	"kstat/corpus"
	"kstat/internal/textio"
	"kstat/manifest"
	"kstat/report"
	"kstat/tokenize"
)

// source gives the documents that the arguments name. Who sits before an empty screen is told what it waits for.
func (p *program) source(o *options, role string, args []string) (*corpus.Source, error) {
	if (len(args) == 0 || slices.Contains(args, "-")) && isTerminal(p.stdin.Reader) {
		p.say(p.text(msgReadingStdin))
	}
	src, err := p.sourceAgain(o, args)
	if err == nil {
		p.rec.read(role, src)
	}
	return src, err
}

// sourceAgain is source for a second reading, of which nothing is said or noted.
func (p *program) sourceAgain(o *options, args []string) (*corpus.Source, error) {
	src, err := corpus.NewSource(args, p.reading(corpus.Options{Encoding: o.encoding}))
	if err != nil {
		e := wrong(msgUnknownEncoding, o.encoding).hinted(msgGiveEncoding, strings.Join(textio.EncodingNames(), ", "))
		var unknown *textio.EncodingError
		if errors.As(err, &unknown) && unknown.Nearest != "" {
			e = e.hinted(msgNearest, unknown.Nearest)
		}
		return nil, e
	}
	return src, nil
}

// reading completes how a source is read with what is the same for all of them.
func (p *program) reading(opt corpus.Options) corpus.Options {
	opt.Stdin, opt.Root, opt.Regular, opt.Hash = p.stdin, p.root, p.divert != nil, p.rec.on()
	opt.Spare = p.emptyOut()
	return opt
}

// analyst gives what makes the analyst of a thread.
func (p *program) analyst(o *options) (func() corpus.Analyst, error) {
	lessGarbage()
	switch {
	case o.pretagged && o.pretokenized:
		return nil, wrong(msgExclusive, "--pretagged", "--pretokenized")
	case o.pretagged:
		return func() corpus.Analyst { return &tokenize.TaggedReader{} }, nil
	case o.pretokenized:
		return func() corpus.Analyst { return &tokenize.TaggedReader{Untagged: true} }, nil
	default:
		t := tokenize.New()
		return func() corpus.Analyst { return t.NewWorker() }, nil
	}
}

// cleaner gives what makes the cleaner of a thread. Text that is cut into tokens already is not cleaned: it is counted
// as it stands.
func (p *program) cleaner(o *options) func() *corpus.Cleaner {
	if o.noClean || o.pretagged || o.pretokenized {
		return func() *corpus.Cleaner { return &corpus.Cleaner{} }
	}
	return corpus.NewCleaner
}

// terms gives what is to be counted.
func (p *program) terms(o *options) (tokenize.TermOptions, error) {
	unit, ok := tokenize.UnitNamed(o.unit)
	if !ok {
		return tokenize.TermOptions{}, wrong(msgBadChoice, "--unit", o.unit, strings.Join(unitNames(), ", "))
	}
	set, _ := tokenize.ParseTagset(o.tagset) // flag.check has looked at the name
	t := tokenize.TermOptions{Unit: unit, Tagset: set, Stem: o.stem}
	if o.pretokenized {
		switch {
		case o.pos != "":
			return t, wrong(msgNoTags, "--pos", "--pretokenized").hinted(msgUsePretagged)
		case unit.Tagged || unit == &tokenize.UnitEojeol:
			t.Unit = &tokenize.UnitToken // each token is the unit, whatever it is called
		}
	}
	if o.pos != "" {
		if !unit.Tagged {
			return t, wrong(msgUnitNoTags, "--pos", unit.Name)
		}
		tags, err := tokenize.ParseTagSet(o.pos)
		if err != nil {
			var unknown *tokenize.UnknownTagError
			errors.As(err, &unknown)
			return t, wrong(msgUnknownTag, unknown.Name).hinted(msgSeeTags).suggest(strings.ToUpper(unknown.Name), tagNames(), msgNearest)
		}
		if t.Tags, err = heldTags(unit, tags, o.pos); err != nil {
			return t, err
		}
	}
	if o.stem != "" && unit != &tokenize.UnitWord && unit != &tokenize.UnitNoun {
		return t, wrong(msgStemUnit, unit.Name)
	}
	return t, nil
}

// heldTags gives those of the tags in a list that the terms of a unit can have. An item of the list that has none of them is
// refused: it would select nothing.
func heldTags(unit *tokenize.Unit, tags tokenize.TagSet, list string) (tokenize.TagSet, error) {
	for item := range strings.SplitSeq(list, ",") {
		of, err := tokenize.ParseTagSet(item)
		if err != nil {
			return 0, err
		}
		if of&unit.Holds != 0 {
			continue
		}
		e := wrong(msgPosNotInUnit, strings.TrimSpace(item), unit.Name)
		for _, other := range tokenize.Units {
			if of&other.Holds != 0 {
				return 0, e.hinted(msgPosInUnit, other.Name)
			}
		}
		return 0, e
	}
	return tags & unit.Holds, nil
}

// countOptions gathers what a command that counts needs.
func (p *program) countOptions(o *options, notes *[]report.Note) (corpus.CountOptions, error) {
	var c corpus.CountOptions
	var err error
	if c.Terms, err = p.terms(o); err != nil {
		return c, err
	}
	if c.NewAnalyst, err = p.analyst(o); err != nil {
		return c, err
	}
	if c.Stop, err = p.stopList(o.stopwords, c.Terms); err != nil {
		return c, err
	}
	c.Threads = o.threads
	c.NewCleaner = p.cleaner(o)
	c.N, c.Glue = o.ngram, " "
	if !c.Terms.Unit.Spaced {
		c.Glue = ""
	}
	c.ByEmptyLine = o.pretagged || o.pretokenized
	c.Notices = p.notices()
	c.Warn = p.noted(notes)
	return c, nil
}

// inputNote gives a warning about an input the shape of a note to the result.
func inputNote(w corpus.Warning) report.Note {
	n := report.Note{Kind: string(w.Kind)}
	reason, _ := noticeTexts(w.Kind)
	for l := range n.Text {
		n.Text[l] = w.Path + ": " + w.Args.Fill(reason.In(report.Lang(l)))
	}
	return n
}

// taggedFault reports a token of a tagged text that cannot be read.
func (p *program) taggedFault(f corpus.TaggedFault) {
	p.failed = true
	p.rec.warn(manifest.Warning{Kind: taggedKinds[f.Err.Reason], Path: manifest.Text(f.Doc.Name), Line: f.Line})
	text := [...]msg{tokenize.NoTag: msgFaultNoTag, tokenize.NoSuchTag: msgFaultNoSuchTag, tokenize.NoFormLeft: msgFaultNoForm}[f.Err.Reason]
	p.say(p.text(msgAtLine, f.Doc.Name, f.Line, p.text(text, f.Err.Token)))
}

// taggedKinds are the kinds of taggedFault in the record of a run.
var taggedKinds = [...]string{tokenize.NoTag: "token_without_tag", tokenize.NoSuchTag: "no_such_tag", tokenize.NoFormLeft: "token_without_form"}

// lineOptions gathers what a command that goes line by line needs.
func (p *program) lineOptions(o *options) (corpus.LineOptions, error) {
	newAnalyst, err := p.analyst(o)
	return corpus.LineOptions{
		Analysis: corpus.Analysis{NewAnalyst: newAnalyst, NewCleaner: p.cleaner(o)},
		Threads:  o.threads,
		Glue:     " ",
		Notices:  p.notices(),
	}, err
}

// notices gives the ears for what is to be said about inputs.
func (p *program) notices() corpus.Notices {
	return corpus.Notices{Error: p.inputFailed, Warn: p.warn, Fault: p.taggedFault}
}

// noted says a warning and keeps it among the notes of the result.
func (p *program) noted(notes *[]report.Note) func(corpus.Warning) {
	return func(w corpus.Warning) {
		p.warn(w)
		*notes = append(*notes, inputNote(w))
	}
}

// errStop ends a work whose result nobody wants any more.
var errStop = errors.New("stop")
