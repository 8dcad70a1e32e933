package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	txt "briefline/app/text"

	"briefline/app/names"
	"briefline/app/syntax"
)

// set is a corpus.
type set struct {
	name string
	docs []doc
}

type doc struct {
	ID          string `json:"doc_id"`
	DCT         string // GUM and MEANTIME have one
	Text        string
	Annotations []annotation
}

type annotation struct {
	Start, End int // code points; bytes after readSets
	Type       string
	Conf       *float64 // how sure the annotators are; absent for those who are
}

// The sets that may be trained on, with the files of each. See CREDITS.md.
var files = []struct {
	set   string
	files []string
}{
	{"ewt", []string{"ewt_train", "ewt_dev", "ewt_test"}},
	{"gum", []string{"gum_open_train"}},
	{"wikigold", []string{"wikigold"}},
	{"wnut17", []string{"wnut17_train"}},
	{"meantime", []string{"meantime"}},
	{"re3d", []string{"re3d_open"}},
}

func readSets(dir string) (sets []set, err error) {
	for _, f := range files {
		s := set{name: f.set}
		for _, name := range f.files {
			b, err := os.ReadFile(filepath.Join(dir, "ner."+name+".jsonl"))
			if err != nil {
				return nil, err
			}
			r := bufio.NewReader(bytes.NewReader(b))
			for {
				line, err := r.ReadBytes('\n')
				if len(bytes.TrimSpace(line)) > 0 {
					var d doc
					if err := json.Unmarshal(line, &d); err != nil {
						return nil, err
					}
					d.toBytes()
					d.unspace()
					s.docs = append(s.docs, d)
				}
				if err != nil {
					break
				}
			}
		}
		if f.set == "gum" { // its news, apart: what an article is most like
			news := set{name: "gum-news"}
			for _, d := range s.docs {
				if strings.HasPrefix(d.ID, "GUM_news_") {
					news.docs = append(news.docs, d)
				}
			}
			s.docs = slices.DeleteFunc(s.docs, func(d doc) bool { return strings.HasPrefix(d.ID, "GUM_news_") })
			sets = append(sets, news)
		}
		sets = append(sets, s)
	}
	return sets, nil
}

// unspace takes back what a tokenizer did to names: "al - Khattab" was
// "al-Khattab", "O' Leary" was "O'Leary", and "US - led" was "US-led".
func (d *doc) unspace() {
	drop := map[int]bool{} // bytes to leave out
	for _, a := range d.Annotations {
		if kinds[a.Type] == 0 {
			continue
		}
		s := d.Text[a.Start:a.End]
		for i := range len(s) - 3 {
			if s[i:i+3] == " - " {
				drop[a.Start+i], drop[a.Start+i+2] = true, true
			}
			if s[i] == '\'' && s[i+1] == ' ' && i > 0 && s[i-1] == 'O' {
				drop[a.Start+i+1] = true
			}
		}
		rest, found := strings.CutPrefix(d.Text[a.End:], " - ")
		if r, _ := utf8.DecodeRuneInString(rest); found && unicode.IsLower(r) {
			drop[a.End], drop[a.End+2] = true, true
		}
	}
	if len(drop) == 0 {
		return
	}
	at := make([]int, len(d.Text)+1)
	var b strings.Builder
	for i := range len(d.Text) {
		at[i] = b.Len()
		if !drop[i] {
			b.WriteByte(d.Text[i])
		}
	}
	at[len(d.Text)] = b.Len()
	for i := range d.Annotations {
		a := &d.Annotations[i]
		a.Start, a.End = at[a.Start], at[a.End]
	}
	d.Text = b.String()
}

func (d *doc) toBytes() {
	var at []int
	for i := range d.Text {
		at = append(at, i)
	}
	at = append(at, len(d.Text))
	for i := range d.Annotations {
		a := &d.Annotations[i]
		a.Start, a.End = at[min(a.Start, len(at)-1)], at[min(a.End, len(at)-1)]
	}
}

var kinds = map[string]names.Kind{"PER": names.Person, "ORG": names.Organisation, "LOC": names.Place}

func (s *set) examples() (out []names.Example) {
	for _, d := range s.docs {
		out = append(out, names.Example{Text: d.Text, Sentences: sentences(d.Text), Names: d.names()})
	}
	return out
}

func sentences(text string) (out []syntax.Sentence) {
	for _, at := range txt.Sentences(text) {
		out = append(out, syntax.Sentence{Span: at})
	}
	return out
}

// titles stand before a person's name and are no part of it.
var titles = strings.Fields(`Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Lord Lady President Vice-President Vice
Prime Minister Ministers Secretary Foreign Defense Defence Deputy Under Assistant Special Advisor Adviser Ambassador Chancellor Senator Sen.
Rep. Gov. Governor Mayor King Queen Prince Princess Pope General Gen. Gen Lt. Lt Maj. Major Col. Colonel Brig. Brigadier Capt.
Captain Sgt. Staff Spc. Cpl. Adm. Admiral Rear Officer Petty Navy Army Judge Justice Presiding Chief Executive CEO HE Her His
Majesty Excellency Rt Hon Commander Office FCO Coach Chairman Director Sheikh Sheik Ayatollah Imam Mullah Hajji Haji`)

