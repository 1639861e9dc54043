//! Amounts that a lost decimal comma or a nought too many made ten or a hundred times what they were, told by
//! how the other amounts of their column went from year to year.

use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Fewer pairs show nothing.
const FEW: usize = 5;
/// So many rows that leap alike are no chance.
const ALIKE: usize = 3;
/// A quarter more than most went: what one may go besides.
const WIDER: Decimal = Decimal::from_parts(125, 0, 0, false, 2);
/// Where most went further than this, three may have grown tenfold.
const QUIET: Decimal = Decimal::from_parts(21, 0, 0, false, 1);
/// So many amounts that all stayed within this make one odd that went so many times as far, or two of a few more.
const FEW_STILL: usize = 7;
const MANY: usize = 10;
const STILL: Decimal = Decimal::from_parts(15, 0, 0, false, 1);
const BEYOND: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
const LONE: usize = 2;
/// Of so few, all of which hardly moved, one that went so many times as far is told too.
const FEWEST: usize = 2;
const HARDLY: Decimal = Decimal::from_parts(125, 0, 0, false, 2);
const FAR_BEYOND: Decimal = Decimal::from_parts(7, 0, 0, false, 0);
/// How far apart those may be that went about as far as each other.
const TOGETHER: Decimal = Decimal::from_parts(16, 0, 0, false, 1);
/// Fewer digits that stay are chance: `5.000.000` and `50.000.000`.
const TELLING: u32 = 3;

/// An entity's amounts of two years, both above zero: its row in the later table, what it has there, and before.
pub(crate) struct Pair {
    pub row: usize,
    pub after: Decimal,
    pub before: Decimal,
}

impl Pair {
    /// How many times the larger the smaller goes into it, and whether it grew.
    fn times(&self) -> Option<(Decimal, bool)> {
        let grows = self.after >= self.before;
        let (large, small) = if grows { (self.after, self.before) } else { (self.before, self.after) };
        Some((large.checked_div(small)?, grows))
    }

    /// The same digits with one or two noughts more or less.
    fn has_its_digits(&self) -> bool {
        let (large, small) = (self.after.max(self.before), self.after.min(self.before));
        let is_times = |times: u32| small.checked_mul(times.into()) == Some(large);
        (is_times(10) || is_times(100)) && digits(small) >= TELLING
    }
}

/// How many digits an amount has without the noughts at its end.
pub(crate) fn digits(value: Decimal) -> u32 {
    let mut whole = value.normalize().mantissa().unsigned_abs();
    while whole > 0 && whole.is_multiple_of(10) {
        whole /= 10;
    }
    whole.checked_ilog10().map_or(0, |digits| digits + 1)
}

/// How far an amount went from one year to the next, at bounds halfway between powers of ten.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// As amounts go: less than threefold.
    Usual,
    Tenfold,
    Hundredfold,
    /// What business does at times, between those.
    Between,
}

fn step(times: Decimal) -> Step {
    let below = |bound: u32| times < bound.into();
    match () {
        () if below(3) => Step::Usual,
        () if below(6) => Step::Between,
        () if below(17) => Step::Tenfold,
        () if below(32) => Step::Between,
        () if below(317) => Step::Hundredfold,
        () => Step::Between,
    }
}

/// The rows that leapt by a power of ten while most of their column stayed and nearly nothing lies between.
pub(crate) fn leapt(pairs: &[Pair]) -> Vec<usize> {
    let steps: Vec<(&Pair, Step, bool)> =
        pairs.iter().filter_map(|pair| pair.times().map(|(times, grows)| (pair, step(times), grows))).collect();
    let count = |of: Step, grows: Option<bool>| {
        steps.iter().filter(|(_, own, grew)| *own == of && grows.is_none_or(|grows| grows == *grew)).count()
    };
    if steps.len() < FEW || count(Step::Usual, None) * 5 < steps.len() * 3 {
        return beyond_the_others(pairs);
    }
    // How far most of those that stayed went: what lost a digit went as far besides.
    let mut stayed: Vec<Decimal> = pairs.iter().filter_map(Pair::times).map(|(times, _)| times).collect();
    stayed.retain(|times| step(*times) == Step::Usual);
    stayed.sort_unstable();
    let spread = stayed.get(stayed.len() * 4 / 5).and_then(|spread| spread.checked_mul(WIDER)).unwrap_or(WIDER);
    let is_near = |pair: &Pair, power: u32| {
        let power = Decimal::from(power);
        pair.times().is_some_and(|(times, _)| {
            times.checked_mul(spread).is_some_and(|most| most >= power)
                && power.checked_mul(spread).is_some_and(|most| times <= most)
        })
    };
    let is_told = |pair: &Pair, own: Step, grows: bool| match own {
        Step::Hundredfold => pair.has_its_digits() || is_near(pair, 100),
        Step::Tenfold => {
            let tens =
                steps.iter().filter(|(pair, own, grew)| *own == Step::Tenfold && *grew == grows && is_near(pair, 10)).count();
            let others = count(Step::Tenfold, Some(grows)) + count(Step::Between, Some(grows)) - tens;
            pair.has_its_digits() || is_near(pair, 10) && tens >= ALIKE && others * 2 <= tens && spread <= QUIET
        }
        Step::Usual | Step::Between => false,
    };
    let told = steps.iter().filter(|(pair, own, grows)| is_told(pair, *own, *grows)).map(|(pair, ..)| pair.row);
    let mut told: Vec<usize> = told.collect();
    let beyond = beyond_the_others(pairs).into_iter().filter(|row| !told.contains(row)).collect::<Vec<_>>();
    told.extend(beyond);
    told
}

