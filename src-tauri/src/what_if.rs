//! An option whose figures are moved while somebody watches: a coarse answer at once, sharper ones while it rests.
//!
//! Every move is a request of its own, on a thread of its own, and one request at a time has the processor. The newest
//! wins: of those that wait only the newest stays, so nothing ever queues. What has the processor is cut off for it as
//! soon as it has shown a coarse answer, or has taken too long over it; so a finger that does not rest sees bands
//! follow it, and one that rests sees them sharpen.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use pathloom_appraisal::what_if::{DifferencesByWeek, Futures, changes};
use pathloom_service::{Change, Scenario};
use tauri::ipc::Channel;

use crate::desk::Desk;
use crate::ipc::{IpcError, WhatIfEvent, WhatIfRequest, seed};
use crate::runner::stand_back;

/// Simulated futures of the coarse answer: enough for a fifth percentile, few enough for a redraw within 100 ms. Chosen.
const COARSE: u32 = 20;

/// Simulated futures of each answer on the way to as many as were asked for.
const ROUNDS: [u32; 5] = [COARSE, 60, 150, 400, u32::MAX];

/// Simulated futures without which nothing is shown.
const FEWEST: u32 = 10;

/// How long the fewest futures may take for the coarse answer to wait for all of its own: as long again, and the frames
/// that draw it, must fit into 100 ms.
const QUICK: Duration = Duration::from_millis(15);

/// How long a coarse answer may keep a newer request waiting once there is something to show.
const PATIENCE: Duration = Duration::from_millis(60);

/// How long it may when there is nothing to show yet.
const MOST_PATIENCE: Duration = Duration::from_millis(400);

/// How long the processor is left to the window after a coarse answer: drawing it takes both cores where nothing but
/// the processor draws, and what is simulated meanwhile only delays it. Chosen.
const WHILE_IT_IS_DRAWN: Duration = Duration::from_millis(80);

/// How often those who wait look again.
const LOOK_AGAIN: Duration = Duration::from_millis(4);

/// A request that was read: the option with and without its figures moved.
#[derive(Debug)]
pub(crate) struct Job {
    number: u32,
    as_it_is: Scenario,
    moved: Scenario,
    seed: u64,
    replications: u32,
}

impl Job {
    /// Reads a request.
    ///
    /// # Errors
    /// When the project or the option is not there, or a figure cannot be moved so.
    pub(crate) fn prepare(desk: &Desk, request: &WhatIfRequest) -> Result<Self, IpcError> {
        let (as_it_is, _) = desk.scenario(&request.project_id, &request.option_id)?;
        let mut moved = as_it_is.clone();
        moved.apply(&changes(&as_it_is, &request.moves)?);
        Ok(Self {
            number: request.number,
            as_it_is,
            moved,
            seed: seed(&request.seed)?,
            replications: request.replications,
        })
    }
}

/// The changed figures of an option that keeps what was tried: those it has already, and those that were moved.
///
/// # Errors
/// When the project or the option is not there, or a figure cannot be moved so.
pub(crate) fn kept_changes(desk: &Desk, request: &WhatIfRequest) -> Result<Vec<Change>, IpcError> {
    let document = desk.document(&request.project_id)?;
    let option = document.project.option(&request.option_id)?;
    let moved = changes(&document.project.scenario(option)?, &request.moves)?;
    let is_moved = |old: &&Change| moved.iter().any(|new| new.figure == old.figure);
    Ok(option.changes.iter().filter(|old| !is_moved(old)).chain(&moved).cloned().collect())
}

/// Who has the processor, and who is next.
#[derive(Debug, Default)]
pub(crate) struct Sitting {
    turns: Mutex<Turns>,
    changed: Condvar,
    /// Futures of the option as it is, kept from one move to the next.
    base: Mutex<Option<Futures>>,
}

#[derive(Debug, Default)]
struct Turns {
    newest: u32,
    working: Option<Arc<Work>>,
}

/// What has the processor.
#[derive(Debug)]
struct Work {
    began: Instant,
    finished: AtomicU32,
    cut: AtomicBool,
}

impl Work {
    fn is_cut(&self) -> bool {
        self.cut.load(Ordering::Relaxed)
    }

    /// Whether a newer request may cut it off now.
    fn has_had_its_time(&self) -> bool {
        let (finished, took) = (self.finished.load(Ordering::Relaxed), self.began.elapsed());
        finished >= COARSE || (finished >= FEWEST && took >= PATIENCE) || took >= MOST_PATIENCE
    }
}

impl Sitting {
    fn turns(&self) -> MutexGuard<'_, Turns> {
        // Held only by code that leaves the value sound.
        self.turns.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins anew: requests count from 1 again, and whatever is under way ends.
    pub(crate) fn begin(&self) {
        Self::end_all(&mut self.turns(), 0);
        self.changed.notify_all();
    }

