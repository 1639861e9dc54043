//! The whole room: a whole profile, every default, every error's words.

use super::*;
use crate::vocabulary::{Tanggal, Year};
use rust_decimal::Decimal;

const EXAMPLE: &str = include_str!("contract_example.toml");

/// The least that makes a profile.
const LEAST: &str = r#"[instansi]
nama = "Dinas"
daerah = "Kota"
[laporan]
tahun = 2021
[penandatangan]
tempat = "Pasuruan"
tanggal = 2022-01-24
jabatan = "KEPALA"
nama = "Nama"
[[sasaran]]
[[sasaran.indikator]]
nama = "Indikator"
rumus = "1"
"#;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn good(text: &str) -> Profile {
    parse(text).unwrap_or_else(|errors| panic!("{}", shown(&errors, text)))
}

fn shown(errors: &[ProfileError], text: &str) -> String {
    errors.iter().map(|error| error.show("iku.toml", text)).collect::<Vec<_>>().join("\n")
}

fn errors_of(text: &str) -> Vec<ProfileError> {
    parse(text).err().unwrap_or_default()
}

#[test]
fn no_text_and_no_key_is_of_any_length() {
    let long = "%".repeat(32_768);
    for (key, text) in [
        ("2021", with(&format!("[ukuran.p]\nasal = 'a'\ntetapan = {{ 2021 = '{long}' }}"))),
        ("%%%%%%%%%%%%%%%%%%%%…", with(&format!("[ukuran.p]\nasal = 'a'\nskor = {{ '{long}' = 90 }}"))),
        ("predikat", with(&format!("[capaian]\npredikat = [['{long}', 75], ['Rendah']]"))),
        ("nama", changed("nama", &format!("nama = '{long}'\n# "))),
    ] {
        let expected = ProfileErrorKind::TooMuch { kunci: key.to_owned(), most: 32_767, characters: true };
        assert_eq!(kinds(&text), [expected]);
    }
    let fits = with(&format!("[ukuran.p]\nasal = 'a'\nskor = {{ '{0}' = 90 }}\ntetapan = {{ 2021 = '{0}' }}", &long[1..]));
    assert_eq!(kinds(&fits), []);
}

#[test]
fn no_list_is_of_any_length() {
    let words = |count: usize| (0..count).map(|word| format!("'kata {word}'")).collect::<Vec<_>>().join(", ");
    let source =
        |more: String| with(&format!("[sumber.s]\nnama = 'S'\nberkas = 'a.csv'\nkunci = ['nik']\nbentuk = 'umkm'\n{more}"));
    for (key, most, text) in [
        ("ya", 200, &|count| source(format!("tanda = {{ ya = [{}] }}", words(count)))),
        ("kunci", 200, &|count| changed("nama", &format!("kunci = [{}]\nnama", words(count)))),
        ("misi", 5000, &|count| changed("nama", &format!("misi = [{}]\nnama", words(count)))),
        ("arti", 5000, &|count| source(format!("arti = {{ {} }}", words(count).replace(',', " = 'biasa',") + " = 'biasa'"))),
    ] as [(&str, usize, &dyn Fn(usize) -> String); 4]
    {
        let refused = ProfileErrorKind::TooMuch { kunci: key.to_owned(), most, characters: false };
        assert_eq!(kinds(&text(most + 1)), std::slice::from_ref(&refused), "{key}");
        assert!(!kinds(&text(most)).contains(&refused), "{key}");
    }
}

/// The least profile with a text put in place of another.
fn changed(from: &str, to: &str) -> String {
    assert!(LEAST.contains(from), "{from}");
    LEAST.replacen(from, to, 1)
}

/// The least profile with more lines at its end.
fn with(more: &str) -> String {
    format!("{LEAST}{more}\n")
}

fn kinds(text: &str) -> Vec<ProfileErrorKind> {
    errors_of(text).into_iter().map(|error| error.kind).collect()
}

