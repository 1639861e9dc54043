//! Pieces of an Excel formula, put together.

use super::{ColumnRef, Piece};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A text as formulas say it, whatever its length.
pub fn quoted(text: &str) -> String {
    Code::quoted(text).into_text().unwrap_or_default()
}

/// The text of a formula, with the cells of its own row left open.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Code(Vec<Piece>);

impl Code {
    pub fn text(text: impl Into<String>) -> Self {
        Self(vec![Piece::Text(text.into())])
    }

    pub fn cell(column: ColumnRef) -> Self {
        Self(vec![Piece::Cell(column)])
    }

    pub fn position() -> Self {
        Self(vec![Piece::Position])
    }

    pub fn at(rows: Arc<[u32]>) -> Self {
        Self(vec![Piece::At(rows)])
    }

    pub fn was(column: usize) -> Self {
        Self(vec![Piece::Was(column)])
    }

    pub fn rank(rows: Arc<[u32]>) -> Self {
        Self(vec![Piece::Rank(rows)])
    }

    /// What stands in some rows alone.
    pub fn within(rows: BTreeMap<u32, Code>) -> Self {
        Self(vec![Piece::In(Arc::new(rows.into_iter().map(|(row, code)| (row, code.pieces())).collect()))])
    }

    /// A number as en-US formulas write it.
    pub fn number(value: Decimal) -> Self {
        Self::text(value.normalize().to_string())
    }

    /// A text in quotes; Excel allows 255 characters in one, so longer ones are joined.
    pub fn quoted(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let parts: Vec<String> =
            chars.chunks(200).map(|part| format!("\"{}\"", part.iter().collect::<String>().replace('"', "\"\""))).collect();
        match parts.len() {
            0 => Self::text("\"\""),
            1 => Self::text(parts.concat()),
            _ => Self::text(format!("({})", parts.join("&"))),
        }
    }

    pub fn push(&mut self, part: &Code) {
        for piece in &part.0 {
            match (self.0.last_mut(), piece) {
                (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(text),
                _ => self.0.push(piece.clone()),
            }
        }
    }

    /// `FUNCTION(a,b)`.
    pub fn call<'c>(function: &str, arguments: impl IntoIterator<Item = &'c Code>) -> Self {
        let mut code = Self::text(format!("{function}("));
        for (index, argument) in arguments.into_iter().enumerate() {
            if index > 0 {
                code.push(&Self::text(","));
            }
            code.push(argument);
        }
        code.push(&Self::text(")"));
        code
    }

    pub fn iff(condition: &Code, then: &Code, otherwise: &Code) -> Self {
        Self::call("IF", [condition, then, otherwise])
    }

    /// Parts one after the other.
    pub fn concat<'c>(parts: impl IntoIterator<Item = &'c Code>) -> Self {
        let mut code = Self::default();
        parts.into_iter().for_each(|part| code.push(part));
        code
    }

    /// This, and a text after it.
    pub fn then(&self, text: &str) -> Self {
        Self::concat([self, &Self::text(text)])
    }

    /// AND or OR over any number of conditions (Excel takes 255 at once).
    pub fn logical(function: &str, parts: &[Code]) -> Self {
        match parts {
            [only] => only.clone(),
            _ if parts.len() <= 200 => Self::call(function, parts),
            _ => {
                let grouped: Vec<Code> = parts.chunks(200).map(|part| Self::logical(function, part)).collect();
                Self::call(function, &grouped)
            }
        }
    }

    pub fn pieces(self) -> Vec<Piece> {
        self.0
    }

    /// The text, where no cell is left open (figures' own formulas).
    pub fn into_text(self) -> Option<String> {
        let parts: Option<Vec<String>> = self
            .0
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => Some(text),
                _ => None,
            })
            .collect();
        parts.map(|parts| parts.concat())
    }
}
