package assets

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
)

func TestEmbeddedTextsHaveNoFault(t *testing.T) {
	if _, err := english(); err != nil {
		t.Fatal(err)
	}
	if len(Keys()) == 0 {
		t.Fatal("there is no text at all")
	}
}

func TestEveryTextFileIsEmbedded(t *testing.T) {
	onDisk, err := filepath.Glob("texts/en/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range onDisk {
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := fs.ReadFile(englishTexts, filepath.ToSlash(name))
		if err != nil {
			t.Errorf("%s is not embedded: %v", name, err)
		} else if string(got) != string(want) {
			t.Errorf("%s is embedded with another content", name)
		}
	}
}

func TestLookUp(t *testing.T) {
	const known, unknown = "program.name", "program.no_such_key"
	if got := T(known); got != "3P Sales Simulator" {
		t.Errorf("T(%q) = %q", known, got)
	}
	if !Has(known) || Has(unknown) {
		t.Errorf("Has(%q), Has(%q) = %v, %v, want true, false", known, unknown, Has(known), Has(unknown))
	}
	if got, want := T(unknown), "⟦program.no_such_key⟧"; got != want {
		t.Errorf("T(%q) = %q, want %q", unknown, got, want)
	}
	if got, want := F(unknown, 1), "⟦program.no_such_key⟧"; got != want {
		t.Errorf("F(%q) = %q, want %q", unknown, got, want)
	}
	if keys := Keys(); !slices.IsSorted(keys) || !slices.Contains(keys, known) {
		t.Errorf("Keys() is unsorted or lacks %q", known)
	}
}

func TestReadTextsMergesFilesAndNestedTables(t *testing.T) {
	table, err := readTexts(fstest.MapFS{
		"en/a.toml": {Data: []byte("[page]\ntitle = 'One'\n[page.button]\nrun = 'Run %d'\n")},
		"en/b.toml": {Data: []byte("page.subtitle = 'Two'\n'param.rep.ramp'.label = 'Ramp'\n")},
	}, "en")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"page.title": "One", "page.button.run": "Run %d", "page.subtitle": "Two", "param.rep.ramp.label": "Ramp",
	}
	for key, text := range want {
		if table[key] != text {
			t.Errorf("%s = %q, want %q", key, table[key], text)
		}
	}
	if len(table) != len(want) {
		t.Errorf("%d texts, want %d: %v", len(table), len(want), table)
	}
}

func TestReadTextsNamesEveryFault(t *testing.T) {
	_, err := readTexts(fstest.MapFS{
		"en/a.toml": {Data: []byte("title = 'One'\ncount = 3\nblank = ' '\n")},
		"en/b.toml": {Data: []byte("title = 'Two'\n")},
		"en/c.toml": {Data: []byte("ok = 'yes'\nbroken = \n")},
	}, "en")
	if err == nil {
		t.Fatal("four faults pass without an error")
	}
	for _, want := range []string{
		"en/a.toml: count is int64",
		"en/a.toml: blank is empty",
		"en/b.toml: title is defined in en/a.toml already",
		"read texts of en/c.toml: line 2",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not say %q:\n%v", want, err)
		}
	}
	if _, err := readTexts(fstest.MapFS{}, "en"); err == nil {
		t.Error("a folder without texts passes without an error")
	}
}

// TestKeysAreWellFormed keeps keys to what can be written in code without doubt.
func TestKeysAreWellFormed(t *testing.T) {
	for _, key := range Keys() {
		for _, part := range strings.Split(key, ".") {
			bad := strings.IndexFunc(part, func(r rune) bool {
				return r > unicode.MaxASCII || (!unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-')
			})
			if part == "" || bad >= 0 {
				t.Errorf("key %q: use letters, digits, _ and - between the dots", key)
			}
		}
	}
}
