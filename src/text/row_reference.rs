//! Notes that speak of rows by their numbers: `no. 5 tutup`, `Nomor 3 dan 7: belum audit`.

/// Before what a note says, and no part of it.
const NOTES: &[&str] = &["catatan", "keterangan", "ket", "nb", "note", "cat"];
/// Whose number it is.
const BEARERS: &[&str] = &["koperasi", "kop", "umkm"];
/// What a row's number is called, and what joins several.
const NUMBERS: &[&str] = &["no", "nomor", "nmr", "urut", "urutan", "baris", "row"];
const JOINS: &[&str] = &["dan", "sd", "s", "d", "sampai", "serta", "hingga"];
/// Behind the number of a letter or a law.
const OF_A_LAW: &[&str] = &["tahun", "th", "thn", "tanggal", "tgl", "pasal"];

/// What a note says of the rows that it names by number; `None` where it names none.
pub(crate) fn said_of_rows(text: &str) -> Option<&str> {
    let mut rest = text;
    let (mut is_named, mut is_numbered) = (false, false);
    loop {
        let trimmed = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        // `518/123` is a letter's number.
        if is_numbered && rest.starts_with(['/', '.']) && trimmed.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let end = trimmed.find(|c: char| !c.is_alphanumeric()).unwrap_or(trimmed.len());
        let word = trimmed[..end].to_lowercase();
        let is = |list: &[&str]| list.contains(&word.as_str());
        let is_number = !word.is_empty() && word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && is_named {
            is_numbered = true;
        } else if is(NUMBERS) {
            is_named = true;
        } else if !((is(NOTES) || is(BEARERS)) && !is_named || is_numbered && is(JOINS)) {
            return (is_numbered && !is(OF_A_LAW) && !trimmed.is_empty()).then_some(trimmed);
        }
        rest = &trimmed[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::said_of_rows;

    #[test]
    fn notes_that_name_rows_and_notes_that_do_not() {
        for (text, said) in [
            ("no. 5 tutup", "tutup"),
            ("koperasi no. 3 salah input", "salah input"),
            ("Catatan: no. 5 dobel dgn no 3", "dobel dgn no 3"),
            ("Nomor 3 dan 7: belum audit", "belum audit"),
            ("*) No urut 3, 4 s/d 6 = per bulan", "per bulan"),
            ("Baris 12 salah input", "salah input"),
        ] {
            assert_eq!(said_of_rows(text), Some(said), "{text}");
        }
        for text in [
            "Nomor : 518/123/423.112/2022",
            "Nomor 5 Tahun 2019",
            "No. 5",
            "Perda Nomor 5 batal",
            "5 koperasi tutup",
            "no urut sesuai buku",
            "",
        ] {
            assert_eq!(said_of_rows(text), None, "{text}");
        }
    }
}
