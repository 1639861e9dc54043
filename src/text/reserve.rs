//! What a text says that takes from the figures it stands over, beside or below: not all came in, some are made up, others
//! are to be looked at. The same question for titles, notes, remarks, brackets behind names and labels of totals.

use super::label::{is_number, one_of, spelt_words, stated_year};
use super::lexicon::{
    AMOUNTS, ASKED, CAME_IN, CARRIED, CHECKED, COMPARING, CORRECTED, COUNTED, DATA_OF, GUESSED, KINDS, MADE_OF, NOT_ALL, NOT_YET,
    OF_FIGURES, OF_PROFITS, PLACES, PROFITS, REMARKS, RESERVED, RESERVED_BY_TWO, TAKEN, TAKEN_FROM, TELLING, TO_BE_DONE,
};
use super::not_all::not_all_or_more;
use super::period::is_whole_year;
use super::stem::{is_made_of, is_of};

/// More letters are a paragraph.
const LONGEST: usize = 160;
/// More words compare with last year, rather than carry it.
const FEW: usize = 8;

/// The words by which a text reserves something of the figures it speaks of, wherever it stands.
pub(crate) fn reservation(text: &str) -> Option<String> {
    if text.len() > LONGEST || !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let words = spelt_words(text);
    not_yet(&words)
        .or_else(|| share_of_all(&words))
        .or_else(|| not_all_or_more(&words))
        .or_else(|| carried(text, &words))
        .or_else(|| made_up(&words))
        .or_else(|| set_right(&words))
        .or_else(|| to_be_looked_at(&words))
        .or_else(|| some_alone(&words))
        .or_else(|| takes_in(&words))
        .or_else(|| by_list(&words))
}

/// `Kec. Bugulkidul belum masuk`, `belum semua koperasi melapor`; `yang belum melapor mohon segera ...` is an order.
fn not_yet(words: &[String]) -> Option<String> {
    // `Jumlah koperasi yang belum melapor : 0`.
    let is_none = words.last().is_some_and(|last| matches!(last.as_str(), "0" | "nihil" | "nol"));
    if is_none || words.iter().any(one_of(&["mohon", "segera", "harap"])) {
        return None;
    }
    let pair =
        words.windows(2).find(|pair| pair[0] == "belum" && (NOT_ALL.contains(&pair[1].as_str()) || is_of(&pair[1], NOT_YET)))?;
    Some(pair.join(" "))
}

/// `8 dari 12 koperasi`, `data masuk 8 dari 12 kecamatan`; `8 dari 12 koperasi sudah RAT` tells of them all.
fn share_of_all(words: &[String]) -> Option<String> {
    let at = words.windows(4).position(|own| {
        let numbers = own[0].parse::<u32>().ok().zip(own[2].parse::<u32>().ok());
        own[1] == "dari" && numbers.is_some_and(|(some, all)| some < all) && one_of(COUNTED)(&own[3])
    })?;
    let is_lead = |word: &String| {
        let lists: [&[&str]; 4] = [REMARKS, DATA_OF, OF_FIGURES, COUNTED];
        lists.iter().any(|list| one_of(list)(word))
            || is_of(word, CAME_IN)
            || stated_year(word).is_some()
            || is_whole_year(word)
            || matches!(word.as_str(), "baru" | "hanya" | "sudah" | "telah" | "dari" | "yang" | "ini" | "di" | "atas" | "kota")
    };
    let behind = &words[at + 4..];
    let is_whole = behind.is_empty() || behind.iter().any(|word| is_of(word, CAME_IN));
    (is_whole && words[..at].iter().all(is_lead)).then(|| words[at..at + 4].join(" "))
}

/// `diisi sama dengan tahun lalu`, `n-1`; a comparison, or a formula of both years, carries nothing.
fn carried(text: &str, words: &[String]) -> Option<String> {
    let compares = |word: &String| {
        one_of(COMPARING)(word)
            || is_of(word, &["banding", "naik", "turun", "tingkat", "tumbuh", "kembang"])
            || matches!(word.as_str(), "lebih" | "kurang" | "tinggi" | "rendah" | "dan" | "vs" | "rat")
    };
    if words.len() > FEW || words.iter().any(compares) {
        return None;
    }
    let pair = words.windows(2).find(|pair| is_whole_year(&pair[0]) && CARRIED.contains(&pair[1].as_str()));
    pair.map(|pair| pair.join(" ")).or_else(|| year_before(text, words))
}

/// `n-1`, `(t-1)`, and no `n` besides.
fn year_before(text: &str, words: &[String]) -> Option<String> {
    let bare: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let told = ["n-1", "t-1"].into_iter().find(|told| {
        let at = bare.find(told);
        let is_apart =
            |at: usize| !bare[..at].ends_with('.') && !bare[at + told.len()..].starts_with(|c: char| c.is_ascii_digit());
        at.is_some_and(is_apart) && words.windows(2).any(|two| two[0] == told[..1] && two[1] == "1")
    })?;
    (words.iter().filter(|word| **word == told[..1]).count() == 1).then(|| told.to_owned())
}

