package manifest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// What a Difference is of.
type What string

// The parts of a record that can differ, in the order in which Compare tells of them. Outputs come first because they are
// what counts; what may be the reason follows.
const (
	OutputDiffers   What = "output"
	CommandDiffers  What = "command"
	VersionDiffers  What = "version"
	ModelDiffers    What = "model"
	InputDiffers    What = "input"
	OptionDiffers   What = "option"
	MeasureDiffers  What = "measure"
	ConstantDiffers What = "constant"
	CountDiffers    What = "count"
)

// Difference is something in which two runs differ.
type Difference struct {
	What What
	// Name says which output, input, option, measure or count.
	Name string
	// Then and Now are the values; empty where there is none, as of an input that is not read any more.
	Then, Now string
}

// Compare gives the differences between a run and the same run done again, without those of Run. Where nothing differs
// there are none. Paths of outputs are not compared, because the second run may write elsewhere; what is written is.
//
// Version and model are compared though both may give the same bytes: a reader of a different result looks there first.
func Compare(then, now *Manifest) []Difference {
	var ds []Difference
	add := func(what What, name, then, now string) {
		if then != now {
			ds = append(ds, Difference{what, name, then, now})
		}
	}
	for i := range max(len(then.Outputs), len(now.Outputs)) {
		var a, b Output
		if i < len(then.Outputs) {
			a = then.Outputs[i]
		}
		if i < len(now.Outputs) {
			b = now.Outputs[i]
		}
		name := string(a.Path)
		if name == "" {
			name = string(b.Path)
		}
		add(OutputDiffers, name, a.String(), b.String())
	}
	add(CommandDiffers, "command", then.Command, now.Command)
	add(CommandDiffers, "arguments", join(then.Arguments), join(now.Arguments))
	add(CommandDiffers, "language", then.Language, now.Language)
	add(VersionDiffers, then.Program.Name, then.Program.print(), now.Program.print())
	add(ModelDiffers, "sha256", then.Model.SHA256, now.Model.SHA256)
	compareKeyed(then.Inputs, now.Inputs, func(in Input) string { return in.Role + "\x00" + string(in.Path) }, func(a, b *Input) {
		switch {
		case a == nil:
			add(InputDiffers, string(b.Path), "", b.print())
		case b == nil:
			add(InputDiffers, string(a.Path), a.print(), "")
		default:
			add(InputDiffers, string(a.Path), a.print(), b.print())
		}
	})
	compareKeyed(then.Options, now.Options, func(o Option) string { return o.Name }, func(a, b *Option) {
		switch {
		case a == nil:
			add(OptionDiffers, "--"+b.Name, "", b.print())
		case b == nil:
			add(OptionDiffers, "--"+a.Name, a.print(), "")
		default:
			add(OptionDiffers, "--"+a.Name, a.print(), b.print())
		}
	})
	compareKeyed(then.Measures, now.Measures, func(m Measure) string { return m.Family + " " + m.Name }, func(a, b *Measure) {
		switch {
		case a == nil:
			add(MeasureDiffers, b.Name, "", b.print())
		case b == nil:
			add(MeasureDiffers, a.Name, a.print(), "")
		default:
			add(MeasureDiffers, a.Name, a.print(), b.print())
		}
	})
	compareNumbers(then.Constants, now.Constants, func(name, a, b string) { add(ConstantDiffers, name, a, b) })
	compareNumbers(then.Counts, now.Counts, func(name, a, b string) { add(CountDiffers, name, a, b) })
	return ds
}

// compareNumbers hands on the numbers of two lists by their names, in the order of these.
func compareNumbers[N uint64 | float64](then, now map[string]N, each func(name, a, b string)) {
	names := make(map[string]bool, len(then))
	for n := range then {
		names[n] = true
	}
	for n := range now {
		names[n] = true
	}
	print := func(list map[string]N, name string) string {
		if n, ok := list[name]; ok {
			return strconv.FormatFloat(float64(n), 'f', -1, 64)
		}
		return ""
	}
	for _, n := range slices.Sorted(maps.Keys(names)) {
		each(n, print(then, n), print(now, n))
	}
}

// compareKeyed hands on what stands in two lists under the same key, and alone what stands in one of them. The k-th of
// several with one key belongs to the k-th of the other list.
func compareKeyed[T any](then, now []T, key func(T) string, each func(a, b *T)) {
	type place struct {
		key string
		nth int
	}
	index := func(list []T) map[place]int {
		at := make(map[place]int, len(list))
		seen := make(map[string]int, len(list))
		for i := range list {
			k := key(list[i])
			at[place{k, seen[k]}] = i
			seen[k]++
		}
		return at
	}
	places, seen := index(now), map[string]int{}
	taken := make([]bool, len(now))
	for i := range then {
		k := key(then[i])
		p := place{k, seen[k]}
		seen[k]++
		if j, ok := places[p]; ok {
			taken[j] = true
			each(&then[i], &now[j])
		} else {
			each(&then[i], nil)
		}
	}
	for j := range now {
		if !taken[j] {
			each(nil, &now[j])
		}
	}
}

// String gives size and hash; empty where nothing was written to its end.
func (o *Output) String() string {
	if o.SHA256 == "" {
		return ""
	}
	return fmt.Sprintf("%d bytes, SHA-256 %s", o.Bytes, o.SHA256)
}

func (p *Program) print() string { return strings.TrimSpace(p.Version + " " + p.Revision) }

func (in *Input) print() string {
	if in.Error != "" {
		return in.Error
	}
	return fmt.Sprintf("%d bytes, %s, SHA-256 %s", in.Bytes, in.Encoding, in.SHA256)
}

func (o *Option) print() string {
	if o.Values != nil {
		return join(o.Values)
	}
	if o.Value == "" {
		return `""`
	}
	return string(o.Value)
}

func (m *Measure) print() string { return strings.TrimSpace(m.Variant + " " + m.Formula) }

func join(texts []Text) string {
	s := make([]string, len(texts))
	for i, t := range texts {
		s[i] = string(t)
	}
	return strings.Join(s, " ")
}

// Whats gives everything that can differ, for tables of messages.
func Whats() []What {
	return []What{OutputDiffers, CommandDiffers, VersionDiffers, ModelDiffers, InputDiffers, OptionDiffers, MeasureDiffers, ConstantDiffers, CountDiffers}
}
