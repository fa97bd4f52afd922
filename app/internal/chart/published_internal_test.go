package chart

import (
	"math"
	"slices"
	"strings"
	"testing"

	"threep/assets"
	"threep/sim"
)

// TestEveryKindHasItsPublishedFigures holds every kind of figure to naming findings of
// the register, and every one that may be marked to having a short name.
func TestEveryKindHasItsPublishedFigures(t *testing.T) {
	known := yardsticks()
	for _, kind := range Gallery() {
		if len(known[kind.ID]) == 0 {
			t.Errorf("no published figure belongs to %s", kind.ID)
		}
		seen := map[string]bool{}
		for _, y := range known[kind.ID] {
			if _, ok := sim.LookupFinding(y.finding); !ok || seen[y.finding] {
				t.Errorf("%s names the finding %s, which is not in the register or named twice", kind.ID, y.finding)
			}
			seen[y.finding] = true
			b := builder{facts: facts(156, 1)}
			f, _ := sim.LookupFinding(y.finding)
			if _, _, _, ok := y.place(&b, &f); ok && !assets.Has("finding."+y.finding+".short") {
				t.Errorf("%s marks %s, which has no short name", kind.ID, y.finding)
			}
			if y.label != "" && !assets.Has("chart.published."+y.label) {
				t.Errorf("%s labels %s by %q, for which there are no words", kind.ID, y.finding, y.label)
			}
		}
	}
}

// TestMarksStandWhereTheySay looks for the troubling statistics on the graphs that they
// belong to.
func TestMarksStandWhereTheySay(t *testing.T) {
	for _, c := range []struct {
		kind    ID
		finding string
		at      float64 // on the axis, or weeks
		upright bool
		label   string
	}{
		{RepsAtQuota, "quota_2018", .54, false, "CSO 2018: 54% (C)"},
		{RepsAtQuota, "quota_2010_omg", .44, false, "Kurlan 2010: 44% (C)"},
		{PipelineWinRate, "won_2015", .466, false, "CSO 2015: 46.6% (C)"},
		{ForecastEnds, "won_2015", .466, false, "CSO 2015: 46.6% won (C)"},
		{ForecastEnds, "no_decision_2015", .762, false, "CSO 2015: 23.8% no decision (C)"},
		{Turnover, "turnover_2010", .28, false, "DePaul 2010: 28% (C)"},
		{SellingTime, "selling_2011", .41, false, "CSO 2011: 41% (C)"},
		{SellingTime, "selling_2006", .46, false, "CSO 2006: 46% (C)"},
		{Ramp, "ramp_field", 5. * 52 / 12, true, "Bridge 2017: 5\u00a0months (C)"},
		{AdoptionStages, "crm_adoption_firms", .9, false, "Dickie 2006: under 40% of firms reach 90% adoption (C)"},
		{AdoptionStages, "rejected_after_months", 8 + 26, true, "Speier & Venkatesh 2002: widely rejected by here (B)"},
		{LoggedBenefit, "rejected_after_months", 8 + 26, true, "Speier & Venkatesh 2002: widely rejected by here (B)"},
	} {
		var found *Mark
		f := figure(t, c.kind, Options{})
		for i := range f.Panels {
			for k := range f.Panels[i].Marks {
				if m := &f.Panels[i].Marks[k]; m.Finding == c.finding {
					found = m
				}
			}
		}
		if found == nil {
			t.Errorf("%s does not mark %s", c.kind, c.finding)
			continue
		}
		if math.Abs(found.Low-c.at) > 1e-9 || found.Upright != c.upright || found.Label != c.label {
			t.Errorf("%s marks %s as %+v, want %q at %g", c.kind, c.finding, *found, c.label, c.at)
		}
	}
}

// TestMarksDoNotClutter holds every figure to two marks at most, all others to the list,
// and the list to saying source, year and grade.
func TestMarksDoNotClutter(t *testing.T) {
	for _, kind := range Gallery() {
		f := figure(t, kind.ID, Options{})
		marks := 0
		for _, p := range f.Panels {
			marks += len(p.Marks)
			for _, m := range p.Marks {
				if !m.Upright && (m.Low < p.Y.Min || m.High > p.Y.Max) {
					t.Errorf("%s: %q is beyond the axis %v", kind.ID, m.Label, p.Y.Range)
				}
				if !slices.ContainsFunc(f.Published, func(p Published) bool { return p.Finding == m.Finding }) {
					t.Errorf("%s: the list lacks what is marked, %q", kind.ID, m.Label)
				}
			}
		}
		if marks > marksAtMost {
			t.Errorf("%s has %d marks", kind.ID, marks)
		}
		text := NewTable(f).Text()
		for _, p := range f.Published {
			finding, _ := sim.LookupFinding(p.Finding)
			if !strings.Contains(text, p.Line()) || !strings.Contains(p.Line(), p.Grade) || finding.HasFigure() != strings.Contains(p.Line(), p.Figure) || strings.Contains(p.Line(), "⟦") {
				t.Errorf("%s: the table beside the graph does not say %q", kind.ID, p.Line())
			}
			if !strings.Contains(TSV(f), "\n"+p.Text+"\t") {
				t.Errorf("%s: the spreadsheet lacks %q", kind.ID, p.Text)
			}
		}
		if plain := figure(t, kind.ID, Options{Plain: true}); len(plain.Published) > 0 || strings.Contains(NewTable(plain).Text(), assets.T("chart.published.title")) {
			t.Errorf("%s shows published figures where none are wanted", kind.ID)
		}
	}
}

