//! A column of number texts: each sure text votes for a convention, the votes
//! settle the rest, and a column that speaks two conventions is refused.

use super::read::{NumberRead, NumberTail, NumberText, read_number};
use crate::diagnostic::{AngkaDuaArti, BukanAngka, BukanAngkaSebab, DigitHilang, Fakta, KonvensiCampur};
use crate::profile::Angka;
use crate::vocabulary::CellAddress;

/// Decimals that an amount of money has.
const CENTS: u32 = 2;

/// The votes of a column's text cells.
#[derive(Clone, Debug, Default)]
pub struct ColumnVotes {
    id: Tally,
    en: Tally,
    /// Texts like `1.234` that vote for nothing, by their separator.
    dot: Tally,
    comma: Tally,
    /// Texts that end in `,-`, in `-`, and all that are read as numbers.
    no_fraction: usize,
    minus: usize,
    numbers: usize,
    /// Texts with three decimals or more, all behind the second noughts.
    long_noughts: usize,
}

#[derive(Clone, Debug, Default)]
struct Tally {
    count: usize,
    first: Option<(CellAddress, Box<str>)>,
}

impl Tally {
    fn add(&mut self, at: CellAddress, text: &str) {
        self.count += 1;
        if self.first.is_none() {
            self.first = Some((at, text.into()));
        }
    }
}

/// A number text once the column has spoken.
#[derive(Clone, PartialEq, Debug)]
pub enum Settled {
    Value(NumberRead),
    /// Zero, as `-` and `nihil` say it.
    Nil,
    /// No figure.
    Missing,
}

impl ColumnVotes {
    /// Counts a text cell of the column (numbers need no vote).
    pub fn add(&mut self, at: CellAddress, text: &str) {
        self.add_read(at, text, &read_number(text));
    }

    /// Counts a text cell that was read already.
    pub fn add_read(&mut self, at: CellAddress, text: &str, read: &NumberText) {
        if let NumberText::Value(read) | NumberText::TwoWays { id: read, .. } = read {
            self.numbers += 1;
            self.no_fraction += usize::from(read.tail == NumberTail::NoFraction);
            self.minus += usize::from(read.tail == NumberTail::Minus);
        }
        if let NumberText::Value(read) = read {
            self.long_noughts += usize::from(read.decimals > CENTS && read.value.normalize().scale() <= CENTS);
        }
        match read {
            NumberText::Value(NumberRead { convention: Some(Angka::Id), .. }) => self.id.add(at, text),
            NumberText::Value(NumberRead { convention: Some(Angka::En), .. }) => self.en.add(at, text),
            NumberText::TwoWays { id, en, loose: false } => {
                if is_dot(id, en) {
                    self.dot.add(at, text);
                } else {
                    self.comma.add(at, text);
                }
            }
            _ => {}
        }
    }

    /// Why an amount of rupiah cannot be meant as it is typed: more decimals than
    /// money has, unless the whole column is typed so with noughts.
    /// `places`: the decimals that the column's own scale takes (6 for juta).
    pub fn money_doubt(&self, read: &NumberRead, places: u32) -> Option<BukanAngkaSebab> {
        let allowed = CENTS.saturating_add(places);
        let is_custom = self.long_noughts > 1 && self.long_noughts == self.numbers;
        let is_nought = read.value.normalize().scale() <= CENTS;
        (read.decimals > allowed && !(is_custom && is_nought)).then_some(BukanAngkaSebab::Desimal)
    }

    /// A minus behind the digits is likelier a `,-` that lost its comma, unless a
    /// few of a column are written so and none ends in `,-`.
    fn minus_is_doubtful(&self, read: &NumberRead) -> bool {
        let is_custom = self.minus >= 2 && self.minus * 2 <= self.numbers && self.no_fraction == 0;
        read.tail == NumberTail::Minus && !is_custom
    }

    /// Whether texts of the column group their digits with dots.
    pub fn has_dotted(&self) -> bool {
        self.id.count + self.dot.count > 0
    }

