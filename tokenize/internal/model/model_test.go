package model

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unsafe"
)

func sample() []byte {
	return Build(map[Section][]byte{Pool: []byte("가다"), Weights: BuildWeights(func(uint32) float64 { return 0 })})
}

func TestOpenGivesBackWhatWasBuilt(t *testing.T) {
	data := sample()
	f, err := Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Check(); err != nil {
		t.Error(err)
	}
	if f.String(Pool) != "가다" || f.String(Trie) != "" {
		t.Errorf("pool %q, trie %q", f.String(Pool), f.String(Trie))
	}
	data[len(data)-1] ^= 1
	if f, err = Open(string(data)); err == nil {
		err = f.Check()
	}
	if err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("a flipped bit is not found: %v", err)
	}
}

// Whatever is cut off, Open notices it by itself; no section reaches beyond the file.
func TestOpenNoticesTruncation(t *testing.T) {
	data := string(sample())
	for n := range data {
		if n < 1000 || n%5003 == 0 || len(data)-n < 1000 {
			if _, err := Open(data[:n]); err == nil {
				t.Fatalf("%d of %d bytes pass for a model", n, len(data))
			}
		}
	}
	for want, change := range map[string]func(b []byte){
		"not a kstat model": func(b []byte) { b[0] = 'x' },
		"format":            func(b []byte) { b[8]++ },
		"sections":          func(b []byte) { b[12]++ },
	} {
		b := []byte(data)
		change(b)
		if _, err := Open(string(b)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	data := sample()
	f.Add(data[:directory+10], uint64(5))
	f.Fuzz(func(t *testing.T, data []byte, hash uint64) {
		if m, err := Open(string(data)); err == nil {
			for s := Meta; s < numSections; s++ {
				_ = m.String(s)
			}
			_ = m.Check()
		}
	})
}

// The weights come back to a sixty-fourth of a nat, and those that were left out as 0; a sum is that of its weights. Of a block that has
// too many the largest come back.
func TestWeights(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	want := map[uint32]float64{}
	for range 20000 {
		want[r.Uint32()&(1<<WeightBits-1)] = r.Float64()*8 - 4
	}
	for f := range uint32(blockWeights) { // close together, the last of all
		want[1<<WeightBits-1-f] = -1
	}
	for f := range uint32(blockFeature) { // the first of all, too many
		want[f] = float64(int(f)%2*2-1) * float64(f/2+1) / WeightScale
	}
	file, err := Open(string(Build(map[Section][]byte{Weights: BuildWeights(func(f uint32) float64 { return want[f] })})))
	if err != nil {
		t.Fatal(err)
	}
	for f := range uint32(blockFeature - blockWeights) {
		want[f] = 0
	}
	if err := file.VerifyWeights(); err != nil {
		t.Error(err)
	}
	weights := file.FeatureWeights()
	sum := int32(0)
	all := make([]uint32, 1<<WeightBits)
	for f := range all {
		all[f] = uint32(f)
		x := want[uint32(f)]
		w := weights.Sum(all[f : f+1])
		if got := float64(w) / WeightScale; got-x > .52/WeightScale+.04 || x-got > .52/WeightScale+.04 {
			t.Fatalf("feature %d weighs %f, not %f", f, got, x)
		}
		sum += w
	}
	if got := weights.Sum(all); got != sum {
		t.Errorf("the sum of all is %d, not %d", got, sum)
	}
}

// A block of weights does not cross a line of a processor's cache, of 64 bytes or 32.
func TestWeightsAreAligned(t *testing.T) {
	if at := uintptr(unsafe.Pointer(unsafe.StringData(Embedded().String(Weights)))); at%weightBlock != 0 {
		t.Errorf("the weights are at %#x", at)
	}
}

// The hash beside the model is the model's.
func TestEmbeddedHash(t *testing.T) {
	if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(embedded))); sum != EmbeddedSHA256() {
		t.Errorf("the model's SHA-256 is %s; in kstat.model.sha256 stands %s", sum, EmbeddedSHA256())
	}
}
