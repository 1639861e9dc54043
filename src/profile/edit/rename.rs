//! The names of the catalogue's formulas made those that things have in the office's profile.

/// Functions of figures; what stands in any other's parentheses are fields.
const OF_FIGURES: [&str; 3] = ["if", "abs", "round"];

/// `from` as a whole word made `to`: a source before `.` or as an aggregate's own,
/// a measure outside aggregates, where no `.` stands before it.
pub(super) fn with_word(text: &str, from: &str, to: &str, is_source: bool) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut quote: Option<char> = None;
    // Of each open parenthesis whether fields stand in it; the word before it says so.
    let (mut open, mut before): (Vec<bool>, Option<String>) = (Vec::new(), None);
    while let Some(c) = rest.chars().next() {
        let word: String = rest.chars().take_while(|c| is_part(*c)).collect();
        if word.is_empty() || quote.is_some() {
            if c == '"' {
                quote = if quote.is_some() { None } else { Some(c) };
            }
            match c {
                '(' if quote.is_none() => {
                    let function = before.take().map(|word| word.to_lowercase());
                    let of_fields = function.is_some_and(|word| !OF_FIGURES.contains(&word.as_str()) && !is_joint(&word));
                    open.push(of_fields || open.last() == Some(&true));
                }
                ')' if quote.is_none() => {
                    open.pop();
                }
                c if !c.is_whitespace() => before = None,
                _ => {}
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let after_dot = out.ends_with('.');
        rest = &rest[word.len()..];
        let is_figure = !after_dot && open.last() != Some(&true);
        out.push_str(if word == from && (is_source || is_figure) { to } else { &word });
        before = Some(word);
    }
    out
}

/// Words that join conditions, before whose parentheses no function stands.
fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "or" | "not" | "in" | "where")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_inside_texts_and_fields_are_left_alone() {
        assert_eq!(
            with_word("COUNT(umkm WHERE a = \"umkm\") / umkm_b", "umkm", "x", true),
            "COUNT(x WHERE a = \"umkm\") / umkm_b"
        );
        assert_eq!(with_word("SUM(k.aset) / aset[n]", "aset", "aset_2", false), "SUM(k.aset) / aset_2[n]");
        assert_eq!(
            with_word("IF((aset) > 0, COUNT(k WHERE (aset) > 1 AND NOT (aset = 2)) / aset, 0)", "aset", "b", false),
            "IF((b) > 0, COUNT(k WHERE (aset) > 1 AND NOT (aset = 2)) / b, 0)"
        );
    }
}
