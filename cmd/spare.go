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

// namesNothing tells whether a flag that is given should name a file and does not, as -o "$x" where x is not set.
func (f *flag) namesNothing(o *options) bool {
	switch {
	case f.names == noFile:
		return false
	case f.list != nil:
		return slices.Contains(*f.list(o), "")
	}
	return *f.text(o) == ""
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
	inputs := inputFiles(c, o, args)
	if p.outIs != nil && !o.toFile() { // clean x >> x would read what it writes, without an end
		named := inputs
		if p.emptyOut() != nil { // it is passed over in folders, which need not be gone through
			named = slices.DeleteFunc(slices.Clone(inputs), isFolder)
		}
		if name, i := p.isRead([]os.FileInfo{p.outIs}, named, ""); i >= 0 {
			return wrong(msgStdoutIsInput, name)
		}
	}
	return p.spare(outputFiles(c, o), inputs, "")
}

// emptyOut gives the file that standard output goes to if it is empty, as after kstat freq . > new.tsv: there is nothing in it to be
// read or lost. nil if there is none.
func (p *program) emptyOut() os.FileInfo {
	if p.outIs == nil || p.outIs.Size() > 0 {
		return nil
	}
	return p.outIs
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
	if _, i := p.isRead(there, inputs, root); i >= 0 {
		return wrong(msgOutputIsInput, outputs[i].path).hinted(msgOutputHint, outputs[i].flag)
	}
	return nil
}

// isRead looks for files among those that the inputs name or hold. It gives the first one, by its name and its index among the
// files; -1 where there is none. Files that are nil are not looked for.
func (p *program) isRead(files []os.FileInfo, inputs []string, root string) (name string, i int) {
	index := func(in os.FileInfo, err error) int {
		return slices.IndexFunc(files, func(f os.FileInfo) bool { return f != nil && err == nil && os.SameFile(f, in) })
	}
	if slices.Contains(inputs, "-") {
		if i := index(p.stdin.Stat()); i >= 0 {
			return "-", i
		}
	}
	src, err := corpus.NewSource(inputs, corpus.Options{Root: root})
	if err != nil {
		return "", -1 // which is said when it is read
	}
	for path := range src.Files() {
		if i := index(os.Stat(path)); i >= 0 {
			return path, i
		}
	}
	return "", -1
}

// isFolder tells whether an input is a folder.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
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
