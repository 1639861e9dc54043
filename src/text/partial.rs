//! Titles, sheet names and notes by which the rows are not all there are, or not yet
//! what they will be: `hanya koperasi aktif`, `DATA BELUM LENGKAP`, `KOPERASI DIBUBARKAN`.

use super::label::{is_number, spelt_words, stated_year, words};
use super::lexicon::{CUT_SHORT, DATA_OF, KINDS, MAY_CHANGE, OF_CHANGES, OF_FIGURES, PLACES, SET_ASIDE, TURNS, UNFINISHED};
use super::limit::{limiting, provisional};
use super::period::{is_whole_year, whole_period};
use super::remark::says_ended;
use crate::vocabulary::Year;

/// More words than this are no title and no note of this kind.
const MOST: usize = 14;

/// The words by which a title says that its rows are unfinished, chosen from all, or of those that live no more.
pub(crate) fn partial(title: &str) -> Option<String> {
    let words = spelt_words(title);
    if words.len() > MOST || words.first().is_some_and(|first| matches!(first.as_str(), "kegiatan" | "program" | "tugas")) {
        return None;
    }
    unfinished(title, &words)
        .or_else(|| chosen(&words))
        .or_else(|| of_some(&words))
        .or_else(|| picked(&words))
        .or_else(|| ended(title, &words))
        .or_else(|| of_changes(&words))
        .or_else(|| of_one_turn(&words))
}

/// `MUTASI KOPERASI 2021`, `DATA PENDAFTAR PELATIHAN`, `DAFTAR TUNGGU`, `SALDO AWAL`.
fn of_changes(words: &[String]) -> Option<String> {
    let lead = words.iter().take(2).position(|word| OF_CHANGES.contains(&word.as_str()));
    let is_lead = |at: usize| at == 0 || DATA_OF.contains(&words[0].as_str());
    let is_pair = |pair: &[String]| {
        let pair = (pair[0].as_str(), pair[1].as_str());
        matches!(pair, ("daftar", "tunggu") | ("saldo", "awal"))
    };
    let found = lead.filter(|at| is_lead(*at) && words.len() > at + 1).map(|at| words[at].clone());
    found.or_else(|| words.windows(2).find(|pair| is_pair(pair)).map(|pair| pair.join(" ")))
}

/// `TAHAP I TAHUN 2021`, `Gelombang ke-2`: one of several in the year.
fn of_one_turn(words: &[String]) -> Option<String> {
    let at = words.iter().position(|word| TURNS.contains(&word.as_str()))?;
    let behind = &words[at + 1..];
    let number = behind.iter().find(|word| *word != "ke")?.as_str();
    let is_turn = number.len() <= 2 && is_number(number)
        || matches!(number, "i" | "ii" | "iii" | "iv" | "v" | "pertama" | "kedua" | "ketiga");
    // `Periode 1 Januari 2021` begins a date.
    let next = behind.iter().skip_while(|word| *word != number).nth(1);
    let is_date =
        next.is_some_and(|next| super::date::month_named(next).is_some() || number == "s" || is_number(next) && next.len() < 4);
    (is_turn && !is_date).then(|| format!("{} {number}", words[at]))
}

