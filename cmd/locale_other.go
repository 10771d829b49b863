//go:build !windows

package cmd

import "kstat/report"

// systemLang is the language where the environment names none.
func systemLang() report.Lang { return report.English }