/// The rows that went at least five times as far as any other, where the others hardly moved: whatever they grew to,
/// their column's own steps are the measure. One or two; of a few rows even three of ten, where they went the same way
/// and about as far.
fn beyond_the_others(pairs: &[Pair]) -> Vec<usize> {
    let mut steps: Vec<(Decimal, bool, usize)> =
        pairs.iter().filter_map(|pair| pair.times().map(|(times, grows)| (times, grows, pair.row))).collect();
    steps.sort_unstable();
    let stayed = steps.partition_point(|(times, ..)| step(*times) == Step::Usual);
    let (stayed, gone) = steps.split_at(stayed);
    let (Some((farthest, ..)), Some((first, grows, _)), Some((last, ..))) = (stayed.last(), gone.first(), gone.last()) else {
        return Vec::new();
    };
    let is_times = |small: Decimal, times: Decimal, large: Decimal| small.checked_mul(times).is_some_and(|most| most <= large);
    let are_alike = gone.iter().all(|(_, grew, _)| grew == grows) && is_times(*last, Decimal::ONE, *first * TOGETHER);
    let are_few = gone.len() == 1 && stayed.len() >= FEW_STILL || gone.len() <= LONE && stayed.len() >= MANY;
    let are_some = are_alike && gone.len() > 1 && gone.len() * 7 <= steps.len() * 2 && stayed.len() >= FEW;
    let is_beyond = *farthest <= STILL && is_times(*farthest, BEYOND, *first);
    if is_beyond && (are_few || are_some) {
        gone.iter().map(|(.., row)| *row).collect::<BTreeSet<usize>>().into_iter().collect()
    } else {
        Vec::new()
    }
}

/// The one row of a handful that went at least seven times as far as any other, where these hardly moved.
pub(crate) fn lone(pairs: &[Pair]) -> Option<usize> {
    let mut steps: Vec<(Decimal, usize)> = pairs.iter().filter_map(|pair| Some((pair.times()?.0, pair.row))).collect();
    steps.sort_unstable();
    let ((last, row), others) = steps.split_last()?;
    let (farthest, _) = others.last().filter(|(farthest, _)| *farthest <= HARDLY)?;
    let is_told = others.len() >= FEWEST && farthest.checked_mul(FAR_BEYOND).is_some_and(|least| least <= *last);
    is_told.then_some(*row)
}

/// The rows of a column of a few, where all of them went about tenfold the same way and nearly as far as each other: a
/// nought too many or too few in all of them.
pub(crate) fn tenfold_together(pairs: &[Pair]) -> Vec<usize> {
    let mut times: Vec<(Decimal, bool)> = pairs.iter().filter_map(Pair::times).collect();
    times.sort_unstable();
    let (Some((least, grows)), Some((most, _))) = (times.first(), times.last()) else { return Vec::new() };
    let is_alike = least.checked_mul(WIDER).is_some_and(|bound| *most <= bound);
    let is_tenfold = (Decimal::from(8)..Decimal::from(13)).contains(least);
    let are_few = (2..FEW).contains(&pairs.len()) && times.len() == pairs.len();
    let is_told = are_few && is_alike && is_tenfold && times.iter().all(|(_, own)| own == grows);
    if is_told { pairs.iter().map(|pair| pair.row).collect() } else { Vec::new() }
}

