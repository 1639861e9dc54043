//! What is a formula, and what is said of what is none.

use crate::formula::{ArithmeticOp, CompareOp, Expr, Node, SyntaxErrorKind as K, YearRef, parse};
use crate::vocabulary::Year;

/// A tree in one line, fully parenthesised.
fn shape(node: &Node) -> String {
    let all = |parts: &[Node]| parts.iter().map(shape).collect::<Vec<_>>().join(" ");
    match &node.expr {
        Expr::Number(value) => value.to_string(),
        Expr::Text(text) => format!("\"{text}\""),
        Expr::Date(date) => date.to_string(),
        Expr::Name { sumber, name, year } => {
            let year = match year {
                YearRef::Back(0) => String::new(),
                YearRef::Back(years) => format!("[-{years}]"),
                YearRef::Fixed(year) => format!("[{year}]"),
            };
            format!("{}{name}{year}", sumber.as_ref().map(|sumber| format!("{sumber}.")).unwrap_or_default())
        }
        Expr::Negate(inner) => format!("(neg {})", shape(inner)),
        Expr::Arithmetic { op, left, right } => {
            let sign = match op {
                ArithmeticOp::Add => "+",
                ArithmeticOp::Subtract => "-",
                ArithmeticOp::Multiply => "*",
                ArithmeticOp::Divide => "/",
            };
            format!("({sign} {} {})", shape(left), shape(right))
        }
        Expr::Compare { op, left, right } => format!("({} {} {})", CompareOp::sign(*op), shape(left), shape(right)),
        Expr::In { value, list, negated } => {
            format!("({} {} {})", if *negated { "notin" } else { "in" }, shape(value), all(list))
        }
        Expr::IsEmpty { value, negated } => format!("({} {})", if *negated { "filled" } else { "empty" }, shape(value)),
        Expr::And(parts) => format!("(and {})", all(parts)),
        Expr::Or(parts) => format!("(or {})", all(parts)),
        Expr::Not(inner) => format!("(not {})", shape(inner)),
        Expr::If { condition, then, otherwise } => format!("(if {} {} {})", shape(condition), shape(then), shape(otherwise)),
        Expr::Abs(inner) => format!("(abs {})", shape(inner)),
        Expr::Round { value, digits } => format!("(round {} {digits})", shape(value)),
        Expr::Aggregate(of) => {
            let field = of.isian.as_ref().map(|(name, year)| format!(".{name}{}", if year.is_own() { "" } else { "[…]" }));
            let condition = of.condition.as_ref().map(|node| format!(" {}", shape(node)));
            format!("({} {}{}{})", of.function.name(), of.sumber, field.unwrap_or_default(), condition.unwrap_or_default())
        }
    }
}

fn read(text: &str) -> String {
    shape(&parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}")).root)
}

#[test]
fn precedence_is_excels() {
    assert_eq!(read("1 + 2 * 3"), "(+ 1 (* 2 3))");
    assert_eq!(read("(1 + 2) * 3"), "(* (+ 1 2) 3)");
    assert_eq!(read("a - b - c"), "(- (- a b) c)");
    assert_eq!(read("a / b * 100"), "(* (/ a b) 100)");
    assert_eq!(read("-a * b"), "(* (neg a) b)");
    assert_eq!(read("a - -b"), "(- a (neg b))");
    assert_eq!(read("- - +a"), "(neg (neg a))");
    assert_eq!(read("IF(a + 1 > b * 2, 1, 0)"), "(if (> (+ a 1) (* b 2)) 1 0)");
    assert_eq!(read("if(a=1 or b=2 and c=3, 1, 0)"), "(if (or (= a 1) (and (= b 2) (= c 3))) 1 0)");
    assert_eq!(read("IF(NOT a = 1 AND b = 2, 1, 0)"), "(if (and (not (= a 1)) (= b 2)) 1 0)");
    assert_eq!(
        read("IF(AND(a = 1, NOT(b = 2), OR(c = 1; d = 2)), 1, 0)"),
        "(if (and (= a 1) (not (= b 2)) (or (= c 1) (= d 2))) 1 0)"
    );
}

