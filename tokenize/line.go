package tokenize

import "math"

// AppendLine appends the morphemes of a line as they are printed, form/TAG with a space between them, in the tag set
// given. It is the fast way to print: what a surface becomes is remembered with its analysis.
func (w *Worker) AppendLine(dst []byte, line string, set Tagset) []byte {
	w.set = set
	from := len(dst)
	for len(line) > 0 {
		part, next := cutLine(line)
		w.line(part)
		for i := range w.pieces {
			p := &w.pieces[i]
			if len(dst) > from {
				dst = append(dst, ' ')
			}
			e := w.entries[i]
			if e == nil {
				dst = w.appendMark(dst, part[p.Start:p.End], kindTags[p.Kind])
				continue
			}
			c := &e.cands()[w.chosen[i]]
			if c.size == 0 || c.set != set {
				dst = w.print(dst, e, c)
				continue
			}
			dst = append(dst, c.printed()...)
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

// print appends an analysis as AppendLine prints it, and remembers it.
func (w *Worker) print(dst []byte, e *entry, c *candidate) []byte {
	b := dst
	text, morph := e.surface(), c.morph()
	for i, m := range morph {
		surface := text[m.start:m.end]
		form, _, _ := w.r.form(m.morph, surface)
		tag := Tag(w.r.tag(m.morph))
		if w.set == MeCab {
			shares := i > 0 && m.start < morph[i-1].end
			if shares {
				b = append(b, '+')
				b = append(b, names[w.set][tag]...)
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
		b = append(b, names[w.set][tag]...)
		if w.set == Kiwi {
			b = append(b, conjugation(form, tag, w.r.irregular(m.morph))...)
		}
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
		dst = append(dst, set.Name(tokens[i].Tag)...)
	}
	return dst
}
