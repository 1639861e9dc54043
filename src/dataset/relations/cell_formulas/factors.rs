//! Numbers that a formula itself multiplies by: a unit, a time, a guess.

use super::operand::{counts_people, heading, is_of_another, is_of_dues, makes_a_year};
use super::{Asked, Own};
use crate::dataset::Jenis;
use crate::dataset::columns::recalc::{Factor, Read, Term};
use crate::diagnostic::{Fakta, RumusPengali, SatuanBerselisih, SebabPengali, Temuan};
use crate::table::LayoutColumn;
use crate::vocabulary::{CellAddress, Year, mask_person, tampil};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What a year has fewer of than days is a time.
const DAYS: u32 = 366;
/// Typed beside an amount these are months, weeks or days.
const SPANS: [u32; 10] = [12, 24, 26, 30, 31, 36, 48, 50, 52, 120];
/// Amounts of money are greater.
const AMOUNT: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);
/// So many different numbers typed beside an amount are quantities.
const QUANTITIES: usize = 3;

/// A number as a fraction, so that a twelfth stays whole.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Ratio {
    over: Decimal,
    under: Decimal,
}

/// What a formula says of its own figure.
enum Says {
    This(SebabPengali),
    /// The unit by the stated units of its cells, which is not the column's own.
    Unit {
        own: String,
        factor: u64,
        kali: String,
    },
}

/// The contradiction of units that the column's formulas are, and what else is told, by the cells' places among `cells`.
pub(super) fn factors(asked: &Asked, cells: &[Own]) -> (Option<Temuan>, Vec<(usize, Fakta)>) {
    let isian = &asked.on.source.fields[asked.used.field].isian;
    let are_quantities = asked.typed_are_quantities(cells);
    let mut told = Vec::new();
    let mut units: Vec<(usize, String, u64, String)> = Vec::new();
    for (place, own) in cells.iter().enumerate() {
        let Some(said) = own.said.as_ref().filter(|_| own.value.is_some_and(|value| !value.is_zero())) else { continue };
        let says = asked.of_columns(&said.terms, own).map(Says::This);
        let says = says.or_else(|| said.terms.iter().find_map(|term| asked.of_term(term, own, are_quantities)));
        let fakta = |sebab| RumusPengali { isian: isian.to_string(), rumus: mask_person(&said.text), sebab }.into();
        match says {
            Some(Says::This(sebab)) => told.push((place, fakta(sebab))),
            Some(Says::Unit { own, factor, kali }) => {
                told.push((place, fakta(SebabPengali::Skala { kali })));
                units.push((place, own, factor, said.text.clone()));
            }
            None => {}
        }
    }
    let filled = cells.iter().filter(|own| own.value.is_some()).count();
    let (Some((_, pertama, factor, _)), true) = (units.first(), units.len() * 2 > filled) else { return (None, told) };
    let kedua = format!("{} (menurut rumusnya)", scale_name(*factor));
    let at = asked.on.sheet.at_cell(CellAddress::new(asked.on.layout.header.1, asked.column));
    let galat = Temuan::new(at, SatuanBerselisih { pertama: pertama.clone(), kedua });
    let places: BTreeSet<usize> = units.iter().map(|(place, ..)| *place).collect();
    told.retain(|(place, _)| !places.contains(place));
    (Some(galat), told)
}

