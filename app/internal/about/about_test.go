package about_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"threep/app/internal/about"
	"threep/assets"
)

const root = "../../.."

func TestPackagingMetadataAgrees(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "FyneApp.toml"))
	if err != nil {
		t.Fatal(err)
	}
	var packaged struct {
		Details struct {
			Icon, Name, ID, Version string
			Build                   int
		}
		LinuxAndBSD struct{ Comment string }
		Migrations  map[string]bool
	}
	if err := toml.Unmarshal(data, &packaged); err != nil {
		t.Fatal(err)
	}
	details := packaged.Details
	for field, pair := range map[string][2]any{
		"ID":      {details.ID, about.ID},
		"Name":    {details.Name, about.Name},
		"Version": {details.Version, about.Version},
		"Build":   {details.Build, about.Build},
	} {
		if pair[0] != pair[1] {
			t.Errorf("FyneApp.toml has %s %v, package about has %v", field, pair[0], pair[1])
		}
	}
	if icon, err := os.ReadFile(filepath.Join(root, details.Icon)); err != nil {
		t.Error(err)
	} else if string(icon) != string(assets.Icon()) {
		t.Errorf("%s is not the icon that the program shows", details.Icon)
	}
	if purpose := strings.TrimSuffix(assets.T("program.purpose"), "."); packaged.LinuxAndBSD.Comment != purpose {
		t.Errorf("the comment is %q, the program says %q", packaged.LinuxAndBSD.Comment, purpose)
	}
	if !packaged.Migrations["fyneDo"] {
		t.Error("FyneApp.toml does not declare the fyneDo migration, which the code relies on")
	}
}

func TestIdentityIsWellFormed(t *testing.T) {
	if !regexp.MustCompile(`^[a-z0-9]+(\.[a-z0-9]+)+$`).MatchString(about.ID) {
		t.Errorf("ID %q is not a reverse domain name", about.ID)
	}
	if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(about.Version) {
		t.Errorf("version %q is not major.minor.patch", about.Version)
	}
	if about.Build < 1 {
		t.Errorf("build %d is below 1", about.Build)
	}
	if got := assets.T("program.name"); got != about.Name {
		t.Errorf("the texts call the program %q, package about %q", got, about.Name)
	}
}
