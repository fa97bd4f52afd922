// Package analysis holds the model to what it must show. Its checks are data:
// each names its worlds, what is decided in them, the window, the estimator, the
// bands, the numbers of runs, the seed and its sources, and can be run, read and
// shown anywhere. There are three kinds: claims of the founding text, published
// evidence, and mathematics.
//
// The package knows ids; the sentences that a reader sees stand in the text
// table under health.ID.
package analysis
