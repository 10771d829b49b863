// Package page writes the keyword report: one HTML file that needs nothing but itself, on which every number opens the
// lines behind it.
//
// The package analyses nothing. A caller has counted, measured and chosen lines, and hands all of it over as a Report;
// the page holds that as JSON, and a script of its own draws tables and figures from it, in Korean or English. What is
// not in the Report is not on the page.
//
// The page makes no request: its content security policy lets through one script and one style sheet, both by their hashes,
// and the images that it makes itself when a figure is saved as PNG. The script evaluates no text and writes none as
// markup: a document that holds </script> or an event handler is shown with it. What would turn the direction of writing is
// made visible (report.Visible), and text in exported CSV that a spreadsheet would run is disarmed as in package report.
//
// The same Report gives the same bytes. Nothing on the page depends on when or where it was made.
package page

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"kstat/report"
	"kstat/report/chart"
)

// Report is all that a page shows. Text that comes from documents may hold anything; Write sees to it.
type Report struct {
	// Lang is the language in which the page opens; a switch on it changes that.
	Lang report.Lang `json:"lang"`
	// Title names what was analysed, such as the file.
	Title string `json:"title"`
	// Program and its version, for the provenance.
	Program string `json:"program"`
	// Documents are the inputs in order.
	Documents []Document `json:"documents"`
	// AllDocuments is their number, also where Documents are only some of them.
	AllDocuments int `json:"alldocuments"`
	// Sizes are the numbers of the text at a glance, such as sentences and words.
	Sizes []Size `json:"sizes"`
	// Diversity are measures of how varied the vocabulary is.
	Diversity []Measure `json:"diversity"`
	// Cleaning says what was changed before the analysis.
	Cleaning []Change `json:"cleaning"`
	// Tokens is the number of running words, the base of frequencies per million and of positions.
	Tokens int `json:"tokens"`
	// Types is the number of different words, of which Words may be the most frequent ones only.
	Types int `json:"types"`
	// Spread says over which parts the dispersion of Word.DP is measured.
	Spread report.Text `json:"spread"`
	// Words are the words, the most frequent first.
	Words []Word `json:"words"`
	// Reference names what the words are compared with; empty where there is none, and then there are no Keys.
	Reference report.Text `json:"reference"`
	// ReferenceRemark says what must be known about the reference.
	ReferenceRemark report.Text `json:"refremark"`
	// NoKeys says why there are no key words where there could be.
	NoKeys report.Text `json:"nokeys"`
	// Keys are the words that the text has more often than the reference, the keyest first.
	Keys []Key `json:"keys"`
	// KeySentences are the sentences that hold the most of Keys, the best first.
	KeySentences Lines `json:"keysentences"`
	// NGrams are words that stand side by side, by their number; each the most frequent first.
	NGrams []NGram `json:"ngrams"`
	// Pairs are words that stand in the same sentences, the strongest first.
	Pairs []Pair `json:"pairs"`
	// Passages are the sentences to which the lines refer.
	Passages []Passage `json:"passages"`
	// Growth is the growth of the vocabulary, Ranks the frequencies by rank.
	Growth Curve `json:"growth"`
	Ranks  Curve `json:"ranks"`
	// Sides are the two corpora of a comparison, A and then B; empty in the report on one. With them, Keys are the words of
	// both sides, and the documents of A come before those of B.
	Sides []Side `json:"sides"`
	// Similarity says how alike the sides are.
	Similarity []Measure `json:"similarity"`
	// Faced are the Words of a comparison, in their order, as its plane shows them.
	Faced []chart.Faced `json:"-"`
	// SimilarityRemark says what must be known to judge that.
	SimilarityRemark report.Text `json:"simremark"`
	// Method says in paragraphs how the numbers were made.
	Method []report.Text `json:"method"`
	// Formulas are those of the measures on the page.
	Formulas []Formula `json:"formulas"`
	// Notes are doubts about the text or its numbers.
	Notes []report.Text `json:"notes"`
	// Record is the record of the run, JSON without a < in it (see package manifest). It stands in an element of its own,
	// where a program finds it, and is shown at the end of the method: program, model, inputs with their hashes, options. It
	// may be empty.
	Record []byte `json:"-"`
	// Limit is the number of lines that a number opens at most; 0 where all of them are there.
	Limit int `json:"limit"`
	// NoText says that the page holds no lines, for texts that must not be passed on.
	NoText bool `json:"notext"`
}

