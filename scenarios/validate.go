package scenarios

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"threep/sim"
)

// Validate returns every fault of s at once as a *FaultError, or nil: what
// sim.Scenario.Validate finds, and what only files can get wrong.
func Validate(s *sim.Scenario) error {
	return faultError("", validate(s))
}

func validate(s *sim.Scenario) []Fault {
	var faults []Fault
	if err := s.Validate(table()); err != nil {
		var joined interface{ Unwrap() []error }
		list := []error{err}
		if errors.As(err, &joined) {
			list = joined.Unwrap()
		}
		for _, e := range list {
			var f *sim.Fault
			if errors.As(e, &f) {
				faults = append(faults, Fault{Path: f.Path, Message: withoutID(f)})
			} else {
				faults = append(faults, Fault{Message: e.Error()})
			}
		}
	}
	v := &textValidator{faults: faults}
	v.organisation(&s.Organisation)
	v.catalogue(&s.Catalogue)
	v.text("name", s.Name)
	v.text("title", s.Title)
	v.text("story", s.Story)
	return v.faults
}

// withoutID drops a parameter's id from the start of a message that its path
// already opens.
func withoutID(f *sim.Fault) string {
	id, rest, ok := strings.Cut(f.Message, " ")
	if ok && (f.Path == id || strings.HasSuffix(f.Path, "."+id)) {
		return rest
	}
	return f.Message
}

// textValidator checks what is written in letters: ids, dates, codes.
type textValidator struct{ faults []Fault }

func (v *textValidator) add(path, format string, args ...any) {
	v.faults = append(v.faults, Fault{Path: path, Message: fmt.Sprintf(format, args...)})
}

func (v *textValidator) text(path, text string) {
	if !utf8.ValidString(text) {
		v.add(path, "is not UTF-8 text; write it anew")
	}
}

// The forms of an id and of a currency code.
const (
	idForm       = `^[a-z0-9][a-z0-9_-]*$`
	currencyForm = `^[A-Z]{3}$`
)

func (v *textValidator) organisation(o *sim.Organisation) {
	if _, ok := LookupIndustry(o.Industry); !ok {
		v.add("organisation.industry", "is %q, which is not a preset; use one of %s", o.Industry, strings.Join(industryIDs(), ", "))
	}
	if _, err := time.Parse(time.DateOnly, o.StartDate); err != nil {
		v.add("organisation.start_date", "is %q, which is not a day; give one as \"2010-01-04\"", o.StartDate)
	}
	if o.PriceYear < 1900 || o.PriceYear > 2200 {
		v.add("organisation.price_year", "is %d; give the year of the prices, 1900 to 2200", o.PriceYear)
	}
	if len(o.Currency) == 3 && !regexp.MustCompile(currencyForm).MatchString(o.Currency) {
		v.add("organisation.currency", "is %q; give an ISO code such as \"USD\"", o.Currency)
	}
}

func (v *textValidator) catalogue(c *sim.Catalogue) {
	form := regexp.MustCompile(idForm)
	id := func(path, id string) {
		if id != "" && !form.MatchString(id) {
			v.add(path+".id", "is %q; use small letters a-z, digits, - and _", id)
		}
	}
	for i := range c.Traits {
		path := element("catalogue.traits", i)
		id(path, c.Traits[i].ID)
		v.text(path+".name", c.Traits[i].Name)
		v.text(path+".source", c.Traits[i].Source)
	}
	for i := range c.Roles {
		path := element("catalogue.roles", i)
		id(path, c.Roles[i].ID)
		v.text(path+".name", c.Roles[i].Name)
		v.text(path+".source", c.Roles[i].Source)
	}
	cohorts := map[string]bool{}
	for i := range c.Cohorts {
		path := element("catalogue.cohorts", i)
		id(path, c.Cohorts[i].ID)
		if cohorts[c.Cohorts[i].ID] || c.Cohorts[i].ID == "" {
			v.add(path, "cohort id %q is empty or listed twice; give each cohort one id", c.Cohorts[i].ID)
		}
		cohorts[c.Cohorts[i].ID] = true
		v.text(path+".name", c.Cohorts[i].Name)
		v.text(path+".source", c.Cohorts[i].Source)
	}
	pairs := map[string]bool{}
	for i := range c.Correlations {
		key := correlationKey(&c.Correlations[i])
		if pairs[key] {
			v.add(element("catalogue.correlations", i), "gives the correlation of %s and %s a second time; keep one", c.Correlations[i].A, c.Correlations[i].B)
		}
		pairs[key] = true
	}
	for i := range c.Tools {
		t := &c.Tools[i]
		path := element("catalogue.tools", i)
		id(path, t.ID)
		v.text(path+".name", t.Name)
		v.text(path+".description", t.Description)
		for _, m := range []map[string]string{t.Sources, t.Notes} {
			for _, key := range sortedKeys(m) {
				v.text(path+"."+key, key)
				v.text(path+"."+key, m[key])
			}
		}
	}
}