/// `belum lengkap`, `masih dalam proses`, `baru 4 dari 6`, `pendataan 60%`, `jangan disebarkan`.
fn unfinished(title: &str, words: &[String]) -> Option<String> {
    let pairs = || words.windows(2);
    let is_not_yet = |word: &str| matches!(word, "belum" | "blm" | "tidak" | "tdk" | "masih" | "dalam");
    let is_cut = |at: usize| CUT_SHORT.contains(&words[at].as_str()) && !is_guidance(words, at);
    let not_yet = (1..words.len()).find(|at| is_not_yet(&words[at - 1]) && is_cut(*at)).map(|at| &words[at - 1..=at]);
    let not_to_be_used = || pairs().find(|pair| pair[0] == "jangan");
    let trial = || pairs().find(|pair| pair[0] == "uji" && pair[1] == "coba" || pair[0] == "data" && pair[1] == "awal");
    let of_all = || {
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let is_share = |at: usize| {
            let behind = &words[at + 1..];
            let came_in =
                |word: &String| matches!(word.as_str(), "dari" | "melapor" | "lapor" | "masuk" | "terdata" | "terkumpul");
            match behind.first().map(String::as_str) {
                Some("dari" | "sebagian" | "separuh" | "setengah" | "mencapai") => true,
                Some(first) => is_number(first) && behind[1..].iter().take(4).any(came_in),
                None => false,
            }
        };
        // `Koperasi baru dari Kecamatan A`: new ones.
        let is_new = |at: usize| at > 0 && matches!(words[at - 1].as_str(), "koperasi" | "umkm" | "usaha" | "mikro" | "anggota");
        (0..words.len())
            .find(|at| words[*at] == "baru" && !is_new(*at) && is_share(*at))
            .map(|at| &words[at..words.len().min(at + 4)])
    };
    // `memakai data RAT terakhir`.
    let takes_the_last = || {
        let takes = |word: &String| matches!(word.as_str(), "memakai" | "menggunakan" | "pakai" | "gunakan");
        let found = words.iter().position(|word| word == "terakhir");
        found.and_then(|at| (at.saturating_sub(4)..at).find(|from| takes(&words[*from])).map(|from| &words[from..=at]))
    };
    let may_change = || pairs().find(|pair| MAY_CHANGE.contains(&(pair[0].as_str(), pair[1].as_str())));
    let is_share = || {
        let counted = ["pendataan", "terdata", "masuk", "laporan", "sampel", "respon", "data"];
        title.contains('%') && words.iter().any(|word| counted.contains(&word.as_str()))
    };
    let found = not_yet
        .or_else(not_to_be_used)
        .or_else(trial)
        .or_else(of_all)
        .or_else(takes_the_last)
        .or_else(may_change)
        .map(|words| words.join(" "));
    let single = || words.iter().find(|word| UNFINISHED.contains(&word.as_str())).cloned();
    found.or_else(single).or_else(|| is_share().then(|| title.trim().to_owned()))
}

/// Whether the word there begins `proses pembinaan` of koperasi (`data koperasi masih dalam proses pembinaan`), and of no figures:
/// `data masih dalam proses pembenahan` is not.
fn is_guidance(words: &[String], at: usize) -> bool {
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|word| list.contains(&word.as_str()));
    let is_of_bearers = is(at + 1, &["pembinaan", "pendampingan", "revitalisasi", "perizinan"]);
    let may_be_of_figures = is(at + 1, &["pembenahan", "penataan"]);
    let bearers: &[&str] = &["koperasi", "umkm", "ukm", "ikm", "organisasi", "kelembagaan"];
    let is_figures = |at: usize| {
        let is_title = is(at, &["data", "daftar"]) && is(at + 1, bearers) && is_of_bearers;
        is(at, &["data", "daftar", "laporan", "aset", "modal", "shu"]) && !is_title || is(at, OF_FIGURES) && !is(at, &["data"])
    };
    let is_named = (at.saturating_sub(6)..at).any(|at| is(at, bearers));
    is(at, &["proses"]) && (is_of_bearers || may_be_of_figures) && is_named && !(0..words.len()).any(is_figures)
}

/// `hanya koperasi aktif`, `khusus Kecamatan Gadingrejo`, `tidak termasuk KSP`, `di luar KUD`: some of them.
fn chosen(words: &[String]) -> Option<String> {
    let at = |lead: &[&str]| words.windows(lead.len()).position(|own| own == lead).map(|at| at + lead.len());
    let leads: [&[&str]; 9] = [
        &["hanya"],
        &["khusus"],
        &["kecuali"],
        &["selain"],
        &["tanpa"],
        &["tidak", "termasuk"],
        &["belum", "termasuk"],
        &["di", "luar"],
        &["diluar"],
    ];
    let is_of_rows = |word: &String| {
        let word = word.as_str();
        KINDS.contains(&word) || PLACES.contains(&word) || matches!(word, "aktif" | "rat" | "binaan" | "wilayah")
    };
    let behind = |lead: &&[&str]| at(lead).and_then(|from| words[from..].iter().take(3).find(|word| is_of_rows(word)));
    let lead = leads.iter().find(|lead| behind(lead).is_some())?;
    Some(format!("{} {}", lead.join(" "), behind(lead)?))
}

