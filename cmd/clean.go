package cmd

import (
	"fmt"
	"io"
	"strings"

	"kstat/corpus"
	"kstat/report"
)

var cleanCommand = command{
	name: "clean", args: msgArgsFiles, short: msgCleanShort, long: msgCleanLong, example: msgCleanExample,
	flags: []flagGroup{
		{msgGroupInput, []*flag{&flagEncoding, &flagNoClean}},
		{msgGroupOutput, []*flag{&flagLog, &flagFormat, &flagOutput}},
		otherFlags,
	},
	appendix: cleanRules, most: anyNumber, run: runClean,
}

// formatText is the format of plain text in the record of a run.
const formatText = "text"

// cleanRules prints the rules of cleaning.
func cleanRules(p *program) {
	fmt.Fprintf(p.out, "\n%s\n", p.text(msgRules))
	var rows [][2]string
	for _, r := range corpus.Rules() {
		rows = append(rows, [2]string{r.Name, ruleText(r).In(p.lang)})
	}
	p.writeColumns(rows)
}

func runClean(p *program, o *options, args []string) error {
	src, err := p.source(o, roleText, args)
	if err != nil {
		return err
	}
	defer p.progress(src, args, !o.toFile())()
	switch o.log {
	case "":
		if o.format != "" {
			return wrong(msgFormatNeedsLog)
		}
		return p.write(o, formatText, func(w io.Writer) error { return p.cleanText(w, src, o, nil) })
	case "-": // the log is the result
		return p.cleanLog(o, func(change func(corpus.Cleaned, *corpus.Chunk)) error {
			return p.cleanText(io.Discard, src, o, change)
		})
	default: // the text is the result, and the log goes into its own file
		logTo := *o
		logTo.output = o.log
		text := *o
		return p.write(&text, formatText, func(w io.Writer) error {
			return p.cleanLog(&logTo, func(change func(corpus.Cleaned, *corpus.Chunk)) error {
				return p.cleanText(w, src, o, change)
			})
		})
	}
}

// cleanText writes the cleaned text. change, if it is not nil, is told of each chunk.
func (p *program) cleanText(w io.Writer, src *corpus.Source, o *options, change func(corpus.Cleaned, *corpus.Chunk)) error {
	type cleaned struct {
		chunk *corpus.Chunk
		text  corpus.Cleaned
	}
	newCleaner := p.cleaner(o)
	return corpus.InOrder(src.Chunks(), o.threads, func(int) func(*corpus.Chunk) cleaned {
		c := newCleaner()
		c.Log = change != nil
		return func(chunk *corpus.Chunk) cleaned {
			text := c.Clean(chunk.Text)
			chunk.Doc.NoteCleaning(text.Counts)
			return cleaned{chunk, text}
		}
	}, func(c cleaned, err error) error {
		if err != nil {
			p.inputFailed(err)
			return nil
		}
		for _, warning := range c.chunk.Warnings {
			p.warn(warning)
		}
		if change != nil {
			change(c.text, c.chunk)
		}
		_, err = io.WriteString(w, c.text.Text)
		if n := len(c.text.Text); err == nil && c.chunk.Last && n > 0 && c.text.Text[n-1] != '\n' {
			_, err = io.WriteString(w, "\n") // so that the next document begins on a line of its own
		}
		return err
	})
}

// cleanLog prints the table of what was changed.
func (p *program) cleanLog(o *options, run func(func(corpus.Cleaned, *corpus.Chunk)) error) error {
	format, err := p.tableFormat(o)
	if err != nil {
		return err
	}
	t := &report.Table{
		Command: "clean", Title: messages[msgCleanTitle], Once: true,
		Columns: []report.Column{
			{Key: "doc", Heading: messages[msgColDoc], About: messages[msgAboutDoc]},
			{Key: "line", Heading: messages[msgColLine], About: messages[msgAboutLine], Kind: report.Count},
			{Key: "start", Heading: messages[msgColStart], About: messages[msgAboutStart], Kind: report.Count},
			{Key: "end", Heading: messages[msgColEnd], About: messages[msgAboutEnd], Kind: report.Count},
			{Key: "rule", Heading: messages[msgColRule], About: messages[msgAboutRule]},
			{Key: "old", Heading: messages[msgColOld], About: messages[msgAboutOld]},
			{Key: "new", Heading: messages[msgColNew], About: messages[msgAboutNew]},
		},
	}
	var failed error
	t.Rows = func(yield func([]report.Cell) bool) {
		row := make([]report.Cell, len(t.Columns))
		var counts corpus.Counts
		documents := 0
		goOn := true
		failed = run(func(c corpus.Cleaned, chunk *corpus.Chunk) {
			for _, ch := range c.Changes {
				row = append(row[:0], report.Str(chunk.Doc.Name), report.Int(chunk.Line+ch.Line-1), report.Int(chunk.Offset+ch.Start),
					report.Int(chunk.Offset+ch.End), report.Str(ch.Rule), report.Str(ch.Old), report.Str(ch.New))
				goOn = goOn && yield(row)
			}
			counts.Add(c.Counts)
			if chunk.Last {
				documents++
			}
		})
		t.Summary = []report.Field{{Key: "documents", Label: messages[msgDocuments], Value: report.Int(documents)}}
		for i, r := range corpus.Rules() {
			if counts != nil && counts[i] > 0 {
				t.Summary = append(t.Summary, report.Field{Key: strings.ReplaceAll(r.Name, "-", "_"), Value: report.Int(counts[i])})
			}
		}
	}
	if err := p.writeTable(o, format, t); err != nil {
		return err
	}
	return failed
}
