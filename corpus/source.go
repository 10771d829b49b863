package corpus

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"

	"kstat/internal/textio"
)

// Document is one text: a file, standard input, or a row of a table.
type Document struct {
	// Name is the path as the user gave it or as found under a folder that the user gave; "-" for standard input.
	Name string
	// Index counts the documents of a Source from 0, in the order in which they are read.
	Index int
	// Format is the Name of the row of Formats that read it.
	Format string
	// Encoding is the encoding as found or as told: utf-8, utf-16le, utf-16be, cp949.
	Encoding string
	// Meta holds what a table says about the document beside its text, column -> value. Nil for plain files.
	Meta map[string]string

	note *inputNote // of its file; nil unless Options.Hash
}

// Chunk is a piece of a document: the whole of a short one, else as many whole lines as fit the chunk size. Only a line
// longer than a chunk is cut, after a sentence if there is one, else at white space, else, when it is sixteen chunks
// long without either, between two graphemes; a chunk that does not end in \n or \r and is not the Last is followed by
// the rest of its line.
type Chunk struct {
	// Doc is shared by all chunks of a document and does not change once the first of them is out.
	Doc *Document
	// Text is decoded text, valid UTF-8; it stays valid for ever.
	Text string
	// Offset is where Text begins in the decoded text of the document, in bytes.
	Offset int
	// Line is the line on which Text begins, from 1.
	Line int
	// Last marks the last chunk of the document. A document without text is one empty chunk. Every document that has
	// begun gets its Last, even if reading it broke off.
	Last bool
	// Warnings are about the whole document; they come with its last chunk.
	Warnings []Warning
}

// DefaultChunkSize is the size of a chunk in bytes of decoded text: small enough that one long text keeps all cores
// busy, large enough that the work around a chunk does not show.
const DefaultChunkSize = 256 << 10

// Options says how a Source reads. The zero value reads files and os.Stdin, and finds each encoding itself.
type Options struct {
	Stdin     io.Reader // what "-" reads; nil means os.Stdin
	Encoding  string    // one of Encodings or a common other name of one; "" means auto: find it
	ChunkSize int       // bytes of decoded text; 0 means DefaultChunkSize
	Whole     bool      // each document as one chunk, however long
	Plain     bool      // whatever its ending, text is lines: for lists, which are not documents
	Hash      bool      // note what is read, and its hash, for Inputs
	Root      string    // the folder from which paths that are not absolute lead; "" means the current one. Names stay as given
	Regular   bool      // read no pipe, socket or device, not even one that is named, but for Stdin

	// Spare is a file that is passed over where it lies in a folder that is read, as if it were not there: the one that
	// standard output goes to, which the shell has made before anybody could look. nil means none.
	Spare fs.FileInfo
}

// EncodingError says that no encoding has the name in Options; it names the nearest one.
type EncodingError = textio.EncodingError

// Encodings lists the encodings that Options.Encoding can name, auto first.
func Encodings() []string { return textio.EncodingNames() }

// Source reads the documents that a list of inputs names, one after the other.
type Source struct {
	inputs   []string
	opt      Options
	encoding textio.Encoding
	stdin    bool // used up
	bytes    atomic.Int64
	notes    []*inputNote
}

// NewSource gives the documents of files, folders and "-", standard input, which is also what no input at all means.
// The error is an *EncodingError; what is wrong with an input shows when its turn comes.
//
// A folder is walked in the order of its files' names (code points of their NFC), and the folders in it likewise. Files
// and folders whose names begin with a point or with ~$, as Office names its locks, are left out unless they are named
// themselves. Links are followed, but not to a folder in which they lie nor to one that is read anyway.
func NewSource(inputs []string, opt Options) (*Source, error) {
	encoding, err := textio.ParseEncoding(opt.Encoding)
	if err != nil {
		return nil, err
	}
	if len(inputs) == 0 {
		inputs = []string{"-"}
	}
	if opt.Stdin == nil {
		opt.Stdin = os.Stdin
	}
	if opt.ChunkSize <= 0 {
		opt.ChunkSize = DefaultChunkSize
	}
	return &Source{inputs: inputs, opt: opt, encoding: encoding}, nil
}

// Chunks gives all documents in order, chunk by chunk. An error is an *InputError about one input; the loop goes on
// with the next. Each loop reads the inputs anew, but standard input only once. Only one loop may run at a time.
//
//	for chunk, err := range src.Chunks() {
//		if err != nil {
//			report(err)
//			continue
//		}
//		count(chunk)
//	}
func (s *Source) Chunks() iter.Seq2[*Chunk, error] {
	return func(yield func(*Chunk, error) bool) {
		r := &reading{source: s, yield: yield}
		s.notes = nil
		for _, in := range s.inputs {
			if in == "-" {
				r.stdin()
			} else {
				r.path(in)
			}
			if r.stopped {
				return
			}
		}
	}
}

// Files gives where the files lie that Chunks would read, those that are named and those found in folders, without opening
// any: for who must not write over them. Standard input is not among them, nor is what cannot be read.
func (s *Source) Files() iter.Seq[string] {
	return func(yield func(string) bool) {
		r := &reading{source: s, list: yield}
		for _, in := range s.inputs {
			if in != "-" {
				r.path(in)
			}
			if r.stopped {
				return
			}
		}
	}
}

