//! Each layout that offices use, and the traps around it.

use super::layout_fixtures::*;
use super::*;
use crate::profile::HeaderRows;
use crate::vocabulary::Year;
use crate::workbook::{Cell, Cells, Formula, Sheet};

fn only(sheet: &Sheet, wanted: &[Wanted]) -> TableLayout {
    let mut tables = find_tables(sheet, wanted, &Hints::default());
    assert_eq!(tables.len(), 1, "{:#?}", tables.iter().map(map_of).collect::<Vec<_>>());
    tables.remove(0)
}

#[test]
fn the_published_export_one_row_a_koperasi() {
    let heading = [
        "idkop",
        "nmkop",
        "kelurahan",
        "kecamatan",
        "nobh",
        "tglbh",
        "aktif",
        "tdkaktif",
        "Anggt",
        "rat",
        "tglrat",
        "Krywn",
        "Mngr",
        "modalsendiri",
        "modalluar",
        "volusaha",
        "shu",
        "asset",
    ];
    let row = [
        " 1 ",
        " KUD. Tirta ",
        " Kel.A ",
        " Buleleng ",
        " 91/BH/1996 ",
        "25/03/1996",
        " 1 ",
        " - ",
        " 3.350 ",
        " 1 ",
        "06/02/2026",
        " 7 ",
        " 1 ",
        " 2.286.364.874 ",
        " 872.677.158 ",
        " 1.898.307.250 ",
        " (34.612.032)",
        " 3.159.042.032 ",
    ];
    let bare = [
        " 2 ",
        " KUD. Maju ",
        " - ",
        " Seririt ",
        " 94/BH ",
        "00/01/1900",
        " - ",
        " 1 ",
        " - ",
        " - ",
        "00/01/1900",
        " - ",
        " - ",
        " - ",
        " - ",
        " - ",
        " - ",
        " - ",
    ];
    let table = only(&sheet(&[&heading, &row, &bare, &row], None), &keragaan());
    assert_eq!(table.header, (0, 0));
    assert_eq!(
        map_of(&table),
        "nama_koperasi@B kelurahan@C kecamatan@D nomor_bh@E tanggal_bh@F aktif@G tidak_aktif@H anggota@I rat@J tanggal_rat@K karyawan@L manajer@M modal_sendiri@N modal_luar@O volume_usaha@P shu@Q aset@R"
    );
    assert_eq!(rows_of(&table), "2:data 3:data 4:data");
}

const RECAP: [&[&str]; 12] = [
    &["REKAPITULASI DATA KOPERASI"],
    &["PERIODE 31 DESEMBER 2021"],
    &["", "", "", "", "", "", "", "", "", "(Rp Juta)"],
    &["No", "Kecamatan", "Koperasi", "", "", "Anggota", "", "", "RAT", "Modal", "", "Volume Usaha"],
    &["", "", "Jumlah", "Aktif", "Tidak Aktif", "L", "P", "Jumlah", "", "Sendiri", "Luar"],
    &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    &["1", "Gadingrejo", "10", "8", "2", "100", "50", "150", "5", "10", "20", "30"],
    &["2", "Purworejo", "12", "9", "3", "110", "60", "170", "6", "11", "21", "31"],
    &["JUMLAH", "", "22", "17", "5", "210", "110", "320", "11", "21", "41", "61"],
    &["", "", "", "", "", "", "", "", "", "Pasuruan, 24 Januari 2022"],
    &["", "", "", "", "", "", "", "", "", "KEPALA DINAS"],
    &["", "", "", "", "", "", "", "", "", "NIP. 19640505 199303 1 012"],
];
const RECAP_MAP: &str = "kecamatan@B koperasi@C aktif@D tidak_aktif@E anggota_l@F anggota_p@G anggota@H rat@I modal_sendiri@J modal_luar@K volume_usaha@L";

