//! A cell's paragraphs as text.

use super::styles::Styles;
use crate::workbook::budget::gathered;
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::runs::{Strokes, raised};
use crate::workbook::formats::xml::{Token, Xml, push_cdata, push_text, truncated};
use std::io::Read;

/// What a cell holds beside its value; each `None` where there is none.
#[derive(Default)]
pub(super) struct Held {
    /// Its paragraphs, joined by line breaks.
    pub text: Option<String>,
    /// Whether runs of them are struck out so that the text is in doubt.
    pub is_struck: bool,
    /// The paragraphs of a comment on it.
    pub comment: Option<String>,
    /// The lines of what is drawn on it.
    pub drawn: Option<String>,
}

/// Reads a cell just opened to its close.
pub(super) fn paragraphs<R: Read>(xml: &mut Xml<R>, styles: &Styles) -> Dibaca<Held> {
    let outside = xml.depth().saturating_sub(1);
    let Held { mut text, mut comment, mut drawn, .. } = Held::default();
    let mut strokes = Strokes::default();
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"p" || tag.local == b"h" => {
                let text = match &mut text {
                    Some(text) => {
                        text.push('\n');
                        text
                    }
                    None => text.insert(String::new()),
                };
                paragraph(xml, text, Some((styles, &mut strokes)))?;
                gathered(text)?;
            }
            // A comment has none itself.
            Token::Open(tag) if tag.local == b"annotation" && comment.is_none() => comment = annotation(xml)?,
            Token::Open(tag) if is_drawing(tag.local) => drawn.get_or_insert_default().push_str(&lines(xml)?),
            Token::Open(_) => xml.skip()?,
            Token::Close(_, depth) if depth <= outside => {
                return Ok(Held { text, is_struck: strokes.is_doubt(), comment, drawn });
            }
            Token::End => return Err(truncated()),
            _ => {}
        }
    }
}

/// What may hold a text of its own on a sheet: a text box, a shape, a group of them.
pub(super) fn is_drawing(local: &[u8]) -> bool {
    matches!(
        local,
        b"frame" | b"custom-shape" | b"g" | b"rect" | b"ellipse" | b"circle" | b"line" | b"polygon" | b"path" | b"a" | b"caption"
    )
}

/// The paragraphs of the comment just opened, without who wrote it when.
fn annotation<R: Read>(xml: &mut Xml<R>) -> Dibaca<Option<String>> {
    let outside = xml.depth().saturating_sub(1);
    let mut text: Option<String> = None;
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"p" => {
                let text = text.get_or_insert_default();
                if !text.is_empty() {
                    text.push('\n');
                }
                paragraph(xml, text, None)?;
                gathered(text)?;
            }
            Token::Open(_) => xml.skip()?,
            Token::Close(_, depth) if depth <= outside => return Ok(text),
            Token::End => return Err(truncated()),
            _ => {}
        }
    }
}

/// The paragraphs inside the element just opened, however deep, each a line; what stands for a page's
/// number, a date, a file's or a sheet's name is left out.
pub(super) fn lines<R: Read>(xml: &mut Xml<R>) -> Dibaca<String> {
    let outside = xml.depth().saturating_sub(1);
    let mut text = String::new();
    let mut inside: Option<usize> = None;
    loop {
        match xml.next()? {
            Token::Open(tag) => match tag.local {
                b"p" | b"h" if inside.is_none() => inside = Some(xml.depth()),
                b"s" | b"tab" if inside.is_some() => {
                    text.push(' ');
                    xml.skip()?;
                }
                b"line-break" => text.push('\n'),
                b"page-number" | b"page-count" | b"date" | b"time" | b"sheet-name" | b"file-name" | b"title" | b"desc" => {
                    xml.skip()?
                }
                _ => {}
            },
            Token::Text(bytes) if inside.is_some() => push_text(bytes, &mut text)?,
            Token::CData(bytes) if inside.is_some() => push_cdata(bytes, &mut text)?,
            Token::Close(_, depth) if depth <= outside => return Ok(text),
            Token::Close(_, depth) if inside.is_some_and(|own| depth < own) => {
                inside = None;
                text.push('\n');
            }
            Token::End => return Err(truncated()),
            _ => {}
        }
        gathered(&text)?;
    }
}

/// Appends the paragraph just opened. Calc writes and reads plain blanks as
/// they are, whatever ODF 1.2 part 1, 6.1.2 says of collapsing; only line ends
/// and tabs, which a pretty printer puts, collapse with the blanks around them. With `look`, digits that stand raised are
/// so in the text, and what is struck out is taken down.
fn paragraph<R: Read>(xml: &mut Xml<R>, out: &mut String, mut look: Option<(&Styles, &mut Strokes)>) -> Dibaca<()> {
    let outside = xml.depth().saturating_sub(1);
    let mut raw = String::new();
    let start = out.len();
    // The spans that are open: their depth, whether what they hold is struck out, and whether it stands raised.
    let mut spans: Vec<(usize, bool, bool)> = Vec::new();
    loop {
        raw.clear();
        match xml.next()? {
            Token::Text(bytes) => push_text(bytes, &mut raw)?,
            Token::CData(bytes) => push_cdata(bytes, &mut raw)?,
            Token::Open(tag) => {
                match tag.local {
                    b"s" => {
                        let count = tag.text(b"text:c")?.and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                        out.extend(std::iter::repeat_n(' ', count.min(32_767)));
                        gathered(out)?;
                    }
                    b"tab" => out.push('\t'),
                    b"line-break" => out.push('\n'),
                    b"span" => {
                        if let Some((styles, _)) = &look {
                            let (_, is_struck, is_raised) = spans.last().copied().unwrap_or_default();
                            let (struck, raised) = styles.run(tag.text(b"text:style-name")?.as_deref());
                            let own = (struck.unwrap_or(is_struck), raised.unwrap_or(is_raised));
                            spans.push((xml.depth(), own.0, own.1));
                        }
                        continue;
                    }
                    // Their text counts as if they were not there.
                    b"a" | b"ruby" | b"ruby-base" | b"meta" | b"meta-field" | b"date" | b"time" | b"sheet-name" | b"title" => {
                        continue;
                    }
                    _ => {}
                }
                xml.skip()?;
            }
            Token::Close(_, depth) if depth <= outside => return Ok(()),
            Token::End => return Err(truncated()),
            Token::Close(_, depth) => spans.retain(|(own, ..)| *own <= depth),
        }
        let (_, is_struck, is_raised) = spans.last().copied().unwrap_or_default();
        if let Some((_, strokes)) = &mut look {
            strokes.add(&raw, is_struck);
        }
        if is_raised {
            raw = raw.chars().map(raised).collect();
        }
        let is_blank = |char: char| matches!(char, ' ' | '\t' | '\n' | '\r');
        let mut rest = raw.as_str();
        while let Some(broken) = rest.find(['\t', '\n', '\r']) {
            out.push_str(rest[..broken].trim_end_matches(is_blank));
            rest = rest[broken..].trim_start_matches(is_blank);
            if out.len() > start && !rest.is_empty() {
                out.push(' ');
            }
        }
        out.push_str(rest);
        gathered(out)?;
    }
}
