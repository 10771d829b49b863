package textio

import (
	"io/fs"
	"syscall"
)

// The major numbers of terminals on Linux (Documentation/admin-guide/devices.txt): virtual consoles and serial lines 4, /dev/tty
// and /dev/console 5, pseudo terminals 136 to 143.
var terminals = [...]uint64{4, 5, 136, 137, 138, 139, 140, 141, 142, 143}

// IsTerminal tells whether a device that was looked at is a terminal.
func IsTerminal(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return false
	}
	major := uint64(s.Rdev)>>8&0xfff | uint64(s.Rdev)>>32&^0xfff
	for _, m := range terminals {
		if major == m {
			return true
		}
	}
	return false
}
