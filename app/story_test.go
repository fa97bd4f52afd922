//go:build linux

package main

import (
	"bufio"
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Size of the screen of the story [pixels].
const (
	screenWidth  = 1280
	screenHeight = 800
)

// patience is how long the story waits for anything to happen.
const patience = 60 * time.Second

// screen is a display that nobody looks at.
type screen struct {
	t       *testing.T
	display string
}

// newScreen starts Xvfb on a display that is free.
func newScreen(t *testing.T) *screen {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("the story in a real window needs %s: run sh app/setup.sh --test, or leave it out with -short", tool)
		}
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil && err != io.EOF || strings.TrimSpace(number) == "" {
		t.Fatalf("Xvfb named no display: %v", err)
	}
	return &screen{t: t, display: ":" + strings.TrimSpace(number)}
}

// start runs the program on the screen.
func (s *screen) start(home string, args ...string) *exec.Cmd {
	s.t.Helper()
	c := program(s.t, home, args...)
	c.Env = append(c.Env, "DISPLAY="+s.display)
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
		if s.t.Failed() {
			s.t.Logf("the program said:\n%s", out.String())
		}
	})
	return c
}

// do has xdotool press keys or move the pointer.
func (s *screen) do(args ...string) {
	s.t.Helper()
	c := exec.Command("xdotool", args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	if out, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("xdotool %v: %v\n%s", args, err, out)
	}
}