#[test]
fn the_contracts_example_is_read_whole() {
    let profile = good(EXAMPLE);
    assert_eq!(profile.instansi.fungsi.len(), 2);
    assert_eq!(profile.laporan.tahun, Year(2021));
    assert_eq!(profile.laporan.kop.as_ref().unwrap().lambang.as_deref(), Some("templat/lambang.png"));
    assert_eq!(profile.laporan.kop.as_ref().unwrap().baris.len(), 3);
    let signer = &profile.penandatangan[0];
    assert_eq!(signer.tanggal, Tanggal::new(2022, 1, 24));
    assert_eq!(signer.jabatan, ["KEPALA DINAS KOPERASI DAN USAHA MIKRO", "KOTA PASURUAN"]);
    assert_eq!(signer.nip.as_ref().unwrap().printed, "19640505 199303 1 012");
    assert_eq!((signer.sebagai.as_str(), signer.penanda, signer.cara), ("", None, Cara::Basah));
    let keragaan = &profile.sumber["keragaan"];
    assert_eq!(keragaan.bentuk, Dictionary::Keragaan);
    assert_eq!(keragaan.berkas[0].text, "data/Laporan Keragaan Koperasi {tahun}.xlsx");
    assert_eq!(keragaan.kolom["volume_usaha"].judul.text, "Vol. Ush");
    assert_eq!(keragaan.kolom["volume_usaha"].jenis, None);
    assert_eq!(keragaan.kolom["status_sehat"].jenis, Some(JenisIsian::Teks));
    let keys: Vec<&str> = profile.sumber["umkm"].kunci.iter().map(|key| key.text.as_str()).collect();
    assert_eq!(keys, ["nik", "nama_usaha"]);
    let names: Vec<&str> = profile.ukuran.iter().map(|measure| measure.nama.text.as_str()).collect();
    assert_eq!(names, ["volume_usaha", "usaha_berkembang", "pdrb", "sakip"], "in the profile's order");
    assert_eq!(profile.ukuran[1].tetapan[&Year(2019)], Score::Number(decimal("1250")));
    assert_eq!(profile.ukuran[2].tetapan[&Year(2020)], Score::Number(decimal("7812345.67")));
    assert_eq!(profile.ukuran[2].rumus, None);
    let sakip = Score::Predicate { text: "BB".to_owned(), score: decimal("70") };
    assert_eq!(profile.ukuran[3].tetapan[&Year(2021)], sakip);
    let indikator = &profile.sasaran[0].indikator[0];
    assert_eq!((indikator.id.as_str(), indikator.arah), ("1.1", Some(Arah::Naik)));
    assert_eq!(indikator.target[&Year(2022)], decimal("5.25"));
    assert_eq!(indikator.target_akhir[&Year(2026)], decimal("8"));
    assert_eq!(indikator.tercetak.as_ref().unwrap().pengali.as_deref(), Some("x 100%"));
    assert_eq!(profile.capaian.batas, Some((decimal("0"), decimal("150"))));
    assert_eq!(profile.capaian.predikat.len(), 5);
    let accept = &profile.terima[0];
    assert_eq!(accept.at().unwrap().to_string(), "data/Data UMKM 2021.xlsx!Sheet1!F12");
    assert_eq!((accept.ditemukan.as_deref(), accept.nilai.as_deref()), (Some("±3jt"), Some("3.000.000")));
}

#[test]
fn every_default() {
    let profile = good(LEAST);
    let laporan = &profile.laporan;
    assert_eq!(laporan.judul, "INDIKATOR KINERJA UTAMA");
    assert_eq!((laporan.templat.as_str(), laporan.huruf.as_str()), ("iku", "Arial"));
    assert_eq!((laporan.kertas, laporan.orientasi), ((215.0, 330.0), Orientasi::Lanskap));
    assert_eq!(laporan.margin, Margin { atas: 20.0, bawah: 20.0, kiri: 25.0, kanan: 20.0 });
    assert_eq!(laporan.bagian, ["iku", "capaian", "perhitungan", "catatan"]);
    assert_eq!((laporan.tampil_tahun, laporan.lampirkan, laporan.data_ringkas), (3, false, false));
    assert_eq!(laporan.kop, None);
    let instansi = &profile.instansi;
    assert_eq!((&instansi.visi, &instansi.tujuan, &instansi.tugas), (&None, &None, &None));
    assert!(instansi.misi.is_empty() && instansi.fungsi.is_empty());
    let signer = &profile.penandatangan[0];
    assert_eq!((signer.sebagai.as_str(), &signer.pangkat, &signer.nip), ("", &None, &None));
    assert_eq!((signer.cara, signer.penanda), (Cara::Basah, None));
    assert!(profile.sumber.is_empty() && profile.ukuran.is_empty() && profile.terima.is_empty());
    assert_eq!(profile.capaian.turun, TurunRule::TwiceTargetMinus);
    assert_eq!(profile.capaian.batas, None);
    let cuts: Vec<_> = profile.capaian.predikat.iter().map(|step| (step.label.as_str(), step.above)).collect();
    let cut = |number: i64| Some(Decimal::from(number));
    assert_eq!(
        cuts,
        [("Sangat Tinggi", cut(90)), ("Tinggi", cut(75)), ("Sedang", cut(65)), ("Rendah", cut(50)), ("Sangat Rendah", None)]
    );
    assert_eq!(profile.batas_baca, Limits::default());
    let indikator = &profile.sasaran[0].indikator[0];
    assert_eq!(profile.sasaran[0].uraian, "");
    assert_eq!((indikator.desimal, indikator.arah, &indikator.satuan), (2, None, &None));
    assert!(indikator.target.is_empty() && indikator.target_akhir.is_empty() && indikator.tercetak.is_none());

    let profile = good(&with("[sumber.data_umkm]\nberkas = 'data/a.csv'\n[ukuran.jumlah_usaha]\nrumus = 'COUNT(data_umkm)'"));
    let source = &profile.sumber["data_umkm"];
    assert_eq!((source.nama.as_str(), source.bentuk), ("data_umkm", Dictionary::None));
    assert!(source.kunci.is_empty() && source.kolom.is_empty());
    assert_eq!((&source.butir, &source.lembar, source.baris_judul), (&None, &None, None));
    assert_eq!((source.tahun, source.satuan_uang, source.angka), (None, None, None));
    assert_eq!((profile.ukuran[0].sebutan.as_str(), &profile.ukuran[0].satuan), ("jumlah usaha", &None));
    assert!(!profile.ukuran[0].utamakan_tetapan);
}