#[test]
fn every_construct() {
    assert_eq!(read("=SUM(keragaan.volume_usaha)"), "(SUM keragaan.volume_usaha)");
    assert_eq!(read("count(umkm where omset[n] > omset[n-1])"), "(COUNT umkm (> omset omset[-1]))");
    assert_eq!(read("COUNT_DISTINCT(umkm.kecamatan WHERE nib IS NOT EMPTY)"), "(COUNT_DISTINCT umkm.kecamatan (filled nib))");
    assert_eq!(
        read("AVERAGE(k.m) + MEDIAN(k.m) + MIN(k.m) + MAX(k.m)"),
        "(+ (+ (+ (AVERAGE k.m) (MEDIAN k.m)) (MIN k.m)) (MAX k.m))"
    );
    assert_eq!(read("SUM(umkm.omset[n-1] WHERE aktif)"), "(SUM umkm.omset[…] aktif)");
    assert_eq!(read("ukuran[N] + ukuran[n - 1] + ukuran[2019] + ukuran"), "(+ (+ (+ ukuran ukuran[-1]) ukuran[2019]) ukuran)");
    assert_eq!(read("ROUND(ABS(a), -2)"), "(round (abs a) -2)");
    assert_eq!(
        read("COUNT(s WHERE a IN (\"x\", \"y \"\"z\"\"\") AND b NOT IN (1, 2) OR d >= 2022-01-31 AND e IS EMPTY)"),
        "(COUNT s (or (and (in a \"x\" \"y \"z\"\") (notin b 1 2)) (and (>= d 2022-01-31) (empty e))))"
    );
    assert_eq!(read("COUNT(s WHERE umkm.omset - omset[n-1] > 0.5)"), "(COUNT s (> (- umkm.omset omset[-1]) 0.5))");
    // What word processors make of signs and quotes.
    assert_eq!(
        read("COUNT(s WHERE a ≥ 2 AND b ≠ “mikro”) − 1 × 2 ÷ 3"),
        "(- (COUNT s (and (>= a 2) (<> b \"mikro\"))) (/ (* 1 2) 3))"
    );
}

#[test]
fn years_are_n_or_four_digits() {
    let root = parse("a[2019]").unwrap().root;
    assert!(matches!(root.expr, Expr::Name { year: YearRef::Fixed(Year(2019)), .. }));
    for wrong in ["a[19]", "a[m]", "a[n-]", "a[n-x]", "a[n-1.5]", "a[n-100]", "a[]", "a[n", "a[", "a[2019-01-31]", "a[n*2]"] {
        assert_eq!(parse(wrong).unwrap_err().kind, K::BadYear, "{wrong}");
    }
    assert_eq!(parse("a[n+1]").unwrap_err().kind, K::FutureYear);
}

/// The kind of a mistake, the caret line, and the words.
fn mistake(text: &str) -> (K, String, String) {
    let error = parse(text).expect_err(text);
    let caret = error.caret(text);
    assert_eq!(caret.lines().next().unwrap().chars().count(), text.chars().count());
    (error.kind.clone(), caret.lines().nth(1).unwrap().to_owned(), error.words())
}

