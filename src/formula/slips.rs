//! Formulas that are sound and yet compute what their makers hardly meant.

use super::growth::{Growth, growth, same_thing};
use super::{ArithmeticOp, CompareOp, Expr, Formula, Node, YearRef, clean_text};
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
    /// A growth, and the later year's figure over the earlier one's, of which nothing is taken away.
    NotLessBefore,
    /// Counts over the same rows added up.
    Twice,
    /// A field is to be two texts at once: no row ever is.
    Never,
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
    if stated.is_growth && stated.is_percent && is_bare_quotient(&formula.root) {
        found.push(Slip::NotLessBefore);
    }
    let (mut is_twice, mut is_never) = (false, false);
    formula.root.walk(&mut |node| {
        is_twice |= adds_twice(node);
        is_never |= is_never_so(node);
    });
    found.extend(is_twice.then_some(Slip::Twice));
    found.extend(is_never.then_some(Slip::Never));
    found
}

/// `a[n] / a[n-1] * 100`: a quotient of two years of one thing, and nothing that is taken away.
fn is_bare_quotient(root: &Node) -> bool {
    let (mut divides, mut takes_away) = (false, false);
    root.walk(&mut |node| match &node.expr {
        Expr::Arithmetic { op: ArithmeticOp::Subtract, .. } | Expr::Negate(_) => takes_away = true,
        Expr::Arithmetic { op: ArithmeticOp::Divide, left, right } => {
            let years = years_back(left).zip(years_back(right));
            divides |= same_thing(left, right) && years.is_some_and(|(own, before)| before > own);
        }
        _ => {}
    });
    divides && !takes_away
}

/// `COUNT(a WHERE b = "mikro") + COUNT(a WHERE b = "Mikro")`.
fn adds_twice(node: &Node) -> bool {
    let mut terms = Vec::new();
    let mut left = vec![node];
    while let Some(next) = left.pop() {
        match &next.expr {
            Expr::Arithmetic { op: ArithmeticOp::Add, left: one, right } => left.extend([&**one, &**right]),
            Expr::Aggregate(_) if !std::ptr::eq(next, node) => terms.push(next),
            _ => {}
        }
    }
    (1..terms.len()).any(|at| terms[..at].iter().any(|other| is_same(other, terms[at])))
}

/// Whether two parts are one, their texts as conditions compare them.
fn is_same(one: &Node, other: &Node) -> bool {
    let folded = |text: &str| clean_text(text).to_lowercase();
    let is_kin = match (&one.expr, &other.expr) {
        (Expr::Text(one), Expr::Text(other)) => folded(one) == folded(other),
        (Expr::Compare { op: one, .. }, Expr::Compare { op: other, .. }) => one == other,
        (Expr::Arithmetic { op: one, .. }, Expr::Arithmetic { op: other, .. }) => one == other,
        (Expr::In { negated: one, .. }, Expr::In { negated: other, .. })
        | (Expr::IsEmpty { negated: one, .. }, Expr::IsEmpty { negated: other, .. }) => one == other,
        (Expr::Aggregate(one), Expr::Aggregate(other)) => {
            (one.function, &one.sumber, &one.isian) == (other.function, &other.sumber, &other.isian)
        }
        (Expr::And(_), Expr::And(_)) | (Expr::Or(_), Expr::Or(_)) | (Expr::Not(_), Expr::Not(_)) => true,
        (one, other) => one == other,
    };
    let (ones, others) = (one.children(), other.children());
    is_kin && ones.len() == others.len() && ones.iter().zip(&others).all(|(one, other)| is_same(one, other))
}

/// `skala = "mikro" AND skala = "kecil"`.
fn is_never_so(node: &Node) -> bool {
    let Expr::And(parts) = &node.expr else { return false };
    let demanded = |part: &Node| {
        let Expr::Compare { op: CompareOp::Equal, left, right } = &part.expr else { return None };
        match (&left.expr, &right.expr) {
            (Expr::Name { name, year, .. }, Expr::Text(text)) | (Expr::Text(text), Expr::Name { name, year, .. }) => {
                Some(((name.clone(), *year), clean_text(text).to_lowercase()))
            }
            _ => None,
        }
    };
    let demanded: Vec<_> = parts.iter().filter_map(demanded).collect();
    let differs = |at: usize| demanded[..at].iter().any(|own| own.0 == demanded[at].0 && own.1 != demanded[at].1);
    (1..demanded.len()).any(differs)
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
    fn formulas_that_count_twice_or_never_or_take_nothing_away() {
        let told = |text: &str, is_growth| slips(&parse(text).unwrap(), Stated { is_percent: true, is_growth }, &|_| None);
        assert_eq!(told("a[n] / a[n-1] * 100", true), [Slip::NotLessBefore]);
        assert_eq!(told("a[n] / a[n-1] * 100", false), []);
        for text in ["(a[n] - a[n-1]) / a[n-1] * 100", "a / b * 100", "a[n] / a[n-1] * 100 - 100"] {
            assert_eq!(told(text, true), [], "{text}");
        }
        for text in [
            "COUNT(k WHERE skala = \"mikro\") + COUNT(k WHERE skala = \"Mikro \")",
            "SUM(k.a) + 2 * b + SUM(k.a)",
            "COUNT(k WHERE x IN (\"A\", \"b\")) + COUNT(k) + COUNT(k WHERE x IN (\"a\", \"B\"))",
        ] {
            assert_eq!(told(text, false), [Slip::Twice], "{text}");
        }
        for text in
            ["COUNT(k WHERE skala = \"mikro\") + COUNT(k WHERE skala = \"kecil\")", "SUM(k.a) + SUM(k.a[n-1])", "COUNT(k)"]
        {
            assert_eq!(told(text, false), [], "{text}");
        }
        assert_eq!(told("COUNT(k WHERE skala = \"mikro\" AND skala = \"kecil\")", false), [Slip::Never]);
        for text in [
            "COUNT(k WHERE skala = \"mikro\" AND skala = \"Mikro\")",
            "COUNT(k WHERE skala = \"mikro\" OR skala = \"kecil\")",
            "COUNT(k WHERE skala = \"mikro\" AND skala[n-1] = \"kecil\")",
        ] {
            assert_eq!(told(text, false), [], "{text}");
        }
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
