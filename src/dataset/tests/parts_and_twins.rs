//! Rows that are parts of another among numbered and keyed ones, one entity under two
//! keys, and figures that correct the ones beside them.

use crate::dataset::Dataset;
use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Checked, Kode};
use crate::profile::Dictionary;
use crate::vocabulary::Year;
use rust_decimal::Decimal;

fn read_by(kunci: &[&str], text: &str) -> Checked<Dataset> {
    Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], kunci).file("2021.csv", text).needs(2021, &["volume_usaha"]).read()
}

/// The galat, the counted rows and their sum.
fn told(checked: &Checked<Dataset>) -> (Vec<String>, usize, Option<Decimal>) {
    let rows = checked.value.table("s", Year(2021)).map_or(0, |table| table.rows.len());
    (checked.galat(), rows, checked.sum(2021, "volume_usaha"))
}

fn right(rows: usize, sum: i64) -> (Vec<String>, usize, Option<Decimal>) {
    (Vec::new(), rows, Some(Decimal::from(sum)))
}

/// A koperasi with two rows below it, each of a number and a name, worth so much.
fn with_parts([first, second]: [(&str, &str); 2], value: i64) -> Checked<Dataset> {
    let text = format!(
        "No;Nama Koperasi;Kecamatan;Volume Usaha (Rp)\n1;KSU Jaya;Barat;3000123\n{};\"{}\";Barat;1000023\n{};\"{}\";Barat;{value}\n\
         4;KSP Damai;Timur;500000\n5;KUD Tani;Timur;700000\n6;KPRI Guru;Utara;900000",
        first.0, first.1, second.0, second.1
    );
    read_by(&[], &text)
}

#[test]
fn numbered_parts_are_not_counted_beside_their_whole() {
    for names in [
        ["   Unit Simpan Pinjam", "   Unit Toko"],
        ["Unit Simpan Pinjam", "Unit Toko"],
        ["USP", "Toko"],
        ["Simpan Pinjam", "Toko"],
        ["Usaha Simpan Pinjam", "Usaha Jasa"],
        ["a. Simpan Pinjam", "b. Toko"],
        ["- Simpan Pinjam", "- Toko"],
        ["- Cabang Barat", "- Cabang Timur"],
        ["di antaranya USP", "di antaranya Toko"],
        ["dari unit simpan pinjam", "dari unit toko"],
        ["Unit Simpan Pinjam", "Unit Pertokoan"],
    ] {
        let numbered = [("2", names[0]), ("3", names[1])];
        assert_eq!(told(&with_parts(numbered, 2_000_100)), right(4, 5_100_123), "{names:?}");
    }
    for numbers in [["1.1", "1.2"], ["1,1", "1,2"], ["1a", "1b"], ["1.a", "1.b"], ["a", "b"]] {
        for names in [["Simpan Pinjam", "Toko"], ["Unit Simpan Pinjam", "Waserda"]] {
            let numbered = [(numbers[0], names[0]), (numbers[1], names[1])];
            assert_eq!(told(&with_parts(numbered, 2_000_100)), right(4, 5_100_123), "{numbers:?} {names:?}");
        }
    }
}

#[test]
fn numbered_parts_that_do_not_add_up_are_asked_about() {
    for names in [["   Unit Simpan Pinjam", "   Unit Toko"], ["USP", "Unit Toko"], ["termasuk USP", "termasuk Toko"]] {
        let read = with_parts([("2", names[0]), ("3", names[1])], 1_500_000);
        assert_eq!(read.galat(), ["data-atau-jumlah@B3", "data-atau-jumlah@B4"], "{names:?}");
    }
    // Words that may be names count as names, unless their figures say otherwise.
    for names in [["Warung", "Toko"], ["- KSP Adil", "- KSP Baru"]] {
        assert_eq!(told(&with_parts([("2", names[0]), ("3", names[1])], 1_500_000)), right(6, 7_600_146), "{names:?}");
    }
}

