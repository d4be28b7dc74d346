//! `pathloom schema`: what a file may contain, and what the results look like.

use crate::args::SchemaArguments;
use crate::exit::{Exit, Failure};
use crate::run::Results;
use crate::screen;

/// Prints a JSON Schema.
///
/// # Errors
/// [`Failure::Write`] or [`Failure::OutputClosed`].
pub(crate) fn command(arguments: &SchemaArguments) -> Result<Exit, Failure> {
    let schema = if arguments.results {
        let mut schema = schemars::schema_for!(Results).to_value();
        if let Some(object) = schema.as_object_mut() {
            object.insert("title".to_owned(), "Pathloom results".into());
        }
        schema
    } else {
        pathloom_service::schema()
    };
    screen::print(&(serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"))?;
    Ok(Exit::Done)
}
