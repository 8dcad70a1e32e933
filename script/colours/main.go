// Command colours tells whether a picture shows what it should: each of the
// colours must fill at least a hundred of its pixels.
//
//	colours PICTURE.png RRGGBB...
//
// The exit status is 1 when a colour is missing, which it names.
package main

import (
	"fmt"
	"image"
	_ "image/png"
	"os"
	"strings"
)

const least = 100

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: colours PICTURE.png RRGGBB...")
		os.Exit(2)
	}
	missing, err := find(os.Args[1], os.Args[2:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "colours:", err)
		os.Exit(2)
	}
	if len(missing) > 0 {
		fmt.Fprintln(os.Stderr, "colours: missing:", strings.Join(missing, " "))
		os.Exit(1)
	}
}

// find returns those of the colours that the picture lacks.
func find(name string, colours []string) (missing []string, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	picture, _, err := image.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	counts := map[string]int{}
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			counts[string([]byte{byte(r >> 8), byte(g >> 8), byte(b >> 8)})]++
		}
	}
	for _, colour := range colours {
		var r, g, b byte
		if _, err := fmt.Sscanf(colour, "%02X%02X%02X", &r, &g, &b); err != nil {
			return nil, fmt.Errorf("%q is no colour: %w", colour, err)
		}
		if counts[string([]byte{r, g, b})] < least {
			missing = append(missing, colour)
		}
	}
	return missing, nil
}