// title is that of the program's window, or nothing before it is there.
func (s *screen) title() string {
	c := exec.Command("xdotool", "search", "--name", "3P Sales Simulator", "getwindowname")
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := c.Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// shot is a picture of the screen.
func (s *screen) shot() image.Image {
	s.t.Helper()
	c := exec.Command("import", "-window", "root", "png:-")
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := c.Output()
	if err != nil {
		s.t.Fatalf("import: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		s.t.Fatal(err)
	}
	return img
}

// until waits for something to be so.
func (s *screen) until(what string, so func() bool) {
	s.t.Helper()
	for begun := time.Now(); time.Since(begun) < patience; time.Sleep(100 * time.Millisecond) {
		if so() {
			return
		}
	}
	s.keep("story-failed", s.shot())
	s.t.Fatalf("waited %v in vain: %s; the window is called %q", patience, what, s.title())
}

// keep writes a picture where THREEP_SHOTS says, to be looked at.
func (s *screen) keep(name string, img image.Image) {
	folder := os.Getenv("THREEP_SHOTS")
	if folder == "" {
		return
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), out.Bytes(), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// The accent of the light theme, in which handles and meant buttons are painted, and
// the colour of the scenario's line.
var (
	accent   = color.NRGBA{0x0b, 0x66, 0xb0, 0xff}
	scenario = color.NRGBA{0x1a, 0x7f, 0xd0, 0xff}
)

func like(a color.Color, b color.NRGBA) bool {
	n := color.NRGBAModel.Convert(a).(color.NRGBA)
	near := func(x, y uint8) bool { return int(x)-int(y) < 10 && int(y)-int(x) < 10 }
	return near(n.R, b.R) && near(n.G, b.G) && near(n.B, b.B)
}

// What is in sight of the ten main levers: the handle of the one that is assumed is a
// ring, and the process is the second of the others.
const (
	discs        = 9
	processLever = 1
)

// handles finds the middles of the levers' handles, from top to bottom and from left
// to right: discs of the accent in the lower part of the window.
func handles(img image.Image) []image.Point {
	var found []image.Point
	for y := screenHeight * 7 / 10; y < screenHeight; y++ {
		for x := 0; x < screenWidth; x++ {
			run := 0
			for x+run < screenWidth && like(img.At(x+run, y), accent) {
				run++
			}
			middle := image.Pt(x+run/2, y)
			if run >= 6 && run <= 14 && tall(img, middle) && !near(found, middle) {
				found = append(found, middle)
			}
			x += run
		}
	}
	sort.SliceStable(found, func(i, j int) bool {
		a, b := found[i], found[j]
		if d := a.Y - b.Y; d > 12 || d < -12 {
			return d < 0
		}
		return a.X < b.X
	})
	return found
}

func tall(img image.Image, p image.Point) bool {
	for dy := range 5 {
		if !like(img.At(p.X, p.Y+dy), accent) {
			return false
		}
	}
	return true
}

func near(points []image.Point, p image.Point) bool {
	for _, q := range points {
		if d := p.Sub(q); d.X*d.X+d.Y*d.Y < 400 {
			return true
		}
	}
	return false
}

// graphArea is where the left graph's data stand.
var graphArea = image.Rect(60, 280, 520, 520)

// different counts the pixels of an area that two pictures do not share.
func different(a, b image.Image, area image.Rectangle) int {
	n := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

func count(img image.Image, area image.Rectangle, ink color.NRGBA) int {
	n := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if like(img.At(x, y), ink) {
				n++
			}
		}
	}
	return n
}

func (s *screen) mouse(p image.Point) []string {
	return []string{"mousemove", strconv.Itoa(p.X), strconv.Itoa(p.Y)}
}

// open waits for the window and its first picture.
func (s *screen) open() {
	s.t.Helper()
	s.until("the window opens", func() bool { return s.title() != "" })
	s.until("the graph is drawn", func() bool { return count(s.shot(), graphArea, scenario) > 200 })
}

// rest waits until nothing changes on the screen any more: all futures are simulated.
func (s *screen) rest() {
	s.t.Helper()
	before := s.shot()
	s.until("the picture comes to rest", func() bool {
		time.Sleep(time.Second)
		now := s.shot()
		still := different(before, now, now.Bounds()) == 0
		before = now
		return still
	})
}

// covered reports whether a question lies over the window: its ground is dimmed.
func (s *screen) covered() bool {
	corner := color.NRGBAModel.Convert(s.shot().At(screenWidth-300, 60)).(color.NRGBA)
	return corner.R > 0x80 && corner.R < 0xf5 // black is a window that is not painted yet
}

const unsaved = "unsaved"

// TestStory drives the real window: move a lever and see the graph change, open a
// broken file and keep the open document, kill the program and get the work back.
func TestStory(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED with -short: the story in a real window was not told")
	}
	s := newScreen(t)
	home := t.TempDir()
	broken := "schema = 1\n[decisions.training]\nhours = 900\nhouers = 3\n"
	if err := os.WriteFile(filepath.Join(home, "broken.toml"), []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	running := s.start(home)
	s.open()
	if strings.Contains(s.title(), unsaved) {
		t.Errorf("the window opens with unsaved work: %q", s.title())
	}

	s.moveLever()
	s.undoAndRedo()
	s.openBroken()

	time.Sleep(2500 * time.Millisecond) // autosave is promised within 2 s
	if err := running.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = running.Wait()

	s.start(home)
	s.until("the work is offered back", func() bool { return s.title() != "" && s.covered() })
	s.keep("story-offered", s.shot())
	s.do("key", "Return") // the first answer has the focus: restore
	s.until("the work is back", func() bool { return strings.Contains(s.title(), unsaved) && !s.covered() })
	if found := handles(s.shot()); len(found) != discs {
		t.Errorf("%d levers are in sight, want %d", len(found), discs)
	}
	s.keep("story-restored", s.shot())
}

// moveLever drags a lever and looks at the graph while it is held and after.
func (s *screen) moveLever() {
	s.t.Helper()
	s.rest()
	before := s.shot()
	s.keep("story-before", before)
	found := handles(before)
	if len(found) != discs {
		s.t.Fatalf("%d handles are in sight, want %d: %v", len(found), discs, found)
	}
	lever := found[processLever] // how mature the process becomes
	s.do(append(s.mouse(lever), "mousedown", "1")...)
	for dx := 5; dx <= 90; dx += 5 {
		s.do(s.mouse(lever.Add(image.Pt(dx, 0)))...)
	}
	s.until("the graph follows the lever", func() bool { return different(before, s.shot(), graphArea) > 2000 })
	s.keep("story-dragged", s.shot())
	s.do("mouseup", "1")
	s.until("the change is marked as unsaved", func() bool { return strings.Contains(s.title(), unsaved) })
}

func (s *screen) undoAndRedo() {
	s.t.Helper()
	moved := handles(s.shot())
	s.do("key", "ctrl+z")
	s.until("undo takes the change back", func() bool { return !strings.Contains(s.title(), unsaved) })
	s.until("undo moves the lever", func() bool {
		now := handles(s.shot())
		return len(now) == len(moved) && now[processLever].X < moved[processLever].X-50
	})
	s.do("key", "ctrl+y")
	s.until("redo brings it again", func() bool { return strings.Contains(s.title(), unsaved) })
}

// openBroken opens a file that cannot be read by the dialog, and looks whether the
// document stays.
func (s *screen) openBroken() {
	s.t.Helper()
	before := s.title()
	s.do("key", "ctrl+o")
	s.until("unsaved work is asked about", s.covered)
	s.do("key", "Tab", "key", "Return") // the second answer: do not save
	s.until("the dialog opens", func() bool {
		return count(s.shot(), image.Rect(430, 180, 520, 260), color.NRGBA{0x1d, 0x24, 0x30, 0xff}) > 300
	})
	s.keep("story-dialog", s.shot())
	s.do("mousemove", "473", "230", "click", "1")
	button := image.Rect(960, 650, 1110, 720)
	s.until("the file is chosen", func() bool { return count(s.shot(), button, accent) > 300 })
	s.do("mousemove", "1061", "680", "click", "1")
	s.until("the faults are told", func() bool { return s.covered() && count(s.shot(), button, accent) < 300 })
	time.Sleep(300 * time.Millisecond)
	s.keep("story-broken", s.shot())
	s.do("key", "Escape")
	s.until("the sentence can be closed", func() bool { return !s.covered() })
	if after := s.title(); after != before {
		s.t.Errorf("the document was %q and is %q after a broken file", before, after)
	}
}
