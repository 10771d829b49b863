package cmd

import (
	"os"
	"path/filepath"
	"slices"

	"kstat/corpus"
)

// outputFile is a file that a run is to write, by the flag that names it.
type outputFile struct {
	flag, path string
}

// outputFiles gives the files that a run is to write.
func outputFiles(c *command, o *options) (files []outputFile) {
	for _, g := range c.flags {
		for _, f := range g.flags {
			if f.names != writesFile {
				continue
			}
			if path := *f.text(o); path != "" && path != "-" {
				files = append(files, outputFile{"--" + f.name, path})
			}
		}
	}
	return files
}

// inputFiles gives the files and folders that a run is to read, as the arguments and the flags name them; "-" is standard input.
func inputFiles(c *command, o *options, args []string) []string {
	files := slices.Clone(args[min(c.words, len(args)):])
	if len(files) == 0 {
		files = append(files, "-")
	}
	for _, g := range c.flags {
		for _, f := range g.flags {
			switch {
			case f.names != readsFile:
			case f.list != nil:
				files = append(files, *f.list(o)...)
			case *f.text(o) != "":
				files = append(files, *f.text(o))
			}
		}
	}
	return files
}

// spareInputs refuses, before anything is read, outputs that would go into a file that is read, or two into one file.
func (p *program) spareInputs(c *command, o *options, args []string) error {
	if p.divert != nil { // nothing is written where the record says
		return nil
	}
	return p.spare(outputFiles(c, o), inputFiles(c, o, args), "")
}

// spare is spareInputs for files by their names. Files are the same if the system says so, by whatever names and links they are
// reached; devices and pipes hold nothing that could be lost. Relative paths of inputs lead from root, "" for the current folder.
func (p *program) spare(outputs []outputFile, inputs []string, root string) error {
	there := make([]os.FileInfo, len(outputs)) // nil for what need not be spared
	for i, out := range outputs {
		info, err := os.Stat(out.path)
		if err == nil && !info.Mode().IsRegular() {
			continue
		}
		for k := range i {
			if there[k] != nil && err == nil && os.SameFile(there[k], info) || samePlace(outputs[k].path, out.path) {
				return wrong(msgOutputIsOutput, out.path, outputs[k].flag, out.flag).hinted(msgOutputHint, out.flag)
			}
		}
		if err == nil {
			there[i] = info
		}
	}
	if !slices.ContainsFunc(there, func(i os.FileInfo) bool { return i != nil }) {
		return nil
	}
	src, err := corpus.NewSource(inputs, corpus.Options{Root: root})
	if err != nil {
		return err
	}
	spared := func(in os.FileInfo) error {
		for i, out := range outputs {
			if there[i] != nil && os.SameFile(there[i], in) {
				return wrong(msgOutputIsInput, out.path).hinted(msgOutputHint, out.flag)
			}
		}
		return nil
	}
	if slices.Contains(inputs, "-") {
		if info, err := p.stdin.Stat(); err == nil {
			if err := spared(info); err != nil {
				return err
			}
		}
	}
	for path := range src.Files() {
		if info, err := os.Stat(path); err == nil {
			if err := spared(info); err != nil {
				return err
			}
		}
	}
	return nil
}

// samePlace tells whether two files that may not be there yet have the same name in the same folder.
func samePlace(a, b string) bool {
	if filepath.Base(a) != filepath.Base(b) {
		return false
	}
	x, err := os.Stat(filepath.Dir(a))
	if err != nil {
		return filepath.Clean(a) == filepath.Clean(b)
	}
	y, err := os.Stat(filepath.Dir(b))
	return err == nil && os.SameFile(x, y)
}
