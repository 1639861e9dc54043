//! The Indonesian words of formulas: mistakes, reasons, and what a measure is called.

use super::cause_words_id as cause;
use super::error::{FormulaErrorKind, Kind, SyntaxErrorKind};
use super::{AggregateFunction, Reason, Span, YearRef};
use crate::vocabulary::tampil;
use rust_decimal::Decimal;

/// ` Maksud Anda x?`, or nothing.
fn meant(nearest: Option<&str>) -> String {
    nearest.map(|name| format!(" Maksud Anda \"{name}\"?")).unwrap_or_default()
}

pub(super) fn syntax(kind: &SyntaxErrorKind) -> String {
    use SyntaxErrorKind as K;
    match kind {
        K::Empty => "Rumus masih kosong.".to_owned(),
        K::TooLong => "Rumus terlalu panjang (lebih dari 4.000 huruf). Pecah menjadi beberapa ukuran.".to_owned(),
        K::TooDeep => "Rumus terlalu rumit. Pecah menjadi beberapa ukuran.".to_owned(),
        K::UnknownCharacter(c) => format!("Tanda \"{c}\" tidak dikenal dalam rumus."),
        K::SingleQuote => "Teks ditulis dalam tanda kutip ganda: \"mikro\".".to_owned(),
        K::UnclosedText => "Teks ini belum ditutup dengan tanda kutip.".to_owned(),
        K::UnclosedParenthesis => "Tanda kurung tutup \")\" kurang.".to_owned(),
        K::AmbiguousNumber => {
            "Angka ini dapat dibaca dua cara. Tulis tanpa titik ribuan (1000), atau dengan angka desimal lain (1.0).".to_owned()
        }
        K::BadNumber => {
            "Angka ditulis tanpa titik ribuan, dan desimalnya dengan titik: 1000000 atau 0.5. Nama tidak boleh diawali angka."
                .to_owned()
        }
        K::DecimalComma => "Desimal dalam rumus ditulis dengan titik, bukan koma: 0.5.".to_owned(),
        K::TooManyDigits => "Angka ini lebih dari 28 digit.".to_owned(),
        K::Percent => {
            "Tanda % tidak dipakai dalam rumus. Untuk persentase tulis \"* 100\" dan satuan = \"%\".".to_owned()
        }
        K::NoSuchDate => "Tanggal ini tidak ada di kalender. Tanggal ditulis tahun-bulan-hari: 2022-01-31.".to_owned(),
        K::WrongSign(right) => format!("Tulis {right} untuk tanda ini."),
        K::Unexpected { found, expected } if found.is_empty() => format!("Rumus belum selesai; di sini diperlukan {expected}."),
        K::Unexpected { found, expected } => format!("Ditemukan {found}, padahal di sini diperlukan {expected}."),
        K::UnknownFunction { name, nearest } => format!("Fungsi \"{name}\" tidak dikenal.{}", meant(*nearest)),
        K::UseWhere { name, write } => format!("Fungsi {name} tidak dipakai di sini. Tulis {write}."),
        K::ArgumentCount { function, takes } => format!("{function} memerlukan {takes} nilai."),
        K::NeedsSourceField { function } => {
            let name = function.name();
            format!("{name} memerlukan sumber dan isiannya: {name}(sumber.isian).")
        }
        K::CountTakesSource => {
            "COUNT menghitung baris: COUNT(sumber). Untuk baris yang isiannya ada: COUNT(sumber WHERE isian IS NOT EMPTY). Untuk banyaknya isi yang berbeda: COUNT_DISTINCT(sumber.isian)."
                .to_owned()
        }
        K::NestedAggregate => "Di dalam WHERE tidak boleh ada SUM, COUNT, dan sejenisnya.".to_owned(),
        K::BadYear => "Tahun ditulis [n], [n-1], atau [2019].".to_owned(),
        K::FutureYear => "Tahun sesudah n tidak dapat dipakai. Tulis [n], [n-1], dan seterusnya.".to_owned(),
        K::ChainedComparison => "Bandingkan dua nilai saja; untuk rentang tulis a > 1 AND a < 5.".to_owned(),
        K::RoundDigits => "Nilai kedua ROUND ialah banyaknya desimal: bilangan bulat dari -12 sampai 12.".to_owned(),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "angka",
        Kind::Text => "teks",
        Kind::Date => "tanggal",
        Kind::Mark => "tanda (ya/tidak)",
        Kind::Condition => "syarat",
    }
}

