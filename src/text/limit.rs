//! Words that make figures something else than the realisasi of a year.

use super::label::words;
use super::lexicon::CARRIED;
use super::other_year_round::other_year_round;
use super::part_span::part_span;
use super::period::is_whole_year;

/// Plans, estimates and trials.
const PLANS: &[&str] = &[
    "target",
    "rencana",
    "rapb",
    "rapbd",
    "rkap",
    "forecast",
    "jadwal",
    "agenda",
    "kalender",
    "rab",
    "rka",
    "dpa",
    "prognosa",
    "prognosis",
    "proyeksi",
    "estimasi",
    "perkiraan",
    "usulan",
    "pagu",
    "ramalan",
    "simulasi",
    "calon",
    "anggaran",
];
/// What a plan's word belongs to where it names no plan of the figures: `Rencana Strategis`.
const DOCUMENTS: &[&str] = &["strategis", "pembangunan", "kinerja"];

/// The word by which a title says that its table is no realisasi of a year;
/// none where it speaks of the realisasi too.
pub(crate) fn limiting(title: &str) -> Option<String> {
    let words = words(title);
    let first = words.first().map_or("", String::as_str);
    if matches!(first, "kegiatan" | "program" | "sub" | "subkegiatan" | "bahan" | "tujuan" | "tugas" | "penyusunan")
        || gives_a_figure(title)
    {
        return None;
    }
    if matches!(first, "sumber" | "catatan" | "keterangan" | "ket" | "sasaran" | "indikator" | "dasar" | "visi" | "misi")
        || words.iter().any(|word| matches!(word.as_str(), "realisasi" | "capaian"))
    {
        return None;
    }
    let plan = words.iter().enumerate().find(|(index, word)| {
        let next = words.get(index + 1).map_or("", String::as_str);
        let before = index.checked_sub(1).map_or("", |before| words[before].as_str());
        let is_year = matches!(before, "tahun" | "th" | "thn" | "kuasa" | "pengguna" | "pelaksanaan" | "penggunaan");
        let is_document = word.as_str() == "rencana" && DOCUMENTS.contains(&next);
        // `Dokumen Pelaksanaan Anggaran (DPA)` names the document.
        let is_spelt_out = word.as_str() == "dpa" && before == "anggaran";
        PLANS.contains(&word.as_str()) && !is_document && !is_year && !is_spelt_out
    });
    plan.map(|(_, word)| word.clone())
        .or_else(|| carried(&words))
        .or_else(|| of_the_year_before(&words))
        .or_else(|| foreign(title, &words))
        .or_else(|| of_a_week(&words))
        .or_else(|| limiting_span(title))
        .or_else(|| part_span(title))
        .or_else(|| other_year_round(&words))
}

/// Whether a text of a few words holds one of a plan: `Target`, `Rp (rencana)`.
pub(crate) fn names_a_plan(text: &str) -> bool {
    words(text).iter().any(|word| PLANS.contains(&word.as_str()))
}

/// `DATA TAHUN LALU`; a title that compares with it says no more than that.
fn carried(words: &[String]) -> Option<String> {
    let compares =
        |word: &String| matches!(word.as_str(), "dengan" | "dari" | "terhadap" | "dan" | "vs") || word.contains("banding");
    let pair = words.windows(2).find(|pair| is_whole_year(&pair[0]) && CARRIED.contains(&pair[1].as_str()))?;
    (!words.iter().any(compares)).then(|| pair.join(" "))
}

/// `TAHUN N-1`, by itself; a formula speaks of the year n too.
pub(super) fn of_the_year_before(words: &[String]) -> Option<String> {
    let found = words.windows(3).find(|three| is_whole_year(&three[0]) && three[1] == "n" && three[2] == "1")?;
    (words.iter().filter(|word| *word == "n").count() == 1).then(|| found.join(" "))
}

/// `MINGGU KE-40`, `DASARIAN II`, `HARI KE 30`.
fn of_a_week(words: &[String]) -> Option<String> {
    let is_span = |word: &str| matches!(word, "minggu" | "pekan" | "dasarian" | "hari");
    let is_number = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit()) || matches!(word, "i" | "ii" | "iii" | "iv" | "v" | "pertama")
    };
    let behind = |at: usize| words.get(at + 1 + usize::from(words.get(at + 1).is_some_and(|word| word == "ke")));
    let at = (0..words.len()).find(|at| is_span(&words[*at]) && behind(*at).is_some_and(|word| is_number(word)))?;
    // `Hari Minggu 5 Januari` is a day of the week, `Hari 1` nothing.
    let is_date = words.get(at + 2).is_some_and(|word| super::date::month_named(word).is_some());
    let is_bare_day = words[at] == "hari" && words.get(at + 1).is_none_or(|word| word != "ke");
    (!is_date && !is_bare_day).then(|| words[at..words.len().min(at + 3)].join(" "))
}

