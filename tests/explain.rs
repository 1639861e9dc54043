//! `iku jelaskan 1.1`, from the command line.

mod common;

use common::{Office, iku, small_profile, small_table};
use std::path::Path;

const GROWTH: &str = "(volume[n] - volume[n-1]) / volume[n-1] * 100";

fn catalogue(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/katalog-iku").join(name).to_str().unwrap().to_owned()
}

#[test]
fn the_arithmetic_stands_step_by_step_down_to_the_cells() {
    let before = small_table(&[("A", "100"), ("B", "300")]);
    let now = small_table(&[("A", "150"), ("B", "301"), ("C", "")]);
    let files = [("data/keragaan 2020.csv", before.as_str()), ("data/keragaan 2021.csv", now.as_str())];
    let office = Office::of(&small_profile(GROWTH, "arah = \"naik\"\ntarget = { 2021 = 10 }\n"), &files);
    let run = iku(&["jelaskan", "1.1", office.text()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let wanted = "\
1.1 Indikator (tahun 2021)

  Rumus         (Jumlah volume usaha tahun n - Jumlah volume usaha tahun (n-1)) / Jumlah volume usaha tahun (n-1) x 100%
  Ditulis       (volume[n] - volume[n-1]) / volume[n-1] * 100
  Dengan angka  (451 - 400) / 400 x 100%
  Langkah       451 - 400 = 51
                51 / 400 = 0,1275
                0,1275 x 100 = 12,75
  Hasil         12,75
  Tampil        12,75 % (dibulatkan satu kali ke 2 desimal, setengah menjauhi nol)
  Target        10 (tahun 2021)
  Capaian       Realisasi / Target x 100%
                12,75 / 10 x 100% = 127,50%
  Predikat      Sangat Tinggi

Jumlah volume usaha tahun 2021 (volume): Rp 451
  Ditulis       SUM(keragaan.volume_usaha)
  Asal          data
  jumlah volume usaha tahun n = 451
    keragaan 2021: 3 baris, 2 dihitung
      data/keragaan 2021.csv!D3  B  301
      data/keragaan 2021.csv!D2  A  150
    tidak dihitung 1 baris: volume usaha tahun 2021 kosong
      data/keragaan 2021.csv!D4  C

Jumlah volume usaha tahun 2020 (volume): Rp 400
  Ditulis       SUM(keragaan.volume_usaha)
  Asal          data
  jumlah volume usaha tahun n = 400
    keragaan 2020: 2 baris, 2 dihitung
      data/keragaan 2020.csv!D3  B  300
      data/keragaan 2020.csv!D2  A  100
";
    let (figure, reading) = run.stdout.split_once("\nCara baca\n").unwrap();
    assert_eq!(figure, wanted);
    let wanted = "\
  kolom       volume_usaha = D
                D1: Volume Usaha (Rp) (tertulis)
  baris       2-4
                B2: data: `A` … `C` (bentuk)
  tahun       2021
                nama berkas: data/keragaan 2021.csv (tertulis)
  periode     12 bulan
                aturan: 2021 (tersirat)
  satuan      volume_usaha = 1
                D1: (Rp) (tertulis)
  entitas     nomor_bh
                sumber.keragaan.kunci: nomor_bh (tertulis)
";
    assert!(reading.starts_with("keragaan 2020: data/keragaan 2020.csv\n"), "{reading}");
    assert!(reading.ends_with(wanted), "{reading}");
}

#[test]
fn twenty_cells_are_told_and_all_where_asked_for() {
    let names: Vec<String> = (1..=25).map(|number| format!("K{number:02}")).collect();
    let amounts: Vec<String> = (1..=25).map(|number| (number * 10).to_string()).collect();
    let rows: Vec<(&str, &str)> = names.iter().zip(&amounts).map(|(name, amount)| (name.as_str(), amount.as_str())).collect();
    let office = Office::of(&small_profile("volume", ""), &[("data/keragaan 2021.csv", &small_table(&rows))]);
    let few = iku(&["jelaskan", "1.1", office.text()]).stdout;
    assert!(few.contains("K25") && few.contains("K06") && !few.contains("K05"), "{few}");
    assert!(few.contains("… dan 5 sel lagi"), "{few}");
    let all = iku(&["explain", "1.1", office.text(), "--semua"]).stdout;
    assert!(names.iter().all(|name| all.contains(name.as_str())) && !all.contains("sel lagi"), "{all}");
}

#[test]
fn a_joined_count_tells_its_six_groups_and_masks_what_is_personal() {
    let folder = catalogue("02-usaha-mikro-berkembang");
    let run = iku(&["jelaskan", "1.1", &folder]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for part in [
        "omset 2021 terhadap 2020: naik 3, tetap 0, turun 1, baru 1, hilang 0, tak terbaca 0",
        "data/umkm 2021.csv!D2  Batik Bayu",
        "omset 2021 = 10.000.000; omset 2020 = 9.000.000",
        "tidak ada pasangannya dalam data tahun 2020",
    ] {
        assert!(run.stdout.contains(part), "{part} is not in\n{}", run.stdout);
    }
    let office = Office::of(
        &small_profile("x", "").replace("rumus = \"x\"", "rumus = 'COUNT(umkm WHERE nik <> \"1\")'").replace(
            "[ukuran.volume]",
            "[sumber.umkm]\nbentuk = \"umkm\"\nberkas = \"data/umkm {tahun}.csv\"\nkunci = [\"nik\"]\n[ukuran.volume]",
        ),
        &[("data/umkm 2021.csv", "No;NIK;Nama Usaha;Omset\n1;3575010101800001;Warung Asih;10\n")],
    );
    let run = iku(&["jelaskan", "1.1", office.text()]);
    assert!(run.stdout.contains("NIK 2021 = ************0001"), "{}\n{}", run.stdout, run.stderr);
    assert!(!run.stdout.contains("3575010101800001"), "{}", run.stdout);
}

#[test]
fn an_undefined_figure_tells_why_and_shows_its_operands() {
    let run = iku(&["jelaskan", "1.1", &catalogue("22-pertumbuhan-shu-aset-modal")]);
    assert_eq!(run.status, 0);
    for part in [
        "Dengan angka  (100.000 - (-300.000)) / (-300.000) x 100",
        "100.000 - (-300.000) = 400.000",
        "Hasil         tidak dapat dihitung (nilai dasar negatif (-300.000)",
        "data/keragaan 2020.csv!D2  KSU Amanah   -500.000",
    ] {
        assert!(run.stdout.contains(part), "{part} is not in\n{}", run.stdout);
    }
}

#[test]
fn conditions_scores_and_fixed_values_are_told() {
    let score = iku(&["jelaskan", "1.1", &catalogue("11-skor-jumlah-koperasi")]).stdout;
    for part in ["3 > 4 ? tidak benar", "3 = 4 ? tidak benar", "Hasil         50"] {
        assert!(score.contains(part), "{part} is not in\n{score}");
    }
    let ratio = iku(&["jelaskan", "1.1", &catalogue("15-pertumbuhan-kewirausahaan")]).stdout;
    for part in ["5,2 - 5 = 0,2", "13.000 / 250.000 = 0,052", "tetapan: Sakernas"] {
        assert!(ratio.contains(part), "{part} is not in\n{ratio}");
    }
    let predicate = iku(&["jelaskan", "1.2", &catalogue("26-nilai-dan-predikat")]).stdout;
    assert!(predicate.contains("Nilai SAKIP tahun 2021 (sakip): A (80)"), "{predicate}");
}

#[test]
fn an_unknown_indicator_and_doubtful_data_say_so() {
    let office = Office::of(&small_profile("volume", ""), &[("data/keragaan 2021.csv", &small_table(&[("A", "?!")]))]);
    let run = iku(&["jelaskan", "3.1", office.text()]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("`3.1`") && run.stderr.contains("1.1"), "{}", run.stderr);
    let run = iku(&["jelaskan", "1.1", office.text()]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("MERAGUKAN") && run.stderr.contains("D2"), "{}", run.stderr);
}

#[test]
fn a_count_of_usaha_mikro_over_all_scales_is_warned_of() {
    let table = "No;NIK;Nama Usaha;Skala Usaha;Omset\n1;3575010101800001;Asih;Mikro;10\n2;3575010101800002;Bayu;Kecil;20\n";
    let warned = |rumus: &str, sebutan: &str| {
        let profile =
            small_profile("volume", "").replace("rumus = \"SUM(keragaan.volume_usaha)\"", &format!("rumus = '{rumus}'"));
        let profile = profile.replace("Jumlah volume usaha", sebutan).replace(
            "[ukuran.volume]",
            "[sumber.umkm]\nbentuk = \"umkm\"\nberkas = \"data/umkm {tahun}.csv\"\nkunci = [\"nik\"]\n[ukuran.volume]",
        );
        let office = Office::of(&profile, &[("data/umkm 2021.csv", table)]);
        let run = iku(&["periksa", office.text()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stderr.contains("skala-tidak-disaring")
    };
    assert!(warned("COUNT(umkm)", "Jumlah usaha mikro"));
    assert!(warned("SUM(umkm.omset)", "Jumlah omset"));
    assert!(!warned("COUNT(umkm WHERE skala_usaha = \"mikro\")", "Jumlah usaha mikro"));
    assert!(!warned("COUNT(umkm)", "Jumlah UMKM"));
}

/// The sum of the contributions told below an aggregate, and the figure it is told to be.
fn told_sum(explained: &str, aggregate: &str) -> (i128, i128, usize) {
    let whole = |text: &str| text.trim().replace('.', "").parse::<i128>().unwrap_or_else(|_| panic!("{text} in\n{explained}"));
    let mut lines = explained.lines().skip_while(|line| !line.trim_start().starts_with(aggregate));
    let figure = whole(lines.next().unwrap_or_else(|| panic!("no {aggregate}")).rsplit_once(" = ").unwrap().1);
    let cells: Vec<i128> = lines
        .skip(1)
        .take_while(|line| line.starts_with("      data/"))
        .map(|line| whole(line.trim_end().rsplit_once("  ").unwrap().1))
        .collect();
    assert!(cells.is_sorted_by(|a, b| a.abs() >= b.abs()), "the largest stand first: {cells:?}");
    (cells.iter().sum(), figure, cells.len())
}

#[test]
fn the_contributions_told_add_up_to_the_figure() {
    let sample = Office::sample();
    let run = iku(&["jelaskan", "1.1", sample.text(), "--semua"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let record: serde_json::Value = serde_json::from_str(&iku(&["periksa", "--json", sample.text()]).stdout).unwrap();
    let volume = &record["ukuran"][0];
    assert_eq!((volume["nama"].as_str(), volume["tahun"].as_i64()), (Some("volume_usaha"), Some(2021)));
    let (sum, figure, cells) = told_sum(&run.stdout, "jumlah volume usaha tahun n");
    assert_eq!((sum, sum.to_string()), (figure, volume["nilai"].as_str().unwrap().to_owned()));
    assert_eq!(cells as u64, volume["jumlah_sel"].as_u64().unwrap());
    // Losses take away, and a joined sum counts the cells of the other year.
    let shu = iku(&["jelaskan", "1.2", &catalogue("22-pertumbuhan-shu-aset-modal"), "--semua"]);
    let (sum, figure, cells) = told_sum(&shu.stdout, "jumlah SHU tahun n");
    assert_eq!((sum, figure, cells), (100_000, 100_000, 2));
}

#[test]
fn a_figure_that_the_standing_report_prints_otherwise_is_said_first_and_can_be_explained() {
    let before = small_table(&[("A", "100"), ("B", "300")]);
    let now = small_table(&[("A", "150"), ("B", "300")]);
    let files = [("data/keragaan 2020.csv", before.as_str()), ("data/keragaan 2021.csv", now.as_str())];
    let office = Office::of(&small_profile(GROWTH, "arah = \"naik\"\ntarget = { 2021 = 10 }\n"), &files);
    assert_eq!(office.buat().status, 0);
    let json = |more: &[&str]| -> serde_json::Value {
        let run = iku(&[&["jelaskan", "1.1", office.text(), "--json"], more].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        serde_json::from_str(&run.stdout).unwrap()
    };
    let first = iku(&["jelaskan", "1.1", office.text()]).stdout;
    assert!(first.starts_with("1.1 Indikator"), "{first}");
    assert_eq!(json(&[])["laporan"], serde_json::Value::Null);
    office.write("data/keragaan 2021.csv", small_table(&[("A", "130"), ("B", "300")]).as_bytes());
    let run = iku(&["jelaskan", "1.1", office.text()]);
    let head = run.stdout.lines().next().unwrap();
    assert!(head.contains("revisi 1") && head.contains("1.1 (2021) 12,50 menjadi 7,50"), "{}", run.stdout);
    let told = json(&[]);
    assert_eq!((&told["laporan"]["revisi"], &told["laporan"]["angka"][0]["semula"]), (&1.into(), &"12,50".into()));
    // The published figure down to its cells.
    let published = iku(&["jelaskan", "1.1", office.text(), "--revisi", "1"]);
    assert_eq!((published.status, published.stdout.as_str()), (0, first.as_str()));
    assert_eq!(json(&["--revisi", "1"])["laporan"], serde_json::Value::Null);
    assert_eq!(iku(&["jelaskan", "1.1", office.text(), "--revisi", "7"]).status, 2);
}
