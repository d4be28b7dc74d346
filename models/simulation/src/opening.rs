//! What a starting list looks like, before anything is simulated.

use pathloom_service::StartingList;
use serde::Serialize;

use crate::outcomes::NATIONAL_BANDS;
use crate::plan::{StartList, starting_list};

/// Width of a bar of the histogram `[weeks]`; chosen.
const BAR_WEEKS: f64 = 1.0;
/// Most people a picture is worked out for; chosen, far above any list.
const MOST_PEOPLE: u32 = 2_000_000;

/// A starting list as a picture and three numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct StartingPicture {
    /// People on it.
    pub people: u32,
    /// Mean wait so far `[weeks]`; none for an empty list.
    pub mean_weeks: Option<f64>,
    /// Longest wait so far `[weeks]`.
    pub longest_weeks: Option<f64>,
    /// People by national band, 0-1 weeks first `[people]`, 8 of them.
    pub by_national_band: Vec<u32>,
    /// Width of a bar below `[weeks]`.
    pub bar_weeks: f64,
    /// People by weeks waited, from 0 `[people]`.
    pub bars: Vec<u32>,
}

/// The people on a starting list by weeks waited, as a replication draws them in the mean.
pub fn starting_picture(list: &StartingList) -> StartingPicture {
    let days = match starting_list(list) {
        StartList::Days(days) => days,
        StartList::Curve { number, longest_days, exponent } => {
            let number = number.min(MOST_PEOPLE);
            let share = |at: u32| (f64::from(number - at) - 0.5) / f64::from(number);
            let waited =
                |at| if at == 0 { longest_days } else { longest_days * libm::pow(share(at), exponent) };
            (0..number).map(waited).collect()
        }
    };
    let mut picture = StartingPicture {
        people: days.len() as u32,
        mean_weeks: (!days.is_empty()).then(|| days.iter().sum::<f64>() / days.len() as f64 / 7.0),
        longest_weeks: days.iter().copied().reduce(f64::max).map(|days| days / 7.0),
        by_national_band: vec![0; NATIONAL_BANDS.len()],
        bar_weeks: BAR_WEEKS,
        bars: Vec::new(),
    };
    for days in days {
        let band = NATIONAL_BANDS.iter().rposition(|(from, _)| days.floor() >= f64::from(*from)).unwrap_or(0);
        picture.by_national_band[band] += 1;
        let bar = (days / 7.0 / BAR_WEEKS) as usize;
        if picture.bars.len() <= bar {
            picture.bars.resize(bar + 1, 0);
        }
        picture.bars[bar] += 1;
    }
    picture
}

/// Weeks waited by people who are known by national band alone: evenly over the days of their band.
///
/// # Parameters
/// - `by_band` people, 0-1 weeks first; where they are known over 52 weeks without a finer band, seven numbers
/// - `longest_weeks` the longest wait `[weeks]`: the last band reaches to it, which the bands do not say
/// # Returns
/// Weeks to three decimals, rounded up so that whole days stay whole days; the longest wait first.
pub fn ages_of_bands(by_band: &[u32], longest_weeks: f64) -> Vec<f64> {
    let last = by_band.len().min(NATIONAL_BANDS.len());
    let mut weeks = Vec::new();
    for (at, people) in by_band.iter().take(last).enumerate().rev() {
        let people = (*people).min(MOST_PEOPLE);
        let from = f64::from(NATIONAL_BANDS[at].0);
        let end = match NATIONAL_BANDS.get(at + 1) {
            Some((next, _)) if at + 1 < last => f64::from(*next),
            _ => (longest_weeks * 7.0).floor().max(from) + 1.0,
        };
        let day = |person: u32| {
            // The longest wait is somebody's.
            let share = 1.0 - f64::from(person) / f64::from(people.max(2) - 1);
            (from + share * (end - from - 1.0)).round()
        };
        weeks.extend((0..people).map(|person| (day(person) / 7.0 * 1_000.0).ceil() / 1_000.0));
    }
    weeks
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::{ListAges, ListSummary};

    #[test]
    fn a_list_known_by_three_numbers_is_drawn_with_them() {
        // The published list of the Birmingham example.
        let list =
            ListSummary { number: 1_760.0.into(), mean_weeks: 60.0.into(), longest_weeks: 161.0.into() };
        let picture = starting_picture(&StartingList::Summary(list));
        assert_eq!(picture.people, 1_760);
        assert_eq!(picture.longest_weeks, Some(161.0));
        assert!(picture.mean_weeks.is_some_and(|mean| (mean - 60.0).abs() < 0.2), "{:?}", picture.mean_weeks);
        assert_eq!(picture.by_national_band.iter().sum::<u32>(), 1_760);
        assert_eq!(picture.bars.iter().sum::<u32>(), 1_760);
    }

    #[test]
    fn bands_are_counted_in_whole_days() {
        // 7 days is the last of "0-1 weeks", 365 the first of "52-104".
        let weeks = [7.0, 7.9, 8.0, 364.9, 365.0].map(|days: f64| days / 7.0);
        let picture =
            starting_picture(&StartingList::Ages(ListAges { weeks: weeks.to_vec(), groups: Vec::new() }));
        assert_eq!(picture.by_national_band, [2, 1, 0, 0, 0, 1, 1, 0]);
    }

    #[test]
    fn people_known_by_band_come_back_in_their_bands() {
        let by_band = [3, 0, 1, 40, 12, 500, 7, 2];
        let weeks = ages_of_bands(&by_band, 130.0);
        assert_eq!(weeks.len(), 565);
        let picture = starting_picture(&StartingList::Ages(ListAges { weeks, groups: Vec::new() }));
        assert_eq!(picture.by_national_band, by_band);
        assert!(picture.longest_weeks.is_some_and(|weeks| (weeks - 130.0).abs() < 0.01), "{picture:?}");
        // Where nothing finer than over 52 weeks is known, the last band reaches to the longest wait.
        let undivided = ages_of_bands(&[0, 0, 0, 0, 0, 0, 9], 130.0);
        assert!((undivided[0] - 130.0).abs() < 0.01 && undivided[8] * 7.0 >= 365.0, "{undivided:?}");
        assert_eq!(ages_of_bands(&[0, 0, 0, 0, 0, 0, 0, 1], 2.0), [104.143], "never below its band");
        assert_eq!(ages_of_bands(&[], 130.0), Vec::<f64>::new());
    }

    #[test]
    fn an_empty_list_has_no_mean() {
        let picture =
            starting_picture(&StartingList::Ages(ListAges { weeks: Vec::new(), groups: Vec::new() }));
        assert_eq!((picture.people, picture.mean_weeks, picture.longest_weeks), (0, None, None));
    }
}
