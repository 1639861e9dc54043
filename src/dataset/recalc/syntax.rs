//! A formula's text as a tree: Excel's writing (`'Data 2021'!$B$5`) and OpenDocument's
//! (`[$'Data 2021'.$B$5]`). What is not understood to the last sign gives no tree.

use super::area::{Area, Corner};
use crate::vocabulary::CellAddress;
use rust_decimal::Decimal;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Op {
    Plus,
    Minus,
    Times,
    Over,
    Join,
    Same,
    Other,
    Less,
    Greater,
    AtMost,
    AtLeast,
}

#[derive(Clone, PartialEq, Debug)]
pub(super) enum Expr {
    Number(Decimal),
    Text(String),
    Bool(bool),
    /// An argument that is left out.
    Nothing,
    Area(Area),
    Negative(Box<Expr>),
    Percent(Box<Expr>),
    Both(Op, Box<Expr>, Box<Expr>),
    Call(String, Vec<Expr>),
}

/// What names in a formula mean.
pub(super) trait Names {
    fn sheet(&self, name: &str) -> Option<usize>;
    /// The formula that a defined name stands for, as it is seen from a sheet.
    fn defined(&self, name: &str, sheet: usize) -> Option<String>;
}

/// So deep parentheses, and names within names, are followed.
const DEEPEST: usize = 40;
/// Longer formulas are not looked at.
const LONGEST: usize = 4_000;

/// Reads a formula that stands on a sheet.
pub(super) fn parse(text: &str, sheet: usize, names: &dyn Names) -> Option<Expr> {
    parse_at(text, sheet, names, 0)
}

fn parse_at(text: &str, sheet: usize, names: &dyn Names, depth: usize) -> Option<Expr> {
    let text = text.trim().trim_start_matches("of:").trim_start_matches('=');
    if text.len() > LONGEST {
        return None;
    }
    let mut reading = Reading { text, at: 0, sheet, names, depth };
    let tree = reading.compared()?;
    reading.blanks();
    (reading.at == text.len()).then_some(tree)
}

struct Reading<'t> {
    text: &'t str,
    at: usize,
    sheet: usize,
    names: &'t dyn Names,
    depth: usize,
}

