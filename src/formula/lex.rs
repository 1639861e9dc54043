//! A formula's text, cut into words.

use super::{Span, SyntaxError, SyntaxErrorKind};
use crate::vocabulary::Tanggal;
use rust_decimal::Decimal;

/// A word of a formula.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Token {
    Number(Decimal),
    Text(String),
    Date(Tanggal),
    Word(String),
    /// An operator, a parenthesis, a bracket, a comma or a point, in its plain form.
    Sign(&'static str),
    End,
}

/// Cuts `text` into tokens; the last is [`Token::End`].
pub(super) fn lex(text: &str) -> Result<Vec<(Token, Span)>, SyntaxError> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next()? {
        tokens.push(token);
    }
    tokens.push((Token::End, text.len()..text.len()));
    Ok(tokens)
}

/// Signs, longest first, and what they mean. Word processors put in the typographic ones.
const SIGNS: &[(&str, &str)] = &[
    ("<>", "<>"),
    ("<=", "<="),
    (">=", ">="),
    ("≠", "<>"),
    ("≤", "<="),
    ("≥", ">="),
    ("<", "<"),
    (">", ">"),
    ("=", "="),
    ("+", "+"),
    ("-", "-"),
    ("−", "-"),
    ("–", "-"),
    ("*", "*"),
    ("×", "*"),
    ("/", "/"),
    ("÷", "/"),
    ("(", "("),
    (")", ")"),
    ("[", "["),
    ("]", "]"),
    (",", ","),
    // Excel with Indonesian settings parts arguments by a semicolon.
    (";", ","),
    (".", "."),
];

const OPENING_QUOTES: [char; 3] = ['"', '“', '”'];

struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn next(&mut self) -> Result<Option<(Token, Span)>, SyntaxError> {
        self.at = self.text.len() - self.rest().trim_start().len();
        let start = self.at;
        let Some(first) = self.rest().chars().next() else { return Ok(None) };
        let token = if first.is_ascii_digit() {
            self.number_or_date()?
        } else if first.is_alphabetic() || first == '_' {
            Token::Word(self.word().to_owned())
        } else if OPENING_QUOTES.contains(&first) {
            self.quoted(first)?
        } else {
            self.sign(first)?
        };
        Ok(Some((token, start..self.at)))
    }

    fn word(&mut self) -> &str {
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn sign(&mut self, first: char) -> Result<Token, SyntaxError> {
        let start = self.at;
        let fail = |length: usize, kind| Err(SyntaxError { span: start..start + length, kind });
        for (wrong, right) in [("!=", "<>"), ("==", "="), ("=<", "<="), ("=>", ">="), ("><", "<>"), ("&&", "AND"), ("||", "OR")] {
            if self.rest().starts_with(wrong) {
                return fail(2, SyntaxErrorKind::WrongSign(right));
            }
        }
        match SIGNS.iter().find(|(written, _)| self.rest().starts_with(written)) {
            Some((written, meant)) => {
                self.at += written.len();
                // `.5` is a number in Excel, but easily a slip here.
                if *meant == "." && self.rest().starts_with(|c: char| c.is_ascii_digit()) {
                    return fail(1, SyntaxErrorKind::BadNumber);
                }
                Ok(Token::Sign(meant))
            }
            None if first == '%' => fail(1, SyntaxErrorKind::Percent),
            None if matches!(first, '\'' | '‘' | '’' | '`') => fail(first.len_utf8(), SyntaxErrorKind::SingleQuote),
            None => fail(first.len_utf8(), SyntaxErrorKind::UnknownCharacter(first)),
        }
    }

    /// A text in double quotes, plain or typographic; a doubled plain quote is one quote.
    fn quoted(&mut self, opening: char) -> Result<Token, SyntaxError> {
        let start = self.at;
        self.at += opening.len_utf8();
        let mut text = String::new();
        loop {
            let Some(c) = self.rest().chars().next() else {
                return Err(SyntaxError { span: start..self.text.len(), kind: SyntaxErrorKind::UnclosedText });
            };
            self.at += c.len_utf8();
            let closes = if opening == '"' { c == '"' } else { OPENING_QUOTES.contains(&c) };
            if closes && opening == '"' && self.rest().starts_with('"') {
                self.at += 1;
                text.push('"');
            } else if closes {
                return Ok(Token::Text(text));
            } else {
                text.push(c);
            }
        }
    }

    fn number_or_date(&mut self) -> Result<Token, SyntaxError> {
        let start = self.at;
        let bytes = self.rest().as_bytes();
        let shape: Vec<u8> = bytes.iter().take(10).map(|byte| if byte.is_ascii_digit() { b'9' } else { *byte }).collect();
        let after = bytes.get(10);
        if shape == b"9999-99-99" && !after.is_some_and(u8::is_ascii_digit) {
            let text = &self.text[start..start + 10];
            self.at += 10;
            return Tanggal::parse_iso(text)
                .map(Token::Date)
                .ok_or(SyntaxError { span: start..start + 10, kind: SyntaxErrorKind::NoSuchDate });
        }
        // Everything that looks as if it were meant as part of the number.
        let rest = self.rest();
        let mut end = 0;
        for (index, c) in rest.char_indices() {
            let next_is_digit = rest[index + c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
            if c.is_alphanumeric() || c == '_' || (c == '.' && next_is_digit) {
                end = index + c.len_utf8();
            } else {
                break;
            }
        }
        let written = &rest[..end];
        let span = start..start + end;
        let fail = |kind| Err(SyntaxError { span: span.clone(), kind });
        let parts: Vec<&str> = written.split('.').collect();
        if parts.len() > 2 || parts.iter().any(|part| part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit())) {
            return fail(SyntaxErrorKind::BadNumber);
        }
        // `1.234` is a thousand to an Indonesian reader and 1,234 to Excel: refused.
        if let [whole, decimals] = parts[..]
            && decimals.len() == 3
            && whole.len() <= 3
            && !whole.starts_with('0')
        {
            return fail(SyntaxErrorKind::AmbiguousNumber);
        }
        let significant = written.replace('.', "");
        if significant.trim_start_matches('0').len() > 28 || parts.get(1).is_some_and(|decimals| decimals.len() > 28) {
            return fail(SyntaxErrorKind::TooManyDigits);
        }
        let Ok(value) = written.parse::<Decimal>() else { return fail(SyntaxErrorKind::BadNumber) };
        self.at += end;
        Ok(Token::Number(value))
    }
}