/// `asumsi kenaikan 5%`, `hasil interpolasi`, `volume usaha diambil dari pinjaman diberikan`; `dihitung dari penjualan`
/// explains it, and so does how a column of a form is to be filled in.
fn made_up(words: &[String]) -> Option<String> {
    if let Some(word) = words.iter().find(|word| is_of(word, MADE_OF) || is_made_of(word, GUESSED)) {
        return Some(word.clone());
    }
    if words.iter().any(one_of(&["kolom", "wajib", "petunjuk", "kuesioner"])) {
        return None;
    }
    let at = words.iter().position(one_of(TAKEN))?;
    let is_subject = |word: &String| {
        let lists: [&[&str]; 4] = [REMARKS, OF_FIGURES, &["volume", "omset", "usaha", "jumlah"], KINDS];
        lists.iter().any(|list| one_of(list)(word)) || is_number(word)
    };
    let behind = words[at + 1..].iter().take(5);
    let source = behind.clone().find(|word| one_of(TAKEN_FROM)(word))?;
    let is_months = || words[at + 1..].windows(2).any(|two| is_number(&two[0]) && two[1] == "bulan");
    (words[..at].iter().all(is_subject) || is_months()).then(|| format!("{} {source}", words[at]))
}

/// `angka koreksi`, `setelah penyesuaian`; what was verified may stand as it was.
fn set_right(words: &[String]) -> Option<String> {
    let is_set_right = |word: &String| {
        let is_checked = one_of(CHECKED)(word) || is_of(word, &["verifikasi", "validasi"]);
        !is_checked && (one_of(CORRECTED)(word) || is_of(word, &["koreksi", "ralat"]))
    };
    let leads = one_of(&["angka", "hasil", "setelah", "sesudah", "nilai", "data"]);
    let pair = words.windows(2).find(|pair| leads(&pair[0]) && is_set_right(&pair[1])).map(|pair| pair.join(" "));
    let alone = || words.iter().all(is_set_right).then(|| words.join(" ")).filter(|_| !words.is_empty());
    pair.or_else(alone)
}

/// `harap dikoreksi`, `perlu verifikasi`, `mohon dicek`.
fn to_be_looked_at(words: &[String]) -> Option<String> {
    let asks = one_of(ASKED);
    let is_done = |word: &String| {
        // `baik` by itself is a grade.
        word != "baik" && word != "sebaiknya" && is_of(word, TO_BE_DONE)
    };
    // `Mohon koreksi bila ada kesalahan`.
    if words.iter().any(one_of(&["bila", "jika", "apabila", "kalau"])) {
        return None;
    }
    let at = words.iter().position(asks)?;
    let told = words[at + 1..].iter().take(2).find(|word| is_done(word))?;
    Some(format!("{} {told}", words[at]))
}

/// `koperasi yang sudah RAT saja`, `KSP saja`.
fn some_alone(words: &[String]) -> Option<String> {
    let (last, before) = words.split_last()?;
    let is_of_rows = |word: &String| one_of(KINDS)(word) || word == "rat";
    (last == "saja" && before.iter().any(is_of_rows)).then(|| words.join(" "))
}

/// `omset termasuk modal`, `termasuk koperasi luar kota`, `minus Kec. Purworejo`, `volume usaha = omset + simpanan`.
fn takes_in(words: &[String]) -> Option<String> {
    let at = words.iter().position(|word| word == "termasuk");
    let is_turnover = |word: &String| matches!(word.as_str(), "omset" | "volume" | "usaha");
    let taken = |at: usize| {
        let is_own = words[..at].iter().any(is_turnover);
        let behind = words[at + 1..].iter().take(3);
        behind.clone().find(|word| *word == "luar" || is_own && one_of(&["modal", "aset", "simpanan", "hutang", "utang"])(word))
    };
    if let Some(found) = at.and_then(taken) {
        return Some(format!("termasuk {found}"));
    }
    words.windows(2).find(|pair| pair[0] == "minus" && one_of(PLACES)(&pair[1])).map(|pair| pair.join(" "))
}

fn by_list(words: &[String]) -> Option<String> {
    let pair = words.windows(2).find(|pair| RESERVED_BY_TWO.contains(&(pair[0].as_str(), pair[1].as_str())));
    let one = || words.iter().find(|word| one_of(RESERVED)(word)).cloned();
    pair.map(|pair| pair.join(" ")).or_else(one).or_else(|| refuses(words))
}

