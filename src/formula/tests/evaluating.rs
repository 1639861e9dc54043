//! Figures against tables worked by hand.

use crate::dataset::{Dataset, Jenis};
use crate::formula::sample::{d, dataset, formula, measures, table, umkm, value};
use crate::formula::{CompareOp, Evaluator, GroupCounts, LeftOut, Origin, Outcome, Reason, Root, collect_needs};
use crate::profile::Score;
use crate::vocabulary::Year;
use std::collections::BTreeMap;

fn at(dataset: &Dataset, text: &str, tahun: i32) -> String {
    value(dataset, &BTreeMap::new(), text, tahun)
}

fn of(text: &str) -> String {
    at(&umkm(), text, 2021)
}

#[test]
fn aggregates_over_rows() {
    assert_eq!(of("SUM(umkm.omset)"), "1414.75");
    assert_eq!(at(&umkm(), "SUM(umkm.omset)", 2020), "1560.5");
    assert_eq!(of("COUNT(umkm)"), "7");
    assert_eq!(of("AVERAGE(umkm.omset)"), "235.7916666666666666666666667");
    assert_eq!(of("MEDIAN(umkm.omset)"), "110.125");
    assert_eq!(of("MEDIAN(umkm.omset WHERE omset > 0)"), "175.125");
    assert_eq!(of("MIN(umkm.omset)"), "-5.5");
    assert_eq!(of("MAX(umkm.omset WHERE skala_usaha = \"mikro\")"), "200");
    assert_eq!(of("SUM(umkm.aktif)"), "4");
    // Case, outer spaces and doubled spaces do not count; empty cells are no kind.
    assert_eq!(at(&umkm(), "COUNT_DISTINCT(umkm.kecamatan)", 2020), "3");
    assert_eq!(of("COUNT_DISTINCT(umkm.kecamatan)"), "5");
    assert_eq!(of("COUNT_DISTINCT(umkm.nik)"), "5");
    assert_eq!(of("COUNT_DISTINCT(umkm.omset WHERE omset >= 0)"), "5");
}

/// As keys are told apart: by no mark, blank or `No.`; digits stay apart.
#[test]
fn different_values_are_told_apart_as_keys_are() {
    let rows: &[(u32, &[&str])] = &[
        (1, &["'3575041304630004", "518/BH/1990"]),
        (2, &["357504.130463.0004", "No. 518/BH/1990"]),
        (3, &["3575041304630004*", "51/8/BH/1990"]),
        (4, &["3575041304630005", "-"]),
    ];
    let columns = [("nik", Jenis::Teks), ("nomor_bh", Jenis::Teks)];
    let data = dataset(vec![table("umkm", 2021, &columns, rows)]);
    assert_eq!(at(&data, "COUNT_DISTINCT(umkm.nik)", 2021), "2");
    assert_eq!(at(&data, "COUNT_DISTINCT(umkm.nomor_bh)", 2021), "3");
}

#[test]
fn nothing_to_reckon_with() {
    // No rows: a sum of 0, no average.
    assert_eq!(at(&umkm(), "SUM(umkm.omset)", 2022), "0");
    assert_eq!(at(&umkm(), "COUNT(umkm)", 2022), "0");
    assert_eq!(at(&umkm(), "COUNT_DISTINCT(umkm.nib)", 2022), "0");
    for function in ["AVERAGE", "MEDIAN", "MIN", "MAX"] {
        assert!(at(&umkm(), &format!("{function}(umkm.omset)"), 2022).starts_with("tidak ada nilai untuk"));
    }
    assert_eq!(of("SUM(umkm.omset WHERE omset > 5000)"), "0");
    // Rows, but none with a value.
    assert_eq!(
        of("SUM(umkm.omset WHERE omset IS EMPTY)"),
        "semua baris yang dijumlahkan dari umkm tahun 2021 kosong pada isian omset"
    );
    assert_eq!(of("COUNT(umkm WHERE omset IS EMPTY)"), "1");
    // No table, no column.
    assert_eq!(at(&umkm(), "SUM(umkm.omset)", 2019), "data umkm tahun 2019 tidak ada");
    assert_eq!(at(&umkm(), "COUNT(umkm WHERE omset > omset[n-1])", 2020), "data umkm tahun 2019 tidak ada");
    assert_eq!(of("SUM(umkm.laba)"), "kolom laba pada data umkm tahun 2021 tidak ada");
}

