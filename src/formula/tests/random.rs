//! Random texts and trees: nothing panics, and what is exact is exact.

use crate::formula::excel::Workbook;
use crate::formula::sample::{formula, measures, names, umkm};
use crate::formula::{
    Evaluator, FormulaErrorKind, Nouns, Operand, Outcome, Role, Root, SyntaxErrorKind, check, collect_needs, parse, phrase, print,
};
use crate::vocabulary::Year;
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A row's number.
fn row_number() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("omset"),
        Just("omset[n-1]"),
        Just("tenaga_kerja"),
        Just("tenaga_kerja[2020]"),
        Just("omset[n]"),
        Just("0"),
        Just("1"),
        Just("100"),
        Just("150.25"),
        Just("0.5"),
    ]
    .prop_map(str::to_owned);
    leaf.prop_recursive(2, 8, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} - {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} + {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) * ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) / ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("(({a}) - ({b})) / ({b})")),
            inner.clone().prop_map(|a| format!("-({a})")),
            inner.clone().prop_map(|a| format!("ABS({a})")),
            inner.clone().prop_map(|a| format!("ROUND({a}, 1)")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("IF(aktif, {a}, {b})")),
        ]
    })
}

/// A row's condition.
pub(in crate::formula) fn condition() -> impl Strategy<Value = String> {
    let op = prop_oneof![Just("="), Just("<>"), Just("<"), Just("<="), Just(">"), Just(">=")];
    let text = prop_oneof![Just("skala_usaha"), Just("skala_usaha[n-1]"), Just("kecamatan"), Just("nib[2020]"), Just("nib")];
    let literal = prop_oneof![Just("\" Mikro\""), Just("\"kecil\""), Just("\"purworejo\""), Just("\"x2\""), Just("\"g*\"")];
    let leaf = prop_oneof![
        (row_number(), op.clone(), row_number()).prop_map(|(a, op, b)| format!("{a} {op} {b}")),
        (text.clone(), prop_oneof![Just("="), Just("<>")], literal.clone()).prop_map(|(a, op, b)| format!("{a} {op} {b}")),
        (text.clone(), prop_oneof![Just("="), Just("<>")], text.clone()).prop_map(|(a, op, b)| format!("{a} {op} {b}")),
        (text.clone(), any::<bool>(), literal.clone(), literal)
            .prop_map(|(a, not, b, c)| format!("{a}{} IN ({b}, {c})", if not { " NOT" } else { "" })),
        (row_number(), any::<bool>())
            .prop_map(|(a, not)| format!("{a}{} IN (1, 200, omset[n-1])", if not { " NOT" } else { "" })),
        (text, any::<bool>()).prop_map(|(a, not)| format!("{a} IS{} EMPTY", if not { " NOT" } else { "" })),
        prop_oneof![Just("aktif"), Just("aktif[n-1]"), Just("aktif = 0"), Just("aktif <> aktif[n-1]"), Just("berdiri IS EMPTY")]
            .prop_map(str::to_owned),
        (op, prop_oneof![Just("berdiri[n-1]"), Just("2015-01-31"), Just("1990-01-01")])
            .prop_map(|(op, b)| format!("berdiri {op} {b}")),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} AND {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} OR {b})")),
            inner.prop_map(|a| format!("NOT ({a})")),
        ]
    })
}

