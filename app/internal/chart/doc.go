// Package chart turns results into figures and figures into pictures.
//
// A Figure is plain data: panels with series, bands, areas and marks, and an axis for
// each. Build makes one from a result; nothing of it knows of pixels, so that it can
// be tested, tabulated and read aloud. A Renderer turns a figure into an RGBA picture
// for the screen, or into a PNG, SVG or PDF file.
//
// The pictures are drawn on the canvases of gonum/plot (vg, vgimg, vgsvg, vgpdf), with
// a layout of our own in place of plot.Plot's: panels share their margins, labels
// stand at the ends of their lines, and the data area does not move when a tick label
// gets wider, which matters while a lever is being dragged.
//
// What every picture keeps to:
//
//   - The scenario is a strong coloured line; the baseline is thin, dark and on top of
//     it, so that change peels away from it; the baseline under the user's own
//     assumptions is a third, dashed line, where it differs.
//   - Series differ by colour and by line style or pattern. The palettes are made for
//     colour-blind people; in grey the order of lightness still tells areas apart.
//   - Nothing of gonum's package variables is changed; fonts are handed to the canvas.
package chart
