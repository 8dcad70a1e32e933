package main

import "strings"

// grant is a text that comes beside a licence and is none by itself, or only
// repeats those of other modules.
const grant = "grant"

// spdx names the licence of a text by its SPDX identifier, "" when it is none
// of those that we know and may ship with. Each has words that no other of them
// has; the order matters where one text contains another's words.
func spdx(text string) string {
	words := " " + strings.ToLower(strings.Join(strings.Fields(text), " ")) + " "
	has := func(phrases ...string) bool {
		for _, p := range phrases {
			if !strings.Contains(words, p) {
				return false
			}
		}
		return true
	}
	switch {
	case has("python software foundation license version 2"): // mentions the next for a case that is not ours
		return "Python-2.0"
	case has("scowl (spell checker oriented word lists)"):
		return "LicenseRef-SCOWL"
	case strings.HasPrefix(words, " # third-party licenses "): // of modernc.org/sqlite: what it links is under MIT and BSD
		return grant
	case has("the author disclaims copyright to this source code"), has("sqlite", "dedicated to the public domain"):
		return "blessing"
	case has("gnu general public license"), has("gnu lesser general public license"), has("gnu affero"):
		return ""
	case has("additional ip rights grant (patents)"):
		return grant
	case has("sil open font license version 1.1"):
		return "OFL-1.1"
	case has("bitstream vera fonts copyright"):
		return "Bitstream-Vera"
	case has("apache license", "version 2.0"), has("apache license 2.0"):
		return "Apache-2.0"
	case has("mozilla public license", "2.0"):
		return "MPL-2.0"
	case has("this software is provided 'as-is', without any express or implied warranty", "altered source versions must be plainly marked"):
		return "Zlib"
	case has("permission to use, copy, modify, and/or distribute this software for any purpose"),
		has("permission to use, copy, modify, and distribute this software for any purpose"):
		return "ISC"
	case has("without written agreement and without license or royalty fees", "harfbuzz"):
		return "MIT-Modern-Variant"
	case has("permission is hereby granted, free of charge, to any person obtaining a copy"):
		return "MIT"
	case has("redistribution and use in source and binary forms", "neither the name"),
		has("redistribution and use in source and binary forms", "be used to endorse or promote products"):
		return "BSD-3-Clause"
	case has("redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	case has("this is free and unencumbered software released into the public domain"):
		return "Unlicense"
	case has("cc0 1.0 universal"):
		return "CC0-1.0"
	}
	return ""
}