#[test]
fn conditions() {
    let count = |condition: &str| of(&format!("COUNT(umkm WHERE {condition})"));
    assert_eq!(count("omset[n] > omset[n-1]"), "2");
    assert_eq!(count("omset[n] > omset[2020]"), "2");
    assert_eq!(count("omset[2021] >= omset[2020]"), "3");
    assert_eq!(count("omset - omset[n-1] > 50"), "2");
    assert_eq!(count("(omset - omset[n-1]) / omset[n-1] > 0.4"), "1");
    // A comparison with a missing value is false, <> and IN too; NOT of it is true.
    assert_eq!(count("omset <> 200"), "5");
    assert_eq!(count("NOT omset = 200"), "6");
    assert_eq!(count("omset[n-1] <> 7"), "5");
    assert_eq!(count("NOT omset[n-1] <> 7"), "2");
    assert_eq!(count("nib NOT IN (\"x1\", \"x2\")"), "2");
    assert_eq!(count("NOT nib IN (\"x1\", \"x2\")"), "5");
    assert_eq!(count("omset[n-1] IS EMPTY"), "2");
    assert_eq!(count("omset IS NOT EMPTY AND omset[n-1] IS NOT EMPTY"), "4");
    // Marks: alone, against 1 and 0, missing.
    assert_eq!(count("aktif"), "4");
    assert_eq!(count("aktif = 1"), "4");
    assert_eq!(count("aktif = 0"), "2");
    assert_eq!(count("NOT aktif"), "3");
    assert_eq!(count("aktif <> aktif[n-1]"), "2");
    // Texts and dates.
    assert_eq!(count("skala_usaha = \" MIKRO\""), "4");
    assert_eq!(count("skala_usaha IN (\"kecil\", \"Menengah\")"), "3");
    assert_eq!(
        count(
            "(skala_usaha = \"kecil\" AND skala_usaha[n-1] = \"mikro\") OR skala_usaha = \"menengah\" AND skala_usaha[n-1] IN (\"mikro\", \"kecil\")"
        ),
        "2"
    );
    assert_eq!(count("berdiri >= 2015-01-31"), "4");
    assert_eq!(count("berdiri < 2000-01-01 OR berdiri IS EMPTY"), "2");
    assert_eq!(count("IF(aktif, omset, 0) > 100"), "2");
    assert_eq!(count("ABS(omset) = 5.5 OR ROUND(omset, -2) = 200"), "3");
    assert_eq!(count("1 / omset > 0"), "4");
    assert_eq!(of("SUM(umkm.omset[n-1] WHERE aktif)"), "1310.5");
    assert_eq!(of("SUM(umkm.omset[n-1])"), "1510.5");
}

#[test]
fn the_years_of_measures_are_their_own() {
    let rows = |values: &'static [&'static str]| -> Vec<(u32, &'static [&'static str])> {
        values.chunks(1).enumerate().map(|(index, value)| (index as u32 + 1, value)).collect()
    };
    let columns = [("omset", Jenis::Uang)];
    let data = dataset(vec![
        table("umkm", 2019, &columns, &rows(&["1", "5", "9"])),
        table("umkm", 2020, &columns, &rows(&["2", "5", "8"])),
        table("umkm", 2021, &columns, &rows(&["3", "6", "10"])),
    ]);
    let measures = measures(&["berkembang = COUNT(umkm WHERE omset[n] > omset[n-1])", "ganda = berkembang[n-1] * 2"]);
    assert_eq!(value(&data, &measures, "berkembang[n]", 2021), "3");
    assert_eq!(value(&data, &measures, "berkembang[n-1]", 2021), "1");
    assert_eq!(value(&data, &measures, "ganda[n]", 2021), "2");
    assert_eq!(value(&data, &measures, "(berkembang[n] - berkembang[n-1]) / berkembang[n-1] * 100", 2021), "200");
    assert_eq!(value(&data, &measures, "berkembang[2020] + berkembang", 2021), "4");
    assert_eq!(value(&data, &measures, "ganda[n-1]", 2021), "berkembang tahun 2019: data umkm tahun 2018 tidak ada");
    let formula = formula("ganda[n]");
    let needs = collect_needs(&measures, &[Root { formula: &formula, tahun: Year(2021), required: true, untuk: "1.1" }]);
    let seen: Vec<(i32, bool, bool)> = needs.iter().map(|need| (need.tahun.0, need.joined, need.required)).collect();
    assert_eq!(seen, [(2019, true, true), (2020, true, true)]);
    assert!(needs.iter().all(|need| need.isian.contains("omset") && need.untuk.contains("berkembang")));
}

