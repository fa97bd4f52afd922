package sim

import (
	"sort"
	"sync"
)

// Source is a work that a default or a finding rests on.
type Source struct {
	Key  string
	Cite string // authors, year, title, journal
	Note string // what it supports, and how far
}

// works is the register of works, put together once, in the order of their keys.
var works = sync.OnceValue(func() []Source {
	all := append(parameterWorks(), evidenceWorks()...)
	sort.Slice(all, func(i, j int) bool { return all[i].Key < all[j].Key })
	return all
})

// Sources returns the register of works, in the order of their keys. The copy is the
// caller's.
func Sources() []Source { return append([]Source(nil), works()...) }

// parameterWorks are the works that defaults of parameters rest on.
func parameterWorks() []Source {
	return []Source{
		{"ahearne2004", "Ahearne, Srinivasan & Weinstein (2004), Effect of technology on sales performance, Journal of Personal Selling & Sales Management 24", "Use against percent to quota is curvilinear (n=131): diminishing returns, then a disabling effect."},
		{"ahearne2005", "Ahearne, Jelinek & Rapp (2005), Moving beyond the direct effect of SFA adoption on salesperson performance, Industrial Marketing Management 34", "SFA raises performance only with adequate training and support; without, it lowers it (n=108)."},
		{"albers2010", "Albers, Mantrala & Sridhar (2010), Personal selling elasticities: a meta-analysis, Journal of Marketing Research 47", "Mean elasticity of sales on selling effort .34 before correction."},
		{"aral2012", "Aral, Brynjolfsson & Wu (2012), Three-way complementarities, Management Science 58", "Software pays as part of a system of practices, little in isolation (189 firms); the form and strength here are judgement."},
		{"atd2019", "Association for Talent Development (2019), State of Sales Training", "Mean 2,326 and median 1,000 dollars a rep-year; hours by judgement."},
		{"bassfirm", "Mahajan, Muller & Bass (1995), Diffusion of new products: empirical generalizations, Marketing Science 14", "Market means p .03 and q .38 a year; inside one firm rollouts take months, so both are rescaled by judgement."},
		{"bridge2017", "The Bridge Group (2017), SaaS AE metrics report; Inside sales report", "Ramp of account executives just under five months; median cycle 60-72 days."},
		{"brown1998", "Brown, Cron & Slocum (1998), Effects of trait competitiveness and perceived intraorganizational competition, Journal of Marketing 62", "Competitiveness matters only in a competitive climate; no coefficient was read."},
		{"bycio1990", "Bycio, Hackett & Alvares (1990), Job performance and turnover: a review and meta-analysis, Applied Psychology 39", "Performance with voluntary leaving -.17, with involuntary leaving -.52."},
		{"cascio2010", "Cascio, Mariadoss & Mouri (2010), The impact of management commitment alignment on salespersons' adoption of SFA technologies, Industrial Marketing Management 39", "Committed supervisors without top management can hurt adoption; sizes are judgement."},
		{"choice", "Chosen by the user", "A decision: its range is judgement, its size is the user's."},
		{"cravens1972", "Cravens, Woodruff & Stamper (1972), An analytical approach for evaluating sales territory performance, Journal of Marketing 36", "Powers and spreads computed from 25 territories of one company."},
		{"cso2011time", "CSO Insights (2011), as reported in Selling Power", "About 41% of the week spent selling in 2011, 46% in 2006."},
		{"cso2015coaching", "CSO Insights (2015), Sales management optimization study", "Win rates 53.6% with formal coaching against 44.7% at discretion: an upper bound, better firms differ in more than this."},
		{"cso2015span", "CSO Insights (2015), Sales management optimization study: span and coaching time", "Span of control about 6 to 1; managers give 20.8% of their time to coaching."},
		{"cso2016", "CSO Insights (2016), Sales best practices study", "Forecast deals 46.6% won, 29.6% lost, 23.8% no decision; 16.9% no decision where the buying process is understood."},
		{"cso2017coaching", "CSO Insights (2017), Sales enablement optimization study", "Prevalence of random, informal, formal and dynamic practice; the level 2.5 is read from it."},
		{"cso2018", "CSO Insights (2018), Sales performance report, as reported by Brock", "Plan attained at 94% with 54% of reps at quota."},
		{"depaul2010", "DePaul University & Selling Power (2010), Sales effectiveness survey", "Turnover 28% a year; a third of leavers go in the first year."},
		{"depaul2018", "DePaul University, Sales effectiveness survey, as reported in trade press (2018)", "Replacement: 29,000 for acquisition and 36,000 for training (dollars); vacancy averaging 6.2 months, 27 weeks; that the default is half of it is judgement."},
		{"design", "Founding design of this model", "A definition or a documented choice, not a measurement."},
		{"dickie2006", "Dickie, CSO Insights (2006), Demystifying CRM adoption rates", "Fewer than 40% of 1,275 firms have more than 90% of users adopting; compliance by judgement."},
		{"dwivedi2019", "Dwivedi, Rana, Jeyaraj, Clement & Williams (2019), Re-examining the unified theory of acceptance and use of technology, Information Systems Frontiers 21", "Attitude is central to intention and use (162 studies); its spread over people is judgement, set so that age and intention hardly correlate."},
		{"farrell1999", "Farrell (1999), Selection and training in sales: a meta-analysis, master's thesis, University of British Columbia", "Training and sales performance r = .16, not significant (k=12), about d = .32."},
		{"hauk2018", "Hauk, Hueffmeier & Krumm (2018), Ready to be a silver surfer? A meta-analysis, Computers in Human Behavior 84", "Age with ease of use -.25, with intention -.07 (144 studies)."},
		{"henard2001", "Henard & Szymanski (2001), Why some new products are more successful than others, Journal of Marketing Research 38", "Product advantage is among the strongest predictors; the size on wins is judgement."},
		{"homburg2010", "Homburg, Wieseke & Kuehnl (2010), Social influence on salespeople's adoption of sales technology, Journal of the Academy of Marketing Science 38", "Co-workers' and superiors' adoption raises subordinates'; the weights are judgement."},
		{"judgement", "Judgement of the model's authors", "No usable measurement was found; the value is a reasoned choice to be varied."},
		{"kinghe2006", "King & He (2006), A meta-analysis of the technology acceptance model, Information & Management 43", "Usefulness moves intention more than twice as much as ease; scale by judgement."},
		{"mathieu2007", "Mathieu, Ahearne & Taylor (2007), A longitudinal cross-level model of leader and salesperson influences on sales force technology use, Journal of Applied Psychology 92", "Technology self-efficacy drives use and leader commitment raises both (n=592); slope by judgement."},
		{"mcafee2002", "McAfee (2002), The impact of enterprise information technology adoption on operational performance, Production and Operations Management 11", "A dip at go-live, then a learning curve over several months; the depth is judgement."},
		{"nucleus", "Nucleus Research, time spent searching for information, as reported in trade press", "A third of employees search 2-5 hours a week, a quarter longer."},
		{"orm", "ORM Technologies, example ramp profile", "First-quarter rate 20% of quota in a complex enterprise sale."},
		{"rackham1979", "Rackham (1979), The coaching controversy, Training and Development Journal 33", "Without coaching most of a skills gain was lost, with coaching none: one old study."},
		{"repenning2002", "Repenning & Sterman (2002), Capability traps and self-confirming attribution errors, Administrative Science Quarterly 47", "Improvement costs hours first, pays with a delay and erodes; sizes are judgement."},
		{"sackett2022", "Sackett, Zhang, Berry & Lievens (2022), Revisiting meta-analytic estimates of validity in personnel selection, Journal of Applied Psychology 107", "Structured interviews .42, biodata .38."},
		{"sbi", "Sales Benchmark Index, as reported in trade press", "58% of a typical pipeline stalls or ends in no decision."},
		{"seligman1986", "Seligman & Schulman (1986), Explanatory style as a predictor of productivity and quitting, Journal of Personality and Social Psychology 50", "The optimistic half sold 37% more in two years."},
		{"shi2017", "Shi, Sridhar, Grewal & Lilien (2017), Sales representative departures and customer reassignment strategies in business-to-business markets, Journal of Marketing 81", "Customers buy 13.2-17.6% less in the year after their rep has left, more where a new hire takes over (one large firm, differences in differences); what of it is ramp and vacancy here is judgement."},
		{"sirius", "SiriusDecisions, use of sales content, as reported in trade press", "60-70% of content goes unused; the level is judgement."},
		{"smoak", "CSO Insights, sales process levels, as reported by Smoak", "Dynamic against no process: 25% more reps at quota, 18% more growth of revenue; an upper bound."},
		{"speier2002", "Speier & Venkatesh (2002), The hidden minefields in the adoption of sales force automation technologies, Journal of Marketing 66", "Liked after training, widely rejected six months later, with more absence and quitting (454 reps); rates are judgement."},
		{"stein2008", "Stein, ES Research Group (2008), Sound Off", "25-33% of B2B reps are not qualified for their jobs and neither training nor coaching mends that: the founding claim, an opinion without a published method."},
		{"tatel2025", "Tatel & Ackerman (2025), Procedural skill retention and decay: a meta-analysis", "Half of a trained skill is lost after 6.5 (accuracy) to 13 (speed) months without use."},
		{"verbeke2011", "Verbeke, Dietz & Verwaal (2011), Drivers of sales performance, Journal of the Academy of Marketing Science 39", "Work engagement .23 with sales performance; scale by judgement."},
		{"vinchur1998", "Vinchur, Schippmann, Switzer & Roth (1998), A meta-analytic review of predictors of job performance for salespeople, Journal of Applied Psychology 83", "Achievement .41 and potency .26 with objective sales; cognitive ability .40 with ratings and .04 with sales."},
	}
}

// LookupSource finds a work by its key.
func LookupSource(key string) (Source, bool) {
	for _, s := range works() {
		if s.Key == key {
			return s, true
		}
	}
	return Source{}, false
}
