//! The Indonesian words of every finding: what was found, and what to do.
//! Texts from cells go through [`kutip`], which masks NIK.

use super::{BukanAngkaSebab, Dicari, Fakta, SkipReason};
use crate::vocabulary::{Sel, mask_digits, mask_in_text, tampil};
use rust_decimal::Decimal;

/// What was found, one sentence with its facts.
pub(super) fn pesan(fakta: &Fakta) -> String {
    match fakta {
        Fakta::NilaiGalat { ditemukan } => format!("Sel berisi nilai galat Excel {}.", kutip(ditemukan)),
        Fakta::RumusTanpaHasil { rumus: Some(rumus) } => {
            format!("Sel berisi rumus {}, tetapi hasilnya tidak tersimpan di berkas.", kutip(&format!("={rumus}")))
        }
        Fakta::RumusTanpaHasil { rumus: None } => "Sel berisi rumus yang hasilnya tidak tersimpan di berkas.".to_owned(),
        Fakta::BukanAngka { ditemukan, sebab } => {
            format!("Isi sel {} bukan angka: {}.", kutip(ditemukan), sebab_pesan(*sebab))
        }
        Fakta::AngkaDuaArti { ditemukan, pertama, kedua } => format!(
            "Isi sel {} dapat berarti {} atau {}, dan isi kolomnya tidak memastikan yang mana.",
            kutip(ditemukan),
            arti(*pertama),
            arti(*kedua)
        ),
        Fakta::KonvensiCampur { ditemukan, sel_lain, ditemukan_lain } => format!(
            "Cara menulis angka {} berbeda dari sel lain di kolom ini, misalnya {} di {}.",
            kutip(ditemukan),
            kutip(ditemukan_lain),
            tempat(*sel_lain)
        ),
        Fakta::TanggalDiKolomAngka { ditemukan } => format!("Sel pada kolom angka berisi tanggal {}.", kutip(ditemukan)),
        Fakta::DigitHilang { ditemukan } => {
            format!("Angka {} sudah kehilangan sebagian digitnya, sehingga nilai aslinya tidak diketahui.", kutip(ditemukan))
        }
        Fakta::SkalaGanda { ditemukan, skala_kolom } => {
            format!("Isi sel {} memakai kata skala, padahal kolomnya sudah bersatuan {}.", kutip(ditemukan), kutip(skala_kolom))
        }
        Fakta::FormatBerskala { ditemukan, kali, skala_kolom } => {
            let kolom = match skala_kolom {
                Some(skala) => format!("bersatuan {}", kutip(skala)),
                None => "dibaca apa adanya".to_owned(),
            };
            format!(
                "Sel berisi {} dengan format yang menampilkan kelipatan (dikali {}), sedangkan kolomnya {kolom}.",
                kutip(ditemukan),
                kali.parse::<Decimal>().map_or_else(|_| bersih(kali), angka)
            )
        }
        Fakta::BukanTanggal { ditemukan } => format!("Isi sel {} bukan tanggal yang ada di kalender.", kutip(ditemukan)),
        Fakta::BukanTanda { ditemukan } => format!("Isi sel {} bukan tanda ya atau tidak yang dikenal.", kutip(ditemukan)),
        Fakta::Dicoret { ditemukan } => format!("Isi {} dicoret, sehingga tidak pasti masih berlaku.", kutip(ditemukan)),
        Fakta::BerkasTidakAda { pola, .. } => format!("Tidak ada berkas yang cocok dengan {}.", kutip(pola)),
        Fakta::BerkasTerkunci => "Berkas dikunci dengan kata sandi.".to_owned(),
        Fakta::BerkasRusak { rincian } => format!("Berkas rusak atau terpotong ({}).", bersih(rincian)),
        Fakta::FormatTidakDikenal { dikenali: Some(apa) } => {
            format!("Isi berkas ini {}, bukan buku kerja yang dapat dibaca.", bersih(apa))
        }
        Fakta::FormatTidakDikenal { dikenali: None } => "Isi berkas ini bukan buku kerja yang dapat dibaca.".to_owned(),
        Fakta::BerkasTerlaluBesar { ukuran, batas, apa, .. } => format!(
            "Berkas melebihi batas aman: {apa} {}, batasnya {}.",
            angka(Decimal::from(*ukuran)),
            angka(Decimal::from(*batas))
        ),
        Fakta::LembarTidakAda { lembar, ada } if ada.is_empty() => format!("Lembar {} tidak ada di berkas ini.", kutip(lembar)),
        Fakta::LembarTidakAda { lembar, ada } => {
            format!("Lembar {} tidak ada di berkas ini; yang ada: {}.", kutip(lembar), daftar(ada))
        }
        Fakta::LembarGanda { lembar } => {
            format!("{} lembar sama-sama cocok: {}.", banyak(lembar.len()), daftar(lembar))
        }
        Fakta::JudulTidakDitemukan { dicari, lembar } => format!(
            "Baris judul dengan {} tidak ditemukan{}.",
            daftar(dicari),
            if lembar.is_empty() { String::new() } else { format!(" pada lembar {}", daftar(lembar)) }
        ),
        Fakta::KolomTidakAda { isian, dekat: Some(dekat), .. } => format!(
            "Kolom untuk {} tidak ditemukan; {} ({}) dikenal sebagai {}.",
            kutip(isian),
            tempat(dekat.sel),
            kutip(&dekat.judul),
            kutip(&dekat.isian)
        ),
        Fakta::KolomTidakAda { isian, judul_ada, .. } if judul_ada.is_empty() => {
            format!("Kolom untuk {} tidak ditemukan.", kutip(isian))
        }
        Fakta::KolomTidakAda { isian, judul_ada, .. } => {
            format!("Kolom untuk {} tidak ditemukan; judul yang ada: {}.", kutip(isian), daftar(judul_ada))
        }
        Fakta::KolomGanda { isian, kolom } => {
            let listed: Vec<String> = kolom.iter().map(|(sel, judul)| format!("{} ({})", kutip(judul), tempat(*sel))).collect();
            format!("{} kolom sama-sama cocok untuk {}: {}.", banyak(kolom.len()), kutip(isian), deret(&listed))
        }
        Fakta::TahunTidakAda { sumber, tahun, untuk, kosong: true } => format!(
            "Berkas ini ada, tetapi belum berisi baris data, sehingga data {} untuk tahun {tahun} tidak ada{}.",
            kutip(sumber),
            if untuk.is_empty() { String::new() } else { format!(", padahal diperlukan oleh {}", daftar(untuk)) }
        ),
        Fakta::TahunTidakAda { sumber, tahun, untuk, .. } if untuk.is_empty() => {
            format!("Data {} untuk tahun {tahun} tidak ada.", kutip(sumber))
        }
        Fakta::TahunTidakAda { sumber, tahun, untuk, .. } => {
            format!("Data {} untuk tahun {tahun} tidak ada, padahal diperlukan oleh {}.", kutip(sumber), daftar(untuk))
        }
        Fakta::SatuanBerselisih { pertama, kedua } => {
            format!("Satuan uang berselisih: {} dan {}.", kutip(pertama), kutip(kedua))
        }
        Fakta::LompatanSatuan { isian, tahun, tahun_lalu, faktor, baris, dari } => format!(
            "Nilai {} pada {} dari {} baris berubah sekitar {} kali lipat antara tahun {tahun_lalu} dan {tahun}.",
            kutip(isian),
            banyak(*baris),
            banyak(*dari),
            angka(Decimal::from(*faktor))
        ),
        Fakta::PeriodeBerbeda { periode, periode_lain } => {
            format!("Kurun waktu data tidak sama: {} dan {}.", kutip(periode), kutip(periode_lain))
        }
        Fakta::TahunBerselisih { tertulis, tahun } => {
            format!("Keterangan {} menyebut tahun lain, padahal isinya dibaca sebagai data tahun {tahun}.", kutip(tertulis))
        }
        Fakta::DataTahunLalu { tahun, tahun_lalu, baris, dari } => format!(
            "Angka {} dari {} baris tahun {tahun} sama persis dengan tahun {tahun_lalu}; tampaknya data tahun lalu terpakai lagi.",
            banyak(*baris),
            banyak(*dari)
        ),
        Fakta::AkhiranKeliru { akhiran, sebenarnya } => {
            format!("Akhiran berkas {} tidak cocok dengan isinya, yaitu {}.", kutip(akhiran), bersih(sebenarnya))
        }
        Fakta::KunciGanda { kunci, lain, nama_lain } | Fakta::KunciGandaSelembar { kunci, lain, nama_lain } => {
            format!("Kunci {} dipakai juga di {}{}.", kutip(kunci), bersih(lain), milik(nama_lain))
        }
        Fakta::KunciKosong { isian } => {
            format!("Kunci {} baris ini kosong, sehingga tidak dapat dicocokkan dengan tahun lain.", kutip(isian))
        }
        Fakta::KunciTidakAda { isian, .. } => format!(
            "Kolom untuk kunci {} tidak ditemukan, sehingga baris yang tersalin hanya dikenali dari nama dan angkanya.",
            kutip(isian)
        ),
        Fakta::LembarTanpaBaris { sumber, tahun } => {
            format!("Hanya ada judul kolom, tanpa satu baris data pun; data {} tahun {tahun} lainnya berisi.", kutip(sumber))
        }
        Fakta::KunciHilangDigit { isian, ditemukan, teks } => {
            // Once masked it stays as it is: a second time would hide the last four too.
            let nomor = if ditemukan.contains('*') { ditemukan.clone() } else { mask_digits(ditemukan) };
            let (isian, nomor) = (kutip(isian), kutip(&nomor));
            if !*teks {
                format!("Nomor {isian} {nomor} tersimpan sebagai angka, sehingga digit terakhirnya sudah hilang.")
            } else if ditemukan.contains(['E', 'e']) {
                format!("Nomor {isian} tertulis {nomor}, bentuk ringkas sebuah angka, sehingga sebagian digitnya sudah hilang.")
            } else {
                format!(
                    "Semua nomor {isian} di kolom ini berakhiran 0, misalnya {nomor}: digit terakhirnya hilang sebelum nomor itu menjadi teks."
                )
            }
        }
        Fakta::KunciMirip { tahun, tahun_lalu, baru, hilang, dari, pasangan } => {
            let pairs: Vec<String> = pasangan.iter().map(|(lalu, kini)| format!("{} dan {}", kutip(lalu), kutip(kini))).collect();
            let mirip = if pairs.is_empty() { String::new() } else { format!("; yang mirip: {}", deret(&pairs)) };
            format!(
                "Dari {} entitas, {} baru dan {} hilang antara tahun {tahun_lalu} dan {tahun}{mirip}.",
                banyak(*dari),
                banyak(*baru),
                banyak(*hilang)
            )
        }
        Fakta::KunciTidakBertemu { tahun, tahun_lalu, sama, dari, contoh, contoh_lalu } => format!(
            "Dari {} kunci tahun {tahun}, hanya {} yang ada di tahun {tahun_lalu}; di sini misalnya {}, di sana {}.",
            banyak(*dari),
            banyak(*sama),
            kutip(contoh),
            kutip(contoh_lalu)
        ),
        Fakta::DataAtauJumlah { label } => {
            format!("Baris {} tampak seperti jumlah dari data lain, tetapi juga seperti data.", kutip(label))
        }
        Fakta::AngkaTanpaNama { ditemukan } => format!("Baris ini berisi angka {} tetapi tidak bernama.", kutip(ditemukan)),
        Fakta::DataDiBawahTabel { ditemukan } => {
            format!("Di bawah akhir tabel ada isian {} yang tampak seperti data.", kutip(ditemukan))
        }
        Fakta::JumlahTidakSama { isian, tertulis, terhitung, baris, .. } => format!(
            "Jumlah {} tertulis {}, sedangkan {} barisnya berjumlah {} (selisih {}).",
            kutip(isian),
            angka(*tertulis),
            banyak(*baris),
            angka(*terhitung),
            tertulis.checked_sub(*terhitung).map_or_else(|| "terlalu besar".to_owned(), |selisih| angka(selisih.abs()))
        ),
        Fakta::NilaiKosong { isian, jumlah, contoh } => {
            format!("Nilai {} kosong pada {} baris yang ikut dihitung{}.", kutip(isian), banyak(*jumlah), misalnya(contoh))
        }
        Fakta::AsetTidakSeimbang { aset, modal_sendiri, modal_luar } => format!(
            "Aset {} tidak sama dengan modal sendiri {} ditambah modal luar {}.",
            angka(*aset),
            angka(*modal_sendiri),
            angka(*modal_luar)
        ),
        Fakta::IsianSekali { isian, kosong, contoh } => format!(
            "Isian {} hanya diketik pada baris pertama kelompoknya, misalnya {}; {} baris lain kosong atau hanya bertanda sama seperti di atasnya, padahal syarat rumus memakainya.",
            kutip(isian),
            kutip(contoh),
            banyak(*kosong)
        ),
        Fakta::NilaiNegatif { isian, ditemukan } => {
            format!("Nilai {} kurang dari nol: {}.", kutip(isian), kutip(ditemukan))
        }
        Fakta::TidakAktifBervolume { volume } => {
            format!("Koperasi bertanda tidak aktif, tetapi volume usahanya {}.", angka(*volume))
        }
        Fakta::AktifTanpaVolume { jumlah, contoh } => {
            format!("{} koperasi bertanda aktif bervolume usaha nol{}.", banyak(*jumlah), misalnya(contoh))
        }
        Fakta::LonjakanNilai { isian, nilai, nilai_lalu, tahun_lalu } => {
            format!("Nilai {} menjadi {}, dari {} pada tahun {tahun_lalu}.", kutip(isian), angka(*nilai), angka(*nilai_lalu))
        }
        Fakta::Tersembunyi { baris, kolom, contoh } => {
            let mut parts = Vec::new();
            if *baris > 0 || *kolom == 0 {
                parts.push(format!("{} baris", banyak(*baris)));
            }
            if *kolom > 0 {
                parts.push(format!("{} kolom", banyak(*kolom)));
            }
            let places: Vec<String> = contoh.iter().map(|sel| tempat(*sel)).collect();
            let contoh = if places.is_empty() { String::new() } else { format!(", misalnya {}", deret(&places)) };
            format!("{} yang ikut dihitung tersembunyi{contoh}.", parts.join(" dan "))
        }
        Fakta::TersembunyiTidakDiketahui { format } => {
            format!("Format {format} tidak memberi tahu baris atau kolom mana yang tersembunyi.")
        }
        Fakta::SkalaTidakDisaring { ukuran, isian, .. } => {
            format!("Ukuran {} tidak menyaring dengan kolom {}, padahal kolom itu ada.", kutip(ukuran), kutip(isian))
        }
        Fakta::JudulMirip { isian, judul, dikenal } => {
            format!("Judul {} dibaca sebagai {} karena mirip {}.", kutip(judul), kutip(isian), kutip(dikenal))
        }
        Fakta::BarisDilewati { jumlah } => {
            let parts: Vec<String> =
                jumlah.iter().map(|(reason, count)| format!("{} {}", banyak(*count), skip_words(*reason))).collect();
            let total: usize = jumlah.iter().map(|(_, count)| *count).sum();
            match parts.is_empty() {
                true => "Tidak ada baris yang dilewati.".to_owned(),
                false => format!("{} baris dilewati: {}.", banyak(total), deret(&parts)),
            }
        }
        Fakta::TeksTerbaca { isian, jumlah, contoh } => format!(
            "{} sel {} tertulis sebagai teks tetapi terbaca tanpa keraguan, misalnya {}.",
            banyak(*jumlah),
            kutip(isian),
            kutip(contoh)
        ),
        Fakta::NihilDibacaNol { isian, jumlah } => {
            format!("{} sel {} bertanda nihil dan dibaca 0.", banyak(*jumlah), kutip(isian))
        }
        Fakta::TahunLaluTidakAda { sumber, tahun } => {
            format!("Data {} untuk tahun {tahun} tidak ada; angka tahun mana pun yang memerlukannya dicetak n/a.", kutip(sumber))
        }
        Fakta::TetapanBerbeda { ukuran, tahun, tetapan, data, dipakai_tetapan } => format!(
            "Ukuran {} tahun {tahun}: semula {} (tetapan), menjadi {} menurut data; yang dipakai {}.",
            kutip(ukuran),
            angka(*tetapan),
            angka(*data),
            if *dipakai_tetapan { "tetapan" } else { "data" }
        ),
        Fakta::TerimaGugur { kode, sel, ditemukan_dulu, ditemukan_kini } => {
            let dulu =
                if ditemukan_dulu.trim().is_empty() { String::new() } else { format!(" untuk isi {}", kutip(ditemukan_dulu)) };
            let kini = match ditemukan_kini {
                Some(kini) => format!("kini di sana tertulis {}", kutip(kini)),
                None => "temuannya kini tidak ada lagi".to_owned(),
            };
            format!("Penerimaan {} di {}{dulu} gugur: {kini}.", kutip(kode), kutip(sel))
        }
    }
}

