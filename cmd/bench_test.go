package cmd

import (
	"bytes"
	"testing"

	"kstat/report"
)

// What a run costs beside its work: the tree of commands, the flags, a table.
func BenchmarkStart(b *testing.B) {
	for _, args := range [][]string{{"version"}, {"freq", "--pretokenized"}} {
		b.Run(args[0], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var stdout, stderr bytes.Buffer
				p, args := shown(report.English, "가 나 가", args, &stdout, &stderr)
				if run(args, p) != statusOK {
					b.Fatal(stderr.String())
				}
			}
		})
	}
}
