package corpus

import (
	"io"
	"strings"
)

// readText gives a file of plain text as one document.
func readText(r *reading, path string, form *Format, f io.Reader) bool {
	return r.text(path, form, f)
}

// readMarkedText gives a table or a page as plain text, with a warning, as long as there is no reader of its own.
func readMarkedText(r *reading, path string, form *Format, f io.Reader) bool {
	return r.text(path, form, f, Warning{Kind: ReadAsText, Path: path, Args: Args{"format": form.Name}})
}

// text gives the decoded text of f as one document, chunk by chunk.
func (r *reading) text(path string, form *Format, f io.Reader, warnings ...Warning) bool {
	decoder := r.decode(f)
	doc := r.newDocument(path, form)
	cut := &r.cutter
	cut.reset(decoder, r.source.opt)
	offset, line, empty := 0, 1, true
	for {
		text, last, err := cut.next()
		if offset == 0 {
			doc.Encoding = decoder.Report().Encoding.String()
		}
		empty = empty && strings.TrimSpace(text) == ""
		c := &Chunk{Doc: doc, Text: text, Offset: offset, Line: line, Last: last}
		if last {
			if doc.note != nil {
				doc.note.Encoding = decoder.Report().Encoding.String()
			}
			c.Warnings = append(warnings, decodingWarnings(path, decoder.Report())...)
			if empty {
				c.Warnings = append(c.Warnings, Warning{Kind: EmptyDocument, Path: path})
			}
		}
		if !r.give(c, nil) {
			return false
		}
		if err != nil {
			return r.failRead(path, err)
		}
		if last {
			return true
		}
		offset += len(text)
		line += CountLineEnds(text)
	}
}
