//! Formulas that are sound and yet compute what their makers hardly meant.

use super::growth::{Growth, growth, same_thing};
use super::{ArithmeticOp, Expr, Formula, Node, YearRef};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What a formula seems to have wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slip {
    /// Shown in per cent, and a quotient that nothing multiplies by 100.
    WithoutHundred,
    /// A growth since the year before, over the later year's own figure.
    OverOwnYear,
    /// The year before less the later one: what grew is below zero.
    Backwards,
}

/// What the figure of a formula is said to be.
#[derive(Clone, Copy, Default, Debug)]
pub struct Stated {
    pub is_percent: bool,
    /// How much more something became.
    pub is_growth: bool,
}

/// A measure that a formula names: its formula, and whether its figures are in per cent already.
pub struct Named<'f> {
    pub formula: Option<&'f Formula>,
    pub is_percent: bool,
}

/// What a formula whose figure is stated so seems to have wrong.
pub fn slips<'f>(formula: &Formula, stated: Stated, named: &dyn Fn(&str) -> Option<Named<'f>>) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut seen = Seen::default();
    seen.look(&formula.root, named);
    if stated.is_percent && seen.divides && !seen.scales {
        found.push(Slip::WithoutHundred);
    }
    let mut is_over_own = false;
    formula.root.walk(&mut |node| is_over_own |= over_own_year(node, named));
    if is_over_own {
        found.push(Slip::OverOwnYear);
    }
    let mut is_backwards = false;
    formula.root.walk(&mut |node| is_backwards |= stated.is_growth && takes_the_later_away(node));
    if is_backwards {
        found.push(Slip::Backwards);
    }
    found
}

/// `a[n-1] - a[n]`.
fn takes_the_later_away(node: &Node) -> bool {
    let Expr::Arithmetic { op: ArithmeticOp::Subtract, left, right } = &node.expr else { return false };
    let (Some(before), Some(after)) = (years_back(left), years_back(right)) else { return false };
    before > after && same_thing(left, right)
}

/// How many years before its own a measure's figure is taken.
fn years_back(node: &Node) -> Option<i32> {
    match &node.expr {
        Expr::Name { sumber: None, year: YearRef::Back(back), .. } => Some(*back),
        _ => None,
    }
}

/// Whether a condition of the formula holds a field against a date of the years that it is
/// taken at, which is the same date in every one of them.
pub fn has_date_of(formula: &Formula, years: &BTreeSet<Year>) -> bool {
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return false };
    let mut found = false;
    formula.root.walk(&mut |node| {
        // What is told of a year may be done in the one after it.
        found |= matches!(&node.expr, Expr::Date(date) if (first.0..=last.0 + 1).contains(&date.year));
    });
    found && first != last
}

/// What stands in a formula and in those of the measures it names.
#[derive(Default)]
struct Seen {
    /// A figure divided by another.
    divides: bool,
    /// A hundred, or figures that are in per cent themselves.
    scales: bool,
    names: BTreeSet<String>,
}

impl Seen {
    fn look<'f>(&mut self, node: &Node, named: &dyn Fn(&str) -> Option<Named<'f>>) {
        match &node.expr {
            Expr::Number(value) => self.scales |= is_hundred(*value),
            Expr::Arithmetic { op: ArithmeticOp::Divide, right, .. } => self.divides |= !matches!(right.expr, Expr::Number(_)),
            // The rows' own conditions are none of the figure's scale.
            Expr::Aggregate(_) => return,
            Expr::Name { sumber: None, name, .. } if self.names.insert(name.clone()) => {
                if let Some(named_one) = named(name) {
                    self.scales |= named_one.is_percent;
                    if let Some(formula) = named_one.formula {
                        self.look(&formula.root, named);
                    }
                }
            }
            _ => {}
        }
        for child in node.children() {
            self.look(child, named);
        }
    }
}

fn is_hundred(value: Decimal) -> bool {
    [Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND, Decimal::new(1, 2), Decimal::new(1, 3)].contains(&value)
}

/// `(a[n] - a[n-1]) / a[n]`.
fn over_own_year<'f>(node: &Node, named: &dyn Fn(&str) -> Option<Named<'f>>) -> bool {
    growth(node, &|name| named(name)?.formula, None).all().iter().any(is_over_own_year)
}

