//! Cells that tell who somebody is, by their looks alone.

use std::collections::BTreeSet;

use super::referrals::ColumnKind;

/// Weights of the first nine digits of an NHS number. Source: NHS Data Model and Dictionary, attribute "NHS Number",
/// the Modulus 11 algorithm.
const WEIGHTS: [u32; 9] = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/// Fewest cells from which names are recognised; chosen.
const FEWEST_NAMES: usize = 3;

/// What the cells of a column look like; none: nothing personal.
///
/// Half of the cells are enough for numbers and postcodes, whose forms are strict. Names have none: four in five must
/// look like two or three capitalised words, and most must differ, as names do and teams or diagnoses do not.
pub(super) fn kind(cells: &[&str]) -> Option<ColumnKind> {
    let count = |fits: fn(&str) -> bool| cells.iter().filter(|cell| fits(cell)).count();
    let mostly = |fits: fn(&str) -> bool| !cells.is_empty() && count(fits) * 2 >= cells.len();
    if mostly(is_nhs_number) {
        return Some(ColumnKind::NhsNumbers);
    }
    if mostly(is_postcode) {
        return Some(ColumnKind::Postcodes);
    }
    if mostly(is_contact) {
        return Some(ColumnKind::ContactDetails);
    }
    let different = cells.iter().collect::<BTreeSet<_>>().len();
    let are_names = cells.len() >= FEWEST_NAMES
        && count(is_name) * 5 >= cells.len() * 4
        && different * 3 >= cells.len() * 2;
    are_names.then_some(ColumnKind::Names)
}

/// Ten digits, in groups or not, the last of which is the check digit of the others.
pub(super) fn is_nhs_number(cell: &str) -> bool {
    if !cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-')) {
        return false;
    }
    let digits: Vec<u32> = cell.chars().filter_map(|letter| letter.to_digit(10)).collect();
    let [first @ .., check] = &digits[..] else { return false };
    if first.len() != WEIGHTS.len() {
        return false;
    }
    let sum: u32 = first.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    // 10 stands for no digit: such numbers are not given out.
    (11 - sum % 11) % 11 == *check
}

/// One or two letters, a digit, perhaps another digit or letter, then a digit and two letters: `B1 1AA`, `SW1A 1AA`.
pub(super) fn is_postcode(cell: &str) -> bool {
    let letters: Vec<u8> = cell.bytes().filter(|byte| *byte != b' ').collect();
    if !(5..=7).contains(&letters.len()) {
        return false;
    }
    let (outward, inward) = letters.split_at(letters.len() - 3);
    let area = outward.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let district = &outward[area..];
    (1..=2).contains(&area)
        && (1..=2).contains(&district.len())
        && district[0].is_ascii_digit()
        && district.iter().all(u8::is_ascii_alphanumeric)
        && inward[0].is_ascii_digit()
        && inward[1..].iter().all(u8::is_ascii_alphabetic)
}

/// An address for letters by wire, or a telephone number of the United Kingdom: `a.b@c.uk`, `0121 496 0000`, `+44 …`.
pub(super) fn is_contact(cell: &str) -> bool {
    let is_address = cell.split_once('@').is_some_and(|(name, rest)| !name.is_empty() && rest.contains('.'));
    let has_form = cell.bytes().all(|byte| byte.is_ascii_digit() || b" -()+".contains(&byte));
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let is_number = has_form && (cell.starts_with('0') || cell.starts_with("(0") || cell.starts_with("+44"));
    is_address || is_number && (10..=13).contains(&digits)
}

/// Whether one cell alone tells who somebody is: it must not pass for the name of a group.
pub(super) fn tells_who(cell: &str) -> bool {
    is_nhs_number(cell) || is_postcode(cell) || is_contact(cell)
}

/// Two or three capitalised words: `Jane Smith`, `SMITH, Jane`, `O'Neill Mary-Anne`.
pub(super) fn is_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_word = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '-' | '.' | '’'))
    };
    (2..=3).contains(&words.len()) && words.iter().all(is_word)
}