// written is a report as the script gets it, with what Write adds.
type written struct {
	Report
	// Clouds are laid out from Words, Scatters from Faced, Maps from Pairs.
	Clouds   []cloud   `json:"clouds"`
	Scatters []scatter `json:"scatters"`
	Maps     []pairMap `json:"maps"`
	// Sure are the words of Faced that are sure key words: 1 of side A, 2 of B, 0 for the others.
	Sure []int `json:"sure"`
	// Texts are the page's own words.
	Texts map[string]report.Text `json:"texts"`
}

// Document is an input.
type Document struct {
	Name      string `json:"name"`
	Encoding  string `json:"encoding"`
	Bytes     int    `json:"bytes"` // of decoded text
	Sentences int    `json:"sentences"`
	Eojeols   int    `json:"eojeols"`
	First     int    `json:"first"`  // running words before it
	Tokens    int    `json:"tokens"` // running words in it
	// Own are words that set the document apart from the others, by their index in Words, the surest first, each with its
	// number of occurrences in the document.
	Own [][2]int `json:"own"`
}

// Size is a number at a glance.
type Size struct {
	Label report.Text `json:"label"`
	Value uint64      `json:"value"`
	Opens Opens       `json:"opens"`
}

// Opens is what a number at a glance leads to.
type Opens string

// What there is to open. A number without any counts what stands nowhere by itself.
const (
	OpensNothing   Opens = ""
	OpensDocuments Opens = "documents" // their table
	OpensSentences Opens = "sentences" // the sentences
	OpensWords     Opens = "words"     // the table of words
	OpensHapaxes   Opens = "hapaxes"   // the words of it that occur once
)

// Measure is a measure of the whole text.
type Measure struct {
	Name     report.Text `json:"name"`
	Value    Number      `json:"value"`
	Decimals int         `json:"decimals"`
	Doubt    report.Text `json:"doubt"` // empty where there is none
	// Question is what it answers, Formula how, as in type Formula.
	Question report.Text `json:"question"`
	Formula  report.Text `json:"formula"`
}

// Change is what a rule of cleaning did, and how often.
type Change struct {
	Rule  string      `json:"rule"`
	Does  report.Text `json:"does"`
	Count int         `json:"count"`
	At    []Changed   `json:"at"` // the first of them
}

// Changed is a place that a rule changed.
type Changed struct {
	Document int    `json:"d"` // index in Report.Documents
	Line     int    `json:"l"`
	Old      string `json:"o"`
	New      string `json:"n"` // empty where it was dropped
}

// Class is a coarse part of speech, by which words are coloured and filtered.
type Class uint8

// The classes.
const (
	Other Class = iota
	Noun
	Predicate
	Adverb
)

// Name gives what a class is called: verbs and adjectives.
func (c Class) Name() report.Text {
	return texts[[...]string{Other: "other", Noun: "noun", Predicate: "predicate", Adverb: "adverb"}[c]]
}

// Word is a word with what is known of it.
type Word struct {
	Term  string      `json:"t"`
	Tag   string      `json:"g"` // as the tag set writes it; empty for units without parts of speech
	Title report.Text `json:"n"` // of the tag: proper noun
	Class Class       `json:"c"`
	Freq  uint64      `json:"f"`
	Docs  uint64      `json:"d"`
	FreqB uint64      `json:"b"` // of Freq, on side B
	// DP is Gries's deviation of proportions: 0 for a word spread as evenly as the text, towards 1 for one in one place.
	DP Number `json:"p"`
	// Strip is where the word stands: pairs of a place, from 0 to Places-1 through the whole text, and the number of its
	// occurrences there, for places that have any.
	Strip []int `json:"s"`
	Lines Lines `json:"l"`
}

