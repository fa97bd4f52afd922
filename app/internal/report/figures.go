package report

import (
	"errors"
	"fmt"
	"runtime"
	"sync"

	"threep/app/internal/chart"
	"threep/assets"
	"threep/scenarios"
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

// writeFigures draws every graph of the gallery, shared over the processors, and
// writes them in their order.
func writeFigures(f *Folder, c *Contents) error {
	renderer, err := chart.NewRenderer(assets.FontRegular(), assets.FontBold())
	if err != nil {
		return fmt.Errorf("draw the figures: %w", err)
	}
	gallery := chart.Gallery()
	drawn, faults := make([]map[string][]byte, len(gallery)), make([]error, len(gallery))
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(gallery)) {
		wait.Go(func() {
			for i := range next {
				drawn[i], faults[i] = drawFigure(renderer, gallery[i].ID, c)
			}
		})
	}
	for i := range gallery {
		next <- i
	}
	close(next)
	wait.Wait()
	if err := errors.Join(faults...); err != nil {
		return err
	}
	for i, kind := range gallery {
		for _, form := range figureForms() {
			if err := f.writeBytes(figureName(kind.ID, form), drawn[i][form]); err != nil {
				return err
			}
		}
	}
	return nil
}

// drawFigure draws one graph in every form.
func drawFigure(renderer *chart.Renderer, id chart.ID, c *Contents) (map[string][]byte, error) {
	figure, err := chart.Build(id, c.Result, chart.Options{
		Program: c.Program + " " + c.Version, Changed: c.Changed, Digest: scenarios.Digest(c.scenario()),
	})
	if err != nil {
		return nil, fmt.Errorf("draw the figures: %w", err)
	}
	request := chart.Request{Width: figureWidth, Height: figureHeight, Palette: chart.Light()}.ForExport()
	vector, err := renderer.SVG(figure, request)
	if err != nil {
		return nil, fmt.Errorf("draw the figure %s as SVG: %w", id, err)
	}
	request.Width, request.Height, request.Scale = figureWidth*figureScale, figureHeight*figureScale, figureScale
	pixels, err := renderer.PNG(figure, request)
	if err != nil {
		return nil, fmt.Errorf("draw the figure %s as PNG: %w", id, err)
	}
	return map[string][]byte{"svg": vector, "png": pixels}, nil
}
