//go:build !unix

package textio

import (
	"errors"
	"syscall"
)

// KeepPipeSignal does nothing: this system has no such signal.
func KeepPipeSignal() {}

// Windows answers with one of two errors, depending on which end was closed how.
const (
	errorBrokenPipe syscall.Errno = 109
	errorNoData     syscall.Errno = 232
)

func isSystemBrokenPipe(err error) bool {
	return errors.Is(err, errorBrokenPipe) || errors.Is(err, errorNoData)
}
