package house

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write assets/notices.txt anew from the modules that are linked")

const noticesFile = "assets/notices.txt"

// systems are those that the notices are for; each links some modules of its own.
var systems = []string{"linux", "windows", "darwin"}

// A linkedModule is a work of others that the programs are built with.
type linkedModule struct {
	path, version, folder string
	// packages are the folders of the packages that are linked.
	packages []string
}

func (m linkedModule) name() string { return m.path + " " + m.version }

// linkedModules asks the go command which modules the two programs link on a system.
func linkedModules(t *testing.T, system string) map[string]linkedModule {
	t.Helper()
	list := exec.Command("go", "list", "-e", "-deps", "-json=Dir,Module", "./app/...")
	list.Dir = root
	list.Env = append(os.Environ(), "CGO_ENABLED=1")
	if system != "" {
		list.Env = append(list.Env, "GOOS="+system)
	}
	output, err := list.Output()
	if err != nil {
		t.Fatalf("list the linked packages: %v\n%s", err, said(err))
	}
	modules := make(map[string]linkedModule)
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var found struct {
			Dir    string
			Module *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		if err := decoder.Decode(&found); err == io.EOF {
			return modules
		} else if err != nil {
			t.Fatal(err)
		}
		if found.Module == nil || found.Module.Main || found.Dir == "" {
			continue
		}
		m := modules[found.Module.Path]
		m.path, m.version, m.folder = found.Module.Path, found.Module.Version, found.Module.Dir
		m.packages = append(m.packages, found.Dir)
		modules[m.path] = m
	}
}

// said returns what a failed command wrote to its error output.
func said(err error) []byte {
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return failed.Stderr
	}
	return nil
}

// licences returns the licence texts that cover the linked packages of a module, by
// the names of their files: those in their folders, in the folders above, and in the
// folders right below, where fonts and C sources lie.
func (m linkedModule) licences(t *testing.T) map[string]string {
	t.Helper()
	isLicence := regexp.MustCompile(`(?i)^(un)?(licen[sc]e|copying|notice|patents)`)
	texts := make(map[string]string)
	err := filepath.WalkDir(m.folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if entry.Name() == "testdata" || entry.Name() == "cmd" {
				return filepath.SkipDir
			}
			return nil
		}
		folder := filepath.Dir(name)
		covers := slices.ContainsFunc(m.packages, func(linked string) bool {
			return linked == folder || linked == filepath.Dir(folder) ||
				strings.HasPrefix(linked, folder+string(filepath.Separator))
		})
		if !covers || !isLicence.MatchString(entry.Name()) || filepath.Ext(name) == ".go" {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(m.folder, name)
		texts[filepath.ToSlash(relative)] = tidy(string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) == 0 {
		t.Errorf("%s has no licence text; do not link it", m.path)
	}
	return texts
}

// tidy takes what does not matter out of a text, so that like texts are alike.
func tidy(text string) string {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\f")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n") + "\n"
}

// writeNotices gathers the licences of what any of the systems links.
func writeNotices(t *testing.T) {
	t.Helper()
	works := make(map[string][]string) // the works under each text
	add := func(text, work string) {
		if !slices.Contains(works[text], work) {
			works[text] = append(works[text], work)
		}
	}
	modules := make(map[string]linkedModule)
	for _, system := range systems {
		for path, m := range linkedModules(t, system) {
			m.packages = append(m.packages, modules[path].packages...)
			modules[path] = m
		}
	}
	for _, m := range modules {
		for file, text := range m.licences(t) {
			if strings.Contains(file, "/") || strings.HasPrefix(file, "PATENTS") {
				add(text, fmt.Sprintf("%s (%s)", m.name(), file))
			} else {
				add(text, m.name())
			}
		}
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	language, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	add(tidy(string(language)), "the Go runtime and standard library")
	add(tidy(string(readTreeFile(t, "assets/fonts/OFL.txt"))), "the text face Inter 4.001")

	texts := make([]string, 0, len(works))
	for text := range works {
		slices.Sort(works[text])
		texts = append(texts, text)
	}
	slices.SortFunc(texts, func(a, b string) int {
		return strings.Compare(works[a][0]+a, works[b][0]+b)
	})
	var file strings.Builder
	file.WriteString("THIRD-PARTY NOTICES\n\nThis program is built with the works named below, each under the licence that follows its name.\n")
	for _, text := range texts {
		fmt.Fprintf(&file, "\n%s\n* %s\n\n%s", strings.Repeat("=", 78), strings.Join(works[text], "\n* "), text)
	}
	if err := os.WriteFile(filepath.Join(root, noticesFile), []byte(file.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestNoticesCoverWhatIsLinked(t *testing.T) {
	if *update {
		writeNotices(t)
	}
	notices := string(readTreeFile(t, noticesFile))
	named := make(map[string]string)
	for _, match := range regexp.MustCompile(`(?m)^\* (\S+\.\S+/\S+) (v\S+)( \(.*\))?$`).FindAllStringSubmatch(notices, -1) {
		named[match[1]] = match[2]
	}
	const remedy = "run go test ./app/internal/house -run Notices -update"
	linked := linkedModules(t, "")
	if len(linked) == 0 {
		t.Fatal("the programs link no module at all")
	}
	for path, m := range linked {
		if named[path] != m.version {
			t.Errorf("%s is linked, the notices have %q; %s", m.name(), named[path], remedy)
		}
	}
	required := string(readTreeFile(t, "go.mod"))
	for path, version := range named {
		if !strings.Contains(required, path+" "+version) {
			t.Errorf("the notices have %s %s, which go.mod does not require; %s", path, version, remedy)
		}
	}
	for _, always := range []string{"* the Go runtime and standard library\n", "* the text face Inter"} {
		if !strings.Contains(notices, always) {
			t.Errorf("the notices lack %q; %s", always, remedy)
		}
	}
}