#[test]
fn mistakes_point_at_their_place() {
    let (kind, caret, words) = mistake("a + AVG(k.m)");
    assert_eq!(kind, K::UnknownFunction { name: "AVG".into(), nearest: Some("AVERAGE") });
    assert_eq!(caret, "    ^^^");
    assert_eq!(words, "Fungsi \"AVG\" tidak dikenal. Maksud Anda \"AVERAGE\"?");
    assert_eq!(mistake("SUMM(a.b)").0, K::UnknownFunction { name: "SUMM".into(), nearest: Some("SUM") });
    assert_eq!(
        mistake("COUNTDISTINCT(a.b)").0,
        K::UnknownFunction { name: "COUNTDISTINCT".into(), nearest: Some("COUNT_DISTINCT") }
    );
    assert!(matches!(mistake("COUNTIF(a; 1)").0, K::UseWhere { .. }));

    assert_eq!(mistake("tujuh + 1.000.000"), (K::BadNumber, "        ^^^^^^^^^".into(), mistake("1e6").2));
    assert_eq!(mistake("12abc").0, K::BadNumber);
    assert_eq!(mistake("tujuh + 0,5 * 2"), (K::DecimalComma, "        ^^^".into(), mistake("0,5").2));
    assert!(!matches!(mistake("tujuh, 5").0, K::DecimalComma));
    assert_eq!(mistake("COUNT(umkm WHERE omset > 1.000)").1, " ".repeat(25) + "^^^^^");
    assert_eq!(mistake("1.234").0, K::AmbiguousNumber);
    assert_eq!(read("0.125 + 1.2500 + 1234.567"), "(+ (+ 0.125 1.2500) 1234.567)");
    assert_eq!(mistake("12345678901234567890123456789").0, K::TooManyDigits);
    assert_eq!(mistake("a / b * 100%").0, K::Percent);
    assert_eq!(mistake("COUNT(s WHERE d > 2021-02-29)").0, K::NoSuchDate);
    assert_eq!(mistake("IF(a != b, 1, 2)").0, K::WrongSign("<>"));
    assert_eq!(mistake("IF(a == b, 1, 2)").0, K::WrongSign("="));
    assert_eq!(mistake("COUNT(s WHERE a = 'x')").0, K::SingleQuote);
    assert_eq!(mistake("COUNT(s WHERE a = \"x)").0, K::UnclosedText);
    assert_eq!(mistake("(a + b").0, K::UnclosedParenthesis);
    assert_eq!(mistake("SUM(a.b WHERE c").0, K::UnclosedParenthesis);
    assert_eq!(mistake("IF(a, b)").0, K::ArgumentCount { function: "IF", takes: 3 });
    assert_eq!(mistake("SUM(a)").0, K::NeedsSourceField { function: crate::formula::AggregateFunction::Sum });
    assert_eq!(mistake("COUNT(a.b)").0, K::CountTakesSource);
    assert_eq!(mistake("COUNT(a WHERE b > SUM(c.d))").0, K::NestedAggregate);
    assert_eq!(mistake("IF(1 < a < 3, 1, 0)").0, K::ChainedComparison);
    assert_eq!(mistake("ROUND(a, b)").0, K::RoundDigits);
    assert_eq!(mistake("ROUND(a, 13)").0, K::RoundDigits);
    assert_eq!(mistake("  ").0, K::Empty);
    assert!(matches!(mistake("a b").0, K::Unexpected { .. }));
    assert!(matches!(mistake("a +").0, K::Unexpected { .. }));
    assert!(matches!(mistake(")").0, K::Unexpected { .. }));
    assert!(matches!(mistake("AND(").0, K::Unexpected { .. }));
    assert!(matches!(mistake("IF(a IN (1, b > 2), 1, 2)").0, K::Unexpected { .. }));
    assert_eq!(mistake("a ^ 2").0, K::UnknownCharacter('^'));
    // Carets count characters, not bytes.
    assert_eq!(mistake("“é” + ?").1, "      ^");
}

#[test]
fn depth_and_length_end_in_an_error() {
    for opening in ["(", "-", "NOT ", "ABS(", "IF(", "SUM(a.b WHERE (", "+", "a IN ("] {
        let error = parse(&opening.repeat(10_000)).unwrap_err();
        assert!(matches!(error.kind, K::TooLong | K::TooDeep), "{opening}");
        let short = parse(&opening.repeat(3_900 / opening.len())).unwrap_err();
        assert!(!matches!(short.kind, K::TooLong), "{opening}");
    }
    let nested = |levels: usize| format!("{}a{}", "(".repeat(levels), ")".repeat(levels));
    assert!(parse(&nested(45)).is_ok());
    assert_eq!(parse(&nested(60)).unwrap_err().kind, K::TooDeep);
    assert!(parse(&vec!["a"; 90].join("+")).is_ok());
    assert_eq!(parse(&vec!["a"; 200].join("+")).unwrap_err().kind, K::TooDeep);
    assert_eq!(parse(&vec!["a=1"; 300].join(" OR ")).unwrap_err().kind, K::TooDeep);
}
