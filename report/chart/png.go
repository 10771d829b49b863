package chart

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// dotsPerInch is how fine a PNG is, and dots how many it has for a unit.
const (
	dotsPerInch = 300
	dots        = dotsPerInch / 96.0
)

// WritePNG writes the drawing as PNG of 300 dots an inch. A letter that the font lacks is drawn as the font draws what it lacks:
// as a box. An error is one of w's, or one of a font that is broken.
func (d *Drawing) WritePNG(w io.Writer, f *Font) error {
	c := &canvas{
		img:  image.NewNRGBA(image.Rect(0, 0, int(math.Round(Width*dots)), int(math.Round(d.Height*dots)))),
		font: f,
	}
	draw.Draw(c.img, c.img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, s := range d.shapes {
		if err := c.draw(s); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, c.img); err != nil {
		return err
	}
	_, err := w.Write(withResolution(b.Bytes()))
	return err
}

// withResolution says in a PNG how many dots it has a metre, so that it is placed at its size: a chunk pHYs behind the header,
// which is 33 bytes long.
func withResolution(b []byte) []byte {
	const header = 33
	perMetre := uint32(math.Round(dotsPerInch / 0.0254))
	chunk := binary.BigEndian.AppendUint32(nil, 9)
	chunk = append(chunk, "pHYs"...)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // the unit is the metre
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(append([]byte(nil), b[:header]...), chunk...), b[header:]...)
}

// canvas is a picture in the making.
type canvas struct {
	img  *image.NRGBA
	font *Font
	r    vector.Rasterizer
}

func (c *canvas) draw(s shape) error {
	switch s := s.(type) {
	case textShape:
		return c.text(s)
	case rectShape:
		c.fill(polygon{{s.x, s.y}, {s.x + s.w, s.y}, {s.x + s.w, s.y + s.h}, {s.x, s.y + s.h}}, s.color, s.opacity)
	case dotShape:
		var p polygon
		const corners = 24
		for i := range corners {
			a := 2 * math.Pi * float64(i) / corners
			p = append(p, [2]float64{s.x + s.r*math.Cos(a), s.y + s.r*math.Sin(a)})
		}
		c.fill(p, s.color, s.opacity)
	case lineShape:
		length := math.Hypot(s.x2-s.x1, s.y2-s.y1)
		if length == 0 {
			return nil
		}
		dx, dy := (s.x2-s.x1)/length, (s.y2-s.y1)/length
		step := length
		if s.dashed {
			step = dash
		}
		for from := 0.0; from < length; from += 2 * step {
			to := min(from+step, length)
			x1, y1, x2, y2 := s.x1+dx*from, s.y1+dy*from, s.x1+dx*to, s.y1+dy*to
			hx, hy := -dy*s.width/2, dx*s.width/2
			c.fill(polygon{{x1 + hx, y1 + hy}, {x2 + hx, y2 + hy}, {x2 - hx, y2 - hy}, {x1 - hx, y1 - hy}}, s.color, 1)
		}
	}
	return nil
}

// polygon is a closed shape, in units.
type polygon [][2]float64

func (c *canvas) fill(p polygon, col Color, opacity float64) {
	lo, hi := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	for _, q := range p {
		for k := range 2 {
			lo[k], hi[k] = min(lo[k], q[k]*dots), max(hi[k], q[k]*dots)
		}
	}
	area := c.begin(lo[0], lo[1], hi[0], hi[1])
	for i, q := range p {
		x, y := float32(q[0]*dots-float64(area.Min.X)), float32(q[1]*dots-float64(area.Min.Y))
		if i == 0 {
			c.r.MoveTo(x, y)
		} else {
			c.r.LineTo(x, y)
		}
	}
	c.r.ClosePath()
	c.end(area, col, opacity)
}

// begin readies the rasterizer for a shape within these edges, in dots.
func (c *canvas) begin(left, top, right, bottom float64) image.Rectangle {
	area := image.Rect(int(math.Floor(left))-1, int(math.Floor(top))-1, int(math.Ceil(right))+1, int(math.Ceil(bottom))+1)
	c.r.Reset(area.Dx(), area.Dy())
	return area
}

func (c *canvas) end(area image.Rectangle, col Color, opacity float64) {
	v := colors[col]
	c.r.Draw(c.img, area, image.NewUniform(color.NRGBA{v[0], v[1], v[2], uint8(math.Round(255 * opacity))}), image.Point{})
}

// text draws a text glyph by glyph, with the distances that the font gives.
func (c *canvas) text(s textShape) error {
	face := c.font.faces[0]
	if s.bold {
		face = c.font.faces[1]
	}
	buffer := &c.font.buffer
	ppem := fixed.Int26_6(math.Round(s.size * dots * 64))
	type glyph struct {
		index sfnt.GlyphIndex
		at    float64
	}
	var glyphs []glyph
	x := 0.0
	for _, r := range s.text {
		index, err := face.GlyphIndex(buffer, r)
		if err != nil {
			return err
		}
		if n := len(glyphs); n > 0 {
			if k, err := face.Kern(buffer, glyphs[n-1].index, index, ppem, font.HintingNone); err == nil {
				x += float64(k) / 64
			}
		}
		glyphs = append(glyphs, glyph{index, x})
		advance, err := face.GlyphAdvance(buffer, index, ppem, font.HintingNone)
		if err != nil {
			return err
		}
		x += float64(advance) / 64
	}
	shift := [...]float64{start: 0, middle: -x / 2, end: -x}[s.anchor]
	// place leads from the coordinates of a text that begins at 0 to those of the picture.
	place := func(tx, ty float64) (float64, float64) {
		tx += shift
		if s.up {
			return s.x*dots + ty, s.y*dots - tx
		}
		return s.x*dots + tx, s.y*dots + ty
	}
	size := s.size * dots
	for _, g := range glyphs {
		segments, err := face.LoadGlyph(buffer, g.index, ppem, nil)
		if err != nil {
			return err
		}
		x1, y1 := place(g.at-size/2, -size*1.5)
		x2, y2 := place(g.at+size*2, size)
		area := c.begin(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
		point := func(p fixed.Point26_6) (float32, float32) {
			px, py := place(g.at+float64(p.X)/64, float64(p.Y)/64)
			return float32(px - float64(area.Min.X)), float32(py - float64(area.Min.Y))
		}
		for _, seg := range segments {
			ax, ay := point(seg.Args[0])
			switch seg.Op {
			case sfnt.SegmentOpMoveTo:
				c.r.ClosePath()
				c.r.MoveTo(ax, ay)
			case sfnt.SegmentOpLineTo:
				c.r.LineTo(ax, ay)
			case sfnt.SegmentOpQuadTo:
				bx, by := point(seg.Args[1])
				c.r.QuadTo(ax, ay, bx, by)
			case sfnt.SegmentOpCubeTo:
				bx, by := point(seg.Args[1])
				ex, ey := point(seg.Args[2])
				c.r.CubeTo(ax, ay, bx, by, ex, ey)
			}
		}
		c.r.ClosePath()
		c.end(area, s.color, 1)
	}
	return nil
}
