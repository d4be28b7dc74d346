//! Times as they are stored: whole microseconds since 1970, so that they sort and compare as numbers. In the window
//! they are RFC 3339 texts.

use jiff::Timestamp;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// A point in time in a row of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(Timestamp);

impl Moment {
    /// The time, to the microsecond that is stored.
    pub(crate) fn of(at: Timestamp) -> Self {
        Self(Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at))
    }

    /// The time as a value.
    pub(crate) fn timestamp(self) -> Timestamp {
        self.0
    }

    /// Milliseconds from an earlier moment to this one; negative when the clock was set back in between.
    pub(crate) fn milliseconds_since(self, earlier: Self) -> i64 {
        self.0.as_millisecond() - earlier.0.as_millisecond()
    }

    /// RFC 3339, in UTC: `2026-04-06T09:30:00Z`.
    pub(crate) fn text(self) -> String {
        self.0.to_string()
    }
}

impl ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.as_microsecond().into())
    }
}

impl FromSql for Moment {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let microseconds = value.as_i64()?;
        Timestamp::from_microsecond(microseconds)
            .map(Self)
            .map_err(|_| FromSqlError::OutOfRange(microseconds))
    }
}
