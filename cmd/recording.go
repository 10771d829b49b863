package cmd

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"kstat/corpus"
	"kstat/manifest"
	"kstat/report"
	"kstat/stats"
	"kstat/tokenize"
)

// recording gathers what goes into the record of a run while the run goes on. Commands tell it what they settled where the
// user left it open; files, flags and outputs it finds out itself. All methods may be called on a nil recording, which notes
// nothing: that of a command that keeps no record.
type recording struct {
	wanted   bool // hashing costs time: without a reader of the record nothing is hashed or counted for it
	command  *command
	options  *options
	args     []string
	given    func(flag string) bool // whether the user gave a flag
	started  time.Time
	readings []reading
	settled  map[string]string
	measures []manifest.Measure
	counts   map[string]uint64
	fixed    map[string]float64 // numbers that no flag sets
	warnings []manifest.Warning
	outputs  []*manifest.Output
}

// reading is a source with what it is for.
type reading struct {
	role   string
	source *corpus.Source
}

// The roles of inputs.
const (
	roleText      = "text"
	roleA         = "a"
	roleB         = "b"
	roleRef       = "ref"
	roleList      = "list"
	roleStopwords = "stopwords"
)

// newRecording begins a record. It is wanted where the user asks for one, where the output carries one, and where a recorded
// run is done again.
func (p *program) newRecording(c *command, o *options, args []string, given func(string) bool) *recording {
	if c.flagNamed(flagManifest.name) == nil {
		return nil
	}
	wanted := o.manifest != "" || p.divert != nil || c == &reportCommand || c == &compareCommand && o.pageEnding()
	return &recording{wanted: wanted, command: c, options: o, args: args, given: given, started: time.Now(), settled: map[string]string{}, counts: map[string]uint64{}, fixed: map[string]float64{}}
}

// on tells whether a record is made.
func (r *recording) on() bool { return r != nil && r.wanted }

