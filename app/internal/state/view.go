package state

import "maps"

// View is how the document is looked at. It is no part of the document, nor of undo.
type View struct {
	// Graphs are the figure kinds of the left and the right graph.
	Graphs [2]string `json:"graphs"`
	// Spread is how the spread over futures is shown: "bands", "lines" or "none".
	Spread string `json:"spread"`
	// Palette is "system", "light", "dark" or "projector".
	Palette string `json:"palette"`
	// Quarters has the time axis count quarters in place of months.
	Quarters bool `json:"quarters"`
	// TextSize is a factor on the size of text, apart from the window's zoom.
	TextSize float64 `json:"text_size"`
	// Family is the family of levers in sight, empty for the first.
	Family string `json:"family"`
	// Tables shows the text table beside the left and the right graph.
	Tables [2]bool `json:"tables_shown"`
	// HidePublished leaves the published figures of others out of the graphs.
	HidePublished bool `json:"hide_published"`
	// Extra holds what single pages want to keep.
	Extra map[string]string `json:"extra,omitempty"`
}

// DefaultView is the view of a first start.
func DefaultView() View {
	return View{Graphs: [2]string{"effectiveness", "adoption_stages"}, Spread: "bands", Palette: "system", TextSize: 1}
}

// View returns the settings of the view.
func (d *Document) View() View {
	d.mu.Lock()
	defer d.mu.Unlock()
	v := d.view
	v.Extra = maps.Clone(v.Extra)
	return v
}

// SetView changes the settings of the view.
func (d *Document) SetView(change func(*View)) {
	d.locked(func() {
		v := d.view
		v.Extra = maps.Clone(v.Extra)
		change(&v)
		if sameView(v, d.view) {
			return
		}
		d.view = v
		told := v
		told.Extra = maps.Clone(v.Extra)
		d.feed.put(ViewChanged{told})
	})
}

func sameView(a, b View) bool {
	same := maps.Equal(a.Extra, b.Extra)
	a.Extra, b.Extra = nil, nil
	return same && a.Graphs == b.Graphs && a.Spread == b.Spread && a.Palette == b.Palette &&
		a.Quarters == b.Quarters && a.TextSize == b.TextSize && a.Family == b.Family && a.Tables == b.Tables &&
		a.HidePublished == b.HidePublished
}
