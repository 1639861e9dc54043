//! E-mail addresses whose signs are spelled out or set apart: `siti(at)mail.id`, `siti at mail dot com`, `siti @ mail . com`.

use super::visible::is_unseen;
use std::ops::Range;

/// What brackets hold in the place of the sign.
const AT: [&str; 3] = ["at", "et", "@"];
/// What stands in its place without a bracket, or in one that means something else too, where an address's domain follows.
const LOOSE_AT: [&str; 9] = [" at ", " et ", "-at-", "(a)", "[a]", " @ ", " @", "%40", "&#64;"];
/// Words in the place of a point.
const DOT: [&str; 3] = ["dot", "titik", "."];
/// No name and no domain is longer, in characters.
const LONGEST: usize = 64;
/// What the domains of people's addresses end in.
const ENDINGS: [&str; 16] =
    ["com", "net", "org", "info", "biz", "xyz", "id", "co", "me", "io", "my", "sg", "au", "uk", "us", "eu"];

/// Whether a domain begins there: `mail.id`; `Rp.Lima` is none.
pub(super) fn is_domain(characters: &[char]) -> bool {
    let domain: String = characters.iter().take(LONGEST).take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-')).collect();
    let domain = domain.trim_end_matches('.').to_lowercase();
    domain.rsplit_once('.').is_some_and(|(first, last)| !first.is_empty() && ENDINGS.contains(&last))
}

/// Whether a text may hold such a sign.
pub(super) fn may_be_spelled(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Most brackets, blanks and dashes are followed by something else.
    let begins = |at: usize| {
        let next = |by: usize| bytes.get(at + by).map_or(b' ', |byte| byte | 0x20);
        match bytes[at] {
            b'(' | b'[' | b'{' | b'<' => matches!(next(1), b'a' | b'e' | b'`' | b' '),
            b' ' | b'-' => matches!(next(1), b'a' | b'e') && next(2) == b't' && matches!(bytes.get(at + 3), Some(b' ' | b'-')),
            b'@' | b'%' | b'&' => true,
            _ => false,
        }
    };
    (0..bytes.len()).any(begins)
}

/// The text with the names and domains masked, all but the last part of each.
pub(super) fn mask_spelled(text: String) -> String {
    if !may_be_spelled(&text) {
        return text;
    }
    let characters: Vec<char> = text.chars().collect();
    let mut hidden = vec![false; characters.len()];
    let mut any = false;
    for at in 0..characters.len() {
        let Some((end, is_loose)) = sign(&characters, at) else { continue };
        let (Some(own), Some((domain, ending))) = (name_before(&characters, at), domain_after(&characters, end)) else {
            continue;
        };
        if is_loose && !ENDINGS.contains(&ending.as_str()) {
            continue;
        }
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

/// Where a sign ends that begins there, and whether it needs a domain that is known.
fn sign(characters: &[char], at: usize) -> Option<(usize, bool)> {
    match characters[at] {
        '(' | '[' | '{' | '<' => bracketed(characters, at, &AT).map(|end| (end, false)).or_else(|| loose(characters, at)),
        ' ' | '-' | '%' | '&' => loose(characters, at),
        _ => None,
    }
}

fn loose(characters: &[char], at: usize) -> Option<(usize, bool)> {
    let is_here = |sign: &&&str| {
        let mut letters = characters[at..].iter();
        sign.chars().all(|wanted| letters.next().is_some_and(|c| c.to_ascii_lowercase() == wanted))
    };
    LOOSE_AT.iter().find(is_here).map(|sign| (at + sign.chars().count(), true))
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

/// The domain after the sign without its last part, and that; none where it has no point.
fn domain_after(characters: &[char], start: usize) -> Option<(Range<usize>, String)> {
    let mut at = start + usize::from(characters.get(start) == Some(&' '));
    let (from, mut last_point, mut last_part) = (at, None, at);
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
                last_part = at;
            }
            _ if rest[0] == '.' && at > from && rest.get(1).is_some_and(|c| c.is_alphanumeric()) => {
                last_point = Some(at);
                at += 1;
                last_part = at;
            }
            _ if is_part(rest[0]) && rest[0] != '.' => at += 1,
            _ => break,
        }
    }
    let ending = characters[last_part..at].iter().collect::<String>().to_lowercase();
    last_point.map(|end| (from..end, ending))
}
