package cmd

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"kstat/corpus"
	"kstat/report"
	"kstat/stats"
)

// Every text is there in both languages, and asks for the same values.
func TestMessagesInBothLanguages(t *testing.T) {
	for m := noMessage + 1; m < numMessages; m++ {
		en, ko := messages[m][report.English], messages[m][report.Korean]
		if en == "" || ko == "" {
			t.Errorf("message %d: English %q, Korean %q", m, en, ko)
			continue
		}
		if e, k := values(en), values(ko); !slices.Equal(e, k) {
			t.Errorf("%q takes %v, %q takes %v", en, e, ko, k)
		}
		if en != ko && !strings.ContainsFunc(ko, isHangul) {
			t.Errorf("the Korean of %q is %q", en, ko)
		}
		if !strings.HasPrefix(en, "$ ") && count(en, isHangul) > count(en, unicode.IsLower) { // beyond an example
			t.Errorf("the English %q speaks Korean", en)
		}
		for _, text := range []string{en, ko} {
			if strings.HasSuffix(text, " ") || strings.HasSuffix(text, "\n") {
				t.Errorf("%q ends with white space", text)
			}
		}
	}
}

func count(s string, is func(rune) bool) (n int) {
	for _, r := range s {
		if is(r) {
			n++
		}
	}
	return n
}

func isHangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

var valueVerb = regexp.MustCompile(`%(\[(\d+)\])?[sqdv]|\{[a-z]+\}`)

// values gives what a text asks for, in the order of the arguments.
func values(text string) []string {
	var all []string
	for i, m := range valueVerb.FindAllStringSubmatch(text, -1) {
		n := m[2]
		if n == "" && strings.HasPrefix(m[0], "%") {
			n = strconv.Itoa(i + 1)
		}
		all = append(all, n+m[0][len(m[0])-1:])
		if strings.HasPrefix(m[0], "{") {
			all[len(all)-1] = m[0]
		}
	}
	slices.Sort(all)
	return all
}

// No Korean particle stands behind a value that comes from outside, because its shape would depend on the value:
// "%s을" is right for 책 and wrong for 나무.
func TestNoParticleBehindAValue(t *testing.T) {
	particle := regexp.MustCompile(`(%(\[\d+\])?[sqv]|\{[a-z]+\})["”]?(은|는|이|가|을|를|과|와|으로|로|이다|라는)([^가-힣]|$)`)
	for m := noMessage + 1; m < numMessages; m++ {
		if ko := messages[m][report.Korean]; particle.MatchString(ko) {
			t.Errorf("%q", ko)
		}
	}
	for _, n := range koreanNotices {
		if particle.MatchString(n.reason) || particle.MatchString(n.hint) {
			t.Errorf("%q, %q", n.reason, n.hint)
		}
	}
}

// Everything that corpus says is there in Korean, and the table holds nothing else.
func TestKoreanCoversCorpus(t *testing.T) {
	var names []string
	for _, m := range corpus.Messages() {
		names = append(names, string(m.Kind))
		reason, hint := noticeTexts(m.Kind)
		for _, text := range []report.Text{reason, hint} {
			en, ko := text[report.English], text[report.Korean]
			if (en == "") != (ko == "") {
				t.Errorf("%s: %q is %q in Korean", m.Kind, en, ko)
			}
			if e, k := values(en), values(ko); !slices.Equal(e, k) {
				t.Errorf("%s: %v in English, %v in Korean", m.Kind, e, k)
			}
		}
	}
	for _, k := range koreanNotices {
		if !slices.Contains(names, k.name) {
			t.Errorf("%s is no notice", k.name)
		}
	}
	var rules []string
	for _, r := range corpus.Rules() {
		rules = append(rules, r.Name)
		if ruleText(r)[report.Korean] == "" {
			t.Errorf("what the rule %s does is not there in Korean", r.Name)
		}
	}
	for _, k := range koreanRules {
		if !slices.Contains(rules, k.name) {
			t.Errorf("%s is no rule", k.name)
		}
	}
}

// The question of each measure is there in Korean, and the table holds nothing else; so are the texts for all doubts and for
// all faults of a frequency list.
func TestKoreanCoversStats(t *testing.T) {
	var names, zeros []string
	for _, s := range stats.Sheets() {
		names = append(names, s.Family+" "+s.Name)
		if questionOf(&s)[report.Korean] == "" {
			t.Errorf("%s %s has no question in Korean", s.Family, s.Name)
		}
		if zeroOf(&s)[report.Korean] == "" {
			t.Errorf("%s %s: what it gives at its edges is not there in Korean", s.Family, s.Name)
		}
		zeros = append(zeros, s.Zero)
	}
	for _, k := range koreanQuestions {
		if !slices.Contains(names, k.name) {
			t.Errorf("%s is no measure", k.name)
		}
	}
	for _, k := range koreanZeros {
		if !slices.Contains(zeros, k.name) {
			t.Errorf("%s is said of no measure", k.name)
		}
	}
	if got := len(koreanPresets); got != len(stats.Presets) {
		t.Errorf("%d presets in Korean, %d in all", got, len(stats.Presets))
	}
	for i, k := range koreanPresets {
		if k.name != stats.Presets[i].Name || k.note == "" || k.source == "" {
			t.Errorf("%s: preset %s in Korean", stats.Presets[i].Name, k.name)
		}
	}
	for k := stats.LowExpected; k <= stats.FirstApart; k++ {
		if doubtTexts[k] == noMessage {
			t.Errorf("%v has no text", k)
		}
	}
	for _, f := range corpus.FrequencyFaults() {
		if listFaults[f] == noMessage {
			t.Errorf("%s has no text", f)
		}
	}
}

