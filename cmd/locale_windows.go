package cmd

import (
	"syscall"

	"kstat/report"
)

// systemLang is the language where the environment names none, which on Windows is the rule: that of the desktop.
func systemLang() report.Lang {
	const korean = 0x12 // primary language identifier, the lower ten bits
	id, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserDefaultUILanguage").Call()
	if id&0x3FF == korean {
		return report.Korean
	}
	return report.English
}
