//! Long questions, each on a thread of its own: what they come to is told over a channel, they are stopped by their number,
//! and a panic inside is reported like any failure.
//!
//! A command starts one with [`start`]; the window stops it with `run_cancel`, by the number that the command answered.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tauri::ipc::{Channel, IpcResponse};

use crate::desk::Desk;
use crate::ipc::{IpcError, JobEvent};
use crate::runner::stand_back;

/// Least time between two reports: the window draws no faster than people see.
const REPORT_EVERY: Duration = Duration::from_millis(84);

/// Why a long question has no answer.
#[derive(Debug)]
pub(crate) enum Halt {
    /// Somebody stopped it before anything could be said.
    Stopped,
    /// It could not go on.
    Failed(IpcError),
}

impl<E: Into<IpcError>> From<E> for Halt {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// How the work on a question hears that it should stop, and says how far it is.
pub(crate) struct Reports<'a, Progress, Answer> {
    /// Set when somebody has stopped it.
    pub(crate) stop: &'a AtomicBool,
    channel: &'a Channel<JobEvent<Progress, Answer>>,
    last: Option<Instant>,
}

impl<Progress, Answer> Reports<'_, Progress, Answer>
where
    JobEvent<Progress, Answer>: IpcResponse,
{
    /// Says how far it is, unless that was said a moment ago.
    pub(crate) fn tell(&mut self, progress: impl FnOnce() -> Progress) {
        if self.last.is_none_or(|last| last.elapsed() >= REPORT_EVERY) {
            self.last = Some(Instant::now());
            // A window that has gone does not need to know.
            drop(self.channel.send(JobEvent::Progress { progress: progress() }));
        }
    }
}

/// Starts work on a thread of its own; the number to stop it by.
pub(crate) fn start<Progress, Answer>(
    desk: &Arc<Desk>,
    channel: Channel<JobEvent<Progress, Answer>>,
    work: impl FnOnce(&Desk, &mut Reports<'_, Progress, Answer>) -> Result<Answer, Halt> + Send + 'static,
) -> u32
where
    Progress: Send + Sync + 'static,
    Answer: Send + Sync + 'static,
    JobEvent<Progress, Answer>: IpcResponse,
{
    let (number, stop) = desk.enter_run();
    let desk = Arc::clone(desk);
    std::thread::spawn(move || {
        stand_back();
        let last = ending(&stop, || work(&desk, &mut Reports { stop: &stop, channel: &channel, last: None }));
        desk.leave_run(number);
        // A window that has gone does not need to know.
        drop(channel.send(last));
    });
    number
}

/// How work ended, as its last event.
fn ending<Progress, Answer>(
    stop: &AtomicBool,
    work: impl FnOnce() -> Result<Answer, Halt>,
) -> JobEvent<Progress, Answer> {
    let started = Instant::now();
    match guarded(work) {
        Ok(Ok(answer)) if stop.load(Ordering::Relaxed) => JobEvent::Stopped { answer: Some(answer) },
        Ok(Ok(answer)) => JobEvent::Finished { answer, seconds: started.elapsed().as_secs_f64() },
        Ok(Err(Halt::Stopped)) => JobEvent::Stopped { answer: None },
        Ok(Err(Halt::Failed(error))) | Err(error) => JobEvent::Failed { error },
    }
}

/// Does work in which a panic is an error like any other.
///
/// # Errors
/// [`IpcError::Internal`] when it panicked.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, IpcError> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| IpcError::Internal {
        message: "the simulation stopped unexpectedly; your pathway is saved as it was".to_owned(),
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::mpsc;

    use jiff::Timestamp;
    use serde_json::Value;
    use tauri::ipc::InvokeResponseBody;

    use super::*;

    /// A channel, and what is sent over it.
    pub(crate) fn heard<Event: IpcResponse>() -> (Channel<Event>, mpsc::Receiver<Value>) {
        let (send, events) = mpsc::channel();
        let channel = Channel::new(move |body| {
            if let InvokeResponseBody::Json(text) = body {
                drop(send.send(serde_json::from_str(&text).unwrap_or(Value::Null)));
            }
            Ok(())
        });
        (channel, events)
    }

    fn desk() -> (tempfile::TempDir, Arc<Desk>) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let desk = Desk::open(&folder.path().join("library.db"), Timestamp::UNIX_EPOCH);
        (folder, Arc::new(desk.expect("a new library")))
    }

    #[test]
    fn an_answer_comes_last_after_reports_that_are_not_too_many() {
        let (_folder, desk) = desk();
        let (channel, events) = heard::<JobEvent<u32, String>>();
        start(&desk, channel, |_, reports| {
            (0..1_000).for_each(|at| reports.tell(|| at));
            Ok("enough".to_owned())
        });
        let events: Vec<Value> = events.iter().collect();
        assert_eq!(events[0]["kind"], "progress", "the first report goes out at once");
        assert!(events.len() < 100, "a thousand reports in no time are not all sent: {}", events.len());
        let last = events.last().expect("there is an end");
        assert_eq!((&last["kind"], &last["answer"]), (&Value::from("finished"), &Value::from("enough")));
    }

    #[test]
    fn what_is_stopped_says_so_with_or_without_an_answer() {
        let (_folder, desk) = desk();
        for (answer, said) in [(Ok(7), Value::from(7)), (Err(Halt::Stopped), Value::Null)] {
            let (channel, events) = heard::<JobEvent<u32, u32>>();
            let number = start(&desk, channel, move |_, reports| {
                while !reports.stop.load(Ordering::Relaxed) {
                    std::thread::yield_now();
                }
                answer
            });
            assert!(desk.stop_run(number), "it is under way");
            let last = events.iter().last().expect("there is an end");
            assert_eq!((&last["kind"], &last["answer"]), (&Value::from("stopped"), &said));
            assert!(!desk.stop_run(number), "it has ended");
        }
    }

    #[test]
    fn a_panic_and_a_failure_are_told_alike() {
        let (_folder, desk) = desk();
        let (channel, events) = heard::<JobEvent<u32, u32>>();
        start(&desk, channel, |_, _| panic!("a defect, on purpose"));
        assert_eq!(events.iter().last().expect("there is an end")["error"]["code"], "internal");
        let (channel, events) = heard::<JobEvent<u32, u32>>();
        start(&desk, channel, |_, _| Err(IpcError::not_found("it").into()));
        assert_eq!(events.iter().last().expect("there is an end")["error"]["code"], "notFound");
    }
}
