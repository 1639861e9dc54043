//! Capaian: realisasi against target (domain.md 4).

use crate::profile::{Arah, CapaianRule, TurunRule};
use rust_decimal::Decimal;

/// Realisasi against target, in per cent.
#[derive(Clone, PartialEq, Debug)]
pub struct Capaian {
    pub hasil: CapaianHasil,
    /// The value kept within `batas`, where the profile sets one; equal to the
    /// value where it lies within already.
    pub dibatasi: Option<Decimal>,
    /// The label by the cut points, on the unrounded, clamped value.
    pub predikat: Option<String>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum CapaianHasil {
    Ok(Decimal),
    /// No target, a target of zero, or no realisasi to hold against it: n/a.
    TidakAda(TanpaCapaian),
}

/// Why there is no capaian.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TanpaCapaian {
    TanpaTarget,
    TargetNol,
    TanpaRealisasi,
    /// `T/R` with a realisasi of zero.
    RealisasiNol,
    Melampaui,
}

/// The capaian of a realisasi against its target.
///
/// ```
/// use iku::indicator::{CapaianHasil, capaian};
/// use iku::profile::{Arah, CapaianRule, TurunRule};
/// let rule = CapaianRule { turun: TurunRule::TwiceTargetMinus, batas: None, predikat: vec![] };
/// let result = capaian(Some(34.into()), Some(29.into()), Arah::Naik, &rule);
/// let CapaianHasil::Ok(value) = result.hasil else { panic!() };
/// assert_eq!(value.round_dp(2).to_string(), "117.24");
/// ```
pub fn capaian(realisasi: Option<Decimal>, target: Option<Decimal>, arah: Arah, rule: &CapaianRule) -> Capaian {
    let value = match raw(realisasi, target, arah, rule.turun) {
        Ok(value) => value,
        Err(why) => return Capaian { hasil: CapaianHasil::TidakAda(why), dibatasi: None, predikat: None },
    };
    let dibatasi = rule.batas.map(|(low, high)| value.clamp(low, high));
    let counted = dibatasi.unwrap_or(value);
    let predikat = rule
        .predikat
        .iter()
        .find(|predikat| predikat.above.is_none_or(|cut| counted > cut))
        .map(|predikat| predikat.label.clone());
    Capaian { hasil: CapaianHasil::Ok(value), dibatasi, predikat }
}

fn raw(realisasi: Option<Decimal>, target: Option<Decimal>, arah: Arah, turun: TurunRule) -> Result<Decimal, TanpaCapaian> {
    let target = target.ok_or(TanpaCapaian::TanpaTarget)?;
    let realisasi = realisasi.ok_or(TanpaCapaian::TanpaRealisasi)?;
    if target.is_zero() {
        return Err(TanpaCapaian::TargetNol);
    }
    let (above, below) = match (arah, turun) {
        (Arah::Naik, _) => (Some(realisasi), target),
        (Arah::Turun, TurunRule::TwiceTargetMinus) => {
            (target.checked_mul(Decimal::TWO).and_then(|twice| twice.checked_sub(realisasi)), target)
        }
        (Arah::Turun, TurunRule::TargetOverReal) => (Some(target), realisasi),
    };
    if below.is_zero() {
        return Err(TanpaCapaian::RealisasiNol);
    }
    // Multiplying first keeps a quotient that ends (R/T = 5/8) exact to its last digit.
    above
        .and_then(|above| {
            let first = above.checked_mul(Decimal::ONE_HUNDRED).and_then(|hundredfold| hundredfold.checked_div(below));
            first.or_else(|| above.checked_div(below)?.checked_mul(Decimal::ONE_HUNDRED))
        })
        .map(|value| value.normalize())
        .ok_or(TanpaCapaian::Melampaui)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Predikat;

    fn rule(turun: TurunRule) -> CapaianRule {
        CapaianRule { turun, batas: None, predikat: Vec::new() }
    }

    fn value(realisasi: &str, target: &str, arah: Arah, turun: TurunRule) -> Decimal {
        match capaian(realisasi.parse().ok(), target.parse().ok(), arah, &rule(turun)).hasil {
            CapaianHasil::Ok(value) => value.round_dp(2),
            CapaianHasil::TidakAda(why) => panic!("{why:?}"),
        }
    }

    #[test]
    fn the_published_examples_of_both_rules() {
        assert_eq!(value("4.65", "4.20", Arah::Turun, TurunRule::TwiceTargetMinus).to_string(), "89.29");
        assert_eq!(value("4.65", "4.20", Arah::Turun, TurunRule::TargetOverReal).to_string(), "90.32");
        assert_eq!(value("34", "29", Arah::Naik, TurunRule::TargetOverReal).to_string(), "117.24");
        assert_eq!(value("-5", "10", Arah::Naik, TurunRule::TargetOverReal).to_string(), "-50");
    }

    #[test]
    fn without_target_or_realisasi_there_is_none() {
        let why = |realisasi: Option<i64>, target: Option<i64>, turun| {
            capaian(realisasi.map(Decimal::from), target.map(Decimal::from), Arah::Turun, &rule(turun)).hasil
        };
        use TurunRule::{TargetOverReal, TwiceTargetMinus};
        assert_eq!(why(Some(1), None, TwiceTargetMinus), CapaianHasil::TidakAda(TanpaCapaian::TanpaTarget));
        assert_eq!(why(Some(1), Some(0), TwiceTargetMinus), CapaianHasil::TidakAda(TanpaCapaian::TargetNol));
        assert_eq!(why(None, Some(1), TwiceTargetMinus), CapaianHasil::TidakAda(TanpaCapaian::TanpaRealisasi));
        assert_eq!(why(Some(0), Some(1), TargetOverReal), CapaianHasil::TidakAda(TanpaCapaian::RealisasiNol));
        assert_eq!(why(Some(0), Some(1), TwiceTargetMinus), CapaianHasil::Ok(200.into()));
    }

    #[test]
    fn predikat_and_clamp_work_on_the_unrounded_value() {
        let rule = CapaianRule {
            turun: TurunRule::TwiceTargetMinus,
            batas: Some((0.into(), 150.into())),
            predikat: vec![
                Predikat { label: "Tinggi".into(), above: Some(90.into()) },
                Predikat { label: "Sedang".into(), above: Some(75.into()) },
                Predikat { label: "Rendah".into(), above: None },
            ],
        };
        let of = |text: &str| capaian(text.parse().ok(), Some(100.into()), Arah::Naik, &rule);
        assert_eq!(of("90.0000001").predikat.as_deref(), Some("Tinggi"));
        assert_eq!(of("90").predikat.as_deref(), Some("Sedang"));
        assert_eq!(of("-4").predikat.as_deref(), Some("Rendah"));
        let high = of("435.5");
        assert_eq!(high.dibatasi, Some(150.into()));
        assert_eq!(high.hasil, CapaianHasil::Ok("435.5".parse().unwrap()));
    }
}
