// Package lexicon holds what words are, by lemma and class: verbs of saying with
// what they govern, offices, kin, bodies, titles. Its texts stand in assets/words,
// a folder for each language, with their sources; the README there has the form.
package lexicon

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"briefline/assets"
)

// ErrForm is returned for a file of words that is not in their form. The error
// that wraps it names the file and the line.
var ErrForm = errors.New("not a list of words")

// Lexicon is the words of one language. It is never changed after it was read, so
// that several may use it at once.
type Lexicon struct {
	classes map[string]*Class
}

// Class is one list of words with their marks.
type Class struct {
	words map[string][]string
}

// English returns the built-in lexicon of English; the first call reads it.
var English = sync.OnceValue(func() *Lexicon {
	l, err := Read(assets.Lexicon(), "en")
	if err != nil {
		panic(err) // the files were built in, and a test reads them
	}
	return l
})

// Read reads the folder of a language: each file "NAME.txt" is the class NAME.
// The error is that of the file system or wraps ErrForm.
func Read(files fs.FS, language string) (*Lexicon, error) {
	names, err := fs.Glob(files, language+"/*.txt")
	if err != nil {
		return nil, err
	}
	l := &Lexicon{classes: map[string]*Class{}}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		c, err := readClass(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s:%w", name, err)
		}
		l.classes[strings.TrimSuffix(path.Base(name), ".txt")] = c
	}
	return l, nil
}

func readClass(text string) (*Class, error) {
	c := &Class{words: map[string][]string{}}
	lines := bufio.NewScanner(strings.NewReader(text))
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if n == 1 && !strings.HasPrefix(line, "#") {
			return nil, fmt.Errorf("%d: %w: no source", n, ErrForm)
		}
		if line == "" || line[0] == '#' {
			continue
		}
		words, marks, _ := strings.Cut(line, ":")
		m := slices.Clip(strings.Fields(marks))
		for w := range strings.SplitSeq(words, ",") {
			w = strings.TrimSpace(w)
			if w == "" {
				return nil, fmt.Errorf("%d: %w: an empty word", n, ErrForm)
			}
			if _, twice := c.words[w]; twice {
				return nil, fmt.Errorf("%d: %w: %q stands twice", n, ErrForm, w)
			}
			c.words[w] = m
		}
	}
	return c, lines.Err()
}

// Class returns a class by its name; an empty one where there is none.
func (l *Lexicon) Class(name string) *Class {
	if c := l.classes[name]; c != nil {
		return c
	}
	return &Class{}
}

// Has reports whether a lemma is of the class and, where marks are given, has one
// of them.
func (c *Class) Has(lemma string, marks ...string) bool {
	has, ok := c.words[lemma]
	if !ok || len(marks) == 0 {
		return ok
	}
	for _, m := range marks {
		if slices.Contains(has, m) {
			return true
		}
	}
	return false
}

// Marks returns the marks of a lemma, nil where it has none or is not of the
// class. The caller must not change them.
func (c *Class) Marks(lemma string) []string { return c.words[lemma] }

// Words returns the lemmas of the class, sorted.
func (c *Class) Words() []string {
	out := make([]string, 0, len(c.words))
	for w := range c.words {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}
