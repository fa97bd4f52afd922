package report

import (
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"threep/app/internal/about"
	"threep/app/internal/studies"
	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

var update = flag.Bool("update", false, "write text and figures of the studies anew from their data")

var hex64 = regexp.MustCompile(`^[0-9a-f]{64}$`)

// made holds studies to saying how they were made.
func made(t *testing.T, m *analysis.Made, command string) {
	t.Helper()
	if !strings.HasPrefix(m.Command, command) || !strings.Contains(m.Command, "--seed ") || m.Seed == 0 || m.Model == "" || !hex64.MatchString(m.Digest) {
		t.Errorf("the studies of %s were made by %+v", command, *m)
	}
	if m.Model != sim.ModelVersion {
		t.Errorf("the studies of %s are of model version %s, this is %s: make them anew", command, m.Model, sim.ModelVersion)
	}
}

// files holds studies to standing in the folder in every form.
func files(t *testing.T, name string) {
	t.Helper()
	for _, form := range []string{".json", ".txt", ".png", ".svg"} {
		info, err := os.Stat(recorded(name + form))
		if err != nil || info.Size() < 500 {
			t.Errorf("%s%s is not there: %v", name, form, err)
		}
	}
}

// TestValidationOnRecord holds the validation of the one real roster to the
// published figures of it, and to lying inside what the model makes. The data of
// the roster are not here.
func TestValidationOnRecord(t *testing.T) {
	files(t, assets.StudyValidation)
	v, err := studies.RecordedValidation()
	if err != nil {
		t.Fatal(err)
	}
	if v.Rosters != 2000 || v.People != 25 || v.Newcomers != 3 || v.Model != sim.ModelVersion {
		t.Errorf("it is of %d rosters, %d people, %d newcomers, model %s", v.Rosters, v.People, v.Newcomers, v.Model)
	}
	// R2, coefficient of variation, share of the best fifth and correlation with
	// the rating, as the published data give them.
	for _, c := range []struct {
		list []analysis.Placement
		want [4]float64
	}{
		{v.Everybody, [4]float64{.864, .389, .323, .402}},
		{v.WholeYear, [4]float64{.841, .349, .310, .318}},
	} {
		if len(c.list) != len(c.want) {
			t.Fatalf("%d figures", len(c.list))
		}
		for i, p := range c.list {
			if p.Statistic != analysis.Statistics()[i] || math.Abs(float64(p.Observed)-c.want[i]) > .0006 {
				t.Errorf("%s of %d people is %.4f, want %.3f", p.Statistic, p.People, p.Observed, c.want[i])
			}
		}
	}
	for i := range v.Everybody {
		p := &v.Everybody[i]
		if p.People != 25 {
			t.Errorf("%s rests on %d people", p.Statistic, p.People)
		}
		// The reference says that all lie inside, and the spread of sales lowest.
		lowest := p.Statistic == analysis.SalesCV && p.Percentile > .05
		if lowest || !p.Inside() || p.Inside() != (p.Observed >= p.Low[2] && p.Observed <= p.High[2]) {
			t.Errorf("%s = %.3f is among %.3f to %.3f, place %s", p.Statistic, p.Observed, p.Low[2], p.High[2], p.Place)
		}
	}
}

// TestReferenceSaysWhatWasStudied holds the sentences of the reference that draw
// conclusions to the studies on record.
func TestReferenceSaysWhatWasStudied(t *testing.T) {
	v, err := studies.RecordedValidation()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range v.Without {
		cv := w.Everybody[1]
		switch w.Cause {
		case analysis.CauseNewcomer:
			if cv.Place != analysis.PlaceUsual {
				t.Errorf("without ramp and vacancy the spread of sales is in place %q, lower in %g", cv.Place, cv.Percentile)
			}
		case analysis.CausePeople:
			if cv.Percentile < .15 {
				t.Errorf("without people the spread of sales is lower in %g", cv.Percentile)
			}
		case analysis.CauseLuck:
			if cv.Percentile > .04 {
				t.Errorf("without %s the spread of sales is lower in %g", w.Cause, cv.Percentile)
			}
		}
	}
	c, err := studies.RecordedContested()
	if err != nil {
		t.Fatal(err)
	}
	stops := func(axis string, claim string, figure analysis.Figure, world string) []analysis.BreakEven {
		for i := range c.Axes {
			for k := range c.Axes[i].Curves {
				if x := &c.Axes[i].Curves[k]; c.Axes[i].Parameter == axis && x.Claim == claim && x.Figure == figure && x.World == world {
					return x.BreakEvens
				}
			}
		}
		t.Fatalf("there is no curve of %s over %s", claim, axis)
		return nil
	}
	// Tools pay at every share of unqualified reps, where all else is ready.
	if b := stops("people.unqualified_share", "A8", analysis.FigurePays, "3p-ready"); len(b) != 0 {
		t.Errorf("over the unqualified share A8 stops to hold at %+v", b)
	}
	if b := stops("people.trait_floor_hardness", "A4", analysis.FigureDifference, "3p-ready"); len(b) != 1 || b[0].Holds != analysis.Above || b[0].At <= .5 {
		t.Errorf("over the hardness of the floor A4 stops to hold at %+v", b)
	}
	process := stops("complementarity.rho", "A9", analysis.FigureGain, "floor-process")
	for _, world := range []string{"floor-people", "floor-product", "floor-infrastructure"} {
		other := stops("complementarity.rho", "A9", analysis.FigureGain, world)
		if len(process) != 1 || len(other) != 1 || process[0].Holds != analysis.Below || other[0].Holds != analysis.Below || process[0].At >= other[0].At {
			t.Errorf("A9 is not weakest for process: %+v, for %s %+v", process, world, other)
		}
	}
}

// TestContestedOnRecord holds the curves to being whole, and their figure and
// words to being made of them.
func TestContestedOnRecord(t *testing.T) {
	files(t, assets.StudyContested)
	c, err := studies.RecordedContested()
	if err != nil {
		t.Fatal(err)
	}
	made(t, &c.Made, "simrun contested --full")
	ranges := map[string][2]float64{"people.unqualified_share": {0, .7}, "people.trait_floor_hardness": {0, 1}, "complementarity.rho": {-20, 1}}
	if !c.Full || len(c.Axes) != len(ranges) {
		t.Fatalf("full is %v, %d axes", c.Full, len(c.Axes))
	}
	for i := range c.Axes {
		a := &c.Axes[i]
		low, high := math.Inf(1), math.Inf(-1)
		for _, v := range a.Values {
			low, high = math.Min(low, v), math.Max(high, v)
		}
		if ranges[a.Parameter] != [2]float64{low, high} || len(a.Values) < 10 {
			t.Errorf("%s goes from %g to %g in %d values", a.Parameter, low, high, len(a.Values))
		}
		claims := map[string]bool{}
		for k := range a.Curves {
			curve := &a.Curves[k]
			claims[curve.Claim] = true
			if len(curve.Value) != len(a.Values) || len(curve.SE) != len(a.Values) {
				t.Errorf("%s: the curve of %s has %d values", a.Parameter, curve.Figure, len(curve.Value))
			}
			for j, v := range curve.Value {
				// Where nobody is unqualified there is no gain of theirs.
				if undefined := math.IsNaN(float64(v)); undefined && !(curve.Claim == "A4" && a.Values[j] == 0) {
					t.Errorf("%s of %s at %g is not defined", curve.Figure, a.Parameter, a.Values[j])
				}
			}
			if said := studies.Holds(a, curve); said == "" || strings.Contains(said, "⟦") || strings.Contains(said, "%!") {
				t.Errorf("of %s it is said %q", curve.Figure, said)
			}
		}
		if !claims["A4"] || !claims["A8"] || !claims["A9"] {
			t.Errorf("%s shows %v", a.Parameter, claims)
		}
	}
	onRecord(t, assets.StudyContested, func(w io.Writer) error { return WriteContestedText(w, c) }, func(f *Folder) error { return WriteContested(f, c, program) })
}

// TestRankingOnRecord holds the ranking to being whole and in order.
func TestRankingOnRecord(t *testing.T) {
	files(t, assets.StudyRanking)
	r, err := studies.RecordedRanking()
	if err != nil {
		t.Fatal(err)
	}
	made(t, &r.Made, "simrun ranking")
	if r.Trajectories < 10 || r.Points != r.Trajectories*(len(r.Ranges)+1) || len(r.Outputs) != 6 {
		t.Errorf("%d trajectories, %d points, %d outputs", r.Trajectories, r.Points, len(r.Outputs))
	}
	for i := range r.Outputs {
		out := &r.Outputs[i]
		if len(out.Effects) != len(r.Ranges) {
			t.Errorf("%s ranks %d of %d assumptions", out.Claim, len(out.Effects), len(r.Ranges))
		}
		for k := range out.Effects {
			e := &out.Effects[k]
			if !(e.MuStar >= 0) || float64(e.MuStar) < math.Abs(float64(e.Mu))-1e-12 || k > 0 && e.MuStar > out.Effects[k-1].MuStar {
				t.Errorf("%s: %s stands in place %d with %+v", out.Claim, e.Parameter, k+1, *e)
			}
			if !assets.Has("param." + e.Parameter + ".label") {
				t.Errorf("%s has no name", e.Parameter)
			}
		}
	}
	onRecord(t, assets.StudyRanking, func(w io.Writer) error { return WriteRankingText(w, r, 12) }, func(f *Folder) error { return WriteRanking(f, r, 12, program) })
}

const program = about.Name + " " + about.Version

// onRecord holds the text beside a study to its data; with -update, text and
// figures are written anew from the data.
func onRecord(t *testing.T, name string, text func(w io.Writer) error, write func(f *Folder) error) {
	t.Helper()
	if *update {
		f, err := OpenFolder(recorded(""), true)
		if err == nil {
			err = write(f)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var b strings.Builder
	if err := text(&b); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(recorded(name + ".txt"))
	if err != nil || string(want) != b.String() {
		t.Errorf("%s.txt is not what %s.json says (go test ./app/internal/report -run OnRecord -update writes it anew): %v", name, name, err)
	}
	if got := b.String(); strings.Contains(got, "⟦") || strings.Contains(got, "%!") {
		t.Errorf("a text is lacking in\n%s", got)
	}
}

// recorded is where a file of the studies stands.
func recorded(name string) string { return filepath.Join("..", "..", "..", "assets", "studies", name) }
