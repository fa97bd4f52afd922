package reference

import "strings"

// Kind tells blocks apart.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading
	Item // of a list
	Code // lines that keep their form, as equations
	Table
)

// Span is a stretch of text in one style.
type Span struct {
	Text               string
	Bold, Italic, Code bool
}

// Block is a part of a page.
type Block struct {
	Kind  Kind
	Level int // of a heading, from 1
	Text  []Span
	Lines []string   // of code
	Rows  [][][]Span // of a table; the first is its head
}

// Parse takes Markdown as the reference uses it apart into blocks: headings, paragraphs,
// lists, code between fences, and tables.
func Parse(text string) []Block {
	p := &reader{lines: strings.Split(text, "\n")}
	for p.at < len(p.lines) {
		p.block()
	}
	return p.blocks
}

type reader struct {
	lines  []string
	at     int
	blocks []Block
}

func (p *reader) block() {
	line := p.lines[p.at]
	switch {
	case strings.TrimSpace(line) == "":
		p.at++
	case strings.HasPrefix(line, "```"):
		p.code()
	case strings.HasPrefix(line, "#"):
		words := strings.TrimLeft(line, "#")
		p.blocks = append(p.blocks, Block{Kind: Heading, Level: len(line) - len(words), Text: spans(strings.TrimSpace(words))})
		p.at++
	case strings.HasPrefix(line, "|"):
		p.table()
	case strings.HasPrefix(line, "- "):
		p.blocks = append(p.blocks, Block{Kind: Item, Text: spans(line[2:])})
		p.at++
	default:
		p.paragraph()
	}
}

func (p *reader) code() {
	b := Block{Kind: Code}
	for p.at++; p.at < len(p.lines) && !strings.HasPrefix(p.lines[p.at], "```"); p.at++ {
		b.Lines = append(b.Lines, p.lines[p.at])
	}
	p.at++
	p.blocks = append(p.blocks, b)
}

func (p *reader) table() {
	b := Block{Kind: Table}
	for ; p.at < len(p.lines) && strings.HasPrefix(p.lines[p.at], "|"); p.at++ {
		line := strings.TrimSuffix(strings.TrimPrefix(p.lines[p.at], "|"), "|")
		if strings.Trim(line, "-| ") == "" && len(b.Rows) == 1 {
			continue // the rule below the head
		}
		var row [][]Span
		for _, cell := range strings.Split(line, "|") {
			row = append(row, spans(strings.TrimSpace(cell)))
		}
		b.Rows = append(b.Rows, row)
	}
	p.blocks = append(p.blocks, b)
}

// paragraph joins lines up to an empty one, or one that begins another block.
func (p *reader) paragraph() {
	var words []string
	for ; p.at < len(p.lines); p.at++ {
		line := p.lines[p.at]
		if strings.TrimSpace(line) == "" || len(words) > 0 && beginsBlock(line) {
			break
		}
		words = append(words, strings.TrimSpace(line))
	}
	p.blocks = append(p.blocks, Block{Kind: Paragraph, Text: spans(strings.Join(words, " "))})
}

// beginsBlock reports whether a line begins a block of its own.
func beginsBlock(line string) bool {
	for _, mark := range []string{"#", "|", "- ", "```"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

// spans takes a line apart by its marks: ** for bold, * for italic, ` for code, in which
// other marks count as text.
func spans(text string) []Span {
	var out []Span
	var style Span
	plain := 0
	add := func(end int) {
		if end > plain {
			s := style
			s.Text = text[plain:end]
			out = append(out, s)
		}
	}
	for i := 0; i < len(text); {
		switch {
		case text[i] == '`':
			add(i)
			style.Code = !style.Code
			i++
			plain = i
		case style.Code:
			i++
		case strings.HasPrefix(text[i:], "**"):
			add(i)
			style.Bold = !style.Bold
			i += 2
			plain = i
		case text[i] == '*':
			add(i)
			style.Italic = !style.Italic
			i++
			plain = i
		default:
			i++
		}
	}
	add(len(text))
	return out
}

// Plain is the text of spans without their styles.
func Plain(text []Span) string {
	var b strings.Builder
	for _, s := range text {
		b.WriteString(s.Text)
	}
	return b.String()
}
