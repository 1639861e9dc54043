//! Contract.md 5, keys and the checks between and within years.

use crate::dataset::fixture::{Office, Outcome};
use crate::diagnostic::{Fakta, Kode, KunciMirip, KunciTidakAda, LompatanSatuan};
use crate::profile::Dictionary;
use crate::vocabulary::Year;
use rust_decimal::Decimal;

const HEAD: &str = "NIK;Nama Usaha;Omset";

fn two_years(first: &str, second: &str) -> Office {
    Office::umkm().file("2020.csv", &format!("{HEAD}\n{first}")).file("2021.csv", &format!("{HEAD}\n{second}"))
}

#[test]
fn entities_keep_their_number_over_the_years() {
    let read = two_years("K-11111111;Toko A;5\n222;Toko B;6", "222;Toko  B.;8\n333;Toko C;9\nk11111111;Toko A;7")
        .joins(&[2020, 2021], &["omset"])
        .read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    let numbers =
        |tahun| -> Vec<u32> { read.value.table("s", Year(tahun)).unwrap().rows.iter().map(|row| row.entitas).collect() };
    assert_eq!((numbers(2020), numbers(2021)), (vec![1, 2], vec![2, 3, 1]));
    let later = read.value.table("s", Year(2021)).unwrap();
    assert_eq!(later.by_entity.get(1), Some(2));
}

#[test]
fn a_doubled_key_is_refused_where_keys_join_and_warned_of_elsewhere() {
    let rows = "K11111111;Toko A;5\n222;Toko B;6\nK-11111111;Toko C;7";
    let joined = two_years("111;Toko A;5", rows).joins(&[2020, 2021], &["omset"]).read();
    assert_eq!(joined.galat(), ["kunci-ganda@A4"]);
    assert_eq!(joined.has(Kode::KunciGanda)[0].nama.as_deref(), Some("Toko C"));
    let alone = two_years("111;Toko A;5", rows).needs(2021, &["omset"]).read();
    assert!(alone.galat().is_empty());
    assert_eq!(alone.has(Kode::KunciGandaSelembar).len(), 1);
}

#[test]
fn a_look_back_joins_the_year_before_too() {
    let read = two_years("111;Toko A;5\n111;Toko B;6", "111;Toko A;5").needs(2020, &["omset"]).joins(&[2021], &["omset"]).read();
    assert_eq!(read.galat(), ["kunci-ganda@A3"]);
}

#[test]
fn empty_and_lossy_keys_are_refused_where_they_join() {
    let rows = "111;Toko A;5\n-;Toko B;6\n3,57501E+15;Toko C;7";
    let joined = two_years("111;Toko A;5", rows).joins(&[2020, 2021], &["omset"]).read();
    let mut galat = joined.galat();
    galat.sort();
    assert!(galat.contains(&"kunci-kosong@A3".to_owned()) && galat.contains(&"kunci-hilang-digit@A4".to_owned()), "{galat:?}");
    assert!(two_years("111;Toko A;5", rows).needs(2021, &["omset"]).read().galat().is_empty());
}

#[test]
fn a_sixteen_digit_number_has_lost_its_last_digit() {
    let office = |nik: f64| {
        Office::umkm().source(|sumber| sumber.berkas[0].text = "data/{tahun}.xlsx".to_owned()).xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet();
            for (column, heading) in ["NIK", "Nama Usaha", "Omset"].into_iter().enumerate() {
                sheet.write(0, column as u16, heading).unwrap();
            }
            for row in 1..=3u32 {
                sheet.write(row, 0, format!("357501010101000{row}")).unwrap();
                sheet.write(row, 1, format!("Toko {row}")).unwrap();
                sheet.write(row, 2, 5).unwrap();
            }
            sheet.write(2, 0, nik).unwrap();
        })
    };
    let read = office(3_575_010_101_010_000.0).joins(&[2021], &["omset"]).read();
    assert_eq!(read.galat(), ["kunci-hilang-digit@A3"]);
    assert!(!format!("{:?}", read.temuan).contains("357501010101"));
    assert!(office(12_345.0).joins(&[2021], &["omset"]).read().galat().is_empty());
}

