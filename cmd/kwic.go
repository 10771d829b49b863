package cmd

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"strings"

	"github.com/rivo/uniseg"

	"kstat/corpus"
	"kstat/report"
)

var kwicCommand = command{
	name: "kwic", args: msgArgsQuery, short: msgKwicShort, long: msgKwicLong, example: msgKwicExample,
	flags: []flagGroup{
		{msgGroupSearch, []*flag{&flagUnit, &flagTagset, &flagStem, &flagContext, &flagContextChars, &flagSort}},
		inputFlags, tableFlags, otherFlags,
	},
	needs: 1, words: 1, most: anyNumber, run: runKwic,
}

func runKwic(p *program, o *options, args []string) error {
	query, err := corpus.ParseQuery((&corpus.Cleaner{}).Clean(args[0]).Text)
	if err != nil {
		return p.queryError(err)
	}
	terms, err := p.terms(o)
	if err != nil {
		return err
	}
	lines, err := p.lineOptions(o)
	if err != nil {
		return err
	}
	lines.Analysis.Terms = terms
	format, err := p.tableFormat(o)
	if err != nil {
		return err
	}
	src, err := p.source(o, roleText, args[1:])
	if err != nil {
		return err
	}
	defer p.progress(src, args[1:], !o.toFile())()
	t := &report.Table{
		Command: "kwic", Title: messages[msgKwicTitle], Once: true,
		Columns: []report.Column{
			{Key: "doc", Heading: messages[msgColDoc], About: messages[msgAboutDoc]},
			{Key: "line", Heading: messages[msgColLine], About: messages[msgAboutLine], Kind: report.Count},
			{Key: "position", Heading: messages[msgColPosition], About: messages[msgAboutPosition], Kind: report.Count},
			{Key: "left", Heading: messages[msgColLeft], About: messages[msgAboutLeft], Align: report.Right},
			{Key: "node", Heading: messages[msgColNode], About: messages[msgAboutNode], Strong: true},
			{Key: "right", Heading: messages[msgColRight], About: messages[msgAboutRight]},
		},
	}
	kwic := corpus.KwicOptions{
		Analysis: lines.Analysis, Query: query, Threads: o.threads, Notices: lines.Notices,
		Context: corpus.Context{Eojeols: o.context, Chars: o.contextChars},
	}
	if word, ok := query.Word(); ok {
		kwic.Near = &corpus.NearMisses{Word: word}
	}
	kwic.Warn = p.noted(&t.Notes)
	order := corpus.LineOrder(o.sort)
	var failed error
	hits := 0
	t.Rows = func(yield func([]report.Cell) bool) {
		row := make([]report.Cell, len(t.Columns))
		show := func(l *corpus.Line) bool {
			row = append(row[:0], report.Str(l.Doc.Name), report.Int(l.Number), report.Int(l.Start), report.Str(l.Left), report.Str(l.Node), report.Str(l.Right))
			return yield(row)
		}
		var shown int
		var kept []*corpus.Line
		var sizes corpus.Searched
		sizes, failed = corpus.Kwic(src, kwic, func(l *corpus.Line) error {
			hits++
			switch {
			case order != corpus.ByPosition:
				kept = append(kept, l)
			case o.top == 0 || shown < o.top:
				shown++
				if !show(l) {
					return errStop
				}
			}
			return nil
		})
		corpus.SortLines(kept, order)
		for i, l := range kept {
			if o.top > 0 && i == o.top || !show(l) {
				break
			}
		}
		t.Summary = []report.Field{
			{Key: "documents", Label: messages[msgDocuments], Value: report.Int(sizes.Documents)},
			{Key: "sentences", Label: messages[msgSentences], Value: report.Int(sizes.Sentences)},
			{Key: "eojeols", Label: messages[msgEojeols], Value: report.Int(sizes.Eojeols)},
			{Key: "tokens", Label: messages[msgMorphemes], Value: report.Int(sizes.Tokens)},
			{Key: "types", Label: messages[msgTypes], Value: report.Int(sizes.Types)},
			{Key: "hits", Label: messages[msgHits], Value: report.Int(hits)},
		}
	}
	if err := p.writeTable(o, format, t); err != nil {
		return err
	}
	if failed == errStop {
		failed = nil
	}
	if failed == nil && hits == 0 {
		p.nothingMatches(args[0], kwic.Near)
	}
	return failed
}