#[test]
fn a_recap_with_merged_parents_and_without() {
    let merged = ["A1:L1", "A2:L2", "A4:A5", "B4:B5", "C4:E4", "F4:H4", "I4:I5", "J4:K4", "L4:L5", "A9:B9"];
    for merges in [Some(&merged[..]), Some(&[][..]), None] {
        let table = only(&sheet(&RECAP, merges), &recap());
        assert_eq!(table.header, (3, 4));
        assert_eq!(map_of(&table), RECAP_MAP);
        assert_eq!(rows_of(&table), "6:numbers 7:data 8:data 9:total(JUMLAH) 10:foot 11:foot 12:foot");
        assert_eq!(table.unit.as_ref().map(|unit| (unit.factor, unit.text.as_str())), Some((1_000_000, "(Rp Juta)")));
        assert_eq!(table.period.as_ref().map(|period| (period.year, period.months)), Some((Some(Year(2021)), None)));
        assert_eq!(table.columns[3].path, ["Koperasi", "Aktif"]);
        assert!(table.ambiguous.is_empty() && table.unit_conflict.is_none());
    }
}

#[test]
fn years_side_by_side_in_one_label_or_under_a_parent() {
    let flat: [&[&str]; 3] = [
        &["No", "NIK", "Nama Usaha", "Omset 2020 (Rp)", "Omset 2021 (Rp)"],
        &["1", "'3575", "Toko A", "100", "200"],
        &["2", "'3576", "Toko B", "100", "200"],
    ];
    let under: [&[&str]; 4] = [
        &["No", "NIK", "Nama Usaha", "Omset (Rp)", ""],
        &["", "", "", "2020", "2021"],
        &["1", "'3575", "Toko A", "100", "200"],
        &["2", "'3576", "Toko B", "100", "200"],
    ];
    let merges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1"];
    for (sheet, rows) in [
        (sheet(&flat, Some(&[])), "2:data 3:data"),
        (sheet(&under, Some(&merges)), "3:data 4:data"),
        (sheet(&under, None), "3:data 4:data"),
    ] {
        let table = only(&sheet, &umkm());
        assert_eq!(map_of(&table), "nik@B nama_usaha@C omset@D omset@E");
        assert_eq!(rows_of(&table), rows);
        let years: Vec<_> =
            table.columns.iter().filter_map(|column| column.period.as_ref().and_then(|period| period.year)).collect();
        assert_eq!(years, [Year(2020), Year(2021)]);
        assert!(table.columns[3..].iter().all(|column| column.unit.as_ref().is_some_and(|unit| unit.factor == 1)));
        assert!(table.ambiguous.is_empty());
    }
}

#[test]
fn unequal_periods_and_equal_years() {
    let rows: [&[&str]; 2] = [&["Nama Usaha", "NIK", "Omset Tahun 2025", "Omset Jan-Mar 2026"], &["Toko A", "'1", "1", "2"]];
    let table = only(&sheet(&rows, None), &umkm());
    let months: Vec<_> = table.columns.iter().filter_map(|column| column.period.as_ref()).map(|period| period.months).collect();
    assert_eq!(months, [Some(12), Some(3)]);
    // One year said twice, or beside a column that says none, is two columns for one field.
    for (a, b) in
        [("Omset 2021", "Omset Tahun 2021"), ("Omset", "Omset 2021"), ("Omset", "Omzet"), ("Omset Januari", "Omset Februari")]
    {
        let rows: [&[&str]; 2] = [&["Nama Usaha", "NIK", a, b], &["Toko A", "'1", "1", "2"]];
        let table = only(&sheet(&rows, None), &umkm());
        assert_eq!(map_of(&table), "nama_usaha@A nik@B", "{a} {b}");
        assert_eq!(table.ambiguous, [("omset".into(), vec![2, 3])], "{a} {b}");
    }
}

#[test]
fn a_column_that_only_looks_right_is_not_taken() {
    for (heading, why) in [
        ("%rat", "a share"),
        ("RAT (%)", "a share"),
        ("taktif", "tidak run together"),
        ("t. aktif", "tidak cut short"),
        ("Tidka Aktif", "a negation is never guessed"),
        ("Volume Usaha / bulan", "a month's"),
        ("Target Volume Usaha", "a target"),
        ("Volume Usaha Tahun Lalu", "another year"),
        ("Pertumbuhan Aset", "a growth"),
        ("Nomor dan Tanggal Badan Hukum", "two things in one cell"),
        ("Rata-rata SHU", "an average"),
        ("Modal", "which"),
        ("Jumlah", "of what"),
        ("Model", "not modal"),
        ("Jumlah Anggota Aktif", "some of them"),
        ("Luas", "not luar"),
    ] {
        let rows: [&[&str]; 3] =
            [&["No", "Nama Koperasi", "No BH", heading], &["1", "KUD A", "1/BH", "5"], &["2", "KUD B", "2/BH", "6"]];
        assert_eq!(map_of(&only(&sheet(&rows, None), &keragaan())), "nama_koperasi@B nomor_bh@C", "{heading}: {why}");
    }
}

