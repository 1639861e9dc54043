//! Capaian: realisasi against target.

use crate::formula::Exact;
use crate::profile::{Arah, CapaianRule, TurunRule};
use rust_decimal::Decimal;

/// Realisasi against target, in per cent.
#[derive(Clone, PartialEq, Debug)]
pub struct Capaian {
    pub hasil: CapaianHasil,
    /// The value before any rounding, and before the clamp.
    pub tepat: Option<Exact>,
    /// The value kept within `batas`, where the profile sets one; equal to the
    /// value where it lies within already.
    pub dibatasi: Option<Decimal>,
    /// The label by the cut points, on the unrounded, clamped value.
    pub predikat: Option<String>,
}

impl Capaian {
    /// The value before any rounding where the clamp leaves it as it is.
    pub fn counted(&self) -> Option<&Exact> {
        let CapaianHasil::Ok(value) = self.hasil else { return None };
        self.tepat.as_ref().filter(|_| self.dibatasi.is_none_or(|clamped| clamped == value))
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum CapaianHasil {
    /// Exact where a `Decimal` can hold it, else rounded to 28 significant digits.
    Ok(Decimal),
    /// No target, a target of zero or below, or no realisasi to hold against it: n/a.
    TidakAda(TanpaCapaian),
}

/// Why there is no capaian.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TanpaCapaian {
    TanpaTarget,
    TargetNol,
    TargetNegatif,
    TanpaRealisasi,
    /// `T/R` with a realisasi of zero, or below it.
    RealisasiNol,
    RealisasiNegatif,
    Melampaui,
}

/// The capaian of a realisasi (before any rounding) against its target; the
/// clamp and the cut points look at the exact fraction.
///
/// ```
/// use iku::formula::Exact;
/// use iku::indicator::{CapaianHasil, capaian};
/// use iku::profile::{Arah, CapaianRule, TurunRule};
/// let rule = CapaianRule { turun: TurunRule::TwiceTargetMinus, batas: None, predikat: vec![] };
/// let result = capaian(Some(&Exact::from(34usize)), Some(29.into()), Arah::Naik, &rule);
/// let CapaianHasil::Ok(value) = result.hasil else { panic!() };
/// assert_eq!(value.round_dp(2).to_string(), "117.24");
/// ```
pub fn capaian(realisasi: Option<&Exact>, target: Option<Decimal>, arah: Arah, rule: &CapaianRule) -> Capaian {
    let computed = raw(realisasi, target, arah, rule.turun)
        .and_then(|exact| exact.to_decimal().map(|value| (exact, value)).ok_or(TanpaCapaian::Melampaui));
    let (exact, value) = match computed {
        Ok(computed) => computed,
        Err(why) => return Capaian { hasil: CapaianHasil::TidakAda(why), tepat: None, dibatasi: None, predikat: None },
    };
    let clamped = rule.batas.and_then(|(low, high)| {
        let beyond = |limit: Decimal| Exact::from(limit);
        if exact < beyond(low) {
            Some(low)
        } else if exact > beyond(high) {
            Some(high)
        } else {
            None
        }
    });
    let counted = clamped.map_or_else(|| exact.clone(), Exact::from);
    let predikat = rule
        .predikat
        .iter()
        .find(|predikat| predikat.above.is_none_or(|cut| counted > Exact::from(cut)))
        .map(|predikat| predikat.label.clone());
    let dibatasi = rule.batas.map(|_| clamped.unwrap_or(value));
    Capaian { hasil: CapaianHasil::Ok(value), tepat: Some(exact), dibatasi, predikat }
}

fn raw(realisasi: Option<&Exact>, target: Option<Decimal>, arah: Arah, turun: TurunRule) -> Result<Exact, TanpaCapaian> {
    let target = Exact::from(target.ok_or(TanpaCapaian::TanpaTarget)?);
    let realisasi = realisasi.ok_or(TanpaCapaian::TanpaRealisasi)?;
    if target.is_zero() {
        return Err(TanpaCapaian::TargetNol);
    }
    // R/T would call the worse the better.
    if target < Exact::from(Decimal::ZERO) {
        return Err(TanpaCapaian::TargetNegatif);
    }
    let is_below = realisasi < &Exact::from(Decimal::ZERO);
    // T/R would call the better the worse.
    if (arah, turun, is_below) == (Arah::Turun, TurunRule::TargetOverReal, true) {
        return Err(TanpaCapaian::RealisasiNegatif);
    }
    let quotient = match (arah, turun) {
        (Arah::Naik, _) => realisasi.divide(&target),
        (Arah::Turun, TurunRule::TwiceTargetMinus) => target.add(&target).subtract(realisasi).divide(&target),
        (Arah::Turun, TurunRule::TargetOverReal) => target.divide(realisasi),
    };
    // The target is not zero: only `T/R` divides by the realisasi.
    let quotient = quotient.ok_or(TanpaCapaian::RealisasiNol)?;
    Ok(quotient.multiply(&Exact::from(Decimal::ONE_HUNDRED)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Predikat;

    fn rule(turun: TurunRule) -> CapaianRule {
        CapaianRule { turun, batas: None, predikat: Vec::new() }
    }

    fn exact(text: &str) -> Option<Exact> {
        text.parse::<Decimal>().ok().map(Exact::from)
    }

    fn value(realisasi: &str, target: &str, arah: Arah, turun: TurunRule) -> Decimal {
        match capaian(exact(realisasi).as_ref(), target.parse().ok(), arah, &rule(turun)).hasil {
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
            let realisasi = realisasi.map(|value| Exact::from(Decimal::from(value)));
            capaian(realisasi.as_ref(), target.map(Decimal::from), Arah::Turun, &rule(turun)).hasil
        };
        use TurunRule::{TargetOverReal, TwiceTargetMinus};
        assert_eq!(why(Some(1), None, TwiceTargetMinus), CapaianHasil::TidakAda(TanpaCapaian::TanpaTarget));
        assert_eq!(why(Some(1), Some(0), TwiceTargetMinus), CapaianHasil::TidakAda(TanpaCapaian::TargetNol));
        assert_eq!(why(None, Some(1), TwiceTargetMinus), CapaianHasil::TidakAda(TanpaCapaian::TanpaRealisasi));
        assert_eq!(why(Some(0), Some(1), TargetOverReal), CapaianHasil::TidakAda(TanpaCapaian::RealisasiNol));
        assert_eq!(why(Some(0), Some(1), TwiceTargetMinus), CapaianHasil::Ok(200.into()));
        assert_eq!(why(Some(-4), Some(2), TargetOverReal), CapaianHasil::TidakAda(TanpaCapaian::RealisasiNegatif));
        assert_eq!(why(Some(-4), Some(2), TwiceTargetMinus), CapaianHasil::Ok(400.into()));
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
        let of = |text: &str| capaian(exact(text).as_ref(), Some(100.into()), Arah::Naik, &rule);
        assert_eq!(of("90.0000001").predikat.as_deref(), Some("Tinggi"));
        assert_eq!(of("90").predikat.as_deref(), Some("Sedang"));
        assert_eq!(of("-4").predikat.as_deref(), Some("Rendah"));
        let high = of("435.5");
        assert_eq!(high.dibatasi, Some(150.into()));
        assert_eq!(high.hasil, CapaianHasil::Ok("435.5".parse().unwrap()));
    }

    #[test]
    fn a_realisasi_that_does_not_end_is_not_rounded_before_the_quotient() {
        // 200/3 of 80: 83 1/3. From the 28 digits of 66.66…67 the last digit would be a 4.
        let two_thirds = Exact::from(200usize).divide(&Exact::from(3usize));
        let result = capaian(two_thirds.as_ref(), Some(80.into()), Arah::Naik, &rule(TurunRule::TargetOverReal));
        assert_eq!(result.hasil, CapaianHasil::Ok("83.33333333333333333333333333".parse().unwrap()));
        // 2700/30 is 90 and no hair more, however it came about.
        let ninety = Exact::from(270usize).divide(&Exact::from(7usize)).map(|part| part.multiply(&Exact::from(7usize)));
        let rule = CapaianRule {
            turun: TurunRule::TwiceTargetMinus,
            batas: None,
            predikat: vec![
                Predikat { label: "Tinggi".into(), above: Some(90.into()) },
                Predikat { label: "Rendah".into(), above: None },
            ],
        };
        assert_eq!(capaian(ninety.as_ref(), Some(300.into()), Arah::Naik, &rule).predikat.as_deref(), Some("Rendah"));
    }
}
