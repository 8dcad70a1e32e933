// Package assets holds the files that are built into the program: fonts,
// messages, models, the bundled briefing and the schema of the file form. The
// packages that use a file read it from here; what is large and not needed at the
// start is built in packed.
package assets

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"io/fs"
)

//go:embed syntax/en.safetensors
var syntax string

//go:embed syntax/en.lemmas
var lemmas string

//go:embed fonts/*.ttf i18n/*.json words/en.bin words/*/*.txt models/*.json names/names.model.gz event/en.tsv bishkek.briefing briefing.schema.json licences.txt.gz icon.png
var files embed.FS

// Fonts returns the folder of font files (TrueType, subset by script/fonts),
// NotoSans-Regular.ttf and so on, as typeset.Open wants it.
func Fonts() fs.FS { return sub("fonts") }

// I18n returns the folder of messages, TAG.json each, as i18n.Load wants it.
func I18n() fs.FS { return sub("i18n") }

// Words returns the English word list (packed by script/make-words), as
// package wordlist reads it.
func Words() []byte { return file("words/en.bin") }

// Lexicon returns the folder of words by class, a folder for each language, as
// lexicon.Read wants it.
func Lexicon() fs.FS { return sub("words") }

// Bishkek returns the bundled briefing in the .briefing file form.
func Bishkek() []byte { return file("bishkek.briefing") }

// Schema returns the JSON Schema (2020-12) of the .briefing file form.
func Schema() []byte { return file("briefing.schema.json") }

// Names returns the model that names are found with, as names.ReadModel wants it
// (made by script/train-names).
func Names() []byte { return unpacked("names/names.model.gz") }

// Syntax returns the networks that sentences are read with, as syntax.ReadModel
// wants them (made by script/train). They lie in the program's file and cost no
// memory until they are read.
func Syntax() string { return syntax }

// Lemmas returns the endings by which the base form of an English word is found, as
// syntax.ReadModel wants them (made by script/train).
func Lemmas() string { return lemmas }

// Model returns a scorer's weights by their name, as scorer.Read wants them; a
// program that asks for one that is not built in panics.
func Model(name string) []byte {
	data, err := files.ReadFile("models/" + name + ".json")
	if err != nil {
		panic(err)
	}
	return data
}

// Events returns the weights that events are chosen with, as event.ReadModel wants
// them (made by script/train-events).
func Events() []byte { return file("event/en.tsv") }

// Licences returns the licences of the work by others that is built in, in the
// form that about.ReadLicences reads. script/licences writes them, and
// licences.txt beside them for people.
func Licences() string { return string(unpacked("licences.txt.gz")) }

// Icon returns the program's icon, a PNG of 512 by 512 pixels drawn by
// script/icons from script/packaging/icons/briefline.svg.
func Icon() []byte { return file("icon.png") }

func sub(name string) fs.FS {
	f, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // the name is no path
	}
	return f
}

// unpacked returns a file that is built in packed (gzip, RFC 1952).
func unpacked(name string) []byte {
	r, err := gzip.NewReader(bytes.NewReader(file(name)))
	if err != nil {
		panic(err) // the file was built in
	}
	data, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	return data
}

func file(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err) // the name is not in the list above
	}
	return b
}
