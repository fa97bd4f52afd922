package assets

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

//go:embed texts/en/*.toml
var englishTexts embed.FS

// english reads the embedded texts once, when the first of them is looked up.
var english = sync.OnceValues(func() (map[string]string, error) {
	return readTexts(englishTexts, "texts/en")
})

// T returns the text of a key. An unknown key comes back in white square brackets,
// so that a missing text is seen on the screen and found by a test.
func T(key string) string {
	if text, ok := lookUp(key); ok {
		return text
	}
	return missing(key)
}

// F returns the text of a key with its verbs filled in as fmt.Sprintf does. An
// unknown key is marked as T marks it, and its arguments are left out.
func F(key string, args ...any) string {
	text, ok := lookUp(key)
	if !ok {
		return missing(key)
	}
	return fmt.Sprintf(text, args...)
}

// Has reports whether there is a text for a key.
func Has(key string) bool {
	_, ok := lookUp(key)
	return ok
}

// Keys returns every key of the texts in alphabetical order.
func Keys() []string {
	table, _ := english()
	keys := make([]string, 0, len(table))
	for key := range table {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// lookUp leaves out the faults of the text files: a test holds the embedded texts
// to having none, and what could be read is still worth showing.
func lookUp(key string) (string, bool) {
	table, _ := english()
	text, ok := table[key]
	return text, ok
}

func missing(key string) string {
	return "⟦" + key + "⟧"
}

// readTexts merges all text files of a folder into one flat table and returns every
// fault it finds: a file that is not TOML, a value that is not text, an empty text,
// a key that two files define.
func readTexts(files fs.FS, folder string) (map[string]string, error) {
	names, err := fs.Glob(files, path.Join(folder, "*.toml"))
	if err != nil {
		return nil, fmt.Errorf("list the text files of %s: %w", folder, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("read texts: there is no *.toml in %s", folder)
	}
	table := make(map[string]string)
	origin := make(map[string]string)
	var faults []error
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			faults = append(faults, fmt.Errorf("read texts: %w", err))
			continue
		}
		var tree map[string]any
		if err := toml.Unmarshal(data, &tree); err != nil {
			faults = append(faults, fmt.Errorf("read texts of %s: %s", name, describe(err)))
			continue
		}
		flatten(tree, "", func(key string, value any) {
			text, isText := value.(string)
			switch {
			case !isText:
				faults = append(faults, fmt.Errorf("%s: %s is %T; a text belongs in quotes", name, key, value))
			case strings.TrimSpace(text) == "":
				faults = append(faults, fmt.Errorf("%s: %s is empty; write the text or remove the key", name, key))
			case origin[key] != "":
				faults = append(faults, fmt.Errorf("%s: %s is defined in %s already; keep one of them", name, key, origin[key]))
			default:
				table[key], origin[key] = text, name
			}
		})
	}
	return table, errors.Join(faults...)
}

// describe adds the line and column of a syntax error to its sentence.
func describe(err error) string {
	var syntax *toml.DecodeError
	if errors.As(err, &syntax) {
		line, column := syntax.Position()
		return fmt.Sprintf("line %d, column %d: %v", line, column, err)
	}
	return err.Error()
}

// flatten visits the leaves of nested tables in the order of their keys, with the
// keys on the way joined by dots.
func flatten(tree map[string]any, prefix string, visit func(key string, value any)) {
	names := make([]string, 0, len(tree))
	for name := range tree {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if branch, ok := tree[name].(map[string]any); ok {
			flatten(branch, prefix+name+".", visit)
			continue
		}
		visit(prefix+name, tree[name])
	}
}
