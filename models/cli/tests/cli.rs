//! The `pathloom` program as its users meet it: real files, real pipes, real exit codes.

#[path = "cli/actuals.rs"]
mod actuals;
#[path = "cli/bad_input.rs"]
mod bad_input;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/drivers.rs"]
mod drivers;
#[path = "cli/examples.rs"]
mod examples;
#[path = "cli/fairness.rs"]
mod fairness;
#[path = "cli/fit_distribution.rs"]
mod fit_distribution;
#[path = "cli/money.rs"]
mod money;
#[path = "cli/posts.rs"]
mod posts;
#[path = "cli/program.rs"]
mod program;
#[path = "cli/report.rs"]
mod report;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/schema.rs"]
mod schema;
#[path = "cli/stopping.rs"]
mod stopping;
#[path = "cli/theory.rs"]
mod theory;
#[path = "cli/trace.rs"]
mod trace;
