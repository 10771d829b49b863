// Command kstat analyses Korean text: frequencies, keywords, comparisons, concordances and reports.
package main

import (
	"os"

	"kstat/cmd"
)

func main() { os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
