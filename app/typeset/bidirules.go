package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// weak is W1 to W7 on the sequence at hand.
func (o *orderer) weak() {
	prev, strong := o.sos, o.sos
	afterIsolate := false
	for _, i := range o.seq { // W1 to W3
		c := o.class[i]
		if c == clNSM {
			if c = prev; afterIsolate {
				c = clON
			}
		}
		prev = c
		afterIsolate = isIsolate(o.orig[i]) || o.orig[i] == clPDI
		switch c {
		case clL, clR:
			strong = c
		case clAL:
			strong, c = clAL, clR
		case clEN:
			if strong == clAL {
				c = clAN
			}
		}
		o.class[i] = c
	}
	at := func(j int) class {
		if j < 0 || j >= len(o.seq) {
			return clON
		}
		return o.class[o.seq[j]]
	}
	for j, i := range o.seq { // W4
		c, l, r := o.class[i], at(j-1), at(j+1)
		if l == r && (l == clEN && (c == clES || c == clCS) || l == clAN && c == clCS) {
			o.class[i] = l
		}
	}
	for j := 0; j < len(o.seq); j++ { // W5
		if at(j) != clET {
			continue
		}
		k := j
		for at(k) == clET {
			k++
		}
		if at(j-1) == clEN || at(k) == clEN {
			for _, i := range o.seq[j:k] {
				o.class[i] = clEN
			}
		}
		j = k - 1
	}
	strong = o.sos
	for _, i := range o.seq { // W6, W7
		switch c := o.class[i]; c {
		case clES, clET, clCS:
			o.class[i] = clON
		case clL, clR:
			strong = c
		case clEN:
			if strong == clL {
				o.class[i] = clL
			}
		}
	}
}

// strength returns clL or clR for what counts as strong in N0 and N1, else clON.
func strength(c class) class {
	switch c {
	case clL:
		return clL
	case clR, clEN, clAN:
		return clR
	}
	return clON
}

// brackets is N0.
func (o *orderer) brackets() {
	o.findPairs()
	for _, p := range o.pairs {
		dir := clON
		for _, i := range o.seq[p.open+1 : p.close] {
			if s := strength(o.class[i]); s == o.embed {
				dir = s
				break
			} else if s != clON {
				dir = s
			}
		}
		if dir == clON {
			continue
		}
		if dir != o.embed { // N0 c: only if what stands before has that direction too
			before := o.sos
			for j := p.open - 1; j >= 0; j-- {
				if s := strength(o.class[o.seq[j]]); s != clON {
					before = s
					break
				}
			}
			if before != dir {
				dir = o.embed
			}
		}
		for _, j := range [2]int32{p.open, p.close} {
			o.class[o.seq[j]] = dir
			for k := int(j) + 1; k < len(o.seq) && o.orig[o.seq[k]] == clNSM; k++ {
				o.class[o.seq[k]] = dir
			}
		}
	}
}

// findPairs is BD16.
func (o *orderer) findPairs() {
	var open [maxBrackets]struct {
		close rune
		at    int32
	}
	depth := 0
	o.pairs = o.pairs[:0]
	for j, i := range o.seq {
		if o.class[i] != clON {
			continue
		}
		r := o.text[i]
		prop, _ := bidi.LookupRune(r)
		if !prop.IsBracket() {
			continue
		}
		if prop.IsOpeningBracket() {
			if depth == maxBrackets {
				break
			}
			open[depth].close, open[depth].at = canonical(counterpart(r)), int32(j)
			depth++
			continue
		}
		for k := depth - 1; k >= 0; k-- {
			if open[k].close == canonical(r) {
				o.pairs = append(o.pairs, bracketPair{open[k].at, int32(j)})
				depth = k
				break
			}
		}
	}
	slices.SortFunc(o.pairs, func(a, b bracketPair) int { return int(a.open - b.open) })
}

// counterpart returns the closing bracket to an opening one.
func counterpart(r rune) rune {
	switch r {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	}
	for _, c := range bidi.ReverseString(string(r)) {
		return c
	}
	return r
}

// canonical maps the one pair of brackets that has a canonical equivalent.
func canonical(r rune) rune {
	if r == 0x232a {
		return 0x3009
	}
	return r
}

// neutral is N1 and N2.
func (o *orderer) neutral() {
	left := o.sos
	for j := 0; j < len(o.seq); j++ {
		if s := strength(o.class[o.seq[j]]); s != clON {
			left = s
			continue
		}
		k, right := j+1, o.eos
		for ; k < len(o.seq); k++ {
			if s := strength(o.class[o.seq[k]]); s != clON {
				right = s
				break
			}
		}
		dir := o.embed
		if left == right {
			dir = left
		}
		for _, i := range o.seq[j:k] {
			o.class[i] = dir
		}
		j = k - 1
	}
}

// implicit is I1 and I2.
func (o *orderer) implicit() {
	for _, i := range o.seq {
		odd := o.level[i]&1 == 1
		switch c := o.class[i]; {
		case c == clR && !odd, c != clR && odd:
			o.level[i]++
		case c != clL && c != clR && !odd:
			o.level[i] += 2
		}
	}
}

// visual is rule L2: it returns the pieces' indices from left to right, given
// their levels in logical order. The order is valid until the next call.
func (o *orderer) visual(levels []int8) []int32 {
	order := resize(o.stack, len(levels))
	o.stack = order
	high, low := int8(0), int8(maxDepth+2)
	for i, l := range levels {
		order[i] = int32(i)
		high = max(high, l)
		if l&1 == 1 {
			low = min(low, l)
		}
	}
	for l := high; l >= low; l-- {
		for i := 0; i < len(levels); i++ {
			if levels[i] < l {
				continue
			}
			j := i
			for j < len(levels) && levels[j] >= l {
				j++
			}
			// a stretch of at least level l keeps its place as the levels fall
			slices.Reverse(order[i:j])
			i = j
		}
	}
	return order
}
