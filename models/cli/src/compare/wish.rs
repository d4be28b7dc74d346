//! `longestWait=1`, `waitingList=2%`: a figure and how well it should be known.

use pathloom_appraisal::Figure;
use pathloom_appraisal::precision::{HalfWidth, Wish};

use crate::exit::Failure;

/// Reads a wish; weekly figures are of `week`. `±` may stand in place of `=`.
///
/// # Errors
/// [`Failure::NotUnderstood`].
pub(super) fn parse_wish(text: &str, week: u32) -> Result<Wish, Failure> {
    let wrong = |message: String| Failure::NotUnderstood { message: format!("--precise {text}: {message}") };
    let (name, width) = text
        .split_once(['=', '±'])
        .ok_or_else(|| wrong("write FIGURE=WIDTH, as in longestWait=1 or waitingList=2%".to_owned()))?;
    let figure = Figure::named(name.trim(), week).map_err(|error| wrong(error.to_string()))?;
    let (number, percent) = match width.trim().strip_suffix('%') {
        Some(number) => (number, true),
        None => (width.trim(), false),
    };
    let width = match number.trim().parse::<f64>() {
        Ok(width) if width.is_finite() && width > 0.0 => width,
        _ => return Err(wrong(format!("\"{number}\" is not a width above 0"))),
    };
    Ok(Wish {
        figure,
        half_width: if percent { HalfWidth::Percent(width) } else { HalfWidth::Absolute(width) },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_in_the_unit_or_a_share_of_the_mean() {
        let width = |text| parse_wish(text, 52).ok().map(|wish| (wish.figure.to_string(), wish.half_width));
        assert_eq!(
            width("longestWait=1.5"),
            Some(("longest wait at week 52".to_owned(), HalfWidth::Absolute(1.5)))
        );
        assert_eq!(
            width("waitMean ± 2%"),
            Some(("mean wait of those seen".to_owned(), HalfWidth::Percent(2.0)))
        );
        for wrong in [
            "longestWait",
            "longestWait=",
            "longestWait=0",
            "longestWait=-1",
            "joy=1",
            "=1",
            "longestWait=NaN",
        ] {
            assert!(parse_wish(wrong, 52).is_err(), "{wrong}");
        }
    }
}
