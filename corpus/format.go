package corpus

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
)

// Format is a row of the table of formats: how a file of this kind is recognised and what is done with it.
type Format struct {
	Name    string   // as messages call it
	Endings []string // of file names, in lower case with their point; the first is the usual one

	// sniff recognises the format by the first headSize bytes of a file. Nil: only the ending tells.
	sniff func(head []byte) bool
	// read gives the documents of a file. It returns false when the loop over the source has ended.
	read func(r *reading, path string, form *Format, f io.Reader) bool
	// refused says why the format cannot be read. Then read is nil.
	refused Kind
}

// Readable tells whether files of the format can be read.
func (f Format) Readable() bool { return f.refused == "" }

// formats has the formats that can be read first. A format is a file format_<name>.go and a row here. Its first bytes
// decide; where several rows share them, as all that are a zip archive inside, or none has them, the ending does.
// What no row claims is plain text.
var formats = []Format{
	{Name: "text", Endings: []string{".txt", ".text", ".md", ".log"}, read: readText},
	{Name: "csv", Endings: []string{".csv"}, read: readMarkedText},
	{Name: "tsv", Endings: []string{".tsv", ".tab"}, read: readMarkedText},
	{Name: "jsonl", Endings: []string{".jsonl", ".ndjson"}, read: readMarkedText},
	{Name: "json", Endings: []string{".json"}, read: readMarkedText},
	{Name: "html", Endings: []string{".html", ".htm", ".xhtml"}, read: readMarkedText},
	{Name: "xml", Endings: []string{".xml"}, read: readMarkedText},

	{Name: "hwp", Endings: []string{".hwp", ".hwt"}, sniff: isHWP3OrOLE, refused: Unsupported},
	{Name: "doc", Endings: []string{".doc", ".dot"}, sniff: begins(ole), refused: Unsupported},
	{Name: "xls", Endings: []string{".xls"}, sniff: begins(ole), refused: Unsupported},
	{Name: "ppt", Endings: []string{".ppt"}, sniff: begins(ole), refused: Unsupported},
	{Name: "hwpx", Endings: []string{".hwpx"}, sniff: zipWith("application/hwp+zip"), refused: Unsupported},
	{Name: "docx", Endings: []string{".docx", ".docm"}, sniff: zipWith("word/"), refused: Unsupported},
	{Name: "xlsx", Endings: []string{".xlsx", ".xlsm"}, sniff: zipWith("xl/"), refused: Unsupported},
	{Name: "pptx", Endings: []string{".pptx"}, sniff: zipWith("ppt/"), refused: Unsupported},
	{Name: "odt", Endings: []string{".odt", ".ods", ".odp"}, sniff: zipWith("application/vnd.oasis"), refused: Unsupported},
	{Name: "epub", Endings: []string{".epub"}, sniff: zipWith("application/epub+zip"), refused: Unsupported},
	{Name: "pdf", Endings: []string{".pdf"}, sniff: begins("%PDF-"), refused: Unsupported},
	{Name: "rtf", Endings: []string{".rtf"}, sniff: begins("{\\rtf"), refused: Unsupported},
	{Name: "parquet", Endings: []string{".parquet"}, sniff: beginsBinary("PAR1"), refused: Unsupported},
	{Name: "sqlite", Endings: []string{".sqlite", ".sqlite3", ".db"}, sniff: begins("SQLite format 3\x00"), refused: Unsupported},

	{Name: "zip", Endings: []string{".zip"}, sniff: begins(zip), refused: Archive},
	{Name: "gzip", Endings: []string{".gz", ".tgz"}, sniff: begins("\x1F\x8B\x08"), refused: Archive},
	{Name: "xz", Endings: []string{".xz"}, sniff: begins("\xFD7zXZ\x00"), refused: Archive},
	{Name: "bzip2", Endings: []string{".bz2"}, sniff: isBzip2, refused: Archive},
	{Name: "zstd", Endings: []string{".zst"}, sniff: begins("\x28\xB5\x2F\xFD"), refused: Archive},
	{Name: "7z", Endings: []string{".7z"}, sniff: begins("7z\xBC\xAF\x27\x1C"), refused: Archive},
	{Name: "rar", Endings: []string{".rar"}, sniff: begins("Rar!\x1A\x07"), refused: Archive},
	{Name: "tar", Endings: []string{".tar"}, sniff: isTar, refused: Archive},

	{Name: "png", Endings: []string{".png"}, sniff: begins("\x89PNG\r\n"), refused: NotText},
	{Name: "jpeg", Endings: []string{".jpg", ".jpeg"}, sniff: begins("\xFF\xD8\xFF"), refused: NotText},
	{Name: "gif", Endings: []string{".gif"}, sniff: beginsBinary("GIF8"), refused: NotText},
	{Name: "webp, wav or avi", Endings: []string{".webp", ".wav", ".avi"}, sniff: beginsBinary("RIFF"), refused: NotText},
	{Name: "tiff", Endings: []string{".tif", ".tiff"}, sniff: isTIFF, refused: NotText},
	{Name: "mp4", Endings: []string{".mp4", ".m4a", ".mov", ".heic"}, sniff: isMP4, refused: NotText},
	{Name: "mp3", Endings: []string{".mp3"}, sniff: beginsBinary("ID3"), refused: NotText},
	{Name: "a program", Endings: []string{".exe", ".dll", ".so"}, sniff: isProgram, refused: NotText},
}

