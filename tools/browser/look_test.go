package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Pictures of a report of anything, to be looked at: KSTAT_SHOTS=DIR KSTAT_LOOK='[compare] FILES FLAGS' go test -run Look ./browser
func TestLook(t *testing.T) {
	args := strings.Fields(os.Getenv("KSTAT_LOOK"))
	if len(args) == 0 {
		t.Skip("nothing to look at")
	}
	command := "report"
	if args[0] == "compare" {
		command, args = args[0], args[1:]
	}
	name := command + "-" + strings.TrimSuffix(filepath.Base(args[0]), filepath.Ext(args[0]))
	for _, lang := range []string{"ko", "en"} {
		file := filepath.Join(t.TempDir(), "page.html")
		run(t, append([]string{command, "-o", file, "--lang", lang}, args...)...)
		p := open(t, "file://"+file, 1200, 900)
		p.shots(name + "-" + lang)
		p.act(`document.querySelector("#words button.word").click()`)
		p.shot(name + "-" + lang + "-lines")
	}
}
