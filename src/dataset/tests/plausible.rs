//! Values such as their field cannot well have.

use crate::dataset::Isi;
use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::Kode;
use crate::profile::{Dictionary, JenisIsian};
use crate::vocabulary::{Tanggal, Year};

fn told(heading: &str, rows: impl Iterator<Item = String>, isian: &[&str]) -> usize {
    let lines: Vec<String> =
        rows.enumerate().map(|(at, row)| format!("{};KSP {};{}/BH;{row}", at + 1, at + 1, at + 101)).collect();
    let text = format!("No;Nama Koperasi;Nomor BH;{heading}\n{}", lines.join("\n"));
    Office::keragaan().file("2021.csv", &text).needs(2021, isian).read().has(Kode::NilaiSeperseribu).len()
}

#[test]
fn what_is_no_money_under_a_heading_of_money_is_told() {
    let volume =
        |value: &dyn Fn(usize) -> u64| told("Volume Usaha (Rp)", (0..12).map(|at| value(at).to_string()), &["volume_usaha"]);
    assert_eq!(volume(&|at| 2_010 + at as u64), 1);
    assert_eq!(volume(&|at| 44_561 + at as u64), 1);
    assert_eq!(volume(&|at| 3_575_010_180_000_001 + at as u64), 1);
    assert_eq!(volume(&|_| 4_712_345_600), 1);
    assert_eq!(volume(&|at| if at < 6 { 1_000_000 * (at as u64 + 7) } else { 13_000_000 }), 1);
    assert_eq!(volume(&|at| 1_345_678_000 + 77_000_000 * at as u64), 0);
    // Excel's fill handle.
    assert_eq!(volume(&|at| if (4..7).contains(&at) { 37_000_000 + at as u64 } else { 1_345_678 * (at as u64 + 3) }), 1);
    // A few small ones of the same size are nothing odd.
    assert_eq!(volume(&|at| 12_000_000 * (1 + at as u64 / 4)), 0);
}

#[test]
fn columns_of_the_same_amounts_and_shares_above_their_whole_are_told() {
    let both = |of: &dyn Fn(u64) -> (u64, u64, u64)| {
        let rows = (1..=8).map(|at| {
            let (volume, shu, aset) = of(at);
            format!("{volume};{shu};{aset}")
        });
        told("Volume Usaha (Rp);SHU (Rp);Aset (Rp)", rows, &["volume_usaha", "shu"])
    };
    assert_eq!(both(&|at| (at * 7_000_111, at * 400_000, at * 9_000_000)), 0);
    assert_eq!(both(&|at| (at * 9_000_000, at * 400_000, at * 9_000_000)), 1);
    assert_eq!(
        both(&|at| if at == 3 { (400_000, 21_000_333, 27_000_000) } else { (at * 7_000_111, at * 400_000, at * 9_000_000) }),
        1
    );
}

#[test]
fn counts_out_of_all_proportion_are_told() {
    let members = |odd: u64| {
        told("Anggota", (1..=8u64).map(|at| if at == 4 { odd.to_string() } else { (40 + at * 30).to_string() }), &["anggota"])
    };
    assert_eq!([members(85_123_456_789), members(44_321), members(9_000), members(310)], [1, 1, 0, 0]);
    let by_sex = |total: u64| {
        let rows = (1..=8u64).map(|at| format!("{};{};{}", 20 * at, 30 * at, if at == 4 { total } else { 50 * at }));
        told("Anggota L;Anggota P;Jumlah Anggota", rows, &["anggota"])
    };
    assert_eq!([by_sex(200), by_sex(201), by_sex(190)], [0, 1, 1]);
}

#[test]
fn a_file_in_thousands_beside_others_in_rupiah_is_told() {
    let told = |own: &dyn Fn(u64) -> u64| {
        let file = |tens: u64, value: &dyn Fn(u64) -> u64| {
            let rows = (1..=9u64).map(|at| format!("{at};KSP {tens}{at};{tens}{at}/BH;{}\n", value(at)));
            format!("No;Nama Koperasi;Nomor BH;Volume Usaha\n{}", rows.collect::<String>())
        };
        let plain = |at: u64| at * at * 41_000_317;
        Office::new(Dictionary::Keragaan, &["data/Barat {tahun}.csv", "data/Timur {tahun}.csv"], &["nomor_bh"])
            .file("Barat 2021.csv", &file(1, &plain))
            .file("Timur 2021.csv", &file(2, own))
            .needs(2021, &["volume_usaha"])
            .read()
            .has(Kode::NilaiSeperseribu)
            .len()
    };
    assert_eq!(told(&|at| at * at * 39_000_561), 0);
    assert_eq!(told(&|at| at * at * 39_001), 1, "amounts of both files lie side by side");
    assert_eq!(told(&|at| at * at * 39_000_561_000), 1, "a unit left over from a template");
    assert_eq!(told(&|at| 6_000_000 + at * 401_111), 0, "small koperasi of a small kecamatan");
}

