//! People under way, in one array whose places are used again.

/// No such person, post or cell.
pub(super) const NONE: u32 = u32::MAX;

/// The clock runs.
pub(super) const CLOCK_RUNS: u8 = 1;
/// In the queue of `step`.
pub(super) const QUEUED: u8 = 4;
/// Has begun at `step`: under way there.
pub(super) const UNDER_WAY: u8 = 8;
/// Waits for a booked follow-up that is due.
pub(super) const BOOKED: u8 = 16;
/// This place of the array is in use.
pub(super) const ALIVE: u8 = 32;
/// Left the service and will return: not an open referral.
pub(super) const AWAY: u8 = 64;

/// A person. What belongs to a step is set on coming to it.
#[derive(Debug, Clone, Default)]
pub(super) struct Patient {
    /// Key of all draws.
    pub(super) key: u64,
    /// When the clock started `[days]`.
    pub(super) referral: f64,
    /// When they joined the queue of `step` `[days]`.
    pub(super) joined: f64,
    /// What their place in the queue goes by `[days]`.
    pub(super) order: f64,
    /// When they leave the queue unseen `[days]`.
    pub(super) leaves_at: f64,
    /// Hours their contact at a plain step, or days their stay in a place, will take: drawn on coming there; negative
    /// when not yet drawn.
    pub(super) time: f64,
    /// Number of their last joining; entries and timers with another are void.
    pub(super) ticket: u32,
    /// Post that sees them, or `NONE` for a pool.
    pub(super) post: u32,
    /// Number in the order of referral.
    pub(super) number: u32,
    /// Occasions on which something was drawn for them at this step.
    pub(super) attempt: u32,
    /// Referrals before this one. As wide as what is made of it: a processor that has to put together what was stored
    /// apart a moment ago waits for it.
    pub(super) episode: u32,
    pub(super) step: u16,
    /// Next step, chosen on coming to a plain step or a place; [`crate::plan::NOWHERE`] when not yet chosen.
    pub(super) next: u16,
    /// Step whose place they keep while waiting for the next.
    pub(super) held: u16,
    /// Role that sees them.
    pub(super) role: u16,
    pub(super) contacts_left: u16,
    /// Contacts begun here.
    pub(super) contact: u16,
    pub(super) missed_here: u16,
    pub(super) missed: u16,
    pub(super) group: u8,
    pub(super) class: u8,
    pub(super) leaves_by: u8,
    pub(super) flags: u8,
}

impl Patient {
    #[inline(always)]
    pub(super) fn is(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    #[inline(always)]
    pub(super) fn set(&mut self, flag: u8) {
        self.flags |= flag;
    }

    #[inline(always)]
    pub(super) fn unset(&mut self, flag: u8) {
        self.flags &= !flag;
    }
}