#[test]
fn a_leaf_under_a_stranger_is_another_thing() {
    for (parent, leaves) in [
        ("Anggota", ["Aktif", "Tidak Aktif"]),
        ("Pengurus", ["L", "P"]),
        ("Karyawan", ["L", "P"]),
        ("Anggota", ["RAT", "SHU"]),
        ("Target", ["Volume Usaha", "SHU"]),
        ("Volume Usaha", ["Simpan Pinjam", "Konsumsi"]),
        ("Volume Usaha", ["Target", "Kenaikan"]),
    ] {
        let rows: [&[&str]; 3] = [
            &["No", "Nama Koperasi", "No BH", parent, ""],
            &["", "", "", leaves[0], leaves[1]],
            &["1", "KUD A", "1/BH", "5", "6"],
        ];
        let table = only(&sheet(&rows, Some(&["A1:A2", "B1:B2", "C1:C2", "D1:E1"])), &keragaan());
        assert_eq!(map_of(&table), "nama_koperasi@B nomor_bh@C", "{parent} {leaves:?}");
    }
    let rows: [&[&str]; 3] = [
        &["No", "Nama Koperasi", "Volume Usaha", "", "", "SHU"],
        &["", "", "Simpan Pinjam", "Konsumsi", "Jumlah", ""],
        &["1", "KUD A", "5", "6", "11", "1"],
    ];
    let table = only(&sheet(&rows, Some(&["A1:A2", "B1:B2", "C1:E1", "F1:F2"])), &keragaan());
    assert_eq!(map_of(&table), "nama_koperasi@B volume_usaha@E shu@F");
}

#[test]
fn slips_of_the_finger_are_read_and_said() {
    let rows: [&[&str]; 3] = [
        &["No", "Nama Kopersi", "No. Badan Hukm", "Kecmatan", "Tidak Aktf", "Volme Usaha", "Modal Sendri", "S H U"],
        &["1", "KUD A", "1/BH", "Bugul", "-", "10", "20", "30"],
        &["2", "KUD B", "2/BH", "Bugul", "1", "10", "20", "30"],
    ];
    let table = only(&sheet(&rows, None), &keragaan());
    assert_eq!(map_of(&table), "~nama_koperasi@B ~nomor_bh@C ~kecamatan@D ~tidak_aktif@E ~volume_usaha@F ~modal_sendiri@G shu@H");
    assert_eq!(table.columns[5].matched, Match::Near { alias: "volume usaha".into() });
}

#[test]
fn a_declared_heading_is_the_fields_only_one_and_no_other_fields() {
    let mut wanted = keragaan();
    let volume = wanted.iter_mut().find(|want| &*want.isian == "volume_usaha").unwrap();
    volume.declared = true;
    volume.aliases = vec!["Vol. Ush (SP)".into()];
    wanted.push(Wanted { declared: true, ..want("omset_lain", Expect::Money, &["Koperasi / SHU"]) });
    let rows: [&[&str]; 3] =
        [&["Nama Koperasi", "Volume Usaha", "VOL USH  (SP)", "Koperasi"], &["", "", "", "SHU"], &["KUD A", "1", "2", "3"]];
    let table = only(&sheet(&rows, Some(&["A1:A2", "B1:B2", "C1:C2"])), &wanted);
    assert_eq!(map_of(&table), "nama_koperasi@A volume_usaha@C omset_lain@D");
    // A near spelling of a declared heading is not it.
    let rows: [&[&str]; 2] = [&["Nama Koperasi", "Volume Usaha", "Vol Ushh SP"], &["KUD A", "1", "2"]];
    assert_eq!(map_of(&only(&sheet(&rows, None), &wanted)), "nama_koperasi@A");
}

