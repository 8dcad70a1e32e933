package session

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Every message that the package names is in the catalog.
func TestMessages(t *testing.T) {
	raw, err := os.ReadFile("../../assets/i18n/en.json")
	must(t, err)
	var catalog map[string]any
	must(t, json.Unmarshal(raw, &catalog))
	used := map[string]bool{}
	for _, kind := range []string{"title", "bottom-line", "key-point", "source", "event", "participant", "statement", "check", "note"} {
		used["edit.delete-"+kind] = true
		if kind != "participant" {
			used["edit."+kind+"-text"] = true
		}
	}
	for _, f := range []SourceField{FieldHeadline, FieldPublisher, FieldByline, FieldPlace, FieldAddress, FieldLanguage} {
		used["edit.source-"+string(f)] = true
	}
	files, err := filepath.Glob("*.go")
	must(t, err)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		must(t, err)
		ast.Inspect(parsed, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, _ := strconv.Unquote(lit.Value); strings.HasPrefix(text, "edit.error.") && !strings.HasSuffix(text, ".") {
					used[text] = true
				}
			}
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			at, head := map[string]int{"step": 0, "refuse": 0, "decide": 1, "editEvent": 1, "setEventDate": 1, "editStatement": 1, "editParticipant": 1}, "edit."
			fun, ok := call.Fun.(*ast.Ident)
			if !ok {
				return true
			}
			k, ok := at[fun.Name]
			if !ok {
				return true
			}
			if fun.Name == "refuse" {
				head = "edit.error."
			}
			if lit, ok := call.Args[k].(*ast.BasicLit); ok {
				text, _ := strconv.Unquote(lit.Value)
				used[head+text] = !strings.HasSuffix(text, "-")
			}
			return true
		})
	}
	if len(used) < 70 {
		t.Errorf("found %d messages, want all", len(used))
	}
	for id, whole := range used {
		if _, ok := catalog[id]; !ok && whole {
			t.Errorf("message %q is not in the catalog", id)
		}
	}
}
