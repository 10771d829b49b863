// Package chart draws the charts of a text: bars, a word cloud, strips of where words stand, and the plane on which two
// corpora face each other.
//
// A chart is made in two steps. Laying out decides where everything goes; it knows words and numbers, and nothing of files.
// What it gives is either drawn by the page of a report, with links on it (package page), or becomes a Drawing, which is a
// list of shapes, and is written as SVG or PNG. So a chart is the same on the page, in a paper and on a slide.
//
// Drawings are for print: 640 units wide, which are 169 mm, the width of the text on a sheet of A4, with letters of 8 points
// and more, dark on white. The SVG names fonts and leaves their shapes to whoever shows it; the PNG has 300 dots an inch
// and needs a font file that has Hangul (see FindFonts). The same chart gives the same SVG everywhere, and with the same font
// file the same PNG on machines of the same kind.
package chart

import (
	"math"
	"unicode"
	"unicode/utf8"

	"kstat/hangul"
	"kstat/report"
)

// Width is how wide a Drawing is, in units of 1/96 inch.
const Width = 640

// The sizes of letters, in the same units: 9 and 8 points.
const (
	letters      = 12.0
	smallLetters = 10.7
	titleLetters = 15.0
)

// mostOfWidth is the share of the width of a Drawing that the longest of the texts behind its rows can take.
const mostOfWidth = 0.25

// Color is a colour by what it is for.
type Color uint8

// The colours.
const (
	Ink    Color = iota // of text
	Dim                 // of what stands back: axes, words that are not key
	Line                // of grids
	Accent              // of what matters: bars, marks, nouns, key words, side A
	Second              // predicates, side B
	Third               // adverbs
	Paper               // below everything
)

// colors are the values of the colours; those of the page's light scheme.
var colors = [...][3]uint8{
	Ink: {0x1b, 0x1f, 0x24}, Dim: {0x59, 0x62, 0x6d}, Line: {0xd9, 0xde, 0xe4},
	Accent: {0x1f, 0x5f, 0xbf}, Second: {0x0b, 0x6e, 0x5c}, Third: {0xa3, 0x47, 0x0a}, Paper: {0xff, 0xff, 0xff},
}

// Drawing is a chart as shapes, each on those before it.
type Drawing struct {
	// Title says what the chart shows. It stands above it.
	Title string
	// Height in the units of Width.
	Height float64
	shapes []shape
}

// shape is one of textShape, rectShape, lineShape and dotShape.
type shape any

// Anchor says which point of a text stands at its place.
type anchor uint8

const (
	start anchor = iota
	middle
	end
)

type textShape struct {
	x, y   float64 // of the base line
	size   float64
	anchor anchor
	bold   bool
	up     bool // written from the bottom to the top
	color  Color
	text   string
}

type rectShape struct {
	x, y, w, h float64
	color      Color
	opacity    float64 // 0 to 1
}

type lineShape struct {
	x1, y1, x2, y2 float64
	width          float64
	color          Color
	dashed         bool
}

type dotShape struct {
	x, y, r float64
	color   Color
	opacity float64
}

func (d *Drawing) add(s ...shape) { d.shapes = append(d.shapes, s...) }

// titled begins a drawing with its title, and gives where the chart can begin.
func titled(title string) (d *Drawing, top float64) {
	d = &Drawing{Title: report.Visible(title)}
	if d.Title == "" {
		return d, 8
	}
	d.add(textShape{x: 8, y: 22, size: titleLetters, bold: true, text: fitted(d.Title, titleLetters, Width-16)})
	return d, 34
}

// Advance estimates the width of a text in units of its letters' size. Hangul and hanja fill their square in every font, or
// nearly; Latin letters and digits about 0.62 of it in the bold of the usual ones.
func Advance(text string) (em float64) {
	for _, r := range text {
		em += advance(r)
	}
	return em
}

func advance(r rune) (em float64) {
	switch {
	case unicode.Is(unicode.M, r): // a mark on the letter before
		return 0
	case hangul.IsSyllable(r) || r >= 0x2e80:
		return 1
	}
	return 0.62
}

// Room estimates the size of the box that a word takes, with a little air, in units of its letters' size.
func Room(word string) (width, height float64) { return Advance(word) + 0.25, 1.12 }

// fitted gives a text that is no wider than its room, with an ellipsis where it was cut.
func fitted(text string, size, room float64) string {
	if Advance(text)*size <= room {
		return text
	}
	width, kept := 0.0, 0
	for i, r := range text {
		if width += advance(r); (width+1)*size > room {
			break
		}
		kept = i + utf8.RuneLen(r)
	}
	return text[:kept] + "…"
}

// fittedEnd is fitted for names of files, of which the end tells most.
func fittedEnd(text string, size, room float64) string {
	if Advance(text)*size <= room {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && (Advance(string(runes))+1)*size > room {
		runes = runes[1:]
	}
	return "…" + string(runes)
}

// finite tells whether a number has a place on a scale.
func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// box is the room that something takes.
type box struct{ left, top, right, bottom float64 }

func (a box) meets(b box) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

func meetsAny(b box, taken []box) bool {
	for _, t := range taken {
		if b.meets(t) {
			return true
		}
	}
	return false
}
