package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"threep/app/internal/chart"
	"threep/app/internal/format"
	"threep/app/internal/studies"
	"threep/assets"
	"threep/sim/analysis"
)

// The names of the files of a validation.
const (
	validationText   = "validation.txt"
	validationJSON   = "validation.json"
	validationFigure = "validation"
)

// writeJSON writes a value as JSON for people and programs.
func writeJSON(w io.Writer, x any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(x)
}

// WriteValidationText writes a validation as a table with words.
func WriteValidationText(w io.Writer, v *studies.Validation) error {
	var b strings.Builder
	t := bufio.NewWriter(&b)
	paragraph(t, "", assets.F("validation.text.people", v.Roster, v.People, v.Newcomers))
	if !v.TenureKnown {
		paragraph(t, "", assets.T("validation.text.no_tenure"))
	}
	paragraph(t, "", assets.F("validation.text.simulated", format.Number(float64(v.Rosters)), v.Seed))
	paragraph(t, "", assets.F("validation.text.hidden", facts(v.Given)))
	fmt.Fprintf(t, "\n%s\n", assets.F("validation.text.everybody", v.People))
	t.WriteString(Align(placementRows(v.Everybody), "  "))
	if v.Newcomers > 0 {
		fmt.Fprintf(t, "\n%s\n", assets.F("validation.text.whole_year", v.People-v.Newcomers))
		t.WriteString(Align(placementRows(v.WholeYear), "  "))
	}
	fmt.Fprintf(t, "\n%s\n", assets.T("validation.text.without"))
	t.WriteString(Align(withoutRows(v.Validation), "  "))
	paragraph(t, "", assets.T("validation.text.seat"))
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(w, strings.ReplaceAll(b.String(), "\u00a0", " "))
	return err
}

// facts lists facts in words.
func facts(list []analysis.Fact) string {
	if len(list) == 0 {
		return assets.T("validation.text.nothing")
	}
	words := make([]string, len(list))
	for i, f := range list {
		words[i] = assets.T("validation.fact." + string(f))
	}
	return strings.Join(words, ", ")
}

// placementRows are the placements as a table.
func placementRows(list []analysis.Placement) [][]string {
	column := func(id string) string { return assets.T("validation.column." + id) }
	head := []string{column("figure"), column("observed"), column("median")}
	for _, share := range analysis.Centrals() {
		head = append(head, assets.F("validation.column.central", format.Percent(share)))
	}
	rows := [][]string{append(head, column("percentile"), column("place"))}
	for i := range list {
		p := &list[i]
		value := func(v analysis.Number) string { return studies.Figure(p.Statistic, float64(v)) }
		row := []string{studies.Statistic(p.Statistic), value(p.Observed)}
		if p.Lack != analysis.LackNone {
			rows = append(rows, append(row, "", "", "", "", "", studies.Place(p)))
			continue
		}
		row = append(row, value(p.Median))
		for k := range p.Low {
			row = append(row, studies.Span(value(p.Low[k]), value(p.High[k])))
		}
		rows = append(rows, append(row, format.Percent(float64(p.Percentile)), studies.Place(p)))
	}
	return rows
}

// withoutRows are the causes of the simulated spread as a table.
func withoutRows(v *analysis.Validation) [][]string {
	head := []string{assets.T("validation.column.without")}
	for i := range v.Everybody {
		head = append(head, studies.Statistic(v.Everybody[i].Statistic))
	}
	return append([][]string{head}, studies.Without(v)...)
}

// ValidationSummary counts what lies inside the central 99%.
func ValidationSummary(v *studies.Validation) string {
	inside, placed := 0, 0
	for i := range v.Everybody {
		if v.Everybody[i].Lack == analysis.LackNone {
			placed++
		}
		if v.Everybody[i].Inside() {
			inside++
		}
	}
	return assets.F("validation.text.summary", inside, placed)
}

// WriteValidation writes table, data and figure into a folder. Program names the
// program with its version.
func WriteValidation(f *Folder, v *studies.Validation, program string) error {
	stamp := assets.F("validation.plate.stamp", format.Number(float64(v.Rosters)), v.Seed, program, v.Model)
	plate := chart.ValidationPlate(v.Validation, v.Roster, stamp)
	if err := f.write(validationText, func(w io.Writer) error { return WriteValidationText(w, v) }); err != nil {
		return err
	}
	if err := f.write(validationJSON, func(w io.Writer) error { return WriteStudy(w, v) }); err != nil {
		return err
	}
	return writePlate(f, validationFigure, plate, 800, 560)
}

// writePlate draws a plate as PNG and SVG; width and height are in points.
func writePlate(f *Folder, name string, plate *chart.Plate, width, height int) error {
	renderer, err := chart.NewRenderer(assets.FontRegular(), assets.FontBold())
	if err != nil {
		return fmt.Errorf("draw the figure: %w", err)
	}
	request := chart.Request{Width: width, Height: height, Palette: chart.Light()}.ForExport()
	vector, err := renderer.PlateSVG(plate, request)
	if err != nil {
		return fmt.Errorf("draw the figure %s as SVG: %w", name, err)
	}
	request.Width, request.Height, request.Scale = width*figureScale, height*figureScale, figureScale
	pixels, err := renderer.PlatePNG(plate, request)
	if err != nil {
		return fmt.Errorf("draw the figure %s as PNG: %w", name, err)
	}
	if err := f.writeBytes(name+".png", pixels); err != nil {
		return err
	}
	return f.writeBytes(name+".svg", vector)
}
