// Command icons renders the drawings in script/packaging/icons to the sizes that the
// systems want, with rsvg-convert (Debian: librsvg2-bin). It writes
//
//	assets/icon.png                       what the window shows
//	script/packaging/icons/rendered/NAME-N.png   N pixels square, for Linux
//	script/packaging/icons/rendered/NAME.ico     for Windows
//	script/packaging/icons/rendered/NAME.icns    for macOS
//
// The results are kept in the repository, so that packaging needs no renderer.
// A drawing NAME-16.svg or NAME-24.svg, on the pixels of that size, goes before
// NAME.svg.
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	drawings = "script/packaging/icons"
	rendered = drawings + "/rendered"
)

var (
	linuxSizes   = []int{16, 24, 32, 48, 64, 96, 128, 256, 512}
	windowsSizes = []int{16, 20, 24, 32, 40, 48, 64, 96, 128, 256}
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "icons:", err)
		os.Exit(1)
	}
}

func run() error {
	if err := os.MkdirAll(rendered, 0o755); err != nil {
		return err
	}
	for _, name := range []string{"briefline", "document"} {
		for _, size := range linuxSizes {
			png, err := render(name, size, "")
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(rendered, fmt.Sprintf("%s-%d.png", name, size)), png, 0o644); err != nil {
				return err
			}
		}
		ico, err := windowsIcon(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(rendered, name+".ico"), ico, 0o644); err != nil {
			return err
		}
		icns, err := macIcon(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(rendered, name+".icns"), icns, 0o644); err != nil {
			return err
		}
	}
	png, err := render("briefline", 512, "")
	if err != nil {
		return err
	}
	return os.WriteFile("assets/icon.png", png, 0o644)
}

// render returns a PNG, size pixels square. A viewBox that is not empty takes
// the place of the large drawing's own.
func render(name string, size int, viewBox string) ([]byte, error) {
	file := filepath.Join(drawings, name+".svg")
	if small := map[int]int{16: 16, 20: 24, 24: 24}[size]; small > 0 {
		file = filepath.Join(drawings, fmt.Sprintf("%s-%d.svg", name, small))
		viewBox = ""
	}
	svg, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if viewBox != "" {
		const own = `viewBox="0 0 512 512"`
		if !strings.Contains(string(svg), own) {
			return nil, fmt.Errorf("%s: has no %s", file, own)
		}
		svg = []byte(strings.Replace(string(svg), own, `viewBox="`+viewBox+`"`, 1))
	}
	side := strconv.Itoa(size)
	cmd := exec.Command("rsvg-convert", "-w", side, "-h", side)
	cmd.Stdin = bytes.NewReader(svg)
	png, err := cmd.Output()
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		return nil, fmt.Errorf("%s: %w: %s", file, err, failed.Stderr)
	}
	return png, err
}

// windowsIcon returns an ICO file with PNGs inside, as Windows reads them since
// Vista. Form: a header of 6 bytes, 16 bytes for each image, the images.
func windowsIcon(name string) ([]byte, error) {
	var head, body bytes.Buffer
	put := func(b *bytes.Buffer, values ...any) {
		for _, v := range values {
			_ = binary.Write(b, binary.LittleEndian, v) // a Buffer never fails
		}
	}
	put(&head, uint16(0), uint16(1), uint16(len(windowsSizes)))
	offset := 6 + 16*len(windowsSizes)
	for _, size := range windowsSizes {
		png, err := render(name, size, "")
		if err != nil {
			return nil, err
		}
		// 256 is written as 0.
		put(&head, uint8(size), uint8(size), uint8(0), uint8(0), uint16(1), uint16(32), uint32(len(png)), uint32(offset+body.Len()))
		body.Write(png)
	}
	return append(head.Bytes(), body.Bytes()...), nil
}

// macIcon returns an ICNS file: a header and, for each size, a four-letter type,
// a length and a PNG. Apple's icons keep a margin of a tenth on each side.
func macIcon(name string) ([]byte, error) {
	var body bytes.Buffer
	for _, image := range []struct {
		kind string
		size int
	}{{"icp4", 16}, {"icp5", 32}, {"ic11", 32}, {"ic12", 64}, {"ic07", 128}, {"ic13", 256}, {"ic08", 256}, {"ic14", 512}, {"ic09", 512}, {"ic10", 1024}} {
		viewBox := "-42 -42 596 596"
		if name != "briefline" { // a page fills the height
			viewBox = ""
		}
		png, err := render(name, image.size, viewBox)
		if err != nil {
			return nil, err
		}
		body.WriteString(image.kind)
		_ = binary.Write(&body, binary.BigEndian, uint32(8+len(png)))
		body.Write(png)
	}
	head := bytes.NewBufferString("icns")
	_ = binary.Write(head, binary.BigEndian, uint32(8+body.Len()))
	return append(head.Bytes(), body.Bytes()...), nil
}
