//! A formula's text as a tree: Excel's writing (`'Data 2021'!$B$5`) and OpenDocument's
//! (`[$'Data 2021'.$B$5]`). What is not understood to the last sign gives no tree.

use super::area::Area;
use super::array::Grid;
use super::value::Val;
use crate::vocabulary::CellAddress;
use crate::workbook::DeclaredTable;
use rust_decimal::Decimal;
use std::rc::Rc;
use std::sync::Arc;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Op {
    Plus,
    Minus,
    Times,
    Over,
    Power,
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
    /// What is worked out already.
    Value(Val),
    /// `{1,2;3,4}`
    Grid(Rc<Grid>),
    Area(Area),
    /// A value of another file, by its name.
    Outside(Arc<str>),
    Negative(Box<Expr>),
    Percent(Box<Expr>),
    Both(Op, Box<Expr>, Box<Expr>),
    Call(String, Vec<Expr>),
}

/// Where a formula stands: the sheet by number, and the cell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Place {
    pub sheet: usize,
    pub at: CellAddress,
}

/// What names in a formula mean.
pub(super) trait Names {
    fn sheet(&self, name: &str) -> Option<usize>;
    /// The formula that a defined name stands for, as it is seen from a sheet.
    fn defined(&self, name: &str, sheet: usize) -> Option<String>;
    /// A table by its name, or the one that a cell stands in, and its sheet.
    fn table(&self, name: Option<&str>, from: Place) -> Option<(usize, &DeclaredTable)>;
    /// The name of a linked file, the first of which has the number 1.
    fn link(&self, number: usize) -> Option<&str>;
    fn is_open_document(&self) -> bool;
}

/// So deep parentheses, and names within names, are followed.
pub(super) const DEEPEST: usize = 40;
impl Expr {
    /// Whether all its ranges stay where they are, from whatever cell they are seen.
    pub fn is_fixed(&self) -> bool {
        match self {
            Expr::Area(area) => [area.first, area.last].iter().all(|corner| corner.row_is_fixed && corner.column_is_fixed),
            Expr::Negative(inner) | Expr::Percent(inner) => inner.is_fixed(),
            Expr::Both(_, left, right) => left.is_fixed() && right.is_fixed(),
            Expr::Call(_, arguments) => arguments.iter().all(Expr::is_fixed),
            _ => true,
        }
    }
}
