// Package studies puts into words what was studied of the model itself: a real
// roster among simulated ones, where contested claims stop to hold, and which
// assumptions decide them; and it reads the studies on record.
package studies
