//! The weekly figures of one replication, as small as they go without losing a bit.

/// Weekly figures by week and column.
///
/// Most columns count people, and many never change: nobody waits for two years, nobody works overtime. A column that
/// never changes is kept once, one of whole numbers up to 65,535 in half the room, and the others as they are. What
/// comes out is what went in, to the last bit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WeeklyRows {
    columns: Vec<Column>,
    rows: usize,
    /// `[rows x whole columns]`
    whole: Vec<u16>,
    /// `[rows x other columns]`
    other: Vec<f32>,
}

/// Where a column is kept.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Column {
    /// Always the same.
    Constant(f32),
    /// Position among the columns of whole numbers.
    Whole(u32),
    /// Position among the others.
    Other(u32),
}

impl WeeklyRows {
    /// Takes down rows of so many columns, one after another.
    pub fn new(values: &[f32], columns: usize) -> Self {
        let Some(first) = values.get(..columns).filter(|first| !first.is_empty()) else {
            return Self::default();
        };
        // Bits in which a column differs from its first value, and from whole numbers.
        let (mut changes, mut is_not_whole) = (vec![0u32; columns], vec![0u32; columns]);
        for row in values.chunks_exact(columns) {
            let found = changes.iter_mut().zip(&mut is_not_whole);
            for ((value, first), (change, not_whole)) in row.iter().zip(first).zip(found) {
                *change |= value.to_bits() ^ first.to_bits();
                *not_whole |= unlike_whole(*value);
            }
        }
        let (mut of_whole, mut of_others) = (Vec::new(), Vec::new());
        let place = |at: usize| {
            if changes[at] == 0 {
                return Column::Constant(first[at]);
            }
            let (list, kept): (&mut Vec<usize>, fn(u32) -> Column) = if is_not_whole[at] == 0 {
                (&mut of_whole, Column::Whole)
            } else {
                (&mut of_others, Column::Other)
            };
            list.push(at);
            kept(list.len() as u32 - 1)
        };
        let columns: Vec<Column> = (0..columns).map(place).collect();
        let rows = values.len() / columns.len();
        let mut whole = Vec::with_capacity(rows * of_whole.len());
        let mut other = Vec::with_capacity(rows * of_others.len());
        for row in values.chunks_exact(columns.len()) {
            whole.extend(of_whole.iter().map(|at| (row[*at] + ROUND).to_bits() as u16));
            other.extend(of_others.iter().map(|at| row[*at]));
        }
        Self { columns, rows, whole, other }
    }

    /// How many rows there are: a week each, and week 0 first.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The same weeks with some of the columns, in the order given.
    ///
    /// # Panics
    /// When there is no such column.
    pub fn only(&self, columns: &[usize]) -> Self {
        let values: Vec<f32> = (0..self.rows)
            .flat_map(|week| columns.iter().map(move |column| self.value(week, *column)))
            .collect();
        Self::new(&values, columns.len())
    }

    /// The figure of a column at a week.
    ///
    /// # Panics
    /// When there is no such week or column.
    pub fn value(&self, week: usize, column: usize) -> f32 {
        match self.columns[column] {
            Column::Constant(value) => {
                assert!(week < self.rows, "week {week} of {}", self.rows);
                value
            }
            Column::Whole(at) => f32::from(self.whole[week * (self.whole.len() / self.rows) + at as usize]),
            Column::Other(at) => self.other[week * (self.other.len() / self.rows) + at as usize],
        }
    }

    /// All figures, row after row.
    pub fn iter(&self) -> impl Iterator<Item = f32> {
        (0..self.rows)
            .flat_map(move |week| (0..self.columns.len()).map(move |column| self.value(week, column)))
    }

    /// Memory they take `[bytes]`.
    pub fn bytes(&self) -> usize {
        self.columns.capacity() * size_of::<Column>() + self.whole.capacity() * 2 + self.other.capacity() * 4
    }
}

/// Adding and taking away this rounds to a whole number, which in between is the lowest bits (2^23).
const ROUND: f32 = 8_388_608.0;

/// Nothing but 0 for a whole number from 0 to 65,535. Without a conversion, so that it takes no more than a few
/// instructions for several values at once.
#[inline(always)]
fn unlike_whole(value: f32) -> u32 {
    const MOST: u32 = 65_535.0f32.to_bits();
    const SIGN: u32 = 1 << 31;
    let bits = value.to_bits();
    // Positive floats order like whole numbers: the sign of the difference tells which is greater.
    let out_of_range = (MOST.wrapping_sub(bits) | bits) & SIGN;
    out_of_range | (bits ^ ((value + ROUND) - ROUND).to_bits())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_in_comes_out_to_the_last_bit() {
        let columns: [&[f32]; 9] = [
            &[0.0, 0.0, 0.0],
            &[1.0, 2.0, 65_535.0],
            &[1.0, 2.0, 65_536.0],
            &[0.5, 0.5, 0.5],
            &[0.0, 0.5, 1.0],
            &[0.0, -0.0, 0.0],
            &[3.0, -1.0, 2.0],
            &[f32::NAN, 1.0, 2.0],
            &[f32::NAN, f32::NAN, f32::NAN],
        ];
        let values: Vec<f32> = (0..3).flat_map(|row| columns.iter().map(move |column| column[row])).collect();
        let rows = WeeklyRows::new(&values, columns.len());
        let bits = |values: &mut dyn Iterator<Item = f32>| values.map(f32::to_bits).collect::<Vec<_>>();
        assert_eq!(bits(&mut rows.iter()), bits(&mut values.iter().copied()));
        assert_eq!(rows.value(2, 1), 65_535.0);
        let some: Vec<f32> = rows.only(&[4, 1]).iter().collect();
        assert_eq!(some, [0.0, 1.0, 0.5, 2.0, 1.0, 65_535.0]);
        assert_eq!((rows.len(), rows.whole.len(), rows.other.len()), (3, 3, 15));
    }

    #[test]
    fn whole_numbers_are_known() {
        for value in 0..=u16::MAX {
            assert_eq!(unlike_whole(f32::from(value)), 0, "{value}");
        }
        for value in
            [-0.0, -1.0, 0.5, 1e-30, 65_535.5, 65_536.0, 1e30, f32::INFINITY, f32::NEG_INFINITY, f32::NAN]
        {
            assert_ne!(unlike_whole(value), 0, "{value}");
        }
    }

    #[test]
    fn no_rows_are_none() {
        for rows in [WeeklyRows::new(&[], 0), WeeklyRows::new(&[], 4)] {
            assert!(rows.is_empty());
            assert_eq!(rows.iter().count(), 0);
        }
    }
}
