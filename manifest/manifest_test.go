package manifest

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"
)

var (
	hashA = strings.Repeat("a1", 32)
	hashB = strings.Repeat("b2", 32)
)

// sample is a record with something in every field.
func sample() *Manifest {
	seed := uint64(7)
	return &Manifest{
		Schema: Schema, Program: Program{"kstat", "1.2.0", "0123456789ab+"}, Model: Model{4, hashA}, Command: "compare", Language: "ko",
		Arguments: []Text{"서울/가.txt", "</script>\u202e.txt", "\xff\xfe latin"},
		Inputs: []Input{
			{Role: "a", Path: "서울/가.txt", Bytes: 12, SHA256: hashA, Encoding: "cp949", Cleaning: map[string]int{"repeat": 3, "line-end": 1}},
			{Role: "b", Path: "\xff\xfe latin", Error: "not-found"},
		},
		Options: []Option{
			{Name: "window", Value: "5", Default: true},
			{Name: "stopwords", Values: []Text{"ko", "나의 목록.txt"}},
			{Name: "pos", Value: "", Default: true},
		},
		Measures:  []Measure{{"keyness", "lrc", "normal", "0 < x & y > 1"}},
		Constants: map[string]float64{"alpha": 0.05, "top_words": 500},
		Seed:      &seed, Counts: map[string]uint64{"tokens": 1 << 40, "documents": 2},
		Warnings: []Warning{{Kind: "broken-bytes", Path: "a", Line: 3, Text: "1 broken"}},
		Outputs:  []Output{{Path: Stdout, Format: "table", Bytes: 99, SHA256: hashB, Terminal: &Terminal{80, true}}},
		Run:      &Run{time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), 0.25, 2, "linux", "amd64"},
	}
}

func encode(t testing.TB, m *Manifest) []byte {
	t.Helper()
	b, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What is written comes back as it was, paths that are not UTF-8 too, from a file and from a page.
func TestRoundTrip(t *testing.T) {
	m := sample()
	b := encode(t, m)
	got, page, err := Parse(b)
	if err != nil || page || !reflect.DeepEqual(got, m) {
		t.Errorf("%v, page %v\n%+v\n%+v", err, page, got, m)
	}
	on := "<!doctype html>\n" + PageBegin + string(encode(t, m.Still())) + PageEnd + "<p>text</p>"
	if got, page, err = Parse([]byte(on)); err != nil || !page || !reflect.DeepEqual(got, m.Still()) {
		t.Errorf("on a page: %v, page %v\n%+v", err, page, got)
	}
	if _, _, err := Parse(append([]byte("\ufeff \n"), b...)); err != nil {
		t.Errorf("behind a byte order mark: %v", err)
	}
}

// Nothing in a record can end the element that it stands in, hide, or turn the line around; its keys are those of the
// struct tags, in their order.
func TestEncodedTextIsHarmless(t *testing.T) {
	b := encode(t, sample())
	for _, r := range string(b) {
		if strings.ContainsRune("<>&", r) || r != '\n' && !unicode.IsGraphic(r) || unicode.Is(unicode.Cf, r) {
			t.Errorf("%q stands in the record", r)
		}
	}
	plain, err := json.Marshal(sample())
	if err != nil {
		t.Fatal(err)
	}
	var ours, standard bytes.Buffer
	if err := json.Compact(&ours, b); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&standard, appendSeen(nil, plain)); err != nil {
		t.Fatal(err)
	}
	if ours.String() != standard.String() {
		t.Errorf("%s\nis not\n%s", ours.String(), standard.String())
	}
}

// A file that is no record says why, and where.
func TestFaults(t *testing.T) {
	good := string(encode(t, sample()))
	change := func(from, to string) string {
		if !strings.Contains(good, from) {
			t.Fatalf("no %s in the sample", from)
		}
		return strings.Replace(good, from, to, 1)
	}
	for _, c := range []struct {
		in     string
		fault  Fault
		detail string
		line   int
	}{
		{"", NotARecord, "", 0},
		{"word\tfreq\n", NotARecord, "", 0},
		{"<html><p>no record</html>", NoRecord, "", 0},
		{"<html>" + PageBegin + "{", BadJSON, "", 0},
		{"{", BadJSON, "", 1},
		{good[:len(good)/2], BadJSON, "", 0},
		{"{}", BadField, "schema", 0},
		{change(`"schema": 1`, `"schema": 2`), NewerSchema, "2", 0},
		{change(`"schema": 1`, `"schema": "one"`), BadField, "schema", 2},
		{change(`"schema": 1`, `"schema": 0`), BadField, "schema", 0},
		{change(`"command": "compare"`, `"command": "--version"`), BadField, "command", 0},
		{change(`"command": "compare"`, `"command": 5`), BadField, "command", 5},
		{change(`"command"`, `"commando"`), BadField, "commando", 0},
		{change(`"language": "ko"`, `"language": "xx"`), BadField, "language", 0},
		{change(`"bytes":12`, `"bytes":-1`), BadField, "inputs[0].bytes", 0},
		{change(hashA, "00"), BadField, "model.sha256", 0},
		{change(hashB, strings.Repeat("zz", 32)), BadField, "outputs[0].sha256", 0},
		{change(`"window"`, `"-window"`), BadField, "options[0]", 0},
		{change(`"window"`, `"pos"`), BadField, "options[2]", 0},
		{change(`,"error":"not-found"`, ``), BadField, "inputs[1].sha256", 0},
		{change(`{"base64":"//4gbGF0aW4="}`, `{"base64":"?"}`), BadJSON, "", 0},
		{change(`{"base64":"//4gbGF0aW4="}`, `{}`), BadJSON, "", 0},
	} {
		m, _, err := Parse([]byte(c.in))
		var e *ParseError
		if !errors.As(err, &e) || e.Fault != c.fault || c.detail != "" && e.Detail != c.detail || c.line > 0 && e.Line != c.line {
			t.Errorf("%.60q: %v (%+v), want %s %s in line %d", c.in, m, err, c.fault, c.detail, c.line)
		}
	}
	if _, _, _, err := Read(strings.NewReader("x")); err == nil {
		t.Error("Read takes anything")
	}
}