/// `(US$)`, `DALAM DOLAR`: amounts of another currency.
fn foreign(title: &str, words: &[String]) -> Option<String> {
    let is_foreign = |word: &&String| matches!(word.as_str(), "usd" | "dolar" | "dollar" | "euro" | "ringgit" | "riyal" | "yen");
    let sign = ["US$", "\u{20ac}"].into_iter().find(|sign| title.contains(sign)).map(str::to_owned);
    let is_within = words.iter().any(|word| matches!(word.as_str(), "dalam" | "dlm" | "satuan"));
    sign.or_else(|| words.iter().find(is_foreign).filter(|_| is_within || words.len() == 1).cloned())
}

/// Figures that may change yet, or stand for others, or add up to no year's.
const PROVISIONAL: &[&str] = &[
    "sementara",
    "draft",
    "draf",
    "konsep",
    "sampel",
    "sample",
    "dummy",
    "baseline",
    "unaudited",
    "rata",
    "rerata",
    "kumulatif",
    "akumulasi",
    "selisih",
];

/// The word by which a title says that its figures may not be the last ones, or are no real ones.
pub(crate) fn provisional(title: &str) -> Option<String> {
    let words = words(title);
    // `Tutup sementara` is of a business, `Kota Contoh` a place.
    let is_closed = words.windows(2).any(|pair| matches!(pair[0].as_str(), "tutup" | "berhenti") && pair[1] == "sementara");
    // `CONTOH FORMAT`, `FORMAT LAPORAN`: a form that shows how it is filled in; `Lampiran: format laporan` names one.
    let is_form = |pair: &[String]| {
        let shows = matches!(pair[1].as_str(), "pengisian" | "isian" | "data" | "format" | "formulir" | "laporan");
        pair[0] == "contoh" && shows
    };
    let is_blank = || {
        words.len() >= 2
            && words[0] == "format"
            && matches!(words[1].as_str(), "laporan" | "isian" | "pengisian" | "data" | "pelaporan")
    };
    let filled = words.windows(2).find(|pair| is_form(pair));
    let blank = || words.first().filter(|_| is_blank());
    let lone = || words.first().filter(|word| words.len() == 1 && *word == "contoh");
    let word = words.iter().find(|word| PROVISIONAL.contains(&word.as_str())).filter(|_| !is_closed);
    // `Belum diaudit`, `pra audit`.
    let unaudited = || {
        let is_before = |word: &str| matches!(word, "belum" | "blm" | "pra" | "sebelum");
        words.windows(2).find(|pair| is_before(&pair[0]) && matches!(pair[1].as_str(), "audit" | "diaudit")).map(|pair| &pair[1])
    };
    word.or_else(|| filled.map(|pair| &pair[0])).or_else(lone).or_else(blank).or_else(unaudited).cloned()
}

/// `Target Indikator: 5 %`, `Anggaran: Rp 150.000.000`: the line gives that figure itself.
fn gives_a_figure(title: &str) -> bool {
    // `Pagu Rp 2.500.000.000`.
    let amount = title.find("Rp").map(|at| title[at + 2..].trim_start_matches(['.', ' ']));
    let is_amount = |text: &str| {
        let bare = text.trim_end_matches([',', '-', ' ']);
        bare.chars().filter(char::is_ascii_digit).count() >= 4
            && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            && !bare.starts_with('0')
    };
    if amount.is_some_and(is_amount) {
        return true;
    }
    let Some((_, behind)) = title.rsplit_once(':') else { return false };
    let digits = behind.chars().filter(char::is_ascii_digit).count();
    digits > 0 && crate::vocabulary::Year::parse(behind.trim()).is_none()
}

/// `per bulan`, `/hari`, `sebulan`: the words that say it.
pub(crate) fn limiting_span(text: &str) -> Option<String> {
    if names_no_span(text) {
        return None;
    }
    span_in(text)
}

/// A quick look before the slow one: whether the letters of a plain text hold none of a span's words.
fn names_no_span(text: &str) -> bool {
    let mut letters = [0u8; 96];
    if text.len() > letters.len() || !text.is_ascii() {
        return false;
    }
    let own = text.bytes().filter(u8::is_ascii_alphabetic).zip(&mut letters);
    let count = own.map(|(byte, letter)| *letter = byte.to_ascii_lowercase()).count();
    let spans: [&[u8]; 7] = [b"bulan", b"bln", b"hari", b"minggu", b"triwulan", b"semester", b"kuartal"];
    let begins = |at: usize| spans.iter().any(|span| letters[at..count].starts_with(span));
    !(0..count).filter(|at| matches!(letters[*at], b'b' | b'h' | b'm' | b't' | b's' | b'k')).any(begins)
}

