package model

import (
	"encoding/binary"
	"fmt"
	"unsafe"

	"github.com/FastFilter/xorfilter"
)

// The gazetteer is a set of names that are too many for the lexicon. It tells of a string whether it is one of them, and is wrong
// for one of 250 strings that are not (a binary fuse filter: Graf and Lemire 2022).
//
//	uint64 seed; uint32 length of a segment, number of segments; then a byte each: the fingerprints
const gazetteerHead = 16

// BuildGazetteer makes the section of names, by their hashes.
func BuildGazetteer(hashes []uint64) ([]byte, error) {
	f, err := xorfilter.NewBinaryFuse[uint8](hashes)
	if err != nil {
		return nil, err
	}
	out := binary.LittleEndian.AppendUint64(nil, f.Seed)
	out = binary.LittleEndian.AppendUint32(out, f.SegmentLength)
	out = binary.LittleEndian.AppendUint32(out, f.SegmentCount)
	return append(out, f.Fingerprints...), nil
}

// Gazetteer reads the gazetteer in place; nil if the model has none, or one that cannot be read.
func (f *File) Gazetteer() *xorfilter.BinaryFuse[uint8] {
	g, err := OpenGazetteer(f.sections[Gazetteer])
	if err != nil {
		return nil
	}
	return g
}

// OpenGazetteer reads a section in place; it gives nil for an empty one. It fails where the section's numbers do not fit each other.
func OpenGazetteer(s string) (*xorfilter.BinaryFuse[uint8], error) {
	if len(s) == 0 {
		return nil, nil
	}
	if len(s) < gazetteerHead {
		return nil, fmt.Errorf("Gazetteer has %d bytes", len(s))
	}
	g := &xorfilter.BinaryFuse[uint8]{Seed: u64(s, 0), SegmentLength: u32(s, 8), SegmentCount: u32(s, 12)}
	n, count := uint64(g.SegmentLength), uint64(g.SegmentCount)
	if n == 0 || n&(n-1) != 0 || count == 0 || n*(count+2) != uint64(len(s)-gazetteerHead) {
		return nil, fmt.Errorf("Gazetteer has %d bytes for %d segments of %d", len(s), count, n)
	}
	g.SegmentLengthMask, g.SegmentCountLength = g.SegmentLength-1, g.SegmentLength*g.SegmentCount
	g.Fingerprints = unsafe.Slice(unsafe.StringData(s[gazetteerHead:]), len(s)-gazetteerHead)
	return g, nil
}
