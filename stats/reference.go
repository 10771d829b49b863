package stats

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Work is an entry of the bibliography: a publication from which a measure or a way to compute it comes.
type Work struct {
	// Key is how rows and texts cite it: "Dunning 1993".
	Key  string
	Kind WorkKind
	// Authors are separated by commas, initials first: "T. Pedersen, R. Bruce". A family name of two words stands in braces.
	Authors string
	// Edited says that they are the editors.
	Edited bool
	Year   string
	Title  string
	// In is the journal, or the book or the proceedings in which it appeared; Editors are the book's, "et al." for more.
	In, Editors string
	// Volume, Number and Pages are of the journal or book; Number is that of a report, too.
	Volume, Number, Pages string
	Edition               string // "2nd"
	Publisher             string // or the institution
	Degree                string // of a thesis: "Dissertation"
	URL                   string
	Online                string // the year in which it was online before it was in print
}

// WorkKind is the kind of a publication.
type WorkKind uint8

// The kinds.
const (
	Article WorkKind = iota
	Book
	Chapter
	Paper // in proceedings
	Thesis
	TechReport
	Online
)

var bibtexTypes = [...]string{Article: "article", Book: "book", Chapter: "incollection", Paper: "inproceedings", Thesis: "phdthesis", TechReport: "techreport", Online: "misc"}

// Bibliography gives all works that the package cites, in the order of their keys.
func Bibliography() []Work { return slices.Clone(works) }

// FindWork gives the work with a key ("Dunning 1993"); ok is false where the key is unknown.
func FindWork(key string) (w *Work, ok bool) {
	for i := range works {
		if works[i].Key == key {
			return &works[i], true
		}
	}
	return nil, false
}

// Reference gives the full reference of a source key ("Dunning 1993"); ok is false where the key is unknown.
func Reference(key string) (text string, ok bool) {
	w, ok := FindWork(key)
	if !ok {
		return "", false
	}
	return w.String(), true
}

// String gives the reference as it stands in a list of references.
func (w *Work) String() string {
	var b strings.Builder
	b.WriteString(bare(w.Authors))
	if w.Edited {
		b.WriteString(" (eds.)")
	}
	b.WriteString(" (" + w.Year)
	if w.Online != "" {
		b.WriteString(", online " + w.Online)
	}
	b.WriteString("). " + w.Title)
	end := "."
	if strings.HasSuffix(w.Title, "?") || strings.HasSuffix(w.Title, "…") {
		end = ""
	}
	b.WriteString(end)
	add := func(before, s string) {
		if s != "" {
			b.WriteString(before + s)
		}
	}
	switch w.Kind {
	case Article:
		b.WriteString(" " + w.In + " " + w.Volume)
		if w.Number != "" {
			b.WriteString("(" + w.Number + ")")
		}
		add(", ", w.Pages)
	case Chapter:
		b.WriteString(" In ")
		if w.Editors != "" {
			editors := " (ed.), "
			if strings.ContainsAny(w.Editors, ",") || strings.HasSuffix(w.Editors, othersMark) {
				editors = " (eds.), "
			}
			b.WriteString(w.Editors + editors)
		}
		b.WriteString(w.In + ". " + w.Publisher)
		add(", ", w.Pages)
	case Paper:
		b.WriteString(" " + w.In)
		add(", ", w.Pages)
		add(". ", w.URL)
	case Thesis:
		b.WriteString(" " + w.Degree + ", " + w.Publisher)
	case TechReport:
		b.WriteString(" Technical report " + w.Number + ", " + w.Publisher)
	default:
		if w.Edition != "" {
			b.WriteString(" " + w.Edition + " edition.")
		}
		b.WriteString(" " + w.Publisher)
	}
	b.WriteByte('.')
	return b.String()
}

// othersMark stands for the names that are left out.
const othersMark = " et al."

// ID gives the key of the work's BibTeX entry: BenjaminiHochberg1995. It is ASCII.
func (w *Work) ID() string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			return r
		case r < 0x80:
			return -1
		}
		return plainLetter(r)
	}, strings.ReplaceAll(w.Key, othersMark, "EtAl"))
}

// plainLetter gives the ASCII letter below an accent.
func plainLetter(r rune) rune {
	const accented, plain = "áäčéíóöřšŠüý", "aaceioorsSuy"
	if i := slices.Index([]rune(accented), r); i >= 0 {
		return rune(plain[i])
	}
	return -1
}

// BibTeX gives the work as an entry for BibTeX, in UTF-8. Names and abbreviations in the title stand in braces, so that no
// style writes them small.
func (w *Work) BibTeX() string {
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{%s", bibtexTypes[w.Kind], w.ID())
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %s = {%s}", name, value)
		}
	}
	who := "author"
	if w.Edited {
		who = "editor"
	}
	field(who, bibtexNames(w.Authors))
	field("year", w.Year)
	field("title", bibtexTitle(w.Title))
	switch w.Kind {
	case Article:
		field("journal", texEscape(w.In))
	case Chapter, Paper:
		field("booktitle", texEscape(w.In))
		field("editor", bibtexNames(w.Editors))
	}
	field("volume", w.Volume)
	field("number", w.Number)
	field("pages", strings.ReplaceAll(w.Pages, "–", "--"))
	field("edition", w.Edition)
	switch w.Kind {
	case Thesis:
		field("school", texEscape(w.Publisher))
	case TechReport:
		field("institution", texEscape(w.Publisher))
	case Online:
		field("howpublished", texEscape(w.Publisher))
	default:
		field("publisher", texEscape(w.Publisher))
	}
	if w.Kind == Thesis && w.Degree != "Dissertation" {
		field("type", w.Degree)
	}
	field("url", w.URL)
	if w.Online != "" {
		field("note", "Online "+w.Online)
	}
	b.WriteString("\n}\n")
	return b.String()
}

// bare gives names without the braces around family names of two words.
func bare(names string) string { return strings.NewReplacer("{", "", "}", "").Replace(names) }

// bibtexNames joins names as BibTeX wants them.
func bibtexNames(names string) string {
	names = strings.ReplaceAll(names, othersMark, ", others")
	return strings.ReplaceAll(names, ", ", " and ")
}

// bibtexTitle protects the words of a title that begin with a capital or hold one, but for the first, which begins with one
// anyway.
func bibtexTitle(title string) string {
	words := strings.Split(texEscape(title), " ")
	for i, word := range words {
		letters := []rune(word)
		from := 0
		if i == 0 {
			from = 1
		}
		if strings.ContainsFunc(string(letters[min(from, len(letters)):]), unicode.IsUpper) {
			words[i] = "{" + word + "}"
		}
	}
	return strings.Join(words, " ")
}

// texEscape escapes what TeX would take for a command.
func texEscape(s string) string {
	return strings.NewReplacer("&", `\&`, "%", `\%`, "_", `\_`).Replace(s)
}
