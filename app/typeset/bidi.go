package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// The bidirectional algorithm up to rule L1, from UAX #9 (Unicode 15), in linear
// time. go-text has one too, but its runs only tell odd from even levels, so the
// number in "متن 12 text" and the word after it become one run and change places.

// class is a bidi.Class in one byte.
type class = uint8

const (
	clL   = class(bidi.L)
	clR   = class(bidi.R)
	clEN  = class(bidi.EN)
	clES  = class(bidi.ES)
	clET  = class(bidi.ET)
	clAN  = class(bidi.AN)
	clCS  = class(bidi.CS)
	clB   = class(bidi.B)
	clS   = class(bidi.S)
	clWS  = class(bidi.WS)
	clON  = class(bidi.ON)
	clBN  = class(bidi.BN)
	clNSM = class(bidi.NSM)
	clAL  = class(bidi.AL)
	clLRO = class(bidi.LRO)
	clRLO = class(bidi.RLO)
	clLRE = class(bidi.LRE)
	clRLE = class(bidi.RLE)
	clPDF = class(bidi.PDF)
	clLRI = class(bidi.LRI)
	clRLI = class(bidi.RLI)
	clFSI = class(bidi.FSI)
	clPDI = class(bidi.PDI)
)

const (
	maxDepth    = 125 // BD2
	maxBrackets = 63  // BD16
)

func isIsolate(c class) bool { return c == clLRI || c == clRLI || c == clFSI }

// isRemoved is rule X9.
func isRemoved(c class) bool {
	return c == clBN || c == clLRE || c == clRLE || c == clLRO || c == clRLO || c == clPDF
}

// isSlack tells what takes the paragraph's level before a separator and at the
// end of a line (L1).
func isSlack(c class) bool { return c == clWS || isIsolate(c) || c == clPDI || isRemoved(c) }

// orderer works out embedding levels; it keeps its room between calls.
type orderer struct {
	text  []rune
	orig  []class // as in the tables
	class []class // as the rules change it
	level []int8
	match []int32 // partner of an isolate initiator or PDI; -1 none; len(text) for an initiator without one
	kept  []int32 // indices that X9 leaves
	runs  []levelRun
	runOf []int32 // run that an index lies in
	seq   []int32 // indices of the isolating run sequence at hand
	pairs []bracketPair
	stack []int32
	base  int8
	sos   class
	eos   class
	embed class // direction of the sequence's level
}

// levelRun is a stretch of kept, half-open, at one embedding level.
type levelRun struct {
	from, to int32
	level    int8
}

type bracketPair struct{ open, close int32 } // positions in seq

// resolve returns the embedding level of each character of one paragraph and the
// paragraph's own, 0 or 1. The levels hold until the next call. Rule L1 is done
// for separators, not for line ends; of what X9 removes, each has the level
// before it.
func (o *orderer) resolve(text []rune, dir Direction) (levels []int8, base int8) {
	o.text = text
	n := len(text)
	o.level = resize(o.level, n)
	if dir != RTL && plain(text) {
		clear(o.level)
		return o.level, 0
	}
	o.classify()
	switch dir {
	case LTR:
		o.base = 0
	case RTL:
		o.base = 1
	default:
		o.base = max(0, o.firstStrong(0, n))
	}
	o.explicit()
	o.split()
	for i, r := range o.runs {
		first := o.kept[r.from]
		if o.orig[first] == clPDI && o.match[first] >= 0 {
			continue // goes on a sequence that began before
		}
		o.sequence(i)
		o.weak()
		o.brackets()
		o.neutral()
		o.implicit()
	}
	prev := o.base
	for i := range o.level {
		if isRemoved(o.orig[i]) {
			o.level[i] = prev
		}
		prev = o.level[i]
	}
	slack := 0 // where the run of spaces before i begins
	for i, c := range o.orig {
		if c == clS || c == clB {
			for ; slack <= i; slack++ {
				o.level[slack] = o.base
			}
		} else if !isSlack(c) {
			slack = i + 1
		}
	}
	return o.level, o.base
}

// plain reports whether the text certainly stays at level 0 from left to right:
// no right-to-left letter, Arabic number or directional control.
func plain(text []rune) bool {
	for _, r := range text {
		if r < 0x590 || r >= 0x2070 && r < 0xd800 {
			continue
		}
		switch c := classOf(r); c {
		case clR, clAL, clAN, clLRO, clRLO, clLRE, clRLE, clLRI, clRLI, clFSI:
			return false
		}
	}
	return true
}

func classOf(r rune) class {
	p, _ := bidi.LookupRune(r)
	return class(p.Class())
}