#[test]
fn what_every_formula_takes_by_one_value_is_known() {
    let measures = measures(&[
        "a = SUM(umkm.omset WHERE skala_usaha = \"mikro\")",
        "b = COUNT(umkm WHERE skala_usaha IN (\"mikro\") AND aktif)",
        "c = COUNT(umkm WHERE skala_usaha IN (\"mikro\", \"kecil\"))",
        "d = COUNT(umkm WHERE skala_usaha = \"mikro\" OR aktif)",
    ]);
    for (text, taken) in [("a / b", true), ("a / c", false), ("a / d", false), ("a + c + b", false)] {
        let formula = formula(text);
        let needs = collect_needs(&measures, &[Root { formula: &formula, tahun: Year(2021), required: true, untuk: "1.1" }]);
        let disaring: Vec<&str> = needs[0].disaring.keys().map(String::as_str).collect();
        assert_eq!(disaring, if taken { vec!["skala_usaha"] } else { Vec::new() }, "{text}");
    }
}

#[test]
fn figures_are_exact() {
    let none = dataset(Vec::new());
    let given =
        measures(&["a = |2021: 123; 2020: 101", "b = |2021: 0.1", "rugi = |2021: 50; 2020: -20", "nol = |2021: 5; 2020: 0"]);
    let of = |text: &str| value(&none, &given, text, 2021);
    assert_eq!(of("(a[n] - a[n-1]) / a[n-1] * 100"), "21.78217821782178217821782178");
    assert_eq!(of("2200 / 101"), "21.78217821782178217821782178");
    assert_eq!(of("2200 / 101 / 5 * 100"), "435.6435643564356435643564356");
    assert_eq!(of("1 / 3 * 3"), "1");
    assert_eq!(of("2 / 3"), "0.6666666666666666666666666667");
    assert_eq!(of("-2 / 3"), "-0.6666666666666666666666666667");
    assert_eq!(of("b * 10 - 1"), "0");
    assert_eq!(of("ROUND(2.5, 0) + ROUND(-2.5, 0) * 10 + ROUND(1250, -2)"), "1273");
    assert_eq!(of("ABS(-3)"), "3");
    assert_eq!(of("9999999999999999999999999999 * 10 / 10"), "9999999999999999999999999999");
    assert_eq!(of("9999999999999999999999999999 * 10"), "hasilnya terlalu besar untuk dihitung");
    assert_eq!(of("a / (a - a)"), "pembagi bernilai nol");
    assert_eq!(of("IF(a > 100, 1, a / 0)"), "1");
    assert_eq!(of("IF(a > 1 OR 1 / 0 > 1, 1, 2)"), "pembagi bernilai nol");
    assert_eq!(of("IF(a IN (122, 123) AND NOT a = 5, 1, 2)"), "1");
    assert_eq!(of("a[n-5] + 1"), "tetapan a tahun 2016 tidak ada");
    assert_eq!(of("(nol[n] - nol[n-1]) / nol[n-1]"), "pembagi bernilai nol");
}

