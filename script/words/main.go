// Command words packs the word lists of SCOWL into assets/words/en.bin, which
// package wordlist reads. Usage: words FOLDER OUTPUT, where FOLDER is
// /usr/share/dict/scowl of Debian's package scowl.
//
// The form: the letters "BLW1", then two lists, common words and all others.
// Each is its length and the differences between its sorted hashes (FNV-1a, 32
// bits), all as unsigned varints. Hashes and not words, because the program
// only asks whether a word is known, and starts in no time: one word in 25,000
// that is none passes for known.
package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// The lists: SCOWL's sizes, of the English, American and British spellings.
// Size 35 is what its author recommends for small dictionaries, 70 for large
// ones; beyond that stand words that are more often misprints of others.
var (
	common   = []string{"10", "20", "35"}
	rest     = []string{"40", "50", "55", "60", "70"}
	spelling = []string{"english", "american", "british", "british_z", "variant_1"}
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: words FOLDER OUTPUT")
		os.Exit(2)
	}
	out := []byte("BLW1")
	known := map[uint32]bool{}
	for _, sizes := range [][]string{common, rest} {
		hashes, err := read(os.Args[1], sizes, known)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(len(hashes), "words of sizes", strings.Join(sizes, ", "))
		out = binary.AppendUvarint(out, uint64(len(hashes)))
		last := uint32(0)
		for _, h := range hashes {
			out = binary.AppendUvarint(out, uint64(h-last))
			last = h
		}
	}
	if err := os.WriteFile(os.Args[2], out, 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// read returns the sorted hashes of the words that are not yet known.
func read(folder string, sizes []string, known map[uint32]bool) ([]uint32, error) {
	var hashes []uint32
	for _, size := range sizes {
		for _, s := range spelling {
			f, err := os.Open(filepath.Join(folder, s+"-words."+size))
			if err != nil {
				return nil, err
			}
			lines := bufio.NewScanner(f)
			for lines.Scan() {
				var word strings.Builder
				for _, b := range lines.Bytes() {
					word.WriteRune(rune(b)) // ISO 8859-1
				}
				w := word.String()
				if strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) >= 0 {
					continue // possessives: the reader cuts them off
				}
				h := fnv.New32a()
				h.Write([]byte(w))
				if sum := h.Sum32(); !known[sum] {
					known[sum] = true
					hashes = append(hashes, sum)
				}
			}
			f.Close()
			if err := lines.Err(); err != nil {
				return nil, err
			}
		}
	}
	slices.Sort(hashes)
	return hashes, nil
}
