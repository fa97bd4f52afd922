package scenarios

import (
	"sort"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// lineMap gives the line of each key path of a TOML file; elements of arrays
// carry their index: "catalogue.tools[0].ease".
type lineMap map[string]int

// find returns the line of path, or of the nearest table around it.
func (m lineMap) find(path string) int {
	for path != "" {
		if line, ok := m[path]; ok {
			return line
		}
		cut := strings.LastIndexAny(path, ".[")
		if cut < 0 {
			break
		}
		path = path[:cut]
	}
	return 0
}

// lineReader walks the syntax tree of a file that is known to be well formed.
type lineReader struct {
	parser  unstable.Parser
	breaks  []int          // offsets of line breaks
	counts  map[string]int // elements seen of each array of tables
	lines   lineMap
	current string // path of the table whose keys follow
}

func readLines(data []byte) lineMap {
	r := &lineReader{counts: map[string]int{}, lines: lineMap{}}
	for i, b := range data {
		if b == '\n' {
			r.breaks = append(r.breaks, i)
		}
	}
	r.parser.Reset(data)
	for r.parser.NextExpression() {
		node := r.parser.Expression()
		switch node.Kind {
		case unstable.Table, unstable.ArrayTable:
			r.header(node)
		case unstable.KeyValue:
			r.keyValue(r.current, node)
		}
	}
	return r.lines
}

func (r *lineReader) note(path string, node *unstable.Node) {
	if _, seen := r.lines[path]; !seen && node.Raw.Length > 0 {
		r.lines[path] = 1 + sort.SearchInts(r.breaks, int(node.Raw.Offset))
	}
}

// header enters a table; an array of tables counts one element more.
func (r *lineReader) header(node *unstable.Node) {
	path := ""
	for keys := node.Key(); keys.Next(); {
		path = join(path, string(keys.Node().Data))
		if keys.IsLast() && node.Kind == unstable.ArrayTable {
			r.note(path, keys.Node())
			r.counts[path]++
		}
		if n := r.counts[path]; n > 0 {
			path = element(path, n-1)
		}
		r.note(path, keys.Node())
	}
	r.current = path
}

func (r *lineReader) keyValue(prefix string, node *unstable.Node) {
	path := prefix
	var last *unstable.Node
	for keys := node.Key(); keys.Next(); {
		last = keys.Node()
		path = join(path, string(last.Data))
		r.note(path, last)
	}
	r.value(path, node.Value())
}

func (r *lineReader) value(path string, node *unstable.Node) {
	switch node.Kind {
	case unstable.InlineTable:
		for children := node.Children(); children.Next(); {
			r.keyValue(path, children.Node())
		}
	case unstable.Array:
		i := 0
		for children := node.Children(); children.Next(); {
			child := children.Node()
			if child.Kind == unstable.Comment {
				continue
			}
			r.note(element(path, i), child)
			r.value(element(path, i), child)
			i++
		}
	}
}

// join appends a key to a path; keys that are not bare are quoted.
func join(path, key string) string {
	if !isBare(key) {
		key = strconv.Quote(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

func element(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func isBare(key string) bool {
	for _, c := range key {
		if !(c == '-' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
			return false
		}
	}
	return key != ""
}
