package cmd

import (
	"io"
	"strings"

	"kstat/corpus"
	"kstat/tokenize"
)

var sentencesCommand = command{
	name: "sentences", args: msgArgsFiles, short: msgSentencesShort, long: msgSentencesLong, example: msgSentencesExample,
	flags: []flagGroup{
		{msgGroupInput, []*flag{&flagEncoding}},
		{msgGroupOutput, []*flag{&flagJoin, &flagOutput}},
		otherFlags,
	},
	most: anyNumber, run: runSentences,
}

func runSentences(p *program, o *options, args []string) error {
	join := strings.ReplaceAll(o.join, `\t`, "\t") // for shells that cannot write a tab
	if strings.ContainsAny(join, "\n\r") {
		return wrong(msgJoinLine)
	}
	src, err := p.source(o, roleText, args)
	if err != nil {
		return err
	}
	defer p.progress(src, args, !o.toFile())()
	lines, err := p.lineOptions(&options{noClean: true, threads: o.threads}) // a reader's sentences are left as they are
	if err != nil {
		return err
	}
	if !p.rec.given(flagJoin.name) { // --join '' joins too
		join, lines.SkipEmpty = "\n", true
	}
	lines.Glue = join
	return p.write(o, formatText, func(w io.Writer) error {
		return corpus.MapLines(w, src, lines, func(r *corpus.Reader) func([]byte, string) []byte {
			return func(dst []byte, line string) []byte {
				text, tokens := r.Line(line)
				return appendSentences(dst, text, tokens, join)
			}
		})
	})
}

// appendSentences appends the sentences of a text with a string between them.
func appendSentences(dst []byte, text string, tokens []tokenize.Token, join string) []byte {
	for first := 0; first < len(tokens); {
		last := first
		for last+1 < len(tokens) && tokens[last+1].Sentence == tokens[first].Sentence {
			last++
		}
		if first > 0 {
			dst = append(dst, join...)
		}
		dst = append(dst, text[tokens[first].Start:tokens[last].End]...)
		first = last + 1
	}
	return dst
}