// mostNear is the number of words that are named where a query found nothing.
const mostNear = 5

// nothingMatches says that a query found nothing, and which words hold it.
func (p *program) nothingMatches(query string, near *corpus.NearMisses) {
	p.say(p.text(msgNothingMatches, query))
	if near == nil {
		return
	}
	var words []string
	for _, w := range near.Most(mostNear) {
		words = append(words, fmt.Sprintf("%s %d", w.Term, w.Freq))
	}
	if len(words) > 0 {
		p.say(p.text(msgWordsWithQuery, strings.Join(words, ", ")))
	}
}

// queryError says what is wrong with a query, and points at it.
func (p *program) queryError(err error) error {
	var e *corpus.QueryError
	if !errors.As(err, &e) {
		return err
	}
	text := p.text(queryFaults[e.Fault])
	if m, ok := expressionFaults[e.Expression]; ok {
		text = strings.ReplaceAll(text, "{reason}", p.text(m)+": {part}")
	}
	reason := e.Args.Fill(text)
	below := strings.Repeat(" ", uniseg.StringWidth(e.Query[:e.Offset])) + "^"
	return wrong(msgQuery, reason, e.Query, below)
}

// expressionFaults are the texts for what can be wrong with a regular expression.
var expressionFaults = map[syntax.ErrorCode]msg{
	syntax.ErrInvalidCharClass:      msgExprClass,
	syntax.ErrInvalidCharRange:      msgExprRange,
	syntax.ErrInvalidEscape:         msgExprEscape,
	syntax.ErrInvalidNamedCapture:   msgExprName,
	syntax.ErrInvalidPerlOp:         msgExprGroup,
	syntax.ErrInvalidRepeatOp:       msgExprTwoRepeats,
	syntax.ErrInvalidRepeatSize:     msgExprRepeatSize,
	syntax.ErrInvalidUTF8:           msgExprUTF8,
	syntax.ErrMissingBracket:        msgExprBracket,
	syntax.ErrMissingParen:          msgExprOpen,
	syntax.ErrMissingRepeatArgument: msgExprNothing,
	syntax.ErrTrailingBackslash:     msgExprBackslash,
	syntax.ErrUnexpectedParen:       msgExprClose,
	syntax.ErrNestingDepth:          msgExprDepth,
	syntax.ErrLarge:                 msgExprLarge,
}

// queryFaults are the texts for what can be wrong with a query.
var queryFaults = map[corpus.QueryFault]msg{
	corpus.EmptyQuery:       msgQueryEmpty,
	corpus.UnclosedBracket:  msgQueryBracket,
	corpus.UnclosedGroup:    msgQueryGroup,
	corpus.UnclosedQuote:    msgQueryQuote,
	corpus.UnclosedRepeat:   msgQueryRepeatOpen,
	corpus.Unexpected:       msgQueryUnexpected,
	corpus.NoAttribute:      msgQueryNoAttribute,
	corpus.UnknownAttribute: msgQueryAttribute,
	corpus.NoOperator:       msgQueryNoOperator,
	corpus.NoValue:          msgQueryNoValue,
	corpus.BadExpression:    msgQueryExpression,
	corpus.UnknownTag:       msgQueryTag,
	corpus.BadRepeat:        msgQueryRepeat,
	corpus.NothingToRepeat:  msgQueryNothing,
	corpus.QueryTooLong:     msgQueryTooLong,
}
