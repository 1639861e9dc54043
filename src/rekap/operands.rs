//! An office's measures as numbers that may be added up exactly.

use super::matching::Laporan;
use crate::deliver::Status;
use rust_decimal::Decimal;

/// A recorded figure as it was written, no digit lost; none where it has more digits than that.
pub fn exact(nilai: &str) -> Option<Decimal> {
    Decimal::from_str_exact(nilai).ok()
}

/// A measure's value in a year, where it has one.
pub fn value(laporan: &Laporan<'_>, ukuran: &str, tahun: i32) -> Option<Decimal> {
    let own = laporan.in_year(ukuran, tahun)?;
    if own.status != Status::Ok {
        return None;
    }
    exact(own.nilai.as_deref()?)
}

/// The sum; none where it is beyond what can be held exactly.
pub fn sum(values: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    values.into_iter().try_fold(Decimal::ZERO, |sum, value| {
        let next = sum.checked_add(value)?;
        // An addition that had to round is no sum.
        (next.checked_sub(value)? == sum && next.scale() >= sum.scale().max(value.normalize().scale())).then_some(next)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact_or_none() {
        let of = |texts: &[&str]| sum(texts.iter().map(|text| exact(text).unwrap()));
        assert_eq!(of(&["0.1", "0.2"]), exact("0.3"));
        assert_eq!(of(&["589448674478", "-1", "0.25"]), exact("589448674477.25"));
        assert_eq!(of(&["79228162514264337593543950335", "1"]), None);
        assert_eq!(of(&["7922816251426433759354395033", "0.001"]), None, "a rounded sum is none");
        assert_eq!(of(&[]), exact("0"));
    }
}
