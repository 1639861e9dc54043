//! The catalogue of number texts, the columns' votes,
//! dates, and properties over random texts.

use super::*;
use crate::diagnostic::{AngkaDuaArti, BukanAngkaSebab as Sebab, Fakta, KonvensiCampur};
use crate::profile::Angka;
use crate::text::{DateText, read_date, read_mark};
use crate::vocabulary::{CellAddress, Tanggal};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn value(text: &str) -> NumberRead {
    match read_number(text) {
        NumberText::Value(read) => read,
        other => panic!("{text:?} read as {other:?}"),
    }
}

fn reason(text: &str) -> Sebab {
    match read_number(text) {
        NumberText::NotANumber(reason) => reason,
        other => panic!("{text:?} read as {other:?}"),
    }
}

#[test]
fn what_says_nothing_is_told_from_short_words() {
    for text in
        ["-", " – ", "'-", "Rp -", "rp-", "IDR -", "nihil", "NOL", "", "\u{a0}", "…", "...", "N/A", "t.a.d", "x", "Belum Lapor"]
    {
        assert!(is_nil_or_missing(text), "{text:?}");
    }
    for text in ["0", "1-2", "baru", "nila", "Tb. Bina", "tahu", "Rp 5", "Belum Laporan", "Ir. -", "12-", "nihilis"] {
        assert!(!is_nil_or_missing(text), "{text:?}");
    }
}

#[test]
fn values_and_the_votes_they_cast() {
    const ID: Option<Angka> = Some(Angka::Id);
    const EN: Option<Angka> = Some(Angka::En);
    for (text, expected, vote) in [
        ("1.234.567,00", "1234567", ID),
        ("Rp 1.234.567,00", "1234567", ID),
        ("Rp1.234.567,-", "1234567", ID),
        ("Rp.1.234.567,--", "1234567", ID),
        ("Rp. 1.234.567", "1234567", ID),
        ("RP 1.234.567", "1234567", ID),
        ("Rp1.500,-", "1500", ID),
        ("Rp 1.500.000 ,-", "1500000", ID),
        ("Rp 1.500.000,=", "1500000", ID),
        ("Rp.34.500.000/tahun", "34500000", ID),
        ("Rp34.500.000 per tahun", "34500000", ID),
        ("34.500.000,-/th", "34500000", ID),
        ("Rp 1.500.-", "1500", ID),
        ("1.234.567.-", "1234567", ID),
        ("1,234,567.50", "1234567.5", EN),
        ("IDR 1,234,567.00", "1234567", EN),
        ("1'234'567.00", "1234567", EN),
        ("1.234,567", "1234.567", ID),
        ("1,234.567", "1234.567", EN),
        ("12,5", "12.5", ID),
        ("12.5", "12.5", EN),
        ("0,125", "0.125", ID),
        ("0.125", "0.125", EN),
        (",5", "0.5", ID),
        (".5", "0.5", EN),
        ("1234567,89", "1234567.89", ID),
        ("1234567.89", "1234567.89", EN),
        ("0", "0", None),
        ("0,00", "0", ID),
        ("0.000", "0", None),
        ("1234567", "1234567", None),
        (" 2.286.364.874 ", "2286364874", ID),
        ("(11.845.222)", "-11845222", ID),
        (" ( 11.845.222 ) ", "-11845222", ID),
        ("(Rp 1.500,00)", "-1500", ID),
        ("Rp (1.500,00)", "-1500", ID),
        ("-Rp 1.500,00", "-1500", ID),
        ("Rp -1.500,00", "-1500", ID),
        ("- 1.500,00", "-1500", ID),
        ("1.500,00-", "-1500", ID),
        ("\u{2212}1.500,5", "-1500.5", ID),
        ("\u{2011}1.000,5", "-1000.5", ID),
        ("(0)", "0", None),
        ("1\u{a0}234\u{a0}567", "1234567", None),
        ("1\u{202f}234", "1234", None),
        ("1\u{2009}234,5", "1234.5", ID),
        ("1 234 567", "1234567", None),
        ("１．２３４．５６７", "1234567", ID),
        ("1.234\u{200b}.567", "1234567", ID),
        ("'1234", "1234", None),
        ("\n1.234.567\n", "1234567", ID),
        ("1. 234.567", "1234567", ID),
        ("1.234.567*", "1234567", ID),
        ("1.234.567 *)", "1234567", ID),
        ("1.234.567**", "1234567", ID),
        ("1.234.567r", "1234567", ID),
        ("1.000.000 rupiah", "1000000", ID),
        ("+12,5", "12.5", ID),
        ("9999999999999999999999999999", "9999999999999999999999999999", None),
    ] {
        let read = value(text);
        assert_eq!((read.value, read.convention), (decimal(expected), vote), "{text:?}");
    }
}

