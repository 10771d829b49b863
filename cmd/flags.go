package cmd

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"kstat/corpus"
	"kstat/report"
	"kstat/tokenize"
)

// options are the flags as they were typed. What they mean is worked out by program.terms, source, stopList, output …
type options struct {
	lang string

	encoding     string
	pretokenized bool
	pretagged    bool
	noClean      bool
	threads      int

	unit      string
	pos       string
	stem      string
	stopwords []string
	ngram     int
	minFreq   int
	top       int

	format   string
	output   string
	figure   string
	font     string
	manifest string // where the record of the run goes
	root     string // of the inputs of a recorded run

	tagset string
	join   string
	log    string

	kwicLimit int
	noText    bool

	sort         string
	context      int
	contextChars int

	docFreq  bool
	measures string
	as       string
	correct  string
	alpha    string
	maxP     string
	smoothK  int
	seed     int
	refList  []string
	ref      []string
	freqList bool

	window   int
	within   string
	ordered  bool
	expected string
	parts    string

	method string

	kwic int

	bootstrap int
	skip      int
	maximal   bool
	frames    bool

	sample    int
	threshold string
}

// flag is one row of the table of flags. Exactly one of text, list, number and yes says where its value goes.
type flag struct {
	name, short string
	value       string // the name of its value in the help; empty for those that take none
	usage       msg
	choices     func() []string // what the value may be; nil for anything
	def         string          // the value where it is not given
	bare        string          // the value where it is given without one; empty if it must have one
	text        func(*options) *string
	list        func(*options) *[]string
	number      func(*options) *int
	yes         func(*options) *bool
	least       int // of a number
	names       fileUse
}

// fileUse is what a run does with the files that a flag names.
type fileUse byte

const (
	noFile fileUse = iota
	readsFile
	writesFile
)

