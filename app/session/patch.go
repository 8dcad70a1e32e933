package session

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"time"

	"briefline/app/briefing"
)

// patch is the difference of two briefings. It holds what one has and what the
// other has in its place, so it goes both ways.
type patch struct {
	fields []string // of briefing.Briefing that differ, other than lists of items
	hunks  []hunk   // by list in the order of the model, then by place
	// before and after hold those fields, and in each list the items of its
	// hunks, one after the other.
	before, after *briefing.Briefing
}

// hunk is a run of items in one list that others stand for.
type hunk struct {
	List string `json:"list"`
	At   int    `json:"at"`  // of the first, in the list before
	Cut  int    `json:"cut"` // items before
	Put  int    `json:"put"` // items after
	// For the same source before and after: how many bytes at both ends of the
	// text are the same, which the patch leaves out, and whether the sentences
	// are, likewise.
	Head  int  `json:"head,omitempty"`
	Tail  int  `json:"tail,omitempty"`
	Spans bool `json:"spans,omitempty"`
}

var errHunk = errors.New("step does not fit the briefing")

// lists are the lists of items in a briefing: fields that hold structs with an ID.
var lists, singles = func() (lists, singles []int) {
	t := reflect.TypeFor[briefing.Briefing]()
	for i := range t.NumField() {
		f := t.Field(i).Type
		if f.Kind() == reflect.Slice && f.Elem().Kind() == reflect.Struct {
			lists = append(lists, i)
		} else {
			singles = append(singles, i)
		}
	}
	return lists, singles
}()

func fieldName(i int) string { return reflect.TypeFor[briefing.Briefing]().Field(i).Name }

func (p *patch) empty() bool { return len(p.fields) == 0 && len(p.hunks) == 0 }

// compare returns what makes after of before. It shares items with both.
func compare(before, after *briefing.Briefing) *patch {
	p := &patch{before: &briefing.Briefing{Version: briefing.Version}, after: &briefing.Briefing{Version: briefing.Version}}
	b, a := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	toB, toA := reflect.ValueOf(p.before).Elem(), reflect.ValueOf(p.after).Elem()
	for _, i := range singles {
		if fieldName(i) != "Version" && !equal(b.Field(i), a.Field(i)) {
			p.fields = append(p.fields, fieldName(i))
			toB.Field(i).Set(b.Field(i))
			toA.Field(i).Set(a.Field(i))
		}
	}
	for _, i := range lists {
		hunks := compareLists(b.Field(i), a.Field(i))
		shift := 0
		for k := range hunks {
			h := &hunks[k]
			h.List = fieldName(i)
			toB.Field(i).Set(reflect.AppendSlice(toB.Field(i), b.Field(i).Slice(h.At, h.At+h.Cut)))
			toA.Field(i).Set(reflect.AppendSlice(toA.Field(i), a.Field(i).Slice(h.At+shift, h.At+shift+h.Put)))
			shift += h.Put - h.Cut
		}
		p.hunks = append(p.hunks, hunks...)
	}
	p.shorten()
	return p
}

// compareLists finds the runs that differ. Items that keep their order are told
// apart by ID; where the order changes, one hunk holds all from there on.
func compareLists(before, after reflect.Value) (hunks []hunk) {
	n, m := before.Len(), after.Len()
	tail := 0
	for tail < min(n, m) && equal(before.Index(n-1-tail), after.Index(m-1-tail)) {
		tail++
	}
	n, m = n-tail, m-tail
	put := func(at, cut, ins int) {
		if k := len(hunks) - 1; k >= 0 && hunks[k].At+hunks[k].Cut == at && hunks[k].Cut != hunks[k].Put {
			hunks[k].Cut += cut
			hunks[k].Put += ins
			return
		}
		hunks = append(hunks, hunk{At: at, Cut: cut, Put: ins})
	}
	var has, had map[string]bool
	i, j := 0, 0
	for i < n && j < m {
		if equal(before.Index(i), after.Index(j)) {
			i, j = i+1, j+1
			continue
		}
		if has == nil {
			had, has = ids(before.Slice(i, n)), ids(after.Slice(j, m))
		}
		b, a := itemID(before.Index(i)), itemID(after.Index(j))
		switch {
		case b == a:
			put(i, 1, 1)
			i, j = i+1, j+1
		case !has[b]:
			put(i, 1, 0)
			i++
		case !had[a]:
			put(i, 0, 1)
			j++
		default:
			put(i, n-i, m-j)
			return hunks
		}
	}
	if i < n || j < m {
		put(i, n-i, m-j)
	}
	return hunks
}

func itemID(v reflect.Value) string { return v.FieldByName("ID").String() }

func ids(list reflect.Value) map[string]bool {
	out := make(map[string]bool, list.Len())
	for i := range list.Len() {
		out[itemID(list.Index(i))] = true
	}
	return out
}

// shorten leaves out of a source's text what it has before and after alike.
func (p *patch) shorten() {
	at, to := 0, 0
	for k := range p.hunks {
		h := &p.hunks[k]
		if h.List != "Sources" {
			continue
		}
		if h.Cut == 1 && h.Put == 1 {
			b, a := &p.before.Sources[at], &p.after.Sources[to]
			h.Head, h.Tail = common(b.Text, a.Text)
			b.Text, a.Text = b.Text[h.Head:len(b.Text)-h.Tail], a.Text[h.Head:len(a.Text)-h.Tail]
			if slices.Equal(b.Sentences, a.Sentences) && len(b.SpanExtra) == 0 && len(a.SpanExtra) == 0 {
				h.Spans, b.Sentences, a.Sentences = true, nil, nil
			}
		}
		at, to = at+h.Cut, to+h.Put
	}
}