#[test]
fn parts_around_the_digits_are_kept() {
    for (text, expected) in [("12,5 %", "12.5"), ("12,5persen", "12.5"), ("(2,5%)", "-2.5"), ("100%", "100")] {
        let read = value(text);
        assert!(read.percent, "{text}");
        assert_eq!(read.value, decimal(expected), "{text}");
    }
    for (text, expected, scale, letter) in [
        ("1,5 juta", "1500000", 1_000_000, false),
        ("5 jt", "5000000", 1_000_000, false),
        ("5 Jt.", "5000000", 1_000_000, false),
        ("500rb", "500000", 1_000, false),
        ("Rp 500 ribu", "500000", 1_000, false),
        ("2 Milyar", "2000000000", 1_000_000_000, false),
        ("1,2 triliun", "1200000000000", 1_000_000_000_000, false),
        ("Rp 2,5 juta rupiah", "2500000", 1_000_000, false),
        ("1,5 M", "1500000000", 1_000_000_000, true),
        ("1,2 T", "1200000000000", 1_000_000_000_000, true),
    ] {
        let read = value(text);
        assert_eq!((read.value, read.scale, read.scale_is_letter), (decimal(expected), Some(scale), letter), "{text}");
    }
    assert_eq!(value("12 unit").unit.as_deref(), Some("unit"));
    assert_eq!(value("25 org").unit.as_deref(), Some("org"));
    assert_eq!(value("5,5*").status, Some(NumberStatus::Sementara));
    assert_eq!(value("5,5 **)").status, Some(NumberStatus::SangatSementara));
    assert_eq!(value("5,5r").status, Some(NumberStatus::Diperbaiki));
    assert!(value("1234").plain);
    assert!(!value(" 1234 ").plain && !value("1.234.567").plain && !value("'12").plain);
}

#[test]
fn nil_and_missing_are_the_contracts_words_and_no_others() {
    for text in ["-", " - ", "–", "--", "Nihil", "NOL", "n o l", " -   ", "Rp -", " Rp -   "] {
        assert_eq!(read_number(text), NumberText::Nil, "{text:?}");
    }
    for text in ["", "  ", "\u{a0}", "…", "...", ". . .", "n/a", "N/A", "t.a.d", "T.A.D", "x", "X", "Belum Lapor", "belum  lapor"]
    {
        assert_eq!(read_number(text), NumberText::Missing, "{text:?}");
    }
    for text in [
        "---",
        "na",
        "tad",
        "kosong",
        "belum",
        "tidak ada",
        "..",
        "....",
        "?",
        "null",
        "xx",
        "#N/A",
        "-,-",
        "()",
        "—",
        " ― ",
        "Rp —",
    ] {
        assert!(matches!(read_number(text), NumberText::NotANumber(_)), "{text:?} {:?}", read_number(text));
    }
}

#[test]
fn two_ways() {
    for (text, id, en) in [
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("(1.500)", "-1500", "-1.5"),
        ("Rp 1.500", "1500", "1.5"),
        ("\u{2212}1.500", "-1500", "-1.5"),
        ("1.500-", "-1500", "-1.5"),
        ("1.500 jt", "1500000000", "1500000"),
        ("1.234*", "1234", "1.234"),
        ("100,000 %", "100", "100000"),
    ] {
        match read_number(text) {
            NumberText::TwoWays { id: first, en: second, loose: false } => {
                assert_eq!((first.value, second.value), (decimal(id), decimal(en)), "{text}");
            }
            other => panic!("{text} {other:?}"),
        }
    }
    assert!(matches!(read_number("1234.567"), NumberText::TwoWays { loose: true, .. }));
    assert!(matches!(read_number("1234,567"), NumberText::TwoWays { loose: true, .. }));
}

