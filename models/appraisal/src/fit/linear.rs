//! Weighted least squares, with as much ridge as keeps it solvable.

/// Coefficients of a linear function, the constant first.
pub(super) type Coefficients = Vec<f64>;

/// The linear function of `rows` that comes nearest to `answer`, rows weighted.
///
/// # Parameters
/// - `rows` `[n x p]`, columns of about unit spread
/// - `ridge` added to the diagonal, as a share of the total weight: columns that say the same then share the credit
///
/// # Source
/// A. E. Hoerl and R. W. Kennard, "Ridge regression: biased estimation for nonorthogonal problems", Technometrics 12 (1970).
pub(super) fn least_squares(rows: &[Vec<f64>], answer: &[f64], weights: &[f64], ridge: f64) -> Coefficients {
    let size = rows.first().map_or(0, Vec::len) + 1;
    let (mut matrix, mut right) = (vec![vec![0.0; size]; size], vec![0.0; size]);
    let mut total = 0.0;
    for ((row, answer), weight) in rows.iter().zip(answer).zip(weights) {
        if *weight <= 0.0 {
            continue;
        }
        total += weight;
        let with_constant = |at: usize| if at == 0 { 1.0 } else { row[at - 1] };
        for i in 0..size {
            let left = weight * with_constant(i);
            right[i] += left * answer;
            for (j, cell) in matrix[i].iter_mut().enumerate().take(i + 1) {
                *cell += left * with_constant(j);
            }
        }
    }
    for (at, row) in matrix.iter_mut().enumerate().skip(1) {
        row[at] += ridge * total;
    }
    solve(matrix, right)
}

/// The value of a linear function.
pub(super) fn value(coefficients: &[f64], row: &[f64]) -> f64 {
    coefficients.iter().zip(std::iter::once(&1.0).chain(row)).map(|(one, other)| one * other).sum()
}

/// Solves a symmetric positive definite system by Cholesky's factors, the lower triangle given.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for i in 0..size {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|k| matrix[i][k] * matrix[j][k]).sum();
            let rest = matrix[i][j] - sum;
            matrix[i][j] = if i == j { rest.max(f64::MIN_POSITIVE).sqrt() } else { rest / matrix[j][j] };
        }
        let sum: f64 = (0..i).map(|k| matrix[i][k] * right[k]).sum();
        right[i] = (right[i] - sum) / matrix[i][i];
    }
    for i in (0..size).rev() {
        let sum: f64 = (i + 1..size).map(|k| matrix[k][i] * right[k]).sum();
        right[i] = (right[i] - sum) / matrix[i][i];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_points_is_found_with_weights() {
        // y = 3 + 2 a - b, and a stray point without weight.
        let rows = vec![vec![0.0, 0.0], vec![1.0, 0.0], vec![0.0, 1.0], vec![2.0, 3.0], vec![9.0, 9.0]];
        let answer = [3.0, 5.0, 2.0, 4.0, 1_000.0];
        let found = least_squares(&rows, &answer, &[1.0, 2.0, 1.0, 1.0, 0.0], 0.0);
        for (one, expected) in found.iter().zip([3.0, 2.0, -1.0]) {
            assert!((one - expected).abs() < 1e-9, "{found:?}");
        }
        assert!((value(&found, &[5.0, 1.0]) - 12.0).abs() < 1e-9);
    }

    #[test]
    fn columns_that_say_the_same_share_the_credit() {
        let rows: Vec<Vec<f64>> = (0..50).map(|at| vec![f64::from(at) / 25.0 - 1.0; 2]).collect();
        let answer: Vec<f64> = rows.iter().map(|row| 4.0 * row[0]).collect();
        let found = least_squares(&rows, &answer, &[1.0; 50], 1e-4);
        assert!((found[1] - 2.0).abs() < 0.01 && (found[2] - 2.0).abs() < 0.01, "{found:?}");
    }
}
