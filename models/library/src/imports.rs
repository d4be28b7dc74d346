//! What comes in from elsewhere: lists that are pasted, or saved as CSV.

pub mod counted_figures;
pub mod referral_dates;
