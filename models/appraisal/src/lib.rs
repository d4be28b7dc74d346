//! From simulated futures to a decision.
//!
//! A manager does not want a simulation; they want to know which option, how many posts, by when, and how sure that is.
//! This crate turns runs of `pathloom-simulation` into those answers. It reads no clock and touches no file; whatever it
//! simulates, it simulates with the seed it is given, so an answer can be had again.
//!
//! | Question | Module |
//! | --- | --- |
//! | Which option does better, by how much, how surely? | [`compare`] |
//! | How many simulated futures are enough? | [`precision`] |
//! | How many posts, and what do shorter waits cost? | [`posts`] |
//! | Which figures drive the answer? | [`drivers`] |
//! | Which values of unknown figures go with the past? | [`mod@fit`] |
//! | What does a record of referrals say about demand? | [`history`] |
//! | Which shape do measured times have? | [`shape`] |
//! | Is the service on its trajectory? | [`mod@trajectory`] |
//! | Does a start from empty, or a short warm-up, bias the figures? | [`warm_up`] |
//! | What if this figure were another? | [`what_if`] |
//! | How near is the simulation to what was published? | [`published`] |
//! | What does an option change about the workforce? | [`star`] |
//! | What do vacancies and turnover do to the wait? | [`vacancies`] |
//! | Do some groups wait longer than others? | [`equity`] |
//! | What does an option cost, what is it worth, and what would change that? | [`money`] |
//!
//! The numbers that all of them judge by are [`Figure`]s: one value for each simulated future.

pub mod compare;
pub mod drivers;
pub mod equity;
pub mod figure;
pub mod fit;
pub mod fitting;
pub mod history;
pub mod money;
pub mod posts;
pub mod precision;
pub mod published;
pub mod shape;
pub mod star;
mod statistics;
pub mod trajectory;
pub mod vacancies;
pub mod warm_up;
pub mod what_if;
mod words;

pub use figure::{Better, Figure, NoSuchFigure, kept};
pub use statistics::{Interval, Share};
