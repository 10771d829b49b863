package corpus

import (
	"io"
	"strings"
	"sync"
)

// LineOptions say how lines are worked on.
type LineOptions struct {
	Analysis
	// Threads is how many work at the same time; below 1 means one for each processor. It does not change the result.
	Threads int
	// Glue is written between the two pieces of a line that was cut because it is longer than a chunk.
	Glue string
	// SkipEmpty leaves out the lines for which nothing was written.
	SkipEmpty bool
	// Notices hear of inputs.
	Notices
}

// mappedSize is how much longer lines are, in most texts at most, for what is written for them.
const mappedSize = 3

// MapLines writes a line for each line of the documents of a source, in order. newLine is called once for each thread;
// what it returns appends to dst what is to be written for a line of what Reader.Begin gives, without line ends, and no more.
//
// A line ends at \n or \r\n; where a document holds no \n, at \r. All else that Unicode calls a line or paragraph
// separator is white space inside a line, so that n lines in are n lines out for every program that counts \n.
func MapLines(w io.Writer, src *Source, o LineOptions, newLine func(*Reader) func(dst []byte, line string) []byte) error {
	if _, err := o.NewReader(); err != nil {
		return err
	}
	var buffers sync.Pool // of *[]byte
	type written struct {
		chunk  *Chunk
		faults []TaggedFault
		text   *[]byte
		open   bool // the last line goes on in the next chunk
	}
	newWorker := func(int) func(*Chunk) written {
		reader, err := o.NewReader()
		if err != nil {
			panic(err) // it was nil above
		}
		line := newLine(reader)
		return func(c *Chunk) written {
			buffer, ok := buffers.Get().(*[]byte)
			if !ok {
				buffer = new([]byte)
			}
			r := written{chunk: c, text: buffer}
			whole := reader.Begin(c)
			dst := (*buffer)[:0]
			if cap(dst) < len(whole) {
				dst = make([]byte, 0, mappedSize*len(whole)) // what is not needed of it is never touched
			}
			end := byte('\n')
			if strings.IndexByte(whole, '\n') < 0 {
				end = '\r'
			}
			for n, rest := 0, whole; rest != ""; n++ {
				text, after, ended := strings.Cut(rest, string(end))
				rest = after
				start := len(dst)
				dst = line(dst, strings.TrimSuffix(text, "\r"))
				r.faults = append(r.faults, reader.takeFaults(c, n)...)
				if r.open = !ended && !c.Last; !r.open && !(o.SkipEmpty && len(dst) == start) {
					dst = append(dst, '\n')
				}
			}
			*buffer = dst
			return r
		}
	}
	open := false // what was written last is the beginning of a line
	return InOrder(src.Chunks(), o.Threads, newWorker, func(r written, err error) error {
		if err != nil {
			if o.Error != nil {
				o.Error(err)
			}
			return nil
		}
		o.tell(r.chunk, r.faults)
		text := *r.text
		if open && len(text) > 0 && text[0] != '\n' {
			if _, err := io.WriteString(w, o.Glue); err != nil {
				return err
			}
		}
		if len(text) > 0 {
			open = r.open
		}
		if open && r.chunk.Last { // it ended with white space
			text, open = append(text, '\n'), false
		}
		_, err = w.Write(text)
		buffers.Put(r.text)
		return err
	})
}