// A record equals itself; each change is found, and nothing else.
func TestCompare(t *testing.T) {
	if ds := Compare(sample(), sample()); len(ds) != 0 {
		t.Errorf("the same is not the same: %+v", ds)
	}
	for name, c := range map[string]struct {
		change func(*Manifest)
		want   []Difference
	}{
		"time":      {func(m *Manifest) { m.Run.Seconds, m.Run.Threads = 9, 9 }, nil},
		"elsewhere": {func(m *Manifest) { m.Outputs[0].Path = "out.tsv" }, nil},
		"output": {func(m *Manifest) { m.Outputs[0].SHA256 = hashA },
			[]Difference{{OutputDiffers, "stdout", "99 bytes, SHA-256 " + hashB, "99 bytes, SHA-256 " + hashA}}},
		"version": {func(m *Manifest) { m.Program = Program{"kstat", "1.3.0", ""} }, []Difference{{VersionDiffers, "kstat", "1.2.0 0123456789ab+", "1.3.0"}}},
		"model":   {func(m *Manifest) { m.Model.SHA256 = hashB }, []Difference{{ModelDiffers, "sha256", hashA, hashB}}},
		"byte": {func(m *Manifest) { m.Inputs[0].SHA256 = hashB },
			[]Difference{{InputDiffers, "서울/가.txt", "12 bytes, cp949, SHA-256 " + hashA, "12 bytes, cp949, SHA-256 " + hashB}}},
		"missing": {func(m *Manifest) { m.Inputs[0] = Input{Role: "a", Path: "서울/가.txt", Error: "not-found"} },
			[]Difference{{InputDiffers, "서울/가.txt", "12 bytes, cp949, SHA-256 " + hashA, "not-found"}}},
		"gone": {func(m *Manifest) { m.Inputs = m.Inputs[1:] }, []Difference{{InputDiffers, "서울/가.txt", "12 bytes, cp949, SHA-256 " + hashA, ""}}},
		"new": {func(m *Manifest) {
			m.Inputs = append(m.Inputs, Input{Role: "a", Path: "나", Bytes: 1, SHA256: hashA, Encoding: "utf-8"})
		},
			[]Difference{{InputDiffers, "나", "", "1 bytes, utf-8, SHA-256 " + hashA}}},
		"twice":    {func(m *Manifest) { m.Inputs = append(m.Inputs, m.Inputs[1]) }, []Difference{{InputDiffers, "\xff\xfe latin", "", "not-found"}}},
		"option":   {func(m *Manifest) { m.Options[0].Value = "4" }, []Difference{{OptionDiffers, "--window", "5", "4"}}},
		"list":     {func(m *Manifest) { m.Options[1].Values = []Text{"ko"} }, []Difference{{OptionDiffers, "--stopwords", "ko 나의 목록.txt", "ko"}}},
		"formula":  {func(m *Manifest) { m.Measures[0].Formula = "z" }, []Difference{{MeasureDiffers, "lrc", "normal 0 < x & y > 1", "normal z"}}},
		"count":    {func(m *Manifest) { m.Counts["documents"] = 3 }, []Difference{{CountDiffers, "documents", "2", "3"}}},
		"constant": {func(m *Manifest) { m.Constants["alpha"] = 0.01 }, []Difference{{ConstantDiffers, "alpha", "0.05", "0.01"}}},
		"lost":     {func(m *Manifest) { delete(m.Counts, "documents") }, []Difference{{CountDiffers, "documents", "2", ""}}},
	} {
		now := sample()
		c.change(now)
		if got := Compare(sample(), now); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// Whatever a file holds, Parse gives a record or says what is wrong; what it takes can be written and read again.
func FuzzParse(f *testing.F) {
	b, _ := sample().Encode()
	f.Add(b)
	f.Add([]byte("<p>" + PageBegin + string(b) + PageEnd))
	f.Add([]byte(`{"schema":1,"program":{"name":"kstat","version":"1"},"model":{"sha256":"` + hashA + `"},"command":"freq","language":"en"}`))
	f.Add([]byte("{\"schema\":1e9}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, page, err := Parse(data)
		if err != nil {
			var e *ParseError
			if !errors.As(err, &e) {
				t.Fatalf("%v is no ParseError", err)
			}
			return
		}
		b := encode(t, m)
		if page {
			b = []byte("<html>" + PageBegin + string(b) + PageEnd)
		}
		again, _, err := Parse(b)
		if err != nil {
			t.Fatalf("%v in %s", err, b)
		}
		if ds := Compare(m, again); len(ds) != 0 {
			t.Fatalf("%+v", ds)
		}
	})
}
