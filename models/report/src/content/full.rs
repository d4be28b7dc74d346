//! The full case: the five cases and the appendices.

use crate::content::{Writer, appendix, delivery, economic, finance, journey, limits, strategic, summary};

/// Writes the case.
pub(super) fn write(writer: &mut Writer) {
    writer.heading(1, "Summary");
    summary::summary(writer);
    journey::course(writer);
    writer.new_page();
    strategic::write(writer);
    economic::write(writer);
    finance::commercial(writer);
    finance::financial(writer);
    delivery::management(writer);
    writer.heading(1, "What the model cannot say");
    limits::limits(writer, false);
    appendix::write(writer);
}
