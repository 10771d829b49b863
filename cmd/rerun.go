package cmd

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"

	"kstat/manifest"
	"kstat/report"
)

var rerunCommand = command{
	name: "rerun", args: msgArgsManifest, short: msgRerunShort, long: msgRerunLong, example: msgRerunExample,
	flags: []flagGroup{{msgGroupInput, []*flag{&flagRoot}}, {msgGroupOutput, []*flag{&flagRerunOutput, &flagFormat}}, {msgGroupOther, []*flag{&flagThreads, &flagLang}}},
	needs: 1, most: 1, run: runRerun,
}

var flagRerunOutput = flag{name: "output", short: "o", value: "FILE", usage: msgFlagRerunOutput, names: writesFile,
	text: func(o *options) *string { return &o.output }}

func runRerun(p *program, o *options, args []string) error {
	then, data, err := p.readManifest(args[0])
	if err != nil {
		return err
	}
	if data != nil { // the record of a page does not know what became of it
		sum := sha256.Sum256(data)
		then.Outputs = []manifest.Output{{Path: manifest.Text(args[0]), Format: formatPage, Bytes: int64(len(data)), SHA256: hex.EncodeToString(sum[:])}}
	}
	c, err := p.recordedCommand(then)
	if err != nil {
		return err
	}
	if o.toFile() {
		var recorded []string
		for _, in := range then.Inputs {
			recorded = append(recorded, string(in.Path))
		}
		if err := p.spare([]outputFile{{"--" + flagRerunOutput.name, o.output}}, recorded, o.root); err != nil {
			return err
		}
	}
	show := *o
	show.output = "" // which is where the result of the run goes, not what is said of it
	format, err := p.tableFormat(&show)
	if err != nil {
		return err
	}
	var again *program
	if o.toFile() {
		err = p.writeFile(o, func(w io.Writer) error { again, err = p.replay(then, c, o, w); return err })
	} else {
		again, err = p.replay(then, c, o, io.Discard)
	}
	if err != nil {
		return err
	}
	ds := manifest.Compare(then, again.rec.manifest(again))
	if again.rec.incomplete() { // it ended before everything was settled
		ds = slices.DeleteFunc(ds, func(d manifest.Difference) bool {
			return slices.Contains([]manifest.What{manifest.OptionDiffers, manifest.MeasureDiffers, manifest.ConstantDiffers, manifest.CountDiffers}, d.What)
		})
	}
	return p.writeComparison(&show, format, then, ds)
}

// readManifest reads a record from a file or standard input. data is the whole of a page, nil where there is none.
func (p *program) readManifest(name string) (m *manifest.Manifest, data []byte, err error) {
	r := io.Reader(p.stdin)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, nil, &readError{name, err}
		}
		defer f.Close()
		r = f
	}
	m, page, data, err := manifest.Read(r)
	var fault *manifest.ParseError
	switch {
	case errors.As(err, &fault):
		return nil, nil, &manifestFault{name, fault}
	case err != nil:
		return nil, nil, &readError{name, err}
	case !page:
		return m, nil, nil
	}
	return m, data, nil
}

// readError says that a file was not read.
type readError struct {
	name string
	err  error
}

func (e *readError) Error() string { return e.name + ": " + e.err.Error() }
func (e *readError) Unwrap() error { return e.err }

// manifestFault says that a file is no record that can be used.
type manifestFault struct {
	name  string
	fault *manifest.ParseError
}

func (e *manifestFault) Error() string { return e.name + ": " + e.fault.Error() }

// recordError says that a record is well formed and of no use: of a command or a flag that there is not.
type recordError struct {
	text msg
	args []any
}

func (e *recordError) Error() string { return textsOf(e.text, e.args...).In(report.English) }

