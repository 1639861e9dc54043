//! Values such as their field cannot well have.

use super::fixture::{Office, Outcome as _};
use crate::diagnostic::Kode;
use crate::profile::Dictionary;

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
