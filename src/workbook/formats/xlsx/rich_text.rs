//! Texts: the shared string table, rich text runs, and Excel's `_x000D_` escapes.

use crate::workbook::budget::{Budget, gathered};
use crate::workbook::cells::Texts;
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::runs::{Strokes, raised};
use crate::workbook::formats::xml::{Token, Xml, push_cdata, push_text, truncated};
use std::io::Read;

/// Appends the text of the `<si>` or `<is>` just opened: all runs, no phonetic reading aids. Digits that stand raised or
/// lowered are so in the text: the mark of a footnote is no digit of its number. Whether it is struck out by its runs.
pub(crate) fn read_rich<R: Read>(xml: &mut Xml<R>, out: &mut String) -> Dibaca<bool> {
    let inside = xml.depth();
    let (mut is_raised, mut is_struck) = (false, false);
    let mut strokes = Strokes::default();
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"t" => {
                let preserve = tag.get(b"xml:space") == Some(b"preserve");
                let mut text = String::new();
                xml.text_into(&mut text)?;
                let shown = if preserve { &text } else { text.trim_matches([' ', '\t', '\r', '\n']) };
                strokes.add(shown, is_struck);
                if is_raised {
                    push_unescaped(&shown.chars().map(raised).collect::<String>(), out);
                } else {
                    push_unescaped(shown, out);
                }
                gathered(out)?;
            }
            Token::Open(tag) if tag.local == b"r" => (is_raised, is_struck) = (false, false),
            Token::Open(tag) if tag.local == b"rPr" => {}
            Token::Open(tag) if tag.local == b"vertAlign" => {
                is_raised = matches!(tag.get(b"val"), Some(b"superscript" | b"subscript"));
                xml.skip()?;
            }
            Token::Open(tag) if tag.local == b"strike" => {
                is_struck = tag.get(b"val").is_none_or(|value| !matches!(value, b"0" | b"false"));
                xml.skip()?;
            }
            Token::Open(_) => xml.skip()?,
            Token::Close(_, depth) if depth < inside => return Ok(strokes.is_doubt()),
            Token::End => return Err(truncated()),
            _ => {}
        }
    }
}

/// Appends character data of a `<v>` or `<f>` just opened, as it stands.
pub(crate) fn read_plain<R: Read>(xml: &mut Xml<R>, out: &mut String) -> Dibaca<()> {
    loop {
        match xml.next()? {
            Token::Text(raw) => {
                push_text(raw, out)?;
                gathered(out)?;
            }
            Token::CData(raw) => {
                push_cdata(raw, out)?;
                gathered(out)?;
            }
            Token::Close(..) => return Ok(()),
            Token::Open(_) => return Err(Gagal::rusak("isi sel berisi elemen yang tidak dikenal")),
            Token::End => return Err(truncated()),
        }
    }
}

/// The shared string table. `size` is the part's unpacked size, which a
/// declared count must fit: a hostile one asks for memory no text needs. With it the numbers of those that are struck out.
pub(crate) fn shared_strings<R: Read>(mut xml: Xml<R>, size: u64, budget: &mut Budget) -> Dibaca<(Texts, Vec<u32>)> {
    let (mut strings, mut struck) = (Texts::default(), Vec::new());
    let mut text = String::new();
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"sst" => {
                let count = tag.text(b"uniqueCount")?.and_then(|count| count.trim().parse::<u128>().ok()).unwrap_or(0);
                // The shortest text there is, `<si/>`, and its share of the frame.
                if count > u128::from(size) / 5 {
                    return Err(Gagal::rusak("jumlah teks bersama yang dinyatakan tidak mungkin"));
                }
            }
            Token::Open(tag) if tag.local == b"si" => {
                text.clear();
                let is_struck = read_rich(&mut xml, &mut text)?;
                struck.extend(u32::try_from(strings.len()).ok().filter(|_| is_struck));
                budget.spend(1)?;
                budget.shared(&text)?;
                strings.push(&text).ok_or_else(|| Gagal::rusak("teks bersama terlalu banyak"))?;
            }
            Token::Open(_) => xml.skip()?,
            Token::End => {
                strings.shrink();
                return Ok((strings, struck));
            }
            _ => {}
        }
    }
}

/// Appends a text with `_xHHHH_` escapes resolved: UTF-16 units, surrogate
/// pairs in two; `_x005F_` is an underscore itself.
pub(crate) fn push_unescaped(text: &str, out: &mut String) {
    let mut rest = text;
    let mut units: Vec<u16> = Vec::new();
    while let Some(at) = rest.find("_x") {
        let Some(unit) = escaped_unit(&rest.as_bytes()[at..]) else {
            flush(&mut units, out, &rest[..at]);
            out.push_str("_x");
            rest = &rest[at + 2..];
            continue;
        };
        flush(&mut units, out, &rest[..at]);
        units.push(unit);
        rest = &rest[at + 7..];
    }
    flush(&mut units, out, rest);
    out.push_str(&String::from_utf16_lossy(&units));
}