// Places is the number of places into which a Word's Strip divides the text.
const Places = chart.Places

// Side is one of two corpora that are compared.
type Side struct {
	Name      string    `json:"name"`
	Documents int       `json:"documents"` // how many of Report.Documents
	Sizes     []Size    `json:"sizes"`
	Diversity []Measure `json:"diversity"`
}

// Key is what sets a word of the text apart from the reference, or side A apart from side B, or B from A: then its log
// ratio is negative.
type Key struct {
	// Of are the words of the page that it is, by their index in Words: one; or those that are made of it, as 사용 and
	// 사용하다 of 사용; or none.
	Of []int `json:"i"`
	// Word is what the page says of it where that is not what it says of the one word in Of.
	Word     *Word  `json:"w"`
	Freq     uint64 `json:"c"` // in the text
	RefFreq  uint64 `json:"f"` // in the reference
	PerText  Number `json:"a"` // per million, in the text
	PerRef   Number `json:"b"` // per million, in the reference
	LogRatio Number `json:"r"` // base 2
	Lo       Number `json:"x"` // the ends of its interval
	Hi       Number `json:"y"`
	LRC      Number `json:"l"`
	G2       Number `json:"g"`
	// AdjustedP is log10 of the corrected p of a comparison.
	AdjustedP Number `json:"p"`
	// Carrier is 1 + the index of the document without which the word would not be key; 0 where there is none.
	Carrier int `json:"o"`
}

// SureKey is the G² from which on a word of Keys is coloured as a key word: that of p < 0.001.
const SureKey = 10.83

// NGram is two or more words side by side, by their index in Words.
type NGram struct {
	Words []int  `json:"w"`
	Freq  uint64 `json:"f"`
	Lines Lines  `json:"l"`
}

// Pair is two words that stand in the same sentences, by their index in Words.
type Pair struct {
	A        int    `json:"a"`
	B        int    `json:"b"`
	Together uint64 `json:"o"` // sentences that hold both
	FreqA    uint64 `json:"x"` // sentences that hold the one
	FreqB    uint64 `json:"y"`
	G2       Number `json:"g"`
	LogDice  Number `json:"d"`
	NPMI     Number `json:"n"`
	Lines    Lines  `json:"l"`
}

// Line is a passage, and what of it is to be marked: byte ranges of its text, in order and apart.
type Line struct {
	Passage int // index in Report.Passages
	Marks   [][2]int
}

// Lines are the lines behind a number, in the order of the text.
type Lines []Line

// Passage is a sentence.
type Passage struct {
	Document int // index in Report.Documents
	Line     int // of the document, from 1
	// Number is the place of the passage among all of the text's. Neighbours by Number are neighbours in the text; those
	// on the same line of the same document are a paragraph.
	Number int
	Text   string
}

// Curve is a curve through points, with the law that fits it.
type Curve struct {
	X      []float64   `json:"x"`
	Y      []float64   `json:"y"`
	Fit    []Number    `json:"fit"` // by X; empty where there is none
	Law    string      `json:"law"` // the fitted law with its numbers
	Remark report.Text `json:"remark"`
}

// Formula is a measure with how it is computed.
type Formula struct {
	Name    report.Text `json:"name"`
	Formula report.Text `json:"formula"` // the Korean one may be empty where there are no words in it
	Source  string      `json:"source"`
}

// Number is a number that may not exist: NaN and the infinities are shown as a dash.
type Number float64

// MarshalJSON writes null for what JSON has no number for.
func (n Number) MarshalJSON() ([]byte, error) {
	f := float64(n)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, f, 'g', 8, 64), nil
}

var (
	//go:embed page.css
	style string
	//go:embed page.js
	script string
)