impl Asked<'_> {
    /// The columns of its own row that a summand takes.
    fn operands(&self, term: &Term, own: &Own) -> Vec<&LayoutColumn> {
        let is_own_row = |read: &&Read| read.is_own_sheet && read.first.row == own.at.row && read.last.row == own.at.row;
        let spanned = |read: &Read| {
            let columns = read.first.column..=read.last.column;
            self.on.layout.columns.iter().filter(move |heading| columns.contains(&heading.column))
        };
        term.reads.iter().filter(is_own_row).flat_map(spanned).collect()
    }

    /// The one year that the column's figures are of.
    fn year(&self) -> Option<Year> {
        let own = self.on.layout.columns[self.used.index].period.as_ref().and_then(|period| period.year);
        own.or_else(|| self.used.rests.first().copied().filter(|_| self.used.rests.len() == 1))
    }

    /// All that a formula takes is a plan's, or another year's.
    fn of_columns(&self, terms: &[Term], own: &Own) -> Option<SebabPengali> {
        let mut first = None;
        for term in terms.iter().filter(|term| !term.is_number()) {
            let operands = self.operands(term, own);
            let is_whole = !term.is_opaque && !term.is_ratio && !term.reads.is_empty() && operands.len() == term.reads.len();
            let speaks = |column: &&LayoutColumn| is_of_another(column, self.year()) && column.column != self.column;
            // A month made a year is judged by its number.
            if !is_whole || !operands.iter().all(speaks) || self.is_made_a_year(term, &operands) {
                return None;
            }
            first = first.or_else(|| operands.first().map(|column| heading(column)));
        }
        first.map(|kolom| SebabPengali::Kolom { kolom })
    }

    fn is_made_a_year(&self, term: &Term, operands: &[&LayoutColumn]) -> bool {
        let (_, rest) = parted(&term.factors);
        rest.whole().is_some_and(|times| operands.iter().any(|column| makes_a_year(column, times)))
    }

    fn of_term(&self, term: &Term, own: &Own, are_quantities: bool) -> Option<Says> {
        if term.is_ratio {
            return None;
        }
        if term.is_number() {
            return of_typed(term, are_quantities).map(Says::This);
        }
        let operands = self.operands(term, own);
        let is_money = self.on.source.fields[self.used.field].jenis == Jenis::Uang;
        if term.is_mean && is_money && operands.len() > 1 {
            return Some(Says::This(SebabPengali::Rata));
        }
        if term.factors.is_empty() {
            return None;
        }
        let (power, rest) = parted(&term.factors);
        let own_column = &self.on.layout.columns[self.used.index];
        if let Some(column) = operands.iter().find(|column| counts_people(column))
            && is_money
            && !is_of_dues(own_column)
        {
            let kali = Ratio::of(&term.factors).told();
            return Some(Says::This(SebabPengali::Orang { kali, kolom: heading(column) }));
        }
        let of_rest = self.of_rest(rest, term, &operands).map(Says::This);
        of_rest.or_else(|| if power == 0 { None } else { self.of_power(power, &operands) })
    }

    /// A number that is no power of ten.
    fn of_rest(&self, rest: Ratio, term: &Term, operands: &[&LayoutColumn]) -> Option<SebabPengali> {
        if rest.over == rest.under {
            return None;
        }
        let kali = rest.told();
        if let Some(times) = rest.whole() {
            // A price, or more of a thing than a year has days.
            let is_percent = times == 100 && term.reads.len() > 1;
            if times > DAYS || is_percent || operands.iter().any(|column| makes_a_year(column, times)) {
                return None;
            }
            return Some(SebabPengali::Waktu { kali });
        }
        if let Some(part) = rest.turned().whole().filter(|part| *part <= DAYS) {
            // `D5*E5/100`: one of them is a percentage.
            let is_percent = part == 100 && (term.reads.len() > 1 || term.is_opaque);
            let sebab = if part == 100 { SebabPengali::Bagian { kali } } else { SebabPengali::Waktu { kali } };
            return (!is_percent).then_some(sebab);
        }
        let is_price = rest.value().is_some_and(|value| value.abs() > Decimal::from(DAYS));
        (!is_price).then_some(SebabPengali::Bagian { kali })
    }

    /// Times 10^`power`, a thousand or more: another unit than that of the cells it takes.
    fn of_power(&self, power: i32, operands: &[&LayoutColumn]) -> Option<Says> {
        let reader = &self.used.reader;
        if reader.scale_is_said {
            return None;
        }
        let ten = ten_to(power.unsigned_abs())?;
        let kali = Ratio { over: Decimal::ONE, under: Decimal::ONE }.scaled(power, ten).told();
        let this = |kali| Some(Says::This(SebabPengali::Skala { kali }));
        let stated = match operands {
            [column] => column.unit.as_ref().or_else(|| column.said.iter().find(|unit| unit.factor > 0)),
            _ => None,
        };
        // The amounts' unit by the cells', as far as they state one.
        let from = Decimal::from(stated.map_or(1, |unit| unit.factor));
        let meant = if power < 0 { from.checked_mul(ten)? } else { from.checked_div(ten)? };
        if meant == reader.skala {
            return None;
        }
        if stated.is_none() && power > 0 {
            // Thousands made rupiah: the cells alone know that they are thousands.
            return if reader.skala == Decimal::ONE { None } else { this(kali) };
        }
        let factor = meant.try_into().ok();
        match (stated, factor) {
            (Some(_), Some(factor)) if factor >= 1 => {
                let own = reader.skala_text.clone().unwrap_or_else(|| "Rp".to_owned());
                Some(Says::Unit { own, factor, kali })
            }
            _ => this(kali),
        }
    }

    /// Whether the numbers typed beside amounts are quantities, of each row another: `=25*150000`, `=40*90000`.
    fn typed_are_quantities(&self, cells: &[Own]) -> bool {
        let typed = cells.iter().filter_map(|own| own.said.as_ref()).filter(|said| said.is_typed());
        let beside = typed.flat_map(|said| &said.terms).filter_map(|term| beside_amount(term).and_then(|rest| rest.whole()));
        beside.collect::<BTreeSet<u32>>().len() >= QUANTITIES
    }
}

