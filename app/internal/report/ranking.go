package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"threep/app/internal/chart"
	"threep/app/internal/format"
	"threep/app/internal/studies"
	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

// rankingName is the name of the files, without their endings.
const rankingName = "ranking"

// WriteRankingText writes the strongest assumptions of each output as tables.
func WriteRankingText(w io.Writer, r *analysis.Ranking, top int) error {
	var b strings.Builder
	t := bufio.NewWriter(&b)
	paragraph(t, "", assets.F("ranking.text.title", len(r.Ranges), r.Trajectories, format.Number(float64(r.Points)), r.Made.Seed))
	for i := range r.Outputs {
		out := &r.Outputs[i]
		fmt.Fprintf(t, "\n%s\n", studies.Output(out))
		paragraph(t, "", studies.Held(out))
		t.WriteString(Align(rankingRows(r, out, top), "  "))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(w, strings.ReplaceAll(b.String(), "\u00a0", " "))
	return err
}

// rankingRows are the strongest assumptions of an output as a table.
func rankingRows(r *analysis.Ranking, out *analysis.RankingOutput, top int) [][]string {
	rows := [][]string{{}}
	for _, column := range []string{"place", "parameter", "id", "range", "mu_star", "se", "mu", "sigma"} {
		rows[0] = append(rows[0], assets.T("ranking.column."+column))
	}
	units := map[string]sim.Unit{}
	for _, p := range sim.NewTable().Rows() {
		units[p.ID] = p.Unit
	}
	ranges := map[string]analysis.RankingRange{}
	for _, x := range r.Ranges {
		ranges[x.Parameter] = x
	}
	for i := range out.Effects[:min(top, len(out.Effects))] {
		e := &out.Effects[i]
		x, unit := ranges[e.Parameter], units[e.Parameter]
		points := func(n analysis.Number) string { return format.Points(float64(n)) }
		rows = append(rows, []string{
			fmt.Sprint(i + 1), assets.T("param." + e.Parameter + ".label"), e.Parameter,
			studies.Span(format.Value(x.Low, unit, ""), format.Value(x.High, unit, "")),
			strings.TrimPrefix(points(e.MuStar), "+"), strings.TrimPrefix(points(e.SE), "+"), points(e.Mu), strings.TrimPrefix(points(e.Sigma), "+"),
		})
	}
	return rows
}

// WriteRanking writes tables, data and figure into a folder. Program names the
// program with its version.
func WriteRanking(f *Folder, r *analysis.Ranking, top int, program string) error {
	if err := f.write(rankingName+".txt", func(w io.Writer) error { return WriteRankingText(w, r, top) }); err != nil {
		return err
	}
	if err := f.write(rankingName+".json", func(w io.Writer) error { return WriteStudy(w, r) }); err != nil {
		return err
	}
	return writePlate(f, rankingName, chart.RankingPlate(r, madeStamp(&r.Made, program)), 1240, 480)
}
