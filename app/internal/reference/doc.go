// Package reference makes the model reference: the hand-written chapters, in the order
// of the ODD protocol, with their placeholders filled from the model's own tables. It is
// Markdown, to be written into a file or shown page by page; Parse takes it apart into
// blocks for those who lay it out themselves.
package reference
