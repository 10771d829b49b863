package cmd

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// Version is the version of kstat; a release build sets it.
var Version = "0.1.0-dev"

var versionCommand = command{
	name: "version", short: msgVersionShort, long: msgVersionLong, flags: []flagGroup{langFlags}, run: runVersion,
}

func runVersion(p *program, _ *options, _ []string) error {
	fmt.Fprintf(p.out, "kstat %s", Version)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				fmt.Fprintf(p.out, " (%s)", s.Value[:12])
			}
		}
	}
	fmt.Fprintf(p.out, " %s %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return nil
}
