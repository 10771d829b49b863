package corpus

import (
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"kstat/hangul"
	"kstat/internal/textio"
)

// path reads the file or folder that the user named.
func (r *reading) path(path string) {
	info, err := os.Stat(r.at(path))
	if err != nil {
		r.failOpen(path, err, NotFound)
		return
	}
	if !info.IsDir() {
		if r.source.opt.Regular && !info.Mode().IsRegular() {
			r.fail(NotRegular, path, nil, nil)
			return
		}
		if mayNeverEnd(info) {
			r.fail(Endless, path, nil, nil)
			return
		}
		r.open(path, NotFound)
		return
	}
	w := &walk{reading: r, seen: map[string]bool{}}
	if w.root, err = realPath(r.at(path)); err != nil {
		r.failOpen(path, err, NotFound)
		return
	}
	w.folder(path, w.root)
	if !w.found && !r.stopped {
		r.fail(DirectoryEmpty, path, nil, nil)
	}
}

// mayNeverEnd tells whether what is read is a device that may never end, as /dev/zero and a disk. The empty device ends, and so
// does a terminal when its user says so.
func mayNeverEnd(info os.FileInfo) bool {
	if info.Mode()&fs.ModeDevice == 0 {
		return false
	}
	if null, err := os.Stat(os.DevNull); err == nil && os.SameFile(info, null) {
		return false
	}
	return !textio.IsTerminal(info)
}

// walk is the way through one folder that the user named.
type walk struct {
	*reading
	root  string          // its real path: absolute and without links
	seen  map[string]bool // real paths of the folders that were entered
	found bool            // a file or a reason why there is none was given
}

// realPath gives the absolute path without links, which is the same for all names of a folder.
func realPath(path string) (string, error) {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(path)
}

// within tells whether path lies in folder or is it; both are real paths.
func within(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, strings.TrimSuffix(folder, string(filepath.Separator))+string(filepath.Separator))
}

// folder reads what is in a folder; real is its real path.
func (w *walk) folder(path, real string) bool {
	w.seen[real] = true
	entries, err := os.ReadDir(w.at(path)) // what could be read of it comes even with an error
	if err != nil {
		w.found = true
		if !w.failOpen(path, err, Vanished) {
			return false
		}
	}
	// The file systems of macOS give names in NFD; the order must not depend on that.
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	sort.SliceStable(names, func(i, j int) bool { return hangul.NFC(names[i]) < hangul.NFC(names[j]) })
	for _, name := range names {
		if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
			continue
		}
		if !w.entry(filepath.Join(path, name), real, name) {
			return false
		}
	}
	return true
}

// entry reads one file or folder found in the folder with the real path parent.
func (w *walk) entry(path, parent, name string) bool {
	info, err := os.Lstat(w.at(path))
	link := err == nil && info.Mode()&fs.ModeSymlink != 0
	missing := Vanished
	if link {
		info, err = os.Stat(w.at(path))
		missing = DanglingLink
	}
	switch {
	case err != nil:
		w.found = true
		return w.failOpen(path, err, missing)
	case w.source.opt.Spare != nil && os.SameFile(info, w.source.opt.Spare):
		return true
	case info.Mode().IsRegular():
		w.found = true
		return w.open(path, Vanished)
	case !info.IsDir():
		w.found = true
		return w.fail(NotRegular, path, nil, nil)
	}
	real := filepath.Join(parent, name)
	if link {
		if real, err = realPath(w.at(path)); err != nil {
			w.found = true
			return w.failOpen(path, err, DanglingLink)
		}
		if within(parent, real) {
			return w.refuse(DirectoryLoop, path, real)
		}
		if within(real, w.root) {
			return w.refuse(DirectoryTwice, path, real)
		}
	}
	if w.seen[real] { // by way of another link
		return w.refuse(DirectoryTwice, path, real)
	}
	return w.folder(path, real)
}

func (w *walk) refuse(kind Kind, path, target string) bool {
	w.found = true
	return w.fail(kind, path, nil, Args{"target": target})
}
