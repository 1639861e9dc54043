//! Characters that do something instead of being seen: they never reach a
//! terminal, a log or a record as they are.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character must not be handed on raw: a control character (line
/// feed and tab are none here), one that turns the writing's direction or is not
/// seen at all, one that ends a line, one that no text may hold.
pub fn is_unseen(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        // Fillers of Korean syllables, blank wherever they stand.
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => true,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => u32::from(c) & 0xfffe == 0xfffe,
    }
}

/// Whether a text holds such a character.
pub fn has_unseen(text: &str) -> bool {
    text.bytes().any(|byte| !(b' '..=b'~').contains(&byte)) && text.contains(is_unseen)
}

/// Whether a character turns, ends or commands what follows it: of the unseen
/// ones those that mislead, not those (soft hyphens, joiners) that exports leave about.
pub fn is_misleading(c: char) -> bool {
    is_unseen(c) && !matches!(c, '\r' | '\u{85}' | '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The text with every such character written out.
///
/// ```
/// assert_eq!(iku::vocabulary::visible("KSP \u{1b}[31m\u{202e}x"), "KSP \\u{1b}[31m\\u{202e}x");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_unseen(c) {
            // Writing to a String cannot fail.
            let _ = write!(seen, "\\u{{{:x}}}", u32::from(c));
        } else {
            seen.push(c);
        }
    }
    Cow::Owned(seen)
}

/// The text as a cell shows it: what misleads is written out, what exports leave about is left out, and
/// whatever ends a line is a line feed.
///
/// ```
/// assert_eq!(iku::vocabulary::tidied("KSP\u{200b} Ma\u{ad}ju\r\nJaya\u{202e}"), "KSP Maju\nJaya\\u{202e}");
/// ```
pub fn tidied(text: &str) -> Cow<'_, str> {
    if !has_unseen(text) {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{85}'], "\n");
    let kept: String = lines.chars().filter(|c| !is_unseen(*c) || is_misleading(*c)).collect();
    Cow::Owned(visible(&kept).into_owned())
}

/// The text as a page shows it: characters that separate (vertical tab, form feed) become a blank, those that exports leave
/// about or that choose a look (U+FE0F) go, a soft hyphen stays, which says where a word may break; others that no page
/// can show (control, direction, fillers, private use) are written out.
///
/// ```
/// use iku::vocabulary::for_page;
/// assert_eq!(for_page("KSP\u{200b} Ma\u{ad}ju\u{feff} \u{2764}\u{fe0f}"), "KSP Ma\u{ad}ju \u{2764}");
/// assert_eq!(for_page("a\u{b}b\u{0}c\u{fffe}\u{e000}\u{3164}\t\u{a0}é"), "a b\\u{0}c\\u{fffe}\\u{e000}\\u{3164}\t\u{a0}é");
/// ```
pub fn for_page(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' => shown.push(c),
            '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1f}' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push(' '),
            '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => {}
            '\u{e000}'..='\u{f8ff}' | char::REPLACEMENT_CHARACTER => write_out(&mut shown, c),
            c if is_misleading(c) || u32::from(c) >= 0xf_0000 => write_out(&mut shown, c),
            c => shown.push(c),
        }
    }
    shown
}

fn write_out(to: &mut String, c: char) {
    // Writing to a String cannot fail.
    let _ = write!(to, "\\u{{{:x}}}", u32::from(c));
}

/// JSON text whose strings, once read, hold no such character: those that stand
/// there raw and those written as `\u001b`, `\b`, `\f` or `\r` become `\u{…}` in words.
pub fn visible_json(json: &str) -> Cow<'_, str> {
    let suspicious = |text: &str| ["\\u", "\\b", "\\f", "\\r"].iter().any(|escape| text.contains(escape));
    if !suspicious(json) && !json.contains(is_unseen) {
        return Cow::Borrowed(json);
    }
    let mut seen = String::with_capacity(json.len() + 64);
    let mut characters = json.chars();
    let spell = |seen: &mut String, code: u32| {
        // Writing to a String cannot fail.
        let _ = write!(seen, "\\\\u{{{code:x}}}");
    };
    while let Some(c) = characters.next() {
        if c == '\\' {
            match characters.next() {
                Some('u') => {
                    let hex: String = characters.by_ref().take(4).collect();
                    match u32::from_str_radix(&hex, 16).ok().filter(|code| char::from_u32(*code).is_some_and(is_unseen)) {
                        Some(code) => spell(&mut seen, code),
                        None => {
                            seen.push_str("\\u");
                            seen.push_str(&hex);
                        }
                    }
                }
                Some('b') => spell(&mut seen, 0x8),
                Some('f') => spell(&mut seen, 0xc),
                Some('r') => spell(&mut seen, 0xd),
                Some(other) => seen.extend(['\\', other]),
                None => seen.push('\\'),
            }
        } else if is_unseen(c) {
            spell(&mut seen, u32::from(c));
        } else {
            seen.push(c);
        }
    }
    Cow::Owned(seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_stays() {
        let plain = "Koperasi “Tirtha” – Rp1.234,5\u{a0}\n\té 日本 👍";
        assert!(matches!(visible(plain), Cow::Borrowed(same) if same == plain));
    }

    #[test]
    fn json_is_read_back_without_them() {
        let nasty = "a\u{1b}[31m\u{7f}\u{85}\u{202e}\u{2028}\u{8}\u{c}\r\\u001b\"\n\t\u{e9}";
        let text = serde_json::to_string(&serde_json::json!({ "nama": nasty })).unwrap();
        let seen = visible_json(&text);
        assert!(!seen.contains(is_unseen));
        let back: serde_json::Value = serde_json::from_str(&seen).unwrap();
        assert_eq!(back["nama"], "a\\u{1b}[31m\\u{7f}\\u{85}\\u{202e}\\u{2028}\\u{8}\\u{c}\\u{d}\\u001b\"\n\té");
    }
}
