//! The one table of what each figure may be: its words and its limits, by the name of its field.

/// What a figure may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    /// End of the path, segments separated by `/`; `*` is any one segment.
    pattern: &'static str,
    /// The figure in words.
    pub(super) words: &'static str,
    /// Lowest value allowed.
    pub(super) low: f64,
    /// Highest value allowed.
    pub(super) high: f64,
    /// Whether only whole numbers make sense.
    pub(super) whole: bool,
}

const fn rule(pattern: &'static str, words: &'static str, low: f64, high: f64) -> Rule {
    Rule { pattern, words, low, high, whole: false }
}

const fn whole(pattern: &'static str, words: &'static str, low: f64, high: f64) -> Rule {
    Rule { pattern, words, low, high, whole: true }
}

/// Most people in any one figure of a week, a caseload or a set of places.
const PEOPLE: f64 = 1e6;
/// England's whole community waiting list is 1.1 million people, so a list may be longer than that.
const LIST: f64 = 5e6;
const MINUTES: f64 = 1e6;
const WEEKS: f64 = 5_200.0;
const DAYS: f64 = 36_400.0;
const WEEK_HOURS: f64 = 168.0;
const POUNDS: f64 = 1e9;
const MILES: f64 = 1e4;

/// Longer patterns come before the shorter ones they end in. All limits are chosen: far above any service.
const RULES: &[Rule] = &[
    // Maps, keyed by a group or a role: their last segment is a name.
    rule("caseMix/*", "share of a client group (%)", 0.0, 100.0),
    rule("percentByGroup/*", "share of a client group (%)", 0.0, 100.0),
    rule("timePercentByGroup/*", "time of a client group (%)", 0.0, 1_000.0),
    rule("hoursPerWeek/*", "staff hours a week", 0.0, 1e6),
    rule("milesPerContact/*", "miles for each contact", 0.0, MILES),
    rule("milesPerWtePerWeek/*", "miles of one WTE a week", 0.0, MILES),
    // Dated changes.
    rule("work/changes/*/percent", "changed referral rate (%)", 0.0, 10_000.0),
    whole("work/changes/*/places", "places more or fewer", -PEOPLE, PEOPLE),
    rule("changes/*/wte", "WTE more or fewer", -10_000.0, 10_000.0),
    // A published outcome is in the unit of what it is held against, differences included.
    rule("published/*/value", "published figure", -POUNDS, POUNDS),
    // Distributions: their other parameters follow the field that holds them.
    rule("parts/*/percent", "share of a part of a mixture (%)", 0.0, 100.0),
    rule("percents/*", "share of people (%)", 0.0, 100.0),
    rule("shape", "shape", 0.05, 1_000.0),
    // Referrals.
    rule("perWeek", "referrals a week", 0.0, PEOPLE),
    rule("monthProfile/*", "weight of a month", 0.0, 1e6),
    rule("weekdayProfile/*", "weight of a weekday", 0.0, 1e6),
    rule("growthPercentPerYear", "growth (% a year)", -99.9, 1_000.0),
    rule("varianceToMean", "variance of the weekly number divided by its mean", 1.0, 1_000.0),
    // Starting state.
    whole("waiting/number", "people waiting at the start", 0.0, LIST),
    whole("inTreatment/number", "people under way at the start", 0.0, PEOPLE),
    rule("meanWeeks", "mean wait at the start (weeks)", 0.0, crate::limits::WAITED_WEEKS),
    rule("longestWeeks", "longest wait at the start (weeks)", 0.0, crate::limits::WAITED_WEEKS),
    rule("contactsLeft", "contacts still to come", 0.0, 10_000.0),
    rule("daysLeft", "days still to stay", 0.0, DAYS),
    // Contacts.
    rule("contactsPerPerson", "contacts a person", 0.0, 10_000.0),
    rule("weeksBetween", "weeks between", 0.0, WEEKS),
    rule("faceToFaceMinutes", "time with the person (minutes)", 0.0, MINUTES),
    rule("adminMinutes", "notes and reports (minutes)", 0.0, MINUTES),
    rule("travelMinutes", "travel (minutes)", 0.0, MINUTES),
    rule("bookingNoticeDays", "booking notice (days)", 0.0, DAYS),
    rule("missed/percent", "missed contacts (%)", 0.0, 100.0),
    rule("minutesLost", "time lost by a missed contact (minutes)", 0.0, MINUTES),
    whole("leaveAfter", "missed contacts before leaving", 1.0, 10_000.0),
    rule("cancelledPercent", "cancelled contacts (%)", 0.0, 100.0),
    rule("newPerWeek", "first contacts a week", 0.0, PEOPLE),
    rule("caseloadPerWte", "caseload for each WTE", 0.0, PEOPLE),
    rule("timePercent", "time a role takes (%)", 0.0, 1_000.0),
    rule("urgentPercent", "share kept for urgent people (%)", 0.0, 100.0),
    rule("longestWaitersPercent", "share kept for the longest waiters (%)", 0.0, 100.0),
    rule("risesAfterWeeks", "weeks until the priority rises", 0.0, WEEKS),
    whole("listLimit", "length at which the list closes", 0.0, LIST),
    // Groups.
    whole("seats", "seats", 1.0, 100_000.0),
    whole("minimum", "fewest people to run it for", 0.0, 100_000.0),
    whole("sessions", "sessions", 1.0, 1_000.0),
    rule("sessionMinutes", "length of a session (minutes)", 0.0, MINUTES),
    // One an hour is the most often a programme can start.
    rule("everyWeeks", "weeks from one start to the next", 1.0 / WEEK_HOURS, WEEKS),
    rule("firstAfterWeeks", "weeks until the first start", 0.0, WEEKS),
    rule("hoursPerSession", "staff time of a session (hours)", 0.0, WEEK_HOURS),
    // Places and delays.
    whole("places", "places", 0.0, PEOPLE),
    rule("stayDays", "length of stay (days)", 0.0, DAYS),
    rule("costPoundsPerDay", "cost of a place (£ a day)", 0.0, POUNDS),
    rule("days", "delay (days)", 0.0, DAYS),
    // Universal offer.
    rule("reachPercent", "share of demand reached (%)", 0.0, 100.0),
    rule("preventsPercent", "share of demand prevented (%)", 0.0, 100.0),
    rule("rampWeeks", "weeks until it is established", 0.0, WEEKS),
    rule("callsPerWeek", "calls a week", 0.0, PEOPLE),
    // Outcomes.
    rule("costPounds", "cost a person (£)", 0.0, POUNDS),
    rule("benefitPounds", "benefit a person (£)", -POUNDS, POUNDS),
    rule("qualityAdjustedLifeYears", "quality-adjusted life years", -200.0, 200.0),
    rule("returns/percent", "people who come back (%)", 0.0, 100.0),
    rule("afterWeeks", "after how many weeks", 0.0, WEEKS),
    // Links.
    rule("cause/percent", "share (%)", 0.0, 100.0),
    rule("when/atLeast", "at least", 0.0, 1e6),
    rule("when/below", "fewer than", 0.0, 1e6),
    rule("fromWeeks", "from how many weeks waited", 0.0, WEEKS),
    rule("percentPerWeek", "rate of leaving (% a week)", 0.0, 10_000.0),
    // Workforce.
    rule("startsAtHour", "start of the day (hour)", 0.0, 24.0),
    rule("fromHour", "start of a shift (hour)", 0.0, 24.0),
    rule("toHour", "end of a shift (hour)", 0.0, 24.0),
    rule("shifts/*/posts", "posts on duty", 0.0, 10_000.0),
    rule("costPoundsPerYear", "yearly cost of one WTE (£)", 0.0, POUNDS),
    rule("hoursPerWeek", "hours a week of one WTE", 0.0, WEEK_HOURS),
    rule("clinicalPercent", "clinical share of the hours (%)", 0.0, 100.0),
    rule("hoursPerWtePerWeek", "hours a week for each WTE", 0.0, WEEK_HOURS),
    rule("leaveDaysPerYear", "annual leave (days a year)", 0.0, 366.0),
    rule("studyDaysPerYear", "study (days a year)", 0.0, 366.0),
    rule("sicknessPercent", "sickness (%)", 0.0, 100.0),
    rule("vacantPercent", "vacant posts (%)", 0.0, 100.0),
    rule("leaversPercentPerYear", "leavers (% a year)", 0.0, 1_000.0),
    rule("weeksToRecruit", "weeks to recruit", 0.0, WEEKS),
    rule("weeksToFullProductivity", "weeks to full productivity", 0.0, WEEKS),
    rule("followUpPolicy/percent", "share kept for new people (%)", 0.0, 100.0),
    rule("wte", "WTE", 0.0, 10_000.0),
    // Targets.
    rule("threshold", "threshold", 0.0, LIST),
    rule("probabilityPercent", "probability (%)", 0.0, 100.0),
    // Money.
    rule("discountPercent", "discount rate (% a year)", 0.0, 100.0),
    rule("healthDiscountPercent", "discount rate of health (% a year)", 0.0, 100.0),
    rule("poundsPerQualityAdjustedLifeYear", "worth of a quality-adjusted life year (£)", 0.0, POUNDS),
    rule("optimismBias/benefitsPercent", "optimism bias of benefits (%)", 0.0, 100.0),
    rule("optimismBias/*", "optimism bias (%)", 0.0, 1_000.0),
    rule("poundsOnce", "cost paid once (£)", 0.0, POUNDS),
    rule("poundsPerYear", "cost paid every year (£)", 0.0, POUNDS),
    rule("amount", "how many for each", -1e6, 1e6),
    rule("poundsEach", "cost or worth of one (£)", 0.0, POUNDS),
    rule("pencePerMile", "cost of a mile (pence)", 0.0, 1e6),
    rule("kgCo2ePerMile", "emissions of a mile (kg CO2e)", 0.0, 1_000.0),
];

