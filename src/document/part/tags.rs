//! The tags of a template's text, told apart exactly as Tera's own lexer does.

/// What a tag is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `{{ … }}`
    Output,
    /// `{% … %}`
    Statement,
}

/// One tag of a text.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'t> {
    pub kind: Kind,
    /// What stands between the delimiters.
    pub inside: &'t str,
    /// Its first byte, and the one after its last.
    pub start: usize,
    pub end: usize,
    /// Whether it takes the blanks after it away (`-%}`).
    pub trims_after: bool,
}

impl<'t> Tag<'t> {
    /// The first word: a statement's own name.
    pub fn name(&self) -> &'t str {
        self.words().next().unwrap_or_default()
    }

    /// The words outside quotes.
    pub fn words(&self) -> impl Iterator<Item = &'t str> {
        let words = |piece: &'t str| piece.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
        unquoted(self.inside).into_iter().flat_map(words)
    }

    /// How often a sign stands outside quotes.
    pub fn count(&self, sign: &str) -> usize {
        unquoted(self.inside).into_iter().map(|piece| piece.matches(sign).count()).sum()
    }

    /// The quoted texts.
    pub fn quoted(&self) -> Vec<&'t str> {
        let mut texts = Vec::new();
        let mut rest = self.inside;
        while let Some(at) = rest.find(QUOTES) {
            let length = quoted_length(&rest[at..]);
            texts.push(rest[at..at + length].trim_matches(QUOTES));
            rest = &rest[at + length..];
        }
        texts
    }
}

const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The tags in their order, comments and raw text left out. A tag without an end
/// reaches to the end of the text; Tera refuses it.
pub fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_opening(text, at) {
        let rest = &text[start..];
        let opening = if rest[2..].starts_with('-') { 3 } else { 2 };
        if rest.starts_with("{#") {
            at = rest[opening..].find("#}").map_or(text.len(), |end| start + opening + end + 2);
            continue;
        }
        let (kind, closing) = if rest.starts_with("{{") { (Kind::Output, "}}") } else { (Kind::Statement, "%}") };
        if kind == Kind::Statement
            && let Some(begin) = word_tag(&rest[opening..], "raw")
        {
            at = end_of_raw(text, start + opening + begin);
            continue;
        }
        let body = &rest[opening..];
        let length = inside_length(body, closing);
        let inside = &body[..length];
        let end = (start + opening + length + 2).min(text.len());
        let trims_after = inside.ends_with('-');
        found.push(Tag { kind, inside: inside.strip_suffix('-').unwrap_or(inside), start, end, trims_after });
        at = end;
    }
    found
}

fn next_opening(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.match_indices('{')
        .map(|(at, _)| at)
        .find(|at| matches!(rest.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#')))
        .map(|at| from + at)
}

/// The bytes until a tag's end, quoted texts stepped over.
fn inside_length(body: &str, closing: &str) -> usize {
    let mut at = 0;
    while let Some(rest) = body.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(closing) {
            return at;
        }
        let c = rest.chars().next().unwrap_or_default();
        at += if QUOTES.contains(&c) { quoted_length(rest) } else { c.len_utf8() };
    }
    body.len()
}

/// The bytes of the quoted text that `rest` begins with, quotes included.
fn quoted_length(rest: &str) -> usize {
    let Some(quote) = rest.chars().next() else { return 0 };
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return at + 1;
        }
    }
    rest.len()
}

/// The pieces of a tag that stand outside quotes.
fn unquoted(inside: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = inside;
    while let Some(at) = rest.find(QUOTES) {
        pieces.push(&rest[..at]);
        rest = &rest[at + quoted_length(&rest[at..])..];
    }
    pieces.push(rest);
    pieces
}

/// Whether a tag that holds this word alone goes on here; the bytes to its end.
fn word_tag(rest: &str, word: &str) -> Option<usize> {
    let after = rest.trim_ascii_start().strip_prefix(word)?.trim_ascii_start();
    let after = after.strip_prefix('-').unwrap_or(after).strip_prefix("%}")?;
    Some(rest.len() - after.len())
}

fn end_of_raw(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(block) = text.get(at..).and_then(|rest| rest.find("{%")) {
        at += block + 2;
        let inside = &text[at..];
        let inside = inside.strip_prefix('-').unwrap_or(inside);
        if let Some(length) = word_tag(inside, "endraw") {
            return text.len() - inside.len() + length;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_those_that_tera_sees() {
        let text =
            "a {# {% for %} #}{%- raw -%}{{ x }}{% for %}{%- endraw %}{% if x == \"%}\\\"%}\" -%}{{ a ~ '~' }}{%  for b in c %}";
        let found = tags(text);
        let shown: Vec<(&str, bool)> = found.iter().map(|tag| (tag.inside.trim(), tag.trims_after)).collect();
        assert_eq!(shown, [("if x == \"%}\\\"%}\"", true), ("a ~ '~'", false), ("for b in c", false)]);
        assert_eq!(found[1].count("~"), 1);
        assert_eq!(found[2].words().collect::<Vec<_>>(), ["for", "b", "in", "c"]);
        assert_eq!(&text[found[2].start..found[2].end], "{%  for b in c %}");
        assert_eq!(tags("{% include \"a.xml\" %}")[0].quoted(), ["a.xml"]);
        for cut in ["{{", "{% if \"x", "{#", "{% raw %}{% endra"] {
            assert!(tags(cut).len() <= 1, "{cut}");
        }
    }
}