#[test]
fn keyed_parts_have_the_key_of_their_whole_or_none() {
    let of = |first: &str, second: &str| {
        format!(
            "No;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha\n1;KSU Jaya;11/BH/2010;Barat;3000123\n2;Unit Simpan Pinjam;{first};Barat;1000023\n\
             3;Unit Toko;{second};Barat;2000100\n4;KSP Damai;12/BH/2011;Timur;500000\n5;KUD Tani;13/BH/2011;Timur;700000"
        )
    };
    for (first, second) in [("", ""), ("11/BH/2010", "11/BH/2010"), ("-", "-"), ("\"\"\"\"", "\"\"\"\""), ("sda", "sda")] {
        assert_eq!(told(&read_by(&["nomor_bh"], &of(first, second))), right(3, 4_200_123), "{first} {second}");
    }
    // Keys of their own: their figures make up the row above.
    let own = of("21/BH/2010", "22/BH/2010");
    assert_eq!(told(&read_by(&["nomor_bh"], &own)), right(3, 4_200_123));
    assert_eq!(
        read_by(&["nomor_bh"], &own.replace("1000023", "1000024")).galat(),
        ["cabang-terhitung@B3", "cabang-terhitung@B4"]
    );
    assert_eq!(told(&read_by(&[], &of("11/BH/2010", "11/BH/2010"))), right(3, 4_200_123));
    assert_eq!(told(&read_by(&["nama_koperasi", "kecamatan"], &of("", ""))), right(3, 4_200_123));
}

#[test]
fn one_koperasi_under_two_keys_is_told() {
    let of = |name: &str, kecamatan: &str, volume: i64| {
        let text = format!(
            "No;Nama Koperasi;Kecamatan;Nomor BH;Volume Usaha\n1;KSP Makmur;Barat;11/BH/2010;1000000\n2;KSU Jaya;Barat;12/BH/2011;2000000\n\
             3;{name};{kecamatan};13/BH/2012;{volume}\n4;KUD Tani;Timur;14/BH/2012;500000"
        );
        read_by(&["nomor_bh"], &text)
    };
    for name in ["KSP Makmur", "KSP MAKMUR", "KSP. Makmur"] {
        let read = of(name, "Barat", 1_000_000);
        assert_eq!(told(&read), right(4, 4_500_000));
        assert_eq!(read.has(Kode::EntitasKembar).len(), 1, "{name}");
    }
    for other in [of("KSP Adil", "Barat", 1_000_000), of("KSP Makmur", "Timur", 1_000_000), of("KSP Makmur", "Barat", 1_000_001)]
    {
        assert!(other.has(Kode::EntitasKembar).is_empty());
    }
    // Businesses share names and turnovers: an owner or an address must be the same too.
    let businesses = |owner: &str| {
        let text = format!(
            "No;NIK;Nama Pemilik;Nama Usaha;Omset\n1;3575010101800001;Siti;Warung;500000\n2;3575010101800002;{owner};Warung;500000\n\
             3;3575010101800003;Umi;Keripik;700000"
        );
        Office::umkm().file("2021.csv", &text).needs(2021, &["omset"]).read()
    };
    assert_eq!(businesses("Siti").has(Kode::EntitasKembar).len(), 1);
    assert!(businesses("Slamet").has(Kode::EntitasKembar).is_empty());
}

#[test]
fn a_column_of_corrections_is_told() {
    let of = |heading: &str, value: &str| {
        let text = format!(
            "No;Nama Koperasi;Kecamatan;Volume Usaha (Rp);{heading}\n1;KSU Jaya;Barat;3000000;{value}\n2;KSP Damai;Timur;500000;\n3;KUD Tani;Timur;700000;"
        );
        read_by(&[], &text)
    };
    for heading in [
        "Koreksi",
        "Penyesuaian",
        "Perbaikan",
        "Revisi",
        "Ralat",
        "Seharusnya",
        "Hasil Verifikasi",
        "Setelah Koreksi",
        "Koreksi (Rp)",
        "Volume Usaha Revisi",
        "Revisi Volume Usaha (Rp)",
        "Nilai Hasil Koreksi",
        "Volume Usaha (Audit)",
        "Volume Usaha Setelah Audit",
        "Volume Usaha Final (Rp)",
    ] {
        for value in ["2500000", "-500.000", "Rp 2.500.000"] {
            assert_eq!(of(heading, value).galat(), ["kolom-koreksi@E"], "{heading}: {value}");
        }
    }
    // Marks, words, nothing, and other things that are mended.
    for (heading, value) in [
        ("Koreksi", ""),
        ("Koreksi", "-"),
        ("Verifikasi", "1"),
        ("Hasil Verifikasi", "sesuai"),
        ("Perbaikan Jalan", "2500000"),
        ("Keterangan", "sudah diverifikasi"),
    ] {
        assert_eq!(told(&of(heading, value)), right(3, 4_200_000), "{heading}: {value}");
    }
    for remark in ["koreksi 2.500.000", "seharusnya Rp 2,5 juta", "direvisi menjadi 2500000"] {
        let read = of("Keterangan", remark);
        assert_eq!(read.has(Kode::KeteranganMembatasi).len(), 1, "{remark}");
    }
}

