//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"text/tabwriter"
	"time"
)

// cost is what one run took, with all the processes that it started.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes resident at most, of the largest process
	size      int64 // bytes of the PDF
}

// measure runs a command to its end.
func measure(cmd *exec.Cmd) (cost, error) {
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	begin := time.Now()
	err := cmd.Run()
	c := cost{wall: time.Since(begin)}
	if err != nil {
		return c, fmt.Errorf("%s: %w: %s", filepath.Base(cmd.Path), err, output.String())
	}
	c.add(cmd.ProcessState.SysUsage().(*syscall.Rusage))
	// What the program left behind has been handed to us, see adoptOrphans.
	for deadline := time.Now().Add(3 * time.Second); time.Now().Before(deadline); {
		var usage syscall.Rusage
		pid, err := syscall.Wait4(-1, nil, syscall.WNOHANG, &usage)
		switch {
		case errors.Is(err, syscall.ECHILD):
			return c, nil
		case pid > 0:
			c.add(&usage)
		default:
			time.Sleep(5 * time.Millisecond)
		}
	}
	return c, nil
}

func (c *cost) add(usage *syscall.Rusage) {
	c.cpu += time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
	peak := int64(usage.Maxrss)
	if runtime.GOOS != "darwin" { // kilobytes elsewhere
		peak *= 1024
	}
	c.peak = max(c.peak, peak)
}

// compare runs the programs in turn and prints a table.
func compare(d document, programs []yardstick, dir string) error {
	costs := make([][]cost, len(programs))
	outs := make([]string, len(programs))
	for n := range d.runs {
		for i, p := range programs {
			if n >= p.runs {
				continue
			}
			c, err := p.run(dir)
			if err != nil {
				return err
			}
			costs[i] = append(costs[i], c)
			outs[i] = p.out(dir)
		}
	}
	fmt.Printf("\n%s: a new process each, in turn; best of runs\n\n", d.name)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\truns\tpages\tCPU ms\tCPU median\twall ms\tpeak RSS MB\tKB\t")
	for i, p := range programs {
		count := "?"
		if n, ok := pages(outs[i]); ok {
			count = strconv.Itoa(n)
		}
		fmt.Fprintf(w, "%s\t%d\t%s\t", p.name, len(costs[i]), count)
		fmt.Fprintf(w, "%.0f\t%.0f\t%.0f\t%.0f\t%.1f\t\n", columns(costs[i])...)
	}
	for i, p := range programs[1:] {
		ours, theirs := columns(costs[0]), columns(costs[i+1])
		for k := range ours {
			ours[k] = ours[k].(float64) / theirs[k].(float64)
		}
		fmt.Fprintf(w, "ratio to %s\t\t\t", p.name)
		fmt.Fprintf(w, "%.3f\t%.3f\t%.3f\t%.2f\t%.2f\t\n", ours...)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if len(programs) < 3 {
		fmt.Println("not compared with what is not installed; Debian: apt-get install --no-install-recommends chromium weasyprint")
	}
	return nil
}

func (p yardstick) out(dir string) string { return filepath.Join(dir, p.name+".pdf") }

func (p yardstick) run(dir string) (cost, error) {
	scratch, err := os.MkdirTemp(dir, "run")
	if err != nil {
		return cost{}, err
	}
	defer os.RemoveAll(scratch)
	if err := os.Remove(p.out(dir)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return cost{}, err
	}
	c, err := measure(p.command(p.out(dir), scratch))
	if err != nil {
		return c, err
	}
	info, err := os.Stat(p.out(dir))
	if err != nil {
		return c, err
	}
	c.size = info.Size()
	return c, nil
}

// columns are a program's figures: CPU best and median in ms, wall best in ms,
// peak in MB, size in KB of 1,024.
func columns(costs []cost) []any {
	of := func(f func(cost) float64) []float64 {
		var all []float64
		for _, c := range costs {
			all = append(all, f(c))
		}
		slices.Sort(all)
		return all
	}
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	cpu := of(func(c cost) float64 { return ms(c.cpu) })
	wall := of(func(c cost) float64 { return ms(c.wall) })
	peak := of(func(c cost) float64 { return float64(c.peak) / 1e6 })
	size := of(func(c cost) float64 { return float64(c.size) / 1024 })
	return []any{cpu[0], cpu[len(cpu)/2], wall[0], peak[len(peak)/2], size[0]}
}

// warm prints the processor time of one document among many in one process: what
// fifty more files add to one.
func warm(program string, d document, dir string) error {
	const more = 50
	best := [2]time.Duration{}
	for range max(3, d.runs/3) {
		for i, files := range []int{1, 1 + more} {
			args := []string{"print", "-o", filepath.Join(dir, "warm")}
			for range files {
				args = append(args, d.file)
			}
			if files == 1 {
				args[2] += "/" // a folder too
			}
			c, err := measure(exec.Command(program, append(args, d.flags...)...))
			if err != nil {
				return err
			}
			if best[i] == 0 || c.cpu < best[i] {
				best[i] = c.cpu
			}
		}
	}
	each := (best[1] - best[0]) / more
	fmt.Printf("%s, warm (one more file in a run, read, laid out, written): %.1f ms CPU\n", d.name, float64(each.Microseconds())/1000)
	return nil
}