/// An amount typed with another number: `=73383683*12`, `=86397250*1.1`.
fn of_typed(term: &Term, are_quantities: bool) -> Option<SebabPengali> {
    let rest = beside_amount(term)?;
    let kali = rest.told();
    if let Some(times) = rest.whole() {
        let is_time = SPANS.contains(&times) || (240..=DAYS).contains(&times);
        return (is_time && !are_quantities).then_some(SebabPengali::Waktu { kali });
    }
    if rest.turned().whole() == Some(12) {
        return Some(SebabPengali::Waktu { kali });
    }
    let value = rest.value()?;
    let is_share = value > Decimal::ZERO && value < Decimal::TWO && rest.turned().whole().is_none();
    is_share.then_some(SebabPengali::Bagian { kali })
}

/// What an amount is multiplied by in a summand of typed numbers; none where there is but one number.
fn beside_amount(term: &Term) -> Option<Ratio> {
    let times = term.factors.iter().enumerate().filter(|(_, factor)| !factor.divides);
    let (base, amount) = times.max_by_key(|(_, factor)| factor.value)?;
    if term.factors.len() < 2 || amount.value < AMOUNT {
        return None;
    }
    let others = term.factors.iter().enumerate().filter(|(place, _)| *place != base).map(|(_, factor)| *factor);
    let (_, rest) = parted(&others.collect::<Vec<Factor>>());
    (rest.over != rest.under).then_some(rest)
}

/// The powers of ten from a thousand on among factors, all together, and the others.
fn parted(factors: &[Factor]) -> (i32, Ratio) {
    let (mut power, mut rest) = (0, Vec::new());
    for factor in factors {
        match power_of_ten(factor.value) {
            Some(own) if own.abs() >= 3 => power += if factor.divides { -own } else { own },
            _ => rest.push(*factor),
        }
    }
    (power, Ratio::of(&rest))
}

/// The exponent of a power of ten.
fn power_of_ten(value: Decimal) -> Option<i32> {
    (-9..=12).find(|power: &i32| {
        let Some(ten) = ten_to(power.unsigned_abs()) else { return false };
        if *power < 0 { value.checked_mul(ten) == Some(Decimal::ONE) } else { value == ten }
    })
}

fn ten_to(power: u32) -> Option<Decimal> {
    10i64.checked_pow(power).map(Decimal::from)
}

impl Ratio {
    fn of(factors: &[Factor]) -> Self {
        let start = Ratio { over: Decimal::ONE, under: Decimal::ONE };
        factors.iter().fold(start, |ratio, factor| {
            let times = |value: Decimal| value.checked_mul(factor.value).unwrap_or(value);
            match factor.divides {
                true => Ratio { under: times(ratio.under), ..ratio },
                false => Ratio { over: times(ratio.over), ..ratio },
            }
        })
    }

    fn scaled(self, power: i32, ten: Decimal) -> Self {
        if power < 0 { Ratio { under: ten, ..self } } else { Ratio { over: ten, ..self } }
    }

    fn turned(self) -> Self {
        Ratio { over: self.under, under: self.over }
    }

    fn value(self) -> Option<Decimal> {
        self.over.checked_div(self.under)
    }

    /// A whole number, two or more.
    fn whole(self) -> Option<u32> {
        let value = self.value()?.normalize();
        let is_exact = value.checked_mul(self.under) == Some(self.over) && value.fract().is_zero();
        u32::try_from(value).ok().filter(|value| is_exact && *value > 1)
    }

    /// `dikalikan 12`, `dibagi 1.000`.
    fn told(self) -> String {
        let shown = |value: Decimal| {
            let value = value.round_dp(6).normalize();
            tampil(value, value.scale())
        };
        match self.turned().whole() {
            Some(part) => format!("dibagi {}", shown(Decimal::from(part))),
            None => format!("dikalikan {}", shown(self.value().unwrap_or(self.over))),
        }
    }
}

fn scale_name(factor: u64) -> &'static str {
    match factor {
        1_000 => "ribu rupiah",
        1_000_000 => "juta rupiah",
        1_000_000_000 => "miliar rupiah",
        _ => "rupiah",
    }
}
