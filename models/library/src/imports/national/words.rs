//! The words of the workbook: service lines, bands of weeks waited, kinds of organisations, figures.

use super::{BANDS, NationalAge, OrganisationLevel};

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// Everybody waiting.
    Total,
    /// A national band, from 0.
    Band(usize),
    /// Over 52 weeks, where the workbook has no finer bands.
    Over52,
}

/// Ends of the bands that have two `[weeks]`.
const PAIRS: [(u32, u32); BANDS - 1] = [(0, 1), (1, 2), (2, 4), (4, 12), (12, 18), (18, 52), (52, 104)];

impl Measure {
    /// Its place among the figures of a line.
    pub(super) fn place(self) -> usize {
        match self {
            Self::Total => 0,
            Self::Band(band) => 1 + band,
            Self::Over52 => 1 + BANDS,
        }
    }

    /// "waiting 0-1 weeks".
    pub(super) fn words(self) -> String {
        match self {
            Self::Total => "everybody waiting".to_owned(),
            Self::Band(band) if band < PAIRS.len() => {
                format!("waiting {}-{} weeks", PAIRS[band].0, PAIRS[band].1)
            }
            Self::Band(_) => "waiting over 104 weeks".to_owned(),
            Self::Over52 => "waiting over 52 weeks".to_owned(),
        }
    }
}

/// A number, a mark or a word of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Number(u32),
    To,
    Over,
    Under,
    Plus,
    Word(String),
}

/// A text as numbers, marks and words in small letters; other marks only part them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut run = String::new();
    for letter in text.chars().chain([' ']) {
        if letter.is_alphanumeric() {
            run.extend(letter.to_lowercase());
            continue;
        }
        push_run(&mut tokens, &std::mem::take(&mut run));
        match letter {
            '-' | '\u{2010}'..='\u{2015}' => tokens.push(Token::To),
            '>' | '\u{2265}' => tokens.push(Token::Over),
            '<' | '\u{2264}' => tokens.push(Token::Under),
            '+' => tokens.push(Token::Plus),
            _ => {}
        }
    }
    tokens
}

fn push_run(tokens: &mut Vec<Token>, run: &str) {
    // 18weeks is 18 and weeks; 4a is one word.
    let digits = run.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = run.split_at(digits);
    let is_number = !number.is_empty() && (rest.is_empty() || ["weeks", "week", "wks", "wk"].contains(&rest));
    match number.parse() {
        Ok(number) if is_number => {
            tokens.push(Token::Number(number));
            push_run(tokens, rest);
        }
        _ if run.is_empty() => {}
        _ => tokens.push(match run {
            "to" => Token::To,
            "over" | "above" | "exceeding" | "more" => Token::Over,
            "under" | "below" | "less" => Token::Under,
            word => Token::Word(word.to_owned()),
        }),
    }
}

/// The band that a heading or title names.
pub(super) fn band_of(text: &str) -> Option<Measure> {
    let tokens = tokens(text);
    let is_word = |token: Option<&Token>, words: &[&str]| matches!(token, Some(Token::Word(word)) if words.contains(&word.as_str()));
    for (at, token) in tokens.iter().enumerate() {
        let Token::Number(number) = token else { continue };
        // What follows, a word for weeks left out.
        let mut next = at + 1;
        next += usize::from(is_word(tokens.get(next), &["weeks", "week", "wks", "wk"]));
        let mut end = next + 1;
        end += usize::from(tokens.get(end) == Some(&Token::Over));
        if let (Some(Token::To), Some(Token::Number(to))) = (tokens.get(next), tokens.get(end)) {
            if let Some(band) = PAIRS.iter().position(|pair| *pair == (*number, *to)) {
                return Some(Measure::Band(band));
            }
            continue;
        }
        // What stands before, "than" left out.
        let mut before = at.checked_sub(1);
        if is_word(before.and_then(|at| tokens.get(at)), &["than"]) {
            before = before.and_then(|at| at.checked_sub(1));
        }
        let before = before.and_then(|at| tokens.get(at));
        let or_more = is_word(tokens.get(next), &["and", "or"])
            && (tokens.get(next + 1) == Some(&Token::Over) || is_word(tokens.get(next + 1), &["longer"]));
        let is_over = before == Some(&Token::Over) || tokens.get(next) == Some(&Token::Plus) || or_more;
        match number {
            104 if is_over => return Some(Measure::Band(BANDS - 1)),
            52 if is_over => return Some(Measure::Over52),
            1 if matches!(before, Some(Token::Under)) => return Some(Measure::Band(0)),
            _ => {}
        }
    }
    None
}

