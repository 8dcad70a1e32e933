package library

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"briefline/app/briefing"
)

// child runs this test program as another process that does one thing to the
// library at path.
func child(t *testing.T, what, path string, args ...string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, args...)
	cmd.Env = append(os.Environ(), "BRIEFLINE_LIBRARY_CHILD="+what, "BRIEFLINE_LIBRARY_PATH="+path)
	cmd.Stderr = os.Stderr
	return cmd
}

// runChild is the other process. It returns the exit status.
func runChild(what string) int {
	path := os.Getenv("BRIEFLINE_LIBRARY_PATH")
	err := map[string]func(string) error{
		"edit": childEdits, "write": childWrites, "hold": childHolds, "full": childFills, "unwritable": childUnwritable,
	}[what](path)
	if err != nil {
		fmt.Fprintln(os.Stderr, what, err)
		return 1
	}
	return 0
}

const childBriefings = 3

// childEdits edits three briefings through a queue for as long as it lives. Each
// edit counts up, and is told on standard output once it is saved: "ack 1 17".
func childEdits(path string) error {
	ctx := context.Background()
	l, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	q := NewQueue(l, nil)
	go q.Run(ctx)
	fmt.Println("ready")
	var out sync.Mutex
	var each sync.WaitGroup
	for n := range childBriefings {
		id := fmt.Sprintf("b%06d", n)
		b, base, err := l.Briefing(ctx, id)
		if err != nil {
			return err
		}
		count := edits(b)
		each.Go(func() {
			for {
				count++
				b = b.Clone()
				b.Events[0].Note = fmt.Sprint("edit ", count)
				b.Statements[count%10].Words = fmt.Sprint("These words changed ", count)
				saved := make(chan Saved, 1)
				q.Put(Pending{Edit{ID: id, Briefing: b, Base: base, History: []byte(b.Events[0].Note)}, func(s Saved) { saved <- s }})
				s := <-saved
				out.Lock()
				if s.Err != nil {
					fmt.Println("failed", n, s.Err)
				} else {
					fmt.Println("ack", n, count)
				}
				out.Unlock()
				if n == 0 && count%5 == 0 {
					_ = l.Tidy(ctx) // be killed while the log is moved, too
				}
			}
		})
	}
	each.Wait()
	return nil
}

func edits(b *briefing.Briefing) (count int) {
	fmt.Sscanf(b.Events[0].Note, "edit %d", &count)
	return count
}