// TestNoToolsNoGoLive has nothing stand after a go-live that there is not.
func TestNoToolsNoGoLive(t *testing.T) {
	fc := facts(156, 4)
	fc.GoLive = math.NaN()
	f, err := BuildFrom(Money, fc, newFake(156, 4), Options{})
	if err != nil || len(f.Panels[0].Marks) > 0 || len(f.Published) == 0 {
		t.Errorf("without a go-live %d marks are drawn, %v", len(f.Panels[0].Marks), err)
	}
	fc = facts(520, 4)
	f, err = BuildFrom(Money, fc, newFake(520, 4), Options{})
	if err != nil || len(f.Panels[0].Marks) != 1 {
		t.Fatalf("over ten years %d marks are drawn, %v", len(f.Panels[0].Marks), err)
	}
	if m := f.Panels[0].Marks[0]; !m.Upright || math.Abs(m.Low-(8+6.2*52)) > 1e-9 || math.Abs(m.High-(8+7.4*52)) > 1e-9 {
		t.Errorf("payback is marked as %+v", m)
	}
}

func TestAxesWidenForMarksWithinReason(t *testing.T) {
	for _, c := range []struct {
		axis      Range
		low, high float64
		want      bool
	}{
		{Range{.5, .7}, .54, .54, true},
		{Range{.5, .7}, .44, .44, true},
		{Range{.5, .6}, .1, .1, false},
		{Range{0, 1}, .9, .9, true},
	} {
		p := Panel{Y: Axis{Range: c.axis, Unit: sim.UnitShare}}
		got := p.widenFor(c.low, c.high)
		if got != c.want || got && (c.low < p.Y.Min || c.high > p.Y.Max) || !got && p.Y.Range != c.axis || p.Y.Max > 1 || p.Y.Min < 0 {
			t.Errorf("%v for %g to %g becomes %v, %v", c.axis, c.low, c.high, p.Y.Range, got)
		}
	}
}

// TestLabelsOfMarksAreWholeAndApart draws figures from narrow to wide: no label is cut
// off, leaves the data area, or lies on another.
func TestLabelsOfMarksAreWholeAndApart(t *testing.T) {
	r := renderer(t)
	for _, kind := range Gallery() {
		f := figure(t, kind.ID, Options{})
		for _, width := range []float64{220, 300, 450, 620, 900} {
			q := Request{Width: int(width), Height: int(width * .55), Text: 1, Scale: 1, Palette: Light()}
			l := layOut(f, width, width*.55, q, r.fonts)
			if l.bare {
				continue
			}
			a := artist{pen: &pen{fonts: r.fonts}, figure: f, layout: l, palette: q.Palette}
			for i := range f.Panels {
				d := l.panels[i].data
				marks := a.placeMarks(&f.Panels[i], transform{data: d, axis: f.Panels[i].Y.Range, weeks: f.X.Max})
				for k, m := range marks {
					if m.box.left < d.left || m.box.right > d.right || m.box.top < d.top || m.box.bottom > d.bottom || strings.Contains(strings.Join(m.words, ""), "…") {
						t.Errorf("%s, %g wide: %q does not fit", kind.ID, width, m.words)
					}
					for _, o := range marks[k+1:] {
						if m.box.left < o.box.right && m.box.right > o.box.left && m.box.top < o.box.bottom && m.box.bottom > o.box.top {
							t.Errorf("%s, %g wide: %q lies on %q", kind.ID, width, m.words, o.words)
						}
					}
				}
				if width >= 450 && len(marks) < len(f.Panels[i].Marks) {
					t.Errorf("%s, %g wide: %d of %d marks have room", kind.ID, width, len(marks), len(f.Panels[i].Marks))
				}
			}
		}
	}
}

// TestDerivedOutcomes works turnover and selling time out by hand.
func TestDerivedOutcomes(t *testing.T) {
	src := newFake(104, 2)
	src.values = func(o sim.Weekly, _ sim.World, _, week int) float64 {
		switch o {
		case sim.WeekVoluntary:
			return .5
		case sim.WeekLetGo:
			if week < 52 {
				return .5
			}
			return 0
		case sim.WeekHeadcount:
			return 100
		case sim.WeekSellingHours:
			return 20
		case sim.WeekAdminHours:
			return 30
		}
		return 0
	}
	build := func(id ID) []float64 {
		f, err := BuildFrom(id, facts(104, 2), src, Options{})
		if err != nil || f.Empty != "" {
			t.Fatalf("%s: %q, %v", id, f.Empty, err)
		}
		return f.Panels[0].Series[0].Y
	}
	rate := build(Turnover)
	if finite(rate[11]) || math.Abs(rate[12]-.52) > 1e-9 || math.Abs(rate[51]-.52) > 1e-9 || math.Abs(rate[103]-.26) > 1e-9 {
		t.Errorf("turnover is %g, %g, %g and %g", rate[11], rate[12], rate[51], rate[103])
	}
	if share := build(SellingTime); math.Abs(share[50]-.4) > 1e-9 {
		t.Errorf("selling time is %g", share[50])
	}
}

// TestRampIsTheAssumptions works the curve of one kind of reps out by hand.
func TestRampIsTheAssumptions(t *testing.T) {
	y := rampCurve([]RampOf{{Share: 1, Weeks: 20, Spread: 0, Start: .2}})
	if math.Abs(y[9]-.6) > 1e-9 || math.Abs(y[19]-1) > 1e-9 || y[rampWeeks-1] != 1 {
		t.Errorf("after 10, 20 and 78 weeks the rate is %g, %g and %g", y[9], y[19], y[rampWeeks-1])
	}
	f := figure(t, Ramp, Options{})
	if len(f.Panels[0].Series) != 2 || len(f.Verges) > 0 || f.X.label(0, false) != assets.T("chart.axis.hired") {
		t.Errorf("the figure has %d lines, %v", len(f.Panels[0].Series), f.Verges)
	}
}
