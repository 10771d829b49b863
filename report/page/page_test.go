package page

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"kstat/manifest"
	"kstat/report"
	"kstat/report/chart"
)

// write gives the page of a report and the data in it.
func write(t *testing.T, r *Report) (page string, data map[string]any) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(b.String(), "id=data>")
	text, _, ok := strings.Cut(rest, "</script>")
	if !ok {
		t.Fatal("no data on the page")
	}
	if err := json.Unmarshal([]byte(text), &data); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return b.String(), data
}

// Nothing that a document holds becomes part of the page's own text.
func FuzzHostileTextStaysText(f *testing.F) {
	for _, seed := range []string{
		"</script><script>alert(1)</script><!--<script> \u202egnip\u2066\u200f & ' \" \u2028\u2029 \x00 \xff ]]>",
		"</SCRIPT/x><img src=x onerror=alert(1)>", "=HYPERLINK(1)", "\u001b[31m", "ᆫ\u1161", "",
	} {
		f.Add(seed)
	}
	var b bytes.Buffer
	if err := Write(&b, &Report{Title: "x", Program: "x", Record: []byte("{}")}); err != nil {
		f.Fatal(err)
	}
	clean := strings.ToLower(b.String())
	f.Fuzz(func(t *testing.T, attack string) {
		record, err := (&manifest.Manifest{Arguments: []manifest.Text{manifest.Text(attack)}, Inputs: []manifest.Input{{Path: manifest.Text(attack)}}}).Encode()
		if err != nil {
			t.Fatal(err)
		}
		page, _ := write(t, &Report{
			Record: record,
			Title:  attack, Program: attack,
			Documents: []Document{{Name: attack}},
			Cleaning:  []Change{{At: []Changed{{Old: attack, New: attack}}}},
			Words:     []Word{{Term: attack, Freq: 1, Strip: []int{0, 1}, Lines: Lines{{0, [][2]int{{0, len(attack)}}}}}},
			Passages:  []Passage{{Text: attack}},
			Notes:     []report.Text{{attack, attack}},
			Reference: report.Text{attack, attack},
			Sides:     []Side{{Name: attack}},
		})
		for _, mark := range []string{"<script", "</script", "<!--", "<img"} {
			if got, want := strings.Count(strings.ToLower(page), mark), strings.Count(clean, mark); got != want {
				t.Errorf("%q stands %d times on the page, and %d times without the attack", mark, got, want)
			}
		}
		if i := strings.IndexFunc(page, func(r rune) bool {
			return r < ' ' && r != '\n' && r != '\t' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200f || r == 0x2028 || r == 0x2029
		}); i >= 0 {
			t.Errorf("%q is on the page", page[max(0, i-20):min(i+20, len(page))])
		}
	})
}

// A mark of bytes is a mark of UTF-16 units in the script, beyond the basic plane too.
func TestMarksAreUnits(t *testing.T) {
	for _, text := range []string{"모델", "😀모델", "a😀 \u202e모델", "ᆫ모델\xff", "\xff\xfe모델"} {
		i := strings.Index(text, "모델")
		_, data := write(t, &Report{
			Passages: []Passage{{Text: text}},
			Words:    []Word{{Term: "모델", Freq: 1, Strip: []int{0, 1}, Lines: Lines{{0, [][2]int{{i, i + len("모델")}}}}}},
		})
		shown := utf16.Encode([]rune(data["passages"].([]any)[0].([]any)[3].(string)))
		line := data["words"].([]any)[0].(map[string]any)["l"].([]any)[0].([]any)
		if got := string(utf16.Decode(shown[int(line[1].(float64)):int(line[2].(float64))])); got != "모델" {
			t.Errorf("%q: marked %q", text, got)
		}
	}
}

// What a rule changed can be seen, whatever it was.
func TestShownChange(t *testing.T) {
	for _, c := range [][2]string{
		{"ㅋㅋㅋ", "ㅋㅋㅋ"},
		{"", ""},
		{"\u200b", "U+200B"},
		{"\u200b\u200c\u200d\u200b\u200b", "U+200B U+200C U+200D U+200B…"},
		{"\u00a0", "U+00A0"},
		{"\u202e", "U+202E"},
		{"\u3164", "U+3164"},
		{"&lt;", "&lt;"},
		{strings.Repeat("ㅋ", 3000), strings.Repeat("ㅋ", 40) + "…"},
	} {
		if got := shownChange(c[0]); got != c[1] {
			t.Errorf("%q is shown as %q, want %q", c[0], got, c[1])
		}
	}
}

// The script expects arrays, and numbers or null.
func TestEmptyReport(t *testing.T) {
	page, data := write(t, &Report{})
	for name, v := range data {
		if v == nil {
			t.Errorf("%s is null", name)
		}
	}
	again, _ := write(t, &Report{})
	if page != again {
		t.Error("two pages of one report differ")
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if b, err := json.Marshal(Number(f)); err != nil || string(b) != "null" {
			t.Errorf("%v: %s, %v", f, b, err)
		}
	}
}

// The policy lets through what is on the page and nothing else.
func TestPolicy(t *testing.T) {
	page, _ := write(t, &Report{})
	policy := regexp.MustCompile(`Content-Security-Policy content="([^"]*)"`).FindStringSubmatch(page)[1]
	if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Error(policy)
	}
	for element, text := range map[string]string{"script": script, "style": style} {
		if !strings.Contains(page, "<"+element+">"+text+"</"+element+">") || !strings.Contains(policy, source(text)) {
			t.Errorf("the %s is not what the policy lets through", element)
		}
		if strings.Contains(text, "</") && element == "style" || regexp.MustCompile(`</?script|innerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function`).MatchString(text) {
			t.Errorf("the %s writes markup or evaluates text", element)
		}
	}
}