// commandLine gives what a reader types to have the same: the command, the flags that were given and may change the result,
// and the arguments.
func (r *recording) commandLine() string {
	words := []string{"kstat", r.command.name}
	for _, g := range r.command.flags {
		for _, f := range g.flags {
			switch {
			case !f.recorded() || !r.given(f.name) || f.name == flagFormat.name:
			case f.list != nil:
				for _, v := range *f.list(r.options) {
					words = append(words, "--"+f.name, v)
				}
			case f.yes != nil:
				words = append(words, "--"+f.name)
			default:
				words = append(words, "--"+f.name, f.print(r.options))
			}
		}
	}
	if slices.ContainsFunc(r.args, func(a string) bool { return strings.HasPrefix(a, "-") && a != "-" }) {
		words = append(words, "--")
	}
	words = append(words, r.args...)
	for i, w := range words {
		if w == "" || strings.ContainsAny(w, " \t\n'\"\\$`*?[](){}<>|&;!#~") {
			words[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}

// read notes that a source is read.
func (r *recording) read(role string, src *corpus.Source) {
	if r != nil {
		r.readings = append(r.readings, reading{role, src})
	}
}

// settle notes what a flag came to that was not given.
func (r *recording) settle(flag *flag, value string) {
	if r != nil {
		r.settled[flag.name] = value
	}
}

// count notes a number of the result.
func (r *recording) count(name string, n uint64) {
	if r != nil {
		r.counts[name] = n
	}
}

// constant notes a number that no flag sets and on which a measure rests.
func (r *recording) constant(name string, n float64) {
	if r != nil {
		r.fixed[name] = n
	}
}

// summary notes the whole numbers of a summary.
func (r *recording) summary(fields []report.Field) {
	if r == nil {
		return
	}
	for _, f := range fields {
		if n, ok := f.Value.Int(); ok && n >= 0 {
			r.counts[f.Key] = uint64(n)
		}
	}
}

// warn notes a warning.
func (r *recording) warn(w manifest.Warning) {
	if r != nil {
		r.warnings = append(r.warnings, w)
	}
}

// notes notes what is said below a table; what is about an input was noted when it was read.
func (r *recording) notes(notes []report.Note) {
	if r == nil {
		return
	}
	for _, n := range notes {
		if !slices.ContainsFunc(corpus.Messages(), func(m corpus.Message) bool { return string(m.Kind) == n.Kind }) {
			r.warn(manifest.Warning{Kind: n.Kind, Text: manifest.Text(n.Text[report.English])})
		}
	}
}

// recordMeasures notes the measures of a family among those that were asked for.
func recordMeasures[In any](r *recording, f *stats.Family[In], as []asked) {
	if r == nil {
		return
	}
	for _, a := range as {
		if m, ok := f.Find(a.name); ok {
			if v, ok := m.Variant(a.variant); ok {
				r.measures = append(r.measures, manifest.Measure{Family: f.Name, Name: m.Name, Variant: v.Name, Formula: v.Formula})
			}
		}
	}
}

// measure notes a measure that no family has.
func (r *recording) measure(family, name, formula string) {
	if r != nil {
		r.measures = append(r.measures, manifest.Measure{Family: family, Name: name, Formula: formula})
	}
}

// settleMeasures gives --measures as it came out: the names in order, each with its formula where there are several.
func (r *recording) settleMeasures(flag *flag, as []asked) {
	if r == nil {
		return
	}
	names := make([]string, len(as))
	for i, a := range as {
		if names[i] = a.name; a.variant != "" {
			names[i] += ":" + a.variant
		}
	}
	r.settle(flag, strings.Join(names, ","))
}

// output begins an output and gives the writer that takes its bytes and notes them.
func (r *recording) output(p *program, o *options) (*outputHash, func(io.Writer) io.Writer) {
	if !r.on() {
		return nil, func(w io.Writer) io.Writer { return w }
	}
	out := &manifest.Output{Path: manifest.Stdout}
	if o.toFile() {
		out.Path = manifest.Text(o.output)
	} else if p.terminal {
		out.Terminal = &manifest.Terminal{Width: p.width, Color: p.color}
	}
	r.outputs = append(r.outputs, out)
	h := &outputHash{sum: sha256.New(), out: out}
	return h, func(w io.Writer) io.Writer { h.w = w; return h }
}

// outputHash is a writer that hashes what it writes.
type outputHash struct {
	w   io.Writer
	sum hash.Hash
	out *manifest.Output
}

func (h *outputHash) Write(b []byte) (int, error) {
	n, err := h.w.Write(b)
	h.sum.Write(b[:n])
	h.out.Bytes += int64(n)
	return n, err
}

// WriteString spares a copy where the writer below can.
func (h *outputHash) WriteString(s string) (int, error) { return h.Write([]byte(s)) }

func (h *outputHash) end(format string) {
	if h != nil {
		h.out.SHA256 = hex.EncodeToString(h.sum.Sum(nil))
		h.out.Format = format
	}
}

// manifest gives the record as far as the run has come.
func (r *recording) manifest(p *program) *manifest.Manifest {
	o := r.options
	m := &manifest.Manifest{
		Schema: manifest.Schema, Command: r.command.name, Program: thisProgram(), Language: langNames[p.lang],
		Measures: r.measures, Constants: r.fixed, Counts: r.counts, Warnings: r.warnings,
	}
	m.Model.Format, m.Model.SHA256 = tokenize.Model()
	for _, a := range r.args {
		m.Arguments = append(m.Arguments, manifest.Text(a))
	}
	rules := corpus.Rules()
	for _, x := range r.readings {
		for _, in := range x.source.Inputs() {
			i := manifest.Input{Role: x.role, Path: manifest.Text(in.Path), Bytes: in.Bytes, Encoding: in.Encoding, Error: string(in.Failed)}
			if in.Whole {
				i.SHA256 = hex.EncodeToString(in.SHA256[:])
			} else if i.Error == "" {
				i.Error = string(corpus.ReadFailed) // the reading was ended from elsewhere
			}
			for k, n := range in.Cleaning {
				if n > 0 {
					if i.Cleaning == nil {
						i.Cleaning = map[string]int{}
					}
					i.Cleaning[rules[k].Name] = n
				}
			}
			m.Inputs = append(m.Inputs, i)
		}
	}
	for _, g := range r.command.flags {
		for _, f := range g.flags {
			if !f.recorded() {
				continue
			}
			option := manifest.Option{Name: f.name, Default: !r.given(f.name)}
			if f.list != nil {
				for _, v := range *f.list(o) {
					option.Values = append(option.Values, manifest.Text(v))
				}
			} else {
				option.Value = manifest.Text(f.print(o))
			}
			if v, ok := r.settled[f.name]; ok && option.Default {
				option.Value, option.Values = manifest.Text(v), nil
			}
			m.Options = append(m.Options, option)
			if f == &flagSeed {
				seed := uint64(o.seed)
				m.Seed = &seed
			}
		}
	}
	for _, out := range r.outputs {
		m.Outputs = append(m.Outputs, *out)
	}
	threads := o.threads
	if threads < 1 {
		threads = runtime.GOMAXPROCS(0)
	}
	m.Run = &manifest.Run{
		Started: r.started.UTC().Truncate(time.Second), Seconds: time.Since(r.started).Round(time.Millisecond).Seconds(),
		Threads: threads, OS: runtime.GOOS, Arch: runtime.GOARCH,
	}
	return m
}

// page gives the record that a page carries: what it says is the same whenever, wherever and in whatever language the page
// was written, so that the page is too. The name of the page is not in it, nor its hash, which could not be; both are those
// of the file in which the record is found.
func (r *recording) page(p *program) ([]byte, error) {
	return r.manifest(p).Still().Encode()
}

// langNames are the languages as --lang names them.
var langNames = [...]string{report.English: "en", report.Korean: "ko"}

// recorded tells whether a flag can change the output, and does not only say where it goes.
func (f *flag) recorded() bool {
	switch f {
	case &flagLang, &flagOutput, &flagThreads, &flagManifest:
		return false
	}
	return true
}

// thisProgram names the program and, where the build knows it, the state of its source.
func thisProgram() manifest.Program {
	me := manifest.Program{Name: "kstat", Version: Version}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision" && len(s.Value) >= 12:
				me.Revision = s.Value[:12] + me.Revision
			case s.Key == "vcs.modified" && s.Value == "true":
				me.Revision += "+"
			}
		}
	}
	return me
}

// writeManifest writes the record into the file that --manifest names, when all that was printed has been taken.
func (p *program) writeManifest(o *options) error {
	if err := p.out.Flush(); err != nil {
		return err
	}
	b, err := p.rec.manifest(p).Encode()
	if err != nil {
		return err
	}
	to := *o
	to.output = o.manifest
	return p.writeFile(&to, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}
