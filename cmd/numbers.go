package cmd

import (
	"errors"
	"strconv"
)

// errNotANumber tells that the value of a flag is no whole number, or one that is too small.
var errNotANumber = errors.New("not a number")

func parseNumber(s string) (int, error) { return strconv.Atoi(s) }

func itoa(n int) string { return strconv.Itoa(n) }

// atoi is for numbers that stand in the table of flags.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("the default " + s + " is no number")
	}
	return n
}
