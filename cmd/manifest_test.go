package cmd

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kstat/manifest"
	"kstat/methods"
)

// The records that package methods is tried on have the options that the commands have today: where a command gains one,
// its samples are to be made anew.
func TestSamplesOfRecords(t *testing.T) {
	files, err := filepath.Glob("../methods/testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	commands := make(map[string]*command)
	for _, c := range commandTable() {
		commands[c.name] = c
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		m, _, _, err := manifest.Read(f)
		f.Close()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var have, want []string
		for _, o := range m.Options {
			have = append(have, o.Name)
		}
		for _, g := range commands[m.Command].flags {
			for _, f := range g.flags {
				if f.recorded() {
					want = append(want, f.name)
				}
			}
		}
		if !slices.Equal(have, want) {
			t.Errorf("%s has the options %v, the command %v", name, have, want)
		}
	}
}

// Every command that keeps a record can be described, and no other; none has a flag by the name of another kind.
func TestCommandsWithRecords(t *testing.T) {
	var names []string
	for _, c := range commandTable() {
		if c.flagNamed(flagManifest.name) == nil {
			continue
		}
		names = append(names, c.name)
		for _, g := range c.flags {
			for _, f := range g.flags {
				if f.recorded() && strings.HasPrefix(f.name, "manifest") {
					t.Errorf("%s records --%s", c.name, f.name)
				}
			}
		}
	}
	slices.Sort(names)
	if !slices.Equal(names, methods.Commands()) {
		t.Errorf("records are kept by %v, and described of %v", names, methods.Commands())
	}
}

// Each fault of a record, and each thing in which two records can differ, has its text.
func TestTextsOfRecords(t *testing.T) {
	for _, f := range manifest.Faults() {
		if manifestFaults[f][0] == noMessage {
			t.Errorf("%s has no text", f)
		}
	}
	for _, w := range manifest.Whats() {
		if differenceNames[w] == noMessage {
			t.Errorf("%s has no text", w)
		}
	}
}
