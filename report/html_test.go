package report_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"kstat/report"
)

// The page holds nothing but its own elements, whatever its text: a browser finds no script, no link out, no attribute
// that could run, and the policy lets through exactly the one style sheet that is there.
func TestHTMLHarmless(t *testing.T) {
	page := write(t, "html", tables["attack"](), report.Options{})
	allowed := map[string]string{
		"html": "lang", "head": "", "body": "", "meta": "charset http-equiv content name", "title": "", "style": "", "h1": "", "h2": "",
		"dl": "", "dt": "", "dd": "title", "div": "class", "table": "", "thead": "", "tbody": "", "tr": "", "th": "scope title",
		"td": "title", "ol": "class", "li": "id", "footer": "", "p": "", "sup": "", "a": "href",
	}
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var style, policy string
	var terms []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attributes, ok := allowed[n.Data]
		if !ok {
			t.Errorf("element %s", n.Data)
		}
		for _, a := range n.Attr {
			if !strings.Contains(attributes, a.Key) {
				t.Errorf("attribute %s of %s", a.Key, n.Data)
			}
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#n") {
				t.Errorf("link to %s", a.Val)
			}
			if a.Key == "content" && strings.Contains(a.Val, "src") {
				policy = a.Val
			}
		}
		switch {
		case n.Data == "style":
			style = n.FirstChild.Data
		case n.Data == "td" && n.PrevSibling == nil:
			var text string
			if n.FirstChild != nil {
				text = n.FirstChild.Data
			}
			terms = append(terms, text)
		}
	}
	sum := sha256.Sum256([]byte(style))
	if want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) {
		t.Errorf("policy %q does not allow the style sheet: %s", policy, want)
	}
	if !strings.HasPrefix(policy, "default-src 'none';") {
		t.Errorf("policy %q", policy)
	}
	if len(terms) != len(attacks) {
		t.Fatalf("%d rows for %d texts", len(terms), len(attacks))
	}
	for i, want := range attacks {
		if strings.ContainsAny(want, "<&|*'\"") && terms[i] != want && !strings.ContainsAny(want, "\x1b") {
			t.Errorf("%q came back as %q", want, terms[i])
		}
	}
}