// Write writes the page. An error is one of w's.
func Write(w io.Writer, r *Report) error {
	data, err := r.encode()
	if err != nil {
		return err
	}
	title := html.EscapeString(report.Visible(r.Title))
	lang := [...]string{report.English: "en", report.Korean: "ko"}[r.Lang]
	b := bufio.NewWriterSize(w, 1<<16)
	for _, s := range []string{
		"<!doctype html>\n<html lang=", lang, ">\n<meta charset=utf-8>\n",
		`<meta http-equiv=Content-Security-Policy content="default-src 'none'; script-src `, source(script),
		"; style-src ", source(style), `; img-src blob:; base-uri 'none'; form-action 'none'">`, "\n",
		"<meta name=viewport content=\"width=device-width,initial-scale=1\">\n",
		"<meta name=generator content=\"", html.EscapeString(report.Visible(r.Program)), "\">\n",
		"<title>", title, "</title>\n<style>", style, "</style>\n",
		"<noscript><h1>", title, "</h1><p>", html.EscapeString(texts["noscript"].In(r.Lang)), "</p>", r.plain(), "</noscript>\n",
		"<div id=app></div>\n<script type=application/json id=data>",
	} {
		b.WriteString(s)
	}
	b.Write(data)
	if len(r.Record) > 0 {
		b.WriteString("</script>\n<script type=application/json id=record>")
		b.Write(r.Record)
	}
	b.WriteString("</script>\n<script>")
	b.WriteString(script)
	b.WriteString("</script>\n</html>\n")
	return b.Flush()
}