/// What to do about it, one sentence.
pub(super) fn saran(fakta: &Fakta) -> String {
    match fakta {
        Fakta::NilaiGalat { .. } => "Perbaiki rumus di sel itu, atau ketik angkanya, lalu simpan.",
        Fakta::RumusTanpaHasil { .. } => {
            "Buka di Excel atau LibreOffice, tekan Ctrl+Alt+F9 (Ctrl+Shift+F9 di LibreOffice), lalu simpan."
        }
        Fakta::BukanAngka { sebab, .. } => sebab_saran(*sebab),
        Fakta::AngkaDuaArti { .. } => {
            "Ketik ulang sebagai angka, atau tulis `angka = \"id\"` (1.234,5) atau `angka = \"en\"` (1,234.5) pada `[sumber]` di iku.toml."
        }
        Fakta::KonvensiCampur { .. } => "Samakan cara menulis angka di seluruh kolom, misalnya 1.234.567,89.",
        Fakta::TanggalDiKolomAngka { .. } => "Ubah format sel menjadi Angka, lalu ketik ulang angkanya.",
        Fakta::DigitHilang { .. } => "Ketik ulang angka lengkapnya dari sumber aslinya.",
        Fakta::SkalaGanda { .. } => {
            "Tulis angkanya saja dalam satuan kolom, atau hapus satuan dari judul kolom dan tulis semua angka dalam rupiah penuh."
        }
        Fakta::FormatBerskala { .. } => {
            "Ganti format selnya menjadi angka biasa lalu periksa angkanya, atau tulis `satuan_uang` pada `[sumber]` di iku.toml."
        }
        Fakta::BukanTanggal { .. } => "Perbaiki tanggalnya, misalnya 24/01/2022; bila belum ada, kosongkan.",
        Fakta::BukanTanda { .. } => "Tulis 1, v, x, ya, atau aktif untuk ya; tulis -, 0, atau tidak untuk tidak.",
        Fakta::Dicoret { .. } => "Hapus isinya bila sudah tidak berlaku; bila masih berlaku, hapus coretannya.",
        Fakta::BerkasTidakAda { mirip, dicari: Dicari::Perintah, .. } => {
            return match mirip {
                Some(mirip) => format!("Periksa namanya: di folder itu ada {}.", kutip(mirip)),
                None => "Periksa nama berkas dan foldernya.".to_owned(),
            };
        }
        Fakta::BerkasTidakAda { mirip: None, dicari: Dicari::Tahun(tahun), .. } => {
            return format!(
                "Tambahkan berkas tahun {tahun} di tempat itu, atau isi `tetapan = {{ {tahun} = … }}` beserta `asal` pada ukurannya di iku.toml."
            );
        }
        Fakta::BerkasTidakAda { mirip: Some(mirip), .. } => {
            return format!(
                "Periksa namanya: di folder itu ada {}; samakan nama berkasnya atau perbaiki `berkas` di iku.toml.",
                kutip(mirip)
            );
        }
        Fakta::BerkasTidakAda { mirip: None, .. } => "Letakkan berkasnya di tempat itu, atau perbaiki `berkas` di iku.toml.",
        Fakta::BerkasTerkunci => "Buka dengan kata sandinya, simpan tanpa sandi, lalu ulangi.",
        Fakta::BerkasRusak { .. } => "Buka dan simpan ulang di Excel atau LibreOffice, atau ambil salinan lain.",
        Fakta::FormatTidakDikenal { dikenali } => saran_format(dikenali.as_deref().unwrap_or_default()),
        Fakta::BerkasTerlaluBesar { kunci_batas, .. } => {
            return format!(
                "Hapus lembar dan format yang tidak perlu lalu simpan ulang, atau naikkan `{kunci_batas}` pada `[batas_baca]` di iku.toml."
            );
        }
        Fakta::LembarTidakAda { .. } => "Samakan nama lembarnya, atau perbaiki `lembar` pada `[sumber]` di iku.toml.",
        Fakta::LembarGanda { lembar } => {
            let contoh = lembar.first().map_or("Rekap", String::as_str);
            return format!(
                "Tulis `lembar = \"{}\"` pada `[sumber]` di iku.toml bila itu yang dimaksud, atau `lembar = \"semua\"` bila semuanya harus dihitung.",
                bersih(contoh)
            );
        }
        Fakta::JudulTidakDitemukan { .. } => {
            "Jalankan `iku lihat` pada berkas itu, lalu tulis `baris_judul = \"5-6\"` dan judul kolomnya pada `[sumber.….kolom]` di iku.toml."
        }
        Fakta::KolomTidakAda { isian, dekat: Some(dekat), .. } => {
            let beda = if dekat.isian.ends_with("_bulanan") {
                "angka sebulan bukan angka setahun"
            } else {
                "keduanya tidak sama artinya"
            };
            return format!(
                "Hati-hati, {beda}: tambahkan kolom {}, atau tulis {} dalam rumus bila memang itu yang dimaksud.",
                kutip(isian),
                kutip(&dekat.isian)
            );
        }
        Fakta::KolomTidakAda { sumber, isian, .. } => {
            return format!(
                "Tambahkan kolomnya, atau sebutkan judulnya pada `[sumber.{}.kolom]` di iku.toml, misalnya `{} = \"Judul Kolom\"`.",
                bersih(sumber),
                bersih(isian)
            );
        }
        Fakta::KolomGanda { isian, .. } => {
            return format!(
                "Bedakan judul kolomnya, lalu tulis `{} = \"judul yang benar\"` pada `[sumber.….kolom]` di iku.toml.",
                bersih(isian)
            );
        }
        Fakta::TahunTidakAda { tahun, untuk, kosong, .. } => {
            let apa =
                if *kosong { "Isilah di bawah judul kolomnya".to_owned() } else { format!("Tambahkan berkas tahun {tahun}") };
            return format!("{apa}, atau isi `tetapan = {{ {tahun} = … }}` beserta `asal` pada {}.", bagian_ukuran(untuk));
        }
        Fakta::SatuanBerselisih { .. } => {
            "Samakan keterangannya di lembar, atau tulis `satuan_uang = \"rupiah\"`, `\"ribu\"`, `\"juta\"`, atau `\"miliar\"` pada `[sumber]` di iku.toml."
        }
        Fakta::LompatanSatuan { .. } => {
            "Periksa satuan kedua tahun itu, lalu tulis satuannya di judul kolom atau pada `satuan_uang` di iku.toml."
        }
        Fakta::PeriodeBerbeda { .. } => "Pakai data dengan kurun waktu yang sama panjang, misalnya setahun penuh.",
        Fakta::TahunBerselisih { tahun, .. } => {
            return format!("Pastikan isinya data tahun {tahun}, lalu perbaiki keterangan itu; bila berkasnya keliru, ganti berkasnya.");
        }
        Fakta::DataTahunLalu { tahun, .. } => {
            return format!(
                "Letakkan data tahun {tahun} yang benar; bila angkanya memang tidak berubah, nyatakan dengan `[[terima]]` di kolom ini."
            );
        }
        Fakta::AkhiranKeliru { .. } => "Simpan ulang dengan akhiran yang benar; isinya sudah terbaca.",
        Fakta::KunciGanda { .. } => "Hapus salah satunya bila salinan, atau perbaiki kuncinya bila keliru.",
        Fakta::KunciGandaSelembar { .. } => "Periksa apakah salah satunya salinan; bila ya, hapus.",
        Fakta::KunciKosong { isian } => return format!("Isi {} pada baris ini.", kutip(isian)),
        Fakta::LembarTanpaBaris { .. } => "Isi datanya, atau hapus lembar atau berkas ini bila memang tidak ada datanya.",
        Fakta::KunciTidakAda { sumber, isian } => {
            return format!(
                "Sebutkan judul kolomnya pada `[sumber.{}.kolom]` di iku.toml, misalnya `{isian} = \"Judul Kolom\"`, atau hapus `{isian}` dari `kunci`.",
                bersih(sumber),
                isian = bersih(isian)
            );
        }
        Fakta::KunciHilangDigit { .. } => "Ubah format kolom menjadi Teks, lalu ketik ulang nomornya dari dokumen asli.",
        Fakta::KunciMirip { .. } => "Periksa pasangan itu, dan samakan kuncinya bila memang entitas yang sama.",
        Fakta::KunciTidakBertemu { .. } => "Samakan cara menulis kuncinya di kedua tahun, atau pilih `kunci` lain pada `[sumber]` di iku.toml.",
        Fakta::DataAtauJumlah { .. } => "Bila ini jumlah, beri label `Jumlah` dan kosongkan nomor serta kuncinya; bila ini data, perbaiki nama atau isinya.",
        Fakta::AngkaTanpaNama { .. } => "Isi namanya bila ini data, atau kosongkan angkanya.",
        Fakta::DataDiBawahTabel { .. } => "Pindahkan ke dalam tabel bila ini data, atau hapus.",
        Fakta::JumlahTidakSama { .. } => "Periksa cakupan rumus jumlahnya, lalu perbaiki rumus itu atau baris yang keliru.",
        Fakta::NilaiKosong { .. } => "Isi nilainya; tulis `-` bila memang nihil.",
        Fakta::IsianSekali { .. } => "Isi setiap barisnya, atau gabungkan (merge) sel itu ke bawah sampai akhir kelompoknya.",
        Fakta::AsetTidakSeimbang { .. } => "Periksa apakah ketiga angka itu tertukar kolom atau salah ketik.",
        Fakta::NilaiNegatif { .. } => "Periksa angkanya, dan hapus tanda minus atau kurungnya bila keliru.",
        Fakta::TidakAktifBervolume { .. } => "Periksa status koperasi itu dan volume usahanya.",
        Fakta::AktifTanpaVolume { .. } => "Periksa statusnya; kosongkan volumenya bila koperasi itu belum melapor.",
        Fakta::LonjakanNilai { nilai, nilai_lalu, .. } if nilai < nilai_lalu => {
            "Periksa apakah ada nol yang kurang, atau angka yang ditulis dalam ribuan atau jutaan."
        }
        Fakta::LonjakanNilai { .. } => "Periksa apakah ada nol yang kelebihan atau satuan yang berganti.",
        Fakta::Tersembunyi { .. } => "Tampilkan dan periksa; hapus bila seharusnya tidak ikut dihitung.",
        Fakta::TersembunyiTidakDiketahui { .. } => "Simpan sebagai .xlsx bila ingin hal itu diperiksa.",
        Fakta::SkalaTidakDisaring { isian, bersyarat, .. } => {
            return format!(
                "Tambahkan `{} {} = \"mikro\"` pada {}, dengan kutip tunggal di luarnya (`rumus = '…'`), atau abaikan bila semua memang mikro.",
                if *bersyarat { "AND" } else { "WHERE" },
                bersih(isian),
                if *bersyarat { "syarat WHERE rumusnya" } else { "rumusnya" }
            );
        }
        Fakta::JudulMirip { isian, judul, .. } => {
            return format!(
                "Bila benar, tulis `{} = \"{}\"` pada `[sumber.….kolom]` di iku.toml; bila keliru, sebutkan judul yang benar di sana.",
                bersih(isian),
                bersih(judul)
            );
        }
        Fakta::BarisDilewati { .. } => "Tidak perlu apa-apa bila alasannya benar.",
        Fakta::TeksTerbaca { .. } => "Tidak perlu apa-apa; angkanya sudah ikut dihitung.",
        Fakta::NihilDibacaNol { .. } => "Tidak perlu apa-apa; kosongkan selnya bila datanya memang belum ada.",
        Fakta::TahunLaluTidakAda { tahun, .. } => return format!("Tambahkan berkas tahun {tahun} bila ada."),
        Fakta::TetapanBerbeda { dipakai_tetapan: true, .. } => {
            "Periksa mana yang benar; hapus `utamakan_tetapan` bila data yang harus dipakai."
        }
        Fakta::TetapanBerbeda { dipakai_tetapan: false, .. } => {
            "Periksa mana yang benar; tulis `utamakan_tetapan = true` bila tetapan yang harus dipakai."
        }
        Fakta::TerimaGugur { .. } => "Periksa selnya, lalu perbarui atau hapus bagian `[[terima]]` itu di iku.toml.",
    }
    .to_owned()
}

