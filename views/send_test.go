package views

import (
	"errors"
	"fmt"
	"testing"

	"briefline/app/i18n"
	"briefline/assets"
)

// Every failure of the printer has words, and they say what to do or to expect.
func TestPrinterFailuresAreWorded(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range failures {
		if !words.Has(f.id) {
			t.Errorf("%v: no message %s", f.err, f.id)
		}
		if seen[f.id] {
			t.Errorf("%v: message %s stands for two failures", f.err, f.id)
		}
		seen[f.id] = true
		if got := failure(fmt.Errorf("print %q: %w", "x", f.err)); got != f.id {
			t.Errorf("%v: message = %q, want %q", f.err, got, f.id)
		}
	}
	if got := failure(errors.New("something else")); got != "" {
		t.Errorf("an error without words: message = %q, want none", got)
	}
	if got := failure(nil); got != "" {
		t.Errorf("no error: message = %q, want none", got)
	}
}