// Measures of words that attract each other say what their values say of attraction; no other measure speaks of it.
func TestOnlyPairsAttract(t *testing.T) {
	about := []string{stats.Associations.Name, stats.Grams.Name}
	for _, lang := range []report.Lang{report.English, report.Korean} {
		p := &program{lang: lang}
		for _, s := range stats.Sheets() {
			for _, v := range s.Variants {
				sign := p.signOf(s.Family, v.Sign)
				if (sign == "") != (v.Sign == stats.Undirected) {
					t.Errorf("%s %s:%s is %v, and points %q", s.Family, s.Name, v.Name, v.Sign, sign)
				}
				attracts := strings.Contains(sign, "attraction") || strings.Contains(sign, "끌")
				if sign != "" && attracts != slices.Contains(about, s.Family) {
					t.Errorf("%s %s:%s: %s", s.Family, s.Name, v.Name, sign)
				}
			}
		}
	}
}

// The scopes, parts and margins that a table names below it have Korean words, and so has each way in which reading breaks off.
func TestKoreanChoices(t *testing.T) {
	names := []string{partsDocument, partsParagraph, partsEqual}
	for _, s := range corpus.Scopes {
		names = append(names, string(s))
	}
	for _, m := range []stats.Margins{stats.Plain, stats.SpanCorrected, stats.PairCount} {
		names = append(names, m.String())
	}
	for _, name := range names {
		if koreanChoices[name] == "" {
			t.Errorf("%s has no Korean word", name)
		}
	}
	var out strings.Builder
	p := &program{lang: report.Korean, stderr: &messageWriter{Writer: &out}}
	for _, e := range systemErrors {
		out.Reset()
		err := &fs.PathError{Op: "read", Path: "x", Err: e.err}
		p.complain(&corpus.InputError{Kind: corpus.ReadFailed, Path: "-", Args: corpus.Args{"error": e.err.Error()}, Err: err})
		if want := messages[e.text][report.Korean]; !strings.Contains(out.String(), "중단되었습니다: "+want) {
			t.Errorf("%v: %s", e.err, out.String())
		}
	}
}

// Every fault of an expression that its package tells of has its text.
func TestExpressionFaultsHaveTexts(t *testing.T) {
	for _, bad := range []string{"(", ")", "[", "[b-a]", `\Q\8`, "a**", "*", "(?z)", "(?P<n", "a{2000}", `\`, "[[:x:]]"} {
		_, err := syntax.Parse(bad, syntax.Perl)
		if e, ok := err.(*syntax.Error); err != nil && (!ok || expressionFaults[e.Code] == noMessage) {
			t.Errorf("%s: %v has no text", bad, err)
		}
	}
}

// Every fault of a query has its text.
func TestQueryFaultsHaveTexts(t *testing.T) {
	for _, f := range corpus.QueryFaults() {
		if queryFaults[f] == noMessage {
			t.Errorf("%s has no text", f)
		}
	}
}

// bareStrings are the strings that look like texts for readers and are none.
var bareStrings = map[string]string{
	"not a number":                  "errNotANumber is turned into a message",
	"wrong usage":                   "the Error of usageError, which complain takes apart",
	"kstat: %s\n":                   "the prefix of every message",
	"TAG,…":                         "the name of a value",
	"kstat %s":                      "the name of the program",
	" %s %s/%s\n":                   "versions",
	"# newdoc id = %s\n":            "CoNLL-U",
	"# sent_id = %d\n# text = %s\n": "CoNLL-U",
	"%s\n\n%s\n  kstat %s\n\n%s\n":  "layout",
	"%s\n\n%s\n  kstat %s%s\n":      "layout",
	"GetUserDefaultUILanguage":      "Windows",
	"다":                             "the ending of dictionary forms",
}

// No text for readers stands in the code: it stands in messages.go, in both languages.
func TestNoBareTexts(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	words := regexp.MustCompile(`[A-Za-z]{2,} [A-Za-z]{2,}|[가-힣]`)
	for _, f := range files {
		name := f.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == "messages.go" || name == "page_measures.go" { // the latter has the Korean of package stats
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.BasicLit:
				if n.Kind != token.STRING {
					return true
				}
				text, err := strconv.Unquote(n.Value)
				if err != nil {
					t.Fatal(err)
				}
				if _, ok := bareStrings[text]; !ok && words.MatchString(text) {
					t.Errorf("%s: %q", set.Position(n.Pos()), text)
				}
			}
			return true
		})
	}
}

// Every message is used.
func TestMessagesAreUsed(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	var names []string
	for _, f := range files {
		b, err := os.ReadFile(f.Name())
		if err != nil || !strings.HasSuffix(f.Name(), ".go") {
			continue
		}
		if f.Name() == "messages.go" {
			for _, m := range regexp.MustCompile(`(?m)^\t(msg[A-Z]\w+):`).FindAllStringSubmatch(string(b), -1) {
				names = append(names, m[1])
			}
			continue
		}
		code.Write(b)
	}
	if len(names) != int(numMessages)-1 {
		t.Errorf("%d names for %d messages", len(names), numMessages-1)
	}
	for _, n := range names {
		if !regexp.MustCompile(`\b` + n + `\b`).MatchString(code.String()) {
			t.Errorf("%s is not used", n)
		}
	}
}
