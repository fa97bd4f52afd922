package house

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// root is the top of the repository as seen from this package.
const root = "../../.."

// treeFiles lists the files of the tree by their slash-separated paths: those under
// version control or about to be, or, where there is no git, all but what is hidden.
func treeFiles(t *testing.T) []string {
	t.Helper()
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = root
	if output, err := list.Output(); err == nil && len(output) > 0 {
		var files []string
		for _, name := range strings.Split(strings.TrimRight(string(output), "\x00"), "\x00") {
			if _, err := os.Lstat(filepath.Join(root, name)); err == nil { // not deleted
				files = append(files, name)
			}
		}
		slices.Sort(files)
		return slices.Compact(files)
	}
	t.Log("git does not list the files; walking the folders instead")
	var files []string
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if relative != "." && strings.HasPrefix(entry.Name(), ".") && entry.Name() != ".ci" {
				return filepath.SkipDir
			}
			return nil
		}
		files = append(files, filepath.ToSlash(relative))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// goFiles lists the Go files of the tree, without those that the go command ignores.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, name := range treeFiles(t) {
		ignored := slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
			return part == "testdata" || strings.HasPrefix(part, ".") || strings.HasPrefix(part, "_")
		})
		if strings.HasSuffix(name, ".go") && !ignored {
			files = append(files, name)
		}
	}
	if len(files) == 0 {
		t.Fatal("found no Go file in the tree")
	}
	return files
}

func readTreeFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func isText(data []byte) bool {
	return !bytes.Contains(data[:min(len(data), 8000)], []byte{0})
}

func TestTopLevelHasOnlyItsEntries(t *testing.T) {
	allowed := []string{
		"app", "sim", "scenarios", "assets",
		"go.mod", "go.sum", "FyneApp.toml", "README.md",
	}
	seen := make(map[string]bool)
	for _, name := range treeFiles(t) {
		entry, _, _ := strings.Cut(name, "/")
		if strings.HasPrefix(entry, ".") || seen[entry] {
			continue
		}
		seen[entry] = true
		if !slices.Contains(allowed, entry) {
			t.Errorf("%s stands at the top level; move it into app, sim, scenarios or assets", entry)
		}
	}
	for _, entry := range allowed {
		if !seen[entry] {
			t.Errorf("%s is missing at the top level", entry)
		}
	}
}
