//! Discrete-event simulation of care pathways.
pub mod theory;
