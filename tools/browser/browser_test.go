// Package browser holds the tests of pages that need a browser. They are skipped where there is no Chromium.
//
//	KSTAT_SHOTS=DIR    keeps a picture of each page in DIR, to be looked at
//	KSTAT_AXE=FILE     lets axe-core (axe.min.js) look at each page for what a screen reader would stumble over
package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// kstat is the program under test, built once.
var kstat string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "kstat")
	if err != nil {
		panic(err)
	}
	kstat = filepath.Join(dir, "kstat")
	build := exec.Command("go", "build", "-o", kstat, "./cmd/kstat")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s", out)
		os.Exit(1)
	}
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// run runs kstat and wants it to succeed.
func run(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command(kstat, args...).CombinedOutput(); err != nil {
		t.Fatalf("kstat %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// tab is a page in the browser, and all that it has said and asked for.
type tab struct {
	t        *testing.T
	ctx      context.Context
	mu       sync.Mutex
	requests []string
	messages []string
}

// open opens a page. When the test ends, the page must have been silent.
func open(t *testing.T, url string, width, height int64) *tab {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium")
	}
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	p := &tab{t: t, ctx: ctx}
	p.do(chromedp.EmulateViewport(width, height))
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	for _, enable := range []func() error{
		func() error { _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); return err },
		func() error { _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); return err },
	} {
		if err := enable(); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(p.silent)
	p.do(chromedp.Navigate(url))
	p.written()
	t.Cleanup(p.written) // and again of what the test has opened
	return p
}

func (p *tab) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	case *runtime.EventConsoleAPICalled:
		text := "console"
		for _, a := range e.Args {
			text += " " + string(a.Value)
		}
		p.messages = append(p.messages, text)
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		p.messages = append(p.messages, text)
	case *log.EventEntryAdded:
		p.messages = append(p.messages, e.Entry.Text)
	}
}

// silent checks that the page has said nothing and has asked for nothing but itself.
func (p *tab) silent() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, m := range p.messages {
		p.t.Errorf("the page says: %s", m)
	}
	for _, r := range p.requests {
		if !strings.HasPrefix(r, "file:") && !strings.HasPrefix(r, "blob:") {
			p.t.Errorf("the page asks for %s", r)
		}
	}
	if len(p.requests) == 0 {
		p.t.Error("nobody listened: not even the page itself was asked for")
	}
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

// written checks that no text of the page is a value that a script has written out as a word.
func (p *tab) written() {
	p.t.Helper()
	for _, text := range eval[[]string](p, `(found => {
		for (const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walk.nextNode();) {
			const n = walk.currentNode;
			if (!n.parentElement.closest("script, style") && /^(true|false|undefined|null|NaN|Infinity)$|\[object /.test(n.data.trim())) found.push(n.parentElement.outerHTML.slice(0, 200));
		}
		return found;
	})([])`) {
		p.t.Errorf("written out as a word: %s", text)
	}
}

// eval gives what an expression is on the page.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// holds checks that an expression becomes true on the page, soon: what a hand does may show a moment later.
func (p *tab) holds(expression string) {
	p.t.Helper()
	for range 100 {
		if eval[bool](p, expression) {
			return
		}
		p.do(chromedp.Sleep(20 * time.Millisecond))
	}
	p.t.Errorf("does not hold: %s\n%s", expression,
		eval[string](p, `"the address is " + location.href + ", the focus is on " + document.activeElement.outerHTML.slice(0, 200)`))
}

// act runs a statement on the page, as a hand would.
func (p *tab) act(statement string) {
	p.t.Helper()
	eval[bool](p, "(() => {"+statement+"})(), true")
}

// shot keeps a picture of the page.
func (p *tab) shot(name string) {
	p.t.Helper()
	dir := os.Getenv("KSTAT_SHOTS")
	if dir == "" {
		return
	}
	p.do(chromedp.Sleep(100 * time.Millisecond))
	b, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), b, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// shots keeps a picture of each section of the page.
func (p *tab) shots(name string) {
	p.t.Helper()
	if os.Getenv("KSTAT_SHOTS") == "" {
		return
	}
	for _, id := range eval[[]string](p, `[...document.querySelectorAll("main section")].map(s => s.id)`) {
		p.act(`document.getElementById("` + id + `").scrollIntoView()`)
		p.shot(name + "-" + id)
	}
	p.act("scrollTo(0, 0)")
}

// axe lets axe-core look at the page and fails for what it finds serious or critical.
func (p *tab) axe() {
	p.t.Helper()
	file := os.Getenv("KSTAT_AXE")
	if file == "" {
		return
	}
	source, err := os.ReadFile(file)
	if err != nil {
		p.t.Fatal(err)
	}
	eval[bool](p, string(source)+"; true")
	out, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](
		`axe.run().then(r => JSON.stringify(r.violations.map(v => ({impact: v.impact, id: v.id, help: v.help, nodes: v.nodes.slice(0, 4).map(n => n.html.slice(0, 160))}))))`,
		chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatal(err)
	}
	var found []struct {
		Impact, ID, Help string
		Nodes            []string
	}
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		p.t.Fatal(err)
	}
	for _, v := range found {
		say := p.t.Logf
		if v.Impact == "serious" || v.Impact == "critical" {
			say = p.t.Errorf
		}
		say("axe, %s: %s: %s\n%s", v.Impact, v.ID, v.Help, strings.Join(v.Nodes, "\n"))
	}
}
