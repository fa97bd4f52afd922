package house

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A machine is a make-believe computer for the set-up script: its PATH holds nothing
// but what the script is known to call, and what installs only takes notes.
type machine struct {
	t    *testing.T
	home string
}

func newMachine(t *testing.T, osRelease string) *machine {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no POSIX shell here to run app/setup.sh with")
	}
	m := &machine{t: t, home: t.TempDir()}
	for _, folder := range []string{"app", "bin"} {
		if err := os.Mkdir(filepath.Join(m.home, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	script := string(readTreeFile(t, "app/setup.sh"))
	m.write("app/setup.sh", strings.ReplaceAll(script, "/etc/os-release", filepath.Join(m.home, "os-release")))
	m.write("os-release", osRelease)
	m.write("go.mod", "module threep\n\ngo 1.26.8\n")
	for _, tool := range []string{"sh", "awk", "dirname", "env", "cat"} {
		real, err := exec.LookPath(tool)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(real, filepath.Join(m.home, "bin", tool)); err != nil {
			t.Fatal(err)
		}
	}
	m.program("uname", "echo Linux")
	m.program("id", "echo 0")
	m.golang("1.26.8", "auto")
	return m
}

func (m *machine) write(name, text string) {
	m.t.Helper()
	if err := os.WriteFile(filepath.Join(m.home, name), []byte(text), 0o755); err != nil {
		m.t.Fatal(err)
	}
}

// program puts a shell script on the PATH under a name.
func (m *machine) program(name, script string) {
	m.write("bin/"+name, "#!"+filepath.Join(m.home, "bin", "sh")+"\n"+script+"\n")
}

func (m *machine) golang(version, toolchain string) {
	m.program("go", fmt.Sprintf(`case "$*" in
version) echo "go version go%s linux/amd64" ;;
'env GOTOOLCHAIN') echo %s ;;
'env CC') echo cc ;;
'env CGO_ENABLED') echo 1 ;;
*) exit 9 ;;
esac`, version, toolchain))
}

// debian makes it a Debian with these packages installed, where apt-get works.
func (m *machine) debian(installed ...string) {
	m.write("packages", "")
	for _, name := range installed {
		m.write("packages", string(m.read("packages"))+"installed|"+name+"|\n")
	}
	m.program("dpkg-query", "cat '"+filepath.Join(m.home, "packages")+"'")
	m.program("apt-get", fmt.Sprintf(`echo "apt-get $*" >>'%[1]s/calls'
case " $* " in *' install '*) for p in "$@"; do echo "installed|$p|" >>'%[1]s/packages'; done ;; esac`, m.home))
}

func (m *machine) read(name string) []byte {
	data, err := os.ReadFile(filepath.Join(m.home, name))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		m.t.Fatal(err)
	}
	return data
}

// calls returns what was asked of apt-get.
func (m *machine) calls() string { return string(m.read("calls")) }

// setUp runs the script and returns what it says and its exit code.
func (m *machine) setUp(arguments ...string) (string, int) {
	m.t.Helper()
	command := exec.Command(filepath.Join(m.home, "bin", "sh"), append([]string{"app/setup.sh"}, arguments...)...)
	command.Dir = m.home
	command.Env = []string{"PATH=" + filepath.Join(m.home, "bin")}
	said, err := command.CombinedOutput()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		m.t.Fatal(err)
	}
	return string(said), command.ProcessState.ExitCode()
}

// expect runs the script and holds it to an exit code and to sentences it says.
func (m *machine) expect(code int, sentences []string, arguments ...string) {
	m.t.Helper()
	said, got := m.setUp(arguments...)
	if got != code {
		m.t.Errorf("exit code %d, want %d; it said:\n%s", got, code, said)
	}
	for _, sentence := range sentences {
		if !strings.Contains(said, sentence) {
			m.t.Errorf("it does not say %q, but:\n%s", sentence, said)
		}
	}
}

const debianRelease, fedoraRelease, archRelease = "ID=debian\n", "ID=fedora\n", "ID=manjaro\nID_LIKE=arch\n"

func TestSetUpInstallsWhatIsMissingOnce(t *testing.T) {
	m := newMachine(t, debianRelease)
	m.debian("gcc", "libc6-dev", "pkg-config", "ca-certificates", "xorg-dev")
	m.expect(0, []string{"installing: libgl1-mesa-dev libwayland-dev libxkbcommon-dev", "ready."})
	if calls := m.calls(); !strings.Contains(calls, "update") ||
		!strings.Contains(calls, " libgl1-mesa-dev libwayland-dev libxkbcommon-dev\n") || strings.Contains(calls, " xvfb") {
		t.Errorf("asked of apt-get:\n%s", calls)
	}

	m.write("calls", "")
	m.expect(0, []string{"installing: xvfb xdotool imagemagick libgl1-mesa-dri"}, "--test")
	m.write("calls", "")
	m.expect(0, []string{"nothing to install"}, "--test")
	if calls := m.calls(); calls != "" {
		t.Errorf("asked of apt-get though nothing was missing:\n%s", calls)
	}
}