/// What is known of the figure at a place: its words, its unit, its limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureRule {
    /// The figure in words, without its unit: "notes and reports".
    pub words: &'static str,
    /// Its unit: "minutes", "%"; empty for plain counts.
    pub unit: &'static str,
    /// Lowest value allowed.
    pub low: f64,
    /// Highest value allowed.
    pub high: f64,
    /// Whether only whole numbers make sense.
    pub whole: bool,
}

impl FigureRule {
    /// The figure in words, with its unit: "notes and reports (minutes)".
    pub fn words_and_unit(&self) -> String {
        if self.unit.is_empty() { self.words.to_owned() } else { format!("{} ({})", self.words, self.unit) }
    }
}

/// What the figure at this place may be; none where its field has no rule.
///
/// # Parameters
/// - `place` as in [`crate::Trail::path()`]
pub fn figure_rule(place: &str) -> Option<FigureRule> {
    let Rule { words, low, high, whole, .. } = *rule_of(&place.split('/').collect::<Vec<_>>())?;
    // The table has the unit in brackets after the words.
    let (words, unit) =
        words.split_once(" (").map_or((words, ""), |(words, unit)| (words, unit.trim_end_matches(')')));
    Some(FigureRule { words, unit, low, high, whole })
}

/// The rule of the figure at this place: that of the innermost field that has one.
pub(super) fn rule_of(segments: &[&str]) -> Option<&'static Rule> {
    (1..=segments.len()).rev().find_map(|end| RULES.iter().find(|rule| fits(rule.pattern, &segments[..end])))
}

fn fits(pattern: &str, segments: &[&str]) -> bool {
    let mut given = segments.iter().rev();
    pattern.rsplit('/').all(|wanted| given.next().is_some_and(|segment| wanted == "*" || wanted == *segment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_known_by_its_place() {
        let rule = figure_rule("design/steps/a/work/faceToFaceMinutes/mean");
        let rule = rule.unwrap_or_else(|| panic!("time with a person has a rule"));
        assert_eq!((rule.words, rule.unit, rule.low), ("time with the person", "minutes", 0.0));
        assert_eq!(rule.words_and_unit(), "time with the person (minutes)");
        assert_eq!(figure_rule("mix/posts/a/wte").map(|rule| (rule.words, rule.unit)), Some(("WTE", "")));
        assert_eq!(figure_rule("design/steps/a/note"), None);
    }
}
