package house

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// wholesale are texts of others, kept as they came.
var wholesale = []string{"go.sum", ".ci/tools.sum", "assets/fonts/OFL.txt", "assets/notices.txt"}

// What ties a file to one machine or network, or cites a work by a place on the web.
var tied = []struct {
	what    string
	pattern *regexp.Regexp
}{
	{"a path of one machine", regexp.MustCompile(`(^|[\s"'` + "`" + `(=:,])(~?/(work|home|root|Users|tmp|farm|private|mnt|workspace)/[\w.-]|[A-Z]:\\\\?(Users|Temp)\b)`)},
	{"the host of a registry", regexp.MustCompile(`(?i)\b((proxy|sum)\.golang[.]org|goproxy[.](io|cn)|registry[.]npmjs|pypi[.]org|crates[.]io|(index[.])?docker[.]io|ghcr[.]io|(deb|security)[.]debian[.]org|(archive|ports)[.]ubuntu[.]com|artifactory|localhost:\d)`)},
	{"a web address; cite authors, year and title instead", regexp.MustCompile(`\bhttps?://[^\s"'<>]+`)},
}

// namespace is the name of a file format, which merely looks like an address.
var namespace = regexp.MustCompile(`http://www\.w3\.org/[\w/#]+`)

// ties returns what in a text belongs to one machine, with its line numbers.
func ties(text string) []string {
	var faults []string
	for i, line := range strings.Split(text, "\n") {
		line = namespace.ReplaceAllString(line, "")
		for _, kind := range tied {
			if found := kind.pattern.FindString(line); found != "" {
				faults = append(faults, fmt.Sprintf("line %d: %q is %s", i+1, strings.TrimSpace(found), kind.what))
			}
		}
	}
	return faults
}

func TestNoFileIsTiedToAMachine(t *testing.T) {
	read := 0
	for _, name := range treeFiles(t) {
		if slices.Contains(wholesale, name) || name == "app/internal/house/plain_text_test.go" {
			continue
		}
		data := readTreeFile(t, name)
		if !isText(data) {
			continue
		}
		read++
		for _, fault := range ties(string(data)) {
			t.Errorf("%s, %s", name, fault)
		}
	}
	if read == 0 {
		t.Error("read no text file")
	}
}

func TestTiesAreSeen(t *testing.T) {
	for text, want := range map[string]int{
		"cp x /work/main/x":                           1,
		`const dir = "/home/ann/data"`:                1,
		"ok\nsee (/tmp/log)":                          1,
		`C:\Users\ann`:                                1,
		"GOPROXY=https://proxy.golang.org":            2,
		"see https://example.org/paper":               1,
		`<svg xmlns="http://www.w3.org/2000/svg">`:    0,
		"sales/work/main and the app/tmp/x of a tree": 0,
		"Davis (1989), Perceived usefulness":          0,
		"either /or, and/home/made":                   0,
	} {
		if got := ties(text); len(got) != want {
			t.Errorf("%q: %d faults %v, want %d", text, len(got), got, want)
		}
	}
}