/// `menolak`, `tidak mau disurvey`: nobody told the figure; `menolak bantuan` is of something else.
fn refuses(words: &[String]) -> Option<String> {
    let will_not = |two: &[String]| two[0] == "tidak" && matches!(two[1].as_str(), "mau" | "bersedia");
    let at = words.windows(2).position(will_not).map(|at| at + 1).or_else(|| words.iter().position(|word| word == "menolak"))?;
    let is_told = words.get(at + 1).is_none_or(|next| is_of(next, TELLING));
    is_told.then(|| words[at..].join(" "))
}

/// Whether a remark of a few words on one row, and nothing but that, says that its figure is another one:
/// `x 12`, `alm.`, `pendapatan bersih`, `cabang no. 4`, `dihitung 6 bulan`.
pub(crate) fn reserves_row(text: &str) -> bool {
    let words = spelt_words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => false,
        ["alm" | "almh"] => true,
        // `x 12`, `x30 hari`.
        ["x", number] | ["x", number, "hari" | "bulan" | "minggu" | "kali"] if is_number(number) => true,
        ["cabang" | "bagian" | "anak", "nomor", number] => is_number(number),
        ["dihitung" | "hanya" | "baru", number, "bulan" | "hari" | "minggu"] => is_number(number),
        // `Laba`, and nothing else, tells how the year ended.
        ["laba" | "untung" | "keuntungan"] => false,
        _ => {
            words.iter().any(|word| PROFITS.contains(word))
                && words.iter().all(|word| PROFITS.contains(word) || OF_PROFITS.contains(word))
        }
    }
}

/// Words of amounts on both sides of `=`: `volume usaha = omset + simpanan`.
pub(crate) fn adds_up_others(text: &str) -> bool {
    let Some((left, right)) = text.split_once('=') else { return false };
    let has = |text: &str, list: &[&str]| spelt_words(text).iter().any(one_of(list));
    let is_another: &[&str] = &["simpanan", "pinjaman", "modal", "aset", "shu", "laba", "piutang"];
    has(left, AMOUNTS) && !has(left, is_another) && right.contains('+') && has(right, is_another)
}

/// `Catatan: kumulatif`, and no year besides: of more than the year, nobody says of how much.
pub(crate) fn is_cumulative(note: &str) -> bool {
    let words = spelt_words(note);
    let is_sum = |word: &String| matches!(word.as_str(), "kumulatif" | "akumulasi");
    let lists: [&[&str]; 2] = [REMARKS, OF_FIGURES];
    words.iter().any(is_sum) && words.iter().all(|word| is_sum(word) || lists.iter().any(|list| one_of(list)(word)))
}

/// `dst`, `bersambung ke lembar 2`, and nothing else: the list has not ended.
pub(crate) fn goes_on_elsewhere(text: &str) -> bool {
    let words = spelt_words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["dst" | "dsb" | "dll"] | ["dan", "seterusnya" | "selanjutnya"] => true,
        ["bersambung" | "lanjut" | "dilanjutkan" | "berlanjut", "ke" | "di" | "pada", ..] => words.len() <= 5,
        _ => false,
    }
}

/// `Halaman 1 dari 10`: which page, of how many.
pub(crate) fn page_of(text: &str) -> Option<(u32, u32)> {
    if may_be_page(text) { page_said(text) } else { None }
}

/// A quick look before the slow one: whether a text begins as the words for a page do, and holds digits.
fn may_be_page(text: &str) -> bool {
    let first = text.bytes().find(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'%') || !byte.is_ascii());
    let begins = first.is_some_and(|first| !first.is_ascii() || matches!(first.to_ascii_lowercase(), b'h' | b'l' | b'p'));
    begins && (!text.is_ascii() || text.bytes().any(|byte| byte.is_ascii_digit()))
}

