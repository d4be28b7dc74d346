//! Every figure of a report is found in the results, by its place, on a way of its own.

use pathloom_appraisal::compare::{Comparison, Simulated as Compared, compare};
use pathloom_appraisal::equity::fairness;
use pathloom_appraisal::money::{MoneyQuestion, appraise_money};
use pathloom_report::{Block, Figure, Size, Span, Unit, report};
use pathloom_simulation::summary::OptionResults;
use serde_json::Value;

use crate::study::{FUTURES, Simulated, birmingham, project};

/// The results as a program would read them.
struct Found {
    options: Value,
    comparison: Comparison,
    document: Value,
    money: Value,
    fairness: Vec<Value>,
}

impl Found {
    fn of(simulated: &Simulated) -> Self {
        let options: Vec<OptionResults> = simulated
            .options
            .iter()
            .map(|(scenario, outcomes)| OptionResults::of(scenario, outcomes))
            .collect();
        let compared: Vec<Compared> =
            simulated.options.iter().map(|(scenario, outcomes)| Compared { scenario, outcomes }).collect();
        let week = simulated.options[0].1.catalogue.weeks as u32;
        let question = MoneyQuestion::default();
        let by_group = |one: &Compared| {
            serde_json::to_value(fairness(one.scenario, one.outcomes, None, week).expect("groups"))
                .expect("JSON")
        };
        Self {
            money: serde_json::to_value(appraise_money(&compared, &question).expect("an appraisal"))
                .expect("JSON"),
            fairness: compared.iter().map(by_group).collect(),
            options: serde_json::to_value(options).expect("JSON"),
            comparison: compare(&compared, 0, week).expect("a comparison"),
            document: serde_json::to_value(&simulated.project).expect("JSON"),
        }
    }

    /// The value at a place of the report; none where this test knows no other way to it.
    fn value(&self, place: &str) -> Option<Option<f64>> {
        let parts: Vec<&str> = place.split('/').collect();
        match parts[..] {
            ["options", id, "weekly", measure, scope, of, week] => {
                let series = self.entry(id, "weekly", measure, scope)?;
                let of = if of == "meanHalfWidth95" { "meanHalfWidth95" } else { of };
                Some(series["bands"][of][week.parse::<usize>().ok()?].as_f64())
            }
            ["options", id, "horizon", measure, scope, of] => {
                Some(self.entry(id, "horizon", measure, scope)?["band"][of].as_f64())
            }
            ["options", id, "targets", target, "probabilityMet"] => {
                let targets = self.option(id)?["targets"].as_array()?;
                Some(targets.iter().find(|one| one["id"] == target)?["probabilityMet"].as_f64())
            }
            ["comparison", measure, id, of] if measure != "differs" => {
                let at = self.comparison.options.iter().position(|option| option.id == id)?;
                let figure = self.comparison.figures.iter().find(|one| one.name == measure)?;
                let difference = figure.differences[at].as_ref()?;
                Some(Some(match of {
                    "mean" => difference.mean,
                    "low" => difference.interval.low,
                    _ => difference.interval.high,
                }))
            }
            ["money", id, ref path @ ..] if !path.is_empty() && path[0] != "kinds" => {
                let option = self.money["options"].as_array()?.iter().find(|option| option["id"] == id)?;
                option.pointer(&format!("/{}", path.join("/"))).map(Value::as_f64)
            }
            ["fairness", id, "0", ref path @ ..] => {
                let at = self.comparison.options.iter().position(|option| option.id == id)?;
                self.fairness[at].pointer(&format!("/{}", path.join("/"))).map(Value::as_f64)
            }
            ["document", ref path @ ..] => self.in_document(path),
            ["run", "replications"] => Some(Some(f64::from(FUTURES))),
            _ => None,
        }
    }

    fn option(&self, id: &str) -> Option<&Value> {
        self.options.as_array()?.iter().find(|option| option["id"] == id)
    }