/// A hundred, where most of a column went so far and the same way: the decimal commas of all of it were lost. How many
/// rows did. Of ten nobody knows: months are taken for a year by nearly as much, and a good year brings it.
pub(crate) fn shifted(pairs: &[Pair]) -> Option<(u32, usize)> {
    let of = |grows: bool| {
        let is_so_far =
            |pair: &&Pair| pair.times().is_some_and(|(times, grew)| grew == grows && step(times) == Step::Hundredfold);
        pairs.iter().filter(is_so_far).count()
    };
    let rows = of(true).max(of(false));
    (pairs.len() >= FEW && rows * 5 >= pairs.len() * 3).then_some((100, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(values: &[(i64, i64)]) -> Vec<Pair> {
        let pair = |(row, (before, after)): (usize, &(i64, i64))| Pair { row, after: (*after).into(), before: (*before).into() };
        values.iter().enumerate().map(pair).collect()
    }

    const STAYED: [(i64, i64); 8] = [
        (4_000_120, 4_310_250),
        (12_500_000, 11_100_000),
        (7_345_000, 9_000_125),
        (51_000_230, 48_123_000),
        (3_100_000, 4_000_000),
        (920_000, 700_500),
        (15_200_000, 15_900_000),
        (8_800_125, 9_912_000),
    ];

    #[test]
    fn a_few_that_all_went_tenfold_are_told_and_a_good_year_is_not() {
        let told = |values: &[(i64, i64)]| tenfold_together(&pairs(values));
        let few = [(1_358_023, 13_900_000), (1_738_261, 17_000_000), (2_118_499, 22_500_000)];
        assert_eq!(told(&few), [0, 1, 2]);
        assert_eq!(told(&few.map(|(before, after)| (after, before))), [0, 1, 2]);
        for values in [
            &[(1_358_023, 13_900_000)][..],
            &[(1_358_023, 13_900_000), (1_738_261, 1_700_000)],
            &[(1_358_023, 13_900_000), (1_738_261, 170_000)],
            &[(1_358_023, 8_900_000), (1_738_261, 21_000_000)],
            &STAYED,
        ] {
            assert!(told(values).is_empty(), "{values:?}");
        }
    }

    #[test]
    fn one_that_leapt_among_those_that_stayed() {
        for leap in [(4_000_000, 352_012_300), (352_012_300, 4_000_000), (1_234_500, 12_345_000)] {
            let all = [&STAYED[..], &[leap]].concat();
            assert_eq!(leapt(&pairs(&all)), [8], "{leap:?}");
        }
        // One business that grew fivefold, or tenfold among those that grew themselves, is nothing odd.
        assert!(leapt(&pairs(&[&STAYED[..], &[(1_200_000, 6_900_000)]].concat())).is_empty());
        for leap in [(1_200_000, 12_900_000), (5_000_000, 50_000_000), (900_000, 20_000_000)] {
            assert!(leapt(&pairs(&[&STAYED[..], &[(2_100_000, 3_500_000), leap]].concat())).is_empty(), "{leap:?}");
            assert!(leapt(&pairs(&[&STAYED[..5], &[leap]].concat())).is_empty(), "{leap:?}");
        }
    }

    /// Twelvefold, and two at a tenth or a twelfth, among a few that hardly moved.
    #[test]
    fn those_beyond_all_others_are_told_whatever_they_are_near_to() {
        let told = |leaps: &[(i64, i64)], of: usize| leapt(&pairs(&[&STAYED[..of], leaps].concat()));
        assert_eq!(told(&[(76_000_000, 1_026_000_000)], 7), [7]);
        assert_eq!(told(&[(1_026_000_000, 40_000_000)], 7), [7]);
        assert_eq!(told(&[(76_500_000, 6_691_666), (63_500_000, 7_141_666)], 6), [6, 7]);
        // Of a handful, where the others hardly moved.
        let alone = |of: usize| lone(&pairs(&[&STAYED[..of], &[(195_318_029, 18_198_554_100)]].concat()));
        assert_eq!([alone(1), alone(2), alone(8)], [None, Some(2), None]);
        // One that grew and one that fell, or one twice as far, are two chances.
        assert!(told(&[(76_500_000, 6_691_666), (6_691_666, 76_500_000)], 6).is_empty());
        assert!(told(&[(76_500_000, 8_500_100), (163_500_000, 7_141_666)], 6).is_empty());
    }

    #[test]
    fn one_that_leapt_among_many_that_hardly_moved() {
        let still: Vec<(i64, i64)> = (1..=12).map(|n| (n * 4_100_120, n * 4_100_120 * (95 + 3 * n) / 100)).collect();
        for leap in [(9_345_000, 112_640_300), (112_640_300, 9_345_000)] {
            assert_eq!(leapt(&pairs(&[&still[..], &[leap]].concat())), [12], "{leap:?}");
        }
        let grown = [(9_345_000, 112_640_300), (4_200_000, 9_100_000)];
        assert!(leapt(&pairs(&[&still[..], &grown].concat())).is_empty(), "another that grew twofold");
    }

    #[test]
    fn where_many_grew_by_all_kinds_of_factors_nothing_is_told() {
        let growing = [(1_000_100, 4_100_000), (1_000_100, 5_200_000), (1_000_100, 20_000_000), (1_000_100, 34_000_000)];
        assert!(leapt(&pairs(&[&STAYED[..], &growing].concat())).is_empty());
        let alike = [(1_000_100, 11_100_000), (2_000_100, 19_300_000), (3_000_100, 34_000_000)];
        assert_eq!(leapt(&pairs(&[&STAYED[..], &alike].concat())), [8, 9, 10]);
    }

    #[test]
    fn a_column_of_which_the_commas_were_lost() {
        let times = |factor: i64| STAYED.iter().map(|(before, after)| (*before, after * factor)).collect::<Vec<_>>();
        assert_eq!(shifted(&pairs(&times(25))), None);
        assert_eq!(shifted(&pairs(&times(100))), Some((100, 8)));
        assert_eq!(shifted(&pairs(&STAYED)), None);
        // Half of them grew, half fell.
        let both: Vec<(i64, i64)> =
            times(100).iter().enumerate().map(|(at, (a, b))| if at % 2 == 0 { (*a, *b) } else { (*b, *a) }).collect();
        assert_eq!(shifted(&pairs(&both)), None);
    }
}
