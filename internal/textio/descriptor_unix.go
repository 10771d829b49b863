//go:build unix

package textio

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// openDescriptor opens what the process has open already where path names that, as /dev/stdout does; nil where it does not.
// To open such a path anew would be no use: of a file to which the shell leads the output of several programs, it gives the
// beginning and not the place where the others are.
func openDescriptor(path string) (*os.File, error) {
	path = filepath.Clean(path)
	var n int
	switch path {
	case "/dev/stdout":
		n = 1
	case "/dev/stderr":
		n = 2
	default:
		number, ok := strings.CutPrefix(path, "/dev/fd/")
		if !ok {
			number, ok = strings.CutPrefix(path, "/proc/self/fd/")
		}
		var err error
		if n, err = strconv.Atoi(number); !ok || err != nil || n < 0 {
			return nil, nil
		}
	}
	d, err := syscall.Dup(n) // so that closing it closes nothing else
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	syscall.CloseOnExec(d)
	return os.NewFile(uintptr(d), path), nil
}
