// Package manifest is the record of a run: what was analysed, by what, how, and what came out. A scholar keeps it beside a
// result; with it the run can be done again and compared ([Compare]), and described in a paper.
//
// A record holds no word of the texts, only their names, sizes and hashes, so that it may be passed on where the texts
// may not. What the user typed, such as the word that a concordance is about, stands in it.
//
// What differs between two runs of the same thing (the time, the threads, the machine) is set apart in [Run]. Everything
// else is the same, byte for byte, whenever the same program does the same with the same inputs: two records can be
// compared with diff.
//
// The package knows the shape of a record and nothing of commands: package cmd fills it, and does the run again.
package manifest

import "time"

// Schema is the version of the format. A record of a higher one was made by a newer program and is refused.
const Schema = 1

// Manifest is the record of a run. In the file, the keys are those of the tags, in this order.
type Manifest struct {
	Schema  int     `json:"schema"`
	Program Program `json:"program"`
	Model   Model   `json:"model"`
	// Command is the command's name: freq, compare.
	Command string `json:"command"`
	// Language is that of headings and notes in the output: ko or en.
	Language string `json:"language"`
	// Arguments are what stands behind the flags on the command line: files and folders as given, and the query of those
	// commands that are about a word.
	Arguments []Text `json:"arguments"`
	// Inputs are the files that were read, in the order in which they were: those of a folder one by one.
	Inputs []Input `json:"inputs"`
	// Options are all flags of the command with the values that were in force, but for those that cannot change a byte of
	// the output and those that say where it goes.
	Options []Option `json:"options"`
	// Measures are what was computed, in the order of the columns, with the formulas.
	Measures []Measure `json:"measures"`
	// Constants are numbers that no flag sets, where a measure of the run rests on them: how many of the most frequent words a
	// similarity looks at, how many words of a page are looked through for pairs.
	Constants map[string]float64 `json:"constants,omitempty"`
	// Seed is what random numbers began with. Nil where the command draws none.
	Seed *uint64 `json:"seed"`
	// Counts are the whole numbers of the summary, by the names that json output has for them.
	Counts map[string]uint64 `json:"counts"`
	// Warnings are what there was to say about inputs and numbers.
	Warnings []Warning `json:"warnings"`
	// Outputs are what was written, the result first. A record that is part of its own output, as on a page, has none.
	Outputs []Output `json:"outputs,omitempty"`
	// Run is what changes from run to run. A record on a page has none, so that the page does not change.
	Run *Run `json:"run,omitempty"`
}

// Program is what did the run.
type Program struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	// Revision is the state of the source code that the program was built from, where it is known. A + says that the code
	// was changed beyond that.
	Revision string `json:"revision,omitempty"`
}

// Model is the model of the analyser.
type Model struct {
	Format int    `json:"format"` // of the file
	SHA256 string `json:"sha256"` // of the file
}

// Input is a file that was read, or should have been.
type Input struct {
	// Role says what it is for: text, a and b (the sides of a comparison), ref (texts to compare with), list (frequencies),
	// stopwords.
	Role string `json:"role"`
	// Path is as the user gave it or as found under a folder that the user gave; "-" for standard input.
	Path Text `json:"path"`
	// Bytes and SHA256 are of the file as it lies on the disk, before decoding. SHA256 is empty for what was not read to its
	// end.
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256,omitempty"`
	// Encoding is that of the text as found or as told.
	Encoding string `json:"encoding,omitempty"`
	// Cleaning tells how often each rule of cleaning changed something, by its name, rules that did not left out.
	Cleaning map[string]int `json:"cleaning,omitempty"`
	// Error is the kind of fault for which the input, or the rest of it, could not be used.
	Error string `json:"error,omitempty"`
}

// Option is a flag.
type Option struct {
	// Name is without the dashes: window.
	Name string `json:"name"`
	// Value is what was in force: of a flag that was not given, what its default came to. Flags that take nothing have true
	// or false. A flag has either a Value or, if it may be given several times and was, Values.
	Value  Text   `json:"value"`
	Values []Text `json:"values,omitempty"`
	// Default says that the user did not give the flag.
	Default bool `json:"default"`
}

// Measure is a measure that was computed.
type Measure struct {
	Family  string `json:"family"` // association, keyness …
	Name    string `json:"name"`
	Variant string `json:"variant,omitempty"` // the formula of several
	Formula string `json:"formula,omitempty"`
}

// Warning is something to know about an input or a number.
type Warning struct {
	Kind string `json:"kind"`
	// Path and Line say where, if it is about an input or a line of one.
	Path Text `json:"path,omitempty"`
	Line int  `json:"line,omitempty"`
	// Text says it in English.
	Text Text `json:"text,omitempty"`
}

// Output is a file that was written, or standard output.
type Output struct {
	// Path is as the user gave it; [Stdout] for standard output.
	Path   Text   `json:"path"`
	Format string `json:"format"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
	// Terminal is set where standard output was one, by which the layout of a table is made to fit.
	Terminal *Terminal `json:"terminal,omitempty"`
}

// Stdout is the path of standard output.
const Stdout = "stdout"

// Terminal is how a terminal shows a table.
type Terminal struct {
	Width int  `json:"width"` // in columns, 0 where it is not known
	Color bool `json:"color"`
}

// Run is what changes from run to run.
type Run struct {
	Started time.Time `json:"started"` // UTC, to the second
	Seconds float64   `json:"seconds"`
	Threads int       `json:"threads"`
	OS      string    `json:"os"`
	Arch    string    `json:"arch"`
}

// Option gives the flag called name; ok is false where the command has none.
func (m *Manifest) Option(name string) (o Option, ok bool) {
	for _, o := range m.Options {
		if o.Name == name {
			return o, true
		}
	}
	return Option{}, false
}

// Still gives the record without what changes from run to run and without the outputs: what a page may carry that is one
// of them.
func (m *Manifest) Still() *Manifest {
	s := *m
	s.Run, s.Outputs = nil, nil
	return &s
}
