// Package cmd is the command line of kstat: one file a command, a table of commands, and Main.
package cmd

import "io"

// Main runs kstat with the arguments after the program's name and gives the exit status: 0 all well, 1 an input could
// not be used, 2 wrong usage.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int { return 0 }