#[test]
fn a_heading_merged_over_a_currency_and_its_figures() {
    let rows: [&[&str]; 3] = [
        &["No", "Nama Koperasi", "Volume Usaha", "", "SHU"],
        &["1", "KUD A", "Rp", "500", "5"],
        &["2", "KUD B", "Rp", "600", "6"],
    ];
    let table = only(&sheet(&rows, Some(&["C1:D1"])), &keragaan());
    assert_eq!(map_of(&table), "nama_koperasi@B volume_usaha@D shu@E");
    let rows: [&[&str]; 3] = [
        &["No", "Nama Koperasi", "Volume Usaha", "", "SHU"],
        &["1", "KUD A", "400", "500", "5"],
        &["2", "KUD B", "400", "600", "6"],
    ];
    let table = only(&sheet(&rows, Some(&["C1:D1"])), &keragaan());
    assert_eq!(map_of(&table), "nama_koperasi@B shu@E");
    assert_eq!(table.ambiguous, [("volume_usaha".into(), vec![2, 3])]);
}

#[test]
fn a_heading_typed_twice_over_nothing() {
    let at = |rows: &[&[&str]]| {
        let table = only(&sheet(rows, None), &keragaan());
        (map_of(&table), table.ambiguous)
    };
    let head: &[&str] = &["No", "Nama Koperasi", "Volume Usaha", "Volume Usaha "];
    let rows: [&[&str]; 3] = [head, &["1", "KUD A", "400", ""], &["2", "KUD B", "500", ""]];
    assert_eq!(at(&rows), ("nama_koperasi@B volume_usaha@C".to_owned(), Vec::new()));
    // One cell below it, or another heading over it: nobody knows which.
    let both = [("volume_usaha".into(), vec![2, 3])];
    let rows: [&[&str]; 3] = [head, &["1", "KUD A", "400", ""], &["2", "KUD B", "500", "600"]];
    assert_eq!(at(&rows).1, both);
    let other: &[&str] = &["No", "Nama Koperasi", "Volume Usaha", "Vol. Usaha (Rp)"];
    let rows: [&[&str]; 3] = [other, &["1", "KUD A", "400", ""], &["2", "KUD B", "500", ""]];
    assert_eq!(at(&rows).1, both);
}

const HEAD: &[&str] = &["No", "Nama Koperasi", "No BH", "Alamat", "Volume Usaha"];

fn rows_below(rows: &[&[&str]]) -> String {
    let mut all = vec![HEAD];
    all.extend(rows);
    rows_of(&only(&sheet(&all, None), &keragaan()))
}

#[test]
fn groups_subtotals_total() {
    assert_eq!(
        rows_below(&[
            &["I", "Kecamatan Bugul Kidul"],
            &["1", "KUD A", "1/BH", "Jl. A", "10"],
            &["2", "KUD B", "2/BH", "Jl. B", "20"],
            &["", "Jumlah Kec. Bugul Kidul", "", "", "30"],
            &["II", "Kecamatan Gadingrejo"],
            &["3", "KUD C", "3/BH", "Jl. C", "30"],
            &["", "Sub Total", "", "", "30"],
            &["", "Rata-rata", "", "", "20"],
            &["", "TOTAL", "", "", "60"],
        ]),
        "2:group(Kecamatan Bugul Kidul) 3:data 4:data 5:sub(Jumlah Kec. Bugul Kidul,3) 6:group(Kecamatan Gadingrejo) 7:data 8:sub(Sub Total,7) 9:foot 10:total(TOTAL)"
    );
    assert_eq!(
        rows_below(&[
            &["BUGUL KIDUL"],
            &["1", "KUD A", "1/BH", "Jl. A", "10"],
            &["Jumlah", "", "", "", "10"],
            &["", "GADINGREJO"],
            &["2", "KUD B", "2/BH", "Jl. B", "20"],
            &["Jumlah", "", "", "", "20"],
            &["J U M L A H  T O T A L", "", "", "", "30"],
        ]),
        "2:group(BUGUL KIDUL) 3:data 4:sub(Jumlah,3) 5:group(GADINGREJO) 6:data 7:sub(Jumlah,6) 8:total(J U M L A H T O T A L)"
    );
    // The last of equal subtotals is one of them.
    assert_eq!(
        rows_below(&[
            &["1", "KUD A", "1/BH", "", "10"],
            &["Jumlah", "", "", "", "10"],
            &["2", "KUD B", "2/BH", "", "20"],
            &["Jumlah", "", "", "", "20"],
        ]),
        "2:data 3:sub(Jumlah,2) 4:data 5:sub(Jumlah,4)"
    );
    // A total on top of its rows.
    assert_eq!(
        rows_below(&[&["", "Jumlah", "", "", "30"], &["1", "KUD A", "1/BH", "", "10"], &["2", "KUD B", "2/BH", "", "20"]]),
        "2:total(Jumlah) 3:data 4:data"
    );
}

