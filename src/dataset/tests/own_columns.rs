//! Numbers of an office's own columns, and of recaps by place: values that cannot well be, within a year and between two.

use crate::dataset::fixture::{Office, Outcome as _};
use crate::diagnostic::Kode;
use crate::profile::{Dictionary, JenisIsian};

/// Trainings of twelve, each with these participants and this budget.
fn trainings(peserta: impl Fn(usize) -> String, anggaran: impl Fn(usize) -> String) -> String {
    let line = |at: usize| format!("{};Pelatihan Nomor {at};{};{}\n", at + 1, peserta(at), anggaran(at));
    format!("No;Nama Pelatihan;Peserta;Anggaran (Rp)\n{}", (0..12).map(line).collect::<String>())
}

fn told(text: &str, kode: Kode) -> usize {
    let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["nama"])
        .kolom("nama", "Nama Pelatihan", Some(JenisIsian::Teks))
        .kolom("peserta", "Peserta", Some(JenisIsian::Angka))
        .kolom("anggaran", "Anggaran (Rp)", Some(JenisIsian::Uang))
        .file("2021.csv", text);
    office.needs(2021, &["peserta", "anggaran"]).read().has(kode).len()
}

fn usual(at: usize) -> String {
    (18 + at * 2).to_string()
}

fn budget(at: usize) -> String {
    (23_000_000 + at * 1_717_311).to_string()
}

#[test]
fn values_among_an_offices_own_that_cannot_well_be() {
    let with = |odd: &'static str| move |at: usize| if at == 3 { odd.to_owned() } else { usual(at) };
    assert_eq!(told(&trainings(usual, budget), Kode::NilaiSeperseribu), 0);
    for odd in ["81234567890", "2021", "3300", "999", "0"] {
        assert_eq!(told(&trainings(with(odd), budget), Kode::NilaiSeperseribu), 1, "{odd}");
    }
    assert_eq!(told(&trainings(with("-20"), budget), Kode::NilaiNegatif), 1);
    let lost = |at: usize| if at == 3 { "-23000000".to_owned() } else { budget(at) };
    assert_eq!(told(&trainings(usual, lost), Kode::NilaiNegatif), 1);
    // A nought among small counts, and among those of many sizes.
    let small = |at: usize| if at == 3 { "0".to_owned() } else { (1 + at).to_string() };
    assert_eq!(told(&trainings(small, budget), Kode::NilaiSeperseribu), 0);
    let spread = |at: usize| if at == 3 { "0".to_owned() } else { (10 + at * at).to_string() };
    assert_eq!(told(&trainings(spread, budget), Kode::NilaiSeperseribu), 0);
}

#[test]
fn a_caption_of_money_over_a_number() {
    let told = |title: &str, heading: &str| {
        let rows = (0..6).map(|at| format!("{};Pelatihan {at};{}\n", at + 1, 23 + at * 5)).collect::<String>();
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["nama"])
            .kolom("nama", "Nama Pelatihan", Some(JenisIsian::Teks))
            .kolom("a", heading, Some(JenisIsian::Angka))
            .file("2021.csv", &format!("{title}\n\nNo;Nama Pelatihan;{heading}\n{rows}"));
        office.needs(2021, &["a"]).read().has(Kode::KeteranganMembatasi).len()
    };
    assert_eq!(told("PELATIHAN 2021 (dalam juta rupiah)", "Anggaran"), 1);
    assert_eq!(told("PELATIHAN 2021 (dalam juta rupiah)", "Peserta"), 0);
    assert_eq!(told("PELATIHAN 2021", "Anggaran"), 0);
}

/// What is told of eight kecamatan's members of two years.
fn recap(later: impl Fn(usize, i64) -> i64) -> Vec<String> {
    let names = ["Gadingrejo", "Purworejo", "Bugul Kidul", "Panggungrejo", "Kraton", "Rejoso", "Grati", "Lekok"];
    let before = |at: usize| 1_638 + at as i64 * 317;
    let of = |value: &dyn Fn(usize) -> i64| {
        let rows = (0..8).map(|at| format!("{};{};{}\n", at + 1, names[at], value(at))).collect::<String>();
        format!("No;Kecamatan;Anggota\n{rows}")
    };
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"])
        .source(|sumber| sumber.butir = Some("kecamatan".to_owned()))
        .file("2020.csv", &of(&before))
        .file("2021.csv", &of(&|at| later(at, before(at))));
    let read = office.needs(2020, &["anggota"]).needs(2021, &["anggota"]).read();
    read.has(Kode::LonjakanNilai).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
}