#[test]
fn growth_over_a_negative_base_has_no_meaning() {
    let none = dataset(Vec::new());
    let given = measures(&[
        "rugi = |2021: 50; 2020: -20; 2019: -5",
        "lain = |2021: 1",
        "selisih = rugi[n] - rugi[n-1]",
        "rasio = rugi[n] / rugi[n-1]",
        "persen = rasio * 100",
        "terbit = rugi[n] / rugi[n-1]|2021: 3",
        "untung = |2021: 9; 2020: 5; 2019: 4",
        "biaya = |2021: 2; 2020: 25; 2019: 1",
        "shu = untung - biaya",
        "naik = shu[n] - shu[n-1]",
        "dasar = rugi[n-1]",
        "pembagi = IF(dasar <> 0, dasar, 1)",
        "jika_ada = IF(dasar <> 0, rugi - dasar, 0) / dasar",
    ]);
    let of = |text: &str| value(&none, &given, text, 2021);
    for growth in [
        "(rugi[n] - rugi[n-1]) / rugi[n-1]",
        "(rugi - rugi[n-1]) / rugi[n-1] * 100",
        "100 * (rugi[n] - rugi[n-1]) / rugi[n-1]",
        "(rugi[n] - rugi[n-1]) * 100 / rugi[n-1]",
        "(rugi[n] - rugi[n-1]) / (rugi[n-1] / 100)",
        "100 / rugi[n-1] * (rugi[n] - rugi[n-1])",
        "rugi[n] / rugi[n-1] - 1",
        "rugi[n] / rugi[n-1] * 100 - 100",
        "(rugi[n] / rugi[n-1] - 1) * 100",
        "(rugi[n-1] - rugi[n]) / rugi[n-1]",
        "-(rugi[n] - rugi[n-1]) / rugi[n-1]",
        "ROUND((rugi[n] - rugi[n-1]) / rugi[n-1] * 100, 2)",
        "(-rugi[n-1] + rugi[n]) / rugi[n-1]",
        "(100 * rugi[n] - rugi[n-1] * 100) / rugi[n-1]",
        "(rugi[n] + lain - rugi[n-1]) / rugi[n-1]",
        "-1 + rugi[n] / rugi[n-1]",
        "1 - rugi[n] / rugi[n-1]",
        "100 * rugi[n] / rugi[n-1] - 10 * 10",
        "selisih / rugi[n-1] * 100",
        "(selisih + selisih[n-1] - selisih[n-1]) / rugi[n-1]",
        "rasio - 1",
        "rasio * 100 - 100",
        "persen - 100",
        // The base a sum itself, written out or by its name.
        "(shu[n] - shu[n-1]) / shu[n-1] * 100",
        "naik / shu[n-1] * 100",
        "naik / (untung[n-1] - biaya[n-1]) * 100",
        "(untung[n] - biaya[n] - (untung[n-1] - biaya[n-1])) / (untung[n-1] - biaya[n-1]) * 100",
        "(untung[n] - biaya - untung[n-1] + biaya[n-1]) / shu[n-1]",
        "(shu[n-1] - shu[n]) / shu[n-1]",
        "(2 * untung - 2 * biaya - 2 * shu[n-1]) / shu[n-1]",
        "shu[n] / shu[n-1] - 1",
        "1 - shu[n] / shu[n-1]",
        "1 - (untung - biaya) / (untung[n-1] - biaya[n-1])",
        // What guards against nil, what is rounded, what adds nothing.
        "(rugi[n] - rugi[n-1]) / IF(rugi[n-1] <> 0, rugi[n-1], 1) * 100",
        "IF(rugi[n-1] <> 0, rugi[n] - rugi[n-1], 0) / rugi[n-1] * 100",
        "(rugi[n] - rugi[n-1]) / IF(rugi[n-1] = 0, 1, IF(lain > 0, rugi[n-1], lain))",
        "100 * (rugi[n] - rugi[n-1]) / (rugi[n-1] + 0)",
        "rugi[n] / rugi[n-1] - rugi[n-1] / rugi[n-1]",
        "(rugi[n] - rugi[2020]) / rugi[n-1]",
        "rugi[2021] / rugi[n-1] - 1",
        "ROUND(rugi[n] / rugi[n-1], 4) - 1",
        "(ROUND(rugi[n], 1) - rugi[n-1]) / ROUND(rugi[n-1], 1)",
        "ABS(rugi[n] - rugi[n-1]) / rugi[n-1] * 100",
        "(rugi[n] * lain - rugi[n-1] * lain) / lain / rugi[n-1]",
        "lain + rugi[n] / rugi[n-1] - 1",
        "rugi[n] / (rugi[n-1] * lain) - 1",
        // Both by names of their own.
        "selisih / dasar * 100",
        "(rugi - dasar) / dasar",
        "selisih / pembagi * 100",
    ] {
        let said = of(growth);
        assert!(
            said.starts_with("nilai dasar negatif (-20), sehingga persentase pertumbuhan tidak bermakna; "),
            "{growth}: {said}"
        );
    }
    assert!(of("rugi[n] / rugi[n-1] * 100 - 100").ends_with("perubahannya 70"));
    assert!(of("(rugi[n] - rugi[n-1]) / rugi[n-1] * 100").ends_with("perubahannya 70"));
    assert!(of("jika_ada * 100").starts_with("jika_ada tahun 2021: nilai dasar negatif (-20)"));
    // No growth: a ratio, a change by something else, an absolute base, a part of the base.
    assert_eq!(of("shu[n] / shu[n-1]"), "-0.35");
    assert_eq!(of("(shu[n-1] - untung[n-1]) / shu[n-1]"), "1.25");
    assert_eq!(of("(shu[n-1] - lain) / shu[n-1]"), "1.05");
    assert_eq!(of("1 - lain / shu[n-1]"), "1.05");
    assert_eq!(of("rugi[n] / rugi[n-1]"), "-2.5");
    assert_eq!(of("(rugi[n] - rugi[n-1]) / ABS(rugi[n-1]) * 100"), "350");
    assert_eq!(of("(rugi[n] - lain) / rugi[n-1]"), "-2.45");
    assert_eq!(of("rugi[n] / rugi[n-1] * 100 - 50"), "-300");
    assert_eq!(of("1 - lain / rugi[n-1]"), "1.05");
    assert_eq!(of("(rugi[n] - 0.5 * rugi[n-1]) / rugi[n-1]"), "-3");
    assert_eq!(of("selisih / rugi[n]"), "1.4");
    assert_eq!(of("(rugi[n] - rugi[n-1]) / IF(rugi[n-1] < 0, -rugi[n-1], rugi[n-1])"), "3.5");
    assert_eq!(of("(rugi[n] - rugi[2019]) / rugi[n-1]"), "-2.75");
    assert_eq!(of("(rugi[n] - rugi[n-1]) / (rugi[n] + rugi[n-1])"), "2.333333333333333333333333333");
    assert_eq!(of("rugi[n] / rugi[n-1] - lain / rugi[n-1]"), "-2.45");
    assert_eq!(of("rugi[n-1] / rugi[n] - 1"), "-1.4");
    assert_eq!(of("IF(rugi[n-1] > 0, rugi[n] - rugi[n-1], lain) / rugi[n-1]"), "-0.05");
    // A loss as an amount of its own is over nil.
    assert_eq!(of("((0 - rugi[n-1]) - (0 - rugi[n])) / (0 - rugi[n-1])"), "3.5");
    // What fixed values may replace is not looked through.
    assert_eq!(of("terbit - 1"), "-3.5");
    assert_eq!(of("rugi[n] - rugi[n-1]"), "70");
}