pub(super) fn formula(error: &FormulaErrorKind) -> String {
    use FormulaErrorKind as K;
    match error {
        K::UnknownMeasure { name, nearest } => {
            format!("Ukuran \"{name}\" tidak ada.{} Ukuran ditulis pada [ukuran.{name}].", meant(nearest.as_deref()))
        }
        K::UnknownSource { name, nearest } => {
            format!("Sumber \"{name}\" tidak ada.{} Sumber ditulis pada [sumber.{name}].", meant(nearest.as_deref()))
        }
        K::UnknownField { sumber, name, nearest } => format!(
            "Isian \"{name}\" tidak dikenal pada sumber \"{sumber}\".{} Isian kantor sendiri ditulis pada [sumber.{sumber}.kolom].",
            meant(nearest.as_deref())
        ),
        K::FieldOutsideAggregate { sumber, name } => {
            format!("Isian {sumber}.{name} berisi banyak nilai. Tulis misalnya SUM({sumber}.{name}).")
        }
        K::OtherSource { sumber, other } => {
            format!("Di dalam hitungan atas sumber \"{sumber}\" tidak dapat dipakai isian sumber \"{other}\".")
        }
        K::MeasureInsideAggregate { name } => {
            format!("\"{name}\" adalah ukuran; di dalam WHERE hanya isian sumbernya yang dapat dipakai.")
        }
        K::Expected { expected, found } => format!("Di sini diperlukan {}, bukan {}.", kind(*expected), kind(*found)),
        K::Incomparable { left, right } => {
            format!("Kedua sisi tidak dapat dibandingkan: {} dengan {}.", kind(*left), kind(*right))
        }
        K::NoOrder { kind: found, op } => format!(
            "{} tidak mempunyai urutan besar-kecil, jadi tidak dapat dibandingkan dengan {}. Pakai = atau IN (…).",
            match found {
                Kind::Text => "Teks",
                _ => "Tanda (ya/tidak)",
            },
            op.sign()
        ),
        K::EmptyText => "Untuk isian yang kosong tulis IS EMPTY, untuk yang terisi IS NOT EMPTY.".to_owned(),
        K::MarkNumber => "Tanda (ya/tidak) hanya dapat dibandingkan dengan 1 atau 0.".to_owned(),
        K::EmptyOfNoField => "IS EMPTY hanya untuk isian sumber di dalam WHERE.".to_owned(),
        K::NotSummable { function, field, found } => {
            format!("{} memerlukan isian angka, sedangkan \"{field}\" adalah {}.", function.name(), kind(*found))
        }
        K::CountOfRecap { sumber, butir, entitas } => format!(
            "Satu baris sumber \"{sumber}\" adalah {butir}, bukan {entitas}, sehingga COUNT tidak menghitung {entitas}. Pakai SUM atas kolom jumlahnya."
        ),
        K::NoKey { sumber } => format!(
            "Rumus ini membandingkan tahun pada sumber \"{sumber}\", jadi sumber itu memerlukan kunci, misalnya kunci = [\"nik\"]."
        ),
        K::Cycle { through } => format!("Ukuran ini bergantung pada dirinya sendiri: {}.", through.join(" → ")),
        K::TooManyLevels => "Ukuran bersusun terlalu dalam (lebih dari 60 tingkat).".to_owned(),
        K::ReservedName { name } => {
            format!("Nama ukuran \"{name}\" sudah dipakai untuk hal lain di rumus atau buku kerja. Pilih nama lain.")
        }
        K::TooComplexForExcel => "Rumus ini terlalu panjang untuk satu sel Excel. Pecah menjadi beberapa ukuran.".to_owned(),
    }
}