fn is_over_own_year(growth: &Growth) -> bool {
    let mut of_base: Vec<(&Node, i32)> = Vec::new();
    growth.base.walk(&mut |part| of_base.extend(years_back(part).map(|own| (part, own))));
    let mut is_since = false;
    growth.change.walk(&mut |part| {
        is_since |=
            years_back(part).is_some_and(|other| of_base.iter().any(|(base, own)| same_thing(part, base) && other > *own));
    });
    is_since
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse;

    fn told(text: &str, is_percent: bool) -> Vec<Slip> {
        let (formula, share) = (parse(text).unwrap(), parse("a / b").unwrap());
        slips(&formula, Stated { is_percent, is_growth: false }, &|name| match name {
            "share" => Some(Named { formula: Some(&share), is_percent: false }),
            "rate" => Some(Named { formula: None, is_percent: true }),
            "a" | "b" => Some(Named { formula: None, is_percent: false }),
            _ => None,
        })
    }

    #[test]
    fn a_quotient_in_per_cent_wants_a_hundred() {
        for text in ["a / b", "(a[n] - a[n-1]) / a[n-1]", "a[n] / a[n-1] - 1", "share", "ROUND(share, 4)", "2 * a / b"] {
            assert_eq!(told(text, true), [Slip::WithoutHundred], "{text}");
            assert_eq!(told(text, false), [], "{text}");
        }
        for text in [
            "a / b * 100",
            "100 * share",
            "a / (b / 100)",
            "a / b / 0.01",
            "a",
            "a * 0.5",
            "a / 2",
            "(rate * a + rate * b) / (a + b)",
        ] {
            assert_eq!(told(text, true), [], "{text}");
        }
        assert_eq!(told("IF(a[n] > a[n-1], 100, IF(a[n] = a[n-1], 75, 50))", true), []);
    }

    #[test]
    fn a_date_of_one_year_is_no_other_years() {
        let of = |text: &str, years: &[i32]| has_date_of(&parse(text).unwrap(), &years.iter().map(|year| Year(*year)).collect());
        let held = "COUNT(k WHERE tanggal_rat >= 2021-01-01 AND tanggal_rat <= 2021-12-31)";
        assert!(of(held, &[2020, 2021]) && of(held, &[2021, 2022]) && of(held, &[2019, 2020]));
        assert!(!of(held, &[2021]) && !of(held, &[2018, 2019]) && !of("COUNT(k WHERE berdiri < 2010-01-01)", &[2020, 2021]));
        assert!(!of("COUNT(k)", &[2020, 2021]));
    }

    #[test]
    fn what_grows_is_the_later_year_less_the_one_before() {
        let told = |text: &str, is_growth| slips(&parse(text).unwrap(), Stated { is_percent: true, is_growth }, &|_| None);
        for text in ["(a[n-1] - a[n]) / a[n-1] * 100", "100 * (a[n-1] - a) / a[n-1]", "a[n-2] - a[n-1]"] {
            assert!(told(text, true).contains(&Slip::Backwards), "{text}");
            assert!(!told(text, false).contains(&Slip::Backwards), "{text}");
        }
        for text in ["(a[n] - a[n-1]) / a[n-1] * 100", "a[n] - b[n]", "a[n-1] - b[n]", "a[n-1] / a[n]"] {
            assert!(!told(text, true).contains(&Slip::Backwards), "{text}");
        }
    }

    #[test]
    fn a_growth_is_over_the_year_before() {
        for text in [
            "(a[n] - a[n-1]) / a[n] * 100",
            "(a - a[n-1]) * 100 / a",
            "100 - a[n-1] / a[n] * 100",
            "(a + b - (a[n-1] + b[n-1])) / (a + b) * 100",
        ] {
            assert_eq!(told(text, true), [Slip::OverOwnYear], "{text}");
        }
        for text in
            ["(a[n] - a[n-1]) / a[n-1] * 100", "(a[n-1] - a[n]) / a[n-1] * 100", "(a - b) / a * 100", "a[n-1] / a[n] * 100"]
        {
            assert_eq!(told(text, true), [], "{text}");
        }
    }
}
