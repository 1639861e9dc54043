//! How a column's amounts went from one year to the next taken together: all of them so far as no year's business goes,
//! or two groups of rows with nothing between, of which one stayed. A month's, a day's or a quarter's amounts in the place
//! of a year's do that, whatever the factor is.

use super::digits::Pair;
use rust_decimal::prelude::ToPrimitive as _;

/// Fewer pairs show nothing; fewer of a group are chance.
const FEW: usize = 5;
const FEW_TO_PART: usize = 8;
/// Of fewer all must have gone alike.
const FEW_OF_ALL: usize = 10;
const FEW_OF_GROUP: usize = 3;
/// So far most went where it is another unit or another span of time, within so much of each other.
const FAR: f64 = 8.0;
const ALIKE: f64 = 2.0;
/// So far nearly all went where it may be, within so much of each other.
const SOME: f64 = 2.3;
const CLOSE: f64 = 1.6;
/// So far no year takes nearly all where they hardly differ from each other: half a year's amounts. Of a few rows, further.
const BY_HALF: f64 = 1.6;
const BY_HALF_CLOSE: f64 = 1.25;
const FEWEST: usize = 3;
const BY_THIRD: f64 = 3.0;
/// Those that stayed went less than this, taken together.
const STAYED: f64 = 2.0;
/// The gap between two groups, and of how much either group is spread it must be the larger.
const GAP: f64 = 2.4;
const WIDER: f64 = 1.25;
/// The smaller group is at least one row in so many.
const ONE_IN: usize = 8;
/// So far apart the groups are from each other.
const APART: f64 = 3.0;

/// A pair's ratio as its natural logarithm, with its row.
fn steps(pairs: &[Pair]) -> Vec<(f64, usize)> {
    let step = |pair: &Pair| Some(((pair.after.to_f64()? / pair.before.to_f64()?).ln(), pair.row));
    let mut steps: Vec<(f64, usize)> = pairs.iter().filter_map(step).filter(|(step, _)| step.is_finite()).collect();
    steps.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    steps
}

/// How many lie within this factor of the middle one, and how far that went.
fn about_the_middle(steps: &[(f64, usize)], factor: f64) -> Option<(f64, usize)> {
    let (middle, _) = steps.get(steps.len() / 2)?;
    let count = steps.iter().filter(|(step, _)| (step - middle).abs() <= factor.ln()).count();
    Some((*middle, count))
}

/// The factor that most of a column went, up or down, where no business goes so far; and how many rows did.
pub(crate) fn of_most(pairs: &[Pair]) -> Option<(u32, usize)> {
    if pairs.len() < FEW {
        return None;
    }
    let (middle, rows) = about_the_middle(&steps(pairs), ALIKE)?;
    let is_told = middle.abs() >= FAR.ln() && rows * 5 >= pairs.len() * 3;
    is_told.then(|| middle.abs().exp().round().to_u32().map(|factor| (factor, rows))).flatten()
}

/// The rows that went alike, where they are nearly all of a column and went further than a year's business does, or by half
/// and hardly apart from each other.
pub(crate) fn of_all(pairs: &[Pair]) -> Vec<usize> {
    let steps = steps(pairs);
    let within = |factor: f64, least: f64| {
        let (middle, count) = about_the_middle(&steps, factor).filter(|(middle, _)| middle.abs() >= least.ln())?;
        Some((middle, count, factor.ln()))
    };
    let (few, all) = (steps.len() < FEW_OF_ALL, steps.len());
    let nearly = |count: usize, (share, of): (usize, usize)| count * of >= all * if few { of } else { share };
    let found = if all <= FEW {
        within(BY_HALF_CLOSE, BY_THIRD).filter(|(_, count, _)| all >= FEWEST && *count == all)
    } else {
        let far = within(CLOSE, SOME).filter(|(_, count, _)| nearly(*count, (4, 5)));
        far.or_else(|| within(BY_HALF_CLOSE, BY_HALF).filter(|(_, count, _)| nearly(*count, (9, 10))))
    };
    let Some((middle, _, close)) = found else { return Vec::new() };
    rows_of(steps.iter().filter(|(step, _)| (step - middle).abs() <= close))
}

