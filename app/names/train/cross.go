package main

import (
	"fmt"
	"strings"
	"time"

	"briefline/app/names"
)

// leaveOut trains without each set in turn and prints how the model does on it.
func leaveOut(sets []set, lists names.Lists, o names.Options, only string) error {
	fmt.Printf("%-10s %6s  %-26s %-26s\n", "left out", "names", "exact P R F1 / relaxed F1", "without document pass")
	for i, held := range sets {
		if only != "" && !strings.Contains(only, held.name) {
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
		a, p := measure(examples, m.Tag), measure(examples, m.Plain().Tag)
		fmt.Printf("%-10s %6d  %v   %v   %.0f s, %d KB\n", held.name, a.gold, a, p, seconds, len(b)/1000)
	}
	return nil
}
