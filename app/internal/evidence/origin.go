package evidence

import (
	"slices"
	"strings"

	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

// origin says how a constant came by its value, where it was fitted or was set by
// hand in view of a check.
func (m *maker) origin(e *Entry, id string, unit sim.Unit) {
	figure := func(v float64) string { return Figure(v, unit, m.currency) }
	for _, stage := range analysis.Stages() {
		at := slices.IndexFunc(stage.Free, func(f analysis.Free) bool { return f.ID == id })
		if at < 0 {
			continue
		}
		p, _ := m.table.Lookup(id)
		var aims []string
		for i := range stage.Targets {
			x := &stage.Targets[i]
			aims = append(aims, assets.F("evidence.origin.aim", x.Check, assets.T("health."+x.Check+".line."+x.Line),
				Exact(x.Aim), Exact(x.Scale), assets.T("calibration.basis."+string(x.Basis))))
		}
		e.fact("fitted", assets.F("evidence.origin.fitted", figure(stage.Free[at].Prior), figure(p.Low), figure(p.High), strings.Join(aims, "; ")))
	}
	for _, h := range analysis.HandSets() {
		if h.ID == id {
			e.fact("hand", assets.F("evidence.origin.hand", strings.Join(h.Checks, ", "), figure(h.Before), assets.T("calibration.hand."+id)))
		}
	}
}