pub(super) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::DivisionByZero => cause::ZERO.to_owned(),
        Reason::NegativeBase { dasar, perubahan } => {
            let short = |value: &Decimal| tampil(*value, value.normalize().scale().min(6));
            format!(
                "nilai dasar negatif ({}), sehingga persentase pertumbuhan tidak bermakna; perubahannya {}",
                short(dasar),
                short(perubahan)
            )
        }
        Reason::EmptyAverage { fungsi, sumber, tahun } => {
            let what = match fungsi {
                AggregateFunction::Median => "median",
                AggregateFunction::Min => "nilai terkecil",
                AggregateFunction::Max => "nilai terbesar",
                _ => "rata-rata",
            };
            format!("tidak ada nilai untuk {what} dari {sumber} tahun {tahun}")
        }
        Reason::NoValues { sumber, tahun, isian } => {
            format!("semua baris yang dijumlahkan dari {sumber} tahun {tahun} kosong pada isian {isian}")
        }
        Reason::Overflow => "hasilnya terlalu besar untuk dihitung".to_owned(),
        Reason::NoData { sumber, tahun } => format!("data {sumber} tahun {tahun} tidak ada"),
        Reason::NoColumn { sumber, tahun, isian } => format!("kolom {isian} pada data {sumber} tahun {tahun} tidak ada"),
        Reason::NoTetapan { ukuran, tahun } => format!("tetapan {ukuran} tahun {tahun} tidak ada"),
        Reason::Operand { ukuran, tahun, sebab } => match &**sebab {
            Reason::Operand { .. } | Reason::NoTetapan { .. } => self::reason(sebab),
            _ => format!("{ukuran} tahun {tahun}: {}", self::reason(sebab)),
        },
        Reason::Cycle { ukuran } => format!("ukuran {ukuran} bergantung pada dirinya sendiri"),
        Reason::Unchecked => "rumusnya keliru".to_owned(),
    }
}

/// The formula, and below it carets under `span`.
pub(super) fn caret(text: &str, span: &Span) -> String {
    // A line break in the text would part the carets from it.
    let shown: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let before = text.get(..span.start).map_or(0, |before| before.chars().count());
    let length = text.get(span.clone()).map_or(1, |part| part.chars().count()).max(1);
    format!("{shown}\n{}{}", " ".repeat(before), "^".repeat(length))
}

/// `tahun n`, `tahun (n-1)`, `tahun 2019`.
pub(super) fn year(year: YearRef) -> String {
    match year {
        YearRef::Back(0) => "tahun n".to_owned(),
        YearRef::Back(years) => format!("tahun (n-{years})"),
        YearRef::Fixed(year) => format!("tahun {year}"),
    }
}

/// What an aggregate of a field is called.
pub(super) fn aggregate(function: AggregateFunction) -> &'static str {
    match function {
        AggregateFunction::Sum => "jumlah",
        AggregateFunction::Count => "jumlah",
        AggregateFunction::CountDistinct => "jumlah jenis",
        AggregateFunction::Average => "rata-rata",
        AggregateFunction::Median => "median",
        AggregateFunction::Min => "nilai terkecil",
        AggregateFunction::Max => "nilai terbesar",
    }
}

/// The rows of a source of which nobody said what they are.
pub(super) const ROWS: &str = "baris data";
pub(super) const WHERE: &str = "yang";
pub(super) const AND: &str = "dan";
pub(super) const OR: &str = "atau";
pub(super) const NOT: &str = "tidak";
pub(super) const IF: &str = "jika";
pub(super) const THEN: &str = "maka";
pub(super) const ELSE: &str = "selain itu";
pub(super) const EMPTY: &str = "kosong";
pub(super) const NOT_EMPTY: &str = "terisi";
pub(super) const ONE_OF: &str = "salah satu dari";
pub(super) const NONE_OF: &str = "bukan salah satu dari";
pub(super) const ABS: &str = "nilai mutlak";
pub(super) const ROUNDED: &str = "pembulatan";
pub(super) const TIMES: &str = "x";

/// The headings of a data sheet's table and of its helper columns, and what stands over them.
pub mod heading {

    use crate::vocabulary::{self, Year, in_words};

    pub const ENTITY: &str = "Nomor Entitas";
    pub const NAME: &str = "Nama";
    pub const ORIGIN: &str = "Sel Asal";
    pub const CHECK: &str = "Periksa";
    /// Of a condition that names a person.
    pub const CONDITION: &str = "Memenuhi Syarat";

