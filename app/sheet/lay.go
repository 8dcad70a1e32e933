package sheet

import (
	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/typeset"
)

// Lay lays b out with the words and fonts given. The error is a *FaultsError
// when b does not validate.
func Lay(b *briefing.Briefing, words *i18n.Catalog, fonts *typeset.Fonts, o Options) (*Document, error) {
	if faults := b.Validate(); faults != nil {
		return nil, &FaultsError{faults}
	}
	return &Document{Root: &Node{Tag: TagDocument}}, nil
}
