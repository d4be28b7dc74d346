//! What comes in from elsewhere: lists that are pasted, or saved as CSV.

pub mod referral_dates;
