package cmd

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"kstat/corpus"
	"kstat/report"
	"kstat/tokenize"
)

var tokenizeCommand = command{
	name: "tokenize", args: msgArgsFiles, short: msgTokenizeShort, long: msgTokenizeLong, example: msgTokenizeExample,
	flags: []flagGroup{
		inputFlags,
		{msgGroupOutput, []*flag{&flagTokenFormat, &flagTagset, &flagOutput}},
		otherFlags,
	},
	most: anyNumber, run: runTokenize,
}

// The formats that only tokenize has, beside those of tables.
const (
	formatLine   = "line"
	formatCoNLLU = "conllu"
)

func tokenFormatNames() []string { return append([]string{formatLine, formatCoNLLU}, formatNames()...) }

func runTokenize(p *program, o *options, args []string) error {
	src, err := p.source(o, roleText, args)
	if err != nil {
		return err
	}
	defer p.progress(src, args, !o.toFile())()
	lines, err := p.lineOptions(o)
	if err != nil {
		return err
	}
	set, _ := tokenize.ParseTagset(o.tagset)
	switch o.format {
	case formatLine, "":
		if _, ok := report.FormatOf(o.output); ok && o.format == "" && o.output != "" {
			break
		}
		p.rec.settle(&flagFormat, formatLine)
		return p.write(o, formatLine, func(w io.Writer) error {
			return corpus.MapLines(w, src, lines, func(r *corpus.Reader) func([]byte, string) []byte {
				return func(dst []byte, line string) []byte {
					return r.AppendLine(dst, line, set)
				}
			})
		})
	case formatCoNLLU:
		return p.write(o, formatCoNLLU, func(w io.Writer) error { return p.writeCoNLLU(w, src, lines, set) })
	}
	format, err := p.tableFormat(o)
	if err != nil {
		return err
	}
	t := &report.Table{
		Command: "tokenize", Title: messages[msgTokenizeTitle], Once: true,
		Columns: []report.Column{
			{Key: "doc", Heading: messages[msgColDoc], About: messages[msgAboutDoc]},
			{Key: "sentence", Heading: messages[msgColSentence], About: messages[msgAboutSentence], Kind: report.Count},
			{Key: "eojeol", Heading: messages[msgColEojeol], About: messages[msgAboutEojeol], Kind: report.Count},
			{Key: "form", Heading: messages[msgColForm], About: messages[msgAboutForm], Strong: true},
			{Key: "tag", Heading: messages[msgColTag], About: messages[msgAboutTag]},
			{Key: "lemma", Heading: messages[msgColLemma], About: messages[msgAboutLemma]},
			{Key: "start", Heading: messages[msgColStart], About: messages[msgAboutStart], Kind: report.Count},
			{Key: "end", Heading: messages[msgColEnd], About: messages[msgAboutEnd], Kind: report.Count},
			{Key: "source", Heading: messages[msgColSource], About: messages[msgAboutSource]},
		},
	}
	lines.Warn = p.noted(&t.Notes)
	var failed error
	morphemes, err := tokenize.NewExtractor(tokenize.TermOptions{Unit: &tokenize.UnitMorpheme, Tags: tokenize.AllTags | tokenize.Tags(tokenize.None), Tagset: set})
	if err != nil {
		return err
	}
	var sizes corpus.Counter
	t.Rows = func(yield func([]report.Cell) bool) {
		row := make([]report.Cell, len(t.Columns))
		failed = corpus.MapPieces(src, lines.Analysis, lines.Threads, lines.Notices, func(piece *corpus.Piece, n corpus.Numbers) error {
			for i := range piece.Tokens {
				k := &piece.Tokens[i]
				start, end := piece.Place(k.Start, k.End)
				row = append(row[:0], report.Str(piece.Chunk.Doc.Name), report.Int(n.Sentence+k.Sentence+1), report.Int(n.Eojeol+k.Eojeol+1),
					report.Str(k.Form), report.Str(set.NameAt(piece.Tokens, i)), report.Str(k.Lemma), report.Int(start), report.Int(end),
					report.Str(k.Source.String()))
				if !yield(row) {
					return errStop
				}
			}
			sizes.Totals.Add(piece)
			sizes.Add(morphemes.Terms(piece.Text, piece.Tokens))
			return nil
		})
		t.Summary = []report.Field{
			{Key: "documents", Label: messages[msgDocuments], Value: report.Int(sizes.Documents)},
			{Key: "sentences", Label: messages[msgSentences], Value: report.Int(sizes.Sentences)},
			{Key: "eojeols", Label: messages[msgEojeols], Value: report.Int(sizes.Eojeols)},
			{Key: "tokens", Label: messages[msgMorphemes], Value: report.Int(sizes.Tokens)},
			{Key: "types", Label: messages[msgTypes], Value: report.Int(sizes.Types())},
		}
	}
	if err := p.writeTable(o, format, t); err != nil {
		return err
	}
	if failed == errStop {
		failed = nil
	}
	return failed
}

