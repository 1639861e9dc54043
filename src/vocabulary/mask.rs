//! Personal data (NIK, phone numbers, e-mail addresses, birth dates) never
//! appear in full: told by their shape, in any script and width, whatever
//! blanks, dots, dashes or unseen characters stand between.

use super::birth::{birth_dates, said_births, says_birth};
use super::digit::digit;
use super::digit_groups::groups;
use super::identity::{nik, says_identity, scientific_nik};
use super::spelled::mask_spelled;
use super::telephone::{abroad, landline, phone, says_official, says_telephone, stands_alone};
use super::visible::is_unseen;

/// Masks all but the last four digits: `3575012345671234` becomes
/// `************1234`. Texts with fewer than 8 digits are masked whole.
///
/// ```
/// assert_eq!(iku::vocabulary::mask_digits("3575012345671234"), "************1234");
/// assert_eq!(iku::vocabulary::mask_digits("12345"), "*****");
/// ```
pub fn mask_digits(text: &str) -> String {
    let digits = text.chars().filter(|c| digit(*c).is_some()).count();
    let keep = if digits >= 8 { 4 } else { 0 };
    let mut seen = 0;
    text.chars()
        .map(|c| {
            if digit(c).is_none() {
                return c;
            }
            seen += 1;
            if seen > digits - keep { c } else { '*' }
        })
        .collect()
}

/// Masks what in any text has the shape of a NIK or KK number, a phone number
/// (mobile, fixed or abroad) or an e-mail address, and a date after a word that says it is of birth.
///
/// ```
/// use iku::vocabulary::mask_in_text;
/// assert_eq!(mask_in_text("Ibu Siti (0812-3456-7890)"), "Ibu Siti (****-****-7890)");
/// assert_eq!(mask_in_text("siti@gmail.com"), "****@*****.com");
/// ```
pub fn mask_in_text(text: &str) -> String {
    // Most texts hold neither enough digits nor the sign nor a bracket, in which it may be spelled.
    let is_plain = |byte: u8| byte.is_ascii() && !matches!(byte, b'@' | b'(' | b'[' | b'{' | b'<');
    if text.bytes().all(is_plain) && text.bytes().filter(u8::is_ascii_digit).nth(2).is_none() {
        return text.to_owned();
    }
    let digits = text.chars().filter(|c| digit(*c).is_some()).take(9).count();
    let mut masked = if digits < 9 { text.to_owned() } else { mask_numbers(text) };
    if digits >= 3 && says_birth(&masked) {
        let dates = said_births(&masked);
        mask_places(&mut masked, dates);
    }
    if masked.contains(AT_SIGNS) {
        masked = mask_addresses(&masked);
    }
    mask_spelled(masked)
}

/// A star in the place of each digit there.
fn mask_places(text: &mut String, places: Vec<std::ops::Range<usize>>) {
    for place in places.into_iter().rev() {
        let date: String = text[place.clone()].chars().map(|c| if digit(c).is_some() { '*' } else { c }).collect();
        text.replace_range(place, &date);
    }
}