#[test]
fn names_that_begin_as_totals_or_notes_do() {
    assert_eq!(
        rows_below(&[
            &["1", "Total Mandiri", "1/BH", "Jl. A", "10"],
            &["2", "Jumlah Makmur", "", "", "20"],
            &["3", "Koperasi Sumber Rejeki", "2/BH", "", "20"],
            &["4", "KUD Catatan Sejahtera", "3/BH", "Rumah Kepala Desa", "20"],
            &["5", "Sumber: Rejeki", "4/BH", "", "20"],
            &["", "Jumlah Makmur", "", "", "20"],
            &["", "Jumlah", "7/BH", "", "20"],
            &["8", "Jumlah", "", "", "20"],
            &["", "Jumlah", "", "", "110"],
        ]),
        "2:data 3:data 4:data 5:data 6:data 7:either(Jumlah Makmur) 8:either(Jumlah) 9:either(Jumlah) 10:total(Jumlah)"
    );
}

/// A form's row of examples is none of its data, wherever it stands and however like them it is.
#[test]
fn rows_of_examples() {
    let with = |mark: &str| {
        rows_below(&[
            &[mark, "KUD Contoh", "188/BH", "Jl. Contoh", "1250"],
            &["1", "KUD A", "1/BH", "Jl. A", "10"],
            &["2", "KUD B", "2/BH", "Jl. B", "20"],
            &[mark, "KUD Contoh", "188/BH", "", "1250"],
            &["", "Jumlah", "", "", "30"],
        ])
    };
    for mark in ["contoh", "Contoh:", "CTH.", "(contoh pengisian)", "misalnya"] {
        assert_eq!(with(mark), "2:example 3:data 4:data 5:example 6:total(Jumlah)", "{mark}");
    }
    assert_eq!(with("7a"), "2:data 3:data 4:data 5:data 6:total(Jumlah)");
}

#[test]
fn figures_without_name_blank_rows_and_the_end() {
    assert_eq!(
        rows_below(&[
            &["1", "KUD A", "1/BH", "Jl. A", "10"],
            &["2", "KUD B", "2/BH", "Jl. B", "-"],
            &["3", "KUD C", "3/BH", "Jl. C", ""],
            &["4", "-", "-", "-", "-"],
            &["5"],
            &["----", "----", "----", "----", "----"],
            &["", "", "", "", "55"],
            &["", "", "9/BH", "", ""],
            &["JUMLAH", "", "", "", "10"],
            &["", "KUD D", "4/BH", "Jl. D", "15"],
            &["Sumber: Dinas Koperasi"],
            &["6", "KUD E", "5/BH", "", ""],
            &["Keterangan: angka sementara"],
            &["", "", "", "", "Pasuruan, 31 Desember 2021"],
            &["", "", "", "", "Drs. H. EDY"],
        ]),
        "2:data 3:data 4:data 5:blank 6:blank 7:blank 8:nameless 9:nameless 10:total(JUMLAH) 11:below 12:foot 13:below 14:foot 15:foot 16:foot"
    );
}

