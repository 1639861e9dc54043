//! Going through a formula's text: operators, parentheses, numbers, texts, functions, names.

use super::array::Grid;
use super::syntax::{DEEPEST, Expr, Names, Op, Place};
use super::value::Val;
use rust_decimal::Decimal;
use std::rc::Rc;

/// Longer formulas are not looked at.
const LONGEST: usize = 4_000;

/// Reads a formula that stands in a cell.
pub(super) fn parse(text: &str, place: Place, names: &dyn Names) -> Option<Expr> {
    parse_at(text, place, names, 0)
}

fn parse_at(text: &str, place: Place, names: &dyn Names, depth: usize) -> Option<Expr> {
    let text = text.trim().trim_start_matches("of:").trim_start_matches('=');
    if text.len() > LONGEST {
        return None;
    }
    let mut reading = Reading { text, at: 0, place, names, depth };
    let tree = reading.compared()?;
    reading.blanks();
    (reading.at == text.len()).then_some(tree)
}

pub(super) struct Reading<'t> {
    pub text: &'t str,
    pub at: usize,
    pub place: Place,
    pub names: &'t dyn Names,
    pub depth: usize,
}

/// Letters of names and addresses.
pub(super) fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '\\' | '?')
}

impl<'t> Reading<'t> {
    pub fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn peek(&mut self) -> Option<char> {
        self.blanks();
        self.rest().chars().next()
    }

    /// Takes a sign behind blanks.
    pub fn take(&mut self, sign: &str) -> bool {
        self.blanks();
        let is_there = self.rest().starts_with(sign);
        self.at += if is_there { sign.len() } else { 0 };
        is_there
    }

    /// One of these operators; the longer stand before the shorter.
    fn operator(&mut self, signs: &[(&str, Op)]) -> Option<Op> {
        signs.iter().find(|(sign, _)| self.take(sign)).map(|(_, op)| *op)
    }

    fn chain(&mut self, signs: &[(&str, Op)], next: fn(&mut Self) -> Option<Expr>) -> Option<Expr> {
        let mut left = next(self)?;
        while let Some(op) = self.operator(signs) {
            left = Expr::Both(op, Box::new(left), Box::new(next(self)?));
        }
        Some(left)
    }

