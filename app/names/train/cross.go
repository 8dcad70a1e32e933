package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"briefline/app/names"
)

// leaveOut trains without each set in turn and prints how the model does on it.
func leaveOut(sets []set, lists names.Lists, o names.Options, only string, wrong int) error {
	fmt.Printf("%-10s %6s  %-26s %-26s\n", "left out", "names", "exact P R F1 / relaxed F1", "without document pass")
	var ea, er, ep, n float64
	for i, held := range sets {
		if only != "" && !slices.Contains(strings.Split(only, ","), held.name) {
			continue
		}
		var rest []names.Example
		for j, s := range sets {
			if j != i {
				rest = append(rest, s.examples()...)
			}
		}
		begin := time.Now()
		b := names.Train(rest, lists, o)
		seconds := time.Since(begin).Seconds()
		m, err := names.ReadModel(b)
		if err != nil {
			return err
		}
		examples := held.examples()
		with := func(m *names.Model) func(names.Example) []names.Name {
			return func(x names.Example) []names.Name { return m.Tag(x.Text, x.Sentences) }
		}
		a, p := measure(examples, with(m)), measure(examples, with(m.Plain()))
		for _, line := range mistakes(examples, func(i int) []names.Name { return with(m)(examples[i]) }, wrong) {
			fmt.Println(line)
		}
		ea, er, ep = ea+f1(a.exact, a.found, a.gold), er+f1(a.relaxed, a.found, a.gold), ep+f1(p.exact, p.found, p.gold)
		n++
		fmt.Printf("%-10s %6d  %v   %v   %.0f s, %d KB\n", held.name, a.gold, a, p, seconds, len(b)/1000)
	}
	fmt.Printf("mean of %.0f: exact %.4f relaxed %.4f, plain %.4f\n", n, ea/n, er/n, ep/n)
	return nil
}
