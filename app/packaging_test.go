package app

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const packaging = "../script/packaging/"

// What FyneApp.toml says of the program, its packages say too, each in the form
// of its system.
func TestPackagesAgree(t *testing.T) {
	toml := read(t, "../FyneApp.toml")
	id, name := tomlWord(t, toml, "ID"), tomlWord(t, toml, "Name")
	mime := tomlWord(t, toml, "MimeTypes")
	linux := packaging + "linux/" + id
	desktop := read(t, linux+".desktop")
	for _, line := range []string{
		"Name=" + name,
		"GenericName=" + tomlWord(t, toml, "GenericName"),
		"Comment=" + tomlWord(t, toml, "Comment"),
		"Categories=" + strings.Join(tomlWords(t, toml, "Categories"), ";") + ";",
		"Keywords=" + strings.Join(tomlWords(t, toml, "Keywords"), ";") + ";",
		"Exec=briefline " + tomlWord(t, toml, "ExecParams"),
		"MimeType=" + mime + ";",
		"Icon=" + id,
		"StartupWMClass=" + name, // the window's title, by which X knows it
	} {
		if !slices.Contains(strings.Split(desktop, "\n"), line) {
			t.Errorf("the desktop entry has no line %q", line)
		}
	}
	for file, words := range map[string][]string{
		linux + ".xml":                      {mime, "*.briefing"},
		linux + ".metainfo.xml":             {"<id>" + id + "</id>", "<mediatype>" + mime + "</mediatype>", "<launchable type=\"desktop-id\">" + id + ".desktop<", `version="@version@"`},
		packaging + "macos/Info.plist":      {"<string>" + id + "</string>", "<string>" + mime + "</string>", "<string>briefing</string>", "<string>@version@</string>", "<string>@build@</string>"},
		packaging + "windows/installer.nsi": {`"` + id + `"`, mime, `Classes\.briefing`},
	} {
		text := read(t, file)
		for _, word := range words {
			if !strings.Contains(text, word) {
				t.Errorf("%s: does not say %q", file, word)
			}
		}
		if strings.HasSuffix(file, "nsi") {
			continue
		}
		for d := xml.NewDecoder(strings.NewReader(text)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", file, err)
				break
			}
		}
	}
	if icon := tomlWord(t, toml, "Icon"); read(t, "../"+icon) != read(t, packaging+"icons/rendered/briefline-512.png") {
		t.Errorf("%s is not the drawing's; draw both anew: go run ./script/icons", icon)
	}
}

// The Windows resources name files that are there.
func TestWindowsResources(t *testing.T) {
	var res struct {
		Icons    map[string]map[string]string `json:"RT_GROUP_ICON"`
		Manifest map[string]map[string]string `json:"RT_MANIFEST"`
	}
	if err := json.Unmarshal([]byte(read(t, packaging+"windows/winres.json")), &res); err != nil {
		t.Fatal(err)
	}
	if len(res.Icons) != 2 || len(res.Manifest) != 1 {
		t.Errorf("got %d icons and %d manifests, want 2 and 1", len(res.Icons), len(res.Manifest))
	}
	for _, kind := range []map[string]map[string]string{res.Icons, res.Manifest} {
		for _, languages := range kind {
			for _, file := range languages {
				read(t, filepath.Join(packaging, "windows", file))
			}
		}
	}
}

// Programs are built with the same tags wherever flags are written down.
func TestTagsAgree(t *testing.T) {
	tags := regexp.MustCompile(`(?m)^shared_tags=(\S+)$`).FindStringSubmatch(read(t, "../script/lib.sh"))
	if tags == nil {
		t.Fatal("script/lib.sh sets no shared_tags")
	}
	builds := regexp.MustCompile(`\{"(\w+)", "\w+", "([\w,]+)"\}`).FindAllStringSubmatch(read(t, "../script/licences/collect.go"), -1)
	if len(builds) < 5 {
		t.Fatalf("script/licences names %d builds, want those of all packages", len(builds))
	}
	for _, b := range builds {
		want := tags[1]
		if b[1] == "linux" {
			want = "x11," + want
		}
		if b[2] != want {
			t.Errorf("script/licences: %s has tags %s, want %s as in script/lib.sh", b[1], b[2], want)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// tomlWord returns the string that a line of the file gives a name.
func tomlWord(t *testing.T, toml, name string) string {
	t.Helper()
	m := regexp.MustCompile(`(?m)^` + name + ` = "([^"]*)"$`).FindStringSubmatch(toml)
	if m == nil {
		t.Fatalf("FyneApp.toml has no %s", name)
	}
	return m[1]
}

func tomlWords(t *testing.T, toml, name string) (words []string) {
	t.Helper()
	m := regexp.MustCompile(`(?m)^` + name + ` = \[(.*)\]$`).FindStringSubmatch(toml)
	if m == nil {
		t.Fatalf("FyneApp.toml has no %s", name)
	}
	for _, w := range regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(m[1], -1) {
		words = append(words, w[1])
	}
	return words
}
