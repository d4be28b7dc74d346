//! The little statistics the comparison needs.

/// Mean and spread of one output over replications.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Summary {
    pub(crate) mean: f64,
    /// Standard deviation of one replication.
    pub(crate) sd: f64,
    /// How many replications.
    pub(crate) n: f64,
}

/// Replications before a spread is known well enough to judge by: with fewer, chance alone gives large z-scores. Chosen.
pub(crate) const ENOUGH: f64 = 30.0;

/// The middle value; of an even count, the mean of the two middle ones. `None` of no values.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        n if n % 2 == 1 => Some(values[middle]),
        _ => Some(f64::midpoint(values[middle - 1], values[middle])),
    }
}

/// The summary of all replications together, from summaries of separate groups of them.
///
/// The squares about the common mean are those inside the groups and those between the groups' means.
pub(crate) fn pool(groups: &[Summary]) -> Option<Summary> {
    let n: f64 = groups.iter().map(|group| group.n).sum();
    if n == 0.0 {
        return None;
    }
    let mean = groups.iter().map(|group| group.n * group.mean).sum::<f64>() / n;
    let squares: f64 = groups
        .iter()
        .map(|group| {
            (group.n - 1.0) * group.sd * group.sd + group.n * (group.mean - mean) * (group.mean - mean)
        })
        .sum();
    Some(Summary { mean, sd: if n > 1.0 { (squares / (n - 1.0)).sqrt() } else { 0.0 }, n })
}

/// How far apart two means are, in standard errors of their difference.
///
/// `None` where one of them has fewer than [`ENOUGH`] replications. Two outputs without any spread agree when they are
/// equal.
pub(crate) fn z_score(a: &Summary, b: &Summary) -> Option<f64> {
    if a.n < ENOUGH || b.n < ENOUGH {
        return None;
    }
    let error = (a.sd * a.sd / a.n + b.sd * b.sd / b.n).sqrt();
    Some(if a.mean == b.mean { 0.0 } else { (a.mean - b.mean) / error })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary_of(values: &[f64]) -> Summary {
        let groups: Vec<_> = values.iter().map(|&mean| Summary { mean, sd: 0.0, n: 1.0 }).collect();
        pool(&groups).unwrap()
    }

    #[test]
    fn median_is_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median([]), None);
    }

    #[test]
    fn pooled_groups_equal_all_their_values_at_once() {
        let all = summary_of(&[1.0, 2.0, 4.0, 9.0, 4.0]);
        assert_eq!((all.mean, all.n), (4.0, 5.0));
        assert!((all.sd * all.sd - 9.5).abs() < 1e-12, "the squares about 4 are 9+4+0+25+0=38, over 5-1");

        let pooled = pool(&[summary_of(&[1.0, 2.0]), summary_of(&[4.0, 9.0, 4.0])]).unwrap();
        assert!((pooled.mean - all.mean).abs() < 1e-12 && (pooled.sd - all.sd).abs() < 1e-12);
        assert_eq!(pool(&[]), None);
    }

    #[test]
    fn z_counts_standard_errors_of_the_difference() {
        let a = Summary { mean: 5.0, sd: 6.0, n: 36.0 };
        let b = Summary { mean: 1.0, sd: 8.0, n: 64.0 };
        // Each mean has a standard error of 1, their difference one of the square root of 2.
        assert!((z_score(&a, &b).unwrap() - 4.0 / 2.0_f64.sqrt()).abs() < 1e-12);
        assert_eq!(z_score(&a, &Summary { n: 29.0, ..b }), None);
        let fixed = Summary { mean: 2.0, sd: 0.0, n: 30.0 };
        assert_eq!(z_score(&fixed, &fixed), Some(0.0));
        assert_eq!(z_score(&Summary { mean: 3.0, ..fixed }, &fixed), Some(f64::INFINITY));
    }
}
