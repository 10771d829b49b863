package browser

import (
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// reportOf makes a report and gives its address.
func reportOf(t *testing.T, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	run(t, append([]string{"report", "-o", file}, args...)...)
	return "file://" + file
}

const essay = "../../testdata/essays/open-ai.txt"

func TestReport(t *testing.T) {
	page := reportOf(t, "--lang", "ko", essay)
	p := open(t, page, 1200, 900)
	p.holds(`document.querySelector("h1").textContent === "open-ai.txt"`)
	p.holds(`document.documentElement.lang === "ko"`)
	for _, word := range []string{"모델", "미국", "중국", "열리다"} {
		p.holds(`[...document.querySelectorAll("#words button.word")].some(b => b.textContent === "` + word + `")`)
	}
	p.holds(`document.querySelectorAll("#cloud g.point").length > 30`)
	p.holds(`document.querySelectorAll("#strips svg").length === 30`)
	p.holds(`document.querySelectorAll("#curves svg path").length >= 3`)
	p.shots("essay-ko-light")
	p.axe()

	// the record of the run is in the page for programs, and in its method for people
	p.holds(`JSON.parse(document.getElementById("record").textContent).command === "report"`)
	p.holds(`(m => JSON.parse(document.getElementById("record").textContent).inputs.every(i => m.includes(i.sha256)))(document.getElementById("method").textContent)`)
	p.holds(`[...document.querySelectorAll("#method td")].some(e => e.textContent === "--kwic-limit")`)

	// a click on a word opens its lines, with the word marked
	p.act(`[...document.querySelectorAll("#words button.word")].find(b => b.textContent === "모델").click()`)
	p.holds(`document.querySelector("dialog").open && decodeURIComponent(location.hash) === "#word=모델"`)
	p.holds(`document.querySelectorAll("dialog .kwic li").length === 35`)
	p.holds(`[...document.querySelectorAll("dialog .kwic mark")].every(m => m.textContent === "모델")`)
	p.shot("essay-ko-lines")
	p.axe()
	// a line opens its paragraph
	p.act(`document.querySelector("dialog .kwic button").click()`)
	p.holds(`document.querySelector("dialog .para").textContent.includes("모델")`)
	// sorted by what stands at the right, neighbours begin alike
	p.act(`document.querySelector("dialog [data-value=right]").click()`)
	p.holds(`(r => r.every((x, i) => !i || r[i - 1] <= x))([...document.querySelectorAll("dialog .kwic .r")].map(e => e.textContent.trim().split(" ")[0].replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).filter(s => s))`)
	// a pair opens from there, Escape closes
	p.act(`document.querySelector("dialog .chips button").click()`)
	p.holds(`location.hash.startsWith("#pair=") && document.querySelectorAll("dialog .kwic li mark").length >= 2`)
	p.do(chromedp.KeyEvent("\x1b"))
	p.holds(`!document.querySelector("dialog").open && location.hash === ""`)

	// search by part and by initials, filter, sort
	typed := func(id, value string) {
		t.Helper()
		p.act(`const e = document.getElementById("` + id + `"); e.value = "` + value + `"; e.dispatchEvent(new Event("input")); e.dispatchEvent(new Event("change"))`)
	}
	typed("search", "ㅁㄷ")
	p.holds(`[...document.querySelectorAll("#words button.word")].some(b => b.textContent === "모델") && document.querySelectorAll("#words tbody tr").length < 30`)
	typed("search", "")
	typed("class", ".predicate")
	p.holds(`[...document.querySelectorAll("#words button.word")].every(b => b.textContent.endsWith("다"))`)
	typed("class", "")
	typed("minfreq", "8")
	p.holds(`document.querySelectorAll("#words tbody tr").length === 8`)
	p.act(`document.querySelectorAll("#words thead button")[1].click()`)
	p.holds(`(w => w.every((x, i) => !i || w[i - 1] < x))([...document.querySelectorAll("#words button.word")].map(b => b.textContent))`)
	p.holds(`document.querySelector("#words th[aria-sort=ascending]") !== null`)

	// what is saved as CSV is what is shown, with a byte order mark
	p.act(`globalThis.saved = []; const make = URL.createObjectURL; URL.createObjectURL = b => { saved.push(b); return make.call(URL, b); }
		HTMLAnchorElement.prototype.click = function () { this.dataset.clicked = this.download; };
		[...document.querySelectorAll("#words .bar button")].find(b => b.textContent === "CSV로 저장").click()`)
	csv, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`saved[0].arrayBuffer().then(b => new TextDecoder("utf-8", {ignoreBOM: true}).decode(b))`, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	if want := "\ufeff순위,낱말,품사,빈도,백만당,DP\r\n"; len(csv) < len(want) || csv[:len(want)] != want {
		t.Errorf("CSV begins %.60q", csv)
	}
	p.act(`[...document.querySelectorAll("#cloud button")].find(b => b.textContent === "PNG로 저장").click()`)
	p.holds(`saved.length >= 2`)
	p.act(`[...document.querySelectorAll("#strips button")].find(b => b.textContent === "SVG로 저장").click()`)
	p.holds(`saved.at(-1).type === "image/svg+xml" && saved.at(-1).size > 20000 && document.querySelectorAll("#strips ~ .skip svg").length === 0`)

	// the other language keeps what was typed; a point and a cloud word open their lines
	p.act(`[...document.querySelectorAll("header button")].find(b => b.textContent === "English").click()`)
	p.holds(`document.documentElement.lang === "en" && document.querySelector("#words h2").textContent === "Words" && document.getElementById("minfreq").value === "8"`)
	p.act(`document.querySelector("#curves .point").dispatchEvent(new Event("click"))`)
	p.holds(`document.querySelector("dialog").open && document.querySelectorAll("dialog .kwic li").length > 0`)
	p.act(`history.back()`)
	p.holds(`!document.querySelector("dialog").open && document.activeElement.textContent === "English"`) // where the eye was
	p.act(`document.querySelector("#cloud g.point").focus()`)
	// a key of the debugger's comes as two events, of which the page can stop only the first: the second would close again
	p.act(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))`)
	p.holds(`document.querySelector("dialog").open`)
	p.act(`document.querySelector("dialog .head button").click()`)

	p.act(`document.querySelector("#map g.point").dispatchEvent(new Event("click"))`)
	p.holds(`document.querySelector("dialog").open && location.hash.startsWith("#pair=")`)
	p.act(`document.querySelector("dialog .head button").click()`)

	// numbers at a glance open sentences, words and explanations
	p.act(`[...document.querySelectorAll("#glance .sizes li")].find(l => l.textContent.includes("sentences")).querySelector("button").click()`)
	p.holds(`document.querySelector("dialog").open && document.querySelectorAll("dialog .kwic li.sentence").length === JSON.parse(document.getElementById("data").textContent).sizes[1].value && location.hash === "#sentences"`)
	p.act(`document.querySelector("dialog .head button").click()`)
	p.act(`document.querySelector("#glance dd button").click()`)
	p.holds(`document.querySelector("dialog.note").textContent.includes("V/N")`)
	p.shot("essay-en-explained")
	p.act(`document.querySelector("dialog .head button").click()`)
	p.act(`[...document.querySelectorAll("#glance .sizes li")].find(l => l.textContent.includes("once")).querySelector("button").click()`)
	p.holds(`document.querySelector("#words .bar [role=status]").textContent.endsWith("of " + JSON.parse(document.getElementById("data").textContent).sizes[5].value) && document.activeElement.textContent === "Words"`)
	typed("maxfreq", "")

	// rows picked with the mouse and Shift, and by keyboard; what is saved is these
	p.act(`const b = document.querySelectorAll("#words tbody input"); b[0].click(); b[2].dispatchEvent(new MouseEvent("click", {bubbles: true, shiftKey: true}))`)
	p.holds(`[...document.querySelectorAll("#words tbody input")].filter(b => b.checked).length === 3`)
	p.act(`const b = document.querySelectorAll("#words tbody input")[5]; b.focus(); b.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowDown", shiftKey: true, bubbles: true}))`)
	p.holds(`[...document.querySelectorAll("#words tbody input")].filter(b => b.checked).length === 5 && document.activeElement === document.querySelectorAll("#words tbody input")[6]`)
	p.holds(`!document.querySelector("dialog").open`)
	p.act(`saved.length = 0; [...document.querySelectorAll("#words .bar button")].find(b => b.textContent === "Save picked as CSV").click()`)
	if csv, err = chromedp.Run(p.ctx, chromedp.Evaluate[string](`saved[0].text()`, chromedp.EvalAwaitPromise)); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(csv, "\r\n"); n != 6 {
		t.Errorf("%d lines of picked rows:\n%s", n, csv)
	}
	p.act(`document.querySelector("#words thead input").click(); document.querySelector("#words thead input").click()`)
	p.holds(`[...document.querySelectorAll("#words tbody input")].every(b => !b.checked)`)

	// figures go from word to word by keyboard, and say what each is
	for _, figure := range []string{"cloud", "map", "curves"} {
		p.act(`document.querySelector("#` + figure + ` g.point[tabindex='0']").focus(); document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}))`)
		p.holds(`document.activeElement === document.querySelectorAll("#` + figure + ` g.point")[1] && document.activeElement.getAttribute("tabindex") === "0" && /\d$/.test(document.activeElement.getAttribute("aria-label"))`)
		p.act(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))`)
		p.holds(`document.querySelector("dialog").open`)
		p.act(`document.querySelector("dialog .head button").click()`)
	}

	// dark
	p.act(`document.querySelector("header [data-value=dark]").click()`)
	p.holds(`getComputedStyle(document.body).backgroundColor === "rgb(20, 23, 27)"`)
	p.shots("essay-en-dark")
	p.axe()
}

// Against a reference the page begins with what stands out, and colours it in the cloud.
func TestReportAgainstAReference(t *testing.T) {
	p := open(t, reportOf(t, "--lang", "ko", "--ref", "../../testdata/essays/travel.txt", essay), 1200, 900)
	p.holds(`document.querySelector("#keys button.word").textContent === "모델"`)
	p.holds(`document.querySelectorAll("#keys .keysentences li").length >= 5 && document.querySelectorAll("#keys .keysentences mark").length >= 10`)
	p.holds(`document.querySelectorAll("#cloud text.k1").length > 0 && document.querySelectorAll("#cloud text.k0").length > 0`)
	p.act(`document.querySelector("#keys button.word").click()`)
	p.holds(`document.querySelectorAll("dialog .kwic li").length === 35`)
	p.shot("essay-keys")
	p.act(`document.querySelector("dialog .head button").click(); document.querySelector("#keys h3").scrollIntoView()`)
	p.shot("essay-keysentences")
	p.axe()
}

// A comparison shows both sides, the words of each, and leads to the lines of both.
func TestReportOfAComparison(t *testing.T) {
	file := filepath.Join(t.TempDir(), "compare.html")
	run(t, "compare", "--lang", "ko", "-o", file, essay, "../../testdata/essays/travel.txt")
	p := open(t, "file://"+file, 1200, 900)
	p.holds(`document.querySelectorAll("#sides tbody tr").length > 10 && document.querySelectorAll("#sides dd").length > 5`)
	p.holds(`document.querySelectorAll("#keysof table")[0].querySelector("button.word").textContent === "모델"`)
	p.holds(`document.querySelectorAll("#keysof table").length === 2 && document.querySelectorAll("#scatter circle").length > 100`)
	p.holds(`(b => b.every((x, i) => b.every((y, j) => i === j || x.right <= y.left + 1 || y.right <= x.left + 1 || x.bottom <= y.top + 8 || y.bottom <= x.top + 8)))(
		[...document.querySelectorAll("#scatter g.point text")].map(e => e.getBoundingClientRect()))`)
	p.shots("compare-ko")
	p.axe()
	p.act(`document.querySelectorAll("#keysof table")[1].querySelector("button.word").click()`)
	p.holds(`document.querySelectorAll("dialog .kwic li").length > 0`)
	p.act(`document.querySelector("dialog .head button").click()`)
	p.act(`document.querySelectorAll("#keysof table")[1].querySelectorAll("tbody tr:nth-child(3) button.number")[1].click()`)
	p.holds(`document.querySelectorAll("dialog .kwic li").length > 0 && [...document.querySelectorAll("dialog .kwic .w")].every(w => w.textContent.startsWith("travel.txt"))`)
	p.act(`document.querySelector("dialog .head button").click()`)
	p.act(`document.querySelector("#scatter g.point text").dispatchEvent(new Event("click", {bubbles: true}))`)
	p.holds(`document.querySelector("dialog").open`)
}

// A folder is seen document by document.
func TestReportOfAFolder(t *testing.T) {
	p := open(t, reportOf(t, "--lang", "ko", "../../testdata/essays"), 1200, 900)
	p.holds(`document.querySelectorAll("#bydocument .own > li").length === JSON.parse(document.getElementById("data").textContent).documents.length`)
	p.act(`document.querySelector("#bydocument").scrollIntoView()`)
	p.shot("folder")
	p.axe()
	p.act(`[...document.querySelectorAll("#bydocument button")].find(b => b.textContent.startsWith("모델 ")).click()`)
	p.holds(`document.querySelectorAll("dialog .kwic li").length > 1`)
	p.holds(`(n => n.size === 1)(new Set([...document.querySelectorAll("dialog .kwic .w")].map(w => w.textContent.split(" ")[0])))`) // in its document
	p.act(`document.querySelector("dialog .chips [aria-pressed]").click()`)                                                          // in all
	p.act(`document.querySelector("dialog [data-value=doc]").click()`)
	p.holds(`document.querySelectorAll("dialog .kwic li").length > 1`)
	// a key word that stands in one document only is named with it
	p.holds(`[...document.querySelectorAll("#keys .carrier")].some(c => c.textContent.endsWith(".txt"))`)
}

// On a telephone nothing is wider than the screen.
func TestReportOnANarrowScreen(t *testing.T) {
	page := reportOf(t, "--lang", "ko", essay)
	p := open(t, page+"#word="+url.PathEscape("모델"), 360, 740)
	p.holds(`document.querySelector("dialog").open`) // the address leads to the word
	p.shot("essay-narrow-lines")
	p.holds(`document.querySelector("dialog").scrollWidth <= 360`)
	p.act(`document.querySelector("dialog .head button").click()`)
	p.holds(`document.documentElement.scrollWidth <= 360`)
	p.holds(`[...document.querySelectorAll("#cloud svg text")].every(e => e.getBoundingClientRect().height > 11)`)
	p.shots("essay-narrow")
	p.axe()
}

// So it is with a comparison.
func TestReportOfAComparisonOnANarrowScreen(t *testing.T) {
	file := filepath.Join(t.TempDir(), "compare.html")
	run(t, "compare", "--lang", "ko", "-o", file, essay, "../../testdata/essays/travel.txt")
	p := open(t, "file://"+file, 360, 740)
	p.holds(`document.documentElement.scrollWidth <= 360 && document.querySelectorAll("#scatter text").length > 10`)
	p.shots("compare-narrow")
	p.axe()
}

// A text that is all attack is shown as text.
func TestReportOfAnAttack(t *testing.T) {
	file := filepath.Join(t.TempDir(), "공격<img src=x onerror=alert(1)>\u202etxt.txt")
	attack := "</script><script>alert(1)</script> <img src=https://example.com/x onerror=alert(2)> 모델과 모델\n" +
		"=HYPERLINK(\"https://example.com\",\"눌러\") +1+1 @SUM(A1) -2\n" +
		"\u202e거꾸로 \u2066갇힌 글\u2069 \u200f오른쪽\x00 널\n" +
		"${alert(3)} {{7*7}} javascript:alert(4) <!-- --> ]]> \u2028 \u2029\n"
	attack += strings.Repeat("가나", 5000) + " " + strings.Repeat("a", 10000) + " " + strings.Repeat("ㅋ", 10000) + " 가" + strings.Repeat("\u0301", 1000) + "\n"
	for range 3 {
		attack += attack
	}
	if err := os.WriteFile(file, []byte(attack), 0o644); err != nil {
		t.Fatal(err)
	}
	// morphemes are everything: signs and tags too
	p := open(t, reportOf(t, "--lang", "en", "--unit", "morpheme", "--pos", "all", file), 1200, 900)
	p.holds(`document.querySelectorAll("script").length === 3 && document.querySelectorAll("img").length === 0`)
	p.holds(`document.querySelector("h1").textContent.includes("<img src=x")`)
	p.holds(`!/[\u202a-\u202e\u2066-\u2069\u200f]/.test(document.documentElement.outerHTML)`)
	p.act(`for (const d of document.querySelectorAll("#glance details")) d.open = true`)
	p.holds(`document.querySelectorAll("#glance .changes li").length > 5 && document.querySelector("#glance").textContent.includes("U+202E")`)
	p.shot("attack-cleaning")
	p.holds(`document.documentElement.scrollWidth <= 1200`) // a word of 10,000 letters does not burst the page
	// what a spreadsheet would run is disarmed in every table and in the lines
	p.act(`globalThis.saved = []; const make = URL.createObjectURL; URL.createObjectURL = b => { saved.push(b); return make.call(URL, b); }
		HTMLAnchorElement.prototype.click = function () {}; for (const b of document.querySelectorAll("main .bar button")) if (b.textContent === "Save as CSV") b.click()`)
	csv, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`Promise.all(saved.map(b => b.text())).then(t => t.join(""))`, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	if len(csv) < 1000 || regexp.MustCompile(`(?m)(^|,)"?[=@\t＝＋－＠]|(^|,)"?[-+]\D`).MatchString(csv) {
		t.Errorf("a spreadsheet would run what is in %.2000s", csv)
	}
	p.act(`document.querySelector("#words button.word").click()`)
	p.holds(`document.querySelectorAll("dialog .kwic li").length > 0`)
	p.shot("attack")
}

// A page without text has none.
func TestReportWithoutText(t *testing.T) {
	p := open(t, reportOf(t, "--lang", "ko", "--no-text", essay), 1200, 900)
	p.holds(`!document.documentElement.outerHTML.includes("들었습니다") && JSON.parse(document.getElementById("data").textContent).passages.length === 0`)
	p.act(`document.querySelector("#words button.word").click()`)
	p.holds(`document.querySelector("dialog").open && document.querySelectorAll("dialog .kwic li").length === 0`)
}

// A page has nothing to say where a text, or the way in which it is counted, gives nothing: no word stands for nothing.
func TestReportOfLittle(t *testing.T) {
	texts := map[string]string{
		"word":    "자유",
		"english": "The quick brown fox jumps over the lazy dog. The dog sleeps.\n",
		"hanja":   "大韓民國은 民主共和國이다. 國民의 權利를 保障한다.\n",
		"tokens":  "새 가 울 다\n\n새 가 날 다\n",
		"empty":   "",
		"signs":   "…… !!\n",
	}
	travel := "../../testdata/essays/travel.txt"
	for name, args := range map[string][]string{
		"syllable": {"-u", "syllable", travel}, "eojeol": {"-u", "eojeol", travel}, "jamo": {"-u", "jamo", travel},
		"word": nil, "english": nil, "hanja": nil, "empty": nil, "signs": nil,
		"tokens": {"--pretokenized"},
	} {
		t.Run(name, func(t *testing.T) {
			if text, ok := texts[name]; ok {
				file := filepath.Join(t.TempDir(), name+".txt")
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
				args = append(args, file)
			}
			p := open(t, reportOf(t, append([]string{"--lang", "ko"}, args...)...), 1200, 900)
			p.holds(`document.querySelector("h1").textContent !== ""`)
			p.shots("little-" + name)
			p.act(`for (const b of document.querySelectorAll("#words button.word")) { b.click(); break; }`)
		})
	}
}