/// The sections of the measures among those that need a figure; an indicator is named by its number.
fn bagian_ukuran(untuk: &[String]) -> String {
    let is_ukuran = |nama: &&String| nama.starts_with(|c: char| c.is_alphabetic());
    let bagian: Vec<String> = untuk.iter().filter(is_ukuran).take(3).map(|nama| format!("`[ukuran.{}]`", bersih(nama))).collect();
    if bagian.is_empty() { "`[ukuran]`".to_owned() } else { deret(&bagian) }
}

/// How to make a workbook of what the file really is.
fn saran_format(dikenali: &str) -> &'static str {
    let begins = |heads: &[&str]| heads.iter().any(|head| dikenali.starts_with(head));
    if begins(&["arsip"]) {
        "Keluarkan isinya lebih dahulu, lalu letakkan buku kerja yang ada di dalamnya."
    } else if begins(&["gambar", "dokumen", "presentasi"]) {
        "Mintalah buku kerja Excel aslinya, atau pindahkan tabelnya ke Excel, periksa angkanya, lalu simpan sebagai .xlsx."
    } else {
        "Buka di Excel atau LibreOffice, lalu simpan sebagai Buku Kerja Excel (.xlsx)."
    }
}

fn sebab_pesan(sebab: BukanAngkaSebab) -> String {
    match sebab {
        BukanAngkaSebab::Karakter(c) if c.is_alphabetic() => format!("ada huruf `{c}`"),
        BukanAngkaSebab::Karakter(c) if c.is_control() || c.is_whitespace() => "ada karakter yang tidak tampak".to_owned(),
        BukanAngkaSebab::Karakter(c) => format!("ada tanda `{c}`"),
        BukanAngkaSebab::Pemisah => "titik atau komanya tidak pada tempatnya".to_owned(),
        BukanAngkaSebab::HurufMiripDigit(c) => format!("ada huruf `{c}` yang mirip angka"),
        BukanAngkaSebab::Rentang => "yang tertulis dua angka, dari dan sampai".to_owned(),
        BukanAngkaSebab::GarisMiring => "ada garis miring, seperti tanggal atau pecahan".to_owned(),
        BukanAngkaSebab::KiraKira => "yang tertulis perkiraan".to_owned(),
        BukanAngkaSebab::PerSatuan => "yang tertulis angka per hari, per bulan, atau per satuan lain".to_owned(),
        BukanAngkaSebab::NolDiDepan => "ada nol di depan sebelum pemisah".to_owned(),
        BukanAngkaSebab::TerlaluPanjang => "digitnya terlalu banyak untuk satu angka".to_owned(),
        BukanAngkaSebab::Kata => "yang tertulis kata".to_owned(),
        BukanAngkaSebab::Boolean => "yang tertulis nilai TRUE atau FALSE".to_owned(),
        BukanAngkaSebab::BarisPendek => "barisnya kekurangan satu isian, sehingga angka ini mungkin milik kolom lain".to_owned(),
    }
}

