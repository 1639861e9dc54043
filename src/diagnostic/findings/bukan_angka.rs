//! A text in a number column that is no number.

#[cfg(test)]
use crate::diagnostic::finding::Said;
use crate::diagnostic::finding::{Finding, Manual, Tempat, Terima, Tingkat, WordsId};
use crate::diagnostic::words_id::kutip;
use crate::vocabulary::mask_digits;

/// Why a text is no number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BukanAngkaSebab {
    /// Letters or signs that belong to no number.
    Karakter(char),
    /// Separators stand where no convention puts them: `1.23.456`.
    Pemisah,
    /// A letter that looks like a digit: `1O.000`.
    HurufMiripDigit(char),
    /// A range: `100-200`.
    Rentang,
    /// A date or a fraction: `10/12`.
    GarisMiring,
    /// Approximate: `± 100`, `kurang lebih`.
    KiraKira,
    /// Per something: `50rb/hari`.
    PerSatuan,
    /// A zero before the separator: `01.234`.
    NolDiDepan,
    /// More than 28 digits, or beyond what the program can hold.
    TerlaluPanjang,
    /// Other words.
    Kata,
    /// A truth value.
    Boolean,
    /// Sixteen digits as a NIK has them.
    NomorOrang,
    /// Its CSV record has fewer fields than all others: the values may have moved.
    BarisPendek,
    /// An amount of rupiah with more than two decimals: a separator stands wrong.
    Desimal,
    /// A minus behind the digits, where others end in `,-`.
    MinusBelakang,
    /// A count with a fraction: 1,5 anggota.
    Pecahan,
}

#[derive(Clone, PartialEq, Debug)]
pub struct BukanAngka {
    pub ditemukan: String,
    pub sebab: BukanAngkaSebab,
}

impl Finding for BukanAngka {
    const KODE: &'static str = "bukan-angka";
    const TINGKAT: Tingkat = Tingkat::Galat;
    const TEMPAT: &'static [Tempat] = &[Tempat::Sel];
    const TERIMA: Terima = Terima::Nilai;

    fn ditemukan(&self) -> Option<String> {
        Some(self.ditemukan.clone())
    }

    fn mask(&mut self) {
        self.ditemukan = mask_digits(&self.ditemukan);
    }
}

impl WordsId for BukanAngka {
    const MANUAL: Manual = Manual {
        arti: "Isi sel pada kolom angka tidak dapat dibaca sebagai satu angka.",
        contoh: "omset ditulis `±3jt`, `5-10 juta/bln`, atau `1O.000` dengan huruf O.",
        mengapa: "angka yang dikira-kira dari tulisan seperti itu tidak dapat dipertanggungjawabkan, sedangkan menganggapnya kosong mengurangi jumlah.",
        perbaikan: "Ganti dengan angkanya; untuk nihil tulis `-`, untuk yang belum ada datanya kosongkan.",
    };

    fn pesan(&self) -> String {
        let Self { ditemukan, sebab } = self;
        format!("Isi sel {} bukan angka: {}.", kutip(ditemukan), sebab_pesan(*sebab))
    }

    fn saran(&self) -> String {
        let Self { sebab, .. } = self;
        sebab_saran(*sebab).to_owned()
    }