#[test]
fn growth_is_found_through_measures_over_rows() {
    let columns = [("shu", Jenis::Uang)];
    let data = dataset(vec![
        table("k", 2020, &columns, &[(1, &["-50"]), (2, &["-10"])]),
        table("k", 2021, &columns, &[(1, &["-80"]), (2, &["-10"])]),
    ]);
    let given = measures(&["shu = SUM(k.shu)", "selisih = SUM(k.shu) - shu[n-1]"]);
    let said = value(&data, &given, "selisih / shu[n-1] * 100", 2021);
    assert!(said.starts_with("nilai dasar negatif (-60)") && said.ends_with("perubahannya -30"), "{said}");
    let evaluator = Evaluator::new(&data, &given);
    let trace = evaluator.formula(&formula("selisih / shu[n-1] * 100"), Year(2021)).trace;
    assert_eq!((trace.aggregates.len(), trace.operands.len()), (0, 2));
    // Within a row too.
    assert_eq!(at(&data, "COUNT(k WHERE (shu - shu[n-1]) / shu[n-1] > 0)", 2021), "0");
    assert_eq!(at(&data, "COUNT(k WHERE (shu[n] - shu[2020]) / IF(shu[n-1] = 0, 1, shu[n-1]) > 0)", 2021), "0");
    assert_eq!(at(&data, "COUNT(k WHERE (shu - shu[n-1]) / ABS(shu[n-1]) < 0)", 2021), "1");
}