#[test]
fn a_copy_in_another_file_of_the_year_is_refused_and_another_kecamatan_is_not() {
    let files = |second: &str| {
        Office::new(Dictionary::Umkm, &["data/{tahun} *.csv"], &["nik"])
            .file("2021 a.csv", &format!("{HEAD}\n111;Toko A;5\n222;Toko B;6"))
            .file("2021 b.csv", &format!("{HEAD}\n{second}"))
            .needs(2021, &["omset"])
    };
    assert_eq!(files("333;Toko C;5\n222;Toko B;6").read().galat(), ["kunci-ganda@A3"]);
    let read = files("333;Toko C;5\n444;Toko D;6").read();
    assert!(read.galat().is_empty());
    assert_eq!(read.sum(2021, "omset"), Some(Decimal::from(22)));
    assert_eq!(read.value.masukan.len(), 2);
}

#[test]
fn a_file_of_headings_alone_is_told_where_others_of_its_year_have_rows() {
    let files = |second: &str| {
        Office::new(Dictionary::Umkm, &["data/{tahun} *.csv"], &[])
            .file("2021 a.csv", "Nama Usaha;Omset\nToko A;5\nToko B;6")
            .file("2021 b.csv", &format!("Nama Usaha;Omset\n{second}"))
            .needs(2021, &["omset"])
            .read()
    };
    let read = files("");
    assert!(read.galat().is_empty());
    assert_eq!(read.sum(2021, "omset"), Some(Decimal::from(11)));
    assert_eq!(read.has(Kode::LembarTanpaBaris).iter().map(|temuan| &*temuan.at.berkas).collect::<Vec<_>>(), ["data/2021 b.csv"]);
    assert!(files("Toko C;7").has(Kode::LembarTanpaBaris).is_empty());
}

#[test]
fn without_keys_a_copied_sheet_is_told_by_its_rows() {
    let files = |second: &str| {
        Office::new(Dictionary::Umkm, &["data/{tahun} *.csv"], &[])
            .file("2021 a.csv", "Nama Usaha;Omset\nToko A;5\nToko B;6\nToko C;7")
            .file("2021 b.csv", &format!("Nama Usaha;Omset\n{second}"))
            .needs(2021, &["omset"])
            .read()
    };
    assert_eq!(files("Toko A;5\nToko B;6\nToko C;7").galat().len(), 3);
    // One small business of the same name and figure is no copy.
    assert!(files("Toko A;5\nToko X;8\nToko Y;9").galat().is_empty());
}

#[test]
fn many_new_keys_are_a_warning_with_look_alikes() {
    let first = "3575010101010001;Toko A;5\n3575010101010002;Toko B;6\n3575010101010003;Toko C;6";
    let second = "3575010101010001;Toko A;5\n3575010101010020;Toko B;6\n3575010101010003;Toko C;6";
    let read = two_years(first, second).joins(&[2020, 2021], &["omset"]).read();
    assert!(read.galat().is_empty());
    let Fakta::KunciMirip(KunciMirip { baru, hilang, dari, pasangan, .. }) = &read.has(Kode::KunciMirip)[0].fakta else {
        panic!()
    };
    assert_eq!((*baru, *hilang, *dari, pasangan.len()), (1, 1, 4, 1));
    assert!(pasangan[0].0.contains("Toko B") && !pasangan[0].0.contains("3575010101"), "{pasangan:?}");
    assert_eq!(&*read.has(Kode::KunciMirip)[0].at.berkas, "data/2021.csv");
    assert!(two_years(first, first).joins(&[2020, 2021], &["omset"]).read().has(Kode::KunciMirip).is_empty());
}