/// Writes the units gathered, unless the text between continues a surrogate pair (it is empty).
fn flush(units: &mut Vec<u16>, out: &mut String, between: &str) {
    let waits = between.is_empty() && matches!(units.last(), Some(0xD800..=0xDBFF)) && units.len() == 1;
    if !waits {
        out.push_str(&String::from_utf16_lossy(units));
        units.clear();
        out.push_str(between);
    }
}

/// `_x000D_` at the start of the bytes.
fn escaped_unit(bytes: &[u8]) -> Option<u16> {
    let [b'_', b'x', hex @ .., b'_'] = bytes.get(..7)? else { return None };
    hex.iter().all(u8::is_ascii_hexdigit).then(|| u16::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Limits;

    fn unescaped(text: &str) -> String {
        let mut out = String::new();
        push_unescaped(text, &mut out);
        out
    }

    #[test]
    fn escapes_as_calamine_reads_them() {
        for (text, wanted) in [
            ("_x", "_x"),
            ("_x00", "_x00"),
            ("_x005F_", "_"),
            ("_x000D_", "\r"),
            ("_x000", "_x000"),
            ("_x000D", "_x000D"),
            ("_x00ZZ_", "_x00ZZ_"),
            ("_x_x_x", "_x_x_x"),
            ("_x00½_", "_x00½_"),
            ("_x005F_x000D_", "_x000D_"),
            ("__x005F_x0000__", "__x0000__"),
            ("a_x000D_b_x000D__x000D_", "a\rb\r\r"),
            ("_xD83D__xDCF7_", "📷"),
            ("_xD83D_x", "\u{FFFD}x"),
            ("_xD83D_", "\u{FFFD}"),
            ("", ""),
            ("tanpa", "tanpa"),
        ] {
            assert_eq!(unescaped(text), wanted, "{text}");
        }
    }

    #[test]
    fn runs_join_and_phonetics_are_left_out() {
        let text = "<sst uniqueCount='3'><si><r><rPr><b/></rPr><t xml:space='preserve'>Kop </t></r><r><t>erasi</t></r>\
                    <rPh sb='0' eb='1'><t>bunyi</t></rPh><phoneticPr fontId='1'/></si><si/><x:si xmlns:x='u'><x:t> a </x:t></x:si></sst>";
        let strings =
            shared_strings(Xml::new(text.as_bytes()), text.len() as u64, &mut Budget::new(&Limits::default(), text.len()))
                .unwrap()
                .0;
        assert_eq!([0, 1, 2, 3].map(|id| strings.get(id)), ["Kop erasi", "", "a", ""]);
        assert_eq!(strings.len(), 3);
    }

    #[test]
    fn the_mark_of_a_footnote_is_no_digit() {
        let text = "<sst><si><r><t>76496171</t></r><r><rPr><vertAlign val='superscript'/><sz val='8'/></rPr><t>1</t></r>\
                    <r><rPr><b/></rPr><t> 2</t></r></si></sst>";
        let strings =
            shared_strings(Xml::new(text.as_bytes()), text.len() as u64, &mut Budget::new(&Limits::default(), text.len()))
                .unwrap()
                .0;
        assert_eq!(strings.get(0), "76496171¹2");
    }

    #[test]
    fn a_text_is_struck_out_where_all_that_it_says_or_a_digit_is() {
        let run = |text: &str, strike: &str| format!("<r><rPr>{strike}</rPr><t xml:space='preserve'>{text}</t></r>");
        let texts = [
            run("2", "<strike/>") + &run("5000000", ""),
            run("KSP Makmur", "<strike/>") + &run(" ", ""),
            run("KSP ", "") + &run("Lama", "<strike/>") + &run(" Baru", ""),
            run("KSP Makmur", "<strike val='0'/>"),
            "<t>25000000</t>".to_owned(),
        ];
        let text = format!("<sst>{}</sst>", texts.map(|text| format!("<si>{text}</si>")).concat());
        let struck =
            shared_strings(Xml::new(text.as_bytes()), text.len() as u64, &mut Budget::new(&Limits::default(), text.len()));
        assert_eq!(struck.unwrap().1, [0, 1]);
    }

    #[test]
    fn an_impossible_count_is_refused() {
        for count in ["9000000000000000000", "100000000000", "99999999999999999999999"] {
            let text = format!("<sst uniqueCount='{count}'><si><t>a</t></si></sst>");
            assert!(
                shared_strings(Xml::new(text.as_bytes()), text.len() as u64, &mut Budget::new(&Limits::default(), text.len()))
                    .is_err()
            );
        }
    }
}
