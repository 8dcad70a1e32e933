//go:build unix

// Command firstframe measures how long programs take from their start to the
// first painted frame, how much processor time and how much memory that costs.
//
// Each program is started in turn, the given number of times, with
// BRIEFLINE_FIRST_FRAME=exit in its environment. It prints a line that begins
// with "first-frame" on standard error once the frame stands, and ends. The
// clock is this program's own, the same for all: from before the start to the
// line's arrival.
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

// run is what one start cost.
type run struct {
	wall, cpu time.Duration
	peak      int64 // bytes resident at most
}

func main() {
	runs := flag.Int("runs", 15, "starts of each program")
	flag.Parse()
	if flag.NArg() == 0 || *runs < 1 {
		fmt.Fprintln(os.Stderr, "usage: firstframe [-runs N] PROGRAM [YARDSTICK]...")
		os.Exit(2)
	}
	if err := measure(flag.Args(), *runs); err != nil {
		fmt.Fprintln(os.Stderr, "firstframe:", err)
		os.Exit(1)
	}
}

func measure(programs []string, runs int) error {
	home, err := os.MkdirTemp("", "firstframe")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	if err := os.Mkdir(cacheOf(home), 0o700); err != nil {
		return err
	}
	results := make([][]run, len(programs))
	for n := range runs + 1 {
		for i, program := range programs {
			r, err := start(program, home)
			if err != nil {
				return fmt.Errorf("%s: %w", filepath.Base(program), err)
			}
			if n > 0 { // the first start of each reads its file from the disk
				results[i] = append(results[i], r)
			}
		}
	}
	return table(programs, results, runs)
}

func cacheOf(home string) string { return filepath.Join(home, "cache") }

func start(program, home string) (run, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, program)
	cmd.Env = append(os.Environ(), "BRIEFLINE_FIRST_FRAME=exit",
		"XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+cacheOf(home))
	stderr, err := cmd.StderrPipe()
	if err != nil {
		return run{}, err
	}
	var r run
	var output bytes.Buffer
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		return run{}, err
	}
	for lines := bufio.NewScanner(stderr); lines.Scan(); {
		if r.wall == 0 && strings.HasPrefix(lines.Text(), "first-frame") {
			r.wall = time.Since(begin)
			continue
		}
		fmt.Fprintln(&output, lines.Text())
	}
	err = cmd.Wait()
	if r.wall == 0 {
		return run{}, errors.Join(fmt.Errorf("ended without a first-frame line: %s", output.String()), err)
	}
	if err != nil {
		return run{}, err
	}
	r.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.peak = int64(usage.Maxrss)
		if runtime.GOOS != "darwin" { // kilobytes elsewhere
			r.peak *= 1024
		}
	}
	return r, nil
}

func table(programs []string, results [][]run, runs int) error {
	fmt.Printf("start to first painted frame, %d runs each in turn\n\n", runs)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tbest ms\tmedian ms\tCPU best ms\tCPU median ms\tpeak RSS MB\t")
	wall := func(r run) float64 { return float64(r.wall.Microseconds()) / 1000 }
	cpu := func(r run) float64 { return float64(r.cpu.Microseconds()) / 1000 }
	peak := func(r run) float64 { return float64(r.peak) / 1e6 }
	columns := func(rs []run) []float64 {
		return []float64{best(rs, wall), median(rs, wall), best(rs, cpu), median(rs, cpu), median(rs, peak)}
	}
	for i, program := range programs {
		fmt.Fprintf(w, "%s\t", filepath.Base(program))
		for _, v := range columns(results[i]) {
			fmt.Fprintf(w, "%.1f\t", v)
		}
		fmt.Fprintln(w)
	}
	for i := 1; i < len(programs); i++ {
		fmt.Fprintf(w, "ratio to %s\t", filepath.Base(programs[i]))
		yardstick := columns(results[i])
		for j, v := range columns(results[0]) {
			fmt.Fprintf(w, "%.2f\t", v/yardstick[j])
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

func sorted(rs []run, of func(run) float64) []float64 {
	values := make([]float64, len(rs))
	for i, r := range rs {
		values[i] = of(r)
	}
	slices.Sort(values)
	return values
}

func best(rs []run, of func(run) float64) float64 { return sorted(rs, of)[0] }

func median(rs []run, of func(run) float64) float64 {
	v := sorted(rs, of)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}