/// `DATA KOPERASI YANG SUDAH RAT`, `DAFTAR KOPERASI BARU`, `UMKM PENERIMA HIBAH`: those of which that is true.
fn of_some(words: &[String]) -> Option<String> {
    let first = words.first()?.as_str();
    if !matches!(first, "data" | "daftar" | "rekap" | "rekapitulasi" | "laporan" | "koperasi" | "umkm" | "usaha" | "penerima") {
        return None;
    }
    let is_of = |word: &str| matches!(word, "koperasi" | "umkm" | "ukm" | "ikm" | "usaha" | "mikro");
    let is_true_of = |word: &str| {
        let conditions =
            ["sudah", "telah", "belum", "tidak", "sedang", "akan", "menerima", "mendapat", "memiliki", "melaksanakan"];
        conditions.contains(&word)
    };
    let that = words.windows(3).find(|three| is_of(&three[0]) && three[1] == "yang" && is_true_of(&three[2]));
    let new = words.windows(2).find(|pair| is_of(&pair[0]) && matches!(pair[1].as_str(), "baru" | "penerima"));
    let receiving = || (first == "penerima").then_some(&words[..1]);
    that.or(new).or_else(receiving).map(|found| found.join(" "))
}

/// The word of a title by which its rows are those that live, and no others.
pub(crate) const LIVING_ALONE: &str = "koperasi aktif";

/// `DATA KOPERASI AKTIF TAHUN 2021`; not `AKTIF DAN TIDAK AKTIF`, not `AKTIF 20` of how many they are.
pub(crate) fn living_alone(title: &str) -> Option<String> {
    let words = spelt_words(title);
    let is_other = |word: &String| {
        matches!(
            word.as_str(),
            "tidak" | "non" | "nonaktif" | "pasif" | "dan" | "jumlah" | "menurut" | "persen" | "program" | "kegiatan"
        )
    };
    let is_of = |word: &str| matches!(word, "koperasi" | "umkm" | "ukm" | "usaha" | "mikro");
    let at = words.windows(2).position(|pair| is_of(&pair[0]) && pair[1] == "aktif")?;
    let is_title = words.len() <= MOST && !title.contains(':') && !words.iter().any(is_other);
    let is_led = words[..at].iter().all(|word| KINDS.contains(&word.as_str()) || PLACES.contains(&word.as_str()));
    (is_title && is_led).then(|| LIVING_ALONE.to_owned())
}

/// `5 BESAR`, `10 Koperasi Terbesar`, `Top 10`, `SEBAGIAN KOPERASI`, `UMKM TERPILIH`: a few of them.
fn picked(words: &[String]) -> Option<String> {
    let is_number = |word: &String| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_number_word = |word: &String| is_number(word) || matches!(word.as_str(), "tiga" | "lima" | "sepuluh" | "dua");
    let is_rows = |word: &String| matches!(word.as_str(), "koperasi" | "umkm" | "ukm" | "usaha" | "mikro");
    let largest = |word: &str| matches!(word, "besar" | "terbesar" | "terbaik" | "tertinggi" | "teratas" | "utama");
    let counted = words.iter().enumerate().find(|(at, word)| {
        let behind: Vec<&String> = words[at + 1..].iter().skip_while(|word| is_rows(word)).take(1).collect();
        is_number_word(word) && behind.first().is_some_and(|word| largest(word))
    });
    let top = || words.windows(2).any(|pair| pair[0] == "top" && is_number(&pair[1]));
    let picked = || words.iter().find(|word| matches!(word.as_str(), "terpilih" | "petik" | "purposif"));
    let in_part = || words.windows(2).any(|pair| pair[0] == "sebagian" && is_rows(&pair[1])) || words == ["sebagian"];
    let is_some = counted.is_some() || top() || in_part();
    picked().cloned().or_else(|| is_some.then(|| words.join(" ")))
}

/// `DAFTAR KOPERASI DIBUBARKAN`; not `AKTIF DAN TIDAK AKTIF`, not `TUTUP BUKU`.
fn ended(title: &str, words: &[String]) -> Option<String> {
    let is_no = |word: &String| matches!(word.as_str(), "tidak" | "tdk" | "non" | "belum");
    let lives = words.iter().enumerate().any(|(at, word)| word == "aktif" && (at == 0 || !is_no(&words[at - 1])));
    let speaks = words.iter().any(|word| matches!(word.as_str(), "koperasi" | "umkm" | "usaha" | "daftar" | "data"));
    if counts_them(words) || says_what_the_idle_lack(words) {
        return None;
    }
    (speaks && !lives && says_ended(title)).then(|| title.trim().to_owned())
}

/// `Koperasi yang tidak aktif tidak mempunyai volume usaha`: why cells of the table are nought, not that it leaves any out.
fn says_what_the_idle_lack(words: &[String]) -> bool {
    let idle = words.windows(2).position(|two| two[0] == "tidak" && two[1] == "aktif");
    let Some([denied, has, rest @ ..]) = idle.map(|at| &words[at + 2..]) else { return false };
    let is_figure = |word: &String| {
        matches!(
            word.as_str(),
            "volume" | "usaha" | "omset" | "shu" | "kegiatan" | "pendapatan" | "dan" | "atau" | "maupun" | "aset"
        )
    };
    denied == "tidak"
        && matches!(has.as_str(), "mempunyai" | "memiliki" | "ada" | "punya")
        && !rest.is_empty()
        && rest.iter().all(is_figure)
}