    fn entry(&self, id: &str, list: &str, measure: &str, scope: &str) -> Option<&Value> {
        self.option(id)?[list].as_array()?.iter().find(|one| {
            let kind = one["scope"]["kind"].as_str().unwrap_or_default();
            let key = match one["scope"]["id"].as_str() {
                Some(id) => format!("{kind}:{id}"),
                None => kind.to_owned(),
            };
            one["measure"] == measure && key == scope
        })
    }

    /// Walks the document by field names and ids; a change of an option is named by the figure it changes.
    fn in_document(&self, path: &[&str]) -> Option<Option<f64>> {
        let mut at = &self.document;
        let mut rest = path;
        while let Some((first, more)) = rest.split_first() {
            at = match at {
                Value::Array(list) => {
                    let by_id = list.iter().find(|one| one["id"] == *first || one["role"] == *first);
                    match by_id.or_else(|| list.get(first.parse::<usize>().ok()?)) {
                        Some(found) => {
                            rest = more;
                            found
                        }
                        None => {
                            let last = more.len().checked_sub(1)?;
                            let figure = path[path.len() - rest.len()..path.len() - 1].join("/");
                            rest = &more[last..];
                            list.iter().find(|one| one["figure"] == figure)?
                        }
                    }
                }
                at => {
                    rest = more;
                    at.get(*first)?
                }
            };
        }
        Some(at.as_f64().or_else(|| at["value"].as_f64()).or_else(|| at["likely"].as_f64()))
    }
}

fn written(figure: &Figure) -> String {
    format!("{} = {:?} ({})", figure.place, figure.value, figure.text)
}

#[test]
fn every_figure_of_every_size_is_found_in_the_results() {
    let simulated = birmingham();
    let found = Found::of(simulated);
    for size in [Size::Journey, Size::Post, Size::Full] {
        let report = report(&simulated.study(), size).expect("a report");
        let (mut known, mut others) = (0, Vec::new());
        for figure in report.figures() {
            match found.value(&figure.place) {
                Some(value) => {
                    known += 1;
                    let same = match (value, figure.value) {
                        (Some(one), Some(other)) => (one - other).abs() <= 1e-6 * one.abs().max(1.0),
                        (one, other) => one == other,
                    };
                    assert!(same, "{} is {value:?} in the results", written(figure));
                }
                None => others.push(figure),
            }
        }
        assert!(known > 30, "{size:?}: {known} figures were looked up");
        // What is not in the results is reckoned from them, and each kind has a test of its own below.
        let kinds = ["posts/", "run/", "register/", "stress/", "targets/", "comparison/differs/", "star/"];
        let counts = ["targetsMet", "document/roles/", "document/targets/count", "/kinds/", "money/weeks"];
        for figure in others {
            let place = &figure.place;
            let reckoned = kinds.iter().any(|kind| place.starts_with(kind))
                || counts.iter().any(|count| place.contains(count));
            assert!(reckoned, "nobody knows where this comes from: {}", written(figure));
        }
    }
}

#[test]
fn costs_are_posts_times_their_price() {
    let simulated = birmingham();
    let report = report(&simulated.study(), Size::Full).expect("a report");
    let figure = |place: &str| {
        let all = report.figures();
        let found = all.iter().find(|figure| figure.place == place);
        found.unwrap_or_else(|| panic!("{place} is in the report")).value.expect("a value")
    };
    for (scenario, _) in &simulated.options {
        let price = |role: &str| {
            let role = scenario.roles.iter().find(|one| one.id == role).expect("the role");
            role.cost_pounds_per_year.likely
        };
        let id = &scenario.option_id;
        // Birmingham is simulated for one year of 52 weeks, and no post changes.
        let mut sum = 0.0;
        for (line, posts) in scenario.mix.posts.iter().enumerate() {
            let cost = posts.wte.likely * price(&posts.role);
            let wte = figure(&format!("posts/{id}/{}/wte/1", posts.role));
            assert!((wte - posts.wte.likely).abs() < 1e-9, "{wte}");
            assert!((figure(&format!("money/{id}/lines/{line}/poundsByYear/0")) - cost).abs() < 1e-6);
            sum += cost;
        }
        assert!((figure(&format!("money/{id}/kinds/staff/0")) - sum).abs() < 1e-6);
        let travel = figure(&format!("money/{id}/kinds/travel/0"));
        assert!((figure(&format!("money/{id}/serviceCost/mean")) - sum - travel).abs() < 1e-6);
    }
}