// BytesRead tells how far the reading has come, in bytes of the inputs, for a progress bar. Safe from any goroutine.
func (s *Source) BytesRead() int64 { return s.bytes.Load() }

// reading is one loop over a Source.
type reading struct {
	source    *Source
	yield     func(*Chunk, error) bool
	list      func(string) bool // takes the files instead, which are not read; nil where they are
	stopped   bool              // by the loop's body
	documents int
	decoder   *textio.Decoder
	cutter    cutter
	note      *inputNote // of the file that is being read
}

// give hands a chunk or an error to the loop and tells whether it wants more.
func (r *reading) give(c *Chunk, err error) bool {
	if !r.stopped && !r.yield(c, err) {
		r.stopped = true
	}
	return !r.stopped
}

func (r *reading) fail(kind Kind, path string, err error, args Args) bool {
	if r.list != nil {
		return true
	}
	r.source.noteFailure(path, kind)
	return r.give(nil, &InputError{Kind: kind, Path: path, Args: args, Err: err})
}

// failOpen reports what the system said when asked for path; missing is the kind for a file that is not there.
func (r *reading) failOpen(path string, err error, missing Kind) bool {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return r.fail(missing, path, err, nil)
	case errors.Is(err, fs.ErrPermission):
		return r.fail(NoPermission, path, err, nil)
	}
	return r.failRead(path, err)
}

func (r *reading) failRead(path string, err error) bool {
	// The system's message without its "read path:", which the path before it makes superfluous.
	reason := err
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		reason = e.Err
	}
	return r.fail(ReadFailed, path, err, Args{"error": reason.Error()})
}

func (r *reading) stdin() {
	if r.source.stdin {
		r.fail(StdinTwice, "-", nil, nil)
		return
	}
	r.source.stdin = true
	if f, ok := r.source.opt.Stdin.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := f.Stat(); err == nil && mayNeverEnd(info) {
			r.fail(Endless, "-", nil, nil)
			return
		}
	}
	r.file("-", r.source.opt.Stdin)
}

// open reads the file at path; missing is the kind of error if it is not there.
func (r *reading) open(path string, missing Kind) bool {
	if r.list != nil {
		r.stopped = !r.list(r.at(path))
		return !r.stopped
	}
	f, err := os.Open(r.at(path))
	if err != nil {
		return r.failOpen(path, err, missing)
	}
	defer f.Close()
	return r.file(path, f)
}

// headSize is enough to know every format by its first bytes.
const headSize = 512

// file reads an opened file with the row of the format table that its name and its first bytes point to.
func (r *reading) file(path string, f io.Reader) bool {
	note := r.source.note(path)
	f = note.reader(&countingReader{f, &r.source.bytes})
	head := make([]byte, headSize)
	n, err := io.ReadFull(f, head)
	head = head[:n]
	rest := f
	if err != nil {
		rest = errorReader{err}
		if err == io.ErrUnexpectedEOF {
			rest = errorReader{io.EOF}
		}
	}
	form := formatOf(path, head)
	if form.refused != "" {
		return r.fail(form.refused, path, nil, Args{"format": form.Name})
	}
	if r.source.opt.Plain {
		form = &formats[0]
	}
	r.note = note
	if !form.read(r, path, form, io.MultiReader(strings.NewReader(string(head)), rest)) {
		return false
	}
	note.end(rest)
	return true
}

// at gives the place of a path that the user named, or that was found under one.
func (r *reading) at(path string) string {
	if root := r.source.opt.Root; root != "" && !filepath.IsAbs(path) {
		return filepath.Join(root, path)
	}
	return path
}

// newDocument counts a document that is about to be given.
func (r *reading) newDocument(path string, form *Format) *Document {
	d := &Document{Name: path, Index: r.documents, Format: form.Name, note: r.note}
	r.documents++
	return d
}

// decode gives a decoder for f in the encoding that the user named, reusing the last one's memory.
func (r *reading) decode(f io.Reader) *textio.Decoder {
	if r.decoder == nil {
		r.decoder = textio.NewDecoder(nil, textio.Auto)
	}
	r.decoder.Reset(f, r.source.encoding)
	return r.decoder
}

// decodingWarnings puts into words what a decoder found in a document that is at its end.
func decodingWarnings(path string, found textio.Report) []Warning {
	var warnings []Warning
	warn := func(yes bool, w Warning) {
		if !yes {
			return
		}
		w.Path = path
		w.Args = Args{"encoding": found.Encoding.String()}
		if w.Count > 0 {
			w.Args["count"] = strconv.Itoa(w.Count)
		}
		if len(w.Places) > 0 {
			w.Args["line"] = strconv.Itoa(w.Places[0].Line)
			w.Args["offset"] = strconv.FormatInt(w.Places[0].Offset, 10)
		}
		warnings = append(warnings, w)
	}
	warn(found.Doubtful, Warning{Kind: EncodingDoubtful})
	warn(found.Late, Warning{Kind: EncodingLate})
	warn(found.Broken > 0, Warning{Kind: BrokenBytes, Count: found.Broken, Places: found.Places})
	warn(found.OddLength, Warning{Kind: OddLength})
	warn(found.Nul > 0, Warning{Kind: NulCharacters, Count: found.Nul})
	return warnings
}

type countingReader struct {
	r io.Reader
	n *atomic.Int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}

type errorReader struct{ err error }

func (e errorReader) Read([]byte) (int, error) { return 0, e.err }