/// A figure.
pub(in crate::formula) fn figure() -> impl Strategy<Value = String> {
    let source = prop_oneof![Just(String::new()), condition().prop_map(|c| format!(" WHERE {c}"))];
    let function = prop_oneof![Just("SUM"), Just("AVERAGE"), Just("MEDIAN"), Just("MIN"), Just("MAX"), Just("COUNT_DISTINCT")];
    let number = prop_oneof![Just("omset"), Just("tenaga_kerja"), Just("omset[n-1]"), Just("aktif"), Just("tenaga_kerja[2020]")];
    let any_field = prop_oneof![Just("kecamatan"), Just("nib[n-1]"), Just("berdiri"), Just("skala_usaha"), Just("nik")];
    let leaf = prop_oneof![
        (function, number, source.clone()).prop_map(|(f, field, c)| format!("{f}(umkm.{field}{c})")),
        source.clone().prop_map(|c| format!("COUNT(umkm{c})")),
        (any_field, source).prop_map(|(field, c)| format!("COUNT_DISTINCT(umkm.{field}{c})")),
        prop_oneof![Just("a[n]"), Just("a[n-1]"), Just("rugi[n-1]"), Just("nol"), Just("tiada"), Just("jauh[n-5]"), Just("b")]
            .prop_map(str::to_owned),
        prop_oneof![Just("0"), Just("2"), Just("100"), Just("0.25")].prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} - {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} + {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} * ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) / ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} - {b}) / {b} * 100")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) / ({b}) - 1")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} - {b}) / IF({b} <> 0, {b}, 1)")),
            inner.clone().prop_map(|a| format!("-({a})")),
            inner.clone().prop_map(|a| format!("ROUND(ABS({a}), 2)")),
            (inner.clone(), inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c, d)| format!("IF({a} > {b}, {c}, {d})")),
            (inner.clone(), inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c, d)| format!("IF({a} <= {b} AND NOT {c} IN (0, 2) OR {d} = 1, {c}, {d})")),
        ]
    })
}

pub(in crate::formula) const MEASURES: [&str; 6] = [
    "a = SUM(umkm.omset)",
    "b = COUNT(umkm WHERE omset > omset[n-1]) / 3",
    "rugi = |2021: 50; 2020: -20.5",
    "nol = a - a",
    "tiada = SUM(umkm.omset WHERE omset IS EMPTY)",
    "jauh = COUNT(umkm)",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        if let Err(error) = parse(&text) {
            prop_assert!(text.get(error.span.clone()).is_some());
            error.caret(&text);
            error.words();
        }
    }

    #[test]
    fn any_words_are_read_or_refused(words in prop::collection::vec(prop::sample::select(vec![
        "SUM", "COUNT", "IF", "ROUND", "(", ")", "[", "]", "n", "-", "+", "*", "/", "umkm", ".", "omset", "WHERE", "AND", "OR",
        "NOT", "IN", "IS", "EMPTY", "\"x\"", "1", "2019", "2022-01-31", "=", "<>", "<", ",", "“", "%", "1.000",
    ]), 0..25)) {
        let text = words.join(" ");
        match parse(&text) {
            Err(error) => {
                prop_assert!(text.get(error.span.clone()).is_some());
            }
            Ok(formula) => all_masters(&formula.text),
        }
    }

    #[test]
    fn every_sound_formula_has_its_four_faces(text in figure()) {
        // What nests its parts four times over may come out longer than any formula may be: that is refused.
        if let Err(error) = parse(&text) {
            let is_too_much = matches!(error.kind, SyntaxErrorKind::TooLong | SyntaxErrorKind::TooDeep);
            prop_assert!(is_too_much && text.len() > 1_000, "{text}: {:?}", error.kind);
            return Ok(());
        }
        all_masters(&text);
        let given = measures(&MEASURES);
        let errors = check(&formula(&text), &names(&given), Role::Indicator);
        prop_assert!(errors.iter().all(|error| error.kind == FormulaErrorKind::TooComplexForExcel), "{text}: {errors:?}");
    }

    #[test]
    fn arithmetic_equals_big_rationals(tree in tree()) {
        let none = Default::default();
        let data = Default::default();
        let outcome = Evaluator::new(&data, &none).formula(&formula(&tree.text()), Year(2021));
        match (tree.value(), &outcome.outcome) {
            (None, Outcome::Undefined(_)) => {}
            (Some(expected), Outcome::Number(shown)) => {
                let ten = |power: u32| BigRational::from_integer(BigInt::from(10).pow(power));
                let shown = BigRational::new(shown.mantissa().into(), BigInt::from(10).pow(shown.scale()));
                // 25 significant digits, or the 28th decimal.
                let error = if expected < shown { &shown - &expected } else { &expected - &shown };
                let size = if expected < BigRational::from_integer(0.into()) { -&expected } else { expected.clone() };
                prop_assert!(&error * ten(28) <= BigRational::from_integer(1.into()) || error * ten(25) <= size);
                // The text keeps 28 digits however small the value is.
                let exact = outcome.exact.unwrap();
                let text = exact.text();
                let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
                let digits: BigInt = format!("{whole}{decimals}").parse().unwrap();
                let written = BigRational::new(digits, BigInt::from(10).pow(decimals.len() as u32));
                let error = if expected < written { &written - &expected } else { &expected - &written };
                prop_assert!(error * ten(27) <= size, "{text}");
            }
            // Too large for a Decimal.
            (Some(expected), Outcome::Undefined(_)) => {
                let limit = BigRational::from_integer(BigInt::from(7) * BigInt::from(10).pow(28));
                prop_assert!(expected > limit || expected < -limit);
            }
            (None, Outcome::Number(_)) => prop_assert!(false),
        }
    }
}

