//go:build !linux

package cmd

// largePages asks the system for large pages of memory; here it gives them or not as it likes.
func largePages() {}
