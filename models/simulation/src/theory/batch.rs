//! People who arrive together: batches at random, one clinician, exponential visits (`M^[X]/M/1`).

use super::TheoryError;
use super::parameter::{at_least_one, positive, stable};

/// The long-run figures of `M^[X]/M/1`.
///
/// # Examples
/// Pairs at 0.4, served at one: 0.8 × (1 + 2) / (2 × 0.2) = 6 present.
/// ```
/// use pathloom_simulation::theory::batch::BatchServer;
///
/// let clinic = BatchServer::of_size(0.4, 2, 1.0)?;
/// assert!((clinic.mean_present - 6.0).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BatchServer {
    /// Load, people per unit of time over μ `[1]` -- output
    pub load: f64,
    /// Mean wait of everyone, batch companions seen first included `[time]` -- output
    pub mean_wait: f64,
    /// Mean wait and service `[time]` -- output
    pub mean_time: f64,
    /// Mean number waiting `[people]` -- output
    pub mean_list: f64,
    /// Mean number waiting or in service `[people]` -- output
    pub mean_present: f64,
}

impl BatchServer {
    /// The figures when every batch has the same size.
    ///
    /// # Parameters
    /// - `batch_rate` batches `[time⁻¹]`, above zero
    /// - `size` people in each, one or more
    /// - `service_rate` μ `[people·time⁻¹]`, above zero
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a figure is out of range
    /// - [`TheoryError::Unstable`] — the load is one or more
    ///
    /// # Source
    /// As [`Self::new`].
    ///
    /// # Examples
    /// Batches of one are the ordinary queue: a load of 0.8 keeps four present.
    /// ```
    /// use pathloom_simulation::theory::batch::BatchServer;
    ///
    /// assert!((BatchServer::of_size(0.8, 1, 1.0)?.mean_present - 4.0).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn of_size(batch_rate: f64, size: u32, service_rate: f64) -> Result<Self, TheoryError> {
        let size = at_least_one("size", size)?;
        Self::new(batch_rate, size, size * size, service_rate)
    }

    /// The figures when batches vary in size.
    ///
    /// # Parameters
    /// - `batch_rate` batches `[time⁻¹]`, above zero
    /// - `mean_size` `[people]`, above zero
    /// - `mean_square_size` `[people²]`, at least the mean squared
    /// - `service_rate` μ `[people·time⁻¹]`, above zero
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a figure is out of range
    /// - [`TheoryError::Unstable`] — the load is one or more
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 3.1.
    ///
    /// # Examples
    /// One or three with equal chance, mean two and mean square five: 0.8 × (1 + 2.5) / 0.4 = 7.
    /// ```
    /// use pathloom_simulation::theory::batch::BatchServer;
    ///
    /// assert!((BatchServer::new(0.4, 2.0, 5.0, 1.0)?.mean_present - 7.0).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(
        batch_rate: f64,
        mean_size: f64,
        mean_square_size: f64,
        service_rate: f64,
    ) -> Result<Self, TheoryError> {
        let batches = positive("batch_rate", batch_rate)?;
        let size = positive("mean_size", mean_size)?;
        let square = positive("mean_square_size", mean_square_size)?;
        let rate = positive("service_rate", service_rate)?;
        if square < size * size * (1.0 - 1e-9) {
            return Err(TheoryError::InvalidParameter { name: "mean_square_size", value: square });
        }
        let arrivals = batches * size;
        let load = stable(arrivals / rate)?;
        let mean_present = load * (1.0 + square / size) / (2.0 * (1.0 - load));
        let mean_list = mean_present - load;
        Ok(Self {
            load,
            mean_wait: mean_list / arrivals,
            mean_time: mean_present / arrivals,
            mean_list,
            mean_present,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals() {
        assert!(BatchServer::of_size(0.4, 0, 1.0).is_err(), "a batch has somebody in it");
        assert!(BatchServer::new(0.4, 2.0, 3.0, 1.0).is_err(), "a mean square is at least the mean squared");
        assert!(matches!(BatchServer::of_size(0.5, 2, 1.0), Err(TheoryError::Unstable { .. })));
    }
}
