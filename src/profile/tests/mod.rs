//! The whole room: a whole profile, every default, every error's words.

mod mistakes;
mod mutations;

use super::*;
use crate::vocabulary::{Tanggal, Year};
use rust_decimal::Decimal;

const EXAMPLE: &str = include_str!("../contract_example.toml");

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

#[test]
fn an_office_s_own_copy_of_a_built_in_template_has_parts_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let text = changed("tahun = 2021", "tahun = 2021\nbagian = ['iku', 'ringkasan']");
    assert!(parse(&text).is_err() && parse_in(&text, folder.path()).is_err());
    std::fs::create_dir_all(folder.path().join("templat/iku")).unwrap();
    assert_eq!(parse_in(&text, folder.path()).unwrap().laporan.bagian, ["iku", "ringkasan"]);
}