/// Whether a heading or title speaks of everybody waiting.
pub(super) fn is_total(text: &str) -> bool {
    let tokens = tokens(text);
    let has = |word: &str| tokens.iter().any(|token| matches!(token, Token::Word(one) if one == word));
    band_of(text).is_none() && (has("total") || has("all") && (has("waits") || has("waiting")))
}

/// The measure of a sheet by its name alone: Table 4 counts everybody, 4a the first band, and so on.
pub(super) fn of_sheet_name<'n>(name: &str, mut all: impl Iterator<Item = &'n str>) -> Option<Measure> {
    let plain = |name: &str| name.to_lowercase().replace([' ', '_'], "");
    let own = plain(name);
    let letter = own.strip_prefix("table4")?;
    match letter {
        "" => Some(Measure::Total),
        "g" if !all.any(|other| plain(other) == "table4h") => Some(Measure::Over52),
        letter if letter.len() == 1 => {
            let band = usize::from(letter.as_bytes()[0].checked_sub(b'a')?);
            (band < BANDS).then_some(Measure::Band(band))
        }
        _ => None,
    }
}

/// A service line, or all services of an age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Service {
    pub(super) age: NationalAge,
    /// None: all of them.
    pub(super) line: Option<String>,
}

/// The service that a heading names: `(CYP) Therapy interventions: Occupational therapy`, `Adult services`.
pub(super) fn service_of(text: &str) -> Option<Service> {
    let text = without_marks(text);
    if let Some(rest) = text.strip_prefix('(')
        && let Some((mark, line)) = rest.split_once(')')
    {
        let age = match mark.trim().to_lowercase().as_str() {
            "a" | "adult" | "adults" => NationalAge::Adults,
            "cyp" | "c" | "children" | "children and young people" => NationalAge::Children,
            _ => return None,
        };
        let line = line.trim();
        return (!line.is_empty()).then(|| Service { age, line: Some(line.to_owned()) });
    }
    let age = age_of(&text)?;
    let words = tokens(&text);
    let known = [
        "all", "total", "adult", "adults", "services", "service", "cyp", "children", "young", "people",
        "and", "s",
    ];
    let is_plain = |token: &Token| matches!(token, Token::Word(word) if known.contains(&word.as_str()));
    words.iter().all(is_plain).then_some(Service { age, line: None })
}

/// Whom a title speaks of, where it speaks of one age alone.
pub(super) fn age_of(text: &str) -> Option<NationalAge> {
    let words = tokens(text);
    let has = |known: &[&str]| {
        words.iter().any(|token| matches!(token, Token::Word(word) if known.contains(&word.as_str())))
    };
    match (has(&["adult", "adults"]), has(&["cyp", "children", "childrens", "young"])) {
        (true, false) => Some(NationalAge::Adults),
        (false, true) => Some(NationalAge::Children),
        _ => None,
    }
}

