//! The largest value of a smooth function of one or two figures.
//!
//! # Source
//! J. A. Nelder and R. Mead, "A simplex method for function minimization", The Computer Journal 7 (1965).

/// Steps after which it ends at the latest; chosen, several times what two figures take.
const MOST_STEPS: usize = 200;

/// A corner with the value of the function there.
type Corner = ([f64; 2], f64);

/// Climbs from a place to where the function is largest.
///
/// # Parameters
/// - `figures` how many of the two are free
/// - `reach` how far the first corners lie from the start
pub(super) fn climb(
    start: [f64; 2],
    figures: usize,
    reach: f64,
    height: impl Fn([f64; 2]) -> f64,
) -> [f64; 2] {
    let of = |place: [f64; 2]| {
        let value = height(place);
        (place, if value.is_nan() { f64::NEG_INFINITY } else { value })
    };
    let mut corners: Vec<Corner> = vec![of(start)];
    for at in 0..figures {
        let mut place = start;
        place[at] += reach;
        corners.push(of(place));
    }
    for _ in 0..MOST_STEPS {
        corners.sort_by(|one, other| other.1.total_cmp(&one.1));
        if is_small(&corners) {
            break;
        }
        step(&mut corners, &of);
    }
    corners.sort_by(|one, other| other.1.total_cmp(&one.1));
    corners[0].0
}

/// Moves the lowest corner, or draws all towards the highest.
fn step(corners: &mut [Corner], of: &impl Fn([f64; 2]) -> Corner) {
    let last = corners.len() - 1;
    let (best, lowest) = (corners[0], corners[last]);
    let mut middle = [0.0; 2];
    for (place, _) in &corners[..last] {
        for at in 0..2 {
            middle[at] += place[at] / last as f64;
        }
    }
    let along = |times: f64| of([0, 1].map(|at| middle[at] + times * (middle[at] - lowest.0[at])));
    let mirrored = along(1.0);
    let next_lowest = corners[last - 1].1;
    if mirrored.1 > best.1 {
        let further = along(2.0);
        corners[last] = if further.1 > mirrored.1 { further } else { mirrored };
    } else if last > 1 && mirrored.1 > next_lowest {
        corners[last] = mirrored;
    } else {
        let nearer = if mirrored.1 > lowest.1 { along(0.5) } else { along(-0.5) };
        if nearer.1 > lowest.1.max(mirrored.1) {
            corners[last] = nearer;
        } else {
            for corner in &mut corners[1..] {
                *corner = of([0, 1].map(|at| (corner.0[at] + best.0[at]) / 2.0));
            }
        }
    }
}

/// Whether the corners lie so close that nothing is gained: logarithms of figures that are given to four places.
fn is_small(corners: &[Corner]) -> bool {
    let best = corners[0].0;
    corners.iter().all(|(place, _)| (0..2).all(|at| (place[at] - best[at]).abs() < 1e-6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_the_top_of_one_and_two_figures() {
        let one = climb([3.0, 7.0], 1, 0.2, |[x, _]| -(x - 1.25) * (x - 1.25));
        assert!((one[0] - 1.25).abs() < 1e-5 && one[1] == 7.0, "{one:?}");
        // A narrow ridge that lies askew.
        let two = climb([0.0, 0.0], 2, 0.2, |[x, y]| {
            let (along, across) = (x + y - 3.0, x - y + 1.0);
            -along * along - 50.0 * across * across
        });
        assert!((two[0] - 1.0).abs() < 1e-4 && (two[1] - 2.0).abs() < 1e-4, "{two:?}");
    }
}