fn span_in(text: &str) -> Option<String> {
    let words = words(text);
    let is_span = |word: &str| matches!(word, "bulan" | "bln" | "hari" | "minggu" | "triwulan" | "semester" | "kuartal");
    let of_pair = words.windows(2).enumerate().find_map(|(index, pair)| {
        let slash = || text.to_lowercase().split('/').skip(1).any(|rest| rest.trim_start().starts_with(&pair[1]));
        // `s/d bulan`, `per bulan Desember` name a month.
        // `per hari, 15 jt`, `/bln (50 porsi)`: a number of something else.
        let is_number_of = |next: &str| match next.parse::<i32>() {
            Ok(number) if pair[1] == "bulan" || pair[1] == "bln" => {
                (1..=12).contains(&number) || (1_900..=2_100).contains(&number)
            }
            Ok(_) => !matches!(words.get(index + 3).map(String::as_str), Some("jt" | "juta" | "rb" | "ribu" | "rupiah")),
            Err(_) => false,
        };
        let names_month = words.get(index + 2).is_some_and(|next| super::date::month_named(next).is_some() || is_number_of(next));
        let is_until = matches!(pair[0].as_str(), "s" | "d" | "sd");
        (is_span(&pair[1]) && !is_until && !names_month && (pair[0] == "per" || slash())).then(|| pair.join(" "))
    });
    let of_word = words
        .iter()
        .find(|word| matches!(word.as_str(), "perbulan" | "perhari" | "sebulan" | "sehari" | "seminggu" | "perminggu"));
    // `/bulan` alone.
    let of_slash = || words.first().filter(|word| words.len() == 1 && is_span(word) && text.trim_start().starts_with('/'));
    of_pair.or_else(|| of_word.or_else(of_slash).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_look_turns_no_span_away() {
        for text in
            ["per bulan", "Omset/hari", "SEBULAN", "b l n", "per m i n g g u", "/semester", "perhari", "1/kuartal", "sehari-hari"]
        {
            assert!(!names_no_span(text), "{text}");
        }
        for text in ["Koperasi Serba Usaha 12", "BH/12/KWK.13/2001", "Gadingrejo", ""] {
            assert!(names_no_span(text) && span_in(text).is_none(), "{text}");
        }
    }

    #[test]
    fn titles_of_figures_that_may_change() {
        for (title, word) in [
            ("DATA SEMENTARA TAHUN 2021", Some("sementara")),
            ("(angka sangat sementara)", Some("sementara")),
            ("DRAFT", Some("draft")),
            ("BELUM DIAUDIT", Some("diaudit")),
            ("RATA-RATA PER KOPERASI", Some("rata")),
            ("KUMULATIF SEJAK BERDIRI", Some("kumulatif")),
            ("JALAN RATAWALI", None),
            ("CONTOH PENGISIAN", Some("contoh")),
            ("CONTOH FORMAT", Some("contoh")),
            ("FORMAT LAPORAN", Some("format")),
            ("Nama berkas: format laporan", None),
            ("Contoh", Some("contoh")),
            ("DINAS KOPERASI KOTA CONTOH", None),
            ("UMKM TUTUP SEMENTARA", None),
            ("DATA KOPERASI TAHUN 2021", None),
        ] {
            assert_eq!(provisional(title).as_deref(), word, "{title}");
        }
    }

    #[test]
    fn titles_that_limit() {
        for (title, word) in [
            ("RENCANA ANGGARAN PENDAPATAN KOPERASI 2021", Some("rencana")),
            ("RAPB KOPERASI TAHUN 2021", Some("rapb")),
            ("Prognosa Volume Usaha", Some("prognosa")),
            ("DATA OMSET UMKM PER BULAN", Some("per bulan")),
            ("Omset/bulan", Some("omset bulan")),
            ("Rata-rata per hari", Some("per hari")),
            ("ANGGARAN KOPERASI", Some("anggaran")),
            ("TAHUN ANGGARAN 2021", None),
            ("TARGET DAN REALISASI", None),
            ("Rencana Strategis Dinas Koperasi", None),
            ("Target 2024", Some("target")),
            ("PROGNOSA 2021", Some("prognosa")),
            ("Target Indikator: 5 %", None),
            ("Kegiatan: Pengawasan, Anggaran: Rp 150.000.000", None),
            ("Dokumen Pelaksanaan Anggaran (DPA) 2021", None),
            ("Pagu Rp 2.500.000.000,-", None),
            ("RENCANA KOPERASI (Rp. 000)", Some("rencana")),
            ("RENCANA USAHA TAHUN: 2021", Some("rencana")),
            ("TARGET KINERJA KOPERASI 2021", Some("target")),
            ("DATA TAHUN LALU", Some("tahun lalu")),
            ("TAHUN N-1", Some("tahun n 1")),
            ("(tahun n - tahun n-1) / tahun n-1", None),
            ("Perbandingan dengan tahun lalu", None),
            ("(US$)", Some("US$")),
            ("DALAM DOLAR", Some("dolar")),
            ("Toko Dolar Jaya", None),
            ("/bulan", Some("bulan")),
            ("MINGGU KE-40", Some("minggu ke 40")),
            ("Data Pekan ke 3 Tahun 2021", Some("pekan ke 3")),
            ("HARI KE 30", Some("hari ke 30")),
            ("Minggu 5 Januari 2022", None),
            ("Pasar Minggu", None),
            ("KEADAAN PER BULAN DESEMBER 2021", None),
            ("Keadaan s/d bulan Juni", None),
            ("DATA KOPERASI KOTA PASURUAN", None),
        ] {
            assert_eq!(limiting(title).as_deref(), word, "{title}");
        }
    }
}
