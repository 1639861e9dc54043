//! A reading decision is a value with its evidence: what says so, where it stands,
//! and how strongly it says it. Each decision is settled once, here, so that the
//! figure, the record, `lihat` and `jelaskan` show the same one.

use crate::vocabulary::{Around, At, CellAddress, Sel};
use crate::workbook::Sheet;
use std::fmt;

/// How strongly a piece of evidence says what it says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Strength {
    /// By the values alone.
    Shape,
    /// By what stands around it.
    Implied,
    /// A cell, a name or the profile says it in words.
    Stated,
}

impl Strength {
    /// As the record writes it.
    pub fn text(self) -> &'static str {
        match self {
            Strength::Stated => "tertulis",
            Strength::Implied => "tersirat",
            Strength::Shape => "bentuk",
        }
    }
}

/// Where a piece of evidence stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Ground {
    Cell(CellAddress),
    Column(u32),
    Row(u32),
    /// On the sheet, and in none of its cells.
    Around(Around),
    /// The sheet's name.
    Sheet,
    /// The file's name.
    File,
    /// A key of the profile, which settles what cells leave open or say otherwise.
    Key(String),
    /// Nothing says otherwise.
    Rule,
}

impl Ground {
    /// The place on the sheet, where it is one.
    pub fn sel(&self) -> Option<Sel> {
        match self {
            Ground::Cell(at) => Some(Sel::Cell(*at)),
            Ground::Column(column) => Some(Sel::Column(*column)),
            Ground::Row(row) => Some(Sel::Row(*row)),
            Ground::Around(_) | Ground::Sheet | Ground::File | Ground::Key(_) | Ground::Rule => None,
        }
    }
}

/// Where a line stands that says something of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spot {
    Cell(CellAddress),
    /// On the sheet, and in none of its cells.
    Around(Around),
}

impl Spot {
    pub fn ground(self) -> Ground {
        match self {
            Spot::Cell(at) => Ground::Cell(at),
            Spot::Around(place) => Ground::Around(place),
        }
    }

    /// The place of a finding on it.
    pub fn on(self, sheet: &Sheet) -> At {
        match self {
            Spot::Cell(at) => sheet.at_cell(at),
            Spot::Around(_) => sheet.at(),
        }
    }

    /// The line as a finding quotes it: where no cell holds it, what does is said too.
    pub fn told(self, text: &str) -> String {
        match self {
            Spot::Cell(_) => text.to_owned(),
            Spot::Around(place) => format!("{}: {text}", place.words()),
        }
    }
}

impl From<CellAddress> for Spot {
    fn from(at: CellAddress) -> Self {
        Spot::Cell(at)
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Spot::Cell(at) => at.fmt(out),
            Spot::Around(place) => out.write_str(place.words()),
        }
    }
}

/// One thing that says what a decision is.
#[derive(Clone, PartialEq, Debug)]
pub struct Evidence<T> {
    pub says: T,
    pub ground: Ground,
    /// As it stands there.
    pub text: String,
    pub strength: Strength,
}

impl<T> Evidence<T> {
    pub fn new(says: T, ground: Ground, text: impl Into<String>, strength: Strength) -> Self {
        Self { says, ground, text: text.into(), strength }
    }
}

/// A decision, what it rests on, and what speaks against it.
#[derive(Clone, PartialEq, Debug)]
pub struct Decided<T> {
    pub value: T,
    /// What says `value`, the strongest first.
    pub because: Vec<Evidence<T>>,
    /// What says otherwise, the strongest first. Under a profile's key it is overruled.
    pub against: Vec<Evidence<T>>,
}

impl<T> Decided<T> {
    /// Nobody says anything: this is so by rule.
    pub fn by_rule(value: T, text: impl Into<String>) -> Self
    where
        T: Clone,
    {
        let because = vec![Evidence::new(value.clone(), Ground::Rule, text, Strength::Shape)];
        Self { value, because, against: Vec::new() }
    }

    pub fn is_by_key(&self) -> bool {
        self.because.first().is_some_and(|first| matches!(first.ground, Ground::Key(_)))
    }

    /// What casts doubt on the decision: something stated that differs from what
    /// is stated, or values that differ from it. A profile's key leaves none.
    pub fn doubt(&self) -> Option<&Evidence<T>> {
        if self.is_by_key() {
            return None;
        }
        let strongest = self.because.first().map(|first| first.strength)?;
        self.against.iter().find(|other| other.strength >= strongest || other.strength == Strength::Shape)
    }
}

/// Settles a decision: the profile's key before all, then the strongest evidence,
/// of equals the first. `None` where there is none.
pub fn settle<T: Clone + PartialEq>(mut evidence: Vec<Evidence<T>>) -> Option<Decided<T>> {
    let rank = |one: &Evidence<T>| (matches!(one.ground, Ground::Key(_)), one.strength);
    // A stable sort: of equals the first stays first.
    evidence.sort_by_key(|one| std::cmp::Reverse(rank(one)));
    let value = evidence.first()?.says.clone();
    let (because, against) = evidence.into_iter().partition(|one| one.says == value);
    Some(Decided { value, because, against })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(says: u64, name: &str, strength: Strength) -> Evidence<u64> {
        Evidence::new(says, Ground::Cell(CellAddress::parse(name).unwrap()), name, strength)
    }

    #[test]
    fn the_strongest_settles_and_all_that_agree_are_its_reasons() {
        let decided = settle(vec![
            cell(1, "B9", Strength::Shape),
            cell(1_000, "B5", Strength::Stated),
            cell(1_000, "A2", Strength::Implied),
        ]);
        let decided = decided.unwrap();
        assert_eq!(decided.value, 1_000);
        assert_eq!(decided.because.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["B5", "A2"]);
        assert_eq!(settle::<u64>(Vec::new()), None);
    }

    #[test]
    fn two_that_are_stated_and_differ_are_doubtful_and_so_are_values_against_words() {
        let stated = settle(vec![cell(1_000, "B5", Strength::Stated), cell(1, "A2", Strength::Stated)]).unwrap();
        assert_eq!(stated.doubt().unwrap().text, "A2");
        let shape = settle(vec![cell(1_000, "B5", Strength::Stated), cell(1, "B9", Strength::Shape)]).unwrap();
        assert_eq!(shape.doubt().unwrap().text, "B9");
        let implied = settle(vec![cell(1_000, "B5", Strength::Stated), cell(1, "A2", Strength::Implied)]).unwrap();
        assert_eq!(implied.doubt(), None);
    }

    #[test]
    fn the_profile_settles_and_keeps_what_it_overruled() {
        let key = Evidence::new(1, Ground::Key("satuan_uang".to_owned()), "rupiah", Strength::Stated);
        let decided = settle(vec![cell(1_000, "B5", Strength::Stated), key]).unwrap();
        assert_eq!((decided.value, decided.doubt()), (1, None));
        assert_eq!(decided.against[0].text, "B5");
    }
}
