//! How large a document may be. Every limit is far above any service and low enough that reading, checking and
//! showing a document stays quick; all are chosen.

/// Length of a file `[bytes]`.
pub const TEXT_BYTES: usize = 64 * 1024 * 1024;
/// Values in a file, the long lists of plain numbers ([`NUMBERS`]) left out.
pub const VALUES: usize = 2_000_000;
/// Client groups.
pub const GROUPS: usize = 50;
/// Tiers.
pub const TIERS: usize = 50;
/// Roles.
pub const ROLES: usize = 200;
/// Calendars.
pub const CALENDARS: usize = 200;
/// Designs.
pub const DESIGNS: usize = 200;
/// Staffing mixes.
pub const MIXES: usize = 200;
/// Options.
pub const OPTIONS: usize = 200;
/// Targets.
pub const TARGETS: usize = 200;
/// Highest actual count of people: above England's whole community waiting list.
pub const PEOPLE_COUNTED: f64 = 5e6;
/// Series of actual figures.
pub const ACTUALS: usize = 200;
/// Steps of one design.
pub const STEPS: usize = 2_000;
/// Links of one design.
pub const LINKS: usize = 20_000;
/// Entries of any other list: dated changes, closures, parts of a mixture, roles of a step.
pub const ENTRIES: usize = 2_000;
/// Entries of a list of plain numbers: replayed referrals, weeks waited, counted values.
pub const NUMBERS: usize = 5_000_000;
/// Mixtures inside mixtures.
pub const MIXTURE_DEPTH: usize = 4;
/// Horizon and warm-up together `[weeks]`.
pub const WEEKS: u32 = 5_200;
/// Longest wait of anybody on the list at the start `[weeks]`: a little over twenty years.
pub const WAITED_WEEKS: f64 = 1_100.0;
/// Length of an id `[characters]`.
pub const ID_LENGTH: usize = 100;
/// Length of a label `[characters]`.
pub const LABEL_LENGTH: usize = 300;
/// Length of a note, description or source `[characters]`.
pub const NOTE_LENGTH: usize = 20_000;
/// Errors listed, and warnings listed.
pub const PROBLEMS: usize = 2_000;
