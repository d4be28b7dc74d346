//! What the model cannot say, in plain words.

use crate::content::Writer;
use crate::figure::{Figure, Unit};
use crate::register::tally;
use crate::report::{Line, line};

/// The statement of limits; `short` where there is little room.
pub(super) fn limits(writer: &mut Writer, short: bool) {
    let (results, tally) = (writer.results, tally(&writer.entries));
    let count =
        |count: usize, what: &str| Figure::bare(Some(count as f64), Unit::Count, format!("register/{what}"));
    let mut points = vec![
        line![
            "It is a simulation of the service as it is described here, not of the service itself. Of ",
            count(tally.all, "all"),
            " figures it uses, ",
            count(tally.assumed, "assumed"),
            " are assumed or from memory, ",
            count(tally.founded, "founded"),
            " are published, derived or counted, and ",
            count(tally.unlabelled, "unlabelled"),
            " do not say where they come from."
        ],
        ranges(&tally, &count),
        line![
            "Results of services elsewhere that were measured before and after a change have no control group: what else changed is not known. That a simulation agrees with such a result does not show that the change caused it."
        ],
    ];
    if !short {
        points.extend([
            line![
                "Nothing is simulated after ", results.date_words(results.last_week()), ". What the list does then depends on whether more people are referred than can be seen."
            ],
            "People are simulated as referrals with waits, not as lives: whether somebody gets better, or worse while waiting, is in the results only where an outcome of the pathway says so.".into(),
            "Staff do what the pathway says. What a reorganisation does to morale, sickness or goodwill is not in it unless somebody puts it in.".into(),
            "How long the list is on one day is a snapshot; how long people have waited who were seen is an experience. They answer different questions.".into(),
        ]);
    }
    writer.section("limits", |writer| writer.points(points));
}

/// The same in a sentence or two, for one page.
pub(super) fn in_short(writer: &Writer) -> Line {
    let tally = tally(&writer.entries);
    let count =
        |count: usize, what: &str| Figure::bare(Some(count as f64), Unit::Count, format!("register/{what}"));
    line![
        "Simulated: the median of ",
        writer.results.replications(),
        " futures, with the range that 9 in 10 fall in. Of ",
        count(tally.all, "all"),
        " figures used, ",
        count(tally.assumed, "assumed"),
        " are assumed. Results measured elsewhere before and after a change have no control group, and a simulation that agrees with them does not show that the change caused them."
    ]
}

fn ranges(tally: &crate::register::Tally, count: &dyn Fn(usize, &str) -> Figure) -> Line {
    if tally.ranged == 0 {
        return "No figure has a range, so the ranges of the results show chance alone: how busy the weeks happen to be. They do not show how wrong an assumption may be.".into();
    }
    line![
        "The ranges of the results hold chance, and the uncertainty of the ",
        count(tally.ranged, "ranged"),
        " figures that have a range. They do not hold how wrong the others may be."
    ]
}
