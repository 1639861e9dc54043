//! Formulas that read well but cannot be.

use crate::formula::sample::{formula, measures, names};
use crate::formula::{FormulaErrorKind as K, Kind, Names, Role, check};

fn known() -> Names {
    let mut names = names(&measures(&["volume_usaha = |2021: 1", "usaha_mikro = COUNT(umkm WHERE skala_usaha = \"mikro\")"]));
    let mut recap = crate::formula::sample::umkm_names();
    recap.butir = Some("kecamatan".into());
    recap.berkunci = false;
    names.sumber.insert("rekap".into(), recap);
    names
}

fn mistakes(text: &str) -> Vec<K> {
    check(&formula(text), &known(), Role::Indicator).into_iter().map(|error| error.kind).collect()
}

fn place(text: &str) -> String {
    let parsed = formula(text);
    let errors = check(&parsed, &known(), Role::Indicator);
    text[errors[0].span.clone()].to_owned()
}

#[test]
fn what_is_right_passes() {
    for text in [
        "(volume_usaha[n] - volume_usaha[n-1]) / volume_usaha[n-1] * 100",
        "COUNT(umkm WHERE omset[n] > omset[n-1] AND aktif AND NOT aktif[n-1])",
        "COUNT(umkm WHERE aktif = 1 OR aktif = aktif[n-1] OR 0 <> aktif)",
        "COUNT(umkm WHERE berdiri >= 2020-01-01 AND skala_usaha IN (\"mikro\", \"kecil\"))",
        "COUNT_DISTINCT(umkm.kecamatan) + COUNT_DISTINCT(umkm.berdiri) + COUNT_DISTINCT(rekap.kecamatan)",
        "SUM(umkm.aktif) + SUM(rekap.omset)",
        "COUNT(umkm WHERE umkm.omset IS NOT EMPTY AND tenaga_kerja IN (1, 2))",
        "IF(volume_usaha[n] >= volume_usaha[n-1] AND usaha_mikro > 0, ROUND(ABS(-usaha_mikro), 2), 0)",
    ] {
        assert_eq!(mistakes(text), [], "{text}");
    }
}

#[test]
fn unknown_names_get_the_nearest() {
    assert_eq!(
        mistakes("volume_usha[n]"),
        [K::UnknownMeasure { name: "volume_usha".into(), nearest: Some("volume_usaha".into()) }]
    );
    assert_eq!(mistakes("COUNT(umk)"), [K::UnknownSource { name: "umk".into(), nearest: Some("umkm".into()) }]);
    let field = K::UnknownField { sumber: "umkm".into(), name: "omzet".into(), nearest: Some("omset".into()) };
    assert_eq!(mistakes("SUM(umkm.omzet)"), std::slice::from_ref(&field));
    assert_eq!(mistakes("COUNT(umkm WHERE omzet > 1 AND omzet IS EMPTY)"), [field.clone(), field.clone()]);
    assert_eq!(mistakes("COUNT(umkm WHERE omzet IN (1, 2, 3))"), [field]);
    assert_eq!(place("COUNT(umkm WHERE omzet > 1)"), "omzet");
    assert_eq!(mistakes("umkm.omset + 1"), [K::FieldOutsideAggregate { sumber: "umkm".into(), name: "omset".into() }]);
    assert_eq!(
        mistakes("COUNT(umkm WHERE omset > volume_usaha[n])"),
        [K::MeasureInsideAggregate { name: "volume_usaha".into() }]
    );
    assert_eq!(mistakes("COUNT(umkm WHERE rekap.omset > 1)"), [K::OtherSource { sumber: "umkm".into(), other: "rekap".into() }]);
}

