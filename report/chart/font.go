package chart

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/image/font/sfnt"

	"kstat/hangul"
)

// Font is a typeface for PNG, in a normal and a bold cut, which may be the same.
type Font struct {
	// Files are the font files, of the normal and the bold cut.
	Files  [2]string
	faces  [2]*sfnt.Font
	buffer sfnt.Buffer
}

// OpenFont reads a font file: TrueType or OpenType, or a collection of them, of which the Korean one is taken. It is used for
// bold letters too. An error is one of reading, or an *UnfitError.
func OpenFont(file string) (*Font, error) {
	face, err := openFace(file)
	if err != nil {
		return nil, err
	}
	return &Font{Files: [2]string{file, file}, faces: [2]*sfnt.Font{face, face}}, nil
}

// UnfitError says that a file is no font that can be used.
type UnfitError struct {
	File string
	// Lacks is a letter that the font does not have; 0 where the file cannot be read as a font at all.
	Lacks rune
	Err   error
}

func (e *UnfitError) Error() string {
	if e.Lacks != 0 {
		return fmt.Sprintf("%s: the font does not have %c", e.File, e.Lacks)
	}
	return e.File + ": " + e.Err.Error()
}

func (e *UnfitError) Unwrap() error { return e.Err }

// ErrNoFont says that no font with Hangul was found on the system.
var ErrNoFont = errors.New("no font with Hangul was found")

// known are the fonts with Hangul that systems have, by the names of their files without the ending, in small letters: the normal
// cut and the bold one. A collection holds both, or is found twice.
var known = [...][2]string{
	{"notosanskr-regular", "notosanskr-bold"},
	{"notosanscjkkr-regular", "notosanscjkkr-bold"},
	{"notosanscjk-regular", "notosanscjk-bold"},
	{"pretendard-regular", "pretendard-bold"},
	{"applesdgothicneo", "applesdgothicneo"},
	{"malgun", "malgunbd"},
	{"nanumgothic", "nanumgothicbold"},
	{"nanumbarungothic", "nanumbarungothicbold"},
	{"spoqahansansneo-regular", "spoqahansansneo-bold"},
	{"undotum", "undotumbold"},
	{"baekmuk-gulim", "baekmuk-gulim"},
	{"gulim", "gulim"},
}

// FindFont looks for a font with Hangul in the folders where systems keep theirs. The error is ErrNoFont.
func FindFont() (*Font, error) { return findFont(fontFolders()) }

func findFont(folders []string) (*Font, error) {
	found := make(map[string]string) // name without ending -> file
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil // a folder that cannot be read has no font for us
			}
			switch ending := strings.ToLower(filepath.Ext(file)); ending {
			case ".ttf", ".otf", ".ttc", ".otc":
				name := strings.TrimSuffix(strings.ToLower(filepath.Base(file)), ending)
				if _, ok := found[name]; !ok {
					found[name] = file
				}
			}
			return nil
		})
	}
	for _, k := range known {
		file, ok := found[k[0]]
		if !ok {
			continue
		}
		f, err := OpenFont(file)
		if err != nil {
			continue
		}
		if bold, ok := found[k[1]]; ok {
			if face, err := openFace(bold); err == nil {
				f.Files[1], f.faces[1] = bold, face
			}
		}
		return f, nil
	}
	return nil, ErrNoFont
}

// fontFolders gives the folders where fonts are, those of the user first.
func fontFolders() []string {
	home, _ := os.UserHomeDir()
	var folders []string
	switch runtime.GOOS {
	case "windows":
		folders = []string{filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts"), filepath.Join(os.Getenv("WINDIR"), "Fonts")}
	case "darwin":
		folders = []string{filepath.Join(home, "Library", "Fonts"), "/Library/Fonts", "/System/Library/Fonts"}
	default:
		folders = []string{filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts"), "/usr/local/share/fonts", "/usr/share/fonts"}
	}
	return slices.DeleteFunc(folders, func(f string) bool { return !filepath.IsAbs(f) })
}

// openFace reads a face that has Hangul.
func openFace(file string) (*sfnt.Font, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	face, err := parseFace(data, file)
	if err != nil {
		return nil, err
	}
	var buffer sfnt.Buffer
	for _, r := range "가힣한글ㅋ" {
		if !has(face, &buffer, r) {
			return nil, &UnfitError{File: file, Lacks: r}
		}
	}
	return face, nil
}

// parseFace reads a font, or of a collection the Korean face: its faces differ in how they draw hanja.
func parseFace(data []byte, file string) (*sfnt.Font, error) {
	collection, err := sfnt.ParseCollection(data)
	if err != nil {
		return nil, &UnfitError{File: file, Err: err}
	}
	var best *sfnt.Font
	var buffer sfnt.Buffer
	for i := range collection.NumFonts() {
		face, err := collection.Font(i)
		if err != nil {
			return nil, &UnfitError{File: file, Err: err}
		}
		name, _ := face.Name(&buffer, sfnt.NameIDFull)
		korean := strings.Contains(name, "KR") && !strings.Contains(name, "Mono")
		if best == nil || korean {
			best = face
		}
		if korean {
			break
		}
	}
	if best == nil {
		return nil, &UnfitError{File: file, Err: errors.New("it holds no font")}
	}
	return best, nil
}

// has tells whether a face has a shape for a letter. Some fonts map all syllables and leave the shapes of most empty.
func has(face *sfnt.Font, buffer *sfnt.Buffer, r rune) bool {
	index, err := face.GlyphIndex(buffer, r)
	if err != nil || index == 0 {
		return false
	}
	if !hangul.IsSyllable(r) {
		return true
	}
	shape, err := face.LoadGlyph(buffer, index, 64, nil)
	return err == nil && len(shape) > 0
}
