//! A formula's signs as they are read aloud.

/// The text with its signs in words: `a - b` as `a kurang b`, `x 100%` as `kali
/// 100 persen`, `(n-1)` as `n minus 1`. Signs inside words stay (`n-gram`).
///
/// ```
/// use iku::vocabulary::spoken;
/// assert_eq!(spoken("Jumlah tahun n - Jumlah th (n-1)"), "Jumlah tahun n kurang Jumlah th n minus 1");
/// assert_eq!(spoken("x 100%"), "kali 100 persen");
/// ```
pub fn spoken(text: &str) -> String {
    let mut out = text.to_owned();
    // A year before n, as forms write it.
    while let Some((at, digits)) = back(&out) {
        out.replace_range(at..at + 4 + digits, &format!("n minus {}", &out[at + 3..at + 3 + digits].to_owned()));
    }
    let words: Vec<String> = out.split_whitespace().map(word).collect();
    words.join(" ")
}

/// A fraction as a sentence: what stands before its bar and after it, its signs in words. Before the bar the fraction is
/// named as a whole, so that nobody takes what stands there for a part of its numerator; what divides is in brackets where
/// it is more than one thing.
///
/// ```
/// use iku::vocabulary::spoken_fraction;
/// assert_eq!(spoken_fraction("", "a - b", "b", "x 100%"), "a kurang b, dibagi b, kali 100 persen");
/// assert_eq!(spoken_fraction("", "a", "a + b", ""), "a, dibagi (a tambah b)");
/// assert_eq!(spoken_fraction("100 -", "a", "b", "x 100"), "100 kurang hasil bagi a dengan b, kali 100");
/// ```
pub fn spoken_fraction(before: &str, numerator: &str, denominator: &str, after: &str) -> String {
    let divisor = grouped(denominator);
    let [before, numerator_alone, after] = [before, numerator, after].map(spoken);
    // A bracket closes what stands before the bar, and a comma of its own goes on with it.
    let is_closed = after.starts_with([')', ';', ',']);
    let comma = if after.is_empty() || is_closed { "" } else { ", " };
    let sentence = match before.as_str() {
        "" | "sama dengan" => format!("{before} {numerator_alone}, dibagi {divisor}{comma}{after}"),
        before => {
            let room = if before.ends_with('(') { "" } else { " " };
            format!("{before}{room}hasil bagi {} dengan {divisor}{comma}{after}", grouped(numerator))
        }
    };
    sentence.trim().to_owned()
}

/// What is more than one thing, in brackets.
fn grouped(text: &str) -> String {
    let is_sign = |word: &str| matches!(word, "-" | "\u{2212}" | "\u{2013}" | "+" | "x" | "\u{d7}" | "*" | "/" | ":" | "\u{f7}");
    let (mut depth, mut is_compound) = (0i32, false);
    for word in text.split_whitespace() {
        is_compound |= depth == 0 && is_sign(word);
        depth += word.matches('(').count() as i32 - word.matches(')').count() as i32;
    }
    if is_compound { format!("({})", spoken(text)) } else { spoken(text) }
}

/// Where `(n-1)` stands, and how many digits it has.
fn back(text: &str) -> Option<(usize, usize)> {
    text.match_indices("(n-").find_map(|(at, _)| {
        let rest = &text[at + 3..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0 && rest[digits..].starts_with(')')).then_some((at, digits))
    })
}

fn word(word: &str) -> String {
    match word {
        "-" | "\u{2212}" | "\u{2013}" => "kurang".to_owned(),
        "+" => "tambah".to_owned(),
        "x" | "\u{d7}" | "*" => "kali".to_owned(),
        "/" | ":" | "\u{f7}" => "dibagi".to_owned(),
        "=" => "sama dengan".to_owned(),
        "<" => "kurang dari".to_owned(),
        ">" => "lebih dari".to_owned(),
        "<=" => "paling banyak".to_owned(),
        ">=" => "paling sedikit".to_owned(),
        _ => match word.strip_suffix('%') {
            Some(number) if !number.is_empty() => format!("{number} persen"),
            _ => word.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{spoken, spoken_fraction};

    #[test]
    fn what_stands_before_a_bar_is_no_part_of_the_numerator() {
        let said = |before, after| spoken_fraction(before, "aktif", "koperasi", after);
        assert_eq!(said("", "x 100%"), "aktif, dibagi koperasi, kali 100 persen");
        assert_eq!(said("=", ""), "sama dengan aktif, dibagi koperasi");
        assert_eq!(said("100 -", "x 100"), "100 kurang hasil bagi aktif dengan koperasi, kali 100");
        assert_eq!(said("(1 -", ") x 100"), "(1 kurang hasil bagi aktif dengan koperasi) kali 100");
        assert_eq!(
            said("pembulatan (", "; 2 desimal) x 100"),
            "pembulatan (hasil bagi aktif dengan koperasi; 2 desimal) kali 100"
        );
        assert_eq!(spoken_fraction("a -", "a - b", "2", ""), "a kurang hasil bagi (a kurang b) dengan 2");
        assert_eq!(spoken_fraction("", "a", "(a + b) / 2", ""), "a, dibagi ((a tambah b) dibagi 2)");
    }

    #[test]
    fn no_sign_is_left_to_be_guessed() {
        assert_eq!(spoken("(589.448 - 484.037) / 484.037 x 100"), "(589.448 kurang 484.037) dibagi 484.037 kali 100");
        assert_eq!(spoken("omset tahun n > omset tahun (n-12)"), "omset tahun n lebih dari omset tahun n minus 12");
        assert_eq!(spoken("a (n-x) KSP-USP 5,5%"), "a (n-x) KSP-USP 5,5 persen");
    }
}