#[test]
fn figures_beside_the_table_are_told() {
    let rows = ["1;KSU Jaya;Barat;3000000", "2;KSP Damai;Timur;500000", "3;KUD Tani;Timur;700000"];
    let of = |head: &str, beside: [&str; 3]| {
        let rows: Vec<String> = rows.iter().zip(beside).map(|(row, own)| format!("{row};{own}")).collect();
        read_by(&[], &format!("No;Nama Koperasi;Kecamatan;Volume Usaha (Rp);{head}\n{}", rows.join("\n")))
    };
    let list = "No;Nama Koperasi;Kecamatan;Volume Usaha (Rp)";
    for (head, beside) in [
        (format!(";{list}"), [";4;KSP Baru;Barat;111000", ";5;KSU Dua;Timur;222000", ""]),
        (list.to_owned(), ["4;KSP Baru;Barat;111000", "5;KSU Dua;Timur;222000", ""]),
    ] {
        let galat = of(&head, beside).galat();
        assert!(galat.iter().any(|galat| galat.starts_with("kolom-ganda@")), "{head}: {galat:?}");
    }
    for (head, beside) in [
        (";Kecamatan;Volume Usaha", [";Barat;3000000", ";Timur;1200001", ""]),
        (";;;", [";4;KSP Baru;111000", ";5;KSU Dua;222000", ""]),
        (";Nama;Nilai", [";KSP Baru;111000", ";KSU Dua;222000", ";"]),
    ] {
        let read = of(head, beside);
        assert_eq!((told(&read), read.has(Kode::AngkaDiSamping).len()), (right(3, 4_200_000), 1), "{head}");
    }
    // What the rows come to is told by them.
    let read = of(";Kecamatan;Volume Usaha", [";Barat;3000000", ";Timur;1200000", ""]);
    assert_eq!((told(&read), read.has(Kode::AngkaDiSamping).len()), (right(3, 4_200_000), 0));
    for beside in [[";dicek", "", ";ok"], ["", "", ""]] {
        let read = of(";", beside);
        assert_eq!((told(&read), read.has(Kode::AngkaDiSamping).len()), (right(3, 4_200_000), 0), "{beside:?}");
    }
}

#[test]
fn a_note_under_the_names_that_limits_is_told() {
    let text = "No;Nama Koperasi;Kecamatan;Volume Usaha\n1;KSU Jaya;Barat;300\n2;KSP Damai;Timur;500\n3;KUD Tani;Timur;700\n;Data per 30 September 2021;;";
    let read = read_by(&[], text);
    assert_eq!(told(&read), right(3, 1_500));
    assert_eq!(read.has(Kode::KeteranganMembatasi).len(), 1);
}