// source gives the hash by which the content security policy knows a script or style sheet.
func source(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// plain gives the most frequent words as a list, for readers who let no script run.
func (r *Report) plain() string {
	var b strings.Builder
	b.WriteString("<ol>")
	for _, w := range r.Words[:min(len(r.Words), 100)] {
		b.WriteString("<li>" + html.EscapeString(report.Visible(w.Term)) + " " + strconv.FormatUint(w.Freq, 10) + "</li>")
	}
	b.WriteString("</ol>")
	return b.String()
}

// encode gives the report as JSON without any < > & or line separator in it, so that it cannot end its script element.
func (r *Report) encode() ([]byte, error) {
	c := written{Report: *r, Texts: texts}
	c.Title = report.Visible(r.Title)
	c.Program = report.Visible(r.Program)
	c.Notes = slices.Clone(r.Notes) // they name files
	for i := range c.Notes {
		for l, text := range c.Notes[i] {
			c.Notes[i][l] = report.Visible(text)
		}
	}
	for l, text := range r.Reference {
		c.Reference[l] = report.Visible(text)
	}
	c.Documents = slices.Clone(r.Documents)
	for i := range c.Documents {
		c.Documents[i].Name = report.Visible(c.Documents[i].Name)
		c.Documents[i].Own = list(c.Documents[i].Own)
	}
	c.Words = slices.Clone(r.Words)
	for i := range c.Words {
		c.Words[i] = r.shownWord(c.Words[i])
	}
	c.Keys = slices.Clone(r.Keys)
	for i := range c.Keys {
		k := &c.Keys[i]
		k.Of = list(k.Of)
		if k.Word != nil {
			w := r.shownWord(*k.Word)
			k.Word = &w
		}
	}
	c.Cleaning = slices.Clone(r.Cleaning)
	for i := range c.Cleaning {
		at := slices.Clone(list(c.Cleaning[i].At))
		for k := range at {
			at[k].Old, at[k].New = shownChange(at[k].Old), shownChange(at[k].New)
		}
		c.Cleaning[i].At = at
	}
	c.KeySentences = r.inUnits(r.KeySentences)
	c.NGrams = slices.Clone(r.NGrams)
	for i := range c.NGrams {
		c.NGrams[i].Lines = r.inUnits(c.NGrams[i].Lines)
	}
	c.Pairs = slices.Clone(r.Pairs)
	for i := range c.Pairs {
		c.Pairs[i].Lines = r.inUnits(c.Pairs[i].Lines)
	}
	c.Clouds = clouds(c.Words)
	c.Maps = pairMaps(c.Words, c.Pairs)
	c.Scatters, c.Sure = scatters(r.Faced), make([]int, len(r.Faced))
	for i, f := range r.Faced {
		c.Sure[i] = sure(f.Color)
	}
	c.Sizes, c.Diversity, c.Cleaning, c.Passages = list(c.Sizes), list(c.Diversity), list(c.Cleaning), list(c.Passages)
	c.Keys, c.Sides, c.Similarity = list(c.Keys), slices.Clone(list(c.Sides)), list(c.Similarity)
	for i := range c.Sides {
		c.Sides[i].Name = report.Visible(c.Sides[i].Name)
	}
	c.Documents, c.Words, c.NGrams, c.Pairs = list(c.Documents), list(c.Words), list(c.NGrams), list(c.Pairs)
	c.Growth.X, c.Growth.Fit, c.Ranks.X, c.Ranks.Fit = list(c.Growth.X), list(c.Growth.Fit), list(c.Ranks.X), list(c.Ranks.Fit)
	c.Method, c.Formulas, c.Notes = list(c.Method), list(c.Formulas), list(c.Notes)
	return json.Marshal(&c)
}

// sure gives the side whose sure key word is drawn in a colour.
func sure(c chart.Color) int {
	switch c {
	case chart.Accent:
		return 1
	case chart.Second:
		return 2
	}
	return 0
}

// shownWord gives a word as the script wants it.
func (r *Report) shownWord(w Word) Word {
	w.Term, w.Lines = report.Visible(w.Term), r.inUnits(w.Lines)
	return w
}

// shownChange gives what a rule found or made, so that it can be seen: a run of 3,000,000 ㅋ by its beginning, and what has
// no shape by its code points.
func shownChange(s string) string {
	const most = 40
	runes := []rune(s)
	cut := len(runes) > most
	runes = runes[:min(len(runes), most)]
	seen := false
	for _, r := range runes {
		seen = seen || unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsMark(r) && r != 0x3164
	}
	text := report.Visible(string(runes))
	if !seen {
		var points []string
		for _, r := range runes[:min(len(runes), 4)] {
			points = append(points, fmt.Sprintf("U+%04X", r))
		}
		cut = cut || len(runes) > 4
		text = strings.Join(points, " ")
	}
	if cut {
		text += "…"
	}
	return text
}

// list gives an empty slice for a nil one, which JSON would write as null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// inUnits gives lines whose marks count UTF-16 units, as the strings of the script do, instead of bytes.
func (r *Report) inUnits(lines Lines) Lines {
	out := make(Lines, len(lines))
	for i, l := range lines {
		text := r.Passages[l.Passage].Text
		out[i].Passage = l.Passage
		done, units := 0, 0
		reach := func(end int) int {
			for _, u := range text[done:end] {
				units += utf16.RuneLen(u)
			}
			done = end
			return units
		}
		for _, m := range l.Marks {
			start := reach(m[0])
			out[i].Marks = append(out[i].Marks, [2]int{start, reach(m[1])})
		}
	}
	return out
}

// MarshalJSON writes each line as an array: the passage, and the two ends of each mark.
func (l Lines) MarshalJSON() ([]byte, error) {
	b := []byte{'['}
	for i := range l {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(append(b, '['), int64(l[i].Passage), 10)
		for _, m := range l[i].Marks {
			b = strconv.AppendInt(append(b, ','), int64(m[0]), 10)
			b = strconv.AppendInt(append(b, ','), int64(m[1]), 10)
		}
		b = append(b, ']')
	}
	return append(b, ']'), nil
}

// MarshalJSON writes an array: document, line, number, text.
func (p Passage) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{p.Document, p.Line, p.Number, report.Visible(p.Text)})
}
