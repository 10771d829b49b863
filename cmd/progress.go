package cmd

import (
	"bytes"
	"io"
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"kstat/corpus"
)

// progressDelay is how long work may take before it shows how far it is, and progressTick how often it does.
const (
	progressDelay = time.Second
	progressTick  = 200 * time.Millisecond
)

// progress shows on stderr how far the reading of the sources is, if stderr is a terminal and the work takes long. It
// must be ended. A result that runs over the same terminal is progress enough.
func (p *program) progress(src *corpus.Source, inputs []string, running bool) (end func()) {
	return p.progressOf(src.BytesRead, inputs, running)
}

func (p *program) progressOf(read func() int64, inputs []string, running bool) (end func()) {
	if !p.stderr.terminal || running && p.terminal {
		return func() {}
	}
	stop := make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		defer p.stderr.hide()
		for next := time.After(progressDelay); ; next = time.After(progressTick) {
			select {
			case <-next:
				p.stderr.show(read(), func() int64 { return sizeOf(inputs) })
			case <-stop:
				return
			}
		}
	})
	return sync.OnceFunc(func() {
		close(stop)
		wait.Wait()
	})
}

// sizeOf gives the number of bytes in files and folders, 0 where standard input is among them.
func sizeOf(inputs []string) (size int64) {
	for _, in := range inputs {
		if in == "-" {
			return 0
		}
		_ = filepath.WalkDir(in, func(_ string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it will be reported where it is read
			}
			if info, err := d.Info(); err == nil && info.Mode().IsRegular() {
				size += info.Size()
			}
			return nil
		})
	}
	return size
}

// messageWriter takes messages to stderr, and shows a bar below them. A message takes the bar away, which comes back with
// the next tick: what is written while mpb draws could be lost when it stops.
type messageWriter struct {
	io.Writer
	terminal bool
	held     *bytes.Buffer // takes the messages instead, if it is not nil; bars are shown

	lock  sync.Mutex
	bars  *mpb.Progress // nil while none is shown
	bar   *mpb.Bar
	total int64 // 0 until it is known
}

// show shows how many bytes are read, of how many.
func (m *messageWriter) show(read int64, size func() int64) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.bars == nil {
		if m.total == 0 {
			m.total = size()
		}
		m.bars = mpb.New(mpb.WithOutput(m.Writer), mpb.WithRefreshRate(progressTick))
		head := mpb.PrependDecorators(decor.Name("kstat: "), decor.CurrentKibiByte("% .1f "))
		if m.total > 0 {
			m.bar = m.bars.AddBar(m.total, mpb.BarRemoveOnComplete(), head, mpb.AppendDecorators(decor.NewPercentage("%d")))
		} else { // standard input
			m.bar = m.bars.AddSpinner(0, mpb.BarRemoveOnComplete(), head)
		}
	}
	m.bar.SetCurrent(read)
}

// hide takes the bar away.
func (m *messageWriter) hide() {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.hideLocked()
}

func (m *messageWriter) hideLocked() {
	if m.bars != nil {
		m.bar.Abort(true)
		m.bars.Wait()
		m.bars, m.bar = nil, nil
	}
}

func (m *messageWriter) Write(b []byte) (int, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.held != nil {
		return m.held.Write(b)
	}
	m.hideLocked()
	return m.Writer.Write(b)
}