impl<'t> Reading<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn peek(&mut self) -> Option<char> {
        self.blanks();
        self.rest().chars().next()
    }

    /// Takes a sign behind blanks.
    fn take(&mut self, sign: &str) -> bool {
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

    fn compared(&mut self) -> Option<Expr> {
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
        self.chain(&[("*", Op::Times), ("/", Op::Over)], Self::signed)
    }

    fn signed(&mut self) -> Option<Expr> {
        let (mut is_negative, start) = (false, self.at);
        loop {
            if self.take("-") {
                is_negative = !is_negative;
            } else if !self.take("+") {
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
        Some(if is_negative { Expr::Negative(Box::new(part)) } else { part })
    }

    fn part(&mut self) -> Option<Expr> {
        match self.peek()? {
            '(' => {
                self.at += 1;
                let inner = self.compared()?;
                self.take(")").then_some(inner)
            }
            '"' => self.quoted('"').map(Expr::Text),
            '[' => self.bracketed(),
            '\'' => {
                let sheets = self.quoted('\'')?;
                if !self.rest().starts_with('!') {
                    return None;
                }
                self.at += 1;
                let sheets = self.sheets(&sheets)?;
                self.area_on(sheets)
            }
            c if c.is_ascii_digit() || c == '.' => self.number(),
            _ => self.word(),
        }
    }

    /// What stands between two signs, doubled ones taken for one.
    fn quoted(&mut self, sign: char) -> Option<String> {
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
            return self.area_on((self.sheet, self.sheet));
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

    /// A cell, a sheet's cell, a function, TRUE, a defined name.
    fn word(&mut self) -> Option<Expr> {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '\\' | '?');
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
        if let Some(area) = self.area_on((self.sheet, self.sheet))
            && !self.rest().starts_with(is_part)
        {
            return Some(area);
        }
        self.at = start + word.len();
        let meant = self.names.defined(word, self.sheet)?;
        parse_at(&meant, self.sheet, self.names, self.depth + 1)
    }

    /// `Data`, `Jan:Des`; none where one of them is of another workbook.
    fn sheets(&self, text: &str) -> Option<(usize, usize)> {
        if let Some(sheet) = self.names.sheet(text) {
            return Some((sheet, sheet));
        }
        let (first, last) = text.split_once(':')?;
        let (first, last) = (self.names.sheet(first)?, self.names.sheet(last)?);
        Some((first.min(last), first.max(last)))
    }

    /// `$B$5`, `B5:B9`, `B:B`, `5:5` of these sheets.
    fn area_on(&mut self, sheets: (usize, usize)) -> Option<Expr> {
        let first = self.corner()?;
        if !self.rest().starts_with(':') {
            return single(sheets, first);
        }
        self.at += 1;
        let last = self.corner()?;
        spanned(sheets, first, last)
    }

    fn corner(&mut self) -> Option<(Corner, Kind)> {
        let rest = self.rest();
        let dollar = |text: &str| usize::from(text.starts_with('$'));
        let first = dollar(rest);
        let letters = rest[first..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let column = CellAddress::parse_column(&rest[first..first + letters]);
        if letters == 0 {
            let digits = rest[first..].bytes().take_while(u8::is_ascii_digit).count();
            let row = row_of(&rest[first..first + digits])?;
            self.at += first + digits;
            return Some((Corner { row, column: 0, row_is_fixed: first > 0, column_is_fixed: true }, Kind::Rows));
        }
        let column = column?;
        let second = dollar(&rest[first + letters..]);
        let start = first + letters + second;
        let digits = rest[start..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            self.at += first + letters;
            return Some((Corner { row: 0, column, row_is_fixed: true, column_is_fixed: first > 0 }, Kind::Columns));
        }
        let row = row_of(&rest[start..start + digits])?;
        self.at += start + digits;
        Some((Corner { row, column, row_is_fixed: second > 0, column_is_fixed: first > 0 }, Kind::Cell))
    }

    /// `[.B5]`, `[$Data.B5:.B9]`, `[$'Data 2021'.B5]`.
    fn bracketed(&mut self) -> Option<Expr> {
        self.at += 1;
        let first_sheet = self.sheet_before_dot()?.unwrap_or(self.sheet);
        let first = self.corner()?;
        if self.take("]") {
            return single((first_sheet, first_sheet), first);
        }
        if !self.take(":") {
            return None;
        }
        let last_sheet = self.sheet_before_dot()?.unwrap_or(first_sheet);
        let last = self.corner()?;
        let sheets = (first_sheet.min(last_sheet), first_sheet.max(last_sheet));
        let area = spanned(sheets, first, last)?;
        self.take("]").then_some(area)
    }

    /// The sheet that a bracketed reference names before its dot, if it names one.
    fn sheet_before_dot(&mut self) -> Option<Option<usize>> {
        if self.rest().starts_with('.') {
            self.at += 1;
            return Some(None);
        }
        self.at += usize::from(self.rest().starts_with('$'));
        let name = if self.rest().starts_with('\'') {
            self.quoted('\'')?
        } else {
            let length = self.rest().find(['.', ']', ':', '#'])?;
            let name = self.rest()[..length].to_owned();
            self.at += length;
            name
        };
        if !self.rest().starts_with('.') {
            return None;
        }
        self.at += 1;
        self.names.sheet(&name).map(Some)
    }

    /// A function's arguments and the parenthesis that ends them.
    fn call(&mut self, name: &str) -> Option<Expr> {
        let name = name.to_ascii_uppercase();
        let prefixes = ["_XLFN.", "_XLWS.", "COM.MICROSOFT.", "ORG.LIBREOFFICE."];
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

/// What a corner is one of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Cell,
    Columns,
    Rows,
}

fn single(sheets: (usize, usize), (corner, kind): (Corner, Kind)) -> Option<Expr> {
    (kind == Kind::Cell).then_some(Expr::Area(Area { sheets, first: corner, last: corner }))
}

fn spanned(sheets: (usize, usize), (first, kind): (Corner, Kind), (mut last, last_kind): (Corner, Kind)) -> Option<Expr> {
    match kind {
        _ if kind != last_kind => return None,
        Kind::Columns => last.row = CellAddress::MAX_ROWS - 1,
        Kind::Rows => last.column = CellAddress::MAX_COLUMNS - 1,
        Kind::Cell => {}
    }
    Some(Expr::Area(Area { sheets, first, last }))
}

fn row_of(digits: &str) -> Option<u32> {
    let row: u32 = if digits.len() > 7 { return None } else { digits.parse().ok()? };
    (1..=CellAddress::MAX_ROWS).contains(&row).then(|| row - 1)
}
