package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"threep/app/internal/widgets"
	"threep/assets"
	"threep/sim"
)

// toolStrip shows the tools of the catalogue as chips that are switched on and off.
type toolStrip struct {
	doc   editor
	tips  *widgets.TooltipLayer
	box   *fyne.Container
	chips []*widgets.IconButton
	tools []string // the ids, in the order of the chips
}

func newToolStrip(doc editor, tips *widgets.TooltipLayer) *toolStrip {
	t := &toolStrip{doc: doc, tips: tips, box: container.New(&wrapped{gap: 6})}
	t.show(doc.Scenario())
	return t
}

// show brings the chips in line with a scenario; another catalogue makes other chips.
func (t *toolStrip) show(s *sim.Scenario) {
	ids := make([]string, len(s.Catalogue.Tools))
	for i := range s.Catalogue.Tools {
		ids[i] = s.Catalogue.Tools[i].ID
	}
	if !slices.Equal(ids, t.tools) {
		t.tools = ids
		t.rebuild(s)
	}
	for i, chip := range t.chips {
		on := slices.Contains(s.Decisions.Tools, t.tools[i])
		tool := &s.Catalogue.Tools[i]
		if on {
			chip.SetIcon(theme.ConfirmIcon())
			chip.SetName(assets.F("ui.tools.on", tool.Name, tool.Description))
		} else {
			chip.SetIcon(theme.ContentAddIcon())
			chip.SetName(assets.F("ui.tools.off", tool.Name, tool.Description))
		}
		chip.SetChecked(on)
	}
}

func (t *toolStrip) rebuild(s *sim.Scenario) {
	t.chips = nil
	t.box.Objects = nil
	for i := range s.Catalogue.Tools {
		id := s.Catalogue.Tools[i].ID
		chip := widgets.NewIconButton(theme.ContentAddIcon(), "", t.tips, func() { t.toggle(id) })
		chip.SetChip(true)
		chip.SetWord(shortToolName(&s.Catalogue.Tools[i]))
		t.chips = append(t.chips, chip)
		t.box.Add(chip)
	}
	t.box.Refresh()
}

// toggle rolls a tool out, or does not.
func (t *toolStrip) toggle(id string) {
	s := t.doc.Scenario()
	name := id
	for i := range s.Catalogue.Tools {
		if s.Catalogue.Tools[i].ID == id {
			name = shortToolName(&s.Catalogue.Tools[i])
		}
	}
	step := assets.F("ui.step.tool_on", name)
	if slices.Contains(s.Decisions.Tools, id) {
		step = assets.F("ui.step.tool_off", name)
	}
	t.doc.Change(step, "", func(s *sim.Scenario) {
		if i := slices.Index(s.Decisions.Tools, id); i >= 0 {
			s.Decisions.Tools = slices.Delete(s.Decisions.Tools, i, i+1)
			delete(s.Decisions.ToolDelay, id)
			return
		}
		s.Decisions.Tools = append(s.Decisions.Tools, id)
		// The order of the catalogue, so that on and off again is no change.
		order := make(map[string]int, len(s.Catalogue.Tools))
		for i := range s.Catalogue.Tools {
			order[s.Catalogue.Tools[i].ID] = i
		}
		slices.SortStableFunc(s.Decisions.Tools, func(a, b string) int { return order[a] - order[b] })
	})
}

// shortToolName names a tool where there is little room.
func shortToolName(tool *sim.Tool) string {
	if key := "ui.tool." + tool.ID; assets.Has(key) {
		return assets.T(key)
	}
	return tool.Name
}
