// Command train makes the model that names are found with:
//
//	train [-check] SETS LISTS MODEL
//
// SETS holds the marked texts, ner.*.jsonl; LISTS the word lists.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"runtime/pprof"
	"strings"
	"time"

	"briefline/app/names"
)

var showErrors int

func main() {
	flag.IntVar(&showErrors, "errors", 0, "")
	o := names.Usual
	cross := flag.Bool("cross", false, "leave each set out in turn, and print how the rest does on it")
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "on the squares of the weights")
	flag.IntVar(&o.Rounds, "rounds", o.Rounds, "over all texts")
	flag.IntVar(&o.Rows, "rows", o.Rows, "how many features to keep")
	flag.Uint64Var(&o.Seed, "seed", o.Seed, "")
	only := flag.String("only", "", "with -cross: only leave out these sets")
	without := flag.String("without", "", "")
	prof := flag.String("prof", "", "")
	flag.Parse()
	if err := run(flag.Args(), o, *cross, *only, *without, *prof); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, o names.Options, cross bool, only, without, prof string) error {
	sets, err := readSets(args[0])
	if err != nil {
		return err
	}
	lists, err := readLists(args[1])
	if err != nil {
		return err
	}
	if prof != "" {
		f, _ := os.Create(prof)
		pprof.StartCPUProfile(f)
		defer pprof.StopCPUProfile()
	}
	if cross {
		return leaveOut(sets, lists, o, only, without)
	}
	var all []names.Example
	for _, s := range sets {
		all = append(all, s.examples()...)
	}
	begin := time.Now()
	model := names.Train(all, lists, o)
	fmt.Printf("trained on %d texts in %.0f s: %d bytes, sha256 %x\n", len(all), time.Since(begin).Seconds(), len(model), sha256.Sum256(model))
	return os.WriteFile(args[2], model, 0o644)
}

func lines(b []byte) []string { return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") }
