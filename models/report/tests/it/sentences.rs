//! Sentences hold in every case, also where options hardly differ.

use pathloom_appraisal::Figure;
use pathloom_appraisal::compare::{Simulated as Compared, Verdict, compare};
use pathloom_report::{Size, report};
use pathloom_service::{Estimate, PostChange, Project, samples};
use pathloom_simulation::WeeklyMeasure;

use crate::study::Simulated;

/// Two years of the small sample, its second option with so many posts.
fn with_posts(wte: f64, changes: Vec<PostChange>) -> Simulated {
    let mut project: Project = samples::small();
    (project.horizon_weeks, project.warm_up_weeks) = (104, 0);
    let posts = &mut project.mixes[1].posts[0];
    posts.wte = Estimate::exactly(wte);
    posts.changes = changes;
    Simulated::of(project)
}

/// The line of the report that begins so.
fn line(simulated: &Simulated, begin: &str) -> String {
    let report = report(&simulated.study(), Size::Full).expect("a report");
    let lines = report.lines();
    let found = lines.iter().map(|line| line.text()).find(|text| text.starts_with(begin));
    found.unwrap_or_else(|| panic!("a line begins with {begin}"))
}

#[test]
fn posts_that_come_after_the_first_year_are_not_left_out() {
    let now = samples::small().mixes[0].posts[0].wte.likely;
    let later = PostChange { from_week: 54, until_week: None, wte: Estimate::exactly(3.0) };
    for (wte, changes, said) in [
        (now, vec![], "needs no other posts than those there are."),
        (
            now,
            vec![later],
            "needs no other posts than “As it is” in its first year; posts come or go after it.",
        ),
        (now + 0.5, vec![], "needs these posts in its first year, against “As it is”."),
    ] {
        let sentence = line(&with_posts(wte, changes), "“Half a post more” needs ");
        assert_eq!(sentence, format!("“Half a post more” {said}"));
    }
}

#[test]
fn what_cannot_be_told_apart_is_said_as_a_whole_sentence() {
    let now = samples::small().mixes[0].posts[0].wte.likely;
    let mut told_apart = Vec::new();
    // No other posts, half a post more, and a fifth of one fewer.
    for more in [0.0, 0.5, -0.2] {
        let simulated = with_posts(now + more, vec![]);
        let compared: Vec<Compared> =
            simulated.options.iter().map(|(scenario, outcomes)| Compared { scenario, outcomes }).collect();
        let comparison = compare(&compared, 0, 104).expect("a comparison");
        let is_told_apart = |measure| {
            let judged = Figure::Weekly { measure, week: 104 };
            let found = comparison.figures.iter().find(|one| one.figure == judged).expect("the figure");
            let difference = found.differences[1].as_ref().expect("a difference");
            matches!(difference.verdict, Verdict::Lower | Verdict::Higher)
        };
        let sentence =
            line(&simulated, "In the same futures, “Half a post more” leaves a longest wait that ");
        let (wait, list) = sentence.split_once(", and a list that ").expect("wait and list");
        let (wait_differs, list_differs) =
            (is_told_apart(WeeklyMeasure::LongestWait), is_told_apart(WeeklyMeasure::WaitingList));
        let same = "cannot be told apart from that under “As it is”";
        assert_eq!(wait.contains(same), !wait_differs, "{sentence}");
        assert_eq!(list.contains(same), !list_differs, "{sentence}");
        let than = sentence.matches(" than under “As it is”").count();
        assert_eq!(than, usize::from(wait_differs || list_differs), "{sentence}");
        told_apart.push((wait_differs, list_differs));
    }
    assert_eq!(told_apart, [(false, false), (false, true), (true, true)]);
}
