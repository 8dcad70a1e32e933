package library

import (
	"strings"
	"testing"
)

func TestTyping(t *testing.T) {
	l := openTemp(t)
	ctx := t.Context()
	for _, step := range []struct{ place, text string }{{"new", "An art"}, {"form", "Words"}, {"new", "An article"}, {"form", ""}} {
		if err := l.SetTyping(ctx, step.place, step.text); err != nil {
			t.Fatal(err)
		}
	}
	got, err := l.Typing(ctx)
	if err != nil || len(got) != 1 || got[0].Place != "new" || got[0].Text != "An article" || got[0].At.IsZero() {
		t.Errorf("got %+v, %v, want the last of the article", got, err)
	}
}

// A text is known again by its words, whatever stands between them, and by all of
// them.
func TestSameText(t *testing.T) {
	l := openTemp(t)
	ctx := t.Context()
	b := newCorpus(2).briefing(0)
	id := add(t, l, b)
	text := b.Sources[0].Text
	for in, want := range map[string]string{
		text: id, strings.ReplaceAll(text, " ", "\n "): id, text + " More.": "", text[:len(text)/2]: "", "": "", "?!": "", `"` + text: "",
	} {
		if got, err := l.SameText(ctx, in); err != nil || got != want {
			t.Errorf("%.30q: got %q, %v, want %q", in, got, err, want)
		}
	}
	if err := l.Trash(ctx, id); err != nil {
		t.Fatal(err)
	}
	if got, err := l.SameText(ctx, text); err != nil || got != "" {
		t.Errorf("in the trash: got %q, %v", got, err)
	}
}
