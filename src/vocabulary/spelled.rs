//! E-mail addresses whose signs are spelled out: `siti(at)mail.id`, `siti [at] mail dot com`.

use super::visible::is_unseen;
use std::ops::Range;

/// What brackets hold in the place of the sign.
const AT: [&str; 3] = ["at", "et", "@"];
/// Words in the place of a point.
const DOT: [&str; 3] = ["dot", "titik", "."];
/// No name and no domain is longer, in characters.
const LONGEST: usize = 64;

/// The text with the names and domains masked, all but the last part of each.
pub(super) fn mask_spelled(text: String) -> String {
    // Most brackets begin otherwise.
    let may_be =
        |pair: &[u8]| matches!(pair[0], b'(' | b'[' | b'{' | b'<') && matches!(pair[1] | 0x20, b'a' | b'e' | b'`' | b' ');
    if !text.as_bytes().windows(2).any(may_be) {
        return text;
    }
    let characters: Vec<char> = text.chars().collect();
    let mut hidden = vec![false; characters.len()];
    let mut any = false;
    for open in (0..characters.len()).filter(|at| matches!(characters[*at], '(' | '[' | '{' | '<')) {
        let Some(end) = bracketed(&characters, open, &AT) else { continue };
        let (Some(own), Some(domain)) = (name_before(&characters, open), domain_after(&characters, end)) else { continue };
        for at in own.chain(domain) {
            hidden[at] |= is_part(characters[at]);
            any = true;
        }
    }
    if !any {
        return text;
    }
    characters.iter().zip(hidden).map(|(c, hidden)| if hidden { '*' } else { *c }).collect()
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '%' | '.') || is_unseen(c)
}

/// Where a bracket ends that holds one of these words and nothing else.
fn bracketed(characters: &[char], open: usize, words: &[&str]) -> Option<usize> {
    let length = characters.get(open + 1..)?.iter().take(8).position(|c| matches!(c, ')' | ']' | '}' | '>'))?;
    let inner: String = characters[open + 1..open + 1 + length].iter().collect();
    words.contains(&inner.trim().to_lowercase().as_str()).then_some(open + length + 2)
}

/// The name directly before the sign, or one blank away.
fn name_before(characters: &[char], open: usize) -> Option<Range<usize>> {
    let end = if open > 0 && characters[open - 1] == ' ' { open - 1 } else { open };
    let length = characters[..end].iter().rev().take(LONGEST).take_while(|c| is_part(**c)).count();
    (length > 0).then_some(end - length..end)
}

/// The domain after the sign, without its last part; none where it has no point.
fn domain_after(characters: &[char], start: usize) -> Option<Range<usize>> {
    let mut at = start + usize::from(characters.get(start) == Some(&' '));
    let (from, mut last_point) = (at, None);
    while at < characters.len() && at - from < LONGEST {
        let rest = &characters[at..];
        let word: String = rest.iter().take(7).collect::<String>().to_lowercase();
        // ` dot `, ` titik `, `(dot)`.
        let spelled = DOT.iter().find(|dot| word.starts_with(&format!(" {dot} "))).map(|dot| dot.chars().count() + 2);
        // `mail [dot] com`, `mail[dot]com`.
        let blank = usize::from(rest[0] == ' ');
        let is_bracket = rest.get(blank).is_some_and(|c| matches!(c, '(' | '[' | '{'));
        let end = if is_bracket { bracketed(characters, at + blank, &DOT) } else { None };
        let bracket = end.map(|end| end + usize::from(blank == 1 && characters.get(end) == Some(&' ')) - at);
        match spelled.or(bracket) {
            Some(length) if at > from => {
                last_point = Some(at);
                at += length;
            }
            _ if rest[0] == '.' && at > from && rest.get(1).is_some_and(|c| c.is_alphanumeric()) => {
                last_point = Some(at);
                at += 1;
            }
            _ if is_part(rest[0]) && rest[0] != '.' => at += 1,
            _ => break,
        }
    }
    last_point.map(|end| from..end)
}