#[test]
fn words_of_ours_hold_no_number_of_the_study() {
    // Numbers that are names: waits that the national statistics count by, intervals, formats, the guideline's items.
    let names = [
        "18, 52, 65, 78 and 104 weeks",
        "each 100 referred",
        "0 to 1 weeks",
        "1 to 2 weeks",
        "2 to 4 weeks",
        "4 to 12 weeks",
        "12 to 18 weeks",
        "18 to 52 weeks",
        "52 to 104 weeks",
        "over 104 weeks",
        "18 weeks",
        "18-week",
        "52 weeks",
        "9 in 10",
        "9 of 10",
        "95%",
        "5th to 95th",
        "SHA-256",
        "Apache 2.0",
        "2019",
    ];
    let simulated = birmingham();
    let report = report(&simulated.study(), Size::Full).expect("a report");
    for line in report.lines() {
        for span in &line.0 {
            let Span::Text(text) = span else { continue };
            let mut rest = text.clone();
            for name in names {
                rest = rest.replace(name, "");
            }
            let item = text.len() == 3 && text.as_bytes()[1] == b'.';
            assert!(item || !rest.contains(|letter: char| letter.is_ascii_digit()), "a typed number: {text}");
        }
    }
}

#[test]
fn targets_met_are_counted_from_the_results() {
    let simulated = birmingham();
    let report = report(&simulated.study(), Size::Full).expect("a report");
    for (scenario, outcomes) in &simulated.options {
        let met = |target: &&pathloom_service::Target| {
            let share = outcomes.probability_met(target, target.by_week as usize).unwrap_or(0.0);
            share >= target.probability_percent.likely / 100.0
        };
        let count = simulated.project.targets.iter().filter(met).count();
        let place = format!("options/{}/targetsMet", scenario.option_id);
        let all = report.figures();
        let figure = all.iter().find(|figure| figure.place == place).expect("the count");
        assert_eq!((figure.value, figure.unit), (Some(count as f64), Unit::Count));
    }
}

#[test]
fn a_users_text_replaces_ours_and_its_figures_live() {
    let mut project = project();
    let case = &mut project.business_case;
    case.preferred_option = Some("staff-only".to_owned());
    case.texts.insert(
        "need".to_owned(),
        "Ours: {longestWait.tiered.52}, {waitingList.preferred.26.median}, {seen.base.mean}.\n\nAnd {nothing.at.all}."
            .to_owned(),
    );
    let simulated = Simulated::of(project);
    let study = simulated.study();
    let unknown = pathloom_report::unknown_placeholders(&study).expect("a study");
    assert_eq!(unknown.len(), 1);
    assert_eq!(
        (unknown[0].place.as_str(), unknown[0].asked.as_str()),
        ("businessCase/texts/need", "nothing.at.all")
    );
    let report = report(&study, Size::Full).expect("a report");
    let text = |line: &pathloom_report::Line| line.text();
    let own = report.lines().into_iter().find(|line| text(line).starts_with("Ours: ")).expect("the own text");
    let places: Vec<&str> = own.figures().map(|figure| figure.place.as_str()).collect();
    assert_eq!(places[0], "options/tiered/weekly/longestWait/service/p50/52");
    assert!(places.contains(&"options/staff-only/weekly/waitingList/service/p50/26"), "{places:?}");
    assert!(places.contains(&"options/do-nothing/horizon/seen/service/mean"), "{places:?}");
    assert!(report.lines().iter().any(|line| text(line) == "And [not known: nothing.at.all]."));
    assert!(
        report
            .blocks
            .iter()
            .all(|block| !matches!(block, Block::Paragraph(_, line) if text(line).contains('{')))
    );
    let found = Found::of(&simulated);
    for figure in own.figures() {
        assert_eq!(found.value(&figure.place), Some(figure.value), "{}", written(figure));
    }
}
