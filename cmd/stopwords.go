package cmd

import (
	_ "embed"
	"strings"

	"kstat/corpus"
	"kstat/tokenize"
)

//go:embed stopwords_ko.txt
var stopwordsKo string

// stopList gives the function that tells stop words among terms, nil for none. A name is that of a file, or ko for the built-in list.
func (p *program) stopList(names []string, terms tokenize.TermOptions) (func(string) bool, error) {
	if len(names) == 0 {
		return nil, nil
	}
	x, err := tokenize.NewExtractor(terms)
	if err != nil {
		return nil, err
	}
	stop := make(map[string]bool)
	for _, name := range names {
		text := stopwordsKo
		if name != "ko" {
			if text, err = p.readWhole(name); err != nil {
				return nil, err
			}
		}
		for line := range strings.Lines(text) {
			if word := strings.TrimSpace(line); word != "" && !strings.HasPrefix(word, "#") {
				stop[word], stop[x.Fold(word)] = true, true
			}
		}
	}
	return func(term string) bool { return stop[term] }, nil
}

// readWhole reads a list that a flag names, decoded and in NFC.
func (p *program) readWhole(name string) (string, error) {
	src, err := corpus.NewSource([]string{name}, p.reading(corpus.Options{Whole: true, Plain: true}))
	if err != nil {
		return "", err
	}
	p.rec.read(roleStopwords, src)
	var b strings.Builder
	cleaner := &corpus.Cleaner{}
	for chunk, err := range src.Chunks() {
		if err != nil {
			return "", err
		}
		cleaned := cleaner.Clean(chunk.Text)
		chunk.Doc.NoteCleaning(cleaned.Counts)
		b.WriteString(cleaned.Text)
	}
	return b.String(), nil
}
