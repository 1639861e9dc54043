//! What an amount may be of other columns of its row: their sum or difference, a product, so many times one, what a running
//! total grew by, what a share of the whole says.

use crate::diagnostic::Hubungan;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// A rounded amount is at least so many times what rounding takes or gives, so that it tells.
const TELLING: Decimal = Decimal::from_parts(100, 0, 0, false, 0);
/// A share is of so many of its last places at least.
const TELLING_SHARE: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// Where an amount is so many times another, one is told that is not so by as much: part of a year is no slip.
const FAR: Decimal = Decimal::from_parts(25, 0, 0, false, 1);
/// A share that a row does not have is off by a tenth at least.
const OFF: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// The figures of a table's columns: by column, then by row; none where the cell holds no figure, nought for nil and nothing.
pub(crate) struct Figures {
    pub columns: Vec<Vec<Option<Decimal>>>,
    /// The last place of each column's figures: 1, or 0,01.
    pub places: Vec<Decimal>,
}

/// How an amount comes of others; columns by their place among the figures.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Relation {
    /// Columns added, or taken away.
    Linear(Vec<(bool, usize)>),
    Product(usize, usize),
    /// So many times a column.
    Times(usize, Decimal),
    /// A column that runs on from row to row by the amount.
    Running(usize),
    /// A column of shares, and the amount of one of it.
    Share(usize, Decimal),
}

/// How a row stands to a relation.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Held {
    /// It holds by itself, and whether that is more than chance.
    Holds(bool),
    /// It does not; what the amount would be.
    Breaks(Decimal),
    Unknown,
}

impl Figures {
    fn of(&self, column: usize, row: usize) -> Option<Decimal> {
        *self.columns.get(column)?.get(row)?
    }
}

impl Relation {
    /// The columns it is of.
    pub(crate) fn columns(&self) -> Vec<usize> {
        match self {
            Relation::Linear(columns) => columns.iter().map(|(_, column)| *column).collect(),
            Relation::Product(one, other) => vec![*one, *other],
            Relation::Times(column, _) | Relation::Running(column) | Relation::Share(column, _) => vec![*column],
        }
    }

    pub(crate) fn said(&self, name: impl Fn(usize) -> String) -> Hubungan {
        match self {
            Relation::Linear(columns) => {
                Hubungan::Jumlah(columns.iter().map(|(minus, column)| (*minus, name(*column))).collect())
            }
            Relation::Product(one, other) => Hubungan::Kali(name(*one), name(*other)),
            Relation::Times(column, times) => Hubungan::KaliTetap(*times, name(*column)),
            Relation::Running(column) => Hubungan::Kumulatif(name(*column)),
            Relation::Share(column, _) => Hubungan::Bagian(name(*column)),
        }
    }

    /// So much each rounded by itself may be off: no break.
    fn rounding(&self) -> Decimal {
        match self {
            Relation::Linear(columns) => Decimal::from(columns.len()),
            _ => Decimal::ONE,
        }
    }

    /// Whether a row that breaks it may be nothing but rounded otherwise, or of a part of the year.
    fn passes(&self, own: Decimal, of_others: Decimal) -> bool {
        let is_times = |times: Decimal| {
            let (large, small) = (own.abs().max(of_others.abs()), own.abs().min(of_others.abs()));
            own.is_sign_negative() == of_others.is_sign_negative() && small.checked_mul(times).is_some_and(|most| large < most)
        };
        match self {
            Relation::Linear(_) | Relation::Running(_) => false,
            Relation::Product(..) | Relation::Share(..) => is_times(Decimal::ONE + OFF),
            Relation::Times(..) => is_times(FAR),
        }
    }

