//! Who is in post: roles with their bands and whole-time equivalents, from a simple table or one line for each person.
//!
//! Lines of the same role and band are added up. Columns of names and numbers of people are not read; nothing but roles,
//! bands and figures leaves.

use std::collections::BTreeMap;

use serde::Serialize;

use super::given::Given;
use super::personal::tells_who;
use super::sheet::Sample;
use crate::error::LibraryError;

/// Longest name of a role `[characters]`; chosen, well below that of a label.
const LONGEST_NAME: usize = 120;

/// Most posts that one line can mean `[WTE]`; chosen.
const MOST_WTE: f64 = 1_000.0;

/// Rows among which the headings are looked for.
const FIRST_ROWS: usize = 20;

/// Words in the headings of roles, the surest first: "Title" may be Mr or Ms, so it comes after "Job title" and "Post".
const TITLES: [&[&str]; 4] =
    [&["role", "job"], &["post", "position"], &["title"], &["profession", "discipline"]];

/// Words in the headings of names and numbers: of people, of their posts.
const OF_A_PERSON: [&str; 11] = [
    "name",
    "surname",
    "forename",
    "number",
    "assignment",
    "employee",
    "holder",
    "holders",
    "postholder",
    "id",
    "code",
];

/// Staff in post.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct StaffInPost {
    /// Names of the sheets of a workbook; empty for a text.
    pub sheets: Vec<String>,
    /// Which of them was read, from 1.
    pub sheet: Option<u32>,
    /// Roles, in the order in which they were first named.
    pub posts: Vec<PostsFound>,
    /// Lines that were not read.
    pub refused: Vec<RefusedPost>,
    /// What else there is to know, sentence by sentence.
    pub notes: Vec<String>,
}

/// Posts of one role and band.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PostsFound {
    /// The role.
    pub role: String,
    /// Its band: "6", "8a"; none: the table does not say.
    pub band: Option<String>,
    /// Posts, filled and vacant `[WTE]`.
    pub wte: f64,
    /// Of them vacant `[WTE]`; none: the table does not say.
    pub vacant_wte: Option<f64>,
    /// Lines that were added up.
    pub lines: u32,
}

/// A line that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RefusedPost {
    /// Line of the table, from 1.
    pub line: u32,
    /// Why.
    pub why: String,
}

/// Where what stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    headings_end: u32,
    role: usize,
    band: Option<usize>,
    wte: usize,
    /// Whether the posts are those that are filled, vacancies apart.
    is_filled_alone: bool,
    vacancy: Option<Vacancy>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vacancy {
    Wte(usize),
    Percent(usize),
}

/// Reads a table of staff in post.
///
/// # Parameters
/// - `sheet` the sheet of a workbook that was chosen, from 1; none: the first that looks like such a table
/// # Errors
/// [`LibraryError::TooLong`], [`LibraryError::NotAList`] also where no columns of roles and posts are found.
pub fn read_staff(given: Given<'_>, sheet: Option<u32>) -> Result<StaffInPost, LibraryError> {
    let opened = given.open(sheet, &[&|sample| Columns::of(sample).is_some()])?;
    let Some(columns) = Columns::of(&opened.sheet.sample()) else {
        return Err(LibraryError::NotAList {
            reason: "no columns of roles and posts were found",
            hint: "give the columns headings: Role, Band, WTE, and Vacant WTE where it is known",
        });
    };
    let mut staff = StaffInPost {
        sheets: opened.sheet_names,
        sheet: opened.sheet_number,
        posts: Vec::new(),
        refused: Vec::new(),
        notes: opened.notes,
    };
    let mut places: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    opened.sheet.each_row_below(columns.headings_end, |line, row| match columns.read(|at| row.cell(at)) {
        Ok(Some(found)) => {
            let key = (found.role.to_lowercase(), found.band.clone());
            let place = *places.entry(key).or_insert(staff.posts.len());
            match staff.posts.get_mut(place) {
                Some(known) => known.add(&found),
                None => staff.posts.push(found),
            }
        }
        Ok(None) => {}
        Err(why) => staff.refused.push(RefusedPost { line, why }),
    });
    staff.posts.iter_mut().for_each(PostsFound::round);
    if columns.is_filled_alone && columns.vacancy.is_some() {
        staff.notes.push(
            "The posts in the table are those that are filled; vacant ones were added to them.".to_owned(),
        );
    }
    Ok(staff)
}

impl PostsFound {
    fn add(&mut self, other: &Self) {
        self.wte += other.wte;
        self.vacant_wte = match (self.vacant_wte, other.vacant_wte) {
            (None, None) => None,
            (one, more) => Some(one.unwrap_or_default() + more.unwrap_or_default()),
        };
        self.lines += other.lines;
    }

    /// To hundredths, so that sums of tenths look like what they are.
    fn round(&mut self) {
        self.wte = to_hundredths(self.wte);
        self.vacant_wte = self.vacant_wte.map(to_hundredths);
    }
}