#[test]
fn places_are_those_of_the_file() {
    let text = with(
        "[ sumber . umkm ]\nberkas = [\n  'data/a.csv',\n  \"data/é {tahun}.xlsx\"]\n[ukuran.x]\nrumus = \"\"\"\n1 +\n2\"\"\"",
    );
    let profile = good(&text);
    let berkas = &profile.sumber["umkm"].berkas;
    assert_eq!((berkas[0].line, berkas[0].column, berkas[1].line, berkas[1].column), (17, 4, 18, 4));
    assert_eq!(profile.sumber["umkm"].line, 15);
    let measure = &profile.ukuran[0];
    assert_eq!((measure.nama.line, measure.nama.column), (19, 9));
    let rumus = measure.rumus.as_ref().unwrap();
    assert_eq!((rumus.line, rumus.column), (21, 1));
    assert_eq!(profile.sasaran[0].indikator[0].line, 12);
    assert_eq!(profile.sasaran[0].indikator[0].rumus.column, 10);
    // Notepad's byte order mark and Windows' line breaks change no place.
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(good(&windows).ukuran[0].nama, measure.nama);
}

#[test]
fn a_formulas_error_points_into_the_profile() {
    let text = with("[ukuran.x]\nrumus = \"COUNT(umkm WHERE skala = \\\"mikro\\\" AND omsett > 5)\"");
    let profile = good(&text);
    let rumus = profile.ukuran[0].rumus.as_ref().unwrap();
    let offset = rumus.text.find("omsett").unwrap();
    let error = ProfileError::formula(rumus, offset, 6, "isian `omsett` tidak dikenal", "mungkin maksudnya `omset`");
    assert_eq!(
        error.show("iku.toml", &text),
        "iku.toml:16:49: isian `omsett` tidak dikenal\n   | rumus = \"COUNT(umkm WHERE skala = \\\"mikro\\\" AND omsett > 5)\"\n   |                                                 ^^^^^^\n   mungkin maksudnya `omset`"
    );
    // Offsets outside the text and another file's text show an error all the same.
    let _ = ProfileError::formula(rumus, 9999, 9999, "a", "b").show("iku.toml", &text);
    let _ = ProfileError::formula(rumus, offset, 6, "a", "b").show("iku.toml", "");
}

#[test]
fn all_choices_and_spellings() {
    let laporan = |more: &str| good(&changed("tahun = 2021", &format!("tahun = 2021\n{more}"))).laporan;
    assert_eq!(laporan("kertas = 'a4'\norientasi = 'Potret'").kertas, (210.0, 297.0));
    assert_eq!(laporan("kertas = 'Folio'").kertas, (215.9, 330.2));
    assert_eq!(laporan("kertas = 'Legal'").kertas, (215.9, 355.6));
    assert_eq!(laporan("kertas = [210, \"330,5\"]").kertas, (210.0, 330.5));
    assert_eq!(laporan("margin = { kiri = 30.5 }").margin, Margin { atas: 20.0, bawah: 20.0, kiri: 30.5, kanan: 20.0 });
    assert_eq!(laporan("huruf = 'times new roman'").huruf, "Times New Roman");
    assert_eq!(laporan("huruf = './templat/Huruf.TTF'").huruf, "templat/Huruf.TTF");
    assert_eq!(laporan("templat = 'templat/kantor'\nbagian = ['sampul', 'iku']").bagian, ["sampul", "iku"]);
    assert_eq!(laporan("bagian = ['catatan', 'iku']").bagian, ["catatan", "iku"]);
    assert_eq!(laporan("bagian = ['iku', 'pengesahan', 'bacaan']").bagian.len(), 3);
    assert!(laporan("catatan = 'ringkas'").catatan_ringkas);
    assert!(laporan("lembar_data = 'ringkas'").data_ringkas);
    assert_eq!(laporan("[laporan.kop]").kop, None);
    let source = |more: &str| good(&with(&format!("[sumber.a]\nberkas = 'a.csv'\n{more}"))).sumber["a"].clone();
    assert_eq!(source("tahun = 'kolom'").tahun, Some(SumberTahun::Kolom));
    assert_eq!(source("tahun = 2020").tahun, Some(SumberTahun::Tetap(Year(2020))));
    assert_eq!(source("tahun = '2020'").tahun, Some(SumberTahun::Tetap(Year(2020))));
    assert_eq!(source("satuan_uang = 'Miliar'").satuan_uang, Some(SatuanUang::Miliar));
    assert_eq!(source("angka = 'en'").angka, Some(Angka::En));
    assert_eq!(source("bentuk = 'UMKM'").bentuk, Dictionary::Umkm);
    assert_eq!(source("baris_judul = '5-6'").baris_judul, Some(HeaderRows { first: 4, last: 5 }));
    assert_eq!(source("baris_judul = 3").baris_judul, Some(HeaderRows { first: 2, last: 2 }));
    assert_eq!(source("lembar = 'Semua'").lembar.unwrap().text, "semua");
    assert_eq!(source("kunci = 'nik'").kunci[0].text, "nik");
    let capaian = |more: &str| good(&with(&format!("[capaian]\n{more}"))).capaian;
    assert_eq!(capaian("turun = ' t / r '").turun, TurunRule::TargetOverReal);
    assert!(capaian("predikat = []").predikat.is_empty());
    let signers = LEAST.replace("[penandatangan]", "[[penandatangan]]\ntempat='A'\ntanggal='2022-01-23'\njabatan=['B', 'C']\nnama='D'\ncara='tte'\npenanda='#'\n[[penandatangan]]");
    let signers = good(&signers).penandatangan;
    assert_eq!((signers.len(), signers[0].cara, signers[0].penanda), (2, Cara::Tte, Some('#')));
    // A second one may have neither place nor date; the first may not.
    let above = "[[penandatangan]]\nsebagai='Mengetahui,'\njabatan='SEKRETARIS DAERAH'\nnama='A'\n\n[[penandatangan]]";
    let left = good(&LEAST.replace("[penandatangan]", above));
    assert_eq!((left.penandatangan[0].tanggal, left.penandatangan[0].tempat.as_str()), (None, ""));
    assert_eq!(Some(left.tanggal()), left.penandatangan[1].tanggal);
    assert!(!left.penandatangan[1].tempat.is_empty());
    let seen = LEAST.replace("[penandatangan]", "[[penandatangan]]")
        + "\n[[penandatangan]]\njabatan='B'\nnama='D'\nbidang={ lebar = 30 }";
    let seen = good(&seen).penandatangan;
    assert_eq!((seen[1].tempat.as_str(), seen[1].tanggal, seen[1].bidang), ("", None, (30.0, 25.0)));
    let accept = |more: &str| good(&with(&format!("[[terima]]\nkode = 'nilai-kosong'\nalasan = 'a'\n{more}"))).terima[0].clone();
    assert_eq!(accept("sel = 'data/a.csv!$f$12'\nnilai = 5.25").nilai.as_deref(), Some("5,25"));
    let column = accept("sel = 'data/a.csv!f'\npaling_banyak = 12");
    assert_eq!((column.sel.text.as_str(), column.paling_banyak), ("data/a.csv!F", Some(12)));
    assert_eq!(good(&with("[batas_baca]\ndetik = 600")).batas_baca, Limits { detik: 600, ..Limits::default() });
}

