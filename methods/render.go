package methods

import (
	"fmt"
	"io"
	"strings"

	"kstat/manifest"
	"kstat/stats"
)

// Format is a way of writing a description.
type Format struct {
	Name  string
	About [2]string // by Lang
	write func(b *strings.Builder, d *Description)
}

// Formats are all ways of writing a description; the first is the default.
var Formats = []Format{
	{"text", [2]string{"plain text", "일반 텍스트"}, writeText},
	{"md", [2]string{"Markdown", "마크다운"}, writeMarkdown},
	{"tex", [2]string{"LaTeX with natbib", "LaTeX(natbib)"}, writeTeX},
	{"bib", [2]string{"the BibTeX entries alone", "BibTeX 항목만"}, writeBibTeX},
}

// Write writes the description in a format of Formats. An error is one of w's.
func (d *Description) Write(w io.Writer, f *Format) error {
	var b strings.Builder
	f.write(&b, d)
	_, err := io.WriteString(w, b.String())
	return err
}

// paragraph gives the sentences with citations written by cite and everything else by escape.
func (d *Description) paragraph(escape, cite func(string) string) string {
	var b strings.Builder
	for i, s := range d.Sentences {
		if i > 0 {
			b.WriteByte(' ')
		}
		for s != "" {
			before, after, ok := strings.Cut(s, citeBegin)
			b.WriteString(escape(before))
			if !ok {
				break
			}
			var key string
			key, s, _ = strings.Cut(after, citeEnd)
			b.WriteString(cite(key))
		}
	}
	return b.String()
}

func same(s string) string { return s }

// The headings.
var (
	headFormulas   = text{"Formulas", "산식"}
	headReferences = text{"References", "참고문헌"}
)

// headBibTeX is the same in every language.
const headBibTeX = "BibTeX"

func writeText(b *strings.Builder, d *Description) {
	fmt.Fprintf(b, "%s\n", d.paragraph(same, same))
	if len(d.Formulas) > 0 {
		fmt.Fprintf(b, "\n%s\n", headFormulas[d.Lang])
		for _, f := range d.Formulas {
			fmt.Fprintf(b, "  %s: %s%s\n", f.Name, f.Formula, citedAt(d.Lang, f.Works))
		}
	}
	fmt.Fprintf(b, "\n%s\n", headReferences[d.Lang])
	for i := range d.Works {
		fmt.Fprintf(b, "  %s\n", &d.Works[i])
	}
	fmt.Fprintf(b, "  %s\n", d.software())
	fmt.Fprintf(b, "\n%s\n", headBibTeX)
	writeBibTeX(b, d)
}

// citedAt gives the works behind a formula in brackets, nothing where there are none.
func citedAt(lang Lang, keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	return " (" + strings.Join(keys, "; ") + ")"
}

func writeMarkdown(b *strings.Builder, d *Description) {
	fmt.Fprintf(b, "%s\n", d.paragraph(markdownEscape, markdownEscape))
	if len(d.Formulas) > 0 {
		fmt.Fprintf(b, "\n## %s\n\n", headFormulas[d.Lang])
		for _, f := range d.Formulas {
			fmt.Fprintf(b, "- %s: `%s`%s\n", markdownEscape(f.Name), strings.ReplaceAll(f.Formula, "`", "'"), markdownEscape(citedAt(d.Lang, f.Works)))
		}
	}
	fmt.Fprintf(b, "\n## %s\n\n", headReferences[d.Lang])
	for i := range d.Works {
		fmt.Fprintf(b, "- %s\n", markdownEscape(d.Works[i].String()))
	}
	fmt.Fprintf(b, "- %s\n", markdownEscape(d.software()))
	fmt.Fprintf(b, "\n## %s\n\n```bibtex\n", headBibTeX)
	writeBibTeX(b, d)
	b.WriteString("```\n")
}

func markdownEscape(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "[", `\[`, "]", `\]`, "|", `\|`).Replace(s)
}

// writeTeX writes what a paper includes: the paragraph, and the formulas as a list. The entries come with the format bib.
func writeTeX(b *strings.Builder, d *Description) {
	cite := func(key string) string {
		w, _ := stats.FindWork(key)
		return `\citealp{` + w.ID() + `}`
	}
	fmt.Fprintf(b, "%s\n", d.paragraph(texEscape, cite))
	if len(d.Formulas) == 0 {
		return
	}
	b.WriteString("\n\\begin{itemize}\n")
	for _, f := range d.Formulas {
		fmt.Fprintf(b, "\\item %s: ", texEscape(f.Name))
		if f.LaTeX != "" {
			fmt.Fprintf(b, "$%s$", f.LaTeX)
		} else {
			b.WriteString(texEscape(f.Formula))
		}
		var ids []string
		for _, key := range f.Works {
			if w, ok := stats.FindWork(key); ok {
				ids = append(ids, w.ID())
			}
		}
		if len(ids) > 0 {
			fmt.Fprintf(b, ` \citep{%s}`, strings.Join(ids, ","))
		}
		b.WriteByte('\n')
	}
	b.WriteString("\\end{itemize}\n")
}

func texEscape(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`).Replace(s)
}

// writeBibTeX writes the entries of the works that are cited, and one for the program.
func writeBibTeX(b *strings.Builder, d *Description) {
	for i := range d.Works {
		b.WriteString(d.Works[i].BibTeX())
	}
	note := "Version " + programVersion(d.Program)
	if d.Model != "" {
		note += ", " + d.Model
	}
	fmt.Fprintf(b, "@misc{%s,\n  key = {%s},\n  title = {{kstat: Korean text analysis}},\n  note = {%s}\n}\n", programID, d.Program.Name, texEscape(note))
}

const programID = "kstat"

// software gives the program as it stands in a list of references.
func (d *Description) software() string {
	s := d.Program.Name + ": Korean text analysis. Version " + programVersion(d.Program)
	if d.Model != "" {
		s += ", " + d.Model
	}
	return s + "."
}

func programVersion(p manifest.Program) string {
	if p.Revision == "" {
		return p.Version
	}
	return p.Version + " (" + p.Revision + ")"
}
