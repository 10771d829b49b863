package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Pictures of a report of anything, to be looked at: KSTAT_SHOTS=DIR KSTAT_LOOK='FILE FLAGS' go test -run Look ./browser
func TestLook(t *testing.T) {
	args := strings.Fields(os.Getenv("KSTAT_LOOK"))
	if len(args) == 0 {
		t.Skip("nothing to look at")
	}
	name := strings.TrimSuffix(filepath.Base(args[0]), filepath.Ext(args[0]))
	for _, lang := range []string{"ko", "en"} {
		p := open(t, reportOf(t, append([]string{"--lang", lang}, args...)...), 1200, 900)
		p.shots(name + "-" + lang)
		p.act(`document.querySelector("#words button.word").click()`)
		p.shot(name + "-" + lang + "-lines")
	}
}
