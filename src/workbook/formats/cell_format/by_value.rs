//! Codes whose sections show numbers otherwise by their sign or size: `#,##0;#,##0`
//! takes the minus from what is below zero, `[<1000000]#,##0;#,##0,` divides the great ones alone.
//!
//! Which section a number falls to is that of ECMA-376 18.8.31, as SheetJS and LibreOffice read it.

use super::CellFormat;
use super::section::Section;
use crate::workbook::sheet::{NumberStyle, OddShow};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What the sections for numbers make of them, in order: the first whose condition is met is a number's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ByValue([Option<Part>; 3]);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Part {
    when: When,
    style: NumberStyle,
    shows_number: bool,
    is_negative: bool,
    is_plain_but_sign: bool,
    /// Only numbers below zero come to it: it puts no minus of its own.
    is_of_negatives: bool,
}

/// Which numbers a section is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum When {
    /// All that came to no section before.
    Rest,
    Is {
        order: Order,
        limit: Decimal,
    },
}

/// How a number stands to a limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Order {
    less: bool,
    equal: bool,
    greater: bool,
}

impl ByValue {
    /// The sections, where they differ from one that shows all numbers as the `whole` code does.
    pub(super) fn of(sections: &[Section<'_>], whole: CellFormat) -> Option<Self> {
        let is_number = matches!(whole, CellFormat::General | CellFormat::Scaled { .. } | CellFormat::Odd(_));
        let own = sections.len().min(3);
        // The last of two or three is for texts where it has a place for one, as a fourth is.
        let of_text = sections.len() <= 3 && sections.last().is_some_and(|section| section.is_of_text);
        let sections = &sections[..own - usize::from(of_text && own > 1)];
        if !is_number || sections.len() < 2 {
            return None;
        }
        let conditions = conditions(sections);
        let mut parts = [None; 3];
        for (at, (section, when)) in sections.iter().zip(conditions).enumerate() {
            parts[at] = Some(Part {
                when,
                style: section.format.or(section.plain()).map_or(NumberStyle::General, CellFormat::fixed_style),
                shows_number: section.shows_number,
                is_negative: section.is_negative,
                is_plain_but_sign: section.is_plain_but_sign,
                is_of_negatives: is_of_negatives(&conditions[..=at]),
            });
        }
        let all = Self(parts);
        // One above and one below each limit, and the limits: no other number falls otherwise.
        let limits = conditions.iter().filter_map(When::limit).chain([Decimal::ZERO]);
        let samples = limits.flat_map(around);
        let differs = |value: Decimal| !value.is_zero() && all.style(value) != whole.fixed_style();
        samples.into_iter().any(differs).then_some(all)
    }

    /// What a number is shown as.
    pub(super) fn style(&self, value: Decimal) -> NumberStyle {
        let Some(part) = self.0.iter().flatten().find(|part| part.when.holds(value)) else { return NumberStyle::General };
        part.style(value)
    }
}

impl Part {
    fn style(&self, value: Decimal) -> NumberStyle {
        if !self.shows_number {
            // `[=1]"v"` is a name of that one value; of no amount at all a dash is told.
            let is_name = value.is_zero() || matches!(self.when, When::Is { order, .. } if order == Order::EQUAL);
            return if is_name { NumberStyle::General } else { NumberStyle::Odd(OddShow::Unseen) };
        }
        if value >= Decimal::ZERO {
            return if value.is_zero() && self.style == NumberStyle::Odd(OddShow::Negative) {
                NumberStyle::General
            } else {
                self.style
            };
        }
        match self.style {
            NumberStyle::Odd(OddShow::Negative) => NumberStyle::General,
            NumberStyle::Odd(OddShow::Altered) if self.is_plain_but_sign => NumberStyle::General,
            NumberStyle::General | NumberStyle::Scaled { .. } if self.is_of_negatives && !self.is_negative => {
                NumberStyle::Odd(OddShow::Signless)
            }
            style => style,
        }
    }
}

impl When {
    fn limit(&self) -> Option<Decimal> {
        match self {
            When::Rest => None,
            When::Is { limit, .. } => Some(*limit),
        }
    }

    fn holds(&self, value: Decimal) -> bool {
        match self {
            When::Rest => true,
            When::Is { order, limit } => order.holds(value.cmp(limit)),
        }
    }

    /// `<0`, `>=1000`: what stands in a section's brackets.
    fn read(condition: &str) -> Option<Self> {
        let digits = condition.trim_start_matches(['<', '>', '=']);
        let sign = &condition[..condition.len() - digits.len()];
        let order = match sign {
            "<" => Order::LESS,
            "<=" => Order { equal: true, ..Order::LESS },
            ">" => Order::GREATER,
            ">=" => Order { equal: true, ..Order::GREATER },
            "=" => Order::EQUAL,
            "<>" => Order { equal: false, less: true, greater: true },
            _ => return None,
        };
        Some(When::Is { order, limit: digits.trim().parse().ok()? })
    }
}

impl Order {
    const LESS: Order = Order { less: true, equal: false, greater: false };
    const EQUAL: Order = Order { less: false, equal: true, greater: false };
    const GREATER: Order = Order { less: false, equal: false, greater: true };

    fn holds(self, ordering: Ordering) -> bool {
        match ordering {
            Ordering::Less => self.less,
            Ordering::Equal => self.equal,
            Ordering::Greater => self.greater,
        }
    }
}

/// The conditions of two or three sections: their own, or what they are for where they say nothing.
fn conditions(sections: &[Section<'_>]) -> [When; 3] {
    let own = |at: usize| sections.get(at).and_then(|section| section.condition).and_then(When::read);
    let zero = |order: Order| When::Is { order, limit: Decimal::ZERO };
    let is_two = sections.len() == 2;
    match (own(0), own(1)) {
        (None, None) if is_two => [zero(Order { equal: true, ..Order::GREATER }), When::Rest, When::Rest],
        (None, None) => [zero(Order::GREATER), zero(Order::LESS), When::Rest],
        (Some(first), None) if is_two => [first, When::Rest, When::Rest],
        (Some(first), None) => [first, zero(Order::LESS), When::Rest],
        (None, Some(second)) => [zero(Order::GREATER), second, When::Rest],
        (Some(first), Some(second)) => [first, second, When::Rest],
    }
}

/// A limit, and one below and one above it.
fn around(limit: Decimal) -> [Decimal; 3] {
    [limit.saturating_sub(Decimal::ONE), limit, limit.saturating_add(Decimal::ONE)]
}

/// Whether nothing but numbers below zero comes to the last of these: it may say so, or the ones before leave no other.
fn is_of_negatives(conditions: &[When]) -> bool {
    let Some((last, before)) = conditions.split_last() else { return false };
    let takes = |value: Decimal| last.holds(value) && !before.iter().any(|earlier| earlier.holds(value));
    let limits = conditions.iter().filter_map(When::limit).chain([Decimal::ZERO]);
    let near = limits.flat_map(around);
    !near.into_iter().any(|value| value > Decimal::ZERO && takes(value))
}
