package library

import "testing"

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
