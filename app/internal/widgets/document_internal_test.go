package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"pgregory.net/rapid"
)

// longDocument has forty chapters of text, equations and a table.
func longDocument() []DocBlock {
	var blocks []DocBlock
	plain := func(text string) []DocSpan { return []DocSpan{{Text: text}} }
	for i := range 40 {
		blocks = append(blocks,
			DocBlock{Kind: DocHeading, Level: 1 + i%2, Text: plain("Chapter " + string(rune('A'+i%26)) + strings.Repeat("i", i/26))},
			DocBlock{Kind: DocParagraph, Text: []DocSpan{{Text: "Words that go on "}, {Text: "and on", Bold: true}, {Text: strings.Repeat(", and on", 40) + " to the "}, {Text: "last.key_of_it", Code: true}, {Text: "."}}},
			DocBlock{Kind: DocCode, Lines: []string{"a = b", "long = " + strings.Repeat("one + ", 60) + "end"}},
			DocBlock{Kind: DocItem, Text: plain("an item")},
			DocBlock{Kind: DocTable, Rows: [][][]DocSpan{{plain("Head"), plain("Second head")}, {plain("cell"), plain(strings.Repeat("many words ", 30))}}},
		)
	}
	return blocks
}

func showDocument(t *testing.T, size fyne.Size) (*Document, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	d := NewDocument("Text")
	w := test.NewTempWindow(t, d)
	w.SetPadded(false)
	w.Resize(size)
	d.Set(longDocument())
	return d, w
}

// drawn are the texts that the sheet draws.
func (d *Document) drawn() []*canvas.Text {
	var texts []*canvas.Text
	for _, o := range test.WidgetRenderer(d.sheet).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

func TestDocumentDrawsWhatIsInSight(t *testing.T) {
	d, _ := showDocument(t, fyne.NewSize(600, 400))
	if d.sheet.height < 5000 {
		t.Fatalf("the text is %g high", d.sheet.height)
	}
	for _, y := range []float32{0, 1000, d.sheet.height} {
		d.scrollTo(y)
		texts := d.drawn()
		if len(texts) == 0 || len(texts) > 200 {
			t.Errorf("from %g on %d texts are drawn", y, len(texts))
		}
		for _, text := range texts {
			if end := text.Position().X + text.MinSize().Width; end > 600 {
				t.Errorf("%q ends at %g of 600", text.Text, end)
			}
		}
	}
}

func TestDocumentFollowsItsHeadings(t *testing.T) {
	d, _ := showDocument(t, fyne.NewSize(600, 400))
	var told []int
	d.OnMoved = func(title int) { told = append(told, title) }
	titles := d.Titles()
	if len(titles) != 40 || titles[1].Level != 2 {
		t.Fatalf("the titles are %v", titles)
	}
	d.GoTo(20)
	if len(told) == 0 || told[len(told)-1] != 20 || !strings.Contains(d.AccessibilityLabel(), titles[20].Text) {
		t.Errorf("after going to 20, %v was told and %q is in sight", told, d.AccessibilityLabel()[:80])
	}
	// In another width the same chapter is in sight.
	d.Resize(fyne.NewSize(320, 400))
	if d.top != 20 {
		t.Errorf("in another width chapter %d is at the top", d.top)
	}
	for _, c := range []struct {
		name fyne.KeyName
		most bool
	}{{fyne.KeyEnd, true}, {fyne.KeyHome, false}} {
		d.TypedKey(&fyne.KeyEvent{Name: c.name})
		if end := d.scroll.Offset.Y > 1000; end != c.most {
			t.Errorf("%s leads to %g", c.name, d.scroll.Offset.Y)
		}
	}
}

func TestDocumentFindsWords(t *testing.T) {
	d, _ := showDocument(t, fyne.NewSize(600, 400))
	if n := d.Find("  Last.KEY_of_it "); n != 40 || d.Current() != 1 {
		t.Errorf("%d places, the %d. is marked", n, d.Current())
	}
	if at := d.Next(-1); at != 40 || d.scroll.Offset.Y < 1000 {
		t.Errorf("the place before the first is %d, at %g", at, d.scroll.Offset.Y)
	}
	if at := d.Next(1); at != 1 {
		t.Errorf("the place after the last is %d", at)
	}
	// A phrase that goes over a line's end is found once and marked on both lines.
	if n := d.Find("on and on, and on"); n != 40 {
		t.Errorf("the phrase is found %d times", n)
	}
	if n := d.Find("zzz"); n != 0 || d.Current() != 0 || d.Next(1) != 0 {
		t.Errorf("nonsense is found %d times", n)
	}
}

// TestFoldedCodeIsWhole puts the parts of a folded line together again.
func TestFoldedCodeIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringMatching(`[ ]{0,6}[a-zé×+\- ]{0,200}`).Draw(t, "line")
		most := rapid.IntRange(20, 80).Draw(t, "most")
		together := ""
		for _, p := range foldCode(line, most) {
			if n := len([]rune(p.text)); n > most {
				t.Fatalf("a part has %d letters of %d", n, most)
			}
			if !strings.HasPrefix(line[p.from:], p.text) {
				t.Fatalf("the part %q is not at %d", p.text, p.from)
			}
			together += p.text
		}
		if strings.ReplaceAll(together, " ", "") != strings.ReplaceAll(line, " ", "") {
			t.Fatalf("%q became %q", line, together)
		}
	})
}

func TestRowListIsReadByKeys(t *testing.T) {
	test.NewTempApp(t)
	l := NewRowList("Rows")
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(300, 200))
	var chosen []int
	l.OnChosen = func(i int) { chosen = append(chosen, i) }
	l.Set(30, func(i int) Row { return Row{Title: strings.Repeat("x", i+1), Value: "1", Note: "note"} })
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome} {
		l.TypedKey(&fyne.KeyEvent{Name: name})
	}
	if got := chosen; len(got) != 6 || got[0] != 0 || got[1] != 1 || got[2] != 0 || got[3] != pageRows || got[4] != 29 || got[5] != 0 {
		t.Errorf("the keys chose %v", got)
	}
	l.Mark(5)
	if l.Chosen() != 5 || len(chosen) != 6 {
		t.Errorf("marking chose %d and told %v", l.Chosen(), chosen)
	}
	if said := l.AccessibilityLabel(); !strings.Contains(said, "xxxxxx") || !strings.Contains(said, "6 of 30") {
		t.Errorf("the list says %q", said)
	}
	l.Set(0, nil)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if l.Chosen() != -1 || l.AccessibilityLabel() != "Rows" {
		t.Errorf("an empty list says %q", l.AccessibilityLabel())
	}
}