// The process is killed a hundred times at any moment. Each time every edit that
// it said was saved is there, and the library is whole.
func TestKill(t *testing.T) {
	rounds := killRounds
	if long() {
		rounds = 2000
	}
	if testing.Short() {
		rounds = 10
	}
	path := filepath.Join(t.TempDir(), FileName)
	l, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := newCorpus(9)
	for n := range childBriefings {
		add(t, l, c.briefing(n))
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	acknowledged, before := 0, [childBriefings]int{}
	for round := range rounds {
		// Every other time only after an edit was acknowledged: on a busy machine the
		// process would otherwise be gone before it has done anything.
		acked := killed(t, path, time.Duration(random.IntN(120_000))*time.Microsecond, round%2 == 1)
		l, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		var report string
		if err := l.read.row(t.Context(), "PRAGMA integrity_check", nil, &report); err != nil || report != "ok" {
			t.Fatalf("round %d: integrity: %s %v", round, report, err)
		}
		for n := range childBriefings {
			id := fmt.Sprintf("b%06d", n)
			b, revision := current(t, l, id)
			if got := edits(b); got < acked[n] {
				t.Errorf("round %d: %s has edit %d, and %d was acknowledged", round, id, got, acked[n])
			}
			if history, err := l.History(t.Context(), id); err != nil || string(history) != b.Events[0].Note {
				t.Errorf("round %d: history %q beside %q, %v", round, history, b.Events[0].Note, err)
			}
			if kept, err := l.Revision(t.Context(), id, revision); err != nil || file(t, kept) != file(t, b) {
				t.Errorf("round %d: %s: the revision is not the briefing: %v", round, id, err)
			}
			if hits, err := l.Search(t.Context(), fmt.Sprint("changed ", edits(b)), Filter{}); edits(b) > 0 && (err != nil || !contains(hitIDs(hits), id)) {
				t.Errorf("round %d: the full text lags behind %s: %v", round, id, err)
			}
			if acked[n] > 0 {
				acknowledged += acked[n] - before[n]
			}
			before[n] = edits(b)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d kills, %d edits acknowledged", rounds, acknowledged)
	if acknowledged == 0 {
		t.Error("no edit was ever acknowledged: nothing was tested")
	}
}

func hitIDs(hits []Hit) (out []string) {
	for _, h := range hits {
		out = append(out, h.ID)
	}
	return out
}

// killed starts the editing process, kills it some time after its first word, or
// with acknowledged after the first edit that it said was saved, and returns the
// last such edit of each briefing.
func killed(t *testing.T, path string, after time.Duration, acknowledged bool) (acked [childBriefings]int) {
	t.Helper()
	cmd := child(t, "edit", path)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(pipe)
	begun := false
	kill := func() {
		if !begun {
			begun = true
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
	}
	for lines.Scan() {
		var n, count int
		line := lines.Text()
		if acknowledged == strings.HasPrefix(line, "ack") {
			kill()
		}
		switch {
		case line == "ready":
		case strings.HasPrefix(line, "ack"):
			if _, err := fmt.Sscanf(line, "ack %d %d", &n, &count); err == nil {
				acked[n] = max(acked[n], count)
			}
		default:
			t.Error(line)
		}
	}
	_ = cmd.Wait() // it was killed
	return acked
}

const childSaves = 60

// childWrites saves one briefing of its own and one that is everybody's.
func childWrites(path string) error {
	ctx := context.Background()
	l, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	defer l.Close()
	own, _, err := l.Add(ctx, small("own", "Mine 0"))
	if err != nil {
		return err
	}
	conflicts, err := writeBoth(ctx, l, own)
	fmt.Println("conflicts", conflicts, own)
	return err
}

func writeBoth(ctx context.Context, l *Library, own string) (conflicts int, err error) {
	for n := 1; n <= childSaves; n++ {
		if _, err := l.Save(ctx, own, small("own", fmt.Sprint("Mine ", n)), int64(n)); err != nil {
			return conflicts, err
		}
		b, revision, err := l.Briefing(ctx, "shared")
		if err != nil {
			return conflicts, err
		}
		b.Title.Text = fmt.Sprint("By ", own, " ", n)
		_, err = l.Save(ctx, "shared", b, revision)
		if errors.Is(err, ErrConflict) {
			conflicts++
		} else if err != nil {
			return conflicts, err
		}
	}
	return conflicts, nil
}

// Two processes write at once: nobody gets an error but the conflicts that are
// there, and nothing of either is lost.
func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	l, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	add(t, l, small("shared", "Shared"))
	mine := add(t, l, small("own", "Mine 0"))
	_, since, err := l.Changes(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	cmd := child(t, "write", path)
	out := new(strings.Builder)
	cmd.Stdout = out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	conflicts, err := writeBoth(t.Context(), l, mine)
	if err != nil {
		t.Error(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	var theirs int
	var their string
	if _, err := fmt.Sscanf(out.String(), "conflicts %d %s", &theirs, &their); err != nil {
		t.Fatalf("%q: %v", out, err)
	}
	for _, id := range []string{mine, their} {
		if b, revision := current(t, l, id); b.Title.Text != fmt.Sprint("Mine ", childSaves) || revision != childSaves+1 {
			t.Errorf("%s: got %q, revision %d", id, b.Title.Text, revision)
		}
	}
	revisions, err := l.Revisions(t.Context(), "shared")
	if err != nil {
		t.Fatal(err)
	}
	refused, titles := 0, map[string]bool{}
	for _, v := range revisions {
		titles[v.Title] = true
		if v.Kind == KindConflict {
			refused++
		}
	}
	if len(titles) != 2*childSaves+1 || refused != conflicts+theirs {
		t.Errorf("got %d versions, %d of them refused, want %d and %d", len(titles), refused, 2*childSaves+1, conflicts+theirs)
	}
	changes, _, err := l.Changes(t.Context(), since)
	if err != nil {
		t.Fatal(err)
	}
	foreign := 0
	for _, c := range changes {
		if !c.Own {
			foreign++
		}
	}
	if want := 2*childSaves + 1; foreign != want {
		t.Errorf("got %d changes of the other process, want %d", foreign, want)
	}
}

// childHolds keeps the library locked until its standard input ends.
func childHolds(path string) error {
	l, err := Open(context.Background(), path, Options{})
	if err != nil {
		return err
	}
	return l.transact(context.Background(), func(t *txn) error {
		fmt.Println("held")
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
		return nil
	})
}

func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	l, err := Open(t.Context(), path, Options{Patience: 30 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	add(t, l, small("a", "First"))
	cmd := child(t, "hold", path)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
		t.Fatalf("got %q, %v", line, err)
	}
	if _, err := l.Save(t.Context(), "a", small("a", "Second"), 1); !errors.Is(err, ErrLocked) || Problem(err) != ProblemLocked {
		t.Errorf("save: got %v, want ErrLocked", err)
	}
	if b, _ := current(t, l, "a"); b.Title.Text != "First" { // readers do not wait
		t.Errorf("got %q", b.Title.Text)
	}
	if _, err := Open(t.Context(), path, Options{Patience: 30 * time.Millisecond}); !errors.Is(err, ErrLocked) {
		t.Errorf("open: got %v, want ErrLocked", err)
	}
	r, err := OpenReadOnly(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := list(t, r, Filter{}); len(got) != 1 {
		t.Errorf("read-only beside a writer: got %q", got)
	}
	if err := errors.Join(r.Close(), in.Close(), cmd.Wait()); err != nil {
		t.Error(err)
	}
	if _, err := l.Save(t.Context(), "a", small("a", "Second"), 1); err != nil {
		t.Errorf("after the lock was given back: %v", err)
	}
}