    /// What comes of a row, as the column of coverage says it.
    pub const COUNTED: &str = "dihitung";
    pub const NO_VALUE: &str = "tanpa nilai";
    pub const NO_CONDITION: &str = "tidak memenuhi";
    pub const NO_COUNTERPART: &str = "tanpa pasangan";
    /// Of a row that goes on with one that is counted.
    pub const GOES_ON: &str = "lanjutan";
    /// How a row's value stands to another year's.
    pub const RISEN: &str = "naik";
    pub const SAME: &str = "tetap";
    pub const FALLEN: &str = "turun";
    pub const NEW: &str = "baru";
    pub const GONE: &str = "hilang";
    pub const UNREADABLE: &str = "tak terbaca";

    /// What comes of the rows of a figure, by its name or by what is counted.
    pub fn coverage(label: &str, live: bool) -> [String; 2] {
        [titled(&format!("cakupan_{label}")), told("dihitung, atau mengapa tidak", live)]
    }

    /// The longest heading made of a condition, in characters.
    const LONGEST_CONDITION: usize = 55;

    /// A condition as a heading: `Status Aktif`, `Omset 2021 Di Atas Omset 2020`; signs as words, for headings hold letters alone.
    pub fn deciding(condition: &str) -> String {
        let word = |word: &str| match word {
            "<>" | "≠" => "bukan".to_owned(),
            "<=" | "≤" => "paling banyak".to_owned(),
            ">=" | "≥" => "paling sedikit".to_owned(),
            "<" => "di bawah".to_owned(),
            ">" => "di atas".to_owned(),
            other => other.to_owned(),
        };
        whole_words(&titled(&condition.split_whitespace().map(word).collect::<Vec<_>>().join(" ")), LONGEST_CONDITION)
    }

    /// As many whole words of a text as so many letters hold; of a longer word its beginning.
    fn whole_words(words: &str, most: usize) -> String {
        let mut kept = String::new();
        for word in words.split_whitespace() {
            let blank = usize::from(!kept.is_empty());
            if kept.chars().count() + blank + word.chars().count() > most {
                break;
            }
            kept.push_str(if kept.is_empty() { "" } else { " " });
            kept.push_str(word);
        }
        if kept.is_empty() { words.chars().take(most).collect() } else { kept }
    }

    /// A mark that decides alone: `Aktif Ya`.
    pub fn marked(isian: &str) -> String {
        titled(&format!("{isian} ya"))
    }

    /// What a column is about where no condition chooses.
    pub const ALL_ROWS: &str = "semua baris";

    pub fn compared(isian: &str, tahun: Year, live: bool) -> [String; 2] {
        [titled(&format!("{isian}_terhadap_{tahun}")), told(&format!("{} dibanding tahun {tahun}", in_words(isian)), live)]
    }

    /// What a column without a condition is about where the year has not all rows.
    pub const OF_YEAR: &str = "barisnya ada isi tahun itu";

    /// Whether the year has a row.
    pub fn belongs(tahun: Year) -> [String; 2] {
        [format!("Ada Isi {tahun}"), format!("1 = ada isi tahun {tahun}; tanpa itu baris ini bukan baris {tahun}")]
    }

    /// The number of a row's entity where the year has the row.
    pub fn entity_of_year(tahun: Year) -> [String; 2] {
        [format!("Nomor Entitas {tahun}"), format!("Nomor Entitas bila ada isi tahun {tahun}")]
    }

    /// Which rows are one entity.
    pub fn together() -> [String; 2] {
        [
            "Satu Entitas".to_owned(),
            "baris lanjutan: nomor yang sama = satu entitas, dihitung sekali; kosong = sendiri".to_owned(),
        ]
    }

    /// The first row of an entity among those that are counted.
    pub fn lead(called: &str) -> [String; 2] {
        [
            titled(&format!("{called} entitas pertama")),
            "1 = dihitung: baris pertama entitasnya di antara yang terpilih".to_owned(),
        ]
    }

    pub fn part() -> [String; 2] {
        ["Berkas Ke".to_owned(), "nomor berkas di lembar Perhitungan".to_owned()]
    }