fn to_hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

impl Columns {
    /// By their headings: the first row that names a role and posts.
    fn of(sample: &Sample) -> Option<Self> {
        sample.iter().take(FIRST_ROWS).find_map(|(line, cells)| Self::of_row(*line, cells))
    }

    fn of_row(line: u32, cells: &[String]) -> Option<Self> {
        let headings: Vec<Vec<String>> = cells.iter().map(|cell| words(cell)).collect();
        let has = |at: usize, known: &[&str]| headings[at].iter().any(|word| known.contains(&word.as_str()));
        let find = |fits: &dyn Fn(usize) -> bool| (0..headings.len()).find(|at| fits(*at));
        let is_posts = |at: usize| has(at, &["wte", "fte", "wtes", "ftes"]);
        let is_vacancy = |at: usize| has(at, &["vacancy", "vacancies", "vacant"]);
        let band = find(&|at| has(at, &["band", "grade", "afc"]));
        let says_role =
            |at: usize| !is_posts(at) && !is_vacancy(at) && !has(at, &OF_A_PERSON) && Some(at) != band;
        // A column of staff alone holds names; one of staff groups is the last resort.
        let is_staff_group = |at: usize| has(at, &["staff"]) && has(at, &["group", "type", "category"]);
        let role = TITLES
            .iter()
            .find_map(|known| find(&|at| has(at, known) && says_role(at)))
            .or_else(|| find(&|at| is_staff_group(at) && says_role(at)))?;
        // What is funded comes first, then what is simply called WTE, then what is filled.
        let funded = find(&|at| {
            is_posts(at) && !is_vacancy(at) && has(at, &["funded", "budget", "budgeted", "establishment"])
        });
        let filled = |at: usize| has(at, &["actual", "filled", "contracted", "inpost", "worked"]);
        let plain = find(&|at| is_posts(at) && !is_vacancy(at) && !filled(at));
        let in_post = find(&|at| is_posts(at) && !is_vacancy(at));
        let wte = funded.or(plain).or(in_post)?;
        let vacancy = find(&is_vacancy).map(|at| {
            if cells[at].contains('%') || has(at, &["rate", "percent", "percentage"]) {
                Vacancy::Percent(at)
            } else {
                Vacancy::Wte(at)
            }
        });
        let is_filled_alone = filled(wte) || headings[wte].windows(2).any(|pair| pair == ["in", "post"]);
        Some(Self { headings_end: line, role, band, wte, is_filled_alone, vacancy })
    }

    /// One line; none where it is a total or says nothing of posts.
    fn read<'c>(&self, cell: impl Fn(usize) -> &'c str) -> Result<Option<PostsFound>, String> {
        let (role, wte) = (cell(self.role), cell(self.wte));
        if words(role)
            .first()
            .is_some_and(|word| ["total", "totals", "sum", "grand"].contains(&word.as_str()))
        {
            return Ok(None);
        }
        if role.is_empty() {
            return if wte.is_empty() { Ok(None) } else { Err("there is no role on this line".to_owned()) };
        }
        if role.chars().count() > LONGEST_NAME || tells_who(role) {
            return Err("what stands in the place of the role is not one".to_owned());
        }
        let wte = number(wte).ok_or("there is no number of posts on this line")?;
        if !(0.0..=MOST_WTE).contains(&wte) {
            return Err(format!("the number of posts is not between 0 and {MOST_WTE}"));
        }
        let vacant = match self.vacancy {
            Some(Vacancy::Wte(at)) => number(cell(at)),
            Some(Vacancy::Percent(at)) => number(cell(at)).map(|percent| self.vacant_of(wte, percent)),
            None => None,
        };
        let all = if self.is_filled_alone { wte + vacant.unwrap_or_default().max(0.0) } else { wte };
        if vacant.is_some_and(|vacant| vacant < 0.0 || vacant > all) {
            return Err("more posts are vacant than there are".to_owned());
        }
        let band = self.band.and_then(|at| band(cell(at)));
        Ok(Some(PostsFound { role: role.to_owned(), band, wte: all, vacant_wte: vacant, lines: 1 }))
    }

    /// The vacant posts, where a share of all posts is given.
    fn vacant_of(&self, wte: f64, percent: f64) -> f64 {
        let share = percent / 100.0;
        if self.is_filled_alone && share < 1.0 { wte * share / (1.0 - share) } else { wte * share }
    }
}