    /// The convention most sure texts of the column prove; none without votes or at a tie.
    pub fn convention(&self) -> Option<Angka> {
        match self.id.count.cmp(&self.en.count) {
            std::cmp::Ordering::Greater => Some(Angka::Id),
            std::cmp::Ordering::Less => Some(Angka::En),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The first text that votes for a convention.
    pub fn first(&self, convention: Angka) -> Option<(CellAddress, &str)> {
        let tally = match convention {
            Angka::Id => &self.id,
            Angka::En => &self.en,
        };
        tally.first.as_ref().map(|(at, text)| (*at, &**text))
    }

    /// Reads a text of the column as its votes say. `profile` is the
    /// source's `angka`, which settles everything; `is_money_or_count` lets
    /// `1.234` be thousands where the column has no votes. The error is the
    /// finding at this cell.
    pub fn settle(&self, text: &str, profile: Option<Angka>, is_money_or_count: bool) -> Result<Settled, Fakta> {
        self.settle_read(text, read_number(text), profile, is_money_or_count)
    }

    /// [`ColumnVotes::settle`] for a text that was read already.
    pub fn settle_read(
        &self,
        text: &str,
        read: NumberText,
        profile: Option<Angka>,
        is_money_or_count: bool,
    ) -> Result<Settled, Fakta> {
        let ditemukan = || text.to_owned();
        match read {
            NumberText::Nil => Ok(Settled::Nil),
            NumberText::Missing => Ok(Settled::Missing),
            NumberText::NotANumber(sebab) => Err(BukanAngka { ditemukan: ditemukan(), sebab }.into()),
            NumberText::DigitsLost => Err(DigitHilang { ditemukan: ditemukan() }.into()),
            NumberText::Value(read) => self.settle_sure(text, read, profile),
            NumberText::TwoWays { id, en, loose } => self.settle_two_ways(text, (id, en), loose, profile, is_money_or_count),
        }
    }

    fn settle_sure(&self, text: &str, read: NumberRead, profile: Option<Angka>) -> Result<Settled, Fakta> {
        if self.minus_is_doubtful(&read) {
            return Err(BukanAngka { ditemukan: text.to_owned(), sebab: BukanAngkaSebab::MinusBelakang }.into());
        }
        if profile.is_some() && read.convention.is_some() && read.convention != profile {
            return Err(BukanAngka { ditemukan: text.to_owned(), sebab: BukanAngkaSebab::Pemisah }.into());
        }
        if profile.is_none() && self.id.count > 0 && self.en.count > 0 {
            // At a tie the English texts are the odd ones out in an Indonesian office.
            let (rarer, other) = if self.id.count < self.en.count { (Angka::Id, &self.en) } else { (Angka::En, &self.id) };
            if read.convention == Some(rarer) {
                return Err(mixed(text, other));
            }
        }
        Ok(Settled::Value(read))
    }

    fn settle_two_ways(
        &self,
        text: &str,
        (id, en): (NumberRead, NumberRead),
        loose: bool,
        profile: Option<Angka>,
        is_money_or_count: bool,
    ) -> Result<Settled, Fakta> {
        if self.minus_is_doubtful(&id) {
            return Err(BukanAngka { ditemukan: text.to_owned(), sebab: BukanAngkaSebab::MinusBelakang }.into());
        }
        let is_dot = is_dot(&id, &en);
        let (thousands, decimal) = if is_dot { (id, en) } else { (en, id) };
        let thousands_by = if is_dot { Angka::Id } else { Angka::En };
        let two_ways =
            || Fakta::AngkaDuaArti(AngkaDuaArti { ditemukan: text.to_owned(), pertama: thousands.value, kedua: decimal.value });
        if let Some(profile) = profile {
            return match (profile == thousands_by, loose) {
                (true, false) => Ok(Settled::Value(thousands)),
                (true, true) => {
                    Err(Fakta::BukanAngka(BukanAngka { ditemukan: text.to_owned(), sebab: BukanAngkaSebab::Pemisah }))
                }
                (false, _) => Ok(Settled::Value(decimal)),
            };
        }
        let convention = self.convention();
        if loose {
            let one_sided = self.id.count == 0 || self.en.count == 0;
            let proven = one_sided && convention.is_some_and(|convention| convention != thousands_by);
            return if proven { Ok(Settled::Value(decimal)) } else { Err(two_ways()) };
        }
        let is_amount = is_money_or_count && thousands.scale.is_none() && !thousands.percent;
        match convention {
            Some(convention) if convention == thousands_by => Ok(Settled::Value(thousands)),
            Some(_) if is_amount => Err(two_ways()),
            Some(_) => Ok(Settled::Value(decimal)),
            None if !is_amount || self.id.count > 0 => Err(two_ways()),
            None => {
                let (own, other) = if is_dot { (&self.dot, &self.comma) } else { (&self.comma, &self.dot) };
                // `1.234` and `1,234` in one column cannot both be thousands for certain.
                let is_rarer = other.count > own.count || other.count == own.count && other.count > 0 && !is_dot;
                if is_rarer { Err(mixed(text, other)) } else { Ok(Settled::Value(thousands)) }
            }
        }
    }
}

/// Whether the separator is a dot: then the Indonesian reading is the larger.
fn is_dot(id: &NumberRead, en: &NumberRead) -> bool {
    id.value.abs() > en.value.abs()
}

fn mixed(text: &str, other: &Tally) -> Fakta {
    match &other.first {
        Some((at, other_text)) => Fakta::KonvensiCampur(KonvensiCampur {
            ditemukan: text.to_owned(),
            sel_lain: (*at).into(),
            ditemukan_lain: other_text.to_string(),
            hari: false,
        }),
        // A tally that counts has a first cell; without one the text is refused all the same.
        None => Fakta::BukanAngka(BukanAngka { ditemukan: text.to_owned(), sebab: BukanAngkaSebab::Pemisah }),
    }
}