/// `Jumlah koperasi dibubarkan sejak 2019 sebanyak 12`: how many there were, beside the list and not in it.
fn counts_them(words: &[String]) -> bool {
    let is_count =
        |word: &String| word.bytes().all(|byte| byte.is_ascii_digit()) && Year::parse(word).is_none_or(|year| year.0 < 1990);
    let leads = words.first().is_some_and(|word| matches!(word.as_str(), "jumlah" | "terdapat" | "sebanyak" | "ada" | "total"));
    let is_within = |word: &String| matches!(word.as_str(), "termasuk" | "atas" | "tersebut" | "data" | "daftar");
    let ends = words.last().is_some_and(|word| is_count(word) || matches!(word.as_str(), "koperasi" | "unit" | "umkm" | "usaha"));
    leads && ends && words.iter().any(is_count) && !words.iter().any(is_within)
}

/// The word by which a sheet's name says that it is kept and not meant: `lama`, `jangan dipakai`, `2021 salah`.
pub(crate) fn set_aside(name: &str) -> Option<String> {
    words(name).into_iter().find(|word| SET_ASIDE.contains(&word.as_str())).or_else(|| partial(name))
}

/// Whether a short line below the rows is, all of it, a plan's name or a part of the
/// year or an older year than `own`: `PROYEKSI 2021`, `TRIBULAN III`, `PERIODE 2020`.
pub(crate) fn is_caption_below(text: &str, own: Option<Year>) -> bool {
    let count = words(text).len();
    if count > 6 || text.contains(':') && count > 3 {
        return false;
    }
    let of_time = whole_period(text.trim()).filter(|period| period.day.is_none() || period.months.is_some());
    let is_own = |year: Year| own.is_none_or(|own| year == own);
    let is_part = || of_time.as_ref().is_some_and(|period| period.is_part() && period.year.is_none_or(is_own));
    let is_older = || {
        let year = of_time.as_ref().and_then(|period| period.year);
        count > 1 && year.zip(own).is_some_and(|(year, own)| year < own)
    };
    count <= 3 && limiting(text).is_some() || is_part() || is_older() || is_of_two_years(text)
}

/// `TA 2021/2022`, `Tahun Buku 2020/2021`, and nothing else.
fn is_of_two_years(text: &str) -> bool {
    let words = words(text);
    let year = |word: &String| stated_year(word);
    let years: Vec<Year> = words.iter().filter_map(year).collect();
    let is_lead =
        |word: &String| is_whole_year(word) || matches!(word.as_str(), "ta" | "tp" | "tb" | "buku" | "anggaran" | "periode");
    let are_next = matches!(years[..], [first, second] if first.0 + 1 == second.0);
    are_next && words.len() > 2 && words.iter().all(|word| year(word).is_some() || is_lead(word))
}

/// Whether a note below the rows says that the figures may not be the last ones: `data sementara`, `belum diaudit`.
pub(crate) fn is_unsettled_below(text: &str) -> bool {
    let may_change = ["sementara", "draft", "draf", "konsep", "dummy", "unaudited", "audit", "diaudit", "sampel", "sample"];
    words(text).len() <= MOST_BELOW && provisional(text).is_some_and(|word| may_change.contains(&word.as_str()))
}