    #[cfg(test)]
    fn said() -> Vec<Said<Self>> {
        vec![
            Said::new(
                BukanAngka { ditemukan: "—".into(), sebab: BukanAngkaSebab::Karakter('—') },
                "Isi sel `—` bukan angka: ada tanda `—`.",
                "Tulis `-` bila nihil; bila belum ada datanya kosongkan.",
            ),
            Said::new(
                BukanAngka { ditemukan: "************0001".into(), sebab: BukanAngkaSebab::NomorOrang },
                "Isi sel `************0001` bukan angka: enam belas digit ini seperti NIK.",
                "Ketik angka yang dimaksud; nomor orang pindahkan ke kolomnya.",
            ),
            Said::new(
                BukanAngka { ditemukan: "±3jt".into(), sebab: BukanAngkaSebab::Karakter('±') },
                "Isi sel `±3jt` bukan angka: ada tanda `±`.",
                "Ketik angkanya saja, misalnya 3.000.000; bila belum ada datanya kosongkan.",
            ),
            Said::new(
                BukanAngka { ditemukan: "1.23.456".into(), sebab: BukanAngkaSebab::Pemisah },
                "Isi sel `1.23.456` bukan angka: titik atau komanya tidak pada tempatnya.",
                "Ketik ulang dengan titik setiap tiga digit dan koma untuk desimal, misalnya 1.234.567,89.",
            ),
            Said::new(
                BukanAngka { ditemukan: "1O.000".into(), sebab: BukanAngkaSebab::HurufMiripDigit('O') },
                "Isi sel `1O.000` bukan angka: ada huruf `O` yang mirip angka.",
                "Ganti huruf itu dengan angkanya: O menjadi 0, l atau I menjadi 1.",
            ),
            Said::new(
                BukanAngka { ditemukan: "5-10 juta".into(), sebab: BukanAngkaSebab::Rentang },
                "Isi sel `5-10 juta` bukan angka: yang tertulis dua angka, dari dan sampai.",
                "Pilih satu angka yang dapat dipertanggungjawabkan, lalu ketik angka itu saja.",
            ),
            Said::new(
                BukanAngka { ditemukan: "10/12".into(), sebab: BukanAngkaSebab::GarisMiring },
                "Isi sel `10/12` bukan angka: ada garis miring, seperti tanggal atau pecahan.",
                "Ketik satu angka saja; bila ini tanggal, pindahkan ke kolom tanggal.",
            ),
            Said::new(
                BukanAngka { ditemukan: "kurang lebih 100".into(), sebab: BukanAngkaSebab::KiraKira },
                "Isi sel `kurang lebih 100` bukan angka: yang tertulis perkiraan.",
                "Ketik angkanya saja, misalnya 3.000.000; bila belum ada datanya kosongkan.",
            ),
            Said::new(
                BukanAngka { ditemukan: "50rb/hari".into(), sebab: BukanAngkaSebab::PerSatuan },
                "Isi sel `50rb/hari` bukan angka: yang tertulis angka per hari, per bulan, atau per satuan lain.",
                "Hitung dahulu nilai setahun penuh, lalu ketik angkanya saja.",
            ),
            Said::new(
                BukanAngka { ditemukan: "01.234".into(), sebab: BukanAngkaSebab::NolDiDepan },
                "Isi sel `01.234` bukan angka: ada nol di depan sebelum pemisah.",
                "Hapus nol di depan, atau ketik ulang angka yang dimaksud.",
            ),
            Said::new(
                BukanAngka { ditemukan: "3575012345671234".into(), sebab: BukanAngkaSebab::TerlaluPanjang },
                "Isi sel `************1234` bukan angka: digitnya terlalu banyak untuk satu angka.",
                "Ketik ulang angka yang benar; bila ini nomor identitas, pindahkan ke kolomnya.",
            ),
            Said::new(
                BukanAngka { ditemukan: "banyak\nsekali".into(), sebab: BukanAngkaSebab::Kata },
                "Isi sel `banyak sekali` bukan angka: yang tertulis kata.",
                "Ketik angkanya saja; tulis `-` bila nihil, dan kosongkan bila belum ada datanya.",
            ),
            Said::new(
                BukanAngka { ditemukan: "TRUE".into(), sebab: BukanAngkaSebab::Boolean },
                "Isi sel `TRUE` bukan angka: yang tertulis nilai TRUE atau FALSE.",
                "Ketik angkanya, atau perbaiki rumus yang menghasilkan TRUE atau FALSE.",
            ),
            Said::new(
                BukanAngka { ditemukan: "389000".into(), sebab: BukanAngkaSebab::BarisPendek },
                "Isi sel `389000` bukan angka: barisnya kekurangan satu isian, sehingga angka ini mungkin milik kolom lain.",
                "Periksa baris itu di Excel, geser isinya ke kolom yang benar, lalu simpan ulang.",
            ),
            Said::new(
                BukanAngka { ditemukan: "Rp. 145,255249".into(), sebab: BukanAngkaSebab::Desimal },
                "Isi sel `Rp. 145,255249` bukan angka: rupiah tidak mempunyai lebih dari dua desimal, jadi titik atau komanya keliru.",
                "Ketik ulang dengan titik setiap tiga digit dan koma untuk desimal, misalnya 1.234.567,89.",
            ),
            Said::new(
                BukanAngka { ditemukan: "1.250.000-".into(), sebab: BukanAngkaSebab::MinusBelakang },
                "Isi sel `1.250.000-` bukan angka: minus di belakang angka dapat berarti `,-` yang kehilangan koma.",
                "Tulis -1.250.000 bila memang di bawah nol, atau 1.250.000 bila tidak.",
            ),
            Said::new(
                BukanAngka { ditemukan: "1.234".into(), sebab: BukanAngkaSebab::Pecahan },
                "Isi sel `1.234` bukan angka: sebuah cacah tidak mempunyai pecahan; titik ribuannya mungkin hilang di Excel.",
                "Ketik ulang bilangan bulatnya tanpa titik, misalnya 1234.",
            ),
        ]
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
        BukanAngkaSebab::NomorOrang => "enam belas digit ini seperti NIK".to_owned(),
        BukanAngkaSebab::Kata => "yang tertulis kata".to_owned(),
        BukanAngkaSebab::Boolean => "yang tertulis nilai TRUE atau FALSE".to_owned(),
        BukanAngkaSebab::Desimal => "rupiah tidak mempunyai lebih dari dua desimal, jadi titik atau komanya keliru".to_owned(),
        BukanAngkaSebab::MinusBelakang => "minus di belakang angka dapat berarti `,-` yang kehilangan koma".to_owned(),
        BukanAngkaSebab::Pecahan => "sebuah cacah tidak mempunyai pecahan; titik ribuannya mungkin hilang di Excel".to_owned(),
        BukanAngkaSebab::BarisPendek => "barisnya kekurangan satu isian, sehingga angka ini mungkin milik kolom lain".to_owned(),
    }
}

