//! Words in, syntax tree out: recursive descent, one function a level of binding.

use super::lex::{Token, lex};
use super::{ArithmeticOp, CompareOp, Expr, Formula, Node, Span, SyntaxError, SyntaxErrorKind, YearRef};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

/// The longest formula, in bytes.
const LENGTH: usize = 4_000;
/// How deep parts may stand within parts: the tree is walked by recursion.
const DEPTH: usize = 100;
/// How deep parentheses and calls may stand: each costs a dozen calls here.
const NESTING: usize = 50;
/// How many parts a formula may have.
const PARTS: usize = 400;
/// How far back `n-k` goes.
const YEARS_BACK: i32 = 99;

/// Words that cannot be names.
pub(super) const RESERVED: [&str; 8] = ["AND", "OR", "NOT", "IN", "IS", "EMPTY", "WHERE", "N"];

/// Reads a formula.
///
/// ```
/// use iku::formula::parse;
/// let formula = parse("(volume_usaha[n] - volume_usaha[n-1]) / volume_usaha[n-1] * 100").unwrap();
/// let mistake = parse("SUMM(keragaan.volume_usaha)").unwrap_err();
/// assert_eq!(mistake.span, 0..4);
/// ```
pub fn parse(text: &str) -> Result<Formula, SyntaxError> {
    let whole = 0..text.len();
    if text.trim().is_empty() {
        return Err(SyntaxError { span: whole, kind: SyntaxErrorKind::Empty });
    }
    if text.len() > LENGTH {
        return Err(SyntaxError { span: whole, kind: SyntaxErrorKind::TooLong });
    }
    let tokens = lex(text)?;
    let mut parser = Parser { tokens, at: 0, depth: 0, parts: 0, inside: false };
    // Excel users begin with it.
    parser.eat("=");
    let (root, _) = parser.disjunction()?;
    if parser.peek() != &Token::End {
        if let Some(span) = parser.decimal_comma() {
            return parser.fail(span, SyntaxErrorKind::DecimalComma);
        }
        return Err(parser.unexpected("akhir rumus atau tanda hitung"));
    }
    Ok(Formula { text: text.to_owned(), root })
}

/// A node and how many levels it has.
pub(super) type Parsed = Result<(Node, usize), SyntaxError>;

pub(super) struct Parser {
    tokens: Vec<(Token, Span)>,
    at: usize,
    /// Calls within calls, so that parentheses alone cannot exhaust the stack.
    depth: usize,
    parts: usize,
    /// Inside an aggregate.
    pub inside: bool,
}

impl Parser {
    fn peek(&self) -> &Token {
        // The last token is End, and `advance` never passes it.
        &self.tokens[self.at].0
    }

    fn peek_second(&self) -> &Token {
        &self.tokens[(self.at + 1).min(self.tokens.len() - 1)].0
    }

    pub fn span(&self) -> Span {
        self.tokens[self.at].1.clone()
    }

    /// Where the token before this one ends.
    pub fn end(&self) -> usize {
        self.tokens[self.at.saturating_sub(1)].1.end
    }

    pub fn advance(&mut self) {
        self.at = (self.at + 1).min(self.tokens.len() - 1);
    }

    fn is_sign(&self, sign: &str) -> bool {
        matches!(self.peek(), Token::Sign(found) if *found == sign)
    }

