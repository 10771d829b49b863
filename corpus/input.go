package corpus

import (
	"crypto/sha256"
	"hash"
	"io"
	"slices"
	"sync"
)

// Input is what a Source knows of a file that it has read, or should have: for the record of a run, by which others can
// see that they have the same texts.
type Input struct {
	// Path is as the user gave it or as found under a folder that the user gave; "-" for standard input.
	Path string
	// Bytes counts the file as it lies on the disk, and SHA256 is its hash, before any decoding.
	Bytes  int64
	SHA256 [sha256.Size]byte
	// Whole says that the file was read to its end; SHA256 means nothing without it.
	Whole bool
	// Encoding is that of the text as found or as told; empty where there is none.
	Encoding string
	// Cleaning tells how often each rule of cleaning changed something in it.
	Cleaning Counts
	// Failed is the kind of fault for which the input, or the rest of it, could not be used; empty where all is well.
	Failed Kind
}

// inputNote is an Input while it is read. The threads that clean a text write to it.
type inputNote struct {
	Input
	sum  hash.Hash
	lock sync.Mutex // of Cleaning
}

// Inputs gives what was read, in order, if Options.Hash asks for it: of the last loop over Chunks, which must be at its
// end. What a Source says of Cleaning is complete when the chunks have been worked on.
func (s *Source) Inputs() []Input {
	inputs := make([]Input, len(s.notes))
	for i, n := range s.notes {
		n.lock.Lock()
		inputs[i] = n.Input
		inputs[i].Cleaning = slices.Clone(n.Cleaning)
		n.lock.Unlock()
	}
	return inputs
}

// note begins to note an input; it gives nil where nobody wants that.
func (s *Source) note(path string) *inputNote {
	if !s.opt.Hash {
		return nil
	}
	n := &inputNote{Input: Input{Path: path}, sum: sha256.New()}
	s.notes = append(s.notes, n)
	return n
}

// noteFailure notes that an input, or the rest of it, could not be used.
func (s *Source) noteFailure(path string, kind Kind) {
	if !s.opt.Hash {
		return
	}
	if last := len(s.notes) - 1; last >= 0 && s.notes[last].Path == path && !s.notes[last].Whole && s.notes[last].Failed == "" {
		s.notes[last].Failed = kind
		return
	}
	s.note(path).Failed = kind
}

// reader gives a reader of the input that hashes what is read.
func (n *inputNote) reader(f io.Reader) io.Reader {
	if n == nil {
		return f
	}
	return &hashingReader{f, n}
}

type hashingReader struct {
	r    io.Reader
	note *inputNote
}

func (h *hashingReader) Read(p []byte) (int, error) {
	n, err := h.r.Read(p)
	h.note.sum.Write(p[:n])
	h.note.Bytes += int64(n)
	return n, err
}

// end completes the note of an input that was used: whatever of the file its format did not need is read too.
func (n *inputNote) end(f io.Reader) {
	if n == nil || n.Failed != "" {
		return
	}
	if _, err := io.Copy(io.Discard, f); err == nil {
		n.sum.Sum(n.SHA256[:0])
		n.Whole = true
	}
}

// Input gives what is known of the file of a document, if Options.Hash asked for it and the file was read to its end.
func (d *Document) Input() (in Input, ok bool) {
	if d.note == nil || !d.note.Whole {
		return Input{}, false
	}
	return d.note.Input, true
}

// NoteCleaning adds to the Input of the document what cleaning has changed in a part of it. Readers do it themselves; who
// cleans chunks without one calls it. It may be called by several threads.
func (d *Document) NoteCleaning(c Counts) {
	if d.note == nil || c == nil {
		return
	}
	d.note.lock.Lock()
	d.note.Cleaning.Add(c)
	d.note.lock.Unlock()
}
