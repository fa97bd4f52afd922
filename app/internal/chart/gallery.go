package chart

import (
	"strings"

	"threep/assets"
)

// ID names a kind of figure, in files and in text keys.
type ID string

// The kinds of figure.
const (
	Effectiveness   ID = "effectiveness"
	Bookings        ID = "bookings"
	RevenueMargin   ID = "revenue_margin"
	RepsAtQuota     ID = "reps_at_quota"
	AdoptionStages  ID = "adoption_stages"
	LoggedBenefit   ID = "logged_benefit"
	AdoptionSavvy   ID = "adoption_savvy"
	PipelineWinRate ID = "pipeline_win_rate"
	ForecastEnds    ID = "forecast_ends"
	Turnover        ID = "turnover"
	SellingTime     ID = "selling_time"
	Ramp            ID = "ramp"
	Money           ID = "money"
)

// Kind is an entry of the gallery.
type Kind struct {
	ID ID
	// TitleKey, SubtitleKey and HelpKey find the words in the text table; the subtitle
	// may take the currency as its argument.
	TitleKey, SubtitleKey, HelpKey string

	build func(*builder)
}

// Gallery lists the kinds of figure in their order.
func Gallery() []Kind {
	kind := func(id ID, build func(*builder)) Kind {
		key := "chart." + string(id) + "."
		return Kind{ID: id, TitleKey: key + "title", SubtitleKey: key + "subtitle", HelpKey: key + "help", build: build}
	}
	return []Kind{
		kind(Effectiveness, (*builder).effectiveness),
		kind(Bookings, (*builder).bookings),
		kind(RevenueMargin, (*builder).revenueMargin),
		kind(RepsAtQuota, (*builder).repsAtQuota),
		kind(AdoptionStages, (*builder).adoptionStages),
		kind(LoggedBenefit, (*builder).loggedBenefit),
		kind(AdoptionSavvy, (*builder).adoptionSavvy),
		kind(PipelineWinRate, (*builder).pipelineWinRate),
		kind(ForecastEnds, (*builder).forecastEnds),
		kind(SellingTime, (*builder).sellingTime),
		kind(Turnover, (*builder).turnover),
		kind(Ramp, (*builder).ramp),
		kind(Money, (*builder).money),
	}
}

// Lookup finds a kind by its ID.
func Lookup(id ID) (Kind, bool) {
	for _, k := range Gallery() {
		if k.ID == id {
			return k, true
		}
	}
	return Kind{}, false
}

// Title says what figures of the kind show.
func (k Kind) Title() string { return assets.T(k.TitleKey) }

// subtitle names quantity and unit; those of money name the currency.
func (k Kind) subtitle(currency string) string {
	if text := assets.T(k.SubtitleKey); !strings.Contains(text, "%") {
		return text
	}
	return assets.F(k.SubtitleKey, currency)
}

// Help says how to read figures of the kind.
func (k Kind) Help() string { return assets.T(k.HelpKey) }
