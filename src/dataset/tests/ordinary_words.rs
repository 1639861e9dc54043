//! What ordinary offices write over, beside and below their rows and that says nothing against them, each beside its
//! nearest kin that does.

use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Kode, Tingkat};
use crate::profile::{Dictionary, JenisIsian};

/// What is told, notes aside, of a list of twelve koperasi under a heading's lines, with remarks and lines below.
fn told(above: &str, remark: &str, below: &str) -> Vec<String> {
    let row = |at: usize| {
        let remark = if at == 5 { remark } else { "" };
        format!("{at};KSU Nama {at};{at}/BH/1998;Kertek;{};{}00;-;{remark}\n", 20 + at, 1_000_100 * at)
    };
    let rows: String = (1..=12).map(row).collect();
    let head = "No;Nama Koperasi;Nomor BH;Kecamatan;Jumlah Anggota;Volume Usaha;SHU;Keterangan";
    let text = format!("{above}DATA KOPERASI TAHUN 2021;;;;;;;\n;;;;;;;\n{head}\n{rows};JUMLAH;;;318;7800780000;;\n{below}");
    let office = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha", "anggota", "shu"]);
    let read = office.read();
    let grave = read.temuan.iter().filter(|temuan| temuan.tingkat() != Tingkat::Catatan);
    grave.map(|temuan| temuan.kode().text().to_owned()).collect()
}

#[test]
fn lines_over_the_table() {
    for above in [
        "Nomor;: 518/12/2022;;;;;;\nLampiran;: 1 lembar;;;;;;\n",
        "Nomor;:;518/12/2022;;;;;\n",
        "Petunjuk: isi kolom volume usaha dalam rupiah penuh, satu tahun buku;;;;;;;\n",
    ] {
        assert_eq!(told(above, "", ""), Vec::<String>::new(), "{above}");
    }
    for above in [
        "Keadaan;: Desember 2022;;;;;;\n",
        "Nomor;: 518/12/2022;;;;;;\nPosisi;: 30/06/2021;;;;;;\n",
        "Petunjuk: isi kolom volume usaha dalam ribuan rupiah;;;;;;;\n",
    ] {
        assert!(!told(above, "", "").is_empty(), "{above}");
    }
}

#[test]
fn remarks_on_what_is_not_the_figures() {
    for remark in [
        "telp tidak aktif",
        "HP tidak aktif",
        "ketua meninggal",
        "simpanan wajib 10.000 per bulan",
        "sewa kantor 500rb/bulan",
        "produksi 10 kg/hari",
        "50 pcs per minggu",
    ] {
        assert_eq!(told("", remark, ""), Vec::<String>::new(), "{remark}");
    }
    for remark in [
        "tidak aktif",
        "pengurus tidak aktif",
        "keluar",
        "koperasi tidak ada",
        "volume per bulan",
        "omset 10 kg/hari",
        "per bulan",
        "10 juta/bulan",
    ] {
        assert!(!told("", remark, "").is_empty(), "{remark}");
    }
}

#[test]
fn lines_below_the_table() {
    for below in [
        "Ket : - = tidak ada;;;;;;;\n",
        "Keterangan : - = Nihil;;;;;;;\n",
        ";;;;;;;\n1;Data dari laporan RAT koperasi;;;;;;\n2;Volume usaha dalam rupiah;;;;;;\n3;Diolah oleh bidang koperasi;;;;;;\n",
    ] {
        assert_eq!(told("", "", below), Vec::<String>::new(), "{below}");
    }
    for below in [
        "Ket : - = belum melapor;;;;;;;\n",
        "Ket : * = tidak ada;;;;;;;\n",
        "Ket : - = tidak aktif;;;;;;;\n",
        ";;;;;;;\n1;Data dari laporan RAT koperasi;;;;;;\n2;KSU Nama Baru Makmur Jaya;;;;;;\n",
    ] {
        assert!(!told("", "", below).is_empty(), "{below}");
    }
}

#[test]
fn marks_of_what_was_held() {
    let yes = |marks: [&str; 2]| {
        let rows: String = (0..9).map(|at| format!("KSU Nama {at};{at}/BH/1998;{}\n", marks[usize::from(at % 3 == 0)])).collect();
        let office = Office::keragaan().file("2021.csv", &format!("Nama Koperasi;Nomor BH;RAT\n{rows}"));
        office.needs(2021, &["rat"]).read().galat().is_empty()
    };
    for marks in
        [["Terlaksana", "Belum terlaksana"], ["Melaksanakan", "Tidak melaksanakan"], ["\u{fc}", "-"], ["\u{fc}", "\u{fb}"]]
    {
        assert!(yes(marks), "{marks:?}");
    }
    for marks in [["Terlaksana sebagian", "Belum terlaksana"], ["Akan dilaksanakan", "-"], ["\u{fb}", "-"]] {
        assert!(!yes(marks), "{marks:?}");
    }
}