    /// Ends whatever was asked before this number.
    pub(crate) fn end(&self, number: u32) {
        let mut turns = self.turns();
        if number > turns.newest {
            Self::end_all(&mut turns, number);
        }
        self.changed.notify_all();
    }

    fn end_all(turns: &mut Turns, newest: u32) {
        turns.newest = newest;
        if let Some(work) = &turns.working {
            work.cut.store(true, Ordering::Relaxed);
        }
    }

    /// Waits for the processor; none when a newer request has come in the meantime, or was there before.
    fn enter(&self, number: u32) -> Option<Arc<Work>> {
        let mut turns = self.turns();
        if number <= turns.newest {
            return None;
        }
        turns.newest = number;
        self.changed.notify_all();
        while let Some(work) = &turns.working {
            if work.has_had_its_time() {
                work.cut.store(true, Ordering::Relaxed);
            }
            turns = self.changed.wait_timeout(turns, LOOK_AGAIN).unwrap_or_else(PoisonError::into_inner).0;
            if turns.newest != number {
                return None;
            }
        }
        let work = Arc::new(Work {
            began: Instant::now(),
            finished: AtomicU32::new(0),
            cut: AtomicBool::new(false),
        });
        turns.working = Some(Arc::clone(&work));
        Some(work)
    }

    /// Leaves the processor to others for a while, unless there is a newer request: then the work is cut off.
    fn pause(&self, number: u32, work: &Work, time: Duration) {
        let is_newest = |turns: &mut Turns| turns.newest == number;
        let paused = self.changed.wait_timeout_while(self.turns(), time, is_newest);
        if paused.unwrap_or_else(PoisonError::into_inner).0.newest != number {
            work.cut.store(true, Ordering::Relaxed);
        }
    }

    fn leave(&self) {
        self.turns().working = None;
        self.changed.notify_all();
    }
}

/// Answers a request for as long as it is the newest.
pub(crate) fn follow(desk: &Desk, job: &Job, channel: &Channel<WhatIfEvent>) {
    let sitting = &desk.what_if;
    let Some(work) = sitting.enter(job.number) else { return };
    let ended = catch_unwind(AssertUnwindSafe(|| sharpen(sitting, job, &work, channel)));
    sitting.leave();
    let error = match ended {
        Ok(Ok(())) => return,
        Ok(Err(error)) => error,
        Err(_) => IpcError::Internal { message: "the simulation stopped unexpectedly".to_owned() },
    };
    // A window that has gone does not need to know.
    drop(channel.send(WhatIfEvent::Failed { error }));
}

/// Simulates round by round, and tells of each.
fn sharpen(
    sitting: &Sitting,
    job: &Job,
    work: &Work,
    channel: &Channel<WhatIfEvent>,
) -> Result<(), IpcError> {
    let mut moved = Futures::new(job.moved.clone(), job.seed);
    let mut shown = 0;
    for until in ROUNDS.map(|round| round.min(job.replications)) {
        if until <= shown {
            break;
        }
        let is_first = shown == 0;
        let mut extend = |until| {
            moved.extend(until, &work.cut, &mut |finished| work.finished.store(finished, Ordering::Relaxed))
        };
        if is_first {
            let began = Instant::now();
            extend(until.min(FEWEST))?;
            if began.elapsed() < QUICK {
                extend(until)?;
            }
        } else {
            extend(until)?;
        }
        // The first answer is about the bands alone; what is left of it when it was cut off is shown all the same.
        if (work.is_cut() && !is_first) || moved.count() < FEWEST.min(until) {
            break;
        }
        let differences = if is_first { None } else { differences(sitting, job, &moved, &work.cut)? };
        shown = moved.count();
        if let Some(headline) = moved.headline() {
            let asked = job.replications;
            // A window that has gone does not need to know.
            drop(channel.send(WhatIfEvent::Bands { headline: Box::new(headline), differences, asked }));
        }
        if is_first && !work.is_cut() {
            sitting.pause(job.number, work, WHILE_IT_IS_DRAWN);
            stand_back();
        }
        if work.is_cut() {
            break;
        }
    }
    Ok(())
}

/// How the moved futures differ from those of the option as it is; none when there was no time to simulate these.
fn differences(
    sitting: &Sitting,
    job: &Job,
    moved: &Futures,
    cut: &AtomicBool,
) -> Result<Option<DifferencesByWeek>, IpcError> {
    let mut base = sitting.base.lock().unwrap_or_else(PoisonError::into_inner);
    let known = base.take().filter(|futures| futures.are_of(&job.as_it_is, job.seed));
    let base = base.insert(known.unwrap_or_else(|| Futures::new(job.as_it_is.clone(), job.seed)));
    base.extend(moved.count(), cut, &mut |_| {})?;
    Ok(DifferencesByWeek::of(moved, base).filter(|found| found.futures == moved.count()))
}

#[cfg(test)]
mod tests;
