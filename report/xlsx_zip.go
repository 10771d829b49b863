package report

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sortedZip is the archive of a workbook with its parts in the order of their names. The library writes sheets that
// were streamed in the order of a Go map, so that two runs would give two files. The parts wait in memory, compressed;
// the library holds the finished archive in memory too.
type sortedZip struct {
	w       io.Writer
	deflate *flate.Writer
	parts   []*zipPart
}

// zipPart is a file in the archive.
type zipPart struct {
	zip.FileHeader
	data bytes.Buffer
	into *flate.Writer
}

func newSortedZip(w io.Writer) excelize.ZipWriter {
	deflate, _ := flate.NewWriter(nil, flate.DefaultCompression) // only a wrong level gives an error
	return &sortedZip{w: w, deflate: deflate}
}

// Create begins a part, and ends the one before.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.finish(); err != nil {
		return nil, err
	}
	p := &zipPart{FileHeader: zip.FileHeader{Name: name, Method: zip.Deflate}, into: z.deflate}
	z.deflate.Reset(&p.data)
	z.parts = append(z.parts, p)
	return p, nil
}

// Write adds to the part.
func (p *zipPart) Write(b []byte) (int, error) {
	p.CRC32 = crc32.Update(p.CRC32, crc32.IEEETable, b)
	p.UncompressedSize64 += uint64(len(b))
	return p.into.Write(b)
}

// finish ends the part under way.
func (z *sortedZip) finish() error {
	if len(z.parts) == 0 {
		return nil
	}
	p := z.parts[len(z.parts)-1]
	if err := z.deflate.Close(); err != nil {
		return err
	}
	p.CompressedSize64 = uint64(p.data.Len())
	return nil
}

// Close writes the archive.
func (z *sortedZip) Close() error {
	if err := z.finish(); err != nil {
		return err
	}
	slices.SortFunc(z.parts, func(a, b *zipPart) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(z.w)
	for _, p := range z.parts {
		w, err := out.CreateRaw(&p.FileHeader)
		if err != nil {
			return err
		}
		if _, err := w.Write(p.data.Bytes()); err != nil {
			return err
		}
	}
	return out.Close()
}

// AddFS is asked for by the library's interface and used by nobody.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }
