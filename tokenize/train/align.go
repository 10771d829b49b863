package main

import (
	"kstat/tokenize"
	"kstat/tokenize/internal/conj"
)

// forms gives the shapes of a morpheme.
func forms(m morph) []conj.Form {
	switch m.tag {
	case tokenize.VV, tokenize.VA, tokenize.VX, tokenize.VCN, tokenize.XSV, tokenize.XSA:
		return conj.Stem(m.form, m.irregular)
	case tokenize.VCP:
		if m.form == "이" {
			return conj.Copula()
		}
		return conj.Stem(m.form, m.irregular)
	case tokenize.EP:
		forms := conj.PreFinal(m.form)
		if m.form == "겠" {
			forms[0].After |= conj.Of(conj.Full) // 가야|겠다
		}
		return forms
	case tokenize.EF, tokenize.EC, tokenize.ETM, tokenize.ETN:
		return conj.Ending(m.form)
	case tokenize.ZCoda:
		u, ok := conj.Append(nil, m.form)
		if !ok {
			return nil
		}
		return []conj.Form{{Units: u, After: conj.Of(conj.Full, conj.Base, conj.Fused)}}
	}
	return conj.Word(m.form)
}

// aligner finds the shapes in which morphemes make up a surface.
type aligner struct {
	c     *corpus
	shape [][]conj.Form // by morpheme
}

func newAligner(c *corpus) *aligner {
	a := &aligner{c: c, shape: make([][]conj.Form, len(c.vocab.list))}
	for i, m := range c.vocab.list {
		if hangulForm(m.form) {
			a.shape[i] = forms(m)
			for j := range a.shape[i] {
				if a.shape[i][j].After == 0 {
					a.shape[i][j].After = conj.Of(conj.Full)
				}
			}
		}
	}
	return a
}

// step is a morpheme in a shape at a place.
type step struct{ from, to, shape int }

// align gives a step for each morpheme, or false.
func (a *aligner) align(units []conj.Unit, an analysis, steps []step) ([]step, bool) {
	return a.from(units, an, 0, 0, conj.Full, steps[:0])
}

func (a *aligner) from(units []conj.Unit, an analysis, k, at int, state conj.State, steps []step) ([]step, bool) {
	if k == an.len() {
		return steps, at == len(units)
	}
	for i := range a.shape[an.at(k)] {
		f := &a.shape[an.at(k)][i]
		if !f.After.Has(state) || !hasPrefix(units[at:], f.Units) {
			continue
		}
		if s, ok := a.from(units, an, k+1, at+len(f.Units), f.State, append(steps, step{at, at + len(f.Units), i})); ok {
			return s, true
		}
	}
	return nil, false
}

func hasPrefix(u, p []conj.Unit) bool {
	if len(u) < len(p) {
		return false
	}
	for i := range p {
		if u[i] != p[i] {
			return false
		}
	}
	return true
}
