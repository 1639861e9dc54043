//! Digits and what stands between them.

use super::digit::{digit, lookalike};
use super::visible::is_unseen;
use std::collections::BTreeSet;
use std::ops::Range;

/// Digits that stand together, unseen characters between them stepped over.
pub(super) struct Group {
    pub(super) bytes: Range<usize>,
    pub(super) digits: Vec<u8>,
    /// What stands between the group before and this one, unseen characters left out.
    pub(super) before: String,
}

/// What may stand between the groups of one number.
pub(super) fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | '-' | '/' | '(' | ')' | '_' | '\'' | '’' | '·' | '•' | '~' | '|' | '…' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}' | '．' | '－' | '・'
        )
}

pub(super) fn groups(text: &str) -> Vec<Group> {
    groups_of(text, |_, c| digit(c))
}

/// The same where letters stand in the place of digits: directly beside digits, no fewer than they, and no other
/// letter beside them. `None` where there are none.
pub(super) fn lookalike_groups(text: &str) -> Option<Vec<Group>> {
    let mut places: BTreeSet<usize> = BTreeSet::new();
    let mut run: Vec<usize> = Vec::new();
    let (mut digits, mut is_word) = (0, false);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if digit(c).is_some() {
            digits += 1;
        } else if lookalike(c).is_some() {
            run.push(at);
        } else if c.is_alphabetic() {
            is_word = true;
        } else if !is_unseen(c) {
            if !is_word && digits >= run.len() {
                places.extend(&run);
            }
            run.clear();
            (digits, is_word) = (0, false);
        }
    }
    (!places.is_empty()).then(|| groups_of(text, |at, c| digit(c).or_else(|| lookalike(c).filter(|_| places.contains(&at)))))
}

fn groups_of(text: &str, value: impl Fn(usize, char) -> Option<u8>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut before = String::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if let Some(value) = value(at, c) {
            match groups.last_mut().filter(|_| before.is_empty()) {
                Some(group) => {
                    group.digits.push(value);
                    group.bytes.end = end;
                }
                None => groups.push(Group { bytes: at..end, digits: vec![value], before: std::mem::take(&mut before) }),
            }
        } else if !is_unseen(c) {
            before.push(if c == '＋' { '+' } else { c });
        }
    }
    groups
}

/// No number of these has more groups.
const MOST_GROUPS: usize = 16;

/// Whether the groups begin with as many digits as the shortest of these numbers has (`421010`), no letter between
/// them: of the counts and dates in a long text, few need to be looked at any closer.
pub(super) fn may_be_one(groups: &[Group]) -> bool {
    let mut digits = 0;
    for (index, group) in groups.iter().take(MOST_GROUPS).enumerate() {
        let before = &group.before;
        if index > 0 && (before.len() > LONGEST_BETWEEN || before.contains(char::is_alphanumeric)) {
            return false;
        }
        digits += group.digits.len();
        if digits >= FEWEST_DIGITS {
            return true;
        }
    }
    false
}

/// Bytes between the groups of one number: three characters.
const LONGEST_BETWEEN: usize = 12;
const FEWEST_DIGITS: usize = 6;

/// A run of groups that goes on from the first: all digits, and whether the
/// groups are the thousands of an amount.
pub(super) fn joined(groups: &[Group], is_between: impl Fn(&str) -> bool) -> impl Iterator<Item = (usize, Vec<u8>)> {
    let mut digits = Vec::new();
    let mut runs = Vec::new();
    for (index, group) in groups.iter().take(MOST_GROUPS).enumerate() {
        if index > 0 && !is_between(&group.before) {
            break;
        }
        digits.extend(&group.digits);
        runs.push((index + 1, digits.clone()));
        if digits.len() > 20 {
            break;
        }
    }
    runs.into_iter()
}
