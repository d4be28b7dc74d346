//! Simulation against closed form: for every formula of `pathloom_simulation::theory` that a document can express, the
//! 99.9% interval of the simulated figure holds the exact one and is narrower than 1% of it on either side.
//!
//! Seeds are fixed, so a test passes always or never. Each case runs as many replications as its narrowest figure
//! needs (see [`pathloom_tests::measure::until`]); one unit of a case's time is an hour unless the case says
//! otherwise, so that a week holds 168 of them, and every run is warmed up for at least twenty relaxation times.
//!
//! Not here, because no document can say it: people who share one clinician's attention or break off another's visit
//! (`priority::break_off`), people who balk by chance (`birth_death`), and shifts whose unfinished visits anybody goes
//! on with (`roster`): `tests/README.md` says how ours end. Formulas that are not of a queue (`staffing`,
//! `waiting_list`, `replications`) and approximations (`approximate`) are held against other figures in
//! `pathloom-simulation`.

#[path = "theory/census.rs"]
mod census;
#[path = "theory/impatience.rs"]
mod impatience;
#[path = "theory/limits.rs"]
mod limits;
#[path = "theory/moments.rs"]
mod moments;
#[path = "theory/networks.rs"]
mod networks;
#[path = "theory/one_queue.rs"]
mod one_queue;
#[path = "theory/priority.rs"]
mod priority;
#[path = "theory/records.rs"]
mod records;
#[path = "theory/transient.rs"]
mod transient;