fn sebab_saran(sebab: BukanAngkaSebab) -> &'static str {
    match sebab {
        BukanAngkaSebab::Karakter(_) | BukanAngkaSebab::KiraKira => {
            "Ketik angkanya saja, misalnya 3.000.000; bila belum ada datanya kosongkan."
        }
        BukanAngkaSebab::Pemisah => "Ketik ulang dengan titik setiap tiga digit dan koma untuk desimal, misalnya 1.234.567,89.",
        BukanAngkaSebab::HurufMiripDigit(_) => "Ganti huruf itu dengan angkanya: O menjadi 0, l atau I menjadi 1.",
        BukanAngkaSebab::Rentang => "Pilih satu angka yang dapat dipertanggungjawabkan, lalu ketik angka itu saja.",
        BukanAngkaSebab::GarisMiring => "Ketik satu angka saja; bila ini tanggal, pindahkan ke kolom tanggal.",
        BukanAngkaSebab::PerSatuan => "Hitung dahulu nilai setahun penuh, lalu ketik angkanya saja.",
        BukanAngkaSebab::NolDiDepan => "Hapus nol di depan, atau ketik ulang angka yang dimaksud.",
        BukanAngkaSebab::TerlaluPanjang => "Ketik ulang angka yang benar; bila ini nomor identitas, pindahkan ke kolomnya.",
        BukanAngkaSebab::Kata => "Ketik angkanya saja; tulis `-` bila nihil, dan kosongkan bila belum ada datanya.",
        BukanAngkaSebab::BarisPendek => "Periksa baris itu di Excel, geser isinya ke kolom yang benar, lalu simpan ulang.",
        BukanAngkaSebab::Boolean => "Ketik angkanya, atau perbaiki rumus yang menghasilkan TRUE atau FALSE.",
    }
}

