package tokenize

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball"
)

// StemLanguages are the languages whose words can be stemmed.
var StemLanguages = [...]string{"english", "french", "hungarian", "norwegian", "russian", "spanish", "swedish"}

// stemmer gives the function that stems words of a language.
func stemmer(language string) (func(string) string, error) {
	for _, l := range StemLanguages {
		if l == language {
			return func(word string) string {
				stem, err := snowball.Stem(word, language, true)
				if err != nil || stem == "" {
					return word
				}
				return stem
			}, nil
		}
	}
	return nil, fmt.Errorf("no stemmer for %q; there are %s", language, strings.Join(StemLanguages[:], ", "))
}

// appendLatin appends to x.buf the word in Latin or another foreign script that begins at tokens[first], folded in case
// and stemmed where that was asked for, and gives the token behind it and the word's tag.
//
// Analysers cut such words at every change of script: GPT/SL -/SO 4/SN. Together again are, without a space between
// them, letters and digits (v3, 3D, Word2Vec) and what they hold between them of - . _ & ' (GPT-4, Node.js, R&D), and
// + and # behind them (C++, C#). A single letter and - join a noun too: K-팝, t-분포. A number and the unit of measure
// behind it stay two, as in 20년, and the unit is a bound noun: 20km is 20/SN and km/NNB. A slash parts: AI/ML is two words.
func (x *Extractor) appendLatin(first int) (next int, tag Tag) {
	from := len(x.buf)
	start := &x.tokens[first]
	last := first + 1 // behind the last token that is part of the word
	letters := start.Tag == SL
grow:
	for i := last; i < len(x.tokens) && x.tokens[i].Eojeol == start.Eojeol && x.tokens[i].Sentence == start.Sentence; i++ {
		t := &x.tokens[i]
		switch {
		case t.Tag == SL:
			if i == first+1 && start.Tag == SN && isMeasure(t.Form) {
				break grow
			}
			letters = true
			last = i + 1
		case t.Tag == SN:
			if !letters {
				break grow
			}
			last = i + 1
		case letters && last == i && (t.Form == "+" || t.Form == "++" || t.Form == "#"):
			last = i + 1
		case last == i && isJoiner(t.Form):
			// A noun behind a hyphen ends the word.
			if j := i + 1; t.Form == "-" && i == first+1 && j < len(x.tokens) && x.tokens[j].Eojeol == start.Eojeol &&
				(x.tokens[j].Tag == NNG || x.tokens[j].Tag == NNP) && start.Tag == SL && utf8.RuneCountInString(start.Form) == 1 {
				x.appendFolded(first, i+1)
				x.buf = append(x.buf, x.tokens[j].Form...)
				return j + 1, x.tokens[j].Tag
			}
		default:
			break grow
		}
	}
	if !letters { // digits alone, without what follows them
		x.buf = append(x.buf, start.Form...)
		return first + 1, SN
	}
	x.appendFolded(first, last)
	word := bytes.TrimRight(x.buf[from:], ".-_'&") // et al.
	word = bytes.TrimSuffix(word, []byte("'s"))    // OpenAI's
	x.buf = x.buf[:from+len(word)]
	if x.stem != nil {
		x.appendStem(from)
	}
	if first > 0 && last == first+1 && x.tokens[first-1].Tag == SN && x.tokens[first-1].Eojeol == start.Eojeol && isMeasure(start.Form) {
		return last, NNB
	}
	return last, SL
}

// appendFolded appends the forms of tokens[first:last] in small letters.
func (x *Extractor) appendFolded(first, last int) {
	for i := first; i < last; i++ {
		for _, r := range x.tokens[i].Form {
			switch {
			case 'A' <= r && r <= 'Z':
				r += 'a' - 'A'
			case r == '’':
				r = '\''
			case r >= utf8.RuneSelf:
				r = unicode.ToLower(r)
			}
			x.buf = utf8.AppendRune(x.buf, r)
		}
	}
}

// appendStem replaces the word x.buf[from:] by its stem.
func (x *Extractor) appendStem(from int) {
	stem, ok := x.stems[string(x.buf[from:])]
	if !ok {
		word := string(x.buf[from:])
		stem = x.stem(word)
		remember(&x.stems, word, stem)
	}
	x.buf = append(x.buf[:from], stem...)
}

func isJoiner(form string) bool {
	switch form {
	case "-", ".", "_", "&", "'", "’":
		return true
	}
	return false
}

// isMeasure tells whether Latin letters behind a number are a unit of measure. Capitals count: 5g is a weight and 5G a
// network, so the list has no K, D, G or M.
func isMeasure(form string) bool {
	switch form {
	case "m", "km", "cm", "mm", "nm", "ft", "in",
		"g", "kg", "mg", "t", "lb", "oz",
		"l", "L", "ml", "mL", "cc",
		"B", "KB", "kB", "MB", "GB", "TB", "PB", "kb", "Mb", "Gb", "Kbps", "kbps", "Mbps", "Gbps", "bps", "fps",
		"Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "GW", "kWh", "MWh", "Wh", "V", "kV", "mV", "mA", "mAh", "dB", "px", "pt", "dpi",
		"cal", "kcal", "J", "kJ", "Pa", "hPa", "ppm", "rpm", "bpm",
		"s", "sec", "ms", "min", "h", "hr", "am", "pm", "AM", "PM", "km/h", "USD", "KRW", "EUR", "JPY":
		return true
	}
	return false
}

// Fold gives a word that a user typed as the extractor writes it: small Latin letters, stemmed where that was asked for.
func (x *Extractor) Fold(word string) string {
	if x.unit != &UnitWord && x.unit != &UnitNoun {
		return word
	}
	letters := strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
	if !letters {
		return word
	}
	word = strings.ReplaceAll(strings.ToLower(word), "’", "'")
	if x.stem != nil {
		word = x.stem(word)
	}
	return word
}