/// Each mistake, the place and the words it gets.
#[test]
fn mistakes_have_their_words() {
    let office = |line: &str| changed("nama = \"Dinas\"", line);
    let laporan = |more: &str| changed("tahun = 2021", &format!("tahun = 2021\n{more}"));
    let signer = |more: &str| changed("nama = \"Nama\"", &format!("nama = \"Nama\"\n{more}"));
    let source = |more: &str| with(&format!("[sumber.a]\nberkas = 'a.csv'\n{more}"));
    let measure = |more: &str| with(&format!("[ukuran.a]\n{more}"));
    let accept = |more: &str| with(&format!("[[terima]]\nalasan = 'a'\n{more}"));
    let capaian = |more: &str| with(&format!("[capaian]\n{more}"));
    let mut wrong: Vec<String> = Vec::new();
    for (text, expected) in [
        // What TOML itself cannot read.
        (office("nama = “Dinas”"), "2:8: tanda kutipnya miring (“ ”), biasanya karena disalin dari Word"),
        (office("nama = Dinas Koperasi"), "2:8: teks ini tidak diapit tanda kutip"),
        (office("nama = \"Dinas"), "2:14: tanda kutip dibuka tetapi tidak ditutup di baris ini"),
        (office("nama = "), "2:8: tidak ada isi sesudah tanda `=`"),
        (office("nama : 'a'"), "2:6: baris ini tidak berbentuk `kunci = isi`"),
        (office("nama = 'a' 'b'"), "2:12: masih ada tulisan sesudah isi baris ini selesai"),
        (office("nama = 'a'\nfungsi = ['a' 'b']"), "3:15: koma di antara dua isi belum ada"),
        (laporan("huruf = \"data\\Lucida\""), "6:15: ada garis miring terbalik `\\` di dalam tanda kutip"),
        (laporan("margin = { atas = 5,5 }"), "6:23: angka berkoma ini tidak diapit tanda kutip"),
        (laporan("lampirkan = True"), "6:13: isi ini seperti true atau false, tetapi tidak persis begitu"),
        (laporan("tampil_tahun = 03"), "6:16: angka tidak boleh diawali nol"),
        (measure("tetapan = { 2021 = 1.234.567 }"), "16:25: angka ini tidak dapat dibaca"),
        (changed("2022-01-24", "2022-02-30"), "8:11: tanggal ini tidak ada di kalender, atau bentuknya keliru"),
        (changed("2022-01-24", "24/01/2022"), "8:11: tanggal ini tidak ada di kalender, atau bentuknya keliru"),
        (changed("[laporan]", "[laporan"), "4:9: judul bagian tidak ditutup dengan `]`"),
        // Keys.
        (laporan("tahun = 2022"), "6:1: `tahun` ditulis dua kali"),
        (with("[laporan]\njudul = 'a'"), "15:2: `laporan` ditulis dua kali"),
        (office("nmaa = 'a'"), "2:1: kunci tidak dikenal pada `[instansi]`: `nmaa`"),
        (changed("[penandatangan]", "[penandatagan]"), "6:2: kunci atau bagian tidak dikenal: `penandatagan`"),
        (changed("[[sasaran.indikator]]", "[[sasaran.indiktor]]"), "12:11: kunci tidak dikenal pada `[[sasaran]]`: `indiktor`"),
        (laporan("[laporan.kop]\nbariss = 'a'"), "7:1: kunci tidak dikenal pada `[laporan.kop]`: `bariss`"),
        (laporan("margin = { ats = 5 }"), "6:12: kunci tidak dikenal pada `margin`: `ats`"),
        (source("kolom.a = { jdul = 'a' }"), "17:13: kunci tidak dikenal pada `[sumber.NAMA.kolom]`: `jdul`"),
        (source("[sumber.a.kolom]\nsatuan_uang = 'juta'"), "18:1: kunci tidak dikenal pada `[sumber.NAMA.kolom]`: `satuan_uang`"),
        (office("# tanpa nama"), "1:1: `nama` belum diisi pada `[instansi]`"),
        (changed("jabatan = \"KEPALA\"\n", ""), "6:1: `jabatan` belum diisi pada `[penandatangan]`"),
        (changed("rumus = \"1\"\n", ""), "12:1: `rumus` belum diisi pada `[[sasaran.indikator]]`"),
        (with("[sumber.a]"), "15:1: `berkas` belum diisi pada `[sumber.NAMA]`"),
        // Kinds of values.
        (office("nama = 5"), "2:8: `nama` harus berupa teks dalam tanda kutip, bukan bilangan"),
        (office("nama = ' '"), "2:8: `nama` kosong"),
        (office("nama = \"a\\u0007\""), "2:8: `nama` berisi karakter yang tidak dapat dicetak"),
        (office("nama = 'a'\nmisi = ['a', '']"), "3:14: `misi` kosong"),
        (laporan("judul = ''"), "6:9: `judul` kosong"),
        (laporan("lampirkan = 'ya'"), "6:13: `lampirkan` harus berupa true (ya) atau false (tidak), bukan teks"),
        (laporan("kertas = 'A3'"), "6:10: `kertas` tidak mengenal \"A3\""),
        (laporan("kertas = [210]"), "6:10: `kertas` harus berupa nama kertas, atau [lebar, tinggi] dalam mm, bukan daftar"),
        (laporan("kertas = [21, 330]"), "6:11: `kertas` bernilai 21, padahal harus di antara 100 mm dan 1500 mm"),
        (laporan("margin = { atas = 200 }"), "6:10: margin terlalu besar untuk kertas ini: ruang cetaknya kurang dari 50 mm"),
        (laporan("margin = { atas = -5 }"), "6:19: `atas` bernilai -5, padahal harus di antara 0 mm dan 500 mm"),
        (laporan("huruf = 'Calibri'"), "6:9: `huruf` tidak mengenal \"Calibri\""),
        (laporan("bagian = ['iku', 'capain']"), "6:18: `bagian` tidak mengenal \"capain\""),
        (laporan("bagian = ['iku', 'iku']"), "6:18: \"iku\" disebut dua kali pada `bagian`"),
        (laporan("bagian = []"), "6:10: `bagian` kosong"),
        (laporan("tampil_tahun = 11"), "6:16: `tampil_tahun` bernilai 11, padahal harus di antara 1 dan 10"),
        (laporan("tampil_tahun = 1.5"), "6:16: `tampil_tahun` harus berupa bilangan bulat, bukan bilangan desimal"),
        (laporan("templat = 'a/b'"), "6:11: `templat` harus nama satu folder di dalam `templat/`: \"a/b\""),
        (laporan("kop = { lambang = '../a.png' }"), "6:19: `lambang` menunjuk ke luar folder kantor: \"../a.png\""),
        (changed("tahun = 2021", "tahun = 21"), "5:9: \"21\" pada `tahun` bukan tahun empat angka"),
        (
            changed("tanggal = 2022-01-24", "tanggal = '24 Januari 2022'"),
            "8:11: `tanggal` berisi \"24 Januari 2022\", bukan tanggal yang ada di kalender berbentuk tahun-bulan-hari",
        ),
        (
            changed("tanggal = 2022-01-24", "tanggal = 2022-01-24T10:00:00"),
            "8:11: `tanggal` harus berupa tanggal tanpa jam, bukan tanggal atau jam",
        ),
        // The signer.
        (signer("nip = 196405051993031012"), "11:7: `nip` harus berupa teks dalam tanda kutip, bukan bilangan"),
        (signer("nip = '1964'"), "11:7: NIP harus 18 angka, di sini ada 4"),
        (signer("nip = '19640505-199303 1 012'"), "11:7: NIP hanya boleh berisi angka dan spasi, di sini ada `-`"),
        (signer("nip = '19641305 199303 1 012'"), "11:7: 8 angka pertama NIP bukan tanggal lahir yang ada (tahun, bulan, hari)"),
        (signer("nip = '19640505 199313 1 012'"), "11:7: angka ke-9 sampai ke-14 NIP bukan tahun dan bulan pengangkatan"),
        (signer("nip = '19640505 199303 3 012'"), "11:7: angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan)"),
        (signer("cara = 'digital'"), "11:8: `cara` tidak mengenal \"digital\""),
        (signer("penanda = '##'"), "11:11: `penanda` harus tepat satu tanda baca atau lambang"),
        // Sources.
        (with("[sumber.\"Data UMKM\"]\nberkas = 'a.csv'"), "15:9: nama `Data UMKM` tidak dapat dipakai dalam rumus"),
        (with("[sumber.sum]\nberkas = 'a.csv'"), "15:9: nama `sum` sudah dipakai sebagai kata dalam rumus"),
        (source("[ukuran.A]\nrumus = '1'"), "17:9: nama `A` sudah dipakai di baris 15"),
        (with("[sumber.a]\nberkas = 'data\\a.csv'"), "16:10: `berkas` memakai garis miring terbalik `\\`: \"data\\a.csv\""),
        (
            with("[sumber.a]\nberkas = \"data\\new.csv\""),
            "16:10: `berkas` berisi pindah baris atau karakter kendali, biasanya karena `\\` dalam tanda kutip",
        ),
        (with("[sumber.a]\nberkas = 'C:/a.csv'"), "16:10: `berkas` menunjuk ke luar folder kantor: \"C:/a.csv\""),
        (with("[sumber.a]\nberkas = ['a.csv', './a.csv']"), "16:20: \"a.csv\" disebut dua kali pada `berkas`"),
        (
            with("[sumber.a]\nberkas = 'a {thn}.csv'"),
            "16:10: kurung kurawal pada `berkas` hanya boleh `{tahun}`: \"a {thn}.csv\"",
        ),
        (with("[sumber.a]\nberkas = []"), "16:10: `berkas` kosong"),
        (format!("sumber = 5\n{LEAST}"), "1:10: `sumber` harus berupa bagian dengan kunci-kuncinya sendiri, bukan bilangan"),
        (source("bentuk = 'keragan'"), "17:10: `bentuk` tidak mengenal \"keragan\""),
        (source("baris_judul = '6-5'"), "17:15: `baris_judul` berisi \"6-5\", bukan nomor baris lembar"),
        (source("tahun = 'kolum'"), "17:9: `tahun` harus berupa tahun, atau \"kolom\", bukan teks"),
        (source("kunci = ['nik', 'nik']"), "17:17: \"nik\" disebut dua kali pada `kunci`"),
        (source("kunci = ['nomor bh']"), "17:10: nama `nomor bh` tidak dapat dipakai dalam rumus"),
        (source("kolom = { a = 5 }"), "17:15: `a` harus berupa judul kolom, atau { judul = …, jenis = … }, bukan bilangan"),
        (source("kolom = { a = { judul = 'A', jenis = 'tekst' } }"), "17:38: `jenis` tidak mengenal \"tekst\""),
        (source("kolom = { a = { jenis = 'teks' } }"), "17:15: `judul` belum diisi pada `[sumber.NAMA.kolom]`"),
        // Measures.
        (measure("satuan = 'a'"), "15:9: ukuran `a` tidak punya `rumus` maupun `tetapan`"),
        (measure("tetapan = {}"), "15:9: ukuran `a` tidak punya `rumus` maupun `tetapan`"),
        (measure("tetapan = { 2021 = 5 }"), "16:1: `tetapan` pada ukuran `a` belum menyebut asalnya"),
        (
            measure("asal = 'a'\ntetapan = { 2021 = 'BB' }"),
            "17:20: `tetapan` berisi \"BB\", bukan angka, dan `skor` untuk predikat belum ada",
        ),
        (measure("asal = 'a'\ntetapan = { 2021 = 'BC' }\nskor = { BB = 70 }"), "17:20: predikat \"BC\" tidak ada pada `skor`"),
        (measure("asal = 'a'\ntetapan = { 21 = 5 }"), "17:13: \"21\" pada `tetapan` bukan tahun empat angka"),
        (measure("asal = 'a'\ntetapan = { \" 2021\" = 5 }"), "17:13: \" 2021\" pada `tetapan` bukan tahun empat angka"),
        (
            measure("asal = 'a'\ntetapan = { 2021 = '1.25' }"),
            "17:20: `tetapan 2021` berisi '1.25', bukan angka dengan cara tulis Indonesia",
        ),
        (
            measure("asal = 'a'\ntetapan = { 2021 = 1.250 }"),
            "17:20: `tetapan 2021` berisi 1.250, yang bisa berarti ribuan, bisa berarti desimal",
        ),
        (
            measure("asal = 'a'\ntetapan = { 2021 = inf }"),
            "17:20: `tetapan 2021` berisi inf, di luar angka yang dapat dihitung tepat",
        ),
        (measure("asal = 'a'\ntetapan = { 2021 = '5 juta' }"), "17:20: `tetapan 2021` berisi '5 juta', bukan angka"),
        (
            measure("asal = 'a'\ntetapan = 5"),
            "17:11: `tetapan` harus berupa daftar tahun dengan angkanya dalam kurung kurawal, bukan bilangan",
        ),
        // Indicators.
        (changed("[[sasaran]]", "[sasaran]"), "11:1: `sasaran` harus berupa bagian berkurung siku ganda, bukan tabel"),
        (LEAST.split("[[sasaran.").next().unwrap().to_owned(), "11:1: sasaran ini belum punya indikator"),
        (with("target = { 2021 = 5 }"), "15:1: indikator \"Indikator\" punya target tetapi `arah` belum diisi"),
        (
            with("arah = 'naik'\ntarget = { 2026 = 5 }\ntarget_akhir = { 2026 = '6,5' }"),
            "17:1: indikator \"Indikator\" punya dua target untuk 2026: `target` 5, `target_akhir` 6,5",
        ),
        (with("target_akhir = { 2026 = 5 }"), "15:1: indikator \"Indikator\" punya target tetapi `arah` belum diisi"),
        (
            with("arah = 'naik'\ntarget_akhir = { 2023 = 5, 2026 = 6 }"),
            "16:1: indikator \"Indikator\" punya lebih dari satu `target_akhir`",
        ),
        (with("arah = 'naik'\ntarget = { 2021 = 'tinggi' }"), "16:19: `target 2021` berisi 'tinggi', bukan angka"),
        (with("desimal = 13"), "15:11: `desimal` bernilai 13, padahal harus di antara 0 dan 12"),
        (
            with("[sasaran.indikator.tercetak]\npengali = 'a'"),
            "15:1: `pembilang` belum diisi pada `[sasaran.indikator.tercetak]`",
        ),
        (
            with("[sasaran.indikator.tercetak]\npembilang = 'a'\nsatuan = 'a'"),
            "17:1: kunci tidak dikenal pada `[sasaran.indikator.tercetak]`: `satuan`",
        ),
        // Achievement.
        (capaian("turun = 'R/T'"), "16:9: `turun` tidak mengenal \"R/T\""),
        (capaian("batas = [150, 0]"), "16:9: batas bawah pada `batas` tidak lebih kecil daripada batas atasnya"),
        (capaian("batas = [0]"), "16:9: `batas` harus berupa dua angka dalam kurung siku, bukan daftar"),
        (
            capaian("predikat = [['A', 90], ['B', 50]]"),
            "16:30: predikat terakhir tidak boleh berbatas, karena ia menampung semua sisanya",
        ),
        (capaian("predikat = [['A'], ['B']]"), "16:13: predikat \"A\" belum diberi batas"),
        (
            capaian("predikat = [['A', 50], ['B', 50], ['C']]"),
            "16:24: batas predikat \"B\" tidak lebih kecil daripada batas sebelumnya",
        ),
        // Acceptances.
        (accept("kode = 'bukan-angkaa'\nsel = 'a.csv!F1'"), "17:8: `kode` tidak mengenal \"bukan-angkaa\""),
        (accept("kode = 'tahun-tidak-ada'\nsel = 'a.csv!F1'"), "17:8: temuan `tahun-tidak-ada` tidak dapat diterima"),
        (accept("kode = 'bukan-angka'\nsel = 'F1'"), "18:7: `sel` berisi \"F1\", bukan tempat sebuah temuan"),
        (accept("kode = 'bukan-angka'\nsel = 'a.csv!F'"), "18:7: `sel` menunjuk satu kolom, tetapi `paling_banyak` belum diisi"),
        (
            accept("kode = 'bukan-angka'\nsel = 'a.csv!F1'\npaling_banyak = 2"),
            "19:1: `paling_banyak` hanya untuk kolom, padahal `sel` tidak menunjuk kolom",
        ),
        (
            accept("kode = 'bukan-angka'\nsel = 'a.csv!F'\npaling_banyak = 0"),
            "19:17: `paling_banyak` bernilai 0, padahal harus di antara 1 dan 1048576",
        ),
        (
            accept("kode = 'bukan-angka'\nsel = 'a.csv!F1'\n[[terima]]\nkode = 'bukan-angka'\nsel = 'a.csv!$f$1'\nalasan = 'b'"),
            "19:1: penerimaan ini sudah ada di baris 15",
        ),
        (with("[[terima]]\nkode = 'bukan-angka'\nsel = 'a.csv!F1'"), "15:1: `alasan` belum diisi pada `[[terima]]`"),
        (with("[batas_baca]\ndetik = 0"), "16:9: `detik` bernilai 0, padahal harus di antara 1 dan 86400"),
    ] {
        let errors = errors_of(&text);
        let first_lines: Vec<String> =
            errors.iter().map(|error| error.show("", &text).lines().next().unwrap()[1..].to_owned()).collect();
        if first_lines != [expected] {
            wrong.push(format!("expected {expected}\n{}", shown(&errors, &text)));
        }
        for error in &errors {
            assert!(!error.saran().is_empty(), "{expected}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn hints_name_what_was_meant() {
    for (text, saran) in [
        (changed("nama = \"Dinas\"", "nmaa = 'a'"), "mungkin maksudnya `nama`"),
        (
            changed("daerah = \"Kota\"", "daerah = 'a'\npangkat = 'a'"),
            "kunci ini milik `[penandatangan]`; pindahkan ke bawah judul bagian itu",
        ),
        (
            with("[sasaran.indikator.tercetak]\npembilang = 'a'\nsatuan = '%'"),
            "kunci ini milik `[[sasaran.indikator]]`; pindahkan ke bawah judul bagian itu",
        ),
        (changed("tahun = 2021", "tahun = 2021\nlampirkan = 'ya'"), "tulis misalnya `lampirkan = false`"),
        (
            changed("tahun = 2021", "tahun = 2021\norientasi = 'lansekap'"),
            "mungkin maksudnya \"lanskap\"; pilihannya \"lanskap\" atau \"potret\"",
        ),
        (with("[ukuran.a]\nasal = 'a'\ntetapan = { 2021 = 12.500 }"), "tulis 12500 bila ribuan, atau \"12,500\" bila desimal"),
        (
            with("[sumber.\"Data UMKM\"]\nberkas = 'a'"),
            "pakai huruf, angka, dan garis bawah saja, diawali huruf, misalnya `data_umkm`",
        ),
        (
            with("[[terima]]\nkode = 'berkas-rusak'\nsel = 'a.csv!F1'\nalasan = 'a'"),
            "hapus `[[terima]]` ini dan perbaiki penyebabnya; lihat `iku jelaskan berkas-rusak`",
        ),
    ] {
        let errors = errors_of(&text);
        assert_eq!(errors.iter().map(ProfileError::saran).collect::<Vec<_>>(), [saran], "{text}");
    }
}

#[test]
fn all_errors_come_in_one_run_in_the_order_of_their_lines() {
    let text = "[instansi]\nnmaa = 'a'\n[laporan]\ntahun = 'x'\ntahun = 2021\n[[terima]]\n";
    let errors = errors_of(text);
    let lines: Vec<u32> = errors.iter().map(|error| error.line).collect();
    assert_eq!(lines, [1, 1, 1, 2, 4, 5, 6, 6, 6], "{}", shown(&errors, text));
    assert_eq!(errors_of("").len(), 4);
}

#[test]
fn the_excerpt_masks_a_nik_and_fits_a_terminal() {
    let text = with("[[terima]]\nalasan = 'a'\nkode = 'x'\nsel = 'a.csv!F1'\nditemukan = ['3575012345671234']");
    let shown = shown(&errors_of(&text), &text);
    assert!(shown.contains("************1234") && !shown.contains("3575012345671234"), "{shown}");
    let long = changed("nama = \"Dinas\"", &format!("nama = \"{}\" x", "a".repeat(5000)));
    let shown = errors_of(&long)[0].show("iku.toml", &long);
    assert!(shown.lines().all(|line| line.chars().count() < 200), "{shown}");
}

#[test]
fn files_that_are_missing_or_no_text() {
    let outer = tempfile::tempdir().unwrap();
    // Nothing stands beside it.
    let alone = outer.path().join("kantor");
    std::fs::create_dir(&alone).unwrap();
    let folder = alone.as_path();
    let error = load(folder).unwrap_err().remove(0);
    assert_eq!(
        error.show(FILE_NAME, ""),
        "iku.toml: profil `iku.toml` tidak ada di folder ini\n   buat folder kantor baru dengan `iku siapkan`, atau sebutkan folder yang berisi `iku.toml`"
    );
    std::fs::copy("src/profile/contract_example.toml", folder.join(FILE_NAME)).unwrap();
    assert_eq!(load(folder), parse(EXAMPLE));
    let write = |bytes: &[u8]| {
        let mut file = std::fs::File::options().write(true).truncate(true).open(folder.join(FILE_NAME)).unwrap();
        std::io::Write::write_all(&mut file, bytes).unwrap();
    };
    write(b"[instansi]\nnama = \"\xe9\"");
    assert!(matches!(load(folder).unwrap_err()[0].kind, ProfileErrorKind::NotUtf8 { .. }));
    // What Notepad calls Unicode is read.
    let utf16: Vec<u8> = LEAST.encode_utf16().flat_map(u16::to_le_bytes).collect();
    write(&[vec![0xff, 0xfe], utf16].concat());
    assert_eq!(load(folder), parse(LEAST));
}

#[test]
fn profiles_made_to_hurt() {
    for text in [
        format!("{}=1", vec!["a"; 100_000].join(".")),
        format!("[{}]", vec!["a"; 100_000].join(".")),
        format!("a={}1{}", "[".repeat(100_000), "]".repeat(100_000)),
        format!("{LEAST}satuan = \"{}", "\\".repeat(9999)),
        "\0\0\0".to_owned(),
        "\r\r\r".to_owned(),
    ] {
        assert!(!kinds(&text).is_empty());
    }
}

mod mutations {
    use super::*;
    use proptest::prelude::*;

    /// Pieces that break or change a profile when they stand where they should not.
    const PIECES: [&str; 22] = [
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "=",
        ",",
        ".",
        "\n",
        "#",
        "\\",
        "é",
        "[[sasaran]]\n",
        "2021",
        "-",
        "\u{feff}",
        "\"\"\"",
        "\r",
        " = 5\n",
        "\0",
        "n",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn never_a_panic_and_every_error_has_its_line(
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, 0usize..PIECES.len() * 2), 1..4)
        ) {
            let mut characters: Vec<char> = EXAMPLE.chars().collect();
            for (place, cut, piece) in edits {
                let at = place.index(characters.len());
                let end = (at + cut).min(characters.len());
                characters.splice(at..end, PIECES.get(piece).unwrap_or(&"").chars());
            }
            let text: String = characters.into_iter().collect();
            if let Err(errors) = parse(&text) {
                prop_assert!(!errors.is_empty());
                let lines = u32::try_from(text.lines().count().max(1)).unwrap();
                for error in errors {
                    prop_assert!((1..=lines).contains(&error.line), "{error:?}");
                    prop_assert!(error.column >= 1);
                    prop_assert!(!error.show("iku.toml", &text).is_empty());
                    prop_assert!(!error.saran().is_empty());
                }
            }
        }

        #[test]
        fn values_of_any_kind_anywhere(line in 0usize..140, value in "(\"[ -~]{0,12}\"|[0-9]{1,20}(\\.[0-9]{0,4})?|true|\\[\\]|\\{\\}|[0-9]{4}-[0-9]{2}-[0-9]{2}|\\[\\[\\]\\]|\\[[0-9], \"a\"\\])") {
            let mut lines: Vec<String> = EXAMPLE.lines().map(str::to_owned).collect();
            let line = line % lines.len();
            if let Some((key, _)) = lines[line].clone().split_once('=') {
                lines[line] = format!("{key}= {value}");
            }
            let text = lines.join("\n");
            if let Err(errors) = parse(&text) {
                for error in errors {
                    prop_assert!(error.line >= 1 && error.line as usize <= lines.len(), "{error:?}");
                }
            }
        }
    }
}

#[test]
fn an_office_s_own_copy_of_a_built_in_template_has_parts_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let text = changed("tahun = 2021", "tahun = 2021\nbagian = ['iku', 'ringkasan']");
    assert!(parse(&text).is_err() && parse_in(&text, folder.path()).is_err());
    std::fs::create_dir_all(folder.path().join("templat/iku")).unwrap();
    assert_eq!(parse_in(&text, folder.path()).unwrap().laporan.bagian, ["iku", "ringkasan"]);
}
