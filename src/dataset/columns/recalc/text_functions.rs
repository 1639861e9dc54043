//! Functions of texts.

use super::book::{Book, LONGEST};
use super::evaluate::text_of;
use super::syntax::Expr;
use super::value::{Amount, Halt, Val};

impl Book<'_> {
    /// None of a function that is no such one.
    pub(super) fn of_texts(&mut self, name: &str, arguments: &[Expr]) -> Result<Option<Val>, Halt> {
        let text = match (name, arguments) {
            ("CONCATENATE", _) => {
                let mut whole = String::new();
                for argument in arguments {
                    let more = self.text(argument)?;
                    fits(whole.len() + more.len())?;
                    whole += &more;
                }
                whole
            }
            ("CONCAT", _) => self.all_texts(arguments)?.concat(),
            ("TEXTJOIN", [between, leaves_empty, rest @ ..]) => {
                let (between, leaves_empty) = (self.text(between)?, self.holds(leaves_empty)?);
                let all = self.all_texts(rest)?.into_iter().filter(|text| !leaves_empty || !text.is_empty());
                let all: Vec<String> = all.collect();
                self.room(between.len().saturating_mul(all.len()))?;
                all.join(&between)
            }
            ("UPPER", [inner]) => self.text(inner)?.to_uppercase(),
            ("LOWER", [inner]) => self.text(inner)?.to_lowercase(),
            ("PROPER", [inner]) => proper(&self.text(inner)?),
            ("TRIM", [inner]) => {
                let text = self.text(inner)?;
                let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
                words.join(" ")
            }
            ("CLEAN", [inner]) => self.text(inner)?.chars().filter(|sign| !sign.is_control()).collect(),
            ("T", [inner]) => match self.value(inner)? {
                Val::Text(text) => text.to_string(),
                _ => String::new(),
            },
            ("LEN", [inner]) => {
                let text = self.text(inner)?;
                return plain(&text).map(|text| Some(Val::Number(Amount::count(text.chars().count()))));
            }
            ("EXACT", [one, two]) => return Ok(Some(Val::Bool(self.text(one)? == self.text(two)?))),
            ("FIND" | "SEARCH", [sought, text, rest @ ..]) if rest.len() <= 1 => {
                return self.found_at(name, sought, text, rest.first()).map(Some);
            }
            ("LEFT" | "RIGHT", [inner, rest @ ..]) if rest.len() <= 1 => {
                let text = self.text(inner)?;
                let text: Vec<char> = plain(&text)?.chars().collect();
                let count = rest.first().map_or(Ok(1), |count| self.whole(count))?.min(text.len());
                let part = if name == "LEFT" { &text[..count] } else { &text[text.len() - count..] };
                part.iter().collect()
            }
            ("MID", [inner, start, count]) => {
                let text = self.text(inner)?;
                let start = self.whole(start)?.checked_sub(1).ok_or(Halt::Unknown)?;
                let count = self.whole(count)?;
                plain(&text)?.chars().skip(start).take(count).collect()
            }
            ("REPLACE", [inner, start, count, new]) => {
                let text = self.text(inner)?;
                let text: Vec<char> = plain(&text)?.chars().collect();
                let start = self.whole(start)?.checked_sub(1).ok_or(Halt::Unknown)?.min(text.len());
                let end = start.saturating_add(self.whole(count)?).min(text.len());
                let new = self.text(new)?;
                text[..start].iter().copied().chain(new.chars()).chain(text[end..].iter().copied()).collect()
            }
            ("SUBSTITUTE", [inner, old, new, rest @ ..]) if rest.len() <= 1 => {
                let (text, old, new) = (self.text(inner)?, self.text(old)?, self.text(new)?);
                if !old.is_empty() {
                    self.room(text.len().saturating_add(text.matches(&*old).count().saturating_mul(new.len())))?;
                }
                match rest.first() {
                    _ if old.is_empty() => text,
                    None => text.replace(&old, &new),
                    Some(which) => {
                        let which = self.whole(which)?.checked_sub(1).ok_or(Halt::Unknown)?;
                        let at = text.match_indices(&old).nth(which).map(|(at, _)| at);
                        at.map_or_else(|| text.clone(), |at| format!("{}{new}{}", &text[..at], &text[at + old.len()..]))
                    }
                }
            }
            ("REPT", [inner, count]) => {
                let (text, count) = (self.text(inner)?, self.whole(count)?);
                if text.len().saturating_mul(count) > 32_767 {
                    return Err(Halt::Unknown);
                }
                text.repeat(count)
            }
            ("TEXT", [number, format]) => return self.formatted(number, format).map(Some),
            _ => return Ok(None),
        };
        Ok(Some(Val::text(&self.heard(text)?)))
    }

    /// The texts of ranges and single parts.
    fn all_texts(&mut self, arguments: &[Expr]) -> Result<Vec<String>, Halt> {
        let (mut all, mut bytes) = (Vec::new(), 0);
        for argument in arguments {
            let grid = self.grid(argument)?;
            for value in grid.values() {
                let text = self.heard(text_of(&value?)?)?;
                bytes += text.len();
                fits(bytes)?;
                all.push(text);
            }
        }
        Ok(all)
    }

    /// Where a text stands in another, from 1.
    fn found_at(&mut self, name: &str, sought: &Expr, text: &Expr, start: Option<&Expr>) -> Result<Val, Halt> {
        let (sought, text) = (self.text(sought)?, self.text(text)?);
        let start = start.map_or(Ok(1), |start| self.whole(start))?.checked_sub(1).ok_or(Halt::Unknown)?;
        if sought.is_empty() || name == "SEARCH" && sought.contains(['*', '?', '~']) {
            return Err(Halt::Unknown);
        }
        let fold = |text: &str| if name == "SEARCH" { text.to_lowercase() } else { text.to_owned() };
        let signs: Vec<char> = fold(plain(&text)?).chars().collect();
        let sought: Vec<char> = fold(plain(&sought)?).chars().collect();
        self.search(signs.len(), sought.len())?;
        let found = signs.windows(sought.len()).skip(start).position(|window| window == sought);
        found.map(|at| Val::Number(Amount::count(at + start + 1))).ok_or_else(|| Halt::Error("#VALUE!".into()))
    }

    /// `TEXT(B5,"000")`, `TEXT(B5,"yyyy")`: what is the same in every language.
    fn formatted(&mut self, number: &Expr, format: &Expr) -> Result<Val, Halt> {
        let format = self.text(format)?;
        let zeros = format.bytes().filter(|byte| *byte == b'0').count();
        match self.value(number)? {
            Val::Text(text) => Ok(Val::Text(text)),
            Val::Date(day) if format.eq_ignore_ascii_case("yyyy") => {
                let date = super::dates::date_of(day).ok_or(Halt::Unknown)?;
                Ok(Val::text(&format!("{:04}", date.year)))
            }
            Val::Number(Amount { value, off }) if zeros > 0 && zeros == format.len() && off.is_zero() => {
                if value.is_sign_negative() || !value.fract().is_zero() {
                    return Err(Halt::Unknown);
                }
                Ok(Val::text(&format!("{:0>zeros$}", value.normalize().to_string())))
            }
            Val::Blank if zeros > 0 && zeros == format.len() => Ok(Val::text(&"0".repeat(zeros))),
            _ => Err(Halt::Unknown),
        }
    }
}

/// Whether a text of so many bytes may be a cell's.
fn fits(bytes: usize) -> Result<(), Halt> {
    if bytes > LONGEST { Err(Halt::Unknown) } else { Ok(()) }
}

/// A text whose letters every program counts alike.
fn plain(text: &str) -> Result<&str, Halt> {
    if text.chars().all(|sign| u32::from(sign) <= 0xFFFF) { Ok(text) } else { Err(Halt::Unknown) }
}

/// `kud tani-maju` as `Kud Tani-Maju`
fn proper(text: &str) -> String {
    let mut is_first = true;
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if is_first {
            out.extend(sign.to_uppercase())
        } else {
            out.extend(sign.to_lowercase())
        }
        is_first = !sign.is_alphabetic();
    }
    out
}