    pub fn eat(&mut self, sign: &str) -> bool {
        let found = self.is_sign(sign);
        if found {
            self.advance();
        }
        found
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.peek(), Token::Word(found) if found.eq_ignore_ascii_case(word))
    }

    pub fn eat_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        if found {
            self.advance();
        }
        found
    }

    pub fn fail<T>(&self, span: Span, kind: SyntaxErrorKind) -> Result<T, SyntaxError> {
        Err(SyntaxError { span, kind })
    }

    pub fn unexpected(&self, expected: &'static str) -> SyntaxError {
        let found = match self.peek() {
            Token::Number(value) => value.to_string(),
            Token::Text(text) => format!("\"{text}\""),
            Token::Date(date) => date.to_string(),
            Token::Word(word) => word.clone(),
            Token::Sign(sign) => (*sign).to_owned(),
            Token::End => String::new(),
        };
        SyntaxError { span: self.span(), kind: SyntaxErrorKind::Unexpected { found, expected } }
    }

    /// `0,5` where no list goes on: a number, a comma and a number without a blank between.
    fn decimal_comma(&self) -> Option<Span> {
        let [(Token::Number(_), whole), (Token::Sign(","), comma), (Token::Number(_), places)] =
            self.tokens.get(self.at.checked_sub(1)?..self.at + 2)?
        else {
            return None;
        };
        (whole.end == comma.start && comma.end == places.start).then_some(whole.start..places.end)
    }

    pub fn expect(&mut self, sign: &str, expected: &'static str) -> Result<(), SyntaxError> {
        if self.eat(sign) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    pub fn node(&mut self, start: usize, levels: usize, expr: Expr) -> Parsed {
        let span = start..self.end();
        self.parts += 1;
        if levels > DEPTH || self.parts > PARTS {
            return self.fail(span, SyntaxErrorKind::TooDeep);
        }
        Ok((Node { expr, span }, levels))
    }

    pub fn disjunction(&mut self) -> Parsed {
        self.chain("OR", Self::conjunction, Expr::Or)
    }

    fn conjunction(&mut self) -> Parsed {
        self.chain("AND", Self::negation, Expr::And)
    }

    /// `part WORD part WORD part`, as one node with all parts.
    fn chain(&mut self, word: &str, part: fn(&mut Self) -> Parsed, make: fn(Vec<Node>) -> Expr) -> Parsed {
        let start = self.span().start;
        let (first, mut levels) = part(self)?;
        if !self.is_word(word) {
            return Ok((first, levels));
        }
        let mut parts = vec![first];
        while self.eat_word(word) {
            let (next, deep) = part(self)?;
            levels = levels.max(deep);
            parts.push(next);
        }
        self.node(start, levels + 1, make(parts))
    }

    fn negation(&mut self) -> Parsed {
        let start = self.span().start;
        if !self.is_word("NOT") {
            return self.comparison();
        }
        self.deeper(|parser| {
            parser.advance();
            let (inner, levels) = parser.negation()?;
            parser.node(start, levels + 1, Expr::Not(Box::new(inner)))
        })
    }

    /// Runs `inner` one call deeper.
    fn deeper(&mut self, inner: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.depth >= NESTING {
            return self.fail(self.span(), SyntaxErrorKind::TooDeep);
        }
        self.depth += 1;
        let parsed = inner(self);
        self.depth -= 1;
        parsed
    }

    fn comparison(&mut self) -> Parsed {
        let start = self.span().start;
        let (left, levels) = self.sum()?;
        if let Some(op) = self.compare_op() {
            self.advance();
            let (right, deep) = self.sum()?;
            if self.compare_op().is_some() {
                return self.fail(self.span(), SyntaxErrorKind::ChainedComparison);
            }
            let expr = Expr::Compare { op, left: Box::new(left), right: Box::new(right) };
            return self.node(start, levels.max(deep) + 1, expr);
        }
        if self.eat_word("IS") {
            let negated = self.eat_word("NOT");
            if !self.eat_word("EMPTY") {
                return Err(self.unexpected("EMPTY atau NOT EMPTY"));
            }
            return self.node(start, levels + 1, Expr::IsEmpty { value: Box::new(left), negated });
        }
        let negated = self.is_word("NOT") && matches!(self.peek_second(), Token::Word(word) if word.eq_ignore_ascii_case("IN"));
        if negated {
            self.advance();
        }
        if self.eat_word("IN") {
            self.expect("(", "tanda kurung buka sesudah IN")?;
            let mut list = Vec::new();
            let mut levels = levels;
            loop {
                let (item, deep) = self.sum()?;
                levels = levels.max(deep);
                list.push(item);
                if !self.eat(",") {
                    break;
                }
            }
            self.close("koma atau tanda kurung tutup")?;
            return self.node(start, levels + 1, Expr::In { value: Box::new(left), list, negated });
        }
        Ok((left, levels))
    }

    fn compare_op(&self) -> Option<CompareOp> {
        let Token::Sign(sign) = self.peek() else { return None };
        match *sign {
            "=" => Some(CompareOp::Equal),
            "<>" => Some(CompareOp::NotEqual),
            "<" => Some(CompareOp::Less),
            "<=" => Some(CompareOp::LessOrEqual),
            ">" => Some(CompareOp::Greater),
            ">=" => Some(CompareOp::GreaterOrEqual),
            _ => None,
        }
    }

    fn sum(&mut self) -> Parsed {
        self.arithmetic(&[("+", ArithmeticOp::Add), ("-", ArithmeticOp::Subtract)], Self::product)
    }

    fn product(&mut self) -> Parsed {
        self.arithmetic(&[("*", ArithmeticOp::Multiply), ("/", ArithmeticOp::Divide)], Self::unary)
    }

    /// Operators of one level, from the left.
    fn arithmetic(&mut self, ops: &[(&str, ArithmeticOp)], part: fn(&mut Self) -> Parsed) -> Parsed {
        let start = self.span().start;
        let (mut left, mut levels) = part(self)?;
        while let Some((_, op)) = ops.iter().find(|(sign, _)| self.is_sign(sign)) {
            self.advance();
            let (right, deep) = part(self)?;
            let expr = Expr::Arithmetic { op: *op, left: Box::new(left), right: Box::new(right) };
            (left, levels) = self.node(start, levels.max(deep) + 1, expr)?;
        }
        Ok((left, levels))
    }

    fn unary(&mut self) -> Parsed {
        let start = self.span().start;
        if self.is_sign("-") {
            return self.deeper(|parser| {
                parser.advance();
                let (inner, levels) = parser.unary()?;
                parser.node(start, levels + 1, Expr::Negate(Box::new(inner)))
            });
        }
        if self.is_sign("+") {
            return self.deeper(|parser| {
                parser.advance();
                parser.unary()
            });
        }
        self.primary()
    }

    fn primary(&mut self) -> Parsed {
        let start = self.span().start;
        let expr = match self.peek().clone() {
            Token::Number(value) => Expr::Number(value),
            Token::Text(text) => Expr::Text(text),
            Token::Date(date) => Expr::Date(date),
            Token::Sign("(") => {
                return self.deeper(|parser| {
                    parser.advance();
                    let (inner, levels) = parser.disjunction()?;
                    parser.close("tanda kurung tutup")?;
                    // Parentheses leave no node, but the part is written from one to the other.
                    Ok((Node { span: start..parser.end(), ..inner }, levels))
                });
            }
            Token::Word(word) => {
                if self.peek_second() == &Token::Sign("(") && !RESERVED[3..].iter().any(|name| word.eq_ignore_ascii_case(name)) {
                    return self.deeper(|parser| parser.call(&word));
                }
                return self.name();
            }
            Token::Sign(_) | Token::End => return Err(self.unexpected("angka, nama ukuran, atau fungsi")),
        };
        self.advance();
        self.node(start, 1, expr)
    }

    pub fn close(&mut self, expected: &'static str) -> Result<(), SyntaxError> {
        if self.peek() == &Token::End {
            return self.fail(self.span(), SyntaxErrorKind::UnclosedParenthesis);
        }
        self.expect(")", expected)
    }

    /// `ukuran[n-1]`, `isian`, `sumber.isian[n]`.
    fn name(&mut self) -> Parsed {
        let start = self.span().start;
        let first = self.identifier("nama ukuran atau isian")?;
        let (sumber, name) =
            if self.eat(".") { (Some(first), self.identifier("nama isian sesudah titik")?) } else { (None, first) };
        let year = self.year()?;
        self.node(start, 1, Expr::Name { sumber, name, year })
    }

    pub fn identifier(&mut self, expected: &'static str) -> Result<String, SyntaxError> {
        match self.peek() {
            Token::Word(word) if !RESERVED.iter().any(|name| word.eq_ignore_ascii_case(name)) => {
                let word = word.clone();
                self.advance();
                Ok(word)
            }
            _ => Err(self.unexpected(expected)),
        }
    }

    /// `[n]`, `[n-1]`, `[2019]`, or nothing.
    pub fn year(&mut self) -> Result<YearRef, SyntaxError> {
        let start = self.span().start;
        if !self.eat("[") {
            return Ok(YearRef::Back(0));
        }
        let bad = |parser: &Self| SyntaxError { span: start..parser.span().end, kind: SyntaxErrorKind::BadYear };
        let year = match self.peek().clone() {
            Token::Number(value) => {
                let year = Year::parse(&value.to_string()).ok_or_else(|| bad(self))?;
                self.advance();
                YearRef::Fixed(year)
            }
            Token::Word(word) if word.eq_ignore_ascii_case("n") => {
                self.advance();
                if self.is_sign("+") {
                    return self.fail(start..self.span().end, SyntaxErrorKind::FutureYear);
                }
                let back = if self.eat("-") { self.years_back().ok_or_else(|| bad(self))? } else { 0 };
                YearRef::Back(back)
            }
            _ => return Err(bad(self)),
        };
        if self.peek() == &Token::End || !self.is_sign("]") {
            return Err(bad(self));
        }
        self.advance();
        Ok(year)
    }

    fn years_back(&mut self) -> Option<i32> {
        let Token::Number(value) = self.peek() else { return None };
        let years = i32::try_from(*value).ok().filter(|years| Decimal::from(*years) == *value)?;
        if !(0..=YEARS_BACK).contains(&years) {
            return None;
        }
        self.advance();
        Some(years)
    }
}
