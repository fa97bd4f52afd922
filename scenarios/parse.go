package scenarios

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"threep/sim"
)

// maxFileBytes bounds what is read: a scenario or roster is far smaller.
const maxFileBytes = 64 << 20

// Load reads the scenario file at path. Where the file is at fault the error is
// a *FaultError with every fault.
func Load(path string) (*sim.Scenario, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading scenario: %w", err)
	}
	return Parse(data, path)
}

func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFileBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFileBytes {
		return nil, fmt.Errorf("%s is larger than %d MiB; this is not a file of this program", path, maxFileBytes>>20)
	}
	return data, nil
}

// Parse reads a scenario from the bytes of its file; name is the file's, for
// messages and, where the file gives none, for the scenario. Where the file is
// at fault the error is a *FaultError with every fault.
func Parse(data []byte, name string) (*sim.Scenario, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if f, ok := encodingFault(data); !ok {
		return nil, faultError(name, []Fault{f})
	}
	var tree map[string]any
	if err := toml.Unmarshal(data, &tree); err != nil {
		return nil, faultError(name, []Fault{syntaxFault(err)})
	}
	if tree == nil {
		tree = map[string]any{}
	}
	c := &checker{lines: readLines(data)}
	if final := c.schema(tree); final {
		return nil, faultError(name, c.faults)
	}
	s := Base()
	s.Name = stem(name)
	c.industry(tree, s)
	display := c.catalogue(tree, s)
	c.table("", tree, reflect.TypeFor[sim.Scenario]())
	if err := assign(tree, s); err != nil {
		c.add("", "%s", err)
	}
	c.validate(s, display)
	if err := faultError(name, c.faults); err != nil {
		return nil, err
	}
	return s, nil
}

// encodingFault says where data are not UTF-8 text.
func encodingFault(data []byte) (Fault, bool) {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return Fault{Line: 1, Message: "the file is UTF-16 text; save it as UTF-8"}, false
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return Fault{Message: "the file is not a text file", Reason: FaultBinary}, false
	}
	if utf8.Valid(data) {
		return Fault{}, true
	}
	line := 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		data = data[size:]
	}
	return Fault{Line: line, Message: "the file is not UTF-8 text from here on; save it as UTF-8"}, false
}

// syntaxFault puts what go-toml says of a malformed file into a fault.
func syntaxFault(err error) Fault {
	var d *toml.DecodeError
	if !errors.As(err, &d) {
		return Fault{Message: "cannot be read as TOML: " + strings.TrimPrefix(err.Error(), "toml: ")}
	}
	line, column := d.Position()
	return Fault{
		Line: line, Column: column, Path: strings.Join(d.Key(), "."),
		Message: "cannot be read as TOML: " + strings.TrimPrefix(d.Error(), "toml: "),
	}
}

// stem is a file's name without folder and ending.
func stem(path string) string {
	base := filepath.Base(filepath.ToSlash(path))
	if path == "" || base == "." || base == "/" {
		return ""
	}
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// industry applies the preset that the file names, before the file's own keys.
func (c *checker) industry(tree map[string]any, s *sim.Scenario) {
	organisation, ok := tree["organisation"].(map[string]any)
	if !ok {
		return
	}
	id, ok := organisation["industry"].(string)
	if !ok {
		return
	}
	preset, ok := LookupIndustry(id)
	if !ok {
		ids := industryIDs()
		hint := suggest(id, ids)
		if hint == "" {
			hint = "; use one of " + strings.Join(ids, ", ")
		}
		c.add("organisation.industry", "is %q, which is not a preset%s", id, hint)
		delete(organisation, "industry")
		return
	}
	preset.Apply(s)
}

func industryIDs() []string {
	var ids []string
	for _, p := range builtIn().industries {
		ids = append(ids, p.ID)
	}
	return ids
}

// validate adds what Validate finds, at the places of the file; what rests on a
// value already found at fault is left out.
func (c *checker) validate(s *sim.Scenario, display map[string]string) {
	found := validate(s)
	noted := &checker{faults: c.faults}
	for _, f := range found {
		path, shown := f.Path, f.Path
		for merged, file := range display {
			if within(f.Path, merged) {
				path = file + strings.TrimPrefix(f.Path, merged)
				shown = path
			}
		}
		if !noted.faulty(path) {
			c.faults = append(c.faults, Fault{Line: c.lines.find(path), Path: shown, Message: f.Message})
		}
	}
}