// manifestFaults are the texts for what can be wrong with a record, and what to do.
var manifestFaults = map[manifest.Fault][2]msg{
	manifest.NotARecord:   {msgNotARecord, msgNotARecordHint},
	manifest.NoRecord:     {msgNoRecord, msgNotARecordHint},
	manifest.BadJSON:      {msgRecordBadJSON, noMessage},
	manifest.NewerSchema:  {msgRecordNewer, msgRecordNewerHint},
	manifest.BadField:     {msgRecordBadField, noMessage},
	manifest.RecordTooBig: {msgRecordTooBig, noMessage},
}

// complainManifest says what is wrong with a record.
func (p *program) complainManifest(err error) bool {
	var e *manifestFault
	if !errors.As(err, &e) {
		return false
	}
	texts := manifestFaults[e.fault.Fault]
	reason := p.text(texts[0])
	if e.fault.Detail != "" && e.fault.Fault != manifest.NotARecord {
		reason += ": " + report.Visible(e.fault.Detail)
	}
	if e.fault.Line > 0 {
		p.say(p.text(msgAtLine, e.name, e.fault.Line, reason))
	} else {
		p.say(e.name + ": " + reason)
	}
	if texts[1] != noMessage {
		p.say(p.text(texts[1]))
	}
	return true
}

// recordedCommand finds the command of a record and looks whether this program has the flags that were given. A record names
// commands and flags, and may come from anywhere: what is no command that keeps records, and no flag that is recorded, is
// refused.
func (p *program) recordedCommand(m *manifest.Manifest) (*command, error) {
	c, ok := p.commandNamed(m.Command)
	if !ok || c.flagNamed(flagManifest.name) == nil {
		return nil, &recordError{msgRecordCommand, []any{m.Command}}
	}
	for _, option := range m.Options {
		if f := c.flagNamed(option.Name); !option.Default && (f == nil || !f.recorded()) {
			return nil, &recordError{msgRecordFlag, []any{"--" + option.Name}}
		}
	}
	return c, nil
}

// flagNamed finds a flag of the command; nil where it has none of the name.
func (c *command) flagNamed(name string) *flag {
	for _, g := range c.flags {
		for _, f := range g.flags {
			if f.name == name {
				return f
			}
		}
	}
	return nil
}

// replay does a recorded run again, with its language and terminal; what it gives is the program of that run, with a
// recording of its own. Nothing is written but to w: the outputs that the record names are only hashed. Nothing is read but
// files and, where the record has it, standard input.
func (p *program) replay(then *manifest.Manifest, c *command, o *options, w io.Writer) (*program, error) {
	needsStdin := func(in manifest.Input) bool { return in.Path == "-" }
	if slices.ContainsFunc(then.Inputs, needsStdin) && isTerminal(p.stdin.Reader) {
		p.say(p.text(msgReadingStdin))
	}
	q := &program{
		stdin: p.stdin, out: bufio.NewWriterSize(w, 64<<10),
		stderr: &messageWriter{Writer: p.stderr.Writer, terminal: p.stderr.terminal, held: &bytes.Buffer{}},
		lang:   report.English, commands: p.commands, root: o.root,
	}
	if then.Language == langNames[report.Korean] {
		q.lang = report.Korean
	}
	args := []string{c.name, "--threads=" + strconv.Itoa(o.threads)}
	for _, option := range then.Options {
		switch {
		case option.Default:
		case option.Name == flagFont.name && !isFile(string(option.Value)):
			return nil, &readError{string(option.Value), fs.ErrNotExist}
		case option.Values != nil:
			for _, v := range option.Values {
				args = append(args, "--"+option.Name+"="+string(v))
			}
		default:
			args = append(args, "--"+option.Name+"="+string(option.Value))
		}
	}
	result := ""
	if len(then.Outputs) > 0 {
		out := then.Outputs[0]
		switch {
		case out.Format == formatPage && out.Path != manifest.Stdout:
			result = "page.html" // by whatever name it is known now
		case out.Path != manifest.Stdout:
			result = string(out.Path)
		case out.Terminal != nil:
			q.terminal, q.width, q.color = true, out.Terminal.Width, out.Terminal.Color
		}
	}
	if result != "" {
		args = append(args, "--output="+result)
	}
	q.divert = func(path string) io.Writer {
		if path == result {
			return w
		}
		return io.Discard
	}
	args = append(args, "--")
	for _, a := range then.Arguments {
		args = append(args, string(a))
	}
	status := q.execute(args)
	err := q.out.Flush()
	q.stderr.hide()
	if status == statusUsage || q.rec == nil || q.rec.incomplete() {
		p.stderr.Write(q.stderr.held.Bytes())
	}
	switch {
	case err != nil:
		return nil, err
	case status == statusInterrupted:
		return nil, errInterrupted
	case status == statusUsage || q.rec == nil:
		return nil, &recordError{text: msgCannotRerun}
	}
	return q, nil
}