#[test]
fn far_rows_and_doubtful_groups() {
    let mut rows: Vec<&[&str]> = vec![&["1", "KUD A", "1/BH", "", "10"], &["2", "KUD B", "2/BH", "", "10"]];
    rows.extend(vec![&[] as &[&str]; 15]);
    rows.push(&["3", "KUD C", "3/BH", "", "10"]);
    assert_eq!(rows_below(&rows), "2:data 3:data 19:below");
    // A group's name with figures, in a table whose rows are numbered.
    assert_eq!(
        rows_below(&[
            &["", "Kecamatan Bugul", "", "", "30"],
            &["1", "KUD A", "1/BH", "", "10"],
            &["2", "KUD B", "2/BH", "", "20"],
            &["", "Gadingrejo", "", "", "10"],
            &["3", "KUD C", "3/BH", "", "10"],
            &["4", "KUD C", "3/BH", "", "10"],
            &["5", "KUD C", "3/BH", "", "10"],
            &["6", "KUD C", "3/BH", "", "10"],
            &["7", "KUD D", "3/BH", "", "10"],
            &["8", "KUD C", "3/BH", "", "10"],
        ]),
        "2:either(Kecamatan Bugul) 3:data 4:data 5:either(Gadingrejo) 6:data 7:data 8:data 9:data 10:data 11:data"
    );
}

#[test]
fn a_sum_formula_is_never_data() {
    let mut sheet = sheet(
        &[HEAD, &["1", "KUD A", "1/BH", "", "10"], &["2", "KUD B", "2/BH", "", "20"], &["3", "Se-Kota", "", "", "30"]],
        None,
    );
    let last = sheet.cells.last().unwrap().at;
    let own = sheet.clone();
    // OpenDocument has its own writing; what is summed of the row itself or of another sheet is data.
    for (text, rows) in [
        ("SUM(E2:E3)", "2:data 3:data 4:either(Se-Kota)"),
        ("SUM([.E2:.E3])", "2:data 3:data 4:either(Se-Kota)"),
        ("SUM(Tabel1[Volume])", "2:data 3:data 4:either(Se-Kota)"),
        ("SUM([.C4:.D4])", "2:data 3:data 4:data"),
        ("SUM([$Sumber.E2:.E9])", "2:data 3:data 4:data"),
    ] {
        let formula = |at| if at == last { Formula::Some(Some(text)) } else { Formula::None };
        sheet.cells = Cells::build(own.cells.iter().map(|cell| Cell { formula: formula(cell.at), ..cell })).unwrap();
        assert_eq!(rows_of(&only(&sheet, &keragaan())), rows, "{text}");
    }
}

#[test]
fn printed_pages_repeat_headings_and_another_year_is_another_table() {
    let row: &[&str] = &["1", "KUD A", "1/BH", "", "10"];
    let table = only(&sheet(&[HEAD, row, row, HEAD, &["1", "2", "3", "4", "5"], row], None), &keragaan());
    assert_eq!(rows_of(&table), "2:data 3:data 4:repeat 5:numbers 6:data");
    let tables = find_tables(
        &sheet(&[&["TAHUN 2020"], HEAD, row, row, &[], &["TAHUN 2021"], HEAD, row], None),
        &keragaan(),
        &Hints::default(),
    );
    assert_eq!(tables.iter().map(rows_of).collect::<Vec<_>>(), ["3:data 4:data", "8:data"]);
    let years: Vec<_> = tables.iter().filter_map(|table| table.period.as_ref()?.year).collect();
    assert_eq!(years, [Year(2020), Year(2021)]);
    // Another table further down has its own headings.
    let tables = find_tables(
        &sheet(&[HEAD, row, row, &[], &["REKAP"], &["Kecamatan", "Anggota", "SHU"], &["Bugul", "5", "6"]], None),
        &keragaan(),
        &Hints::default(),
    );
    assert_eq!(
        tables.iter().map(map_of).collect::<Vec<_>>(),
        ["nama_koperasi@B nomor_bh@C volume_usaha@E", "kecamatan@A anggota@B shu@C"]
    );
    assert_eq!(tables.iter().map(rows_of).collect::<Vec<_>>(), ["2:data 3:data", "7:data"]);
    assert!(tables[0].score > tables[1].score);
}