/// The words of a heading, in lower case.
fn words(cell: &str) -> Vec<String> {
    cell.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn number(cell: &str) -> Option<f64> {
    let plain = cell.replace(',', "");
    let plain = plain.trim().trim_end_matches('%').trim();
    let lower = plain.to_lowercase();
    let bare = lower.trim_end_matches("wte").trim_end_matches("fte").trim();
    bare.parse().ok().filter(|value: &f64| value.is_finite())
}

/// `Band 6`, `AfC 8A`, `6` as `6`, `8a`; none for an empty cell.
fn band(cell: &str) -> Option<String> {
    let bare = words(cell)
        .into_iter()
        .rfind(|word| !["band", "afc", "grade", "agenda", "for", "change"].contains(&word.as_str()))?;
    Some(bare.chars().take(20).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> StaffInPost {
        read_staff(Given::Text(text), None).expect("a table")
    }

    fn in_short(staff: &StaffInPost) -> Vec<String> {
        let words = |one: &PostsFound| {
            let band = one.band.as_deref().unwrap_or("?");
            let vacant = one.vacant_wte.map(|vacant| format!(", {vacant} vacant")).unwrap_or_default();
            format!("{} band {band}: {} WTE{vacant}", one.role, one.wte)
        };
        staff.posts.iter().map(words).collect()
    }

    #[test]
    fn a_simple_table_is_read_in_any_order_of_its_columns() {
        let staff = read(
            "Band,WTE,Role,Vacant WTE\nBand 6,4.5,Occupational therapist,0.5\nAfC 8A,1,Team lead,\n,2 WTE,Assistant,0\n",
        );
        assert_eq!(
            in_short(&staff),
            [
                "Occupational therapist band 6: 4.5 WTE, 0.5 vacant",
                "Team lead band 8a: 1 WTE",
                "Assistant band ?: 2 WTE, 0 vacant"
            ]
        );
    }

    #[test]
    fn one_line_for_each_person_is_added_up_and_names_stay_where_they_are() {
        let staff = read(
            "Staff in post at April\n\nEmployee name;Job title;Grade;FTE\nAda Quillfeather;Occupational therapist;6;0.6\n\
             Ivo Marchbanks;occupational therapist;6;0.7\nBo Marchbanks;Occupational therapist;5;1\nTotal;;;2.3\n",
        );
        assert_eq!(
            in_short(&staff),
            ["Occupational therapist band 6: 1.3 WTE", "Occupational therapist band 5: 1 WTE"]
        );
        assert_eq!(staff.posts[0].lines, 2);
        let everything = format!("{staff:?}");
        assert!(!everything.contains("Quillfeather") && !everything.contains("Marchbanks"), "{everything}");
    }

    #[test]
    fn neither_names_nor_forms_of_address_are_taken_for_roles() {
        let staff = read(
            "Post holder,Title,Job title,Band,WTE\nAda Quillfeather,Ms,Team lead,7,1\nIvo Marchbanks,Mr,Assistant,4,0.5\n",
        );
        assert_eq!(in_short(&staff), ["Team lead band 7: 1 WTE", "Assistant band 4: 0.5 WTE"]);
        let codes = read("Post ID,Postholder,Post,WTE\nP1,Ada Quillfeather,Team lead,1\n");
        assert_eq!(in_short(&codes), ["Team lead band ?: 1 WTE"]);
        let groups = read("Staff,Staff group,FTE\nAda Quillfeather,Allied health professions,1\n");
        assert_eq!(in_short(&groups), ["Allied health professions band ?: 1 WTE"]);
        let error = read_staff(Given::Text("Staff,WTE\nAda Quillfeather,1\n"), None).expect_err("no roles");
        assert_eq!(error.to_string(), "no columns of roles and posts were found");
    }

    #[test]
    fn what_is_funded_goes_before_what_is_filled() {
        let staff = read("Role,Actual WTE,Funded WTE,Vacancy %\nTherapist,3,4,25%\n");
        assert_eq!(in_short(&staff), ["Therapist band ?: 4 WTE, 1 vacant"]);
        let filled = read("Role,WTE in post,Vacant WTE\nTherapist,3,1\n");
        assert_eq!(in_short(&filled), ["Therapist band ?: 4 WTE, 1 vacant"]);
        assert_eq!(
            filled.notes,
            ["The posts in the table are those that are filled; vacant ones were added to them."]
        );
        let rate = read("Role,Contracted FTE,Vacancy rate\nTherapist,3,25\n");
        assert_eq!(in_short(&rate), ["Therapist band ?: 4 WTE, 1 vacant"]);
    }

    #[test]
    fn lines_that_are_no_posts_are_named() {
        let staff = read(
            "Role,WTE,Vacant WTE\nTherapist,some\n,2\n9434765919,1\nTherapist,5000\nTherapist,1,2\n\nTherapist,1\n",
        );
        let refused: Vec<(u32, &str)> =
            staff.refused.iter().map(|one| (one.line, one.why.as_str())).collect();
        assert_eq!(
            refused,
            [
                (2, "there is no number of posts on this line"),
                (3, "there is no role on this line"),
                (4, "what stands in the place of the role is not one"),
                (5, "the number of posts is not between 0 and 1000"),
                (6, "more posts are vacant than there are"),
            ]
        );
        assert_eq!(in_short(&staff), ["Therapist band ?: 1 WTE"]);
        let error = read_staff(Given::Text("a,b\nc,d\n"), None).expect_err("no table");
        assert_eq!(error.to_string(), "no columns of roles and posts were found");
    }
}