    pub fn compared(&mut self) -> Option<Expr> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let signs =
            [("<>", Op::Other), ("<=", Op::AtMost), (">=", Op::AtLeast), ("=", Op::Same), ("<", Op::Less), (">", Op::Greater)];
        let tree = self.chain(&signs, Self::joined);
        self.depth -= 1;
        tree
    }

    fn joined(&mut self) -> Option<Expr> {
        self.chain(&[("&", Op::Join)], Self::sum)
    }

    fn sum(&mut self) -> Option<Expr> {
        self.chain(&[("+", Op::Plus), ("-", Op::Minus)], Self::product)
    }

    fn product(&mut self) -> Option<Expr> {
        self.chain(&[("*", Op::Times), ("/", Op::Over)], Self::power)
    }

    /// `-2^2` is 4: the sign goes first.
    fn power(&mut self) -> Option<Expr> {
        self.chain(&[("^", Op::Power)], Self::signed)
    }

    fn signed(&mut self) -> Option<Expr> {
        let (mut signs, start) = (0, self.at);
        loop {
            // `@` takes one cell of a range, as is done anyhow.
            if self.take("-") {
                signs += 1;
            } else if !self.take("+") && !self.take("@") {
                break;
            }
            if self.at - start > DEEPEST {
                return None;
            }
        }
        let mut part = self.part()?;
        while self.take("%") {
            part = Expr::Percent(Box::new(part));
        }
        // `--(B5>0)` makes a number of a mark.
        let times = if signs == 0 { 0 } else { 2 - signs % 2 };
        Some((0..times).fold(part, |part, _| Expr::Negative(Box::new(part))))
    }

    fn part(&mut self) -> Option<Expr> {
        match self.peek()? {
            '(' => {
                self.at += 1;
                let inner = self.compared()?;
                self.take(")").then_some(inner)
            }
            '"' => self.quoted('"').map(Expr::Text),
            '{' => self.constants(),
            '[' if self.names.is_open_document() => self.bracketed(),
            '[' => self.linked().or_else(|| self.structured(None)),
            '\'' => self.quoted_sheet(),
            c if c.is_ascii_digit() || c == '.' => self.number(),
            _ => self.word(),
        }
    }

    /// What stands between two signs, doubled ones taken for one.
    pub fn quoted(&mut self, sign: char) -> Option<String> {
        let mut text = String::new();
        let mut signs = self.rest().char_indices().skip(1).peekable();
        while let Some((at, c)) = signs.next() {
            if c != sign {
                text.push(c);
            } else if signs.next_if(|(_, next)| *next == sign).is_some() {
                text.push(sign);
            } else {
                self.at += at + sign.len_utf8();
                return Some(text);
            }
        }
        None
    }

    fn number(&mut self) -> Option<Expr> {
        let rest = self.rest();
        let length = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        if rest[length..].starts_with(':') && rest[..length].bytes().all(|byte| byte.is_ascii_digit()) {
            return self.area_on((self.place.sheet, self.place.sheet));
        }
        self.at += length;
        if self.rest().starts_with(['e', 'E']) {
            let exponent = &self.rest()[1..];
            let sign = usize::from(exponent.starts_with(['+', '-']));
            let digits = exponent[sign..].bytes().take_while(u8::is_ascii_digit).count();
            let start = self.at - length;
            self.at += 1 + sign + digits;
            return Decimal::from_scientific(&self.text[start..self.at]).ok().map(Expr::Number);
        }
        Decimal::from_str_exact(&rest[..length]).ok().map(Expr::Number)
    }

    /// `{1,2;3,4}`; OpenDocument writes `{1;2|3;4}`.
    fn constants(&mut self) -> Option<Expr> {
        self.at += 1;
        let (next, row) = if self.names.is_open_document() { (";", "|") } else { (",", ";") };
        let (mut cells, mut rows, mut columns) = (Vec::new(), 1, 0);
        let mut in_row = 0;
        loop {
            let value = match self.signed()? {
                Expr::Number(value) => Val::number(value),
                Expr::Negative(inner) => match *inner {
                    Expr::Number(value) => Val::number(-value),
                    _ => return None,
                },
                Expr::Text(text) => Val::text(&text),
                Expr::Bool(value) => Val::Bool(value),
                _ => return None,
            };
            cells.push(value);
            in_row += 1;
            if self.take(next) {
                continue;
            }
            if columns > 0 && columns != in_row {
                return None;
            }
            (columns, in_row) = (in_row, 0);
            if self.take(row) {
                rows += 1;
                continue;
            }
            return self.take("}").then(|| Expr::Grid(Rc::new(Grid { rows, columns, cells })));
        }
    }

    /// A cell, a sheet's cell, a function, TRUE, a table, a defined name.
    fn word(&mut self) -> Option<Expr> {
        let length = |text: &str| text.find(|c| !is_part(c)).unwrap_or(text.len());
        let word = &self.rest()[..length(self.rest())];
        let behind = &self.rest()[word.len()..];
        if word.is_empty() {
            return None;
        }
        if behind.starts_with('!') {
            self.at += word.len() + 1;
            let sheets = self.sheets(word)?;
            return self.area_on(sheets);
        }
        if behind.starts_with('(') {
            self.at += word.len() + 1;
            return self.call(word);
        }
        // `Tabel1[Simpan]`
        if behind.starts_with('[') && !self.names.is_open_document() {
            self.at += word.len();
            return self.structured(Some(word));
        }
        // A program that is asked for a value: `Excel|Data!R1C1`.
        if behind.starts_with('|') {
            let topic = behind.find('!').map(|at| &behind[..at])?;
            let item = &behind[topic.len() + 1..];
            let item = item.find(|c: char| !is_part(c) && c != '\'').unwrap_or(item.len());
            self.at += word.len() + topic.len() + 1 + item;
            return Some(Expr::Outside(format!("{word}{topic}").into()));
        }
        // `Jan:Des!B5`
        if let Some(second) = behind.strip_prefix(':')
            && second[length(second)..].starts_with('!')
        {
            let whole = word.len() + 1 + length(second);
            let sheets = self.sheets(&self.rest()[..whole])?;
            self.at += whole + 1;
            return self.area_on(sheets);
        }
        if word.eq_ignore_ascii_case("TRUE") || word.eq_ignore_ascii_case("FALSE") {
            self.at += word.len();
            return Some(Expr::Bool(word.eq_ignore_ascii_case("TRUE")));
        }
        let start = self.at;
        if let Some(area) = self.area_on((self.place.sheet, self.place.sheet))
            && !self.rest().starts_with(is_part)
        {
            return Some(area);
        }
        self.at = start + word.len();
        self.name(word).or_else(|| self.whole_table(word))
    }

    /// What a defined name stands for. A range whose ends are not fixed moves with the cell: nobody here knows from where.
    pub fn name(&self, word: &str) -> Option<Expr> {
        let meant = self.names.defined(word, self.place.sheet)?;
        parse_at(&meant, self.place, self.names, self.depth + 1).filter(Expr::is_fixed)
    }

    /// A function's arguments and the parenthesis that ends them.
    fn call(&mut self, name: &str) -> Option<Expr> {
        let name = name.to_ascii_uppercase();
        let prefixes = ["_XLFN.", "_XLWS.", "__XLUDF.", "_XLUDF.", "COM.MICROSOFT.", "ORG.LIBREOFFICE.", "ORG.OPENOFFICE."];
        let bare = prefixes.iter().fold(name.as_str(), |name, prefix| name.strip_prefix(prefix).unwrap_or(name)).to_owned();
        let mut arguments = Vec::new();
        if self.take(")") {
            return Some(Expr::Call(bare, arguments));
        }
        loop {
            let argument = if matches!(self.peek()?, ',' | ';' | ')') { Expr::Nothing } else { self.compared()? };
            arguments.push(argument);
            if self.take(")") {
                return Some(Expr::Call(bare, arguments));
            }
            if !self.take(",") && !self.take(";") {
                return None;
            }
        }
    }
}
