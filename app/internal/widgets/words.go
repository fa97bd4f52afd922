package widgets

import "threep/assets"

// SliderWords makes the sentences of a ParamSlider. A nil function takes the one of
// the text table.
type SliderWords struct {
	// NotNumber says that what was typed is no number.
	NotNumber func(typed string) string
	// OutOfRange says between what the value has to be.
	OutOfRange func(low, high string) string
	// Ambiguous says that a number has two readings.
	Ambiguous func(one, other string) string
	// Reset names the key that leads back to the base value.
	Reset func(base string) string
}

func (w SliderWords) complete() SliderWords {
	if w.NotNumber == nil {
		w.NotNumber = func(typed string) string { return assets.F("widgets.slider.not_number", typed) }
	}
	if w.OutOfRange == nil {
		w.OutOfRange = func(low, high string) string { return assets.F("widgets.slider.out_of_range", low, high) }
	}
	if w.Ambiguous == nil {
		w.Ambiguous = func(one, other string) string { return assets.F("widgets.slider.ambiguous", one, other) }
	}
	if w.Reset == nil {
		w.Reset = func(base string) string { return assets.F("widgets.slider.reset", base) }
	}
	return w
}
