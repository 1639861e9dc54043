//! `iku lihat`: what is seen in a workbook, and that its `[sumber]` lines read it.

mod common;

use common::{Office, iku};

/// A profile with these `[sumber]` lines and one measure over them.
fn profile(sumber: &str, rumus: &str) -> String {
    format!(
        "[instansi]\nnama = \"Dinas\"\ndaerah = \"Kota Contoh\"\n[laporan]\ntahun = 2021\ntampil_tahun = 1\n[penandatangan]\ntempat = \"Contoh\"\n\
         tanggal = 2022-01-24\njabatan = [\"KEPALA\"]\nnama = \"Fulan\"\n{sumber}\n[ukuran.nilai]\nrumus = '{rumus}'\n\
         [[sasaran]]\nuraian = \"S\"\n[[sasaran.indikator]]\nnama = \"I\"\nrumus = \"nilai\"\n"
    )
}

/// Pastes the lines that `--toml` gives for the first of these files into a
/// profile, and gives the record of reading them.
fn pasted(files: &[(&str, &[u8])], rumus: &str) -> (String, serde_json::Value) {
    let office = Office::of("# kosong", &[]);
    for (name, bytes) in files {
        office.write(name, bytes);
    }
    let run = iku(&["lihat", "--toml", office.path(files[0].0).to_str().unwrap()]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    office.write("iku.toml", profile(&run.stdout, rumus).as_bytes());
    let read = iku(&["periksa", "--json", office.text()]);
    assert!(read.status < 2, "{}\n{}", run.stdout, read.stderr);
    (run.stdout, serde_json::from_str(&read.stdout).unwrap())
}

fn value(record: &serde_json::Value) -> &str {
    record["ukuran"][0]["nilai"].as_str().unwrap_or_else(|| panic!("{record:#}"))
}

#[test]
fn the_samples_own_lines_come_back() {
    let office = Office::sample();
    for (file, berkas, kunci, rows) in [
        ("Laporan Keragaan Koperasi 2021.xlsx", "Laporan Keragaan Koperasi {tahun}.xlsx", "[\"nomor_bh\"]", "Baris data: 120"),
        ("Data UMKM 2021.xlsx", "Data UMKM {tahun}.xlsx", "[\"nik\", \"nama_usaha\"]", "Baris data: 609"),
    ] {
        let path = office.path(&format!("data/{file}"));
        let toml = iku(&["lihat", "--toml", path.to_str().unwrap()]).stdout;
        assert!(toml.contains(&format!("berkas = \"data/{berkas}\"\nkunci  = {kunci}\n")), "{toml}");
        let text = iku(&["inspect", path.to_str().unwrap()]).stdout;
        assert!(text.contains(rows) && text.contains("Tahun: 2021 (dari nama berkas)"), "{text}");
        // Columns and places, no values: no one's personal data.
        assert!(!text.bytes().collect::<Vec<_>>().windows(10).any(|run| run.iter().all(u8::is_ascii_digit)), "{text}");
    }
}

#[test]
fn every_sheet_that_the_samples_hold_reads_with_its_lines() {
    let sample = Office::sample();
    for (file, field) in
        [("data/Laporan Keragaan Koperasi 2021.xlsx", "keragaan.volume_usaha"), ("data/Data UMKM 2021.xlsx", "umkm.omset")]
    {
        let (toml, record) = pasted(&[(file, &sample.read(file))], &format!("SUM({field})"));
        assert!(record["masukan"][0]["baris_data"].as_u64().unwrap() > 100, "{toml}\n{record:#}");
        assert!(value(&record).len() > 9, "{record:#}");
    }
}

#[test]
fn near_headings_are_named_exactly_and_unknown_ones_offered() {
    let table = b"Nama Koperasi;Nomor Badan Hukum;Volume Usahaa (Rp);Cabang\nKSP A;1/BH;1.000.000;2\nKSP B;2/BH;2.500.000;3\n";
    let (toml, record) = pasted(&[("data/Koperasi 2021.csv", table)], "SUM(keragaan.volume_usaha)");
    assert!(toml.contains("volume_usaha = \"Volume Usahaa (Rp)\""), "{toml}");
    assert!(toml.contains("# cabang = { judul = \"Cabang\", jenis = \"angka\" }"), "{toml}");
    assert_eq!(value(&record), "3500000");
    assert_eq!(record["temuan"].as_array().unwrap().iter().filter(|one| one["kode"] == "judul-mirip").count(), 0);
}

#[test]
fn years_beside_each_other_and_in_a_column() {
    let wide = b"NIK;Nama Usaha;Omset 2020 (Rp);Omset 2021 (Rp)\n3575010101010001;Toko A;1000000;1500000\n3575010101010002;Toko B;2000000;2000000\n";
    let (toml, record) = pasted(&[("data/Usaha.csv", wide)], "COUNT(umkm WHERE omset[n] > omset[n-1])");
    assert!(toml.contains("tahun dari judul kolom: 2020, 2021"), "{toml}");
    assert_eq!(value(&record), "1");
    let long = b"Tahun;Nama Koperasi;Nomor Badan Hukum;Volume Usaha (Rp)\n2020;KSP A;1/BH;1000000\n2021;KSP A;1/BH;3000000\n";
    let (toml, record) = pasted(&[("data/Koperasi 2021.csv", long)], "SUM(keragaan.volume_usaha)");
    assert!(toml.contains("tahun  = \"kolom\"") && toml.contains("berkas = \"data/Koperasi 2021.csv\""), "{toml}");
    assert!(!toml.contains("berulang"), "one row a year is no doubled key: {toml}");
    assert_eq!(value(&record), "3000000");
}

#[test]
fn a_recap_and_a_table_of_the_offices_own() {
    let recap = b"No;Kecamatan;Aktif;Tidak Aktif;Volume Usaha (Rp)\n1;Gadingrejo;10;2;1000000\n2;Purworejo;8;1;2000000\n;JUMLAH;18;3;3000000\n";
    let (toml, record) = pasted(&[("data/Rekap 2021.csv", recap)], "SUM(rekap_keragaan.aktif)");
    assert!(toml.contains("butir  = \"kecamatan\"") && toml.contains("kunci  = [\"kecamatan\"]"), "{toml}");
    assert_eq!(value(&record), "18");
    let own =
        "Daftar \"Pasar\"\n\nNama Pasar;Jumlah Kios;Retribusi (Rp)\nPasar Besar;120;15.000.000\nPasar Gadingrejo;80;9.500.000\n"
            .as_bytes();
    let (toml, record) = pasted(&[("data/Pasar 2021.csv", own)], "SUM(pasar.retribusi_rp)");
    assert!(
        toml.contains("butir  = \"pasar\"") && toml.contains("jumlah_kios = { judul = \"Jumlah Kios\", jenis = \"angka\" }"),
        "{toml}"
    );
    assert_eq!(value(&record), "24500000");
}

#[test]
fn what_cannot_be_read_is_told_and_the_others_go_on() {
    let office =
        Office::of("# kosong", &[("data/a.csv", "Nama Koperasi;Volume Usaha\nA;1\n"), ("data/b.xlsx", "PK\u{3}\u{4}rusak")]);
    let [bad, good, gone] = ["data/b.xlsx", "data/a.csv", "data/c.xlsx"].map(|name| office.path(name));
    let run = iku(&["lihat", bad.to_str().unwrap(), good.to_str().unwrap(), gone.to_str().unwrap()]);
    assert_eq!(run.status, 2);
    assert!(run.stdout.contains("nama_koperasi") && run.stdout.contains("volume_usaha"), "{}", run.stdout);
    assert!(run.stderr.contains("galat[berkas-") && run.stderr.contains("galat[berkas-tidak-ada]"), "{}", run.stderr);
    assert_eq!(iku(&["lihat"]).status, 2);
    let empty = Office::of("# kosong", &[("data/a.csv", "satu\n")]);
    let run = iku(&["lihat", "--toml", empty.path("data/a.csv").to_str().unwrap()]);
    assert_eq!(run.status, 0);
    assert!(run.stdout.starts_with("# "), "{}", run.stdout);
}

#[test]
fn what_a_profile_makes_of_a_file_is_told_as_the_record_holds_it() {
    let sumber = "[sumber.k]\nbentuk = \"keragaan\"\nberkas = \"data/k {tahun}.csv\"\nkunci = [\"nomor_bh\"]\n";
    let table = "REKAP TAHUN 2021;;;\nNama Koperasi;Badan Hukum;Volume Usaha (Rp ribu);RAT\nA;1;1.234.567;v\nB;2;2.000;-\nJUMLAH;;1.236.567;\n";
    let formula = "SUM(k.volume_usaha WHERE rat = 1)";
    let office = Office::of(&profile(sumber, formula), &[("data/k 2021.csv", table), ("lain.csv", table)]);
    let read = iku(&["periksa", "--json", office.text()]);
    let record: serde_json::Value = serde_json::from_str(&read.stdout).unwrap();
    let decisions = record["bacaan"][0]["keputusan"].as_array().unwrap();
    let of = |tentang: &str| decisions.iter().find(|one| one["tentang"] == tentang).unwrap_or_else(|| panic!("{record:#}"));
    assert_eq!(of("baris")["nilai"], "3-4");
    assert_eq!(of("baris")["karena"][0]["teks"], "jumlah: 5 (`JUMLAH`)");
    assert_eq!((&of("baris")["karena"][0]["sel"], &of("baris")["karena"][0]["kekuatan"]), (&"A5".into(), &"tertulis".into()));
    assert_eq!(of("satuan")["nilai"], "1000");
    assert_eq!(of("satuan")["karena"][0]["sel"], "C2");
    assert_eq!(of("konvensi")["karena"][0]["kekuatan"], "bentuk");
    assert_eq!(of("tanda")["nilai"], "ya: v; tidak: -");
    assert_eq!(of("entitas")["karena"][0]["kunci"], "sumber.k.kunci");

    let file = office.path("data/k 2021.csv");
    let seen = iku(&["lihat", "--profil", office.text(), file.to_str().unwrap()]);
    assert_eq!(seen.status, 0, "{}", seen.stderr);
    assert!(
        seen.stdout.contains("satuan      volume_usaha = 1000\n                C2: (Rp ribu) (tertulis)\n"),
        "{}",
        seen.stdout
    );
    let other = office.path("lain.csv");
    let unread = iku(&["lihat", "--profil", office.text(), other.to_str().unwrap()]);
    assert_eq!((unread.status, unread.stdout.as_str()), (1, ""));
    assert!(unread.stderr.contains("tidak membaca lain.csv"), "{}", unread.stderr);
}

/// What says the year is told alike by `lihat` without a profile, with one, and by the record.
#[test]
fn the_years_evidence_is_told_everywhere_alike() {
    let sumber = "[sumber.k]\nbentuk = \"keragaan\"\nberkas = \"data/k {tahun}.csv\"\nkunci = [\"nomor_bh\"]\n";
    let table = "REKAP TAHUN 2021;;\nNama Koperasi;Badan Hukum;Volume Usaha\nA;1;1000\nB;2;2000\n";
    let office = Office::of(&profile(sumber, "SUM(k.volume_usaha)"), &[("data/k 2021.csv", table)]);
    let file = office.path("data/k 2021.csv");
    let record: serde_json::Value = serde_json::from_str(&iku(&["periksa", "--json", office.text()]).stdout).unwrap();
    let decisions = record["bacaan"][0]["keputusan"].as_array().unwrap();
    let year = decisions.iter().find(|one| one["tentang"] == "tahun").unwrap();
    let grounds: Vec<_> = year["karena"].as_array().unwrap().iter().map(|one| one["teks"].as_str().unwrap()).collect();
    assert_eq!(grounds, ["data/k 2021.csv", "REKAP TAHUN 2021"]);
    let own = iku(&["lihat", "--profil", office.text(), file.to_str().unwrap()]).stdout;
    let plain = iku(&["lihat", file.to_str().unwrap()]).stdout;
    for seen in [own, plain] {
        assert!(seen.contains("data/k 2021.csv (tertulis)") && seen.contains("A1: REKAP TAHUN 2021 (tertulis)"), "{seen}");
    }
    let json: serde_json::Value = serde_json::from_str(&iku(&["lihat", "--json", file.to_str().unwrap()]).stdout).unwrap();
    let seen = &json["lembar"][0]["tabel"][0]["keputusan"][0];
    assert_eq!((&seen["tentang"], &seen["nilai"]), (&"tahun".into(), &"2021".into()));
    assert_eq!(seen["karena"][1]["tempat"], "A1");

    // What speaks against it stands beside it.
    let other = office.path("data/k 2022.csv");
    office.write("data/k 2022.csv", table.as_bytes());
    let seen = iku(&["lihat", other.to_str().unwrap()]).stdout;
    assert!(seen.contains("Tahun: 2022 (dari nama berkas)") && seen.contains("tetapi A1: REKAP TAHUN 2021 (tertulis)"), "{seen}");
}

/// So is what says the unit: the heading, the caption, the file's name, or the profile against them.
#[test]
fn the_units_evidence_is_told_everywhere_alike() {
    let sumber = "[sumber.k]\nbentuk = \"keragaan\"\nberkas = \"data/k {tahun}.csv\"\nkunci = [\"nomor_bh\"]\n";
    let table = "(dalam ribuan rupiah);;\nNama Koperasi;Badan Hukum;Volume Usaha (Rp ribu)\nA;1;1000\nB;2;2000\n";
    let office = Office::of(&profile(sumber, "SUM(k.volume_usaha)"), &[("data/k 2021.csv", table)]);
    let file = office.path("data/k 2021.csv");
    let told = |args: &[&str]| iku(&[args, &[file.to_str().unwrap()][..]].concat()).stdout;
    let seen = [told(&["lihat", "--profil", office.text()]), told(&["lihat"])];
    for seen in &seen {
        assert!(seen.contains("C2: (Rp ribu) (tertulis)") && seen.contains("A1: (dalam ribuan rupiah) (tertulis)"), "{seen}");
    }
    assert!(seen[1].contains("Satuan uang: ribu rupiah (volume_usaha)"), "{}", seen[1]);
    let json: serde_json::Value = serde_json::from_str(&told(&["lihat", "--json"])).unwrap();
    let decisions = json["lembar"][0]["tabel"][0]["keputusan"].as_array().unwrap();
    let unit = decisions.iter().find(|one| one["tentang"] == "satuan").unwrap();
    assert_eq!((&unit["isian"], &unit["nilai"]), (&"volume_usaha".into(), &"1000".into()));

    let two = table.replace("(dalam ribuan rupiah)", "(dalam jutaan rupiah)");
    office.write("data/k 2021.csv", two.as_bytes());
    let seen = told(&["lihat"]);
    assert!(seen.contains("tetapi A1: (dalam jutaan rupiah) (tertulis)"), "{seen}");
    assert!(told(&["lihat", "--toml"]).contains("# satuan_uang = "), "{seen}");
}

/// A row that its figures settle is told by them, whatever its label leaves open; plain
/// `lihat` tells the same cells.
#[test]
fn what_says_what_a_row_is_stands_beside_it() {
    let sumber = "[sumber.k]\nbentuk = \"keragaan\"\nberkas = \"data/k {tahun}.csv\"\nkunci = [\"nomor_bh\"]\n";
    let table = "Nama Koperasi;Badan Hukum;Volume Usaha (Rp)\nA;1;5000\n- Toko;;2000\n- Simpan pinjam;;3000\nB;2;2000\nJUMLAH;;7000\nPasuruan, 3 Januari 2022;;\n";
    let office = Office::of(&profile(sumber, "SUM(k.volume_usaha)"), &[("data/k 2021.csv", table)]);
    let file = office.path("data/k 2021.csv");
    let record: serde_json::Value = serde_json::from_str(&iku(&["periksa", "--json", office.text()]).stdout).unwrap();
    assert_eq!(value(&record), "7000");
    let rows = record["bacaan"][0]["keputusan"].as_array().unwrap().iter().find(|one| one["tentang"] == "baris").unwrap();
    assert_eq!(rows["nilai"], "2, 5");
    let told: Vec<_> = rows["karena"].as_array().unwrap().iter().map(|one| one["teks"].as_str().unwrap()).collect();
    assert_eq!(
        told,
        [
            "bagian dari baris di atasnya: 3-4 (`- Toko`, `- Simpan pinjam`)",
            "catatan dan tanda tangan: 7",
            "jumlah: 6 (`JUMLAH`)"
        ]
    );
    let seen = iku(&["lihat", file.to_str().unwrap()]).stdout;
    assert!(seen.contains("A3: - Toko (tertulis)") && seen.contains("A6: JUMLAH (tertulis)"), "{seen}");
}
