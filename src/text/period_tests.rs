//! Periods in every spelling that offices use.

use super::label::words;
use super::period::{begins_otherwise, period_alone, period_in, period_named, whole_period};

/// What the quick look turns away names no period by the slow one either.
#[test]
fn no_period_begins_otherwise() {
    const WORDS: [&str; 40] = [
        "Koperasi", "TW", "TWIII", "smt2", "III", "2020", "20", "31", "Desember", "Des.", "per", "s/d", "sd", "bulan", "ke-9",
        "9", "Th.", "tahun", "TA", "periode", "pertama", "kedua", "tiga", "catur", "wulan", "keadaan", "B", "T/A", "12-2020",
        "bln", "posisi", "tgl", "pada", "dengan", "akhir", "sampai", "kw", "usaha", "x", "enam",
    ];
    let mut turned_away = 0;
    for first in WORDS {
        for second in WORDS {
            for third in ["", "2021", "III", "Maret", "bulan"] {
                for between in [" ", "-", ""] {
                    let text = [first, second, third].join(between);
                    if begins_otherwise(&text) {
                        turned_away += 1;
                        assert_eq!(whole_period(&text), None, "{text}");
                    }
                }
            }
        }
    }
    assert!(turned_away > 1_000, "{turned_away}");
}

#[test]
fn spans_of_months() {
    for (text, year, months, rest) in [
        ("Omset 2020", Some(2020), None, "omset"),
        ("Omset Tahun 2020", Some(2020), Some(12), "omset"),
        ("Omset '20", Some(2020), None, "omset"),
        ("H1 2021", Some(2021), Some(6), ""),
        ("1H20", Some(2020), Some(6), ""),
        ("HALF YEAR 2021", Some(2021), Some(6), ""),
        ("FY20", Some(2020), Some(12), ""),
        ("Volume Usaha Th. 2020", Some(2020), Some(12), "volume usaha"),
        ("RAT Tahun Buku 2021", Some(2021), Some(12), "rat"),
        ("TA 2021", Some(2021), Some(12), ""),
        ("T.A. 2021", Some(2021), Some(12), ""),
        ("Jan-Mar 2026", Some(2026), Some(3), ""),
        ("Omset Januari s/d Juni 2021", Some(2021), Some(6), "omset"),
        ("s/d Juni 2021", Some(2021), Some(6), ""),
        ("s.d. 30 Juni 2021", Some(2021), Some(6), ""),
        ("1 Januari - 31 Desember 2021", Some(2021), Some(12), ""),
        ("Triwulan II", None, Some(3), ""),
        ("s/d Triwulan III 2021", Some(2021), Some(9), ""),
        ("Semester I 2021", Some(2021), Some(6), ""),
        ("PERIODE 31 DESEMBER 2021", Some(2021), None, ""),
        ("Keadaan per Desember 2021", Some(2021), None, ""),
        ("Bulan Juni 2021", Some(2021), Some(1), ""),
        ("Omset/bulan 2020", Some(2020), None, "omset bulan"),
        ("Omset per Bln Th. 2020", Some(2020), Some(12), "omset per bln"),
        ("TRIW. III Th. 21", Some(2021), Some(3), ""),
        ("Triwulan ke-3 2021", Some(2021), Some(3), ""),
        ("Q3 2021", Some(2021), Some(3), ""),
        ("KW III", None, Some(3), ""),
        ("TWIII", None, Some(3), ""),
        ("s/d Caturwulan II 2021", Some(2021), Some(8), ""),
        ("Catur Wulan II", None, Some(4), ""),
        ("Smt I 2021", Some(2021), Some(6), ""),
        ("Paruh Pertama 2021", Some(2021), Some(6), ""),
        ("Tengah Tahun 2021", Some(2021), Some(6), ""),
        ("PERIODE 06/2021", Some(2021), Some(1), ""),
        ("Periode: 2021-06", Some(2021), Some(1), ""),
        ("Keadaan per 06.2021", Some(2021), None, ""),
        ("s/d 06/2021", Some(2021), Some(6), ""),
        ("06/2021", Some(2021), Some(1), ""),
        ("Sem. 2", None, Some(6), ""),
        ("Semester Pertama 2021", Some(2021), Some(6), ""),
        ("Tahun 2021 (9 bulan)", Some(2021), Some(9), ""),
        ("Enam Bulan Pertama 2021", Some(2021), Some(6), ""),
        ("s/d bulan ke-9 2021", Some(2021), Some(9), ""),
        ("Omset Th. 20", Some(2020), Some(12), "omset"),
        ("TA 20", Some(2020), Some(12), ""),
        ("Omset Desember", None, Some(1), "omset"),
        ("Volume Usaha TW IV", None, Some(3), "volume usaha"),
    ] {
        let words = words(text);
        let (period, from, to) = period_in(&words, text).unwrap_or_else(|| panic!("{text}"));
        let left: Vec<&str> =
            words.iter().enumerate().filter(|(i, _)| *i < from || *i >= to).map(|(_, word)| word.as_str()).collect();
        assert_eq!((period.year.map(|year| year.0), period.months, left.join(" ").as_str()), (year, months, rest), "{text}");
    }
    for (text, year, day, until) in [
        ("PER 30-06-2021", Some(2021), Some(30), Some(6)),
        ("31-12-20", Some(2020), Some(31), Some(12)),
        ("30.06.2021", Some(2021), Some(30), Some(6)),
        ("2021-06-30", Some(2021), Some(30), Some(6)),
        ("31 Des 20", Some(2020), Some(31), Some(12)),
        ("KEADAAN NOPEMBER 2021", Some(2021), None, Some(11)),
        ("Posisi Pebruari 2021", Some(2021), None, Some(2)),
        ("Per Sept 2021", Some(2021), None, Some(9)),
        ("Keadaan Agust. 2021", Some(2021), None, Some(8)),
        ("s/d TW III", None, None, Some(9)),
    ] {
        let (period, _) = period_named(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((period.year.map(|year| year.0), period.day, period.until), (year, day, until), "{text}");
    }
    for text in ["TW III", "202109", "31-12-20", "2021", "s/d Juni"] {
        assert!(period_alone(text).is_some(), "{text}");
    }
    for text in ["Omset TW III", "3524123", "518/12/05/2021", "KUD Mei Jaya"] {
        assert!(period_alone(text).is_none(), "{text}");
    }
    for text in
        ["Omset per Tahun", "Tanggal RAT", "Omset 2020/2021", "UU Nomor 25 Tahun 1992", "Tahun", "Semester", "Omset per bulan"]
    {
        assert_eq!(period_in(&words(text), text), None, "{text}");
    }
}

/// Digits alone are read without the slow way, which would find the same.
#[test]
fn digits_alone_are_a_year_or_nothing() {
    for text in ["2021", "2020 ", "0", "7", "12", "000", "1899", "2100", "2101", "202113", "20211231", "31122021", "123456789012"]
    {
        assert_eq!(period_alone(text), whole_period(text.trim()), "{text}");
    }
}

/// Half a year as programs print it: two dates, or two months, in digits.
#[test]
fn runs_of_dates_and_months_in_digits() {
    for text in [
        "Periode: 01-01-2021 - 30-06-2021",
        "Periode 01-01-2021-30-06-2021",
        "Periode : 2021-01-01 - 2021-06-30",
        "Tanggal 01/01/2021 - 30/06/2021",
        "01.01.2021 s.d. 30.06.2021",
        "Periode 1 Januari 2021 to 30 Juni 2021",
        "PERIODE : 01/2021 - 06/2021",
        "PERIODE : 2021-01 s/d 2021-06",
        "PERIODE : 202101 - 202106",
    ] {
        let (period, _) = period_named(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((period.covers(), period.until), (6, Some(6)), "{text}: {period:?}");
    }
    for text in ["DATA KOPERASI 2021-06", "Keragaan 06-2021", "BULAN LAPORAN : 06"] {
        let (period, _) = period_named(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((period.months, period.until), (Some(1), Some(6)), "{text}: {period:?}");
    }
    let (year, _) = period_named("Periode: 01-01-2021 - 31-12-2021").unwrap();
    assert_eq!((year.covers(), year.year.map(|year| year.0)), (12, Some(2021)));
    for text in ["Permenkop 09/2018", "SK 518/12/05/2021", "Telp 0343-421234", "Perda 2019-2023"] {
        assert!(period_named(text).is_none_or(|(period, _)| !period.is_part()), "{text}");
    }
}

#[test]
fn quarters_through_the_last_are_the_year() {
    let months = |text: &str| period_in(&words(text), text).and_then(|(period, ..)| period.months);
    for text in
        ["LAPORAN NIB TRIWULAN I S/D IV", "TW I s.d. TW IV", "Semester I s/d II", "Triwulan I sampai dengan Triwulan IV 2021"]
    {
        assert!(!matches!(months(text), Some(1..=11)), "{text}: {:?}", months(text));
    }
    assert_eq!(months("LAPORAN NIB TRIWULAN I"), Some(3));
}
