package sim

// contentWeight is the part of content in what the product brings to a tool
// [judgement]: content is what a content tool serves and has no other effect, fit
// and clarity help it besides what they do for a deal. They share the rest evenly.
const contentWeight = .5

// productReadiness is what the product brings to a tool, 0-1: the harmonic mean of
// content, fit and clarity, so that all are needed. It is 0 where one of them is,
// near 0 where one is next to it, and their common level where they are level.
//
//	s_content = 1 / (contentWeight / content + (1 - contentWeight) / 2 x (1 / fit + 1 / clarity))
func productReadiness(content, fit, clarity float64) float64 {
	if content <= 0 || fit <= 0 || clarity <= 0 {
		return 0
	}
	const rest = (1 - contentWeight) / 2
	return 1 / (contentWeight/content + rest/fit + rest/clarity)
}