/// More words than this below the rows say something else.
const MOST_BELOW: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_some_rows_and_unfinished_ones() {
        for title in [
            "(data belum lengkap)",
            "DATA UMKM TAHAP I TAHUN 2021",
            "PELATIHAN GELOMBANG KE-2",
            "MUTASI KOPERASI TAHUN 2021",
            "DAFTAR TUNGGU PELATIHAN",
            "Saldo Awal 2021",
            "5 BESAR",
            "DATA 10 KOPERASI TERBESAR",
            "Top 10",
            "sebagian koperasi",
            "UMKM TERPILIH",
            "Uji petik",
            "Belum final",
            "masih dalam proses verifikasi",
            "hasil pendataan 60%",
            "baru 4 dari 6 koperasi",
            "hanya koperasi aktif",
            "khusus Kecamatan Gadingrejo",
            "DATA KOPERASI (TIDAK TERMASUK KSP)",
            "di luar KUD",
            "DAFTAR KOPERASI DIBUBARKAN",
            "DATA MENTAH",
            "jangan disebarkan",
            "DATA KOPERASI YANG SUDAH RAT",
            "DAFTAR KOPERASI BARU TAHUN 2021",
            "USAHA MIKRO PENERIMA HIBAH",
            "Data UMKM yang memiliki NIB",
            "Data di atas baru dari 2 kecamatan",
            "Baru 20 koperasi yang melapor dari 36",
            "Angka dapat berubah",
            "Data masih menunggu verifikasi",
            "KUD nomor 3 belum RAT, memakai data RAT terakhir",
            "nilai belum dikurangi retur",
        ] {
            assert!(partial(title).is_some(), "{title}");
        }
        for title in [
            "LAPORAN KERAGAAN KOPERASI TAHUN 2021",
            "Empat koperasi baru berbadan hukum",
            "Tanggal RAT terakhir",
            "Data terakhir diperbarui 12 Januari 2022",
            "Anggota baru dari Kecamatan Purworejo",
            "KERAGAAN KOPERASI AKTIF DAN TIDAK AKTIF",
            "DATA KOPERASI PER TUTUP BUKU 2021",
            "DATA KOPERASI HASIL RAT TAHUN BUKU 2021",
            "PERKEMBANGAN KOPERASI DI KOTA PASURUAN",
            "Jumlah koperasi yang sudah RAT: 120",
            "DATA USAHA MIKRO KOTA PASURUAN",
            "Kegiatan Pembubaran Koperasi",
            "Satuan kerja: Bidang Koperasi",
            "Jumlah koperasi dibubarkan sejak 2019 sebanyak 12",
            "Terdapat 3 koperasi dibekukan: 3 unit",
        ] {
            assert_eq!(partial(title), None, "{title}");
        }
    }

    #[test]
    fn titles_of_those_that_live() {
        for title in ["DATA KOPERASI AKTIF TAHUN 2021", "Koperasi Aktif", "DAFTAR KOPERASI AKTIF DI KOTA PASURUAN"] {
            assert!(living_alone(title).is_some(), "{title}");
        }
        for title in [
            "KOPERASI AKTIF DAN TIDAK AKTIF",
            "Jumlah koperasi aktif: 20",
            "Program Peningkatan Koperasi Aktif",
            "DATA KEAKTIFAN KOPERASI",
        ] {
            assert_eq!(living_alone(title), None, "{title}");
        }
    }

    #[test]
    fn names_of_sheets_that_are_not_meant() {
        for name in ["jangan dipakai", "lama", "2021 salah", "backup", "RKPD", "arsip"] {
            assert!(set_aside(name).is_some(), "{name}");
        }
        for name in ["2021", "Rekap", "Koperasi", "Data UMKM"] {
            assert_eq!(set_aside(name), None, "{name}");
        }
    }

    #[test]
    fn short_lines_below_the_rows() {
        let own = Some(Year(2021));
        for text in [
            "PROYEKSI 2021",
            "KOPERASI CALON",
            "TRIBULAN III",
            "PERIODE 1 JANUARI - 30 JUNI 2021",
            "PERIODE 2020",
            "TA 2021/2022",
            "TP 2020/2021",
        ] {
            assert!(is_caption_below(text, own), "{text}");
        }
        for text in ["30 Januari 2022", "Januari 2022", "Kepala Dinas", "Kuasa Pengguna Anggaran", "2021", "Hal. 1", "Tahun 2021"]
        {
            assert!(!is_caption_below(text, own), "{text}");
        }
        assert!(is_unsettled_below("data sementara") && is_unsettled_below("*) belum diaudit"));
        assert!(!is_unsettled_below("Rata-rata") && !is_unsettled_below("Kepala Dinas"));
    }

    #[test]
    fn what_the_idle_lack_takes_none_of_them_out() {
        let says = |text: &str| says_what_the_idle_lack(&spelt_words(text));
        assert!(says("Catatan : koperasi yang tidak aktif tidak mempunyai volume usaha"));
        assert!(says("Koperasi tdk aktif tidak memiliki omset maupun SHU"));
        for text in [
            "koperasi tidak aktif tidak dihitung",
            "koperasi tidak aktif tidak mempunyai",
            "koperasi tidak aktif",
            "koperasi tidak aktif tidak ada di daftar",
        ] {
            assert!(!says(text), "{text}");
        }
    }
}