// names returns the names of a text, made alike: of those that overlap, the one
// that reads like a name; without article and title; states as places.
func (d *doc) names() (out []names.Name) {
	var found []names.Name
	for _, a := range d.Annotations {
		k, ok := kinds[a.Type]
		if !ok {
			continue
		}
		n := trim(d.Text, names.Name{Start: a.Start, End: a.End, Kind: k})
		if a.Conf != nil && *a.Conf < .5 && !d.within(a) {
			continue
		}
		if d.loose() && !likeName(d.Text[n.Start:n.End]) || slices.Contains(never, strings.ToLower(d.Text[n.Start:max(n.Start, n.End)])) {
			continue
		}
		if n.Kind == names.Person {
			if i := strings.Index(d.Text[n.Start:n.End], " of "); i > 0 {
				n.End = n.Start + i
			}
			if strings.HasPrefix(d.Text[n.Start:n.End], "of ") {
				continue
			}
		}
		if n.End <= n.Start {
			continue
		}
		found = append(found, n)
	}
	slices.SortStableFunc(found, func(a, b names.Name) int { return (a.End - a.Start) - (b.End - b.Start) })
	for _, n := range found {
		x := strings.ToLower(d.Text[n.Start:n.End])
		if demonyms[x] {
			continue
		}
		if countries[x] {
			n.Kind = names.Place
		}
		replaced := false
		for i, o := range out {
			if o.Start < n.End && n.Start < o.End {
				replaced = true
				// The outer one is longer: take it when it reads like a name.
				if o.Start >= n.Start && o.End <= n.End && n.Kind != names.Person && likeName(d.Text[n.Start:n.End]) && !strings.Contains(d.Text[n.Start:n.End], ",") {
					out[i] = n
				}
				break
			}
		}
		if !replaced {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b names.Name) int { return a.Start - b.Start })
	free := 0 // from where on no name stands yet
	return slices.DeleteFunc(out, func(n names.Name) bool {
		if n.Start < free {
			return true
		}
		free = n.End
		return false
	})
}

// loose reports whether the set marks phrases with a name in them as well:
// "the German magazine Der Spiegel".
func (d *doc) loose() bool { return d.DCT != "" || strings.HasPrefix(d.ID, "re3d") }

// within reports whether a lies in a surer annotation.
func (d *doc) within(a annotation) bool {
	for _, b := range d.Annotations {
		if b.Conf != nil && *b.Conf >= .5 && b.Start <= a.Start && a.End <= b.End && a != b {
			return true
		}
	}
	return false
}

func trim(text string, n names.Name) names.Name {
	for {
		s := text[n.Start:n.End]
		t := strings.TrimRight(s, " \n,;:")
		for _, suffix := range []string{"'s", "’s", "'", "’"} {
			t = strings.TrimSuffix(t, suffix)
		}
		n.End = n.Start + len(t)
		u := strings.TrimLeft(t, " \n(\"“'")
		n.Start += len(t) - len(u)
		word, _, more := strings.Cut(u, " ")
		if !more {
			return n
		}
		article := strings.EqualFold(word, "the") || strings.EqualFold(word, "a") || strings.EqualFold(word, "an")
		if article || n.Kind == names.Person && slices.Contains(titles, word) {
			n.Start += len(word)
			continue
		}
		if len(t) == len(s) && len(u) == len(t) {
			return n
		}
	}
}

// likeName reports whether a phrase begins and ends with a capital and has
// otherwise only small words that names are joined by.
func likeName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) || i > 0 && unicode.IsDigit(r) || strings.HasPrefix(w, "al-") {
			continue
		}
		if i == 0 || i == len(words)-1 || !slices.Contains([]string{"of", "for", "and", "the", "in", "on", "de", "la", "del", "al", "bin", "ibn", "van", "von", "da", "-", "&"}, w) {
			return false
		}
	}
	return true
}

// never are words that some sets mark and that name nothing by themselves.
var never = strings.Fields(`i we he she it they you his her our their my us them secretary minister president government federal army
navy may jan june april foreign defense abu ally page hope poet tsar north south east west court church street space terminal nation
parliament senate congress coalition`)

var countries, demonyms = map[string]bool{}, map[string]bool{}

func readLists(dir string) (l names.Lists, err error) {
	for _, f := range []struct {
		file string
		to   *[]string
	}{{"first.txt", &l.First}, {"last.txt", &l.Last}, {"countries.txt", &l.Countries}, {"regions.txt", &l.Regions},
		{"cities.txt", &l.Cities}, {"demonyms.txt", &l.Demonyms}, {"organisations.txt", &l.Bodies}, {"bodies.txt", &l.Bodies}} {
		b, err := os.ReadFile(filepath.Join(dir, f.file))
		if err != nil {
			return l, err
		}
		*f.to = append(*f.to, lines(b)...)
	}
	f, err := os.Open(filepath.Join(dir, "clusters.txt.gz"))
	if err != nil {
		return l, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return l, err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return l, err
	}
	l.Clusters = lines(b)
	for _, c := range l.Countries {
		countries[c] = true
	}
	for _, c := range l.Demonyms {
		demonyms[c] = true
	}
	return l, nil
}