// The flags, in the groups in which the help shows them.
var (
	flagEncoding = flag{name: "encoding", value: "NAME", usage: msgFlagEncoding,
		text: func(o *options) *string { return &o.encoding }}
	flagPretokenized = flag{name: "pretokenized", usage: msgFlagPretokenized,
		yes: func(o *options) *bool { return &o.pretokenized }}
	flagPretagged = flag{name: "pretagged", usage: msgFlagPretagged,
		yes: func(o *options) *bool { return &o.pretagged }}
	flagNoClean = flag{name: "no-clean", usage: msgFlagNoClean,
		yes: func(o *options) *bool { return &o.noClean }}
	flagThreads = flag{name: "threads", value: "N", usage: msgFlagThreads, def: "0",
		number: func(o *options) *int { return &o.threads }}

	flagUnit = flag{name: "unit", short: "u", value: "UNIT", usage: msgFlagUnit, choices: unitNames, def: "word",
		text: func(o *options) *string { return &o.unit }}
	flagPos = flag{name: "pos", value: "TAG,…", usage: msgFlagPos,
		text: func(o *options) *string { return &o.pos }}
	flagStem = flag{name: "stem", value: "LANG", usage: msgFlagStem, choices: stemNames,
		text: func(o *options) *string { return &o.stem }}
	flagStopwords = flag{name: "stopwords", value: "FILE", usage: msgFlagStopwords, names: readsFile,
		list: func(o *options) *[]string { return &o.stopwords }}
	flagNgram = flag{name: "ngram", value: "N", usage: msgFlagNgram, def: "1", least: 1,
		number: func(o *options) *int { return &o.ngram }}
	flagN = flag{name: "ngram", short: "n", value: "N", usage: msgFlagNgram, def: "2", least: 1,
		number: func(o *options) *int { return &o.ngram }}
	flagMinFreq = flag{name: "min-freq", value: "N", usage: msgFlagMinFreq, def: "1", least: 1,
		number: func(o *options) *int { return &o.minFreq }}
	flagTop = flag{name: "top", short: "t", value: "N", usage: msgFlagTop, def: "0",
		number: func(o *options) *int { return &o.top }}

	flagFormat = flag{name: "format", short: "f", value: "FORMAT", usage: msgFlagFormat, choices: formatNames,
		text: func(o *options) *string { return &o.format }}
	flagOutput = flag{name: "output", short: "o", value: "FILE", usage: msgFlagOutput, names: writesFile,
		text: func(o *options) *string { return &o.output }}

	flagManifest = flag{name: "manifest", value: "FILE", usage: msgFlagManifest, names: writesFile,
		text: func(o *options) *string { return &o.manifest }}

	flagRoot = flag{name: "root", value: "DIR", usage: msgFlagRoot,
		text: func(o *options) *string { return &o.root }}

	flagLang = flag{name: "lang", value: "ko|en", usage: msgFlagLang, choices: func() []string { return []string{"ko", "en"} },
		text: func(o *options) *string { return &o.lang }}

	flagTokenFormat = flag{name: "format", short: "f", value: "FORMAT", usage: msgFlagTokenFormat, choices: tokenFormatNames,
		text: func(o *options) *string { return &o.format }}
	flagTagset = flag{name: "tagset", value: "SET", usage: msgFlagTagset, choices: tokenize.TagsetNames, def: tokenize.Sejong.String(),
		text: func(o *options) *string { return &o.tagset }}
	flagJoin = flag{name: "join", value: "STR", usage: msgFlagJoin,
		text: func(o *options) *string { return &o.join }}
	flagLog = flag{name: "log", value: "FILE", usage: msgFlagLog, names: writesFile, bare: "-",
		text: func(o *options) *string { return &o.log }}
	flagSort = flag{name: "sort", value: "KEY", usage: msgFlagSort, choices: lineOrderNames, def: string(corpus.ByPosition),
		text: func(o *options) *string { return &o.sort }}
	flagContext = flag{name: "context", short: "c", value: "N", usage: msgFlagContext, def: "8",
		number: func(o *options) *int { return &o.context }}
	flagContextChars = flag{name: "context-chars", value: "N", usage: msgFlagContextChars, def: "0", least: 1,
		number: func(o *options) *int { return &o.contextChars }}

	flagKeyMeasures = flag{name: "measures", short: "m", value: "NAME,…", usage: msgFlagKeyMeasures,
		text: func(o *options) *string { return &o.measures }}
	flagDocFreq = flag{name: "doc-freq", usage: msgFlagDocFreq, yes: func(o *options) *bool { return &o.docFreq }}
	flagAs      = flag{name: "as", value: "PROGRAM", usage: msgFlagAs, choices: presetNames,
		text: func(o *options) *string { return &o.as }}
	flagCorrect = flag{name: "correct", value: "METHOD", usage: msgFlagCorrect, choices: correctionNames,
		text: func(o *options) *string { return &o.correct }}
	flagAlpha = flag{name: "alpha", value: "P", usage: msgFlagAlpha, def: "0.05",
		text: func(o *options) *string { return &o.alpha }}
	flagMaxP = flag{name: "max-p", value: "P", usage: msgFlagMaxP,
		text: func(o *options) *string { return &o.maxP }}
	flagSortBy = flag{name: "sort", value: "NAME", usage: msgFlagSortBy,
		text: func(o *options) *string { return &o.sort }}
	flagK = flag{name: "k", value: "N", usage: msgFlagK, def: "0",
		number: func(o *options) *int { return &o.smoothK }}
	flagSeed = flag{name: "seed", value: "N", usage: msgFlagSeed, def: "0",
		number: func(o *options) *int { return &o.seed }}
	flagRefList = flag{name: "ref-list", value: "FILE", usage: msgFlagRefList, names: readsFile,
		list: func(o *options) *[]string { return &o.refList }}
	flagWindow = flag{name: "window", short: "w", value: "N", usage: msgFlagWindow, def: "0", least: 1,
		number: func(o *options) *int { return &o.window }}
	flagWithin = flag{name: "within", value: "SCOPE", usage: msgFlagWithin, choices: scopeNames,
		text: func(o *options) *string { return &o.within }}
	flagOrdered = flag{name: "ordered", usage: msgFlagOrdered,
		yes: func(o *options) *bool { return &o.ordered }}
	flagExpected = flag{name: "expected", value: "HOW", usage: msgFlagExpected, choices: func() []string { return []string{"plain", "span", "pairs"} },
		text: func(o *options) *string { return &o.expected }}
	flagPairMeasures = flag{name: "measures", short: "m", value: "NAME,…", usage: msgFlagPairMeasures,
		text: func(o *options) *string { return &o.measures }}
	flagPairSort = flag{name: "sort", value: "NAME", usage: msgFlagPairSort,
		text: func(o *options) *string { return &o.sort }}
	flagDispersionMeasures = flag{name: "measures", short: "m", value: "NAME,…", usage: msgFlagDispersionMeasures,
		text: func(o *options) *string { return &o.measures }}
	flagGramMeasures = flag{name: "measures", short: "m", value: "NAME,…", usage: msgFlagGramMeasures,
		text: func(o *options) *string { return &o.measures }}
	flagParts = flag{name: "parts", value: "N|paragraph|document", usage: msgFlagParts,
		text: func(o *options) *string { return &o.parts }}
	flagPlotFormat = flag{name: "format", short: "f", value: "FORMAT", usage: msgFlagFormat, choices: plotFormatNames,
		text: func(o *options) *string { return &o.format }}
	flagDiversityMeasures = flag{name: "measures", short: "m", value: "NAME,…", usage: msgFlagDiversityMeasures,
		text: func(o *options) *string { return &o.measures }}
	flagDiversityWindow = flag{name: "window", short: "w", value: "N", usage: msgFlagDiversityWindow, def: "0", least: 1,
		number: func(o *options) *int { return &o.window }}
	flagSample = flag{name: "sample", value: "N", usage: msgFlagSample, def: "42", least: 1,
		number: func(o *options) *int { return &o.sample }}
	flagThreshold = flag{name: "threshold", value: "TTR", usage: msgFlagThreshold, def: "0.72",
		text: func(o *options) *string { return &o.threshold }}
	flagOneList = flag{name: "freq-list", usage: msgFlagOneList,
		yes: func(o *options) *bool { return &o.freqList }}
	flagMethod = flag{name: "method", value: "METHOD", usage: msgFlagMethod, choices: methodNames, def: methodLRC,
		text: func(o *options) *string { return &o.method }}
	flagKeywordRef = flag{name: "ref", value: "FILE", usage: msgFlagKeywordRef, names: readsFile,
		list: func(o *options) *[]string { return &o.ref }}
	flagKeywordList = flag{name: "ref-list", value: "FILE", usage: msgFlagKeywordList, names: readsFile,
		list: func(o *options) *[]string { return &o.refList }}
	flagRankWindow = flag{name: "window", short: "w", value: "N", usage: msgFlagRankWindow, def: "0", least: 1,
		number: func(o *options) *int { return &o.window }}
	flagSkip = flag{name: "skip", value: "N", usage: msgFlagSkip, def: "0",
		number: func(o *options) *int { return &o.skip }}
	flagMaximal = flag{name: "maximal", usage: msgFlagMaximal,
		yes: func(o *options) *bool { return &o.maximal }}
	flagExamples = flag{name: "kwic", value: "N", usage: msgFlagExamples, def: "0",
		number: func(o *options) *int { return &o.kwic }}
	flagBootstrap = flag{name: "bootstrap", value: "N", usage: msgFlagBootstrap, def: "0",
		number: func(o *options) *int { return &o.bootstrap }}
	flagFrames = flag{name: "frames", usage: msgFlagFrames,
		yes: func(o *options) *bool { return &o.frames }}
	flagFreqList = flag{name: "freq-list", usage: msgFlagFreqList,
		yes: func(o *options) *bool { return &o.freqList }}
)

