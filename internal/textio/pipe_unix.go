//go:build unix

package textio

import (
	"errors"
	"os/signal"
	"syscall"
)

// KeepPipeSignal lets a write to a closed pipe fail with an error instead of ending the process. Call it once, first
// thing in main.
func KeepPipeSignal() { signal.Ignore(syscall.SIGPIPE) }

func isSystemBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