#[test]
fn a_few_that_come_and_go_are_no_change_of_keys() {
    let list = |from: u32, to: u32| {
        let row = |at: u32| format!("35750101{at:02}{at:02}0001;Toko {at};{}", at * at + 3);
        (from..to).map(row).collect::<Vec<String>>().join("\n")
    };
    let told = |later: &str| two_years(&list(10, 18), later).joins(&[2020, 2021], &["omset"]).read().has(Kode::KunciMirip).len();
    assert_eq!((told(&list(12, 18)), told(&list(12, 19)), told(&list(13, 21))), (0, 0, 1));
}

fn many(factor: i64, except: usize) -> String {
    (0..10)
        .map(|row| {
            format!(
                "{};Toko {row};{}\n",
                100 + row,
                if row < except { 5_000 + row as i64 } else { (5_000 + row as i64) * factor }
            )
        })
        .collect()
}

#[test]
fn a_thousandfold_or_twelvefold_year_is_refused_and_a_good_year_is_not() {
    let read = |later: &str| two_years(&many(1, 0), later).needs(2020, &["omset"]).needs(2021, &["omset"]).read();
    for (later, faktor) in [
        (many(1_000, 0), 1_000),
        (many(1_200, 3), 1_000),
        (many(1_000_000, 0), 1_000_000),
        (many(12, 0), 12),
        (many(14, 2), 12),
        (many(25, 0), 25),
    ] {
        let read = read(&later);
        assert_eq!(read.galat(), ["lompatan-satuan@C"]);
        assert!(
            matches!(read.has(Kode::LompatanSatuan)[0].fakta, Fakta::LompatanSatuan(LompatanSatuan { faktor: found, .. }) if found == faktor)
        );
        assert!(read.has(Kode::LonjakanNilai).is_empty());
        assert_eq!(&*read.has(Kode::LompatanSatuan)[0].at.berkas, "data/2021.csv");
    }
    for grown in [many(3, 0), many(7, 0), many(12, 6)] {
        assert!(read(&grown).galat().is_empty());
    }
    assert!(read(&many(1_000, 6)).galat().is_empty());
    // Downwards too, and where keys do not help: few rows, by their typical value.
    let down = two_years(&many(1_000, 0), &many(1, 0)).needs(2020, &["omset"]).needs(2021, &["omset"]).read();
    assert_eq!(down.galat(), ["lompatan-satuan@C"]);
    let few = two_years("1;Toko A;5.000.000\n2;Toko B;4.000.000", "3;Toko C;5.000\n4;Toko D;6.000");
    assert_eq!(few.needs(2020, &["omset"]).needs(2021, &["omset"]).read().galat(), ["lompatan-satuan@C"]);
}

#[test]
fn a_hundredfold_value_is_a_warning_at_its_cell() {
    let read = two_years(&many(1, 0), &many(100, 9)).needs(2020, &["omset"]).needs(2021, &["omset"]).read();
    assert!(read.galat().is_empty());
    assert_eq!(
        read.has(Kode::LonjakanNilai).iter().map(|temuan| temuan.at.to_string()).collect::<Vec<_>>(),
        ["data/2021.csv!C11"]
    );
    // Eighty times last year's, while all others stayed: its decimal comma was lost. A business that grew is told by none.
    let leapt = two_years(&many(1, 0), &many(80, 9)).needs(2020, &["omset"]).needs(2021, &["omset"]).read();
    assert_eq!(leapt.has(Kode::LonjakanNilai).len(), 1);
    assert!(
        two_years(&many(1, 0), &many(4, 9))
            .needs(2020, &["omset"])
            .needs(2021, &["omset"])
            .read()
            .has(Kode::LonjakanNilai)
            .is_empty()
    );
    // A hundredth is as odd; nothing at all is not: a business may have rested.
    let fallen = |rows: &str| two_years(&many(1_000_000, 0), rows).needs(2020, &["omset"]).needs(2021, &["omset"]).read();
    let juta = many(1_000_000, 0).replace(";5003000000", ";5003,5");
    let read = fallen(&juta);
    assert!(read.galat().is_empty());
    assert_eq!(
        read.has(Kode::LonjakanNilai).iter().map(|temuan| temuan.at.to_string()).collect::<Vec<_>>(),
        ["data/2021.csv!C5"]
    );
    for rows in [juta.replace(";5003,5", ";1100300001"), juta.replace(";5003,5", ";-")] {
        assert!(fallen(&rows).has(Kode::LonjakanNilai).is_empty());
    }
}

