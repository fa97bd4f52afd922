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
	"threep/sim/analysis"
)

// contestedName is the name of the files, without their endings.
const contestedName = "contested"

// WriteContestedText writes the curves as tables, and where the claims stop to hold.
func WriteContestedText(w io.Writer, c *analysis.Contested) error {
	var b strings.Builder
	t := bufio.NewWriter(&b)
	paragraph(t, "", assets.T("contested.text.title"))
	for i := range c.Axes {
		a := &c.Axes[i]
		fmt.Fprintf(t, "\n%s\n", assets.F("contested.text.usual",
			assets.T("param."+a.Parameter+".label"), a.Parameter, studies.At(a.Parameter, a.Usual)))
		t.WriteString(Align(contestedRows(a), "  "))
	}
	paragraph(t, "", assets.T("contested.text.legend"))
	fmt.Fprintf(t, "\n%s\n", assets.T("contested.text.stops"))
	for k := range c.Axes[0].Curves {
		curve := &c.Axes[0].Curves[k]
		if !curve.Claims() {
			continue
		}
		t.WriteString("  " + studies.Claim(curve) + "\n")
		var rows [][]string
		for i := range c.Axes {
			a := &c.Axes[i]
			rows = append(rows, []string{"  " + assets.T("param."+a.Parameter+".label"), studies.Holds(a, &a.Curves[k])})
		}
		t.WriteString(Align(rows, "  "))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(w, strings.ReplaceAll(b.String(), "\u00a0", " "))
	return err
}

// contestedRows are the curves of an axis as a table; of the floors, their gains.
func contestedRows(a *analysis.ContestedAxis) [][]string {
	head := []string{""}
	rho := a.Parameter == studies.RhoParameter
	if rho {
		head = append(head, assets.T("contested.column.elasticity"))
	}
	var curves []*analysis.ContestedCurve
	for k := range a.Curves {
		c := &a.Curves[k]
		if c.Figure == analysis.FigureLoses {
			continue
		}
		curves = append(curves, c)
		key := "contested.column." + c.Claim + "-" + string(c.Figure)
		if c.Claim == "A9" {
			head = append(head, assets.F(key, strings.ToUpper(assets.T("contested.world."+c.World))))
			continue
		}
		head = append(head, assets.T(key))
	}
	rows := [][]string{head}
	for i, v := range a.Values {
		row := []string{studies.At(a.Parameter, v)}
		if rho {
			row = append(row, studies.Elasticity(v))
		}
		for _, c := range curves {
			text := format.Percent(float64(c.Value[i]))
			if holds, defined := c.Holds(i); defined && !holds {
				text = assets.F("contested.text.fails", text)
			}
			row = append(row, text)
		}
		rows = append(rows, row)
	}
	return rows
}

// WriteContested writes tables, data and figure into a folder. Program names the
// program with its version.
func WriteContested(f *Folder, c *analysis.Contested, program string) error {
	if err := f.write(contestedName+".txt", func(w io.Writer) error { return WriteContestedText(w, c) }); err != nil {
		return err
	}
	if err := f.write(contestedName+".json", func(w io.Writer) error { return WriteStudy(w, c) }); err != nil {
		return err
	}
	return writePlate(f, contestedName, chart.ContestedPlate(c, madeStamp(&c.Made, program)), 1120, 860)
}

// madeStamp says of a picture how it was made.
func madeStamp(m *analysis.Made, program string) string {
	return assets.F("contested.plate.stamp", m.Seed, program, m.Model, m.Digest[:min(12, len(m.Digest))])
}

// WriteStudy writes studies as JSON.
func WriteStudy(w io.Writer, study any) error { return writeJSON(w, study) }
