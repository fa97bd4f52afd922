package chart

import (
	"bytes"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"threep/sim"
	"threep/sim/analysis"
)

// placement is a placement among a bell of simulated figures.
func placement(s analysis.Statistic, observed float64) analysis.Placement {
	p := analysis.Placement{
		Statistic: s, People: 22, Observed: analysis.Number(observed), Median: .5, Percentile: .9, Place: analysis.PlaceRare,
		Low: []analysis.Number{.43, .34, .24}, High: []analysis.Number{.57, .66, .76},
	}
	for i := range 2000 {
		p.Simulated = append(p.Simulated, .5+.1*math.Log((float64(i)+.5)/(2000-float64(i)-.5))*.55)
	}
	return p
}

func validationPlate() *Plate {
	lacking := analysis.Placement{Statistic: analysis.RatingSales, Lack: analysis.LackPeople, People: 3}
	return ValidationPlate(&analysis.Validation{
		Rosters: 2000, Seed: 1, People: 25, Newcomers: 3,
		Everybody: []analysis.Placement{
			placement(analysis.TerritoryR2, .7), placement(analysis.SalesCV, .2), placement(analysis.TopFifth, .5), lacking,
		},
	}, "people.csv", "2,000 rosters · seed 1")
}

func curvesPlate() *Plate {
	x := []float64{0, .1, .2, .3, .4, .5}
	cell := Cell{
		Title: "A claim", Caption: "stops to hold at 24%",
		X: NiceScale(sim.UnitShare, "share", x...), Y: NiceScale(sim.UnitShare, "gain", -.1, .3),
		Fills:  []Fill{{X: x, Low: []float64{.15, .1, 0, -.1, math.NaN(), -.1}, High: []float64{.25, .2, .1, 0, math.NaN(), 0}, Hue: HueScenario, Alpha: 60}},
		Curves: []Curve{{Label: "gain", X: x, Y: []float64{.2, .15, .05, -.05, math.NaN(), -.05}, Hue: HueScenario, Width: Thick}},
		Levels: []Level{{At: 0, Label: "nothing"}},
		Marks:  []PlateMark{{At: .24, Label: "24%", Hue: HueLoss, Dash: Dashed}},
		Dots:   []Dot{{X: .1, Y: .15, Low: .05, High: .15, Hue: HueThird, Hollow: true}},
	}
	return &Plate{Title: "Curves", Subtitle: "over an assumption", Note: "What is what.", Stamp: "seed 1", Columns: 2, Cells: []Cell{cell, cell, cell}}
}

func TestPlatesLookAsTheyDid(t *testing.T) {
	r := renderer(t)
	for name, plate := range map[string]*Plate{"validation": validationPlate(), "curves": curvesPlate()} {
		file := filepath.Join("testdata", "plate_"+name+".png")
		request := Request{Width: 560, Height: 400, Palette: Light()}.ForExport()
		got, err := r.DrawPlate(plate, request)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			data, err := r.PlatePNG(plate, request)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if share := unlike(got, want); share > .005 {
			t.Errorf("%s: %.1f%% of the pixels are others; look, and run with -update if that is meant", file, share*100)
		}
	}
}

// TestPlatesKeepTheirPartsApart lays plates out on pages of many sizes: data areas
// must not overlap each other or leave the page.
func TestPlatesKeepTheirPartsApart(t *testing.T) {
	r := renderer(t)
	for _, size := range [][2]float64{{300, 300}, {560, 400}, {800, 560}, {1200, 900}} {
		for _, plate := range []*Plate{validationPlate(), curvesPlate()} {
			l := layOutPlate(plate, size[0], size[1], Request{Width: 1, Height: 1, Text: 1, Palette: Light(), Title: true, Note: true, Stamp: true}, r.fonts)
			for i := range l.cells {
				a := l.cells[i].data
				if a.width() < 40 || a.height() < 1 || a.left < 0 || a.right > size[0] || a.bottom > l.foot {
					t.Errorf("on %v, cell %d has %+v", size, i, a)
				}
				for k := range i {
					b := l.cells[k].data
					if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
						t.Errorf("on %v, cells %d and %d lie on each other", size, k, i)
					}
				}
			}
		}
	}
}

// TestPlatesSayTheirWords reads the words of a drawing.
func TestPlatesSayTheirWords(t *testing.T) {
	r := renderer(t)
	svg, err := r.PlateSVG(validationPlate(), Request{Width: 500, Height: 400, Palette: Dark()}.ForExport())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<title>A real roster among 2,000 simulated ones</title>", "people.csv: 25 people", "observed 0.7.", "observed 50%.",
		"high, but in the middle 99%", "not placed: known of 3 people, 8 are needed", "seed 1",
	} {
		if !bytes.Contains(svg, []byte(want)) {
			t.Errorf("the drawing does not say %q", want)
		}
	}
	if bytes.Contains(svg, []byte("⟦")) {
		t.Error("a text is lacking")
	}
	if _, err := r.PlateSVG(validationPlate(), Request{}); err == nil || !strings.Contains(err.Error(), "at least 1") {
		t.Errorf("a page without size gives %v", err)
	}
}

// TestShadesFollowTheIntervals counts the columns of a distribution.
func TestShadesFollowTheIntervals(t *testing.T) {
	cell := validationPlate().Cells[0]
	total := 0.0
	for _, f := range cell.Fills {
		total += f.High[0]
		middle := (f.X[0] + f.X[1]) / 2
		if central := middle >= .43 && middle <= .57; central != (f.Alpha == 235) {
			t.Errorf("the column at %.3f has strength %d", middle, f.Alpha)
		}
	}
	if total != 2000 || len(cell.Marks) != 1 || cell.Marks[0].At != .7 {
		t.Errorf("%g rosters are shown, marks %+v", total, cell.Marks)
	}
}
