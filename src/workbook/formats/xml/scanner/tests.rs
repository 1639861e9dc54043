//! Tokens of every kind, and what is not well formed.

use super::*;
use crate::workbook::formats::xml::attribute_text;

fn tokens(text: &[u8]) -> Dibaca<Vec<String>> {
    // A reader of one byte at a time, so that every refill boundary is met.
    struct Drip<'a>(&'a [u8]);
    impl Read for Drip<'_> {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let count = self.0.len().min(1).min(out.len());
            out[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }
    let mut xml = Xml::new(Drip(text));
    let mut seen = Vec::new();
    loop {
        seen.push(match xml.next()? {
            Token::Open(tag) => {
                let attributes: Vec<String> = tag
                    .attributes()
                    .map(|(name, value)| Ok(format!(" {}={}", String::from_utf8_lossy(name), attribute_text(value)?)))
                    .collect::<Dibaca<_>>()?;
                format!("<{}{}>", String::from_utf8_lossy(tag.local), attributes.concat())
            }
            Token::Close(name, _) => format!("</{}>", String::from_utf8_lossy(name)),
            Token::Text(raw) => attribute_text(raw)?,
            Token::CData(raw) => format!("[{}]", String::from_utf8_lossy(raw)),
            Token::End => return Ok(seen),
        });
    }
}

#[test]
fn tags_texts_and_quotes_of_every_kind() {
    let text =
        b"\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>\r\n<!-- <no/> --><x:a b = \"1>2\" c='\"' x:d='&lt;&#65;&#x42;'>\
                 t&amp;\r\nu<![CDATA[<&]]><b/><c></c ></x:a>\n<!-- end -->";
    let wanted = ["<a b=1>2 c=\" x:d=<AB>", "t&\nu", "[<&]", "<b>", "</b>", "<c>", "</c>", "</a>"];
    assert_eq!(tokens(text).unwrap(), wanted);
}

/// What is read in one go is what the closer look finds, whatever the bytes are.
#[test]
fn plain_tags_are_read_as_the_others() {
    const PIECES: [&[u8]; 16] = [
        b"a",
        b"b:c",
        b" a=\"b\"",
        b" a=\"'>\"",
        b" a = \"b\"",
        b" a='b'",
        b"=",
        b"\"",
        b"'",
        b"/",
        b">",
        b"<",
        b" ",
        b"\n",
        b"\xC3",
        b" a=\"\"",
    ];
    let bytes = proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..6);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let told = std::cell::Cell::new(0);
    runner
        .run(&bytes, |pieces| {
            let bytes = [b"a", &pieces.concat()[..], b" a=\"b\"/>"].concat();
            if let Some(plain) = plain_tag(&bytes) {
                told.set(told.get() + 1);
                let close = tag_end(&bytes).unwrap();
                assert_eq!(close, plain.end + usize::from(plain.empty));
                assert_eq!(bytes[close - 1] == b'/', plain.empty);
                let body = &bytes[..plain.end];
                let name = body.iter().position(u8::is_ascii_whitespace).unwrap_or(body.len());
                assert!(name == plain.name && attributes_are_sound(&body[name..]), "{:?}", String::from_utf8_lossy(&bytes));
            }
            Ok(())
        })
        .unwrap();
    assert!(told.get() > 20, "{}", told.get());
}

#[test]
fn utf_16_parts_are_decoded() {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend("<a b='é'>日</a>".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(tokens(&bytes).unwrap(), ["<a b=é>", "日", "</a>"]);
}

#[test]
fn whatever_is_not_well_formed_is_refused() {
    for bad in [
        "",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "text",
        "<a>&nope;</a>",
        "<a>&</a>",
        "<a b='1>",
        "<!DOCTYPE a><a/>",
        "<a",
        "<a><!-- </a>",
        "<a>&#0;</a>",
        "<a>&#+5;</a>",
        "< a/>",
        "<a b=5/>",
        "<a b='1'c='2'/>",
        "<a b/>",
        "<a b='1' 5/>",
        "</a>",
        "<?xml encoding='EBCDIC'?><a/>",
    ] {
        assert!(tokens(bad.as_bytes()).is_err(), "{bad}");
    }
    assert!(tokens(b"<a>\xFF</a>").is_err());
    let deep = "<a>".repeat(1000);
    assert!(tokens(deep.as_bytes()).is_err());
}

#[test]
fn a_long_text_passes_the_first_buffer() {
    let text = format!("<a>{}</a>", "y".repeat(FIRST_BUFFER * 3));
    let mut xml = Xml::new(text.as_bytes());
    xml.next().unwrap();
    let mut out = String::new();
    xml.text_into(&mut out).unwrap();
    assert_eq!(out.len(), FIRST_BUFFER * 3);
    assert!(matches!(xml.next().unwrap(), Token::End));
}