fn page_said(text: &str) -> Option<(u32, u32)> {
    let words = spelt_words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let ["halaman" | "hal" | "hlm" | "lembar" | "page", rest @ ..] = words.as_slice() else { return None };
    let rest = rest.strip_prefix(&["ke"]).unwrap_or(rest);
    let [own, "dari" | "of", all] = rest else { return None };
    let (own, all) = (own.parse().ok()?, all.parse().ok()?);
    (own >= 1 && own <= all && all > 1).then_some((own, all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_look_passes_no_page_over() {
        for lead in ["", " ", "(", "- ", "1. ", "% ", "ke-", "\u{a0}"] {
            for word in ["Halaman", "hal.", "HLM", "Lembar ke", "page", "h a l a m a n", "Koperasi", "Purworejo", "hál"] {
                for rest in [" 1 dari 10", " 2 of 3", "1 dari 10", " satu dari 10", "", " 10 dari 1"] {
                    let text = format!("{lead}{word}{rest}");
                    assert_eq!(page_of(&text), page_said(&text), "{text}");
                }
            }
        }
        assert!(page_of("Hal. 1 dari 10") == Some((1, 10)) && !may_be_page("Purworejo") && !may_be_page("BH/12/2001"));
    }

    #[test]
    fn what_is_reserved_wherever_it_stands() {
        for text in [
            "Catatan: Kec. Bugulkidul belum masuk",
            "8 dari 12 koperasi",
            "Data masuk 8 dari 12 kecamatan",
            "DATA KOPERASI 3 KOPERASI BELUM LAPOR",
            "belum semua koperasi melapor",
            "blm disahkan",
            "Data parsial",
            "minus Kec. Purworejo",
            "diisi sama dengan tahun lalu",
            "n-1",
            "(t-1)",
            "kondisi awal",
            "tahun dasar",
            "asumsi kenaikan 5%",
            "diasumsikan naik",
            "hasil interpolasi",
            "volume usaha dihitung dengan rumus",
            "volume usaha diambil dari pinjaman diberikan",
            "volume usaha dihitung 5% dari aset",
            "omset termasuk modal",
            "termasuk koperasi luar kota",
            "angka koreksi",
            "hasil koreksi",
            "setelah penyesuaian",
            "harap dikoreksi",
            "perlu verifikasi",
            "mohon dicek",
            "menyusul",
            "koperasi yang sudah RAT saja",
            "Angka Prakiraan",
            "NON AUDIT",
            "tdk masuk",
            "tidak mau disurvey",
            "menolak didata",
            "sebelum pandemi",
            "revisi",
            "data masuk 13 dari 16",
            "cakupan 80%",
            "kumulatif sejak 2019",
            "tidak semua koperasi dilaporkan",
            "12 koperasi tidak dicantumkan",
            "akan direvisi",
        ] {
            assert!(reservation(text).is_some(), "{text}");
        }
        for text in [
            "Koperasi yang belum menyampaikan laporan mohon segera menghubungi bidang",
            "Koperasi yang belum melapor harap segera melapor",
            "Keterangan : data diambil dari aplikasi ODS",
            "Data di atas sudah diverifikasi petugas lapangan",
            "1) termasuk unit simpan pinjam",
            "Cat. : volume usaha sudah termasuk pendapatan jasa",
            "8 dari 12 koperasi sudah RAT",
            "Halaman 1 dari 10",
            "Kolom 7 diisi dalam persen",
            "Omset naik dibanding tahun lalu",
            "(tahun n - tahun n-1) / tahun n-1",
            "a.n 1",
            "hasil verifikasi",
            "Usaha Baru",
            "Kelompok Wanita Tani",
            "Desa Wisata",
            "belum ada",
            "perbaikan AD/ART 2019",
            "Perlu pembinaan",
            "Kirana Snack",
            "SHU dihitung dari laba bersih",
            "wajib diisi",
            "Jumlah koperasi yang belum melapor : 0",
            "Mohon koreksi bila ada kesalahan",
            "tidak mau dibina",
            "menolak bantuan",
            "Jumlah anggota 8 orang dari 12 desa",
            "data masuk 16 dari 16",
            "cakupan 100%",
            "cakupan layanan 80%",
            "tidak semua anggota hadir",
            "kumulatif s.d. Desember 2021",
            "Lembar 1 dari 3",
        ] {
            assert_eq!(reservation(text), None, "{text}");
        }
    }

    #[test]
    fn remarks_of_a_few_words() {
        for text in ["x 12", "x30 hari", "alm.", "pendapatan bersih", "laba bersih", "cabang no. 4", "dihitung 6 bulan"] {
            assert!(reserves_row(text), "{text}");
        }
        for text in ["omset", "12", "X", "Cabang Pasuruan", "laba", "Bersih Jaya", "laba ditahan", "hasil bumi"] {
            assert!(!reserves_row(text), "{text}");
        }
    }

    #[test]
    fn lists_that_go_on() {
        assert!(is_cumulative("Catatan: angka kumulatif") && !is_cumulative("Kumulatif s/d Desember 2021"));
        assert!(["dst", "dst.", "dan seterusnya", "bersambung ke lembar 2"].into_iter().all(goes_on_elsewhere));
        assert!(!["lanjutan", "Dst Jaya", "....", "Kepala Dinas"].into_iter().any(goes_on_elsewhere));
        assert_eq!(page_of("Halaman 1 dari 10"), Some((1, 10)));
        assert_eq!(page_of("Lembar ke-2 dari 3"), Some((2, 3)));
        for text in ["Halaman 1", "Halaman 1 dari 1", "Halaman Hijau", "8 dari 12 koperasi"] {
            assert_eq!(page_of(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_made_of_others() {
        assert!(adds_up_others("volume usaha = omset + simpanan") && adds_up_others("Catatan: omzet = penjualan + modal"));
        assert!(!adds_up_others("Aset = modal sendiri + modal luar") && !adds_up_others("volume usaha = total penjualan"));
    }
}