/// The rows that went far and alike while the others stayed, with nothing between the two.
pub(crate) fn of_a_group(pairs: &[Pair]) -> Vec<usize> {
    let steps = steps(pairs);
    if steps.len() < FEW_TO_PART {
        return Vec::new();
    }
    let gap = |at: &usize| steps[*at].0 - steps[*at - 1].0;
    let Some(at) = (1..steps.len()).max_by(|one, other| gap(one).total_cmp(&gap(other))) else { return Vec::new() };
    let (low, high) = steps.split_at(at);
    let middle = |group: &[(f64, usize)]| group[group.len() / 2].0;
    let spread = |group: &[(f64, usize)]| group[group.len() - 1].0 - group[0].0;
    let (near, far) = if middle(low).abs() < middle(high).abs() { (low, high) } else { (high, low) };
    let least = near.len().min(far.len());
    let is_apart = gap(&at) >= GAP.ln() && gap(&at) >= spread(low).max(spread(high)) * WIDER;
    let is_told = is_apart
        && least >= FEW_OF_GROUP
        && least * ONE_IN >= steps.len()
        && middle(near).abs() < STAYED.ln()
        && middle(far).abs() >= APART.ln();
    if is_told { rows_of(far.iter()) } else { Vec::new() }
}

fn rows_of<'s>(steps: impl Iterator<Item = &'s (f64, usize)>) -> Vec<usize> {
    let mut rows: Vec<usize> = steps.map(|(_, row)| *row).collect();
    rows.sort_unstable();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    /// Twenty-four koperasi whose amounts grew by -13 to 25 per cent, then went by these factors in turn.
    fn pairs(factors: &[f64]) -> Vec<Pair> {
        let pair = |at: usize| {
            let before = 31_415_926.0 * (1.0 + at as f64 * 0.83);
            let growth = 0.87 + ((at * 7) % 24) as f64 * 0.0165;
            let after = before * growth * factors[at % factors.len()];
            Pair { row: at, after: Decimal::from(after as i64), before: Decimal::from(before as i64) }
        };
        (0..24).map(pair).collect()
    }

    #[test]
    fn all_of_a_column_that_went_too_far_are_told_whatever_the_factor() {
        for (factor, told) in [(1.0 / 30.0, 30), (30.0, 30), (1.0 / 52.0, 52), (1.0 / 365.0, 365), (12.0, 12)] {
            let (own, rows) = of_most(&pairs(&[factor])).unwrap();
            assert!(own.abs_diff(told) * 8 <= told && rows == 24, "{own} {told}");
        }
        for factor in [0.25, 1.0 / 3.0, 3.0, 4.0] {
            assert_eq!(of_most(&pairs(&[factor])), None, "{factor}");
            assert_eq!(of_all(&pairs(&[factor])).len(), 24, "{factor}");
        }
        // Half a year's, where all are alike; not where each went its own way.
        for (factor, told) in [(0.5, 24), (2.0, 24), (0.75, 0), (1.0, 0), (1.4, 0)] {
            assert_eq!((of_most(&pairs(&[factor])), of_all(&pairs(&[factor])).len()), (None, told), "{factor}");
        }
        assert!(of_all(&pairs(&[0.4, 0.5, 0.65])).is_empty());
        let few = |factors: &[f64], count: usize| of_all(&pairs(factors).into_iter().take(count).collect::<Vec<_>>()).len();
        assert_eq!([few(&[0.25], 3), few(&[0.5], 3), few(&[0.25], 2), few(&[0.25, 0.5], 3)], [3, 0, 0, 0]);
        // A bad year that struck each in its own way.
        let factors = [0.15, 0.25, 0.35, 0.5, 0.6, 0.9];
        assert_eq!((of_most(&pairs(&factors)), of_all(&pairs(&factors))), (None, Vec::new()));
    }

    #[test]
    fn half_of_the_rows_that_went_alike_are_told_and_a_spread_is_not() {
        for factor in [1.0 / 12.0, 1.0 / 30.0, 1.0 / 52.0, 12.0, 0.25] {
            assert_eq!(of_a_group(&pairs(&[1.0, factor])), (0..24).filter(|at| at % 2 == 1).collect::<Vec<_>>(), "{factor}");
            assert_eq!(of_a_group(&pairs(&[1.0, 1.0, factor])).len(), 8, "{factor}");
            assert_eq!(of_a_group(&pairs(&[factor])), [0; 0]);
        }
        for factors in [
            &[1.0, 2.0][..],
            &[1.0, 1.3, 1.8, 2.5, 3.6, 5.0],
            &[1.0, 1.0, 1.0, 0.9, 4.0, 20.0],
            // Two that opened late in the year before.
            &[1.0, 1.1, 0.9, 1.0, 1.2, 1.1, 0.8, 1.0, 1.0, 1.1, 1.0, 9.0],
        ] {
            assert_eq!(of_a_group(&pairs(factors)), [0; 0], "{factors:?}");
        }
        // A handful.
        assert_eq!(of_a_group(&pairs(&[1.0, 0.1])[..7]), [0; 0]);
        assert_eq!(of_all(&pairs(&[0.25, 0.25, 0.25, 0.25, 0.9])[..5]), [0; 0]);
    }

    /// `kode@cell` of what is told of sixteen koperasi whose amount of one field went by these factors (in thousandths) in turn.
    fn told(isian: &str, heading: &str, sign: i64, factors: &[i64]) -> Vec<String> {
        use crate::dataset::fixture::{Office, Outcome as _};
        use crate::diagnostic::Kode;
        let list = |is_later: bool| {
            let line = |at: i64| {
                let before = sign * (31_415_926 + at * at * 7_271_829);
                let after = before / 1_000 * (870 + at * 7 % 16 * 20) / 1_000 * factors[at as usize % factors.len()];
                format!("{at};Koperasi {at};518/{at:02}/BH/1990;900000000;{}\n", if is_later { after } else { before })
            };
            format!("No;Nama Koperasi;No Badan Hukum;Aset;{heading}\n{}", (0..16).map(line).collect::<String>())
        };
        let office = Office::keragaan().file("2020.csv", &list(false)).file("2021.csv", &list(true));
        let read = office.needs(2020, &[isian]).needs(2021, &[isian]).read();
        let told = [Kode::LompatanSatuan, Kode::LonjakanNilai].map(|kode| read.has(kode));
        let place = |temuan: &&crate::diagnostic::Temuan| format!("{}@{}", temuan.kode().text(), temuan.at.sel.unwrap());
        told.iter().flatten().map(place).collect()
    }

    #[test]
    fn amounts_of_two_years_are_held_so_and_losses_too() {
        let volume = |factors: &[i64]| told("volume_usaha", "Volume Usaha", 1, factors);
        assert_eq!(volume(&[1_000]), [""; 0]);
        assert_eq!(volume(&[33]), ["lompatan-satuan@E"]);
        assert_eq!(volume(&[250]), ["lonjakan-nilai@E2"]);
        assert_eq!(volume(&[1_000, 83]), ["lonjakan-nilai@E3"]);
        let one = |factor: i64| std::array::from_fn::<i64, 16, _>(|at| if at == 5 { factor } else { 1_000 });
        assert_eq!(told("shu", "SHU", -1, &one(1_000)), [""; 0]);
        assert_eq!(told("shu", "SHU", -1, &one(1_000_000)), ["lonjakan-nilai@E7"]);
    }
}
