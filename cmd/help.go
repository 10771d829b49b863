package cmd

import (
	"fmt"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"kstat/report"
)

var helpCommand = command{
	name: "help", args: msgArgsCommand, short: msgHelpShort, long: msgHelpLong,
	flags: []flagGroup{langFlags}, words: 1, most: 1, run: runHelp,
}

func runHelp(p *program, _ *options, args []string) error {
	if len(args) == 0 {
		p.writeRootHelp()
		return nil
	}
	c, ok := p.commandNamed(args[0])
	if !ok {
		return p.unknownCommand(args[0])
	}
	p.writeHelp(c)
	return nil
}

// helpFunc is what cobra calls for -h and --help.
func (p *program) helpFunc(cc *cobra.Command, _ []string) {
	if c, ok := p.commandNamed(cc.Name()); ok {
		p.writeHelp(c)
	} else {
		p.writeRootHelp()
	}
}

// writeRootHelp prints what kstat is and its commands.
func (p *program) writeRootHelp() {
	fmt.Fprintf(p.out, "%s\n\n%s\n  kstat %s\n\n%s\n", p.text(msgRootLong), p.text(msgUsage), p.text(msgArgsRoot), p.text(msgCommands))
	var rows [][2]string
	for _, c := range p.commands {
		rows = append(rows, [2]string{c.name, p.text(c.short)})
	}
	p.writeColumns(rows)
	fmt.Fprintf(p.out, "\n%s\n", p.text(msgGroupOther))
	p.writeColumns([][2]string{
		flagRow(p, &flagLang),
		{"    --version", p.text(msgFlagVersion)},
		{"-h, --help", p.text(msgFlagHelp)},
	})
	fmt.Fprintf(p.out, "\n%s\n%s\n\n%s\n", p.text(msgExamples), indent(p.text(msgRootExample)), p.text(msgRootMore))
}

// writeHelp prints what a command does, and how.
func (p *program) writeHelp(c *command) {
	args := ""
	if c.args != 0 {
		args = " " + p.text(c.args)
	}
	fmt.Fprintf(p.out, "%s\n\n%s\n  kstat %s%s\n", p.text(c.long), p.text(msgUsage), c.name, args)
	if c.example != 0 {
		fmt.Fprintf(p.out, "\n%s\n%s\n", p.text(msgExamples), indent(p.text(c.example)))
	}
	for _, g := range c.flags {
		fmt.Fprintf(p.out, "\n%s\n", p.text(g.title))
		var rows [][2]string
		for _, f := range g.flags {
			rows = append(rows, flagRow(p, f))
		}
		p.writeColumns(rows)
	}
	if c.appendix != nil {
		c.appendix(p)
	}
}

// flagRow gives a flag and what it does.
func flagRow(p *program, f *flag) [2]string {
	left := "    --" + f.name
	if f.short != "" {
		left = "-" + f.short + ", --" + f.name
	}
	switch {
	case f.bare != "":
		left += "[=" + f.value + "]"
	case f.value != "":
		left += " " + f.value
	}
	right := p.text(f.usage)
	if f.choices != nil && !strings.Contains(f.value, "|") {
		right += " (" + strings.Join(f.choices(), ", ") + ")"
	}
	if f.def != "" && f.def != "0" {
		right += p.text(msgDefault, f.def)
	}
	return [2]string{left, right}
}

// helpWidth gives the width to which the help is folded: the terminal's within reason.
func (p *program) helpWidth() int {
	if p.width == 0 {
		return 100
	}
	return min(max(p.width, 60), 100)
}

// writeColumns prints two columns, the second folded at spaces.
func (p *program) writeColumns(rows [][2]string) {
	wide := 0
	for _, r := range rows {
		wide = max(wide, uniseg.StringWidth(r[0]))
	}
	margin := "\n" + strings.Repeat(" ", wide+4)
	for _, r := range rows {
		gap := strings.Repeat(" ", wide-uniseg.StringWidth(r[0])+2)
		fmt.Fprintf(p.out, "  %s%s%s\n", r[0], gap, strings.ReplaceAll(fold(r[1], max(p.helpWidth()-wide-4, 20)), "\n", margin))
	}
}

// fold breaks a text at spaces into lines of at most so many terminal columns.
func fold(text string, width int) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		w := uniseg.StringWidth(word)
		switch {
		case i == 0:
		case column+1+w > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += w
	}
	return b.String()
}

func indent(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }

// writeMeasures prints what --measures can name, as an appendix to a command's help.
func (p *program) writeMeasures(title msg, rows [][2]report.Text) {
	fmt.Fprintf(p.out, "\n%s\n", p.text(title))
	var columns [][2]string
	for _, r := range rows {
		columns = append(columns, [2]string{r[0].In(p.lang), r[1].In(p.lang)})
	}
	p.writeColumns(columns)
}
