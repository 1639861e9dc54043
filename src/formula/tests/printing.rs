//! Words and figures over a bar.

use crate::formula::sample::{formula, measures};
use crate::formula::{Nouns, Operand, Printed, SingleFraction, phrase, print, print_with_unit};

fn words(text: &str) -> Printed {
    let mut measures = measures(&["v = |2021: 1", "w = |2021: 1"]);
    let butir = std::collections::BTreeMap::from([
        ("umkm".to_owned(), "usaha".to_owned()),
        ("keragaan".to_owned(), "koperasi".to_owned()),
    ]);
    measures.get_mut("v").unwrap().sebutan = "Jumlah volume usaha koperasi".into();
    print_with_unit(&formula(text), Some("%"), &mut |operand| phrase(operand, Nouns { measures: &measures, butir: &butir }))
}

fn figures(text: &str) -> String {
    print(&formula(text), &mut |operand| match operand {
        Operand::Ukuran { nama: "v", tahun } if tahun.is_own() => "589.448.674.478".into(),
        Operand::Ukuran { nama: "v", .. } => "-484".into(),
        _ => "7".into(),
    })
    .linear()
}

#[test]
fn the_forms_own_fraction() {
    assert_eq!(
        words("(v[n] - v[n-1]) / v[n-1] * 100").single_fraction(),
        Some(SingleFraction {
            before: None,
            numerator: "Jumlah volume usaha koperasi tahun n - Jumlah volume usaha koperasi tahun (n-1)".into(),
            denominator: "Jumlah volume usaha koperasi tahun (n-1)".into(),
            after: Some("x 100%".into()),
        })
    );
    assert_eq!(words("100 * (v[n] - v[n-1]) / v[n-1]"), words("(v[n] - v[n-1]) / v[n-1] * 100"));
    let plain = print(&formula("v / w * 100"), &mut |_| "a".into()).single_fraction().unwrap();
    assert_eq!(plain.after.as_deref(), Some("x 100"));
}

#[test]
fn the_substitution_has_the_same_shape() {
    assert_eq!(figures("(v[n] - v[n-1]) / v[n-1] * 100"), "(589.448.674.478 - (-484)) / -484 x 100");
    assert_eq!(figures("v[n-1] - v[n-1]"), "-484 - (-484)");
    assert_eq!(figures("v[n-1] * v[n-1]"), "-484 x (-484)");
    assert_eq!(figures("-v[n-1]"), "-(-484)");
    assert_eq!(figures("a - (b - c)"), "7 - (7 - 7)");
    assert_eq!(figures("a - (b + 1234.5) * 2"), "7 - (7 + 1.234,5) x 2");
    assert_eq!(figures("(a + b) * c"), "(7 + 7) x 7");
    assert_eq!(figures("a / b / c"), "7 / (7 x 7)");
    assert_eq!(figures("a / (b / c)"), "7 / (7 / 7)");
    assert_eq!(figures("a / b - 1"), "7 / 7 - 1");
    assert_eq!(figures("100 / b"), "100 / 7");
    assert_eq!(figures("2 * 3 * 4"), "2 x 3 x 4");
    assert_eq!(figures("(a / b) / (c / d) * 2"), "(7 / 7) / (7 / 7) x 2");
    assert_eq!(figures("a / (1 + b / c)"), "7 / (1 + 7 / 7)");
}

#[test]
fn conditions_and_functions_in_words() {
    assert_eq!(
        figures("IF(a >= b AND NOT c = 1, 100, ROUND(ABS(a), 2))"),
        "jika 7 >= 7 dan tidak (7 = 1) maka 100, selain itu pembulatan (nilai mutlak (7); 2 desimal)"
    );
    assert_eq!(
        words("COUNT(umkm WHERE omset[n] > omset[n-1] AND (aktif OR nib IS NOT EMPTY))").linear(),
        "jumlah usaha yang omset tahun n > omset tahun (n-1) dan (aktif tahun n atau NIB tahun n terisi)"
    );
    assert_eq!(words("SUM(umkm.tenaga_kerja)").linear(), "jumlah tenaga kerja tahun n");
    // A lone mark needs no "yang", and rows have the noun of their source.
    assert_eq!(words("COUNT(keragaan WHERE aktif)").linear(), "jumlah koperasi aktif tahun n");
    assert_eq!(words("COUNT(lain)").linear(), "jumlah baris data tahun n");
    assert_eq!(words("SUM(keragaan.volume_usaha WHERE rat)").linear(), "jumlah volume usaha koperasi RAT tahun n");
}

#[test]
fn two_fractions_are_no_single_one() {
    assert_eq!(words("v / w + w / v").single_fraction(), None);
    assert_eq!(words("v").single_fraction(), None);
    assert_eq!(words("1 + v / w").single_fraction().unwrap().before.as_deref(), Some("1 +"));
    let nested = words("v / (1 + w / v)").single_fraction().unwrap();
    assert_eq!(nested.denominator, "1 + Jumlah w tahun n / Jumlah volume usaha koperasi tahun n");
}