/// The same for what stands between quotes alone: a formula's numbers are figures, its texts are not.
pub fn mask_quoted(formula: &str, quote: &str) -> String {
    let parts = formula.split(quote).enumerate();
    let parts = parts.map(|(index, part)| if index % 2 == 1 { mask_in_text(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join(quote)
}

/// The same for a text that may name a person (a row's name, a cell's text): a
/// birth date beside the name is masked too.
///
/// ```
/// use iku::vocabulary::mask_person;
/// assert_eq!(mask_person("Siti Aminah, 12-05-1980"), "Siti Aminah, **-**-****");
/// assert_eq!(mask_person("RAT tanggal 12-05-2021"), "RAT tanggal 12-05-2021");
/// ```
pub fn mask_person(text: &str) -> String {
    let mut masked = mask_in_text(text);
    // A date has digits.
    if masked.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_digit()) {
        return masked;
    }
    let dates = birth_dates(&masked);
    mask_places(&mut masked, dates);
    masked
}

fn mask_numbers(text: &str) -> String {
    let groups = groups(text);
    let mut masked = text.to_owned();
    let mut at = 0;
    // Behind a number stands another: `0812…/0813…`.
    let mut is_another = false;
    while at < groups.len() {
        let before = &groups[at].before;
        let is_free = std::mem::take(&mut is_another) || says_telephone(before);
        // What an office gave a koperasi or a decision is no number to call.
        let is_official = !is_free && says_official(before);
        let telephone = || {
            phone(&groups[at..], at > 0 && !is_free, says_telephone(before))
                .or_else(|| abroad(&groups[at..], at == 0))
                .or_else(|| landline(&groups[at..], is_free, |end| stands_alone(text, groups[at].bytes.start, end)))
        };
        let found = nik(&groups[at..], says_identity(before))
            .or_else(|| scientific_nik(&groups[at..]))
            .or_else(|| if is_official { None } else { telephone() });
        let Some(count) = found else {
            at += 1;
            continue;
        };
        let range = groups[at].bytes.start..groups[at + count - 1].bytes.end;
        // A digit and its star may differ in length: the text is put together anew below.
        masked.replace_range(range.clone(), &pad(&mask_digits(&text[range.clone()]), range.len()));
        at += count;
        is_another = true;
    }
    masked.retain(|c| c != FILLER);
    masked
}

/// Stands for the bytes that a star is shorter than its digit; no text holds it after this.
const FILLER: char = '\0';

fn pad(text: &str, bytes: usize) -> String {
    let mut padded = text.to_owned();
    padded.extend(std::iter::repeat_n(FILLER, bytes.saturating_sub(text.len())));
    padded
}

const AT_SIGNS: [char; 3] = ['@', '＠', '﹫'];

/// Masks e-mail addresses: `siti@gmail.com` becomes `****@*****.com`.
fn mask_addresses(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '．') || is_unseen(c);
    let mut hidden = vec![false; characters.len()];
    for (at, _) in characters.iter().enumerate().filter(|(_, c)| AT_SIGNS.contains(c)) {
        let length = |run: &mut dyn Iterator<Item = &char>| run.take_while(|c| is_part(**c)).count();
        let own = length(&mut characters[..at].iter().rev());
        let domain = length(&mut characters[at + 1..].iter());
        let last_dot = characters[at + 1..at + 1 + domain].iter().rposition(|c| matches!(c, '.' | '．'));
        // A text that was cut there is an address all the same.
        let is_cut = characters.get(at + 1) == Some(&'…');
        if own == 0 || domain == 0 && !is_cut {
            continue;
        }
        hidden[at - own..at].fill(true);
        let shown_from = last_dot.filter(|dot| dot + 1 < domain).unwrap_or(domain);
        hidden[at + 1..at + 1 + shown_from].fill(true);
    }
    characters.iter().zip(hidden).map(|(c, hidden)| if hidden { '*' } else { *c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_numbers_are_masked_in_any_dress() {
        for (text, masked) in [
            ("NIK 3575012345671234, Rp1234567", "NIK ************1234, Rp1234567"),
            ("NIK3575012345671234", "NIK************1234"),
            ("３５７５０１２３４５６７１２３４", "************１２３４"),
            ("٣٥٧٥٠١٢٣٤٥٦٧١٢٣٤", "************١٢٣٤"),
            ("3575 0112 0580 1234", "**** **** **** 1234"),
            ("35.75.01.520580.1234", "**.**.**.******.1234"),
            ("357501-120580-1234", "******-******-1234"),
            ("3575\u{200b}0123456\u{202d}71234", "****\u{200b}*******\u{202d}*1234"),
            ("3575012345671234 0812 3456 7890", "************1234 **** **** 7890"),
            ("3575 0112 0580 1234", "**** **** **** 1234"),
            ("3575.0112.0580.1234", "****.****.****.1234"),
            ("3575-0112-0580-1234", "****-****-****-1234"),
            ("3 5 7 5 0 1 1 2 0 5 8 0 1 2 3 4", "* * * * * * * * * * * * 1 2 3 4"),
            ("NIK: 35.75-01 120580/1234", "NIK: **.**-** ******/1234"),
            ("No. KTP 357501 1205801234", "No. KTP ****** ******1234"),
            ("３５７５.０１１２.０５８０.１２３４", "****.****.****.１２３４"),
        ] {
            assert_eq!(mask_in_text(text), masked, "{text}");
        }
    }

    #[test]
    fn identity_numbers_that_were_kept_as_numbers_are_masked() {
        for (text, masked) in [
            ("3575014506800123.0", "************0123.0"),
            ("3575014506800123,00 Siti", "************0123,00 Siti"),
            ("3,575014506800123E+15", "*,***********0123E+15"),
            ("3.57501450680012e15 Siti", "*.**********0012e15 Siti"),
        ] {
            assert_eq!(mask_in_text(text), masked, "{text}");
        }
        for text in ["1,234567890123456E+12", "1234567890123456.5", "9999999999999999,00", "2,5E+15"] {
            assert_eq!(mask_in_text(text), text);
        }
    }

    #[test]
    fn phones_and_addresses_are_masked_in_any_dress() {
        for text in [
            "0812-3456-7890",
            "081234567890",
            "0812 3456 7890",
            "0812.3456.7890",
            "(0812) 3456-7890",
            "+62 812 3456 7890",
            "+62812-3456-7890",
            "62 812-3456-789",
            "6281234567890",
            "628123456789",
            "0 812 3456 7890",
            "＋６２ ８１２ ３４５６ ７８９０",
            "+62 (0) 812 3456 7890",
            "0857 123 456 78",
            "+60 12-345 6789",
            "+65 9123 4567",
            "+65-9123-4567",
            "+966 50 123 4567",
            "+852 9123 4567",
            "+6591234567",
            "0060 12 345 6789",
        ] {
            let masked = mask_in_text(&format!("Toko HP {text} Jaya"));
            assert_eq!(masked.chars().filter(|c| digit(*c).is_some()).count(), 4, "{text}: {masked}");
        }
        for (text, masked) in [
            ("081234567834/081234567835", "********7834/********7835"),
            ("081234567834,081234567835", "********7834,********7835"),
            ("0812-3456-7850/0812-3456-7851", "****-****-7850/****-****-7851"),
            ("00628123456722", "**********6722"),
            ("0812'3456'7890", "****'****'7890"),
            ("(0343) 421010/421011", "(****) ******/**1011"),
            ("(0343) 421012, 421013", "(****) ******, **1013"),
            ("Telp.0343-421004", "Telp.****-**1004"),
            ("Tlp/0343-421006", "Tlp/****-**1006"),
            ("WA 8123456789", "WA ******6789"),
            ("Hp. 812-3456-7890", "Hp. ***-****-7890"),
            ("Hp.081234567890", "Hp.********7890"),
            ("Telp/WA: 0812 3456 7890", "Telp/WA: **** **** 7890"),
            ("Telp/WA: 85712345678", "Telp/WA: *******5678"),
            ("No. HP: 0812/3456/2012", "No. HP: ****/****/2012"),
            ("Hub. (+60) 12-345 6789", "Hub. (+**) **-*** 6789"),
        ] {
            assert_eq!(mask_in_text(text), masked);
        }
        assert_eq!(mask_in_text("a.b+c@mail.go.id, x"), "*****@*******.id, x");
        assert_eq!(mask_in_text("siti@…"), "****@…");
        assert_eq!(mask_in_text("tulis ke siti(at)mail.id, x"), "tulis ke ****(at)****.id, x");
        assert_eq!(mask_in_text("siti.a [at] mail dot com"), "****** [at] **** dot com");
        assert_eq!(mask_in_text("SITI {AT} mail.co[dot]id"), "**** {AT} *******[dot]id");
        assert_eq!(mask_in_text("siti＠gmail．com"), "****＠*****．com");
        assert_eq!(mask_in_text("Beras @ Rp12.000 @5"), "Beras @ Rp12.000 @5");
    }

    #[test]
    fn fixed_numbers_are_masked_in_any_dress() {
        for text in [
            "(0343) 421234",
            "0343-421234",
            "0343 421 234",
            "0343421234",
            "021-5551234",
            "(021) 555 12 34",
            "+62 343 421234",
            "+62343421234",
            "+62-21-555-1234",
            "+62 (0343) 421234",
            "+62 (0) 343 421234",
            "０３４３ ４２１２３４",
        ] {
            let masked = mask_in_text(&format!("Toko telp {text}, Jaya"));
            assert_eq!(masked.chars().filter(|c| digit(*c).is_some()).count(), 4, "{text}: {masked}");
        }
        for text in [
            "No. 0343/12345/BH",
            "BH0343421234",
            "0343-421234/KOP",
            "02-03-2021 10:30",
            "02.123.456.7-651.000",
            "0343 2021",
            "021 1234",
            "0,343421234",
            "0.343421234",
            "Nomor 518/0343-42123",
            "00012345678",
            "NIB 0220101234567",
            "RAT 02/03/2021 421234",
        ] {
            assert_eq!(mask_in_text(text), text);
        }
    }

    #[test]
    fn what_is_not_personal_stays() {
        for text in [
            "19640505 199303 1 012",
            "196405051993031012",
            "NIB 9120001234567",
            "NIK koperasi 3575010020001",
            "518/081/BH/KDK.13.24/1.2/XI/1998",
            "AHU-0008123.AH.01.26.TAHUN 2021",
            "Rp3.575.012.345.671.234",
            "Rp62.812.345.678",
            "1234567890123456,78",
            "0.1234567890123456",
            "0.8123456789",
            "RAT 12-08-2021, 2021-08-12 2022-08-12",
            "1.081.234.567.890",
            "************1234",
            "2020: 812.345.678, 2021: 912.345.678",
            "BH No. 0812/3456/2012",
            "No. 0812/3456/2012",
            "0812/3456/2012",
            "Badan Hukum Nomor 0812345678",
            "518/081234/BH/XVI.23/2012",
            "188.4/0812.345/422.110/2012",
            "BH No. 08123456/BH/M.KUKM.2/VII/2012",
            "123/BH/KWK.13/5.1/XII/1998 tgl 12-08-1998",
            "AHU-0812345.AH.01.26.TAHUN 2021",
            "KSU 17 Agustus 1945",
            "17 Agustus 1945",
            "Koperasi 17 Agustus 1945",
            "KSP Sepuluh November, 10 November 1945",
            "Koperasi 10 November",
            "KSU 12-07-1947",
            "KUD 28 Oktober 1928",
            "a + 60 123 456 789",
            "5 +60 123 456 789",
            "+12.345.678.901",
            "+3,25 (a) 12, [b] 500",
            "Harga (at) 500",
            "melahirkan 120 usaha",
        ] {
            assert_eq!(mask_person(text), text);
        }
    }

    #[test]
    fn a_date_that_is_said_to_be_of_birth_is_masked_wherever_it_stands() {
        for (text, masked) in [
            ("lahir 17 VIII 1980", "lahir ** VIII ****"),
            ("Lahir: 17-VIII-1980", "Lahir: **-VIII-****"),
            ("lahir 17081980", "lahir ********"),
            ("TTL Malang, 19800817", "TTL Malang, ********"),
            ("Ibu Siti lahir di Malang 17/08/80", "Ibu Siti lahir di Malang **/**/**"),
            ("tgl. lahir １７-０８-１９８０", "tgl. lahir **-**-****"),
        ] {
            assert_eq!((mask_in_text(text), mask_person(text)), (masked.to_owned(), masked.to_owned()), "{text}");
        }
        for text in ["NIB lahir 9120001234567", "17 VIII 1980", "SK 17/VIII/1998", "Siti 1708198", "lahir 12345678"] {
            assert_eq!(mask_in_text(text), text);
        }
    }

    #[test]
    fn masking_twice_is_masking_once_and_takes_no_longer_than_the_text() {
        for text in ["+62 812 3456 7890 / 3575012345671234 / a@b.co", "Siti, 1 Mei 1980", "１２ ３４"] {
            assert_eq!(mask_person(&mask_person(text)), mask_person(text));
        }
        let long = "0812/".repeat(100_000) + &"1 2.".repeat(100_000) + &"a@".repeat(1000);
        assert!(mask_person(&long).len() <= long.len());
    }
}