// Every text is there in both languages, and the script uses each and no other.
func TestTexts(t *testing.T) {
	used := map[string]bool{"noscript": true}
	for _, m := range regexp.MustCompile(`(?:ui|section)\("([a-z]+)"(?:, "([a-z]+)")?(?:, "([a-z]+)")?`).FindAllStringSubmatch(script, -1) {
		used[m[1]] = true
		for _, name := range m[2:] {
			if name != "" {
				used[name] = true
			}
		}
	}
	for _, m := range regexp.MustCompile(`name: "([a-z]+)"|const classes = \[(.*)\]|ui\([\w.= "]+ \? "(\w+)" : "(\w+)"\)`).FindAllStringSubmatch(script, -1) {
		for _, list := range m[1:] {
			for _, name := range strings.FieldsFunc(list, func(r rune) bool { return r < 'a' || r > 'z' }) {
				used[name] = true
			}
		}
	}
	value := regexp.MustCompile(`\{\w+\}`)
	for name, text := range texts {
		if text[report.English] == "" || text[report.Korean] == "" {
			t.Errorf("%s: %q", name, text)
		}
		en, ko := value.FindAllString(text[report.English], -1), value.FindAllString(text[report.Korean], -1)
		slices.Sort(en)
		slices.Sort(ko)
		if !slices.Equal(en, ko) {
			t.Errorf("%s takes %v in English, %v in Korean", name, en, ko)
		}
		if !used[name] {
			t.Errorf("%s is not used", name)
		}
	}
	for name := range used {
		if _, ok := texts[name]; !ok {
			t.Errorf("%s has no text", name)
		}
	}
}

// On a map no word lies on another, every pair joins its own words, and there is no chance in it.
func TestPairMaps(t *testing.T) {
	var words []Word
	var pairs []Pair
	for i := range 80 {
		words = append(words, Word{Term: []string{"낱말", "낱말낱말", "text", "말"}[i%4], Freq: uint64(200 / (i + 1))})
	}
	for i := range 150 {
		pairs = append(pairs, Pair{A: i * 7 % 80, B: (i*i + 1) % 80})
	}
	maps := pairMaps(words, pairs)
	if len(maps) != 2 {
		t.Fatalf("%d maps", len(maps))
	}
	for _, m := range maps {
		var taken [][4]float64
		for _, n := range m.Nodes {
			w, h := chart.Room(words[n.Word].Term)
			w, h = w*n.Size/2-0.2, h*n.Size/2-0.2
			b := [4]float64{n.X - w, n.Y - h, n.X + w, n.Y + h}
			if b[0] < 0 || b[1] < 0 || b[2] > m.Width || b[3] > m.Height || slices.ContainsFunc(taken, func(t [4]float64) bool {
				return b[0] < t[2] && t[0] < b[2] && b[1] < t[3] && t[1] < b[3]
			}) {
				t.Errorf("%+v lies on another or outside", n)
			}
			taken = append(taken, b)
		}
		for _, e := range m.Edges {
			if p := pairs[e.Pair]; m.Nodes[e.A].Word != p.A || m.Nodes[e.B].Word != p.B {
				t.Errorf("%+v is not %+v", e, p)
			}
		}
	}
	if a, b := fmt.Sprint(maps), fmt.Sprint(pairMaps(words, pairs)); a != b {
		t.Error("two maps of the same pairs differ")
	}
	if m := pairMaps(words, nil); len(m) != 0 {
		t.Errorf("%d maps of no pairs", len(m))
	}
}

// What the script and the package must agree on is the same in both.
func TestScriptAgrees(t *testing.T) {
	for _, line := range []string{fmt.Sprintf("const places = %d;", Places), fmt.Sprintf("const sureKey = %v;", SureKey),
		fmt.Sprintf("const shade = (n, most) => (%v + %.2f * n / most)", chart.Shade(0, 1), chart.Shade(1, 1)-chart.Shade(0, 1))} {
		if !strings.Contains(script, line) {
			t.Errorf("not in the script: %s", line)
		}
	}
}

// Every exported field of a report can be set by who makes one: its type is exported.
func TestReportFields(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var check func(reflect.Type)
	check = func(x reflect.Type) {
		switch x.Kind() {
		case reflect.Slice, reflect.Array, reflect.Pointer, reflect.Map:
			check(x.Elem())
		case reflect.Struct:
			if seen[x] {
				return
			}
			seen[x] = true
			for i := range x.NumField() {
				if f := x.Field(i); f.IsExported() {
					check(f.Type)
				}
			}
		}
		if name := x.Name(); x.PkgPath() != "" && !ast.IsExported(name) {
			t.Errorf("%v is not exported", x)
		}
	}
	check(reflect.TypeFor[Report]())
}

// A word of a comparison may have any colour, and a side without tokens.
func TestFacedWords(t *testing.T) {
	r := &Report{Faced: []chart.Faced{{Text: "가", A: math.Inf(1), Color: chart.Third}, {Text: "나", A: 1, B: 2, Color: chart.Second}, {Text: "다", A: 1, B: math.NaN(), Color: chart.Accent}}}
	data, err := r.encode()
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Sure     []int
		Scatters []struct{ Order []int }
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if want := "{[0 2 1] [{[1]} {[1]}]}"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}