// common returns how many bytes at the start and at the end two texts share, cut
// between characters and not overlapping.
func common(a, b string) (head, tail int) {
	n := min(len(a), len(b))
	for head < n && a[head] == b[head] {
		head++
	}
	for head > 0 && (!startsRune(a, head) || !startsRune(b, head)) {
		head--
	}
	for tail < n-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for tail > 0 && !(startsRune(a, len(a)-tail) && startsRune(b, len(b)-tail)) {
		tail--
	}
	return head, tail
}

func startsRune(s string, i int) bool { return i == len(s) || s[i]&0xC0 != 0x80 }

// apply returns b with the patch put on it, or taken back. b stays as it is, and
// the result shares with it what does not differ. An error means that the patch
// is not one of b.
func (p *patch) apply(b *briefing.Briefing, undo bool) (*briefing.Briefing, error) {
	out := *b
	from, to := p.before, p.after
	if undo {
		from, to = to, from
	}
	was, is := reflect.ValueOf(from).Elem(), reflect.ValueOf(to).Elem()
	v := reflect.ValueOf(&out).Elem()
	for _, name := range p.fields {
		v.FieldByName(name).Set(is.FieldByName(name))
	}
	for _, i := range lists {
		hunks := slices.DeleteFunc(slices.Clone(p.hunks), func(h hunk) bool { return h.List != fieldName(i) })
		if len(hunks) == 0 {
			continue
		}
		list, err := splice(v.Field(i), was.Field(i), is.Field(i), hunks, undo)
		if err != nil {
			return nil, err
		}
		v.Field(i).Set(list)
	}
	return &out, nil
}

// splice returns list with the items of each hunk exchanged: those of was, which
// must stand there, for those of is.
func splice(list, was, is reflect.Value, hunks []hunk, undo bool) (reflect.Value, error) {
	out := reflect.MakeSlice(list.Type(), 0, list.Len()+is.Len())
	done, cutAt, putAt, shift := 0, 0, 0, 0
	for _, h := range hunks {
		at, cut, put := h.At, h.Cut, h.Put
		if undo {
			at, cut, put = h.At+shift, h.Put, h.Cut
			shift += h.Put - h.Cut
		}
		if at < done || at+cut > list.Len() || cutAt+cut > was.Len() || putAt+put > is.Len() {
			return out, errHunk
		}
		out = reflect.AppendSlice(out, list.Slice(done, at))
		for k := range cut {
			if itemID(list.Index(at+k)) != itemID(was.Index(cutAt+k)) {
				return out, errHunk
			}
		}
		for k := range put {
			item := is.Index(putAt + k)
			if src, ok := item.Interface().(briefing.Source); ok && cut == 1 && put == 1 {
				old := list.Index(at).Interface().(briefing.Source)
				if h.Head+h.Tail > len(old.Text) {
					return out, errHunk
				}
				src.Text = old.Text[:h.Head] + src.Text + old.Text[len(old.Text)-h.Tail:]
				if h.Spans {
					src.Sentences = old.Sentences
				}
				item = reflect.ValueOf(src)
			}
			out = reflect.Append(out, item)
		}
		done, cutAt, putAt = at+cut, cutAt+cut, putAt+put
	}
	if cutAt != was.Len() || putAt != is.Len() {
		return out, errHunk
	}
	return reflect.AppendSlice(out, list.Slice(done, list.Len())), nil
}

// check reports whether the hunks of a patch that was read make sense.
func (p *patch) check() error {
	known := map[string]bool{}
	for _, i := range singles {
		known[fieldName(i)] = true
	}
	delete(known, "Version")
	for _, name := range p.fields {
		if !known[name] {
			return fmt.Errorf("%w: unknown field", errHunk)
		}
	}
	for _, h := range p.hunks {
		const most = 1 << 40
		isList := slices.ContainsFunc(lists, func(i int) bool { return fieldName(i) == h.List })
		for _, n := range []int{h.At, h.Cut, h.Put, h.Head, h.Tail} {
			isList = isList && 0 <= n && n < most
		}
		if !isList {
			return fmt.Errorf("%w: unknown hunk", errHunk)
		}
	}
	return nil
}

// ids returns the IDs that the patch is about; see [Change]. whole is that of
// the briefing.
func (p *patch) ids(whole string) []string {
	seen := map[string]bool{}
	for _, b := range []*briefing.Briefing{p.before, p.after} {
		v := reflect.ValueOf(b).Elem()
		for _, i := range lists {
			for id := range ids(v.Field(i)) {
				seen[id] = true
			}
		}
		for _, name := range p.fields {
			switch f := v.FieldByName(name).Interface().(type) {
			case briefing.Line:
				seen[f.ID] = true
			case briefing.Review, time.Time: // the first has IDs of its own, the second goes with every edit
			default:
				seen[whole] = true
			}
		}
	}
	for _, id := range decided(p.before.Review, p.after.Review) {
		seen[id] = true
	}
	delete(seen, "")
	return slices.Sorted(maps.Keys(seen))
}
