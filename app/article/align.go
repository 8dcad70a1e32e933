package article

import "bytes"

const (
	gram       = 12 // letters by which a place in the page is found
	maxPlaces  = 16 // places with the same letters that are looked at
	compareTo  = 400
	smallReach = 4096 // letters in which a short piece is looked for
)

// align writes the blocks, a paragraph each, and finds each where it stands in the
// page: the extractor keeps the words and drops the offsets. It goes forward from
// block to block; a piece that stands elsewhere is found by its first letters. A
// piece that is nowhere (an extractor may put words of its own) gets no place.
func (p *page) align(out *builder, blocks []block) {
	places := map[[gram]byte][]int32{}
	for _, s := range p.starts {
		if int(s)+gram <= len(p.letters) {
			key := [gram]byte(p.letters[s : s+gram])
			if len(places[key]) < maxPlaces {
				places[key] = append(places[key], s)
			}
		}
	}
	cursor := 0
	for _, b := range blocks {
		out.paragraph()
		cursor = p.alignBlock(out, b.text, cursor, places)
		if out.full() {
			return
		}
	}
}

// alignBlock writes one block and returns the letter behind its last.
func (p *page) alignBlock(out *builder, text string, cursor int, places map[[gram]byte][]int32) int {
	letters := make([]byte, 0, len(text)) // of the block
	at := make([]int, 0, len(text))       // where in text each stands
	for i := range len(text) {
		if text[i] != ' ' {
			letters = append(letters, text[i])
			at = append(at, i)
		}
	}
	done := 0 // of text
	for i := 0; i < len(letters); {
		j := p.find(letters[i:], cursor, places)
		if j < 0 {
			i++ // try the next word
			for i < len(letters) && at[i] == at[i-1]+1 {
				i++
			}
			continue
		}
		n := matching(letters[i:], p.letters[j:])
		for k := range n { // letter by letter: the builder joins
			if at[i+k] > done {
				p.space(out, text[done:at[i+k]], j+k)
			}
			p.put(out, letters[i+k], j+k)
			done = at[i+k] + 1
		}
		i += n
		cursor = j + n
	}
	out.gap(text[done:])
	return cursor
}

// space writes what stands in the block between two letters: a space, or words
// without a place.
func (p *page) space(out *builder, s string, next int) {
	if s == " " && next > 0 && p.from[next] == p.to[next-1]+1 && p.src[p.to[next-1]] == ' ' {
		out.verbatim(s, int(p.to[next-1]))
		return
	}
	out.gap(s)
}

// put writes one byte of a letter, which stands for the page's letter j.
func (p *page) put(out *builder, c byte, j int) {
	if p.to[j]-p.from[j] == 1 {
		out.verbatim(string([]byte{c}), int(p.from[j]))
		return
	}
	out.made(string([]byte{c}), int(p.from[j]), int(p.to[j]))
}

// find returns where in the page the letters begin; -1 if nowhere.
func (p *page) find(letters []byte, cursor int, places map[[gram]byte][]int32) int {
	if n := matching(letters, p.letters[min(cursor, len(p.letters)):]); n >= gram || n == len(letters) {
		return cursor
	}
	if len(letters) < gram {
		near := p.letters[min(cursor, len(p.letters)):min(cursor+smallReach, len(p.letters))]
		if i := bytes.Index(near, letters); i >= 0 && len(letters) > 2 {
			return cursor + i
		}
		return -1
	}
	best, length := -1, 0
	for _, s := range places[[gram]byte(letters[:gram])] {
		n := matching(letters[:min(len(letters), compareTo)], p.letters[s:])
		if n > length || n == length && best < cursor && int(s) >= cursor {
			best, length = int(s), n
		}
	}
	return best
}

// matching returns how many bytes a and b have in common at their beginnings,
// whole characters only.
func matching(a, b []byte) int {
	n := min(len(a), len(b))
	i := 0
	for i < n && a[i] == b[i] {
		i++
	}
	for i > 0 && i < len(a) && a[i]&0xC0 == 0x80 {
		i--
	}
	return i
}