#[test]
fn a_sheet_of_some_of_all_the_others() {
    let galat = |names: &[&str], kunci: &[&str], head: &str| {
        let mut office = Office::new(Dictionary::Keragaan, &["data/{tahun}*.csv"], kunci);
        for (at, place) in ["Kertek", "Garung", "Mojo"].into_iter().enumerate() {
            let row = |own: usize| {
                let number = at * 4 + own;
                format!("{};KSU Nama {number};{number}/BH/1998;Jl. Melati {number};v\n", own + 1)
            };
            let rows: String = (0..4).map(row).collect();
            office = office.file(&format!("2021 {place}.csv"), &format!("No;Nama Koperasi;Nomor BH;Alamat;RAT\n{rows}"));
        }
        let more: String = names.iter().enumerate().map(|(at, name)| format!("{};{name};v\n", at + 1)).collect();
        let office = office.file("2021 Sudah.csv", &format!("{head}\n{more}"));
        let office = office.kolom("alamat", "Alamat", Some(JenisIsian::Teks));
        office.needs(2021, &["rat", "alamat"]).may_lack(2021, &["alamat"]).read().has(Kode::KunciGanda).len()
    };
    let head = "No;Nama Koperasi;RAT";
    let some = ["KSU Nama 1", "KSU Nama 3", "KSU Nama 5", "KSU Nama 9"];
    assert_eq!(galat(&some, &["nomor_bh"], head), 4);
    // Most are others: they are no list of the same ones.
    assert_eq!(galat(&["KSU Nama 1", "KSU Baru 3", "KSU Baru 5", "KSU Baru 9"], &["nomor_bh"], head), 0);
}

#[test]
fn sheets_of_two_decembers() {
    let read = |names: [&str; 2], titles: [&str; 2]| {
        let office = Office::new(Dictionary::Keragaan, &["data/koperasi.xlsx"], &["nomor_bh"]).xlsx("koperasi.xlsx", |book| {
            for (name, title) in names.into_iter().zip(titles) {
                let sheet = book.add_worksheet();
                sheet.set_name(name).expect("a name");
                sheet.write(0, 0, title).expect("a title");
                for (column, heading) in ["Nama Koperasi", "Nomor BH", "Volume Usaha"].into_iter().enumerate() {
                    sheet.write(2, column as u16, heading).expect("a heading");
                }
                for row in 0..4_u32 {
                    sheet.write(3 + row, 0, format!("KSU Nama {row}")).expect("a name");
                    sheet.write(3 + row, 1, format!("{row}/BH/1998")).expect("a number");
                    sheet.write(3 + row, 2, f64::from(row + 1) * 1_000_100.0).expect("an amount");
                }
            }
        });
        office.needs(2021, &["volume_usaha"]).read().galat()
    };
    let titles = ["DATA KOPERASI TAHUN 2021", "DATA KOPERASI TAHUN 2022"];
    assert_eq!(read(["Des 21", "Des 22"], titles), Vec::<String>::new());
    assert_eq!(read(["Des 2021", "Des 2022"], titles), Vec::<String>::new());
    assert!(!read(["Jun 21", "Jun 22"], titles).is_empty());
    assert!(!read(["Des 22", "Des 21"], titles).is_empty());
    assert!(!read(["Des 21", "Jun 21"], ["DATA KOPERASI TAHUN 2021"; 2]).is_empty());
}

#[test]
fn a_sheet_called_by_its_place_among_the_annexes() {
    let told = |name: &str| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |book| {
            let sheet = book.add_worksheet().set_name(name).expect("a name");
            for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor BH", "Volume Usaha"]) {
                sheet.write(0, column, heading).expect("a heading");
            }
            for row in 1..=4_u32 {
                sheet.write(row, 0, format!("KSU Nama {row}")).expect("a name");
                sheet.write(row, 1, format!("{row}/BH/1998")).expect("a number");
                sheet.write(row, 2, 1_000_100 * row).expect("an amount");
            }
        });
        office.needs(2021, &["volume_usaha"]).read().has(Kode::KeteranganMembatasi).len()
    };
    assert_eq!(["Lamp 2", "Lampiran II", "Lampiran"].map(told), [0; 3]);
    assert!(told("Lamp 2 (sementara)") > 0);
}

#[test]
fn two_businesses_that_bear_their_owners_name() {
    let told = |one: &str, other: &str| {
        let row = |at: usize, owner: &str, name: &str, omset: u32| {
            format!("{at};{owner};{name};041445362698{at};Jl. Pemuda {at};Barat;{omset}\n")
        };
        let rows =
            [row(1, "Sukarno", one, 54_600_000), row(2, "Sukarno", other, 54_600_000), row(3, "Siti", "Warung Siti", 41_300_000)];
        let text = format!("No;Nama Pemilik;Nama Usaha;NIB;Alamat;Kecamatan;Omset\n{}", rows.concat());
        let office = Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &["nib"]).file("2021.csv", &text);
        office.needs(2021, &["omset"]).read().has(Kode::EntitasKembar).len()
    };
    assert_eq!(told("Kopi Bubuk Bu Sukarno", "Jahit Pakaian Sukarno"), 0);
    assert_eq!(told("Jahit Sukarno", "Jahit Pakaian Sukarno"), 1);
    assert_eq!(told("Sukarno", "Toko Sukarno"), 1);
    // One trade, or it with a slip.
    assert_eq!(told("Keripik Sukarno", "Kripik Singkong Sukarno"), 1);
    assert_eq!(told("Bengkel Sukarno", "Bengkel Motor P. Sukarno"), 1);
    assert_eq!(told("Sukarno Batik", "Batik Tulis"), 1);
}