fn skip_words(reason: SkipReason) -> &'static str {
    match reason {
        SkipReason::Kosong => "kosong",
        SkipReason::NomorKolom => "nomor kolom",
        SkipReason::LabelKelompok => "nama kelompok",
        SkipReason::Subtotal => "subjumlah",
        SkipReason::Jumlah => "jumlah",
        SkipReason::JudulUlang => "judul yang terulang",
        SkipReason::CatatanKaki => "catatan dan tanda tangan di bawah tabel",
    }
}

/// A text from a file: NIK masked, line breaks as blanks, long texts cut.
fn bersih(text: &str) -> String {
    const LONGEST: usize = 80;
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let flat = mask_in_text(&words.collect::<Vec<_>>().join(" "));
    if flat.chars().count() <= LONGEST {
        return flat;
    }
    let cut: String = flat.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

fn kutip(text: &str) -> String {
    format!("`{}`", bersih(text))
}

/// A number with as many decimals as it has.
fn angka(value: Decimal) -> String {
    tampil(value, value.normalize().scale())
}

/// A number with the word that tells `1.234` from `1,234` at a glance.
fn arti(value: Decimal) -> String {
    format!("{} ({})", angka(value), if value.is_integer() { "tanpa desimal" } else { "berdesimal" })
}

fn banyak(count: usize) -> String {
    tampil(Decimal::from(count), 0)
}

fn tempat(sel: Sel) -> String {
    match sel {
        Sel::Cell(_) => format!("sel {sel}"),
        Sel::Column(_) => format!("kolom {sel}"),
        Sel::Row(_) => format!("baris {sel}"),
    }
}

fn milik(nama: &str) -> String {
    if nama.trim().is_empty() { String::new() } else { format!(" ({})", bersih(nama)) }
}

fn misalnya(contoh: &[String]) -> String {
    if contoh.is_empty() { String::new() } else { format!(", misalnya {}", daftar(contoh)) }
}

/// Quoted texts as a list; past the eighth only their number.
fn daftar(texts: &[String]) -> String {
    const MOST: usize = 8;
    let mut quoted: Vec<String> = texts.iter().take(MOST).map(|text| kutip(text)).collect();
    if texts.len() > MOST {
        quoted.push(format!("{} lainnya", banyak(texts.len() - MOST)));
    }
    deret(&quoted)
}

/// `a`, `a dan b`, `a, b, dan c`.
fn deret(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} dan {second}"),
        [before @ .., last] => format!("{}, dan {last}", before.join(", ")),
    }
}