#[test]
fn the_score_of_indicator_11() {
    let none = dataset(Vec::new());
    let score = "IF(koperasi[n] = 0, 0, IF(koperasi[n] > koperasi[n-1], 100, IF(koperasi[n] = koperasi[n-1], 75, 50)))";
    let with =
        |now: &str, before: &str| value(&none, &measures(&[&format!("koperasi = |2021: {now}; 2020: {before}")]), score, 2021);
    assert_eq!([with("5", "4"), with("4", "4"), with("3", "4"), with("0", "4")], ["100", "75", "50", "0"]);
}

#[test]
fn fixed_values_and_data() {
    let data = umkm();
    let mut given =
        measures(&["omset = SUM(umkm.omset)|2019: 1250; 2021: 1400", "mutu = SUM(umkm.omset WHERE omset IS EMPTY)|2021: 7"]);
    {
        let evaluator = Evaluator::new(&data, &given);
        // No data of 2019: the fixed value. Data of 2021: they stand, and the difference is seen.
        let before = evaluator.measure("omset", Year(2019));
        assert_eq!((before.origin, before.outcome.number()), (Origin::Tetapan, Some(d("1250"))));
        assert_eq!(before.berbeda(), None);
        let now = evaluator.measure("omset", Year(2021));
        assert_eq!((now.origin, now.outcome.number()), (Origin::Data, Some(d("1414.75"))));
        assert_eq!(now.berbeda(), Some((d("1400"), d("1414.75"))));
        assert_eq!(evaluator.measure("mutu", Year(2021)).origin, Origin::Tetapan);
    }
    given.get_mut("omset").unwrap().utamakan_tetapan = true;
    given.get_mut("omset").unwrap().tetapan.insert(Year(2020), Score::Predicate { text: "BB".into(), score: d("70") });
    let evaluator = Evaluator::new(&data, &given);
    let now = evaluator.measure("omset", Year(2021));
    assert_eq!(
        (now.origin, now.outcome.number(), now.berbeda()),
        (Origin::Tetapan, Some(d("1400")), Some((d("1400"), d("1414.75"))))
    );
    assert_eq!(evaluator.measure("omset", Year(2020)).predikat.as_deref(), Some("BB"));
    // What a fixed value can stand in for is not required.
    let formula = formula("omset[n] - omset[n-1] + omset[n-3]");
    let needs = collect_needs(&given, &[Root { formula: &formula, tahun: Year(2021), required: true, untuk: "1.1" }]);
    let required: Vec<(i32, bool)> = needs.iter().map(|need| (need.tahun.0, need.required)).collect();
    assert_eq!(required, [(2018, true), (2020, false), (2021, false)]);
}

#[test]
fn a_trace_names_rows_cells_and_reasons() {
    let data = umkm();
    let none = BTreeMap::new();
    let evaluator = Evaluator::new(&data, &none);
    let text = "SUM(umkm.omset WHERE skala_usaha = \"mikro\" AND omset[n] > omset[n-1])";
    let evaluated = evaluator.formula(&formula(text), Year(2021));
    assert_eq!(evaluated.outcome, Outcome::Number(d("150.25")));
    let trace = &evaluated.trace.aggregates[0];
    assert_eq!((trace.baris, trace.terpilih.as_slice(), trace.jumlah_sel), (7, [1].as_slice(), 1));
    assert_eq!((trace.sel[0].row, trace.sel[0].cell_row, trace.sel[0].column, trace.sel[0].amount), (1, 1, 1, Some(d("150.25"))));
    let why: Vec<(usize, LeftOut)> = trace.dilewati.clone();
    assert_eq!(why[0], (0, LeftOut::Condition));
    assert_eq!(why[3], (4, LeftOut::NoCounterpart { tahun: Year(2020) }));
    // It is no usaha mikro, whatever its omset.
    assert_eq!(why[4], (5, LeftOut::Condition));
    let lost =
        evaluator.formula(&formula("COUNT(umkm WHERE omset[n] > omset[n-1])"), Year(2021)).trace.aggregates[0].dilewati.clone();
    assert!(lost.contains(&(5, LeftOut::ConditionMissing { isian: "omset".into(), tahun: Year(2021) })), "{lost:?}");
    // Among usaha mikro: 1 rises, 2 stays, 5 is new, 4 is gone, the row without a key cannot be told.
    assert_eq!(
        trace.kelompok,
        [GroupCounts {
            isian: "omset".into(),
            op: CompareOp::Greater,
            tahun: Year(2021),
            tahun_lain: Year(2020),
            naik: 1,
            tetap: 1,
            turun: 0,
            baru: 1,
            hilang: 1,
            tak_terbaca: 1
        }]
    );
    let all = evaluator.formula(&formula("COUNT(umkm WHERE omset[n-1] < omset)"), Year(2021));
    let groups = &all.trace.aggregates[0].kelompok[0];
    assert_eq!((groups.naik, groups.tetap, groups.turun, groups.baru, groups.hilang, groups.tak_terbaca), (2, 1, 1, 1, 1, 2));
    assert_eq!(groups.op, CompareOp::Greater);
    // A cell of another year's table.
    let joined = evaluator.formula(&formula("SUM(umkm.omset[n-1])"), Year(2021));
    let cells: Vec<(usize, usize)> = joined.trace.aggregates[0].sel.iter().map(|cell| (cell.row, cell.cell_row)).collect();
    assert_eq!(cells, [(0, 5), (1, 0), (2, 1), (3, 2), (5, 4)]);
    assert_eq!(joined.trace.jumlah_sel(), 5);
}