func TestSetUpCountsProvidedPackages(t *testing.T) {
	m := newMachine(t, debianRelease)
	m.debian("gcc", "libc6-dev", "libgl1-mesa-dev", "xorg-dev", "libwayland-dev", "libxkbcommon-dev", "ca-certificates")
	m.write("packages", string(m.read("packages"))+"installed|pkgconf|pkg-config (= 1.8), pkgconfig\n")
	m.expect(0, []string{"nothing to install"})
}

func TestSetUpAsksForRootRights(t *testing.T) {
	m := newMachine(t, debianRelease)
	m.debian("gcc")
	m.program("id", "echo 1000")
	m.expect(1, []string{"no sudo", "As root, run: apt-get update && apt-get install libc6-dev"})
	if calls := m.calls(); calls != "" {
		t.Errorf("asked of apt-get without root rights:\n%s", calls)
	}
	m.program("sudo", fmt.Sprintf("echo sudo >>'%s/calls'\n\"$@\"", m.home))
	m.expect(0, []string{"sudo may ask", "ready."})
	if calls := m.calls(); strings.Count(calls, "sudo\n") != 2 {
		t.Errorf("sudo is not used for both calls of apt-get:\n%s", calls)
	}
}

func TestSetUpSaysWhyAnInstallationFailed(t *testing.T) {
	m := newMachine(t, debianRelease)
	m.debian("gcc")
	m.program("apt-get", "exit 100")
	m.expect(1, []string{"lists could not be refreshed", "packages could not be installed"})
	m.program("apt-get", "exit 0")
	m.expect(1, []string{"still missing after the installation: libc6-dev"})
}

func TestSetUpChecksGo(t *testing.T) {
	m := newMachine(t, debianRelease)
	m.debian()
	for _, c := range []struct {
		version, toolchain string
		code               int
		says               string
	}{
		{"1.19.8", "", 1, "Go 1.19.8 is too old: this program needs 1.26.8"},
		{"1.25", "local", 1, "Go 1.25 is too old"},
		{"1.25.3", "auto", 0, "will fetch 1.26.8 by itself"},
		{"1.26.8", "local", 0, "ready."},
		{"1.27", "local", 0, "ready."},
		{"2.0.1", "local", 0, "ready."},
	} {
		m.golang(c.version, c.toolchain)
		m.expect(c.code, []string{c.says})
	}
	if err := os.Remove(filepath.Join(m.home, "bin", "go")); err != nil {
		t.Fatal(err)
	}
	m.expect(1, []string{"Go is not installed, or not on the PATH. Install Go 1.26.8"})
}

func TestSetUpAdvisesOnOtherSystems(t *testing.T) {
	for name, c := range map[string]struct{ release, says string }{
		"Fedora":  {fedoraRelease, "sudo dnf install gcc"},
		"Arch":    {archRelease, "sudo pacman -S --needed gcc"},
		"unknown": {"ID=other\n", "not known here. Install with its package manager: a C compiler"},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMachine(t, c.release)
			m.expect(1, []string{"missing: a C compiler", c.says})
			m.program("cc", "cat >'"+filepath.Join(m.home, "headers")+"'")
			m.program("pkg-config", "exit 0")
			m.expect(0, []string{"compiler and headers are there", "ready."})
			if headers := string(m.read("headers")); !strings.Contains(headers, "#include <GL/gl.h>\n") {
				t.Errorf("the compiler was asked for:\n%s", headers)
			}
			m.expect(1, []string{"for the tests: Xvfb xdotool import"}, "--test")
		})
	}
}

func TestSetUpOnMacOSAndWindows(t *testing.T) {
	m := newMachine(t, "")
	m.program("uname", "echo Darwin")
	m.expect(1, []string{"xcode-select --install"})
	m.program("xcode-select", "exit 0")
	m.expect(0, []string{"nothing to install", "Xvfb, which is for Linux"}, "--test")

	m.program("uname", "echo MINGW64_NT-10.0")
	m.expect(1, []string{"mingw-w64-x86_64-toolchain"})
	m.program("gcc", "exit 0")
	m.expect(0, []string{"ready."})
}

func TestSetUpExplainsItself(t *testing.T) {
	m := newMachine(t, debianRelease)
	m.expect(0, []string{"usage: sh app/setup.sh [--test]"}, "--help")
	m.expect(2, []string{`unknown argument "--tests"`}, "--tests")
}

// TestReadmeGivesTheTwoCommands keeps the README to the commands that .ci/run and the
// set-up script are made for.
func TestReadmeGivesTheTwoCommands(t *testing.T) {
	readme := "\n" + string(readTreeFile(t, "README.md"))
	for _, command := range []string{
		"sh app/setup.sh && go run ./app",
		"sh app/setup.sh --test && go test ./...",
	} {
		if strings.Count(readme, "\n"+command+"\n") != 1 {
			t.Errorf("README.md does not have exactly one line %q", command)
		}
	}
}