    fn told(meaning: &str, live: bool) -> String {
        if live { meaning.to_owned() } else { format!("{meaning}, menurut program (tidak hidup)") }
    }

    /// The longest heading, in characters: formulas name them.
    const LONGEST: usize = 60;

    /// `volume_usaha` as a heading, `Volume Usaha`: letters, numbers and blanks alone.
    pub fn titled(isian: &str) -> String {
        let plain: String = isian.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let cut = whole_words(&vocabulary::titled(&plain), LONGEST);
        if cut.is_empty() { "Kolom".to_owned() } else { cut }
    }

    pub fn position(tahun: Year) -> [String; 2] {
        [format!("Baris {tahun}"), format!("urutan entitas yang sama di tabel {tahun}; 0 = tidak ada")]
    }

    /// The same where a field of the office's own has that heading.
    pub fn position_of_entity(tahun: Year) -> String {
        format!("Baris Entitas Di Tabel {tahun}")
    }

    /// Likewise: `Omset Entitas Sama 2020`.
    pub fn joined_to(isian: &str, tahun: Year) -> String {
        titled(&format!("{isian} entitas sama {tahun}"))
    }

    pub fn joined(isian: &str, tahun: Year) -> [String; 2] {
        [titled(&format!("{isian}_{tahun}")), format!("{} {tahun} entitas yang sama", in_words(isian))]
    }

    pub fn chosen(condition: &str) -> String {
        format!("1 = ya: {condition}")
    }

    pub fn value(isian: &str, condition: &str) -> [String; 2] {
        [titled(&format!("{isian}_dihitung")), format!("{} bila {condition}", in_words(isian))]
    }

    /// The same where another condition's column has that heading.
    pub fn value_of(isian: &str, deciding: &str) -> String {
        titled(&format!("{isian} bila {deciding}"))
    }

    /// A value added up over the rows of one entity, in the first of them.
    pub fn of_entities(isian: &str, live: bool) -> String {
        told(&format!("{} seluruh barisnya", in_words(isian)), live)
    }

    /// An amount of an entity in each of its rows.
    pub fn amount_of_entity(isian: &str) -> [String; 2] {
        [titled(&format!("{isian}_seluruh_baris")), format!("{} seluruh baris entitasnya", in_words(isian))]
    }

    pub fn distinct_key(isian: &str) -> [String; 2] {
        [titled(&format!("{isian}_dibandingkan")), format!("{} untuk dibandingkan", in_words(isian))]
    }

    /// What a text is called, before its number, that the engines of spreadsheets do not tell apart alike.
    pub const CALLED: &str = "|isi no. ";

    /// Those texts, or their numbers.
    pub fn called(isian: &str, number: bool) -> [String; 2] {
        let what = in_words(isian);
        if number {
            [titled(&format!("nomor_isi_{isian}")), format!("nomor {what} yang dibandingkan dengan nomornya")]
        } else {
            [
                titled(&format!("isi_{isian}")),
                format!("{what} yang dibandingkan dengan nomornya: berhuruf khusus atau bertulisan lain"),
            ]
        }
    }

    pub fn kept(isian: &str) -> [String; 2] {
        [titled(&format!("{isian}_semula")), format!("{} yang masih seperti dalam laporan", in_words(isian))]
    }

    pub fn met(tahun: Year, deciding: &str, condition: &str) -> [String; 2] {
        [titled(&format!("pasangan {tahun} {deciding}")), format!("1 = pasangannya di tahun {tahun} memenuhi: {condition}")]
    }

    pub fn first(isian: &str) -> [String; 2] {
        [titled(&format!("{isian}_pertama")), format!("1 = {} ini baru pertama kali muncul", in_words(isian))]
    }

    pub fn rank(isian: &str, masked: bool) -> [String; 2] {
        let why = if masked { "pengganti isi yang disamarkan" } else { "menurut program" };
        [titled(&format!("{isian}_dibandingkan")), format!("nomor {} ({why}); tidak hidup", in_words(isian))]
    }

    pub fn constant(condition: &str) -> String {
        format!("1 = ya, menurut program (tidak hidup): {condition}")
    }
}