#[test]
fn nil_counts_as_a_cell_and_operands_are_traced_once() {
    let columns = [("volume", Jenis::Uang)];
    let data = dataset(vec![table("k", 2021, &columns, &[(1, &["0"]), (2, &[""]), (3, &["5"])])]);
    let given = measures(&["v = SUM(k.volume)"]);
    let evaluator = Evaluator::new(&data, &given);
    assert_eq!(evaluator.measure("v", Year(2021)).data.as_ref().unwrap().trace.jumlah_sel(), 2);
    let evaluated = evaluator.formula(&formula("(v[n] - v[n-1]) / v[n-1] + v[n]"), Year(2021));
    let operands: Vec<i32> = evaluated.trace.operands.iter().map(|operand| operand.tahun.0).collect();
    assert_eq!(operands, [2021, 2020]);
    let Outcome::Undefined(reason) = &evaluated.outcome else { panic!() };
    assert!(reason.is_no_data() && matches!(reason, Reason::Operand { tahun: Year(2020), .. }));
}

#[test]
fn measures_that_rest_on_themselves_end() {
    let none = dataset(Vec::new());
    let given = measures(&["a = b[n] + 1", "b = a[n-1] + 1", "c = c[n]"]);
    assert!(value(&none, &given, "a", 2021).contains("bergantung pada dirinya sendiri"));
    assert!(value(&none, &given, "c", 2021).contains("bergantung pada dirinya sendiri"));
    let formula = formula("a");
    collect_needs(&given, &[Root { formula: &formula, tahun: Year(2021), required: true, untuk: "1.1" }]);
}

#[test]
fn sums_of_many_scales_do_not_lose_a_cent() {
    let columns = [("x", Jenis::Uang)];
    let big: &[&str] = &["9999999999999999999999999999"];
    let rows: Vec<(u32, &[&str])> =
        vec![(1, big), (2, &["0.0000000000000000000000000001"]), (3, &["-9999999999999999999999999999"])];
    let data = dataset(vec![table("s", 2021, &columns, &rows)]);
    assert_eq!(at(&data, "SUM(s.x)", 2021), "0.0000000000000000000000000001");
}

#[test]
fn tall_towers_of_deep_formulas_do_not_exhaust_the_stack() {
    let none = dataset(Vec::new());
    let deep = |below: usize| format!("{}m{below}{}", "(1 + ".repeat(45), ")".repeat(45));
    let lines: Vec<String> =
        (1..500).map(|index| format!("m{index} = {}", deep(index - 1))).chain(["m0 = |2021: 1".to_owned()]).collect();
    let given = measures(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(value(&none, &given, "m40", 2021), "1801");
    // Beyond what `check` allows it ends all the same.
    let evaluator = Evaluator::new(&none, &given);
    assert!(evaluator.measure("m499", Year(2021)).outcome.reason().is_some());
    let many = measures(&["a = a[n-1] + a[n-2] + b[n-1]", "b = a[n-1] + b[n-3]"]);
    assert!(Evaluator::new(&none, &many).measure("a", Year(2021)).outcome.reason().is_some());
}
