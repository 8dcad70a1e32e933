package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"briefline/app/names"
)

// score counts names: right in span and kind, and right in kind with some
// overlap.
type score struct{ gold, found, exact, relaxed int }

func measure(examples []names.Example, tag func(names.Example) []names.Name) (s score) {
	for _, x := range examples {
		got := tag(x)
		s.gold += len(x.Names)
		s.found += len(got)
		used := map[int]bool{}
		for _, g := range x.Names {
			over := -1
			for i, n := range got {
				if n == g {
					s.exact++
					over = i
					break
				}
				if !used[i] && over < 0 && n.Kind == g.Kind && n.Start < g.End && g.Start < n.End {
					over = i
				}
			}
			if over >= 0 && !used[over] {
				used[over] = true
				s.relaxed++
			}
		}
	}
	return s
}

func f1(right, found, gold int) float64 { return 2 * float64(right) / float64(max(1, found+gold)) }

func (s score) String() string {
	return fmt.Sprintf("%.3f %.3f %.3f / %.3f", float64(s.exact)/float64(max(1, s.found)), float64(s.exact)/float64(max(1, s.gold)),
		f1(s.exact, s.found, s.gold), f1(s.relaxed, s.found, s.gold))
}

// mistakes returns the commonest names that were missed or made up, a line each.
func mistakes(examples []names.Example, tag func(i int) []names.Name, most int) (lines []string) {
	count := map[string]int{}
	for i, x := range examples {
		got := tag(i)
		for _, g := range x.Names {
			if !slices.Contains(got, g) {
				count[fmt.Sprintf("missed %d %q", g.Kind, x.Text[g.Start:g.End])]++
			}
		}
		for _, n := range got {
			if !slices.Contains(x.Names, n) {
				count[fmt.Sprintf("found  %d %q", n.Kind, x.Text[n.Start:n.End])]++
			}
		}
	}
	keys := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	for _, k := range keys[:min(most, len(keys))] {
		lines = append(lines, fmt.Sprintf("%d %s", count[k], k))
	}
	return lines
}
