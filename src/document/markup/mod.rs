//! Filled-in markup in, the blocks of one part out. Strict: whatever is not
//! known is a problem with the template's own line, and all are collected.

mod blocks;
mod chart;
mod fraction;
mod inline;
mod list;
mod names;
mod picture;
mod reader;
mod shape;
mod signature;
mod source;
mod table;

pub use source::Rendered;

use super::problem::TemplateError;
use super::{Block, PagePart, Shown, TemplateSet};

/// Reads a whole part file; its pictures are those of its set, its figures must be those given.
pub fn parse(rendered: &Rendered, set: &TemplateSet, figures: Option<&Shown>) -> Result<PagePart, TemplateError> {
    let tree = source::tree(rendered)?;
    let mut reader = reader::Reader::new(rendered, set, figures);
    let part = blocks::part(&mut reader, tree.root_element());
    if reader.problems.is_empty() { Ok(part) } else { Err(TemplateError { problems: reader.problems }) }
}

/// Reads the file of the pages' foot.
pub fn parse_foot(rendered: &Rendered, set: &TemplateSet) -> Result<Vec<Block>, TemplateError> {
    let tree = source::tree(rendered)?;
    let mut reader = reader::Reader::new(rendered, set, None);
    let foot = blocks::foot(&mut reader, tree.root_element());
    if reader.problems.is_empty() { Ok(foot) } else { Err(TemplateError { problems: reader.problems }) }
}

#[cfg(test)]
mod tests;
