//! Personal data (NIK, phone numbers, birth dates) never appear in full.

/// Masks all but the last four digits: `3575012345671234` becomes
/// `************1234`. Texts with fewer than 8 digits are masked whole.
///
/// ```
/// assert_eq!(iku::vocabulary::mask_digits("3575012345671234"), "************1234");
/// assert_eq!(iku::vocabulary::mask_digits("12345"), "*****");
/// ```
pub fn mask_digits(text: &str) -> String {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let keep = if digits >= 8 { 4 } else { 0 };
    let mut seen = 0;
    text.chars()
        .map(|c| {
            if !c.is_ascii_digit() {
                return c;
            }
            seen += 1;
            if seen > digits - keep { c } else { '*' }
        })
        .collect()
}

/// Masks, inside any text, every unbroken run of 16 digits (a NIK or KK number).
pub fn mask_in_text(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut run = String::new();
    let flush = |run: &mut String, masked: &mut String| {
        if run.len() == 16 {
            masked.push_str(&mask_digits(run));
        } else {
            masked.push_str(run);
        }
        run.clear();
    };
    for c in text.chars() {
        if c.is_ascii_digit() {
            run.push(c);
        } else {
            flush(&mut run, &mut masked);
            masked.push(c);
        }
    }
    flush(&mut run, &mut masked);
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_runs_of_sixteen_digits_are_masked_in_texts() {
        assert_eq!(mask_in_text("NIK 3575012345671234, Rp1234567"), "NIK ************1234, Rp1234567");
        assert_eq!(mask_in_text("19640505 199303 1 012"), "19640505 199303 1 012");
    }
}