/// Evaluates, traces, prints and makes live whatever parses, checked or not.
fn all_masters(text: &str) {
    let (data, given) = (umkm(), measures(&MEASURES));
    let formula = formula(text);
    check(&formula, &names(&given), Role::Measure("a"));
    let evaluator = Evaluator::new(&data, &given);
    let evaluated = evaluator.formula(&formula, Year(2021));
    collect_needs(&given, &[Root { formula: &formula, tahun: Year(2021), required: true, untuk: "1.1" }]);
    let printed = print(&formula, &mut |operand: Operand| phrase(operand, Nouns { measures: &given, butir: &BTreeMap::new() }));
    printed.single_fraction();
    assert!(!printed.linear().is_empty());
    let mut workbook = Workbook::new(&evaluator);
    let cell = workbook.indicator("1.1", &formula, Year(2021));
    assert_eq!(
        matches!(evaluated.outcome, Outcome::Number(_)),
        matches!(cell.result, crate::formula::excel::CellResult::Number(_))
    );
    for ((sumber, tahun), helpers) in workbook.finish() {
        let rows = data.table(&sumber, tahun).unwrap().rows.len();
        assert!(helpers.iter().all(|helper| helper.results.len() == rows));
    }
}

/// Arithmetic, worked out a second time by other means.
#[derive(Clone, Debug)]
enum Tree {
    Number(i64, u32),
    Negate(Box<Tree>),
    Op(char, Box<Tree>, Box<Tree>),
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = (0i64..1_000_000_000_000, 0u32..12).prop_map(|(digits, scale)| Tree::Number(digits, scale));
    leaf.prop_recursive(6, 40, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|tree| Tree::Negate(tree.into())),
            (prop::sample::select(vec!['+', '-', '*', '/']), inner.clone(), inner).prop_map(|(op, left, right)| Tree::Op(
                op,
                left.into(),
                right.into()
            )),
        ]
    })
}

impl Tree {
    fn text(&self) -> String {
        match self {
            // One digit more after the point, so that no number reads two ways.
            Tree::Number(digits, 0) => digits.to_string(),
            Tree::Number(digits, scale) => {
                let text = format!("{digits:0width$}0", width = *scale as usize + 1);
                let (whole, decimals) = text.split_at(text.len() - *scale as usize - 1);
                let filler = if decimals.len() == 3 { "0" } else { "" };
                format!("{whole}.{decimals}{filler}")
            }
            Tree::Negate(inner) => format!("-({})", inner.text()),
            Tree::Op(op, left, right) => format!("({}) {op} ({})", left.text(), right.text()),
        }
    }

    fn value(&self) -> Option<BigRational> {
        Some(match self {
            Tree::Number(digits, scale) => BigRational::new((*digits).into(), BigInt::from(10).pow(*scale)),
            Tree::Negate(inner) => -inner.value()?,
            Tree::Op(op, left, right) => {
                let (left, right) = (left.value()?, right.value()?);
                match op {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    _ if right == BigRational::from_integer(0.into()) => return None,
                    _ => left / right,
                }
            }
        })
    }
}
