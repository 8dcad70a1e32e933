package views

import (
	"context"
	"testing"

	"briefline/app/briefing"
	"briefline/app/library"
)

// The same article a second time is not put into the library without a question.
func TestArticleTwice(t *testing.T) {
	f, c := shelved(t, "First")
	ctx := context.Background()
	size := func() int {
		n, err := f.work.lib.Size(ctx, library.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	again := func() {
		b := entitled(t, "again", "Drafted again")
		f.work.keep([]*briefing.Briefing{b})
		c.until(t, "the question", func() bool { return f.notice.Visible() && len(ways(f)) == 3 })
		if size() != 1 {
			t.Fatalf("%d briefings before the answer", size())
		}
	}
	again()
	way(t, f, "Open that one")
	again()
	way(t, f, "Add as a new version")
	c.until(t, "the new version", func() bool { return f.work.session.Briefing().Title.Text == "Drafted again" })
	if size() != 1 {
		t.Errorf("%d briefings, want one with two versions", size())
	}
	again()
	way(t, f, "Keep both")
	c.until(t, "both", func() bool { return size() == 2 })
	other := entitled(t, "other", "Another")
	other.Sources[0].Text += " And more."
	f.work.keep([]*briefing.Briefing{other})
	c.until(t, "another article without a question", func() bool { return size() == 3 })
}