#[test]
fn assets_and_activity_are_checked_within_a_row() {
    let read = Office::keragaan()
        .file(
            "2021.csv",
            "Nama Koperasi;Nomor BH;Aktif;Tidak Aktif;Modal Sendiri;Modal Luar;Aset;Volume Usaha\nKSP A;1/BH;1;-;10;5;15;100\nKSP B;2/BH;-;1;10;5;16;100\nKSP C;3/BH;-;1;1;1;2;0",
        )
        .needs(2021, &["volume_usaha"])
        .read();
    assert!(read.galat().is_empty());
    assert_eq!(
        read.has(Kode::AsetTidakSeimbang).iter().map(|temuan| temuan.at.to_string()).collect::<Vec<_>>(),
        ["data/2021.csv!G3"]
    );
    assert_eq!(
        read.has(Kode::TidakAktifBervolume).iter().map(|temuan| temuan.at.to_string()).collect::<Vec<_>>(),
        ["data/2021.csv!H3"]
    );
}

#[test]
fn an_accepted_key_is_given_another_or_joins_with_nobody() {
    let rows = "111;Toko A;5\n222;Toko B;6\n111;Toko C;7";
    let office = |nilai| {
        two_years("111;Toko A;5\n222;Toko B;6\n333;Toko C;5", rows)
            .joins(&[2020, 2021], &["omset"])
            .accepts(Kode::KunciGanda, "data/2021.csv!A4", Some("111"), nilai)
            .read()
    };
    let numbers = |read: &crate::diagnostic::Checked<crate::dataset::Dataset>| -> Vec<u32> {
        read.value.table("s", Year(2021)).unwrap().rows.iter().map(|row| row.entitas).collect()
    };
    let read = office(Some("333"));
    assert!(read.galat().is_empty(), "{:?}", read.galat());
    assert_eq!(numbers(&read), [1, 2, 3]);
    let read = office(None);
    assert!(read.galat().is_empty());
    assert_eq!(numbers(&read), [1, 2, 0]);
    assert_eq!(read.sum(2021, "omset"), Some(Decimal::from(18)));
}

const TWICE: &str = "Nama Koperasi;Registrasi;Volume Usaha\nKSU Maju;1;500\nKSU Tani;2;700\nKSU Tani;2;700\nKSU Tani;3;900";

#[test]
fn a_copied_row_is_told_where_the_key_has_no_column() {
    let read = Office::keragaan().file("2021.csv", TWICE).needs(2021, &["volume_usaha"]).read();
    assert!(read.galat().is_empty(), "{:?}", read.temuan);
    let Fakta::KunciTidakAda(KunciTidakAda { isian, .. }) = &read.has(Kode::KunciTidakAda)[0].fakta else { panic!() };
    assert_eq!(isian, "nomor_bh");
    // The same name with other figures is another koperasi.
    let twice = read.has(Kode::KunciGandaSelembar);
    assert_eq!((twice.len(), twice[0].at.to_string().ends_with("A4")), (1, true), "{twice:?}");
}

#[test]
fn with_its_column_declared_the_key_tells() {
    let office = Office::keragaan().file("2021.csv", TWICE).kolom("nomor_bh", "Registrasi", None);
    let read = office.needs(2021, &["volume_usaha"]).read();
    assert!(read.has(Kode::KunciTidakAda).is_empty());
    assert_eq!(read.has(Kode::KunciGandaSelembar).len(), 1);
}