fn sebab_saran(sebab: BukanAngkaSebab) -> &'static str {
    match sebab {
        BukanAngkaSebab::Karakter('\u{2014}' | '\u{2015}') => "Tulis `-` bila nihil; bila belum ada datanya kosongkan.",
        BukanAngkaSebab::Karakter(_) | BukanAngkaSebab::KiraKira => {
            "Ketik angkanya saja, misalnya 3.000.000; bila belum ada datanya kosongkan."
        }
        BukanAngkaSebab::MinusBelakang => "Tulis -1.250.000 bila memang di bawah nol, atau 1.250.000 bila tidak.",
        BukanAngkaSebab::Pecahan => "Ketik ulang bilangan bulatnya tanpa titik, misalnya 1234.",
        BukanAngkaSebab::Pemisah | BukanAngkaSebab::Desimal => {
            "Ketik ulang dengan titik setiap tiga digit dan koma untuk desimal, misalnya 1.234.567,89."
        }
        BukanAngkaSebab::HurufMiripDigit(_) => "Ganti huruf itu dengan angkanya: O menjadi 0, l atau I menjadi 1.",
        BukanAngkaSebab::Rentang => "Pilih satu angka yang dapat dipertanggungjawabkan, lalu ketik angka itu saja.",
        BukanAngkaSebab::GarisMiring => "Ketik satu angka saja; bila ini tanggal, pindahkan ke kolom tanggal.",
        BukanAngkaSebab::PerSatuan => "Hitung dahulu nilai setahun penuh, lalu ketik angkanya saja.",
        BukanAngkaSebab::NolDiDepan => "Hapus nol di depan, atau ketik ulang angka yang dimaksud.",
        BukanAngkaSebab::TerlaluPanjang => "Ketik ulang angka yang benar; bila ini nomor identitas, pindahkan ke kolomnya.",
        BukanAngkaSebab::NomorOrang => "Ketik angka yang dimaksud; nomor orang pindahkan ke kolomnya.",
        BukanAngkaSebab::Kata => "Ketik angkanya saja; tulis `-` bila nihil, dan kosongkan bila belum ada datanya.",
        BukanAngkaSebab::BarisPendek => "Periksa baris itu di Excel, geser isinya ke kolom yang benar, lalu simpan ulang.",
        BukanAngkaSebab::Boolean => "Ketik angkanya, atau perbaiki rumus yang menghasilkan TRUE atau FALSE.",
    }
}
