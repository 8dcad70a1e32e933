package main

import (
	"fmt"
	"hash/crc32"
	"os"
	"strings"

	"briefline/app/names"
	"briefline/app/syntax"
	"briefline/app/text"
	"briefline/assets"
)

// held reports whether a document is one that the network of script/train did not
// learn either when it was trained with --hold: script/train/names.py says the same.
func held(set string, d *doc) bool {
	switch set {
	case "ewt":
		return strings.HasPrefix(d.ID, "ewt_test")
	case "gum", "gum-news":
		return crc32.ChecksumIEEE([]byte(d.ID))%10 == 0
	}
	return set == "meantime" || set == "wikigold"
}

// holdOut trains on what is not held, and prints how the model does on what is:
// by itself, and together with the network of the file.
func holdOut(sets []set, lists names.Lists, o names.Options, network string, wrong int) error {
	b, err := os.ReadFile(network)
	if err != nil {
		return err
	}
	net, err := syntax.ReadModel(string(b), assets.Lemmas())
	if err != nil {
		return err
	}
	parser := syntax.NewParser(net)
	var learn []names.Example
	var test []set
	for _, s := range sets {
		out := set{name: s.name}
		rest := set{name: s.name}
		for _, d := range s.docs {
			if held(s.name, &d) {
				out.docs = append(out.docs, d)
			} else {
				rest.docs = append(rest.docs, d)
			}
		}
		learn = append(learn, rest.examples()...)
		if len(out.docs) > 0 {
			test = append(test, out)
		}
	}
	m, err := names.ReadModel(names.Train(learn, lists, o))
	if err != nil {
		return err
	}
	for _, s := range test {
		examples := s.examples()
		var alone, joined byKind
		var found [][]names.Name
		for _, x := range examples {
			alone.add(x, m.Tag(x.Text, x.Sentences))
			found = append(found, m.Tag(x.Text, parser.Parse(x.Text, text.Sentences(x.Text))))
			joined.add(x, found[len(found)-1])
		}
		fmt.Printf("%-9s alone %v   with the network %v\n", s.name, alone, joined)
		for _, line := range mistakes(examples, func(i int) []names.Name { return found[i] }, wrong) {
			fmt.Println(line)
		}
	}
	return nil
}

// byKind is a score for each kind and, at 0, for all.
type byKind [names.Place + 1]score

func (b *byKind) add(x names.Example, got []names.Name) {
	for k := range b {
		one := func(all []names.Name) (out []names.Name) {
			for _, n := range all {
				if k == 0 || n.Kind == names.Kind(k) {
					out = append(out, n)
				}
			}
			return out
		}
		y := x
		y.Names = one(x.Names)
		s := measure([]names.Example{y}, func(names.Example) []names.Name { return one(got) })
		b[k].gold += s.gold
		b[k].found += s.found
		b[k].exact += s.exact
		b[k].relaxed += s.relaxed
	}
}

func (b byKind) String() string {
	var out []string
	for k, name := range []string{"all", "PER", "ORG", "LOC"} {
		out = append(out, fmt.Sprintf("%s %.3f", name, f1(b[k].exact, b[k].found, b[k].gold)))
	}
	return strings.Join(out, " ")
}
