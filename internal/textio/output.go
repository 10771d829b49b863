package textio

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// ErrDirectory says that an output file was to be written where a folder is.
var ErrDirectory = errors.New("is a folder")

// WriteFile writes a file that appears whole or not at all: write fills a temporary file beside it, which takes the
// file's place when all of it has reached the disk. On any error, from write or from the system, the old file stays as
// it was and the temporary one is taken away.
//
// The new file has the permissions of the old one, or those that the system gives to new files. A symbolic link stays
// and what it points to is replaced. Devices and pipes are written to directly, and so is what the process has open already,
// as /dev/stdout, be it a file. The error wraps
// ErrDirectory if path is a folder, and fs.ErrNotExist if its folder does not exist.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	if f, err := openDescriptor(path); err != nil {
		return err
	} else if f != nil {
		return writeOpen(f, write)
	}
	target, old := path, fs.FileInfo(nil)
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s: %w", path, ErrDirectory)
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return writeOpen(f, write)
	case err == nil:
		old = info
		if target, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	f, err := createBeside(target)
	if err != nil {
		return err
	}
	name := f.Name()
	defer func() {
		if err != nil {
			f.Close() // a second time, if that failed: harmless
			os.Remove(name)
		}
	}()
	if err := writeBuffered(f, write); err != nil {
		return err
	}
	if old != nil {
		if err := f.Chmod(old.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(name, target)
}

// openNew is os.OpenFile, but for the test that plays a full disk.
var openNew = os.OpenFile

// createBeside makes a temporary file in the folder of path, since only within a file system a rename is one step. Its name is
// hidden and says whose it is. os.CreateTemp will not do: its files are private, and only the system knows what the
// permissions of a new file would have been.
func createBeside(path string) (*os.File, error) {
	dir, base := filepath.Split(path)
	for try := 0; ; try++ {
		name := filepath.Join(dir, fmt.Sprintf(".%s.%08x.kstat-tmp", base, rand.Uint32()))
		f, err := openNew(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil || !errors.Is(err, fs.ErrExist) || try == 100 {
			return f, err
		}
	}
}

// writeOpen writes to a file as it is, and closes it.
func writeOpen(f *os.File, write func(io.Writer) error) error {
	return errors.Join(writeBuffered(f, write), f.Close())
}

func writeBuffered(f *os.File, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(f, window)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}
