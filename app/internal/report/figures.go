package report

import (
	"fmt"

	"threep/app/internal/chart"
	"threep/assets"
)

// The size of an exported figure: points for SVG, pixels for PNG at figureScale to a
// point.
const (
	figureWidth  = 800
	figureHeight = 500
	figureScale  = 2
)

// figureForms are the endings of the files of a figure.
func figureForms() []string { return []string{"png", "svg"} }

func figureName(id chart.ID, form string) string { return figureFolder + string(id) + "." + form }

// writeFigures draws every graph of the gallery.
func writeFigures(f *Folder, c *Contents) error {
	renderer, err := chart.NewRenderer(assets.FontRegular(), assets.FontBold())
	if err != nil {
		return fmt.Errorf("draw the figures: %w", err)
	}
	vector := chart.Request{Width: figureWidth, Height: figureHeight, Palette: chart.Light()}.ForExport()
	pixels := vector
	pixels.Width, pixels.Height, pixels.Scale = figureWidth*figureScale, figureHeight*figureScale, figureScale
	options := chart.Options{Program: c.Program + " " + c.Version}
	for _, kind := range chart.Gallery() {
		figure, err := chart.Build(kind.ID, c.Result, options)
		if err != nil {
			return fmt.Errorf("draw the figures: %w", err)
		}
		for _, form := range figureForms() {
			draw, request := renderer.SVG, vector
			if form == "png" {
				draw, request = renderer.PNG, pixels
			}
			data, err := draw(figure, request)
			if err != nil {
				return fmt.Errorf("draw the figures: %s: %w", kind.ID, err)
			}
			if err := f.writeBytes(figureName(kind.ID, form), data); err != nil {
				return err
			}
		}
	}
	return nil
}