    /// How a row's amount stands to it.
    pub(crate) fn held(&self, figures: &Figures, own_at: usize, row: usize) -> Held {
        let of = |column: usize| figures.of(column, row);
        let Some(own) = of(own_at) else { return Held::Unknown };
        let counted = |others: Option<(Decimal, bool)>, slack: Decimal| {
            let far = others.and_then(|(others, tells)| Some((own.checked_sub(others)?.abs(), others, tells)));
            let Some((far, others, tells)) = far else { return Held::Unknown };
            let is_great = || slack.checked_mul(TELLING).is_some_and(|least| own.abs() >= least);
            match far <= slack {
                true => Held::Holds(tells && is_great()),
                false if own.is_zero() || far <= self.rounding() || self.passes(own, others) => Held::Unknown,
                false => Held::Breaks(others),
            }
        };
        let place = |columns: &[usize]| columns.iter().map(|column| figures.places[*column]).min().unwrap_or(Decimal::ONE);
        match self {
            Relation::Linear(columns) => {
                let sum = columns.iter().try_fold((Decimal::ZERO, 0), |(sum, filled), (minus, column)| {
                    let value = of(*column)?;
                    let sum = if *minus { sum.checked_sub(value) } else { sum.checked_add(value) };
                    Some((sum?, filled + usize::from(!value.is_zero())))
                });
                let places: Vec<usize> = columns.iter().map(|(_, column)| *column).chain([own_at]).collect();
                // Whole amounts as they stand; those with decimals are rounded each by itself.
                let place = place(&places);
                let slack = if place == Decimal::ONE { Decimal::ZERO } else { place * Decimal::from(columns.len()) };
                let sum = sum.filter(|(_, filled)| *filled > 0);
                counted(sum.map(|(sum, filled)| (sum, filled >= columns.len().min(2))), slack)
            }
            Relation::Product(one, other) => {
                let both = of(*one).zip(of(*other)).filter(|(one, other)| !one.is_zero() && !other.is_zero());
                let tells = |value: Decimal| value.abs() > Decimal::ONE;
                let product = both.and_then(|(one, other)| Some((one.checked_mul(other)?, tells(one) && tells(other))));
                counted(product, place(&[own_at]))
            }
            Relation::Times(column, times) => {
                let value = of(*column).filter(|value| !value.is_zero());
                counted(value.and_then(|value| Some((value.checked_mul(*times)?, true))), place(&[own_at]))
            }
            Relation::Running(column) => {
                let above = if row == 0 { Some(Decimal::ZERO) } else { figures.of(*column, row - 1) };
                let grown = of(*column).filter(|total| !total.is_zero()).zip(above);
                let grown = grown.and_then(|(total, above)| Some((total.checked_sub(above)?, !above.is_zero())));
                let place = place(&[own_at, *column]);
                // It begins anew.
                if of(*column) == Some(own) {
                    return Held::Holds(false);
                }
                counted(grown, if place == Decimal::ONE { Decimal::ZERO } else { place })
            }
            Relation::Share(column, whole) => {
                let place = figures.places[*column];
                let share = of(*column).filter(|share| !share.is_zero());
                let amount = share.and_then(|share| Some((share.checked_mul(*whole)?, share.abs() >= place * TELLING_SHARE)));
                let Some((slack, (amount, tells))) = place.checked_mul(*whole).zip(amount) else { return Held::Unknown };
                match own.checked_sub(amount) {
                    Some(far) if far.abs() <= slack.abs() => Held::Holds(tells),
                    Some(_) if !own.is_zero() && !self.passes(own, amount) => Held::Breaks(amount),
                    _ => Held::Unknown,
                }
            }
        }
    }
}

/// How many times one figure is another in most of these rows, to six places.
pub(crate) fn times_of(figures: &Figures, (own_at, column): (usize, usize), rows: &[usize]) -> Option<Decimal> {
    let ratio = |row: &usize| {
        let (own, other) = (figures.of(own_at, *row)?, figures.of(column, *row)?);
        let ratio = own.to_f64()? / other.to_f64().filter(|other| *other != 0.0)?;
        Some(ratio).filter(|ratio| ratio.is_finite() && *ratio != 0.0)
    };
    let mut all: Vec<f64> = rows.iter().filter_map(ratio).collect();
    all.sort_unstable_by(f64::total_cmp);
    let middle = all.get(all.len() / 2).copied()?;
    crate::vocabulary::f64_to_decimal(middle).map(|(times, _)| times.round_dp(6).normalize())
}
