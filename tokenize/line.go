package tokenize

import "math"

// AppendLine appends the morphemes of a line as they are printed, form/TAG with a space between them, in the tag set
// given. It is the fast way to print: what a surface becomes is remembered with its analysis.
func (w *Worker) AppendLine(dst []byte, line string, set Tagset) []byte {
	w.set, w.numeral, w.printing = set, numeralBefore{}, true
	from := len(dst)
	for len(line) > 0 {
		part, next := cutLine(line)
		w.line(part)
		for i := range w.pieces {
			p := &w.pieces[i]
			if len(dst) > from {
				dst = append(dst, ' ')
			}
			w.numeral.joined = i > 0 && !p.Spaced
			e := w.entries[i]
			if e == nil {
				dst = w.appendMark(dst, part[p.Start:p.End], kindTags[p.Kind])
				w.numeral = numeralBefore{part[p.Start:p.End], kindTags[p.Kind], false}
				continue
			}
			c := &e.cands()[w.chosen[i]]
			if c.size == 0 || c.set != set || set == MeCab && w.countsBefore(e, c) {
				dst = w.print(dst, e, c)
			} else {
				dst = append(dst, c.printed()...)
			}
			if set == MeCab {
				m := c.morph()
				w.numeral.form, w.numeral.tag = w.formOf(e, m, len(m)-1), Tag(w.r.tag(m[len(m)-1].morph))
			}
		}
		line = line[next:]
	}
	return dst
}

func (w *Worker) appendMark(dst []byte, text string, tag Tag) []byte {
	dst = append(dst, text...)
	dst = append(dst, '/')
	return append(dst, names[w.set][tag]...)
}

// numeralBefore is the morpheme before what is printed next, of which MeCab's tag of a counter depends, and whether both are
// written together.
type numeralBefore struct {
	form   string
	tag    Tag
	joined bool
}

// countsBefore tells whether an analysis begins with a bound noun that counts what the morpheme before it says.
func (w *Worker) countsBefore(e *entry, c *candidate) bool {
	m := c.morph()
	return Tag(w.r.tag(m[0].morph)) == NNB && counts(w.numeral.form, w.numeral.tag, w.formOf(e, m, 0), w.numeral.joined)
}

// formOf gives the form of a morpheme of an analysis.
func (w *Worker) formOf(e *entry, m []part, i int) string {
	form, _, _ := w.r.form(m[i].morph, e.surface()[m[i].start:m[i].end])
	return form
}

// print appends an analysis as AppendLine prints it, and remembers it where it is the same wherever it stands.
func (w *Worker) print(dst []byte, e *entry, c *candidate) []byte {
	b := dst
	text, morph := e.surface(), c.morph()
	here := w.set == MeCab && w.countsBefore(e, c)
	for i, m := range morph {
		surface := text[m.start:m.end]
		form, _, _ := w.r.form(m.morph, surface)
		tag := Tag(w.r.tag(m.morph))
		name := names[w.set][tag]
		if w.set == MeCab {
			if tag == NNB && (i == 0 && here || i > 0 && counts(w.formOf(e, morph, i-1), Tag(w.r.tag(morph[i-1].morph)), form, true)) {
				name = counterTag
			}
			shares := i > 0 && m.start < morph[i-1].end
			if shares {
				b = append(b, '+')
				b = append(b, name...)
				continue
			}
			end := m.end
			for k := i + 1; k < len(morph) && morph[k].start < morph[k-1].end; k++ {
				end = max(end, morph[k].end)
			}
			form = text[m.start:end]
		}
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, form...)
		b = append(b, '/')
		if w.set == Kiwi && conjugates(tag) {
			name = conjugated[tag][conjugation(form, w.r.irregular(m.morph))]
		}
		b = append(b, name...)
	}
	if here {
		return b
	}
	if line := b[len(dst):]; len(line) <= math.MaxUint16 {
		c.line, c.size, c.set = e.arena.text(line), uint16(len(line)), w.set
	}
	return b
}

// AppendTokens appends morphemes as they are printed, form/TAG with a space between them, each on its own whatever the
// tag set does with those that share a syllable.
func AppendTokens(dst []byte, tokens []Token, set Tagset) []byte {
	for i := range tokens {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = append(dst, tokens[i].Form...)
		dst = append(dst, '/')
		dst = append(dst, set.NameAt(tokens, i)...)
	}
	return dst
}
