package report

import (
	"bufio"
	"io"
	"strings"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// entry is a line of the dictionary: what a column of a file means.
type entry struct{ file, column, meaning, unit string }

// dictionary explains every column of the files that were written.
func (c *Contents) dictionary(withReps bool) []entry {
	d := &dictionaryMaker{currency: c.currency()}
	d.summary()
	d.add(WeeklyFile, weeklyColumns())
	d.outcomes(WeeklyFile, "outcome = ", sim.WeeklyInfo())
	d.worlds(WeeklyFile, "which = ")
	if withReps {
		d.add(RepsFile, plainColumns(repColumns(c.scenario())))
	}
	if c.People != nil {
		columns := personColumns()
		plain := make([]column, len(columns))
		for i := range columns {
			plain[i] = columns[i].column
		}
		d.add(PeopleFile, plain)
	}
	if c.Roster != nil {
		d.roster(c.Roster, c.scenario())
	}
	return d.entries
}

type dictionaryMaker struct {
	currency string
	entries  []entry
}

func (d *dictionaryMaker) put(file, column, meaning, unit string) {
	d.entries = append(d.entries, entry{file, column, meaning, unit})
}

// add explains the columns of a file.
func (d *dictionaryMaker) add(file string, columns []column) {
	for _, c := range columns {
		key := "report.column." + c.text
		meaning := assets.T(key)
		if c.argument != nil {
			meaning = assets.F(key, c.argument)
		}
		unit := ""
		switch c.unit {
		case "":
		case ofOutcome:
			unit = assets.T("report.unit.outcome")
		default:
			unit = UnitName(sim.Unit(c.unit), d.currency)
		}
		d.put(file, c.name, meaning, unit)
	}
}

func (d *dictionaryMaker) outcomes(file, prefix string, infos []sim.OutcomeInfo) {
	for _, info := range infos {
		key := "outcome." + info.ID
		d.put(file, prefix+info.ID, assets.T(key+".label")+": "+assets.T(key+".help"), UnitName(info.Unit, d.currency))
	}
}

func (d *dictionaryMaker) worlds(file, prefix string) {
	for _, w := range worlds() {
		d.put(file, prefix+w.String(), assets.T("report.world."+w.String()), "")
	}
}

// summaryKeys are the keys of summary.json that need explaining, with their units.
func summaryKeys() []column {
	plain := func(name string, unit sim.Unit) column {
		return column{name: name, text: "summary." + strings.ReplaceAll(name, ".", "_"), unit: string(unit)}
	}
	return []column{
		plain("program_version", ""), plain("model_version", ""), plain("digest", ""),
		plain("seed", ""), plain("runs", sim.UnitCount), plain("runs_requested", sim.UnitCount), plain("partial", ""),
		plain("weeks", sim.UnitWeeks), plain("uncertain", ""), plain("assumption_sets", sim.UnitCount), plain("assumptions_differ", ""),
		plain("market_unqualified", sim.UnitShare),
		plain("headline.after_cost", sim.UnitPercentage), plain("headline.before_cost", sim.UnitPercentage),
		plain("headline.cost", sim.UnitPercentage), plain("headline.share_of_futures_above_baseline", sim.UnitShare),
		plain("headline.share_of_futures_that_pay_back", sim.UnitShare), plain("headline.payback_week", sim.UnitWeeks),
		plain("headline.quantile_dots", sim.UnitPercentage), plain("headline.factors", sim.UnitFactor),
		plain("variance.effectiveness", ""), plain("variance.npv", ""),
		{name: "mean", text: "summary.mean", unit: ofOutcome},
		{name: "sd", text: "summary.sd", unit: ofOutcome},
		{name: "p05", text: "weekly.p05", unit: ofOutcome},
		{name: "p25", text: "weekly.p25", unit: ofOutcome},
		{name: "p50", text: "weekly.p50", unit: ofOutcome},
		{name: "p75", text: "weekly.p75", unit: ofOutcome},
		{name: "p95", text: "weekly.p95", unit: ofOutcome},
		plain("undefined", sim.UnitCount),
	}
}

func (d *dictionaryMaker) summary() {
	d.add(SummaryFile, summaryKeys())
	d.outcomes(SummaryFile, "outcomes.", sim.TotalInfo())
	d.worlds(SummaryFile, "")
	d.put(SummaryFile, "difference", assets.T("report.world.difference"), "")
}

// roster explains the columns of the exported roster: what the program made of them,
// and those it kept as they were.
func (d *dictionaryMaker) roster(r *scenarios.Roster, s *sim.Scenario) {
	var text strings.Builder
	if r.Export(&text) != nil {
		return // writing the roster itself reports the fault
	}
	header, _, _ := strings.Cut(text.String(), "\n")
	kept := map[string]bool{}
	for _, name := range r.ExtraColumns {
		kept[name] = true
	}
	traits := map[string]string{}
	for _, t := range s.Catalogue.Traits {
		traits[t.ID] = t.Name
	}
	for _, name := range splitHeader(header) {
		key := "report.column.roster." + name
		switch {
		case !kept[name] && assets.Has(key):
			d.put(RosterFile, name, assets.T(key), rosterUnit(name))
		case !kept[name] && traits[name] != "":
			d.put(RosterFile, name, assets.F("report.column.roster_trait", traits[name]), UnitName(sim.UnitSD, ""))
		default:
			d.put(RosterFile, name, assets.T("report.column.roster_kept"), "")
		}
	}
}

func rosterUnit(name string) string {
	units := map[string]sim.Unit{
		"tenure_weeks": sim.UnitWeeks, "skill": sim.UnitPoints, "savvy": sim.UnitSD, "age": sim.UnitAge,
		"sales": sim.UnitFactor, "quota": sim.UnitFactor, "rating": sim.UnitSD,
		"potential": sim.UnitFactor, "accounts": sim.UnitFactor, "presence": sim.UnitFactor, "workload": sim.UnitFactor,
	}
	if u, ok := units[name]; ok {
		return UnitName(u, "")
	}
	return ""
}

// describe gives the label of a parameter, for the comments of a scenario file.
func describe(id string) string { return assets.T("param." + id + ".label") }

func dictionaryHeader() []string { return []string{"file", "column", "meaning", "unit"} }

func writeDictionary(w io.Writer, entries []entry) error {
	b := bufio.NewWriter(w)
	b.WriteString(strings.Join(dictionaryHeader(), ",") + "\n")
	var line []byte
	for _, e := range entries {
		line = appendCell(line[:0], e.file)
		for _, cell := range []string{e.column, e.meaning, e.unit} {
			line = appendCell(append(line, ','), cell)
		}
		b.Write(append(line, '\n'))
	}
	return b.Flush()
}