// classify fills orig, class and match (BD9).
func (o *orderer) classify() {
	n := len(o.text)
	o.orig, o.class, o.match = resize(o.orig, n), resize(o.class, n), resize(o.match, n)
	o.stack = o.stack[:0]
	for i, r := range o.text {
		c := classOf(r)
		o.orig[i], o.class[i], o.match[i] = c, c, -1
		switch {
		case isIsolate(c):
			o.match[i] = int32(n)
			o.stack = append(o.stack, int32(i))
		case c == clPDI && len(o.stack) > 0:
			k := o.stack[len(o.stack)-1]
			o.stack = o.stack[:len(o.stack)-1]
			o.match[i], o.match[k] = k, int32(i)
		case c == clB:
			o.stack = o.stack[:0]
		}
	}
}

// firstStrong returns the level that the first strong character of [from, to)
// asks for, passing over isolates; -1 if there is none (P2, P3).
func (o *orderer) firstStrong(from, to int) int8 {
	for i := from; i < to; i++ {
		switch c := o.orig[i]; {
		case c == clL:
			return 0
		case c == clR || c == clAL:
			return 1
		case isIsolate(c):
			i = int(o.match[i])
		}
	}
	return -1
}

// explicit is X1 to X8.
func (o *orderer) explicit() {
	type entry struct {
		level    int8
		override class // clON for none
		isolate  bool
	}
	var stack [maxDepth + 2]entry
	stack[0] = entry{o.base, clON, false}
	top := 0
	var badIsolates, badEmbeddings, isolates int
	push := func(rtl bool, override class, isolate bool) bool {
		next := stack[top].level + 1
		if (next&1 == 1) != rtl {
			next++
		}
		if next > maxDepth || badIsolates > 0 || badEmbeddings > 0 {
			return false
		}
		top++
		stack[top] = entry{next, override, isolate}
		return true
	}
	set := func(i int) {
		o.level[i] = stack[top].level
		if ov := stack[top].override; ov != clON {
			o.class[i] = ov
		}
	}
	for i, c := range o.orig {
		switch c {
		case clLRE, clRLE, clLRO, clRLO:
			override := clON
			if c == clLRO {
				override = clL
			} else if c == clRLO {
				override = clR
			}
			if !push(c == clRLE || c == clRLO, override, false) && badIsolates == 0 {
				badEmbeddings++
			}
		case clLRI, clRLI, clFSI:
			set(i)
			rtl := c == clRLI || c == clFSI && o.firstStrong(i+1, int(o.match[i])) == 1
			if push(rtl, clON, true) {
				isolates++
			} else {
				badIsolates++
			}
		case clPDI:
			if badIsolates > 0 {
				badIsolates--
			} else if isolates > 0 {
				badEmbeddings = 0
				for !stack[top].isolate {
					top--
				}
				top--
				isolates--
			}
			set(i)
		case clPDF:
			if badIsolates > 0 {
			} else if badEmbeddings > 0 {
				badEmbeddings--
			} else if top > 0 && !stack[top].isolate {
				top--
			}
		case clB:
			o.level[i] = o.base
		case clBN:
		default:
			set(i)
		}
	}
}

// split finds the level runs (BD7) of what X9 leaves.
func (o *orderer) split() {
	o.kept, o.runs = o.kept[:0], o.runs[:0]
	o.runOf = resize(o.runOf, len(o.text))
	for i, c := range o.orig {
		if isRemoved(c) {
			continue
		}
		k := int32(len(o.kept))
		if k == 0 || o.level[o.kept[k-1]] != o.level[i] {
			o.runs = append(o.runs, levelRun{k, k, o.level[i]})
		}
		o.kept = append(o.kept, int32(i))
		o.runs[len(o.runs)-1].to = k + 1
		o.runOf[i] = int32(len(o.runs) - 1)
	}
}

// sequence gathers the isolating run sequence that begins with run i (X10).
func (o *orderer) sequence(i int) {
	o.seq = o.seq[:0]
	level, before, after := o.runs[i].level, o.base, o.base
	if i > 0 {
		before = o.runs[i-1].level
	}
	for {
		r := o.runs[i]
		o.seq = append(o.seq, o.kept[r.from:r.to]...)
		last := o.kept[r.to-1]
		if isIsolate(o.orig[last]) {
			if m := o.match[last]; int(m) < len(o.text) {
				i = int(o.runOf[m])
				continue
			}
		} else if i+1 < len(o.runs) {
			after = o.runs[i+1].level
		}
		break
	}
	o.embed = direction(level)
	o.sos, o.eos = direction(max(level, before)), direction(max(level, after))
}

func direction(level int8) class {
	if level&1 == 1 {
		return clR
	}
	return clL
}

func resize[T any](s []T, n int) []T {
	return slices.Grow(s[:0], n)[:n]
}
