// Command train makes the model that names are found with:
//
//	train [-cross] SETS LISTS MODEL
//
// SETS is the folder of the marked texts, ner.*.jsonl, LISTS that of the word
// lists, MODEL the file to write, packed by gzip. The same input gives the same model, whose
// SHA-256 is printed. With -cross nothing is written: each set is left out in
// turn, and how a model of the others does on it is printed.
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"briefline/app/names"
)

func main() {
	o := names.Usual
	cross := flag.Bool("cross", false, "leave each set out in turn, and print how the rest does on it")
	only := flag.String("only", "", "with -cross: leave out only these `sets`, with commas between")
	print := flag.Bool("marked", false, "write the texts of the sets with their names to standard output, as lines of JSON, and train nothing")
	hold := flag.String("hold", "", "keep out the documents that the network of this `file` did not learn, and print how both together do on them")
	wrong := flag.Int("wrong", 0, "with -cross: print so `many` of the commonest mistakes")
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "on the squares of the weights")
	flag.IntVar(&o.Rounds, "rounds", o.Rounds, "over all texts")
	flag.IntVar(&o.Rows, "rows", o.Rows, "how many features to keep")
	flag.Uint64Var(&o.Seed, "seed", o.Seed, "of the order of the texts")
	flag.Parse()
	if err := run(flag.Args(), o, *cross, *print, *hold, *only, *wrong); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, o names.Options, cross, print bool, hold, only string, wrong int) error {
	if len(args) != 3 {
		return errors.New("give the folder of sets, that of lists, and the model")
	}
	sets, err := readSets(args[0])
	if err != nil {
		return err
	}
	lists, err := readLists(args[1])
	if err != nil {
		return err
	}
	if print {
		return writeMarked(os.Stdout, sets)
	}
	if hold != "" {
		return holdOut(sets, lists, o, hold, wrong)
	}
	if cross {
		return leaveOut(sets, lists, o, only, wrong)
	}
	var all []names.Example
	for _, s := range sets {
		all = append(all, s.examples()...)
	}
	begin := time.Now()
	model := names.Train(all, lists, o)
	fmt.Printf("trained on %d texts in %.0f s: %d bytes, sha256 %x\n", len(all), time.Since(begin).Seconds(), len(model), sha256.Sum256(model))
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(model); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(args[2], packed.Bytes(), 0o644)
}

func lines(b []byte) []string { return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") }