#[test]
fn the_number_under_a_heading_of_two_levels_is_the_key() {
    let rows = "Nama Koperasi;Nomor dan Tanggal Badan Hukum;;Volume Usaha\n;Nomor;Tanggal;\nKSU Maju;1/BH;1-1-2001;500\nKSU Tani;2/BH;1-1-2002;700\nKSU Sari;2/BH;1-1-2003;900";
    let read = Office::keragaan().file("2021.csv", rows).needs(2021, &["volume_usaha"]).read();
    assert!(read.has(Kode::KunciTidakAda).is_empty(), "{:?}", read.temuan);
    assert_eq!(read.has(Kode::KunciGandaSelembar).len(), 1, "{:?}", read.temuan);
}

#[test]
fn rows_without_a_key_that_are_a_copy_are_told() {
    let rows = "Nama Koperasi;No BH;Volume Usaha\nKSU Maju;1;500\nKSU Tani;;700\nKSU Tani;;700\nKSU Sari;;700";
    let read = Office::keragaan().file("2021.csv", rows).needs(2021, &["volume_usaha"]).read();
    assert_eq!(read.has(Kode::KunciGandaSelembar).len(), 1, "{:?}", read.temuan);
}

#[test]
fn a_part_without_keys_is_held_against_the_others_by_its_names() {
    const KOPERASI: &str = "1;KSP Artha;1/BH/2001;9000000\n2;KPRI Bahari;2/BH/2001;8000000\n3;Koptan Ngudi;3/BH/2001;7000000\n\
                            4;KUD Tani;4/BH/2001;6000000\n";
    let read = |below: &str| {
        let text = format!("No;Nama Koperasi;No. BH;Volume Usaha\n{KOPERASI}{below}");
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}*.csv"], &["nomor_bh"]).file("2021.csv", &text);
        office.needs(2021, &["volume_usaha", "nama_koperasi"])
    };
    // A ranking of the table's own koperasi, and others that have no number yet.
    let ranking = ";;;\n3 KOPERASI TERBESAR;;;\nNo;Nama Koperasi;Volume Usaha;\n1;KSP Artha;9000000;\n2;KPRI Bahari;8000000;\n";
    let told = read(ranking).read();
    assert!(told.galat().iter().any(|galat| galat.starts_with("kunci-ganda@")), "{:?}", told.galat());
    let others = ";;;\nBELUM BERBADAN HUKUM;;;\nNo;Nama Koperasi;Volume Usaha;\n1;Prakop Baru;100000;\n2;Prakop Lama;200000;\n";
    let told = read(others).read();
    assert!(!told.galat().iter().any(|galat| galat.starts_with("kunci-ganda@")), "{:?}", told.galat());
    // A copy whose keys are empty, in a file beside it.
    let copy: String = KOPERASI
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split(';').collect();
            format!("{};{};;{}\n", cells[0], cells[1], cells[3])
        })
        .collect();
    let beside = read("").file("2021 rev.csv", &format!("No;Nama Koperasi;No. BH;Volume Usaha\n{copy}")).read();
    assert_eq!(beside.galat().iter().filter(|galat| galat.starts_with("kunci-ganda@")).count(), 4, "{:?}", beside.galat());
}

#[test]
fn keys_that_were_anothers_last_year_are_refused() {
    let names = ["KSP Adil", "KUD Bina", "KSU Cipta", "KPRI Dana", "Kopwan Elok", "KSP Fajar"];
    let list = |order: [usize; 6], more: u64| -> String {
        let row = |(at, of): (usize, &usize)| {
            format!("{};{};{}/BH;{}\n", at + 1, names[*of], at + 301, (*of as u64 + 2) * 7_000_111 + more)
        };
        order.iter().enumerate().map(row).collect()
    };
    let galat = |before: [usize; 6], after: [usize; 6]| {
        let head = "No;Nama Koperasi;Nomor BH;Volume Usaha\n";
        Office::keragaan()
            .file("2020.csv", &format!("{head}{}", list(before, 0)))
            .file("2021.csv", &format!("{head}{}", list(after, 400_333)))
            .joins(&[2020, 2021], &["volume_usaha"])
            .read()
            .galat()
    };
    let order = [0, 1, 2, 3, 4, 5];
    assert_eq!(galat(order, order), Vec::<String>::new());
    for other in [[1, 0, 2, 3, 4, 5], [5, 0, 1, 2, 3, 4], [0, 2, 1, 3, 5, 4]] {
        assert_eq!(galat(order, other), ["kunci-tertukar@C"], "{other:?}");
    }
}

