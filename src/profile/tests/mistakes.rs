//! Every mistake that a profile can hold, and its words.

use super::*;

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
