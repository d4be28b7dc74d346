//! The studies that the tests report on.

use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use jiff::civil::Date;
use pathloom_report::bundle::Contents;
use pathloom_report::{Reckoned, Run, Study};
use pathloom_service::{Project, Scenario};
use pathloom_simulation::{Outcomes, RunSettings, run};

/// Few futures: the tests are about the documents, not about precision.
pub(crate) const FUTURES: u32 = 24;

const BIRMINGHAM: &str =
    include_str!("../../../../examples/birmingham-childrens-ot/birmingham.pathloom.json");

/// A document with its futures, to make studies of.
#[derive(Debug)]
pub(crate) struct Simulated {
    pub(crate) project: Project,
    pub(crate) options: Vec<(Scenario, Outcomes)>,
    pub(crate) reckoned: Reckoned,
    pub(crate) run: Run,
}

impl Simulated {
    /// Simulates every option of a document.
    pub(crate) fn of(project: Project) -> Self {
        let settings = RunSettings { replications: 0..FUTURES, ..RunSettings::default() };
        let options: Vec<(Scenario, Outcomes)> = project
            .options
            .iter()
            .map(|option| {
                let scenario = project.scenario(option).expect("the option is whole");
                let outcomes = run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {})
                    .expect("it can be simulated");
                (scenario, outcomes)
            })
            .collect();
        let run = Run {
            replications: 0..FUTURES,
            seed: RunSettings::default().seed,
            hold_uncertain: false,
            machine: "a test".to_owned(),
        };
        let reckoned =
            Reckoned::of(&options, &project.actuals, false).expect("they can be held against each other");
        Self { project, options, reckoned, run }
    }

    /// The study of it.
    pub(crate) fn study(&self) -> Study<'_> {
        Study {
            project: &self.project,
            reckoned: &self.reckoned,
            run: self.run.clone(),
            drivers: None,
            date: Date::constant(2026, 11, 22),
        }
    }
}

impl Simulated {
    /// What a bundle or a part of it is made of.
    pub(crate) fn contents(&self) -> Contents<'_> {
        Contents { project: &self.project, options: &self.options, run: &self.run }
    }
}

/// Birmingham's children's therapy.
pub(crate) fn project() -> Project {
    pathloom_service::read(BIRMINGHAM).expect("the example can be read")
}

/// The same, simulated once for all tests.
pub(crate) fn birmingham() -> &'static Simulated {
    static ONCE: OnceLock<Simulated> = OnceLock::new();
    ONCE.get_or_init(|| Simulated::of(project()))
}
