package manifest

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Fault is what can be wrong with a file that is said to be a record.
type Fault string

// The faults.
const (
	NotARecord   Fault = "not-a-record"   // neither JSON nor a page
	NoRecord     Fault = "no-record"      // a page that carries no record
	BadJSON      Fault = "bad-json"       // the JSON breaks off or is malformed; Detail is what the parser says
	NewerSchema  Fault = "newer-schema"   // of a newer program; Detail is the version of the format
	BadField     Fault = "bad-field"      // Detail names a field that is missing, unknown, or holds what it cannot
	RecordTooBig Fault = "record-too-big" // more than MaxSize
)

// Faults gives all faults, for tables of messages.
func Faults() []Fault {
	return []Fault{NotARecord, NoRecord, BadJSON, NewerSchema, BadField, RecordTooBig}
}

// ParseError says that a file holds no record that can be used.
type ParseError struct {
	Fault  Fault
	Detail string
	Line   int // of the record, from 1, where it is known; else 0
}

// Error says it in English.
func (e *ParseError) Error() string {
	s := string(e.Fault)
	if e.Line > 0 {
		s = fmt.Sprintf("line %d: %s", e.Line, s)
	}
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	return s
}

// MaxSize is the largest file that Read takes, in bytes: a record of a million files, or a large page.
const MaxSize = 256 << 20

// The tags between which a page carries its record.
const (
	PageBegin = "<script type=application/json id=record>"
	PageEnd   = "</script>"
)

// Read reads a record: a file that Encode made, or a page that carries one between [PageBegin] and [PageEnd]. page tells
// which, and data is all that was read. An error is a *ParseError or one of r's.
func Read(r io.Reader) (m *Manifest, page bool, data []byte, err error) {
	data, err = io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, false, nil, err
	}
	if len(data) > MaxSize {
		return nil, false, nil, &ParseError{Fault: RecordTooBig}
	}
	m, page, err = Parse(data)
	return m, page, data, err
}

// Parse reads a record from memory, as Read does.
func Parse(data []byte) (m *Manifest, page bool, err error) {
	record := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\uFEFF")), " \t\r\n")
	switch {
	case bytes.HasPrefix(record, []byte("<")):
		page = true
		_, after, ok := bytes.Cut(record, []byte(PageBegin))
		if !ok {
			return nil, true, &ParseError{Fault: NoRecord}
		}
		// The record has no < of its own.
		if record, _, ok = bytes.Cut(after, []byte(PageEnd)); !ok {
			return nil, true, &ParseError{Fault: BadJSON, Detail: "the page breaks off"}
		}
	case !bytes.HasPrefix(record, []byte("{")):
		return nil, false, &ParseError{Fault: NotARecord}
	}
	m, err = parse(record)
	return m, page, err
}

func parse(record []byte) (*Manifest, error) {
	// The version first: a newer format may have fields that are strange to this one.
	var head struct {
		Schema *int `json:"schema"`
	}
	if err := json.Unmarshal(record, &head); err != nil {
		return nil, jsonError(record, err)
	}
	switch {
	case head.Schema == nil, *head.Schema < 1:
		return nil, &ParseError{Fault: BadField, Detail: "schema"}
	case *head.Schema > Schema:
		return nil, &ParseError{Fault: NewerSchema, Detail: fmt.Sprint(*head.Schema)}
	}
	m := &Manifest{}
	d := json.NewDecoder(bytes.NewReader(record))
	d.DisallowUnknownFields()
	if err := d.Decode(m); err != nil {
		return nil, jsonError(record, err)
	}
	return m, m.check()
}

// jsonError turns an error of encoding/json into ours.
func jsonError(record []byte, err error) error {
	e := &ParseError{Fault: BadJSON, Detail: strings.TrimPrefix(err.Error(), "json: ")}
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	at := int64(-1)
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &wrong):
		at = wrong.Offset
		e.Fault, e.Detail = BadField, wrong.Field
	case strings.Contains(err.Error(), "unknown field"):
		_, name, _ := strings.Cut(err.Error(), "unknown field ")
		e.Fault, e.Detail = BadField, strings.Trim(name, `"`)
	}
	if at >= 0 && at <= int64(len(record)) {
		e.Line = 1 + bytes.Count(record[:at], []byte("\n"))
	}
	return e
}

// check looks for what JSON cannot see.
func (m *Manifest) check() error {
	bad := func(format string, args ...any) error {
		return &ParseError{Fault: BadField, Detail: fmt.Sprintf(format, args...)}
	}
	switch {
	case m.Program.Name == "":
		return bad("program.name")
	case m.Program.Version == "":
		return bad("program.version")
	case !isHash(m.Model.SHA256):
		return bad("model.sha256")
	case !isName(m.Command):
		return bad("command")
	case m.Language != "ko" && m.Language != "en":
		return bad("language")
	}
	for i, in := range m.Inputs {
		switch {
		case !isName(in.Role):
			return bad("inputs[%d].role", i)
		case in.Path == "":
			return bad("inputs[%d].path", i)
		case in.Bytes < 0:
			return bad("inputs[%d].bytes", i)
		case in.SHA256 != "" && !isHash(in.SHA256), in.SHA256 == "" && in.Error == "":
			return bad("inputs[%d].sha256", i)
		}
	}
	seen := make(map[string]bool, len(m.Options))
	for i, o := range m.Options {
		if !isName(o.Name) || seen[o.Name] || o.Value != "" && o.Values != nil {
			return bad("options[%d]", i)
		}
		seen[o.Name] = true
	}
	for i, x := range m.Measures {
		if !isName(x.Name) || !isName(x.Family) {
			return bad("measures[%d]", i)
		}
	}
	for i, o := range m.Outputs {
		switch {
		case o.Path == "":
			return bad("outputs[%d].path", i)
		case o.Bytes < 0:
			return bad("outputs[%d].bytes", i)
		case !isHash(o.SHA256):
			return bad("outputs[%d].sha256", i)
		case o.Terminal != nil && o.Terminal.Width < 0:
			return bad("outputs[%d].terminal", i)
		}
	}
	return nil
}

func isHash(s string) bool {
	_, err := hex.DecodeString(s)
	return err == nil && len(s) == 64
}

// isName tells whether s is a name as programs give them: of lower-case letters, digits, - and _, without a dash or a
// digit before.
func isName(s string) bool {
	for i, c := range []byte(s) {
		lower := 'a' <= c && c <= 'z'
		if !lower && (i == 0 || c != '-' && c != '_' && c != ' ' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != "" && len(s) <= 100
}