// Formats gives the table of formats: those that can be read, then those that are recognised and refused.
func Formats() []Format { return append([]Format(nil), formats...) }

// formatOf finds the row for a file.
func formatOf(path string, head []byte) *Format {
	ending := strings.ToLower(filepath.Ext(path))
	var bySignature, byEnding *Format
	for i := range formats {
		f := &formats[i]
		mine := false
		for _, e := range f.Endings {
			mine = mine || e == ending
		}
		if f.sniff != nil && f.sniff(head) {
			if mine {
				return f
			}
			if bySignature == nil {
				bySignature = f
			}
		}
		if mine && byEnding == nil {
			byEnding = f
		}
	}
	switch {
	case bySignature == nil && byEnding == nil:
		return &formats[0]
	case bySignature == nil:
		return byEnding
	case byEnding != nil && byEnding.refused == Unsupported && bytes.HasPrefix(head, []byte(zip)):
		return byEnding // a docx whose first member has another name than usual
	}
	return bySignature
}

const (
	zip = "PK\x03\x04"
	ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" // the container of hwp 5, doc, xls and ppt
)

// begins recognises files that begin with magic.
func begins(magic string) func([]byte) bool {
	return func(head []byte) bool { return bytes.HasPrefix(head, []byte(magic)) }
}

// beginsBinary recognises files that begin with a magic which may also begin a text (MZ세대, ID3 태그), by the control
// characters that follow it.
func beginsBinary(magic string) func([]byte) bool {
	return func(head []byte) bool {
		rest, ok := bytes.CutPrefix(head, []byte(magic))
		for _, c := range rest[:min(len(rest), 32)] {
			if ok && c < '\t' {
				return true
			}
		}
		return false
	}
}

// zipWith recognises a zip archive whose first members have a word in their names, or whose first member, if stored
// uncompressed as the mimetype of a document is, has it as its content.
func zipWith(word string) func([]byte) bool {
	return func(head []byte) bool {
		return bytes.HasPrefix(head, []byte(zip)) && bytes.Contains(head, []byte(word))
	}
}

func isHWP3OrOLE(head []byte) bool {
	return bytes.HasPrefix(head, []byte("HWP Document File V")) || bytes.HasPrefix(head, []byte(ole))
}

// isBzip2 wants the block's magic number, the digits of π, too: a text may begin with BZh.
func isBzip2(head []byte) bool {
	return len(head) >= 10 && string(head[:3]) == "BZh" && string(head[4:10]) == "1AY&SY"
}

func isTar(head []byte) bool { return len(head) >= 262 && string(head[257:262]) == "ustar" }

func isTIFF(head []byte) bool {
	return bytes.HasPrefix(head, []byte("II*\x00")) || bytes.HasPrefix(head, []byte("MM\x00*"))
}

func isMP4(head []byte) bool { return len(head) >= 8 && head[0] == 0 && string(head[4:8]) == "ftyp" }

func isProgram(head []byte) bool { // ELF, Mach-O, Java classes, Windows
	for _, magic := range []string{"\x7FELF", "\xCF\xFA\xED\xFE", "\xCA\xFE\xBA\xBE"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	return beginsBinary("MZ")(head)
}