// flagGroup is what the help shows under one heading.
type flagGroup struct {
	title msg
	flags []*flag
}

var (
	inputFlags  = flagGroup{msgGroupInput, []*flag{&flagEncoding, &flagPretokenized, &flagPretagged, &flagNoClean}}
	unitFlags   = flagGroup{msgGroupUnit, []*flag{&flagUnit, &flagPos, &flagTagset, &flagStem, &flagStopwords, &flagNgram, &flagMinFreq}}
	ngramsFlags = flagGroup{msgGroupUnit, []*flag{&flagN, &flagSkip, &flagMaximal, &flagFrames, &flagGramMeasures, &flagUnit, &flagPos, &flagTagset, &flagStem, &flagStopwords, &flagMinFreq}}
	termFlags   = flagGroup{msgGroupUnit, []*flag{&flagUnit, &flagPos, &flagTagset, &flagStem, &flagStopwords, &flagMinFreq}}
	linesFlags  = flagGroup{msgGroupOutput, []*flag{&flagTop, &flagExamples, &flagFormat, &flagOutput}}
	tableFlags  = flagGroup{msgGroupOutput, []*flag{&flagTop, &flagFormat, &flagOutput}}
	otherFlags  = flagGroup{msgGroupOther, []*flag{&flagManifest, &flagThreads, &flagLang}}
	langFlags   = flagGroup{msgGroupOther, []*flag{&flagLang}}
)