#[test]
fn kinds_must_fit() {
    let expected = |expected, found| K::Expected { expected, found };
    assert_eq!(mistakes("\"teks\""), [expected(Kind::Number, Kind::Text)]);
    // Outside the rows of a source there is nothing of texts and dates.
    assert_eq!(mistakes("IF(\"a\" = \"A\", 1, 0)"), [expected(Kind::Number, Kind::Text)]);
    assert_eq!(mistakes("IF(2022-01-31 < 2022-02-01, 1, 0)"), [expected(Kind::Number, Kind::Date)]);
    assert_eq!(mistakes("IF(\"a\" IN (\"a\", \"b\"), 1, 0)"), [expected(Kind::Number, Kind::Text)]);
    assert_eq!(mistakes("COUNT(umkm WHERE berdiri >= 2022-01-31 AND \"a\" = \"A\")"), []);
    assert_eq!(mistakes("volume_usaha > 1"), [expected(Kind::Number, Kind::Condition)]);
    assert_eq!(mistakes("volume_usaha + 2022-01-31"), [expected(Kind::Number, Kind::Date)]);
    assert_eq!(mistakes("COUNT(umkm WHERE omset)"), [expected(Kind::Condition, Kind::Number)]);
    assert_eq!(mistakes("COUNT(umkm WHERE aktif + 1 > 1)"), [expected(Kind::Number, Kind::Mark)]);
    assert_eq!(mistakes("IF(volume_usaha, 1, 2)"), [expected(Kind::Condition, Kind::Number)]);
    assert_eq!(mistakes("COUNT(umkm WHERE skala_usaha > 5)"), [K::Incomparable { left: Kind::Text, right: Kind::Number }]);
    assert!(matches!(mistakes("COUNT(umkm WHERE skala_usaha > \"mikro\")")[..], [K::NoOrder { kind: Kind::Text, .. }]));
    assert!(matches!(mistakes("COUNT(umkm WHERE skala_usaha > skala_usaha[n-1])")[..], [K::NoOrder { .. }]));
    assert!(matches!(mistakes("COUNT(umkm WHERE aktif > 0)")[..], [K::NoOrder { kind: Kind::Mark, .. }]));
    assert_eq!(mistakes("COUNT(umkm WHERE aktif = 2)"), [K::MarkNumber]);
    assert_eq!(mistakes("COUNT(umkm WHERE nib = \" \")"), [K::EmptyText]);
    assert_eq!(mistakes("COUNT(umkm WHERE omset + 1 IS EMPTY)"), [K::EmptyOfNoField]);
    assert_eq!(mistakes("IF(volume_usaha IS EMPTY, 1, 2)"), [K::EmptyOfNoField]);
    assert!(matches!(mistakes("SUM(umkm.skala_usaha)")[..], [K::NotSummable { found: Kind::Text, .. }]));
    assert!(matches!(mistakes("MAX(umkm.berdiri)")[..], [K::NotSummable { found: Kind::Date, .. }]));
}

#[test]
fn recaps_are_not_counted_and_years_need_a_key() {
    let recap = K::CountOfRecap { sumber: "rekap".into(), butir: "kecamatan".into(), entitas: "usaha".into() };
    assert_eq!(mistakes("COUNT(rekap)"), [recap]);
    assert_eq!(mistakes("SUM(rekap.omset[n-1])"), [K::NoKey { sumber: "rekap".into() }]);
    assert_eq!(mistakes("SUM(rekap.omset WHERE omset > omset[n-1])"), [K::NoKey { sumber: "rekap".into() }]);
}

#[test]
fn measures_may_not_rest_on_themselves() {
    let all = measures(&[
        "a = b + 1",
        "b = c[n-1] + 1",
        "c = a",
        "e = umkm_nya",
        "umkm_nya = COUNT(umkm WHERE omset > 1)",
        "omset = SUM(umkm.omset)",
    ]);
    let known = names(&all);
    let of = |name: &str| check(all[name].rumus.as_ref().unwrap(), &known, Role::Measure(name));
    assert_eq!(of("a")[0].kind, K::Cycle { through: ["a", "b", "c", "a"].map(str::to_owned).to_vec() });
    assert_eq!(of("a")[0].span, 0..1);
    // A field of the measure's own name is no cycle.
    assert_eq!((of("e"), of("omset")), (vec![], vec![]));
    let lines: Vec<String> =
        (1..80).map(|index| format!("m{index} = m{} + 1", index - 1)).chain(["m0 = |2021: 1".into()]).collect();
    let tower = measures(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let errors = check(tower["m79"].rumus.as_ref().unwrap(), &names(&tower), Role::Measure("m79"));
    assert_eq!(errors[0].kind, K::TooManyLevels);
    assert_eq!(check(tower["m30"].rumus.as_ref().unwrap(), &names(&tower), Role::Measure("m30")), []);
}

#[test]
fn names_that_the_workbook_uses() {
    let known = known();
    let reserved = |name: &str| !check(&formula("1"), &known, Role::Measure(name)).is_empty();
    for name in ["sum", "where", "iku_1_1", "umkm_2021_omset", "umkm_2021", "VOLUME_USAHA", "a-b", "2x", "", "_c1"] {
        assert!(reserved(name), "{name}");
    }
    for name in ["volume_usaha", "umkm", "umkm_aktif", "iku_total", "jumlah_2021", "ñ"] {
        assert!(!reserved(name), "{name}");
    }
}

#[test]
fn what_excel_would_not_take_is_refused() {
    let long = format!("COUNT(umkm WHERE skala_usaha IN ({}))", vec!["\"x\""; 350].join(","));
    assert_eq!(mistakes(&long), [K::TooComplexForExcel]);
    let sum = vec!["volume_usaha[n]"; 90].join(" + ");
    assert_eq!(mistakes(&sum), []);
    let nested = (0..45).fold("volume_usaha".to_owned(), |inner, _| format!("1 / (1 + {inner})"));
    assert_eq!(mistakes(&nested), [K::TooComplexForExcel]);
}

#[test]
fn every_mistake_has_its_words() {
    for text in ["volume_usha", "COUNT(umk)", "SUM(umkm.x)", "COUNT(rekap)", "COUNT(umkm WHERE aktif > 0)"] {
        let words = check(&formula(text), &known(), Role::Indicator)[0].words();
        assert!(words.ends_with(['.', '?']) && words.len() > 20, "{words}");
    }
}
