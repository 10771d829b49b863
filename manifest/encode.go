package manifest

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// Text is a text from outside that must come back as it was: a path, the value of a flag. In JSON it is a string, or,
// where it is not UTF-8, as a file name may be, an object {"base64": "…"}.
type Text string

type encodedText struct {
	Base64 []byte `json:"base64"`
}

// MarshalJSON writes a string or an object.
func (t Text) MarshalJSON() ([]byte, error) {
	if utf8.ValidString(string(t)) {
		return json.Marshal(string(t))
	}
	return json.Marshal(encodedText{[]byte(t)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *Text) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '{' {
		var e struct {
			Base64 *string `json:"base64"`
		}
		if err := json.Unmarshal(b, &e); err != nil || e.Base64 == nil {
			return errors.New("a text is neither a string nor base64")
		}
		raw, err := base64.StdEncoding.DecodeString(*e.Base64)
		*t = Text(raw)
		return err
	}
	var s string
	err := json.Unmarshal(b, &s)
	*t = Text(s)
	return err
}

// Encode gives the record as JSON: an item of a list stands on a line of its own, so that a line tool such as diff shows
// which input or option differs. It is ASCII but for letters and signs that can be seen, and has none of < > &, so that it
// can stand in a page.
func (m *Manifest) Encode() ([]byte, error) {
	e := &encoder{}
	e.field("schema", m.Schema)
	e.field("program", m.Program)
	e.field("model", m.Model)
	e.field("command", m.Command)
	e.field("language", m.Language)
	encodeList(e, "arguments", m.Arguments)
	encodeList(e, "inputs", m.Inputs)
	encodeList(e, "options", m.Options)
	encodeList(e, "measures", m.Measures)
	if len(m.Constants) > 0 {
		e.field("constants", m.Constants)
	}
	e.field("seed", m.Seed)
	counts := m.Counts
	if counts == nil {
		counts = map[string]uint64{}
	}
	e.field("counts", counts)
	encodeList(e, "warnings", m.Warnings)
	if m.Outputs != nil {
		encodeList(e, "outputs", m.Outputs)
	}
	if m.Run != nil {
		e.field("run", m.Run)
	}
	if e.err != nil {
		return nil, e.err
	}
	return append([]byte("{\n"), append(bytes.TrimSuffix(e.out, []byte(",\n")), "\n}\n"...)...), nil
}

type encoder struct {
	out []byte
	err error
}

func (e *encoder) value(v any) {
	b, err := json.Marshal(v)
	if err != nil && e.err == nil {
		e.err = err
	}
	e.out = appendSeen(e.out, b)
}

func (e *encoder) field(name string, v any) {
	e.out = fmt.Appendf(e.out, "%q: ", name)
	e.value(v)
	e.out = append(e.out, ",\n"...)
}

func encodeList[T any](e *encoder, name string, list []T) {
	e.out = fmt.Appendf(e.out, "%q: [", name)
	for i := range list {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.out = append(e.out, '\n')
		e.value(list[i])
	}
	if len(list) > 0 {
		e.out = append(e.out, '\n')
	}
	e.out = append(e.out, "],\n"...)
}

// appendSeen appends JSON, with an escape for each character that cannot be seen or that changes the direction of writing.
func appendSeen(dst, b []byte) []byte {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r < utf8.RuneSelf && r != 0x7f || unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) {
			dst = append(dst, b[:n]...)
		} else {
			dst = appendEscape(dst, r)
		}
		b = b[n:]
	}
	return dst
}

func appendEscape(dst []byte, r rune) []byte {
	if r > 0xffff {
		r -= 0x10000
		dst = fmt.Appendf(dst, `\u%04x`, 0xd800+r>>10)
		r = 0xdc00 + r&0x3ff
	}
	return fmt.Appendf(dst, `\u%04x`, r)
}