func scopeNames() []string {
	var names []string
	for _, s := range corpus.Scopes {
		names = append(names, string(s))
	}
	return names
}

func unitNames() []string {
	var names []string
	for _, u := range tokenize.Units {
		names = append(names, u.Name)
	}
	return names
}

func lineOrderNames() []string {
	var names []string
	for _, o := range corpus.LineOrders {
		names = append(names, string(o))
	}
	return names
}

func stemNames() []string { return tokenize.StemLanguages[:] }

func formatNames() []string {
	var names []string
	for _, f := range report.Formats {
		names = append(names, f.Name)
	}
	return names
}

// tagNames gives what may stand in a list for --pos.
func tagNames() []string {
	var names []string
	for _, p := range tokenize.TagPresets {
		names = append(names, p.Name)
	}
	for t := tokenize.Tag(1); tokenize.AllTags.Has(t); t++ {
		names = append(names, t.String())
	}
	return names
}

// bind makes the flag one of a command.
func (f *flag) bind(fs *pflag.FlagSet, o *options, usage string) {
	switch {
	case f.text != nil:
		fs.StringVarP(f.text(o), f.name, f.short, f.def, usage)
	case f.list != nil:
		fs.StringArrayVarP(f.list(o), f.name, f.short, nil, usage)
	case f.number != nil:
		fs.VarP(&numberValue{f.number(o), f.least}, f.name, f.short, usage)
		n, err := strconv.Atoi(f.def)
		if err != nil {
			panic(err) // the table of flags is wrong
		}
		*f.number(o) = n
	case f.yes != nil:
		fs.BoolVarP(f.yes(o), f.name, f.short, false, usage)
	}
	if f.bare != "" {
		fs.Lookup(f.name).NoOptDefVal = f.bare
	}
}

// print gives the value as it would be typed; of a flag that may be given several times, the values with commas between.
func (f *flag) print(o *options) string {
	switch {
	case f.list != nil:
		return strings.Join(*f.list(o), ", ")
	case f.number != nil:
		return strconv.Itoa(*f.number(o))
	case f.yes != nil:
		return strconv.FormatBool(*f.yes(o))
	}
	return *f.text(o)
}

// check looks whether the value is one of the choices.
func (f *flag) check(o *options) error {
	if f.choices == nil || *f.text(o) == "" {
		return nil
	}
	value, choices := *f.text(o), f.choices()
	if slices.Contains(choices, value) {
		return nil
	}
	if later := laterChoice(f.name, value); later {
		return wrong(msgLaterChoice, "--"+f.name+" "+value)
	}
	e := wrong(msgBadChoice, "--"+f.name, value, strings.Join(choices, ", "))
	return e.suggest(value, choices, msgNearest)
}

// errNotANumber tells that the value of a flag is no whole number, or one that is too small.
var errNotANumber = errors.New("not a number")

// numberValue is a whole number that is at least something.
type numberValue struct {
	n     *int
	least int
}

func (v *numberValue) String() string {
	if v.n == nil {
		return ""
	}
	return strconv.Itoa(*v.n)
}

func (v *numberValue) Type() string { return "N" }

func (v *numberValue) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < v.least {
		return errNotANumber
	}
	*v.n = n
	return nil
}