// writeCoNLLU writes the ten columns of Universal Dependencies: a line an eojeol, its morphemes joined by + as lemma and
// as language-specific tag, as in the Korean treebanks. What kstat does not analyse is _.
func (p *program) writeCoNLLU(w io.Writer, src *corpus.Source, o corpus.LineOptions, set tokenize.Tagset) error {
	b := bufio.NewWriterSize(w, 64<<10)
	var doc *corpus.Document
	err := corpus.MapPieces(src, o.Analysis, o.Threads, o.Notices, func(piece *corpus.Piece, n corpus.Numbers) error {
		if doc != piece.Chunk.Doc {
			doc = piece.Chunk.Doc
			fmt.Fprintf(b, "# newdoc id = %s\n", doc.Name)
		}
		for first := 0; first < len(piece.Tokens); {
			last := sameSentence(piece.Tokens, first)
			writeSentence(b, piece, piece.Tokens[first:last], n.Sentence, set)
			first = last
		}
		return nil
	})
	if err != nil {
		return err
	}
	return b.Flush()
}

// sameSentence gives the token behind the last one of a sentence.
func sameSentence(tokens []tokenize.Token, first int) int {
	n := slices.IndexFunc(tokens[first:], func(t tokenize.Token) bool { return t.Sentence != tokens[first].Sentence })
	if n < 0 {
		return len(tokens)
	}
	return first + n
}

func writeSentence(b *bufio.Writer, piece *corpus.Piece, tokens []tokenize.Token, before int, set tokenize.Tagset) {
	text := piece.Text[tokens[0].Start:tokens[len(tokens)-1].End]
	fmt.Fprintf(b, "# sent_id = %d\n# text = %s\n", before+tokens[0].Sentence+1, text)
	id := 0
	for i := 0; i < len(tokens); {
		j := i + 1
		for j < len(tokens) && tokens[j].Eojeol == tokens[i].Eojeol {
			j++
		}
		id++
		fmt.Fprintf(b, "%d\t%s\t", id, piece.Text[tokens[i].Start:tokens[j-1].End])
		for k := i; k < j; k++ {
			if k > i {
				b.WriteByte('+')
			}
			b.WriteString(tokens[k].Form)
		}
		fmt.Fprintf(b, "\t%s\t", universalTag(tokens[i:j]))
		for k := i; k < j; k++ {
			if k > i {
				b.WriteByte('+')
			}
			b.WriteString(set.NameAt(tokens, k))
		}
		start, end := piece.Place(tokens[i].Start, tokens[j-1].End)
		fmt.Fprintf(b, "\t_\t_\t_\t_\tStart=%d|End=%d\n", start, end)
		i = j
	}
	b.WriteByte('\n')
}

// universalTag gives the part of speech of an eojeol in Universal Dependencies: that of its first morpheme with a
// meaning, but a verb or adjective where a suffix makes one of it.
func universalTag(tokens []tokenize.Token) string {
	upos := ""
	for i := range tokens {
		switch tokens[i].Tag {
		case tokenize.XSV:
			return "VERB"
		case tokenize.XSA:
			return "ADJ"
		}
		if u := universalTags[tokens[i].Tag]; upos == "" || upos == "PUNCT" && u != "" {
			upos = u
		}
	}
	if upos == "" {
		return "X"
	}
	return upos
}

var universalTags = [...]string{
	tokenize.NNG: "NOUN", tokenize.NNP: "PROPN", tokenize.NNB: "NOUN", tokenize.NP: "PRON", tokenize.NR: "NUM", tokenize.SN: "NUM",
	tokenize.VV: "VERB", tokenize.VA: "ADJ", tokenize.VX: "AUX", tokenize.VCP: "AUX", tokenize.VCN: "ADJ", tokenize.MM: "DET",
	tokenize.MAG: "ADV", tokenize.MAJ: "CCONJ", tokenize.IC: "INTJ", tokenize.XR: "NOUN", tokenize.SL: "NOUN", tokenize.SH: "NOUN",
	tokenize.SF: "PUNCT", tokenize.SP: "PUNCT", tokenize.SS: "PUNCT", tokenize.SSO: "PUNCT", tokenize.SSC: "PUNCT",
	tokenize.SE: "PUNCT", tokenize.SO: "PUNCT", tokenize.SB: "PUNCT", tokenize.SW: "SYM", tokenize.WEmoji: "SYM",
	tokenize.WURL: "SYM", tokenize.WEmail: "SYM", tokenize.WHashtag: "NOUN", tokenize.WMention: "PROPN", tokenize.WSerial: "NUM",
	tokenize.UN: "",
}
