package report

import (
	"strings"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim"
)

// assumed lists the assumptions of the scenario that are not at their defaults.
func (t *text) assumed() string {
	s := t.scenario()
	var list []string
	rows := sim.NewTable().Rows()
	for i := range rows {
		p := &rows[i]
		v := p.Get(s)
		if p.Kind != sim.KindAssumption || v == p.Default {
			continue
		}
		write := func(v float64) string { return format.Value(v, p.Unit, t.currency()) }
		list = append(list, assets.F("report.note.assumed", assets.T("param."+p.ID+".label"), write(v), write(p.Default)))
	}
	if len(list) == 0 {
		return assets.T("report.note.assumed_catalogue")
	}
	return strings.Join(list, ", ")
}