/// What two spellings of a line have in common: their letters and digits, whatever the capitals and blanks.
pub(super) fn key(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The kind of an organisation.
pub(super) fn level_of(text: &str) -> Option<OrganisationLevel> {
    Some(match key(&without_marks(text)).as_str() {
        "national" | "england" | "country" => OrganisationLevel::England,
        "region" | "nhsregion" | "nhsenglandregion" => OrganisationLevel::Region,
        "icb" | "ics" | "system" | "stp" | "integratedcareboard" | "icsicb" => OrganisationLevel::System,
        "provider" | "trust" | "organisation" | "nhstrust" | "independentprovider" => {
            OrganisationLevel::Provider
        }
        _ => return None,
    })
}

/// A text without the marks of footnotes: `Adult safeguarding*`, `Looked after children teams [note 3]`, `Podiatry¹`.
pub(super) fn without_marks(text: &str) -> String {
    let mut kept = text.replace('\u{a0}', " ");
    for (open, close) in [('[', ']'), ('(', ')')] {
        while let Some(begin) = kept.rfind(open)
            && let Some(length) = kept[begin..].find(close)
            && is_note(&kept[begin + 1..begin + length])
        {
            kept.replace_range(begin..=begin + length, "");
        }
    }
    let is_mark = |letter: char| {
        matches!(letter, '*' | '†' | '‡' | '#' | '¹' | '²' | '³' | '\u{2074}'..='\u{2079}')
            || letter.is_whitespace()
    };
    kept.trim_end_matches(is_mark).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_note(inside: &str) -> bool {
    let inside = inside.trim().to_lowercase();
    inside.starts_with("note")
        || inside.bytes().all(|byte| byte.is_ascii_digit())
        || ["r", "p"].contains(&&*inside)
}

/// What stands in a cell of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    /// Nothing: nobody submitted it.
    Blank,
    /// A mark in place of a figure.
    Suppressed,
    /// People.
    People(u32),
    /// Something else.
    NotUnderstood,
}

/// Most people in one cell; chosen, above England's whole list.
const MOST_PEOPLE: f64 = 5e6;

/// Reads a cell of figures.
pub(super) fn figure_of(cell: &str) -> Figure {
    let trimmed = cell.trim();
    if trimmed.is_empty() {
        return Figure::Blank;
    }
    let marks = [
        "*", "**", "-", "\u{2013}", "\u{2014}", "..", ".", ":", "c", "[c]", "[x]", "[z]", "x", "z", "n/a",
        "na", "null", "#n/a", "s",
    ];
    if marks.contains(&trimmed.to_lowercase().as_str()) {
        return Figure::Suppressed;
    }
    match without_marks(trimmed).replace([',', ' '], "").parse::<f64>() {
        Ok(value) if value.fract() == 0.0 && (0.0..=MOST_PEOPLE).contains(&value) => {
            Figure::People(value as u32)
        }
        _ => Figure::NotUnderstood,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_known_however_they_are_written() {
        for (text, band) in [
            ("Waiting 0-1 weeks", 0),
            ("Table 4a: Number of patients waiting 0-1 weeks (0-7 days), March 2025", 0),
            ("<1 week", 0),
            ("Less than 1 week", 0),
            ("Waiting >1-2 weeks", 1),
            ("2 to 4 weeks", 2),
            ("4\u{2013}12 weeks", 3),
            ("Over 12 weeks to 18 weeks", 4),
            ("Waiting >18 - 52 weeks", 5),
            ("Number waiting >52-104 weeks", 6),
            ("52 to >104 weeks", 6),
            (">104 weeks", 7),
            ("104+ weeks", 7),
            ("more than 104 weeks", 7),
            ("Waiting over 104 weeks", 7),
        ] {
            assert_eq!(band_of(text), Some(Measure::Band(band)), "{text}");
        }
        for text in [
            ">52 weeks",
            "52+",
            "Waiting over 52 weeks (over 365 days)",
            "52 weeks or more",
            "52 weeks and over",
        ] {
            assert_eq!(band_of(text), Some(Measure::Over52), "{text}");
        }
        for text in ["Table 4", "2024-25", "Notes 52", "April 2024 to March 2025", "within 18 weeks", "", "-"]
        {
            assert_eq!(band_of(text), None, "{text}");
        }
        assert!(
            is_total("Total waiting list") && !is_total("Total waiting 0-1 weeks") && !is_total("Provider")
        );
    }

    #[test]
    fn services_figures_and_marks_are_known() {
        let line = |text: &str| service_of(text).map(|one| (one.age, one.line));
        let therapy = Some("Therapy interventions: Occupational therapy".to_owned());
        assert_eq!(
            line("(CYP) Therapy interventions:  Occupational therapy [note 2]"),
            Some((NationalAge::Children, therapy))
        );
        assert_eq!(
            line("(A) Adult safeguarding*"),
            Some((NationalAge::Adults, Some("Adult safeguarding".to_owned())))
        );
        assert_eq!(line("Adult services"), Some((NationalAge::Adults, None)));
        assert_eq!(line("Children and young people's services"), Some((NationalAge::Children, None)));
        for none in ["Adult community nursing waits", "(note 1) text", "Total", "(A)", "Provider code"] {
            assert_eq!(line(none), None, "{none}");
        }
        for (cell, figure) in [
            ("", Figure::Blank),
            ("*", Figure::Suppressed),
            ("[c]", Figure::Suppressed),
            ("1,234", Figure::People(1_234)),
            ("12 [r]", Figure::People(12)),
            ("12.0", Figure::People(12)),
            ("1.5", Figure::NotUnderstood),
            ("-3", Figure::NotUnderstood),
            ("many", Figure::NotUnderstood),
        ] {
            assert_eq!(figure_of(cell), figure, "{cell}");
        }
    }
}
