//! How texts compare: without regard to case, to outer spaces, and to how many
//! spaces stand together (as Excel's TRIM has it, so that the live formulas agree).

/// The text without outer spaces, runs of white space as one space, invisible
/// characters dropped: how the data sheets hold texts.
pub fn clean_text(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let visible = text.chars().filter(|c| !matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'));
    for c in visible {
        if !c.is_whitespace() {
            clean.push(c);
        } else if !clean.is_empty() && !clean.ends_with(' ') {
            clean.push(' ');
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Whether a text is clean without further ado, as most are: ASCII, with single spaces inside.
fn is_clean(text: &str) -> bool {
    let mut after_space = true;
    for byte in text.bytes() {
        if !(b' '..=b'~').contains(&byte) || byte == b' ' && after_space {
            return false;
        }
        after_space = byte == b' ';
    }
    !after_space || text.is_empty()
}

/// What is compared instead of the text.
pub(super) fn folded(text: &str) -> String {
    if is_clean(text) { text.to_ascii_lowercase() } else { clean_text(text).to_lowercase() }
}

/// Whether nothing is left of a text that is compared.
pub(super) fn is_void(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_graphic()) && folded(text).is_empty()
}