#[test]
fn a_region_whose_count_is_nothing_or_tenfold() {
    let grown = |at: usize, before: i64| before + 13 + at as i64 * 5;
    assert!(recap(grown).is_empty());
    let odd = |value: fn(i64) -> i64| move |at: usize, before: i64| if at == 3 { value(before) } else { grown(at, before) };
    assert_eq!(recap(odd(|_| 0)), ["C5"]);
    assert_eq!(recap(odd(|before| before * 10)), ["C5"]);
    assert_eq!(recap(odd(|before| before / 10)), ["C5"]);
    assert_eq!(recap(odd(|_| 9_999)), ["C5"]);
    // A good year, and a region that lost half.
    assert!(recap(odd(|before| before * 5 / 4)).is_empty());
    assert!(recap(odd(|before| before / 2 + 40)).is_empty());
}

#[test]
fn a_year_or_a_hundred_times_the_others_in_a_count() {
    let told = |heading: &str, isian: &str, value: &dyn Fn(usize) -> usize| {
        let line =
            |at: usize| format!("{};35750101016000{at:02};Usaha {at};{};{}\n", at + 1, 11_708_882 + at * 731_117, value(at));
        let text = format!("No;NIK;Nama Usaha;Omset;{heading}\n{}", (0..12).map(line).collect::<String>());
        Office::umkm().file("2021.csv", &text).needs(2021, &[isian]).read().has(Kode::NilaiSeperseribu).len()
    };
    let workers = |odd: usize| move |at: usize| if at == 4 { odd } else { 1 + at % 4 };
    assert_eq!(told("Tenaga Kerja", "tenaga_kerja", &workers(500)), 1);
    assert_eq!(told("Tenaga Kerja", "tenaga_kerja", &workers(2_021)), 1);
    assert_eq!(told("Tenaga Kerja", "tenaga_kerja", &workers(40)), 0);
}

#[test]
fn a_heading_that_goes_up_to_a_month() {
    let told = |heading: &str| {
        let rows = (0..6).map(|at| format!("{};Pelatihan {at};{}\n", at + 1, 23 + at * 5)).collect::<String>();
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["nama"])
            .kolom("nama", "Nama Pelatihan", Some(JenisIsian::Teks))
            .kolom("p", heading, Some(JenisIsian::Angka))
            .file("2021.csv", &format!("No;Nama Pelatihan;{heading}\n{rows}"));
        office.needs(2021, &["p"]).read().has(Kode::KeteranganMembatasi).len()
    };
    assert_eq!(["Peserta s/d Juni", "Peserta sampai September 2021"].map(told), [1, 1]);
    assert_eq!(["Peserta", "Peserta s/d Desember", "Peserta TW I"].map(told), [0, 0, 0]);
}

#[test]
fn an_amount_among_lines_of_counts_is_no_slip() {
    let told = |amount: &str| {
        let lines = [("Jumlah Koperasi", "297"), ("Koperasi Aktif", "257"), ("Jumlah Anggota", "14178"), ("Koperasi RAT", "145")];
        let lines = lines.into_iter().chain([(amount, "109446088891"), ("Jumlah UMKM", "5450"), ("Usaha Mikro", "5095")]);
        let rows = lines.enumerate().map(|(at, (nama, isi))| format!("{};{nama};{isi}\n", at + 1)).collect::<String>();
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["uraian"])
            .kolom("uraian", "Uraian", Some(JenisIsian::Teks))
            .kolom("isi", "Realisasi", Some(JenisIsian::Angka))
            .file("2021.csv", &format!("No;Uraian;Realisasi\n{rows}"));
        office
            .source(|sumber| sumber.butir = Some("uraian".to_owned()))
            .needs(2021, &["isi"])
            .read()
            .has(Kode::NilaiSeperseribu)
            .len()
    };
    assert_eq!((told("Volume Usaha"), told("Koperasi Syariah")), (0, 1));
}