#[test]
fn amounts_in_thousands_among_others_are_told_however_few() {
    let volume = |values: &[u64]| told("Volume Usaha (Rp)", values.iter().map(ToString::to_string), &["volume_usaha"]);
    let plain: Vec<u64> = (1..=24).map(|at| 24_009_414 + at * at * 1_203_517).collect();
    for little in [vec![686_116], vec![420_073, 61_220], vec![78_541, 140_666, 98_112]] {
        assert_eq!(volume(&[&plain[..], &little].concat()), 1, "{little:?}");
    }
    assert_eq!(volume(&[7_800, 9_900, 26_700, 130_800, 4_700_000, 6_100_000, 8_500_000, 11_100_000, 43_000_000]), 1);
    // Small koperasi, and amounts of which a thousand times would be out of all proportion.
    assert_eq!(volume(&[&plain[..], &[2_500_000, 3_100_000]].concat()), 0);
    assert_eq!(volume(&[1_200_000, 3_000_000, 80_000_000, 400_000_000, 2_000_000_500, 5_000_000_700]), 0);
}

#[test]
fn dates_that_cannot_well_be_of_their_year_are_told() {
    let of = |jenis: &str, isian: &str, dates: &[&str]| {
        let rows = dates.iter().enumerate().map(|(at, own)| format!("{};KSP {at};{at}1/BH;{own};500\n", at + 1));
        let text = format!("No;Nama Koperasi;Nomor BH;{jenis};Volume Usaha\n{}", rows.collect::<String>());
        let office = Office::keragaan().kolom("tanggal_izin", "Tanggal Izin", Some(JenisIsian::Tanggal));
        let read = office.file("2021.csv", &text).needs(2021, &[isian]).read();
        let told = read.has(Kode::TanggalJanggal);
        told.iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect::<Vec<_>>()
    };
    let rat = |dates: &[&str]| of("Tanggal RAT", "tanggal_rat", dates);
    let usual = ["25/03/2021", "14/02/2021", "28/02/2021", "30/06/2021", "15/01/2022", "", "13/04/2021"];
    let with = |odd: &str| {
        let dates: Vec<&str> = usual.into_iter().chain([odd]).collect();
        rat(&dates)
    };
    for odd in ["05/03/2091", "05/03/2012", "05/03/2022", "13/01/1921"] {
        assert_eq!(with(odd), ["D9"], "{odd}");
    }
    // Held late, long ago by one that sleeps, or before the report was signed.
    for even in ["", "31/12/2021", "24/01/2022", "20/11/2018"] {
        assert!(with(even).is_empty(), "{even}");
    }
    let moved = |from: &str, to: &str| usual.map(|own| own.replace(from, to));
    let last_year = moved("2022", "2021").map(|own| own.replace("2021", "2020"));
    assert_eq!(rat(&last_year.each_ref().map(String::as_str)), ["D"]);
    let planned = moved("2021", "2022");
    assert_eq!(rat(&planned.each_ref().map(String::as_str)), ["D"], "of a year that the report does not know yet");
    // The last RAT of each, of which many sleep.
    assert!(rat(&["05/03/2012", "14/02/2015", "28/02/2016", "30/06/2019", "15/01/2021", "13/04/2021", "13/04/2009"]).is_empty());
    // A registration stays, however long ago; a licence may run on.
    let founded = ["13/04/1953", "14/02/1998", "28/02/1999", "30/06/2004", "15/01/2011", "13/04/2017", "13/04/2018"];
    assert!(of("Tanggal BH", "tanggal_bh", &founded).is_empty());
    assert!(of("Tanggal BH", "tanggal_bh", &["14/02/2020"; 6]).is_empty());
    let licence = |dates: &[&str]| of("Tanggal Izin", "tanggal_izin", dates);
    assert!(licence(&["13/04/2024", "14/02/2025", "28/02/2023", "30/06/2026", "15/01/2027", "13/04/2024"]).is_empty());
    assert_eq!(licence(&["13/04/2020", "14/02/2020", "28/02/2020", "30/06/2020", "15/01/2020"]), ["D"]);
    assert!(licence(&["13/04/2020", "14/02/2018", "28/02/2020", "30/06/2020", "15/01/2020"]).is_empty());
}

#[test]
fn a_doubtful_date_of_birth_is_masked_and_an_accepted_date_is_put_right() {
    let people = |odd: &str| {
        let dates = ["01/02/1970", "13/04/1981", "25/12/1990", "14/02/1966", "28/02/1979", "30/06/2001", odd];
        let rows = dates.iter().enumerate().map(|(at, own)| format!("{at};35750101018000{at:02};Usaha {at};{own};500\n"));
        format!("No;NIK;Nama Usaha;Tanggal Lahir;Omset\n{}", rows.collect::<String>())
    };
    let read = Office::umkm().file("2021.csv", &people("12/06/2091")).needs(2021, &["tanggal_lahir"]).read();
    let told = read.has(Kode::TanggalJanggal);
    assert_eq!(told.len(), 1);
    assert!(!told[0].pesan().contains("2091-06-12"), "{}", told[0].pesan());

    let dates = ["25/03/2021", "14/02/2021", "28/02/2021", "30/06/2021", "05/03/2091"];
    let rows = dates.iter().enumerate().map(|(at, own)| format!("{};KSP {at};{at}1/BH;{own}\n", at + 1));
    let read = Office::keragaan()
        .file("2021.csv", &format!("No;Nama Koperasi;Nomor BH;Tanggal RAT\n{}", rows.collect::<String>()))
        .needs(2021, &["tanggal_rat"])
        .accepts(Kode::TanggalJanggal, "data/2021.csv!D6", Some("2091-03-05"), Some("05/03/2021"))
        .read();
    let table = read.value.table("s", Year(2021)).unwrap();
    let own = table.isi(&table.rows[4], table.column("tanggal_rat").unwrap());
    assert_eq!(own, Isi::Tanggal(Tanggal { year: 2021, month: 3, day: 5 }));
}