#[test]
fn headings_where_the_profile_says() {
    let rows: [&[&str]; 4] = [&["Nama Koperasi", "SHU"], &["Nama Koperasi", "Aset"], &["KUD A", "5"], &["KUD B", "6"]];
    let hints = Hints { header_rows: Some(HeaderRows { first: 1, last: 1 }), ..Hints::default() };
    let tables = find_tables(&sheet(&rows, None), &keragaan(), &hints);
    assert_eq!((tables[0].header, map_of(&tables[0])), ((1, 1), "nama_koperasi@A aset@B".to_owned()));
    for (first, last) in [(50, 60), (u32::MAX, u32::MAX), (3, 1)] {
        let _ = find_tables(
            &sheet(&rows, None),
            &keragaan(),
            &Hints { header_rows: Some(HeaderRows { first, last }), ..Hints::default() },
        );
    }
}

#[test]
fn units_stated_twice_and_differently() {
    let row: &[&str] = &["1", "KUD A", "1/BH", "", "10"];
    let table =
        only(&sheet(&[&["(dalam ribuan rupiah)"], HEAD, row, row, &["Catatan: angka dalam jutaan rupiah"]], None), &keragaan());
    assert_eq!(table.unit.map(|unit| unit.factor), Some(1_000));
    assert_eq!(table.unit_conflict.map(|unit| (unit.factor, unit.at.to_string())), Some((1_000_000, "A5".to_owned())));
}

#[test]
fn a_parent_that_states_another_unit_than_its_child() {
    let rows: [&[&str]; 3] =
        [&["Nama Koperasi", "Modal (Rp Juta)", ""], &["", "Sendiri (Rp. 000)", "Luar"], &["KUD A", "1", "2"]];
    let table = only(&sheet(&rows, Some(&["A1:A2", "B1:C1"])), &keragaan());
    assert_eq!(map_of(&table), "nama_koperasi@A modal_sendiri@B modal_luar@C");
    assert_eq!(table.unit_conflict.map(|unit| unit.at.to_string()).as_deref(), Some("B1"));
    assert_eq!(table.columns[2].unit.as_ref().map(|unit| unit.factor), Some(1_000_000));
}

#[test]
fn sheets_without_any_table() {
    for rows in [&[][..], &[&["halo"][..]][..], &[&["1", "2"][..], &["3", "4"][..]][..]] {
        assert!(find_tables(&sheet(rows, None), &keragaan(), &Hints::default()).is_empty());
    }
    assert!(find_tables(&sheet(&[HEAD], None), &[], &Hints::default()).is_empty());
    let heads_only = find_tables(&sheet(&[HEAD], None), &keragaan(), &Hints::default());
    assert_eq!(heads_only.len(), 1);
}

#[test]
fn a_child_under_a_parent_typed_over_the_middle_is_not_taken_for_a_column_of_its_own() {
    let recap_of = |rows: [&[&str]; 2]| {
        let data: Vec<String> =
            (1..=rows[0].len()).map(|column| if column == 2 { "Gadingrejo".to_owned() } else { column.to_string() }).collect();
        let data: Vec<&str> = data.iter().map(String::as_str).collect();
        map_of(&only(&sheet(&[rows[0], rows[1], &data, &data], None), &recap()))
    };
    // Members of the Simpan Pinjam units are not the koperasi's members.
    assert_eq!(
        recap_of(
            [&["No", "Kecamatan", "Aset", "", "Simpan Pinjam", "", "SHU"], &["", "", "", "Jumlah", "Aktif", "Anggota", ""],]
        ),
        "kecamatan@B aset@C shu@G"
    );
    assert_eq!(
        recap_of(
            [&["", "", "", "", "Simpan Pinjam", "", ""], &["No", "Kecamatan", "Aset", "Jumlah", "Aktif", "Anggota", "SHU"],]
        ),
        "kecamatan@B aset@C shu@G"
    );
    // Beside it: the members' own column, and one behind the children.
    assert_eq!(
        recap_of([
            &["No", "Kecamatan", "", "Koperasi", "", "Anggota", "SHU"],
            &["", "", "Jumlah", "Aktif", "Tidak Aktif", "", ""],
        ]),
        "kecamatan@B aktif@D anggota@F shu@G"
    );
}
