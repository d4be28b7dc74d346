//! The short case for posts: two to four pages, from summary to sign-off.

use crate::content::{Writer, delivery, economic, finance, limits, options, strategic, summary};
use crate::report::{Column, Line, Table};

/// Writes the case.
pub(super) fn write(writer: &mut Writer) {
    writer.heading(1, "Summary and what is asked for");
    summary::summary(writer);
    writer.heading(1, "The problem");
    strategic::need(writer);
    let nothing = strategic::if_nothing_changes(writer);
    writer.prose("if-nothing-changes", vec![nothing]);
    writer.heading(1, "The options");
    let table = options::outcomes(writer);
    writer.table(table);
    options::course(writer, "longestWait", "longest wait", "Longest wait of anybody still waiting, in weeks");
    writer.heading(1, "The recommended option");
    economic::preferred(writer);
    finance::posts_to_fill(writer);
    writer.heading(1, "Benefits and how they are watched");
    delivery::benefits(writer, 6);
    writer.heading(1, "Risks");
    delivery::risks(writer);
    writer.heading(1, "Implementation");
    writer.asked("delivery", "who does what by when, and who pays.");
    writer.heading(1, "What the model cannot say");
    limits::limits(writer, true);
    writer.heading(1, "Sign-off");
    sign_off(writer);
}

fn sign_off(writer: &mut Writer) {
    let columns =
        vec![Column::words("Role", 1.6), Column::words("Decision", 2.4), Column::words("Date", 1.0)];
    let mut table = Table::new("Sign-off".into(), columns);
    for role in ["Service lead", "Finance", "Panel"] {
        table.row(vec![role.into(), Line::default(), Line::default()]);
    }
    writer.table(table);
}
