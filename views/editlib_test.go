package views

import (
	"context"
	"slices"
	"testing"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// kept is a window over a library of its own, in which the bundled briefing is
// open.
func kept(t *testing.T) (*Frame, thread) {
	t.Helper()
	f := editing(t)
	c := make(thread, 1000)
	f.post = func(do func()) { c <- do }
	ctx := context.Background()
	lib, err := library.Open(ctx, t.TempDir()+"/briefline.db", library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f.work = newWorkspace(f, lib)
	t.Cleanup(func() {
		if err := f.work.close(); err != nil {
			t.Error(err)
		}
	})
	id, revision, err := lib.Add(ctx, bishkek(t))
	if err != nil {
		t.Fatal(err)
	}
	f.work.open(bishkek(t), id, revision, nil)
	return f, c
}

// remembered is the repairs that the library holds, as kind and name.
func remembered(t *testing.T, f *Frame) (out []string) {
	t.Helper()
	list, err := f.work.lib.Repairs(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range list {
		out = append(out, string(r.Kind)+" "+r.Name+" "+r.Target)
	}
	slices.Sort(out)
	return out
}

// The library remembers who is who for the next draft, and forgets what was
// undone.
func TestRepairsAreRemembered(t *testing.T) {
	f, c := kept(t)
	const old, name = "Kashkar Junushaliev", "Kashkar Dzhunushaliev"
	f.forms.Edit(pick(panels.KindParticipant, "junushaliev"))
	fill(t, f, "form.name", name)
	save(t, f)
	want := []string{"rename " + old + " " + name}
	if got := remembered(t, f); !slices.Equal(got, want) {
		t.Fatalf("remembered %q, want %q", got, want)
	}
	press(t, f, &fyne.ShortcutUndo{})
	if got := remembered(t, f); len(got) != 0 {
		t.Errorf("undone: remembered %q, want nothing", got)
	}
	press(t, f, &fyne.ShortcutRedo{})
	if got := remembered(t, f); !slices.Equal(got, want) {
		t.Errorf("redone: remembered %q, want %q", got, want)
	}
	menuOf(t, f, pick(panels.KindParticipant, "isil"), "menu.notParticipant")
	// The next draft is right from the start, on the screen and in the library.
	f.work.keep([]*briefing.Briefing{bishkek(t)})
	c.until(t, "the next draft", func() bool { return now(f).ParticipantByID("isil") == nil })
	b := now(f)
	if b.ParticipantByID("isil") != nil || b.ParticipantByID("junushaliev").Name != name {
		t.Errorf("the next draft has %v and %q, want neither repaired anew", b.ParticipantByID("isil"), b.ParticipantByID("junushaliev").Name)
	}
	stored, _, err := f.work.lib.Briefing(context.Background(), f.work.id)
	if err != nil || stored.ParticipantByID("junushaliev").Name != name {
		t.Errorf("the library has %v, %v", stored, err)
	}
}

// A saved edit is in the library at once.
func TestEditIsSaved(t *testing.T) {
	f, _ := kept(t)
	f.forms.EditMarking()
	fill(t, f, "form.markingText", "Embargoed")
	save(t, f)
	f.work.flush()
	b, _, err := f.work.lib.Briefing(context.Background(), f.work.id)
	if err != nil || b.Marking != "Embargoed" {
		t.Errorf("the library has the marking %q, %v, want Embargoed", b.Marking, err)
	}
}
