package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"threep/app/internal/format"
	"threep/assets"
)

// progress is a bar on a terminal; elsewhere it is silent.
type progress struct {
	out   io.Writer
	now   func() time.Time
	start time.Time
	last  time.Time
	width int // of what stands in the line [characters]
}

// newProgress returns a bar where out is a terminal.
func newProgress(out io.Writer) *progress {
	if !isTerminal(out) {
		return &progress{}
	}
	return &progress{out: out, now: time.Now}
}

// isTerminal reports whether people read along.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

const (
	barWidth    = 30
	barInterval = 100 * time.Millisecond
	// minElapsed is the time after which the time left can be told.
	minElapsed = time.Second
)

// begin says that the work has begun, before the first future is finished.
func (p *progress) begin() {
	if p.out == nil {
		return
	}
	p.start = p.now()
	p.show(assets.T("simrun.progress.begin"))
}

// update moves the bar; it fits Options.Progress.
func (p *progress) update(done, all int) {
	if p.out == nil {
		return
	}
	now := p.now()
	if done < all && now.Sub(p.last) < barInterval {
		return
	}
	p.last = now
	filled := barWidth * done / max(1, all)
	bar := strings.Repeat("█", filled) + strings.Repeat("░", barWidth-filled)
	line := assets.F("simrun.progress.bar", bar, format.Number(float64(done)), format.Number(float64(all)))
	if elapsed := now.Sub(p.start); elapsed >= minElapsed && done > 0 && done < all {
		left := elapsed.Seconds() * float64(all-done) / float64(done)
		line += assets.F("simrun.progress.left", timeLeft(left))
	}
	p.show(line)
}

// timeLeft is a time in words.
func timeLeft(seconds float64) string {
	if seconds < 90 {
		return assets.F("simrun.progress.seconds", seconds)
	}
	return assets.F("simrun.progress.minutes", seconds/60)
}

// end clears the line.
func (p *progress) end() {
	if p.out == nil {
		return
	}
	p.show("")
	fmt.Fprint(p.out, "\r")
}

// show puts text in the place of what stands in the line.
func (p *progress) show(text string) {
	n := len([]rune(text))
	fmt.Fprint(p.out, "\r"+text+strings.Repeat(" ", max(0, p.width-n)))
	p.width = n
}