#[test]
fn refused_with_the_reason() {
    for (text, expected) in [
        ("1.234.567.89", Sebab::Pemisah),
        ("1.23.456", Sebab::Pemisah),
        ("1,234.567,89", Sebab::Pemisah),
        ("1.234,", Sebab::Pemisah),
        ("1..234", Sebab::Pemisah),
        ("12 5", Sebab::Pemisah),
        ("12 500", Sebab::Pemisah),
        ("100\n200", Sebab::Pemisah),
        ("1. 234", Sebab::Pemisah),
        ("Rp .500", Sebab::Kata),
        ("1O.000", Sebab::HurufMiripDigit('O')),
        ("l.000", Sebab::HurufMiripDigit('l')),
        ("10/12", Sebab::GarisMiring),
        ("24/01/2022", Sebab::GarisMiring),
        ("2022-01-24", Sebab::GarisMiring),
        ("100-200", Sebab::Rentang),
        ("100–200", Sebab::Rentang),
        ("5-10 juta/bln", Sebab::Rentang),
        ("5 s/d 10 juta", Sebab::Rentang),
        ("± 100", Sebab::KiraKira),
        ("±3jt", Sebab::KiraKira),
        ("kurang lebih 3 juta", Sebab::KiraKira),
        ("> 5 juta", Sebab::KiraKira),
        ("50rb/hari", Sebab::PerSatuan),
        ("500.000 per bulan", Sebab::PerSatuan),
        ("500.000 per bulan per tahun", Sebab::PerSatuan),
        ("5 tahun", Sebab::Kata),
        ("1.234.567 (satu juta)", Sebab::Kata),
        ("lima juta", Sebab::Kata),
        ("Rp", Sebab::Kata),
        ("5 kg", Sebab::Kata),
        ("1,5 m", Sebab::Kata),
        ("TRUE", Sebab::Boolean),
        ("#REF!", Sebab::Karakter('#')),
        ("---", Sebab::Karakter('-')),
        ("(-5)", Sebab::Karakter('(')),
        ("01.234", Sebab::NolDiDepan),
        ("01234", Sebab::NolDiDepan),
        ("081234567890", Sebab::NolDiDepan),
        ("00,5", Sebab::NolDiDepan),
        ("12345678901234567890123456789", Sebab::TerlaluPanjang),
        ("1.234.567.890.123.456.789.012.345.678.901", Sebab::TerlaluPanjang),
        ("99999999999999999999999999 juta", Sebab::TerlaluPanjang),
    ] {
        assert_eq!(reason(text), expected, "{text:?}");
    }
    for text in ["5 % juta", "Rp 5 orang", "Rp 5 %", "1.500-,-", "Rp 1.500.000-", "1.234.567,00,-", "--5", "1.234 1.235", "12abc"]
    {
        assert!(matches!(read_number(text), NumberText::NotANumber(_)), "{text:?} {:?}", read_number(text));
    }
    for text in ["1,23E+09", "1.5e3", "-2E5", "1E+12"] {
        assert_eq!(read_number(text), NumberText::DigitsLost, "{text}");
    }
}

fn votes(texts: &[&str]) -> ColumnVotes {
    let mut votes = ColumnVotes::default();
    for (row, text) in texts.iter().enumerate() {
        votes.add(CellAddress::new(row as u32, 4), text);
    }
    votes
}

fn settled(column: &[&str], text: &str, profile: Option<Angka>, amount: bool) -> Result<Decimal, Fakta> {
    votes(column).settle(text, profile, amount).map(|settled| match settled {
        Settled::Value(read) => read.value,
        other => panic!("{other:?}"),
    })
}

