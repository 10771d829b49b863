package corpus

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"kstat/internal/textio"
)

// longestEntity is &CounterClockwiseContourIntegral; and two bytes more.
const longestEntity = 35

// cleanEntity resolves the entities of HTML that copying and scraping leave in a text: named ones of the standard and
// numbers, with & and ; both. It resolves until none is left, so that &amp;lt;, which was escaped twice, becomes <
// too.
//
// What is being resolved lies on a stack: the line read so far. An entity ends with its ;, so it is enough to look back
// at each ;, and what an entity resolves to is just the new end of the stack. Each ; costs a look at 35 bytes, whatever
// is nested in what.
func cleanEntity(line string, e *editor) {
	var (
		out   []byte
		edits []edit
	)
	for i := 0; ; {
		end := strings.IndexByte(line[i:], ';')
		if end < 0 {
			break
		}
		end += i + 1
		out = append(out, line[i:end]...)
		i = end
		for len(out) > 0 && out[len(out)-1] == ';' {
			start := entityStart(out)
			if start < 0 {
				break
			}
			text, ok := resolve(string(out[start:]))
			if !ok {
				break
			}
			before, _ := utf8.DecodeLastRune(out[:start])
			text = resolved(text, before, line[i:])
			for len(edits) > 0 && edits[len(edits)-1].toEnd > start {
				edits = edits[:len(edits)-1]
			}
			from := start
			if n := len(edits); n > 0 {
				from += edits[n-1].fromEnd - edits[n-1].toEnd
			}
			out = append(out[:start], text...)
			edits = append(edits, edit{from, i, start, len(out)})
		}
	}
	for _, ed := range edits {
		e.replace(ed.from, ed.fromEnd, string(out[ed.to:ed.toEnd]))
	}
}

// entityByte tells what an entity is made of between & and ;.
func entityByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' || c == '#'
}

// entityStart finds the & of what may be an entity at the end of b, which is a ;. It gives -1 if there is none.
func entityStart(b []byte) int {
	for i := len(b) - 2; i >= 0 && i >= len(b)-longestEntity; i-- {
		if b[i] == '&' {
			return i
		}
		if !entityByte(b[i]) {
			return -1
		}
	}
	return -1
}

// resolve gives what an entity stands for. Numbers that stand for no character are not resolved.
func resolve(entity string) (string, bool) {
	if strings.HasPrefix(entity, "&#") {
		r := numericEntity(entity)
		if r < 0 {
			return "", false
		}
		if 0x80 <= r && r < 0xA0 { // meant for windows-1252, as the standard knows
			return html.UnescapeString(entity), true
		}
		return string(r), true
	}
	text := html.UnescapeString(entity)
	// Some names count without their ; too, so that &ltfoo; would become <foo;.
	if text == entity || (strings.HasSuffix(text, ";") && text != ";") {
		return "", false
	}
	return text, true
}

// numericEntity gives the code point of &#44032; or &#xAC00; at the start of s, -1 if none is there.
func numericEntity(s string) rune {
	digits, ok := strings.CutPrefix(s, "&#")
	end := strings.IndexByte(digits, ';')
	if !ok || end <= 0 || end > longestEntity {
		return -1
	}
	digits = digits[:end]
	base := 10
	if digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 31)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return -1
	}
	return rune(n)
}

// resolved gives what an entity's text becomes under the rules for single characters, which are over when entities are
// resolved: it is dropped, a space, or an ordinary character. Line ends become spaces, for a rule makes no lines.
func resolved(text string, before rune, rest string) string {
	var b strings.Builder
	for _, r := range text {
		switch m := runeRules(r, string(r)); {
		case r == '\n' || r == '\r' || m.has(ruleSpace):
			b.WriteByte(' ')
		case m.has(ruleControl) || m.has(ruleBidi) || m.has(ruleSoftHyphen):
		case m.has(ruleZeroWidth):
			after := numericEntity(rest)
			if after < 0 {
				after, _ = utf8.DecodeRuneInString(rest)
			}
			if holdsEmoji(before, r, after) {
				b.WriteRune(r)
			}
		default:
			nfc, _ := textio.NFCSegment(string(ordinaryWidth(r)))
			b.WriteString(nfc)
		}
	}
	return b.String()
}