#[test]
fn a_stored_nought_whose_formula_gives_more_is_told() {
    let of = |formula: &str| {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[]).xlsx("2021.xlsx", |book| {
            let sheet = book.add_worksheet();
            for (column, label) in ["Nama Koperasi", "Simpan Pinjam", "Toko", "Volume Usaha"].into_iter().enumerate() {
                sheet.write(0, column as u16, label).unwrap();
            }
            for (row, name) in ["KSP Adil", "KUD Makmur", "KSU Jaya"].into_iter().enumerate() {
                let at = row as u32 + 1;
                let (pinjam, toko) = (1_000.0 * at as f64, 500.0);
                sheet.write(at, 0, name).unwrap();
                sheet.write(at, 1, pinjam).unwrap();
                sheet.write(at, 2, toko).unwrap();
                let result = if row == 1 { 0.0 } else { pinjam + toko };
                let own = formula.replace("{r}", &(at + 1).to_string());
                sheet.write(at, 3, rust_xlsxwriter::Formula::new(own).set_result(result.to_string())).unwrap();
            }
        });
        office.needs(2021, &["volume_usaha"]).read()
    };
    for formula in [
        "B{r}+C{r}",
        "ROUND(B{r}+C{r},0)",
        "IF(B{r}>0,B{r}+C{r},0)",
        "IF(B{r}=\"\",\"\",B{r}+C{r})",
        "IFERROR(B{r}+C{r},0)",
        "IFERROR(ROUND(SUM(B{r}:C{r}),-1),0)",
        "N(B{r})+C{r}",
        "IF(B{r}=0,0,SUM(B{r}:C{r}))",
    ] {
        assert_eq!(of(formula).galat(), ["rumus-tanpa-hasil@D3"], "{formula}");
    }
    for formula in ["B{r}-B{r}", "IF(B{r}>9000,B{r}+C{r},0)", "ROUND(C{r}*0.0001,0)", "VLOOKUP(A{r},B:D,2)", "IF(B{r}>0,0,1)"] {
        let galat = of(formula).galat();
        assert!(galat.iter().all(|galat| galat != "rumus-tanpa-hasil@D3"), "{formula}: {galat:?}");
    }
}

#[test]
fn without_keys_the_same_person_in_two_files_is_a_copy() {
    let told = |head: &str, row: &str, again: &str| {
        let others = |tens: u64| {
            (1..=6u64).map(move |at| {
                format!(
                    "{tens}{at};35750{tens}10101800{tens}{at};Pemilik {tens}{at};Usaha {tens}{at};{}\n",
                    at * at * 1_300_017 * tens
                )
            })
        };
        let file = |tens: u64, own: &str| format!("{head}\n{}{own}", others(tens).collect::<String>());
        let read = Office::new(Dictionary::Umkm, &["data/Barat {tahun}.csv", "data/Timur {tahun}.csv"], &[])
            .file("Barat 2021.csv", &file(1, row))
            .file("Timur 2021.csv", &file(2, again))
            .needs(2021, &["omset"])
            .read();
        [Kode::KunciGanda, Kode::KunciGandaSelembar, Kode::EntitasKembar].map(|kode| read.has(kode).len())
    };
    let head = "No;NIK;Nama Pemilik;Nama Usaha;Omset";
    let row = "7;3575011001600001;Siti Aminah;Warung Bu Siti;12590196";
    assert_eq!(told(head, row, row), [1, 0, 0]);
    assert_eq!(told(head, row, "9;3575 0110 0160 0001;SITI AMINAH;Warung Bu Siti;12590196"), [1, 0, 0]);
    // Of two turnovers nobody knows whether they are two.
    assert_eq!(told(head, row, "7;3575011001600001;Siti Aminah;Warung Bu Siti;14111000"), [0, 1, 0]);
    // Another business of hers, another person of that name, and one whose number is not there.
    assert_eq!(told(head, row, "7;3575011001600001;Siti Aminah;Jahit Siti;14111000"), [0, 0, 0]);
    assert_eq!(told(head, row, "7;3575011001600002;Siti Aminah;Warung Bu Siti;14111000"), [0, 0, 0]);
    assert_eq!(told(head, row, "7;;Siti Aminah;Warung Bu Siti;12590196"), [0, 0, 1]);
}

#[test]
fn a_koperasi_under_the_long_form_of_its_kind() {
    let told = |name: &str, amount: &str| {
        let text = format!(
            "No;Nama Koperasi;Nomor Badan Hukum;Volume Usaha\n1;KSU Mekar Sentosa;518/12/BH/1992;{amount}\n2;KSP Bina Jaya;518/13/BH/1993;250113421\n\
             3;{name};BH 518.12/1992;{amount}\n"
        );
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"]).file("2021.csv", &text);
        office.needs(2021, &["volume_usaha"]).read().has(Kode::EntitasKembar).len()
    };
    assert_eq!(told("Kop. Serba Usaha Mekar Sentosa", "179254684"), 1);
    // A round amount may be that of two, and another name is another's.
    assert_eq!(told("Kop. Serba Usaha Mekar Sentosa", "180000000"), 0);
    assert_eq!(told("Kop. Serba Usaha Bukit Sari", "179254684"), 0);
}