#[test]
fn a_lone_separator_goes_by_votes_then_as_thousands_in_amounts() {
    assert_eq!(settled(&["1.234"], "1.234", None, true), Ok(decimal("1234")));
    assert_eq!(settled(&["1.234.567"], "1.234", None, true), Ok(decimal("1234")));
    assert_eq!(settled(&["12.5"], "1,234", None, true), Ok(decimal("1234")));
    // A vote that contradicts thousands refuses.
    assert!(matches!(settled(&["12.5"], "1.234", None, true), Err(Fakta::AngkaDuaArti(_))));
    assert!(matches!(settled(&["1.234.567"], "1,234", None, true), Err(Fakta::AngkaDuaArti(_))));
    // A ratio needs a vote.
    assert_eq!(
        settled(&["1.234"], "1.234", None, false),
        Err(Fakta::AngkaDuaArti(AngkaDuaArti { ditemukan: "1.234".into(), pertama: decimal("1234"), kedua: decimal("1.234") }))
    );
    assert_eq!(settled(&["12,5"], "1,234", None, false), Ok(decimal("1.234")));
    assert_eq!(settled(&["12,5"], "1.234", None, false), Ok(decimal("1234")));
    // A scale word is no plain amount.
    assert!(matches!(settled(&["1.500 jt"], "1.500 jt", None, true), Err(Fakta::AngkaDuaArti(_))));
    assert_eq!(settled(&["2,5 jt"], "1.500 jt", None, true), Ok(decimal("1500000000")));
    // The profile settles everything.
    assert_eq!(settled(&["12,5"], "1.234", Some(Angka::En), true), Ok(decimal("1.234")));
    assert_eq!(settled(&[], "1.234", Some(Angka::Id), false), Ok(decimal("1234")));
    assert!(matches!(settled(&[], "12.5", Some(Angka::Id), true), Err(Fakta::BukanAngka(_))));
    // A separator before three digits and behind four: only its own convention's vote.
    assert!(matches!(settled(&["1234.567"], "1234.567", None, true), Err(Fakta::AngkaDuaArti(_))));
    assert!(matches!(settled(&["1.234.567"], "1234.567", None, true), Err(Fakta::AngkaDuaArti(_))));
    assert_eq!(settled(&["12.5"], "1234.567", None, true), Ok(decimal("1234.567")));
}

#[test]
fn a_column_of_two_conventions_is_refused_at_the_rarer_cells() {
    let column = ["1.234.567", "2.345.678", "1,234,567"];
    assert_eq!(
        settled(&column, "1,234,567", None, true),
        Err(Fakta::KonvensiCampur(KonvensiCampur {
            ditemukan: "1,234,567".into(),
            sel_lain: CellAddress::new(0, 4).into(),
            ditemukan_lain: "1.234.567".into(),
            hari: false,
        }))
    );
    assert_eq!(settled(&column, "2.345.678", None, true), Ok(decimal("2345678")));
    // A tie: the English cell is refused, and what needs a vote has none.
    let tie = ["1.234.567", "1,234,567"];
    assert!(matches!(settled(&tie, "1,234,567", None, true), Err(Fakta::KonvensiCampur(_))));
    assert!(matches!(settled(&tie, "1.234", None, true), Err(Fakta::AngkaDuaArti(_))));
    // Without sure votes, dots and commas before three digits cannot both be thousands.
    assert!(matches!(settled(&["1.234", "5.678", "1,234"], "1,234", None, true), Err(Fakta::KonvensiCampur(_))));
    assert_eq!(settled(&["1.234", "5.678", "1,234"], "5.678", None, true), Ok(decimal("5678")));
}

