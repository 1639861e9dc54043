//! How texts compare: without regard to case, to outer spaces, and to how many
//! spaces stand together (as Excel's TRIM has it, so that the live formulas agree).

/// The text without outer spaces, runs of white space as one space, invisible
/// characters dropped: how the data sheets hold texts.
pub fn clean_text(text: &str) -> String {
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

/// What is compared instead of the text.
pub(super) fn folded(text: &str) -> String {
    clean_text(text).to_lowercase()
}
