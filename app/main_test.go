package main

import (
	"bytes"
	"image/png"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"threep/app/internal/about"
	"threep/sim"
)

// asProgram has the test binary be the program itself, so that stories need no second
// build.
const asProgram = "THREEP_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// program returns the program as a command with a home of its own.
func program(t *testing.T, home string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), asProgram+"=1", "HOME="+home, "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=",
		"DISPLAY=", "WAYLAND_DISPLAY=", "LANG=en_US.UTF-8", "FYNE_THEME=light", "FYNE_SCALE=1")
	return c
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says []string
	}{
		{[]string{"--version"}, 0, []string{about.Name, about.Version, sim.ModelVersion}},
		{[]string{"--help"}, 0, []string{"-version", "-screenshot", "scenario file"}},
		{[]string{"--nonsense"}, 2, []string{"nonsense", "-version"}},
		{[]string{"a.toml", "b.toml"}, 2, []string{"one scenario file"}},
		{[]string{"--size", "wide"}, 2, []string{"1280x800"}},
	} {
		command := program(t, t.TempDir(), c.args...)
		out, err := command.CombinedOutput()
		if code := command.ProcessState.ExitCode(); code != c.code {
			t.Errorf("%v ends with %d (%v), want %d", c.args, code, err, c.code)
		}
		for _, want := range c.says {
			if !strings.Contains(string(out), want) {
				t.Errorf("%v does not say %q:\n%s", c.args, want, out)
			}
		}
	}
}

func TestNoDisplayIsASentence(t *testing.T) {
	command := program(t, t.TempDir())
	out, err := command.CombinedOutput()
	if err == nil || command.ProcessState.ExitCode() != exitFailed {
		t.Errorf("without a display the program ends with %v", err)
	}
	if said := string(out); !strings.Contains(said, "display") || strings.Contains(said, "goroutine") || strings.Count(said, "\n") > 1 {
		t.Errorf("without a display it says:\n%s", said)
	}
}

func TestDisplayThatDoesNotAnswerIsASentence(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("SKIPPED: only there does a variable name the display")
	}
	command := program(t, t.TempDir())
	command.Env = append(command.Env, "DISPLAY=:65000")
	out, err := command.CombinedOutput()
	if err == nil || command.ProcessState.ExitCode() != exitFailed {
		t.Errorf("with a display that is not there the program ends with %v", err)
	}
	if said := string(out); !strings.Contains(said, "OpenGL") || strings.Contains(said, "goroutine") {
		t.Errorf("with a display that is not there it says:\n%s", said)
	}
}

func TestScreenshotNeedsNoDisplay(t *testing.T) {
	home := t.TempDir()
	path := filepath.Join(home, "window.png")
	command := program(t, home, "--screenshot", path, "--size", "1000x700")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != 1000 || size.Y != 700 {
		t.Errorf("the picture is %v", size)
	}
	colours := map[any]bool{}
	for x := 0; x < 1000; x += 3 {
		for y := 0; y < 700; y += 3 {
			colours[img.At(x, y)] = true
		}
	}
	if len(colours) < 50 {
		t.Errorf("the picture has %d colours, as an empty window would", len(colours))
	}
}

func TestScreenshotOfABrokenFileFails(t *testing.T) {
	home := t.TempDir()
	path := filepath.Join(home, "broken.toml")
	if err := os.WriteFile(path, []byte("schema = 1\nnonsense = 3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	command := program(t, home, "--screenshot", filepath.Join(home, "window.png"), path)
	out, err := command.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "line 2") {
		t.Errorf("a picture of a broken file: %v\n%s", err, out)
	}
}

func TestLogRotates(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.log")
	r, err := openRotating(path, 100, 3)
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(r, nil))
	for range 20 {
		log.Info("a line of some length")
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(path + "*")
	if err != nil || len(names) != 3 {
		t.Errorf("%d log files, want 3: %v", len(names), names)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil || len(data) == 0 || len(data) > 100 {
			t.Errorf("%s has %d bytes, %v", name, len(data), err)
		}
		if !bytes.HasPrefix(data, []byte("time=")) || !bytes.HasSuffix(data, []byte("\n")) {
			t.Errorf("a line is cut in two in %s: %q", name, data)
		}
	}
}

func TestLogGoesOnInTheSameFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.log")
	for range 2 {
		r, err := openRotating(path, 1000, 3)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Write([]byte("line\n")); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "line\nline\n" {
		t.Errorf("the log holds %q, %v", data, err)
	}
}