#[test]
fn dates() {
    let date = |year, month, day| DateText::Date(Tanggal::new(year, month, day).unwrap());
    for (text, expected) in [
        ("24/01/2022", date(2022, 1, 24)),
        (" 5/1/2022 ", date(2022, 1, 5)),
        ("5-1-2022", date(2022, 1, 5)),
        ("05.01.2022", date(2022, 1, 5)),
        ("2022-01-24", date(2022, 1, 24)),
        ("2022-01-24 00:00:00", date(2022, 1, 24)),
        ("2022-01-24T10:30:00.000Z", date(2022, 1, 24)),
        ("24 Januari 2022", date(2022, 1, 24)),
        ("24 Jan 2022", date(2022, 1, 24)),
        ("24-Jan-2022", date(2022, 1, 24)),
        ("Senin, 24 Januari 2022", date(2022, 1, 24)),
        ("1 Nopember 2019", date(2019, 11, 1)),
        ("29/02/2020", date(2020, 2, 29)),
        ("00/01/1900", DateText::Missing),
        ("0/1/1900", DateText::Missing),
        ("0000-00-00", DateText::Missing),
        ("-", DateText::Missing),
        (" ", DateText::Missing),
    ] {
        assert_eq!(read_date(text), expected, "{text:?}");
    }
    for text in [
        "24//1/2026",
        "31/02/2021",
        "29/02/2021",
        "24/13/2022",
        "24/01/22",
        "2022",
        "24 Januari",
        "01/24/2022",
        "24/01/0022",
        "1/2/3/2020",
        "dua",
        "24/01/20222",
        "Pasuruan, 24 Januari 2022",
    ] {
        assert_eq!(read_date(text), DateText::NotADate, "{text:?}");
    }
}

fn styled(value: Decimal, thousands: &str, point: &str) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut shown = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            shown.push_str(thousands);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push_str(point);
        shown.push_str(fraction);
    }
    shown
}

proptest! {
    /// The quick looks say what reading says.
    #[test]
    fn quick_looks_agree_with_reading(text in "[ '\u{a0}]?([rR]p\\.? ?)?[-–.…,tadnihlxobeumprIDR/0-9 a-z]{0,14}[ -]?(rupiah)?") {
        let read = read_number(&text);
        prop_assert_eq!(is_nil_or_missing(&text), matches!(read, NumberText::Nil | NumberText::Missing), "{:?}", read);
        prop_assert_eq!(is_number_text(&text), !matches!(read, NumberText::NotANumber(_)));
    }

    /// A decimal written in either style, padded and signed in any usual way, reads back exactly.
    #[test]
    fn written_amounts_read_back(mantissa in 0i64..i64::MAX, scale in 0u32..6, style in 0usize..2, dress in 0usize..9) {
        let mut amount = Decimal::new(mantissa, scale);
        let (thousands, point) = [(".", ","), (",", ".")][style];
        let body = styled(amount, thousands, point);
        let text = match dress {
            0 => body,
            1 => format!(" {body} "),
            2 => format!("Rp {body}"),
            3 => format!("Rp.{body}"),
            4 => format!("\u{a0}{body}\u{a0}"),
            5 => format!("'{body}"),
            6 => { amount = -amount; format!("({body})") }
            7 => { amount = -amount; format!("-{body}") }
            _ => { amount = -amount; format!("Rp ({body})") }
        };
        let profile = [Angka::Id, Angka::En][style];
        let read = ColumnVotes::default().settle(&text, Some(profile), true);
        match read {
            Ok(Settled::Value(read)) => prop_assert_eq!(read.value, amount, "{}", text),
            other => prop_assert!(false, "{} {:?}", text, other),
        }
        // Alone it never reads as another value: it is that value, or two ways, one of them that value.
        match read_number(&text) {
            NumberText::Value(read) => prop_assert_eq!(read.value, amount),
            NumberText::TwoWays { id, en, .. } => prop_assert!(id.value == amount || en.value == amount),
            other => prop_assert!(false, "{} {:?}", text, other),
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,40}") {
        let _ = read_number(&text);
        let _ = read_date(&text);
        let _ = read_mark(&text);
    }

    #[test]
    fn no_number_like_text_panics(text in "[0-9.,' \u{a0}()RrpPIDRjtbmMEe%*/±+\u{2212}-]{0,24}") {
        let _ = read_number(&text);
        let _ = read_date(&text);
    }
}
