package cmd

import (
	"io"
	"strings"

	"kstat/methods"
	"kstat/report"
)

var methodsCommand = command{
	name: "methods", args: msgArgsManifest, short: msgMethodsShort, long: msgMethodsLong, example: msgMethodsExample,
	flags: []flagGroup{{msgGroupOutput, []*flag{&flagMethodsFormat, &flagOutput}}, langFlags},
	needs: 1, most: 1, run: runMethods,
}

var flagMethodsFormat = flag{name: "format", short: "f", value: "FORMAT", usage: msgFlagMethodsFormat, choices: methodsFormatNames, def: methods.Formats[0].Name,
	text: func(o *options) *string { return &o.format }}

func methodsFormatNames() []string {
	var names []string
	for _, f := range methods.Formats {
		names = append(names, f.Name)
	}
	return names
}

func runMethods(p *program, o *options, args []string) error {
	m, _, err := p.readManifest(args[0])
	if err != nil {
		return err
	}
	if c, ok := p.commandNamed(m.Command); !ok || c.flagNamed(flagManifest.name) == nil {
		return &recordError{msgRecordCommand, []any{m.Command}}
	}
	lang := methods.English
	if p.lang == report.Korean {
		lang = methods.Korean
	}
	d := methods.Describe(m, lang)
	for i := range methods.Formats {
		if f := &methods.Formats[i]; f.Name == o.format {
			return p.writeFile(o, func(w io.Writer) error { return d.Write(visibleWriter{w}, f) })
		}
	}
	return nil // flag.check has looked at the name
}

// visibleWriter makes text from a record harmless for a terminal, line by line.
type visibleWriter struct{ w io.Writer }

func (v visibleWriter) Write(b []byte) (int, error) {
	lines := strings.Split(string(b), "\n")
	for i := range lines {
		lines[i] = report.Visible(lines[i])
	}
	if _, err := io.WriteString(v.w, strings.Join(lines, "\n")); err != nil {
		return 0, err
	}
	return len(b), nil
}
