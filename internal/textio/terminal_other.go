//go:build !linux

package textio

import "io/fs"

// IsTerminal tells whether a device that was looked at is a terminal. Here it takes every device of characters for one: the
// numbers that would tell are not the same on all systems.
func IsTerminal(info fs.FileInfo) bool { return info.Mode()&fs.ModeCharDevice != 0 }