#[test]
fn a_piece_of_the_table_that_stands_there_again_refuses() {
    let row = |index: usize| format!("KSU Nama {index};{index}/BH/1990;Utara;{}", 1_000_003 * index);
    let table = |again: &[usize]| {
        let rows: Vec<String> = (1..=12).chain(again.iter().copied()).map(row).collect();
        format!("Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha\n{}", rows.join("\n"))
    };
    for (again, grave, told) in [(&[3, 4, 5][..], 3, 0), (&[3, 4], 0, 2), (&[3, 5, 8], 0, 3), (&[9, 10, 11, 12], 4, 0)] {
        let read = Office::keragaan().file("2021.csv", &table(again)).needs(2021, &["volume_usaha"]).read();
        let found = (read.has(Kode::KunciGanda).len(), read.has(Kode::KunciGandaSelembar).len());
        assert_eq!(found, (grave, told), "{again:?}: {:?}", read.temuan);
        // Without a key their names and figures tell.
        let bare = table(again).replace("Nomor BH", "Ketua");
        let read = Office::keragaan().file("2021.csv", &bare).needs(2021, &["volume_usaha"]).read();
        assert_eq!(read.has(Kode::KunciGanda).len(), grave, "{again:?}: {:?}", read.temuan);
    }
    // Three numbers that others have too are three slips.
    let other = "KSU Lain 1;3/BH/1990;Utara;5\nKSU Lain 2;4/BH/1990;Utara;7\nKSU Lain 3;5/BH/1990;Utara;9";
    let read = Office::keragaan().file("2021.csv", &format!("{}\n{other}", table(&[]))).needs(2021, &["volume_usaha"]).read();
    assert_eq!((read.has(Kode::KunciGanda).len(), read.has(Kode::KunciGandaSelembar).len()), (0, 3));
}

#[test]
fn the_rows_of_quarters_of_which_a_condition_takes_one_are_no_copies() {
    let quarters = |more: &str| {
        let rows = (0..12).map(|index| {
            let (who, quarter) = (index % 3 + 1, ["I", "II", "III", "IV"][index / 3]);
            format!("KSU Nama {who};{who}/BH/1990;Utara;{quarter};{}\n", 1_000_003 * (index + 1))
        });
        format!("Nama Koperasi;Nomor BH;Kecamatan;Triwulan;Volume Usaha\n{}{more}", rows.collect::<String>())
    };
    let told = |more: &str, is_taken: bool| {
        let mut office = Office::keragaan().file("2021.csv", &quarters(more));
        office = office.kolom("triwulan", "Triwulan", Some(crate::profile::JenisIsian::Teks));
        office = office.needs(2021, &["volume_usaha", "triwulan"]);
        if is_taken {
            office.needs[0].disaring.insert("triwulan".to_owned(), ["IV".to_owned()].into());
        }
        let read = office.read();
        [Kode::KunciGanda, Kode::KunciGandaSelembar, Kode::NamaBerulang].map(|kode| read.has(kode).len())
    };
    assert_eq!(told("", true), [0, 0, 0]);
    // Where a figure takes them all, or one quarter has a koperasi twice.
    assert_eq!(told("", false).iter().skip(1).sum::<usize>(), 2);
    assert_eq!(told("KSU Nama 2;2/BH/1990;Utara;IV;77", true)[1], 1);
}