// isFile tells whether a path is that of a regular file.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// incomplete tells whether an output is not there, or not to its end.
func (r *recording) incomplete() bool {
	return len(r.outputs) == 0 || slices.ContainsFunc(r.outputs, func(o *manifest.Output) bool { return o.SHA256 == "" })
}

// writeComparison prints what became of the run: a row for each output, and one for each difference.
func (p *program) writeComparison(o *options, format *report.Format, then *manifest.Manifest, ds []manifest.Difference) error {
	t := &report.Table{Command: "rerun", Title: messages[msgRerunSame], Columns: []report.Column{
		{Key: "what", Heading: messages[msgColWhat], About: messages[msgAboutWhat], Strong: true},
		{Key: "name", Heading: messages[msgColName]},
		{Key: "same", Heading: messages[msgColSame], Kind: report.Flag},
		{Key: "then", Heading: messages[msgColThen], About: messages[msgAboutThen]},
		{Key: "now", Heading: messages[msgColNow], About: messages[msgAboutNow]},
	}}
	var rows [][]report.Cell
	row := func(d manifest.Difference, same bool) {
		what := string(d.What)
		if !forPrograms(format) {
			what = p.text(differenceNames[d.What])
		}
		rows = append(rows, []report.Cell{report.Str(what), report.Str(d.Name), report.Bool(same), report.Str(d.Then), report.Str(d.Now)})
	}
	same := true
	for i := range then.Outputs {
		name := string(then.Outputs[i].Path)
		if !slices.ContainsFunc(ds, func(d manifest.Difference) bool { return d.What == manifest.OutputDiffers && d.Name == name }) {
			print := then.Outputs[i].String()
			row(manifest.Difference{What: manifest.OutputDiffers, Name: name, Then: print, Now: print}, true)
		}
	}
	for _, d := range ds {
		row(d, false)
		switch d.What {
		case manifest.VersionDiffers, manifest.ModelDiffers, manifest.MeasureDiffers, manifest.ConstantDiffers, manifest.CountDiffers:
			// What gives the same bytes of the same inputs has done the same.
		default:
			same = false
		}
	}
	if !same {
		p.failed = true
		t.Title = messages[msgRerunDiffers]
	}
	t.Rows = report.Slice(rows)
	t.Summary = []report.Field{{Key: "same", Label: messages[msgColSame], Value: report.Bool(same)}}
	return p.writeTable(o, format, t)
}

// differenceNames are what records can differ in, for people.
var differenceNames = map[manifest.What]msg{
	manifest.OutputDiffers:   msgWhatOutput,
	manifest.CommandDiffers:  msgWhatCommand,
	manifest.VersionDiffers:  msgWhatVersion,
	manifest.ModelDiffers:    msgWhatModel,
	manifest.InputDiffers:    msgWhatInput,
	manifest.OptionDiffers:   msgWhatOption,
	manifest.MeasureDiffers:  msgWhatMeasure,
	manifest.CountDiffers:    msgWhatCount,
	manifest.ConstantDiffers: msgWhatConstant,
}
